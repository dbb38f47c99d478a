"""First-order units that were cut out of others."""

import pytest
from tests.make import document

from tocsin.core.vocabulary import csv_rows
from tocsin.read._parse import parse
from tocsin.read._places import find_places


def unit(text: str, name: str, *, published: str | None) -> str | None:
    report = document(text=text, published=published)
    (found,) = {m.place.admin1 for m in find_places(parse(report)) if m.place.name == name}
    return found


@pytest.mark.parametrize(
    ("published", "admin1"),
    [("1994-05-03", "Plateau State"), ("2019-05-03", "Nasarawa State"), (None, "Nasarawa State")],
)
def test_a_town_lies_in_the_unit_that_held_it_on_the_day_of_the_report(published: str | None, admin1: str) -> None:
    assert unit("Raiders burned a bus in Lafia, Nigeria.", "Lafia", published=published) == admin1


def test_a_former_unit_tells_which_town_of_a_name_is_meant() -> None:
    assert unit("Gunmen shot a judge in Buga, Plateau State.", "Buga", published="1994-05-03") == "Plateau State"


def test_units_and_those_they_were_cut_out_of_have_the_names_of_the_gazetteer() -> None:
    known = {(r["country"], r["name"]) for r in csv_rows("admin1.csv")}
    assert {(r["country"], r["unit"]) for r in csv_rows("former_units.csv")} <= known
