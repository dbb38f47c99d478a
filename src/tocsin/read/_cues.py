"""Verbs of saying with their speaker: where the words of a report say that somebody said something."""

from collections.abc import Iterator
from dataclasses import replace

from tocsin.read._mentions import ActorMention
from tocsin.read._notes import note
from tocsin.read._phrases import TIME_WORDS
from tocsin.read._speakers import FINITE, MARKS, SHORT, Scene, can_speak, group_start, joined, owner_of, source_before
from tocsin.read._speech import SpeechStance, SpeechVerb, not_speakers, speech_nouns, speech_verbs
from tocsin.read._words import Words

QUOTING = frozenset({"quote", "cite"})
CLOSING = frozenset({'"', "”", "''", "»", "’", "'"})
ENDS = frozenset({".", "!", "?"})
BEFORE_PARTICIPLES = frozenset({",", "and", "but", "by", "while", "before", "after", "when", "-", "–", "—"})
COORDINATORS = frozenset({"and", "but", "then", "or"})


@note
class Cue:
    """A sign of attribution. `clause` is the cue with its speaker, `[start, verb_end)` the group of the verb itself.

    `shared` marks cues without a subject of their own ("adding that", "and called on"); `inverted` those before
    their speaker ("said the minister"). `stance` is that of the verb; `via` is who carried the words.
    """

    verb: int
    start: int
    verb_end: int
    source: ActorMention | None
    clause_start: int
    clause_end: int
    frames: frozenset[str]
    denied: bool = False
    stance: SpeechStance = "plain"
    shared: bool = False
    inverted: bool = False
    detached: bool = False
    via: tuple[ActorMention, ...] = ()


def find_cues(scene: Scene) -> list[Cue]:
    """Return the cues outside quotations, in the order of the text."""
    words, verbs = scene.words, speech_verbs()
    found: list[Cue] = []
    for i, lemma in enumerate(words.lemma):
        if scene.quoted[i] >= 0:
            continue
        cue = None
        if lemma in verbs and words.tag[i].startswith("V"):
            cue = _verb_cue(scene, i, verbs[lemma], found)
        elif lemma in QUOTING and words.tag[i].startswith("V"):
            cue = _quoting_cue(scene, i) or _citing_cue(scene, i, found)
        elif words.lower[i] == "according" and words.at(i + 1) == "to":
            cue = _prepositional_cue(scene, i, i + 2)
        elif lemma in speech_nouns("accounts") and words.tag[i].startswith("NN"):
            cue = _account_cue(scene, i)
        elif words.lower[i] in speech_nouns("claims"):
            cue = _noun_cue(scene, i)
        if cue is not None:
            found.append(_cited(scene, cue))
    return found


def _verb_cue(scene: Scene, verb: int, entry: SpeechVerb, before: list[Cue]) -> Cue | None:
    """Return the cue of a verb of saying, or None where it reports no speech or has no speaker."""
    words = scene.words
    start = group_start(words, verb)
    helping, helpers = range(start, verb), set(words.lower[start:verb])
    if (
        entry.particles
        and "clause" not in entry.frames
        and _verb_end(words, verb, entry) == verb + 1
        and "as" not in entry.frames
    ):
        return None
    if not _is_said(words, verb, helpers):
        return None
    if words.tag[verb] == "VBN" and _is_passive(words, start, verb):
        return None  # who was told something by whom is sought by hearing_cues
    if words.tag[verb] == "VBG" and not any(words.lemma[k] == "be" or words.lower[k] in SHORT for k in helping):
        return _participle_cue(scene, verb, entry, before)
    inverted = _inverted_source(scene, verb, start)
    source = inverted or (_governor(scene, verb) if "to" in helpers else source_before(scene, verb, start))
    shared = False
    if source is None:
        source = _shared_source(scene, verb, start, before)
        shared = source is not None
    if source is None or not can_speak(words, source):
        return None
    if "shown" in entry.frames and source.source != "document":
        return None
    if not shared:
        source = joined(scene, source, forward=inverted is not None)
    clause_start = start if inverted or shared else min(source.tokens.start, start)
    return Cue(
        verb=verb, start=start, verb_end=_verb_end(words, verb, entry), source=source, clause_start=clause_start,
        clause_end=max(verb + 1, source.tokens.end) if inverted else verb + 1, frames=entry.frames,
        denied=entry.stance == "deny", stance=entry.stance, shared=shared, inverted=inverted is not None,
    )  # fmt: skip


