"""Opens a database the way the service needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, make_url
from sqlalchemy import Engine as Engine  # the handle of a store, which those who know no SQL hand on
from sqlalchemy.exc import ArgumentError

from bi_server.errors import InvalidInput
from bi_server.semantic import Model, default_model
from bi_server.store.sql.backend import LOOK_SECONDS, Backend, Opening
from bi_server.store.sql.served import NAMES, backend, backend_of


def open_engine(
    url: str,
    *,
    pool_size: int = 5,
    statement_timeout_seconds: float = 0,
    make_file: bool = True,
    model: Model | None = None,
) -> Engine:
    """An engine for `url`, of a store that follows `model` (default: the one that ships).

    Raises InvalidInput for an URL that is none.

    An SQLite file that is not there is made, and its folder, unless `make_file` is off: a server whose file is gone
    shall say so. Transactions take the execution options `writes` (they change something), `wait_seconds` (for
    another writer, or who locks everybody out; default WRITE_SECONDS and READ_SECONDS) and `is_long` (they are not
    held to the statement timeout).
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise InvalidInput.of("DATABASE_URL", "not a database URL; write sqlite:///FILE or postgresql://...") from None
    kind = parsed.get_backend_name()
    if kind not in NAMES:
        raise InvalidInput.of("DATABASE_URL", f"{kind!r} is not served; use sqlite:///FILE or postgresql://...")
    engine = backend(kind).open(parsed, Opening(pool_size, statement_timeout_seconds, make_file))
    engine.update_execution_options(model=model or default_model())
    return engine


@contextmanager
def opened(url: str, *, make_file: bool = True, model: Model | None = None) -> Iterator[Engine]:
    """An engine for the time of a command; closes its connections at the end."""
    engine = open_engine(url, make_file=make_file, model=model)
    try:
        yield engine
    finally:
        settle(engine)
        engine.dispose()


@contextmanager
def own_connection(engine: Engine, wait_seconds: float, left: threading.Event) -> Iterator[Connection]:
    """A connection outside the pool for one long write, which waits so long for another writer.

    Once `left` is set it waits no more, and what the database is doing for it fails.
    """
    options: dict[str, Any] = {"writes": True, "wait_seconds": wait_seconds, "left": left, "is_long": True}
    try:
        with engine.execution_options(**options).connect() as connection:
            connection.detach()
            driver: Any = connection.connection  # past SQLAlchemy, which would begin a transaction first
            with _interrupting(backend_of(engine), driver.dbapi_connection, left):
                yield connection
    finally:
        settle(engine)


@contextmanager
def _interrupting(backend: Backend, driver: Any, left: threading.Event) -> Iterator[None]:
    """Breaks off every statement of a driver's connection that is still running once `left` is set."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(LOOK_SECONDS):
            if left.is_set():  # again and again: the next statement may begin just now
                backend.interrupt(driver)

    watcher = threading.Thread(target=watch, name="interrupting")
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def settle(engine: Engine) -> None:
    """Leaves nothing of the store outside of its own place, if nobody is in the way."""
    backend_of(engine).settle(engine)
