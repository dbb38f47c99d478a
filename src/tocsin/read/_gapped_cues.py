"""Cues whose verb is that of another speaker in the sentence: "the army says it won, the rebels that it lost"."""

from collections.abc import Iterator

from tocsin.read._content_opening import COUNTING, is_counted
from tocsin.read._cues import Cue
from tocsin.read._mentions import ActorMention
from tocsin.read._speakers import FINITE, Scene, can_speak

MARKS = frozenset({",", ";"})
LONGEST_INSERTION = 7
COUNTS = frozenset({"tally", "number"})
WITH_FIGURES = COUNTING | {"figures", "object"}


def gapped_cues(scene: Scene, cues: list[Cue]) -> Iterator[Cue]:
    """Yield, for speakers behind the content of `cues`, the cue that goes without its verb."""
    words = scene.words
    seen = -1
    for cue in cues:
        if cue.detached or cue.inverted or cue.source is None:
            continue
        for mark in range(max(cue.verb_end, seen) + 1, words.bounds_of(cue.verb)[1]):
            if words.text[mark] in MARKS and scene.quoted[mark] < 0:
                speaker = scene.cast.by_start.get(mark + 1 + (words.at(mark + 1) in {"and", "but"}))
                gapped = _gapped(scene, cue, mark, speaker) if speaker is not None else None
                if gapped is not None:
                    yield gapped
                    seen = mark


def _gapped(scene: Scene, cue: Cue, mark: int, speaker: ActorMention) -> Cue | None:
    """Return the cue of `speaker` where what follows it opens as the content of `cue` does."""
    words, source = scene.words, cue.source
    if not can_speak(words, speaker) or (source is not None and speaker.chain == source.chain):
        return None
    for at in _openings(scene, speaker.tokens.end):
        frames, end = _frames(scene, cue, mark, at)
        if frames:
            return Cue(
                verb=at, start=at, verb_end=end, source=speaker, clause_start=speaker.tokens.start, clause_end=at,
                frames=frames,
            )  # fmt: skip
    return None


def _openings(scene: Scene, end: int) -> Iterator[int]:
    """Yield where content may open behind a speaker: at once, behind a comma, behind an insertion between commas."""
    words = scene.words
    yield end
    if words.at(end) != ",":
        return
    yield end + 1
    for i in range(end + 1, end + LONGEST_INSERTION):
        if words.at(i) == ",":
            yield i + 1
        if not words.at(i) or words.tag[i] in FINITE or words.at(i) in MARKS:
            return


def _frames(scene: Scene, cue: Cue, mark: int, at: int) -> tuple[frozenset[str], int]:
    """Return the frames of a gapped cue whose content opens at `at`, and where it does; none where nothing opens."""
    words, word = scene.words, scene.words.at(at)
    apart = words.text[mark] == ";" or words.at(at - 1) != ","  # "told the daily, a paper, that" has one speaker
    if word == "that" and words.dep[at] == "mark" and apart and "clause" in cue.frames:
        return frozenset({"clause"}), at
    if word == "that" and words.at(at + 1) == "of" and "object" in cue.frames:
        return frozenset({"object"}), at
    if (
        word == "for"
        and apart
        and "for" in cue.frames
        and "for" in {words.at(cue.verb_end), words.at(cue.verb_end - 1)}
    ):
        return frozenset({"for"}), at
    at += word in {"as", "at"} and words.at(at + 1) not in {"least", "most"}
    told = "CD" in words.tag[cue.verb_end : mark] and words.at(cue.verb_end) != "that"
    counts = bool(cue.frames & WITH_FIGURES) or words.at(mark) == ";"
    counted = told and counts and is_counted(words, COUNTS, (at, words.bounds_of(cue.verb)[1]))
    return (COUNTS, at) if counted else (frozenset(), at)
