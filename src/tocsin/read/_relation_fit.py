"""Whether two sides can stand in the relation that the words between them tell."""

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from tocsin.core.claim import Relation
from tocsin.core.values import BODIES, ActorRef, Place
from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import columns
from tocsin.read._grammar import is_passive
from tocsin.read._side_names import SMALL_WORDS, Side, is_named, pairs_of, words
from tocsin.read._side_places import LOCATIVES
from tocsin.read._talks_words import is_talks, talks_words

COUNTRY_M = 150_000
WORD = re.compile(r"\w+")
LASTING = frozenset({"opposes", "allied_with", "affiliated_with", "split_from", "ousted_by", "controls"})
MUTUAL = frozenset({"opposes", "allied_with"})
BOTH = frozenset({"both", "either", "neither"})
JOINING = frozenset({"join", "rejoin", "belong"})
MEETING = frozenset({"meet", "confer", "talk", "meeting", "consultation", "discussion", "contact"})
PEOPLE = frozenset({"person", "people"})
OF_TALKS = frozenset({"NN", "VB"})
PASSING = frozenset({"before", "after", "until"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """A relation found: its two sides and the word that says so."""

    relation: Relation
    left: Side
    right: Side
    cue: Token
    told: bool = True


def holds(triple: Triple) -> bool:
    """Return whether the two sides can stand in the relation."""
    entry = toml_table("relations.toml")[triple.relation]
    left, right = triple.left, triple.right
    if left.chain is not None and left.chain == right.chain:
        return False
    if side_key(left) == side_key(right) or isinstance(left.value, Place):
        return False
    if entry.get("left") == "armed" and not _is_armed(left):
        return False
    if (
        entry["right"] == "actor"
        and right.kind in {"person", "people"}
        and triple.relation in {"affiliated_with", "split_from"}
    ):
        return False
    if triple.relation == "controls" and not _is_control(triple):
        return False
    if triple.relation == "affiliated_with" and not _is_affiliation(triple):
        return False
    if triple.cue.lemma_ == "join" and not any(w[0].isupper() for w in right.name.split()):
        return False
    if triple.relation == "ousted_by" and left.kind == "people" and not (_is_armed(left) and len(left.tokens) > 1):
        return False
    if triple.cue.lower_ == "loyal" and right.kind == "state":
        return False
    if triple.relation == "allied_with" and triple.cue.tag_ == "VBN" and left.kind == right.kind == "state":
        return False
    if triple.relation == "split_from" and (_is_departure(triple) or _is_of_state("split_from", left)):
        return False
    if _is_loose(triple) or _is_of_state(triple.relation, right) or _is_of_body(triple):
        return False
    return not _turns_otherwise(triple, frozenset(entry.get("unless", ())))


def _is_of_body(triple: Triple) -> bool:
    """Return whether what somebody comes from or trained in is a name that no list holds, which may be a body's."""
    right = triple.right
    unheard = isinstance(right.value, Place) and right.value.country is None and is_named(right)
    unheard = unheard and right.tokens.root.lemma_.lower() not in words("sites") | words("regions")
    return triple.relation in {"launched_from", "trained_in"} and unheard


def _is_departure(triple: Triple) -> bool:
    """Return whether somebody only goes out of a place or a meeting, or a person out of a body ("left the party")."""
    if triple.cue.lemma_ not in words("leaving"):
        return False
    return triple.left.kind in PEOPLE or triple.right.kind not in BODIES or not is_named(triple.right)


def _is_country(side: Side) -> bool:
    own = side.value.country if isinstance(side.value, ActorRef) else None
    return own is not None and side.kind == "state" and len(side.tokens) == 1


def _is_membership(triple: Triple) -> bool:
    """Return whether a person is only said to belong to a body or to set one up, which is a role."""
    return triple.left.kind in {"person", "people"} and triple.cue.lemma_ in words("belonging")


def _is_affiliation(triple: Triple) -> bool:
    official = triple.left.kind == "state" and not is_named(triple.left)
    media = "media" in {triple.left.kind, triple.right.kind}
    return not (official or media or _is_country(triple.right) or _is_membership(triple)) and _is_of_groups(triple)


def _is_of_groups(triple: Triple) -> bool:
    """Return whether named groups stand on both sides of words that tell of whom a group is made up."""
    lemma, right = triple.cue.lemma_.lower(), triple.right
    if lemma in words("forming"):
        return is_named(right) and (is_named(triple.left) or _is_armed(triple.left))
    if lemma == "include" and right.tokens.root.lemma_.lower() not in words("unions"):
        return False
    if lemma not in words("unions") and not (lemma in words("shares") and triple.cue.pos_ == "NOUN"):
        return True
    groups = all(side.kind in BODIES | {None} for side in (triple.left, triple.right))
    counted = triple.left.tokens[0].lower_ in words("loose")
    return groups and not counted and is_named(triple.left) and is_named(triple.right)


def _is_control(triple: Triple) -> bool:
    """Return whether somebody who can hold a place holds it, no clerk or villager ("a nurse who runs the site")."""
    left = triple.left
    plain = left.kind in {"person", "people"} and left.tokens.root.pos_ != "PROPN" and not _is_armed(left)
    return not (plain or _is_inside_state(triple.right))


def _is_inside_state(right: Side) -> bool:
    """Return whether what is held only lies somewhere in a state ("runs camps in Mali")."""
    start = right.tokens.start
    wide = isinstance(right.value, Place) and (right.value.precision_m or 0) >= COUNTRY_M
    return wide and start > 0 and right.tokens.doc[start - 1].lower_ in LOCATIVES


def _is_of_state(relation: Relation, right: Side) -> bool:
    """Return whether a state cannot be the right side: a country is not split from, nor is a government."""
    if right.kind != "state":
        return False
    country = isinstance(right.value, ActorRef) and right.value.country is not None
    named = any(w[0].isupper() for w in right.name.split() if w.casefold() not in SMALL_WORDS)
    return relation == "split_from" and (country or not named)


def _turns_otherwise(triple: Triple, unless: frozenset[str]) -> bool:
    """Return whether a word after the right side gives the verb another meaning ("holds the town responsible")."""
    end = triple.right.tokens.end
    return end < len(triple.cue.doc) and triple.cue.lemma_ == "hold" and triple.cue.doc[end].lower_ in unless


def _is_armed(side: Side) -> bool:
    named = {t.lemma_.lower() for t in side.tokens} | {w.casefold() for w in side.name.split()}
    return side.kind == "armed group" or not named.isdisjoint(words("armed") | words("forces"))


def _is_loose(triple: Triple) -> bool:
    """Return whether the words, or the sides, are too loose for the relation to be told of two that are known."""
    left, right, cue = triple.left, triple.right, triple.cue
    both = (left, right)
    if triple.relation == "opposes" and any(cue in side.tokens and not is_named(side) for side in both):
        return True
    if triple.relation in LASTING and any(_is_vague(side) or _is_nobody(side) for side in both):
        return True
    if triple.relation in MUTUAL and any(_is_doing(side) for side in both):
        return True
    if triple.relation == "affiliated_with" and not is_named(left) and len(left.tokens) == 1:
        return True
    if triple.relation == "affiliated_with" and cue.lemma_ in JOINING:
        return is_passive(cue) or not is_named(left)
    if triple.relation == "allied_with":
        civil = any(side.kind == "people" and not _is_armed(side) for side in both)
        own = right.tokens[0].tag_ == "PRP$" and right.tokens.root.lemma_ == "side"
        return civil or own or left.kind == right.kind == "person" or _is_unknown(right)
    if triple.relation == "controls" and cue.dep_ == "advcl":
        return any(c.lower_ in PASSING for c in cue.children)
    return triple.relation == "negotiates_with" and (
        any(map(_is_no_party, both)) or (_is_meeting(cue) and (_meets_other(triple) or not _is_of_talks(triple)))
    )


def _meets_other(triple: Triple) -> bool:
    """Return whether two meet a third ("X and Y met the army"), or what they meet with is no body ("resistance")."""
    cue, right = triple.cue, triple.right.tokens
    together = right.end <= cue.i and any(c.dep_ == "dobj" and c.i > cue.i for c in cue.children)
    return together or (cue.lemma_ == "meet" and len(right) == 1 and right[0].tag_ == "NN")


def _is_no_party(side: Side) -> bool:
    """Return whether nobody can negotiate with a side: a thing ("met with resistance"), or who only mediates."""
    mediates = side.tokens.root.lemma_.lower() in talks_words("mediator_nouns") - talks_words("envoy_nouns")
    return _is_unknown(side) or (mediates and side.kind in PEOPLE)


def _is_meeting(cue: Token) -> bool:
    return cue.lemma_ in MEETING and not (cue.lemma_ == "talk" and cue.pos_ == "NOUN")


def _is_vague(side: Side) -> bool:
    """Return whether a side is two that nothing tells which they are ("both sides")."""
    noun = side.tokens.root.lemma_.lower()
    pair = noun in pairs_of() or noun in talks_words("sides")
    told = [t.lower_ for t in side.tokens[:2]]
    return pair and (told[0] in BOTH or told == ["the", "two"]) and side.name == side.tokens.text


def is_vague_party(side: Side) -> bool:
    """Return whether a side are parties that nothing tells which they are ("the parties", "all sides")."""
    bare = all(t.tag_ in {"DT", "PDT"} or t.lower_ == "two" for t in side.tokens[:-1])
    return bare and side.tokens.root.lemma_.lower() in talks_words("sides")


def _is_doing(side: Side) -> bool:
    """Return whether a side is what is done, or talks, and nobody ("Operation X", "the mediation")."""
    opening = next(iter(side.name.casefold().removeprefix("the ").split()), "")
    doing = not words("doings").isdisjoint({side.tokens.root.lemma_.lower(), opening})
    return doing or is_talks(side.tokens.root)


def _is_nobody(side: Side) -> bool:
    """Return whether no word of a side that no mention covers is a noun or a pronoun ("most", "Absent")."""
    return side.chain is None and not any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in side.tokens)


def _is_unknown(side: Side) -> bool:
    return side.chain is None and side.kind is None and not is_named(side)


def is_mere_accord(triple: Triple) -> bool:
    """Return whether a page tells that two came to terms, but nowhere of talks: who signs need not have negotiated."""
    if triple.relation != "negotiates_with" or triple.cue.lemma_.lower() not in talks_words("accords"):
        return False
    told, speaking = columns(triple.cue.doc), talks_words("negotiating")
    return not any(lemma in speaking and tag[:2] in OF_TALKS for lemma, tag in zip(told.lemma, told.tag, strict=True))


def _is_of_talks(triple: Triple) -> bool:
    """Return whether those who meet are adversaries or meet over what talks are about."""
    near = {t.lemma_.lower() for t in _around(triple.cue) if t != triple.cue}
    armed = any(side.kind in {"armed group", "group"} for side in (triple.left, triple.right))
    return armed or not near.isdisjoint(talks_words("strong") | talks_words("sent") | {"peace", "negotiate"})


def _around(cue: Token) -> Span:
    """Return the sentence of a word with the one before and the one after it."""
    doc, start, end = cue.doc, cue.sent.start, cue.sent.end
    before = doc[start - 1].sent.start if start > 0 else start
    return doc[before : doc[end].sent.end if end < len(doc) else end]


def side_key(side: Side) -> frozenset[str]:
    """Return the words of the name of a side that tell it apart."""
    return frozenset(WORD.findall(side.name.casefold())) - SMALL_WORDS
