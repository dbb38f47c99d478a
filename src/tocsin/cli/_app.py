"""The program: its commands, its errors and its exit codes."""

import os
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import tocsin
from tocsin.cli import (
    _ask,
    _backtest,
    _bench,
    _collect,
    _compare,
    _count,
    _export,
    _find,
    _ledger,
    _places,
    _run,
    _show,
    _trace,
)
from tocsin.cli._console import say
from tocsin.core.errors import InputError, TocsinError

EXIT_FAILED, EXIT_WRONG_USE, EXIT_INTERRUPTED = 1, 2, 130


class Commands(TyperGroup):
    """Commands whose errors are one line on stderr."""

    def invoke(self, ctx: Any) -> Any:
        """Return what the command returns; exit with 2 for wrong use, 1 for other failures, 130 for Ctrl-C."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            say(f"error: {error}")
            raise typer.Exit(EXIT_WRONG_USE) from error
        except TocsinError as error:
            say(f"error: {error}")
            raise typer.Exit(EXIT_FAILED) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            what = f"{error.filename or 'a file'}: {error.strerror or error}"
            say(f"error: {what}; check the path and the room on the disk")
            raise typer.Exit(EXIT_FAILED) from error
        except KeyboardInterrupt as error:
            say("stopped")
            raise typer.Exit(EXIT_INTERRUPTED) from error


app = typer.Typer(
    cls=Commands, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, add_completion=False
)
app.command("run")(_run.run)
app.command("trace")(_trace.trace)
app.command("compare")(_compare.compare)
app.command("count")(_count.count)
app.command("ask")(_ask.ask)
app.command("backtest")(_backtest.backtest)
app.command("show")(_show.show)
app.command("find")(_find.find)
app.command("export")(_export.export)
app.command("schema")(_export.schema)
app.add_typer(_collect.app, name="collect")
app.add_typer(_places.app, name="places")
app.add_typer(_ledger.app, name="ledger")
app.add_typer(_bench.app, name="bench")


def main() -> None:
    """Run the program and exit. Matrices are small: NumPy's BLAS gets one thread, and `--jobs` takes the cores."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    app()


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tocsin {tocsin.__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read reports on political violence into a record in which every value leads back to its words.

    \b
    tocsin run examples/reports --out out    read, link, and write the brief
    tocsin show incidents --out out          list what happened
    tocsin trace ID --out out                follow a value to its words

    Exit codes: 0 done; 1 nothing could be used, or too much could not; 2 wrong use; 130 stopped.
    """
