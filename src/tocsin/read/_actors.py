"""Mentions of people, groups and organisations in a page, those that stand for the same actor in one chain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tocsin.core.claim import SourceKind
from tocsin.core.values import ActorKind
from tocsin.core.vocabulary import toml_table
from tocsin.read._coreference import Draft, link
from tocsin.read._kinds import Description, describe, nouns
from tocsin.read._mentions import ActorMention
from tocsin.read._names import Names, find_names
from tocsin.read._parse import Page
from tocsin.read._phrases import Phrase, find_phrases
from tocsin.read._speech import not_speakers, speech_verbs
from tocsin.read._words import Words, read_words

T = TypeVar("T")
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})
HELPERS = frozenset({"RB", "MD", "VBZ", "VBP", "VBD", "VBN"})
ARTICLES = ("the ", "a ", "an ")
OWNED = frozenset({"for", "of", "to", "from", "with"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What all mentions of an actor together tell."""

    name: str
    kind: ActorKind | None
    country: str | None
    role: str | None
    source: SourceKind
    proper: bool


def find_actors(page: Page) -> list[ActorMention]:
    """Return the noun phrases of `page` that name or describe somebody, in the order of the text."""
    words = read_words(page)
    names = find_names(words)
    drafts = _drafts(words, names)
    chains = link(drafts, _appositions(words, drafts), names.aliases)
    members: dict[int, list[Draft]] = {}
    for draft, chain in zip(drafts, chains, strict=True):
        members.setdefault(chain, []).append(draft)
    profiles = {chain: _profile(drafts_of) for chain, drafts_of in members.items()}
    starts = {d.phrase.start: chain for d, chain in zip(drafts, chains, strict=True)}
    return [
        _mention(page, words, (draft, chain), (profiles, starts))
        for draft, chain in zip(drafts, chains, strict=True)
        if any(d.about.is_actor and not d.about.pronoun for d in members[chain]) or draft.about.kind == "person"
    ]


def _drafts(words: Words, names: Names) -> list[Draft]:
    """Return the phrases that may stand for somebody, with what coreference has to know about each."""
    found = []
    for phrase in find_phrases(words, names):
        about = describe(words, names, phrase)
        speaks = _speaks(words, phrase)
        if not about.is_actor and speaks and about.lemma not in not_speakers():
            about = replace(
                about,
                is_actor=True,
                kind=about.kind or (None if about.place else "people" if about.plural else "person"),
            )
        subject = words.dep[phrase.head] in SUBJECT_DEPS
        if _is_candidate(words, phrase, about):
            found.append(_draft(words, phrase, about, (subject or speaks, speaks)))
    return found


def _draft(words: Words, phrase: Phrase, about: Description, place: tuple[bool, bool]) -> Draft:
    number = words.sentence[phrase.start]
    core = tuple(words.lower[phrase.start : phrase.core_end])
    text = words.verbatim(phrase.start, phrase.end)
    return Draft(
        phrase=phrase,
        about=about,
        sentence=number,
        paragraph=words.paragraph[number],
        core=core,
        text=text,
        subject=place[0],
        speaks=place[1],
    )


def _speaks(words: Words, phrase: Phrase) -> bool:
    """Return whether `phrase` is the subject of a verb of saying, by the parse or by standing next to it."""
    verbs = speech_verbs()
    above = words.head[phrase.head]
    if words.dep[phrase.head] in SUBJECT_DEPS and words.lemma[above] in verbs and words.tag[above].startswith("V"):
        return True
    at = phrase.end
    if words.tag[phrase.start - 1] in {"IN", "TO", "RP"} or words.at(phrase.start) in not_speakers("nobody"):
        return False
    while words.at(at) and words.tag[at] in HELPERS and words.lemma[at] not in verbs and at - phrase.end < 3:
        at += 1
    if words.at(at) and words.tag[at] in {"VBD", "VBZ"} and words.lemma[at] in verbs:
        return True
    before = phrase.start - 1
    return (
        before > 0
        and words.tag[before] == "VBD"
        and words.lemma[before] in verbs
        and words.at(before - 1) in {'"', "”", ",", "''"}
    )


def _is_candidate(words: Words, phrase: Phrase, about: Description) -> bool:
    """Return whether `phrase` can stand for somebody where it stands."""
    before = words.at(phrase.start - 1)
    if about.pronoun:
        return about.lemma != "it" or _it_acts(words, phrase)
    if (
        about.kind == "state"
        and about.name is not None
        and before in toml_table("actors.toml")["places"]["prepositions"]
    ):
        return before in {"to", "on", "between"} and words.lemma[phrase.start - 2] in speech_verbs()
    if not about.is_actor and about.name is None:
        return False
    return about.is_actor or not about.place


def _it_acts(words: Words, phrase: Phrase) -> bool:
    above = words.head[phrase.head]
    if words.dep[phrase.head] not in SUBJECT_DEPS or not words.tag[above].startswith("V"):
        return False
    return words.lemma[above] in speech_verbs() or words.lemma[above] in toml_table("actors.toml")["pronoun"]["deeds"]


