"""Lines of a table out of a file or zip archive, within limits, whatever their encoding."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, TextIO

from tocsin.core.errors import InputError

MAX_TABLE_BYTES = 4 * 1024**3
"""More than any event table has, unpacked; what is larger is a bomb or no table."""
SUFFIXES = {".csv", ".tsv", ".txt"}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = (",", ";", "\t")
FALLBACK = "cp1252"
SURROGATES = re.compile("[\udc80-\udcff]")


class _Bounded(io.RawIOBase):
    """A stream that refuses to go on behind `most` bytes; what an archive says of its own size is not trusted."""

    def __init__(self, inner: IO[bytes], most: int, name: str) -> None:
        self._inner, self._left, self._name, self._most = inner, most, name, most

    def readable(self) -> bool:
        """Return true."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Return how many bytes were put into `buffer`."""
        data = self._inner.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise InputError(f"{self._name} is larger than {self._most} bytes unpacked; split it, or raise the limit")
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def table_text(path: Path, *, max_bytes: int = MAX_TABLE_BYTES) -> Iterator[TextIO]:
    """Return the text of the table in `path`; bytes that are no UTF-8 are kept as surrogates (see `mended`)."""
    try:
        with path.open("rb") as file:
            packed = zipfile.is_zipfile(file)
            file.seek(0)
            raw = _member(file, path) if packed else file
            buffered = io.BufferedReader(_Bounded(raw, max_bytes, str(path)))
            encoding = "utf-16" if buffered.peek(2)[:2] in UTF_16 else "utf-8-sig"
            yield io.TextIOWrapper(buffered, encoding=encoding, errors="surrogateescape", newline="")
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise InputError(f"{path} is a broken zip archive ({error}); download it again") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error


def lines(text: TextIO) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield the rows of `text`, each with the number of its last line; an error in the place of a row that is none."""
    first = text.readline()
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(_again(first, text), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, error
            continue
        if any(row):
            yield reader.line_num, row


def mended(cell: str) -> str:
    """Return `cell` with bytes that were no UTF-8 read as Windows-1252.

    >>> mended(b"Al-Qa\\xefda".decode("utf-8", "surrogateescape"))
    'Al-Qaïda'
    """
    return cell.encode("utf-8", "surrogateescape").decode(FALLBACK, "replace")


def is_broken(row: list[str]) -> bool:
    """Return whether a cell of `row` holds bytes that were no UTF-8."""
    words = "".join(row)
    return not words.isascii() and SURROGATES.search(words) is not None


def _again(first: str, text: TextIO) -> Iterator[str]:
    yield first
    yield from text


def _member(file: BinaryIO, path: Path) -> IO[bytes]:
    archive = zipfile.ZipFile(file)
    tables = [i for i in archive.infolist() if PurePosixPath(i.filename).suffix.lower() in SUFFIXES]
    tables = [i for i in tables if not i.filename.startswith("__MACOSX")]
    if len(tables) != 1:
        names = ", ".join(i.filename for i in archive.infolist()[:6])
        raise InputError(f"{path} holds {len(tables)} tables ({names}); unpack it and name the one you mean")
    if tables[0].flag_bits & 1:
        raise InputError(f"{path} is encrypted; unpack it first")
    return archive.open(tables[0])
