"""How much a brief shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """How many things of each kind a brief shows; what is left out is counted in the brief and is in record.json.

    Above `full_texts` reports, the appendix keeps the cited sentences alone, of the reports that the brief points to.
    """

    full_texts: int = 300
    incidents: int = 300
    statements: int = 400
    links: int = 24
    disagreements: int = 100
    talks: int = 40
    checks: int = 100
    actors: int = 120
    issues: int = 200
