"""Who takes part in an act: somebody, not nobody, not whoever says it, and no building."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from tocsin.core.values import BODIES
from tocsin.read._events import EventMention
from tocsin.read._grammar import ACCUSING
from tocsin.read._mentions import ActorMention
from tocsin.read._noun_kinds import noun_kind
from tocsin.read._people import is_attacker
from tocsin.read._phrases import PRONOUNS
from tocsin.read._targets import class_of

HARMED = frozenset({"killed", "injured"})
HELD = frozenset({"asserted", "hedged"})
NOBODY = frozenset({"no", "none", "nobody", "neither"})
SAID_BY_ONE = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
BACK = frozenset({"the", "all", "both", "these", "those"})
BROKERING = frozenset({"broker", "mediate", "facilitate"})
POINTING = frozenset({"attacker", "assailant", "raider", "kidnapper", "abductor", "captor", "hostage-taker"})
UNTOLD = PRONOUNS | {"who", "whom", "one", "ones", "others"}


def taking_part(mention: EventMention, doc: Doc) -> tuple[list[ActorMention], list[ActorMention]]:
    """Return who did it and to whom it was done.

    Forces that are sent somewhere are those who go, where nobody is told to send them: nothing is done to them. Of
    talks and agreements all are parties.
    """
    act = frozenset(mention.trigger.words)  # of "proclaimed a state of emergency" no part is somebody
    doers, undergoers = _somebody(mention.doers, act), _somebody(mention.undergoers, act)
    type_ = mention.trigger.sense.type
    if type_ in {"ASSAULT", "AGREE"}:
        doers = [a for a in doers if a.kind != "media"]
    if type_ == "ASSAULT":
        doers = [a for a in doers if not noun_kind("unarmed").has_noun(doc[a.head])]
    if _is_charged(doc[mention.trigger.head]):
        doers = []
    if _is_between(mention, doc):
        doers = doers if len(doers) > 1 else []
    if type_ == "MOBILIZE":
        return doers or undergoers, []
    if type_ in {"AGREE", "CONSULT"}:
        return [*doers, *undergoers], []
    if type_ in {"ASSAULT", "PROTEST"}:
        sites = {p.tokens.root.i for p in mention.places}
        undergoers = [a for a in undergoers if a.head not in sites and not _is_site(doc[a.head])]
    return doers, undergoers


def _is_charged(verb: Token) -> bool:
    """Return whether others only accuse somebody of it: "accused the army of shelling the town"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in {"for", "of"} and verb.head.head.lemma_ in ACCUSING


def _is_between(mention: EventMention, doc: Doc) -> bool:
    """Return whether the words tell who stood between the parties, not who they were: "a truce brokered by Cairo"."""
    return mention.trigger.sense.mode == "third-party" or doc[mention.trigger.head].lemma_ in BROKERING


class Participants:
    """Who did it and to whom it was done in one event, by its mentions in the order of the text.

    Those who shoot back at the attackers did not do it, nor did those who are counted among the dead. Who is told as
    doing it in a later sentence than others is taken for somebody who came after them, not for one of them.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._first: EventMention | None = None
        self._doers: set[int] = set()
        self._is_named = False
        self._attackers: set[int] = set()
        self._nouns: set[str] = set()
        self._is_told = False

    def of(self, mention: EventMention) -> tuple[list[ActorMention], list[ActorMention]]:
        """Return who did it and to whom it was done, as far as no mention before tells the contrary."""
        doers, undergoers = self._of_mention(mention)
        return self._of_one_telling(doers, mention), undergoers

    def _of_one_telling(self, doers: list[ActorMention], mention: EventMention) -> list[ActorMention]:
        """Return those of `doers` who did what was told first, not something else later."""
        if mention.stance not in HELD:
            return doers
        if self._first is None:
            self._first = mention if doers else None
            self._doers = {a.chain for a in doers}
            self._is_named = any(a.proper or a.kind == "state" for a in doers)
        if self._first is None or self._first.sentence == mention.sentence:
            return doers
        return [a for a in doers if a.chain in self._doers or self._may_be_those(a)]

    def _may_be_those(self, actor: ActorMention) -> bool:
        """Return whether a group named later may be those who were only described before."""
        return not self._is_named and actor.proper and actor.kind in BODIES

    def _of_mention(self, mention: EventMention) -> tuple[list[ActorMention], list[ActorMention]]:
        doers, undergoers = taking_part(mention, self._doc)
        if mention.trigger.sense.type != "ASSAULT":
            return doers, undergoers
        answered = [a for a in undergoers if self._is_attacker(a)]
        undergoers = [a for a in undergoers if a not in answered]
        harmed = {a.chain for a in undergoers}
        doers = [] if answered else [a for a in doers if a.chain not in harmed and not self._is_counted(a, mention)]
        self._attackers |= {a.chain for a in doers}
        self._nouns |= {self._lemma(a) for a in doers}
        self._is_told |= bool(doers or undergoers)
        return doers, undergoers

    def _is_attacker(self, actor: ActorMention) -> bool:
        """Return whether somebody is one of those who attacked: by the chain, by "the attackers", by the same noun."""
        before = self._doc[actor.tokens.start : actor.head]
        back = actor.tokens[0].lower_ in BACK and all(t.tag_ in {"DT", "PDT", "CD"} for t in before)
        pointing = self._is_told and self._lemma(actor) in POINTING
        return pointing or actor.chain in self._attackers or (back and self._lemma(actor) in self._nouns)

    def _lemma(self, actor: ActorMention) -> str:
        return self._doc[actor.head].lemma_.lower()

    def _is_counted(self, actor: ActorMention, mention: EventMention) -> bool:
        """Return whether one of the figures of the dead and hurt counts those who are taken for the doers."""
        own = any(c.lower_.endswith("self") for c in self._doc[mention.trigger.head].children)
        counted = not own and any(t.number.noun == actor.head for t in mention.tolls if t.slot in HARMED)
        return counted and not is_attacker(self._doc[actor.head].text)


def _somebody(actors: Iterable[ActorMention], act: frozenset[int]) -> list[ActorMention]:
    """Return those of `actors` that are somebody, with none of the words at `act`."""
    return [a for a in actors if is_somebody(a) and act.isdisjoint(range(a.tokens.start, a.tokens.end))]


def is_somebody(actor: ActorMention) -> bool:
    """Return whether a mention tells of somebody: "no ambassador", "our daughters", "a letter", a pronoun do not."""
    words = [w.strip("'’.,") for w in actor.name.lower().split()]
    named = actor.source != "document" and words[0] not in NOBODY
    return named and SAID_BY_ONE.isdisjoint(words) and not (len(words) == 1 and words[0] in UNTOLD)


def _is_site(head: Token) -> bool:
    """Return whether a noun is that of a building or site ("the embassies"), which is hit and takes no part."""
    found = class_of(head)
    return found is not None and not found[1]
