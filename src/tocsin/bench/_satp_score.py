"""Scores of what was told against the SATP labels."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from anyascii import anyascii

from tocsin.bench._satp_rows import KILLED_COLUMNS, Labels, Row
from tocsin.bench._satp_told import Told
from tocsin.core.distance import great_circle_km
from tocsin.core.values import Place
from tocsin.core.vocabulary import toml_table
from tocsin.read import lookup

NEAR_KM = 25.0
MANY = 3  # deaths
# the best of four language models, on another split of these reports, with more deaths
PUBLISHED = "0.107 (Llama-3.1-8B, nine examples)"


Pair = tuple[object, object]  # the label and what was told


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One report: its id, its labels, what was told."""

    row: str
    labels: Labels
    told: Told


def outcome(row: Row, found: Told) -> Outcome:
    """Return the outcome of one row."""
    return Outcome(row=row.id, labels=row.labels, told=found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: its name, value, the number of reports it is over, the bar, and the best published."""

    what: str
    value: float
    n: int
    bar: str = ""
    published: str = ""


def figures(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    """Yield the figures over `outcomes`; a label that the coders left empty is not counted."""
    many = [o for o in outcomes if (o.labels.killed or 0) >= MANY]
    yield _exact("deaths exact", outcomes, _killed, ">= 0.96")
    yield _exact("deaths exact, 1 or more", [o for o in outcomes if o.labels.killed], _killed)
    yield _exact("deaths exact, 3 or more", many, _killed)
    yield replace(_error("deaths, mean absolute error", outcomes, "<= 0.09"), published=PUBLISHED)
    yield _error("deaths, mean absolute error, 3 or more", many, "<= 0.35")
    yield _exact("deaths of all five groups exact", outcomes, _groups, ">= 0.93")
    for group in KILLED_COLUMNS:
        yield _exact(f"deaths of {group} exact", outcomes, partial(_group, group=group))
    yield _exact("injured exact", outcomes, _injured, ">= 0.96")
    yield _exact("abducted exact", outcomes, _abducted, ">= 0.96")
    yield _share("state", [_state(o) for o in outcomes if o.labels.state], ">= 0.95")
    yield _share("district", [_district(o) for o in outcomes if o.labels.district], ">= 0.90")
    yield _share("within 25 km", [_near(o) for o in outcomes if o.labels.lat is not None], ">= 0.80")


def misses(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield a line for each count that differs from its label: the row's id, what, the label, what was told."""
    for one in outcomes:
        pairs = {"killed": _killed(one), "injured": _injured(one), "abducted": _abducted(one)}
        pairs |= {f"killed {group}": _group(one, group=group) for group in KILLED_COLUMNS}
        for what, (there, said) in pairs.items():
            if there is not None and there != said:
                yield f"{one.row}  {what}: {there} in the labels, {said} told"


def _killed(one: Outcome) -> Pair:
    return one.labels.killed, one.told.killed


def _injured(one: Outcome) -> Pair:
    return one.labels.injured, one.told.injured


def _abducted(one: Outcome) -> Pair:
    return one.labels.abducted, one.told.abducted


def _group(one: Outcome, *, group: str) -> Pair:
    return one.labels.killed_of[group], one.told.killed_of[group]


def _groups(one: Outcome) -> Pair:
    known = None not in one.labels.killed_of.values()
    return (one.labels.killed_of if known else None), one.told.killed_of


def _exact(what: str, outcomes: Iterable[Outcome], pair: Callable[[Outcome], Pair], bar: str = "") -> Figure:
    pairs = [p for p in map(pair, outcomes) if p[0] is not None]
    return _share(what, [there == said for there, said in pairs], bar)


def _share(what: str, right: Sequence[bool], bar: str = "") -> Figure:
    return Figure(what=what, value=sum(right) / len(right) if right else 0.0, n=len(right), bar=bar)


def _error(what: str, outcomes: Iterable[Outcome], bar: str) -> Figure:
    apart = [abs(there - o.told.killed) for o in outcomes if (there := o.labels.killed) is not None]
    return Figure(what=what, value=sum(apart) / len(apart) if apart else 0.0, n=len(apart), bar=bar)


def _state(one: Outcome) -> bool:
    names = {_plain(n) for p in one.told.places for n in (p.admin1, p.name) if n}
    return _plain(one.labels.state or "") in names


def _district(one: Outcome) -> bool:
    """Return whether a place has the name of the district, lies in it, or does by another name of that unit."""
    label = one.labels.district or ""
    told = {(p.country, p.admin2) for p in one.told.places if p.admin2}
    names = {_plain(n) for p in one.told.places for n in (p.admin2, p.name) if n}
    return _plain(label) in names or not told.isdisjoint(_units_of(label))


@cache
def _units_of(name: str) -> frozenset[tuple[str | None, str | None]]:
    return frozenset((p.country, p.admin2) for p in lookup(name) if p.admin2)


def _near(one: Outcome) -> bool:
    there = Place(name="there", lat=one.labels.lat, lon=one.labels.lon, precision_m=1)
    return any(p.lat is not None and great_circle_km(there, p) <= NEAR_KM for p in one.told.places)


def _plain(name: str) -> str:
    lower = anyascii(name).casefold().removesuffix(" district").strip()
    return _renamed().get(lower, lower)


@cache
def _renamed() -> dict[str, str]:
    names: dict[str, str] = toml_table("satp.toml")["renamed"]
    return names
