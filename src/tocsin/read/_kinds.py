"""What a noun phrase stands for: kind of actor, country, role and name, by the vocabularies of actors and roles."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from tocsin.core.claim import SourceKind
from tocsin.core.values import ActorKind
from tocsin.core.vocabulary import toml_table
from tocsin.read._acronyms import organisation_heads
from tocsin.read._gazetteer import Entry, Gazetteer, gazetteer, gazetteer_for, nationality
from tocsin.read._names import NameKind, Names
from tocsin.read._notes import note
from tocsin.read._phrases import NOUNS, PRONOUNS, QUANTIFIERS, TIME_WORDS, Phrase
from tocsin.read._words import Words

Gender = Literal["male", "female"]
PROPER = frozenset({"NNP", "NNPS"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})
SOURCE_OF_KIND: dict[ActorKind | None, SourceKind] = {
    "state": "official", "armed group": "armed group", "organisation": "organisation", "group": "organisation",
    "media": "media", "people": "witness", "person": "person", None: "person",
}  # fmt: skip
NAME_KINDS: dict[NameKind, ActorKind] = {"armed": "armed group", "media": "media", "organisation": "organisation"}
MONTHS_AND_DAYS = TIME_WORDS | {"may", "christmas", "easter", "ramadan"}


LONGEST_COUNTRY = 6  # tokens: "Democratic Republic of the Congo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a head noun stands for, in the singular and in the plural."""

    one: ActorKind | None
    many: ActorKind | None
    source: SourceKind
    follows: bool = False
    is_role: bool = False


@note
class Description:
    """What a phrase says about whom it stands for. `lemma` is the head noun; `name` the proper name, if any.

    `is_actor` is false for phrases that stand for nobody as far as their words tell.
    """

    kind: ActorKind | None
    source: SourceKind
    is_actor: bool
    lemma: str
    name: str | None = None
    role: str | None = None
    country: str | None = None
    plural: bool = False
    definite: bool = False
    pronoun: bool = False
    gender: Gender | None = None
    follows: bool = False
    place: bool = False
    metonym: bool = False


def describe(words: Words, names: Names, phrase: Phrase) -> Description:
    """Return what `phrase` says about whom it stands for."""
    first = words.lower[phrase.start]
    if first in PRONOUNS:
        return describe_pronoun(first)
    if first in QUANTIFIERS and phrase.core_end == phrase.start + 1:
        return _quantifier(words, names, phrase)
    role_end = _role_before_name(words, names, phrase)
    if role_end is not None and not _is_country(words, phrase):
        return _titled(words, phrase, role_end)
    if _is_common(words, names, phrase):
        return _common(words, names, phrase)
    return _proper(words, names, phrase)


@cache
def nouns() -> dict[str, Noun]:
    """Return the nouns that stand for people, groups and organisations, by lemma."""
    found: dict[str, Noun] = {}
    for entry in toml_table("actors.toml")["noun"]:
        noun = Noun(one=entry["one"] or None, many=entry["many"] or None, source=entry["source"])
        found.update(dict.fromkeys(entry["words"], noun))
    for entry in toml_table("roles.toml")["role"]:
        noun = Noun(one="person", many="people", source=entry["source"], follows=entry["follows"], is_role=True)
        found.update(dict.fromkeys(entry["words"], noun))
    return found


@cache
def _modifiers() -> dict[str, SourceKind]:
    table: dict[SourceKind, list[str]] = toml_table("roles.toml")["modifiers"]
    return {word: kind for kind, words in reversed(table.items()) for word in words}


@cache
def _titles() -> dict[str, str]:
    titles: dict[str, str] = toml_table("roles.toml")["titles"]
    return titles


@cache
def _genders() -> dict[str, Gender]:
    table = toml_table("roles.toml")["gender"]
    male: dict[str, Gender] = dict.fromkeys(table["male"], "male")
    return male | dict.fromkeys(table["female"], "female")


