"""A fan: counts by month, and what may come, as the numbers a template draws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p

from tocsin.brief._wording import MONTHS, country_name
from tocsin.core.months import month_number
from tocsin.core.outlook import FAN_LEVELS, Fan

WIDTH, HEIGHT = 340, 190
LEFT, RIGHT, TOP, FOOT = 44, 8, 12, 24
LABELS = (0, 1, 10, 100, 1_000, 10_000, 100_000)
# At least so much of the scale is shown, so that quiet countries look quiet.
LEAST_TOP = 10.0
LOWEST, LOW, MIDDLE, HIGH, HIGHEST = range(len(FAN_LEVELS))


@dataclass(frozen=True, slots=True, kw_only=True)
class FanView:
    """A fan drawn: bars of the past (x, y, width, height), two bands and a line of what may come, axes, and words."""

    unit: str
    name: str
    width: int
    height: int
    floor: float
    bars: tuple[tuple[float, float, float, float], ...]
    wide: str
    narrow: str
    middle: str
    origin_x: float
    left: float
    right: float
    marks: tuple[tuple[float, str], ...]
    years: tuple[tuple[float, str], ...]
    description: str


def fan_view(fan: Fan) -> FanView:
    """Return the picture of a fan, on a scale of log(1 + count)."""
    first = month_number(fan.past[0][0])
    n = month_number(fan.future[-1][0]) - first + 1
    step = (WIDTH - LEFT - RIGHT) / n
    highest = max([LEAST_TOP, *(count or 0 for _, count in fan.past), *(levels[HIGHEST] for _, levels in fan.future)])
    floor = float(HEIGHT - FOOT)

    def x(month: date) -> float:
        return LEFT + (month_number(month) - first) * step

    def y(count: float) -> float:
        return TOP + (floor - TOP) * (1 - log1p(count) / log1p(highest))

    seen = [(month, count) for month, count in fan.past if count is not None]
    months = [x(month) + step / 2 for month, _ in fan.future]
    levels = [[y(told[level]) for _, told in fan.future] for level in range(len(FAN_LEVELS))]
    return FanView(
        unit=fan.unit, name=country_name(fan.unit), width=WIDTH, height=HEIGHT, floor=floor,
        bars=tuple((x(month) + 0.5, y(count), max(step - 1, 1), floor - y(count)) for month, count in seen),
        wide=_band(months, levels[LOWEST], levels[HIGHEST]), narrow=_band(months, levels[LOW], levels[HIGH]),
        middle=_line(months, levels[MIDDLE]), origin_x=x(fan.future[0][0]), left=LEFT, right=WIDTH - RIGHT,
        marks=tuple((y(count), f"{count:,}") for count in LABELS if count <= highest),
        years=tuple(_years(first, n, step)), description=_description(fan),
    )  # fmt: skip


def _line(xs: Sequence[float], ys: Sequence[float]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in zip(xs, ys, strict=True))


def _band(xs: Sequence[float], low: Sequence[float], high: Sequence[float]) -> str:
    return f"{_line([*xs, *reversed(xs)], [*low, *reversed(high)])}Z"


def _years(first: int, n: int, step: float) -> Iterator[tuple[float, str]]:
    """Yield where each January stands, and its year."""
    yield from ((LEFT + i * step, str((first + i) // 12)) for i in range(n) if (first + i) % 12 == 0)


def _description(fan: Fan) -> str:
    """Return the fan in words: what was counted, and what may come in the last month."""
    seen = [count for _, count in fan.past if count is not None]
    last, levels = fan.future[-1]
    return (
        f"{sum(seen):,.0f} counted in the {len(seen)} months up to {_month(fan.past[-1][0])}. In {_month(last)}, half "
        f"of the forecast lies at {levels[MIDDLE]:,.0f} or less, and nine tenths between {levels[LOWEST]:,.0f} and "
        f"{levels[HIGHEST]:,.0f}."
    )


def _month(month: date) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"
