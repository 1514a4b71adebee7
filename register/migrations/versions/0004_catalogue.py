"""Until when each record of the stores is kept, so that a night need not read them all."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "catalogue",
        sa.Column("store", sa.String(64), nullable=False),
        sa.Column("record_key", sa.Text(), nullable=False),
        sa.Column("record_class", sa.String(128), nullable=False),
        sa.Column("classes", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("keep_through", sa.Date()),
        sa.Column("destroy_by", sa.Date()),
        sa.Column("rule", sa.String(128)),
        sa.Column("proposable", sa.Boolean(), nullable=False),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("schedule", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("store", "record_key", name=op.f("pk_catalogue")),
    )
    op.create_index(
        "ix_catalogue_due", "catalogue", ["store", "proposable", "keep_through", "record_key"]
    )
    op.create_table(
        "catalogue_person",
        sa.Column("store", sa.String(64), nullable=False),
        sa.Column("record_key", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store", "record_key", "person", name=op.f("pk_catalogue_person")),
    )
    op.create_index("ix_catalogue_person_person", "catalogue_person", ["person"])
    op.create_table(
        "catalogue_mark",
        sa.Column("store", sa.String(64), nullable=False),
        sa.Column("mark", sa.Text()),
        sa.Column("schedule", sa.String(64), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("readings", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("store", name=op.f("pk_catalogue_mark")),
    )