def noun_lemma(words: Words, token: int) -> str:
    """Return the singular of the noun at `token`, in lower case, also where the tagger took it for a name."""
    lower = words.lower[token].rstrip(".")
    lower = _titles().get(lower, lower)
    known = nouns()
    for form in (
        words.lemma[token],
        lower,
        lower[:-3] + "man" if lower.endswith("men") else "",
        lower.removesuffix("s"),
    ):
        if form in known:
            return form
    return words.lemma[token] if words.tag[token] not in PROPER else lower


def nation(word: str, places: Gazetteer | None = None) -> str | None:
    """Return the country that a demonym or the name of a country stands for, by the gazetteer or by `places`."""
    found = nationality(word)
    if found is not None:
        return found
    place = _country_or_capital(word, places)
    return place.country if place is not None and place.kind == "country" else None


def _country_or_capital(name: str, places: Gazetteer | None) -> Entry | None:
    """Return the country or the capital that `name` is the name of."""
    entries = (gazetteer() if places is None else places).find(name) if name[:1].isupper() else ()
    return next((e for e in entries if e.kind == "country" or e.capital), None)


def describe_pronoun(word: str) -> Description:
    """Return what a personal pronoun says about whom it stands for."""
    gender: Gender | None = "male" if word in {"he", "him"} else "female" if word in {"she", "her"} else None
    return Description(
        kind=None if word in {"it", "they", "them"} else "person",
        source="person",
        is_actor=True,
        lemma=word,
        plural=word in {"they", "them"},
        definite=True,
        pronoun=True,
        gender=gender,
    )


def _quantifier(words: Words, names: Names, phrase: Phrase) -> Description:
    """Return what "one of the officials" stands for: one of those that the inner phrase stands for."""
    inner = Phrase(
        start=phrase.core_end + 1,
        core_end=phrase.end,
        end=phrase.end,
        noun=_last_noun(words, phrase),
        head=_last_noun(words, phrase),
    )
    if phrase.end - inner.start < 1 or words.lower[inner.start] in PRONOUNS | QUANTIFIERS:
        one = words.lower[phrase.start] in {"one", "another"}
        return Description(
            kind="person" if one else "people",
            source="unnamed",
            is_actor=True,
            lemma=words.lower[phrase.start],
            plural=not one,
            follows=True,
        )
    of = _common(words, names, inner)
    single = words.lower[phrase.start] in {"one", "another"}
    kind: ActorKind | None = "person" if single and of.kind in {"people", "armed group", "state"} else of.kind
    return Description(
        kind=kind,
        source=of.source,
        is_actor=of.is_actor,
        lemma=of.lemma,
        country=of.country,
        plural=not single,
        follows=of.follows,
    )


def _last_noun(words: Words, phrase: Phrase) -> int:
    """Return the noun of the first noun run after the "of" of a quantifier."""
    at = phrase.core_end + 1
    last = at
    while at < phrase.end and (
        words.tag[at] in NOUNS or words.tag[at] in {"DT", "JJ", "CD", "PRP$", "VBN", "HYPH", "VBG"}
    ):
        last = at if words.tag[at] in NOUNS else last
        at += 1
    return last


def _role_before_name(words: Words, names: Names, phrase: Phrase) -> int | None:
    """Return where the name starts in "army spokesman Colonel Ali Salem": after the last role word before names."""
    known = nouns()
    for i in range(phrase.core_end - 2, phrase.start - 1, -1):
        lemma = noun_lemma(words, i)
        role = known.get(lemma)
        rest = range(i + 1, phrase.core_end)
        if role is None or any(s <= i < e for s, (e, _) in names.spans.items() if s <= i):
            continue
        if (words.tag[i] in {"NNS", "NNPS"} and not role.is_role) or (
            words.lower[i] != lemma and words.lower[i].endswith("ing")
        ):
            continue  # "neighbouring Chad" is no neighbour called Chad
        named = all(words.tag[j] in PROPER or words.text[j] in {".", "-", "al", "ag", "bin", "ould"} for j in rest)
        if named and words.text[i + 1][0].isupper() and words.tag[i + 1] in PROPER and i + 1 not in names.spans:
            person = role.is_role or role.one == "person"
            return i + 1 if person and words.lower[phrase.core_end - 1] not in known else None
    return None


