"""Every line of an order carries the order's own id; imports tell more; what an undone import named is forgotten"""

import unicodedata
from collections import Counter
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

COUNTS = ("same", "appended", "added_up")
# Further lines were stored as "<order>/<line>": an order that is called "INV/2" could not be told from a line.
SUFFIX = "'/' || CAST(order_line AS VARCHAR(6))"
TAIL = f"length(order_id) - length({SUFFIX})"


def upgrade() -> None:
    for name in COUNTS:
        op.add_column("imports", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("imports", sa.Column("same_as", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("store_state", sa.Column("compacted_version", sa.Integer(), nullable=False, server_default="0"))
    _make_unique("order_id", "order_line")
    for table in ("sales_data", "replaced_sales"):
        op.execute(
            f"UPDATE {table} SET order_id = substr(order_id, 1, {TAIL}) "
            f"WHERE order_line > 1 AND substr(order_id, {TAIL} + 1) = {SUFFIX}"
        )
    _unite_spellings()


def downgrade() -> None:
    for table in ("sales_data", "replaced_sales"):
        op.execute(f"UPDATE {table} SET order_id = order_id || {SUFFIX} WHERE order_line > 1")
    _make_unique("order_id")
    with op.batch_alter_table("store_state") as batch:
        batch.drop_column("compacted_version")
    with op.batch_alter_table("imports") as batch:
        for name in (*COUNTS, "same_as"):
            batch.drop_column(name)


def _make_unique(*columns: str) -> None:
    with op.batch_alter_table("sales_data") as batch:
        batch.drop_constraint("uq_sales_data_order_id", type_="unique")
        batch.create_unique_constraint("uq_sales_data_order_id", list(columns))


def _unite_spellings() -> None:
    """Names in composed and in decomposed letters look the same and are one from now on: their sums are made anew."""
    rows = op.get_bind().execute(sa.text("SELECT category, region FROM segments")).all()
    folded = Counter(tuple(unicodedata.normalize("NFC", name.strip().casefold()) for name in row) for row in rows)
    if max(folded.values(), default=0) < 2:
        return
    # The rows of a rollup that covers none of them are taken in by whoever looks next.
    op.execute("UPDATE store_state SET data_version = data_version + 1, covered_sales_id = 0, covered_traffic_id = 0")
    change = sa.text("INSERT INTO data_changes (version, token) SELECT data_version, :token FROM store_state")
    op.get_bind().execute(change, {"token": uuid4().hex})
    op.execute("DELETE FROM daily_rollup")
    op.execute("DELETE FROM segments")
    op.execute("UPDATE store_state SET compacted_version = data_version")
