"""Rows of UCDP, ACLED and GTD tables as event rows. Types are mapped by data/event_types.toml."""

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from tocsin.collect._cells import Cells
from tocsin.collect._format import Unusable
from tocsin.core.event import EventRow, Violence
from tocsin.core.states import CodeList, code_table
from tocsin.core.vocabulary import toml_table

RowReader = Callable[[Cells, str], EventRow]
UCDP_GROUPS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
GTD_GROUPS = ("nkillter",)
GTD_ACTORS = ("gname", "gname2", "gname3")
NOBODY = {"Unknown"}


def ucdp_row(cells: Cells, source: str) -> EventRow:
    """Return the event of a row of UCDP GED or Candidate Events."""
    lat, lon = cells.point()
    low, best, high = _toll(cells)
    return EventRow(
        id=cells.needed("id"), source=source, start=cells.day("date_start"), end=cells.day("date_end"),
        country=_country(cells, ("gw", "country_id"), ("name", "country")), admin1=cells.text("adm_1"),
        lat=lat, lon=lon, precision_m=_coded("ucdp", "precision_m", cells.text("where_prec")), type="ASSAULT",
        violence=_violence(cells), low=low, best=best, high=high, groups=_groups(cells, UCDP_GROUPS),
        actors=_names(cells, ("side_a", "side_b")),
    )  # fmt: skip


def acled_row(cells: Cells, source: str) -> EventRow:
    """Return the event of a row of an ACLED export; the day is widened by what time_precision says."""
    day = cells.day("event_date")
    slack = timedelta(days=_coded("acled", "precision_days", cells.text("time_precision")) or 0)
    lat, lon = cells.point()
    kind, deaths = _acled_kind(cells), cells.whole("fatalities")
    return EventRow(
        id=cells.needed("event_id_cnty"), source=source, start=day - slack, end=day + slack,
        country=_country(cells, ("isonum", "iso"), ("name", "country")), admin1=cells.text("admin1"), lat=lat, lon=lon,
        precision_m=_coded("acled", "precision_m", cells.text("geo_precision")), type=kind.get("type"),
        mode=kind.get("mode"), violence=_acled_violence(cells, kind["violence"]), best=deaths,
        actors=_names(cells, ("actor1", "actor2")), known_at=_stamped(cells),
    )  # fmt: skip


def gtd_row(cells: Cells, source: str) -> EventRow:
    """Return the event of a row of GTD; an unknown day or month makes the interval a month or a year."""
    start, end = _gtd_days(cells)
    lat, lon = cells.point()
    kind = _table("gtd", "attack").get(cells.text("attacktype1") or "", {})
    target = _table("gtd", "target").get(cells.text("targtype1") or "20", "one-sided")
    return EventRow(
        id=cells.needed("eventid"), source=source, start=start, end=end,
        country=_country(cells, ("name", "country_txt")), admin1=cells.text("provstate"),
        lat=lat, lon=lon, precision_m=_coded("gtd", "precision_m", cells.text("specificity")), type=kind.get("type"),
        mode=kind.get("mode"), violence=None if target == "unknown" else target, best=cells.whole("nkill"),
        groups=_groups(cells, GTD_GROUPS), actors=tuple(n for n in _names(cells, GTD_ACTORS) if n not in NOBODY),
    )  # fmt: skip


def _table(name: str, part: str) -> dict[str, Any]:
    found: dict[str, Any] = toml_table("event_types.toml")[name][part]
    return found


def _coded(name: str, part: str, code: str | None) -> int | None:
    found: int | None = _table(name, part).get(code or "")
    return found


def _country(cells: Cells, *ways: tuple[CodeList, str]) -> str | None:
    """Return the code of the country, by the first column that tells it; a note where none does."""
    tried = []
    for kind, column in ways:
        cell = cells.text(column)
        found = code_table(kind).get(cell.casefold()) if cell else None
        if found is not None:
            return found
        tried.append(f"{column} {cell!r}")
    cells.notes.append(f"no country is known by {' or '.join(tried)}")
    return None


def _violence(cells: Cells) -> Violence:
    code = cells.needed("type_of_violence")
    found: Violence | None = _table("ucdp", "violence").get(code)
    if found is None:
        raise Unusable(f"type_of_violence is {code!r}; expected 1, 2 or 3", "check that the columns are in place")
    return found


def _toll(cells: Cells) -> tuple[int | None, int | None, int | None]:
    """Return low, best and high; the bounds left out, with a note, where they contradict the best figure."""
    low, best, high = cells.whole("low"), cells.whole("best"), cells.whole("high")
    known = [n for n in (low, best, high) if n is not None]
    if known == sorted(known):
        return low, best, high
    cells.notes.append(f"deaths are not ordered low <= best <= high: {known}; the bounds are left out")
    return None, best, None


def _groups(cells: Cells, columns: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    found = ((column, cells.whole(column)) for column in columns)
    return tuple((column, n) for column, n in found if n is not None)


def _names(cells: Cells, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for column in columns if (name := cells.text(column)))


def _acled_kind(cells: Cells) -> dict[str, Any]:
    sub, event = cells.text("sub_event_type") or "", cells.needed("event_type")
    found = _table("acled", "sub_event").get(sub.casefold()) or _table("acled", "event").get(event.casefold())
    if found is None:
        raise Unusable(f"event_type is {event!r}, which ACLED's codebook does not hold", "check the column")
    kind: dict[str, Any] = found
    return kind


def _acled_violence(cells: Cells, violence: Violence | Literal["sides"]) -> Violence:
    if violence != "sides":
        return violence
    sides, ends = _table("acled", "sides"), [_inter(cells, column) for column in ("inter1", "inter2")]
    if cells.text("civilian_targeting") or ends[1] in sides["civilian"]:
        return "one-sided"
    return "state-based" if any(end in sides["state"] for end in ends) else "non-state"


def _inter(cells: Cells, column: str) -> int | None:
    cell = cells.text(column)
    if cell is None or cell == "0":
        return None
    found = int(cell) if cell.isdecimal() else _table("acled", "inter").get(cell.casefold())
    if found is None:
        cells.notes.append(f"{column} is {cell!r}, which ACLED's codebook does not hold")
    return found


def _stamped(cells: Cells) -> date | None:
    seconds = cells.whole("timestamp")
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).date()


def _gtd_days(cells: Cells) -> tuple[date, date]:
    year, month, day = cells.whole("iyear"), cells.whole("imonth") or 0, cells.whole("iday") or 0
    try:
        if year is None or not month:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        return date(year, month, day or 1), date(year, month, day or monthrange(year, month)[1])
    except ValueError as error:
        raise Unusable(f"iyear, imonth, iday are {year}, {month}, {day}: no day", "correct the date") from error
