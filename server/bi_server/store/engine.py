"""Opens a database the way the service needs it."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, OperationalError, SQLAlchemyError

from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.semantic import Model, default_model

LOOK_SECONDS = 0.1  # whether the caller of a long write has left is seen so late
READ_SECONDS = 2  # a reader of SQLite waits so long for a program that has locked everybody out
WRITE_SECONDS = 30  # one writer at a time: a second one waits this long for its turn
# PostgreSQL's host may vanish without a word: the connection is then given up after seconds, not hours.
VANISHED = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 10_000}
CONNECT_SECONDS = 5

REPLACED = "the database was replaced just now; try again in a moment"

Files = tuple[tuple[int, int] | None, ...]


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
    shall say so. Transactions take the execution options `writes` (they change something) and `wait_seconds` (for
    another writer, or who locks everybody out; default WRITE_SECONDS and READ_SECONDS).
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise InvalidInput.of("DATABASE_URL", "not a database URL; write sqlite:///FILE or postgresql://...") from None
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        engine = _sqlite(parsed, make_file)
        engine.update_execution_options(model=model or default_model())
        return engine
    if backend == "postgresql":
        options = f"-c statement_timeout={round(statement_timeout_seconds * 1000)} -c timezone=UTC"
        engine = create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            pool_size=pool_size,
            pool_pre_ping=True,
            connect_args={"connect_timeout": CONNECT_SECONDS, "options": options, **VANISHED},
        )
        event.listen(engine, "begin", _begin_postgres)
        engine.update_execution_options(model=model or default_model())
        return engine
    raise InvalidInput.of("DATABASE_URL", f"{backend!r} is not served; use sqlite:///FILE or postgresql://...")


@contextmanager
def opened(url: str, *, make_file: bool = True, model: Model | None = None) -> Iterator[Engine]:
    """An engine for the time of a command; closes its connections at the end."""
    engine = open_engine(url, make_file=make_file, model=model)
    try:
        yield engine
    finally:
        settle(engine)
        engine.dispose()


def sqlite_file(engine: Engine) -> Path:
    """The file of an engine that is SQLite's."""
    return Path(engine.url.database or "").absolute()


def sqlite_uri(file: Path, mode: str) -> str:
    """The file's name as SQLite takes it, with `mode` ro, rw (must exist) or rwc."""
    return f"{file.absolute().as_uri()}?mode={mode}"


def files_at(file: Path) -> Files:
    """Which file is there, and which write-ahead log beside it. While somebody has both open they stay the same."""
    found: list[tuple[int, int] | None] = []
    for path in (file, file.with_name(file.name + "-wal")):
        try:
            status = path.stat()
        except FileNotFoundError:
            found.append(None)
        else:
            found.append((status.st_dev, status.st_ino))
    return tuple(found)


def is_writable(file: Path) -> bool:
    """Whether who opens the file now may write to it, and to what is beside it."""
    beside = [file.with_name(file.name + end) for end in ("-wal", "-shm")]
    return os.access(file, os.W_OK) and all(os.access(path, os.W_OK) or not path.exists() for path in beside)


@contextmanager
def own_connection(engine: Engine, wait_seconds: float, left: threading.Event) -> Iterator[Connection]:
    """A connection outside the pool for one long write, which waits so long for another writer.

    Once `left` is set it waits no more, and what the database is doing for it fails.
    """
    options: dict[str, Any] = {"writes": True, "wait_seconds": wait_seconds, "left": left}
    try:
        with engine.execution_options(**options).connect() as connection:
            connection.detach()
            driver: Any = connection.connection  # past SQLAlchemy, which would begin a transaction first
            if connection.dialect.name == "postgresql":
                driver.execute("SET statement_timeout = 0")
                driver.commit()
            with _interrupting(driver.dbapi_connection, left):
                yield connection
    finally:
        settle(engine)


@contextmanager
def _interrupting(driver: Any, left: threading.Event) -> Iterator[None]:
    """Breaks off every statement of a driver's connection that is still running once `left` is set."""
    interrupt: Callable[[], None] = getattr(driver, "interrupt", None) or driver.cancel
    over = threading.Event()

    def watch() -> None:
        while not over.wait(LOOK_SECONDS):
            if left.is_set():  # again and again: the next statement may begin just now
                with suppress(sqlite3.Error, psycopg.Error):
                    interrupt()

    watcher = threading.Thread(target=watch, name="interrupting")
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def settle(engine: Engine) -> None:
    """Moves what SQLite's log holds into the file, if nobody is in the way: the file alone is then the whole store, and
    no large log stays behind."""
    if engine.dialect.name == "sqlite":
        with suppress(SQLAlchemyError, sqlite3.Error, StoreUnavailable), engine.connect() as connection:
            driver: Any = connection.connection  # past SQLAlchemy, which would begin a transaction
            driver.execute("PRAGMA busy_timeout = 1000")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _was_replaced(info: dict[Any, Any], file: Path) -> bool:
    """Whether a connection's files are no longer those at their place; a log is made with the first write only."""
    before, now = info.get("files", ()), files_at(file)
    info["files"] = now
    return any(known is not None and known != found for known, found in zip(before, now, strict=False))


def _sqlite(url: URL, make_file: bool) -> Engine:
    if not url.database or url.database == ":memory:":
        raise InvalidInput.of("DATABASE_URL", "names no file; write sqlite:///FILE")
    file = Path(url.database).absolute()
    if make_file:
        file.parent.mkdir(parents=True, exist_ok=True)

    def connect() -> sqlite3.Connection:
        uri = sqlite_uri(file, "rwc" if make_file else "rw")
        return sqlite3.connect(uri, uri=True, timeout=READ_SECONDS, check_same_thread=False)

    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # the driver would begin transactions late and as readers
        for setting in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {setting}").close()
        _was_replaced(record.info, file)  # remembers them
        record.info["writable"] = is_writable(file)

    def check(_connection: Any, record: Any, _proxy: Any) -> None:
        # A backup was put in the file's place, or the log was removed: whatever goes there is lost.
        if _was_replaced(record.info, file):
            raise DisconnectionError("the database file was replaced")
        # What is opened while a file is protected may only read, for good, and shares its index of the log with all
        # that the process has open; what was opened before may write on.
        if record.info["writable"] < is_writable(file):
            engine.dispose()
            raise DisconnectionError("the database file may be written again")

    def begin(connection: Any) -> None:
        # A writer says so at once ("BEGIN IMMEDIATE"): a reader that turns writer late would fail instead of waiting.
        options = connection.get_execution_options()
        writes = options.get("writes", False)
        wait = options.get("wait_seconds", WRITE_SECONDS if writes else READ_SECONDS)
        left, end = options.get("left"), time.monotonic() + wait
        # SQLite cannot be interrupted while it waits.
        patience = wait if left is None else min(wait, LOOK_SECONDS)
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(patience * 1000)}")
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
                return
            except OperationalError as error:
                is_busy = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
                if not is_busy or left is None or left.is_set() or time.monotonic() > end:
                    raise

    def commit(connection: Any) -> None:
        if connection.get_execution_options().get("writes", False) and _was_replaced(connection.info, file):
            raise StoreUnavailable(REPLACED)  # and it is rolled back

    engine = create_engine(url, creator=connect)
    event.listen(engine, "connect", prepare)
    event.listen(engine, "checkout", check)
    event.listen(engine, "begin", begin)
    event.listen(engine, "commit", commit)
    return engine


def _begin_postgres(connection: Any) -> None:
    options = connection.get_execution_options()
    if options.get("writes", False):
        wait = options.get("wait_seconds", WRITE_SECONDS)
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(wait * 1000)}")
