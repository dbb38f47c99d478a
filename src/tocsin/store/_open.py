"""A store opened: the file checked, its tables brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from urllib.parse import quote

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from tocsin.core.errors import InvalidNoun, StoreError

# "tocs": the mark by which SQLite files of Tocsin are told from others (https://www.sqlite.org/fileformat2.html, 68).
APPLICATION_ID = 0x746F6373
WAIT_SECONDS = 30
MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(path: Path, *, create: bool) -> Engine:
    """Return an engine over the store at `path`, its tables up to date.

    Raises StoreError if there is no file and `create` is false, and for a file that is broken, is of another program or
    was written by a newer Tocsin.
    """
    if not create and not path.is_file():
        raise StoreError(f"there is no store at {path}; make one with `tocsin run`, or name one with --store or --out")
    _check_owner(path)
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    try:
        with guarded(path), engine.begin() as connection:
            _migrate(connection, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Return a block in which an error of the database is a StoreError that says what to do."""
    try:
        yield
    except DatabaseError as error:
        raise StoreError(f"the store {path}: {error.orig}; {_hint(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"the store {path}: {error}; check the file") from error


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Return a block in which a row that makes no noun is a StoreError that says what to do."""
    try:
        yield
    except (InvalidNoun, KeyError, TypeError, ValueError) as error:
        hint = "another version may have written it: read the reports again into a new file with --store"
        raise StoreError(f"the store {path} holds a row that cannot be read ({error}); {hint}") from error


def alembic_config(connection: Connection) -> Config:
    """Return the settings under which Alembic migrates `connection`."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _set_up(connection: SqliteConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin by hand, so that changes of tables are inside the transaction too (sqlite3 would commit before them)."""
    connection.exec_driver_sql("BEGIN")


def _check_owner(path: Path) -> None:
    """Raise StoreError for a file of another program, before anything in it is touched."""
    if not path.is_file() or path.stat().st_size == 0:
        return
    engine = create_engine(_read_only(path), poolclass=NullPool)
    with guarded(path), engine.connect() as connection:
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        is_new = owner == 0 and connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
        if owner != APPLICATION_ID and not is_new:
            raise StoreError(f"{path} is a database of another program; name another file with --store")


def _read_only(path: Path) -> URL:
    return URL.create("sqlite", database=f"file:{quote(str(path))}", query={"mode": "ro", "uri": "true"})


def _migrate(connection: Connection, path: Path) -> None:
    config = alembic_config(connection)
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    if current == scripts.get_current_head():
        return
    if current is not None and current not in {s.revision for s in scripts.walk_revisions()}:
        raise StoreError(f"{path} was written by a newer Tocsin (tables {current}); install that version")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    command.upgrade(config, "head")


def _hint(what: str) -> str:
    for words, hint in HINTS.items():
        if words in what:
            return hint
    return "check the file, or name another one with --store"


HINTS = {
    "not a database": "it is no SQLite file: name another one with --store",
    "malformed": "the file is damaged: restore a copy, or read the reports again into a new one with --store",
    "unable to open": "check that the folder exists and may be written to",
    "readonly": "check that the file may be written to",
    "locked": "another run is writing to it: wait for it to end, or name another file with --store",
    "full": "free some room on the disk; what was read before is kept",
}
