"""tocsin ask."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

import tocsin
from tocsin.cli._answer_words import lines, plain
from tocsin.cli._console import out, safe, say, show_json
from tocsin.cli._options import AsJson, AsOf, day
from tocsin.cli._panel import Cache, PanelFile, Target, cache_folder, forecasting, the_panel


def ask(
    words: Annotated[str, typer.Argument(metavar="QUESTION", help="At least so many, of what, where, within when.")],
    *,
    as_of: AsOf = None,
    panel: PanelFile = None,
    target: Target = None,
    model: Annotated[str, typer.Option(metavar="NAME", help="Model that answers.")] = "pool",
    delay: Annotated[
        int, typer.Option(min=0, metavar="MONTHS", help="Months after its end until a month is known.")
    ] = 1,
    ledger: Annotated[Path | None, typer.Option(metavar="FILE", help="Ledger that keeps the answer.")] = None,
    cache: Cache = None,
    as_json: AsJson = False,
) -> None:
    """Answer a question by a probability, with baseline, drivers, how such forecasts did, and what would change it.

    \b
    tocsin ask "at least 10 deaths in TN within 6 months" --as-of 2015-02-01
    tocsin ask "more than 100 deaths in Mali within a year" --as-of 2020-01-01 --json
    tocsin ask "at least 10 deaths in Tunisia within 6 months" --as-of 2015-02-01 --panel country_month.parquet
    tocsin ask "any deaths in Libya within a month" --as-of 2015-02-01 --ledger forecasts.jsonl
    """
    counts = the_panel(panel, target)
    asked = tocsin.ask.question(words, as_of=day(as_of), panel=counts)
    options = tocsin.pipeline.AskOptions(model=model, delay_months=delay, cache=cache_folder(cache))
    with forecasting() as done:
        found = tocsin.pipeline.answer(asked, counts, options=options, done=done)
    if ledger is not None:
        entry = tocsin.ledger.record(ledger, found, made_at=datetime.now(UTC))
        say(f"in {ledger} as {entry.id}, made {entry.made_at}")
    if as_json:
        show_json(plain(found))
        return
    for line in lines(found):
        out().print(safe(line))
