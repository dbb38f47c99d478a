"""The brief: one HTML file that holds all it needs."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tocsin.brief._actors import actor_views
from tocsin.brief._checks import check_views
from tocsin.brief._citations import Citations
from tocsin.brief._disagreements import contradictions, disagreement_views
from tocsin.brief._files import writing
from tocsin.brief._incidents import IncidentView, incident_views, numbered
from tocsin.brief._links import link_views
from tocsin.brief._map import map_view
from tocsin.brief._options import BriefOptions
from tocsin.brief._outlook import outlook_view
from tocsin.brief._reports import report_views
from tocsin.brief._statements import statement_groups
from tocsin.brief._summary import Counts, summary_view
from tocsin.brief._talks import talks_views
from tocsin.brief._template import HERE, environment
from tocsin.brief._timeline import timeline_view
from tocsin.brief._wording import word
from tocsin.core.outlook import Outlook
from tocsin.core.record import Record

# Drawn twice: text in a picture shrinks with it, so a narrow page has its own.
WIDE_PX, NARROW_PX = 960, 340


def write_brief(
    record: Record, folder: Path, *, outlook: Outlook | None = None, options: BriefOptions | None = None
) -> Path:
    """Return the path of `folder/brief.html`, written from `record`: one file that needs no network and no script."""
    path = folder / "brief.html"
    with writing(path) as stream:
        for piece in brief_pieces(record, options or BriefOptions(), outlook):
            stream.write(piece)
    return path


def brief_pieces(record: Record, options: BriefOptions, outlook: Outlook | None = None) -> Iterator[str]:
    """Yield the HTML of the brief in pieces."""
    style, script = _asset("brief.css"), _asset("brief.js")
    page = {
        "version": version("tocsin"),
        "style": style,
        "script": script,
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'",
        "word": word,
        "outlook": None if outlook is None else outlook_view(outlook, wide_px=WIDE_PX, narrow_px=NARROW_PX),
    }
    yield from environment().get_template("brief.html").generate(**page, **_sections(record, options))


def _sections(record: Record, options: BriefOptions) -> dict[str, Any]:
    """Return what the templates show; the reports come last, when it is known what cites them."""
    citations = Citations(record)
    shown = numbered(record.incidents, at_most=options.incidents)
    views = incident_views(shown, citations)
    found = contradictions(shown, citations)
    failing = sum(check.holds is False for check in record.checks)
    counts = Counts(len(found), failing, len(record.checks))
    sections = {
        "record": record,
        "options": options,
        "summary": summary_view(record, views, counts),
        "about": [v for v in views if not v.incident.is_background],
        "recalled": [v for v in views if v.incident.is_background],
        "unplaced": [v for v in views if v.incident.where is None or v.incident.where.lat is None],
        **_pictures(views),
        "groups": statement_groups(record.statements[: options.statements], citations),
        "links": link_views(record.links, shown, citations, at_most=options.links),
        "disagreements": disagreement_views(found[: options.disagreements], citations),
        "n_disagreements": len(found),
        "talks": talks_views(record.processes[: options.talks], citations),
        "checks": check_views(record.checks, shown, citations, at_most=options.checks),
        "actors": actor_views(record.actors, citations, at_most=options.actors),
        "issues": record.issues[: options.issues],
    }
    return sections | {"reports": report_views(citations, whole=len(record.documents) <= options.full_texts)}


def _pictures(views: list[IncidentView]) -> dict[str, Any]:
    return {
        "maps": [
            ("wide", map_view(views, width=WIDE_PX, tallest=620)),
            ("narrow", map_view(views, width=NARROW_PX, tallest=460)),
        ],
        "timelines": [
            ("wide", timeline_view(views, width=WIDE_PX, lane_px=19)),
            ("narrow", timeline_view(views, width=NARROW_PX, lane_px=16)),
        ],
    }


@cache
def _asset(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return the source expression that lets a page run just this text (Content Security Policy level 3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
