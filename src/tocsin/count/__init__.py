"""Events become panels: how many deaths, attacks or incidents in each month and country or grid cell."""

from tocsin.count._cells import cell_centre, cell_id, cells_in
from tocsin.count._count import Counted, count
from tocsin.count._options import CountOptions
from tocsin.count._overlap import Overlap, OverlapRule, combined, overlap
from tocsin.count._own import incident_rows
from tocsin.count._panel_files import panel_source, read_panel, write_csv, write_panel
from tocsin.count._targets import TARGETS, Target, target_named

__all__ = [
    "TARGETS",
    "CountOptions",
    "Counted",
    "Overlap",
    "OverlapRule",
    "Target",
    "cell_centre",
    "cell_id",
    "cells_in",
    "combined",
    "count",
    "incident_rows",
    "overlap",
    "panel_source",
    "read_panel",
    "target_named",
    "write_csv",
    "write_panel",
]
