"""Times told by way of another event: "a day after gunmen seized the town", "five days before the blast"."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.values import When
from tocsin.core.vocabulary import toml_table
from tocsin.read._calendar import DAYS, Interval, Unit, around, day, edtf, shift, shift_days
from tocsin.read._columns import columns
from tocsin.read._grammar import ancestors
from tocsin.read._mentions import TimeMention
from tocsin.read._parse import PARAGRAPH_BREAK
from tocsin.read._time_story import NEWS_DAYS
from tocsin.read._time_words import Groups, number, unit_of, vague

LINKS = frozenset({"after", "before"})
JOINS = frozenset({"and", "but", "or"})
DESCRIPTIVE = frozenset({"relcl", "acl", "advcl"})
BEFORE = 6  # tokens
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
EARLY_DAY = frozenset({"dawn", "early", "morning", "midnight", "overnight", "sunrise", "daybreak"})
UP_TO = re.compile(r"(?i)\b(?:less|fewer|no more) than\b|\b(?:within|under)\b")
SAME_DAY = re.compile(r"(?i)\b(?:hour|minute)s?\b")
MONTH = re.compile("|".join(month_name[1:]))
BOUNDS = frozenset({"since", "before", "after"})
LEAD = 150  # tokens
PRESENT = frozenset({"VBZ", "VBP"})
A_MONTH, A_YEAR = 31, 366


@dataclass(frozen=True, slots=True)
class Apart:
    """Two acts told to be some time apart: `other` stands below "after" or "before", `main` above it.

    `way` is 1 where `other` came later, -1 where it came earlier; `tokens` are the words of the distance, `below` the
    indices of the words that belong to `other`.
    """

    main: Token
    other: Token
    tokens: TokenSpan
    length: Groups
    way: int
    below: frozenset[int]

    @property
    def others(self) -> list[Token]:
        """The words that may name the act below the link: its head, and the clause that says which it is."""
        return [self.other, *(c for c in self.other.children if c.dep_ == "relcl")]

    def is_as_far(self, head: Token) -> bool:
        """Return whether an act below the link took place when its head did: "after rebels took Gao and shot two"."""
        if head.i not in self.below:
            return False
        for above in (head, *ancestors(head)):
            if above.i == self.other.i:
                return True
            if above.dep_ in DESCRIPTIVE and not (above.dep_ == "relcl" and above.head.i == self.other.i):
                return False
        return False

    def is_precise(self, origin: Interval) -> bool:
        """Return whether a time is told finely enough to count from."""
        if origin.start is None or origin.end is None:
            return False
        return (origin.end - origin.start).days <= _coarsest(unit_of(self.length))

    def counted(self, origin: Interval, way: int) -> TimeMention | None:
        """Return the time this far from `origin`, None where that is told too coarsely."""
        unit = unit_of(self.length)
        if origin.start is None or origin.end is None or not self.is_precise(origin):
            return None
        least, most = (number(self.length["n"]),) * 2 if "n" in self.length else vague(self.length)
        near, far = (least, most) if way > 0 else (-most, -least)
        if unit == "hour":
            told = Interval(shift_days(origin.start, -(way < 0 and self._is_early())), origin.end)
        elif unit in DAYS:
            days = DAYS[unit]
            told = Interval(shift_days(origin.start, near * days), shift_days(origin.end, far * days))
        else:
            told = Interval(
                around(shift(origin.start, near, unit), unit).start, around(shift(origin.end, far, unit), unit).end
            )
        return TimeMention(
            tokens=self.tokens, when=When(start=told.start, end=told.end, edtf=edtf(told), basis="relative")
        )

    def _is_early(self) -> bool:
        """Return whether the words around the distance speak of the early day, hours after the day before."""
        return any(t.lower_ in EARLY_DAY and t.i not in self.below for t in self.tokens.sent)


def is_of_another(time: TimeMention) -> bool:
    """Return whether a time is that of the act below "two days after", which the act above it does not share."""
    return time.tokens[-1].lower_ in LINKS and len(time.tokens) > 1 and not SAME_DAY.search(time.tokens.text)


def _coarsest(unit: Unit) -> int:
    return {"month": A_MONTH, "year": A_YEAR, "decade": 10 * A_YEAR}.get(unit, 1)


def distances(doc: Doc) -> Iterator[Apart]:
    """Yield the acts that `doc` tells to be some time apart."""
    last: Apart | None = None
    for link in [doc[i] for i, word in enumerate(columns(doc).lower) if i > 0 and word in LINKS]:
        is_clause = link.dep_ in {"mark", "advmod"} and link.head.i > link.i
        other = link.head if is_clause else _below(link)
        measure = _measure(link) if other is not None else None
        if measure is None or other is None:
            continue
        main = other.head if is_clause else link.head
        way = -1 if link.lower_ == "after" else 1
        below = _clause_of(link) if main.i == other.i else frozenset(t.i for t in other.subtree if t.i >= link.i)
        if last is not None and other.i in last.below and doc[measure[0].start - 1].lower_ in JOINS:
            main, below = last.main, last.below | below
        last = Apart(main=main, other=other, tokens=measure[0], length=measure[1], way=way, below=below)
        yield last


def _clause_of(link: Token) -> frozenset[int]:
    """Return the words up to the next comma: the clause of `link` where the parse has made it the main one."""
    last = link.sent.end
    comma = next((t.i for t in link.doc[link.i : last] if t.text == ","), last)
    return frozenset(range(link.i, comma))


def _below(link: Token) -> Token | None:
    return next((c for c in link.children if c.dep_ in {"pobj", "pcomp"}), None)


def _measure(link: Token) -> tuple[TokenSpan, Groups] | None:
    """Return the words and the groups of the length of time in front of "after" or "before"."""
    words = link.doc[max(link.sent.start, link.i - BEFORE) : link.i]
    match = _lengths().search(words.text)
    if match is None or UP_TO.search(words.text[: match.start()]):
        return None
    groups = {k: v for k, v in match.groupdict().items() if v is not None}
    span = link.doc.char_span(words.start_char + match.start(), link.idx + len(link), alignment_mode="expand")
    if "part" in groups:
        groups = {"n": "one", "u": "day"}
    return None if span is None else (span, {"n": "one", **groups} if "one" in groups else groups)


@cache
def _lengths() -> re.Pattern[str]:
    table = toml_table("times.toml")
    numbers, units = ("|".join(sorted(table[name], key=len, reverse=True)) for name in ("numbers", "units"))
    vague_words = "|".join(v for v in table["vague"] if v)
    return re.compile(
        rf"(?i)(?:(?:\b(?:(?P<one>the)|(?P<n>\d{{1,3}}|{numbers})|(?P<v>{vague_words}))\s+|\b)(?P<u>{units})|"
        r"\bthe\s+(?P<part>morning|afternoon|evening))\s*$"
    )


@dataclass(frozen=True, slots=True)
class Dated:
    """The acts of a page: heads, types and times by number, with all points told and the day of publication."""

    heads: Sequence[Token]
    types: Sequence[str]
    times: dict[int, list[TimeMention]]
    points: Sequence[TimeMention]
    anchor: date | None

    def main_day(self) -> Interval | None:
        """Return the day of the first act near the head of the report that is news, else the first such day told."""
        acts = (self._day(n) for n, head in enumerate(self.heads) if head.i < LEAD)
        told = (day(t.when.start) for t in self.points if t.when.start is not None and _is_day(t.when))
        return next((d for d in (*acts, *told) if d is not None and self._is_news(d.start)), None)

    def referred(self, noun: Token, kind: str | None) -> Interval | None:
        """Return the day of the act that a noun points back to: one that shares a name, else the main one.

        A noun that is itself an act, of the type `kind`, points back to acts of that type only; a verb to one told with
        all its names ("two days after they took Gao").
        """
        names = _names(noun)
        if noun.tag_[:2] != "NN":
            same = (n for n, head in enumerate(self.heads) if self.types[n] == kind and names and names <= _names(head))
            days = (self._day(n) for n in same if self.heads[n].sent.start != noun.sent.start)
            return next((d for d in days if d is not None), None)
        if names:
            acts = sorted((len(list(h.subtree)), n) for n, h in enumerate(self.heads) if names & _names(h))
            days = (self._day(n) for _, n in acts if self.heads[n].sent.start != noun.sent.start)
            return next((d for d in days if d is not None), None)
        definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in noun.children)
        return self.near(noun, kind) if definite and not any(c.dep_ == "relcl" for c in noun.children) else None

    def near(self, token: Token, kind: str | None = None) -> Interval | None:
        """Return the day of the last act told before `token` in its paragraph, else of the main one of its kind."""
        for n in reversed(range(len(self.heads))):
            head = self.heads[n]
            if head.sent.start >= token.sent.start or kind not in {None, self.types[n]}:
                continue
            if PARAGRAPH_BREAK.search(token.doc[head.i : token.i].text):
                break
            when = self._day(n)
            if when is not None:
                return when
        return self.main_day() if kind is None else self._nearest_of(kind, token)

    def _nearest_of(self, kind: str, token: Token) -> Interval | None:
        """Return the day of the last act of a type that is told before the sentence of `token`, else the first."""
        own = [n for n, type_ in enumerate(self.types) if type_ == kind]
        before = [n for n in own if self.heads[n].i < token.sent.start]
        days = (self._day(n) for n in (*reversed(before), *own))
        return next((d for d in days if d is not None), None)

    def own(self, n: int | None) -> Interval | None:
        """Return the first time of act number `n`."""
        when = next((t.when for t in self.times.get(n, ())), None) if n is not None else None
        return None if when is None or when.start is None else Interval(when.start, when.end)

    def _day(self, n: int) -> Interval | None:
        starts = (t.when.start for t in self.times.get(n, ()) if t.when.start is not None and _is_day(t.when))
        return next((day(start) for start in starts), None)

    def _is_news(self, on: date | None) -> bool:
        if self.anchor is None or on is None:
            return False
        return self.anchor - timedelta(days=NEWS_DAYS) <= on <= self.anchor

    def counted(self, apart: Apart, *, main: int | None, others: Sequence[int]) -> dict[int, TimeMention]:
        """Return the acts that get a time by way of another, with that time.

        `main` is the number of the act above the link, `others` are those of the acts below it.
        """
        sentence = apart.other.sent
        here = [t for t in self.points if sentence.start <= t.tokens.start < sentence.end]
        outside = [t for t in here if t.tokens.root.i not in apart.below]
        if outside:
            stated = [n for n in others if all(t in outside for t in self.times.get(n, ()))]
            precise = [t for t in outside if apart.is_precise(_origin(t.when))]
            near = min(precise, key=lambda t: abs(t.tokens.start - apart.tokens.start), default=None)
            if near is None:
                return self._told(stated, _as_far(outside, apart))
            lost = {main: near} if main is not None and not self.times.get(main) else {}
            return lost | self._told(stated, apart.counted(_origin(near.when), apart.way))
        first = next(iter(others), None)
        known = self.own(first) or self.referred(apart.other, None if first is None else self.types[first])
        if known is not None:
            undated = [] if main is None or self.own(main) else [main]
            return self._told(undated, apart.counted(known, -apart.way))
        origin = self.own(main) or (self.near(apart.main) if _points_back(apart.main) else None)
        origin = origin or self._now(apart.main)
        return {} if origin is None else self._told(others, apart.counted(origin, apart.way))

    def _now(self, verb: Token) -> Interval | None:
        """Return the day of publication where `verb` tells what is so then: "five days after X, wards are full"."""
        return day(self.anchor) if self.anchor is not None and verb.tag_ in PRESENT else None

    def _told(self, acts: Iterable[int], time: TimeMention | None) -> dict[int, TimeMention]:
        """Return the time of each act, nothing where it lies after publication."""
        if time is None or time.when.start is None or (self.anchor is not None and time.when.start > self.anchor):
            return {}
        return dict.fromkeys(acts, time)


def _as_far(times: Sequence[TimeMention], apart: Apart) -> TimeMention | None:
    """Return the nearest of `times`, a month or a year, in which what lies some days from an act was as well."""
    near = min(times, key=lambda t: abs(t.tokens.start - apart.tokens.start))
    return near if unit_of(apart.length) in {"hour", "day"} and near.when.start and near.when.end else None


def _origin(when: When) -> Interval:
    """Return the time that something is counted from; "by Thursday" counts as Thursday."""
    return Interval(when.start or when.end, when.end or when.start)


def _points_back(verb: Token) -> bool:
    """Return whether a verb only tells when something happened that was told before: "the abduction came ..."."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or verb.lemma_ not in toml_table("times.toml")["direction"]["happens"]:
        return False
    return subject.tag_ in {"PRP", "DT"} or any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in subject.children
    )


