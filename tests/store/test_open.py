"""A store is opened, made and brought up to date, and no other file is touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import make
from tocsin.core.claim import Reading
from tocsin.core.errors import StoreError
from tocsin.core.issue import Issue
from tocsin.store import Store
from tocsin.store._open import open_engine
from tocsin.store._tables import APPEND_ONLY, METADATA

ISSUE = Issue(stage="read", about="a report", what="cannot be read")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tocsin.sqlite"


@pytest.fixture
def engine(path):
    engine = open_engine(path, create=True)
    yield engine
    engine.dispose()


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and name is not None and name.startswith("documents_words"))


def test_migrations_make_the_tables_of_the_models(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours, "compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_the_store_is_in_wal_mode_with_foreign_keys_on(engine):
    with engine.connect() as connection:
        asked = [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("journal_mode", "foreign_keys")]
    assert asked == ["wal", 1]


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET number = number + 1"])
def test_no_row_can_be_changed_or_removed(path, engine, table, change):
    of = make.document()
    with Store.open(path) as store:
        store.add(Reading(document=of, claims=tuple(make.event(of, act=make.act())), issues=(ISSUE,)), reader="rules-1")
    with pytest.raises(IntegrityError, match="append-only"), engine.begin() as connection:
        connection.execute(text(change.format(table)))


def test_a_store_that_was_closed_opens_again_with_what_it_held(path):
    reading = Reading(document=make.document(), claims=())
    with Store.open(path) as store:
        store.add(reading, reader="rules-1")
    with Store.open(path, create=False) as store:
        assert list(store.readings(as_of=make.day("2020-01-01"))) == [reading]


def test_a_store_that_is_not_there_is_not_made_when_only_asked(path):
    with pytest.raises(StoreError, match=r"no store at .* make one with `tocsin run`"):
        Store.open(path, create=False)
    assert not path.exists()


def test_a_file_that_is_no_database_is_refused_and_left_alone(path):
    path.write_text("These are notes, not a database. " * 50)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no SQLite file: name another"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE claims (id INTEGER PRIMARY KEY)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="of another program; name another file"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_damaged_store_is_an_error_that_says_what_to_do(path):
    with Store.open(path) as store:
        for n in range(50):
            store.add(Reading(document=make.document(text=f"Report {n}. " * 200), claims=()), reader="rules-1")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(StoreError, match="damaged: restore a copy"):
        Store.open(path)


def test_a_store_of_a_newer_version_is_refused(path, engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="written by a newer Tocsin"):
        Store.open(path)


def test_a_path_may_hold_any_character(tmp_path):
    path = tmp_path / "a?mode=ro #1 %20 é.sqlite"
    with Store.open(path):
        assert path.is_file()
    with Store.open(path, create=False) as store:
        assert store.counts().documents == 0


def test_a_migration_that_is_cut_short_leaves_nothing(path, monkeypatch):
    upgrade = command.upgrade

    def cut_short(*arguments: object) -> None:
        upgrade(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "upgrade", cut_short)
    with pytest.raises(KeyboardInterrupt):
        Store.open(path)
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with Store.open(path) as store:
        assert store.counts().documents == 0


def test_a_folder_that_is_not_there_is_an_error_that_says_what_to_do(tmp_path):
    with pytest.raises(StoreError, match="check that the folder exists"):
        Store.open(tmp_path / "nowhere" / "tocsin.sqlite")
