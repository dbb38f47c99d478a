"""Who speaks: the subject of a verb of saying, some of a whole, several together, the maker of a document."""

from dataclasses import dataclass, replace

from tocsin.read._cast import Cast
from tocsin.read._mentions import ActorMention
from tocsin.read._quotes import Quote
from tocsin.read._speech import not_speakers, speech_nouns
from tocsin.read._words import Words

HELPER_LEMMAS = frozenset({"be", "have", "do"})
SHORT = frozenset({"'s", "'re", "'m", "'ve", "'d"})
AUXILIARIES = frozenset({"aux", "auxpass"})
HELPER_TAGS = frozenset({"RB", "RBR", "MD", "TO"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SPEAKERS_ONLY = frozenset({"i", "we", "you", "me", "us"})
MARKS = frozenset({",", '"', "”", "''", "?", "!", "’", "'", "»"})
EARLIER_TOKENS = 120
JOINT_CHAINS = 1_000_000
LONGEST_SOME = 5
AFTER_WHICH_NONE_SPEAKS = frozenset({"of", "in", "at", "for", "by", "with", "from", "near", "to", "on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that the search for statements looks at. `quoted` numbers the quotation each token lies in; -1 for none."""

    words: Words
    cast: Cast
    quotes: tuple[Quote, ...]
    quoted: list[int]


def scene_of(words: Words, cast: Cast, quotes: tuple[Quote, ...]) -> Scene:
    """Return the scene in which statements are looked for."""
    quoted = [-1] * len(words.text)
    for n, quote in enumerate(quotes):
        quoted[quote.start : quote.end] = [n] * (quote.end - quote.start)
    return Scene(words=words, cast=cast, quotes=quotes, quoted=quoted)


def group_start(words: Words, verb: int) -> int:
    """Return where the auxiliaries and adverbs in front of `verb` start."""
    first = words.bounds_of(verb)[0]
    start = verb
    while start > first and (words.tag[start - 1] in HELPER_TAGS or _helps(words, start - 1)):
        start -= 1
    return start


def _helps(words: Words, token: int) -> bool:
    return words.lemma[token] in HELPER_LEMMAS or (words.lower[token] in SHORT and words.dep[token] in AUXILIARIES)


def can_speak(words: Words, source: ActorMention) -> bool:
    """Return whether `source` is something that can say anything."""
    head = words.lemma[source.head]
    return head not in not_speakers() and not set(words.lower[source.tokens.start : source.tokens.end]) & not_speakers(
        "nobody"
    )


def source_before(scene: Scene, verb: int, start: int) -> ActorMention | None:
    """Return the subject of `verb`: the phrase that ends where the verb group starts, else what the parser says."""
    words, cast = scene.words, scene.cast
    if words.at(start - 1) in {"who", "which"} and words.subjects.get(verb, start - 1) == start - 1:
        end = start - 2 if words.at(start - 2) == "," else start - 1
        return cast.by_end.get(end)
    near = cast.by_end.get(start)
    before = words.at(near.tokens.start - 1) if near is not None else ""
    if near is not None and before not in AFTER_WHICH_NONE_SPEAKS:
        return near
    if near is not None and before == "of" and (some := some_of(scene, near)) is not None:
        return some
    subject = words.subjects.get(verb)
    if subject is not None and subject < verb and words.sentence[subject] == words.sentence[verb]:
        found = cast.by_head.get(subject)
        if found is not None and words.lower[subject] == "one" and words.at(subject + 1) == "of":
            tokens = found.tokens.doc[found.tokens.start : max(start, found.tokens.end)]
            return replace(found, tokens=tokens, name=tokens.text) if len(tokens) <= LONGEST_SOME else found
        if found is not None or words.lower[subject] in SPEAKERS_ONLY:
            return found
        counted = words.tag[subject] == "CD" or words.lower[subject] in not_speakers("shares")
        if counted and words.lemma[verb] in not_speakers("strong"):
            return _number_of(scene, subject, start)
    return _across_commas(scene, start)


def _number_of(scene: Scene, subject: int, end: int) -> ActorMention | None:
    """Return "about 40 percent", "one in four" before a verb at `end` as a mention; None where it is a long way off."""
    words, first = scene.words, subject
    while words.tag[first - 1] in {"CD", "DT", "JJ", "RB", "IN"} and first > words.bounds_of(subject)[0]:
        first -= 1
    if end - first > LONGEST_SOME or not scene.cast.mentions:
        return None
    tokens = scene.cast.mentions[0].tokens.doc[first:end]
    return ActorMention(
        tokens=tokens, head=subject, name=tokens.text, chain=JOINT_CHAINS + first, kind="people", country=None,
        proper=False, plural=True,
    )  # fmt: skip


def some_of(scene: Scene, whole: ActorMention) -> ActorMention | None:
    """Return "one of the prisoners", "four of the states" as a mention of its own; None for the rest."""
    words, at = scene.words, whole.tokens.start - 2
    if words.tag[at] != "CD" and words.at(at) not in not_speakers("some"):
        return None
    while words.tag[at - 1] in {"CD", "DT", "JJ"} and at - 1 >= words.bounds_of(whole.tokens.start)[0]:
        at -= 1
    name = f"{words.verbatim(at, whole.tokens.start - 1)} of {whole.name}"
    tokens = whole.tokens.doc[at : whole.tokens.end]
    return replace(whole, tokens=tokens, name=name, chain=JOINT_CHAINS + at, proper=False, role=None, affiliation=None)


def _across_commas(scene: Scene, start: int) -> ActorMention | None:
    """Return the speaker in "X, who lost two sons, said": the subject-like phrase before a bracketing comma."""
    words = scene.words
    if words.at(start - 1) not in {",", ")", "-", "–", "—"}:
        return None
    first = words.bounds_of(start)[0]
    mates = [m for m in scene.cast.mentions if first <= m.tokens.start < start - 1]
    opening = [
        m
        for m in mates
        if words.at(m.tokens.end) in {",", "(", "-", "–", "—"} and words.tag[m.tokens.start - 1] != "IN"
    ]
    return opening[0] if opening else None


def owner_of(scene: Scene, noun: int) -> ActorMention | None:
    """Return X in "X's account", "X's first count"."""
    words, mark = scene.words, noun - 1
    while words.tag[mark] == "JJ":
        mark -= 1
    return scene.cast.by_end.get(mark) if words.tag[mark] == "POS" else None


def joined(scene: Scene, source: ActorMention, *, forward: bool) -> ActorMention:
    """Return `source` with the speakers coordinated with it ("two residents and a nurse"), as one mention."""
    words, cast = scene.words, scene.cast
    if forward:
        other = cast.by_start.get(source.tokens.end + 1) if words.at(source.tokens.end) == "and" else None
        return _pair(source, other) if other is not None else source
    before = source.tokens.start - 1
    other = cast.by_end.get(before) if words.at(before) == "and" else None
    if other is None:
        return source
    mark = words.at(other.tokens.start - 1)
    tied = words.dep[source.head] == "conj" and words.head[source.head] == other.head
    opens = other.tokens.start == words.bounds_of(before)[0] or mark in MARKS | {";", "-", "–", "—"}
    return _pair(other, source) if tied or opens else source


def _pair(left: ActorMention, right: ActorMention) -> ActorMention:
    tokens = left.tokens.doc[left.tokens.start : right.tokens.end]
    name, number = f"{left.name} and {right.name}", JOINT_CHAINS + left.tokens.start
    return replace(left, tokens=tokens, name=name, chain=number, proper=False, plural=True, role=None, affiliation=None)


def maker_of(scene: Scene, document: ActorMention) -> ActorMention | None:
    """Return who made the statement, message or report that is given as speaker; None where the text does not tell."""
    words = scene.words
    earlier = _earlier_maker(scene, document)
    if earlier is not None:
        return earlier
    inner = scene.cast.inside(document.tokens.start, document.tokens.end)
    for mention in inner:
        after_by = words.at(mention.tokens.start - 1) in speech_nouns("makers")
        if mention is not document and (after_by or words.tag[mention.tokens.end : mention.tokens.end + 1] == ["POS"]):
            return mention
    for at in range(document.tokens.end, min(len(words.lower), document.tokens.end + 10)):
        if words.tag[at] in FINITE and words.lower[at] not in speech_nouns("carriers"):
            break
        by = words.at(at) in {"by", "from"} or (words.at(at) == "of" and words.at(at - 1) in speech_nouns("made_for"))
        found = scene.cast.by_start.get(at + 1)
        if by and found is not None and found.kind != "media":
            return found
    return None


def _earlier_maker(scene: Scene, document: ActorMention) -> ActorMention | None:
    """Return the maker of "the message" where "a message by X" was spoken of before."""
    words, start = scene.words, document.tokens.start
    if words.lower[start] not in {"the", "this", "that"}:
        return None
    for i in range(start - 1, max(0, start - EARLIER_TOKENS), -1):
        if words.lemma[i] == words.lemma[document.head] and words.at(i + 1) in speech_nouns("makers"):
            return scene.cast.by_start.get(i + 2)
    return None
