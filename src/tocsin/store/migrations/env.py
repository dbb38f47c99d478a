"""Run by Alembic: the migrations go over the connection that `open_store` hands in."""

from alembic import context

from tocsin.store._tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
