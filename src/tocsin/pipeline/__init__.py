"""The order of the verbs: from reports to a brief, and from a panel to answers. The only package that knows it."""

from tocsin.pipeline._answer import answer
from tocsin.pipeline._ask_options import AskOptions
from tocsin.pipeline._backtest import Backtest, BacktestOptions, Done, backtest, origins_with_room
from tocsin.pipeline._near import near_of
from tocsin.pipeline._outlook import outlook
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
from tocsin.pipeline._summary import Reached, Summary, summaries
from tocsin.pipeline._version import code_version

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
    "near_of",
    "origins_with_room",
    "outlook",
    "reader_label",
    "record_of",
    "run",
    "summaries",
    "write_all",
]
