"""tocsin bench: each command is one function here."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import tocsin
from tocsin.cli._bench_places import places
from tocsin.cli._bench_plover import plover
from tocsin.cli._bench_quantities import quantities
from tocsin.cli._bench_relations import relations
from tocsin.cli._bench_scale import scale
from tocsin.cli._bench_statements import statements
from tocsin.cli._bench_views import views
from tocsin.cli._bench_window import window
from tocsin.cli._console import out as stdout
from tocsin.cli._console import safe, show_json, show_table
from tocsin.cli._counts import Half, show_counts
from tocsin.cli._misses import refuse_misses, show_misses
from tocsin.cli._options import AsJson, Checkout, MeasuredReader, Misses
from tocsin.core.errors import InputError

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Measure accuracy and speed.")


class GoldPart(StrEnum):
    """The part of the gold corpus to measure on; only `dev` is looked at."""

    DEV = "dev"
    TEST = "test"
    ASIDE = "aside"


@app.callback()
def bench() -> None:
    """Measure accuracy and speed.

    \b
    tocsin bench gold --half dev
    tocsin bench times --half dev
    tocsin bench acts --half dev
    tocsin bench speed --reports 100
    tocsin bench muc4 --data BENCH/muc4
    tocsin bench plover --data BENCH/plover
    tocsin bench relations --data BENCH/re3d
    tocsin bench real --data BENCH
    tocsin bench places --data BENCH/geo
    tocsin bench quantities --data BENCH/satp
    tocsin bench statements --data BENCH/polnear
    tocsin bench views --data BENCH/conflict
    tocsin bench window --data BENCH/conflict
    tocsin bench scale --cells 100000
    """


@app.command()
def gold(
    half: Annotated[GoldPart, typer.Option(help="Half of the corpus, or the reports kept aside.")] = GoldPart.DEV,
    root: Checkout = Path(),
    reader: MeasuredReader = "rules",
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print precision, recall and F1 on the annotated reports, for each slot, with the counts they come from.

    \b
    tocsin bench gold --half dev --misses
    tocsin bench gold --half test --json
    """
    refuse_misses(misses, held_out=half is not GoldPart.DEV)
    result = tocsin.bench.bench_gold(root / "tests" / "gold" / half, root=root, reader=reader)
    show_counts(f"gold, {half}, {result.n_reports} reports", result.counts, as_json=as_json)
    show_misses(result.misses if misses and not as_json else ())


