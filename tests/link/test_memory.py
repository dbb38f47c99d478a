"""What linking holds does not grow with the number of reports."""

import gc
import tracemalloc

from link.test_linker import AS_OF, corpus
from tocsin.link import link

FEW, MANY = 60, 360
# Each of these reports is short. With documents, claims and views held in memory, each took 54 KiB (2026-11-27); 9 KiB
# since mentions wait on disk (2026-11-29), most of it what is set free only when a few hundred reports have passed.
MOST_KIB_EACH = 10


def peak_kib(n: int) -> float:
    readings = corpus(n)
    link(corpus(20, seed=2), as_of=AS_OF)
    gc.collect()
    tracemalloc.start()
    record = link(iter(readings), as_of=AS_OF)
    peak = tracemalloc.get_traced_memory()[1] / 1024
    tracemalloc.stop()
    assert len(record.documents) == n
    return peak


def test_memory_of_linking_does_not_grow_with_the_number_of_reports():
    peak_kib(FEW)
    assert peak_kib(MANY) - peak_kib(FEW) < MOST_KIB_EACH * (MANY - FEW)
