"""Fits the weights by which the reader finds when and where an event took place whose own words do not tell.

    python tools/fit_settings.py             # prints what cross-validation says, writes data/settings.toml
    python tools/fit_settings.py --print     # prints only

Two conditional logits: each time (each place) told in a report is a candidate, and so is that none is told. Right are
the times that begin within what the annotators wrote down, and the places within 25 km of it; only the development half
of the gold is read. Weights are shrunk (L2), and what can speak only for a candidate, or only against it, keeps its
sign. Folds are whole reports, by a hash of their names; the records of the reports of each are then measured with
weights fitted on the other folds.

The fit sees every time and place of a report. The reader first drops those that grammar rules out (`may_date`,
`nearest_first`, `of_shared_subject` and `may_hold` in src/tocsin/read/_settings.py), as do the measured records.
Some weights in data/settings.toml were set by hand, as its head says: a run without --print overwrites them.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment, minimize

from tocsin.bench import _gold
from tocsin.bench._counts import Counts
from tocsin.bench._floors import corpus_digest
from tocsin.bench._names import same_name
from tocsin.collect import CollectOptions, collect
from tocsin.core.distance import great_circle_km
from tocsin.core.document import Document
from tocsin.core.values import Place, When
from tocsin.read import _setting_model
from tocsin.read._event_claims import event_mode, event_type, is_background
from tocsin.read._events import EventMention, overlap
from tocsin.read._parse import Page, parse
from tocsin.read._rules import events_told, findings
from tocsin.read._scene import Candidate, Case, Event, Scene, is_broad
from tocsin.read._setting_model import WHEN, WHERE, Model

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold" / "dev"
TARGET = ROOT / "data" / "settings.toml"
HEAD = """\
# What speaks for and against a time or place being that of an event whose own words do not tell, as the log of how many
# times likelier it is. Written by tools/fit_settings.py; the questions are in src/tocsin/read/_setting_time.py and
# _setting_place.py. Written for Tocsin. Apache-2.0.
# Fitted on the development half of the gold ({digest}): {n} events.
# None is told where that is `none_at` times as likely as the best candidate.
"""
FOLDS = 10
SHRINKAGE = 1.0  # of 0.5, 1 and 2 the best by cross-validation, by a little
NONE_AT = {"time": 3.0, "place": 6.0}  # see benchmarks.md: what others give
ALIKE = 2.0  # of about 7: how alike an incident of the gold and an event of the reader are at least
SHORT_DAYS, LONG_DAYS = 31, 366
Json = dict[str, Any]
Matrix = np.ndarray[Any, np.dtype[np.float64]]
MEASURED = (
    "incidents",
    "place within 25 km",
    "no place said where none is told",
    "start date",
    "no date said where none is told",
)
MODELS: tuple[Model[Any], ...] = (WHEN, WHERE)
Weights = dict[str, dict[str, Any]]


class Choice(NamedTuple):
    """An event to be set: a row of features for each candidate, none last, and which of them are right."""

    report: str
    rows: Matrix
    right: np.ndarray[Any, np.dtype[np.bool_]]


def rows_of(event: Event, scene: Scene, candidates: Sequence[Candidate[Any]], model: Model[Any]) -> Matrix:
    """Return the features of each of `candidates` and, last, of none."""
    width = len(model.told)
    told = [[float(f.ask(Case(scene, event, c))) for f in model.told.values()] for c in candidates]
    none = [1.0, *(float(f.ask(event)) for f in model.none.values())]
    return np.array([*([*row, *[0.0] * len(none)] for row in told), [*[0.0] * width, *none]])


def words(text: str) -> set[str]:
    """Return the words of `text` that say something, each by its beginning."""
    return {w[:5] for w in re.findall(r"[a-z]{3,}|\d+", text.lower())} - {"the", "and", "with", "from", "for"}


def likeness(incident: Json, group: list[EventMention], page: Page) -> float:
    """Return how alike an incident of the gold and an event of the reader are, times and places aside where it can."""
    if incident["type"] != event_type(group):
        return 0.0
    who = [a["actor"] for a in incident["actors"]] + [t["text"] for t in incident["targets"]]
    wanted = words(" ".join([incident["title"], *who, (incident["where"] or {}).get("name") or ""]))
    around = words(" ".join(page.sentences[m.sentence].text for m in group))
    close = words(" ".join(t.text for m in group for t in page.doc[m.trigger.head].subtree))
    taking_part = words(" ".join(a.name for m in group for a in (*m.doers, *m.undergoers)))
    shared = 2 * len(wanted & around) + 2 * len(wanted & (close | taking_part))
    same = 0.3 * (event_mode(group) == incident["mode"]) + 0.3 * (is_background(group) == incident["is_background"])
    return 1 + shared / max(1, len(wanted)) + same + 0.5 * _dates(incident, group) + _tolls(incident, group)


def _tolls(incident: Json, group: list[EventMention]) -> float:
    told = {(t.slot, t.number.quantity.best) for m in group for t in m.tolls}
    return any(
        (incident.get(slot) or {}).get("best") and (slot, incident[slot]["best"]) in told for slot in _gold.TOLLS
    )


def _dates(incident: Json, group: list[EventMention]) -> float:
    wanted = interval(incident)
    return wanted is not None and any(overlap(t.when, wanted) for m in group for t in m.times)


def interval(incident: Json) -> When | None:
    """Return when an incident of the gold took place."""
    told = incident["when"]
    if told is None:
        return None
    start, end = date.fromisoformat(told["start"]), date.fromisoformat(told["end"])
    return When(start=start, end=end, edtf="", basis="stated")


def aligned(incidents: Sequence[Json], groups: list[list[EventMention]], page: Page) -> Iterator[tuple[Json, int]]:
    """Yield the incidents of the gold, each with the number of the event that is most alike, one to one."""
    if not incidents or not groups:
        return
    table = np.array([[likeness(i, g, page) for g in groups] for i in incidents])
    for left, right in zip(*linear_sum_assignment(table, maximize=True), strict=True):
        if table[left, right] >= ALIKE:
            yield incidents[left], int(right)


def right_times(times: Sequence[Candidate[Any]], incident: Json) -> list[bool]:
    """Return which times are right, none last: those that begin within the gold's, else short ones that meet it."""
    wanted = interval(incident)
    if wanted is None:
        return [*[False] * len(times), True]
    whens = [t.mention.when for t in times]
    inside = [_n_days(w) <= LONG_DAYS and overlap(w, wanted) and _begins_within(w, wanted) for w in whens]
    short = [_n_days(w) <= SHORT_DAYS and overlap(w, wanted) for w in whens]
    return [*_first_of(inside, short), False]


