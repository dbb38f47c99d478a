"""Which code made something: a digest of the source of packages and of the vocabularies that it names."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.resources import files

from tocsin.core.arrays import digest
from tocsin.core.errors import UnknownName
from tocsin.core.vocabulary import data_file

VOCABULARY = re.compile(r'"(\w+\.(?:toml|csv))"')


@cache
def code_digest(*packages: str) -> str:
    """Return 16 hexadecimal digits made from the modules of `packages` and the data files that these name.

    >>> code_digest("tocsin.core") == code_digest("tocsin.core", "tocsin.read")
    False
    """
    sources = [source for package in packages for source in _sources(package)]
    named = sorted({name for source in sources for name in VOCABULARY.findall(source)})
    return digest([*sources, *(text for name in named for text in _vocabulary(name))])


def _sources(package: str) -> Iterator[str]:
    for path in sorted(files(package).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py"):
            yield path.read_text(encoding="utf-8")


def _vocabulary(name: str) -> Iterator[str]:
    """Yield the text of the data file `name`; nothing where a file of that name is the user's, not ours."""
    with suppress(UnknownName):
        yield data_file(name).read_text(encoding="utf-8")
