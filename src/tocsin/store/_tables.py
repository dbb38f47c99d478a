"""The tables of the store. Migrations make them; a test holds that both agree.

`body` is the noun as JSON; the columns beside it are for search and order. `reader` is a name with a version, as in
claims. An issue without a reading is about something that never became a document.
"""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

NAMES = {"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
METADATA = MetaData(naming_convention=NAMES)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("home", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("known_at", Date, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("id"),
    Index(None, "known_at", "id"),
    Index(None, "home"),
)
READINGS = Table(
    "readings",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("reader", Text, nullable=False),
    UniqueConstraint("document", "reader"),
)
CLAIMS = Table(
    "claims",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("event", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("known_at", Date, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("id"),
    Index(None, "reading"),
    Index(None, "event"),
)
ISSUES = Table(
    "issues",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("reading", Integer, ForeignKey("readings.number")),
    Column("about", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("id"),
    Index(None, "reading"),
    Index(None, "about"),
)
APPEND_ONLY = (DOCUMENTS.name, READINGS.name, CLAIMS.name, ISSUES.name)
