"""What was hit and with what: targets with class and nationality, weapons with the mode of attack they point to."""

from functools import cache, lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import Columns, columns
from tocsin.read._events import TargetMention, WeaponMention
from tocsin.read._gazetteer import nationality

LEFT_OF_NOUN = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "case", "punct", "advmod"})
LONGEST_WEAPON = 4


@cache
def target_classes() -> dict[str, tuple[str, bool]]:
    """Return the class of each target noun (lemmas joined by blanks), and whether it is a noun of persons."""
    table: dict[str, tuple[str, bool]] = {}
    for entry in toml_table("targets.toml")["target"]:
        for people, noun in ((True, n) for n in entry["people"]):
            table.setdefault(noun, (entry["class"], people))
        for noun in entry["things"]:
            table.setdefault(noun, (entry["class"], False))
    return table


@cache
def weapon_modes() -> dict[str, str | None]:
    """Return the mode of attack that each weapon noun points to."""
    return {noun.replace("-", " "): w.get("mode") for w in toml_table("weapons.toml")["weapon"] for noun in w["nouns"]}


def noun_phrase(head: Token) -> TokenSpan:
    """Return `head` with the determiners, adjectives and numbers to its left: the words a target is named by."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in LEFT_OF_NOUN:
            start = min(start, child.left_edge.i)
    return head.doc[start : head.i + 1]


def target_of(head: Token) -> TargetMention | None:
    """Return the target that the noun `head` names, None where it names nothing that can be hit."""
    found = class_of(head)
    code = _nationality_of(head)
    if found is None and (code is None or head.pos_ not in {"NOUN", "PROPN"} or nationality(head.text) is None):
        return None
    class_, people = found or ("civilians", True)
    return TargetMention(tokens=noun_phrase(head), class_=class_, nationality=code if people else None, people=people)


def class_of(head: Token) -> tuple[str, bool] | None:
    """Return the target class of the noun `head`, the longest expression that ends in it first."""
    table = target_classes()
    lemma = head.lemma_.lower()
    if head.i > 0 and (found := table.get(f"{head.nbor(-1).lower_} {lemma}")):
        return found
    return table.get(lemma) or table.get(head.lower_)


def _nationality_of(head: Token) -> str | None:
    for token in (*(c for c in head.lefts if c.dep_ in {"amod", "compound", "nmod"}), head):
        code = nationality(token.text)
        if code is not None:
            return code
    return None


@lru_cache(maxsize=1)
def find_weapons(doc: Doc) -> list[WeaponMention]:
    """Return the weapons named in `doc`, the longest expression first; those of the last page are kept."""
    modes, found, done = weapon_modes(), [], 0
    endings = _weapon_endings()
    told = columns(doc)
    words = zip(told.pos, told.lemma, told.text, strict=True)
    can_end = [pos in {"NOUN", "PROPN"} and (lemma in endings or text == "-") for pos, lemma, text in words]
    ends = [i for i, can in enumerate(can_end) if can]
    for start in sorted({i for end in ends for i in range(max(0, end - LONGEST_WEAPON + 1), end + 1)}):
        end = _weapon_end(told, start, can_end) if start >= done else None
        if end is not None:
            done = end
            found.append(WeaponMention(tokens=doc[start:end], mode=modes[_lemmas(told, start, end)]))
    return found


@cache
def _weapon_endings() -> frozenset[str]:
    return frozenset(noun.rsplit(maxsplit=1)[-1] for noun in weapon_modes())


def _weapon_end(told: Columns, start: int, can_end: list[bool]) -> int | None:
    ends = range(min(start + LONGEST_WEAPON, len(can_end)), start, -1)
    return next((e for e in ends if can_end[e - 1] and _lemmas(told, start, e) in weapon_modes()), None)


def _lemmas(told: Columns, start: int, end: int) -> str:
    return " ".join(told.lemma[i] for i in range(start, end) if told.text[i] != "-")
