"""Which code made a forecast."""

from functools import cache
from importlib.metadata import version
from importlib.resources import files

from tocsin.core.arrays import digest

PACKAGES = ("tocsin.forecast", "tocsin.score", "tocsin.pipeline")


@cache
def code_version() -> str:
    """Return the version of Tocsin and a digest of the source that makes answers, as "0.1.0+1f0c3a9d2b4e5f60"."""
    sources = [path for name in PACKAGES for path in sorted(files(name).iterdir(), key=lambda path: path.name)]
    texts = [path.read_text(encoding="utf-8") for path in sources if path.name.endswith(".py")]
    return f"{version('tocsin')}+{digest(texts)}"
