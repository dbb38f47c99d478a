"""Documents become claims, each with the words it was read from."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask

from tocsin.core.claim import Reading
from tocsin.core.document import Document, Span
from tocsin.core.errors import TocsinError
from tocsin.core.values import When
from tocsin.read._boundary import Reader, read_one
from tocsin.read._locate import locate, lookup, read_places
from tocsin.read._own_places import add_places, own_places, places_file, remove_places
from tocsin.read._own_table import OwnPlace
from tocsin.read._parse import parse
from tocsin.read._rules import RulesReader
from tocsin.read._times import find_times
from tocsin.registry import Registry

__all__ = [
    "READERS", "OwnPlace", "Reader", "add_places", "locate", "lookup", "own_places", "places_file", "read",
    "read_places", "read_times", "remove_places",
]  # fmt: skip

AHEAD_PER_JOB = 4


READERS: Registry[Reader] = Registry("reader", {"rules": RulesReader})


def read(documents: Iterable[Document], *, reader: str = "rules", jobs: int = 1) -> Iterator[Reading]:
    """Yield the reading of each of `documents`, in their order, by `jobs` processes.

    A document that a reader cannot cope with gives a reading with no claims and an issue. Only a few documents for
    each job are held at a time.
    """
    if jobs <= 1:
        one = READERS.make(reader)
        for document in documents:
            yield read_one(one, document)
        return
    READERS.make(reader)
    yield from _read_in_parallel(iter(documents), reader, jobs)


def read_times(document: Document) -> list[tuple[Span, When]]:
    """Return where `document` tells times, in order, with what each stands for.

    What cannot be counted has neither start nor end, and a reason; how long and how often are told in `edtf` alone.
    """
    page = parse(document)
    return [(page.span(mention.tokens), mention.when) for mention in find_times(page)]


def _read_in_parallel(documents: Iterator[Document], reader: str, jobs: int) -> Iterator[Reading]:
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(reader,))
    try:
        waiting = [_submit(pool, d) for d in islice(documents, jobs * AHEAD_PER_JOB)]
        while waiting:
            yield waiting.pop(0).result()
            waiting.extend(_submit(pool, d) for d in islice(documents, 1))
    except BrokenProcessPool as error:
        raise TocsinError("a process that reads was ended, perhaps for lack of memory; use fewer jobs") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, document: Document) -> Future[Reading]:
    with _interrupts_blocked():
        return pool.submit(_read_here, document)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Hold Ctrl-C back; a process started meanwhile never gets it, from its first instruction on.

    Ctrl-C reaches all processes of a terminal; the first one decides what to do, and ends the others.
    """
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)


_HERE: list[Reader] = []


def _start(reader: str) -> None:
    _HERE[:] = [READERS.make(reader)]


def _read_here(document: Document) -> Reading:
    return read_one(_HERE[0], document)
