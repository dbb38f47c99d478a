"""Attributions without a verb of saying: "per X", "as X put it", "figures released by X", "X's figure was 12"."""

from tocsin.read._content_opening import is_counted
from tocsin.read._cues import Cue
from tocsin.read._mentions import ActorMention
from tocsin.read._speakers import FINITE, Scene, can_speak, group_start, owner_of
from tocsin.read._speech import speech_nouns, speech_verbs, verb_phrases
from tocsin.read._words import Words

REACH = 10
GIVEN = frozenset({"VBN", "VBD"})
MARKS = frozenset({",", "(", "-", "–", "—"})
LOSERS = frozenset({"military", "police", "armed group", "person", "witness", "unnamed"})


def nominal_cues(scene: Scene) -> list[Cue]:
    """Return the cues outside quotations that have no verb of saying, in the order of the text."""
    words = scene.words
    counting = {*verb_phrases("tolls"), *verb_phrases("totals")}
    found: list[Cue] = []
    for i, word in enumerate(words.lower):
        cue = None
        if scene.quoted[i] >= 0:
            continue
        if word == "per":
            cue = _per_cue(scene, i)
        elif word == "as":
            cue = _as_put_cue(scene, i) or _as_told_by_cue(scene, i)
        elif word == ":":
            cue = _colon_cue(scene, i)
        elif word == "according" and words.at(i + 1) == "to":
            cue = _record_cue(scene, i)
        elif words.tag[i].startswith("NN"):
            cue = _noun_cue(scene, i)
        elif words.lemma[i] in counting and words.tag[i].startswith("VB"):
            cue = _count_cue(scene, i)
        if cue is not None:
            found.append(cue)
    return found


def _noun_cue(scene: Scene, noun: int) -> Cue | None:
    """Return the cue of a noun for a figure, a document or an account, where a verb gives its content."""
    lemma = scene.words.lemma[noun]
    replies = lemma in speech_nouns("replies") or lemma in speech_nouns("accounts")
    cue = _reply_cue(scene, noun) if replies or scene.words.lower[noun] in speech_nouns("claims") else None
    figures = lemma in speech_nouns("records") or lemma in speech_nouns("documents")
    return cue or (_figure_cue(scene, noun) if figures else None)


def _count_cue(scene: Scene, verb: int) -> Cue | None:
    """Return the cue of "the ministry has 35 dead", "the doctors arrived at 12"; an army that has them lost them."""
    words, lemma = scene.words, scene.words.lemma[verb]
    source, following = scene.cast.by_end.get(group_start(words, verb)), verb_phrases("totals").get(lemma, [()])
    end = next((verb + 1 + len(p) for p in following if words.lower[verb + 1 : verb + 1 + len(p)] == list(p)), None)
    if source is None or end is None or source.source in LOSERS:
        return None
    frames = frozenset({"tally"}) if lemma in verb_phrases("tolls") else frozenset({"tally", "number"})
    if not is_counted(words, frames, (end, words.bounds_of(verb)[1])):
        return None
    return Cue(
        verb=verb, start=verb, verb_end=end, source=source, clause_start=source.tokens.start, clause_end=verb + 1,
        frames=frames,
    )  # fmt: skip


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


def _as_told_by_cue(scene: Scene, at: int) -> Cue | None:
    """Return the cue of "as reported by the daily, ..."."""
    words = scene.words
    told = words.tag[at + 1 : at + 2] == ["VBN"] and words.at(at + 2) == "by" and words.lemma[at + 1] in speech_verbs()
    source = scene.cast.by_start.get(at + 3) if told else None
    return _detached(source, scene, at, source.tokens.end) if source is not None else None


def _colon_cue(scene: Scene, at: int) -> Cue | None:
    """Return the cue of "Minister Sow: the road is open", as headlines and transcripts have it."""
    source = scene.cast.by_end.get(at)
    if source is None or not _is_headed(scene, source, at):
        source = _answering(scene, at)
    if source is None:
        return None
    return Cue(
        verb=at, start=at, verb_end=at, source=source, clause_start=source.tokens.start, clause_end=at,
        frames=frozenset({"quote"}),
    )  # fmt: skip


