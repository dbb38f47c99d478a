"""The rules give the figures that the VIEWS challenge published for its strongest simple benchmark."""

from pathlib import Path

import numpy as np
import pytest

from tocsin.score import crps_draws, ignorance, interval_score

FOLDER = Path(__file__).parents[3] / "shared" / "bench" / "conflict"
YEARS = range(2018, 2024)
KEYS = ("country_id", "month_id")


@pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no benchmark data in {FOLDER}")
def test_conflictology_has_its_published_scores():
    polars = pytest.importorskip("polars")
    actual = polars.read_parquet(FOLDER / "views_actuals_2018_2023.parquet")
    scores = []
    for year in YEARS:
        table = polars.read_parquet(FOLDER / f"Conflictology_{year}.parquet").sort(*KEYS, "draw")
        draws = table["outcome"].to_numpy().reshape(-1, 12).astype(float)
        y = actual.filter(polars.col("window") == f"Y{year}").sort(*KEYS)["outcome"].to_numpy().astype(float)
        scores.append([crps_draws(draws, y), ignorance(draws, y), interval_score(draws, y)])
    crps, ign, mis = np.concatenate(scores, axis=1).mean(axis=1)
    assert crps == pytest.approx(49.361, abs=0.001)
    assert ign == pytest.approx(0.6465, abs=0.0002)
    assert mis == pytest.approx(873.533, abs=0.005)
