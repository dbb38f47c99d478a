"""Whether a mention of an act says enough to be one: weak words need somebody, a place or a day beside them."""

from spacy.tokens import Doc, Token

from tocsin.read._arguments import arguments
from tocsin.read._events import EventMention
from tocsin.read._grammar import dependents
from tocsin.read._phrases import TIME_WORDS

WHERE = frozenset({"in", "at", "near", "outside", "around"})
WEAK_SUPPORT = 2  # of who, whom, where and when, how many a weak word needs


def is_an_act(mention: EventMention, doc: Doc) -> bool:
    """Return whether a mention says enough to be one; weak words need support."""
    sense = mention.trigger.sense
    if mention.given == "kind":
        return sense.type == "CONSULT" or bool(sense.told_by)
    if sense.type == "MOBILIZE" and sense.weak and not mention.times and _is_beside(doc[mention.trigger.head]):
        return False
    harmed = sense.effect == "injured" and bool(mention.undergoers)
    if not sense.weak or harmed or mention.tolls or mention.given == "known":
        return True
    placed = mention.places or _names_a_place(doc[mention.trigger.head])
    told = (mention.doers, mention.undergoers or mention.targets, placed, mention.times)
    if sum(map(bool, told)) >= WEAK_SUPPORT:
        return True
    roles = arguments(mention.trigger, doc)
    if any(t.pos_ == "PRON" for t in roles.doers):
        return False
    doers = mention.doers or _are_nouns(roles.doers)
    undergoers = mention.undergoers or mention.targets or _are_nouns(roles.undergoers)
    if sense.parties:
        undergoers = _are_nouns(roles.doers[1:])  # whoever it was done with
    return sum(map(bool, (doers, undergoers, placed, mention.times))) >= WEAK_SUPPORT


def _names_a_place(head: Token) -> bool:
    """Return whether a name that the gazetteer does not know tells where: "picked up in Kalimba"."""
    steps = (c for c in dependents(head, "prep") if c.lower_ in WHERE)
    names = (o for c in steps for o in dependents(c, "pobj") if o.tag_ == "NNP")
    return any(o.lower_ not in TIME_WORDS for o in names)


def _is_beside(verb: Token) -> bool:
    """Return whether a move only says who or when: "soldiers who reached the town", "by the time they arrived"."""
    meanwhile = verb.dep_ == "advcl" and any(c.lower_ in {"as", "until"} for c in dependents(verb, "mark"))
    return meanwhile or verb.dep_ in {"relcl", "acl"}


def _are_nouns(heads: tuple[Token, ...]) -> bool:
    """Return whether words themselves tell who or what, though they may stand for nobody that is known."""
    return any(t.pos_ in {"NOUN", "PROPN", "NUM"} for t in heads)
