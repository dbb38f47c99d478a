"""Places that users add: what a table must hold, what is kept, and what reading makes of them."""

from pathlib import Path

import pytest

import make
from tocsin.core.document import Document
from tocsin.core.errors import InputError, UnknownName
from tocsin.core.values import Place
from tocsin.pipeline import reader_label
from tocsin.read import add_places, lookup, own_places, places_file, read, remove_places

HEADER = "name,lat,lon,country,precision_km,kind,others\n"
CAMP = "Xyzzy Camp,15.21,-0.43,ML,2,town,Camp Xyzzy|Xyzzyville\n"


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the places of this test are kept."""
    path = tmp_path / "data" / "own.csv"
    monkeypatch.setenv("TOCSIN_PLACES", str(path))
    return path


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def where(text: str) -> list[Place]:
    (reading,) = read([document(text)])
    return [c.value for c in reading.claims if c.slot == "where" and isinstance(c.value, Place)]


def document(text: str) -> Document:
    return make.document(text=text)


def test_a_place_that_was_added_is_found_under_all_its_names(tmp_path: Path) -> None:
    add_places(table(tmp_path, HEADER + CAMP))
    assert [(p.lat, p.lon, p.precision_m, p.basis) for p in lookup("camp xyzzy")] == [(15.21, -0.43, 2000, "user")]


def test_a_report_that_names_it_happens_there(tmp_path: Path) -> None:
    text = "Gunmen killed three soldiers in Xyzzyville on Monday."
    assert [(p.name, p.lat) for p in where(text)] == [("Xyzzyville", None)]
    add_places(table(tmp_path, HEADER + CAMP))
    assert [(p.name, p.lat, p.basis) for p in where(text)] == [("Xyzzyville", 15.21, "user")]


def test_it_is_taken_before_a_namesake_that_nothing_speaks_for(tmp_path: Path) -> None:
    text = "Gunmen killed three soldiers in Springfield on Monday."
    add_places(table(tmp_path, "name,lat,lon,country\nSpringfield,12.5,-3.25,BF\n"))
    assert [(p.country, p.basis) for p in where(text)] == [("BF", "user")]


def test_a_namesake_in_the_country_of_the_report_is_taken_before_it(tmp_path: Path) -> None:
    text = "Gunmen killed three people in Springfield, Illinois, on Monday."
    add_places(table(tmp_path, "name,lat,lon,country\nSpringfield,12.5,-3.25,BF\n"))
    assert {p.country for p in where(text)} == {"US"}


def test_a_distance_from_it_is_worked_out(tmp_path: Path) -> None:
    add_places(table(tmp_path, HEADER + CAMP))
    (place,) = where("Gunmen killed three soldiers 111 km north of Xyzzyville on Monday.")
    assert place.basis == "relative"
    assert place.lat == pytest.approx(16.21, abs=0.02)  # a degree of latitude is 111 km


def test_adding_the_same_table_twice_changes_nothing(tmp_path: Path, own_file: Path) -> None:
    assert len(add_places(table(tmp_path, HEADER + CAMP))) == 1
    before = own_file.read_bytes()
    assert add_places(table(tmp_path, HEADER + CAMP)) == ()
    assert own_file.read_bytes() == before


def test_a_place_with_the_same_coordinates_is_replaced(tmp_path: Path) -> None:
    add_places(table(tmp_path, HEADER + CAMP))
    add_places(table(tmp_path, "name,lat,lon,country,precision_km\nxyzzy camp,15.21,-0.43,ML,7.5\n"))
    assert [(p.name, p.precision_km, p.others) for p in own_places()] == [("xyzzy camp", 7.5, ())]


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    new = add_places(table(tmp_path, HEADER + CAMP + '"Zab, Upper",33.5,36.25,SY,40,region,\n'))
    assert set(own_places()) == set(new)


def test_removed_places_are_gone(tmp_path: Path) -> None:
    add_places(table(tmp_path, HEADER + CAMP))
    assert [p.name for p in remove_places("XYZZY camp", country="ML")] == ["Xyzzy Camp"]
    assert (own_places(), lookup("Xyzzyville")) == ((), ())


def test_removing_a_place_that_is_not_there_says_where_was_looked(tmp_path: Path, own_file: Path) -> None:
    add_places(table(tmp_path, HEADER + CAMP))
    with pytest.raises(UnknownName, match=f"no place 'Xyzzy Camp' in NE in {own_file}"):
        remove_places("Xyzzy Camp", country="NE")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Xyzzy,95,-0.43,ML,2,town,", "lat is '95', expected degrees from -90 to 90"),
        ("Xyzzy,15.2,nan,ML,2,town,", "lon is 'nan', expected degrees from -180 to 180"),
        ("Xyzzy,15.2,-0.43,Mali,2,town,", "country is 'Mali', expected a country's code"),
        ("Xyzzy,15.2,-0.43,ML,0,town,", "precision_km is '0', expected km above 0"),
        ("Xyzzy,15.2,-0.43,ML,2,camp,", "kind is 'camp', expected one of town, admin1, admin2, region"),
        ("Xyzzy,15.2,-0.43,ML,,region,", "precision_km is missing"),
        (",15.2,-0.43,ML,2,town,", r"line 3 \(no name\): name is '', expected a name"),
        ("Xyzzy,15.2,-0.43,ML,2,town,A|Abc", "others is 'A|Abc', expected names of two letters or more"),
        ("Xyzzy, Upper,15.2,-0.43,ML,2,town,", "lat is 'Upper'"),
        ("Xyzzy,15.2,-0.43,ML,2,town,Abc,Def", "'Def' stands behind the last column"),
    ],
)
def test_a_bad_row_is_named_with_what_was_expected(row: str, said: str, tmp_path: Path, own_file: Path) -> None:
    with pytest.raises(InputError, match=said.replace("|", r"\|")) as raised:
        add_places(table(tmp_path, HEADER + CAMP + row + "\n"))
    assert "line 3" in str(raised.value)
    assert not own_file.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no place"),
        (HEADER, "holds no place"),
        ("name,lat,lon\nXyzzy,1,2\n", "no column 'country'"),
        ("name,lat,lon,country,note\nXyzzy,1,2,ML,x\n", "an unknown column 'note'"),
    ],
)
def test_a_table_of_another_form_is_told_what_is_expected(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        add_places(table(tmp_path, text))


def test_a_file_that_is_no_text_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"name,lat,lon,country\nS\xe9gou,13.4,-6.3,ML\n")
    with pytest.raises(InputError, match=r"no text in UTF-8 \(byte 22\)"):
        add_places(path)


def test_claims_tell_by_which_places_of_the_user_they_were_read(tmp_path: Path) -> None:
    plain = reader_label("rules")
    add_places(table(tmp_path, HEADER + CAMP))
    (reading,) = read([document("Gunmen killed three soldiers in Gao on Monday.")])
    labels = {claim.reader for claim in reading.claims}
    assert labels == {reader_label("rules")}
    assert labels != {plain}
    remove_places("Xyzzy Camp")
    assert reader_label("rules") == plain


def test_the_same_places_give_the_same_label_wherever_they_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_places(table(tmp_path, HEADER + CAMP))
    label = reader_label("rules")
    monkeypatch.setenv("TOCSIN_PLACES", str(tmp_path / "elsewhere.csv"))
    add_places(table(tmp_path, HEADER + CAMP))
    assert reader_label("rules") == label


def test_places_are_kept_in_the_data_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOCSIN_PLACES")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert places_file() == tmp_path / "tocsin" / "places.csv"
