"""A timeline of the incidents that have dates, as the numbers a template draws."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.brief._incidents import IncidentView
from tocsin.brief._wording import MONTHS, day_words

SIDE = 22
AXIS = 34
DOT = 4.5
LETTER_WIDTH = 6.8
LABEL_HALF_PX = 36
# The finest ticks that leave each label its room: (months between ticks, days between ticks).
TICK_DAYS = (1, 2, 7, 14)
TICK_MONTHS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 6000, 24000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One incident: from its first to its last possible day."""

    x: float
    y: float
    width: float
    label: str
    href: str
    title: str
    is_background: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """A timeline: bars in lanes above an axis with ticks (x, label)."""

    width: int
    height: int
    axis_y: float
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    description: str
    n_outside: int
    n_undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Days on a line of pixels."""

    first: date
    last: date
    width: int

    @property
    def px(self) -> float:
        """Pixels per day."""
        return (self.width - 2 * SIDE) / max(1, (self.last - self.first).days)

    def x(self, day: date) -> float:
        """Return where a day stands."""
        return SIDE + (day - self.first).days * self.px


def timeline_view(views: Sequence[IncidentView], *, width: int, lane_px: int) -> TimelineView | None:
    """Return the timeline of the incidents with a first and a last day; None if there are none.

    It spans the incidents that the reports are about; recalled ones outside are counted, not drawn.
    """
    dated = [(v, *days) for v in views if (days := _days(v)) is not None]
    about = [d for d in dated if not d[0].incident.is_background] or dated
    if not dated:
        return None
    axis = _axis(min(d[1] for d in about), max(d[2] for d in about), width)
    inside = [d for d in dated if d[2] >= axis.first and d[1] <= axis.last]
    lanes, bars = list[float](), list[tuple[IncidentView, float, float, int]]()
    for one, start, end in sorted(inside, key=lambda d: (d[1], d[2], d[0].number)):
        left = axis.x(max(start, axis.first))
        right = max(axis.x(min(end, axis.last)), left)
        bars.append((one, left, right, _lane(lanes, left, right + _room(one))))
    axis_y = lane_px * max(1, len(lanes)) + 6
    return TimelineView(
        width=width,
        height=round(axis_y + AXIS),
        axis_y=axis_y,
        bars=tuple(_bar(one, left, right, axis_y - lane_px * (lane + 0.5)) for one, left, right, lane in bars),
        ticks=tuple(_ticks(axis)),
        description=f"{len(inside)} incidents from {day_words(axis.first)} to {day_words(axis.last)}.",
        n_outside=len(dated) - len(inside),
        n_undated=len(views) - len(dated),
    )


def _days(view: IncidentView) -> tuple[date, date] | None:
    when = view.incident.when
    return (when.start, when.end) if when and when.start and when.end else None


def _axis(first: date, last: date, width: int) -> Axis:
    pad = max(2, (last - first).days // 40)
    start, end = max(1, first.toordinal() - pad), min(date.max.toordinal(), last.toordinal() + pad)
    return Axis(first=date.fromordinal(start), last=date.fromordinal(end), width=width)


def _room(view: IncidentView) -> float:
    return 2 * DOT + 6 + len(str(view.number)) * LETTER_WIDTH


def _lane(lanes: list[float], left: float, right: float) -> int:
    """Return the lowest lane that is free at `left`, and keep it until `right`."""
    for n, taken_until in enumerate(lanes):
        if taken_until <= left - DOT:
            lanes[n] = right
            return n
    lanes.append(right)
    return len(lanes) - 1


def _bar(view: IncidentView, left: float, right: float, y: float) -> Bar:
    return Bar(
        x=left,
        y=y,
        width=right - left,
        label=str(view.number),
        href=f"#{view.item.anchor}",
        title=f"{view.number}. {view.title.text}, {view.when.text}",
        is_background=view.incident.is_background,
    )


def _ticks(axis: Axis) -> Iterator[tuple[float, str]]:
    """Yield the ticks of the finest scale whose labels do not meet."""
    room = 11 * LETTER_WIDTH
    for step in TICK_DAYS:
        if step * axis.px >= room:
            yield from (
                (axis.x(d), f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}")
                for d in _every(axis, step)
                if axis.x(d) <= axis.width - LABEL_HALF_PX
            )
            return
    months = next((m for m in TICK_MONTHS if m * 30.4 * axis.px >= room), TICK_MONTHS[-1])
    for day in _firsts(axis, months):
        yield axis.x(day), str(day.year) if months >= 12 else f"{MONTHS[day.month - 1][:3]} {day.year}"


def _every(axis: Axis, step: int) -> Iterable[date]:
    return (axis.first + timedelta(days=n) for n in range(1, (axis.last - axis.first).days + 1, step))


def _firsts(axis: Axis, months: int) -> Iterator[date]:
    """Yield the first days of every so many months, counted from the year 0."""
    start = axis.first.year * 12 + axis.first.month - 1
    for n in range(start, axis.last.year * 12 + axis.last.month):
        if n % months == 0:
            day = date(n // 12, n % 12 + 1, 1)
            if axis.first <= day and axis.x(day) <= axis.width - LABEL_HALF_PX:
                yield day
