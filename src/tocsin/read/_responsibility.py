"""Who claims, denies or is accused of an act."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.core.claim import Claim, Stance
from tocsin.core.values import ActorRef
from tocsin.core.vocabulary import toml_table
from tocsin.read._claims import About, ClaimMaker
from tocsin.read._columns import columns
from tocsin.read._events import EventMention
from tocsin.read._grammar import agents, complements, next_word, objects, subjects
from tocsin.read._mentions import Findings, StatementMention
from tocsin.read._parse import Page
from tocsin.read._predicates import lexicon
from tocsin.read._side_names import Side
from tocsin.read._sides import Sides, sides_of
from tocsin.read._stance import stance_of

Groups = list[tuple[str, list[EventMention]]]
Finding = tuple[list[Side], Stance, Token]
OPENING = 12
WINDOW = 6
PAIRS = frozenset({"both", "two", "either", "neither", "all"})
NOT_TOLD = frozenset({"denied", "planned", "conditional"})
FIGHTING = frozenset({"armed group", "group", "organisation"})
TOLD = frozenset({"asserted", "hedged"})
GAP, BLAMED = frozenset({".."}), frozenset({"X"})  # in the phrases of accusations
SELF_BLAMED = frozenset({"people", "person"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml_table("responsibility.toml")[name])


@cache
def _violent() -> frozenset[str]:
    """Return the lemmas of the verbs and nouns that tell attacks."""
    tables = (lexicon().verbs, lexicon().nouns)
    return frozenset(
        head
        for table in tables
        for head, senses in table.items()
        if any(s.type == "ASSAULT" and not rest for rest, s in senses)
    )


@cache
def _deeds() -> frozenset[str]:
    """Return the lemmas of attacks and of other acts that one answers for."""
    return _violent() | _words("acts")


@cache
def _cues() -> frozenset[str]:
    return frozenset(_telling().keys() | _accusations().keys())


def responsibility_claims(page: Page, found: Findings, groups: Groups, make: ClaimMaker) -> Iterator[Claim]:
    """Yield a claim for each actor that claims, denies or is accused of an act told of in `page`."""
    sides = sides_of(page.doc, found)
    seen, cues = set(), _cues()
    near = [page.doc[i] for i, lemma in enumerate(columns(page.doc).lemma) if lemma in cues]
    findings = [f for token in near for f in _told(token, sides)]
    findings += [f for said in found.statements for f in _owned_up(said, sides)]
    for actors, stance, token in findings:
        for event in _events(token, groups):
            for actor in actors:
                key = (event, stance, actor.name.casefold())
                if key not in seen and _can_answer(actor):
                    seen.add(key)
                    about = About(event=event, slot="responsibility")
                    yield make.claim(about, actor.value, [actor.tokens, token], stance=stance)


def _can_answer(actor: Side) -> bool:
    """Return whether an actor is one to hold responsible: not "nobody", nor a description of some people."""
    first = actor.name.split()[0].casefold()
    if first in {"no", "nobody", "none", "neither", "officials", "authorities"} or not isinstance(
        actor.value, ActorRef
    ):
        return False
    return actor.kind not in SELF_BLAMED or any(w[0].isupper() for w in actor.name.split()[1:] or actor.name.split())


def _told(token: Token, sides: Sides) -> Iterator[Finding]:
    """Yield what `token` tells by itself: a verb of claiming or denying, or a word of an accusation."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _telling() and stance_of(token) not in NOT_TOLD:
        if lemma in _words("claim_verbs") and _has_object(token, "claimed_nouns"):
            yield _claimants(token, sides), "claims", token
        if (
            lemma in _words("told_of")
            and any(o.tag_ == "NN" for o in objects(token))
            and _has_object(token, "claimed_nouns")
            and complements(token, frozenset({"as"}))
        ):
            yield _groups_only(sides.before(token.i), sides), "claims", token
        if lemma in _words("deny_verbs") and _denies(token):
            yield [sides.spoken_for(s) for s in sides.before(token.i)], "denies", token
        yield from _worded(token, lemma, sides)
    yield from _accused(token, lemma, sides)


def _worded(token: Token, lemma: str, sides: Sides) -> Iterator[Finding]:
    """Yield a claim or a denial told by a phrase with an attack after it ("owned up to the bombing")."""
    told, start = columns(token.doc), token.i + 1
    end = min(token.i + OPENING, token.sent.end)
    for stance, rest in _telling()[lemma]:
        behind = start + len(rest)
        if told.lower[start : min(behind, end)] == rest and not _violent().isdisjoint(told.lemma[behind:end]):
            yield _groups_only(sides.before(token.i), sides), stance, token


