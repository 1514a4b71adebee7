"""Run the register's migrations on the connection that `register.database` opened."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], version_table="register_version"
)
with context.begin_transaction():
    context.run_migrations()
