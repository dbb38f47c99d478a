"""How far collecting may go, and what it may assume about a report that does not say."""

from dataclasses import dataclass, field
from datetime import date

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one source may cost before it is given up. Each protects the run from one hostile or broken file.

    `max_chars` keeps a report below what the parser of the rules reader takes in one piece; a line of a `.jsonl` file
    counts as one report. `max_seconds` bounds the parsing of a PDF, a feed or a large page, and, apart from that, the
    download of a page.
    """

    max_bytes: int = 20 * MEGABYTE
    max_line_bytes: int = 4 * MEGABYTE
    max_chars: int = 400_000
    max_pages: int = 400
    max_seconds: float = 20.0
    max_redirects: int = 5
    max_memory_bytes: int = 2048 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectOptions:
    """What `collect` may do and assume.

    `published` is the date of reports that do not say when they were published. `today` stands in where neither
    tells; None means the clock. `network` lets web pages and the pages behind feeds be fetched.
    """

    published: date | None = None
    language: str = "en"
    today: date | None = None
    limits: Limits = field(default_factory=Limits)
    network: bool = False
