"""Event tables written for the tests: right columns, made-up rows."""

import csv
import io
from collections.abc import Iterable, Mapping

from tocsin.collect import EVENT_TABLES

UCDP = EVENT_TABLES.make("ucdp").columns("columns")
ACLED = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
]  # fmt: skip
GTD = EVENT_TABLES.make("gtd").columns("used")
RAID = {
    "id": "7", "type_of_violence": "1", "country": "Mali", "country_id": "432", "where_prec": "1",
    "adm_1": "Gao region",
    "latitude": "16.27", "longitude": "-0.04", "date_start": "2013-04-07 00:00:00.000", "side_a": "Government of Mali",
    "date_end": "2013-04-07 00:00:00.000", "deaths_a": "2", "deaths_b": "3", "deaths_civilians": "7",
    "side_b": "Brigade", "deaths_unknown": "0", "best": "12", "high": "20", "low": "10", "year": "2013",
}  # fmt: skip
CLASH = {
    "event_id_cnty": "MLI1", "event_date": "07 April 2013", "time_precision": "1", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "Military Forces", "inter1": "State forces", "actor2": "Brigade",
    "inter2": "Rebel group", "iso": "466", "country": "Mali", "admin1": "Gao", "latitude": "16.27",
    "longitude": "-0.04", "geo_precision": "1", "fatalities": "12", "timestamp": "1365600000", "year": "2013",
}  # fmt: skip
BLAST = {
    "eventid": "201304070001", "iyear": "2013", "imonth": "4", "iday": "7", "country_txt": "Mali", "provstate": "Gao",
    "latitude": "16.27", "longitude": "-0.04", "specificity": "1", "attacktype1": "3", "targtype1": "14",
    "gname": "Brigade", "nkill": "12", "nkillter": "1",
}  # fmt: skip


def table(columns: list[str], rows: Iterable[Mapping[str, str]], *, header: bool = True, delimiter: str = ",") -> str:
    """Return the text of a CSV file."""
    stream = io.StringIO()
    out = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    if header:
        out.writerow(columns)
    out.writerows([row.get(column, "") for column in columns] for row in rows)
    return stream.getvalue()
