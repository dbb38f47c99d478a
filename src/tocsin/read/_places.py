"""Places: which a page names, where they are, and how sure that is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from tocsin.core.values import Place, PlaceBasis
from tocsin.core.vocabulary import toml_table
from tocsin.read._columns import columns
from tocsin.read._gazetteer import Entry, country_names, gazetteer
from tocsin.read._mentions import PlaceMention
from tocsin.read._parse import Page
from tocsin.read._place_borders import border_mentions
from tocsin.read._place_headings import is_heading
from tocsin.read._place_history import as_of
from tocsin.read._place_holders import Holders
from tocsin.read._place_names import Candidate, Names, place_names
from tocsin.read._place_namesakes import LARGE, Namesakes, is_bare_unit_abroad, is_small_town
from tocsin.read._place_ranking import Ranking
from tocsin.read._place_references import told_capitals
from tocsin.read._place_relative import Bearing, bearing_of, midpoint
from tocsin.read._place_senses import Scene, scene_of, senses, share_of
from tocsin.read._place_sites import SITE_PRECISION_M, Unlisted, site_of, unlisted_names
from tocsin.read._place_surroundings import Surroundings, tells_no_scene, tells_speaker
from tocsin.read._place_within import distance_km, inside

EVIDENCE = {
    "locative": 3.5, "country": 4.0, "region": 4.0, "qualified": 3.0, "unit word": 2.0, "several words": 1.0,
    "large": 1.0, "very large": 1.0, "capital": 1.0, "report country": 2.0, "not a proper noun": -3.0,
    "name of a person": -4.0, "other name only": -0.5, "starts a sentence": -0.5,
    "behind an article": -2.0, "taken or held": 2.0, "described": 3.0, "dateline": 3.0, "named elsewhere": 2.0,
    "of another country": -2.5, "government": 2.0,
    "second-order unit": 3.0, "added by the user": 2.0, "heads a paragraph": 3.0,
}  # fmt: skip
LEAST_EVIDENCE = 3.0
DATELINE_TOKENS = 12
DESCRIPTION_REACH = 7
VERY_LARGE = 1_000_000
FARTHEST_APART_KM = 500.0
HALF = 0.5
ANOTHER_COUNTRY = 0.1  # of the votes for the leading one
BASIS: dict[str, PlaceBasis] = {"town": "gazetteer"}
APPOSED = frozenset({"a", "an", "the", "small", "remote", "some", "about", "lying"})
SUBJECTS = frozenset({"nsubj", "csubj"})


def find_places(page: Page) -> list[PlaceMention]:
    """Return the places that `page` names, in order, with coordinates, precision and basis where they are known."""
    told = _told(page)
    names, chosen = told.names, told.chosen
    accepted = [c for c in told.accepted if not (_may_govern(chosen[c.start]) and _speaks(page.doc, c))]
    borders = border_mentions(names, chosen, told.scene)
    covered = [False] * len(page.doc)
    mentions = [
        *(PlaceMention(tokens=page.doc[b.start : b.end], place=b.place) for b in borders),
        *_between(page.doc, names, accepted, chosen),
    ]
    for mention in mentions:
        _cover(covered, mention)
    for candidate in accepted:
        if not any(covered[candidate.start : candidate.end]):
            mention = _mention(page.doc, names, candidate, told.ranked[candidate.start])
            mentions.append(replace(mention, place=told.holders.of_name(candidate).fill(mention.place)))
            _cover(covered, mentions[-1])
    mentions.sort(key=lambda m: m.tokens.start)
    mentions.extend(told_capitals(mentions, page.doc))
    mentions.extend(list(_unlisted(told, page, covered, mentions)))
    day = _day_of(page)
    dated = (replace(m, place=as_of(m.place, day)) for m in mentions)
    return sorted(dated, key=lambda m: m.tokens.start)


def _day_of(page: Page) -> date | None:
    """Return the day on which a report was published."""
    published = page.document.published
    return published.start if published is not None else None


def named_places(page: Page) -> list[tuple[TokenSpan, Place]]:
    """Return the names of places on `page` in order, also those of governments and of a country's people or things."""
    told = _told(page)
    found = [(page.doc[c.start : c.end], told.place(c)) for c in told.accepted]
    covered = [False] * len(page.doc)
    found += [
        (page.doc[i : i + 1], place_of(page.doc[i].text, entry, None, has_site=False))
        for i, code in told.names.nationalities
        if (entry := _country(code)) is not None
    ]
    for tokens, _ in found:
        covered[tokens.start : tokens.end] = [True] * len(tokens)
    listed = [PlaceMention(tokens=tokens, place=place) for tokens, place in found[: len(told.accepted)]]
    found += [(m.tokens, m.place) for m in _unlisted(told, page, covered, listed)]
    return sorted(found, key=lambda one: one[0].start)


