"""Chooses the members and weights of the default pool on forecasts of 2006 to 2017, and prints what was compared.

    python tools/choose_pool.py --data BENCH/conflict            # some minutes; writes nothing
    python tools/choose_pool.py --data BENCH/conflict --keep DIR # forecasts are kept there, and taken from there

The panel ends in December 2017 before anything is fitted, so no later month can be seen. Each model forecasts each year
from data up to October of the year before, as `tocsin bench views` does. Compared are all mixes of MODELS with a unit's
own months by OWN_WEIGHTS. RULE tells what is best; the table that docs/benchmarks.md quotes is what this script prints.
"""

import argparse
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from tocsin.bench._views import ACTIVE_MONTHS, HORIZONS, LAST_KNOWN_MONTH
from tocsin.bench._views_data import read_near, read_panel
from tocsin.core.panel import Panel
from tocsin.forecast import FORECASTERS, GRID, Task
from tocsin.score import coverage
from tocsin.score._rules import CHALLENGE_DRAWS, IGN_EDGES

RULE = """\
Rule: the lowest mean of the logarithms of IGN and of CRPS of log1p, of 2006-2011 and of 2012-2017, among those with
CRPS of at most 18.4 over 2013-2017 and coverage of 87 to 92% on active countries over 2012-2017. CRPS and MIS stand
outside of it, for a few countries make them."""
YEARS = tuple(range(2006, 2018))
LATE, LAST_FIVE = 2012, 2013
SCORES = ("CRPS", "CRPS of log1p", "IGN", "MIS")
RULED = ("CRPS of log1p", "IGN")
MOST_CRPS, COVERED = 18.4, (0.87, 0.92)

# Parts of each model beside `own`: one, two or all three of them, and all with one of them twice.
NAMES = ("ladder", "hawkes", "net")
MODELS = (
    (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1), (2, 1, 1), (1, 2, 1), (1, 1, 2),
)  # fmt: skip
# Weights of `own`: the least, and what is added where every month had any.
OWN_WEIGHTS = (
    (0.2, 0.0), (0.3, 0.0), (0.4, 0.0), (0.5, 0.0), (0.6, 0.0),
    (0.2, 0.2), (0.2, 0.3), (0.2, 0.4), (0.3, 0.2), (0.3, 0.3), (0.4, 0.2),
)  # fmt: skip
Array = np.ndarray[Any, np.dtype[Any]]


class Mix(NamedTuple):
    """A pool: parts of each model of NAMES, and the weights of `own`."""

    parts: tuple[int, ...]
    own: tuple[float, float]

    def mass(self, said: dict[str, Array]) -> Array:
        """Return how likely the pool holds it that at most each count of GRID comes (N, G)."""
        told = sum(np.float32(p / sum(self.parts)) * said[n] for n, p in zip(NAMES, self.parts, strict=True) if p)
        least, more = self.own
        weight = least + more * (1 - said["own"][:, :1])
        return np.asarray(told + weight * (said["own"] - told))

    def __str__(self) -> str:
        parts = " + ".join(f"{p} {n}" for n, p in zip(NAMES, self.parts, strict=True) if p)
        return f"{parts}; own {self.own[0]:.1f} to {sum(self.own):.1f}"


@dataclass(frozen=True)
class Seen:
    """Of N cells that were observed: what came and in which year, which units were active, and how likely each member
    held it that at most each count of GRID would come (N, G).
    """

    came: Array
    year: Array
    active: Array
    said: dict[str, Array]

    @cached_property
    def steps(self) -> dict[str, tuple[Array, Array, Array]]:
        """Return for each CRPS the steps of its grid, which part of each lies above what came, and a rest (N,)."""
        found = {}
        for rule, grid, y in (("CRPS", GRID, self.came), ("CRPS of log1p", np.log1p(GRID), np.log1p(self.came))):
            above = np.clip((grid[1:] - y[:, None]) / np.diff(grid), 0, 1).astype(np.float32)
            found[rule] = np.diff(grid), above, (above * (1 - above)) @ np.diff(grid)
        return found


def look(data: Path, keep: Path | None) -> Seen:
    """Return the forecasts of all members for YEARS, each from what was known then; `keep` holds those made before."""
    panel = read_panel(data, target="ged_sb").until(date(YEARS[-1], 12, 1))
    task = Task(horizons=HORIZONS, near=read_near(data, panel.units))
    origins = [date(year - 1, LAST_KNOWN_MONTH, 1) for year in YEARS]
    came = np.stack([_came(panel, origin) for origin in origins])
    there = np.isfinite(came)
    pasts = [panel.until(origin) for origin in origins]
    said = {}
    for name in (*NAMES, "own"):
        file = keep / f"{name}.npy" if keep else None
        if file is not None and file.is_file():
            pmf = np.load(file)
        else:
            pmf = np.stack([FORECASTERS.make(name).fit(past, task).pmf(past).astype(np.float32) for past in pasts])
            if file is not None:
                np.save(file, pmf)
        said[name] = np.cumsum(pmf[there], axis=-1)
        print(f"{name} is done", flush=True)
    recent = np.stack([past.counts[-ACTIVE_MONTHS:].sum(axis=0) > 0 for past in pasts])
    years = np.broadcast_to(np.array(YEARS)[:, None, None], came.shape)
    return Seen(came[there], years[there], np.broadcast_to(recent[:, None], came.shape)[there], said)