def _titled(words: Words, phrase: Phrase, name_start: int) -> Description:
    lemma = noun_lemma(words, name_start - 1)
    role = nouns()[lemma]
    start = phrase.start + (words.tag[phrase.start] in {"DT", "PRP$"})
    text = words.verbatim(start, name_start)
    gender = _genders().get(lemma) or next(
        (_genders()[w] for w in words.lower[start:name_start] if w in _genders()), None
    )
    return Description(
        kind="person",
        source=_source(words, (phrase.start, name_start), role),
        is_actor=True,
        lemma=lemma,
        follows=role.follows,
        name=words.verbatim(name_start, phrase.core_end),
        role=_plain_role(text),
        country=_country(words, phrase, name_start),
        gender=gender,
    )


def _plain_role(text: str) -> str | None:
    return None if text.lower().rstrip(".") in {"mr", "mrs", "ms", "sir", "lord", "lady"} else text


def _is_common(words: Words, names: Names, phrase: Phrase) -> bool:
    """Return whether the head is an ordinary noun, or a capitalised one such as "the Ministry" or "Islamists"."""
    noun = phrase.noun
    if any(s <= noun < e for s, (e, _) in names.spans.items() if s <= noun):
        return False
    if words.tag[noun] not in PROPER:
        return True
    if noun_lemma(words, noun) not in nouns():
        return False
    capitals = [i for i in range(phrase.start, phrase.core_end) if words.text[i][0].isupper() and words.tag[i] != "DT"]
    return len(capitals) < 2 or nationality(words.text[capitals[0]]) is not None


def _common(words: Words, names: Names, phrase: Phrase) -> Description:
    """Return what a description such as "a provincial official" or "Malian troops" stands for."""
    lemma = noun_lemma(words, phrase.noun)
    core = (phrase.start, phrase.core_end)
    noun = nouns().get(lemma) or nouns().get(lemma.rsplit("-", 1)[-1])
    plural = words.tag[phrase.noun] in {"NNS", "NNPS"} or lemma in {"people", "police"}
    noun = _agency(words, core, lemma) or noun
    nationals = nationality(words.text[phrase.noun]) if noun is None and words.text[phrase.noun][0].isupper() else None
    if nationals is not None:
        noun, plural = Noun(one="person", many="people", source="person"), True
    if noun is None:
        return Description(
            kind=None, source="person", is_actor=False, lemma=lemma, plural=plural, definite=_definite(words, phrase)
        )
    kind = noun.many if plural else noun.one
    source = _source(words, core, noun) if noun.follows else noun.source
    if noun.follows and any(k == "armed" and core[0] <= s < core[1] for s, (_, k) in names.spans.items()):
        source = "armed group"
    if kind in {"group", "organisation"} and _is_armed(words, core):
        kind, source = "armed group", "armed group"
    elif kind in {"group", "organisation"} and lemma in {"force", "patrol", "unit", "agency"}:
        kind = "state" if _source(words, core, noun) in {"military", "police", "official"} else kind
        source = _source(words, core, noun) if kind == "state" else source
    role = (
        words.verbatim(phrase.start + (words.tag[phrase.start] in {"DT", "PRP$", "CD"}), phrase.end)
        if noun.is_role
        else None
    )
    return Description(
        kind=kind,
        source=source,
        is_actor=kind is not None,
        lemma=lemma,
        role=role if not plural else None,
        country=nationals or _country(words, phrase),
        plural=plural,
        definite=_definite(words, phrase),
        gender=_genders().get(lemma),
        follows=noun.follows,
    )


def _definite(words: Words, phrase: Phrase) -> bool:
    return words.lower[phrase.start] in DEFINITE or any(t == "POS" for t in words.tag[phrase.start : phrase.core_end])


