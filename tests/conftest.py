"""What holds for every test."""

import gc
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.databases import Postgres, running_postgres

from bi_server.store import migrate
from bi_server.store.engine import opened

# Tests run on all cores at once: a second thread for linear algebra would only take the core of another test.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# The same examples every time: what is built must not depend on luck. Developers get fresh ones.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI") == "true":
    settings.load_profile("ci")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays: the garbage collector need not look through it, neither then nor in the tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In continuous integration a skip is a failure: everything a test needs has been installed there."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} skipped in continuous integration: {reason}"
    return report


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL; skips where its binaries are not installed."""
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind that is served."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/bi.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.new_database()
    yield url
    server.drop(url)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store without rows, to be copied: making its tables takes longer than most tests."""
    file = tmp_path_factory.mktemp("empty") / "bi.db"
    with opened(f"sqlite:///{file}") as engine:
        migrate.upgrade(engine)
    return file


@pytest.fixture(scope="session")
def empty_postgres_store(postgres: Postgres) -> str:
    """As `empty_store`, the URL of a database of PostgreSQL."""
    url = postgres.new_database()
    with opened(url) as engine:
        migrate.upgrade(engine)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A store without rows in a database of each kind that is served."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("empty_store"), tmp_path / "bi.db")
        yield f"sqlite:///{tmp_path}/bi.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.new_database(like=request.getfixturevalue("empty_postgres_store"))
    yield url
    server.drop(url)
