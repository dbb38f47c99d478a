"""The order of the verbs: from reports to a brief, and from a panel to answers. The only package that knows it.

What reads reports is loaded when it is first asked for (PEP 562), for it takes seconds, and no question needs it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tocsin.pipeline._answer import answer
from tocsin.pipeline._ask_options import AskOptions
from tocsin.pipeline._backtest import Backtest, BacktestOptions, Done, backtest, origins_with_room
from tocsin.pipeline._outlook import outlook
from tocsin.pipeline._summary import Reached, Summary, summaries
from tocsin.pipeline._version import code_version

if TYPE_CHECKING:
    from tocsin.pipeline._run import (
        STORE_NAME,
        Progress,
        RunOptions,
        RunResult,
        reader_label,
        record_of,
        run,
        write_all,
    )

__all__ = [
    "STORE_NAME",
    "AskOptions",
    "Backtest",
    "BacktestOptions",
    "Done",
    "Progress",
    "Reached",
    "RunOptions",
    "RunResult",
    "Summary",
    "answer",
    "backtest",
    "code_version",
    "origins_with_room",
    "outlook",
    "reader_label",
    "record_of",
    "run",
    "summaries",
    "write_all",
]


def __getattr__(name: str) -> Any:
    """Return a name of the run from reports to a brief, which loads what reads them."""
    if name in __all__:
        return getattr(import_module("tocsin.pipeline._run"), name)
    raise AttributeError(f"module 'tocsin.pipeline' has no attribute {name!r}")
