"""Folders of the form of re3d, with texts of our own."""

import json
from pathlib import Path

from tocsin.bench._re3d import DOCUMENTS, ENTITIES, RELATIONS

TEXT = "The Valley Front is fighting the Dune Union in the hills. It holds Gao."
ENEMIES = ("Valley Front", "FightingAgainst", "Dune Union")
ORGANISATIONS = {"Valley Front": "Organisation", "Dune Union": "Organisation"}


def re3d(path: Path, *marks: tuple[str, str, str], text: str = TEXT, home: str = "D0", confidence: float = 1.0) -> Path:
    """Return a folder of one document with `marks` (source, type, target); each name is where `text` first has it."""
    folder = path / "made"
    folder.mkdir(parents=True)
    _write(folder / DOCUMENTS, [{"_id": home, "text": text}])
    names = {name for source, _, target in marks for name in (source, target)}
    _write(folder / ENTITIES, [_entity(home, text, name) for name in sorted(names)])
    _write(folder / RELATIONS, [_relation(home, text, mark) | {"confidence": confidence} for mark in marks])
    return path


def _entity(home: str, text: str, name: str) -> dict[str, object]:
    start = text.index(name)
    type_ = ORGANISATIONS.get(name, "Location" if name == "Gao" else "Organisation")
    return {"documentId": home, "begin": start, "end": start + len(name), "type": type_}


def _relation(home: str, text: str, mark: tuple[str, str, str]) -> dict[str, object]:
    source, type_, target = mark
    left, right = text.index(source), text.index(target)
    return {
        "documentId": home, "type": type_, "source": source, "target": target, "sourceBegin": left,
        "sourceEnd": left + len(source), "targetBegin": right, "targetEnd": right + len(target),
    }  # fmt: skip


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
