from datetime import date

import polars as pl
import pytest

from tocsin import InputError, UnknownName
from tocsin.count import read_panel

# Ids of VIEWS: 59 is Sudan to 2011, 245 Sudan since, 246 South Sudan; month 378 is June 2011.
ROWS = {
    "country_id": [59, 245, 245, 246, 246],
    "month_id": [378, 378, 379, 379, 380],
    "ged_sb_chained": [5.0, 2.0, 7.0, 1.0, float("nan")],
    "ged_os": [1.0, None, 0.0, 3.0, 4.0],
}


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "wide.parquet"
    pl.DataFrame(ROWS).write_parquet(path)
    return path


def test_ids_of_one_state_are_added_up_and_months_without_a_value_are_not_observed(table):
    panel = read_panel(table, target="state-based")
    assert (panel.units, panel.times) == (("SD", "SS"), (date(2011, 6, 1), date(2011, 7, 1)))
    assert panel.counts.tolist() == [[7.0, 0.0], [7.0, 1.0]]
    assert panel.observed.tolist() == [[True, False], [True, True]]


def test_a_target_without_a_column_is_an_error_that_lists_the_others(table):
    with pytest.raises(UnknownName, match="'all'; it has columns of: state-based, one-sided"):
        read_panel(table)


def test_ids_that_are_not_known_and_tables_of_another_kind_are_errors(tmp_path):
    path = tmp_path / "wide.parquet"
    pl.DataFrame({**ROWS, "country_id": [59, 245, 245, 246, 9999]}).write_parquet(path)
    with pytest.raises(InputError, match="9999"):
        read_panel(path, target="one-sided")
    pl.DataFrame({"a": [1]}).write_parquet(path)
    with pytest.raises(InputError, match="lacks country_id or month_id"):
        read_panel(path)
    path.write_text("no table")
    with pytest.raises(InputError, match="cannot be read as Parquet"):
        read_panel(path)
