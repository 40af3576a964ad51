"""A store of each kind, with its tables."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bi_server.store.engine import open_engine


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_engine(store_url, statement_timeout_seconds=20)
    yield engine
    engine.dispose()
