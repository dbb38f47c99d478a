"""A picture of whether probabilities mean what they say."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.brief._template import environment
from tocsin.core.answer import Tenth

SIDE_PX, GAP_PX = 260, 64
LEFT_PX, TOP_PX, FOOT_PX = 52, 52, 48
LEAST_DOT_PX, MOST_DOT_PX = 2.5, 8.0
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A tenth of the scale: where it lies, its interval, how large it is drawn, and what it says in words."""

    x: float
    y: float
    low: float
    high: float
    radius: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """One model: a square from `x` on, with its dots."""

    name: str
    x: float
    dots: tuple[Dot, ...]
    words: str


def reliability_svg(models: Sequence[tuple[str, Sequence[Tenth]]], *, title: str) -> str:
    """Return a picture (SVG): for each model a square, forecast along it and what happened up it, by tenths.

    A dot on the diagonal kept its promise; its bar is the 95% interval, its area grows with the number of forecasts.
    """
    most = max((tenth.n for _, found in models for tenth in found), default=1)
    squares = [_square(name, found, LEFT_PX + i * (SIDE_PX + GAP_PX), most) for i, (name, found) in enumerate(models)]
    return environment().get_template("reliability.svg").render(
        title=title, squares=squares, side=SIDE_PX, top=TOP_PX, ticks=TICKS,
        width=LEFT_PX + len(models) * (SIDE_PX + GAP_PX), height=TOP_PX + SIDE_PX + FOOT_PX,
    )  # fmt: skip


def _square(name: str, found: Sequence[Tenth], x: float, most: int) -> Square:
    return Square(
        name=name, x=x, dots=tuple(_dot(tenth, x, most) for tenth in found),
        words="; ".join(_words(tenth) for tenth in found),
    )  # fmt: skip


def _dot(tenth: Tenth, x: float, most: int) -> Dot:
    def up(rate: float) -> float:
        return TOP_PX + SIDE_PX * (1 - rate)

    return Dot(
        x=x + SIDE_PX * tenth.forecast, y=up(tenth.happened), low=up(tenth.low), high=up(tenth.high),
        radius=LEAST_DOT_PX + (MOST_DOT_PX - LEAST_DOT_PX) * (tenth.n / most) ** 0.5, title=_words(tenth),
    )  # fmt: skip


def _words(tenth: Tenth) -> str:
    interval = f"95%: {tenth.low:.0%} to {tenth.high:.0%}"
    return f"{tenth.forecast:.0%} forecast, {tenth.happened:.0%} came true ({interval}; n {tenth.n})"
