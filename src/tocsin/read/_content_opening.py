"""Whether what was said begins at a word behind a cue, by the frames that the cue takes."""

from tocsin.read._cues import Cue
from tocsin.read._phrases import NOUNS
from tocsin.read._speakers import FINITE, Scene
from tocsin.read._speech import not_speakers, speech_nouns
from tocsin.read._words import Words

PHRASE_TAGS = NOUNS | {"DT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "VBG", "PRP", "FW"}
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
POINTING = DEMONSTRATIVES | {"the", "such"}
EDGES = frozenset({",", ";", ":", "-", "–", "—", ".", "!", "?", "and", "but", "as"})
TAIL_LIMIT = 30
TAKING = frozenset({"responsible", "on", "charges", "figures", "changes"})
COUNTING = frozenset({"tally", "number", "bare"})
NUMBER_TAGS = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "IN", "NNS", "RP"})
HEDGES = frozenset(
    {"at", "least", "most", "more", "less", "fewer", "than", "up", "to", "some", "about", "around", "only", "nearly",
     "almost", "over", "no", "as", "many", "just", "a", "an", "another", "between", "roughly", "first", "under"}
)  # fmt: skip
ROUND = frozenset({"dozen", "dozens", "scores", "hundreds", "thousands"})
BEHIND_NUMBERS = EDGES | {"", "by", "in", "on", "for", "until", "now", "at", "so", "and", "from", "of"}
CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "hours", "days", "weeks", "percent", "%"})


def opens_content(scene: Scene, cue: Cue, at: int, limit: int) -> bool:
    """Return whether a clause, or a phrase that the verb may take for what is said, starts at `at`."""
    words, frames = scene.words, cue.frames
    if words.lower[at].endswith(("self", "selves")):
        return False
    if "for" in frames and words.at(cue.verb_end - 1) == "for" and words.tag[at] in PHRASE_TAGS:
        return True
    if "gerund" in frames and words.tag[at] == "VBG":
        return True
    if "idiom" in frames:
        return False
    if frames & COUNTING and words.tag[at] in NUMBER_TAGS and is_counted(words, frames, (at, limit)):
        return True
    if frames & TAKING:
        return _takes_object(scene, cue, at, limit)
    if "strict" in frames:
        return _is_close_clause(scene, at, limit)
    if "of" in frames:
        return "of" in words.lower[at:limit]
    if "as" in frames and _is_label(scene, at, limit):
        return True
    if "object" in frames and words.tag[at] in PHRASE_TAGS:
        pointing = words.tag[at] == "PRP" and words.at(at + 1) in EDGES | {""}
        pointing = pointing or (cue.denied and words.tag[at] == "DT" and words.lower[at] in DEMONSTRATIVES)
        return words.lower[at] != "no" and not pointing
    if "infinitive" in frames and "TO" in words.tag[at : min(limit, at + 15)] and "whom" in frames:
        return True
    return "clause" in frames and _is_clause(scene, cue, at, limit)


def _takes_object(scene: Scene, cue: Cue, at: int, limit: int) -> bool:
    """Return whether the object that starts at `at` makes speech of a verb that says nothing by itself."""
    words, frames = scene.words, cue.frames
    if "responsible" in frames:
        return "responsible" in words.lower[at : min(limit, at + TAIL_LIMIT)]
    if "on" in frames:
        return at in scene.cast.by_start or any(
            words.lower[i] in {"on", "for"} and i + 1 in scene.cast.by_start for i in range(at, limit)
        )
    if "charges" in frames:
        near = range(at, min(limit, at + 5))
        charges = [i for i in near if words.lower[i] in speech_nouns("claims") | {"it", "them"}]
        told = charges or any(words.lemma[i] in speech_nouns("documents") for i in near)
        return bool(told and "as" in words.lower[at:limit]) or any(
            words.at(i + 1) in {"that", "of", "to", "for"} for i in charges
        )
    return _is_figure(words, at, limit) and ("changes" not in frames or "to" in words.lower[at:limit])


