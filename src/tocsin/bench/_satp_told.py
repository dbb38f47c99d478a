"""What the record of one report tells, in the terms of the SATP labels."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tocsin.bench._satp_rows import KILLED_COLUMNS
from tocsin.core.claim import Claim
from tocsin.core.record import Incident, Record, Toll
from tocsin.core.values import Place, Quantity
from tocsin.core.vocabulary import toml_table

HELD = frozenset({"asserted", "hedged"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How many of whom, and where, by the record of one report: the incidents that it does not recall, together."""

    killed: int
    killed_of: dict[str, int]
    injured: int
    abducted: int
    places: tuple[Place, ...]


def told(record: Record) -> Told:
    """Return what `record`, that of one report, tells in the terms of the labels.

    Incidents that the report only recalls are left out; the tolls of the others are added, those of the attackers too.
    """
    claims = {c.id: c for c in record.claims}
    current = [i for i in record.incidents if not i.is_background]
    killed_of = dict.fromkeys(KILLED_COLUMNS, 0)
    for one in current:
        for group, number in _killed_of(one, claims).items():
            killed_of[group] += number
    return Told(
        killed=_sum(t for i in current for t in (i.killed, i.attackers_killed)),
        killed_of=killed_of,
        injured=_sum(i.injured for i in current),
        abducted=_sum(i.abducted for i in current),
        places=tuple(dict.fromkeys(_places(current))),
    )


def _sum(tolls: Iterable[Toll | None]) -> int:
    return sum(t.best for t in tolls if t is not None and t.best is not None)


def _killed_of(one: Incident, claims: Mapping[str, Claim]) -> dict[str, int]:
    """Return the killed of one incident by group: what no figure gives to a group is civilians'."""
    found: dict[str, int] = {}
    for toll in (one.killed, one.attackers_killed):
        if toll is None or not toll.best:
            continue
        counted = [q for c in toll.claims if (q := _figure(claims[c])) is not None]
        named = _by_group(q for q in counted if q.class_ is not None)
        rest = toll.best - sum(named.values())
        if rest < 0:
            named = _by_group(q for q in counted if q.class_ is not None and not q.part)
            rest = toll.best - sum(named.values())
        if rest > 0:
            default = "maoists" if toll is one.attackers_killed else "civilians"
            named[default] = named.get(default, 0) + rest
        for group, number in named.items():
            found[group] = found.get(group, 0) + number
    return found


def _figure(claim: Claim) -> Quantity | None:
    quantity = claim.value
    held = claim.stance in HELD and isinstance(quantity, Quantity) and not quantity.superseded
    return quantity if held and isinstance(quantity, Quantity) and quantity.best else None


def _by_group(figures: Iterable[Quantity]) -> dict[str, int]:
    """Return the sum over each group of the greatest figure for each wording of it."""
    greatest: dict[tuple[str, str], int] = {}
    for q in figures:
        key = (_column(q), q.group or "")
        greatest[key] = max(greatest.get(key, 0), q.best or 0)
    sums: dict[str, int] = {}
    for (column, _), number in greatest.items():
        sums[column] = sums.get(column, 0) + number
    return sums


def _column(figure: Quantity) -> str:
    """Return the group of the labels that the class of `figure` falls in; they tell one armed group from all others."""
    if figure.class_ != "armed group":
        return figure.class_ or "civilians"
    words = (figure.group or "").lower()
    return "other armed groups" if any(name in words for name in _others()) else "maoists"


@cache
def _others() -> tuple[str, ...]:
    return tuple(toml_table("satp.toml")["other_armed_groups"])


def _places(incidents: Iterable[Incident]) -> Iterator[Place]:
    return (i.where for i in incidents if i.where is not None)
