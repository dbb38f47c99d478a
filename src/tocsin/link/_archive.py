"""What was read, kept on disk while the views are built: documents, claims, mentions, and who is only described."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from tocsin.core.claim import Claim
from tocsin.core.document import Document
from tocsin.core.record import Actor
from tocsin.core.shelf import Scratch, Shelf
from tocsin.core.wire import Json, claim_from_json, from_json
from tocsin.link._mentions import Draft
from tocsin.link._plain import drafts_from_json, drafts_json
from tocsin.link._reports import Report, report_from_json, report_json


class Archive:
    """Documents and claims by number, in the order in which they came; those of one report stand together.

    The mentions of a report have the number of its document.
    """

    def __init__(self) -> None:
        self.scratch = Scratch()
        self.documents: Shelf[Document] = self.scratch.shelf("documents", partial(from_json, Document))
        self.claims: Shelf[Claim] = self.scratch.shelf("claims", claim_from_json)
        self.drafts: Shelf[list[Draft]] = self.scratch.shelf("drafts", drafts_from_json, tell=drafts_json)
        self.reports: Shelf[Report] = self.scratch.shelf("reports", report_from_json, tell=report_json)
        self.actors: Shelf[Actor] = self.scratch.shelf("actors", partial(from_json, Actor))
        self.actor_ids = self.scratch.order("actor_ids", "id")
        columns = "document TEXT, event TEXT, claims TEXT, PRIMARY KEY (document, event)"
        self.scratch.sql.execute(f"CREATE TABLE events ({columns}) WITHOUT ROWID")

    def add(
        self, document: Document, claims: Sequence[Claim], events: Mapping[str, Sequence[int]]
    ) -> tuple[int, range]:
        """Return the numbers of `document` and of its `claims`; `events` are places in `claims`."""
        numbers = self.claims.put_all(claims)
        rows = ((document.id, event, json.dumps([numbers[i] for i in places])) for event, places in events.items())
        self.scratch.sql.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)
        return self.documents.put(document), numbers

    def add_actor(self, actor: Actor) -> None:
        """Add an actor of which no other report will tell anything more."""
        self.actor_ids.add(self.actors.put(actor), actor.id)

    def told(self, document: str, event: str) -> list[Claim]:
        """Return the claims of a document on an event, in the order of the text."""
        query = "SELECT claims FROM events WHERE document = ? AND event = ?"
        row = self.scratch.sql.execute(query, (document, event)).fetchone()
        return self.listed(json.loads(row[0]))

    def listed(self, numbers: Iterable[int]) -> list[Claim]:
        """Return the claims of these numbers."""
        return list(map(self.claims.number, numbers))

    def marked(self, numbers: Sequence[int], copies: Mapping[str, str]) -> Shelf[Document]:
        """Return the documents of these numbers; `copies` maps those that reprint another to the original."""

        def mark(data: Json) -> Document:
            document = from_json(Document, data)
            return replace(document, copy_of=copies[document.id]) if document.id in copies else document

        return self.documents.arranged(numbers).view(mark)
