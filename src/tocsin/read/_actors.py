"""Mentions of people, groups and organisations in a page, those that stand for the same actor in one chain."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from tocsin.core.claim import SourceKind
from tocsin.core.values import BODIES, ActorKind
from tocsin.read._coreference import Draft, link
from tocsin.read._drafts import appositions, find_drafts
from tocsin.read._kinds import nation
from tocsin.read._mentions import ActorMention
from tocsin.read._names import find_names
from tocsin.read._notes import note
from tocsin.read._parse import Page
from tocsin.read._words import Words, read_words

T = TypeVar("T")
LONGEST_POSSESSOR = 3
ARTICLES = ("the ", "a ", "an ")
SMALL = frozenset({"the", "a", "an", "this", "that", "these", "those"})
OWNED = frozenset({"for", "of", "to", "from", "with"})


@note
class Profile:
    """What all mentions of an actor together tell."""

    name: str
    kind: ActorKind | None
    country: str | None
    role: str | None
    source: SourceKind
    proper: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is told of each chain, and the chains by the first token of their mentions and of their possessives."""

    profiles: dict[int, Profile]
    starts: dict[int, int]
    owners: dict[int, int]


def find_actors(page: Page) -> list[ActorMention]:
    """Return the noun phrases of `page` that name or describe somebody, in the order of the text."""
    words = read_words(page)
    names = find_names(words)
    drafts = find_drafts(words, names)
    chains = link(drafts, appositions(words, drafts), names.aliases)
    members: dict[int, list[Draft]] = {}
    for draft, chain in zip(drafts, chains, strict=True):
        members.setdefault(chain, []).append(draft)
    starts = {d.phrase.start: chain for d, chain in reversed(list(zip(drafts, chains, strict=True)))}
    owners = {d.phrase.start: chain for d, chain in zip(drafts, chains, strict=True) if d.hidden}
    profiles = _profiles(words, members)
    known = Known(profiles=profiles, starts=starts, owners=owners)
    return [
        _mention(page, words, (draft, chain), known)
        for draft, chain in zip(drafts, chains, strict=True)
        if not draft.hidden and _stands_for_somebody(draft, members[chain])
    ]


def _stands_for_somebody(draft: Draft, chain: list[Draft]) -> bool:
    return draft.about.kind == "person" or any(d.about.is_actor and not d.about.pronoun for d in chain)


def _profiles(words: Words, members: dict[int, list[Draft]]) -> dict[int, Profile]:
    """Return what is told of each chain; pronouns within descriptions give way to what they stand for."""
    plain = {chain: _profile(drafts) for chain, drafts in members.items()}
    pronouns = {
        d.phrase.start: _within(plain[chain]) for chain, drafts in members.items() for d in drafts if d.about.pronoun
    }
    return {
        chain: profile if profile.proper else replace(profile, name=_spelled(words, members[chain], pronouns))
        for chain, profile in plain.items()
    }


def _spelled(words: Words, members: list[Draft], pronouns: dict[int, str]) -> str:
    """Return the fullest description of a chain with its pronouns spelled out: "their spokesman" as "X's spokesman"."""
    fullest = _fullest(members)
    phrase, text = fullest.phrase, fullest.text
    for i in range(phrase.start, phrase.end):
        name = pronouns.get(i) if not fullest.about.pronoun else None
        if words.lower[i] == "who":
            break
        if name is None or name.lower() == words.lower[i]:
            continue
        before, after = words.verbatim(phrase.start, i), words.verbatim(i + 1, phrase.end)
        if words.tag[i] != "PRP$":
            text = f"{before} {name} {after}"
        elif len(name.split()) > LONGEST_POSSESSOR:
            text = f"{before} the {after} of {name}"
        else:
            text = f"{before} {name}{_possessive(name)} {after.removeprefix('own ')}"
    return text.strip()


def _profile(members: list[Draft]) -> Profile:
    abouts = [d.about for d in members if not d.about.pronoun]
    about = next((a for a in abouts if a.is_actor), abouts[0] if abouts else members[0].about)
    named = [a.name for a in abouts if a.name is not None]
    return Profile(
        name=max(named, key=lambda n: (len(n.split()), len(n))) if named else _fullest(members).text,
        kind=_kind(members) or about.kind,
        country=_first(a.country for a in abouts),
        role=_first(a.role for a in abouts),
        source=next((a.source for a in abouts if a.source != "person"), about.source),
        proper=bool(named),
    )


def _kind(members: list[Draft]) -> ActorKind | None:
    """Return the kind of a chain: by its names, or by what the names are said to be where they alone tell a person."""
    abouts = [d.about for d in members if not d.about.pronoun]
    named = [a for a in abouts if a.name is not None]
    said: ActorKind | None = _first(a.kind for a in abouts if a.name is None and a.kind in BODIES)
    guessed = all(a.kind in {"person", None} and a.role is None and a.gender is None for a in named)
    if guessed and named and said is not None:
        return said
    return _first(a.kind for a in sorted(abouts, key=lambda a: a.name is None))


def _within(profile: Profile) -> str:
    """Return the name as it stands inside a sentence: "two officials", but "Malian troops", "Red Cross workers"."""
    name = profile.name
    first, *rest = name.split()
    of_two = bool(rest) and rest[0][0].isupper() and not name.lower().startswith(ARTICLES)
    is_name = profile.proper or nation(first) is not None or first.isupper() or of_two
    return name if is_name and len(first) > 1 else name[:1].lower() + name[1:]


def _possessive(name: str) -> str:
    return "'" if name.endswith("s") else "'s"


def _first(values: Iterable[T | None]) -> T | None:
    return next((v for v in values if v is not None), None)


def _fullest(members: list[Draft]) -> Draft:
    """Return the longest description of an actor without a name; a pronoun where there is nothing else."""
    described = [d for d in members if not d.about.pronoun] or members[:1]
    return max(described, key=_n_telling)


def _n_telling(draft: Draft) -> int:
    """Return how many words of a description tell something: of "gunmen" and "the attackers" the first told stands."""
    return sum(w not in SMALL for w in draft.text.lower().split())


def _mention(page: Page, words: Words, what: tuple[Draft, int], known: Known) -> ActorMention:
    """Return the mention of a draft in its chain."""
    (draft, chain), profiles = what, known.profiles
    profile, phrase = profiles[chain], draft.phrase
    body = _body(words, draft, known)
    follows = body is not None and draft.about.follows and body != chain
    source = profiles[body].source if body is not None and follows else profile.source
    source = profile.source if source in {"person", "witness", "unnamed", "document"} else source
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
        owner=known.owners.get(phrase.start),
    )


def _body(words: Words, draft: Draft, known: Known) -> int | None:
    """Return the chain of the body that a role belongs to: "a spokesman for the movement", "its leader"."""
    phrase, starts = draft.phrase, known.starts
    owner = known.owners.get(phrase.start)
    if owner is not None and known.profiles[owner].kind in BODIES:
        return owner
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
