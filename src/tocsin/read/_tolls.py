"""What became of the people that a number counts: killed, injured or abducted, and by which word."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.vocabulary import toml_table
from tocsin.read._grammar import ancestors, is_passive
from tocsin.read._mentions import NumberMention
from tocsin.read._predicates import Effect, Trigger

NEAR = 4
AFTER = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class TollMention:
    """A number of people with what happened to them. `cue` is the index of the word that says so."""

    slot: Effect
    number: NumberMention
    cue: int


def find_tolls(doc: Doc, numbers: list[NumberMention], triggers: list[Trigger]) -> list[TollMention]:
    """Return the numbers that count killed, injured or abducted people."""
    effects = {t.head: t for t in triggers if t.sense.effect is not None}
    found = []
    for number in numbers:
        fate = _by_adjacent_word(doc, number) or _by_grammar(doc, number, effects) or _by_toll_noun(doc, number)
        if fate is not None:
            found.append(TollMention(slot=fate[0], number=number, cue=fate[1]))
    return found


def fate_words() -> dict[str, Effect]:
    """Return adjectives, participles and nouns that tell a fate ("dead", "wounded"), with the fate."""
    table: dict[str, list[str]] = toml_table("fates.toml")["words"]
    return {word: slot for slot, words in table.items() for word in words}  # type: ignore[misc]


def _by_adjacent_word(doc: Doc, number: NumberMention) -> tuple[Effect, int] | None:
    """Return the fate told right after the number: "12 dead", "30 others wounded", "12 people were killed"."""
    fates, skipped = fate_words(), frozenset(toml_table("fates.toml")["skipped"])
    for i in range(number.tokens.end, min(number.tokens.end + NEAR, len(doc))):
        token = doc[i]
        if token.lower_ in fates and not _takes_an_object(token):
            return fates[token.lower_], i
        if token.lower_ not in skipped:
            return None
    return None


def _takes_an_object(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP"} and any(c.dep_ == "dobj" for c in token.children)


def _by_grammar(doc: Doc, number: NumberMention, effects: dict[int, Trigger]) -> tuple[Effect, int] | None:
    head = doc[number.noun] if number.noun is not None else number.tokens.root
    below = head
    for above in ancestors(head, 6):
        trigger = effects.get(above.i)
        if trigger is not None and _undergoes(below, above, trigger):
            return trigger.sense.effect, above.i  # type: ignore[return-value]
        if below.dep_ not in {"conj", "appos", "pobj", "prep", "nummod", "quantmod", "nmod", "amod", "compound", "dep"}:
            word = _complement_fate(above)
            return word if below.dep_ in {"dobj", "nsubjpass", "nsubj"} else None
        below = above
    return None


def _undergoes(below: Token, above: Token, trigger: Trigger) -> bool:
    if trigger.sense.noun:
        return below.dep_ == "prep" and below.lower_ in {"of", "among"}
    if trigger.sense.patient_is_subject or is_passive(above):
        return below.dep_ in {"nsubj", "nsubjpass"}
    return below.dep_ in {"dobj", "dative"} or (below.dep_ == "prep" and below.lower_ in {"of", "including"})


def _complement_fate(verb: Token) -> tuple[Effect, int] | None:
    """Return the fate told by the complement of a verb such as "leave" ("left 12 people dead")."""
    fates = fate_words()
    for child in verb.children:
        if child.dep_ in {"oprd", "acomp", "ccomp", "xcomp", "attr"} and child.lower_ in fates:
            return fates[child.lower_], child.i
    return None


def _by_toll_noun(doc: Doc, number: NumberMention) -> tuple[Effect, int] | None:
    """Return the fate told by a noun of counting: "the death toll rose to 38", "12 lives", "a toll of 12"."""
    nouns: dict[str, Effect] = toml_table("fates.toml")["toll_nouns"]
    sentence = doc[number.tokens.start].sent
    own = doc[number.noun].lemma_.lower() if number.noun is not None else ""
    if own in toml_table("fates.toml")["counted"]:
        return toml_table("fates.toml")["counted"][own], number.noun or number.tokens.start
    if number.noun is not None:
        return None
    after = doc[number.tokens.end : min(number.tokens.end + AFTER, sentence.end)]
    if (counted := _number_of(after)) is not None:
        return counted
    before = list(doc[sentence.start : number.tokens.start])
    for token in reversed(before):
        if token.lemma_.lower() in nouns:
            return nouns[token.lemma_.lower()], token.i
        if token.lemma_ == "number" and (counted := _number_of(doc[token.i : number.tokens.start])) is not None:
            return counted
    return None


def _number_of(tokens: TokenSpan) -> tuple[Effect, int] | None:
    """Return the fate told by "the number of those killed", "the number of dead" among `tokens`."""
    fates = fate_words()
    numbered = [t.i for t in tokens if t.lemma_ in {"number", "count", "toll"}]
    told = [t for t in tokens if t.lower_ in fates and numbered and t.i > numbered[0]]
    return (fates[told[0].lower_], told[0].i) if told else None
