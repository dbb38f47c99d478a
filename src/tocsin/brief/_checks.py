"""The reports' own arithmetic, as the brief shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from tocsin.brief._citations import Citations, Fact, Item
from tocsin.brief._incidents import incident_item
from tocsin.brief._wording import word
from tocsin.core.record import Check, Incident

VERDICT_IN_REASON = "cannot be checked: "


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """One comparison that a report makes, and whether the record bears it out."""

    id: str
    item: Item
    text: Fact
    verdict: str
    reason: Fact
    incident: Item | None


def check_views(
    checks: Iterable[Check], shown: Mapping[str, tuple[int, Incident]], citations: Citations, *, at_most: int
) -> list[CheckView]:
    """Return the comparisons that reports make, those that do not hold first."""
    in_order = nsmallest(at_most, checks, key=lambda k: (k.holds is None, k.holds is True, k.id))
    return [_view(check, n, shown, citations) for n, check in enumerate(in_order, start=1)]


def _view(check: Check, n: int, shown: Mapping[str, tuple[int, Incident]], citations: Citations) -> CheckView:
    item = Item(f"Check {n}", f"check-{n}")
    verdict = "open" if check.holds is None else "holds" if check.holds else "fails"
    return CheckView(
        id=check.id,
        item=item,
        text=citations.fact(check.text, [check.claim], item),
        verdict=word("checks", verdict),
        reason=citations.fact(check.reason.removeprefix(VERDICT_IN_REASON), check.claims or [check.claim], item),
        incident=incident_item(shown[check.incident][0]) if check.incident and check.incident in shown else None,
    )
