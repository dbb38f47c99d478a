"""Who counted people are: civilians, officials, security forces or an armed group, by the words around the number."""

from functools import cache

from spacy.tokens import Doc

from tocsin.core.values import PeopleClass
from tocsin.core.vocabulary import toml_table
from tocsin.read._mentions import NumberMention
from tocsin.read._people import singular

BEFORE = 3  # words between "former" and what somebody was ("a former top-ranked commander")
LONGEST = 3  # words of an expression
BEHIND = 14  # tokens after the noun that may still say who they are
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
STOPS = frozenset(
    {"by", "in", "at", "near", "on", "during", "when", "while", "after", "and", "under", "for", "with", ";", "to"}
    | {"including", "among", "him", "her", "them", "it"}
)


def people_class(doc: Doc, number: NumberMention) -> PeopleClass | None:
    """Return the class of those whom `number` counts; None where the words around it do not tell.

    The noun itself tells first ("police informers"), then what stands before it ("Maoist leaders"), then what follows
    ("a member of the ruling party").
    """
    noun = number.noun if number.noun is not None else number.tokens.end - 1
    words = _words(doc, number.tokens.start, noun + 1)
    if not words:
        return None
    found = _ending_at(words, len(words))
    if found is not None:
        return found
    before = {c for end in range(len(words) - 1, 0, -1) if (c := _ending_at(words, end)) is not None}
    if before:
        return next(name for name in _classes() if name in before)
    behind = _words(doc, noun + 1, _end_of_description(doc, noun + 1))
    return next((c for end in range(1, len(behind) + 1) if (c := _ending_at(behind, end)) is not None), None)


def _words(doc: Doc, start: int, end: int) -> list[str]:
    return [singular(t.lower_) for t in doc[start:end] if t.text not in {"-", "'", '"', "’", "‘", "(", ")", "“", "”"}]


def _end_of_description(doc: Doc, start: int) -> int:
    """Return where what is said about the noun before `start` ends: at a verb, or a word that begins something else."""
    last = min(start + BEHIND, doc[start - 1].sent.end)
    return next((i for i in range(start, last) if doc[i].tag_ in FINITE or doc[i].lower_ in STOPS), last)


def _ending_at(words: list[str], end: int) -> PeopleClass | None:
    """Return the class told by the longest expression that ends before word `end`."""
    for start in range(max(end - LONGEST, 0), end):
        text = " ".join(words[start:end])
        if text in _neutral():
            return None
        if text in _expressions():
            undone = not _undone().isdisjoint(words[max(start - BEFORE, 0) : start])
            return "civilians" if undone else _expressions()[text]
    return None


@cache
def _classes() -> dict[PeopleClass, list[str]]:
    table: dict[PeopleClass, list[str]] = toml_table("people_classes.toml")["classes"]
    return table


@cache
def _expressions() -> dict[str, PeopleClass]:
    """Return the class of each expression, whether or not the parser cuts it up at hyphens; the first class has it."""
    listed = [(words, name) for name, several in _classes().items() for words in several]
    return {form: name for words, name in reversed(listed) for form in (words, words.replace("-", " "))}


@cache
def _neutral() -> frozenset[str]:
    return frozenset(toml_table("people_classes.toml")["neutral"])


@cache
def _undone() -> frozenset[str]:
    return frozenset(toml_table("people_classes.toml")["undone"])
