"""Relations told by nouns: "a splinter of X", "X's ally", "the X-held town"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.core.claim import RELATIONS, Relation
from tocsin.core.values import ActorRef
from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import columns
from tocsin.read._grammar import complements, is_passive, objects, subjects
from tocsin.read._mentions import ActorMention
from tocsin.read._names import is_organisation
from tocsin.read._relation_phrases import Match, is_negated
from tocsin.read._side_names import Side, is_named, words
from tocsin.read._sides import AUXILIARIES, Sides, What

HYPHENS = frozenset({"-", "–"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PREMODIFIERS = NOUNS | {"JJ", "DT", "VBN", "HYPH", "CD", "PRP$", "POS", "WP$", "VBG", "JJS"}
CALLING = frozenset({"call", "consider", "describe", "label", "deem"})
INNER = frozenset({"IN", "NN", "NNP", "NNPS"})
NAMES = frozenset({"NNP", "NNPS"})
NAMING = frozenset({"NNP", "NNPS", "DT"})
MUTUAL = frozenset({"allied_with", "opposes"})
OWNERS = frozenset({"PRP$", "POS", "WP$"})
BOTH = 2
OPENING = 6
LONGEST_FIRST = 10
SELF = frozenset({"itself", "themselves", "himself"})
DASHES = frozenset({",", "-", "–", "—", "("})


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A relational noun: the words that may come right before R, and whether its own phrase can be the left side.

    What is `owned` is L's own: its left side is whoever has or does it.
    """

    relation: Relation
    prepositions: frozenset[str]
    compounds: frozenset[str]
    itself: bool
    holder: str
    owned: bool = False


@cache
def _nouns() -> dict[str, list[Noun]]:
    index: dict[str, list[Noun]] = defaultdict(list)
    for relation in RELATIONS:
        entry = toml_table("relations.toml")[relation]
        for text in (*entry.get("nouns", ()), *entry.get("unions", ()), *entry.get("owned", ())):
            holder, heads, *compounds, prepositions, _ = text.split()
            for head in heads.split("|"):
                noun = Noun(
                    relation=relation,
                    prepositions=frozenset(prepositions.split("|")),
                    compounds=frozenset(c for words in compounds for c in words.split("|")),
                    itself=head in entry.get("itself", ()),
                    holder=holder,
                    owned=text in entry.get("owned", ()),
                )
                index[head].append(noun)
    return index


@cache
def _compounds() -> dict[str, Relation]:
    table = toml_table("relations.toml")
    return {word: relation for relation in RELATIONS for word in table[relation].get("compounds", ())}


def find_noun_matches(sides: Sides) -> Iterator[Match]:
    """Yield the relations that nouns and hyphenated words tell in the page of `sides`."""
    told, nouns, compounds = columns(sides.doc), _nouns(), _compounds()
    for i, lower in enumerate(told.lower):
        plain = told.text[i] == lower
        owned = i > 0 and told.tag[i] == "JJ" and told.tag[i - 1] in OWNERS  # the tagger's view of "his rival X"
        for noun in nouns.get(told.lemma[i], ()) if told.tag[i] in NOUNS or owned else ():
            if not (plain or noun.itself):  # a part of a name, such as "National Front for Change"
                continue
            yield from (_owned_match if noun.owned else _noun_match)(noun, sides.doc[i], sides)
        relation = compounds.get(lower)
        if relation is not None and i >= 2 and told.text[i - 1] in HYPHENS:
            yield from _compound_match(relation, sides.doc[i], sides)


def _noun_match(noun: Noun, token: Token, sides: Sides) -> Iterator[Match]:
    doc = sides.doc
    at = token.i + 1
    while noun.compounds and at < len(doc) and doc[at].lemma_.lower() in noun.compounds:
        at += 1
    if noun.compounds and at == token.i + 1:
        return
    start = opening(token)
    turned = noun.holder == "R"
    kind = _kind(noun)
    of_place = turned and kind == "place"
    what: What = "actor" if turned else kind
    right = sides.after(at + 1, what) if at < len(doc) and doc[at].lower_ in noun.prepositions else []
    owned = not right
    if what == "place" and not right:
        right = sides.of_heads(complements(token, noun.prepositions), what)
    apposed = doc[start - 1].text in DASHES or doc[start - 1].lower_ in SELF
    if apposed and right and right[0].tokens.end < len(doc) and doc[right[0].tokens.end].text == ",":
        right = right[:1]
    right = right or ([] if turned and not of_place else _possessor(token, start, sides))
    if right and _is_former(token, start):
        return
    if not right and token.tag_ == "NNS" and doc[start - 1].text in DASHES:
        yield from _of_both(noun, token, sides.ending(start - 2))
    holders = _holders(token, start, sides, "place" if of_place else "actor")
    named = any(s.kind in {"armed group", None} for s in right)
    if not holders and noun.itself and not owned and named and token.tag_ in {"NN", "NNP"}:
        holders = _itself(token, sides)
    named_after = _named_after(token, right, sides, of_place=of_place)
    if not right and noun.relation in MUTUAL:
        right, named_after = _beside(token, start, named_after, sides)
    holders = named_after or holders
    if right and holders:
        slots = {"R": holders, "L": right} if turned else {"L": holders, "R": right}
        yield Match(relation=noun.relation, slots=slots, cue=token)


