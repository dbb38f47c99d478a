"""Cells of PRIO-GRID: half a degree by half a degree, numbered from the south-west corner of the world.

Tollefsen, Strand and Buhaug 2012, doi:10.1177/0022343311431287.
"""

from math import floor

from tocsin.core.errors import InputError

CELL_DEGREES = 0.5
COLUMNS, ROWS = 720, 360
MOST_CELLS = COLUMNS * ROWS


def cell_id(lat: float, lon: float) -> int:
    """Return the number of the cell that a point, in degrees, lies in; the north pole is in the northernmost row.

    >>> cell_id(-90, -180), cell_id(-89.5, -180), cell_id(90, 180)
    (1, 721, 258481)
    """
    row = min(ROWS - 1, floor((lat + 90) / CELL_DEGREES))
    return row * COLUMNS + floor((lon + 180) / CELL_DEGREES) % COLUMNS + 1


def cell_centre(cell: int) -> tuple[float, float]:
    """Return latitude and longitude, in degrees, of the middle of a cell; raise InputError for a number that is none.

    >>> cell_centre(cell_id(16.27, -0.04))
    (16.25, -0.25)
    """
    if not 1 <= cell <= MOST_CELLS:
        raise InputError(f"{cell} is no cell of PRIO-GRID; they are numbered from 1 to {MOST_CELLS}")
    row, column = divmod(cell - 1, COLUMNS)
    return (row + 0.5) * CELL_DEGREES - 90, (column + 0.5) * CELL_DEGREES - 180


def cells_in(box: tuple[float, float, float, float]) -> tuple[int, ...]:
    """Return the cells whose middle lies in a box of degrees: south, west, north, east; raise InputError for no box.

    >>> cells_in((16, -0.5, 17, 0))
    (153000, 153720)
    """
    south, west, north, east = box
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        raise InputError(f"{box} is no box of degrees; expected south, west, north, east within the world")
    rows = [r for r in range(ROWS) if south <= (r + 0.5) * CELL_DEGREES - 90 <= north]
    columns = [c for c in range(COLUMNS) if west <= (c + 0.5) * CELL_DEGREES - 180 <= east]
    return tuple(r * COLUMNS + c + 1 for r in rows for c in columns)
