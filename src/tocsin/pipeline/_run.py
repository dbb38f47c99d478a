"""The order of the verbs: collect, read, store, link, brief. The only module that knows it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from tocsin.brief import write_brief, write_geojson, write_outlook, write_record
from tocsin.collect import CollectOptions, collect
from tocsin.core.claim import Reading
from tocsin.core.document import Document
from tocsin.core.errors import InputError, NothingUsable
from tocsin.core.issue import Issue
from tocsin.core.outlook import Outlook
from tocsin.core.panel import Panel
from tocsin.core.record import Record
from tocsin.count import panel_source, read_panel
from tocsin.link import LinkOptions, link
from tocsin.pipeline._ask_options import AskOptions
from tocsin.pipeline._outlook import outlook
from tocsin.read import READERS, read
from tocsin.store import Store

__all__ = ["Progress", "RunOptions", "RunResult", "reader_label", "record_of", "run", "write_all"]

STORE_NAME = "tocsin.sqlite"
RECORD_NAME = "record.json"
GEOJSON_NAME = "incidents.geojson"
OUTLOOK_NAME = "outlook.json"
# More unusable sources than usable ones: the folder is probably not what the user meant, and the brief would mislead.
MAX_ISSUE_SHARE = 0.5
ISSUES_NAMED = 3

Step = Literal["read", "link", "score", "write"]


class Progress(Protocol):
    """What the pipeline tells while it works."""

    def begin(self, step: Step) -> None:
        """Take note that `step` has begun."""
        ...

    def done(self, what: str, *, usable: bool) -> None:
        """Take note that one source, `what`, has been dealt with."""
        ...


class _Silent:
    """Progress that nobody is told."""

    def begin(self, step: Step) -> None:
        """Take no note."""

    def done(self, what: str, *, usable: bool) -> None:
        """Take no note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What a run may assume. `as_of` is the day of which the record tells: what became known later is left out.

    `store` is the file that keeps what was read; None for `tocsin.sqlite` in the folder of the run. `max_issue_share`
    is the share of sources that may be unusable before the run counts as failed. `panel` is a file of counts: with it,
    the brief has an outlook.
    """

    as_of: date
    store: Path | None = None
    reader: str = "rules"
    jobs: int = 1
    collect: CollectOptions = field(default_factory=CollectOptions)
    link: LinkOptions = field(default_factory=LinkOptions)
    max_issue_share: float = MAX_ISSUE_SHARE
    panel: Path | None = None
    ask: AskOptions = field(default_factory=AskOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """What a run made, and of how much: sources met, of these read now and read before, and those of no use."""

    record: Record
    brief: Path
    store: Path
    n_new: int
    n_known: int
    n_unusable: int
    n_later: int


@dataclass(slots=True)
class _Tally:
    new: int = 0
    known: int = 0
    issues: list[Issue] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of sources that are of no use."""
        return len(self.issues) / max(1, self.new + self.known + len(self.issues))


SILENT = _Silent()


def run(paths: Sequence[str | Path], *, out: Path, options: RunOptions, progress: Progress = SILENT) -> RunResult:
    """Return the record and the brief of all reports in `paths` and in the store, both written to the folder `out`.

    What was read is kept in the store report by report, so a run that was cut short goes on where it stopped. Raises
    InputError for a path, address or reader that is not there, and NothingUsable when no report can be used, or when
    more than the share that `options` allow cannot (the brief of the others is then written all the same).
    """
    found = collect(paths, options=options.collect)
    panel = None if options.panel is None else read_panel(options.panel)
    label = reader_label(options.reader)
    path = options.store or out / STORE_NAME
    _make_folder(out)
    with Store.open(path) as store:
        progress.begin("read")
        tally = _Tally()
        unread = _unread(found, store, label, (tally, progress))
        for reading in read(unread, reader=options.reader, jobs=options.jobs):
            progress.done(_name(reading.document), usable=_keep(reading, store, label, tally))
        if tally.new + tally.known == 0:
            raise NothingUsable(f"nothing could be used: {_first(tally.issues)}")
        progress.begin("link")
        record = record_of(store, as_of=options.as_of, reader=options.reader, options=options.link)
        n_later = store.n_later(as_of=options.as_of)
    made = None
    if panel is not None and options.panel is not None:
        progress.begin("score")
        record, made = _outlook(record, panel, options, progress)
    progress.begin("write")
    brief = write_all(record, out, outlook=made)
    _hold_ceiling(tally, options.max_issue_share, brief)
    return RunResult(
        record=record, brief=brief, store=path, n_new=tally.new, n_known=tally.known,
        n_unusable=len(tally.issues), n_later=n_later,
    )  # fmt: skip


