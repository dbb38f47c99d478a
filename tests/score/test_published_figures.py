"""The rules give the figures that the VIEWS challenge published for its strongest simple benchmark."""

import numpy as np
import polars as pl
import pytest

from make_bench import bench_file
from tocsin.score import crps_draws, ignorance, interval_score

YEARS = range(2018, 2024)
KEYS = ("country_id", "month_id")


def test_conflictology_has_its_published_scores():
    actual = pl.read_parquet(bench_file("conflict", "views_actuals_2018_2023.parquet"))
    scores = []
    for year in YEARS:
        table = pl.read_parquet(bench_file("conflict", f"Conflictology_{year}.parquet")).sort(*KEYS, "draw")
        draws = table["outcome"].to_numpy().reshape(-1, 12).astype(float)
        y = actual.filter(pl.col("window") == f"Y{year}").sort(*KEYS)["outcome"].to_numpy().astype(float)
        scores.append([crps_draws(draws, y), ignorance(draws, y), interval_score(draws, y)])
    crps, ign, mis = np.concatenate(scores, axis=1).mean(axis=1)
    assert crps == pytest.approx(49.361, abs=0.001)
    assert ign == pytest.approx(0.6465, abs=0.0002)
    assert mis == pytest.approx(873.533, abs=0.005)
