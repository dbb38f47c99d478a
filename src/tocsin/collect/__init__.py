"""Reports from files, folders, web pages and feeds as final text; events from event tables."""

from tocsin.collect._collect import collect
from tocsin.collect._download import Download, Publication, download, publication
from tocsin.collect._format import Draft, Follow, Format, Source
from tocsin.collect._formats import FORMATS
from tocsin.collect._options import CollectOptions, Limits
from tocsin.collect._tables import EVENT_TABLES, EventTable, events

__all__ = [
    "EVENT_TABLES",
    "FORMATS",
    "CollectOptions",
    "Download",
    "Draft",
    "EventTable",
    "Follow",
    "Format",
    "Limits",
    "Publication",
    "Source",
    "collect",
    "download",
    "events",
    "publication",
]
