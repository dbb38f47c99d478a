"""The record as a brief a client can read, and in exchange formats."""

from tocsin.brief._csv import write_csv
from tocsin.brief._exporters import EXPORTERS, Exporter
from tocsin.brief._geojson import write_geojson
from tocsin.brief._json import write_outlook, write_record
from tocsin.brief._options import BriefOptions
from tocsin.brief._page import write_brief
from tocsin.brief._reliability import reliability_svg
from tocsin.brief._schema import record_schema

__all__ = [
    "EXPORTERS",
    "BriefOptions",
    "Exporter",
    "record_schema",
    "reliability_svg",
    "write_brief",
    "write_csv",
    "write_geojson",
    "write_outlook",
    "write_record",
]