def record_of(store: Store, *, as_of: date, reader: str = "rules", options: LinkOptions | None = None) -> Record:
    """Return the record of all in `store` that was known at `as_of`; raise NothingUsable if that is nothing.

    Where several readers read a report, what `reader` made of it counts, else what the latest made of it.
    """
    readings = store.readings(as_of=as_of, prefer=reader_label(reader))
    record = link(readings, as_of=as_of, options=options or LinkOptions())
    if not record.documents:
        later = store.n_later(as_of=as_of)
        raise NothingUsable(f"no report was known on {as_of} ({later} became known later); choose a later --as-of")
    return replace(record, issues=(*store.loose_issues(), *record.issues))


def reader_label(name: str) -> str:
    """Return name and version of the reader `name`, as claims carry them; raise UnknownName if there is none."""
    reader = READERS.make(name)
    return f"{reader.name}-{reader.version}"


def write_all(record: Record, out: Path, *, outlook: Outlook | None = None) -> Path:
    """Return the path of the brief; record, map layer, outlook and brief are then in the folder `out`."""
    write_record(record, out / RECORD_NAME)
    write_geojson(record, out / GEOJSON_NAME)
    if outlook is not None:
        write_outlook(outlook, out / OUTLOOK_NAME)
    else:
        (out / OUTLOOK_NAME).unlink(missing_ok=True)
    return write_brief(record, out, outlook=outlook)


def _outlook(record: Record, panel: Panel, options: RunOptions, progress: Progress) -> tuple[Record, Outlook | None]:
    """Return the outlook, and the record; an Issue is added to it where the panel allows no outlook."""
    source, done = panel_source(options.panel or ""), partial(progress.done, usable=True)
    try:
        made = outlook(record, panel, source=source, options=options.ask, done=done)
    except InputError as error:
        return _with_issue(record, source, str(error)), None
    if made is None:
        return _with_issue(record, source, "no country of the record is in the panel"), None
    return record, made


def _with_issue(record: Record, about: str, what: str) -> Record:
    issue = Issue(stage="brief", about=about, what=f"no outlook: {what}", hint="give another panel of counts")
    return replace(record, issues=(*record.issues, issue))


def _unread(
    found: Iterable[Document | Issue], store: Store, label: str, watch: tuple[_Tally, Progress]
) -> Iterator[Document]:
    """Yield the documents that the reader has not read yet; keep count of the others."""
    tally, progress = watch
    for item in found:
        if isinstance(item, Issue):
            store.add_issue(item)
            tally.issues.append(item)
            progress.done(item.about, usable=False)
        elif store.has_read(item.id, reader=label):
            tally.known += 1
            progress.done(_name(item), usable=True)
        else:
            yield item


def _keep(reading: Reading, store: Store, label: str, tally: _Tally) -> bool:
    """Return whether the reading is of use; one without claims for which there is a reason is tried again next time."""
    if reading.issues and not reading.claims:
        tally.issues.extend(reading.issues)
        for issue in reading.issues:
            store.add_issue(issue)
        return False
    tally.new += 1
    store.add(reading, reader=label)
    return True


def _name(document: Document) -> str:
    return document.home or document.uri or document.id


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot write to {out}: {error.strerror}; name another folder with --out") from error


def _hold_ceiling(tally: _Tally, ceiling: float, brief: Path) -> None:
    if tally.share > ceiling:
        raise NothingUsable(
            f"{tally.share:.0%} of the sources could not be used (at most {ceiling:.0%} may not): "
            f"{_first(tally.issues)}; the brief of the others is in {brief}"
        )


def _first(issues: list[Issue]) -> str:
    if not issues:
        return "no report was found; check the paths"
    named = "; ".join(f"{i.about}: {i.what}" for i in issues[:ISSUES_NAMED])
    more = len(issues) - ISSUES_NAMED
    return f"{named}; and {more} more" if more > 0 else named
