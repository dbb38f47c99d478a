"""Who takes part in an act: somebody, not nobody, not whoever says it, and no building."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from tocsin.read._events import EventMention
from tocsin.read._mentions import ActorMention
from tocsin.read._phrases import PRONOUNS
from tocsin.read._targets import class_of

NOBODY = frozenset({"no", "none", "nobody", "neither"})
SAID_BY_ONE = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
UNTOLD = PRONOUNS | {"who", "whom", "one", "ones", "others"}


def taking_part(mention: EventMention, doc: Doc) -> tuple[list[ActorMention], list[ActorMention]]:
    """Return who did it and to whom it was done.

    Forces that are sent somewhere are those who go, where nobody is told to send them: nothing is done to them. Of
    talks and agreements all are parties.
    """
    act = frozenset(mention.trigger.words)  # of "proclaimed a state of emergency" no part is somebody
    doers, undergoers = _somebody(mention.doers, act), _somebody(mention.undergoers, act)
    type_ = mention.trigger.sense.type
    if type_ == "MOBILIZE":
        return doers or undergoers, []
    if type_ in {"AGREE", "CONSULT"}:
        return [*doers, *undergoers], []
    if type_ in {"ASSAULT", "PROTEST"}:
        sites = {p.tokens.root.i for p in mention.places}
        undergoers = [a for a in undergoers if a.head not in sites and not _is_site(doc[a.head])]
    return doers, undergoers


def _somebody(actors: Iterable[ActorMention], act: frozenset[int]) -> list[ActorMention]:
    """Return those of `actors` that are somebody, with none of the words at `act`."""
    return [a for a in actors if is_somebody(a) and act.isdisjoint(range(a.tokens.start, a.tokens.end))]


def is_somebody(actor: ActorMention) -> bool:
    """Return whether a mention tells of somebody: "no ambassador", "our daughters" and a pronoun alone do not."""
    words = [w.strip("'’.,") for w in actor.name.lower().split()]
    return words[0] not in NOBODY and SAID_BY_ONE.isdisjoint(words) and not (len(words) == 1 and words[0] in UNTOLD)


def _is_site(head: Token) -> bool:
    """Return whether a noun is that of a building or site ("the embassies"), which is hit and takes no part."""
    found = class_of(head)
    return found is not None and not found[1]
