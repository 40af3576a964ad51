"""Brings the schema to the newest revision, or back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, column, inspect, select, table

from bi_server.errors import StoreUnavailable

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).parent / "migrations"
VERSION = "alembic_version"  # the table in which alembic keeps the revision


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Make the schema what `revision` says; nothing happens where it is so already."""
    from alembic import command  # here: a server that starts only looks at the revision, and is there sooner

    with _migrating(engine) as config:
        command.upgrade(config, revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to `revision` (`base`: no tables)."""
    from alembic import command

    with _migrating(engine) as config:
        command.downgrade(config, revision)


@contextmanager
def _migrating(engine: Engine) -> "Iterator[Config]":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        yield config


def revisions() -> list[str]:
    """All that this version knows, the newest first: the name of each one's file begins with it."""
    return sorted((file.name.partition("_")[0] for file in SCRIPTS.glob("versions/[0-9]*.py")), reverse=True)


def revision(engine: Engine) -> str | None:
    """What the schema is at; None where there is none."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(VERSION):
            return None
        found: str | None = connection.execute(select(column("version_num")).select_from(table(VERSION))).scalar()
        return found


def is_current(engine: Engine) -> bool:
    """Whether the schema is of this version of the service."""
    return revision(engine) == revisions()[0]


def require_current(engine: Engine) -> None:
    """Raises StoreUnavailable, naming the remedy, when the schema is not of this version of the service."""
    head, found = revisions()[0], revision(engine)
    if found != head:
        raise StoreUnavailable(f"the store's schema is at {found or 'nothing'}, not {head}; run `bi-server migrate`")