def _is_said(words: Words, verb: int, helpers: set[str]) -> bool:
    """Return whether the verb tells of speech that took place: not denied, not planned, not asked for."""
    tag = words.tag[verb]
    if helpers & {"to"}:
        return words.at(verb - 2) in {"on", "first"} or words.lemma[max(0, verb - 2)] in {"continue", "go", "tend"}
    unsaid = helpers & not_speakers("unsaid")
    if unsaid and not (unsaid == {"would"} and "only" in {*helpers, words.at(verb + 1)}):
        return False
    emphatic = tag == "VB" and not helpers.isdisjoint({"do", "does", "did"})
    if emphatic or _has_own_subject(words, verb, helpers):
        return True
    if tag == "VBN" and not helpers and words.dep[verb] not in {"ROOT", "conj", "ccomp"}:
        return words.dep[verb] == "acl" and words.at(verb - 1) == "," and words.at(verb + 1) in {"on", "for", "that"}
    plain = tag == "VB" and (bool(unsaid) or (not helpers and words.dep[verb] in {"ROOT", "conj", "ccomp"}))
    return plain or (tag in {"VBD", "VBZ", "VBP", "VBG", "VBN"} and words.dep[verb] != "amod")


def _is_passive(words: Words, start: int, verb: int) -> bool:
    return any(words.lemma[k] == "be" or words.dep[k] == "auxpass" for k in range(start, verb))


def _has_own_subject(words: Words, verb: int, helpers: set[str]) -> bool:
    """Return whether a form in -ed that may be a participle has its subject right in front, or a quotation."""
    if helpers or words.tag[verb] not in {"VBN", "VBD"}:
        return False
    return words.subjects.get(verb) == verb - 1 or (words.dep[verb] == "amod" and words.at(verb - 1) in CLOSING)


def _verb_end(words: Words, verb: int, entry: SpeechVerb) -> int:
    """Return the end of a verb with its particle, which a time may precede: "spoke on Tuesday evening of 52 dead"."""
    at = verb + 1
    if words.at(at) == "on" and words.at(at + 1) in TIME_WORDS:
        at += 2
        while words.at(at) in TIME_WORDS:
            at += 1
    return at + 1 if words.at(at) in entry.particles else verb + 1


def _inverted_source(scene: Scene, verb: int, start: int) -> ActorMention | None:
    """Return the speaker in "..., said the minister", or None."""
    words = scene.words
    at = verb + 1
    while words.at(at) and words.tag[at] == "RB":
        at += 1
    source = scene.cast.by_start.get(at)
    if source is None or start == 0:
        return None
    document = words.lemma[source.head] in speech_nouns("documents")
    opened = words.bounds_of(verb)[0]
    before = words.at(start - 1)
    entry = speech_verbs()[words.lemma[verb]]
    if entry.frames.isdisjoint({"clause", "quote", "strict"}):
        return None
    if ("whom" in entry.frames or entry.stance == "deny" or document) and before not in CLOSING:
        return None
    if not (before in MARKS or start == opened or words.text[start - 1].isspace() or before in {"-", "–", "—"}):
        return None
    end = source.tokens.end
    if words.tag[end : end + 1] == ["POS"] or (words.tag[source.head] == "PRP" and before not in CLOSING):
        return None
    while end < len(words.tag) and words.tag[end] == "RB":
        end += 1
    finite = end < len(words.tag) and words.tag[end] in FINITE and words.sentence[end] == words.sentence[verb]
    return None if finite and before not in CLOSING else source


