"""What a sentence tells of an attack beside the grammar of its word: doers behind "by", lists of victims, sites."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._arguments import light_verbs
from tocsin.read._columns import columns
from tocsin.read._events import EventMention, TargetMention, WeaponMention
from tocsin.read._grammar import complements, conjuncts, objects
from tocsin.read._mentions import ActorMention
from tocsin.read._targets import find_weapons, target_of

LIST_GAP = 14
BY_REACH = 25
WH_WORDS = frozenset({"WP", "WDT", "WRB", "WP$"})
DOER_KINDS = frozenset({"people", "state", "armed group", "group", "person", "organisation"})
BLASTS = frozenset({"explosives", "suicide-attack", "heavy-weapons", "aerial", "destroy"})


def complete_groups(
    groups: Iterable[list[EventMention]], doc: Doc, actors: Iterable[ActorMention]
) -> list[list[EventMention]]:
    """Return `groups` of mentions of one event each, every mention completed from its sentence."""
    known, weapons = tuple(actors), find_weapons(doc)
    return [[_armed(completed(mention, doc, known), doc, weapons) for mention in group] for group in groups]


def _armed(mention: EventMention, doc: Doc, weapons: Iterable[WeaponMention]) -> EventMention:
    """Return `mention` with the weapon that its words name or that is its subject or object: "a bomb exploded"."""
    if mention.trigger.sense.type != "ASSAULT":
        return mention
    head = doc[mention.trigger.head]
    own = [w for w in weapons if w.tokens.root.i in mention.trigger.words or _is_argument(w.tokens.root, head)]
    found = {w.tokens.start: w for w in (*mention.weapons, *own)}
    return replace(mention, weapons=tuple(found.values()))


def _is_argument(noun: Token, verb: Token) -> bool:
    return noun.head.i == verb.i and noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and verb.pos_ == "VERB"


def completed(mention: EventMention, doc: Doc, actors: Iterable[ActorMention]) -> EventMention:
    """Return `mention` of an attack with what its sentence adds; other acts are returned as they are.

    A doer is added only where grammar gives none: who stands behind the next "by".
    """
    sense = mention.trigger.sense
    if sense.type != "ASSAULT":
        return mention
    head = doc[mention.trigger.head]
    start, end = head.sent.start, head.sent.end
    here = [a for a in actors if start <= a.head < end]
    undergoers = _with_listed(mention.undergoers, doc, here)
    if sense.effect is not None or mention.undergoers:
        named = _after_colon(mention, doc, here) or _identified(head, doc, actors)
        undergoers = tuple({a.head: a for a in (*undergoers, *named)}.values())
    doers = mention.doers
    if not doers and not sense.parties:
        undergoing = {a.chain for a in undergoers}
        doers = tuple(_after_by(head, here, undergoing))
    targets = mention.targets if sense.parties else _with_sites(mention, head)
    return replace(mention, doers=doers, undergoers=undergoers, targets=targets)


@cache
def _words(name: str) -> frozenset[str]:
    """Return a list of data/attacks.toml."""
    return frozenset(toml_table("attacks.toml")[name])


def _after_by(head: Token, here: list[ActorMention], undergoing: set[int]) -> Iterator[ActorMention]:
    """Yield who stands after the first "by" behind a noun or a participle, wherever the parser has hung it."""
    if head.pos_ == "VERB" and head.tag_ != "VBN":
        return
    end = min(head.sent.end, head.i + BY_REACH)
    if "by" not in columns(head.doc).lower[head.i + 1 : end]:
        return
    at = {a.tokens.start: a for a in here if a.kind in DOER_KINDS and a.chain not in undergoing}
    for token in head.doc[head.i + 1 : end]:
        if token.tag_ in {"VBD", "VBZ", "VBP"} and token.pos_ == "VERB" and token.dep_ != "relcl":
            return
        if token.lower_ == "by" and token.i + 1 < head.sent.end:
            if token.nbor(1).tag_ in WH_WORDS:  # "by what the ministry called a mistake": nobody who did it
                return
            if token.head.pos_ == "VERB" and token.head.i != head.i and token.head.lemma_ not in light_verbs():
                return
            yield from (a for start, a in at.items() if token.i < start <= token.i + 2 and not _owns(head.doc[a.head]))
            return


def _owns(noun: Token) -> bool:
    """Return whether `noun` only owns what is named ("by the ministry's account")."""
    return any(c.tag_ == "POS" for c in noun.children)


def _with_listed(undergoers: tuple[ActorMention, ...], doc: Doc, here: list[ActorMention]) -> tuple[ActorMention, ...]:
    """Return `undergoers` and the named persons that follow one of them in a list or stand in apposition to it."""
    found = {a.head: a for a in undergoers}
    people = sorted((a for a in here if a.proper and a.kind == "person"), key=lambda a: a.head)
    for undergoer in undergoers:
        last = undergoer
        for name in people:
            if name.head <= last.head:
                continue
            if not _continues(doc, last.head + 1, name.tokens.start) or not (last.proper or undergoer.plural):
                break
            found[name.head] = last = name
    return tuple(found.values())


def _after_colon(mention: EventMention, doc: Doc, here: list[ActorMention]) -> tuple[ActorMention, ...]:
    """Return the names listed after a colon at the end of the clause: "the following policemen died: A, B and C"."""
    head = doc[mention.trigger.head]
    behind = columns(doc).text[head.i : head.sent.end]
    colon = head.i + behind.index(":") if ":" in behind else None
    if colon is None or not any(u.plural and u.head < colon for u in mention.undergoers):
        return ()
    return _list_from(doc, colon + 1, here)


def _identified(head: Token, doc: Doc, actors: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """Return the names of "the victims were identified as A, B and C" in the sentence after that of `head`."""
    end = head.sent.end
    if end >= len(doc):
        return ()
    after, told = doc[end].sent, columns(doc)
    cue = next((i for i in range(end, after.end) if told.lemma[i] == "identify" and told.tag[i] == "VBN"), after.end)
    start = next((i + 1 for i in range(cue, after.end) if told.lower[i] == "as"), None)
    if start is None:
        return ()
    return _list_from(doc, start, [a for a in actors if after.start <= a.head < after.end])


def _list_from(doc: Doc, start: int, here: list[ActorMention]) -> tuple[ActorMention, ...]:
    people = sorted((a for a in here if a.proper and a.kind == "person" and a.head >= start), key=lambda a: a.head)
    if not people or people[0].tokens.start - start > LIST_GAP:
        return ()
    return _with_listed(tuple(people[:1]), doc, people)


def _continues(doc: Doc, start: int, end: int) -> bool:
    """Return whether the tokens between two names only go on with a list: commas, ages, descriptions, no verb."""
    gap = doc[start:end]
    if not 0 < len(gap) <= LIST_GAP or any(t.pos_ in {"VERB", "AUX"} or t.text in {".", '"'} for t in gap):
        return False
    led_by_preposition = any(t.tag_ in {"WP", "WDT", "IN"} for t in gap[-2:])
    return any(t.text in {",", ";", ":", "and"} for t in gap) and not led_by_preposition


def _with_sites(mention: EventMention, head: Token) -> tuple[TargetMention, ...]:
    """Return the targets of `mention` and, for blasts and fire, the sites where they struck and what they damaged."""
    if mention.trigger.sense.mode not in BLASTS:
        return mention.targets
    found = {t.tokens.root.i: t for t in mention.targets}
    for token in (*_sites(head), *_damaged(head)):
        target = target_of(token)
        if target is not None and not target.people:
            found.setdefault(token.i, target)
    return tuple(found.values())


def _sites(head: Token) -> Iterator[Token]:
    verbs = [head] if head.pos_ == "VERB" else [head, *(c for c in head.children if c.dep_ == "acl")]
    if head.pos_ != "VERB" and head.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        verbs.append(head.head)
    for verb in verbs:
        for site in complements(verb, _words("at_sites")):
            yield from _behind_front(site)


def _behind_front(site: Token) -> Iterator[Token]:
    """Yield `site`, or what it is the front, back or entrance of."""
    if site.lemma_.lower() in _words("sides"):
        yield from complements(site, frozenset({"of"}))
    else:
        yield site


def _damaged(head: Token) -> Iterator[Token]:
    """Yield what is damaged or destroyed by the blast that `head` names."""
    verb = head.head
    if head.dep_ == "nsubj" and verb.lemma_ in _words("damage_verbs"):
        for thing in objects(verb):
            yield from conjuncts(thing)
