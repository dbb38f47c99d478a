"""Words by which reports hang together: what points back, what is told in general, what only carries a noun."""

from functools import cache

from tocsin.core.vocabulary import toml_table


@cache
def discourse() -> dict[str, frozenset[str]]:
    """Return the words of data/discourse.toml as sets."""
    return {name: frozenset(words) for name, words in toml_table("discourse.toml").items()}
