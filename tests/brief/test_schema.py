"""The schema of the record."""

import copy
import json
from pathlib import Path

import jsonschema
import pytest

import make_record
from tocsin.brief import record_schema, write_record

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "record.schema.json"


@pytest.fixture
def written(tmp_path: Path) -> dict:
    write_record(make_record.record(), tmp_path / "record.json")
    return json.loads((tmp_path / "record.json").read_text())


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(record_schema())


def test_the_schema_itself_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(record_schema())


def test_a_written_record_fits_the_schema(written: dict, validator: jsonschema.Draft202012Validator) -> None:
    assert [e.message for e in validator.iter_errors(written)] == []


def test_the_published_schema_is_the_generated_one() -> None:
    assert json.loads(PUBLISHED.read_text()) == record_schema(), (
        "run: tocsin schema > docs/reference/record.schema.json"
    )


def test_the_schema_names_every_field_that_is_written(written: dict) -> None:
    schema = record_schema()
    kinds = {"documents": "Document", "claims": "Claim", "incidents": "Incident", "links": "Link", "checks": "Check"}
    assert {kind: set(schema["$defs"][kind]["properties"]) for kind in kinds.values()} == {
        kind: set(written[name][0]) for name, kind in kinds.items()
    }


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (("claims", 0, "stance"), "maybe"),
        (("claims", 1, "value"), {"text": "a word where a date belongs"}),
        (("incidents", 0, "killed", "best"), "fifteen"),
        (("incidents", 0, "where", "lat"), None.__class__.__name__),
        (("as_of",), 2013),
        (("documents", 0, "published"), {"start": "2013-04-10", "end": "2013-04-10"}),
    ],
)
def test_a_wrong_value_does_not_fit(
    written: dict, validator: jsonschema.Draft202012Validator, where: tuple[str | int, ...], wrong: object
) -> None:
    broken = copy.deepcopy(written)
    holder = broken
    for key in where[:-1]:
        holder = holder[key]
    holder[where[-1]] = wrong
    assert not validator.is_valid(broken)


def test_a_field_may_be_added_but_none_left_out(written: dict, validator: jsonschema.Draft202012Validator) -> None:
    assert validator.is_valid(written | {"forecasts": []})
    del written["incidents"][0]["mode"]
    assert not validator.is_valid(written)
