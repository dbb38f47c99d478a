"""What was said: the words that a cue puts on its speaker, in front of it, behind it or around it."""

from dataclasses import dataclass, replace

from tocsin.read._content_end import RELATIVE_OBJECTS, Range, content_end, end_before, trimmed
from tocsin.read._content_opening import COUNTING, EDGES, PHRASE_TAGS, TAIL_LIMIT, opens_content
from tocsin.read._cues import CLOSING, ENDS, Cue
from tocsin.read._mentions import ActorMention
from tocsin.read._notes import note
from tocsin.read._phrases import NOUNS, TIME_WORDS
from tocsin.read._speakers import FINITE, Scene
from tocsin.read._speech import not_speakers, speech_nouns
from tocsin.read._words import Words

TIME_CLAUSES = frozenset({"after", "before", "when", "while"})
DASHES = frozenset({"-", "–", "—"})
INTRODUCING = DASHES | {":", "--"}
OPEN_MARKS = frozenset({'"', "“", "«", "``", "''", "‘", "'"})
ALL_MARKS = OPEN_MARKS | CLOSING | {"’"}
PREPOSITIONS = frozenset(
    {"in", "on", "at", "by", "through", "from", "via", "to", "during",
     "after", "before", "with", "over", "of", "under", "into", "for"}
)  # fmt: skip
QUESTION_TAGS = frozenset({"WP", "WRB"})
LONGEST_DESCRIPTION = 25
LONGEST_ACCUSED = 5
FREE_FRAMES = frozenset({"clause", "quote", "strict"})
RELATIVES_OF_OBJECTS = frozenset({"whom", "that", "which", "who"})
RELATIVE = frozenset({"who", "which", "whose", "where", "whom"})


