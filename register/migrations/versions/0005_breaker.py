"""Why nothing is authorised or destroyed until a person has looked."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "breaker_trip",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("store", sa.String(64), nullable=False),
        sa.Column("cause", sa.String(128), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("limit", sa.Integer(), nullable=False),
        sa.Column("tripped_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breaker_trip")),
    )
    op.create_table(
        "breaker_reset",
        sa.Column("trip", sa.String(64), nullable=False),
        sa.Column("reason_code", sa.String(128), nullable=False),
        sa.Column("reset_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(128), nullable=False),
        sa.ForeignKeyConstraint(
            ["trip"], ["breaker_trip.id"], name=op.f("fk_breaker_reset_trip_breaker_trip")
        ),
        sa.PrimaryKeyConstraint("trip", name=op.f("pk_breaker_reset")),
    )
