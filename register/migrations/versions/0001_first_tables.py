"""The first tables: holds, disposals, requests, working papers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gate",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gate")),
    )
    op.create_table(
        "hold",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(length=128), nullable=False),
        sa.Column("everything", sa.Boolean(), nullable=False),
        sa.Column("placed_on", sa.Date(), nullable=False),
        sa.Column("review_by", sa.Date(), nullable=False),
        sa.Column("request", sa.String(length=64), nullable=True),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_index(op.f("ix_hold_request"), "hold", ["request"], unique=False)
    op.create_table(
        "proposal",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("record_class", sa.String(length=128), nullable=False),
        sa.Column("rule", sa.String(length=128), nullable=False),
        sa.Column("schedule", sa.String(length=128), nullable=False),
        sa.Column("eligible_from", sa.Date(), nullable=False),
        sa.Column("destroy_by", sa.Date(), nullable=True),
        sa.Column("action", sa.String(length=128), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_table(
        "request",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("received", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("convention", sa.String(length=128), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    op.create_table(
        "certificate",
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item"], ["proposal.id"], name=op.f("fk_certificate_item_proposal")
        ),
        sa.PrimaryKeyConstraint("item", name=op.f("pk_certificate")),
    )
    op.create_table(
        "disposal_place",
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("store", sa.String(length=64), nullable=False),
        sa.Column("record_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item"], ["proposal.id"], name=op.f("fk_disposal_place_item_proposal")
        ),
        sa.PrimaryKeyConstraint("item", "number", name=op.f("pk_disposal_place")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("request", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("store", sa.String(length=64), nullable=False),
        sa.Column("document_key", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(length=255), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("record_class", sa.String(length=128), nullable=True),
        sa.Column("parent", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["parent"], ["document.id"], name=op.f("fk_document_parent_document")
        ),
        sa.ForeignKeyConstraint(
            ["request"], ["request.id"], name=op.f("fk_document_request_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("request", "number", name=op.f("uq_document_request_number")),
        sa.UniqueConstraint(
            "request", "store", "document_key", name=op.f("uq_document_request_store_document_key")
        ),
    )
    op.create_index(op.f("ix_document_parent"), "document", ["parent"], unique=False)
    op.create_index(op.f("ix_document_request"), "document", ["request"], unique=False)
    op.create_table(
        "hold_release",
        sa.Column("hold", sa.String(length=64), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.Column("reason_code", sa.String(length=128), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(["hold"], ["hold.id"], name=op.f("fk_hold_release_hold_hold")),
        sa.PrimaryKeyConstraint("hold", name=op.f("pk_hold_release")),
    )
    op.create_table(
        "hold_scope",
        sa.Column("hold", sa.String(length=64), nullable=False),
        sa.Column("dimension", sa.String(length=16), nullable=False),
        sa.Column("store", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["hold"], ["hold.id"], name=op.f("fk_hold_scope_hold_hold")),
        sa.PrimaryKeyConstraint("hold", "dimension", "store", "value", name=op.f("pk_hold_scope")),
    )
    op.create_table(
        "lease",
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("runner", sa.String(length=128), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["proposal.id"], name=op.f("fk_lease_item_proposal")),
        sa.PrimaryKeyConstraint("item", name=op.f("pk_lease")),
    )
    op.create_table(
        "paper",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("request", sa.String(length=64), nullable=False),
        sa.Column("file", sa.String(length=64), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["request"], ["request.id"], name=op.f("fk_paper_request_request")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
    )
    op.create_index(op.f("ix_paper_request"), "paper", ["request"], unique=False)
    op.create_table(
        "place_done",
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["item"], ["proposal.id"], name=op.f("fk_place_done_item_proposal")
        ),
        sa.PrimaryKeyConstraint("item", "number", name=op.f("pk_place_done")),
    )
    op.create_table(
        "proposal_fact",
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=128), nullable=False),
        sa.Column("code", sa.String(length=128), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["item"], ["proposal.id"], name=op.f("fk_proposal_fact_item_proposal")
        ),
        sa.PrimaryKeyConstraint("item", "step", name=op.f("pk_proposal_fact")),
    )
    op.create_table(
        "proposal_record",
        sa.Column("item", sa.String(length=64), nullable=False),
        sa.Column("store", sa.String(length=64), nullable=False),
        sa.Column("record_key", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(length=128), nullable=False),
        sa.Column("inputs", sa.String(length=128), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item"], ["proposal.id"], name=op.f("fk_proposal_record_item_proposal")
        ),
        sa.PrimaryKeyConstraint("item", name=op.f("pk_proposal_record")),
        sa.UniqueConstraint(
            "store",
            "record_key",
            "rule",
            "inputs",
            "round",
            name=op.f("uq_proposal_record_store_record_key_rule_inputs_round"),
        ),
    )
    op.create_table(
        "release",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("request", sa.String(length=64), nullable=False),
        sa.Column("bundle", sa.String(length=64), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("released", sa.Integer(), nullable=False),
        sa.Column("withheld", sa.Integer(), nullable=False),
        sa.Column("gaps", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("redactions", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request"], ["request.id"], name=op.f("fk_release_request_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sa.UniqueConstraint("request", name=op.f("uq_release_request")),
    )
    op.create_index(op.f("ix_release_request"), "release", ["request"], unique=False)
    op.create_table(
        "request_evidence",
        sa.Column("request", sa.String(length=64), nullable=False),
        sa.Column("shows", sa.String(length=16), nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=128), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["request"], ["request.id"], name=op.f("fk_request_evidence_request_request")
        ),
        sa.PrimaryKeyConstraint("request", "shows", "step", name=op.f("pk_request_evidence")),
    )
    op.create_table(
        "request_fact",
        sa.Column("request", sa.String(length=64), nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stage", sa.String(length=128), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["request"], ["request.id"], name=op.f("fk_request_fact_request_request")
        ),
        sa.PrimaryKeyConstraint("request", "step", name=op.f("pk_request_fact")),
    )
    op.create_table(
        "detection",
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_detection_document_document")
        ),
        sa.PrimaryKeyConstraint("document", "round", name=op.f("pk_detection")),
    )
    op.create_table(
        "document_form",
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("form", sa.String(length=16), nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("paper", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_document_form_document_document")
        ),
        sa.PrimaryKeyConstraint("document", "form", "step", name=op.f("pk_document_form")),
    )
    op.create_table(
        "document_gap",
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("page", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_document_gap_document_document")
        ),
        sa.PrimaryKeyConstraint("document", "page", name=op.f("pk_document_gap")),
    )
    op.create_table(
        "withholding",
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=128), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.id"], name=op.f("fk_withholding_document_document")
        ),
        sa.PrimaryKeyConstraint("document", "step", name=op.f("pk_withholding")),
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.String(length=128), nullable=False),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=128), nullable=False),
        sa.Column("propose", sa.String(length=128), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("detector", sa.String(length=128), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("person", sa.String(length=128), nullable=True),
        sa.Column("role", sa.String(length=128), nullable=True),
        sa.Column("code", sa.String(length=128), nullable=True),
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "round"],
            ["detection.document", "detection.round"],
            name=op.f("fk_finding_document_round_detection"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint(
            "document", "round", "number", name=op.f("uq_finding_document_round_number")
        ),
    )
    op.create_table(
        "decision",
        sa.Column("finding", sa.String(length=128), nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ruling", sa.String(length=128), nullable=False),
        sa.Column("code", sa.String(length=128), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding"], ["finding.id"], name=op.f("fk_decision_finding_finding")
        ),
        sa.PrimaryKeyConstraint("finding", "step", name=op.f("pk_decision")),
    )
    op.bulk_insert(sa.table("gate", sa.column("id", sa.Integer)), [{"id": 1}, {"id": 2}])
