"""Hostile texts go through reader, linker and writers: no trace, no end of the run, no markup in the brief."""

import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import make
from tocsin.collect import CollectOptions
from tocsin.core.claim import Reading
from tocsin.core.record import Record
from tocsin.link import link
from tocsin.pipeline import RunOptions, run, write_all
from tocsin.read import READERS
from tocsin.read._boundary import read_one
from tocsin.read._limits import LONGEST_SENTENCE
from tocsin.read._parse import parse

READER = READERS.make("rules")
AS_OF = make.day("2020-01-01")
QUIET = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

VOCABULARY = (
    "gunmen soldiers rebels the a of in on at by from said told killed wounded attacked seized 12 two dozens at-least "
    "more than Gao Mali Niger Nigeria Diallo Mr General president army group UN ( ) [ \" “ ” ' ’ , . ; : - – ... ? ! "
    "Sunday yesterday last week ago March 2013 by-Friday talks truce agreed claimed responsibility denied accused no "
    "who which that it they he and or but not had been will would if reportedly according to \n\n \n"
)
PIECES = st.one_of(st.sampled_from(VOCABULARY.split(" ")), st.text(max_size=6), st.integers(0, 10**12).map(str))
SOUP = st.lists(PIECES, min_size=1, max_size=60).map(" ".join).filter(str.strip)
HOSTILE: dict[str, str] = {
    "one sentence": "gunmen killed 12 people in Gao and said that the army attacked the market on Sunday, " * 30,
    "quotes": '"We won," he said. ' * 100,
    "open quotes": "“ I " * 500,
    "deep brackets": "(" * 300 + "x" + ")" * 300,
    "marks alone": ". , ; - ? ! " * 100,
    "digits alone": "12 345 1,234,567 " * 100,
    "one long word": "ab" * 5000,
    "one long number": "1" * 5000,
    "emoji": "😀🔥 👨‍👩‍👧 " * 100,
    "right to left": "قتل المسلحون ١٢ شخصا في غاو يوم الأحد. " * 20,
    "zero width": "G\u200bu\u200bn\u200bmen \u200dkilled \u200e12 people\u202e in Gao. " * 20,
    "combining": "e\u0301\u0300\u0301 killed " * 100,
    "ligatures in capitals": "ßŉǰΐ GUNMEN KILLED 12 PEOPLE IN GAO ON SUNDAY. " * 10,
    "capitals": make.TEXT.upper() * 5,
    "no capitals": make.TEXT.lower() * 5,
    "line ends": "Gao\n" * 300,
    "paragraphs": "a\n\n" * 300,
    "blanks": "a" + " " * 20_000 + "b",
    "control characters": "\x01\x02 gunmen \x7f killed \x85 12 people. " * 20,
    "said that he said": "said that he said that " * 50,
    "initials": "U.N. e.g. " * 100,
    "hyphens": "well-" * 300,
    "numbers in words": "one hundred and twenty-" * 100,
    "dates": "last Sunday, 3 March 2011, 31 February 2013, two weeks ago, in 9999, " * 30,
    "talks": "talks between the government and the rebels mediated by Algeria by Friday " * 30,
    "French": "Des hommes armés ont attaqué un marché à Gao, a déclaré un responsable. " * 20,
}


def read_text(text: str) -> Reading:
    return read_one(READER, replace(make.document(text=text), home="soup.txt"))


def checked(reading: Reading) -> Record:
    """Return the record of `reading`, which had no issue and whose claims all point into the text."""
    assert [issue.what for issue in reading.issues] == []
    for claim in reading.claims:
        assert all(span.words(reading.document.text).strip() for span in claim.spans)
    return link([reading], as_of=AS_OF)


@settings(QUIET, max_examples=60)
@given(text=SOUP)
def test_any_soup_of_words_is_read_and_linked(text):
    checked(read_text(text))


