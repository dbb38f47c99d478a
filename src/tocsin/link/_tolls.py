"""How many: one toll from all figures, by the policy "own-words-latest".

1. A figure counts if it is asserted or hedged, is no part of another figure, is not called outdated by its own report,
   and is no word-for-word copy's repetition. "Nobody" counts only where its report tells of no victim.
2. Within a report a total (a figure about everybody) stands for its parts; without a total, figures for different
   people are added, and figures for the same people are alternatives. What one source tells of a group before another
   tells a total ("16 soldiers", then "54 dead") is an alternative to it. A figure of others than those counted before
   ("two more died") is added to what was told before it, and holds nothing against what is told after it.
3. A later figure of a publisher replaces that publisher's earlier ones.
4. `best` is the figure of the publisher's own words in the latest report, else the latest attributed one: within a
   report the one told as an update ("rose to 29"), else the first; `low` and `high` span all figures, and an
   "at least" leaves `high` open unless another figure closes it above.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Literal, NamedTuple

from tocsin.core.claim import Claim
from tocsin.core.record import Toll
from tocsin.core.values import Quantity
from tocsin.link._mentions import group_of
from tocsin.link._reports import HELD, Reports

Counted = Literal["killed", "injured", "abducted"]


class Answer(NamedTuple):
    """One answer to "how many in all?", and where its report begins to tell it; a greater rank is believed first."""

    low: int | None
    best: int | None
    high: int | None
    is_total: bool
    publisher: str
    told: int
    start: int
    rank: tuple[bool, int, bool, bool, int]


def toll(slot: Counted, claims: Iterable[Claim], reports: Reports, *, attackers: bool = False) -> Toll | None:
    """Return the toll on `slot` from the claims of one incident; None where no claim tells."""
    figures = [c for c in claims if c.slot == slot and (_quantity(c).side == "attackers") == attackers]
    if not figures:
        return None
    said = {(c.document, _quantity(c)) for c in figures}
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        if claim.stance in HELD and _stands(_quantity(claim)) and not _repeats(claim, said, reports):
            by_report[claim.document].append(claim)
    answers = [a for document in sorted(by_report) for a in _of_report(by_report[document], reports)]
    low, best, high = _resolved(_standing(answers))
    return Toll(low=low, best=best, high=high, claims=tuple(c.id for c in figures))


def _quantity(claim: Claim) -> Quantity:
    assert isinstance(claim.value, Quantity)
    return claim.value


def _stands(figure: Quantity) -> bool:
    """Return whether a figure is one of its own that its report holds true."""
    return not figure.part and not figure.superseded


def _repeats(claim: Claim, said: Set[tuple[str, Quantity]], reports: Reports) -> bool:
    root = reports[claim.document].root
    return root != claim.document and (root, _quantity(claim)) in said


def _of_report(claims: Sequence[Claim], reports: Reports) -> list[Answer]:
    some = [c for c in claims if _quantity(c).high != 0] or claims
    base = [c for c in some if not _quantity(c).further] or some
    more = {_quantity(c): c for c in some if c not in base}
    return [_with_more(a, list(more.values())) for a in _counted(base, reports)]


def _with_more(answer: Answer, more: Sequence[Claim]) -> Answer:
    """Return `answer` with those added whom the report counts besides, after it."""
    later = [_quantity(c) for c in more if c.spans[0].start > answer.start]
    if not later or answer.best is None:
        return answer
    low, best, high = (
        _sum([own, *(getattr(q, bound) for q in later)])
        for bound, own in (("low", answer.low), ("best", answer.best), ("high", answer.high))
    )
    return answer._replace(low=low, best=best, high=high)


def _counted(claims: Sequence[Claim], reports: Reports) -> list[Answer]:
    """Return the answers of one report, those told besides left out."""
    groups = _groups(claims)
    everybody = groups.pop("", [])
    if everybody:
        first = [_answer(c, reports, is_total=True) for c in _told_before(everybody, groups)]
        return [*first, *(_answer(c, reports, is_total=True) for c in everybody)]
    answers = [[_answer(c, reports, is_total=False) for c in group] for group in groups.values()]
    return answers[0] if len(answers) == 1 else [_added(answers)]


def _told_before(totals: Sequence[Claim], groups: Mapping[str, Sequence[Claim]]) -> list[Claim]:
    """Return the figures of one group that others than those who tell a total told before it: they meant all."""
    start = min(c.spans[0].start for c in totals)
    tellers = {c.sources for c in totals}
    before = [c for group in groups.values() for c in group if c.spans[0].start < start and c.sources not in tellers]
    return before if len({group_of(_quantity(c)) for c in before}) == 1 else []


def _groups(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return `claims` by who is counted; "soldiers" and "Malian soldiers" may be the same, and are alternatives."""
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (len(group_of(_quantity(c)).split()), c.spans[0].start, c.id)):
        counted = group_of(_quantity(claim))
        wider = (g for g in groups if g and set(g.split()) <= set(counted.split()))
        groups.setdefault(next(wider, counted), []).append(claim)
    return groups


def _answer(claim: Claim, reports: Reports, *, is_total: bool) -> Answer:
    figure, report = _quantity(claim), reports[claim.document]
    own = len(claim.sources) == 1
    start = claim.spans[0].start
    rank = (own, report.told, figure.updated, claim.stance == "asserted", -start)
    publisher = report.publisher or report.root
    return Answer(figure.low, figure.best, figure.high, is_total, publisher, report.told, start, rank)


def _added(groups: Sequence[Sequence[Answer]]) -> Answer:
    spans = [_resolved(group) for group in groups]
    ranks = [max(answer.rank for answer in group) for group in groups]
    return groups[0][0]._replace(
        low=_sum(low for low, _, _ in spans),
        best=_sum(best for _, best, _ in spans),
        high=_sum(high for _, _, high in spans),
        is_total=True,
        start=min(answer.start for group in groups for answer in group),
        rank=min(ranks),
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = list(numbers)
    return None if None in known else sum(n for n in known if n is not None)


def _standing(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers that none of the same publisher replaces; a part below a total says nothing about it."""
    latest: dict[str, int] = {}
    for answer in answers:
        latest[answer.publisher] = max(answer.told, latest.get(answer.publisher, 0))
    current = [a for a in answers if a.told == latest[a.publisher]]
    greatest = max((a.best or 0 for a in current if a.is_total), default=0)
    return [a for a in current if a.is_total or (a.best or 0) >= greatest]


def _resolved(answers: Sequence[Answer]) -> tuple[int | None, int | None, int | None]:
    known = [a for a in answers if a.best is not None or a.low is not None or a.high is not None]
    best = max((a for a in known if a.best is not None), key=lambda a: a.rank, default=None)
    return _lowest(known), best.best if best is not None else None, _highest(known)


def _lowest(answers: Sequence[Answer]) -> int | None:
    closed = [a.low for a in answers if a.low is not None]
    opened = [n for a in answers if a.low is None and (n := a.best if a.best is not None else a.high) is not None]
    return min(closed) if closed and min(closed) <= min(opened, default=min(closed)) else None


def _highest(answers: Sequence[Answer]) -> int | None:
    closed = [a.high for a in answers if a.high is not None]
    opened = [n for a in answers if a.high is None and (n := a.best if a.best is not None else a.low) is not None]
    return max(closed) if closed and max(closed) >= max(opened, default=max(closed)) else None
