"""The claims about one event, from all mentions of it."""

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from tocsin.core.claim import Claim
from tocsin.core.values import Act, ActorRef, EventType, Target, Text
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._events import EventMention
from tocsin.read._mentions import ActorMention, Setting
from tocsin.read._taking_part import NOBODY, Participants

TOLL_WORDS = 14
MODE_RANK = ("suicide-attack", "abduct", "drone", "aerial", "explosives", "heavy-weapons", "targeted", "firearms")


def event_claims(group: list[EventMention], event: str, doc: Doc, make: ClaimMaker) -> Iterator[Claim]:
    """Yield the claims about the event that the mentions in `group` tell of."""
    type_, mode, background = event_type(group), event_mode(group), is_background(group)
    act = Act(type=type_, mode=mode, background=background)
    participants = Participants(doc)
    for mention in group:
        words = [doc[i] for i in mention.trigger.words]
        yield make.claim(About(event=event, slot="act"), act, words, stance=mention.stance)
        yield from _argument_claims(mention, participants, event, make)
        yield from _circumstance_claims(mention, event, doc, make)


def setting_claims(group: list[EventMention], setting: Setting, event: str, make: ClaimMaker) -> Iterator[Claim]:
    """Yield the claims on place and time that an event takes from the sentences around it."""
    stance = group[0].stance
    if setting.place is not None:
        about = About(event=event, slot="where", inferred=True)
        yield make.claim(about, setting.place.place, [setting.place.tokens], stance=stance)
    if setting.time is not None:
        about = About(event=event, slot="when", inferred=True)
        yield make.claim(about, setting.time.when, [setting.time.tokens], stance=stance)


def is_background(group: list[EventMention]) -> bool:
    """Return whether all mentions that tell more than a reference place the event in the past of the report."""
    telling = [m for m in group if not m.is_reference] or group
    return all(m.background for m in telling)


def event_type(group: list[EventMention]) -> EventType:
    """Return the type that most of the mentions in `group` tell, a tie going to the first."""
    types = [m.trigger.sense.type for m in group]
    return max(dict.fromkeys(types), key=types.count)


def event_mode(group: list[EventMention]) -> str | None:
    """Return the most telling mode among the mentions in `group`: of words that tell of acts, else of weapons."""
    told = [m.trigger.sense.mode for m in group if m.trigger.sense.mode is not None]
    weapons = [w.mode for m in group for w in m.weapons if w.mode is not None]
    if told or event_type(group) != "ASSAULT":
        return min(told, key=_rank, default=None)
    return min(weapons, key=_rank, default=None)


def _rank(mode: str) -> int:
    return MODE_RANK.index(mode) if mode in MODE_RANK else len(MODE_RANK)


def _argument_claims(
    mention: EventMention, participants: Participants, event: str, make: ClaimMaker
) -> Iterator[Claim]:
    stance = mention.stance
    doers, undergoers = participants.of(mention)
    for actor in doers:
        yield make.claim(About(event=event, slot="who"), actor_ref(actor), [actor.tokens], stance=stance)
    for actor in undergoers:
        yield make.claim(About(event=event, slot="whom"), actor_ref(actor), [actor.tokens], stance=stance)
    known = {i for a in mention.undergoers for i in range(a.tokens.start, a.tokens.end)}
    for target in mention.targets:
        if target.tokens[0].lower_ in NOBODY:
            continue
        if target.people and target.tokens.root.i not in known:
            person = ActorRef(actor=target.tokens.text, kind="people", country=target.nationality)
            yield make.claim(About(event=event, slot="whom"), person, [target.tokens], stance=stance)
        if mention.trigger.sense.type != "ASSAULT":
            continue
        value = Target(text=target.tokens.text, class_=target.class_, nationality=target.nationality)
        yield make.claim(About(event=event, slot="target"), value, [target.tokens], stance=stance)


def _circumstance_claims(mention: EventMention, event: str, doc: Doc, make: ClaimMaker) -> Iterator[Claim]:
    stance = mention.stance
    for time in mention.times:
        yield make.claim(About(event=event, slot="when"), time.when, [time.tokens], stance=stance)
    for place in mention.places:
        yield make.claim(About(event=event, slot="where"), place.place, [place.tokens], stance=stance)
    for weapon in mention.weapons:
        yield make.claim(
            About(event=event, slot="weapon"), Text(text=weapon.tokens.text), [weapon.tokens], stance=stance
        )
    for toll in mention.tolls:
        tokens = _toll_words(toll.number.tokens, toll.cue, doc)
        yield make.claim(About(event=event, slot=toll.slot), toll.number.quantity, [tokens], stance=stance)


def _toll_words(number: TokenSpan, cue: int, doc: Doc) -> TokenSpan:
    """Return the words from the number to the word that tells the fate, both included."""
    start, end = min(number.start, cue), max(number.end, cue + 1)
    return doc[start:end] if end - start <= TOLL_WORDS else number


def actor_ref(actor: ActorMention) -> ActorRef:
    """Return who a mention stands for."""
    return ActorRef(actor=actor.name, kind=actor.kind, country=actor.country)
