"""Mentions of acts with all that is told about each, and which of them tell of one event."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tocsin.core.claim import Stance
from tocsin.core.distance import great_circle_km
from tocsin.core.values import Place, When
from tocsin.read._discourse import discourse
from tocsin.read._grammar import SAME_FORMS, dependents, has_dependent, names_what
from tocsin.read._mentions import ActorMention, PlaceMention, TimeMention
from tocsin.read._notes import note
from tocsin.read._noun_kinds import counted_by
from tocsin.read._phrases import TIME_WORDS
from tocsin.read._predicates import Trigger
from tocsin.read._tolls import TollMention

Given = Literal["known", "another", "kind", "new"]

# Weights of the evidence that two mentions in one report tell of one event, chosen on the dev half of the gold. With
# MERGE_AT 1.0, 1.6 and 2.1 its 223 reports of 2026-11-30 had incidents of 0.671, 0.675 and 0.671.
MERGE_AT = 1.6
SAME_PLACE = 1.5
SAME_DAY = 1.5
KNOWN = 1.5
ANOTHER = -4.0
SAME_ACTOR = 0.8
SAME_FIGURE = 1.5
NOTHING_OF_ITS_OWN = 1.5
OTHER_ENTRY = -1.5
SAME_MODE = 0.5
LATEST = 0.5
OTHER_MODE = -1.0
OTHER_DOERS = -1.5
OTHER_CAPTIVES = -3.0
NEAR_KM = 30.0
DEFINITE = frozenset({"the", "this", "that", "these", "those", "all", "both"})
VAGUE = frozenset({"many", "several", "some", "most"})
REMOTE = frozenset({"phone"})  # modes of acts done from afar, which have no place
MEANWHILE = frozenset({"during", "amid"})  # before what went on at the same time, here or elsewhere
KNOWING = frozenset({"det", "predet", "poss"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMention:
    """Something or somebody hit."""

    tokens: TokenSpan
    class_: str | None
    nationality: str | None
    people: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponMention:
    """A weapon or means, with the mode of attack it points to."""

    tokens: TokenSpan
    mode: str | None


@note
class EventMention:
    """One mention of an act with its arguments and circumstances.

    `origins` are the places it was launched from; `entry` numbers that of a digest which it is told in, 0 for none;
    `gap` is the "and" behind which it is told without the verb, 0 where it has its own.
    """

    trigger: Trigger
    sentence: int
    paragraph: int
    stance: Stance
    given: Given
    background: bool
    entry: int = 0
    gap: int = 0
    plural: bool = False
    doers: tuple[ActorMention, ...] = ()
    undergoers: tuple[ActorMention, ...] = ()
    targets: tuple[TargetMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    tolls: tuple[TollMention, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    origins: tuple[PlaceMention, ...] = ()

    @property
    def is_reference(self) -> bool:
        """Whether the mention only points back ("the blast") and tells neither place nor time of its own."""
        return self.given == "known" and not self.places and not self.times

    @property
    def is_harmless(self) -> bool:
        """Whether the mention says only that nobody came to harm, which tells of no event by itself."""
        return bool(self.tolls) and all(t.number.quantity.high == 0 for t in self.tolls)

    @property
    def family(self) -> str:
        """The kind of act within which mentions may be one event."""
        sense = self.trigger.sense
        return f"{sense.type} {sense.mode}" if sense.type in {"COERCE", "RETREAT", "SANCTION"} else sense.type


def givenness(head: Token) -> Given:
    """Return whether a mention points back ("the attack"), to yet another event, to a kind of event, or neither."""
    words = discourse()
    if _is_a_kind(head):
        return "kind"
    below = dependents(head, "amod", "det", "poss", "compound", "advmod")
    if tells_what(head):
        return "new"
    if head.dep_ in {"appos", "attr"} or _restates(head):
        return "known"
    if any(c.lower_ in words["another"] for c in below):
        return "another"
    definite = any(c.dep_ in {"det", "poss"} and c.lower_ in words["definite"] for c in below)
    named = any(not _tells_when(c) for c in dependents(head, "prep"))
    return "known" if head.pos_ == "NOUN" and definite and not named else "new"


def _tells_when(preposition: Token) -> bool:
    """Return whether what follows tells a day or a time of day, and nothing of the event: "the attack on Sunday"."""
    return any(c.lower_ in TIME_WORDS for c in dependents(preposition, "pobj"))


def tells_what(noun: Token) -> bool:
    """Return whether `noun` tells what something is by a relative of its own: "hit by what they said was a bomb"."""
    verbs = (noun.head, *islice(noun.head.ancestors, 2))
    return noun.dep_ in {"attr", "oprd"} and any(map(names_what, verbs))


def is_ranked(head: Token) -> bool:
    """Return whether the mention ranks the event told before: "it was the deadliest attack since 2011"."""
    ranked = any(c.lower_ in discourse()["superlatives"] for c in dependents(head, "amod"))
    return ranked and head.dep_ == "attr"


def is_standing(head: Token, *, since: bool, counted: bool) -> bool:
    """Return whether the words sum up what went on for long: "has been fighting", "hundreds have died since 2011"."""
    perfect = any(c.lower_ in {"has", "have", "'ve"} for c in dependents(head, "aux"))
    lasting = head.tag_ == "VBG" and any(c.lower_ == "been" for c in head.children)
    return perfect and (lasting or since or not counted or _is_repeated(head))


def _is_repeated(head: Token) -> bool:
    """Return whether the words say that it was done many times: "have clashed more than once"."""
    text = " ".join(t.lower_ for t in head.subtree)
    return any(often in text for often in discourse()["often"])


def sums_up(verb: Token) -> bool:
    """Return whether what was done to is only counted: "300 shops have been seized since May", not "all eight"."""
    subjects = (c for c in verb.children if c.dep_ == "nsubjpass")
    return any(map(_is_only_counted, subjects))


def _is_only_counted(noun: Token) -> bool:
    """Return whether a noun is told by a number alone: "300 shops", "many shops", "hundreds of shops"."""
    number = any(c.dep_ == "nummod" or c.lower_ in VAGUE for c in noun.children)
    counts = noun.tag_ == "NNS" and counted_by(noun) is not None
    return (number or counts) and not any(c.dep_ in KNOWING and c.lower_ not in VAGUE for c in noun.children)


def is_ongoing(verb: Token) -> bool:
    """Return whether `verb` tells what goes on while it is reported: "is fighting them", "they kidnap for money"."""
    helpers = dependents(verb, "aux", "auxpass")
    if verb.tag_ == "VBG":
        return any(c.lower_ in {"is", "are", "am"} for c in helpers)
    return verb.tag_ in {"VBZ", "VBP"} and verb.lower_ not in SAME_FORMS and not helpers


def _is_a_kind(noun: Token) -> bool:
    """Return whether `noun` speaks of events in general: "a wave of attacks", "attacks are common"."""
    if noun.pos_ != "NOUN":
        return False
    if any(c.lower_ in discourse()["not_now"] for c in noun.children) or _is_a_label(noun):
        return True
    above = noun.head.head
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_.lower() in discourse()["series"]
    bare = not has_dependent(noun, "det", "poss", "nummod", "amod", "compound")
    if noun.tag_ != "NNS" or counted:
        return counted
    trend = noun.dep_ == "nsubj" and noun.head.lemma_.lower() in discourse()["trend_verbs"]
    determined = has_dependent(noun, "det", "poss", "nummod")
    return (trend and not determined) or (bare and not has_dependent(noun, "prep"))


def _is_a_label(noun: Token) -> bool:
    """Return whether `noun` is what somebody calls what happened: "called it a coup", "speaks of a coup"."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in {"of", "as"} and noun.head.head.lemma_ in discourse()["naming_verbs"]
    return noun.dep_ in {"oprd", "attr", "dobj", "ccomp"} and noun.head.lemma_ in discourse()["labelling_verbs"]


