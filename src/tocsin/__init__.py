"""Tocsin reads reports on political violence into an auditable record, links incidents, and writes a brief.

The nouns are here. A verb lives in the package of its name, which is loaded when it is first used:

>>> import tocsin
>>> tocsin.Span(document="d-1", start=0, end=7).words("Gunmen attacked")
'Gunmen '
>>> sorted(tocsin.read.READERS)
['rules']
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tocsin.core.claim import Claim, Reading, Source
from tocsin.core.document import Document, Span
from tocsin.core.errors import (
    InputError,
    InvalidNoun,
    LookAheadError,
    NothingUsable,
    StoreError,
    TocsinError,
    UnknownName,
)
from tocsin.core.event import EventRow
from tocsin.core.forecast import Forecast, Shares
from tocsin.core.issue import Issue
from tocsin.core.panel import Panel
from tocsin.core.record import Actor, Check, Incident, Link, Process, Record, Statement, Toll
from tocsin.core.score import Score
from tocsin.core.values import (
    Act,
    ActorRef,
    Comparison,
    Deadline,
    Place,
    Position,
    Quantity,
    Role,
    Said,
    Target,
    Text,
    When,
)

if TYPE_CHECKING:
    from types import ModuleType

    from tocsin import bench, brief, collect, count, link, pipeline, read, store
    from tocsin import bench, brief, collect, link, pipeline, read, score, store

__version__ = "0.1.0"
__all__ = [
    "Act",
    "Actor",
    "ActorRef",
    "Check",
    "Claim",
    "Comparison",
    "Deadline",
    "Document",
    "EventRow",
    "Forecast",
    "Incident",
    "InputError",
    "InvalidNoun",
    "Issue",
    "Link",
    "LookAheadError",
    "NothingUsable",
    "Panel",
    "Place",
    "Position",
    "Process",
    "Quantity",
    "Reading",
    "Record",
    "Role",
    "Said",
    "Score",
    "Shares",
    "Source",
    "Span",
    "Statement",
    "StoreError",
    "Target",
    "Text",
    "TocsinError",
    "Toll",
    "UnknownName",
    "When",
    "bench",
    "brief",
    "collect",
    "count",
    "link",
    "pipeline",
    "read",
    "score",
    "store",
]

VERBS = frozenset({"bench", "brief", "collect", "count", "link", "pipeline", "read", "store"})
VERBS = frozenset({"bench", "brief", "collect", "link", "pipeline", "read", "score", "store"})


def __getattr__(name: str) -> "ModuleType":
    """Return the package of a verb, loaded when it is first asked for (PEP 562), so that `tocsin --help` is quick."""
    if name in VERBS:
        return import_module(f"tocsin.{name}")
    raise AttributeError(f"module 'tocsin' has no attribute {name!r}")
