"""Hand-coded incident reports of the SATP data: text and labels of each row, and the half it is in."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tocsin.bench._halves import Half, half_of
from tocsin.core.errors import InputError

FILE = "incidents.csv"
LARGEST_FILE_BYTES = 50_000_000
LONGEST_FIELD = 100_000  # characters
NONE = frozenset({"", "NA"})

KILLED_COLUMNS = {
    "officials": "govt_official_fatalities",
    "civilians": "civilian_fatalities",
    "security forces": "security_fatalities",
    "maoists": "maoist_fatalities",
    "other armed groups": "other_armed_grp_fatalities",
}
NEEDED = (
    "incident_summary", "date", "incident_number", "total_fatalities", *KILLED_COLUMNS.values(), "total_injuries",
    "total_abducted", "state", "district", "longitude", "latitude",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What the coders noted of one report; None where they noted nothing. `killed_of` is by group."""

    killed: int | None
    killed_of: dict[str, int | None]
    injured: int | None
    abducted: int | None
    state: str | None
    district: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One report with its labels. `day` is the day it is filed under (ISO 8601)."""

    id: str
    text: str
    day: str
    labels: Labels

    @property
    def half(self) -> Half:
        """The half of the rows that this one is in: by a hash of its number, so that no order or draw decides."""
        return half_of(self.id)


def satp_rows(data: Path) -> Iterator[Row]:
    """Yield the rows of incidents.csv in the folder `data`; raise InputError where it is missing or no such table."""
    path = data / FILE
    if not path.is_file():
        raise InputError(f"{path} is missing; expected the folder of the SATP benchmark, with {FILE} in it")
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise InputError(f"{path} has more than {LARGEST_FILE_BYTES} bytes; expected the table of SATP incidents")
    with path.open(newline="", encoding="utf-8") as file:
        table = csv.DictReader(file)
        missing = [name for name in NEEDED if name not in (table.fieldnames or ())]
        if missing:
            raise InputError(f"{path} has no column {missing[0]!r}; expected the table of SATP incidents")
        for row in table:
            yield _row(row, f"{path}, line {table.line_num}")


def _row(row: dict[str, str], where: str) -> Row:
    try:
        return Row(
            id=row["incident_number"],
            text=row["incident_summary"],
            day=row["date"][:10],
            labels=_labels(row),
        )
    except (ValueError, TypeError) as error:
        raise InputError(f"{where}: {error}; expected numbers or NA in the columns of counts") from error


def _labels(row: dict[str, str]) -> Labels:
    """Return the labels of `row`; its columns longitude and latitude are swapped."""
    return Labels(
        killed=_count(row["total_fatalities"]),
        killed_of={group: _count(row[column]) for group, column in KILLED_COLUMNS.items()},
        injured=_count(row["total_injuries"]),
        abducted=_count(row["total_abducted"]),
        state=_text(row["state"]),
        district=_text(row["district"]),
        lat=_degrees(row["longitude"]),
        lon=_degrees(row["latitude"]),
    )


def _text(cell: str) -> str | None:
    return None if cell in NONE else cell


def _count(cell: str) -> int | None:
    return None if cell in NONE else int(float(cell))


def _degrees(cell: str) -> float | None:
    return None if cell in NONE else float(cell)
