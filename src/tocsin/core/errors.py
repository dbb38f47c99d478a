"""The errors Tocsin raises.

    TocsinError
    |-- InputError         what the user gave cannot be used; exit code 2
    |   `-- UnknownName    a name that no registry, record or file holds
    |-- NothingUsable      a run that would end empty, or with too many issues; exit code 1
    |-- InvalidNoun        a noun was built from values that contradict each other
    |-- LookAheadError     something not yet known at the date asked about was used
    |-- StoreError         the store cannot be opened, read or written
    `-- LedgerError        a ledger of forecasts was altered or cut

One datum that cannot be used is never an error: it is an `Issue`, counted and shown.
"""


class TocsinError(Exception):
    """Root of all errors that Tocsin raises on purpose."""


class InputError(TocsinError):
    """What the user gave cannot be used."""


class UnknownName(InputError):
    """A name that is not known; the message lists the names that are."""


class NothingUsable(TocsinError):
    """A run found nothing that it could use, or more issues than the ceiling allows."""


class InvalidNoun(TocsinError):
    """A noun was built from values that contradict each other."""


class LookAheadError(TocsinError):
    """Something was used that was not yet known at the date asked about."""


class StoreError(TocsinError):
    """The store cannot be opened, read or written."""


class LedgerError(TocsinError):
    """A ledger of forecasts was altered or cut."""