def _appositions(words: Words, drafts: Sequence[Draft]) -> dict[int, int]:
    """Return, by index, the drafts that stand for the one just before: "X, a rebel commander", "the minister, X"."""
    found: dict[int, int] = {}
    for n, right in enumerate(drafts[1:], start=1):
        left = next(
            (drafts[k] for k in range(n - 1, max(-1, n - 4), -1) if drafts[k].phrase.end == right.phrase.start - 1),
            None,
        )
        aliased = _alias(words, drafts, n)
        if aliased is not None:
            found[n] = aliased
        elif left is not None and words.at(right.phrase.start - 1) == "," and _same_by_comma(words, left, right):
            found[n] = drafts.index(left)
    return found


def _alias(words: Words, drafts: Sequence[Draft], n: int) -> int | None:
    """Return the draft that an acronym in brackets stands for: "the Long Form (LF)"."""
    phrase = drafts[n].phrase
    if words.at(phrase.start - 1) != "(" or words.at(phrase.end) != ")":
        return None
    return next((k for k in range(n - 1, max(-1, n - 4), -1) if drafts[k].phrase.core_end == phrase.start - 1), None)


def _same_by_comma(words: Words, left: Draft, right: Draft) -> bool:
    """Return whether one of two phrases around a comma names a person or group and the other describes it."""
    described = next((d for d in (left, right) if d.about.name is None), None)
    named = next((d for d in (left, right) if d.about.name is not None), None)
    if described is None or named is None or described.about.plural or described.about.pronoun:
        return False
    after = words.at(right.phrase.end)
    if after in {"and", "or"}:
        return False
    if named.about.kind in {"person", None}:
        noun = nouns().get(described.about.lemma)
        return described.about.kind == "person" and (noun is None or noun.one == "person") and not named.about.place
    return (
        described is right
        and described.core[0] in {"a", "an", "the"}
        and described.about.kind in {named.about.kind, "group", "organisation"}
    )


def _profile(members: list[Draft]) -> Profile:
    abouts = [d.about for d in members if not d.about.pronoun]
    about = next((a for a in abouts if a.is_actor), abouts[0] if abouts else members[0].about)
    named = [a.name for a in abouts if a.name is not None]
    return Profile(
        name=max(named, key=lambda n: (len(n.split()), len(n))) if named else _fullest(members),
        kind=_first(a.kind for a in sorted(abouts, key=lambda a: a.name is None)) or about.kind,
        country=_first(a.country for a in abouts),
        role=_first(a.role for a in abouts),
        source=next((a.source for a in abouts if a.source != "person"), about.source),
        proper=bool(named),
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((v for v in values if v is not None), None)


def _fullest(members: list[Draft]) -> str:
    """Return the longest description of an actor without a name; a pronoun where there is nothing else."""
    texts = [d.text for d in members if not d.about.pronoun] or [members[0].text]
    return max(texts, key=lambda t: len(t.split()))


def _mention(
    page: Page, words: Words, what: tuple[Draft, int], known: tuple[dict[int, Profile], dict[int, int]]
) -> ActorMention:
    """Return the mention of a draft in its chain; `known` are the profiles, and the chains by first token."""
    (draft, chain), (profiles, starts) = what, known
    profile, phrase = profiles[chain], draft.phrase
    body = _body(words, draft, starts)
    source = profiles[body].source if body is not None and draft.about.follows and body != chain else profile.source
    return ActorMention(
        tokens=page.doc[phrase.start : phrase.end],
        head=phrase.head,
        name=profile.name,
        chain=chain,
        kind=profile.kind,
        country=profile.country,
        proper=profile.proper,
        role=profile.role,
        affiliation=_affiliation(words, draft, profiles[body].name if body is not None else None),
        plural=draft.about.plural,
        source=source,
    )


def _body(words: Words, draft: Draft, starts: dict[int, int]) -> int | None:
    """Return the chain of the body that a role belongs to: "a spokesman for the movement"."""
    phrase = draft.phrase
    if words.at(phrase.core_end) not in OWNED:
        return None
    return next(
        (starts[i] for i in range(phrase.core_end + 1, min(phrase.end, phrase.core_end + 4)) if i in starts), None
    )


def _affiliation(words: Words, draft: Draft, body: str | None) -> str | None:
    """Return whom a role is held for: what "of" or "for" joins to it, or the possessor in front."""
    if draft.about.role is None:
        return None
    if body is not None:
        return body
    phrase = draft.phrase
    owner = next((i for i in range(phrase.start, phrase.core_end) if words.tag[i] == "POS"), None)
    text = words.verbatim(phrase.start, owner) if owner is not None else ""
    return next((text[len(a) :] for a in ARTICLES if text.lower().startswith(a)), text) or None
