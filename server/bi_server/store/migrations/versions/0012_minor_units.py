"""In which minor units of its currency a store keeps amounts"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

CENTS = 2  # decimals


def upgrade() -> None:
    column = sa.Column("money_decimals", sa.SmallInteger(), nullable=False, server_default=str(CENTS))
    op.add_column("store_state", column)


def downgrade() -> None:
    state = sa.table("store_state", sa.column("money_decimals", sa.SmallInteger()))
    if op.get_bind().execute(sa.select(state.c.money_decimals)).scalar() != CENTS:
        # What came before knows cents alone: it takes in all rows anew.
        op.execute("DELETE FROM daily_rollup")
        op.execute("UPDATE store_state SET covered_sales_id = 0, covered_traffic_id = 0, customer_sample_level = 0")
    op.drop_column("store_state", "money_decimals")