@note
class Said:
    """A cue with its content. `manner` is what stands between cue and content: audience, time, channel."""

    cue: Cue
    content: tuple[Range, ...]
    manner: Range
    via: tuple[ActorMention, ...] = ()
    postposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What follows a verb: where the manner ends, and where the content starts if it follows."""

    end: int
    content: int | None
    via: tuple[ActorMention, ...] = ()


def contents_of(scene: Scene, cues: list[Cue]) -> list[Said]:
    """Return the cues of one sentence with what each puts on its speaker; content may be empty."""
    said: list[Said] = []
    cues = [c for c in cues if not c.frames or c.detached or c.frames & FREE_FRAMES or _bears(scene, c)]
    for n, cue in enumerate(cues):
        said.append(_content_of(scene, cue, cues[n + 1 :], said))
    return said


def _bears(scene: Scene, cue: Cue) -> bool:
    """Return whether a cue that says nothing by itself ("gave", "put", "made") has content behind it."""
    return _tail(scene, cue, _limit(scene.words, cue)).content is not None


def _content_of(scene: Scene, cue: Cue, later: list[Cue], before: list[Said]) -> Said:
    words = scene.words
    limit = _limit(words, cue)
    first = _left_start(scene, cue, before)
    tail = Tail(end=cue.clause_end, content=None) if cue.detached else _tail(scene, cue, limit)
    left = trimmed(words, (first, cue.clause_start))
    if left is not None and _follows_quote(scene, cue, left[1]):
        tail = replace(tail, end=_next_quote(scene, tail.end, limit), content=None)
    elif left is not None and tail.content is not None and _goes_on(scene, cue, tail.content):
        tail = replace(tail, content=None)
    channel = _channel(scene, (words.bounds_of(cue.verb)[0], cue.clause_start)) if tail.content is not None else ()
    via = tuple(dict.fromkeys((*cue.via, *_carriers(scene, cue), *tail.via, *channel)))
    whole = _inside_relative(scene, cue) is None
    if whole and not cue.shared and tail.content is None and _is_content(scene, left, cue, tail.end):
        right = _right_part(scene, (tail.end, limit), later)
        if right is not None and _follows_quote(scene, cue, left[1] if left else 0) and scene.quoted[right[0]] < 0:
            right = None
        content = tuple(r for r in (left, right) if r is not None)
        return Said(cue=cue, content=content, manner=(cue.verb_end, tail.end), via=via, postposed=True)
    inner = _inside_relative(scene, cue)
    if inner is not None:
        return Said(cue=cue, content=(inner,), manner=(cue.verb_end, inner[0]), via=via)
    start = tail.end if cue.detached else tail.content
    if start is None and cue.denied and before and _is_about_charge(words, cue.clause_start - 1):
        return Said(cue=cue, content=before[-1].content, manner=(cue.verb_end, tail.end), via=via)
    if start is None:
        return Said(cue=cue, content=(), manner=(cue.verb_end, tail.end), via=via)
    end = content_end(scene, cue, (start, limit), later)
    if "responsible" in cue.frames and "responsible" in words.lower[start:limit]:
        end = words.lower.index("responsible", start, limit) + 1
    parts = (_accused(scene, cue, start), trimmed(words, (start, end)))
    return Said(cue=cue, content=tuple(p for p in parts if p), manner=(cue.verb_end, start), via=via)


def _inside_relative(scene: Scene, cue: Cue) -> Range | None:
    """Return the rest of the relative clause that an inserted cue stands in: "men who, according to X, had fled"."""
    words, at = scene.words, cue.clause_start - 1
    at -= int(words.at(at) == ",")
    if not cue.detached or words.at(at) not in RELATIVE or at == words.bounds_of(cue.verb)[0]:
        return None
    verb = words.head[at]
    start = cue.clause_end + int(words.at(cue.clause_end) == ",")
    below = [i for i in range(start, _limit(words, cue)) if _hangs_on(words, i, verb)]
    return trimmed(words, (start, below[-1] + 1)) if verb >= start and below else None


def _hangs_on(words: Words, token: int, verb: int) -> bool:
    for _ in range(TAIL_LIMIT):
        if token == verb:
            return True
        token = words.head[token]
    return False


def _accused(scene: Scene, cue: Cue, start: int) -> Range | None:
    """Return who is accused in front of the cue: "Mali, which it accuses of", "Mali, whose soldiers it accuses of"."""
    words = scene.words
    if "of" not in cue.frames or words.at(start) != "of" or cue.inverted:
        return None
    for i in range(cue.clause_start - 1, max(cue.clause_start - LONGEST_ACCUSED, 0), -1):
        if words.lower[i] == "whose":
            return i, cue.clause_start
        if words.lower[i] in {"which", "whom"}:
            named = scene.cast.by_end.get(i - int(words.at(i - 1) == ","))
            return (named.tokens.start, named.tokens.end) if named is not None else None
    return None


def _is_about_charge(words: Words, at: int) -> bool:
    """Return whether what is denied is what was said before: "which X denied", "a charge (that) X rejects"."""
    noun = at - 1 if words.at(at) == "that" else at
    return words.at(at) in RELATIVE_OBJECTS or words.at(noun) in speech_nouns("claims")


def _ends_quoted(scene: Scene, end: int) -> bool:
    """Return whether a quotation closes at `end` or just behind it."""
    return scene.quoted[end - 1] >= 0 and any(scene.words.at(k) in CLOSING for k in (end - 1, end, end + 1))


def _follows_quote(scene: Scene, cue: Cue, end: int) -> bool:
    """Return whether a cue with its own speaker stands right behind the quotation that ends at `end`."""
    mark = scene.words.at(cue.clause_start - 1)
    return not cue.shared and (mark in CLOSING or mark == ",") and _ends_quoted(scene, end)


def _goes_on(scene: Scene, cue: Cue, content: int) -> bool:
    """Return whether a quotation behind a cue goes on with a sentence begun in front of it: "A, he said, "but B"."""
    words = scene.words
    first = content + 1 if words.at(content) in OPEN_MARKS else content
    behind = (
        words.at(first) != ""
        and scene.quoted[content] >= 0
        and words.at(content - 1) == ","
        and words.text[first][0].islower()
    )
    return behind and not cue.shared and words.at(cue.clause_start - 1) == ","


def _next_quote(scene: Scene, start: int, limit: int) -> int:
    """Return where the next quotation before `limit` opens, or `limit`."""
    return next((i for i in range(start, limit) if scene.quoted[i] >= 0), limit)


def _channel(scene: Scene, span: Range) -> tuple[ActorMention, ...]:
    """Return the outlets that carried "in messages published by X" in front of a cue."""
    words = scene.words
    if not any(words.lemma[i] in speech_nouns("documents") for i in range(*span)):
        return ()
    return tuple(m for m in scene.cast.inside(*span) if m.kind == "media" and words.tag[m.tokens.start] != "PRP$")


def _carriers(scene: Scene, cue: Cue) -> tuple[ActorMention, ...]:
    """Return the outlets between speaker and verb ("X, quoted by a radio station, said"), or behind a document that a
    clause is according to ("according to a statement by X carried by Y").
    """
    if cue.source is None or cue.inverted or cue.shared:
        return ()
    if cue.detached:
        return _behind_document(scene, cue)
    return tuple(m for m in scene.cast.inside(cue.source.tokens.end, cue.start) if m.kind == "media")


