"""One run takes reports to a record and a brief, again and again, cut short or not."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from make_panel import countries
from tocsin.collect import CollectOptions
from tocsin.core.claim import Reading
from tocsin.core.errors import InputError, NothingUsable, StoreError, UnknownName
from tocsin.core.issue import Issue
from tocsin.count import write_panel
from tocsin.pipeline import STORE_NAME, AskOptions, RunOptions, record_of, run
from tocsin.store import Store

AS_OF = date(2020, 1, 1)
TOWNS = ("Gao", "Kidal", "Mopti", "Agadez", "Zinder", "Maradi")
RUN = (sys.executable, "-c", "from tocsin.cli import main; main()", "run")


def options(**rest: object) -> RunOptions:
    return RunOptions(**({"as_of": AS_OF, "collect": CollectOptions(today=date(2019, 1, 1))} | rest))


def write_report(folder: Path, n: int, *, day: str | None = None) -> Path:
    town = TOWNS[n % len(TOWNS)]
    path = folder / f"report-{n:03}.txt"
    published = day or f"2013-{n // 28 + 1:02}-{n % 28 + 1:02}"
    told = " ".join(
        f'"The convoy number {i} reached the town of {town} and the men had fled by then," a provincial official said.'
        for i in range(6)
    )
    path.write_text(
        f"---\ntitle: Market of {town} attacked\npublisher: Sahel Wire\npublished: {published}\n---\n"
        f"At least {n + 3} people were killed on Sunday when gunmen attacked a market in {town}.\n\n{told}\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for n in range(3):
        write_report(folder, n)
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


class Heard:
    """Progress that is remembered."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.sources: list[tuple[str, bool]] = []

    def begin(self, step: str) -> None:
        self.steps.append(step)

    def done(self, what: str, *, usable: bool) -> None:
        self.sources.append((Path(what).name, usable))


def test_a_run_writes_record_map_and_brief(reports, out):
    result = run([reports], out=out, options=options())
    record = json.loads((out / "record.json").read_text(encoding="utf-8"))
    assert {d["publisher"] for d in record["documents"]} == {"Sahel Wire"}
    assert {i["where"]["name"] for i in record["incidents"] if i["where"]} >= set(TOWNS[:3])
    assert json.loads((out / "incidents.geojson").read_text(encoding="utf-8"))["type"] == "FeatureCollection"
    assert result.brief == out / "brief.html"
    assert result.brief.is_file()


def test_a_second_run_over_the_same_folder_adds_nothing(reports, out):
    first = run([reports], out=out, options=options())
    with Store.open(out / STORE_NAME) as store:
        before = store.counts()
    second = run([reports], out=out, options=options())
    with Store.open(out / STORE_NAME) as store:
        assert store.counts() == before
    assert (first.n_new, first.n_known) == (3, 0)
    assert (second.n_new, second.n_known) == (0, 3)
    assert second.record == first.record


def test_a_later_run_adds_to_the_record_what_is_new(reports, out):
    run([reports], out=out, options=options())
    added = write_report(reports, 3)
    result = run([added], out=out, options=options())
    assert result.n_new == 1
    assert len(result.record.documents) == 4


def test_several_jobs_give_the_record_that_one_gives(reports, out):
    alone = run([reports], out=out / "one", options=options())
    shared = run([reports], out=out / "two", options=options(jobs=2))
    assert shared.record == alone.record


def test_what_became_known_later_is_left_out_and_counted(reports, out):
    write_report(reports, 4, day="2013-06-01")
    result = run([reports], out=out, options=options(as_of=date(2013, 5, 1)))
    assert len(result.record.documents) == 3
    assert result.n_later == 1


def test_a_record_of_a_day_before_all_reports_is_an_error(reports, out):
    with pytest.raises(NothingUsable, match=r"no report was known on 2001-01-01 .3 became known later"):
        run([reports], out=out, options=options(as_of=date(2001, 1, 1)))


