"""Mentions of events in the compact form in which they are compared."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from tocsin.core.claim import Claim
from tocsin.core.document import Document
from tocsin.core.values import Act, ActorRef, Place, Quantity, Target, Text, When
from tocsin.core.vocabulary import toml_table
from tocsin.link._actors import Cast
from tocsin.link._names import Node, node_of
from tocsin.link._spots import Spot, most_specific, spot
from tocsin.link._words import is_described, key, sentence_starts, words

EVENT_STANCES = frozenset({"asserted", "hedged"})
FAR_PAST, FAR_FUTURE = 0, 4_000_000
# How much text around a mention is looked at for words that point back or set apart.
LOOK_BACK_CHARS = 60
POINTING = re.compile(r"\b([a-z]+) (?:[a-z0-9-]+ ){0,2}$", re.IGNORECASE)
Where = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One or several mentions of an event, summed up: what joins them stays comparable in the same way.

    `events` are (document, event) pairs; `tellings` say of each document whether it recalls the event (background).
    `kinds` are "TYPE" or "TYPE/mode". `first` and `last` are proleptic ordinals, None for an open end. `spots` hold at
    most one place per mention. `who` and `whom` hold ids of actors, and descriptions behind "~".
    """

    events: tuple[Where, ...]
    tellings: frozenset[tuple[str, bool]]
    told: int
    kinds: frozenset[str]
    first: int | None = None
    last: int | None = None
    spots: frozenset[Spot] = frozenset()
    who: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    tolls: frozenset[tuple[str, str, int]] = frozenset()
    position: int = 0
    sentence: int = 0
    points_back: bool = False
    set_apart: bool = False

    @property
    def background(self) -> bool:
        """Whether every report that tells of the event only recalls it."""
        return all(recalled for _, recalled in self.tellings)

    @property
    def countries(self) -> frozenset[str]:
        """The countries of the places."""
        return frozenset(s.country for s in self.spots if s.country is not None)

    @property
    def order(self) -> tuple[int, Where]:
        """What mentions are sorted by: the day they were told, then their ids."""
        return (self.told, self.events[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A report as the linker needs it while it reads its claims."""

    document: Document
    short: Mapping[str, str]
    sentences: tuple[int, ...]


def sheet(document: Document, *, short: Mapping[str, str]) -> Sheet:
    """Return the report `document` with its sentences."""
    return Sheet(document=document, short=short, sentences=sentence_starts(document.text))


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims of one report in the order of the text."""
    return sorted(claims, key=lambda c: (c.spans[0].start, c.id))


class Draft(NamedTuple):
    """A mention before it is known who is who: names as nodes, descriptions behind "~"."""

    mention: Mention
    who: tuple[Node | str, ...]
    whom: tuple[Node | str, ...]


def drafts(page: Sheet, events: Mapping[str, Sequence[Claim]]) -> list[Draft]:
    """Return the events of a report that took place as it says: planned, denied and supposed ones are none."""
    found = (_draft(page, event, claims) for event, claims in events.items())
    return sorted((d for d in found if d is not None), key=lambda d: (d.mention.position, d.mention.events))


def resolved(draft: Draft, actors: Cast, *, told: int) -> Mention:
    """Return the mention with the ids of actors, in a report whose words are from the day `told`."""
    return replace(draft.mention, who=_ids(draft.who, actors), whom=_ids(draft.whom, actors), told=told)


def _ids(parts: Iterable[Node | str], actors: Cast) -> frozenset[str]:
    return frozenset(actors.ids[part] if isinstance(part, Node) else part for part in parts)


def _draft(page: Sheet, event: str, claims: Sequence[Claim]) -> Draft | None:
    acts = [c for c in claims if c.slot == "act" and c.stance in EVENT_STANCES]
    if not acts:
        return None
    held = [c for c in claims if c.stance in EVENT_STANCES]
    act = max(acts, key=lambda c: (c.confidence, -c.spans[0].start)).value
    assert isinstance(act, Act)
    start = min(c.spans[0].start for c in acts)
    first, last = _interval(held)
    place = most_specific([c.value for c in held if c.slot == "where" and isinstance(c.value, Place)])
    targets = [c.value for c in held if isinstance(c.value, Target)]
    mention = Mention(
        events=((page.document.id, event),),
        tellings=frozenset({(page.document.id, act.background)}),
        told=0,
        kinds=frozenset({kind_of(act)}),
        first=first,
        last=last,
        spots=frozenset() if place is None else frozenset({spot(place)}),
        targets=frozenset(key(t.text) for t in targets),
        classes=frozenset(t.class_ for t in targets if t.class_ is not None),
        weapons=frozenset(key(c.value.text) for c in held if c.slot == "weapon" and isinstance(c.value, Text)),
        tolls=_tolls(held),
        position=start,
        sentence=bisect_right(page.sentences, start),
        points_back=_points_back(page.document.text, start),
        set_apart=_is_set_apart(page, start),
    )
    return Draft(mention, _parts(held, "who", page), _parts(held, "whom", page))


def kind_of(act: Act) -> str:
    """Return "TYPE/mode", or "TYPE" where no mode is told."""
    return act.type if act.mode is None else f"{act.type}/{act.mode}"


def _interval(claims: Sequence[Claim]) -> tuple[int | None, int | None]:
    known = [c.value for c in claims if c.slot == "when" and isinstance(c.value, When)]
    dated = [w for w in known if w.start is not None or w.end is not None]
    if not dated:
        return None, None
    when = min(dated, key=_n_days)
    first = when.start.toordinal() if when.start is not None else None
    return first, when.end.toordinal() if when.end is not None else None


def _n_days(when: When) -> int:
    first = when.start.toordinal() if when.start is not None else FAR_PAST
    return (when.end.toordinal() if when.end is not None else FAR_FUTURE) - first


def _parts(claims: Sequence[Claim], slot: str, page: Sheet) -> tuple[Node | str, ...]:
    refs = [c.value for c in claims if c.slot == slot and isinstance(c.value, ActorRef)]
    return tuple(f"~{key(r.actor)}" if is_described(r.actor) else node_of(r, page.short) for r in refs)


def _tolls(claims: Sequence[Claim]) -> frozenset[tuple[str, str, int]]:
    figures = [(c.slot, c.value) for c in claims if isinstance(c.value, Quantity)]
    return frozenset((slot, group_of(q), q.best) for slot, q in figures if q.best is not None and not q.part)


@cache
def _groups() -> Mapping[str, str]:
    table = toml_table("link_words.toml")["groups"]
    return {key(word): name for name, listed in table.items() for word in listed}


def group_of(figure: Quantity) -> str:
    """Return who is counted: "" for everybody, one word for all words for the same people."""
    if figure.group is None:
        return ""
    plain = key(figure.group)
    parts = plain.split()
    if plain in words("everybody") or (parts and parts[-1] in words("everybody")):
        return ""
    return " ".join(sorted({_groups().get(p, p) for p in parts})) if plain not in _groups() else _groups()[plain]


def _points_back(text: str, start: int) -> bool:
    before = POINTING.search(text[max(0, start - LOOK_BACK_CHARS) : start])
    head = text[start : start + LOOK_BACK_CHARS].split(" ", maxsplit=1)[0].casefold()
    return head in words("points_back") or (before is not None and before[1].casefold() in words("points_back"))


def _is_set_apart(page: Sheet, start: int) -> bool:
    begin = page.sentences[bisect_right(page.sentences, start) - 1]
    near = f" {key_of_text(page.document.text[max(begin, start - LOOK_BACK_CHARS) : start + LOOK_BACK_CHARS // 4])} "
    return any(f" {word} " in near for word in words("sets_apart"))


def key_of_text(text: str) -> str:
    """Return the words of `text` in small letters, apart by single spaces."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def join(parts: Sequence[Mention]) -> Mention:
    """Return the sum of `parts`: sets united, intervals cut to what all of them allow."""
    if len(parts) == 1:
        return parts[0]
    parts = sorted(parts, key=lambda m: (m.told, m.position, m.events))
    firsts = [m.first for m in parts if m.first is not None]
    lasts = [m.last for m in parts if m.last is not None]
    return Mention(
        events=tuple(e for m in parts for e in m.events),
        tellings=_tellings(parts),
        told=parts[0].told,
        kinds=frozenset().union(*(m.kinds for m in parts)),
        first=max(firsts, default=None),
        last=min(lasts, default=None),
        spots=frozenset().union(*(m.spots for m in parts)),
        who=frozenset().union(*(m.who for m in parts)),
        whom=frozenset().union(*(m.whom for m in parts)),
        targets=frozenset().union(*(m.targets for m in parts)),
        classes=frozenset().union(*(m.classes for m in parts)),
        weapons=frozenset().union(*(m.weapons for m in parts)),
        tolls=frozenset().union(*(m.tolls for m in parts)),
        position=parts[0].position,
        sentence=parts[0].sentence,
        points_back=all(m.points_back for m in parts),
        set_apart=any(m.set_apart for m in parts),
    )


def _tellings(parts: Sequence[Mention]) -> frozenset[tuple[str, bool]]:
    told = [t for part in parts for t in part.tellings]
    current = {document for document, recalled in told if not recalled}
    return frozenset((document, document not in current) for document, _ in told)