def _behind_document(scene: Scene, cue: Cue) -> tuple[ActorMention, ...]:
    words, source = scene.words, cue.source
    if source is None or words.lemma[source.head] not in speech_nouns("documents"):
        return ()
    end = min(_limit(words, cue), source.head + LONGEST_DESCRIPTION)
    carried = (i for i in range(source.head + 1, end) if words.lower[i] in speech_nouns("carriers"))
    at = next((i + 2 for i in carried if words.at(i + 1) in speech_nouns("carried_by")), None)
    outlet = scene.cast.by_start.get(at) if at is not None else None
    return (outlet,) if outlet is not None and outlet.kind == "media" else ()


def _limit(words: Words, cue: Cue) -> int:
    """Return the end of the sentence of a cue, the full stop and white space left out."""
    first, limit = words.bounds_of(cue.verb)
    while limit > first and (words.text[limit - 1].isspace() or words.text[limit - 1] in ENDS):
        limit -= 1
    return limit


def _left_start(scene: Scene, cue: Cue, before: list[Said]) -> int:
    """Return where content in front of the cue may start: behind a semicolon or an earlier cue of the same kind."""
    words = scene.words
    start = words.bounds_of(cue.verb)[0]
    if start == cue.clause_start:
        return _quote_before(scene, start)
    for other in before:
        if other.postposed:
            start = max(start, other.manner[1])
    quoted = scene.quoted[cue.clause_start - 1]
    if quoted >= 0 and words.at(scene.quotes[quoted].start - 1) in INTRODUCING:
        return max(start, scene.quotes[quoted].start)
    if cue.detached and words.at(cue.start) == "by":
        start = _last_participle(words, (start, cue.clause_start))
    for i in range(cue.clause_start - 1, start, -1):
        if (words.text[i] == ";" or (cue.detached and words.text[i] == ":")) and scene.quoted[i] < 0:
            return i + 1
    return start


def _last_participle(words: Words, span: Range) -> int:
    """Return where a participle behind the last comma starts ("..., killing five by the count of X"), or the start."""
    start, end = span
    end -= int(words.at(end - 1) == ",")
    comma = next((i for i in range(end - 1, start, -1) if words.text[i] == ","), start)
    return comma + 1 if words.tag[comma + 1] == "VBG" and words.dep[comma + 1] == "advcl" else start


def _quote_before(scene: Scene, start: int) -> int:
    """Return the start of a quotation that a comma or a question mark ends just before `start`, else `start`."""
    words, at = scene.words, start - 1
    if at < 2 or words.text[at] not in CLOSING or words.text[at - 1] not in {",", "?", "!", "—", "-"}:
        return start
    return scene.quotes[scene.quoted[at]].start if scene.quoted[at] >= 0 else start


def _is_content(scene: Scene, left: Range | None, cue: Cue, end: int) -> bool:
    """Return whether what stands in front of a cue is what was said."""
    if left is None:
        return False
    words = scene.words
    if words.dep[left[0]] == "mark" and words.lower[left[0]] == "that" and words.tag[cue.clause_start - 1] != "IN":
        return True
    mark = words.at(cue.clause_start - 1)
    as_said = mark == "as" and words.at(cue.clause_start - 2) == ","
    if not (cue.inverted or cue.detached or as_said) and mark not in ALL_MARKS | DASHES | {",", "?", "!", ")"}:
        return False
    if any(scene.quoted[i] >= 0 for i in range(*left)) or (end < _limit(words, cue) and _goes_on(scene, cue, end)):
        return True
    if not cue.detached and end < _limit(words, cue) and words.at(end) not in EDGES | ALL_MARKS | TIME_CLAUSES:
        return False
    if any(words.tag[i] in FINITE or words.tag[i] == "VBN" for i in range(*left)):
        return True
    return cue.detached or (words.at(end) == "," and words.at(end + 1) not in OPEN_MARKS)


def _right_part(scene: Scene, rest: Range, later: list[Cue]) -> Range | None:
    """Return what goes on behind a cue in the middle of what was said, or None."""
    words, (start, limit) = scene.words, rest
    mark = words.at(start)
    if mark not in {",", ":"} and mark not in DASHES and mark not in OPEN_MARKS:
        return None
    at = start + 1 if mark not in OPEN_MARKS else start
    if words.at(at) in RELATIVE or any(not c.frames and c.start == at for c in later):
        return None
    later = [c for c in later if c.clause_start >= at]
    if any(c.clause_start <= at + 1 for c in later):
        return None
    if words.at(at) in not_speakers("siblings") and any(c.start > at and not c.shared for c in later):
        return None
    fake = next((c for c in later if c.start > at), None)
    end = limit if fake is None else end_before(words, fake.clause_start)
    end = next((i for i in range(at, end) if words.text[i] == ";" and scene.quoted[i] < 0), end)
    return trimmed(words, (at, end))


