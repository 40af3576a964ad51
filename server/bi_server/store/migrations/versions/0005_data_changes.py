"""Give every change of the data a token, so that a store can tell whether another state of it is its own past"""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    changes = op.create_table(
        "data_changes",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_data_changes")),
    )
    version = op.get_bind().execute(sa.text("SELECT data_version FROM store_state")).scalar_one()
    op.bulk_insert(changes, [{"version": version, "token": uuid4().hex}])


def downgrade() -> None:
    op.drop_table("data_changes")
