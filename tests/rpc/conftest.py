"""Servers over the sample data and over every hand-made store, started once, and a factory for more."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.rpc.rows import Books, Sale, Visit
from tests.rpc.serving import Client, Servers
from tests.rpc.stores import STORES

from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.store import ingest
from bi_server.store.engine import open_engine


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Starts servers on free ports; ends all of them with the session."""
    running = Servers(tmp_path_factory.mktemp("stores"))
    yield running
    running.close()


@pytest.fixture(scope="session")
def sample(servers: Servers) -> Client:
    """A server over the default sample data, written the way `bi-server sample` writes it."""
    sales = generate_sample_data(5000)
    traffic = generate_sample_traffic(sales)
    path = servers.database()
    engine = open_engine(f"sqlite:///{path}")
    with engine.execution_options(writes=True).begin() as connection:
        ingest.append(connection, sales, traffic)
    engine.dispose()
    books = Books(
        tuple(
            Sale(date.fromisoformat(str(day)[:10]), round(revenue * 100), units, category, region, customer)
            for day, revenue, units, category, region, _, customer in sales.itertuples(index=False)
        ),
        tuple(
            Visit(date.fromisoformat(str(day)[:10]), category, region, visits)
            for day, region, category, visits in traffic.itertuples(index=False)
        ),
    )
    return servers.serve(path, books)


@pytest.fixture(scope="session")
def stores(servers: Servers, sample: Client) -> dict[str, Client]:
    """A client of every store, by name."""
    return {"sample": sample, **{name: servers.serve_rows(books) for name, books in STORES.items()}}
