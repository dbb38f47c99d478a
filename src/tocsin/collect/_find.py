"""Files below a folder in a stable order, hidden ones left out, links that lead in circles not followed."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from tocsin.collect._format import issue
from tocsin.core.issue import Issue

MAX_NAMED = 5
MAX_DEPTH = 100


def files(top: Path, suffixes: Collection[str]) -> Iterator[Path | Issue]:
    """Return the files of those suffixes in `top` and below, sorted by name; `top` itself if it is a file.

    Each folder with files of other kinds gets one Issue that names some of them.
    """
    yield from _folder(top, suffixes, ()) if top.is_dir() else _file(top)


def _folder(folder: Path, suffixes: Collection[str], above: tuple[tuple[int, int], ...]) -> Iterator[Path | Issue]:
    try:
        identity = (folder.stat().st_dev, folder.stat().st_ino)
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        yield issue(str(folder), f"cannot be opened: {error.strerror}", "check who may read it")
        return
    if identity in above or len(above) >= MAX_DEPTH:
        yield issue(str(folder), "a folder that leads back to itself or is nested too deep", "remove the link")
        return
    others = []
    for name in names:
        path = folder / name
        if path.is_dir():
            yield from _folder(path, suffixes, (*above, identity))
        elif path.suffix.lower() in suffixes:
            yield from _file(path)
        else:
            others.append(name)
    if others:
        yield _left_out(folder, others)


def _file(path: Path) -> Iterator[Path | Issue]:
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        yield issue(str(path), f"cannot be opened: {error.strerror}", "check that it exists and who may read it")
        return
    yield path if is_file else issue(str(path), "not a regular file", "copy its content into a file")


def _left_out(folder: Path, names: list[str]) -> Issue:
    more = f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else ""
    what = f"files of a kind that is not read: {', '.join(names[:MAX_NAMED])}{more}"
    return issue(str(folder), what, "save them as text, HTML or PDF, or name them one by one")
