"""How many annexes a release left out, because nothing on them is shown."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "release", sa.Column("annexes", sa.Integer(), nullable=False, server_default="0")
    )
