"""The brief as a reader's browser sees it."""

import base64
import hashlib
import itertools
import re
from collections import Counter
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

import make_record
from tocsin.brief import BriefOptions, write_brief
from tocsin.core.record import Record

# Numbers in these places are no statements about events: headings, codes, numbering, axes, names of speakers.
FREE_TAGS = ("h1", "h2", "h3", "h4", "code", "caption", "desc", "title")
FREE = f"ancestor-or-self::*[{' or '.join(f'self::{tag}' for tag in FREE_TAGS)}]"
FREE_CLASSES = ("no", "chain", "who", "label", "scale", "left-out", "id")


def page(record: Record, folder: Path, options: BriefOptions | None = None) -> HtmlElement:
    return lxml.html.document_fromstring(write_brief(record, folder, options=options).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> HtmlElement:
    return page(make_record.record(), tmp_path_factory.mktemp("brief"))


def test_every_link_within_the_page_leads_somewhere(brief: HtmlElement) -> None:
    ids = set(brief.xpath("//@id"))
    links = [href[1:] for href in brief.xpath("//@href") if href.startswith("#")]
    assert len(links) > 50
    assert [href for href in links if href not in ids] == []


def test_no_two_elements_share_an_id(brief: HtmlElement) -> None:
    assert [name for name, n in Counter(brief.xpath("//@id")).items() if n > 1] == []


def test_every_figure_links_to_the_very_words(brief: HtmlElement) -> None:
    row = brief.xpath("//table[@class='figures']//a[normalize-space()='15 people']/@href")[0]
    assert brief.get_element_by_id(row[1:]).text_content() == "Fifteen people died"


def test_a_statement_links_to_its_words_and_the_words_link_back(brief: HtmlElement) -> None:
    link = brief.xpath("//li[@id='statement-1']//a[contains(@class, 'fact')]")[0]
    words = brief.get_element_by_id(link.get("href")[1:])
    assert words.text_content() == "the men had trained across the border in Niger"
    used = words.xpath("ancestor::p/following-sibling::p[@class='used'][1]")[0]
    assert "#statement-1" in used.xpath(".//@href")


def test_every_number_outside_the_reports_is_inside_a_link(brief: HtmlElement) -> None:
    for texts in brief.xpath("//main/section[@id != 'reports' and @id != 'issues']"):
        for text in texts.xpath(
            ".//text()[re:test(., '[0-9]')]", namespaces={"re": "http://exslt.org/regular-expressions"}
        ):
            holder = text.getparent()
            classes = {c for e in [holder, *holder.iterancestors()] for c in (e.get("class") or "").split()}
            is_tail_of = holder.getparent() if text.is_tail else holder
            linked = is_tail_of.xpath("ancestor-or-self::a[@href]")
            assert linked or is_tail_of.xpath(FREE) or classes.intersection(FREE_CLASSES), text


def test_every_claimed_span_is_marked_in_its_report(brief: HtmlElement) -> None:
    record = make_record.record()
    marks = set(brief.xpath("//section[@id='reports']//mark/@id"))
    numbers = {d.id: n for n, d in enumerate(record.documents, start=1)}
    wanted = {f"R{numbers[s.document]}-{s.start}-{s.end}" for c in record.claims for s in c.spans}
    assert wanted - marks == set()


def test_the_chain_of_a_statement_runs_from_the_speaker_to_the_publisher(brief: HtmlElement) -> None:
    chain = brief.xpath("//li[@id='statement-1']//span[@class='chain']")[0]
    words = " ".join(chain.text_content().split())
    assert (
        words
        == "a provincial official \N{RIGHTWARDS ARROW} a neighbour of the official \N{RIGHTWARDS ARROW} Sahel Wire"
    )


def test_quoted_words_are_marked_as_a_quotation(brief: HtmlElement) -> None:
    assert brief.xpath("//li[@id='statement-2']//q/text()") == ["We will not talk before the north is free"]


def test_both_sides_of_a_disagreement_stand_side_by_side(brief: HtmlElement) -> None:
    tables = brief.xpath("//section[@id='disagreements']//table")
    assert [sorted(th.text_content() for th in t.xpath(".//tbody//th")) for t in tables] == [
        ["11 people", "15 people", "at least 12 people"],
        ["Northern Brigade claims it", "Northern Brigade denies it"],
    ]


def test_an_incident_without_coordinates_is_listed_beside_the_map(brief: HtmlElement) -> None:
    assert "Earlier raid" in brief.get_element_by_id("unplaced").getnext().text_content()


def test_there_is_one_first_heading_and_no_level_is_skipped(brief: HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in brief.xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_landmarks_language_and_skip_link_are_there(brief: HtmlElement) -> None:
    assert brief.get("lang") == "en"
    assert [len(brief.xpath(f"//{name}")) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert brief.xpath("//body/a[1]/@href") == ["#main"]


def test_every_table_has_a_caption_and_every_header_a_scope(brief: HtmlElement) -> None:
    assert brief.xpath("//table[not(caption)]") == []
    assert brief.xpath("//th[not(@scope)]") == []


def test_every_picture_has_a_title_and_a_description(brief: HtmlElement) -> None:
    pictures = brief.xpath("//svg")
    assert len(pictures) == 4
    assert all(p.xpath("./title") and p.xpath("./desc") for p in pictures)


def test_nothing_is_fetched_from_outside(brief: HtmlElement) -> None:
    assert brief.xpath("//link|//img|//iframe|//object|//embed|//base|//form|//*[@src]|//*[@style]") == []
    style = "".join(brief.xpath("//style/text()"))
    assert re.findall(r"url\(|@import", style) == []


def test_the_policy_allows_the_inlined_style_and_script_alone(brief: HtmlElement) -> None:
    policy = brief.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        text = "".join(brief.xpath(f"//{tag}/text()"))
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_a_script_in_any_text_stays_text(tmp_path: Path) -> None:
    path = write_brief(make_record.hostile(), tmp_path)
    text = path.read_text(encoding="utf-8")
    assert "<script>alert" not in text
    assert text.count("&lt;script&gt;alert") > 10
    assert len(lxml.html.document_fromstring(text).xpath("//script")) == 1


def test_an_address_that_runs_script_is_not_linked(tmp_path: Path) -> None:
    made = page(make_record.hostile(), tmp_path)
    assert [href for href in made.xpath("//@href") if not href.startswith("#")] == []


def test_a_record_without_anything_still_makes_a_page(tmp_path: Path) -> None:
    made = page(Record(as_of=make_record.date(2013, 5, 1)), tmp_path)
    assert "The reports tell of no incident." in made.text_content()


def test_above_the_limit_the_appendix_keeps_cited_sentences_alone(tmp_path: Path) -> None:
    made = page(make_record.record(), tmp_path, BriefOptions(full_texts=1, statements=0, issues=0))
    reports = made.get_element_by_id("reports").text_content()
    assert "At least 12 people were killed" in reports
    ids = set(made.xpath("//@id"))
    assert [h for h in made.xpath("//@href") if h.startswith("#") and h[1:] not in ids] == []


@pytest.mark.parametrize("n", [0, 1])
def test_a_brief_that_shows_little_still_has_no_loose_link(tmp_path: Path, n: int) -> None:
    options = BriefOptions(
        full_texts=0, incidents=n, statements=n, links=n, disagreements=n, talks=n, checks=n, actors=n, issues=n
    )
    made = page(make_record.record(), tmp_path, options)
    ids = set(made.xpath("//@id"))
    assert [h for h in made.xpath("//@href") if h.startswith("#") and h[1:] not in ids] == []


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    made = page(make_record.record(), tmp_path, BriefOptions(statements=1))
    assert "1 of 2 statements are shown" in made.text_content()