def _shared_source(scene: Scene, verb: int, start: int, before: list[Cue]) -> ActorMention | None:
    """Return the speaker of a coordinated verb without subject ("... and called on")."""
    words = scene.words
    if words.at(start - 1) not in COORDINATORS and words.dep[verb] != "conj":
        return None
    if words.at(start - 1) not in COORDINATORS | {","}:
        return None
    above = words.head[verb]
    last = before[-1] if before and words.sentence[before[-1].verb] == words.sentence[verb] else None
    if last is not None and words.at(start - 2) == "," and above != last.verb:
        return last.source
    subject = words.subjects.get(above) if words.dep[verb] == "conj" else None
    while subject is None and words.dep[verb] == "conj" and words.dep[above] == "conj" and words.head[above] != above:
        above = words.head[above]
        subject = words.subjects.get(above)
    if subject is not None and subject in scene.cast.by_head and words.sentence[subject] == words.sentence[verb]:
        return scene.cast.by_head[subject]
    return last.source if last is not None else None


def _participle_cue(scene: Scene, verb: int, entry: SpeechVerb, before: list[Cue]) -> Cue | None:
    """Return the cue of ", adding that ...", "a statement saying that ...": its speaker is that of the clause above."""
    words = scene.words
    mark = words.at(verb - 1)
    noun = words.lemma[verb - 1] in speech_nouns("documents")
    own = _absolute_source(scene, verb)
    if not (own or mark in BEFORE_PARTICIPLES or noun or words.dep[verb] in {"advcl", "acl"}):
        return None
    last = before[-1] if before and words.sentence[before[-1].verb] == words.sentence[verb] else None
    source = own or (last.source if last is not None and not noun else _governor(scene, verb))
    if source is None or not can_speak(words, source):
        return None
    return Cue(
        verb=verb, start=verb, verb_end=_verb_end(words, verb, entry), source=source, clause_start=verb,
        clause_end=verb + 1, frames=entry.frames, denied=entry.stance == "deny", stance=entry.stance, shared=True,
    )  # fmt: skip


def _absolute_source(scene: Scene, verb: int) -> ActorMention | None:
    """Return the speaker in "with officials warning that"."""
    own = scene.cast.by_end.get(group_start(scene.words, verb))
    return own if own is not None and scene.words.at(own.tokens.start - 1) == "with" else None


def _governor(scene: Scene, token: int) -> ActorMention | None:
    """Return the subject of the nearest verb above `token` that has one among the actors."""
    words = scene.words
    for _ in range(6):
        above = words.head[token]
        if above == token:
            break
        token = above
        subject = words.subjects.get(token)
        if subject is not None and subject in scene.cast.by_head:
            return scene.cast.by_head[subject]
    return None


def _quoting_cue(scene: Scene, verb: int) -> Cue | None:
    """Return the cue of "Y quoted X as saying", "X was quoted by Y as saying", "..., citing X"."""
    words, cast = scene.words, scene.cast
    start = group_start(words, verb)
    saying = next(
        (
            k
            for k in range(verb + 1, min(len(words.tag), verb + 25))
            if words.at(k) == "as" and words.tag[k + 1 : k + 2] == ["VBG"]
        ),
        None,
    )
    passive = any(words.lemma[k] == "be" for k in range(start, verb))
    if saying is None or words.sentence[saying] != words.sentence[verb]:
        return None
    end = saying + 2
    carrier = cast.by_start.get(end + 1) if words.at(end) == "by" else None
    if passive:
        source = source_before(scene, verb, start)
        carrier = carrier or (cast.by_start.get(verb + 2) if words.at(verb + 1) == "by" else None)
    else:
        source, carrier = cast.by_start.get(verb + 1), source_before(scene, verb, start) or carrier
    if source is None:
        return None
    if words.at(end) == "by" and carrier is not None and carrier.tokens.start == end + 1:
        end = carrier.tokens.end
    first = source.tokens.start if passive else carrier.tokens.start if carrier is not None else start
    return Cue(
        verb=verb, start=start, verb_end=end, source=source, clause_start=min(first, start), clause_end=end,
        frames=frozenset({"clause", "quote"}), via=(carrier,) if carrier is not None else (),
    )  # fmt: skip


