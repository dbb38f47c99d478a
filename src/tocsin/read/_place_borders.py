"""Borders between countries: "near the border with Niger", "the Libyan border", "the Mali-Niger border"."""

from dataclasses import dataclass

from tocsin.core.values import Place
from tocsin.read._gazetteer import Entry, country_names
from tocsin.read._place_names import Names
from tocsin.read._place_relative import border
from tocsin.read._place_senses import Scene

BORDERS = frozenset({"border", "frontier"})
HYPHENS = frozenset({"-", "–"})
SECOND_PARTY_REACH = 3


@dataclass(frozen=True, slots=True)
class BorderMention:
    """Tokens `[start, end)` that tell a border, and where it runs."""

    start: int
    end: int
    place: Place


def border_mentions(names: Names, chosen: dict[int, Entry], scene: Scene) -> list[BorderMention]:
    """Return the borders told on a page; one whose other side cannot be told is left out."""
    parties = _parties(names, chosen)
    found = []
    for at, word in enumerate(names.words.lower):
        if word not in BORDERS:
            continue
        start, end, codes = _told(names, parties, at)
        other = _other_side(names, chosen, scene, at, codes)
        if len(codes) == 1 and other is not None:
            codes = [*codes, other]
        place = _place(codes, other) if len(codes) == 2 else None
        if place is not None:
            found.append(BorderMention(start, end, place))
    return found


def _parties(names: Names, chosen: dict[int, Entry]) -> dict[int, tuple[int, str]]:
    """Return countries and nationalities by first token, with where they end."""
    found = {at: (at + 1, code) for at, code in names.nationalities}
    for candidate in names.candidates:
        entry = chosen.get(candidate.start)
        if entry is not None and entry.kind == "country" and entry.country is not None:
            found[candidate.start] = (candidate.end, entry.country)
    return found


def _told(names: Names, parties: dict[int, tuple[int, str]], at: int) -> tuple[int, int, list[str]]:
    """Return tokens and countries of the border at a token: those right before it, else those behind "with"."""
    start, codes, ends = at, list[str](), {end: first for first, (end, _) in parties.items()}
    while start in ends:
        start = ends[start]
        codes.insert(0, parties[start][1])
        start -= names.words.at(start - 1) in HYPHENS and start - 1 in ends
    if codes or names.words.at(at + 1) not in {"with", "between", "of"}:
        return start, at + 1, codes
    end = at + 2 + (names.words.at(at + 2) == "the")
    for _ in range(SECOND_PARTY_REACH):
        if end in parties:
            end, code = parties[end]
            codes.append(code)
        if names.words.at(end) != "and" or end + 1 not in parties:
            break
        end += 1
    return at, end if codes else at + 1, codes


def _other_side(names: Names, chosen: dict[int, Entry], scene: Scene, at: int, codes: list[str]) -> str | None:
    """Return the country whose border with the one told is meant: of the last place before it, else of the report."""
    if len(codes) != 1:
        return None
    before = [e.country for start, e in sorted(chosen.items()) if start < at]
    sentence = names.words.bounds_of(at)[0]
    nearby = [e.country for start, e in sorted(chosen.items()) if sentence <= start < at]
    for country in [
        *reversed(nearby),
        *(c for c, _ in sorted(scene.total().items(), key=lambda v: -v[1])[:3]),
        *reversed(before),
    ]:
        if country is not None and country != codes[0] and border(country, codes[0]) is not None:
            return country
    return None


def _place(codes: list[str], side: str | None) -> Place | None:
    where = border(codes[0], codes[1])
    if where is None:
        return None
    left, right = (country_names()[code] for code in codes)
    lat, lon, precision_m = where
    name = f"{left}-{right} border"
    return Place(name=name, country=side, lat=lat, lon=lon, precision_m=precision_m, basis="relative")
