"""The formats a record is written in."""

from pathlib import Path
from typing import Protocol

from tocsin.brief._csv import COLUMNS, write_csv
from tocsin.brief._geojson import write_geojson
from tocsin.brief._json import write_record
from tocsin.brief._page import write_brief
from tocsin.core.record import Record
from tocsin.registry import Registry


class Exporter(Protocol):
    """What a format must offer."""

    name: str

    def export(self, record: Record, folder: Path) -> tuple[Path, ...]:
        """Return the files written from `record` into `folder`; each is written whole or not at all."""
        ...


class JsonExporter:
    """The whole record as `record.json`."""

    name = "json"

    def export(self, record: Record, folder: Path) -> tuple[Path, ...]:
        """Return the path of `record.json`."""
        path = folder / "record.json"
        write_record(record, path)
        return (path,)


class GeoJsonExporter:
    """The incidents as points in `incidents.geojson`."""

    name = "geojson"

    def export(self, record: Record, folder: Path) -> tuple[Path, ...]:
        """Return the path of `incidents.geojson`."""
        path = folder / "incidents.geojson"
        write_geojson(record, path)
        return (path,)


class CsvExporter:
    """Incidents, claims and statements as tables."""

    name = "csv"

    def export(self, record: Record, folder: Path) -> tuple[Path, ...]:
        """Return the paths of the three tables."""
        write_csv(record, folder)
        return tuple(folder / name for name in COLUMNS)


class HtmlExporter:
    """The brief a client can read, as `brief.html`."""

    name = "html"

    def export(self, record: Record, folder: Path) -> tuple[Path, ...]:
        """Return the path of `brief.html`."""
        return (write_brief(record, folder),)


EXPORTERS: Registry[Exporter] = Registry(
    "format", {"json": JsonExporter, "geojson": GeoJsonExporter, "csv": CsvExporter, "html": HtmlExporter}
)
