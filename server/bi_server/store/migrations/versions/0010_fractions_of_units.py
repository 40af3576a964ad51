"""Fractions of units: quantities of weights and measures"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

THOUSANDTHS = 1000


def upgrade() -> None:
    _units_sold(sa.Integer(), sa.Float())
    op.execute(f"UPDATE daily_rollup SET units = units * {THOUSANDTHS}")


def downgrade() -> None:
    op.execute(f"UPDATE daily_rollup SET units = units / {THOUSANDTHS}")
    _units_sold(sa.Float(), sa.Integer())


def _units_sold(before: sa.types.TypeEngine[Any], after: sa.types.TypeEngine[Any]) -> None:
    # SQLite keeps fractions in a column of whole numbers too, and would copy the whole table to say otherwise.
    if op.get_context().dialect.name == "postgresql":
        for table in ("sales_data", "replaced_sales"):
            op.alter_column(table, "units_sold", existing_type=before, type_=after, existing_nullable=False)