def _first_of(*found: list[bool]) -> list[bool]:
    return next((rows for rows in found if any(rows)), found[-1])


def _begins_within(when: When, wanted: When) -> bool:
    return (wanted.start or date.min) <= (when.start or date.min) <= (wanted.end or date.max)


def _n_days(when: When) -> int:
    return ((when.end or date.max) - (when.start or date.min)).days


def right_places(places: Sequence[Candidate[Any]], incident: Json) -> list[bool]:
    """Return which places are right, none last: those near the gold's, else the country, else what lies in it."""
    wanted = incident["where"]
    if wanted is None or wanted["country"] is None:
        return [*[False] * len(places), True]
    near = [_is_near(wanted, p.mention.place) for p in places]
    inside = [p.mention.place.country == wanted["country"] for p in places]
    broad = [i and is_broad(p.mention) for i, p in zip(inside, places, strict=True)]
    return [*_first_of(near, broad, inside), False]


def _is_near(wanted: Json, place: Place) -> bool:
    if same_name(wanted["name"] or "", place.name) and wanted["country"] == place.country:
        return True
    if wanted.get("lat") is None or place.lat is None:
        return False
    gold = Place(name=wanted["name"], lat=wanted["lat"], lon=wanted["lon"], precision_m=1)
    return great_circle_km(gold, place) <= _gold.PLACE_KM


def choices() -> dict[str, list[Choice]]:
    """Return by slot the events that take their time, or their place, from the words around them."""
    found: dict[str, list[Choice]] = {model.slot: [] for model in MODELS}
    for file in sorted(GOLD.glob("*.json")):
        wanted = json.loads(file.read_text(encoding="utf-8"))
        for report in collect([ROOT / wanted["report"]], options=CollectOptions(today=date(2100, 1, 1))):
            if isinstance(report, Document):
                for slot, choice in _choices(file.stem, wanted["incidents"], parse(report)):
                    found[slot].append(choice)
    return found


def _choices(name: str, incidents: Sequence[Json], page: Page) -> Iterator[tuple[str, Choice]]:
    told = findings(page)
    groups = events_told(page, told)
    scene = Scene(groups, told, page)
    for incident, n in aligned(incidents, groups, page):
        event = Event(groups[n], scene)
        for model, candidates, right, own in (
            (WHEN, scene.times, right_times, event.tells_time),
            (WHERE, scene.places, right_places, event.tells_place),
        ):
            which = np.array(right(candidates, incident))
            if which.any() and not own:
                yield model.slot, Choice(name, rows_of(event, scene, candidates, model), which)