def _restates(noun: Token) -> bool:
    """Return whether `noun` names again what was just told: ", the second raid there in ten days"."""
    start = noun.left_edge
    if noun.pos_ != "NOUN" or noun.dep_ == "nsubj" or start.lower_ not in {"the", "a", "an"}:
        return False
    return start.i > noun.sent.start and start.nbor(-1).text in {",", "-", "–", "—"}


def group_mentions(mentions: list[EventMention]) -> list[list[EventMention]]:
    """Return the mentions of a page in groups that tell of one event each, in the order of the text."""
    groups: list[list[EventMention]] = []
    for sentence in _by_sentence(mentions):
        for cluster in _within_sentence(sentence):
            home = _home(cluster, groups)
            if home is not None:
                home.extend(cluster)
            elif not all(m.is_harmless or (m.is_reference and _only_refers(m)) for m in cluster):
                groups.append(cluster)
    return groups


def _only_refers(mention: EventMention) -> bool:
    """Return whether a mention that points back to nothing told before tells of no event: a weak word, a count."""
    return mention.trigger.sense.weak or (mention.trigger.sense.effect is not None and bool(mention.tolls))


def _home(cluster: list[EventMention], groups: list[list[EventMention]]) -> list[EventMention] | None:
    """Return the group that most speaks for, of equal ones the last told; None where no evidence reaches `MERGE_AT`."""
    last = max(groups, key=_last_told, default=None)
    evidence = [(_evidence(cluster, g, latest=g is last), _last_told(g)) for g in groups]
    best = max(range(len(groups)), key=evidence.__getitem__, default=None)
    return groups[best] if best is not None and evidence[best][0] >= MERGE_AT else None


