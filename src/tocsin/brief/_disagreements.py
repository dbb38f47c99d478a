"""What reports disagree on: figures, dates, places, and who is responsible."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from tocsin.brief._citations import Citations, Fact, Item, chain_words
from tocsin.brief._incidents import incident_item
from tocsin.brief._wording import country_name, dated_title, place_words, quantity_words, when_words, word
from tocsin.core.claim import Claim
from tocsin.core.distance import great_circle_km
from tocsin.core.record import Incident
from tocsin.core.values import ActorRef, Place, Quantity, When
from tocsin.core.vocabulary import toml_table

HELD = frozenset({"asserted", "hedged"})
METRES_PER_KM = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Values of one incident that cannot all be right, each with who says so."""

    item: Item
    incident: Item
    title: str
    about: str
    rows: tuple[tuple[Fact, str], ...]


Meet = Callable[[Claim, Claim], bool]
Found = tuple[int, Incident, str, list[Claim]]


def contradictions(shown: Mapping[str, tuple[int, Incident]], citations: Citations) -> list[Found]:
    """Return (number of the incident, incident, what it is about, claims) for each point on which reports disagree."""
    of = ((n, incident, _of_incident(citations.known(incident.claims), citations)) for n, incident in shown.values())
    return [(n, incident, about, claims) for n, incident, points in of for about, claims in points]


def disagreement_views(found: Iterable[Found], citations: Citations) -> list[Disagreement]:
    """Return the points of disagreement, each version with who says so."""
    views = []
    for k, (n, incident, about, claims) in enumerate(found, start=1):
        item = Item(f"Disagreement {k}", f"disagreement-{k}")
        rows = _rows(claims, citations, item)
        title = dated_title(incident)
        views.append(Disagreement(item=item, incident=incident_item(n), title=title, about=about, rows=rows))
    return views


def _of_incident(claims: Sequence[Claim], citations: Citations) -> Iterator[tuple[str, list[Claim]]]:
    for slot in ("killed", "injured", "abducted"):
        for side, name in ((False, word("tolls", slot)), (True, f"attackers {word('tolls', slot)}")):
            figures = [c for c in claims if c.slot == slot and _is_total(c) and _is_of_attackers(c) == side]
            yield from _if_apart(f"How many {name}", figures, _unless_one_voice(_figures_meet))
    for about, slot, meet in (("When", "when", _dates_meet), ("Where", "where", _places_meet)):
        told = [c for c in claims if c.slot == slot and c.stance in HELD]
        yield from _if_apart(about, told, _unless_one_voice(meet))
    blamed = [c for c in claims if c.slot == "responsibility"]
    yield from _if_apart("Who is responsible", blamed, partial(_blames_meet, citations=citations))
    denied = [c for c in claims if c.stance == "denied" and c.slot not in {"statement", "responsibility"}]
    if denied:
        yield "What is denied", denied


def _if_apart(about: str, claims: Sequence[Claim], meet: Meet) -> Iterator[tuple[str, list[Claim]]]:
    """Yield those of the claims that another one contradicts."""
    pairs = ((a, b) for i, a in enumerate(claims) for b in claims[i + 1 :])
    apart = {c.id for pair in pairs if not meet(*pair) for c in pair}
    if apart:
        yield about, [c for c in claims if c.id in apart]


def _unless_one_voice(meet: Meet) -> Meet:
    """Return `meet`, for which claims that come the same way, or one way and reprinted, never stand apart."""

    def held(left: Claim, right: Claim) -> bool:
        names = [[source.name for source in claim.sources] for claim in (left, right)]
        shorter = min(map(len, names))
        return names[0][:shorter] == names[1][:shorter] or meet(left, right)

    return held


def _is_total(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and not claim.value.part and claim.stance in HELD


def _is_of_attackers(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.side == "attackers"


def _figures_meet(left: Claim, right: Claim) -> bool:
    """Return whether both figures can be right: some number fits both, or one may be a part of the other."""
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return True
    group, its = _group(one), _group(other)
    if group == its:
        return _reaches(one, other) and _reaches(other, one)
    if group and its:
        return True
    part, whole = (one, other) if group else (other, one)
    return _reaches(part, whole)


def _group(figure: Quantity) -> str:
    """Return who is counted; nothing where everybody is."""
    everybody = toml_table("brief_words.toml")["groups"]["everybody"]
    group = (figure.group or "").casefold()
    return "" if group in everybody else group


def _reaches(one: Quantity, other: Quantity) -> bool:
    return one.low is None or other.high is None or one.low <= other.high


def _dates_meet(left: Claim, right: Claim) -> bool:
    one, other = left.value, right.value
    if not isinstance(one, When) or not isinstance(other, When):
        return True
    starts = max(one.start or date.min, other.start or date.min)
    return starts <= min(one.end or date.max, other.end or date.max)


def _places_meet(left: Claim, right: Claim) -> bool:
    one, other = left.value, right.value
    if not isinstance(one, Place) or not isinstance(other, Place):
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.country and country_name(one.country) in {one.name, other.name}:
        return True
    if one.precision_m is None or other.precision_m is None:
        return True
    return great_circle_km(one, other) * METRES_PER_KM <= one.precision_m + other.precision_m


def _blames_meet(left: Claim, right: Claim, *, citations: Citations) -> bool:
    """Return whether the same actor, under whichever name, is on the same side, or another one denies it."""
    one, other = left.value, right.value
    if not isinstance(one, ActorRef) or not isinstance(other, ActorRef):
        return True
    same_side = (left.stance == "denies") == (right.stance == "denies")
    same_actor = citations.names.may_be_one(one.actor, other.actor)
    return same_actor == same_side if same_actor else "denies" in {left.stance, right.stance}


def _rows(claims: Sequence[Claim], citations: Citations, item: Item) -> tuple[tuple[Fact, str], ...]:
    """Return each value once, with everybody who says so."""
    by_words: dict[str, list[Claim]] = {}
    for claim in claims:
        by_words.setdefault(_value_words(claim, citations), []).append(claim)
    return tuple(
        (citations.fact(words, [c.id for c in said], item), "; ".join(dict.fromkeys(map(chain_words, said))))
        for words, said in by_words.items()
    )


def _value_words(claim: Claim, citations: Citations) -> str:
    value = claim.value
    if isinstance(value, Quantity):
        return quantity_words(value)
    if isinstance(value, When):
        return when_words(value)
    if isinstance(value, Place):
        return place_words(value)
    if isinstance(value, ActorRef):
        return f"{citations.names.full_name(value.actor)} {word('responsibility', claim.stance)}"
    words = claim.spans[0].words(citations.documents[claim.document].text)
    return f"{word('stances', claim.stance)}: \N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"
