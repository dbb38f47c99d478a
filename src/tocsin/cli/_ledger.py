"""tocsin ledger."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tocsin
from tocsin.cli._answer_words import question_words
from tocsin.cli._console import out, safe, say, show_json, show_table
from tocsin.cli._options import AsJson
from tocsin.cli._panel import PanelFile, Target, the_panel
from tocsin.core.errors import InputError

if TYPE_CHECKING:
    from tocsin.ledger import Forecasted, Standing

LedgerFile = Annotated[Path, typer.Argument(metavar="LEDGER", help="File of the ledger.")]
LISTED = ("id", "asked", "question", "probability", "baseline", "model", "outcome")
SCORED = ("model", "open", "void", "n", "yes", "Brier", "Brier of baseline", "log score", "log score of baseline")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Forecasts, frozen when made and scored later.")


@app.command("list")
def list_(ledger: LedgerFile, *, as_json: AsJson = False) -> None:
    """List the forecasts of a ledger and what became of them.

    \b
    tocsin ledger list forecasts.jsonl
    """
    there = tocsin.ledger.forecasts(ledger)
    if as_json:
        show_json([_plain(one) for one in there])
        return
    show_table(str(ledger), LISTED, [_row(one) for one in there])


@app.command("resolve")
def resolve(
    ledger: LedgerFile,
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Forecasts [default: all open].")] = None,
    *,
    panel: PanelFile = None,
    target: Target = None,
    void: Annotated[bool, typer.Option("--void", help="Void these instead; needs --reason.")] = False,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why they are voided.")] = "",
) -> None:
    """Resolve open forecasts by what a panel observed, or void them for a reason.

    \b
    tocsin ledger resolve forecasts.jsonl --panel panel.csv
    tocsin ledger resolve forecasts.jsonl 1f0c3a9d --void --reason "the source stopped"
    """
    now = datetime.now(UTC)
    if void:
        _void(ledger, ids or [], reason, now)
        return
    made, left = tocsin.ledger.resolve(ledger, the_panel(panel, target), made_at=now, only=tuple(ids or ()))
    for entry in made:
        out().print(safe(f"{entry.body['forecast'][:16]}  {entry.body['outcome']}  {entry.body['count']:g} counted"))
    for one, why in left:
        say(f"{one.entry.id} stays open: {why}")


@app.command("score")
def score(ledger: LedgerFile, *, as_json: AsJson = False) -> None:
    """Score the forecasts that are resolved, by model, beside their baselines.

    \b
    tocsin ledger score forecasts.jsonl
    """
    there = tocsin.ledger.standings(ledger)
    if as_json:
        show_json([asdict(one) for one in there])
        return
    show_table(str(ledger), SCORED, [_cells(one) for one in there])


@app.command("verify")
def verify(
    ledger: LedgerFile,
    head: Annotated[
        str | None, typer.Option(metavar="SHA256", help="Entry that must be there, noted elsewhere.")
    ] = None,
) -> None:
    """Check that no line of a ledger was altered, added in between or taken out, and print the last hash.

    \b
    tocsin ledger verify forecasts.jsonl
    """
    out().print(safe(tocsin.ledger.verify(ledger, head=head)))


def _void(ledger: Path, ids: list[str], reason: str, now: datetime) -> None:
    if not ids:
        raise InputError("no forecast is named; give the ids of those to void")
    for start in ids:
        entry = tocsin.ledger.void(ledger, start, reason=reason, made_at=now)
        out().print(safe(f"{entry.body['forecast'][:16]}  void"))


def _row(one: "Forecasted") -> tuple[object, ...]:
    body = one.entry.body
    return (
        one.entry.id, one.question.as_of, question_words(one.question), f"{one.probability:.2f}", f"{one.baseline:.2f}",
        body["model"], one.outcome or "open",
    )  # fmt: skip


def _plain(one: "Forecasted") -> dict[str, object]:
    return {
        "id": one.entry.id,
        "forecast": asdict(one.entry),
        "resolution": None if one.resolution is None else asdict(one.resolution),
    }


def _cells(one: "Standing") -> tuple[object, ...]:
    scores = (one.brier, one.brier_baseline, one.log_score, one.log_score_baseline)
    shown = ["" if value is None else f"{value:.4f}" for value in scores]
    return (one.model, one.n_open, one.n_void, one.n, one.n_yes, *shown)
