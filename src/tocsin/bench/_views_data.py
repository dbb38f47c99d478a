"""The folder of the VIEWS challenge: counts by country and month, and which countries share a border."""

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from tocsin.core.errors import InputError
from tocsin.core.months import add_months, last_day, month_range
from tocsin.core.panel import Panel
from tocsin.forecast import Near

# VIEWS numbers months from January 1980, which is 1.
MONTH_ZERO = date(1979, 12, 1)
COUNTS, BORDERS = "country_month.parquet", "adjacency_geonames.csv"


def read_panel(folder: Path, *, target: str) -> Panel:
    """Return the panel of the column `target`; a country's months without a value were not observed.

    Raises InputError where the folder lacks the table or the table the column.
    """
    path = folder / COUNTS
    if not path.is_file():
        raise InputError(f"no {COUNTS} in {folder}; --data names the folder of the VIEWS benchmark")
    table = pl.read_parquet(path)
    if target not in table.columns:
        raise InputError(f"{path} has no column {target!r}; it has: {', '.join(table.columns)}")
    units = {row["country_id"]: row["isoab"] or row["name"] for row in table.iter_rows(named=True)}
    wide = table.pivot(on="country_id", index="month_id", values=target, maintain_order=True).sort("month_id")
    values = wide.select(str(key) for key in units).to_numpy().astype(float)
    seen = np.isfinite(values)
    rows, columns = seen.any(axis=1), seen.any(axis=0)
    values, first = values[rows][:, columns], wide["month_id"].to_numpy()[rows][0]
    times = month_range(add_months(MONTH_ZERO, int(first)), len(values))
    names = [f"{key} {name}" for (key, name), kept in zip(units.items(), columns, strict=True) if kept]
    return Panel(
        counts=np.nan_to_num(values), observed=np.isfinite(values), times=times,
        units=tuple(names), target=target, as_of=last_day(times[-1]),
    )  # fmt: skip


def read_near(folder: Path, units: tuple[str, ...]) -> Near:
    """Return the pairs of `units` that share a border today, each of weight 1."""
    path = folder / BORDERS
    if not path.is_file():
        raise InputError(f"no {BORDERS} in {folder}; --data names the folder of the VIEWS benchmark")
    lines = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    iso3 = {two: three for three, two, _ in lines}
    place = {unit.rpartition(" ")[2]: u for u, unit in enumerate(units)}
    named = [(three, iso3.get(other, "")) for three, _, other in lines]
    pairs = [(place[a], place[b]) for a, b in named if a in place and b in place and a != b]
    return Near(pairs=np.array(sorted(set(pairs)), dtype=int).reshape(-1, 2), weights=np.ones(len(set(pairs))))
