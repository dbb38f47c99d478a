"""Files that are either written whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

LONE_SURROGATES = {".html": "xmlcharrefreplace", ".csv": "replace"}


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """Yield a UTF-8 text stream that becomes `path` when the block ends well; an old file stays until then.

    Half a surrogate pair, which a hostile report may hold and UTF-8 cannot, is written in the escapes of the format.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    errors = LONE_SURROGATES.get(path.suffix, "backslashreplace")
    try:
        with part.open("w", encoding="utf-8", errors=errors, newline="") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
