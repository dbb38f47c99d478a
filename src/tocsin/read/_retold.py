"""Figures that a report tells again: an opening says how many, and what follows tells how it came about."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.read._events import EventMention, conflict
from tocsin.read._grammar import next_word
from tocsin.read._mentions import NumberMention
from tocsin.read._people_class import people_class
from tocsin.read._quantities import ANOTHER
from tocsin.read._tolls import TollMention

OPENING = 3  # tokens of a sentence
NAMES = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A toll with the mention it is told of, and where it stands: numbers of group, mention and toll."""

    at: tuple[int, int, int]
    mention: EventMention
    toll: TollMention

    @property
    def number(self) -> NumberMention:
        """The number of people."""
        return self.toll.number

    @property
    def best(self) -> int:
        """The figure itself."""
        return self.toll.number.quantity.best or 0


def with_retold(groups: Iterable[list[EventMention]]) -> list[list[EventMention]]:
    """Return `groups` with `part` set on figures that count again whom an earlier sentence has counted.

    `further` is set on those that count others than the ones before.
    """
    known = [list(group) for group in groups]
    told: list[Figure] = []
    again: list[Figure] = []
    for figure in sorted(_figures(known), key=lambda f: (f.number.tokens.start, f.toll.cue)):
        if any(_is_same_number(figure, earlier) or _counts_again(figure, earlier, again) for earlier in told):
            again.append(figure)
            _mark(known, figure, part=True)
        else:
            if _is_further(figure, told):
                _mark(known, figure, part=False)
            told.append(figure)
    return known


def _is_further(figure: Figure, told: list[Figure]) -> bool:
    """Return whether `figure` counts others than those counted before of its event: "two more died", "another four"."""
    first, last = figure.number.tokens.start, figure.number.tokens.end
    doc = figure.number.tokens.doc
    words = (doc[i] for i in range(max(first - 1, 0), last) if doc[i].lower_ in _more("further"))
    if figure.number.quantity.group != ANOTHER and all(next_word(word) == "than" for word in words):
        return False
    return any(f.toll.slot == figure.toll.slot and f.at[0] == figure.at[0] for f in told)


def _figures(groups: list[list[EventMention]]) -> Iterable[Figure]:
    for g, group in enumerate(groups):
        for m, mention in enumerate(group):
            for t, toll in enumerate(mention.tolls):
                standing = not toll.number.quantity.part and not toll.number.quantity.superseded
                if toll.number.quantity.best and standing and mention.stance in {"asserted", "hedged"}:
                    yield Figure(at=(g, m, t), mention=mention, toll=toll)


def _is_same_number(figure: Figure, earlier: Figure) -> bool:
    """Return whether both are one number, which a pronoun took up: "four men were killed ... they had killed them"."""
    return figure.toll.slot == earlier.toll.slot and figure.number.tokens.start == earlier.number.tokens.start


def _counts_again(figure: Figure, earlier: Figure, again: list[Figure]) -> bool:
    """Return whether `figure` counts people that `earlier` has counted, in a sentence before; `again` did already."""
    if figure.toll.slot != earlier.toll.slot or figure.best > earlier.best:
        return False
    if figure.number.tokens.doc[figure.number.tokens.start].sent.start <= earlier.number.tokens.start:
        return False
    if not _may_be_one(figure, earlier):
        return False
    return _are_alike(figure, earlier) and (_makes_up(figure, earlier, again) or not _tells_of_more(figure, again))


def _makes_up(figure: Figure, earlier: Figure, again: list[Figure]) -> bool:
    """Return whether `figure` is one of those that an opening's total sums up, told one after the other.

    Behind the first of them "another" means one besides that one: "Eight men were killed in two raids. Seven died in
    a camp. Another was shot on the road."
    """
    if earlier.mention.sentence != 0 or earlier.best < 2:
        return False
    before = [
        f for f in again if f.toll.slot == figure.toll.slot and f.number.tokens.start > earlier.number.tokens.start
    ]
    return bool(before) and sum(f.best for f in before) + figure.best <= earlier.best


def _may_be_one(figure: Figure, earlier: Figure) -> bool:
    """Return whether both can be told of one event: grouped so, or the later one tells at length what the lead sums up.

    The lead is the opening sentence; it tells the whole figure.
    """
    if figure.at[0] == earlier.at[0]:
        return True
    if figure.mention.background != earlier.mention.background or conflict(figure.mention, earlier.mention):
        return False
    told_next = earlier.mention.sentence == 0 and figure.mention.paragraph == earlier.mention.paragraph
    return told_next and figure.best == earlier.best


def _tells_of_more(figure: Figure, again: list[Figure]) -> bool:
    """Return whether the words say that others are meant: "another", "elsewhere", "was also killed".

    They stand where the sentence opens, in front of those counted, or between them and what happened to them. A body
    that was found later is of somebody who has been told of, unless it is "another". Behind a figure that counts some
    again, "two others" are the rest.
    """
    doc = figure.number.tokens.doc
    first, last, cue = figure.number.tokens.start, figure.number.tokens.end, figure.toll.cue
    start = doc[first].sent.start
    if any(f.toll.slot == figure.toll.slot and f.number.tokens.start >= start for f in again):
        return False
    near = {*range(start, min(start + OPENING, first)), *range(max(first - 1, start), last), *range(last, cue + 1)}
    words = _more("others") if _is_found(figure) else _more("others") | _more("besides")
    return any(doc[i].lower_ in words for i in near)


def _is_found(figure: Figure) -> bool:
    found = figure.mention.trigger.sense.found
    return found or any(t.lemma_.lower() in _bodies() for t in figure.number.tokens)


def _are_alike(figure: Figure, earlier: Figure) -> bool:
    """Return whether two figures can count the same people by class and, for one person, by name."""
    doc = figure.number.tokens.doc
    left, right = people_class(doc, figure.number), people_class(doc, earlier.number)
    if left is not None and left != right and (right is not None or left == "armed group"):
        return False
    if earlier.best > 1:
        return True
    name, before = _name(figure), _name(earlier)
    if name and before:
        return bool(name & before)
    return not before or _points_back(figure)


def _name(figure: Figure) -> set[str]:
    """Return the words of the name of the one person that the figure counts, none where it is a description."""
    number = figure.number
    noun = number.noun
    named = noun is not None and number.tokens.doc[noun].tag_ in NAMES and number.tokens[0].pos_ != "DET"
    return {t.lower_ for t in number.tokens if t.tag_ in NAMES} if named else set()


def _points_back(figure: Figure) -> bool:
    """Return whether a description means somebody told before: "the body", "his body", "the victim"."""
    tokens = figure.number.tokens
    return tokens[0].lower_ not in {"a", "an", "one"} or _is_found(figure)


def _mark(groups: list[list[EventMention]], figure: Figure, *, part: bool) -> None:
    """Mark `figure` as a part of another, or else as one of others than those counted before."""
    g, m, t = figure.at
    mention = groups[g][m]
    toll = mention.tolls[t]
    quantity = replace(toll.number.quantity, part=part, further=not part)
    marked = replace(toll, number=replace(toll.number, quantity=quantity))
    groups[g][m] = replace(mention, tolls=(*mention.tolls[:t], marked, *mention.tolls[t + 1 :]))


@cache
def _more(name: str) -> frozenset[str]:
    return frozenset(toml_table("fates.toml")["more"][name])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(toml_table("fates.toml")["counted"])