def _agency(words: Words, core: tuple[int, int], lemma: str) -> Noun | None:
    """Return the outlet that "news agency" stands for, or "a station" that somebody told something."""
    media, first = toml_table("actors.toml")["media"], core[0]
    named = lemma in media["agency"] and any(w in media["before"] for w in words.lower[first : core[1] - 1])
    told = lemma in media["told"] and first > 0 and words.lemma[first - 1] == "tell"
    return nouns()["newspaper"] if named or told else None


def _is_armed(words: Words, core: tuple[int, int]) -> bool:
    return not set(words.lower[core[0] : core[1]]).isdisjoint(toml_table("actors.toml")["armed"]["cues"])


def _source(words: Words, span: tuple[int, int], noun: Noun) -> SourceKind:
    """Return the kind of source that the words beside a role tell, else that of the role itself."""
    modifiers = _modifiers()
    found = [modifiers[w] for w in words.lower[span[0] : span[1]] if w in modifiers]
    if not found or not (noun.follows or noun.source in {"official", "organisation"}):
        return noun.source
    order: tuple[SourceKind, ...] = ("armed group", "military", "police", "organisation", "media", "official")
    if noun.source == "official" and not noun.follows:
        return noun.source
    return next((kind for kind in order if kind in found), found[0])


def _country(words: Words, phrase: Phrase, name_start: int | None = None) -> str | None:
    """Return the country of a demonym or of a possessor in the core, or of what "of" joins to it.

    The longest name counts ("Guinea-Bissau's army"). What starts at `name_start` is a person's name ("Chad Wexbridge").
    """
    end = phrase.core_end if name_start is None else name_start
    for i in range(phrase.start, end):
        if words.text[i][0].isupper():
            found = _nation_from(words, i, end)
            if found is not None and (nationality(words.text[i]) is not None or i < phrase.noun):
                return found
    if words.at(phrase.core_end) == "of" and phrase.end > phrase.core_end + 1:
        return nation(words.verbatim(phrase.core_end + 1, phrase.end).removeprefix("the "), gazetteer_for(words))
    return None


def _nation_from(words: Words, start: int, end: int) -> str | None:
    """Return the country whose name, the longest one, or demonym starts at a token."""
    ends, places = range(min(end, start + LONGEST_COUNTRY), start, -1), gazetteer_for(words)
    return next((found for e in ends if (found := nation(words.verbatim(start, e), places)) is not None), None)


def _is_country(words: Words, phrase: Phrase) -> bool:
    """Return whether a name of several words is that of a country, though one is a title too ("DR Congo")."""
    start = phrase.start + (words.tag[phrase.start] == "DT")
    name = words.verbatim(start, phrase.core_end)
    return phrase.core_end > start + 1 and nation(name, gazetteer_for(words)) is not None


def _proper(words: Words, names: Names, phrase: Phrase) -> Description:
    """Return what a name stands for: a known group, an outlet, an organisation, a country, a place or a person."""
    start = next((s for s in names.spans if phrase.start <= s < phrase.core_end), phrase.start)
    while start in names.spans and start > phrase.start and _runs_on(words, start):
        start -= 1
    if words.tag[start] == "DT" and start not in names.spans and start < phrase.core_end - 1:
        start += 1
    while start not in names.spans and start < phrase.core_end - 1 and not words.text[start][0].isupper():
        start += 1
    if words.tag[start] == "DT" and start < phrase.core_end - 1:
        start += 1
    name = words.verbatim(start, phrase.core_end)
    listed = next((k for s, (e, k) in names.spans.items() if s >= phrase.start and e >= phrase.core_end > s), None)
    kind = NAME_KINDS[listed] if listed is not None else _kind_of_name(words, (start, phrase.core_end))
    if listed == "organisation" or kind == "organisation":
        kind = _kind_of_organisation(words, (start, phrase.core_end))
    if listed is None:
        kind = _described_kind(words, (phrase.start, start)) or kind
    place = _place(name, gazetteer_for(words)) if listed is None and kind in {None, "person"} else None
    is_state = place is not None and (place.kind == "country" or place.capital)
    outlet = kind == "media"
    return Description(
        kind="state" if is_state else kind if place is None else None,
        source="official" if is_state else "media" if outlet else _name_source(words, (start, phrase.core_end), kind),
        is_actor=(kind is not None and place is None) or is_state,
        lemma=words.lower[phrase.noun],
        name=name,
        country=place.country
        if place is not None and is_state
        else _country(words, phrase, start if kind == "person" else None),
        definite=True,
        place=place is not None,
        metonym=is_state,
        plural=words.tag[phrase.noun] == "NNPS" and kind is None,
    )


