"""PolNeAR: news articles with their attributions (source, cue and content), as its annotators marked them."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tocsin.bench._halves import Half
from tocsin.core.errors import InputError

Spans = tuple[tuple[int, int], ...]
FOLDERS: dict[Half, str] = {"dev": "train", "test": "dev"}
DEV_SHARE = 3  # one in three articles of the folder `train` is for developing; the others stay unseen
LARGEST_FILE_BYTES = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whose words, by which cue, and which words: places `[start, end)` in the text, each perhaps in several parts.

    `speaker` is who the source stands for, where that is known; annotators mark the words of the source alone.
    """

    source: Spans
    cue: Spans
    content: Spans
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedReport:
    """An article with what one annotator marked."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def polnear_reports(data: Path, half: Half) -> Iterator[AttributedReport]:
    """Yield the articles of one half of the corpus in the folder `data`, each by its first annotator.

    "dev" is one in three articles of `train`, by a digest of their names, "test" the folder `dev`. Raise InputError
    where the folder is missing or a file is no annotation.
    """
    folder = data / FOLDERS[half]
    files = sorted((folder / "attributions").glob("*.ann"))
    if not files:
        raise InputError(f"{folder / 'attributions'} holds no annotations (*.ann); expected the folder of PolNeAR")
    first: dict[str, Path] = {}
    for file in files:
        first.setdefault(file.stem.rpartition("_")[0], file)
    for name, file in first.items():
        if half == "test" or is_for_developing(name):
            text = _read(folder / "text" / f"{name}.txt")
            yield AttributedReport(id=name, text=text, attributions=tuple(_attributions(file)))


def is_for_developing(name: str) -> bool:
    """Return whether the article `name` of the folder `train` is one to look at."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:2], 16) % DEV_SHARE == 0


def _read(path: Path) -> str:
    """Return the text of a file, its line ends as they are, for offsets count them."""
    if not path.is_file():
        raise InputError(f"{path} is missing; expected the text that the annotations beside it are of")
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise InputError(f"{path} has more than {LARGEST_FILE_BYTES} bytes; expected one article")
    return path.read_bytes().decode("utf-8")


def _attributions(file: Path) -> Iterator[Attribution]:
    """Yield the attributions of a file in the standoff format of brat that have content."""
    lines = [line.split("\t") for line in _read(file).splitlines()]
    try:
        marked = {cells[0]: _spans(cells[1]) for cells in lines if cells[0].startswith("T")}
        told = [_roles(cells[1], marked) for cells in lines if cells[0].startswith("E")]
    except (IndexError, ValueError) as error:
        raise InputError(f"{file}: not in the standoff format of brat ({error})") from error
    for roles in told:
        if "Content" in roles:
            yield Attribution(
                source=roles.get("Source", ()), cue=roles.get("Cue", ()), content=roles["Content"]
            )  # fmt: skip


def _spans(cell: str) -> Spans:
    """Return the spans of "Content 651 656;669 711"."""
    _, _, spans = cell.partition(" ")
    return tuple((int(start), int(end)) for start, end in (span.split() for span in spans.split(";")))


def _roles(cell: str, marked: Mapping[str, Spans]) -> dict[str, Spans]:
    """Return the spans of each role of "Attribution:T4 Content:T3 Cue:T2 Source:T1"; "Content2" is content too."""
    found: dict[str, Spans] = {}
    for role, _, mark in (part.partition(":") for part in cell.split()):
        name = role.rstrip("0123456789")
        found[name] = tuple(sorted((*found.get(name, ()), *marked.get(mark, ()))))
    return {role: spans for role, spans in found.items() if spans}
