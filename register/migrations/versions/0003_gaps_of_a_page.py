"""A page may have several gaps, each with a reason of its own: one alone was kept."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("document_gap") as table:
        table.drop_constraint(op.f("pk_document_gap"), type_="primary")
        table.create_primary_key(op.f("pk_document_gap"), ["document", "page", "because"])
