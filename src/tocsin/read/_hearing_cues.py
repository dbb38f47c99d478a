"""Cues told from the side of whoever heard: "he had heard from X that", "she had been told by X to wait"."""

from collections.abc import Iterator

from tocsin.read._cues import Cue, Scene, can_speak, group_start
from tocsin.read._speech import hearing_verbs, speech_verbs
from tocsin.read._words import Words

FRAMES = frozenset({"clause", "quote", "infinitive"})
NOT_HEARD = frozenset({"not", "n't", "never", "to", "will", "would", "if"})


def hearing_cues(scene: Scene) -> Iterator[Cue]:
    """Yield the cues of words that somebody was told, with who told them as source and who heard them as carrier."""
    words, cast = scene.words, scene.cast
    for verb, tag in enumerate(words.tag):
        at = _speaker_at(words, verb) if tag.startswith("V") and scene.quoted[verb] < 0 else None
        source = cast.by_start.get(at) if at is not None else None
        start = group_start(words, verb)
        if source is None or not can_speak(words, source) or NOT_HEARD & set(words.lower[start:verb]):
            continue
        hearer = cast.by_end.get(start)
        told = hearer is not None and hearer.chain != source.chain
        yield Cue(
            verb=verb, start=start, verb_end=source.tokens.end, source=source,
            clause_start=hearer.tokens.start if hearer is not None else start, clause_end=source.tokens.end,
            frames=FRAMES, via=(hearer,) if hearer is not None and told else (),
        )  # fmt: skip


def _speaker_at(words: Words, verb: int) -> int | None:
    """Return where the one is named whom something was heard from, None where `verb` tells of no hearing."""
    entry = speech_verbs().get(words.lemma[verb])
    helpers = words.lemma[group_start(words, verb) : verb]
    if entry is not None and words.tag[verb] == "VBN" and "be" in helpers:
        return verb + 2 if words.at(verb + 1) == "by" else None
    for phrase in hearing_verbs().get(words.lemma[verb], ()):
        end = verb + 1 + len(phrase)
        if words.lower[verb + 1 : end] == list(phrase):
            return end
    return None