def _tail(scene: Scene, cue: Cue, limit: int) -> Tail:
    """Return what follows a cue: audience, channel and time, then the content if it is there."""
    words = scene.words
    if cue.inverted:
        return _tail_of_inversion(scene, cue, limit)
    at = cue.verb_end
    via: list[ActorMention] = []
    if "whom" in cue.frames and "infinitive" not in cue.frames:
        heard, end = _audience(scene, at, limit)
        via.extend(heard)
        at = end
    elif "infinitive" in cue.frames:
        asked = scene.cast.by_start.get(at)
        if asked is not None and words.at(asked.tokens.end) == "that":
            at = asked.tokens.end
    against = words.lower.index("against", at, limit) if "against" in words.lower[at : min(limit, at + 6)] else None
    if "against" in cue.frames and against is not None and all(t in PHRASE_TAGS for t in words.tag[at:against]):
        return Tail(end=against, content=against + 1, via=tuple(via))
    if "idiom" in cue.frames:
        that = next((i for i in range(at, min(limit, at + 5)) if words.lower[i] == "that"), None)
        known = that is not None and words.at(that - 1) in speech_nouns("felt")
        return Tail(end=at, content=that + 1 if that is not None and known else None)
    for _ in range(TAIL_LIMIT):
        if at >= limit or (words.text[at] == ";" and scene.quoted[at] < 0):
            break
        start = _content_here(scene, cue, at, limit)
        if start is not None and start >= limit:
            break
        if start is not None and words.at(cue.clause_start - 1) in RELATIVES_OF_OBJECTS and words.tag[start] in FINITE:
            break
        if start is not None:
            via.extend(m for m in scene.cast.inside(at, start) if m.kind == "media")
            return Tail(end=start, content=start, via=tuple(via))
        step = _skip(scene, at, limit)
        if step == at:
            break
        via.extend(m for m in scene.cast.inside(at, step) if m.kind == "media")
        at = step
    return Tail(end=at, content=None, via=tuple(via))


def _tail_of_inversion(scene: Scene, cue: Cue, limit: int) -> Tail:
    """Return what follows "said the minister": nothing that belongs to the content but another quotation."""
    words, at = scene.words, cue.clause_end
    mark = words.at(cue.start - 1)
    while at < limit and words.text[at] != ",":
        if scene.quoted[at] >= 0:
            break
        at += 1
    stop = limit if mark in CLOSING and all(scene.quoted[i] < 0 for i in range(at, limit)) else at
    return Tail(end=stop, content=None)


def _audience(scene: Scene, at: int, limit: int) -> tuple[list[ActorMention], int]:
    """Return the outlet that was told, if any, and the end of the addressee."""
    words, heard = scene.words, scene.cast.by_start.get(at)
    if heard is not None:
        return ([heard] if heard.kind == "media" else []), _behind_description(words, heard.tokens.end, limit)
    end = at
    while (
        end < limit
        and words.tag[end] in PHRASE_TAGS
        and not (words.text[end] == "that" and words.dep[end] == "mark")
        and not _opens_phrase(words, end, at)
    ):
        end += 1
    return [], end


def _behind_description(words: Words, end: int, limit: int) -> int:
    """Return the end of an addressee with what describes it: "told the Echo, a paper read in the north, that ..."."""
    if words.at(end) == "'s":
        return next((i for i in range(end, min(limit, end + LONGEST_ACCUSED * 2)) if words.lower[i] == "that"), end)
    if words.at(end) != ",":
        return end
    commas = (i for i in range(end + 1, min(limit, end + LONGEST_DESCRIPTION)) if words.text[i] == ",")
    return next((i + 1 for i in commas if words.at(i + 1) == "that"), end)


