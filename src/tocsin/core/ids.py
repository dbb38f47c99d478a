"""Identifiers made from content, so that the same input always gets the same name."""

import hashlib
from typing import Literal

Prefix = Literal["d", "e", "c", "i", "a", "s", "p", "l", "k", "j", "q"]
DIGEST_BYTES = 8


def content_id(prefix: Prefix, *parts: str) -> str:
    r"""Return `prefix` and a digest of `parts`, which are kept apart by a separator.

    >>> content_id("d", "some text")
    'd-f2d42d5e4e509e1b'
    >>> content_id("c", "a", "b") == content_id("c", "ab")
    False
    """
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES)
    return f"{prefix}-{digest.hexdigest()}"