class _Told(NamedTuple):
    """The names on a page, what it is about, the places each may stand for, the best of them, and which names count.

    `namesakes` are names of places that the gazetteer lacks: those that it has of that name are not meant.
    """

    names: Names
    scene: Scene
    ranked: dict[int, Ranking]
    chosen: dict[int, Entry]
    holders: Holders
    free: list[Candidate]
    accepted: list[Candidate]
    namesakes: list[Candidate]

    def place(self, name: Candidate) -> Place:
        """Return the place that a name stands for, with the units that it is told to lie in."""
        return self.holders.of_name(name).fill(place_of(name.name, self.chosen[name.start], None, has_site=False))


def _told(page: Page) -> _Told:
    names = place_names(page, gazetteer())
    free = [c for c in names.candidates if c.fit in {"free", "unit"}]
    scene, within = scene_of(names, free), inside(names, free)
    ranked = senses(names, free, scene, within)
    chosen = {start: ranking.best for start, ranking in ranked.items()}
    holders = Holders(names, chosen, within, scene)
    namesakes = Namesakes(names, chosen, within, scene).among(free, page.doc)
    known = [
        c for c in free if c.name not in namesakes and not holders.is_elsewhere(c)
        and not is_bare_unit_abroad(c, chosen[c.start], names, scene)
    ]  # fmt: skip
    accepted = _accepted(page.doc, names, known, chosen, scene)
    others = [c for c in free if c.name in namesakes and c.locative and names.words.at(c.start - 1) != "between"]
    return _Told(names, scene, ranked, chosen, holders, free, accepted, others)


def _is_unheard(entry: Entry, scene: Scene) -> bool:
    """Return whether a small town lies in a country that hardly anything in the report speaks for."""
    votes = scene.total()
    return is_small_town(entry) and bool(votes) and share_of(votes, entry.countries) < ANOTHER_COUNTRY


def _is_qualified(candidate: Candidate, names: Names) -> bool:
    """Return whether another name behind a comma tells where it lies."""
    return names.words.at(candidate.end) == "," and any(c.start == candidate.end + 1 for c in names.candidates)


def _country(code: str) -> Entry | None:
    found = gazetteer().find(country_names()[code])
    return next((e for e in found if e.kind == "country" and e.country == code), None)


def _cover(covered: list[bool], mention: PlaceMention) -> None:
    covered[mention.tokens.start : mention.tokens.end] = [True] * len(mention.tokens)


def _accepted(doc: Doc, names: Names, free: list[Candidate], chosen: dict[int, Entry], scene: Scene) -> list[Candidate]:
    """Return the candidates with enough evidence that they name places here."""
    persons = {c.name for c in names.candidates if c.fit in {"foreign", "person"}}
    sure = {
        c.name for c in free if c.locative and _evidence(doc, names, c, chosen[c.start], scene) >= LEAST_EVIDENCE
        and not c.initial
    }  # fmt: skip
    accepted = []
    for candidate in free:
        evidence = _evidence(doc, names, candidate, chosen[candidate.start], scene)
        if candidate.name in persons and not candidate.locative:
            evidence += EVIDENCE["name of a person"] * (not _heads(candidate, chosen[candidate.start], names, scene))
        evidence += EVIDENCE["named elsewhere"] * (candidate.name in sure and candidate.name not in persons)
        if evidence >= LEAST_EVIDENCE:
            accepted.append(candidate)
    return accepted


