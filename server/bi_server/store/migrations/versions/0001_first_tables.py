"""The first tables"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import sqlite

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kpi_history",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("timestamp", sa.DateTime().with_variant(sqlite.DATETIME, "sqlite"), nullable=False),
        sa.Column("kpi_name", sa.String(length=100), nullable=False),
        sa.Column("kpi_value", sa.Float(), nullable=False),
        sa.Column("period", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kpi_history")),
        sa.UniqueConstraint("kpi_name", "period", "timestamp", name=op.f("uq_kpi_history_kpi_name")),
    )
    op.create_table(
        "sales_data",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("date", sa.DateTime().with_variant(sqlite.DATETIME, "sqlite"), nullable=False),
        sa.Column("revenue", sa.Float(), nullable=False),
        sa.Column("units_sold", sa.Integer(), nullable=False),
        sa.Column("product_category", sa.String(length=100), nullable=False),
        sa.Column("region", sa.String(length=50), nullable=False),
        sa.Column("customer_id", sa.String(length=50), nullable=True),
        sa.Column("order_id", sa.String(length=64), nullable=True),
        sa.Column("order_line", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_data")),
        sa.UniqueConstraint("order_id", name=op.f("uq_sales_data_order_id")),
    )
    with op.batch_alter_table("sales_data", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sales_data_date"), ["date"], unique=False)

    op.create_table(
        "segments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=100), nullable=False),
        sa.Column("region", sa.String(length=50), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segments")),
        sa.UniqueConstraint("category", "region", name=op.f("uq_segments_category")),
    )
    op.create_table(
        "site_traffic",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("region", sa.String(length=50), nullable=False),
        sa.Column("category", sa.String(length=100), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_traffic")),
        sa.UniqueConstraint("date", "region", "category", name=op.f("uq_site_traffic_date")),
    )
    op.create_table(
        "store_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("data_version", sa.Integer(), nullable=False),
        sa.Column("covered_sales_id", sa.BigInteger(), nullable=False),
        sa.Column("covered_traffic_id", sa.BigInteger(), nullable=False),
        sa.Column("customer_sample_level", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_store_state")),
    )
    op.create_table(
        "daily_rollup",
        sa.Column("segment_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("revenue_cents", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("orders", sa.BigInteger(), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("visits", sa.BigInteger(), nullable=False),
        sa.Column("last_second", sa.Integer(), nullable=False),
        sa.Column("customers", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["segment_id"], ["segments.id"], name=op.f("fk_daily_rollup_segment_id")),
        sa.PrimaryKeyConstraint("segment_id", "day", name=op.f("pk_daily_rollup")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("daily_rollup", schema=None) as batch_op:
        batch_op.create_index("ix_daily_rollup_version", ["version"], unique=False)

    op.execute("INSERT INTO store_state VALUES (1, 0, 0, 0, 0)")


def downgrade() -> None:
    with op.batch_alter_table("daily_rollup", schema=None) as batch_op:
        batch_op.drop_index("ix_daily_rollup_version")

    op.drop_table("daily_rollup")
    op.drop_table("store_state")
    op.drop_table("site_traffic")
    op.drop_table("segments")
    with op.batch_alter_table("sales_data", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sales_data_date"))

    op.drop_table("sales_data")
    op.drop_table("kpi_history")