def _is_day(when: When) -> bool:
    return when.start == when.end


def _names(token: Token) -> frozenset[str]:
    return frozenset(t.lower_ for t in token.subtree if t.tag_ in {"NNP", "NNPS"})


def time_of_when_clause(head: Token, times: list[TimeMention]) -> TimeMention | None:
    """Return the time of the act `head` in "since May 2003, when ...": the unit that was named, not all time since."""
    link = _when(head)
    if link is None:
        return None
    named = next((t for t in times if 0 <= link.i - t.tokens.end <= 1), None)
    return None if named is None else TimeMention(tokens=named.tokens, when=_unit(named))


def _when(head: Token) -> Token | None:
    """Return the "when" that opens the clause of `head`; the parser may hang it on a participle of its subject."""
    own = next((c for c in head.children if c.dep_ == "advmod" and c.lower_ == "when"), None)
    if own is not None or head.tag_ != "VBD":
        return own
    before = head.doc[head.sent.start : head.i]
    start = max((t.i for t in before if t.lower_ == "when" and t.dep_ == "advmod"), default=None)
    if start is None or any(
        t.tag_ == "VBD" and t.pos_ == "VERB" and t.dep_ != "relcl" for t in head.doc[start : head.i]
    ):
        return None
    return head.doc[start]


