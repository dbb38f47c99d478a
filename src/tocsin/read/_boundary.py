"""The boundary around readers: what goes wrong in reading one report is an issue that names it, never the end of a run.

A bug or a hostile text can make a reader raise anything, so this is the one place where every exception is caught. What
is caught here: errors of any type that the reader raises; a text longer than `LONGEST_TEXT`; a language that the reader
does not read, as far as the report states one; and more processor time than `seconds_for` allows. Inside the reader,
`LONGEST_SENTENCE` and `MOST_TOKENS` bound what the grammar works on at a time. Ctrl-C and the end of the process pass.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Protocol

from tocsin.core.claim import Reading
from tocsin.core.document import Document
from tocsin.core.issue import Issue
from tocsin.read._limits import TooMuch

LONGEST_TEXT = 400_000  # characters: a book; spaCy's own end is a million, and its memory grows with the text
BASE_SECONDS = 30.0
SECONDS_A_CHARACTER = 0.0005  # eight times what reports of ordinary length take
REPEAT_SECONDS = 1.0  # an error raised while an object is being finalised is lost, so the alarm rings again
LONGEST_ERROR = 160
REPORT_IT = "please report this with the document"
SPLIT_IT = "split it into reports"


class Reader(Protocol):
    """What a reader must offer: the same claims for the same document, each with spans inside its text.

    `languages` are the ISO 639 codes of the languages that it reads.
    """

    name: str
    version: str
    languages: frozenset[str]

    def prepare(self) -> None:
        """Make ready what all reports share, once in a process: models, gazetteer; no report's time pays for it."""
        ...

    def read(self, document: Document) -> Reading:
        """Return what `document` says, as claims."""
        ...


def read_one(reader: Reader, document: Document, *, seconds: float | None = None) -> Reading:
    """Return what `reader` reads in `document`; no claims and one issue where it cannot read it."""
    if document.language not in reader.languages:
        wanted = ", ".join(sorted(reader.languages))
        what = f"not read: language {document.language!r}; the reader {reader.name} reads {wanted}"
        return _unread(document, what, "state its language if this is wrong")
    if len(document.text) > LONGEST_TEXT:
        return _unread(document, f"not read: {len(document.text)} characters; at most {LONGEST_TEXT}", SPLIT_IT)
    limit = seconds_for(document) if seconds is None else seconds
    try:
        reader.prepare()
        with _alarm(limit):
            return reader.read(document)
    except TooMuch as much:
        return _unread(document, f"not read: {much}", SPLIT_IT)
    except Exception as error:  # noqa: BLE001, a bug in a reader must cost one report, never the run
        said = str(error)[:LONGEST_ERROR]
        return _unread(document, f"the reader {reader.name} stopped: {type(error).__name__}: {said}", REPORT_IT)


def seconds_for(document: Document) -> float:
    """Return how much processor time, in seconds, reading `document` may take."""
    return BASE_SECONDS + SECONDS_A_CHARACTER * len(document.text)


def _unread(document: Document, what: str, hint: str) -> Reading:
    about = document.home or document.uri or document.id
    return Reading(document=document, claims=(), issues=(Issue(stage="read", about=about, what=what, hint=hint),))


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise TooMuch in the block after `seconds` of processor time; only where the system and the thread allow it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooMuch(f"more than {seconds:g} s of processor time")

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, REPEAT_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