def _last_told(group: list[EventMention]) -> int:
    return max(m.trigger.head for m in group)


def _by_sentence(mentions: list[EventMention]) -> list[list[EventMention]]:
    rows: dict[int, list[EventMention]] = {}
    for mention in mentions:
        rows.setdefault(mention.sentence, []).append(mention)
    return [rows[n] for n in sorted(rows)]


def _within_sentence(mentions: list[EventMention]) -> list[list[EventMention]]:
    clusters: list[list[EventMention]] = []
    for mention in mentions:
        home = next((c for c in clusters if _one_event_in_sentence(mention, c)), None)
        if home is None:
            clusters.append([mention])
        else:
            home.append(mention)
    return clusters


def _one_event_in_sentence(mention: EventMention, cluster: list[EventMention]) -> bool:
    return mention.given != "another" and not any(conflict(mention, m) or _of_others(mention, m) for m in cluster)


def _of_others(left: EventMention, right: EventMention) -> bool:
    """Return whether others did something else: "wives marched to the palace and rioters wrecked a shop"."""
    modes = {left.trigger.sense.mode, right.trigger.sense.mode}
    doers = [{a.chain for a in m.doers} for m in (left, right)]
    return left.trigger.sense.type == "PROTEST" and len(modes) == 2 and all(doers) and doers[0].isdisjoint(doers[1])


def conflict(left: EventMention, right: EventMention) -> bool:
    """Return whether two mentions cannot tell of one event."""
    apart = left.background != right.background and not (left.is_reference or right.is_reference)
    if left.family != right.family or apart:
        return True
    if (left.stance in {"planned", "denied", "conditional"}) != (right.stance in {"planned", "denied", "conditional"}):
        return True
    return not (_places_agree(left, right) and _times_agree(left, right) and _modes_agree(left, right))


def _modes_agree(left: EventMention, right: EventMention) -> bool:
    """Return False for modes that exclude each other unless place and day tie the mentions together."""
    apart = frozenset({"aerial", "drone", "heavy-weapons", "abduct", "targeted", "suicide-attack", "crowd-control"})
    a, b = left.trigger.sense.mode, right.trigger.sense.mode
    if a is None or b is None or a == b or not {a, b} <= apart | {"firearms", "explosives", "destroy"}:
        return True
    return left.sentence == right.sentence or not {a, b} <= apart


def _places_agree(left: EventMention, right: EventMention) -> bool:
    return all(near(a.place, b.place) for a in left.places for b in right.places)


