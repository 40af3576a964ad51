"""A store of each kind, with its tables."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bi_server.store import migrate
from bi_server.store.engine import open_engine


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url, statement_timeout_seconds=20)
    migrate.upgrade(engine)
    yield engine
    engine.dispose()