@cache
def _telling() -> dict[str, list[tuple[Stance, list[str]]]]:
    """Return the lemmas of the verbs that tell a claim or a denial, each with what follows it in phrases that do."""
    verbs = _words("claim_verbs") | _words("told_of") | _words("deny_verbs")
    found: dict[str, list[tuple[Stance, list[str]]]] = {verb: [] for verb in verbs}
    stances: tuple[tuple[Stance, str], ...] = (("claims", "claim_phrases"), ("denies", "deny_phrases"))
    for stance, name in stances:
        for first, *rest in map(str.split, sorted(_words(name))):
            found.setdefault(first, []).append((stance, rest))
    return found


def _claimants(verb: Token, sides: Sides) -> list[Side]:
    by = next((t for t in verb.doc[verb.i + 1 : min(verb.i + WINDOW, verb.sent.end)] if t.lower_ == "by"), None)
    if by is not None and (agents(verb) or next_word(verb) == "by"):
        return sides.after(by.i + 1)
    return _groups_only(sides.before(verb.i), sides)


def _groups_only(found: list[Side], sides: Sides) -> list[Side]:
    return [s for s in (sides.issuer(f) for f in found) if s.kind != "media"]


def _has_object(verb: Token, name: str) -> bool:
    """Return whether what a verb has for an object is an act, or a word of data/responsibility.toml."""
    near = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    near += [t for t in objects(verb) if t not in near]
    lemmas = {t.lemma_.lower() for t in near} | {t.lower_ for t in near}
    if verb.lemma_.lower() in {"take", "own", "accept"}:
        return bool(lemmas & {"responsibility", "credit"})
    return not (lemmas.isdisjoint(_words(name)) and lemmas.isdisjoint(_violent()))


def _denies(verb: Token) -> bool:
    after = verb.doc[verb.i + 1 : min(verb.i + WINDOW, verb.sent.end)]
    lemmas = {t.lemma_.lower() for t in after} | {t.lower_ for t in after}
    if lemmas & _words("denied_nouns") and next_word(verb) != "that":
        return True
    if verb.lemma_.lower() in _words("disowning") and any(o.lemma_.lower() in _violent() for o in objects(verb)):
        return True
    clause = verb.doc[verb.i + 1 : min(verb.i + OPENING, verb.sent.end)]
    lemmas = {t.lemma_.lower() for t in clause if t.pos_ == "VERB"}
    return "come" in lemmas or not lemmas.isdisjoint(_deeds())


@cache
def _accusations() -> dict[str, list[list[frozenset[str]]]]:
    """Return what follows the lemma that an accusation begins with, each word with those that may stand for it."""
    found: dict[str, list[list[frozenset[str]]]] = {lemma: [] for lemma in _words("accused_before")}
    for first, *rest in map(str.split, toml_table("responsibility.toml")["accuse"]):
        found.setdefault(first, []).append([frozenset(word.split("|")) for word in rest])
    return found


def _accused(token: Token, lemma: str, sides: Sides) -> Iterator[Finding]:
    if lemma not in _accusations():
        return
    told, before = columns(token.doc), slice(max(token.i - 3, token.sent.start), token.i)
    if not _words("habit").isdisjoint([*told.lower[before], *told.lemma[before]]):
        return
    for words in _accusations()[lemma]:
        blamed = _follow(token, words, sides)
        if blamed and (lemma != "accuse" or _of_violence(blamed[-1])):
            yield blamed, "accused", token
            return
    if lemma in _words("accused_before") and token.tag_ == "VBN":
        after = token.doc[token.i + 1 : min(token.i + OPENING, token.sent.end)]
        over = len(after) and after[0].lower_ in _words("over") and any(t.lemma_.lower() in _violent() for t in after)
        if over:
            yield sides.before(token.i), "accused", token


def _follow(token: Token, words: list[frozenset[str]], sides: Sides) -> list[Side]:
    """Return who stands at X of an accusing phrase that begins with `token`."""
    told, end = columns(token.doc), token.sent.end
    at, free = token.i + 1, False
    found: list[Side] = []
    for alternatives in words:
        if alternatives == GAP:
            free = True
        elif alternatives == BLAMED:
            found = sides.after(at)
        else:
            near = range(at, min(at + (OPENING if free else 2), end))
            match = next((i for i in near if told.lemma[i] in alternatives or told.lower[i] in alternatives), None)
            if match is None:
                return []
            at, free = match + 1, False
    return found


