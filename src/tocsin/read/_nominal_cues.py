"""Attributions without a verb of saying: "per X", "as X put it", "figures released by X", "X's figure was 12"."""

from tocsin.read._cues import FINITE, Cue, Scene, can_speak
from tocsin.read._mentions import ActorMention
from tocsin.read._speech import speech_nouns

REACH = 10
GIVEN = frozenset({"VBN", "VBD"})
MARKS = frozenset({",", "(", "-", "–", "—"})


def nominal_cues(scene: Scene) -> list[Cue]:
    """Return the cues outside quotations that have no verb of saying, in the order of the text."""
    words = scene.words
    found: list[Cue] = []
    for i, word in enumerate(words.lower):
        cue = None
        if scene.quoted[i] >= 0:
            continue
        if word == "per":
            cue = _per_cue(scene, i)
        elif word == "as":
            cue = _as_put_cue(scene, i)
        elif word == "according" and words.at(i + 1) == "to":
            cue = _record_cue(scene, i)
        elif words.lemma[i] in speech_nouns("records") and words.tag[i].startswith("NN"):
            cue = _figure_cue(scene, i)
        if cue is not None:
            found.append(cue)
    return found


def _detached(source: ActorMention | None, scene: Scene, start: int, end: int) -> Cue | None:
    if source is None or not can_speak(scene.words, source):
        return None
    return Cue(
        verb=start, start=start, verb_end=end, source=source, clause_start=start, clause_end=end,
        frames=frozenset({"clause"}), detached=True,
    )  # fmt: skip


def _per_cue(scene: Scene, at: int) -> Cue | None:
    """Return the cue of "Per the ministry, ..." and "..., per the ministry"; "per month" has none."""
    words, source = scene.words, scene.cast.by_start.get(at + 1)
    opens = at == words.bounds_of(at)[0] or words.at(at - 1) in MARKS
    return _detached(source, scene, at, source.tokens.end) if source is not None and opens else None


def _as_put_cue(scene: Scene, at: int) -> Cue | None:
    """Return the cue of "as the colonel put it"."""
    words, source = scene.words, scene.cast.by_start.get(at + 1)
    if source is None:
        return None
    end = source.tokens.end
    put = f"{words.at(end)} {words.at(end + 1)}" in speech_nouns("put_it")
    return _detached(source, scene, at, end + 2) if put else None


def _record_cue(scene: Scene, at: int) -> Cue | None:
    """Return the cue of "according to figures released by X", "according to a tally by X"."""
    words, limit = scene.words, min(scene.words.bounds_of(at)[1], at + REACH)
    noun = next((i for i in range(at + 2, limit) if words.tag[i].startswith("NN")), None)
    if noun is None or words.lemma[noun] not in speech_nouns("records"):
        return None
    source = _giver(scene, noun, limit)
    return _detached(source, scene, at, source.tokens.end) if source is not None else None


def _giver(scene: Scene, noun: int, limit: int) -> ActorMention | None:
    """Return X in "figures released by X", "a count from X"."""
    words = scene.words
    for i in range(noun + 1, limit):
        if words.at(i) in {"by", "from"} and i + 1 in scene.cast.by_start:
            return scene.cast.by_start[i + 1]
        if words.tag[i] in FINITE - GIVEN or words.text[i] in MARKS:
            return None
    return None


def _figure_cue(scene: Scene, noun: int) -> Cue | None:
    """Return the cue of "X's figure was 12", "the count given by X is 12"."""
    words, last = scene.words, scene.words.bounds_of(noun)[1]
    copula = next((i for i in range(noun + 1, min(last, noun + REACH + 1)) if words.lemma[i] == "be"), None)
    if copula is None or "CD" not in words.tag[copula + 1 : min(last, copula + 5)]:
        return None
    owner = next((m for m in scene.cast.mentions if m.tokens.end == noun - 1 and words.tag[noun - 1] == "POS"), None)
    given = words.tag[noun + 1] in GIVEN or words.at(noun + 1) in {"by", "from"}
    source = owner or (_giver(scene, noun, copula) if given else None)
    if source is None or (owner is not None and copula != noun + 1) or not can_speak(words, source):
        return None
    return Cue(
        verb=copula, start=copula, verb_end=copula + 1, source=source, clause_start=min(noun, source.tokens.start),
        clause_end=copula + 1, frames=frozenset({"object"}),
    )  # fmt: skip