def _owned_match(noun: Noun, token: Token, sides: Sides) -> Iterator[Match]:
    """Yield the relation that somebody's noun has to what follows it: "X's war on Y", "the X campaign against Y"."""
    doc, at = sides.doc, token.i + 1
    if at >= len(doc) or doc[at].lower_ not in noun.prepositions or is_negated(token):
        return
    start = opening(token)
    left = _possessor(token, start, sides) or sides.nation(token.i - 1)
    right = sides.after(at + 1, _kind(noun)) if left else []
    if left and right and not _is_former(token, start):
        yield Match(relation=noun.relation, slots={"L": left, "R": right}, cue=token)


def _kind(noun: Noun) -> What:
    return "place" if toml_table("relations.toml")[noun.relation]["right"] == "place" else "actor"


def _of_both(noun: Noun, token: Token, both: list[Side]) -> Iterator[Match]:
    """Yield the relation of two to each other: "X and Y, allies since May,"."""
    if len(both) == BOTH and noun.relation in MUTUAL:
        yield Match(relation=noun.relation, slots={"B": both}, cue=token)


def _is_former(token: Token, start: int) -> bool:
    """Return whether the noun tells what is no more ("a former ally")."""
    return any(t.lower_ in words("former") for t in token.doc[start : token.i])


def _named_after(token: Token, right: list[Side], sides: Sides, *, of_place: bool) -> list[Side]:
    """Return the name that comes after the noun: "the armed wing of X, Y,", "X's stronghold of Y"."""
    doc, at = sides.doc, max([token.i + 1, *(s.tokens.end for s in right)])
    if of_place and doc[at - 1] == token and doc[at].lower_ in {"of", "in", "at", ","}:
        return [s for s in sides.after(at + 1, "place") if s.tokens.start == at + 1]
    while at < token.sent.end and doc[at].tag_ in INNER:
        at += 1
    if of_place:
        return []
    if at == token.i + 1 and (beside := _named_beside(token, sides)):
        return beside
    if at + 1 >= token.sent.end or doc[at].text != "," or doc[at + 1].tag_ not in NAMING:
        return []
    listed = sides.after(at + 1)
    if not all(map(is_named, listed)):
        return []
    if token.tag_ == "NNS" and len(listed) > 1:
        return listed
    opens = token.dep_ in {"nsubj", "nsubjpass", "appos"} or token.i - token.sent.start < OPENING
    return listed[:1] if opens else []


def _named_beside(token: Token, sides: Sides) -> list[Side]:
    """Return the name that stands right behind the noun: "its ally X", "his rivals X and Y"."""
    over = sides.actor_over(token.i)
    if over is not None and over.proper and over.head > token.i:
        return [sides.side(over)]
    named = next((a for k in (1, 2) for a in sides.starting(token.i + k) if _is_called(a) and _follows(token, a)), None)
    if named is None:
        return []
    return [sides.side(named)] if token.tag_ != "NNS" else sides.after(named.tokens.start)


def _is_called(mention: ActorMention) -> bool:
    """Return whether a mention is a name, or a description with one in it ("the Azawad militia")."""
    return mention.proper or any(t.tag_ in NAMES for t in mention.tokens)


def _follows(noun: Token, mention: ActorMention) -> bool:
    """Return whether a name stands right behind `noun`, but for an article that is no part of it."""
    return all(t.tag_ == "DT" for t in noun.doc[noun.i + 1 : mention.tokens.start])


def _beside(token: Token, start: int, named: list[Side], sides: Sides) -> tuple[list[Side], list[Side]]:
    """Return whom those named behind the noun stand to ("X and two allies, Y and Z"); to each other in a pair."""
    if named and start > token.sent.start and sides.doc[start - 1].lower_ == "and":
        return sides.ending(start - 2)[-1:], named
    return (named[:1], named[1:]) if token.tag_ == "NNS" and len(named) == BOTH else ([], named)


def holders(noun: Token, sides: Sides) -> list[Side]:
    """Return who is said to be what `noun` says ("X, the envoy", "X took over as envoy")."""
    return _holders(noun, opening(noun), sides, "actor")


def opening(token: Token) -> int:
    """Return where the noun phrase of `token` starts."""
    start = token.i
    while start > token.sent.start and token.doc[start - 1].tag_ in PREMODIFIERS:
        if token.doc[start - 1].lemma_ in AUXILIARIES:
            break
        start -= 1
        if token.doc[start].tag_ == "DT":
            break
    return start


def _possessor(token: Token, start: int, sides: Sides) -> list[Side]:
    """Return whose the noun is: "X's ally", "their rivals", "an X affiliate"."""
    for k in range(token.i - 1, start - 1, -1):
        if sides.doc[k].tag_ == "POS":
            return sides.naming(start, k)
        if sides.doc[k].tag_ == "PRP$":
            return sides.owning(sides.doc[k]) or sides.meant(sides.doc[k])
        if sides.doc[k].tag_ == "WP$" and k >= 2:
            return sides.antecedent(k, "actor")
    return _compounded(token, start, sides)