def _citing_cue(scene: Scene, verb: int, before: list[Cue]) -> Cue | None:
    """Return the end that "..., citing X" sets to what the cue before reports; that cue gets X for a speaker."""
    words = scene.words
    source = scene.cast.by_start.get(verb + 1)
    last = before[-1] if before else None
    if source is None or last is None or words.tag[verb] != "VBG" or words.sentence[last.verb] != words.sentence[verb]:
        return None
    carriers = (last.source,) if last.source is not None else ()
    before[-1] = replace(last, source=source, via=(*carriers, *last.via))
    return Cue(
        verb=verb,
        start=verb,
        verb_end=source.tokens.end,
        source=source,
        clause_start=verb,
        clause_end=source.tokens.end,
        frames=frozenset(),
        shared=True,
    )


def _cited(scene: Scene, cue: Cue) -> Cue:
    """Return `cue` with X for its speaker in "the daily, citing X, reported"."""
    words, carrier = scene.words, cue.source
    if carrier is None or cue.inverted or cue.shared or cue.detached:
        return cue
    for i in range(carrier.tokens.end, cue.start):
        source = scene.cast.by_start.get(i + 1)
        if words.lemma[i] in QUOTING and words.tag[i] == "VBG" and source is not None:
            return replace(cue, source=source, via=(carrier, *cue.via))
    return cue


def _is_ground(scene: Scene, source: ActorMention) -> bool:
    """Return whether things are so according to `source` though it says nothing by itself: a poll, figures."""
    return source.source == "document" or scene.words.lemma[source.head] in speech_nouns("records")


def _prepositional_cue(scene: Scene, start: int, object_start: int) -> Cue | None:
    """Return the cue of "according to X"."""
    source = scene.cast.by_start.get(object_start)
    if source is None or not (_is_ground(scene, source) or can_speak(scene.words, source)):
        return None
    end = source.tokens.end
    same = scene.cast.by_start.get(end + 1) if scene.words.at(end) == "," else None
    end = same.tokens.end if same is not None and same.chain == source.chain else end
    return Cue(
        verb=start, start=start, verb_end=end, source=source, clause_start=start,
        clause_end=end, frames=frozenset({"clause"}), detached=True,
    )  # fmt: skip


def _account_cue(scene: Scene, noun: int) -> Cue | None:
    """Return the cue of "by the account of X", "in the words of X", "by X's account"."""
    words = scene.words
    owner = owner_of(scene, noun)
    if owner is not None and words.at(owner.tokens.start - 1) in {"by", "in", "on"}:
        cue = _prepositional_cue(scene, owner.tokens.start - 1, owner.tokens.start)
        return cue and replace(cue, verb_end=noun + 1, clause_end=noun + 1)
    start = noun
    while start > 0 and words.tag[start - 1] in {"DT", "JJ"}:
        start -= 1
    if words.at(start - 1) not in {"by", "in"} or words.at(noun + 1) != "of":
        return None
    return _prepositional_cue(scene, start - 1, noun + 2)


def _noun_cue(scene: Scene, noun: int) -> Cue | None:
    """Return the cue of "X's claim that ...", "a warning by X that ..."."""
    words, cast = scene.words, scene.cast
    if not words.tag[noun].startswith("NN"):
        return None
    end, source = noun + 1, None
    if words.at(end) in speech_nouns("makers") and end + 1 in cast.by_start:
        source = cast.by_start[end + 1]
        end = source.tokens.end
    owner = noun - 1
    while owner > 0 and words.tag[owner] in {"JJ", "CD"}:
        owner -= 1
    if source is None and words.tag[owner] == "POS":
        source = next((m for m in cast.mentions if m.tokens.end == owner), None)
    if source is None or words.at(end) != "that" or not can_speak(words, source):
        return None
    return Cue(
        verb=noun, start=noun, verb_end=end + 1, source=source, clause_start=min(noun, source.tokens.start),
        clause_end=end + 1, frames=frozenset({"clause"}), denied=words.lower[noun] == "denial",
    )  # fmt: skip


def sentence_cues(cues: list[Cue], words: Words) -> Iterator[list[Cue]]:
    """Yield the cues of one sentence after the other."""
    group: list[Cue] = []
    for cue in cues:
        if group and words.sentence[group[-1].verb] != words.sentence[cue.verb]:
            yield group
            group = []
        group.append(cue)
    if group:
        yield group
