import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tocsin.collect import FORMATS, CollectOptions, Limits, collect
from tocsin.core.document import Document
from tocsin.core.errors import InputError
from tocsin.core.issue import Issue

TEXT = "Two soldiers died on Sunday when their lorry struck a mine near the border, the army said."
OTHER = "Gunmen rode into a market town at dawn on Monday and killed nine traders, an official said."
TODAY = CollectOptions(today=date(2020, 1, 2))


def documents(*paths: str | Path, options: CollectOptions = TODAY) -> list[Document]:
    return [item for item in collect(paths, options=options) if isinstance(item, Document)]


def issues(*paths: str | Path, options: CollectOptions = TODAY) -> list[Issue]:
    return [item for item in collect(paths, options=options) if isinstance(item, Issue)]


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name, text in (("c.txt", "C " + TEXT), ("b/x.txt", "B " + TEXT), ("a.md", "A " + TEXT)):
        (tmp_path / name).write_text(text)
    assert [d.text[0] for d in documents(tmp_path)] == ["A", "B", "C"]


def test_paths_are_read_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(OTHER)
    assert [d.text for d in documents(tmp_path / "b.txt", tmp_path / "a.txt")] == [OTHER, TEXT]


def test_the_same_text_twice_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT.replace(" ", "  ") + "\r\n")
    assert len(documents(tmp_path, tmp_path)) == 1


def test_a_reprint_by_another_publisher_is_another_document(tmp_path: Path) -> None:
    for name in ("One", "Two"):
        (tmp_path / f"{name}.txt").write_text(f"---\npublisher: {name}\n---\n{TEXT}")
    assert [d.publisher for d in documents(tmp_path)] == ["One", "Two"]


def test_a_path_that_does_not_exist_is_an_error_before_anything_is_read() -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt"):
        collect(["nowhere.txt"])


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_an_impossible_path_is_an_input_error(path: str) -> None:
    with pytest.raises(InputError):
        collect([path])


def test_a_web_address_without_the_network_is_an_error() -> None:
    with pytest.raises(InputError, match="network is off"):
        collect(["https://outlet.example/raid"])


def test_a_bad_file_is_an_issue_with_a_hint_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 cut")
    (tmp_path / "b.txt").write_bytes(b"\x01\x02\x03" * 100)
    (tmp_path / "c.txt").write_text(" \n")
    (tmp_path / "d.txt").write_text(TEXT)
    found = list(collect([tmp_path], options=TODAY))
    assert [type(item) for item in found] == [Issue, Issue, Issue, Document]
    assert all(item.stage == "collect" and item.hint for item in found if isinstance(item, Issue))


def test_a_stated_date_wins_and_is_when_the_report_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\npublished: 2013-05-23\n---\n{TEXT}")
    [document] = documents(tmp_path, options=CollectOptions(published=date(2014, 1, 1), today=date(2020, 1, 2)))
    assert document.published is not None
    assert (document.published.edtf, document.published.basis) == ("2013-05-23", "stated")
    assert document.known_at == date(2013, 5, 23)


def test_the_date_given_is_used_where_the_report_says_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    [document] = documents(tmp_path, options=CollectOptions(published=date(2014, 1, 1), today=date(2020, 1, 2)))
    assert document.published is not None
    assert (document.published.edtf, document.known_at) == ("2014-01-01", date(2014, 1, 1))


def test_without_any_date_a_report_has_none_and_is_known_today(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    [document] = documents(tmp_path)
    assert (document.published, document.known_at) == (None, date(2020, 1, 2))


def test_a_month_of_publication_is_known_at_its_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\npublished: 2013-05\n---\n{TEXT}")
    assert documents(tmp_path)[0].known_at == date(2013, 5, 31)


def test_the_language_is_the_stated_one_or_the_default(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\nlanguage: fr-FR\n---\n{TEXT}")
    (tmp_path / "b.txt").write_text(OTHER)
    assert [d.language for d in documents(tmp_path)] == ["fr", "en"]


def test_the_text_is_paragraphs_apart_by_blank_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(f"\ufeff{TEXT}\r\n\r\n\r\n{OTHER}\r\n".encode())
    assert documents(tmp_path)[0].text == f"{TEXT}\n\n{OTHER}"


def test_a_text_that_is_too_long_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = issues(tmp_path, options=CollectOptions(limits=Limits(max_chars=20)))
    assert ["longer than 20" in i.what for i in found] == [True]


def test_a_file_that_is_too_large_is_an_issue_and_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    assert "larger than" in issues(tmp_path)[0].what


def test_documents_come_one_at_a_time(tmp_path: Path) -> None:
    lines = (json.dumps({"text": f"{i} {TEXT}"}) for i in range(3))
    (tmp_path / "a.jsonl").write_text("\n".join(lines) + "\n{")
    stream = collect([tmp_path], options=TODAY)
    assert isinstance(stream, Iterator)
    first = next(stream)
    assert isinstance(first, Document)
    assert first.home == f"{tmp_path / 'a.jsonl'}#line 1"


def test_a_file_of_unknown_kind_that_is_named_is_read_as_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>")
    (tmp_path / "text.log").write_text(TEXT)
    assert [d.text for d in documents(tmp_path / "page", tmp_path / "text.log")] == [TEXT]


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_says_what_it_reads(name: str) -> None:
    form = FORMATS.make(name)
    assert all(suffix.startswith(".") for suffix in form.suffixes)
    assert all("/" in media_type for media_type in form.media_types)
    assert form.__doc__


def test_a_name_that_is_no_utf_8_can_be_written(tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\xfe.pdf"):
        (Path(os.fsencode(tmp_path).decode()) / os.fsdecode(name)).write_text(TEXT)
    for item in collect([tmp_path], options=TODAY):
        home = item.home if isinstance(item, Document) else item.about
        assert str(home).encode("utf-8")