def _content_here(scene: Scene, cue: Cue, at: int, limit: int) -> int | None:
    """Return where the content starts if it does at `at`, else None."""
    words = scene.words
    word, tag = words.lower[at], words.tag[at]
    if cue.frames <= COUNTING:
        return at if opens_content(scene, cue, at, limit) else None
    if scene.quoted[at] >= 0:
        return at
    if word in speech_nouns("carriers") and words.lemma[at - 1] in speech_nouns("documents"):
        return None
    if word == ":" or (word == "that" and (tag in {"IN", "WDT"} or words.dep[at] == "mark")):
        return at + 1
    if word == ",":
        return _behind_comma(scene, at, limit)
    if word == "of" and "whom" in cue.frames:
        return at + 1
    if word == "of" and "of" in cue.frames:
        return at
    if (tag in QUESTION_TAGS and (word != "when" or "clause" in cue.frames)) or word in {"whether", "if"}:
        return at
    if tag == "TO":
        return at if cue.frames & {"infinitive", "told"} or words.at(at + 1) == "be" else None
    if word == "for" and "for" in cue.frames:
        return at + 1
    hedged = word == "at" and words.at(at + 1) in {"least", "most"}
    if (
        not hedged
        and word in PREPOSITIONS
        and at > cue.verb_end - 1
        and tag in {"IN", "TO", "RP"}
        and (cue.verb_end - cue.verb == 1 or "heard" in cue.frames)
    ):
        return at + 1 if word == "of" and cue.frames & {"infinitive", "object"} else None
    if _is_manner(words, at):
        return None
    return at if opens_content(scene, cue, at, limit) else None


def _is_manner(words: Words, at: int) -> bool:
    """Return whether a time or an adverb stands between cue and content: "said once more that", "said Friday"."""
    after = words.tag[at + 1 : at + 2]
    if words.tag[at] == "RBR":
        return words.at(at + 1) == "that"
    return (words.lower[at] in TIME_WORDS and words.at(at + 1) != "'s") or (words.tag[at] == "RB" and after != ["JJ"])


def _behind_comma(scene: Scene, at: int, limit: int) -> int | None:
    """Return where the content starts behind a comma: a quotation, or behind an insertion that "that" or a colon ends
    (", however, that", ", in a statement:").
    """
    words = scene.words
    if at + 1 < limit and scene.quoted[at + 1] >= 0:
        return at + 1
    for i in range(at + 1, min(limit, at + 14)):
        if words.text[i] == ":":
            return i + 1
        if words.text[i] == "," and words.at(i + 1) == "that":
            return i + 2
        if words.tag[i] in FINITE:
            return None
    return None


def _skip(scene: Scene, at: int, limit: int) -> int:
    """Return the end of the adverb, time or prepositional phrase at `at`; `at` itself where there is none."""
    words = scene.words
    word, tag = words.lower[at], words.tag[at]
    if tag in {"RB", "RP", "RBR"} or (word in TIME_WORDS and words.at(at + 1) != "'s"):
        return at + 1
    if word in {"last", "this", "next", "late", "early", "earlier", "later", "that", "the"} and _time_end(
        words, at, limit
    ):
        return _time_end(words, at, limit)
    if word in speech_nouns("carriers") and tag in {"VBN", "VBD"}:
        return at + 1
    if word not in PREPOSITIONS or (word in {"before", "after"} and words.tag[at + 1 : at + 2] == ["VBG"]):
        return at
    found = scene.cast.by_start.get(at + 1)
    if found is not None and found.tokens.end <= limit:
        return _behind_possessive(words, found.tokens.end, limit)
    end = at + 1
    while end < limit and _in_phrase(words, end) and not _opens_phrase(words, end, at + 1):
        end += 1
    return _behind_possessive(words, end, limit) if end > at + 1 else at


def _behind_possessive(words: Words, end: int, limit: int) -> int:
    """Return the end of what belongs to the mention that ends at `end`: "on the radio's “Morning Hour.”"."""
    if "POS" not in words.tag[end - 1 : end + 1]:
        return end
    while end < limit and (words.tag[end] in PHRASE_TAGS or words.text[end] in ALL_MARKS | {"."}):
        end += 1
    return end


def _in_phrase(words: Words, token: int) -> bool:
    tag, after = words.tag[token], words.tag[token + 1 : token + 2]
    return tag in PHRASE_TAGS or (tag == "VBN" and after != [] and after[0] in NOUNS)


def _opens_phrase(words: Words, token: int, start: int) -> bool:
    """Return whether a new noun phrase opens at `token`, which follows the start of another."""
    return token > start and (words.lower[token] == "that" or words.tag[token] in {"DT", "PRP$", "PRP"})


def _time_end(words: Words, at: int, limit: int) -> int:
    """Return the end of "last week", "late on Sunday"; 0 where no time word follows."""
    return next((i + 1 for i in range(at + 1, min(limit, at + 4)) if words.lower[i] in TIME_WORDS), 0)


def widen(scene: Scene, said: Said) -> Said:
    """Return `said` with the whole of each quotation that its content begins or ends in the middle of."""
    content = []
    for start, end in said.content:
        first, last = scene.quoted[start], scene.quoted[end - 1]
        low = min(start, scene.quotes[first].start) if first >= 0 else start
        high = max(end, scene.quotes[last].end) if last >= 0 else end
        content.append((low, high))
    return replace(said, content=tuple(content))
