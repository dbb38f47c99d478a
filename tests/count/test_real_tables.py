"""Tables of UCDP in the benchmark folder, which is not part of Tocsin."""

from datetime import date

import numpy as np
import polars as pl

from make_bench import bench_file
from make_tables import UCDP, table
from tocsin.collect import events
from tocsin.core.states import states
from tocsin.core.vocabulary import data_file
from tocsin.count import CountOptions, count, read_panel

END = date(2024, 12, 31)


def parquet(name: str):
    return pl.read_parquet(bench_file("conflict", name))


def test_a_sample_of_ged_is_counted_as_grouping_it_counts(tmp_path):
    sample = parquet("ged251_sample10k.parquet")
    rows = [
        {"id": str(r["id"]), "type_of_violence": str(r["type_of_violence"]), "country": r["country"], "country_id": "0",
         "latitude": str(r["latitude"]), "longitude": str(r["longitude"]), "where_prec": "1", "best": str(r["best"]),
         "date_start": r["date"], "date_end": r["date"]}
        for r in sample.to_dicts()
    ]  # fmt: skip
    (tmp_path / "ged.csv").write_text(table(UCDP, rows), encoding="utf-8")
    found = count(events(tmp_path / "ged.csv"), options=CountOptions(as_of=END, unit="cell"))
    gid = ((sample["latitude"] + 90) / 0.5).floor() * 720 + ((sample["longitude"] + 180) / 0.5).floor() + 1
    months = sample["date"].str.slice(0, 7)
    expected: dict[tuple[str, str], int] = {}
    for cell, month, best in zip(gid, months, sample["best"], strict=True):
        key = (str(int(cell)), month)
        expected[key] = expected.get(key, 0) + best
    panel = found.panel
    got = {
        (panel.units[u], f"{panel.times[t]:%Y-%m}"): int(panel.counts[t, u]) for t, u in np.argwhere(panel.counts > 0)
    }
    assert got == {key: n for key, n in expected.items() if n}
    by_country = count(events(tmp_path / "ged.csv"), options=CountOptions(as_of=END))
    assert not [i.what for i in by_country.issues if "no country" in i.what or "no state" in i.what]
    assert by_country.panel.counts.sum() == sample["best"].sum()


def test_the_months_of_a_state_are_those_in_which_views_has_its_country():
    table_ = parquet("country_month.parquet")
    known = table_.filter(table_["ged_sb"].is_not_null() & table_["ged_sb"].is_not_nan())
    first = {row["country_id"]: row["month_id"] for row in known.group_by("country_id").min().to_dicts()}
    for code in ("SS", "ER", "TL", "ME", "NA", "PW", "UA", "CZ", "SK", "MK", "BA"):
        start = states()[code].start
        assert start is not None
        assert {first[v] for v in states()[code].views if v in first} == {(start.year - 1980) * 12 + start.month}


def test_the_small_table_of_ucdp_holds_what_the_large_one_does():
    table_ = parquet("country_month.parquet")
    panel = read_panel(data_file("ucdp_monthly.csv"))
    assert panel.counts.size <= 2000
    for code in panel.units:
        rows = table_.filter(table_["country_id"].is_in(states()[code].views) & (table_["year"] >= 2009))
        assert panel.counts[:, panel.units.index(code)].sum() == rows["ged_sb_chained"].drop_nans().drop_nulls().sum()


def test_the_small_table_of_ucdp_tells_when_south_sudan_was_no_state():
    panel = read_panel(data_file("ucdp_monthly.csv"))
    seen = panel.observed[:, panel.units.index("SS")]
    assert panel.times[int(seen.argmax())] == date(2011, 7, 1)
    assert panel.observed[:, panel.units.index("ML")].all()
