"""What a piece of work costs: seconds of the clock, seconds of processor time, memory."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from typing import TypeVar

import psutil

T = TypeVar("T")
MIB = 1 << 20
SAMPLE_SECONDS = 0.05


@dataclass(slots=True)
class Stopwatch:
    """Seconds spent so far, by the clock and by the processor (this process with children that have ended)."""

    wall: float = 0.0
    cpu: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time inside the block."""
        wall, cpu = time.perf_counter(), _cpu_seconds()
        try:
            yield
        finally:
            self.wall += time.perf_counter() - wall
            self.cpu += _cpu_seconds() - cpu

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Yield `items`, counting the time that it takes to make them."""
        source = iter(items)
        while True:
            with self.running():
                try:
                    item = next(source)
                except StopIteration:
                    return
            yield item


def _cpu_seconds() -> float:
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system


def memory_mib() -> float:
    """Return the resident memory of this process now, in MiB."""
    return float(psutil.Process().memory_info().rss) / MIB


@dataclass(slots=True)
class Peak:
    """The most resident memory seen, in MiB."""

    mib: float = 0.0


@contextmanager
def peak_memory() -> Iterator[Peak]:
    """Yield what will hold the greatest resident memory of this process during the block, looked at 20 times a second.

    (The operating system's own peak counts what the process that started this one held.)
    """
    peak, done = Peak(memory_mib()), Event()
    watcher = Thread(target=_watch, args=(peak, done), daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()
        peak.mib = max(peak.mib, memory_mib())


def _watch(peak: Peak, done: Event) -> None:
    while not done.wait(SAMPLE_SECONDS):
        peak.mib = max(peak.mib, memory_mib())
