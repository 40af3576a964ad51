"""What every import did, so that it can be told and undone"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import sqlite

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=20), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("started", sa.DateTime().with_variant(sqlite.DATETIME, "sqlite"), nullable=False),
        sa.Column("finished", sa.DateTime().with_variant(sqlite.DATETIME, "sqlite"), nullable=True),
        sa.Column("undone", sa.DateTime().with_variant(sqlite.DATETIME, "sqlite"), nullable=True),
        sa.Column("rows_read", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("inserted", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("updated", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("skipped", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("rejected", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("data_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "replaced_sales",
        sa.Column("date", sa.DateTime().with_variant(sqlite.DATETIME, "sqlite"), nullable=False),
        sa.Column("revenue", sa.Float(), nullable=False),
        sa.Column("units_sold", sa.Integer(), nullable=False),
        sa.Column("product_category", sa.String(length=100), nullable=False),
        sa.Column("region", sa.String(length=50), nullable=False),
        sa.Column("customer_id", sa.String(length=50), nullable=True),
        sa.Column("order_id", sa.String(length=64), nullable=True),
        sa.Column("order_line", sa.SmallInteger(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("replaced_by", sa.Integer(), nullable=False),
    )
    op.create_index("ix_replaced_sales_replaced_by", "replaced_sales", ["replaced_by"])
    op.create_table(
        "replaced_traffic",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("region", sa.String(length=50), nullable=False),
        sa.Column("category", sa.String(length=100), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.Column("replaced_by", sa.Integer(), nullable=False),
    )
    op.create_index("ix_replaced_traffic_replaced_by", "replaced_traffic", ["replaced_by"])


def downgrade() -> None:
    op.drop_table("replaced_traffic")
    op.drop_table("replaced_sales")
    op.drop_table("imports")
