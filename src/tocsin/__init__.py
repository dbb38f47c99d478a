"""Tocsin reads reports on political violence into an auditable record, links incidents, and writes a brief.

The nouns are here. A verb lives in the package of its name, which is loaded when it is first used:

>>> import tocsin
>>> tocsin.Span(document="d-1", start=0, end=7).words("Gunmen attacked")
'Gunmen '
>>> sorted(tocsin.read.READERS)
['rules']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tocsin.core.answer import Answer, Change, Driver, History, Tenth
from tocsin.core.claim import Claim, Reading, Source
from tocsin.core.document import Document, Span
from tocsin.core.errors import (
    InputError,
    InvalidNoun,
    LedgerError,
    LookAheadError,
    NothingUsable,
    StoreError,
    TocsinError,
    UnknownName,
)
from tocsin.core.event import EventRow
from tocsin.core.issue import Issue
from tocsin.core.outlook import Fan, Outlook
from tocsin.core.question import Question
from tocsin.core.record import Actor, Check, Incident, Link, Process, Record, Statement, Toll
from tocsin.core.values import (
    Act,
    ActorRef,
    Comparison,
    Deadline,
    Place,
    Position,
    Quantity,
    Role,
    RunnerUp,
    Said,
    Target,
    Text,
    When,
)

if TYPE_CHECKING:
    from tocsin import ask, bench, brief, collect, count, forecast, ledger, link, pipeline, read, score, store
    from tocsin.core.forecast import Forecast, Shares, Spillover
    from tocsin.core.panel import Panel
    from tocsin.core.score import Score
    from tocsin.core.track import Track

__version__ = "0.1.0"
__all__ = [
    "Act",
    "Actor",
    "ActorRef",
    "Answer",
    "Change",
    "Check",
    "Claim",
    "Comparison",
    "Deadline",
    "Document",
    "Driver",
    "EventRow",
    "Fan",
    "Forecast",
    "History",
    "Incident",
    "InputError",
    "InvalidNoun",
    "Issue",
    "LedgerError",
    "Link",
    "LookAheadError",
    "NothingUsable",
    "Outlook",
    "Panel",
    "Place",
    "Position",
    "Process",
    "Quantity",
    "Question",
    "Reading",
    "Record",
    "Role",
    "RunnerUp",
    "Said",
    "Score",
    "Shares",
    "Source",
    "Span",
    "Spillover",
    "Statement",
    "StoreError",
    "Target",
    "Tenth",
    "Text",
    "TocsinError",
    "Toll",
    "Track",
    "UnknownName",
    "When",
    "ask",
    "bench",
    "brief",
    "collect",
    "count",
    "forecast",
    "ledger",
    "link",
    "pipeline",
    "read",
    "score",
    "store",
]

VERBS = frozenset(
    {"ask", "bench", "brief", "collect", "count", "forecast", "ledger", "link", "pipeline", "read", "score", "store"}
)


# Nouns that hold arrays: NumPy is loaded when the first of them is asked for.
ARRAY_NOUNS = {
    "Forecast": "tocsin.core.forecast",
    "Panel": "tocsin.core.panel",
    "Score": "tocsin.core.score",
    "Shares": "tocsin.core.forecast",
    "Spillover": "tocsin.core.forecast",
    "Track": "tocsin.core.track",
}


def __getattr__(name: str) -> Any:
    """Return the package of a verb, or a noun that holds arrays, when it is first asked for (PEP 562).

    So `tocsin --help` is quick.
    """
    if name in VERBS:
        return import_module(f"tocsin.{name}")
    if name in ARRAY_NOUNS:
        return getattr(import_module(ARRAY_NOUNS[name]), name)
    raise AttributeError(f"module 'tocsin' has no attribute {name!r}")
