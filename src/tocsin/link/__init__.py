"""Claims become incidents, actors and links, each with its reasons."""

from tocsin.link._linker import Linker, link, linkers
from tocsin.link._options import LinkOptions

__all__ = ["LinkOptions", "Linker", "link", "linkers"]
