"""Write data/ucdp_monthly.csv: monthly deaths in state-based conflict for the countries of examples/reports.

Usage: derive_monthly.py COUNTRY_MONTH.parquet, a table of UCDP GED by VIEWS country and month (columns country_id,
month_id, and ged_sb_chained, in which Sudan goes on before 2011; month 1 is January 1980). Polars is needed. At most
2,000 numbers are taken.
"""

import sys
from pathlib import Path

import polars as pl

from tocsin.core.states import states

TARGET = Path(__file__).parents[1] / "data" / "ucdp_monthly.csv"
CODES = ("BF", "DZ", "EG", "LY", "ML", "NE", "NG", "SD", "SS", "TD", "TN")
FIRST, LAST = 2009, 2023
MOST_NUMBERS = 2000
HEADER = """\
# target: state-based
# as_of: 2023-12-31
# source: UCDP Georeferenced Event Dataset (Sundberg and Melander 2013, doi:10.1177/0022343313484347)
# series: best estimates of deaths in state-based conflict, summed by month and country by tools/derive_monthly.py
# licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
# date: 2026-11-27; figures are those of later releases, not those known at the time; an empty count is not observed
unit,month,count
"""


def main() -> None:
    """Write the table."""
    table = pl.scan_parquet(sys.argv[1]).select("country_id", "month_id", "ged_sb_chained")
    lines = [line for code in CODES for line in rows(code, table)]
    if len(lines) > MOST_NUMBERS:
        raise SystemExit(f"{len(lines)} numbers are more than the {MOST_NUMBERS} that may be taken")
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def rows(code: str, table: pl.LazyFrame) -> list[str]:
    """Return the lines of one country."""
    months = (
        pl.int_range((FIRST - 1980) * 12 + 1, (LAST - 1979) * 12 + 1, eager=True).alias("month_id").to_frame().lazy()
    )
    known = table.filter(pl.col("country_id").is_in(states()[code].views), pl.col("ged_sb_chained").is_not_nan())
    summed = known.group_by("month_id").agg(pl.col("ged_sb_chained").sum())
    found = months.join(summed, on="month_id", how="left").sort("month_id").collect()
    return [
        f"{code},{1980 + (month - 1) // 12}-{(month - 1) % 12 + 1:02d},{'' if n is None else format(n, 'g')}"
        for month, n in found.iter_rows()
    ]


if __name__ == "__main__":
    main()
