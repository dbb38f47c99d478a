import time

from tocsin.bench import SpeedResult
from tocsin.bench._meter import Stopwatch, peak_memory
from tocsin.bench._speed_stages import Stage, sizes

MIB = 1 << 20


def _stage(name, n, cpu_s):
    return Stage(name=name, n=n, wall_s=2 * cpu_s, cpu_s=cpu_s, peak_mib=300, start_mib=200)


def _result(**changed):
    growth = {100: tuple(_stage(name, 100, s) for name, s in (("store", 1), ("link", 4), ("brief", 5)))}
    plain = {
        "n_reports": 100, "n_read": 10, "n_words": 600, "growth": growth, "jobs": {1: 5.0, 2: 9.0},
        "stages": (_stage("collect", 10, 1), _stage("parse (spaCy)", 10, 8), _stage("read", 10, 2)),
        "paired": (_stage("parse (spaCy)", 10, 2), _stage("read", 10, 3)),
    }  # fmt: skip
    return SpeedResult(**plain | changed)


def test_the_ratio_is_of_processor_time():
    assert _result().ratio == 1.5


def test_the_share_of_linking_counts_reading_for_reports_that_were_not_read():
    # collect and read 0.3 s each, so 30 s for 100; store, link and brief 10 s: link is 4 of 40.
    assert _result().link_share(100) == 0.1


def test_it_is_said_when_reports_were_told_again():
    assert any("10 reports were read; the other 90 tell again" in line for line in _result().lines())
    assert not any("tell again" in line for line in _result(n_read=100).lines())


def test_each_stage_has_a_row():
    assert [row[0] for row in _result().rows()] == ["collect", "parse (spaCy)", "read", "store", "link", "brief"]


def test_memory_is_measured_at_a_twentieth_a_quarter_and_all():
    assert list(sizes(20_000)) == [1_000, 5_000, 20_000]
    assert list(sizes(1)) == [1]


def test_a_stopwatch_counts_only_the_making_of_items():
    def slow():
        for item in (1, 2):
            time.sleep(0.02)
            yield item

    watch = Stopwatch()
    for _ in watch.over(slow()):
        time.sleep(0.2)
    assert 0.04 <= watch.wall < 0.2


def test_waiting_takes_no_processor_time():
    watch = Stopwatch()
    with watch.running():
        time.sleep(0.2)
    assert watch.cpu < 0.1 < watch.wall


def test_the_peak_of_memory_is_seen_after_it_is_given_back():
    with peak_memory() as peak:
        start = peak.mib
        held = bytearray(200 * MIB)
        held[::4096] = b"x" * len(held[::4096])
        time.sleep(0.2)
        del held
    assert peak.mib - start > 150
