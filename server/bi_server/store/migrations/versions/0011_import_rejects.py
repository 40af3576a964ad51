"""Rejected rows of imports, to be asked for later"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_rejects",
        sa.Column("import_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("piece", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contents", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("import_id", "piece", name=op.f("pk_import_rejects")),
    )


def downgrade() -> None:
    op.drop_table("import_rejects")