def _evidence(doc: Doc, names: Names, candidate: Candidate, entry: Entry, scene: Scene) -> float:
    proper = any(doc[i].tag_ in {"NNP", "NNPS"} for i in range(candidate.start, candidate.end))
    qualified = _is_qualified(candidate, names)
    heads = _heads(candidate, entry, names, scene)
    share = share_of(scene.total(), entry.countries)
    return sum(
        EVIDENCE[name]
        for name, holds in (
            ("locative", candidate.locative),
            ("country", entry.kind == "country"),
            ("region", entry.kind == "region"),
            ("second-order unit", entry.kind == "admin2" and not entry.bare),
            ("added by the user", entry.by_user),
            ("qualified", qualified),
            ("unit word", candidate.unit_word),
            ("several words", candidate.end - candidate.start > 1),
            ("large", entry.population >= LARGE),
            ("very large", entry.population >= VERY_LARGE),
            ("capital", entry.capital),
            ("report country", share >= 0.5),
            ("of another country", _is_unheard(entry, scene) and not qualified),
            ("not a proper noun", not proper and not heads),
            ("other name only", not entry.main and entry.population < LARGE),
            ("starts a sentence", candidate.initial),
            ("government", entry.capital and _speaks(doc, candidate)),
            ("taken or held", _is_taken(doc, candidate)),
            ("described", _is_described(doc, candidate)),
            ("dateline", candidate.end < DATELINE_TOKENS and _is_dateline(doc, candidate)),
            ("heads a paragraph", heads),
            ("behind an article", _is_behind_article(doc, candidate, entry)),
        )
        if holds
    )


def _heads(candidate: Candidate, entry: Entry, names: Names, scene: Scene) -> bool:
    """Return whether the name, the first of a place that the report may be about, heads a paragraph ("GAO.")."""
    known = candidate.initial and entry.main and not _is_unheard(entry, scene)
    return known and is_heading(names.words, candidate.start, candidate.end)


def _is_behind_article(doc: Doc, candidate: Candidate, entry: Entry) -> bool:
    """Return whether an article makes the name a thing ("in the Honda"), where no noun follows ("the Gao market")."""
    if entry.kind not in {"town", "admin1"} or candidate.start == 0 or candidate.unit_word:
        return False
    follows = doc[candidate.end].tag_ if candidate.end < len(doc) else ""
    return doc[candidate.start - 1].lower_ in {"the", "a", "an"} and follows not in {"NN", "NNS", "NNP", "HYPH"}


def _is_taken(doc: Doc, candidate: Candidate) -> bool:
    """Return whether the name is what is seized, held, bombed, reached."""
    root = doc[candidate.start : candidate.end].root
    while root.dep_ == "conj" and root.head is not root:
        root = root.head
    return root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_.lower() in _words("conquest_verbs")


def _is_described(doc: Doc, candidate: Candidate) -> bool:
    """Return whether the name is said to be a town ("Konna, a town on the river")."""
    after = columns(doc).lower[candidate.end : candidate.end + DESCRIPTION_REACH]
    if after[:1] != [","] or after[1:2] not in [["a"], ["an"], ["the"]]:
        return False
    return any(w in _words("settlement_words") for w in after)


def _is_dateline(doc: Doc, candidate: Candidate) -> bool:
    """Return whether the name in capitals opens the report, with a dash or a bracket soon behind it."""
    name = doc[candidate.start : candidate.end]
    after = [t.text for t in doc[candidate.end : candidate.end + DATELINE_TOKENS]]
    return name.text.isupper() and any(w in {"-", "–", "—", "--", "("} for w in after)


def _speaks(doc: Doc, candidate: Candidate) -> bool:
    """Return whether a name stands for a government ("Washington said")."""
    root = doc[candidate.start : candidate.end].root
    return root.dep_ in SUBJECTS and root.head.lemma_.lower() in _words("speech")


def _may_govern(entry: Entry) -> bool:
    """Return whether the name of a place may stand for its government: that of no town but a capital does."""
    return entry.capital or entry.kind != "town"


def _mention(doc: Doc, names: Names, candidate: Candidate, ranking: Ranking) -> PlaceMention:
    entry = ranking.best
    bearing = bearing_of(names.words, candidate.start, entry)
    name = doc[candidate.start : candidate.end]
    end = candidate.end + (candidate.fit == "unit" and names.words.text[candidate.end][:1].isupper())
    start = bearing.start if bearing else candidate.start
    site = site_of(doc, names, name) or (doc[start:end].text if bearing else None)
    place = place_of(_spelling(name.text, entry), entry, bearing, has_site=site is not None)
    return PlaceMention(tokens=doc[start:end], place=replace(place, runners_up=ranking.runners_up()), site=site)


def place_of(name: str, entry: Entry, bearing: Bearing | None, *, has_site: bool) -> Place:
    """Return the place of an entry under `name`, moved by a bearing, wider where the name is that of a site in it."""
    precision_m = entry.precision_m
    if bearing is not None:
        precision_m = bearing.precision_m
    elif has_site and entry.kind == "town":
        precision_m = max(precision_m, SITE_PRECISION_M)
    return Place(
        name=name,
        country=entry.country,
        admin1=entry.admin1,
        admin2=entry.name if entry.kind == "admin2" else None,
        lat=round(bearing.lat if bearing else entry.lat, 4),
        lon=round(bearing.lon if bearing else entry.lon, 4),
        precision_m=precision_m,
        basis="relative" if bearing else _basis(entry),
    )


