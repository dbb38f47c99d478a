"""Where the benchmark data lie, which are not part of Tocsin: TOCSIN_BENCH, else beside the checkout."""

import os
from pathlib import Path

import polars as pl
import pytest

BENCH = Path(os.environ.get("TOCSIN_BENCH", Path(__file__).parents[2] / "shared" / "bench"))

CHALLENGE_MONTHS = range(361, 457)  # 2010-01 to 2017-12, as the VIEWS challenge numbers them


def write_challenge(folder, counts):
    """Write the tables of the VIEWS challenge: `counts` of deaths by country code, for every month or by its number."""
    rows = [
        (number, code, code, month, float(deaths(month) if callable(deaths) else deaths))
        for number, (code, deaths) in enumerate(counts.items())
        for month in CHALLENGE_MONTHS
    ]
    table = pl.DataFrame(rows, schema=["country_id", "isoab", "name", "month_id", "ged_sb"], orient="row")
    table.write_parquet(folder / "country_month.parquet")
    (folder / "adjacency_geonames.csv").write_text("iso3,iso2,neighbour_iso2\nAAA,AA,BB\nBBB,BB,AA\n")
    return folder


def bench_file(*parts: str) -> Path:
    """Return a file of the benchmark folder; the test is skipped, with the path, where it is not there."""
    path = BENCH.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path} is not there; set TOCSIN_BENCH to the folder of the benchmarks")
    return path
