"""Where the armed groups that a report names have mostly fought."""

import pytest
from tests.make import document

from tocsin.core.vocabulary import csv_rows, toml_table
from tocsin.read._parse import parse
from tocsin.read._places import find_places


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        ("Gunmen killed a trader in Bishnupur.", "West Bengal"),
        ("Gunmen of the NSCN killed a trader in Bishnupur.", "Manipur"),
        ("Mr Nscn killed a trader in Bishnupur.", "West Bengal"),
    ],
)
def test_of_two_towns_of_a_name_that_where_the_group_fights_is_the_likelier(text: str, admin1: str) -> None:
    (place,) = (m.place for m in find_places(parse(document(text=text, publisher=None))) if m.place.name == "Bishnupur")
    assert place.admin1 == admin1


def test_where_groups_fight_is_told_by_names_of_the_gazetteer() -> None:
    known = {f"{r['country']} {r['name']}" for r in csv_rows("admin1.csv")}
    known |= {r["code"] for r in csv_rows("countries.csv")}
    told = [unit for group in toml_table("group_areas.toml")["group"] for unit in group["units"]]
    assert [unit for unit in told if unit not in known] == []
