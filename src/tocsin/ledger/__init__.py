"""Forecasts, frozen when they are made and resolved when it is known what came; nothing is ever rewritten."""

from tocsin.ledger._chain import Entry, entries, verify
from tocsin.ledger._forecasts import Forecasted, forecasts, found, record
from tocsin.ledger._resolve import resolve, void
from tocsin.ledger._standing import Standing, standings

__all__ = [
    "Entry",
    "Forecasted",
    "Standing",
    "entries",
    "forecasts",
    "found",
    "record",
    "resolve",
    "standings",
    "verify",
    "void",
]
