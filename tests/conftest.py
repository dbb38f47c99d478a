"""Tests see no places of whoever runs them, only those that they add themselves."""

import os
from pathlib import Path


def pytest_configure() -> None:
    os.environ.pop("TOCSIN_PLACES", None)
    os.environ["XDG_DATA_HOME"] = str(Path(__file__).parent / "no-data-folder")
