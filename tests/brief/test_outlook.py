from dataclasses import replace
from math import log

import lxml.html
import pytest

import make_record
from make_panel import answer, driver, fan, outlook
from tocsin import Change, History, InvalidNoun, Tenth
from tocsin.brief import write_brief
from tocsin.brief._fan import fan_view
from tocsin.brief._outlook_map import outlook_map
from tocsin.core.months import date

DAY = date(2010, 1, 1)
HISTORY = History(
    n=900, first=DAY, last=DAY, base_rate=0.2, brier=0.05, brier_baseline=0.06, difference_low=-0.02,
    difference_high=-0.01, alike=Tenth(n=40, forecast=0.82, happened=0.75, low=0.6, high=0.9), n_here=10, mean_here=0.5,
    happened_here=0.4,
)  # fmt: skip
TUNISIA = answer(
    unit="TN", probability=0.8, baseline=0.5, history=HISTORY, reasons=("models agree",), refitted=0.77,
    drivers=(driver(share=0.9), driver("neighbour", "LY", share=0.08, low=0.07, high=0.09, without=0.74)),
    changes=(Change(what="none in Tunisia in 2012-08 to 2013-01, where 15 were counted", probability=0.3),),
)  # fmt: skip
LIBYA = answer(unit="LY", probability=0.999, drivers=(driver("neighbour", "TN", share=0.05, low=0.01, high=0.2),))


@pytest.fixture(scope="module")
def section(tmp_path_factory):
    made = outlook(TUNISIA, LIBYA, without=("MA",))
    path = write_brief(make_record.record(), tmp_path_factory.mktemp("brief"), outlook=made)
    return lxml.html.document_fromstring(path.read_text(encoding="utf-8")).get_element_by_id("outlook")


def words(element):
    return " ".join(" ".join(element.itertext()).split())


def test_each_answer_stands_beside_baseline_history_and_confidence(section):
    row = words(section.xpath(".//tbody/tr[.//a[@href='#outlook-TN']]")[0])
    for part in (
        "at least 10 deaths",
        "80%",
        "likely",
        "conflictology 50%",
        "of 40 like it 75%",
        "Brier 0.050",
        "low",
    ):
        assert part in row


def test_drivers_and_what_would_change_it_are_told_for_each_country(section):
    here = words(section.xpath(".//article[@id='outlook-TN']")[0])
    for part in ("Libya 8.0% (7.0% to 9.0%) 74%", "with no neighbours 77%", "30% with none in Tunisia"):
        assert part in here


def test_pictures_say_in_words_what_they_show(section):
    told = [words(desc) for desc in section.xpath(".//svg/desc")]
    assert len(told) == 4  # the map twice, and two fans
    assert "Tunisia 80% and Libya over 99%" in told[0]


def test_nothing_is_told_as_certain_that_is_not(section):
    assert "100%" not in words(section)


def test_countries_without_counts_are_named_and_counts_have_their_source(section):
    assert "There are no counts of Morocco" in words(section)
    assert "Counts: a test" in words(section)


def test_the_summary_points_to_the_outlook(section):
    (link,) = section.xpath("//section[@id='summary']//a[@href='#outlook']")
    assert "Libya over 99%" in words(link)


def test_a_brief_without_counts_has_no_outlook(tmp_path):
    text = write_brief(make_record.record(), tmp_path).read_text(encoding="utf-8")
    assert 'id="outlook"' not in text
    assert "#outlook" not in text


def test_a_source_with_markup_stays_words(tmp_path):
    made = outlook(TUNISIA, source="<script>alert(1)</script>")
    text = write_brief(make_record.record(), tmp_path, outlook=made).read_text(encoding="utf-8")
    assert "<script>alert" not in text


def test_a_fan_stands_on_a_scale_of_logarithms():
    view = fan_view(fan(past=(0, 3, None, 12), future=((0, 1, 4, 9, 30),)))
    assert len(view.bars) == 3  # the month that was not observed has none
    heights = [height for _, _, _, height in view.bars]
    assert heights[0] == 0
    assert heights[1] / heights[2] == pytest.approx(log(4) / log(13))
    assert "15 counted in the 3 months up to January 2013" in view.description
    assert "nine tenths between 0 and 30" in view.description


def test_a_fan_has_rising_quantiles():
    with pytest.raises(InvalidNoun, match="expected 5 rising counts"):
        fan(future=((0, 5, 4, 9, 30),))


def test_an_arrow_is_wide_by_its_share_and_firm_by_its_range():
    found = outlook_map([TUNISIA, LIBYA], width=900, tallest=500)
    one, other = found.arrows
    assert (one.is_firm, other.is_firm) == (True, False)
    assert one.width / other.width == pytest.approx(0.08 / 0.05)
    assert "Libya to Tunisia: 8.0%" in one.title


def test_neighbours_of_no_weight_have_no_arrow():
    quiet = replace(TUNISIA, drivers=(driver("neighbour", "LY", share=0.005),))
    assert outlook_map([quiet, LIBYA], width=900, tallest=500).arrows[0].title.startswith("Tunisia to Libya")
