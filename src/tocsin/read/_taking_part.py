"""Who takes part in an act: somebody, not nobody, not whoever says it, and no building."""

from spacy.tokens import Token

from tocsin.read._mentions import ActorMention
from tocsin.read._targets import class_of

NOBODY = frozenset({"no", "none", "nobody", "neither"})
SAID_BY_ONE = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
UNTOLD = frozenset({"he", "him", "she", "her", "it", "they", "them", "who", "whom", "one", "ones", "others"})


def takes_part(actor: ActorMention) -> bool:
    """Return whether a mention tells who takes part: "no ambassador", "our daughters" and a pronoun alone do not."""
    words = [w.strip("'’.,") for w in actor.name.lower().split()]
    return words[0] not in NOBODY and SAID_BY_ONE.isdisjoint(words) and not (len(words) == 1 and words[0] in UNTOLD)


def is_site(head: Token) -> bool:
    """Return whether a noun is that of a building or site ("the embassies"), which is hit and takes no part."""
    found = class_of(head)
    return found is not None and not found[1]
