"""Headlines of incidents, made from their slots alone."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from tocsin.core.record import ActorRole, Toll
from tocsin.core.values import Place, Target, When
from tocsin.core.vocabulary import toml_table
from tocsin.link._words import is_counted, is_described

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
PLURALS = ("men", "people", "police", "troops", "women", "children")
SINGULAR_STARTS = ("a ", "an ", "one ")


def title(
    kind: tuple[str, str | None], actors: Sequence[ActorRole], targets: Sequence[Target], *,
    scene: tuple[Place | None, When | None], killed: Toll | None,
) -> str:  # fmt: skip
    """Return a headline for an incident of `kind` (type and mode) at `scene` (place and time).

    >>> title(("ASSAULT", None), (), (), scene=(Place(name="Gao"), None), killed=None)
    'Attack in Gao'
    """
    where, when = scene
    who = [_inner(a.actor) for a in actors if a.role == "who"]
    hit = [t.text for t in targets] + [a.actor for a in actors if a.role == "whom"]
    whom = [_inner(name) for name in hit if not is_counted(name) and _inner(name) not in who]
    head = _mutual(kind, who) if kind[0] in MUTUAL else _one_sided(_words(*kind), who, whom)
    if where is not None and where.name.casefold() not in head.casefold():
        head += f" in {where.name}"
    if when is not None and (dated := _dated(when)):
        head += f", {dated}"
    head += _counted(killed)
    return head[0].upper() + head[1:]


def _inner(name: str) -> str:
    """Return `name` as it is written inside a sentence."""
    return name[0].lower() + name[1:] if is_described(name) else name


def _words(type_: str, mode: str | None) -> dict[str, Any]:
    row: dict[str, Any] = toml_table("link_titles.toml")[type_]
    chosen: dict[str, Any] = row.get("modes", {}).get(mode, row)
    return chosen


def _mutual(kind: tuple[str, str | None], who: Sequence[str]) -> str:
    noun = str(_words(*kind)["noun"])
    if len(who) > 1:
        return f"{noun} between {', '.join(who[:-1])} and {who[-1]}"
    return f"{noun} with {who[0]}" if who else noun


def _one_sided(words: dict[str, Any], who: Sequence[str], whom: Sequence[str]) -> str:
    if who and whom and _is_plural(who[0]):
        return f"{who[0]} {words['verb']} {whom[0]}"
    head = f"{words['noun']} {words['on']} {whom[0]}" if whom else str(words["noun"])
    return f"{head} by {who[0]}" if who else head


def _is_plural(name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1].casefold()
    plural = last.endswith(PLURALS) or (last.endswith("s") and not last.endswith("ss"))
    return is_described(name) and plural and not name.casefold().startswith(SINGULAR_STARTS)


def _dated(when: When) -> str:
    if when.start is None or when.end is None:
        return f"before {_day(when.end)}" if when.end is not None else f"after {_day(when.start)}" if when.start else ""
    if when.start == when.end:
        return _day(when.start)
    if when.start.day == 1 and (when.end + timedelta(days=1)).day == 1 and when.start.month == when.end.month:
        return f"{when.start:%B %Y}" if when.start.year == when.end.year else f"{when.start.year}-{when.end.year}"
    return f"between {_day(when.start)} and {_day(when.end)}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day is not None else ""


def _counted(killed: Toll | None) -> str:
    if killed is None or killed.best is None or killed.best == 0:
        return ""
    least = "at least " if killed.high is None and killed.low == killed.best else ""
    return f": {least}{killed.best} killed"
