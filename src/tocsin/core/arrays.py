"""Arrays that nouns hold: copied once, then read-only, and named by their content."""

import hashlib
from collections.abc import Iterable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
S = TypeVar("S", bound=np.generic)
DIGEST_BYTES = 8


def frozen_floats(values: npt.ArrayLike) -> Floats:
    """Return `values` as a read-only array of float64; an array that can be written is copied.

    >>> bool(frozen_floats([1, 2]).flags.writeable)
    False
    """
    return _frozen(np.asarray(values, dtype=np.float64), values)


def frozen_bools(values: npt.ArrayLike) -> Bools:
    """Return `values` as a read-only array of truth values; an array that can be written is copied."""
    return _frozen(np.asarray(values, dtype=np.bool_), values)


def frozen_ints(values: npt.ArrayLike) -> Ints:
    """Return `values` as a read-only array of int64; an array that can be written is copied."""
    return _frozen(np.asarray(values, dtype=np.int64), values)


def _frozen(found: npt.NDArray[S], given: object) -> npt.NDArray[S]:
    shared = isinstance(given, np.ndarray) and np.may_share_memory(found, given)
    if shared and found.flags.writeable:
        found = found.copy()
    found.setflags(write=False)
    return found


def digest(parts: Iterable[str | npt.NDArray[np.generic]]) -> str:
    """Return 16 hexadecimal digits made from texts and arrays: their values, shapes and kinds.

    >>> digest(["a", np.zeros(2)]) == digest(["a", np.zeros(2)])
    True
    >>> digest(["a", np.zeros(2)]) == digest(["a", np.zeros((2, 1))])
    False
    """
    made = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for part in parts:
        if isinstance(part, str):
            made.update(f"text {len(part)} {part}".encode())
        else:
            made.update(f"array {part.dtype.str} {part.shape} ".encode())
            made.update(np.ascontiguousarray(part).data)
    return made.hexdigest()
