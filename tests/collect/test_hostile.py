import io
import json
import zlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from make_files import pdf, stream, text_pdf
from tocsin.collect import FORMATS, CollectOptions, Limits, Source, collect
from tocsin.collect._guard import attempt
from tocsin.core.document import Document

TEXT = "Two soldiers died on Sunday when their lorry struck a mine near the border, the army said."
PAGES = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
LAUGHS = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
PIECES = [
    b"---\n",
    b"<p>",
    b"</p>",
    b"<table><td>",
    b"Subject: x\n\n",
    b'{"text":"',
    b'"}\n',
    b"\xff\xfe",
    TEXT.encode(),
]
QUICK = CollectOptions(today=date(2020, 1, 2), limits=Limits(max_seconds=8, max_bytes=2_000_000))

HOSTILE: dict[str, bytes] = {
    "truncated.pdf": text_pdf([[(700, 10, TEXT)]])[:-200],
    "many.pdf": pdf(
        [PAGES[0], b"<</Type/Pages/Kids[" + b"3 0 R " * 50_000 + b"]/Count 9>>", b"<</Type/Page/Parent 2 0 R>>"]
    ),
    "loop.pdf": pdf([PAGES[0], b"<</Type/Pages/Kids[2 0 R]/Count 2000000000>>"]),
    "bomb.pdf": pdf([*PAGES, PAGE, stream(zlib.compress(bytes(100_000_000), 9), b"/Filter/FlateDecode")]),
    "nested.html": b"<html><body>" + b"<div>" * 100_000 + TEXT.encode(),
    "tables.html": b"<html><body>" + b"<table><tr><td>" * 5_000 + TEXT.encode(),
    "attributes.html": b"<html><body><p " + b"a=b " * 100_000 + b">" + TEXT.encode(),
    "open.html": b"<" * 90_000 + TEXT.encode(),
    "data.html": b'<html><script type="application/ld+json">' + b"[" * 90_000 + b"</script><p>" + TEXT.encode(),
    "laughs.xml": f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]><rss><channel><item><title>&j;</title></item>'.encode(),
    "deep.jsonl": b"[" * 200_000 + b"\n" + json.dumps({"text": TEXT}).encode(),
    "alias.md": b"---\na: &a [x,x,x,x]\nb: &b [*a,*a,*a]\ntitle: *b\n---\n" + TEXT.encode(),
    "merge.txt": b"---\na: &a {x: y}\nb:\n  <<: [*a, *a]\n---\n" + TEXT.encode(),
    "fences.txt": b"---\n" * 50_000 + TEXT.encode(),
    "line.txt": b"x " * 900_000,
    "nul.txt": bytes(5_000) + TEXT.encode() + bytes(5_000),
    "brackets.md": b"[" * 100_000 + TEXT.encode(),
    "stars.md": b"*a " * 60_000 + TEXT.encode(),
    "quotes.eml": b"Subject: " + b"=?utf-8?q?=FF?= " * 5_000 + b"\n\n" + TEXT.encode(),
    "parts.eml": b"Content-Type: multipart/mixed; boundary=a\n\n"
    + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 3_000,
}


def test_no_hostile_file_ends_the_run(tmp_path: Path) -> None:
    for name, content in HOSTILE.items():
        (tmp_path / name).write_bytes(content.replace(TEXT.encode(), f"In {name}: {TEXT}".encode()))
    (tmp_path / "z.txt").write_text(f"The last file. {TEXT}")
    found = list(collect([tmp_path], options=QUICK))
    assert isinstance(found[-1], Document)
    assert found[-1].text == f"The last file. {TEXT}"
    homes = {item.home if isinstance(item, Document) else item.about for item in found}
    assert {Path(str(home).split("#")[0]).name for home in homes} >= set(HOSTILE)


@pytest.mark.parametrize("name", ["nul.txt", "deep.jsonl", "alias.md", "merge.txt"])
def test_the_report_beside_the_hostile_part_is_still_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    documents = [item for item in collect([tmp_path], options=QUICK) if isinstance(item, Document)]
    assert [d.text for d in documents] == [TEXT]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".eml", ".jsonl"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(st.sampled_from(PIECES)).map(b"".join)
)
def test_any_bytes_give_documents_or_issues(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"fuzz{suffix}"
    path.write_bytes(data)
    for item in collect([path], options=QUICK):
        assert item.text.encode("utf-8") if isinstance(item, Document) else item.what


@settings(max_examples=40, deadline=None)
@given(cuts=st.lists(st.tuples(st.integers(0, 700), st.binary(max_size=6)), min_size=1, max_size=12))
def test_a_damaged_pdf_gives_a_report_or_an_issue(cuts: list[tuple[int, bytes]]) -> None:
    data = bytearray(text_pdf([[(700, 10, TEXT)]]))
    for at, junk in cuts:
        data[at : at + len(junk)] = junk
    source = Source(home="a.pdf", stream=io.BytesIO(bytes(data)))
    assert len(list(attempt("pdf", FORMATS.make("pdf"), source, Limits()))) == 1
