"""Where the benchmark data lie, which are not part of Tocsin: TOCSIN_BENCH, else beside the checkout."""

import os
from pathlib import Path

import pytest

BENCH = Path(os.environ.get("TOCSIN_BENCH", Path(__file__).parents[2] / "shared" / "bench"))


def bench_file(*parts: str) -> Path:
    """Return a file of the benchmark folder; the test is skipped, with the path, where it is not there."""
    path = BENCH.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path} is not there; set TOCSIN_BENCH to the folder of the benchmarks")
    return path
