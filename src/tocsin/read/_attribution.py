"""Statements: who said what, through whom, in direct and indirect speech."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tocsin.core.claim import SourceKind
from tocsin.core.document import Span
from tocsin.core.values import When
from tocsin.read._cast import cast_of
from tocsin.read._content import Said, contents_of, widen
from tocsin.read._content_end import Range
from tocsin.read._coreference import name_key
from tocsin.read._cues import Cue, find_cues, sentence_cues
from tocsin.read._gapped_cues import gapped_cues
from tocsin.read._hearing_cues import hearing_cues
from tocsin.read._mentions import ActorMention, StatementMention, TimeMention
from tocsin.read._nominal_cues import nominal_cues
from tocsin.read._parse import Page
from tocsin.read._quotes import Quote, find_quotes
from tocsin.read._speakers import JOINT_CHAINS, Scene, maker_of, scene_of
from tocsin.read._speech import speech_nouns
from tocsin.read._words import read_words

WRAPPING_SHARE = 0.75
SENTENCE_QUOTE_TOKENS = 4
NEAR = 12
ACTS = frozenset({"demand", "promise"})
OWNERS = frozenset({"its", "their", "his", "her"})
SINGLE_MARKS = frozenset("'‘’")
Link = tuple[str, SourceKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a statement is set against: the one around it, all others, the times and the acronyms of the page.

    `parts` are those that are only part of the one around them.
    """

    outer: dict[int, Said | None]
    times: Sequence[TimeMention]
    every: list[Said]
    acronyms: dict[int, str]
    parts: set[int]


def find_statements(
    page: Page, actors: Sequence[ActorMention], times: Sequence[TimeMention] = ()
) -> list[StatementMention]:
    """Return the statements of `page` in the order of the text. `actors` are those of `find_actors`."""
    words = read_words(page)
    scene = scene_of(words, cast_of(list(actors)), find_quotes(words))
    by_verb = {c.verb: c for c in (*find_cues(scene), *nominal_cues(scene), *hearing_cues(scene))}
    cues = [by_verb[verb] for verb in sorted(by_verb)]
    cues = sorted((*cues, *gapped_cues(scene, cues)), key=lambda c: c.verb)
    said = [widen(scene, s) for group in sentence_cues(cues, words) for s in contents_of(scene, group)]
    said = _with_loose_quotes(scene, said)
    said = _with_answers(scene, said)
    said = [s for s in said if not _is_told_within(s, said)]
    every = list(said)
    said = _with_carriers(scene, [s for s in said if s.content])
    outer = {id(s): _enclosing(s, said[max(0, n - NEAR) : n + NEAR]) for n, s in enumerate(said)}
    parts = {id(s) for s in said if (o := outer[id(s)]) is not None and _is_part(scene, s, o)}
    wraps = {id(o) for s in said if (o := outer[id(s)]) is not None and id(s) not in parts and _fills(s, o)}
    context = Context(outer=outer, times=times, every=every, acronyms=_acronyms(scene), parts=parts)
    return [_statement(page, scene, s, context) for s in said if id(s) not in wraps]


def _is_told_within(inner: Said, said: list[Said]) -> bool:
    """Return whether what is held, or counted by the speaker, is part of what is said: "he said he had counted 12"."""
    if inner.cue.frames.isdisjoint({"held", "tally", "number", "bare"}):
        return False
    outer, source = _enclosing(inner, said), inner.cue.source
    return outer is not None and ("held" in inner.cue.frames or _same_source(source, outer.cue.source))


def _is_part(scene: Scene, inner: Said, outer: Said) -> bool:
    """Return whether what somebody asked for, offered or promised is but an act that `outer` tells of ("an aide said
    they asked for arms"), or the speaker's own name for something ("called for an end to what it called a siege").

    "He said they warned that" and a quotation hand on what they said.
    """
    words, cue = scene.words, inner.cue
    if "as" in cue.frames and cue.verb_end == cue.verb + 1:
        return _same_source(cue.source, outer.cue.source)
    start = inner.content[0][0]
    return cue.stance in ACTS and words.at(start - 1) != "that" and scene.quoted[start] < 0


