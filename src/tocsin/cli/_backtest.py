"""tocsin backtest."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._console import say, show_json, show_table
from tocsin.cli._options import AsJson, year_span
from tocsin.cli._panel import PanelFile, Target, forecasting, the_panel
from tocsin.core.errors import InputError

if TYPE_CHECKING:
    from tocsin.core.panel import Panel
    from tocsin.pipeline import Reached, Summary
    from tocsin.score import Difference

YEARS = 10
RULES = ("CRPS", "CRPS of log1p", "IGN", "MIS")
JUDGED = ("less first", "95%", "AUC", "came true", "n")


def backtest(
    panel: PanelFile = None,
    *,
    target: Target = None,
    models: Annotated[str, typer.Option(metavar="NAME,...", help="Models; the others are held against the first.")] = (
        "conflictology,pool"
    ),
    years: Annotated[
        str | None, typer.Option(metavar="Y-Y", help=f"Years to forecast from [default: the last {YEARS}].")
    ] = None,
    horizon: Annotated[int, typer.Option(min=1, max=36, metavar="MONTHS", help="Months from origin to window.")] = 1,
    window: Annotated[int, typer.Option(min=1, max=36, metavar="MONTHS", help="Months that are summed.")] = 1,
    at_least: Annotated[str, typer.Option(metavar="N,...", help="Counts whose chance is judged.")] = "1,10",
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw how often what was forecast came true (SVG).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Forecast each month of past years with what was known then, and score what each model said.

    \b
    tocsin backtest --years 2019-2020 --window 6 --horizon 2
    tocsin backtest --panel country_month.parquet --models conflictology,hawkes,pool --at-least 10 --picture r.svg
    tocsin backtest --panel country_month.parquet --models pool:alone,pool --window 6 --horizon 2
    """
    counts, ks = the_panel(panel, target), _counts(at_least)
    first, last = _origins(counts, years, horizon, window)
    options = tocsin.pipeline.BacktestOptions(
        first=first, last=last, models=tuple(models.split(",")), horizon=horizon, window_months=window, at_least=ks,
        rules=RULES,
    )  # fmt: skip
    with forecasting() as done:
        found = tocsin.pipeline.summaries(tocsin.pipeline.backtest(counts, options, done=done))
    if picture is not None:
        _draw(found, picture, f"At least {ks[0]} within {window} months, {first:%Y-%m} to {last:%Y-%m}")
    if as_json:
        show_json([asdict(one) for one in found])
        return
    title = f"{len(counts.units)} units, origins {first:%Y-%m} to {last:%Y-%m}, {horizon} months on, sums of {window}"
    show_table(title, ("model", *RULES, "90% covers", "n"), [_cells(one) for one in found])
    for i, k in enumerate(ks):
        rows = [(one.model, *_reached(one.reached[i])) for one in found]
        show_table(f"at least {k}", ("model", f"Brier of {k} or more", *JUDGED), rows)
    for one in found:
        shown = (f"{one.model}: forecast", "came true", "95%", "n")
        show_table(f"at least {ks[0]}, by tenths of the scale", shown, _tenths(one.reached[0]))


def _counts(text: str) -> tuple[int, ...]:
    parts = text.split(",")
    if not all(part.isdecimal() and int(part) for part in parts):
        raise InputError(f"--at-least is {text!r}; expected counts of 1 or more, such as 1,10")
    return tuple(int(part) for part in parts)


def _origins(panel: "Panel", years: str | None, horizon: int, window: int) -> tuple[date, date]:
    """Return the first and last origin: those of the years asked for, as far as outcomes are known."""
    first, last = tocsin.pipeline.origins_with_room(panel, horizon=horizon, window_months=window)
    if years is None:
        return max(first, date(last.year - YEARS, last.month, 1)), last
    asked = year_span(years)
    end = date(asked[-1], 12, 1)
    if last < end and asked[0] <= last.year:
        say(f"outcomes are known to {panel.times[-1]:%Y-%m}: the last origin is {last:%Y-%m}")
        end = last
    return date(asked[0], 1, 1), end


def _draw(found: tuple["Summary", ...], picture: Path, title: str) -> None:
    models = [(one.model, one.reached[0].tenths) for one in found]
    picture.write_text(tocsin.brief.reliability_svg(models, title=title), encoding="utf-8")
    say(f"drawn in {picture}")


def _cells(one: "Summary") -> tuple[object, ...]:
    return (one.model, *(f"{one.scores[rule]:.4f}" for rule in RULES), f"{one.coverage:.3f}", one.n)


def _reached(one: "Reached") -> tuple[object, ...]:
    auc = "" if one.auc is None else f"{one.auc:.3f}"
    return (f"{one.brier:.4f}", *_apart(one.difference), auc, f"{one.base_rate:.3f}", one.n)


def _apart(found: "Difference | None") -> tuple[str, str]:
    if found is None:
        return "", ""
    return f"{found.difference:+.4f}", f"{found.low:+.4f} to {found.high:+.4f}"


def _tenths(one: "Reached") -> list[tuple[object, ...]]:
    return [(f"{t.forecast:.2f}", f"{t.happened:.2f}", f"{t.low:.2f} to {t.high:.2f}", t.n) for t in one.tenths]
