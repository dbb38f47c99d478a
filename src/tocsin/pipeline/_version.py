"""Which code made a forecast."""

from functools import cache
from importlib.metadata import version
from importlib.resources import files

from tocsin.core.arrays import digest


@cache
def code_version() -> str:
    """Return the version of Tocsin and a digest of the source of its models, as "0.1.0+1f0c3a9d2b4e5f60"."""
    sources = sorted(files("tocsin.forecast").iterdir(), key=lambda path: path.name)
    texts = [path.read_text(encoding="utf-8") for path in sources if path.name.endswith(".py")]
    return f"{version('tocsin')}+{digest(texts)}"