def fit(data: Sequence[Choice], model: Model[Any]) -> Matrix:
    """Return the weights by which the right candidates are likeliest."""
    speaks = [f.speaks for f in model.told.values()] + ["either"] + [f.speaks for f in model.none.values()]
    bounds = [{"for": (0, None), "against": (None, 0), "either": (None, None)}[s] for s in speaks]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        value, slope = SHRINKAGE * weights @ weights / 2, SHRINKAGE * weights
        for choice in data:
            likely = likelihood(choice, weights)
            there = likely[choice.right].sum()
            value -= np.log(there)
            slope = slope - (np.where(choice.right, likely / there, 0) - likely) @ choice.rows
        return float(value), slope

    found = minimize(loss, np.zeros(len(speaks)), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.round(found.x, 2)


def likelihood(choice: Choice, weights: Matrix) -> Matrix:
    """Return how likely each candidate is by `weights`."""
    scores = choice.rows @ weights
    likely: Matrix = np.exp(scores - scores.max())
    return likely / likely.sum()


def fold_of(report: str) -> int:
    """Return the fold of a report, by its name."""
    return int(sha256(report.encode()).hexdigest(), 16) % FOLDS


def table(weights: Matrix, model: Model[Any], none_at: float) -> dict[str, Any]:
    """Return the weights as the reader takes them; those that are zero are left out."""
    n, values = len(model.told), [float(w) for w in weights]
    told = {name: w for name, w in zip(model.told, values[:n], strict=True) if w}
    none = {name: w for name, w in zip(model.none, values[n + 1 :], strict=True) if w}
    return {"none_told": values[n], "none_at": none_at, "told": told, "none": none}


def cross_validate(data: dict[str, list[Choice]]) -> None:
    """Print what weights give that were fitted on the other folds."""
    fitted = {
        m.slot: [fit([c for c in data[m.slot] if fold_of(c.report) != k], m) for k in range(FOLDS)] for m in MODELS
    }
    for slot, rows in data.items():
        hits = Counter((bool(c.right[-1]), bool(c.right[_argmax(c, fitted[slot][fold_of(c.report)])])) for c in rows)
        print(f"{slot}: right of those told {hits[False, True]} of {hits[False, True] + hits[False, False]}, ", end="")
        print(f"of those not told {hits[True, True]} of {hits[True, True] + hits[True, False]}")
    for none_at in (2.0, 3.0, 4.0):
        tables = [{m.slot: table(fitted[m.slot][k], m, none_at) for m in MODELS} for k in range(FOLDS)]
        counts = ", ".join(f"{w} {c.f1:.3f} ({c.right})" for w, c in measured(tables).items())
        print(f"none_at {none_at:g}: {counts}", flush=True)


def _argmax(choice: Choice, weights: Matrix) -> int:
    return int((choice.rows @ weights).argmax())


def measured(tables: Sequence[Weights]) -> dict[str, Counts]:
    """Return the counts of `tocsin bench gold`, each report read with the weights of its fold."""
    total = dict.fromkeys(MEASURED, Counts())
    for file in sorted(GOLD.glob("*.json")):
        _setting_model.weights = tables[fold_of(file.stem)].__getitem__
        _setting_model._asked.cache_clear()
        wanted = json.loads(file.read_text(encoding="utf-8"))
        for what, counts in _gold._compare(wanted, _gold.record_of(ROOT / wanted["report"], "rules"), _Nowhere()):
            total |= {what: total[what] + counts} if what in total else {}
    return total


class _Nowhere(_gold._Misses):
    """Takes misses and forgets them."""

    def __init__(self) -> None:
        super().__init__("", [])


def written(weights: Weights, data: dict[str, list[Choice]]) -> str:
    """Return the weights as TOML."""
    n = ", ".join(f"{len(rows)} for their {slot}" for slot, rows in data.items())
    parts = [HEAD.format(n=n, digest=corpus_digest(GOLD, root=ROOT)[:12])]
    for slot, found in weights.items():
        parts.append(f"\n[{slot}]\nnone_told = {found['none_told']}\nnone_at = {found['none_at']}\n")
        for part in ("told", "none"):
            parts.append(f"\n[{slot}.{part}]\n" + "".join(f"{name} = {w}\n" for name, w in found[part].items()))
    return "".join(parts)


def main() -> None:
    """Fit, say what it is worth, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", action="store_true", help="write nothing")
    only_print = parser.parse_args().print
    data = choices()
    text = written({m.slot: table(fit(data[m.slot], m), m, NONE_AT[m.slot]) for m in MODELS}, data)
    sys.stdout.write(text)
    if not only_print:
        TARGET.write_text(text, encoding="utf-8")
    cross_validate(data)


if __name__ == "__main__":
    main()
