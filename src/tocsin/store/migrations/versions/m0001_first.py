"""Documents, readings, claims and issues; words of documents can be searched; no row can be changed or removed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("documents", "readings", "claims", "issues")


def upgrade() -> None:
    """Return nothing; the tables are there."""
    _documents()
    _readings()
    _claims()
    _issues()
    _search()
    for table in APPEND_ONLY:
        for verb in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the store is append-only'); END"
            )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("home", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("known_at", sa.Date, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("id", name="uq_documents_id"),
    )
    op.create_index("ix_documents_known_at_id", "documents", ["known_at", "id"])
    op.create_index("ix_documents_home", "documents", ["home"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.UniqueConstraint("document", "reader", name="uq_readings_document_reader"),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("slot", sa.Text, nullable=False),
        sa.Column("known_at", sa.Date, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("id", name="uq_claims_id"),
    )
    op.create_index("ix_claims_reading", "claims", ["reading"])
    op.create_index("ix_claims_event", "claims", ["event"])


def _issues() -> None:
    op.create_table(
        "issues",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer, sa.ForeignKey("readings.number")),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("id", name="uq_issues_id"),
    )
    op.create_index("ix_issues_reading", "issues", ["reading"])
    op.create_index("ix_issues_about", "issues", ["about"])


def _search() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE documents_words USING fts5"
        "(title, text, content='documents', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER documents_words_add AFTER INSERT ON documents BEGIN "
        "INSERT INTO documents_words(rowid, title, text) VALUES (new.number, new.title, new.text); END"
    )
