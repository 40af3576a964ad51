"""A server to ask."""

from collections.abc import Iterator

import pytest
from tests.gateway import stack

from bi_client import Client


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Of a server with sample data."""
    with stack.server(tmp_path_factory.mktemp("client"), snapshot_interval_seconds=0) as port:
        yield port


@pytest.fixture(scope="session")
def bi(port: int) -> Iterator[Client]:
    with Client(f"127.0.0.1:{port}") as client:
        yield client
