"""Whatever goes wrong in reading one report is an issue that names it."""

import threading
import time
from dataclasses import replace

import pytest

import make
from tocsin.core.claim import Reading
from tocsin.core.document import Document
from tocsin.read import READERS
from tocsin.read._boundary import LONGEST_TEXT, read_one
from tocsin.read._limits import MOST_TOKENS

NAMED = replace(make.document(), home="reports/a.txt")
READ = Reading(document=NAMED, claims=())


class Prepared:
    """A reader that has nothing to make ready."""

    version, languages = "1", frozenset({"en"})

    def prepare(self) -> None:
        pass


class Broken(Prepared):
    """A reader that raises what it is told to."""

    name = "broken"

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def read(self, document: Document) -> Reading:
        raise self.error


class Endless(Prepared):
    """A reader that does not come to an end by itself."""

    name = "endless"

    def read(self, document: Document) -> Reading:
        while True:
            pass


class Ready(Prepared):
    """A reader that reads nothing."""

    name = "ready"

    def read(self, document: Document) -> Reading:
        return Reading(document=document, claims=())


def only_issue(reading: Reading) -> str:
    assert reading.claims == ()
    (issue,) = reading.issues
    assert (issue.stage, issue.about) == ("read", "reports/a.txt")
    return issue.what


@pytest.mark.parametrize(
    "kind", [AttributeError, TypeError, RecursionError, MemoryError, ValueError, KeyError, StopIteration, OSError]
)
def test_any_error_of_a_reader_is_an_issue_that_names_the_report(kind):
    assert only_issue(read_one(Broken(kind("x y")), NAMED)).startswith(f"the reader broken stopped: {kind.__name__}: ")


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_is_let_through(kind):
    with pytest.raises(kind):
        read_one(Broken(kind()), NAMED)


def test_a_long_message_is_cut():
    assert len(only_issue(read_one(Broken(ValueError("x" * 10_000)), NAMED))) < 250


def test_a_reader_that_does_not_end_is_ended():
    assert only_issue(read_one(Endless(), NAMED, seconds=0.05)) == "not read: more than 0.05 s of processor time"


class Slow(Ready):
    """A reader that takes longer to be made ready, once, than any report may take."""

    ready = False

    def prepare(self) -> None:
        end = time.process_time() + (0.0 if self.ready else 0.1)
        while time.process_time() < end:
            pass
        self.ready = True

    def read(self, document: Document) -> Reading:
        self.prepare()
        return super().read(document)


def test_no_report_pays_for_what_all_of_them_share():
    assert read_one(Slow(), NAMED, seconds=0.05) == READ


class Unprepared(Ready):
    """A reader that cannot be made ready."""

    def prepare(self) -> None:
        raise OSError("no space left")


def test_a_reader_that_cannot_be_made_ready_is_an_issue_of_the_report():
    assert only_issue(read_one(Unprepared(), NAMED)) == "the reader ready stopped: OSError: no space left"


def test_a_reader_that_ends_in_time_is_not_disturbed_later():
    assert read_one(Ready(), NAMED, seconds=0.01) == READ
    assert sum(range(1_000_000)) == 499_999_500_000


def test_a_reader_in_another_thread_reads_without_a_limit_on_time():
    found: list[Reading] = []
    thread = threading.Thread(target=lambda: found.append(read_one(Ready(), NAMED)))
    thread.start()
    thread.join()
    assert found == [READ]


def test_a_text_that_is_too_long_is_not_read():
    long = replace(NAMED, text="a " * LONGEST_TEXT)
    assert only_issue(read_one(Ready(), long)) == "not read: 800000 characters; at most 400000"


def test_a_text_of_too_many_words_is_not_read():
    assert only_issue(read_one(READERS.make("rules"), replace(NAMED, text="a " * (MOST_TOKENS + 1)))) == (
        "not read: 120001 words and marks; at most 120000"
    )


def test_a_report_that_states_another_language_is_not_read():
    french = replace(NAMED, language="fr", text="Des hommes ont attaqué un marché à Gao dimanche.")
    assert only_issue(read_one(READERS.make("rules"), french)).startswith("not read: language 'fr'")


@pytest.mark.parametrize("code", ["en", "eng"])
def test_english_by_either_code_is_read(code):
    assert read_one(READERS.make("rules"), replace(NAMED, language=code)).claims
