"""What can be asked of a store and added to it."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, Table, func, select, text, tuple_
from sqlalchemy.dialects.sqlite import insert

from tocsin.core.claim import Claim, Reading
from tocsin.core.document import Document
from tocsin.core.errors import LookAheadError, UnknownName
from tocsin.core.ids import content_id
from tocsin.core.issue import Issue
from tocsin.core.wire import claim_from_json, from_json, to_json
from tocsin.store._open import guarded, open_engine, readable
from tocsin.store._tables import CLAIMS, DOCUMENTS, ISSUES, READINGS

PAGE = 100
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreCounts:
    """How many of each a store holds."""

    documents: int
    readings: int
    claims: int
    issues: int


class Store:
    """Documents, claims and issues in one SQLite file. Rows are added, never changed or removed.

    >>> with Store.open(Path(":memory:")) as store:
    ...     store.counts()
    StoreCounts(documents=0, readings=0, claims=0, issues=0)
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine, self.path = engine, path

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Return the store at `path`, made if need be and `create` is true; raise StoreError for no store."""
        return cls(open_engine(path, create=create), path)

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def add(self, reading: Reading, *, reader: str) -> bool:
        """Return whether `reading` was new; all of it is then in the store, or, after a crash, nothing of it."""
        with guarded(self.path), self._engine.begin() as connection:
            _insert(connection, DOCUMENTS, [_document_row(reading.document)])
            if not _insert(connection, READINGS, [{"document": reading.document.id, "reader": reader}]):
                return False
            number = connection.execute(_reading_number(reading.document.id, reader)).scalar_one()
            _insert(connection, CLAIMS, [_claim_row(claim, number) for claim in reading.claims])
            _insert(connection, ISSUES, [_issue_row(issue, number) for issue in reading.issues])
            return True

    def add_issue(self, issue: Issue) -> bool:
        """Return whether `issue`, about something that never became a document, was new."""
        with guarded(self.path), self._engine.begin() as connection:
            return _insert(connection, ISSUES, [_issue_row(issue, None)]) == 1

    def has_read(self, document: str, *, reader: str) -> bool:
        """Return whether the store holds what `reader` (name and version) made of the document with that id."""
        return bool(self._rows(_reading_number(document, reader)))

    def readings(self, *, as_of: date, prefer: str | None = None) -> Iterator[Reading]:
        """Yield one reading for each document known at `as_of`, ordered by that day, then by id.

        Where several readers read a document, it is the reading of `prefer` (name and version), else the latest one.
        Only `PAGE` of them are held at a time.
        """
        after: tuple[date, str] = (date.min, "")
        while rows := self._rows(_page(as_of, after, prefer)):
            yield from self._readings(rows)
            after = (rows[-1].known_at, rows[-1].id)

    def _readings(self, rows: Sequence[Row[Any]]) -> list[Reading]:
        numbers = [row.reading for row in rows]
        claims = self._by_reading(CLAIMS, numbers)
        issues = self._by_reading(ISSUES, numbers)
        with readable(self.path):
            return [
                Reading(
                    document=_document(row),
                    claims=tuple(map(claim_from_json, claims.get(row.reading, ()))),
                    issues=tuple(from_json(Issue, data) for data in issues.get(row.reading, ())),
                )
                for row in rows
            ]

    def loose_issues(self) -> tuple[Issue, ...]:
        """Return the issues about sources that never became a document and have not done so since."""
        read_since = select(DOCUMENTS.c.number).where(DOCUMENTS.c.home == ISSUES.c.about).exists()
        query = select(ISSUES.c.body).where(ISSUES.c.reading.is_(None), ~read_since).order_by(ISSUES.c.number)
        return tuple(from_json(Issue, json.loads(row.body)) for row in self._rows(query))

    def n_later(self, *, as_of: date) -> int:
        """Return how many documents were not yet known at `as_of`."""
        query = select(func.count()).select_from(DOCUMENTS).where(DOCUMENTS.c.known_at > as_of)
        return int(self._rows(query)[0][0])

    def counts(self) -> StoreCounts:
        """Return how many documents, readings, claims and issues there are."""
        tables = {"documents": DOCUMENTS, "readings": READINGS, "claims": CLAIMS, "issues": ISSUES}
        query = select(*(select(func.count()).select_from(t).scalar_subquery().label(n) for n, t in tables.items()))
        return StoreCounts(**self._rows(query)[0]._mapping)

    def document(self, key: str, *, as_of: date | None = None) -> Document:
        """Return the document with that id; raise LookAheadError if it was not yet known at `as_of`."""
        return _document(self._one(DOCUMENTS, key, as_of))

    def claim(self, key: str, *, as_of: date | None = None) -> Claim:
        """Return the claim with that id; raise LookAheadError if it was not yet known at `as_of`."""
        return claim_from_json(json.loads(self._one(CLAIMS, key, as_of).body))

    def search(self, words: str, *, as_of: date, limit: int = 20) -> tuple[Document, ...]:
        """Return the documents known at `as_of` that hold all of `words`, best match first."""
        phrase = " ".join(f'"{word}"' for word in WORD.findall(words))
        if not phrase:
            return ()
        hit = text("documents_words MATCH :phrase").bindparams(phrase=phrase)
        same = DOCUMENTS.c.number == text("documents_words.rowid")
        query = select(DOCUMENTS).select_from(DOCUMENTS, text("documents_words")).where(same, hit)
        query = query.where(DOCUMENTS.c.known_at <= as_of).order_by(text("rank"), DOCUMENTS.c.id)
        return tuple(_document(row) for row in self._rows(query.limit(limit)))

    def _one(self, table: Table, key: str, as_of: date | None) -> Row[Any]:
        rows = self._rows(select(table).where(table.c.id == key))
        if not rows:
            raise UnknownName(f"no {table.name.removesuffix('s')} {key!r} in {self.path}")
        if as_of is not None and rows[0].known_at > as_of:
            raise LookAheadError(f"{key} was not known on {as_of}; it is known since {rows[0].known_at}")
        return rows[0]

    def _by_reading(self, table: Table, numbers: list[int]) -> dict[int, list[Any]]:
        query = select(table.c.reading, table.c.body).where(table.c.reading.in_(numbers)).order_by(table.c.number)
        found: dict[int, list[Any]] = {}
        for row in self._rows(query):
            found.setdefault(row.reading, []).append(json.loads(row.body))
        return found

    def _rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        with guarded(self.path), self._engine.connect() as connection:
            return connection.execute(query).all()


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    """Return how many of `rows` were new; those that are there already stay as they are."""
    if not rows:
        return 0
    return connection.execute(insert(table).on_conflict_do_nothing(), rows).rowcount


def _reading_number(document: str, reader: str) -> Select[Any]:
    return select(READINGS.c.number).where(READINGS.c.document == document, READINGS.c.reader == reader)


def _page(as_of: date, after: tuple[date, str], prefer: str | None) -> Select[Any]:
    """Return the query for the next documents after `after`, each with the number of the reading to use."""
    best = (
        select(READINGS.c.number)
        .where(READINGS.c.document == DOCUMENTS.c.id)
        .order_by((READINGS.c.reader == prefer).desc(), READINGS.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    key = tuple_(DOCUMENTS.c.known_at, DOCUMENTS.c.id)
    query = select(DOCUMENTS, best.label("reading")).where(DOCUMENTS.c.known_at <= as_of, key > tuple_(*after))
    return query.order_by(DOCUMENTS.c.known_at, DOCUMENTS.c.id).limit(PAGE)


def _document_row(document: Document) -> dict[str, Any]:
    plain = {name: _storable(getattr(document, name)) for name in ("id", "home", "title", "text")}
    body = {name: field for name, field in to_json(document).items() if name != "text"}
    return plain | {"known_at": document.known_at, "body": _dumps(body)}


def _document(row: Row[Any]) -> Document:
    return from_json(Document, json.loads(row.body) | {"text": row.text})


def _claim_row(claim: Claim, reading: int) -> dict[str, Any]:
    plain = {"id": claim.id, "reading": reading, "event": claim.event, "slot": claim.slot, "known_at": claim.known_at}
    return plain | {"body": _dumps(to_json(claim))}


def _issue_row(issue: Issue, reading: int | None) -> dict[str, Any]:
    body = _dumps(to_json(issue))
    return {
        "id": content_id("j", body, str(reading)),
        "reading": reading,
        "about": _storable(issue.about),
        "body": body,
    }


def _storable(text: str | None) -> str | None:
    """Return `text` with a question mark for each half of a surrogate pair (a file name that is not UTF-8 has such)."""
    return None if text is None else text.encode("utf-8", "replace").decode()


def _dumps(data: Any) -> str:
    """Return `data` as JSON; halves of surrogate pairs, which UTF-8 cannot hold, become escapes of JSON."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace").decode()
