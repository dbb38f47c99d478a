"""Claims become incidents, actors and links, each with its reasons."""

from tocsin.link._again import compare
from tocsin.link._linker import LINKERS, Linker, link
from tocsin.link._options import LinkOptions

__all__ = ["LINKERS", "LinkOptions", "Linker", "compare", "link"]