@app.command()
def times(
    half: Annotated[Half, typer.Option(help="Half of the texts to measure on.")] = Half.DEV,
    root: Checkout = Path(),
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print how many times in marked texts were found and read to the day, over all and by kind.

    \b
    tocsin bench times --half dev --misses
    tocsin bench times --half test --json
    """
    refuse_misses(misses, held_out=half is Half.TEST)
    result = tocsin.bench.bench_times(root / "tests" / "gold" / "times" / "times.txt", half=half.value)
    show_counts(f"times, {half} half, {result.n_texts} texts", result.counts, as_json=as_json)
    show_misses(result.misses if misses and not as_json else ())


@app.command()
def acts(
    half: Annotated[Half, typer.Option(help="Half of the texts to measure on.")] = Half.DEV,
    root: Checkout = Path(),
    reader: MeasuredReader = "rules",
    *,
    misses: Misses = False,
    as_json: AsJson = False,
) -> None:
    """Print how many acts told in single texts were found, over all and by type.

    \b
    tocsin bench acts --half dev --misses
    tocsin bench acts --half test --json
    """
    refuse_misses(misses, held_out=half is Half.TEST)
    path = root / "tests" / "gold" / "acts" / "acts.jsonl"
    result = tocsin.bench.bench_acts(path, half=half.value, reader=reader)
    show_counts(f"acts, {half} half, {result.n_texts} texts", result.counts, as_json=as_json)
    show_misses(result.misses if misses and not as_json else ())


@app.command()
def speed(
    reports: Annotated[int, typer.Option(min=1, metavar="N", help="Reports to make, link and write.")] = 100,
    read: Annotated[
        int | None,
        typer.Option(min=1, metavar="K", help="Reports to read; the rest tell again what these say [default: all]."),
    ] = None,
    jobs: Annotated[str, typer.Option(metavar="J,J...", help="Numbers of processes to read with.")] = "1,2",
    root: Checkout = Path(),
    reader: MeasuredReader = "rules",
    *,
    as_json: AsJson = False,
) -> None:
    """Print reports a second and memory of each stage, beside spaCy's own parse of the same texts.

    The reports are made from the example reports: paragraphs mixed, days moved, towns exchanged.

    \b
    tocsin bench speed --reports 100
    tocsin bench speed --reports 20000 --read 500
    """
    options = tocsin.bench.SpeedOptions(reports=reports, read=read, jobs=_numbers(jobs), root=root, reader=reader)
    result = tocsin.bench.bench_speed(options)
    if as_json:
        show_json(result.plain())
        return
    show_table(f"speed, reports of about {result.n_words} words", STAGE_COLUMNS, result.rows())
    for line in result.lines():
        stdout().print(safe(line))


class Part(StrEnum):
    """The part of the MUC-4 reports to measure on."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


@app.command()
def muc4(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The benchmark's folder, with processed/ in it.")],
    part: Annotated[Part, typer.Option(help="dev is TST1 and TST2, test is TST3.")] = Part.DEV,
    first: Annotated[int, typer.Option(min=0, metavar="N", help="Reports of the part to leave out at its start.")] = 0,
    count: Annotated[int | None, typer.Option(min=1, metavar="N", help="Reports to measure on [default: all].")] = None,
    reader: MeasuredReader = "rules",
    *,
    as_json: AsJson = False,
) -> None:
    """Print how templates of type and five roles, made from records of MUC-4 reports, compare with the answer key.

    \b
    tocsin bench muc4 --data BENCH/muc4 --part dev
    tocsin bench muc4 --data BENCH/muc4 --part train --count 100 --json
    """
    result = tocsin.bench.bench_muc4(data, part=part.value, first=first, count=count, reader=reader)
    if as_json:
        show_json(result.plain())
        return
    show_table(f"muc4, {part}, {result.n_reports} reports", TEMPLATE_COLUMNS, result.rows())
    stdout().print(f"template F1 {100 * result.template_f1:.2f}, {result.seconds:.0f} s, {len(result.issues)} issues")


TEMPLATE_COLUMNS = ("what", "precision", "recall", "F1", "said", "there")


@app.command()
def real(
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that holds geo/ and re3d/.")],
    reader: MeasuredReader = "rules",
    *,
    as_json: AsJson = False,
) -> None:
    """Read and link the real reports of GeoWebNews and re3d; print how many could not be used.

    \b
    tocsin bench real --data BENCH
    """
    result = tocsin.bench.bench_real(data, reader=reader)
    if as_json:
        show_json({str(what): number for what, number in result.rows()})
        return
    show_table("real reports", ("what", "number"), result.rows())
    for issue in result.issues:
        stdout().print(safe(f"{issue.about}: {issue.what}"))


STAGE_COLUMNS = ("stage", "reports", "reports/s (processor)", "reports/s (clock)", "MiB before", "MiB at most")


def _numbers(listed: str) -> tuple[int, ...]:
    try:
        found = tuple(int(n) for n in listed.split(","))
    except ValueError as error:
        raise InputError(f"--jobs is {listed!r}; expected numbers parted by commas, such as 1,2") from error
    if min(found) < 1:
        raise InputError(f"--jobs is {listed!r}; a run needs at least one process")
    return found


app.command()(places)
app.command()(plover)
app.command()(relations)
app.command()(quantities)
app.command()(statements)
app.command()(views)
app.command()(window)
app.command()(scale)
