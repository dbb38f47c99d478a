from datetime import date, timedelta

from make import PUBLISHED, document
from tocsin.bench._resample import country_of_town, moved, resampled

SEEDS = [
    document(
        text="GAO, 10 April (Sahel Wire) - Gunmen attacked a market in Gao on Sunday.\n\nTwelve people died there."
    ),
    document(
        text="A bomb went off in Agadez.\n\nNobody was hurt in Agadez, a nurse said, for the first time since 2011."
    ),
]


def test_the_same_seed_gives_the_same_reports_and_another_seed_others():
    first, again, other = (list(resampled(SEEDS, n=5, seed=seed)) for seed in (1, 1, 2))
    assert first == again
    assert [d.text for d in first] != [d.text for d in other]


def test_reports_have_about_the_number_of_words_asked_for():
    lengths = [len(d.text.split()) for d in resampled(SEEDS, n=20, n_words=300)]
    assert all(270 <= n <= 320 for n in lengths)


def test_reports_are_made_one_at_a_time():
    endless = resampled(SEEDS, n=10**12)
    assert next(endless).text


def test_a_town_becomes_one_other_town_of_its_country():
    texts = [d.text for d in resampled(SEEDS, n=40, n_words=60)]
    others = {t.split(" went off in ")[1].split(".")[0] for t in texts if t.startswith("A bomb")}
    assert {country_of_town()[town] for town in others} == {"NE"}
    assert len(others) > 1


def test_dates_in_the_text_move_with_the_day_of_publication():
    made = [d for d in resampled(SEEDS, n=30, n_words=60) if "(Sahel Wire)" in d.text.partition("\n")[0]]
    for one in made:
        head = one.text.partition("(")[0].rpartition(", ")[2].split()
        assert one.published is not None
        assert head == f"{one.published.start:%-d %B}".split()


def test_reports_keep_the_weekday_that_their_opening_speaks_of():
    weekdays = {d.published.start.weekday() for d in resampled(SEEDS, n=20) if d.published and d.published.start}
    assert weekdays == {date.fromisoformat(PUBLISHED).weekday()}


def test_may_is_a_month_only_beside_a_number():
    assert (
        moved("May they rest. On 3 May 2012", timedelta(weeks=52), date(2012, 5, 4)) == "May they rest. On 2 May 2013"
    )