def test_a_broken_file_is_an_issue_and_the_run_goes_on(reports, out):
    (reports / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    heard = Heard()
    result = run([reports], out=out, options=options(), progress=heard)
    assert result.n_unusable == 1
    assert [Path(issue.about).name for issue in result.record.issues] == ["broken.pdf"]
    assert heard.steps == ["read", "link", "write"]
    assert ("broken.pdf", False) in heard.sources
    assert len(heard.sources) == 4


def test_a_report_that_a_reader_could_not_cope_with_is_tried_again(reports, out, monkeypatch):
    def stumble(documents, **_):
        for document in documents:
            issue = Issue(stage="read", about=str(document.home), what="the reader stopped")
            yield Reading(document=document, claims=(), issues=(issue,))

    write_report(reports, 7)
    run([reports], out=out, options=options())
    added = write_report(reports, 8)
    with monkeypatch.context() as patch:
        patch.setattr("tocsin.pipeline._run.read", stumble)
        first = run([reports], out=out, options=options())
    assert (first.n_new, first.n_known, first.n_unusable) == (0, 4, 1)
    assert [issue.about for issue in first.record.issues] == [str(added)]
    second = run([reports], out=out, options=options())
    assert (second.n_new, second.n_known, second.record.issues) == (1, 4, ())


def test_a_source_that_is_mended_is_an_issue_no_more(reports, out):
    (reports / "late.txt").write_text(" \n")
    assert len(run([reports], out=out, options=options()).record.issues) == 1
    write_report(reports, 5).rename(reports / "late.txt")
    assert run([reports], out=out, options=options()).record.issues == ()


def test_a_folder_with_nothing_readable_is_an_error(tmp_path, out):
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(NothingUsable, match="nothing could be used"):
        run([empty], out=out, options=options())


def test_more_unusable_sources_than_the_ceiling_fail_the_run_after_the_brief(reports, out):
    for n in range(4):
        (reports / f"blank-{n}.txt").write_text(" \n")
    with pytest.raises(NothingUsable, match=r"57% of the sources could not be used .at most 50% may not.*; and 1 more"):
        run([reports], out=out, options=options())
    assert (out / "brief.html").is_file()


@pytest.mark.parametrize(("share", "fails"), [(0.24, True), (0.25, False)])
def test_the_ceiling_can_be_set(reports, out, share, fails):
    (reports / "blank.txt").write_text(" \n")
    wanted = options(max_issue_share=share)
    if fails:
        with pytest.raises(NothingUsable, match="25% of the sources"):
            run([reports], out=out, options=wanted)
    else:
        assert run([reports], out=out, options=wanted).n_unusable == 1


def test_a_path_that_is_not_there_is_wrong_use_and_leaves_nothing_behind(tmp_path, out):
    with pytest.raises(InputError, match="nowhere"):
        run([tmp_path / "nowhere"], out=out, options=options())
    assert not out.exists()


def test_an_unknown_reader_is_wrong_use(reports, out):
    with pytest.raises(UnknownName, match="no reader 'rule'"):
        run([reports], out=out, options=options(reader="rule"))


def test_a_folder_that_cannot_be_made_is_wrong_use(reports, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="name another folder with --out"):
        run([reports], out=tmp_path / "file" / "out", options=options())


def test_a_store_of_another_program_is_refused(reports, out, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("notes " * 1000)
    with pytest.raises(StoreError, match="no SQLite file"):
        run([reports], out=out, options=options(store=other))


def test_the_store_can_be_elsewhere(reports, out, tmp_path):
    store = tmp_path / "team.sqlite"
    result = run([reports], out=out, options=options(store=store))
    assert result.store == store
    assert not (out / STORE_NAME).exists()


@pytest.mark.slow
@pytest.mark.parametrize(("stop", "jobs"), [(signal.SIGKILL, 1), (signal.SIGINT, 1), (signal.SIGINT, 2)])
def test_a_run_that_was_stopped_goes_on_where_it_stopped(tmp_path, out, stop, jobs):
    folder = tmp_path / "many"
    folder.mkdir()
    n = 40
    for i in range(n):
        write_report(folder, i)
    code, said, kept = stopped_run(folder, out, stop, jobs)
    assert code == (-stop if stop == signal.SIGKILL else 130)
    assert "Traceback" not in said
    assert 0 < kept < n
    result = run([folder], out=out, options=options())
    assert (result.n_new, result.n_known) == (n - kept, kept)
    whole = run([folder], out=tmp_path / "whole", options=options())
    assert result.record == whole.record


def stopped_run(folder: Path, out: Path, stop: signal.Signals, jobs: int) -> tuple[int, str, int]:
    """Return exit code and messages of a run stopped in the middle, and how many reports it had kept."""
    command = [*RUN, str(folder), "--out", str(out), "--jobs", str(jobs)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while process.poll() is None and n_read(out) < 3:
            time.sleep(0.02)
        os.killpg(process.pid, stop)
        _, said = process.communicate(timeout=60)
    return process.returncode, said.decode(), n_read(out)


def n_read(out: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{out / STORE_NAME}?mode=ro", uri=True)) as store:
            return int(store.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_the_record_can_be_made_again_from_the_store(reports, out):
    result = run([reports], out=out, options=options())
    with Store.open(out / STORE_NAME) as store:
        assert record_of(store, as_of=AS_OF) == result.record


def test_counts_by_month_add_an_outlook_to_the_brief(reports, out, tmp_path):
    write_panel(countries(), tmp_path / "panel.json")
    found = run([reports], out=out, options=options(panel=tmp_path / "panel.json", ask=AskOptions(history_months=2)))
    assert '<section id="outlook"' in found.brief.read_text(encoding="utf-8")
    assert found.record.issues == ()
    assert json.loads((out / "outlook.json").read_text(encoding="utf-8"))["answers"]
    run([reports], out=out, options=options())
    assert not (out / "outlook.json").exists()


def test_counts_that_allow_no_outlook_are_an_issue_and_the_brief_is_written(reports, out, tmp_path):
    write_panel(countries().until(date(2005, 6, 1)), tmp_path / "panel.json")
    found = run([reports], out=out, options=options(panel=tmp_path / "panel.json"))
    assert [issue.what[:10] for issue in found.record.issues] == ["no outlook"]
    assert 'id="outlook"' not in found.brief.read_text(encoding="utf-8")
