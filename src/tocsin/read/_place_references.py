"""Places named again by a description: "the town", "the village", "there"."""

from spacy.tokens import Doc, Token

from tocsin.core.vocabulary import toml_table
from tocsin.read._mentions import PlaceMention
from tocsin.read._targets import noun_phrase

TOWN_M = 30_000


def with_references(places: list[PlaceMention], doc: Doc) -> list[PlaceMention]:
    """Return `places` and the descriptions that stand for the town named last before them, in the order of the text."""
    named = {i: p for p in places for i in range(p.tokens.start, p.tokens.end)}
    last: PlaceMention | None = None
    found = list(places)
    for token in doc:
        place = named.get(token.i)
        if place is not None:
            last = place if (place.place.precision_m or TOWN_M + 1) <= TOWN_M else last
        elif last is not None and _points_back(token):
            tokens = noun_phrase(token) if token.pos_ == "NOUN" else doc[token.i : token.i + 1]
            found.append(PlaceMention(tokens=tokens, place=last.place))
    return sorted(found, key=lambda p: p.tokens.start)


def _points_back(token: Token) -> bool:
    """Return whether `token` is "there" or the noun of "the town", with no name of its own."""
    if token.lower_ == "there":
        return token.dep_ == "advmod" and token.tag_ == "RB"
    if token.tag_ != "NN" or token.lemma_ not in toml_table("places.toml")["references"]:
        return False
    definite = any(c.lower_ in {"the", "this", "that"} and c.dep_ == "det" for c in token.lefts)
    return definite and not any(c.dep_ in {"amod", "compound", "prep", "appos", "relcl"} for c in token.children)
