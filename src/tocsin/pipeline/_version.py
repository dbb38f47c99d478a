"""Which code made a forecast."""

from functools import cache
from importlib.metadata import version
from importlib.resources import files

from tocsin.core.arrays import digest
from tocsin.core.vocabulary import data_file

PACKAGES = ("tocsin.core", "tocsin.ask", "tocsin.forecast", "tocsin.score", "tocsin.pipeline")
# Vocabularies that an answer depends on.
VOCABULARIES = ("borders.csv", "estimative.toml", "questions.toml")


@cache
def code_version() -> str:
    """Return the version of Tocsin and a digest of what makes answers, as "0.1.0+1f0c3a9d2b4e5f60"."""
    sources = [path for name in PACKAGES for path in sorted(files(name).iterdir(), key=lambda path: path.name)]
    texts = [path.read_text(encoding="utf-8") for path in sources if path.name.endswith(".py")]
    texts += [data_file(name).read_text(encoding="utf-8") for name in VOCABULARIES]
    return f"{version('tocsin')}+{digest(texts)}"
