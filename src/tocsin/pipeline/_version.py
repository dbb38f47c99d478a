"""Which code made a forecast."""

from importlib.metadata import version

from tocsin.core.code import code_digest

PACKAGES = ("tocsin.core", "tocsin.ask", "tocsin.forecast", "tocsin.score", "tocsin.pipeline")


def code_version() -> str:
    """Return the version of Tocsin and a digest of what makes answers, as "0.1.0+1f0c3a9d2b4e5f60"."""
    return f"{version('tocsin')}+{code_digest(*PACKAGES)}"
