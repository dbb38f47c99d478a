"""When two names or descriptions of a speaker, actor or place count as the same."""

import re

from anyascii import anyascii

DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "one", "some", "this", "that"})
WORD = re.compile(r"[a-z0-9]+")
STATEMENT_OVERLAP = 0.5


def name_words(name: str) -> list[str]:
    """Return the words of `name` without case, accents, determiners and possessive endings.

    >>> name_words("The president's spokesman")
    ['president', 'spokesman']
    """
    plain = anyascii(name).lower().replace("'s ", " ").replace("' ", " ")
    return [w for w in WORD.findall(plain) if w not in DETERMINERS]


def same_name(left: str, right: str) -> bool:
    """Return whether the words of one name are among those of the other, or one is the other's acronym.

    >>> same_name("a provincial official", "provincial official"), same_name("Niger", "Nigeria")
    (True, False)
    """
    a, b = name_words(left), name_words(right)
    if not a or not b:
        return False
    return set(a) <= set(b) or set(b) <= set(a) or _acronym(a, b) or _acronym(b, a)


def _acronym(short: list[str], long: list[str]) -> bool:
    return (
        len(short) == 1
        and len(long) > 2
        and short[0]
        in {
            "".join(w[0] for w in long),
            "".join(w[0] for w in long if w not in {"of", "for", "and", "in", "to"}),
        }
    )


def word_overlap(left: str, right: str) -> float:
    """Return the F1 of the words that two texts share.

    >>> word_overlap("the men had trained in Niger", "men had trained")
    0.75
    """
    a, b = name_words(left), name_words(right)
    shared = sum(min(a.count(w), b.count(w)) for w in set(a))
    return 2 * shared / (len(a) + len(b)) if a and b else 0.0