def _runs_on(words: Words, start: int) -> bool:
    """Return whether the capitalised word in front of `start` belongs to the name that starts there."""
    before = words.text[start - 1]
    return before[0].isupper() and words.tag[start - 1] in {"NNP", "NNPS", "JJ", "NN", "NNS"}


def _described_kind(words: Words, span: tuple[int, int]) -> ActorKind | None:
    """Return the kind that the noun in front of a name tells: "the news agency X", "the militant group X"."""
    if span[0] == span[1]:
        return None
    lemma = noun_lemma(words, span[1] - 1)
    noun = _agency(words, (span[0], span[1]), lemma) or nouns().get(lemma)
    if noun is None or noun.one not in {"media", "group", "organisation", "armed group"}:
        return None
    return "armed group" if noun.one != "media" and _is_armed(words, span) else noun.one


def _name_source(words: Words, span: tuple[int, int], kind: ActorKind | None) -> SourceKind:
    if kind != "state":
        return SOURCE_OF_KIND[kind]
    inner = [nouns()[w].source for w in words.lower[span[0] : span[1]] if w in nouns()]
    return inner[0] if inner and inner[0] in {"military", "police"} else "official"


def _place(name: str, places: Gazetteer) -> Entry | None:
    """Return the place that has exactly this name: a country, a capital, or a town that is not a person's name too."""
    entries = places.find(name)
    return next((e for e in entries if e.kind == "country" or e.capital), entries[0] if entries else None)


def _kind_of_name(words: Words, span: tuple[int, int]) -> ActorKind | None:
    """Return the kind that the words of a name tell: "Daily News", "Salvation Front", "AQMI", "Ahmed Ould Salem"."""
    table = toml_table("actors.toml")
    lower = words.lower[span[0] : span[1]]
    last = lower[-1]
    wire = last in table["media"]["agency"] and not set(lower).isdisjoint(table["media"]["before"])
    opens = lower[0] in {"radio", "television", "tv"} or (
        words.text[span[0]].isupper() and words.text[span[0]] in table["media"]["names"]
    )
    if wire or ((opens or last in table["media"]["name_ends"]) and span[1] - span[0] > 1):
        return "media"
    if not organisation_heads().isdisjoint(lower):
        return "organisation"
    text = words.text[span[0]]
    if span[1] - span[0] == 1:
        acronym = text.isupper() and text.isalpha() and 2 <= len(text) <= 8
        return "organisation" if acronym else None
    if words.lower[span[0]] in MONTHS_AND_DAYS or any(ch.isdigit() for ch in "".join(words.text[span[0] : span[1]])):
        return None
    return "person" if span[1] - span[0] <= 5 else None


def _kind_of_organisation(words: Words, span: tuple[int, int]) -> ActorKind:
    """Return whether a named organisation is an armed group, a part of a state, or neither."""
    lower = words.lower[span[0] : span[1]]
    inner = {nouns()[w].one for w in lower if w in nouns()}
    if _is_armed(words, span) and not inner & {"state"} and not set(lower) & {"party", "council"}:
        return "armed group"
    return (
        "state" if "state" in inner or set(lower) & {"ministry", "government", "forces", "senate"} else "organisation"
    )
