"""Incidents as points on a map, in GeoJSON (RFC 7946)."""

import json
from itertools import filterfalse
from pathlib import Path

from tocsin.brief._files import writing
from tocsin.core.record import Incident, Record, Toll
from tocsin.core.wire import Json, to_json

TOLLS = ("killed", "injured", "abducted", "attackers_killed")


def write_geojson(record: Record, path: Path) -> None:
    """Return nothing; write the incidents that have coordinates to `path` as points.

    Each point has `precision_m`, the radius within which the place lies, and `basis`, how it is known. Incidents
    without coordinates are counted and listed in the member `left_out`.
    """
    with writing(path) as stream:
        stream.write('{"type": "FeatureCollection", "features": [')
        n_placed = 0
        for n_placed, incident in enumerate(filter(_is_placed, record.incidents), start=1):
            stream.write(f"{',' if n_placed > 1 else ''}\n{json.dumps(_feature(incident), ensure_ascii=False)}")
        stream.write(f'],\n"left_out": {{"count": {len(record.incidents) - n_placed}, "incidents": [')
        for i, incident in enumerate(filterfalse(_is_placed, record.incidents)):
            stream.write(f"{', ' if i else ''}{json.dumps(_left_out(incident), ensure_ascii=False)}")
        stream.write("]}}\n")


def _is_placed(incident: Incident) -> bool:
    return incident.where is not None and incident.where.lat is not None


def _feature(incident: Incident) -> Json:
    where = to_json(incident.where)
    at = [where.pop("lon"), where.pop("lat")]
    when = to_json(incident.when) or {}
    plain = {
        "title": incident.title,
        "type": incident.type,
        "mode": incident.mode,
        "start": when.get("start"),
        "end": when.get("end"),
        "edtf": when.get("edtf"),
        "place": where.pop("name"),
        **where,
        "is_background": incident.is_background,
        "n_documents": len(incident.documents),
        "n_independent": incident.n_independent,
    }
    for name in TOLLS:
        plain |= toll_columns(name, getattr(incident, name))
    geometry = {"type": "Point", "coordinates": at}
    return {"type": "Feature", "id": incident.id, "geometry": geometry, "properties": plain}


def toll_columns(name: str, toll: Toll | None) -> dict[str, int | None]:
    """Return `NAME_low`, `NAME_best` and `NAME_high`; all None where nothing is told."""
    return {f"{name}_{bound}": getattr(toll, bound) if toll else None for bound in ("low", "best", "high")}


def _left_out(incident: Incident) -> Json:
    place = incident.where.name if incident.where else None
    why = "the place has no coordinates" if place else "no place is told"
    return {"id": incident.id, "title": incident.title, "place": place, "why": why}
