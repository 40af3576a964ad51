"""Opens a database the way the service needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from bi_server.errors import InvalidInput

SQLITE_BUSY_SECONDS = 30  # one writer at a time: a second one waits this long for its turn


def open_engine(url: str, *, pool_size: int = 5, statement_timeout_seconds: float = 0) -> Engine:
    """An engine for `url`; makes the folder of an SQLite file. Raises InvalidInput for an URL that is none."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise InvalidInput.of("DATABASE_URL", "not a database URL; write sqlite:///FILE or postgresql://...") from None
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        if parsed.database and parsed.database != ":memory:":
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed, connect_args={"timeout": SQLITE_BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if backend == "postgresql":
        options = f"-c statement_timeout={round(statement_timeout_seconds * 1000)} -c timezone=UTC"
        return create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            pool_size=pool_size,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 5, "options": options},
        )
    raise InvalidInput.of("DATABASE_URL", f"{backend!r} is not served; use sqlite:///FILE or postgresql://...")


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """An engine for the time of a command; closes its connections at the end."""
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver would begin transactions late and as readers
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    # A writer says so at once ("BEGIN IMMEDIATE"): a reader that turns writer late would fail instead of waiting.
    immediate = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
