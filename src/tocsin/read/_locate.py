"""Names of places, for others to ask: what one may stand for, which place it is in a report, what a report names."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.core.document import Document, Span
from tocsin.core.errors import InputError
from tocsin.core.values import Place
from tocsin.read._gazetteer import gazetteer
from tocsin.read._parse import Page, parse
from tocsin.read._place_lookup import entries_of
from tocsin.read._place_names import place_names, with_given
from tocsin.read._place_senses import scene_of, senses
from tocsin.read._place_within import inside
from tocsin.read._places import named_places, place_of


def lookup(name: str) -> tuple[Place, ...]:
    """Return the places that `name` may stand for, the most populous first; empty where the gazetteer holds none.

    >>> [place.country for place in lookup("Timbuktu")][:1]
    ['ML']
    """
    entries, is_part = entries_of(gazetteer(), name)
    return tuple(place_of(name, entry, None, has_site=is_part) for entry in entries)


def locate(document: Document, names: Sequence[Span]) -> tuple[Place | None, ...]:
    """Return the place that each of `names` stands for in `document`, None where the gazetteer holds none of that name.

    The words of `names` are taken to be names of places; the rest of the report decides which.
    """
    page = parse(document)
    given = [_tokens(page, span) for span in names]
    told_as = {tokens: span.words(document.text) for tokens, span in zip(given, names, strict=True)}
    told = with_given(place_names(page, gazetteer()), page, gazetteer(), told_as)
    known = [c for c in told.candidates if c.entries and c.fit in {"free", "unit"}]
    ranked = senses(told, known, scene_of(told, known), inside(told, known))
    by_tokens = {(c.start, c.end): c for c in known}
    found: list[Place | None] = []
    for name, tokens in zip(names, given, strict=True):
        candidate = by_tokens.get(tokens)
        if candidate is None:
            found.append(None)
            continue
        ranking = ranked[tokens[0]]
        place = place_of(name.words(document.text), ranking.best, None, has_site=candidate.is_part)
        found.append(replace(place, runners_up=ranking.runners_up()))
    return tuple(found)


def read_places(document: Document) -> tuple[tuple[Span, Place], ...]:
    """Return the names of places in `document` in order, each with the place it stands for.

    Also names that stand for a government ("Paris said") are among them; parts of other names are not.
    """
    page = parse(document)
    return tuple((page.span(tokens), place) for tokens, place in named_places(page))


def _tokens(page: Page, span: Span) -> tuple[int, int]:
    covered = page.doc.char_span(span.start, span.end, alignment_mode="expand")
    if covered is None:
        raise InputError(f"[{span.start}, {span.end}) is no part of {page.document.id}, {len(page.document.text)} long")
    return covered.start, covered.end