def _same_source(left: ActorMention | None, right: ActorMention | None) -> bool:
    return left is not None and right is not None and left.chain == right.chain


def _with_carriers(scene: Scene, said: list[Said]) -> list[Said]:
    """Return `said` with the carrier of a statement handed on to what its speaker, as "he" or "it", says next to it."""
    found: list[Said] = []
    for item in said:
        one = item
        last = found[-1] if found else None
        source, before = one.cue.source, last.cue.source if last is not None else None
        goes_on = source is not None and before is not None and source.chain == before.chain
        taken_up = source is not None and (one.cue.shared or scene.words.tag[source.head] == "PRP")
        if last is not None and last.via and goes_on and taken_up and not one.via and _next_to(scene, last, one):
            one = replace(one, via=last.via)
        found.append(one)
    return found


def _with_answers(scene: Scene, said: list[Said]) -> list[Said]:
    """Return `said` with each bare denial ("X denies it") given what was said right before it."""
    found: list[Said] = []
    for one in said:
        before = next((s for s in reversed(found) if s.content and s.cue.source is not one.cue.source), None)
        bare = one.cue.denied and before is not None and _is_bare(scene, one) and _next_to(scene, before, one)
        found.append(replace(one, content=before.content, postposed=False) if before is not None and bare else one)
    return found


def _is_bare(scene: Scene, said: Said) -> bool:
    """Return whether a denial has for content nothing but a word that points back."""
    return not said.content and scene.words.at(said.cue.verb_end) in {"it", "this", "that", "them"}


def _next_to(scene: Scene, left: Said, right: Said) -> bool:
    words = scene.words
    return words.sentence[right.cue.verb] - words.sentence[left.cue.verb] <= 2


def _with_loose_quotes(scene: Scene, said: list[Said]) -> list[Said]:
    """Return `said` with the quotations that no cue has taken, each given to the cue beside it."""
    taken = [r for s in said for r in s.content]
    for n, quote in enumerate(scene.quotes):
        if any(start < quote.end and quote.start < end for start, end in taken) or not _is_speech(scene, quote):
            continue
        holder = _holder(scene, said, n)
        if holder is None:
            continue
        index, own = holder
        span = (quote.start, quote.end)
        taken.append(span)
        if own:
            said[index] = replace(said[index], content=tuple(sorted((*said[index].content, span))))
        else:
            said.insert(
                index + 1, replace(said[index], content=(span,), manner=(quote.start, quote.start), postposed=False)
            )
    return said


def _is_speech(scene: Scene, quote: Quote) -> bool:
    """Return whether a quotation is a sentence of its own, and not a few words in inverted commas."""
    words = scene.words
    first = words.bounds_of(quote.start)[0]
    opens = all(words.text[i].isspace() for i in range(first, quote.start))
    return opens and quote.end - quote.start > SENTENCE_QUOTE_TOKENS


def _holder(scene: Scene, said: list[Said], number: int) -> tuple[int, bool] | None:
    """Return the statement that a quotation without cue belongs to, and whether it goes on with it or is a new one."""
    words, quote = scene.words, scene.quotes[number]
    sentence, last = words.sentence[quote.start], words.sentence[quote.end - 1]
    for n, one in enumerate(said):
        soon = {last} if _goes_on_from(scene, said[:n], quote) else {last, last + 1}
        follows = words.sentence[one.cue.verb] in soon and one.cue.verb >= quote.end
        opens = one.cue.clause_start <= max(quote.end, words.bounds_of(one.cue.verb)[0]) + 1
        if (
            not one.content
            and follows
            and opens
            and words.paragraph[last] == words.paragraph[words.sentence[one.cue.verb]]
        ):
            return n, True
    before = [n for n, one in enumerate(said) if max(_ends(one)) <= quote.start]
    if not before:
        return None
    n = max(before, key=lambda k: max(_ends(said[k])))
    end = max(_ends(said[n]))
    near = words.sentence[end - 1] >= sentence - 1
    if not near:
        return None
    open_before = number > 0 and not scene.quotes[number - 1].closed
    same = words.paragraph[sentence] == words.paragraph[words.sentence[end - 1]]
    quoted = any(scene.quoted[start] >= 0 for start, _ in said[n].content) or not said[n].content
    return n, quoted and (same or open_before)