def _of_violence(blamed: Side) -> bool:
    """Return whether what somebody is accused of is an attack."""
    doc, end = blamed.tokens.doc, blamed.tokens.end
    after = doc[end : min(end + WINDOW, blamed.tokens.sent.end)]
    return any(t.lemma_.lower() in _violent() or t.lower_ == "behind" for t in after)


def _owned_up(said: StatementMention, sides: Sides) -> Iterator[Finding]:
    """Yield the claim or denial in what a group says of itself: "said it had sent the bomber"."""
    if said.speaker is None or not said.content_tokens:
        return
    start, end = said.content_tokens[0]
    doc = sides.doc
    opening = [t for t in doc[start : min(start + OPENING, end)] if not t.is_punct]
    speaker = sides.issuer(sides.spoken_for(sides.side(said.speaker)))
    verb = _own_verb(opening)
    if verb is None or speaker.kind not in FIGHTING or (speaker.kind == "organisation" and not _harms(verb)):
        return
    lemmas = {t.lemma_.lower() for t in opening}
    denied = "no" in lemmas or stance_of(verb) == "denied" or "nothing" in lemmas
    if denied and lemmas & (_words("no_part") | _words("behind")):
        yield [speaker], "denies", verb
    elif not denied and (verb.lemma_.lower() in _deeds() or lemmas & _words("behind")):
        yield [speaker], "claims", verb


def _harms(verb: Token) -> bool:
    return verb.lemma_.lower() in _violent() | {"arrest", "behead", "execute", "take", "have"}


def _own_verb(opening: list[Token]) -> Token | None:
    """Return the verb that a group says of itself or its people, where what it says opens with them."""
    first = next((t for t in opening if t.lower_ != "that"), None)
    if first is None or first.lower_ not in _words("own"):
        return None
    if first.tag_ == "PRP$" and not any(t.lemma_.lower() in _words("people") for t in opening[:5]):
        return None
    verbs = [t for t in opening if t.pos_ in {"VERB", "AUX"} and (t.pos_ == "VERB" or t.lemma_ == "be")]
    if not verbs or any(t.lower_ in {"would", "will", "could", "might"} for t in opening[:5]):
        return None
    return next((v for v in verbs if v.pos_ == "VERB"), verbs[0])


def _events(token: Token, groups: Groups) -> list[str]:
    """Return the events that a claim or an accusation at `token` is about."""
    own = _own_events(token, groups)
    attacks = [(e, g) for e, g in groups if _is_attack(g)]
    before = [(e, g) for e, g in attacks if min(m.trigger.head for m in g) < token.i]
    if _speaks_of_several(token) and len(before) > 1:
        told = sorted(before, key=lambda pair: _weight(pair[1]))[-2:]
        return [e for e, _ in told]
    if own:
        return own
    current = [(e, g) for e, g in attacks if not all(m.background for m in g)]
    chosen = [p for p in current if p in before][-1:] or current[:1] or before[-1:]
    return [e for e, _ in chosen]


def _weight(group: list[EventMention]) -> tuple[int, int]:
    return sum(bool(m.places or m.tolls) for m in group), len(group)


def _own_events(token: Token, groups: Groups) -> list[str]:
    """Return the events of the act nearest to `token` in its sentence; one act in several towns is several events."""
    sentence = token.sent
    near = [
        (abs(m.trigger.head - token.i), event)
        for event, group in groups
        for m in group
        if sentence.start <= m.trigger.head < sentence.end and _counts(m)
    ]
    nearest = min((distance for distance, _ in near), default=0)
    return list(dict.fromkeys(event for distance, event in near if distance == nearest))


def _counts(mention: EventMention) -> bool:
    return mention.trigger.sense.type in {"ASSAULT", "COERCE"} and mention.stance in TOLD


def _speaks_of_several(token: Token) -> bool:
    """Return whether the act that a verb has for an object is more than one ("both bombings")."""
    near = [*objects(token), *subjects(token)] if token.pos_ == "VERB" else []
    lemmas = _violent() | {"both", "attack"}
    return any(
        t.lemma_.lower() in lemmas and ({c.lower_ for c in t.children} & PAIRS or t.lower_ in PAIRS) for t in near
    )


def _is_attack(group: list[EventMention]) -> bool:
    return any(m.trigger.sense.type == "ASSAULT" and m.stance in TOLD for m in group)
