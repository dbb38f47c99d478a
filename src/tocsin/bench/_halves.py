"""The half that a text or document is in: by a hash, so that no order or draw decides. Only `dev` is looked at."""

import hashlib
from typing import Literal

Half = Literal["dev", "test"]


def half_of(name: str) -> Half:
    """Return the half of a text of somebody else's, by the hash of its words or of its id as one number.

    >>> half_of("1"), half_of("3")
    ('test', 'dev')
    """
    return _half(int(hashlib.sha256(name.encode()).hexdigest(), 16))


def half_of_own(words: str) -> Half:
    """Return the half of a text that was marked for this project, by the first byte of the hash of its words."""
    return _half(hashlib.sha256(words.encode()).digest()[0])


def _half(number: int) -> Half:
    return "test" if number % 2 else "dev"