def near(left: Place, right: Place) -> bool:
    """Return whether two places can be one: the same name, or so close that their precision lets them be."""
    if left.country is not None and right.country is not None and left.country != right.country:
        return False
    if left.name.casefold() == right.name.casefold() or left.lat is None or right.lat is None:
        return left.name.casefold() == right.name.casefold() or left.lat is None or right.lat is None
    reach = max(NEAR_KM, ((left.precision_m or 0) + (right.precision_m or 0)) / 1000)
    return great_circle_km(left, right) <= reach


def _times_agree(left: EventMention, right: EventMention) -> bool:
    return all(overlap(a.when, b.when) for a in left.times for b in right.times)


def overlap(left: When, right: When) -> bool:
    """Return whether two intervals share a day; an open or unknown end does not keep them apart."""
    starts = left.start or date.min, right.start or date.min
    ends = left.end or date.max, right.end or date.max
    return max(starts) <= min(ends)


def _evidence(cluster: list[EventMention], group: list[EventMention], *, latest: bool) -> float:
    """Return how much speaks for `cluster` telling of the event of `group`; minus infinity where they conflict."""
    if any(conflict(a, b) for a in cluster for b in group):
        return float("-inf")
    score = LATEST if latest else 0.0
    score += SAME_PLACE * _shared(cluster, group, _place_names)
    score += SAME_DAY * _shared(cluster, group, _days)
    score += SAME_ACTOR * _shared(cluster, group, _actors)
    score += SAME_FIGURE * _shared(cluster, group, _figures)
    score += KNOWN * any(m.given == "known" for m in cluster)
    score += ANOTHER * any(m.given == "another" for m in cluster)
    score += _mode_evidence(cluster, group) + OTHER_DOERS * _other_doers(cluster, group)
    score += OTHER_CAPTIVES * _other_captives(cluster, group)
    if _other_entry(cluster, group):
        score += OTHER_ENTRY
    elif not any(m.places or m.times for m in cluster):
        score += NOTHING_OF_ITS_OWN
    return score


def _other_entry(cluster: list[EventMention], group: list[EventMention]) -> bool:
    """Return whether something is told anew in an entry of a digest, and not for an event of the same entry."""
    if all(m.is_reference for m in cluster):
        return False
    entries = {m.entry for m in group} - {0}
    return bool(entries) and all(m.entry not in entries | {0} for m in cluster)


def _other_doers(cluster: list[EventMention], group: list[EventMention]) -> bool:
    """Return whether one was done by forces of a state and the other by an armed group."""
    left, right = ({a.kind for m in side for a in m.doers} & {"state", "armed group"} for side in (cluster, group))
    return bool(left and right and not left & right)


def _other_captives(cluster: list[EventMention], group: list[EventMention]) -> bool:
    """Return whether one mention introduces other people as taken or freed than those told of before."""
    new, known = ({a.chain: a for m in side for a in m.undergoers if _is_capture(m)} for side in (cluster, group))
    introduced = any(a.tokens[0].tag_ in {"DT", "CD"} and a.tokens[0].lower_ not in DEFINITE for a in new.values())
    return bool(known) and introduced and not new.keys() & known.keys()


def _is_capture(mention: EventMention) -> bool:
    return mention.trigger.sense.mode in {"abduct", "arrest", "release"}


def _mode_evidence(cluster: list[EventMention], group: list[EventMention]) -> float:
    left = {m.trigger.sense.mode for m in cluster} - {None}
    right = {m.trigger.sense.mode for m in group} - {None}
    if not left or not right:
        return 0.0
    return SAME_MODE if left & right else OTHER_MODE


def _shared(
    cluster: list[EventMention], group: list[EventMention], trait: Callable[[EventMention], set[object]]
) -> bool:
    return bool({t for m in cluster for t in trait(m)} & {t for m in group for t in trait(m)})


def _place_names(mention: EventMention) -> set[object]:
    return {p.place.name.casefold() for p in mention.places}


def _days(mention: EventMention) -> set[object]:
    return {t.when.start for t in mention.times if t.when.start is not None and t.when.start == t.when.end}


def _actors(mention: EventMention) -> set[object]:
    return {a.chain for a in (*mention.doers, *mention.undergoers)}


def _figures(mention: EventMention) -> set[object]:
    return {(t.slot, t.number.quantity.best) for t in mention.tolls if (t.number.quantity.best or 0) > 1}
