"""One value from many claims: the named policies for type, mode, time and place of an incident."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tocsin.core.claim import Claim
from tocsin.core.values import Act, EventType, Place, When
from tocsin.core.vocabulary import toml_table
from tocsin.link._mentions import kind_of
from tocsin.link._reports import HELD, Reports
from tocsin.link._spots import SLACK_KM, Spot, kinship, spot

BASES = ("stated", "relative", "publication")
COMPATIBLE = frozenset({"same", "near", "holds"})


def choose_kind(claims: Iterable[Claim], reports: Reports) -> tuple[EventType, str | None]:
    """Return type and mode: what most independent reports say; the narrower of two modes of which one holds the other.

    `claims` are in the order in which they were told; a tie goes to the kind that leads its family, then to the first.
    """
    acts = [(c, c.value) for c in claims if isinstance(c.value, Act) and c.stance in HELD]
    by_root: dict[str, list[Act]] = {}
    for claim, act in acts:
        by_root.setdefault(reports[claim.document].root, []).append(act)
    types = Counter(_leading(said) for said in by_root.values())
    chosen = min(types, key=lambda t: (-types[t], _rank(t)))
    votes = Counter(_common_mode([a for a in said if a.type == chosen]) for said in by_root.values())
    return chosen, _narrowed(votes)


def _leading(said: Sequence[Act]) -> EventType:
    return min(said, key=lambda a: _rank(kind_of(a))).type


def _rank(kind: str) -> int:
    leads: list[str] = toml_table("link_types.toml")["leads"]
    fitting = (i for i, lead in enumerate(leads) if kind == lead or kind.startswith(lead + "/"))
    return next(fitting, len(leads))


def _common_mode(acts: Sequence[Act]) -> str | None:
    return _narrowed(Counter(a.mode for a in acts))


def _narrowed(votes: Counter[str | None]) -> str | None:
    counts = Counter({mode: n for mode, n in votes.items() if mode is not None})
    for wide, narrow in toml_table("link_types.toml")["refines"]:
        if wide in counts and narrow in counts:
            counts[narrow] += counts.pop(wide)
    return max(counts, key=lambda mode: counts[mode], default=None)


def choose_when(claims: Iterable[Claim], reports: Reports) -> When | None:
    """Return the most precise interval that most independent reports allow.

    Where no report tells, the reason it gives for that is returned, or None.
    """
    told = [(c, c.value) for c in claims if c.slot == "when" and isinstance(c.value, When) and c.stance in HELD]
    dated = dict.fromkeys((reports[c.document].root, w) for c, w in told if w.start is not None or w.end is not None)
    if not dated:
        return told[0][1] if told else None
    apart = dict.fromkeys(w for _, w in dated)
    support = {w: len({root for root, other in dated if _meet(w, other)}) for w in apart}
    return min(apart, key=lambda w: (-support[w], _days(w), BASES.index(w.basis)))


def _meet(left: When, right: When) -> bool:
    starts = [d for d in (left.start, right.start) if d is not None]
    ends = [d for d in (left.end, right.end) if d is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _days(when: When) -> float:
    if when.start is None or when.end is None:
        return float("inf")
    return (when.end - when.start).days


def choose_where(claims: Iterable[Claim], reports: Reports) -> Place | None:
    """Return the most specific place that most independent reports allow; None where no report tells."""
    held = [(c, c.value) for c in claims if c.slot == "where" and isinstance(c.value, Place) and c.stance in HELD]
    told = list(dict.fromkeys((reports[c.document].root, p) for c, p in held))
    spots = [(root, spot(p)) for root, p in told]
    support = [len({root for root, other in spots if _fits(own, other)}) for _, own in spots]
    named = Counter(own.name for _, own in spots)
    ranked = sorted(
        range(len(told)),
        key=lambda i: (-support[i], told[i][1].country is None, spots[i][1].radius_km, -named[spots[i][1].name], i),
    )
    return told[ranked[0]][1] if ranked else None


def _fits(left: Spot, right: Spot) -> bool:
    return left == right or kinship(left, right, SLACK_KM["across"]) in COMPATIBLE
