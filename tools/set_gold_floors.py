"""Measures the gold corpus and writes the floors that `make test` holds: tests/gold/floors.toml.

    python tools/set_gold_floors.py            # refuses to lower a floor
    python tools/set_gold_floors.py --lower    # lowers floors too; say why in the commit

Only figures are written and printed: no annotation, report or miss of either half.
"""

import argparse
import sys
import tomllib
from pathlib import Path

from tocsin.bench import bench_gold
from tocsin.bench._floors import MARGIN, MARKED, corpus_digest, file_digest, floors_of

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
FLOORS = GOLD / "floors.toml"
HALVES = ("dev", "test")
HEAD = """\
# Floors under the F1 of `tocsin bench gold`, `times`, `acts` and `relations`, and digests of their texts.
# Written by tools/set_gold_floors.py, which lowers a floor only with --lower.
"""

Floors = dict[str, dict[str, str | float]]


def measured() -> Floors:
    """Return the digest and the floors of both halves, measured now."""
    found: Floors = {}
    for half in HALVES:
        result = bench_gold(GOLD / half, root=ROOT)
        found[half] = {"digest": corpus_digest(GOLD / half, root=ROOT), **floors_of(result.counts)}
        for texts, (file, bench, measures) in MARKED.items():
            counts = bench(GOLD / file, half=half).counts
            found[f"{texts}-{half}"] = {"digest": file_digest(GOLD / file), **floors_of(counts, measures)}
    return found


def ratcheted(old: Floors, new: Floors) -> Floors:
    """Return `new`, but for the floors of `old` that are higher and still hold."""
    return {
        half: {what: _higher(old.get(half, {}).get(what), floor) for what, floor in rows.items()}
        for half, rows in new.items()
    }


def _higher(old: str | float | None, new: str | float) -> str | float:
    holds = isinstance(old, float) and isinstance(new, float) and new < old <= new + MARGIN
    return old if holds and old is not None else new


def lowered(old: Floors, new: Floors) -> list[str]:
    """Return a line for each floor of `old` that `new` has lower, or not at all."""
    return [
        f"{half}, {what}: {floor} -> {new.get(half, {}).get(what)}"
        for half, rows in old.items()
        for what, floor in rows.items()
        if isinstance(floor, float) and float(new.get(half, {}).get(what, -1.0)) < floor
    ]


def written(floors: Floors) -> str:
    """Return `floors` as TOML."""
    parts = [HEAD]
    for half, rows in floors.items():
        parts.append(f"\n[{half}]\n")
        parts.extend(
            f'"{what}" = "{n}"\n' if isinstance(n, str) else f'"{what}" = {n:.3f}\n' for what, n in rows.items()
        )
    return "".join(parts)


def main() -> int:
    """Return 0 where the floors were written, 1 where one of them would have been lowered."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="lower floors too")
    may_lower = parser.parse_args().lower
    old = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    new = ratcheted(old, measured())
    less = lowered(old, new)
    sys.stdout.writelines(f"{line}\n" for line in less)
    if less and not may_lower:
        sys.stdout.write("nothing was written; use --lower if these floors are to be lowered\n")
        return 1
    FLOORS.write_text(written(new), encoding="utf-8")
    sys.stdout.write(written(new))
    return 0


if __name__ == "__main__":
    sys.exit(main())