@settings(QUIET, max_examples=10)
@given(texts=st.lists(SOUP, min_size=1, max_size=3), names=st.lists(st.text(max_size=20), min_size=3, max_size=3))
def test_any_documents_become_a_record_and_a_brief(tmp_path, texts, names):
    publisher, title, home = (name or None for name in names)
    made = [make.document(text=t, publisher=publisher, title=title) for t in texts]
    readings = [read_one(READER, replace(d, home=home)) for d in {d.id: d for d in made}.values()]
    write_all(link(readings, as_of=AS_OF), tmp_path)
    assert len(json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["documents"]) == len(readings)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_and_linked(text):
    checked(read_text(text))


def test_hostile_texts_together_become_a_record_and_a_brief(tmp_path):
    readings = [read_text(text[:2000]) for text in HOSTILE.values()]
    write_all(link(readings, as_of=AS_OF), tmp_path)
    assert len(json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["documents"]) == len(HOSTILE)


def test_a_sentence_without_an_end_is_cut():
    page = parse(make.document(text="the soldiers in the town and " * 200))
    assert max(len(sentence) for sentence in page.sentences) == LONGEST_SENTENCE


def test_reading_does_not_change_the_text():
    document = make.document(text=HOSTILE["zero width"])
    assert read_one(READER, document).document == document


class Tags(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


MARK = "zqxj"
SCRIPT = f"<script>{MARK}()</script>"
IMAGE = f"<img src={MARK} onerror={MARK}()>"
BREAKOUT = f"\"'><svg onload={MARK}()>"


@pytest.fixture
def attacked(tmp_path: Path) -> Path:
    """Return the folder of a run over reports with markup wherever a report can put it."""
    folder = tmp_path / "reports"
    folder.mkdir()
    head = {"title": f"Raid {SCRIPT}", "publisher": f"Wire {IMAGE}", "byline": BREAKOUT, "published": "2013-04-10"}
    head |= {"uri": f"javascript:{MARK}()"}
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items())
    told = (
        f"At least 12 people were killed on Sunday when gunmen attacked a market in Gao.\n\n"
        f'"The men {SCRIPT} had fled," Moussa {IMAGE} Diallo, a provincial official, said.\n\n'
        f"The group Northern {SCRIPT} Brigade claimed the attack. Colonel {BREAKOUT} Keita said he was {IMAGE} sorry."
    )
    (folder / f"a{IMAGE.replace('/', '')}.txt").write_text(f"---\n{front}---\n{told}\n", encoding="utf-8")
    page = f"<html><head><title>{html.escape(SCRIPT)}</title></head><body><p>{html.escape(told)}</p></body></html>"
    (folder / "b.html").write_text(page, encoding="utf-8")
    (folder / "c.jsonl").write_text(json.dumps({"text": told + " Again.", **head}) + "\n", encoding="utf-8")
    (folder / f"bad{BREAKOUT.replace('/', '')}.pdf").write_bytes(b"%PDF-1.7\n" + SCRIPT.encode())
    options = RunOptions(as_of=AS_OF, collect=CollectOptions(today=make.day("2019-01-01")))
    run([folder], out=tmp_path / "out", options=options)
    return tmp_path / "out"


def test_markup_in_a_report_is_text_in_the_brief(attacked):
    brief = (attacked / "brief.html").read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(brief)
    assert html.escape(SCRIPT) in brief
    assert [tag for tag, attrs in tags.seen if tag == "img" and MARK in str(attrs.get("src"))] == []
    assert [name for _, attrs in tags.seen for name in attrs if name.startswith("on")] == []
    links = [value or "" for _, attrs in tags.seen for name, value in attrs.items() if name in {"href", "src"}]
    assert [link for link in links if re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE)] == []
    scripts = re.findall(r"<script[^>]*>(.*?)</script", brief, re.DOTALL)
    assert [script for script in scripts if MARK in script] == []


def test_markup_in_a_report_reaches_the_record_as_it_was_written(attacked):
    record = json.loads((attacked / "record.json").read_text(encoding="utf-8"))
    assert sum(SCRIPT in d["text"] for d in record["documents"]) >= 2


@pytest.mark.parametrize(
    "word", ["had", "agreed", "seized", "signed", "denied", "accused", "ousted", "most", "men", "set"]
)
def test_a_text_may_end_with_any_word(word):
    for text in (word, f"Rebels {word}", f"Talks between the army and the rebels: they {word}", f"it was {word}"):
        checked(read_text(text))
