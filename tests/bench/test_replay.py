from datetime import timedelta

from make import GAO, MALI, claim, document, reading, when
from tocsin.bench._replay import replayed
from tocsin.core.values import Place, When

TEXT = "Gunmen attacked a market in Gao on Sunday, killing 12 people. The attackers disappeared."


def _one():
    report = document(text=TEXT)
    told = [
        claim(slot="where", value=GAO, of=report),
        claim(slot="where", value=MALI, of=report),
        claim(slot="when", value=when(), of=report),
    ]
    return reading(report, told)


def _values(told, kind):
    return [c.value for c in told.claims if isinstance(c.value, kind)]


def test_the_first_turn_is_what_was_read():
    one = _one()
    assert list(replayed(lambda: [one], n=1)) == [one]


def test_later_turns_have_ids_of_their_own():
    told = list(replayed(lambda: [_one()], n=50))
    assert len({r.document.id for r in told}) == 50
    assert len({c.id for r in told for c in r.claims}) == 150


def test_spans_cover_as_many_letters_of_as_long_a_text():
    first, second = replayed(lambda: [_one()], n=2)
    assert len(first.document.text) == len(second.document.text) == len(TEXT)
    assert first.document.text != second.document.text
    assert [(s.start, s.end) for c in first.claims for s in c.spans] == [
        (s.start, s.end) for c in second.claims for s in c.spans
    ]


def test_days_of_claims_and_of_publication_move_together():
    first, second = replayed(lambda: [_one()], n=2)
    gaps = [
        b.start - a.start
        for a, b in zip(
            [first.document.published, *_values(first, When)],
            [second.document.published, *_values(second, When)],
            strict=True,
        )
    ]
    assert len(set(gaps)) == 1
    assert gaps[0] % timedelta(weeks=1) == timedelta(0)


def test_towns_move_within_their_country_and_countries_stay():
    towns = [_values(r, Place) for r in replayed(lambda: [_one()], n=40)]
    assert {town.country for town, _ in towns} == {"ML"}
    assert len({town.name for town, _ in towns}) > 1
    assert {country for _, country in towns} == {MALI}


def test_nothing_to_tell_again_ends_at_once():
    assert list(replayed(list, n=5)) == []
