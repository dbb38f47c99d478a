"""Labels beside the dots of a map, each where it has room."""

from collections.abc import Sequence
from typing import NamedTuple

from tocsin.brief._outlines import Point

DOT = 4.5
LETTER_WIDTH = 6.6
Box = tuple[float, float, float, float]


class Label(NamedTuple):
    """Numbers beside a spot; `anchor` is the SVG text-anchor."""

    x: float
    y: float
    anchor: str
    text: str


def labelled(text: str, at: Point, taken: tuple[Sequence[Box], list[Box]], width_px: int) -> Label | None:
    """Return the label of a spot where it has room, and keep the room; None if it has none."""
    (x, y), (dots, boxes) = at, taken
    width, gap = len(text) * LETTER_WIDTH, DOT + 3
    for left, baseline, anchor in (
        (x + gap, y + 5, "start"),
        (x - gap - width, y + 5, "end"),
        (x - width / 2, y - gap, "middle"),
        (x - width / 2, y + gap + 10, "middle"),
    ):
        box = (left, baseline - 11, left + width, baseline + 2)
        within = left >= 2 and left + width <= width_px - 2
        if within and not any(overlap(box, other) for other in (*dots, *boxes)):
            boxes.append(box)
            return Label({"start": left, "end": left + width, "middle": x}[anchor], baseline, anchor, text)
    return None


def numbers_words(numbers: Sequence[int], most: int) -> str:
    """Return numbers as "3, 7-9 +2": three in a row or more are joined, and no more than about `most` are named."""
    runs: list[list[int]] = []
    shown = sorted(numbers)[:most] if len(numbers) > most + 1 else sorted(numbers)
    for n in shown:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    joined = [f"{r[0]}\N{EN DASH}{r[-1]}" if len(r) > 2 else ", ".join(map(str, r)) for r in runs]
    rest = len(numbers) - len(shown)
    return ", ".join(joined) + (f" +{rest}" if rest else "")


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes (left, top, right, bottom) share a point."""
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
