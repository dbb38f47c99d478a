"""Where what was said ends: with its clause, before the next cue, without the marks at its edges."""

from tocsin.read._content_opening import EDGES, TAIL_LIMIT
from tocsin.read._cues import COORDINATORS, Cue
from tocsin.read._speakers import FINITE, HELPER_LEMMAS, Scene
from tocsin.read._speech import not_speakers
from tocsin.read._words import Words

Range = tuple[int, int]
RELATIVE_OBJECTS = frozenset({"which", "something"})


def content_end(scene: Scene, cue: Cue, span: Range, later: list[Cue]) -> int:
    """Return where content behind a cue ends: before the next cue that does not belong to it, or with the clause."""
    words, (start, limit) = scene.words, span
    for other in later:
        if other.start <= start:
            continue
        mark = words.at(other.clause_start - 1)
        joined = mark in not_speakers("siblings") and words.at(other.clause_start - 2) in {",", ";"}
        if (
            other.detached
            or not other.frames
            or (other.shared and _same_speaker(other, cue))
            or mark in {",", ";", ":"} | RELATIVE_OBJECTS
            or joined
        ):
            limit = min(limit, end_before(words, other.clause_start))
            break
    if words.tag[cue.verb] == "VBG" and not cue.detached:
        limit = _main_clause(words, cue.verb, (start, limit))
    if words.tag[cue.verb].startswith("NN") and start < words.head[cue.verb] < limit:
        limit = words.head[cue.verb]
        while words.tag[limit - 1] in {"RB", "MD"} or words.lemma[limit - 1] in HELPER_LEMMAS:
            limit -= 1
    for i in range(start, limit):
        if words.text[i] == ";" and scene.quoted[i] < 0:
            return i
        if words.dep[i] == "conj" and i not in words.subjects and _goes_with(words, i, cue.verb):
            return end_before(words, i)
        if words.dep[i] == "conj" and words.head[i] == cue.verb and i in words.subjects:
            joint = _joint(words, words.subjects[i])
            limit = limit if joint is None else end_before(words, joint)
    return limit


def _goes_with(words: Words, verb: int, cue: int) -> bool:
    """Return whether a coordinated verb goes with the cue: a finite one, or a participle behind a participle."""
    above = words.head[verb]
    if words.tag[verb] != "VBG":
        return above == cue and words.tag[verb] in FINITE
    return words.tag[cue] == "VBG" and (above == cue or words.tag[above] in FINITE)


def _main_clause(words: Words, verb: int, span: Range) -> int:
    """Return where the clause above a participle starts behind its content ("saying that A, he left"), or the end."""
    start, end = span
    for _ in range(TAIL_LIMIT):
        above = words.head[verb]
        if above == verb:
            break
        verb = above
        subject = words.subjects.get(verb, end)
        if start < subject < verb < end:
            return next((i for i in range(subject, start, -1) if words.text[i] == ","), end)
    return end


def _same_speaker(left: Cue, right: Cue) -> bool:
    return left.source is not None and right.source is not None and left.source.chain == right.source.chain


def _joint(words: Words, subject: int) -> int | None:
    """Return where ", and" joins a clause to what goes before, by the head of its subject; None where nothing does."""
    near = range(subject - 1, max(subject - 4, 0), -1)
    return next((i for i in near if words.lower[i] == "and" and words.at(i - 1) == ","), None)


def end_before(words: Words, token: int) -> int:
    """Return the end of what stands before `token`, conjunctions and commas cut."""
    while words.at(token - 1) in EDGES | COORDINATORS | not_speakers("siblings") | {"by", "also"}:
        token -= 1
    return token


def trimmed(words: Words, span: Range) -> Range | None:
    """Return `span` without punctuation at its ends, or None where nothing is left."""
    start, end = span
    while start < end and (words.text[start] in EDGES - {"and", "but", "as"} or words.text[start].isspace()):
        start += 1
    while start < end and (words.text[end - 1] in EDGES or words.text[end - 1].isspace()):
        end -= 1
    return (start, end) if any(words.text[i][0].isalnum() for i in range(start, end)) else None
