"""Which rows users and keys may see"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("api_keys", "users"):
        op.add_column(table, sa.Column("scope", sa.Text(), nullable=True))


def downgrade() -> None:
    for table in ("api_keys", "users"):
        op.drop_column(table, "scope")
