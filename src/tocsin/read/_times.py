"""Times: what a page's dates, weekdays and relative times stand for, counted from its day of publication."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.values import When, WhenBasis
from tocsin.read._calendar import Interval, approximate, edtf
from tocsin.read._grammar import ancestors
from tocsin.read._mentions import TimeMention
from tocsin.read._outlook import outlook_of
from tocsin.read._parse import Page
from tocsin.read._time_anchor import anchored
from tocsin.read._time_bounds import is_name, opened, opening
from tocsin.read._time_headings import heads_paragraph, is_told_ahead
from tocsin.read._time_patterns import Match, wordings
from tocsin.read._time_relative import IS_DURATION, IS_VAGUE, NO_EVENT, RETURNS
from tocsin.read._time_story import MEMORY, Context, Told, Unresolved
from tocsin.read._time_values import value_of

LENGTHS = frozenset({"window", "recent"})
NO_POINTS = frozenset({IS_DURATION, IS_VAGUE, NO_EVENT, RETURNS})
NO_ORIGIN = LENGTHS | {"inside", "year_range", "decade", "century"}  # what nothing is counted from
ABOUT = frozenset({"about", "around", "some", "roughly", "nearly", "almost", "circa", "c."})
WIDENED = frozenset({"shifted"})  # "about a week later" has days on either side already
PRESENT = frozenset({"VBZ", "VBP"})
DESCRIBING = frozenset({"relcl", "acl"})
NO_DAY = "the report tells no day of its own to count from, only a month or a year"


def find_times(page: Page) -> list[TimeMention]:
    """Return the times that `page` tells, in order; what cannot be counted has neither start nor end, and a reason."""
    matches = wordings(page.document.text)
    context = anchored(page, matches)
    starts = [s.start for s in page.sentences]
    mentions = []
    for match in matches:
        tokens = page.doc.char_span(match.start, match.end, alignment_mode="expand")
        if tokens is None or is_name(match, tokens):
            continue
        context = _moved_on(context, tokens, bisect_right(starts, tokens.start) - 1, page)
        heads = heads_paragraph(match, page)
        context = replace(context, heads=heads)
        if heads:
            context = replace(context, future=is_told_ahead(context.sentence, page), open=False)
        word = opening(match, tokens, text=page.document.text)
        had_been = _had_been(context, page)
        context = replace(
            context, had_been=had_been and not word, earlier=word == "since" or had_been or _describes(context, page)
        )
        mention, interval = _mention(tokens, match, context, word=word)
        mentions.append(replace(mention, heads=heads))
        if interval is not None and match.rule not in NO_ORIGIN:
            opens = match.rule == "year_of" or bool(word) or _is_since(context, page)
            told = [replace(t, opens=opens, heads=heads) for t in _told(context, interval, match, tokens)]
            context = replace(context, told=(*context.told, *told)[-MEMORY:])
    return mentions


def _moved_on(context: Context, tokens: TokenSpan, sentence: int, page: Page) -> Context:
    """Return what the time at `tokens` is counted from."""
    outlook = outlook_of(tokens)
    return replace(
        context,
        sentence=sentence,
        paragraph=page.paragraph_of[sentence],
        verbs=tuple(_verbs(tokens.root)),
        future=outlook == "ahead",
        open=outlook == "open",
        present=page.sentences[sentence].root.tag_ in PRESENT,
    )


def _had_been(context: Context, page: Page) -> bool:
    """Return whether the verb of a time tells what had been before: "had said on Monday"."""
    return bool(context.verbs) and any(c.lower_ in {"had", "'d"} for c in page.doc[context.verbs[0]].lefts)


def _describes(context: Context, page: Page) -> bool:
    """Return whether the verb of a time tells who somebody is."""
    return bool(context.verbs) and page.doc[context.verbs[0]].dep_ in DESCRIBING


def _is_since(context: Context, page: Page) -> bool:
    """Return whether a time is that of a clause with "since": "the worst day since they took up arms in 2009"."""
    return bool(context.verbs) and any(c.lower_ == "since" for c in page.doc[context.verbs[0]].lefts)


def _verbs(token: Token) -> list[int]:
    return [t.i for t in (token, *ancestors(token)) if t.pos_ in {"VERB", "AUX"}]


def _told(context: Context, interval: Interval, match: Match, tokens: TokenSpan) -> Iterator[Told]:
    """Yield a time that others may be counted from, where it has both ends."""
    if interval.start is None or interval.end is None:
        return
    verb = tokens.doc[context.verbs[0]] if context.verbs else None
    yield Told(
        start=interval.start,
        end=interval.end,
        sentence=context.sentence,
        paragraph=context.paragraph,
        verb=-1 if verb is None else verb.i,
        aside=verb is not None and verb.dep_ in DESCRIBING,
        tells=verb is not None and verb.dep_ == "ROOT" and tokens.root.head.i == verb.i,
        stated=match.is_stated or context.recalled() is not None or context.had_been_before() is not None,
        had_been=context.had_been,
    )


def _mention(tokens: TokenSpan, match: Match, context: Context, *, word: str) -> tuple[TimeMention, Interval | None]:
    """Return a mention, and what its words stand for without the `word` that makes them a bound."""
    basis: WhenBasis = "stated" if match.is_stated else "relative"
    try:
        interval = _value(match, context)
    except Unresolved as error:
        reason = str(error)
        when = When(start=None, end=None, edtf=error.edtf, basis=basis, reason=reason)
        return TimeMention(tokens=tokens, when=when, is_duration=reason in NO_POINTS), None
    told = opened(interval, word, context)
    told = told if match.is_stated else _up_to_now(told, context)
    about = str(match.groups.get("about") or "").lower() in ABOUT and match.rule not in WIDENED
    text = approximate(edtf(told)) if about else edtf(told)
    when = When(start=told.start, end=told.end, edtf=text, basis=basis)
    return TimeMention(tokens=tokens, when=when, is_duration=match.rule in LENGTHS), interval


def _value(match: Match, context: Context) -> Interval:
    """Return what a wording stands for: where only month or year of publication are known, what all their days give."""
    if context.published is None:
        return value_of(match.rule, match.groups, context)
    values = {
        value_of(match.rule, match.groups, replace(context, anchor=day, published=None))
        for day in (context.published.start, context.published.end)
    }
    if len(values) > 1:
        raise Unresolved(NO_DAY)
    return values.pop()


def _up_to_now(interval: Interval, context: Context) -> Interval:
    """Return what is told as past without the days after publication ("twelve people were killed this week")."""
    start, end, today = interval.start, interval.end, context.anchor
    if context.future or context.open or start is None or end is None or today is None:
        return interval
    return Interval(start, today) if start <= today < end else interval
