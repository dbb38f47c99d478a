"""Panels from wide Parquet tables: one row a country and month by VIEWS ids, a column for each target."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from tocsin.core.errors import InputError, UnknownName
from tocsin.core.months import add_months, last_day, month_range
from tocsin.core.panel import Panel
from tocsin.core.states import code_table
from tocsin.core.vocabulary import toml_table

# VIEWS numbers months from January 1980, which is 1.
MONTH_ZERO = date(1979, 12, 1)
DEFAULT_TARGET = "all"


def read_wide(path: Path, *, target: str | None, as_of: date | None) -> Panel:
    """Return the panel of `target` ("all" for None) by ISO code; ids of one state are added up.

    A country's month without a value was not observed. Raises InputError where the table cannot be read, UnknownName
    for a target that it has no column of.
    """
    rule: dict[str, Any] = toml_table("panel_columns.toml")
    try:
        table = pl.read_parquet(path)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise InputError(f"{path} cannot be read as Parquet: {error}") from error
    keys = {rule["country"], rule["month"]}
    if not keys <= set(table.columns):
        raise InputError(f"{path} lacks {' or '.join(sorted(keys - set(table.columns)))}; expected ids of VIEWS")
    wanted = target or DEFAULT_TARGET
    long = table.select(unit=rule["country"], month=rule["month"], count=_column(wanted, table.columns, path))
    return _panel(long, wanted, as_of)


def _column(target: str, there: list[str], path: Path) -> str:
    columns: dict[str, list[str]] = toml_table("panel_columns.toml")["targets"]
    found = [column for column in columns.get(target, []) if column in there]
    if found:
        return found[0]
    known = ", ".join(name for name, names in columns.items() if set(names) & set(there))
    raise UnknownName(f"{path} has no column of {target!r}; it has columns of: {known or 'no target'}")


def _panel(long: pl.DataFrame, target: str, as_of: date | None) -> Panel:
    codes = code_table("views")
    strange = sorted({str(key) for key in long["unit"].to_list()} - set(codes))
    if strange:
        raise InputError(f"ids of countries are not in data/states.csv: {', '.join(strange[:3])}")
    named = long.with_columns(
        pl.col("unit").cast(pl.String).replace_strict(codes), pl.col("count").cast(pl.Float64).fill_nan(None)
    ).drop_nulls("count")
    summed = named.group_by("unit", "month").agg(pl.col("count").sum())
    units = sorted(summed["unit"].unique().to_list())
    months = summed["month"].to_numpy()
    first, n = int(months.min()), int(months.max() - months.min()) + 1
    counts, observed = np.zeros((n, len(units))), np.zeros((n, len(units)), bool)
    cells = months - first, np.searchsorted(units, summed["unit"].to_list())
    counts[cells], observed[cells] = summed["count"].to_numpy(), True
    times = month_range(add_months(MONTH_ZERO, first), n)
    return Panel(
        counts=counts, observed=observed, times=times, units=tuple(units), target=target,
        as_of=as_of or last_day(times[-1]),
    )  # fmt: skip
