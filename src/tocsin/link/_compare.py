"""Whether two mentions are one event: what forbids it, and the table of weighted features."""

from collections.abc import Callable
from functools import cache
from itertools import product
from typing import NamedTuple

from tocsin.core.vocabulary import toml_table
from tocsin.link._features import FEATURES, Feature, Scope, unlike
from tocsin.link._mentions import FAR_FUTURE, FAR_PAST, Mention
from tocsin.link._options import LinkOptions
from tocsin.link._spots import SLACK_KM, kinship

KIN_NEEDS = frozenset({"same_time", "same_place"})
FEATURES_FILE = "link_features.toml"


class Decision(NamedTuple):
    """Whether two mentions are one event, how strongly, and why."""

    merge: bool
    score: float
    reasons: tuple[str, ...]


def vetoed(left: Mention, right: Mention, scope: Scope) -> str | None:
    """Return why two mentions can never be one event, None where nothing forbids it."""
    found = (veto(left, right, scope) for veto in VETOES)
    return next((reason for reason in found if reason is not None), None)


def _different_country(left: Mention, right: Mention, _scope: Scope) -> str | None:
    ours, theirs = left.countries, right.countries
    return "different countries" if ours and theirs and ours != theirs else None


def _disjoint_dates(left: Mention, right: Mention, _scope: Scope) -> str | None:
    first = max(left.first or FAR_PAST, right.first or FAR_PAST)
    last = min(FAR_FUTURE if left.last is None else left.last, FAR_FUTURE if right.last is None else right.last)
    return "different dates" if first > last else None


def _unlike_kinds(left: Mention, right: Mention, _scope: Scope) -> str | None:
    return "different types" if any(unlike(a, b) for a, b in product(left.kinds, right.kinds)) else None


def _recalled_and_told(left: Mention, right: Mention, _scope: Scope) -> str | None:
    theirs = dict(right.tellings)
    clash = any(theirs.get(document, recalled) != recalled for document, recalled in left.tellings)
    return "one report tells the one and recalls the other" if clash else None


def _apart(left: Mention, right: Mention, scope: Scope) -> str | None:
    far = (kinship(a, b, SLACK_KM[scope]) == "apart" for a, b in product(left.spots, right.spots))
    return "different places" if any(far) else None


VETOES: tuple[Callable[[Mention, Mention, Scope], str | None], ...] = (
    _different_country, _disjoint_dates, _unlike_kinds, _recalled_and_told, _apart,
)  # fmt: skip


def decide(left: Mention, right: Mention, scope: Scope, options: LinkOptions) -> Decision:
    """Return whether `left` and `right` are one event by the table of features; the order of the two is no matter."""
    if vetoed(left, right, scope) is not None:
        return NEVER
    verdicts = {name: f(left, right, scope) for name, (f, _) in _table(scope).items()}
    told = {name: v for name, v in verdicts.items() if v is not None}
    agreeing = frozenset(name for name, v in told.items() if v.score >= AGREES)
    score = sum(_table(scope)[name][1] * v.score for name, v in told.items())
    reasons = tuple(v.reason for v in told.values() if v.score > 0 and v.reason)
    fits = _types(left) == _types(right) or agreeing >= KIN_NEEDS
    merge = fits and agreeing >= _required(left, right, scope) and score >= _threshold(left, right, scope, options)
    return Decision(merge, score, reasons)


NEVER = Decision(False, float("-inf"), ())
AGREES = 0.5


def _required(left: Mention, right: Mention, scope: Scope) -> frozenset[str]:
    needs_more = scope == "across" and not (_is_dated(left) and _is_dated(right))
    return frozenset(toml_table(FEATURES_FILE)[scope]["undated_requires"]) if needs_more else frozenset()


def _threshold(left: Mention, right: Mention, scope: Scope, options: LinkOptions) -> float:
    table = toml_table(FEATURES_FILE)[scope]
    if scope == "across" and not (_is_dated(left) and _is_dated(right)):
        return float(table["undated_threshold"])
    stated = options.threshold_within if scope == "within" else options.threshold_across
    return float(table["threshold"]) if stated is None else stated


def _types(mention: Mention) -> frozenset[str]:
    return frozenset(kind.partition("/")[0] for kind in mention.kinds)


def _is_dated(mention: Mention) -> bool:
    return mention.first is not None or mention.last is not None


@cache
def _table(scope: Scope) -> dict[str, tuple[Feature, float]]:
    weights = toml_table(FEATURES_FILE)[scope]["weights"]
    return {name: (FEATURES[name], float(row["weight"])) for name, row in weights.items()}