def _basis(entry: Entry) -> PlaceBasis:
    return "user" if entry.by_user else BASIS.get(entry.kind, "centroid")


def _spelling(name: str, entry: Entry) -> str:
    """Return the gazetteer's name of a country or of a name in capitals, else the report's spelling."""
    return entry.name if entry.kind == "country" or name.isupper() else name


def _between(doc: Doc, names: Names, accepted: list[Candidate], chosen: dict[int, Entry]) -> list[PlaceMention]:
    """Return the middle of each "between X and Y" of two towns."""
    by_start = {c.start: c for c in accepted}
    found = []
    for left in accepted:
        right = by_start.get(left.end + 1)
        if names.words.at(left.start - 1) != "between" or names.words.at(left.end) != "and" or right is None:
            continue
        first, last = chosen[left.start], chosen[right.start]
        if first.kind != "town" or last.kind != "town" or distance_km(first, last) > FARTHEST_APART_KM:
            continue
        lat, lon, precision_m = midpoint(first, last)
        country = first.country if first.country == last.country else None
        tokens = doc[left.start - 1 : right.end]
        place = Place(name=tokens.text, country=country, lat=lat, lon=lon, precision_m=precision_m, basis="relative")
        found.append(PlaceMention(tokens=tokens, place=place, site=tokens.text))
    return found


def _unlisted(told: _Told, page: Page, covered: list[bool], listed: list[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield names in clear place context that no gazetteer holds, at the point of what they are told to lie in.

    The country is the one told with it, else the one that the places around and the report as a whole speak for.
    """
    found = unlisted_names(told.names, covered, told.holders.holds_name_before)
    known = {i for one in found for i in range(one.start, one.end)}
    found += [Unlisted(c.start, c.end) for c in told.namesakes if known.isdisjoint(range(c.start, c.end))]
    if not found:
        return
    around = _surroundings(told, page.doc, listed)
    for unlisted in found:
        tokens = page.doc[unlisted.start : unlisted.end]
        place = told.holders.of_words(unlisted.start, unlisted.end).fill(Place(name=tokens.text))
        beside = _told_beside(tokens, listed)
        if beside is not None:
            tokens = page.doc[unlisted.start : beside.tokens.end]
            place = replace(beside.place, name=place.name, runners_up=())
        country = place.country or around.country(tokens.start)
        yield PlaceMention(tokens=tokens, place=replace(place, country=country))


def _surroundings(told: _Told, doc: Doc, listed: list[PlaceMention]) -> Surroundings:
    """Return the places told on a page without those where somebody speaks or talks are held, and its votes so."""
    away = [c for c in told.free if _is_away(told, doc, c)]
    silent = {i for c in away for i in range(c.start, c.end)}
    nations = [(i, code) for i, code in told.names.nationalities if not tells_speaker(doc[i])]
    votes = scene_of(
        replace(told.names, nationalities=nations), [c for c in told.free if c.start not in silent]
    ).total()
    return Surroundings([m for m in listed if m.tokens.root.i not in silent], told.names.words, votes)


def _is_away(told: _Told, doc: Doc, name: Candidate) -> bool:
    entry = told.chosen[name.start]
    away = tells_no_scene(doc[name.start : name.end].root, seat=entry.capital, town=entry.kind == "town")
    return away and not is_heading(told.names.words, name.start, name.end)


def _told_beside(name: TokenSpan, listed: list[PlaceMention]) -> PlaceMention | None:
    """Return the bearing that is told of a name right behind it: "Rasma near Gao", "Rasma, a village near Gao"."""
    bearings = (m for m in listed if m.place.basis == "relative" and m.tokens.start >= name.end)
    first = next(bearings, None)
    return first if first is not None and _is_apposed(name.doc[name.end : first.tokens.start]) else None


def _is_apposed(between: TokenSpan) -> bool:
    """Return whether the words between a name and a bearing only open an apposition: nothing, or ", a village"."""
    if not len(between):
        return True
    opening, *rest = (t.lower_ for t in between)
    return opening in {",", "("} and set(rest) <= APPOSED | _words("settlement_words")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(toml_table("places.toml")["words"][name])
