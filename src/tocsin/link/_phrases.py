"""Names and descriptions from reports as they are written inside a headline."""

import re
from functools import cache

from tocsin.core.vocabulary import toml_table
from tocsin.link._words import country_tokens, is_counted, is_described, tokens, words

# "CAIRO - ", "ALGIERS, Jan 17 - ": where a report was written, in front of its first words.
DATELINE = re.compile(r"^[A-Z][A-Z'’ ]{2,40}(?:[,/(][^-–—]{0,40})? ?[-–—]+ ")
# What follows these words says more about the head of a description than a headline has room for.
TAIL = re.compile(
    r",? (?:who|whom|whose|that|which|where|when|while)\b"
    r"| (?:in|at|inside|outside|near|from|around) (?=the\b|[A-Z])| [-–—]+ "
)
# A headline has nobody that these words could point back to.
POINTING = re.compile(r"^(?:(?:its|their|his|her|our|my|this|that)(?: own)?|the own) (?:the )?", re.IGNORECASE)
HEAD_END = re.compile(r" (?:of|for|in|against|at|on) ")
CAPITALISED = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)*")
PLURALS = ("men", "women", "people", "police", "troops", "children", "forces")
MEN = ("man", "men", "woman", "women")
SINGULAR_STARTS = ("a ", "an ", "one ", "each ", "every ")
ONE = frozenset({"one", "1"})
POSSESSIVES = ("'s", "’s", "s'", "s’")


def short(name: str) -> str:
    """Return `name` without a dateline; a description also without clauses and places; "" where no phrase is left.

    >>> short("CAIRO - More than 50 policemen"), short("the last gunmen inside the barracks at Agadez")
    ('More than 50 policemen', 'the last gunmen')
    >>> short("its own men"), short("their trucks"), short("That Was the Week")
    ('the men', 'the trucks', 'That Was the Week')
    >>> short("al-Qaeda in the Islamic Maghreb"), short("-old volunteer")
    ('al-Qaeda in the Islamic Maghreb', '')
    """
    phrase = DATELINE.sub("", " ".join(name.split())).removeprefix("dead ")  # "shot dead two men"
    if is_described(TAIL.split(phrase, maxsplit=1)[0]):
        phrase = POINTING.sub("the ", TAIL.split(phrase, maxsplit=1)[0])
    return phrase.strip() if phrase[:1].isalnum() else ""


def inner(name: str) -> str:
    """Return `name` as it is written inside a sentence: its first letter is small only if the word is no name.

    >>> inner("Suicide bombers"), inner("The gunmen"), inner("French troops"), inner("Islamist groups")
    ('suicide bombers', 'the gunmen', 'French troops', 'Islamist groups')
    """
    first = name.split(maxsplit=1)[0]
    is_part = is_counted(first) and " of " in name
    is_common = is_part or first.casefold() in words("determiners") or (is_described(name) and _is_common(first))
    is_word = first == "A" or CAPITALISED.fullmatch(first.rstrip(",")) is not None
    return name[0].lower() + name[1:] if is_common and is_word else name


def uncounted(name: str) -> str:
    """Return who are counted without how many; a name as it is; "" where nobody in particular is counted.

    >>> uncounted("more than 50 Egyptian policemen"), uncounted("dozens of rebels"), uncounted("one soldier")
    ('Egyptian policemen', 'rebels', 'a soldier')
    >>> uncounted("as many as 300,000 people"), uncounted("two of the captives"), uncounted("a market")
    ('', '', 'a market')
    """
    if not is_counted(name):
        return name
    rest = name.split()
    while rest and (is_counted(rest[0]) or rest[0].casefold() in toml_table("link_titles.toml")["counts"]["more"]):
        rest = rest[1:]
    if rest[:1] == ["of"]:
        rest = rest[1:]
    phrase = " ".join(rest)
    if not rest or rest[0].casefold() in words("determiners") or phrase.casefold() in words("everybody"):
        return ""
    if _is_plural(phrase):
        return phrase
    return f"{'an' if phrase[0] in 'aeio' else 'a'} {phrase}" if name.split(maxsplit=1)[0].casefold() in ONE else ""


def is_everybody(name: str) -> bool:
    """Return whether `name` tells only of how many people it speaks.

    >>> is_everybody("31 people"), is_everybody("as many as 200 people from Gao"), is_everybody("31 soldiers")
    (True, True, False)
    """
    rest = HEAD_END.split(TAIL.split(name, maxsplit=1)[0], maxsplit=1)[0].split()
    return is_counted(name) and bool(rest) and rest[-1].casefold() in words("everybody")


def article(name: str) -> str:
    """Return the name of a body with the article that it takes in a sentence; any other name as it is.

    >>> article("UN Security Council"), article("Movement for Justice"), article("Boko Haram"), article("Libya's army")
    ('the UN Security Council', 'the Movement for Justice', 'Boko Haram', "Libya's army")
    """
    first = name.split(maxsplit=1)[0]
    of_country = first.endswith(POSSESSIVES) and not country_tokens().isdisjoint(tokens(first[:-2]))
    if of_country or first.casefold() in words("determiners") or is_described(name) or is_counted(name):
        return name
    head = HEAD_END.split(name, maxsplit=1)[0].split()[-1].casefold()
    return f"the {name}" if head in toml_table("link_titles.toml")["bodies"]["the"] else name


def is_many(name: str) -> bool:
    """Return whether `name` describes several people: what does something in the plural."""
    return is_described(name) and _is_plural(name)


def is_person(name: str) -> bool:
    """Return whether the head of `name` is a noun for people, or a nationality in the plural.

    >>> is_person("four Frenchmen"), is_person("the Canadians"), is_person("a nurse"), is_person("the ministry")
    (True, True, True, False)
    """
    head = HEAD_END.split(name, maxsplit=1)[0].split()[-1].casefold()
    is_national = head.endswith("s") and head[:-1] in country_tokens()
    return is_national or head.endswith(MEN) or not _singulars(head).isdisjoint(_people())


def _is_plural(name: str) -> bool:
    head = HEAD_END.split(name, maxsplit=1)[0].casefold()
    plural = head.endswith(PLURALS) or (head.endswith("s") and not head.endswith(("ss", *POSSESSIVES)))
    return plural and not head.startswith(SINGULAR_STARTS)


def _is_common(word: str) -> bool:
    plain = word.casefold().rstrip(",")
    titles = toml_table("link_titles.toml")["letters"]
    if plain in titles["capital"] or not _singulars(plain).isdisjoint(titles["capital"]):
        return False
    known = words("counts") | _people() | _bodies() | frozenset(titles["small"])
    return plain.partition("-")[0] in words("counts") or not _singulars(plain).isdisjoint(known)


def _singulars(word: str) -> frozenset[str]:
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    if word.endswith("ies"):
        forms.add(f"{word[:-3]}y")
    if word.endswith("men"):
        forms.add(f"{word[:-3]}man")
    return frozenset(forms)


@cache
def _people() -> frozenset[str]:
    table = toml_table("people.toml")
    return frozenset([*table["people"], *table["attackers"], *table["plural_only"]])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(word for row in toml_table("actors.toml")["noun"] for word in row["words"])