def _came(panel: Panel, origin: date) -> Array:
    rows = panel.row(origin) + np.array(HORIZONS)
    return np.where(panel.observed[rows], panel.counts[rows], np.nan)


def score(mass: Array, seen: Seen) -> dict[str, Array]:
    """Return the scores (N,) of what is held likely to come at most (N, G), by rule, and its `pit`.

    The CRPS is the integral of the squared difference from what came.
    """
    y, (low, high) = seen.came, (_quantile(mass, level) for level in (0.05, 0.95))
    crps = {rule: (mass[:, :-1] - above) ** 2 @ widths + rest for rule, (widths, above, rest) in seen.steps.items()}
    width, outside = high - low, np.maximum(low - y, 0) + np.maximum(y - high, 0)
    return crps | {"IGN": _ignorance(mass, y), "MIS": width + 20 * outside, "pit": _pit(mass, y)}


def _quantile(mass: Array, level: float) -> Array:
    """Return the quantile of the challenge's draws, between the two of them that are nearest."""
    at = level * (CHALLENGE_DRAWS - 1)
    draws = [_draw(mass, int(at) + i) for i in (0, 1)]
    return draws[0] + (at % 1) * (draws[1] - draws[0])


def _draw(mass: Array, number: int) -> Array:
    below = (mass < (number + 0.5) / CHALLENGE_DRAWS - 1e-6).sum(axis=-1)
    return np.asarray(GRID[np.minimum(below, len(GRID) - 1)])


def _ignorance(mass: Array, y: Array) -> Array:
    ends = mass[:, np.searchsorted(GRID, IGN_EDGES[1:], side="right") - 1]
    drawn = np.floor(CHALLENGE_DRAWS * ends + 0.5 + 1e-3)
    drawn = np.concatenate([np.zeros((len(y), 1)), drawn, np.full((len(y), 1), CHALLENGE_DRAWS)], axis=1)
    hits = np.diff(drawn, axis=1)[np.arange(len(y)), np.searchsorted(IGN_EDGES, y, side="right") - 1]
    return -np.log2((hits + 1) / (CHALLENGE_DRAWS + len(IGN_EDGES)))


def _pit(mass: Array, y: Array) -> Array:
    at = np.arange(len(y))
    below, upto = (np.searchsorted(GRID, y, side=side) for side in ("left", "right"))
    low, high = (np.where(n > 0, mass[at, n - 1], 0.0) for n in (below, upto))
    return low + np.random.default_rng(0).random(len(y)) * (high - low)


class Result(NamedTuple):
    """What a pool scored: the mean of logarithms that RULE asks for, and what it is made of."""

    mean_log: float
    name: str
    early: dict[str, float]
    late: dict[str, float]
    last_five: float
    covered: float

    @property
    def allowed(self) -> bool:
        """Return whether RULE lets it stand."""
        return self.last_five <= MOST_CRPS and COVERED[0] <= self.covered <= COVERED[1]

    def __str__(self) -> str:
        late, early = (", ".join(f"{s[r]:.{4 if s[r] < 1 else 2}f}" for r in SCORES) for s in (self.late, self.early))
        end = "" if self.allowed else " (not allowed)"
        return (
            f"| {self.name} | {late} | {self.last_five:.2f} | {self.covered:.3f} | {early} | {self.mean_log:.4f}{end} |"
        )


def judge(name: str, mass: Array, seen: Seen) -> Result:
    """Return what forecasts scored that hold so much likely to come at most (N, G)."""
    cells = score(mass, seen)
    is_late = seen.year >= LATE
    early, late = ({rule: float(cells[rule][part].mean()) for rule in SCORES} for part in (~is_late, is_late))
    mean_log = float(np.mean([np.log(part[rule]) for part in (early, late) for rule in RULED]))
    last_five = float(cells["CRPS"][seen.year >= LAST_FIVE].mean())
    return Result(mean_log, name, early, late, last_five, coverage(cells["pit"][is_late & seen.active]))


def mixes() -> Iterator[Mix]:
    """Yield all pools that are compared."""
    yield from itertools.starmap(Mix, itertools.product(MODELS, OWN_WEIGHTS))


def main() -> None:
    """Compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds country_month.parquet")
    parser.add_argument("--show", type=int, default=10, help="how many of the best to print")
    parser.add_argument("--keep", type=Path, help="a folder for the forecasts of members, empty after a change of code")
    asked = parser.parse_args()
    seen = look(asked.data, asked.keep)
    found = [judge(str(mix), mix.mass(seen.said), seen) for mix in mixes()]
    best = sorted((result for result in found if result.allowed), key=lambda result: result.mean_log)
    alone = [judge(name, mass, seen) for name, mass in seen.said.items()]
    scores = ", ".join(SCORES)
    print(RULE, f"{len(found)} pools, of which {len(best)} are allowed.\n", sep="\n")
    print(f"| members | 2012-17: {scores} | CRPS 2013-17 | 90% covers, active | 2006-11: {scores} | mean log |")
    print("|---|---|---|---|---|---|")
    for result in (*best[: asked.show], *alone):
        print(result)


if __name__ == "__main__":
    main()
