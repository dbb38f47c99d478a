"""One datum that could not be used, and why."""

from dataclasses import dataclass
from typing import Literal

Stage = Literal["collect", "read", "link", "brief", "store", "count"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What could not be used: at which stage, about what, what was wrong, and what could be done."""

    stage: Stage
    about: str
    what: str
    hint: str | None = None
