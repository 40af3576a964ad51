"""Servers over the sample data and over every hand-made store, started once, and a factory for more."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from tests.databases import Postgres
from tests.rpc.rows import Books, Sale, Visit
from tests.rpc.serving import Client, Servers
from tests.rpc.stores import STORES

from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.sample_omnichannel import with_channels
from bi_server.semantic import read_model
from bi_server.store import following, ingest, rollups
from bi_server.store.engine import open_engine, opened


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory, empty_store: Path) -> Iterator[Servers]:
    """Starts servers on free ports; ends all of them with the session."""
    folder = tmp_path_factory.mktemp("stores")

    def database() -> str:
        file = folder / f"{len(list(folder.iterdir()))}.db"
        shutil.copy(empty_store, file)
        return f"sqlite:///{file}"

    running = Servers(database)
    yield running
    running.close()


@pytest.fixture(scope="session")
def postgres_servers(postgres: Postgres, empty_postgres_store: str) -> Iterator[Servers]:
    """As `servers`, over databases of a PostgreSQL."""
    running = Servers(lambda: postgres.new_database(like=empty_postgres_store))
    yield running
    running.close()


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def any_servers(request: pytest.FixtureRequest) -> Servers:
    """Servers over each kind of database that is served."""
    found: Servers = request.getfixturevalue("servers" if request.param == "sqlite" else "postgres_servers")
    return found


@pytest.fixture(scope="session")
def omnichannel_sales() -> pd.DataFrame:
    """Rows with the columns that the shipped model `omnichannel` declares."""
    return with_channels(generate_sample_data(3000))


@pytest.fixture(scope="module")
def omnichannel(any_servers: Servers, omnichannel_sales: pd.DataFrame) -> Client:
    """A server of that model over those rows."""

    def start() -> Client:
        url = any_servers.database()
        with opened(url, model=read_model("omnichannel")) as engine:
            following.follow(engine)
            with engine.execution_options(writes=True).begin() as connection:
                ingest.append(connection, omnichannel_sales, generate_sample_traffic(omnichannel_sales))
            with engine.connect() as connection:
                assert rollups.verify(connection) == []
        return any_servers.serve(url, Books((), ()), model="omnichannel")

    return any_servers.shared("omnichannel", start)


@pytest.fixture(scope="session")
def sample(servers: Servers) -> Client:
    """A server over the default sample data, written the way `bi-server sample` writes it."""
    sales = generate_sample_data(5000)
    traffic = generate_sample_traffic(sales)
    url = servers.database()
    engine = open_engine(url)
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
    return servers.serve(url, books)


@pytest.fixture(scope="session")
def stores(servers: Servers, sample: Client) -> dict[str, Client]:
    """A client of every store, by name."""
    return {"sample": sample, **{name: servers.serve_rows(books) for name, books in STORES.items()}}


@pytest.fixture(scope="session")
def postgres_stores(postgres_servers: Servers) -> dict[str, Client]:
    """A client of every hand-made store in a PostgreSQL, by name."""
    return {name: postgres_servers.serve_rows(books) for name, books in STORES.items()}
