"""One SQLite file that holds documents, claims and issues; what is in it is added to, never changed."""

from tocsin.store._store import Store, StoreCounts

__all__ = ["Store", "StoreCounts"]