def _is_close_clause(scene: Scene, at: int, limit: int) -> bool:
    """Return whether a phrase with its finite verb right behind it starts at `at`."""
    words = scene.words
    subject = scene.cast.by_start.get(at)
    end = subject.tokens.end if subject is not None else at
    while subject is None and end < limit and words.tag[end] in PHRASE_TAGS | {"IN"} and end - at < 10:
        end += 1
    return end < limit and words.tag[end] in FINITE


def _is_label(scene: Scene, at: int, limit: int) -> bool:
    """Return whether a word for something follows: "it as a crime", "them an answer", "the vote fair"."""
    words = scene.words
    if "as" in words.lower[at:limit] or any(scene.quoted[i] >= 0 for i in range(at, limit)):
        return True
    named = scene.cast.by_start.get(at)
    end = named.tokens.end if named is not None else at + 1
    while named is None and words.tag[at] != "PRP" and end < limit and words.tag[end] in NOUNS | {"VBG"}:
        end += 1
    if named is None and words.tag[at] == "DT" and words.lower[at] in POINTING:
        bare = words.lower[at] in {"this", "that"} and end == at + 2
        if bare or (end > at + 2 and words.at(end) in {"for", "of", "against"}):
            return True
    label = {"DT", "JJ"} | (NOUNS if words.tag[at] == "PRP" else set())
    return end < limit and words.tag[end] in label and words.tag[at] in {"PRP", "DT", "PRP$"}


def _is_figure(words: Words, at: int, limit: int) -> bool:
    """Return whether a count of people follows: "the number of rebels killed at about 30", "a toll of 47"."""
    end = min(limit, at + 16)
    figures = any(
        words.lemma[i] in not_speakers("figures") or words.lower[i] in not_speakers("figures") for i in range(at, end)
    )
    joined = {"at", "of", "to", "as"} & set(words.lower[at:end])
    return (figures or words.lower[at] == "it") and bool(joined) and "CD" in words.tag[at:end]


def _describes_noun(words: Words, at: int) -> bool:
    """Return whether the word at `at` only describes what is counted: "12 dead batteries"."""
    return words.tag[at] == "JJ" and words.tag[at + 1 : at + 2] in (["NN"], ["NNS"])


def is_counted(words: Words, frames: frozenset[str], span: tuple[int, int]) -> bool:
    """Return whether a number follows that the verb can tell: "48 dead", "at least 12", "eight blasts"."""
    at, limit = span
    number = at
    while number < limit and words.lower[number] in HEDGES and words.lower[number] not in ROUND:
        number += 1
    if number >= limit or not (words.tag[number] == "CD" or words.lower[number] in ROUND):
        return False
    after = words.at(number + 1)
    if after in CLOCK or after == ":" or (words.lower[number] in {"one", "two"} and "number" not in frames):
        return False
    near = words.lower[at : min(limit, number + 5)]
    people = any(word in not_speakers("figures") and not _describes_noun(words, n) for n, word in enumerate(near, at))
    return people or ("number" in frames and "among" not in near) or ("bare" in frames and after in BEHIND_NUMBERS)


def _is_clause(scene: Scene, cue: Cue, at: int, limit: int) -> bool:
    """Return whether a finite clause starts at `at`, by the parse or by a finite verb before any relative or comma."""
    words = scene.words
    if any(words.head[i] == cue.verb and words.dep[i] == "ccomp" for i in range(at, limit)):
        return True
    subject = scene.cast.by_start.get(at)
    at = subject.tokens.end if subject is not None else at
    plainly = "whom" not in cue.frames and words.lemma[cue.verb] in not_speakers("strong")  # takes nothing but clauses
    for i in range(at, min(limit, at + TAIL_LIMIT)):
        if words.tag[i] in FINITE:
            return True
        relative = words.tag[i] in {"WDT", "WP"} and not plainly
        if relative or (words.text[i] == "," and words.tag[i + 1] in {"CC", "WDT", "WP", "IN"}):
            return False
    return False