def _goes_on_from(scene: Scene, said: list[Said], quote: Quote) -> bool:
    """Return whether the sentence before in the paragraph quotes somebody too: '"A," he said. "B."'."""
    words, sentence = scene.words, scene.words.sentence[quote.start]
    last = next((s for s in reversed(said) if s.content and s.cue.verb < quote.start), None)
    if last is None or words.sentence[last.cue.verb] != sentence - 1:
        return False
    quoted = any(scene.quoted[start] >= 0 for start, _ in last.content)
    return quoted and words.paragraph[sentence] == words.paragraph[sentence - 1]


def _ends(said: Said) -> list[int]:
    return [said.cue.clause_end, said.manner[1], *(end for _, end in said.content)]


def _enclosing(inner: Said, said: list[Said]) -> Said | None:
    """Return the smallest other statement whose content holds the cue of `inner`."""
    around = [
        o
        for o in said
        if o is not inner and any(s <= inner.cue.verb < e for s, e in o.content) and not _holds(inner, o.cue.verb)
    ]
    return min(around, key=lambda o: sum(e - s for s, e in o.content), default=None)


def _holds(said: Said, token: int) -> bool:
    return any(s <= token < e for s, e in said.content)


def _fills(inner: Said, outer: Said) -> bool:
    """Return whether `outer` says nothing but that `inner` was said."""
    covered = sum(e - s for s, e in inner.content) + inner.manner[1] - min(inner.cue.clause_start, inner.manner[0])
    return covered >= WRAPPING_SHARE * sum(e - s for s, e in outer.content)


def _statement(page: Page, scene: Scene, said: Said, context: Context) -> StatementMention:
    speaker = _speaker(scene, said.cue, context.every)
    chain = _chain(page, scene, said, context)
    return StatementMention(
        content=" ".join(_clean(_text(page, r)) for r in said.content),
        quote=_quoted(page, scene, said.content),
        speaker=speaker,
        chain=chain,
        role=speaker.role if speaker is not None else None,
        affiliation=speaker.affiliation if speaker is not None else None,
        when=_when(said, context.times),
        spans=_spans(page, scene, said, speaker),
        content_tokens=said.content,
        cue=said.cue.verb,
        denied=said.cue.denied,
        is_part=id(said) in context.parts,
    )


def _speaker(scene: Scene, cue: Cue, said: list[Said]) -> ActorMention | None:
    """Return who speaks: for a statement or message, whoever made it or spoke last before it."""
    source, words = cue.source, scene.words
    described = _described(scene, cue)
    if described is not None:
        return described
    documents = speech_nouns("documents")
    same = (m for m in scene.cast.mentions if source is not None and m.chain == source.chain)
    document = next((m for m in same if words.lemma[m.head] in documents), None)
    if source is None or document is None:
        return source
    maker = maker_of(scene, document)
    if maker is not None:
        return maker
    before = [s for s in said if s.cue.verb < min(cue.start, source.tokens.start) and s.cue.source is not None]
    near = [
        s
        for s in before[-4:]
        if words.sentence[cue.verb] - words.sentence[s.cue.verb] <= 3 and s.cue.source is not source
    ]
    named = [s for s in near if words.lemma[document.head] in words.lemma[slice(*s.manner)]]
    start = document.tokens.start
    owned = words.at(start - 1) in OWNERS or words.at(start) in OWNERS
    last = (named or near)[-1:] if owned or words.at(start) in {"the", "this", "that"} else []
    return last[0].cue.source if last else source


