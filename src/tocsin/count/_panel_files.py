"""Panels as CSV (unit, month, count) and JSON, written and read."""

import csv
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import numpy as np

from tocsin.core.errors import InputError, InvalidNoun
from tocsin.core.months import last_day, month_range, months_between
from tocsin.core.panel import Panel
from tocsin.count._wide_tables import read_wide

COLUMNS = ["unit", "month", "count"]
MARK = "# "
PARQUET = ".parquet"
NAMED = 5
DEFAULT_TARGET = "count"
DAY_LENGTH = 10


def write_panel(panel: Panel, path: Path) -> None:
    """Write `panel` to `path`: JSON for the suffix .json, else CSV with one line a unit and month.

    An unobserved month is an empty count in CSV and null in JSON; a zero is a zero.
    """
    with path.open("w", encoding="utf-8", newline="") as stream:
        if path.suffix.lower() == ".json":
            json.dump(_plain(panel), stream)
            stream.write("\n")
        else:
            write_csv(panel, stream)


def write_csv(panel: Panel, stream: TextIO) -> None:
    """Write `panel` to `stream` as CSV; what it counts and when it was known stand in lines of comment."""
    stream.write(f"{MARK}target: {panel.target}\n{MARK}as_of: {panel.as_of.isoformat()}\n")
    out = csv.writer(stream, lineterminator="\n")
    out.writerow(COLUMNS)
    months = [f"{month:%Y-%m}" for month in panel.times]
    for u, unit in enumerate(panel.units):
        out.writerows([unit, month, _cell(panel, t, u)] for t, month in enumerate(months))


def read_panel(path: str | Path, *, target: str | None = None, as_of: date | None = None) -> Panel:
    """Return the panel in `path`: one that `write_panel` wrote, or a plain CSV of counts (unit, month, count).

    A file `.parquet` is a wide table by VIEWS ids of country and month (data/panel_columns.toml); `target` chooses its
    column, "all" if left out.

    Months are YYYY-MM or a day in them. A unit and month that is not in the file, or has an empty count, is not
    observed. `target` and `as_of` stand in where the file does not tell; else they are "count" and the end of the last
    month. Raises InputError with the lines of what cannot be used: negative counts, a month twice, text for a number.
    """
    path = Path(path)
    if path.suffix.lower() == PARQUET:
        return read_wide(path, target=target, as_of=as_of)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found = _from_json(stream) if path.suffix.lower() == ".json" else _from_csv(stream)
        return _panel(found, target, as_of)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8") from error
    except (InvalidNoun, _Wrong) as error:
        raise InputError(f"{path} holds no panel: {error}") from error
    except (ValueError, KeyError, TypeError, AttributeError, csv.Error) as error:
        raise InputError(f"{path} cannot be parsed as a panel: {type(error).__name__}: {error}") from error


def panel_source(path: str | Path) -> str:
    """Return where counts are from and under what licence, as comments in the file tell; else its name."""
    path = Path(path)
    if path.suffix.lower() in {PARQUET, ".json"}:
        return path.name
    found = _Found()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for _ in _told(stream, found):
            break
    told = [found.facts[key] for key in ("source", "licence") if key in found.facts]
    return "; ".join(told) or path.name


class _Wrong(Exception):
    """The file is not what a panel looks like; the message says where."""


@dataclass(slots=True)
class _Found:
    counts: dict[tuple[str, date], float | None] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def _from_csv(stream: TextIO) -> _Found:
    found = _Found()
    rows = csv.reader(_told(stream, found))
    header = [cell.strip().casefold() for cell in next(rows, [])]
    if sorted(header) != sorted(COLUMNS):
        raise _Wrong(f"its columns are {', '.join(header) or 'none'}; expected {', '.join(COLUMNS)}")
    places = [header.index(column) for column in COLUMNS]
    for row in rows:
        line = rows.line_num + len(found.facts)
        if len(row) == len(COLUMNS):
            _take(found, f"line {line}", [row[place].strip() for place in places])
        elif row:
            found.wrong.append(f"line {line} has {len(row)} cells")
    return found


def _told(stream: TextIO, found: _Found) -> Iterator[str]:
    """Yield the lines that are no comment; keep what the comments tell."""
    for line in stream:
        if line.startswith(MARK.strip()):
            key, _, value = line.lstrip("# ").partition(":")
            found.facts[key.strip()] = value.strip()
        else:
            yield line


def _take(found: _Found, where: str, cells: list[str]) -> None:
    unit, month, cell = cells
    try:
        key = (unit, _month(month))
        amount = float(cell) if cell else None
    except ValueError:
        found.wrong.append(f"{where}: {month!r} or {cell!r} is no month or count")
        return
    if not unit:
        found.wrong.append(f"{where}: no unit")
    elif amount is not None and not (amount >= 0 and math.isfinite(amount)):
        found.wrong.append(f"{where}: a count of {cell}")
    elif key in found.counts:
        found.wrong.append(f"{where}: {unit} in {month} a second time")
    else:
        found.counts[key] = amount


def _month(text: str) -> date:
    return date.fromisoformat(text if len(text) == DAY_LENGTH else f"{text}-01").replace(day=1)


def _from_json(stream: TextIO) -> _Found:
    data: dict[str, Any] = json.load(stream)
    found = _Found(facts={"target": data["target"], "as_of": data["as_of"]})
    if len(data["counts"]) != len(data["times"]) or any(len(row) != len(data["units"]) for row in data["counts"]):
        raise _Wrong(f"counts are not {len(data['times'])} rows of {len(data['units'])} numbers")
    for month, row in zip(data["times"], data["counts"], strict=True):
        for unit, amount in zip(data["units"], row, strict=True):
            _take(found, "counts", [str(unit), str(month), "" if amount is None else str(amount)])
    return found


def _panel(found: _Found, target: str | None, as_of: date | None) -> Panel:
    if found.wrong:
        more = f" and {len(found.wrong) - NAMED} more" if len(found.wrong) > NAMED else ""
        raise _Wrong("; ".join(found.wrong[:NAMED]) + more)
    if not found.counts:
        raise _Wrong("it has no counts")
    units = list(dict.fromkeys(unit for unit, _ in found.counts))
    months = {month for _, month in found.counts}
    first, last = min(months), max(months)
    times, column = month_range(first, months_between(first, last) + 1), {unit: i for i, unit in enumerate(units)}
    counts, observed = np.zeros((len(times), len(units))), np.zeros((len(times), len(units)), dtype=bool)
    for (unit, month), amount in found.counts.items():
        at = months_between(first, month), column[unit]
        counts[at], observed[at] = amount or 0.0, amount is not None
    told = found.facts.get("as_of")
    return Panel(
        counts=counts, observed=observed, times=times, units=tuple(units),
        target=found.facts.get("target") or target or DEFAULT_TARGET,
        as_of=date.fromisoformat(told) if told else as_of or last_day(last),
    )  # fmt: skip


def _cell(panel: Panel, t: int, u: int) -> str:
    return f"{panel.counts[t, u]:.12g}" if panel.observed[t, u] else ""


def _plain(panel: Panel) -> dict[str, Any]:
    rows = np.where(panel.observed, panel.counts, np.nan).tolist()
    return {
        "target": panel.target,
        "as_of": panel.as_of.isoformat(),
        "times": [f"{month:%Y-%m}" for month in panel.times],
        "units": list(panel.units),
        "counts": [[None if math.isnan(cell) else cell for cell in row] for row in rows],
    }
