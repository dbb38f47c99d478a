"""Headlines of incidents, made from their slots alone."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from tocsin.core.record import ActorRole, Incident
from tocsin.core.values import Place, Target, When
from tocsin.core.vocabulary import toml_table
from tocsin.link._phrases import article, inner, is_many, is_person, short, uncounted
from tocsin.link._words import distinct, is_counted, is_described

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
MOST_PARTIES = 3
# Incidents of one time name the same few thousand people and things.
NAMES_HELD = 4000


def title(
    kind: tuple[str, str | None], actors: Sequence[ActorRole], targets: Sequence[Target], where: Place | None
) -> str:
    """Return a headline for an incident of `kind` (type and mode): who did what to whom, and where.

    When it was and how many died is left to what stands beside it. A name told on both sides is on neither.

    >>> title(("ASSAULT", None), (), (), Place(name="Gao"))
    'Attack in Gao'
    """
    form = _form(*kind)
    who, against = (_shown(a.actor for a in actors if a.role == role) for role in ("who", "whom"))
    doing = [n for n in who if n not in against]
    if kind[0] in MUTUAL and form.get("is_mutual", True):
        head = _mutual(str(form["noun"]), [*doing, *(n for n in against if n not in who)])
    else:
        hit = _shown(_hit(form, [a.actor for a in actors if a.role == "whom"], [t.text for t in targets]))
        head = _one_sided(form, doing, [n for n in hit if n not in who])
    if where is not None and not _names(head, where.name):
        head += f" {_scene(where.name, str(form.get('at', 'in')))}"
    return head[0].upper() + head[1:]


def dated(incident: Incident) -> str:
    """Return the headline of `incident` with its date, for where nothing else tells it from others."""
    day = _dated(incident.when) if incident.when is not None else ""
    return f"{incident.title}, {day}" if day else incident.title


@cache
def _form(type_: str, mode: str | None) -> dict[str, Any]:
    row: dict[str, Any] = toml_table("link_titles.toml")[type_]
    chosen: dict[str, Any] = row | row.get("modes", {}).get(mode, {})
    return chosen


def _shown(names: Iterable[str]) -> list[str]:
    """Return the names as they are written inside a headline, without how many; left out what then says nothing."""
    return list(dict.fromkeys(filter(None, map(_phrase, names))))


@lru_cache(maxsize=NAMES_HELD)
def _phrase(name: str) -> str:
    phrase = short(name)
    return uncounted(inner(phrase)) if phrase else ""


def _hit(form: dict[str, Any], whom: Sequence[str], things: Sequence[str]) -> list[str]:
    """Return what was hit, what a headline would name first; those only counted among the victims are left out."""
    if form.get("hits") == "people":
        named = [n for n in whom if not is_described(n)]
        return [*named, *(n for n in (*whom, *things) if is_person(n))]
    if form.get("hits") == "things":
        return [n for n in things if not is_person(n)]
    return sorted([*things, *(n for n in whom if not is_counted(n))], key=is_counted)


def _mutual(noun: str, parties: Sequence[str]) -> str:
    named = [article(n) for n in distinct(list(parties))]
    if len(named) > MOST_PARTIES:
        return f"{noun} between {', '.join(named[: MOST_PARTIES - 1])} and others"
    if len(named) > 1:
        return f"{noun} between {', '.join(named[:-1])} and {named[-1]}"
    return f"{noun} involving {named[0]}" if named else noun


def _one_sided(form: dict[str, Any], who: Sequence[str], whom: Sequence[str]) -> str:
    if who and whom and is_many(who[0]):
        return f"{who[0]} {form['verb']} {article(whom[0])}"
    noun = str(form["noun"])
    if who and noun.rsplit(maxsplit=1)[-1] in who[0].split():
        noun = noun.split(" of ", maxsplit=1)[0]
    head = f"{noun} {form['on']} {article(whom[0])}" if whom else noun
    return f"{head} {form.get('by', 'by') if not whom else 'by'} {article(who[0])}" if who else head


def _names(head: str, place: str) -> bool:
    return re.search(rf"\b{re.escape(place)}\b", head, re.IGNORECASE) is not None


def _scene(place: str, at: str) -> str:
    """Return a place behind `at`, or behind the words that it takes instead."""
    rows: list[dict[str, Any]] = toml_table("link_titles.toml")["scenes"]
    first, last = place.split(maxsplit=1)[0].casefold(), place.rsplit(maxsplit=1)[-1].casefold()
    words = next((r["words"] for r in rows if first in r.get("first", ()) or last in r.get("last", ())), "{at}")
    return f"{words.format(at=at)} {place}"


def _dated(when: When) -> str:
    if when.start is None or when.end is None:
        return f"before {_day(when.end)}" if when.end is not None else f"after {_day(when.start)}" if when.start else ""
    if when.start == when.end:
        return _day(when.start)
    if (when.start.month, when.start.day, when.end.month, when.end.day) == (1, 1, 12, 31):
        return f"{when.start.year}" if when.start.year == when.end.year else f"{when.start.year} to {when.end.year}"
    is_month = when.start.day == 1 and (when.end + timedelta(days=1)).day == 1
    if is_month and (when.start.year, when.start.month) == (when.end.year, when.end.month):
        return f"{when.start:%B %Y}"
    return f"between {_day(when.start)} and {_day(when.end)}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day is not None else ""