def _described(scene: Scene, cue: Cue) -> ActorMention | None:
    """Return who "one of them, a market trader, said" is: the description between the commas."""
    words, source = scene.words, cue.source
    if source is None or words.lower[source.tokens.start] not in {"one", "another"} or source.proper:
        return None
    end = source.tokens.end
    if words.at(end) != "," or words.at(cue.start - 1) != "," or words.at(end + 1) not in {"a", "an"}:
        return None
    tokens = source.tokens.doc[end + 1 : cue.start - 1]
    return replace(source, tokens=tokens, name=tokens.text, chain=JOINT_CHAINS + end, source="person")


def _chain(page: Page, scene: Scene, said: Said, context: Context) -> tuple[Link, ...]:
    """Return the speakers from the innermost outwards, the publisher left out."""
    links: list[Link] = []
    words = scene.words
    aliases = context.acronyms
    publisher = name_key(page.document.publisher or "")
    step: Said | None = said
    while step is not None and len(links) < 6:
        speaker = _speaker(scene, step.cue, context.every)
        found = ([speaker] if speaker is not None else []) + list(step.via)
        for mention in found:
            acronym = aliases.get(mention.chain)
            name = mention.name if acronym is None or acronym in mention.name else f"{mention.name} ({acronym})"
            link = (name, mention.source)
            if words.lower[mention.tokens.start] in {"this", "our"} and links:
                continue
            if all(name != known for known, _ in links) and (not links or name_key(mention.name) != publisher):
                links.append(link)
        step = context.outer.get(id(step))
    return tuple(links)


def _acronyms(scene: Scene) -> dict[int, str]:
    """Return the acronym of each chain that has one."""
    found = {}
    for mention in scene.cast.mentions:
        last = scene.words.text[mention.tokens.end - 1]
        if mention.proper and last.isupper() and last.isalpha() and len(last) > 1 and len(mention.tokens) < 3:
            found[mention.chain] = last
    return found


def _text(page: Page, span: Range) -> str:
    tokens = page.doc[span[0] : span[1]]
    return page.document.text[tokens.start_char : tokens.end_char]


def _clean(text: str) -> str:
    """Return content without white space runs and without quotation marks that enclose it whole."""
    text = " ".join(text.split())
    text = text.removeprefix("''").removesuffix("''")
    if text[:1] in SINGLE_MARKS and text[-1:] in SINGLE_MARKS:
        text = text[1:-1].rstrip(",")
    inner = text.strip('"“”«»').rstrip(",")
    return inner if not set(inner) & set('"“”«»') else text.rstrip(",")


def _quoted(page: Page, scene: Scene, content: tuple[Range, ...]) -> str | None:
    """Return the words of the content that stand within quotation marks."""
    parts = []
    for quote in scene.quotes:
        if any(start <= quote.start and quote.end <= end for start, end in content):
            parts.append(_clean(_text(page, (quote.start, quote.end))))
    return " ".join(parts) or None


def _when(said: Said, times: Sequence[TimeMention]) -> When | None:
    """Return the time of saying, where it stands between speaker and content."""
    low, high = min(said.cue.clause_start, said.manner[0]), said.manner[1]
    inside = [t for t in times if low <= t.tokens.start and t.tokens.end <= high and not t.is_duration]
    return inside[0].when if inside else None


def _spans(page: Page, scene: Scene, said: Said, speaker: ActorMention | None) -> tuple[Span, ...]:
    """Return the places of the content, of the cue, of the source and, where it is another, of the speaker.

    Where the words for the speaker share none with its name, the first mention by name is one more.
    """
    ranges = [*said.content, (said.cue.start, max(said.cue.verb + 1, said.cue.start + 1))]
    named = [m.tokens for m in (said.cue.source, speaker) if m is not None]
    ranges.extend((tokens.start, tokens.end) for tokens in named)
    if speaker is not None and not any(_shares_a_word(t.text, speaker.name) for t in named):
        called = (m for m in scene.cast.mentions if m.chain == speaker.chain and _shares_a_word(m.tokens.text, m.name))
        ranges.extend((m.tokens.start, m.tokens.end) for m in islice(called, 1))
    return tuple(dict.fromkeys(page.span(page.doc[start:end]) for start, end in ranges))


def _shares_a_word(words: str, name: str) -> bool:
    return bool(set(name_key(words).split()) & set(name_key(name).split()))
