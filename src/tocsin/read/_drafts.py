"""Phrases of a page that may stand for somebody, with what coreference has to know about each."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from tocsin.core.values import BODIES
from tocsin.core.vocabulary import toml_table
from tocsin.read._coreference import Draft
from tocsin.read._kinds import DEFINITE, MONTHS_AND_DAYS, Description, describe, describe_pronoun, noun_lemma, nouns
from tocsin.read._names import Names
from tocsin.read._phrases import QUANTIFIERS, TIME_WORDS, Phrase, find_phrases
from tocsin.read._quotes import find_quotes
from tocsin.read._speech import not_speakers, speech_nouns, speech_verbs
from tocsin.read._words import Words

MAIN_CLAUSES = frozenset({"ROOT", "conj", "parataxis"})
GROUNDS = frozenset({"accord", "show"})
SHARING = frozenset({"conj", "advcl"})
PARTICIPLES = frozenset({"VBN", "VBG"})
DESCRIBING = frozenset({"a", "an", "the", "another", "one", "its", "his", "her", "their"})
NAMED_BODIES = BODIES | {"media", "state"}
BEHIND_INSERTION = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "MD", "RB", "WDT", "WP", "WP$", "IN"})
QUESTIONS = frozenset({"Who", "What", "Which"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})
HELPERS = frozenset({"RB", "MD", "VBZ", "VBP", "VBD", "VBN", "RBR"})
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}
ABSTRACT_ENDINGS = ("tion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ure")
CLOSING = frozenset({'"', "”", "''", ","})
NEAR_THAT = 6
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
OBJECTS = frozenset({"dobj", "pobj"})


def find_drafts(words: Words, names: Names) -> list[Draft]:
    """Return the phrases that may stand for somebody, in the order of the text."""
    found: list[Draft] = []
    later = _later_sayings(words)
    quotes = deque(find_quotes(words))
    for phrase in find_phrases(words, names):
        if phrase.start < words.body:
            continue
        about = describe(words, names, phrase)
        verb = _saying_verb(words, phrase)
        says = verb if verb is not None or words.dep[phrase.head] != "nsubj" else later.get(words.head[phrase.head])
        if not about.is_actor and says is not None:
            about = _as_speaker(words, phrase, (about, says))
        if not _is_candidate(words, phrase, about):
            continue
        if words.tag[phrase.start] == "PRP$" and words.lower[phrase.start] in POSSESSIVES and about.is_actor:
            found.append(_possessor(words, phrase))
        speaks = verb is not None and not (about.pronoun and words.lower[verb] == "according")
        speaks = speaks or (about.pronoun and _some_speak(words, phrase))
        draft = _draft(words, phrase, about, (_prominence(words, phrase, verb), speaks))
        while quotes and quotes[0].end <= phrase.start:
            quotes.popleft()
        inside = bool(quotes) and quotes[0].start <= phrase.start
        found.append(replace(draft, quoted=True) if inside else draft)
    return found


def _some_speak(words: Words, phrase: Phrase) -> bool:
    """Return whether "them" stands for those of whom one or some say something: "one of them said"."""
    some = phrase.start - 2
    if words.at(some + 1) != "of" or words.at(some) not in QUANTIFIERS:
        return False
    return _saying_verb(words, replace(phrase, start=some, head=some)) is not None


def _later_sayings(words: Words) -> dict[int, int]:
    """Return by verb the verb of saying that shares its subject: "X left and said", "X cut the aid, saying that"."""
    verbs = speech_verbs()
    found: dict[int, int] = {}
    for verb, dep in enumerate(words.dep):
        if dep not in SHARING or words.lemma[verb] not in verbs or verb in words.subjects:
            continue
        above = words.head[verb]
        while words.dep[above] == "conj" and above not in words.subjects and words.head[above] != above:
            above = words.head[above]
        if above < verb and (dep == "conj" or words.tag[verb] == "VBG"):
            found.setdefault(above, verb)
    return found


def _draft(words: Words, phrase: Phrase, about: Description, place: tuple[float, bool]) -> Draft:
    number = words.sentence[phrase.start]
    return Draft(
        phrase=phrase,
        about=about,
        sentence=number,
        paragraph=words.paragraph[number],
        core=tuple(words.lower[phrase.start : phrase.core_end]),
        text=words.verbatim(phrase.start, phrase.end),
        subject=place[0],
        speaks=place[1],
        governor=_governor(words, phrase.head),
        owner=_owner(words, phrase),
        clause=words.text[words.bounds[number][0] : phrase.start].count(";"),
    )


def _owner(words: Words, phrase: Phrase) -> str:
    """Return whose somebody is by name, or nothing: "Mali" for "Mali's minister" and "the minister of Mali"."""
    mark = next((i for i in range(phrase.start, phrase.core_end) if words.tag[i] == "POS"), None)
    if mark is not None:
        return words.verbatim(phrase.start, mark)
    whose = words.at(phrase.core_end) in {"of", "for"} and phrase.end > phrase.core_end + 1
    return words.verbatim(phrase.core_end + 1, phrase.end) if whose else ""


def _governor(words: Words, head: int) -> int:
    """Return the word that `head` hangs on; for the object of a verb that shares its subject, the first such verb."""
    above = words.head[head]
    if words.dep[above] in {"prep", "agent"} and words.tag[words.head[above]] in PARTICIPLES:
        clause = words.head[above]  # "allied with X, it attacked": whoever "it" is, it is not X
        return words.head[clause] if words.dep[clause] == "advcl" and words.head[clause] > clause else above
    for _ in range(3):
        between = range(words.head[above] + 1, above)
        own = any(words.head[i] == above and words.dep[i] in SUBJECT_DEPS for i in between)
        if words.dep[above] != "conj" or own or words.dep[head] in SUBJECT_DEPS:
            break
        above = words.head[above]
    return above


def _prominence(words: Words, phrase: Phrase, verb: int | None) -> float:
    """Return how prominent the place of a phrase is: the subject of a main clause, of another clause, neither."""
    if words.dep[phrase.head] == "ROOT":
        return 1.0  # a subject whose verb the parser took for a participle
    if words.dep[phrase.head] not in SUBJECT_DEPS and verb is None:
        return 0.0
    above = verb if verb is not None else words.head[phrase.head]
    fronted = words.dep[above] == "ccomp" and words.head[above] > above
    return 1.0 if fronted or words.dep[above] in MAIN_CLAUSES else 0.6


def _possessor(words: Words, phrase: Phrase) -> Draft:
    """Return the draft of "their" in "their spokesman": it is linked, and no mention of its own."""
    start = phrase.start
    own = Phrase(start=start, core_end=start + 1, end=start + 1, noun=start, head=start)
    draft = _draft(words, own, describe_pronoun(POSSESSIVES[words.lower[start]]), (0.0, False))
    return replace(draft, hidden=True)


def _as_speaker(words: Words, phrase: Phrase, what: tuple[Description, int]) -> Description:
    """Return the description of a subject of a verb of saying whose noun no vocabulary holds."""
    about, verb = what
    lemma = about.lemma
    if lemma in speech_nouns("documents") or (words.lemma[verb] in GROUNDS and lemma in speech_nouns("records")):
        return replace(about, is_actor=True, kind=None, source="document")
    if lemma in not_speakers() or lemma in TIME_WORDS or (about.place and words.text[phrase.start].isupper()):
        return about
    if about.name is None and (not _only_somebody_says(words, phrase, verb) or lemma.endswith(ABSTRACT_ENDINGS)):
        return about
    kind = about.kind or (None if about.place else "people" if about.plural else "person")
    return replace(about, is_actor=True, kind=kind)


def _only_somebody_says(words: Words, phrase: Phrase, verb: int) -> bool:
    """Return whether the subject of a verb of saying is taken for somebody: "argued", "reported in May that"."""
    lemma = words.lemma[verb]
    if lemma in not_speakers("strong") or lemma == "accord":
        return True
    entry = speech_verbs().get(lemma)
    if entry is None or entry.stance == "hedge" or words.subjects.get(verb) != phrase.head or verb < phrase.end:
        return False
    that = any(words.at(i) == "that" and words.dep[i] == "mark" for i in range(verb + 1, verb + NEAR_THAT))
    return lemma in not_speakers("personal") or (that and "clause" in entry.frames)


def _saying_verb(words: Words, phrase: Phrase) -> int | None:
    """Return the verb of saying that `phrase` is the subject of, by the parse or by standing next to it."""
    verbs = speech_verbs()
    if words.at(phrase.end) == ":" and words.opens_paragraph(phrase.start):
        return phrase.end
    above = words.head[phrase.head]
    if words.dep[phrase.head] in SUBJECT_DEPS and words.lemma[above] in verbs and words.tag[above].startswith("V"):
        return above
    at = phrase.end
    if words.at(phrase.start - 2) == "according" and words.at(phrase.start - 1) == "to":
        return phrase.start - 2
    if words.tag[phrase.start - 1] in {"IN", "TO", "RP"} or words.lower[phrase.start] in not_speakers("nobody"):
        return None
    while words.at(at) and words.tag[at] in HELPERS and words.lemma[at] not in verbs and at - phrase.end < 3:
        at += 1
    if words.at(at) and words.tag[at] in {"VBD", "VBZ"} and words.lemma[at] in verbs:
        inner = words.dep[phrase.head] in OBJECTS and words.subjects.get(at, phrase.start) < phrase.start
        return None if inner else at
    before = phrase.start - 1
    inverted = before > 0 and words.tag[before] == "VBD" and words.at(before - 1) in CLOSING
    clause = bool(words.at(phrase.end)) and words.tag[phrase.end] in FINITE  # "the doctor, ..., said the list was long"
    return before if inverted and not clause and words.lemma[before] in verbs else None


def _is_candidate(words: Words, phrase: Phrase, about: Description) -> bool:
    """Return whether `phrase` can stand for somebody where it stands."""
    before = words.at(phrase.start - 1)
    if about.name is not None and words.lower[phrase.noun] in MONTHS_AND_DAYS:
        return False
    if words.lower[phrase.start] in not_speakers("nobody") or words.text[phrase.start] in QUESTIONS:
        return False
    if about.pronoun:
        return about.lemma != "it" or _it_acts(words, phrase)
    if before == "in" and about.kind == "person" and about.role is None and words.tag[phrase.end - 1] != "POS":
        return words.at(phrase.end) == "'s"  # "in Salem's years"; else a place that no gazetteer holds
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
    """Return whether "it" stands for somebody: it does something, or somebody speaks for it."""
    before = noun_lemma(words, phrase.start - 2) if phrase.start > 1 else ""
    if words.at(phrase.start - 1) in {"for", "of", "in", "from"} and before in nouns() and nouns()[before].is_role:
        return True
    above = words.head[phrase.head]
    if words.dep[phrase.head] not in SUBJECT_DEPS or not words.tag[above].startswith("V"):
        return False
    return words.lemma[above] in speech_verbs() or words.lemma[above] in toml_table("actors.toml")["pronoun"]["deeds"]


def appositions(words: Words, drafts: Sequence[Draft]) -> dict[int, int]:
    """Return, by index, the drafts that stand for the one just before: "X, a rebel commander", "the minister, X"."""
    found: dict[int, int] = {}
    for n, right in enumerate(drafts[1:], start=1):
        ends = [k for k in range(max(0, n - 4), n) if drafts[k].phrase.end == right.phrase.start - 1]
        left = min(ends, key=lambda k: drafts[k].phrase.start, default=None)
        aliased = _alias(words, drafts, n)
        if aliased is not None:
            found[n] = aliased
        elif left is not None and _same_by_comma(words, drafts[left], right):
            found[n] = left
    return found


def _tells_group(described: Draft, named: Draft) -> bool:
    """Return whether a name that may be anybody's is said to be a group's: "X, the branch of Y", "a group, X,"."""
    guessed = named.about.kind in {"person", None} and named.about.role is None and named.about.gender is None
    opens = described.core[0] in {"a", "an", "the"} and not described.about.plural
    return guessed and opens and described.about.kind in BODIES and not (named.about.place or named.about.plural)


def _is_named_between(words: Words, described: Draft, named: Draft) -> bool:
    """Return whether a body is described and then named between commas: "its armed wing, the Lion Guards, said"."""
    end = named.phrase.end
    if words.at(end) != "," or words.tag[end + 1 : end + 2] == [] or words.tag[end + 1] not in BEHIND_INSERTION:
        return False
    if described.core[0] == "one" and named.about.kind in NAMED_BODIES and not named.about.place:
        return True  # "one of the groups, the Lion Guards, said"
    if described.about.kind == "person":
        return described.about.role is not None and described.core[0] not in {"a", "an"} and not named.about.place
    return _is_described_body(described) and named.about.kind in NAMED_BODIES | {None, "person"}


def _is_described_body(described: Draft) -> bool:
    """Return whether words describe a body so that its name may follow: "its armed wing", "a radio station"."""
    return described.about.kind in BODIES | {"media"} and described.core[0] in DESCRIBING


def _is_body(described: Draft, named: Draft) -> bool:
    """Return whether the members of a named group are described behind it: "the Front, the rebels who ..."."""
    return described.core[0] == "the" and described.about.kind == named.about.kind == "armed group"


def _alias(words: Words, drafts: Sequence[Draft], n: int) -> int | None:
    """Return the draft that an acronym in brackets stands for: "the Long Form (LF)"."""
    phrase = drafts[n].phrase
    if words.at(phrase.start - 1) != "(" or words.at(phrase.end) != ")":
        return None
    ends = (k for k in range(n - 1, max(-1, n - 4), -1) if drafts[k].phrase.core_end == phrase.start - 1)
    known = next((k for k in ends if not drafts[k].about.place), None)  # a dateline names the outlet in brackets
    return known if known is not None and _may_be_short_for(words.lower[phrase.start], drafts[known]) else None


def _may_be_short_for(acronym: str, long: Draft) -> bool:
    """Return whether an acronym may stand for a phrase: one word alone has to begin with its letter."""
    core = [w for w in long.core if w not in DEFINITE]
    return len(core) > 1 or core[:1] == [] or core[0][0] == acronym[0]


def _same_by_comma(words: Words, left: Draft, right: Draft) -> bool:
    """Return whether, of two phrases with a comma between, one names a person or group and the other describes it."""
    if words.at(right.phrase.start - 1) != ",":
        return False
    described = next((d for d in (left, right) if d.about.name is None), None)
    named = next((d for d in (left, right) if d.about.name is not None), None)
    if described is None or named is None or described.about.pronoun:
        return False
    if described is left and not described.about.plural and _is_named_between(words, described, named):
        return True
    if described.about.plural and not (described is right and _is_body(described, named)):
        return False
    after = words.at(right.phrase.end)
    if _tells_group(described, named) and (described is right or after == ","):
        return after not in {"and", "or"}
    if after in {"and", "or"} or (right.speaks and after != ","):
        return False
    if named.about.kind in {"person", None}:
        noun = nouns().get(described.about.lemma)
        return described.about.kind == "person" and (noun is None or noun.one == "person") and not named.about.place
    return (
        described is right
        and described.core[0] in {"a", "an", "the"}
        and described.about.kind in {named.about.kind, "group", "organisation"}
    )
