"""Two incidents of a finished record compared, whether or not the record holds that comparison."""

from collections import defaultdict

from tocsin.core.claim import Claim, Reading
from tocsin.core.errors import UnknownName
from tocsin.core.record import Link, Record
from tocsin.link._intake import take_in
from tocsin.link._links import compare as compared
from tocsin.link._links import rarity
from tocsin.link._options import LinkOptions
from tocsin.link._traits import attack, is_attack


def compare(record: Record, left: str, right: str) -> Link:
    """Return what the incidents with the ids `left` and `right` share, and what not; raise UnknownName for no id."""
    known = {i.id: i for i in record.incidents}
    for name in (left, right):
        if name not in known:
            raise UnknownName(f"no incident {name!r} in the record; it holds {len(known)}")
    held = next((found for found in record.links if {found.left, found.right} == {left, right}), None)
    return held if held is not None else _fresh(record, left, right)


def _fresh(record: Record, left: str, right: str) -> Link:
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        by_document[claim.document].append(claim)
    readings = (Reading(document=d, claims=tuple(by_document[d.id])) for d in record.documents)
    intake = take_in(readings, record.as_of, LinkOptions())
    actors, claims = intake.cast(), {c.id: c for c in record.claims}
    needed = [i for i in record.incidents if i.id in {left, right} or is_attack(i)]
    attacks = {i.id: attack(i, [claims[c] for c in i.claims], intake.reports, actors) for i in needed}
    return compared(attacks[left], attacks[right], rarity(list(attacks.values())))