def is_open(time: TimeMention) -> bool:
    """Return whether the words name a beginning only ("since 2011")."""
    return _bound_word(time) == "since"


def _bound_word(time: TimeMention) -> str:
    """Return the "since", "before" or "after" that a time begins with or follows, or whatever word stands there."""
    first = time.tokens[0]
    return first.lower_ if first.lower_ in BOUNDS or first.i == 0 else first.nbor(-1).lower_


def _unit(time: TimeMention) -> When:
    """Return the day, month or year that `time` names as its beginning or its end."""
    words, bound = time.tokens.text, _named_bound(time)
    if bound is None:
        return time.when
    named = day(bound)
    if not re.search(r"\b\d{1,2}\b|day\b", words) and bound in _ends(around(bound, "month")):
        is_month = MONTH.search(words) or bound not in _ends(around(bound, "year"))
        named = around(bound, "month" if is_month else "year")
    return When(start=named.start, end=named.end, edtf=edtf(named), basis=time.when.basis)


def _named_bound(time: TimeMention) -> date | None:
    """Return a day of the time that opens or ends a stretch, None where `time` is no such stretch."""
    start, end, word = time.when.start, time.when.end, _bound_word(time)
    if start is None and end is not None:
        return shift_days(end, 1) if word == "before" else end
    if start is not None and end is None and word == "after":
        return shift_days(start, -1)
    return start if word == "since" else None


def _ends(interval: Interval) -> tuple[date | None, date | None]:
    return interval.start, interval.end
