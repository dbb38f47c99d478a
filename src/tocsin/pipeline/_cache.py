"""What was worked out before, kept in files that are whole or not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield the path of a file to write, which becomes `path` when the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".part{path.suffix}")
    yield half
    half.replace(path)
