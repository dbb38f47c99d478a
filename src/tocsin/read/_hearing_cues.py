"""Cues told from the side of whoever heard: "he had heard from X that", "she had been told by X to wait"."""

from collections.abc import Iterator

from tocsin.read._cues import Cue
from tocsin.read._mentions import ActorMention
from tocsin.read._speakers import JOINT_CHAINS, Scene, can_speak, group_start, some_of
from tocsin.read._speech import speech_nouns, speech_verbs, verb_phrases
from tocsin.read._words import Words

FRAMES = frozenset({"clause", "quote", "infinitive", "heard"})
HYPHENS = frozenset({"-", "–"})
LONGEST_CHARGE = 3
NOT_HEARD = frozenset({"not", "n't", "never", "to", "will", "would", "if"})


def hearing_cues(scene: Scene) -> Iterator[Cue]:
    """Yield the cues of words that somebody was told, with who told them as source and who heard them as carrier."""
    words, cast = scene.words, scene.cast
    for verb, tag in enumerate(words.tag):
        at = _speaker_at(words, verb) if tag.startswith("V") and scene.quoted[verb] < 0 else None
        source = _speaker(scene, at) if at is not None else None
        if source is None or not can_speak(words, source):
            continue
        start = group_start(words, verb)
        if not NOT_HEARD.isdisjoint(words.lower[start:verb]):
            continue
        if _is_fronted(words, start):
            yield Cue(
                verb=verb, start=start, verb_end=source.tokens.end, source=source, clause_start=start,
                clause_end=source.tokens.end, frames=FRAMES, detached=True, denied=_denies(words, verb),
            )  # fmt: skip
            continue
        hearer = cast.by_end.get(start)
        told = hearer is not None and hearer.chain != source.chain
        yield Cue(
            verb=verb, start=start, verb_end=source.tokens.end, source=source,
            clause_start=hearer.tokens.start if hearer is not None else start, clause_end=source.tokens.end,
            frames=FRAMES, via=(hearer,) if hearer is not None and told else (),
        )  # fmt: skip


def _speaker(scene: Scene, at: int) -> ActorMention | None:
    words, whole = scene.words, scene.cast.by_start.get(at + 2)
    some = some_of(scene, whole) if whole is not None and words.at(at + 1) == "of" else None
    return some or scene.cast.by_start.get(at) or _hyphenated(scene, at)


def _is_fronted(words: Words, start: int) -> bool:
    """Return whether what was said stands in front: "that he had fled was denied", "the charge was denied by X"."""
    first = words.bounds_of(start)[0]
    charge = words.lower[start - 1] in speech_nouns("claims") and start - first <= LONGEST_CHARGE
    return charge or (words.lower[first] == "that" and words.dep[first] == "mark")


def _denies(words: Words, verb: int) -> bool:
    return speech_verbs()[words.lemma[verb]].stance == "deny"


def _hyphenated(scene: Scene, at: int) -> ActorMention | None:
    """Return the description of a person by a hyphenated word that no vocabulary holds ("a go-between")."""
    words = scene.words
    if words.tag[at] != "DT" or words.at(at + 2) not in HYPHENS or not scene.cast.mentions:
        return None
    tokens = scene.cast.mentions[0].tokens.doc[at : at + 4]
    return ActorMention(
        tokens=tokens, head=at + 3, name=tokens.text, chain=JOINT_CHAINS + at, kind="person", country=None, proper=False
    )


def _speaker_at(words: Words, verb: int) -> int | None:
    """Return where the one is named whom something was heard from, None where `verb` tells of no hearing."""
    entry = speech_verbs().get(words.lemma[verb])
    helpers = words.lemma[group_start(words, verb) : verb]
    if entry is not None and words.tag[verb] == "VBN" and "be" in helpers:
        return verb + 2 if words.at(verb + 1) == "by" else None
    for phrase in verb_phrases("hearing").get(words.lemma[verb], ()):
        end = verb + 1 + len(phrase)
        if words.lower[verb + 1 : end] == list(phrase):
            return end
    return None