def _compounded(noun: Token, start: int, sides: Sides) -> list[Side]:
    """Return whom the name right in front of `noun` stands for: "an X affiliate", "the X stronghold"."""
    first = start + int(sides.doc[start].tag_ == "DT")
    plain = noun.text.islower() and noun.lemma_ in words("compounded")
    if noun.i == first or sides.doc[noun.i - 1].tag_ not in NAMES or not plain:
        return []
    return sides.naming(first, noun.i) or sides.nation(noun.i - 1) or sides.name_ending(noun.i - 1)


def _holders(token: Token, start: int, sides: Sides, what: What) -> list[Side]:
    """Return whom the noun is said of: what it stands in apposition to, the subject of "be", what it resolves to."""
    doc = sides.doc
    start -= int(start > token.sent.start and doc[start - 1].lower_ in SELF)
    before = doc[start - 1] if start > token.sent.start else None
    if before is not None and before.text in DASHES:
        found = sides.ending(start - 2, what)
        if found:
            return found[-1:]
    aside = _aside(start, sides) if what == "actor" else []
    if aside:
        return aside
    if before is not None and (before.lemma_ in {"be", "become", "remain", "form"} or before.lower_ == "as"):
        found = sides.before(start - 1, what)
        if found:
            return found
    if before is not None and before.lower_ in {"and", "or"} and doc[start].tag_ != "PRP$":
        return _holders_of_first(start - 1, sides)
    if before is not None and before.lemma_ in CALLING:
        return _called(before, sides)
    known = sides.headed(token.i)
    if known is not None and known.proper and what == "actor":
        return [sides.side(known)]
    return []


def _aside(start: int, sides: Sides) -> list[Side]:
    """Return whom an aside with a time of its own is on: "X, at that time a branch of Y"."""
    doc, k = sides.doc, start - 1
    while k > max(start - OPENING, doc[start].sent.start) and doc[k].tag_ in {"RB", "IN", "DT", "NN"}:
        k -= 1
    timed = k < start - 1 and doc[k].text == "," and doc[k + 1].tag_ in {"RB", "IN"}
    return sides.ending(k - 1)[-1:] if timed else []


def _holders_of_first(joint: int, sides: Sides) -> list[Side]:
    """Return the holder of what the noun is coordinated with ("X, the party of A and a partner of B")."""
    for k in range(joint - 1, max(joint - LONGEST_FIRST, 0), -1):
        token = sides.doc[k]
        if token.pos_ in {"VERB", "AUX"} or token.is_sent_start:
            return []
        if token.text == ",":
            return sides.ending(k - 1)[-1:]
    return []


def _called(verb: Token, sides: Sides) -> list[Side]:
    """Return who is called so: "X, an outfit that it calls an armed wing of Y"."""
    passive = subjects(verb) if is_passive(verb) else []
    heads = [verb.head] if verb.dep_ == "relcl" else passive or objects(verb)
    for head in heads:
        start = opening(head)
        if start >= 2 and sides.doc[start - 1].text == ",":
            return sides.ending(start - 2) or sides.name_ending(start - 2)
    return sides.of_heads(heads)


def _itself(token: Token, sides: Sides) -> list[Side]:
    mention = sides.headed(token.i) or sides.actor_over(token.i)
    if mention is not None:
        return [sides.side(mention)]
    start, end = opening(token), token.right_edge.i + 1
    span = sides.doc[start : max(end, token.i + 1)]
    return [Side(tokens=span, value=ActorRef(actor=span.text, kind="group"))]


def worded(start: int, end: int, sides: Sides) -> list[Side]:
    """Return the noun in front of a hyphen as a side of its own ("the rebel-held town")."""
    span = sides.doc[start:end]
    known = sides.nation(start) or sides.several(span[0]) if len(span) == 1 else []
    if known:
        return known
    fits = span and all(t.tag_ in NOUNS or t.tag_ == "JJ" for t in span)
    return [Side(tokens=span, value=ActorRef(actor=span.text))] if fits else []


def _compound_match(relation: Relation, word: Token, sides: Sides) -> Iterator[Match]:
    """Yield the relation in "X-linked Y" and "X-held Y"."""
    doc = sides.doc
    start = word.i - 2
    while start > word.sent.start and (doc[start - 1].text in HYPHENS or doc[start - 1].tag_ in {"NNP", "NNPS"}):
        start -= 1
    named = sides.naming(start, word.i - 1) or worded(start, word.i - 1, sides)
    if not named:
        return
    if toml_table("relations.toml")[relation]["right"] == "place":
        places = sides.after(word.i + 1, "place")
        if places:
            yield Match(relation=relation, slots={"L": named, "R": places}, cue=word)
        return
    if relation == "allied_with" and (named[0].kind == "organisation" or is_organisation(named[0].name)):
        return  # a body of many states that backs a government is no ally in a fight
    held = sides.actor_over(word.i) or next(iter(sides.starting(word.i + 1)), None)
    if held is not None:
        yield Match(relation=relation, slots={"L": [sides.side(held)], "R": named}, cue=word)
