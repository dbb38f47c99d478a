"""Questions asked of the dependency parse by several parts of the rules reader."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from tocsin.read._columns import columns

RELATIVES = frozenset({"WDT", "WP"})
FREE_RELATIVES = frozenset({"what", "whatever", "whichever"})
ACCUSING = frozenset({"accuse", "blame", "convict", "acquit", "condemn", "denounce"})
EVENT_RELATIVES = frozenset({"which", "where", "wherein", "that", "when"})
# verbs whose past is like their present and their participle
SAME_FORMS = frozenset({"put", "quit", "shut", "set", "cut", "let", "hit", "cost", "beat", "overrun", "read", "bring"})
CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "conj", "pcomp", "csubj", "parataxis"})


def dependents(token: Token, *deps: str) -> list[Token]:
    """Return what hangs on `token` by one of `deps`, in the order of the text."""
    doc = token.doc
    told = columns(doc)
    return [doc[i] for i in told.dependents.get(token.i, ()) if told.dep[i] in deps]


def has_dependent(token: Token, *deps: str) -> bool:
    """Return whether something hangs on `token` by one of `deps`."""
    told = columns(token.doc)
    for i in told.dependents.get(token.i, ()):  # noqa: SIM110 (asked a thousand times a report)
        if told.dep[i] in deps:
            return True
    return False


def ancestors(token: Token, limit: int = 12) -> Iterator[Token]:
    """Yield the tokens above `token`, nearest first, at most `limit`."""
    for n, above in enumerate(token.ancestors):
        if n >= limit:
            return
        yield above


def is_below(token: Token, top: Token) -> bool:
    """Return whether `token` is `top` or stands somewhere below it."""
    return token == top or top.is_ancestor(token)


def clause_of(token: Token) -> Token:
    """Return the head (most often a verb) of the clause that `token` stands in."""
    while token.dep_ not in CLAUSE_DEPS or (token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}):
        if token.head.i == token.i:
            return token
        token = token.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """Return `token` and what is coordinated below it ("soldiers" and "police" in "soldiers and police")."""
    joined, found = _coordinated(token.doc), [token.i]
    for i in found:
        found.extend(joined.get(i, ()))
    return [token, *(token.doc[i] for i in found[1:])]


@lru_cache(maxsize=1)
def _coordinated(doc: Doc) -> dict[int, list[int]]:
    """Return what is coordinated with each token, by index, verbs left out; that of the last `doc` is kept."""
    told, found = columns(doc), dict[int, list[int]]()
    for i, (dep, pos) in enumerate(zip(told.dep, told.pos, strict=True)):
        if dep == "conj" and pos != "VERB":
            found.setdefault(told.head[i], []).append(i)
    return found


def subjects(verb: Token) -> list[Token]:
    """Return the heads of the grammatical subject of `verb`, looked up through control, coordination and relatives."""
    seen = verb
    for _ in range(6):
        own = dependents(seen, "nsubj", "nsubjpass", "csubj", "expl")
        own = own or _raised(seen)
        if own:
            return [_antecedent(s) for subject in own for s in conjuncts(subject)]
        if seen.dep_ in {"relcl", "acl"}:
            return conjuncts(seen.head)
        if seen.dep_ == "pcomp" and seen.head.lower_ in {"for", "of"} and seen.head.head.lemma_ in ACCUSING:
            return objects(seen.head.head) or dependents(seen.head.head, "nsubjpass")
        if (missed := _missed_subject(seen)) is not None:
            return conjuncts(missed)
        bare = seen.dep_ in {"advmod", "acomp"} and seen.tag_ == "VBN"
        if (bare or seen.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"}) and seen.head.i != seen.i:
            seen = seen.head
        else:
            return []
    return []


def _raised(verb: Token) -> list[Token]:
    """Return the relative that is what somebody takes to be so: "the town that they hold to be under siege"."""
    if verb.dep_ != "xcomp" or verb.lemma_ != "be":
        return []
    return [c for c in verb.children if c.dep_ == "dobj" and (c.tag_ in RELATIVES or c.lower_ == "that")]


def _missed_subject(verb: Token) -> Token | None:
    """Return the noun right before a passive that the parser joined to one before it: "fire, and troops were sent"."""
    if verb.tag_ != "VBN" or not has_dependent(verb, "auxpass"):
        return None
    helper = dependents(verb, "aux", "auxpass")[0]
    if helper.i == 0:
        return None
    before = helper.nbor(-1)
    return before if before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} else None


def _antecedent(subject: Token) -> Token:
    if subject.tag_ in RELATIVES or subject.lower_ == "that":
        for above in ancestors(subject, 4):
            if above.dep_ == "relcl":
                return above.head
    return subject


def is_passive(verb: Token) -> bool:
    """Return whether `verb` is in the passive, "killed in" after a noun included."""
    if has_dependent(verb, "nsubjpass", "auxpass"):
        return True
    if verb.tag_ == "VBN" and (verb.dep_ == "acl" or _is_bare_clause(verb)):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "acomp" and verb.head.lemma_ == "be":
        return True
    joined = verb.dep_ == "conj" and verb.head.tag_ == "VBN" and (verb.tag_ == "VBN" or _may_be_participle(verb))
    return joined and is_passive(verb.head)


def _may_be_participle(verb: Token) -> bool:
    """Return whether a form that past and participle share lacks what the past has: "were held and let go"."""
    return verb.lower_ in SAME_FORMS and not has_dependent(verb, "nsubj", "dobj", "aux")


def _is_bare_clause(participle: Token) -> bool:
    """Return whether a participle without auxiliary opens a clause: "Driven from the town, the rebels regrouped"."""
    return participle.dep_ in {"advcl", "advmod"} and not has_dependent(participle, "aux", "auxpass", "dobj", "mark")


def agents(verb: Token) -> list[Token]:
    """Return the heads of the "by" phrase of a passive `verb`."""
    preps = [c for c in dependents(verb, "prep", "agent") if c.dep_ == "agent" or c.lower_ == "by"]
    return [o for p in preps for c in dependents(p, "pobj") for o in conjuncts(c)]


def objects(verb: Token) -> list[Token]:
    """Return the heads of the direct object of `verb`; in "whom they held" and "the men they held", the antecedent."""
    own = dependents(verb, "dobj", "dative") or _let_go(verb)
    if not own and verb.dep_ == "relcl" and any(c.tag_ not in RELATIVES for c in dependents(verb, "nsubj")):
        return conjuncts(verb.head)
    return [_antecedent(o) for obj in own for o in conjuncts(obj)]


def is_led_by_preposition(verb: Token) -> bool:
    """Return whether a relative clause opens with a preposition: "the town from which they withdrew"."""
    return any(o.tag_ in RELATIVES for c in verb.children if c.dep_ == "prep" for o in c.children)


def _let_go(verb: Token) -> list[Token]:
    """Return whom somebody lets do something, whom the parser takes for the subject of that: "let them go"."""
    if verb.lemma_ != "let":
        return []
    inner = [c for c in dependents(verb, "ccomp", "xcomp") if c.tag_ == "VB"]
    return [s for c in inner for s in dependents(c, "nsubj")]


def complements(token: Token, prepositions: frozenset[str]) -> list[Token]:
    """Return the heads of what stands after one of `prepositions` below `token`."""
    preps = [c for c in dependents(token, "prep", "agent") if c.lower_ in prepositions]
    return [o for p in preps for c in dependents(p, "pobj", "pcomp") for o in conjuncts(c)]


def possessors(noun: Token) -> list[Token]:
    """Return the heads of "X's" and "X" in "X's attack", "X attack"."""
    return dependents(noun, "poss", "compound", "nmod")


def names_what(verb: Token) -> bool:
    """Return whether the clause of `verb` is a free relative: "what they said was a bomb" names a thing."""
    return any(t.lower_ in FREE_RELATIVES for c in verb.children for t in (c, *c.children))


def next_word(token: Token) -> str:
    """Return the word after `token` in lower case, an empty string at the end of the text."""
    return str(token.nbor(1).lower_) if token.i + 1 < len(token.doc) else ""


def opens_on_event(verb: Token) -> bool:
    """Return whether `verb` heads a relative clause on an event, place or time: "in which", "where", "that killed".

    The parser takes a clause with "wherein" for one on the verb.
    """
    if verb.dep_ not in {"relcl", "acl", "advcl"}:
        return False
    words = columns(verb.doc).lower[verb.left_edge.i : verb.i]
    return "wherein" in words or (verb.dep_ != "advcl" and not EVENT_RELATIVES.isdisjoint(words))


def antecedents(verb: Token) -> list[Token]:
    """Return the nouns that a relative clause may be on, nearest first: "the attack on the border in which ..."."""
    nearest = verb.head
    if verb.dep_ == "advcl":
        nearest = next((t for t in reversed(verb.doc[verb.sent.start : verb.left_edge.i]) if t.pos_ == "NOUN"), nearest)
    above = ancestors(nearest, 6)
    inside = takewhile(lambda t: t.pos_ in {"NOUN", "PROPN"} or t.dep_ == "prep", (nearest, *above))
    return [t for t in inside if t.dep_ != "prep"]
