"""Mentions joined into events: greedily, best pair first, nothing joined that anything forbids."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tocsin.link._compare import Decision, decide, vetoed
from tocsin.link._features import Scope
from tocsin.link._mentions import Mention, join
from tocsin.link._options import LinkOptions

# A mention is compared with so many mentions before it in its report: in a list of hundreds of events the one
# meant is near by, and comparing all would grow with the square of the length of the report.
REACH_WITHIN = 60


class Case(NamedTuple):
    """One event: its mentions, their sum, and why they were joined."""

    parts: tuple[Mention, ...]
    whole: Mention
    reasons: tuple[str, ...] = ()


class Pair(NamedTuple):
    """Two mentions (by index) that may be one event."""

    left: int
    right: int
    decision: Decision


def within_report(mentions: Sequence[Mention], options: LinkOptions) -> list[Case]:
    """Return the events of one report, from its mentions in the order of the text."""
    pairs = [
        Pair(i, j, decision)
        for j, right in enumerate(mentions)
        for i in range(max(0, j - REACH_WITHIN), j)
        if (decision := decide(mentions[i], right, "within", options)).merge
    ]
    return agglomerate([Case((m,), m) for m in mentions], pairs, "within", options)


def agglomerate(cases: Sequence[Case], pairs: Iterable[Pair], scope: Scope, options: LinkOptions) -> list[Case]:
    """Return `cases` joined along `pairs`, best first; two groups are joined only where none of their members object.

    Across reports, the sums of two groups have to pass the table as well, so that a chain of likeness does not join
    its two ends.
    """
    group = list(range(len(cases)))
    held = dict(enumerate(cases))
    for pair in sorted(pairs, key=lambda p: (-round(p.decision.score, 9), p.left, p.right)):
        left, right = sorted((_root(group, pair.left), _root(group, pair.right)))
        if left == right:
            continue
        reasons = _reasons(held[left], held[right], pair, scope, options)
        if reasons is not None:
            held[left] = _joined(held[left], held.pop(right), reasons)
            group[right] = left
    return list(held.values())


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        group[index] = group[group[index]]
        index = group[index]
    return index


def _reasons(left: Case, right: Case, pair: Pair, scope: Scope, options: LinkOptions) -> tuple[str, ...] | None:
    if len(left.parts) == len(right.parts) == 1:
        return pair.decision.reasons
    if scope == "within":
        return None if vetoed(left.whole, right.whole, scope) is not None else pair.decision.reasons
    decision = decide(left.whole, right.whole, scope, options)
    return decision.reasons if decision.merge else None


def _joined(left: Case, right: Case, reasons: tuple[str, ...]) -> Case:
    parts = tuple(sorted(left.parts + right.parts, key=lambda m: m.order))
    told = tuple(dict.fromkeys(left.reasons + right.reasons + ("; ".join(reasons),)))
    return Case(parts, join((left.whole, right.whole)), told)