def _is_headed(scene: Scene, source: ActorMention, colon: int) -> bool:
    """Return whether somebody known heads a paragraph that he speaks; a place or a day heads one too ("Gao: ...")."""
    words, first = scene.words, source.tokens.start
    if not source.proper or not words.opens_paragraph(first):
        return False
    named = len(source.tokens) > 1 and not words.text[first][0].isdigit()
    somebody = source.kind is not None and (source.kind != "person" or source.role is not None or named)
    return somebody or max(scene.quoted[colon + 1 : colon + 3], default=-1) >= 0


def _answering(scene: Scene, colon: int) -> ActorMention | None:
    """Return whose deed a quotation behind a colon goes with ("An officer shrugged: "Nobody asked us."").

    No verb of saying stands in front, no object ("wore a badge"), and the quotation ends the sentence.
    """
    words, (first, end) = scene.words, scene.words.bounds_of(colon)
    if max(scene.quoted[colon + 1 : colon + 3], default=-1) < 0 or max(scene.quoted[end - 2 : end]) < 0:
        return None
    for i in range(colon - 1, first, -1):
        verb = speech_verbs().get(words.lemma[i]) if words.tag[i].startswith("V") else None
        if verb is not None and verb.frames & {"clause", "quote", "strict"}:
            return None
    verbs = (i for i in range(first, colon) if words.tag[i] in FINITE and words.subjects.get(i) in scene.cast.by_head)
    main = next(verbs, None)
    if main is None or any(words.dep[i] == "dobj" and words.head[i] == main for i in range(main, colon)):
        return None
    source = scene.cast.by_head[words.subjects[main]]
    return source if source.kind == "person" else None


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
    """Return the cue of "X's figure was 12", "the count given by X is 12", "a message of X gave 12"."""
    words, last = scene.words, scene.words.bounds_of(noun)[1]
    near = range(noun + 1, min(last, noun + REACH + 1))
    verb = next((i for i in near if _is_main(words, i)), None)
    if (
        verb is None
        or words.lemma[verb] not in speech_nouns("giving")
        or "CD" not in words.tag[verb + 1 : min(last, verb + 5)]
    ):
        return None
    source = _maker(scene, noun) if _directly(words, noun, verb) else None
    given = words.tag[noun + 1] in GIVEN or words.at(noun + 1) in {"by", "from"}
    source = source or (_giver(scene, noun, verb) if given else None)
    return _noun_says(scene, noun, verb, source)


def _reply_cue(scene: Scene, noun: int) -> Cue | None:
    """Return the cue of "X's answer was that ...", "the account of X was this: ...", "X's version: ..."."""
    words, last = scene.words, scene.words.bounds_of(noun)[1]
    by = scene.cast.by_start.get(noun + 2) if words.at(noun + 1) in {"of", "from", "by"} else None
    end = by.tokens.end if by is not None else noun + 1
    verb = next((i for i in range(end, min(last, end + 3)) if words.lemma[i] == "be"), None)
    marks = {"that", ":", "this"} if verb is not None else {":"}
    at = end if verb is None else verb + 1
    if words.at(at) not in marks or (words.at(at) == "this" and words.at(at + 1) != ":"):
        return None
    return _noun_says(scene, noun, at - 1 if verb is None else verb, by or _maker(scene, noun))


def _noun_says(scene: Scene, noun: int, verb: int, source: ActorMention | None) -> Cue | None:
    if source is None or not can_speak(scene.words, source):
        return None
    return Cue(
        verb=verb, start=verb, verb_end=verb + 1, source=source, clause_start=min(noun, source.tokens.start),
        clause_end=verb + 1, frames=frozenset({"object"}),
    )  # fmt: skip


def _maker(scene: Scene, noun: int) -> ActorMention | None:
    """Return X in "X's first count"; a document speaks for whoever made it."""
    own = scene.cast.by_head.get(noun) if scene.words.lemma[noun] in speech_nouns("documents") else None
    return owner_of(scene, noun) or own


def _directly(words: Words, noun: int, verb: int) -> bool:
    return all(words.tag[i] in {"RB", "MD"} or words.lemma[i] == "have" for i in range(noun + 1, verb))


def _is_main(words: Words, verb: int) -> bool:
    """Return whether a finite verb stands at `verb`, or the participle behind its "have"."""
    helper = words.lemma[verb] == "have" and words.tag[verb + 1 : verb + 2] == ["VBN"]
    return (words.tag[verb] in FINITE - GIVEN | {"VBD"} and not helper) or words.lemma[verb - 1] == "have"
