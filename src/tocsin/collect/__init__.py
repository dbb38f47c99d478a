"""Reports from files, folders, web pages and feeds as final text."""

from tocsin.collect._collect import collect
from tocsin.collect._format import Draft, Follow, Format, Source
from tocsin.collect._formats import FORMATS
from tocsin.collect._options import CollectOptions, Limits

__all__ = ["FORMATS", "CollectOptions", "Draft", "Follow", "Format", "Limits", "Source", "collect"]
