"""Progress: bars on a terminal, plain lines otherwise."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from tocsin.cli._console import err, safe, say

LINE_EVERY_SECONDS = 10.0
WORDS = {
    "read": "reading reports",
    "link": "linking what they tell",
    "write": "writing the brief",
    "score": "forecasting and scoring",
}


class Bars:
    """Progress as one bar for each step."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._task: TaskID | None = None

    def begin(self, step: str) -> None:
        """Finish the bar that is there and start the next."""
        self.end()
        self._task = self._shown.add_task(WORDS[step], total=None)

    def done(self, what: str, *, usable: bool) -> None:
        """Count one source more; name one that could not be used."""
        if not usable:
            self._shown.console.print(safe(f"not used: {what}"))
        if self._task is not None:
            self._shown.advance(self._task)

    def end(self) -> None:
        """Finish the bar that is there."""
        if self._task is not None:
            done = int(self._shown.tasks[self._task].completed) or 1
            self._shown.update(self._task, total=done, completed=done)


class Lines:
    """Progress as plain lines, some seconds apart."""

    def __init__(self) -> None:
        self._n, self._last = 0, time.monotonic()

    def begin(self, step: str) -> None:
        """Say what comes next."""
        say(f"{WORDS[step]} ...")

    def done(self, what: str, *, usable: bool) -> None:
        """Count one source more; name one that could not be used."""
        self._n += 1
        if not usable:
            say(f"not used: {what}")
        if time.monotonic() - self._last >= LINE_EVERY_SECONDS:
            self._last = time.monotonic()
            say(f"  {self._n} so far")


@contextmanager
def watched() -> Iterator[Bars | Lines]:
    """Return what shows the progress of a run."""
    console = err()
    if not console.is_terminal:
        yield Lines()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as shown:
        bars = Bars(shown)
        yield bars
        bars.end()
