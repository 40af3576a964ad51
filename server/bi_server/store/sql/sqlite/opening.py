"""Opens SQLite's file so that many may read while one writes."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError, OperationalError

from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.store.sql.backend import LOOK_SECONDS, READ_SECONDS, WRITE_SECONDS
from bi_server.store.sql.sqlite.files import files_at, is_writable, sqlite_uri

REPLACED = "the database was replaced just now; try again in a moment"


def open_file(url: URL, *, make_file: bool) -> Engine:
    """Raises InvalidInput for an URL that names no file."""
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

    def commit(connection: Any) -> None:
        if connection.get_execution_options().get("writes", False) and _was_replaced(connection.info, file):
            raise StoreUnavailable(REPLACED)  # and it is rolled back

    engine = create_engine(url, creator=connect)
    event.listen(engine, "connect", prepare)
    event.listen(engine, "checkout", check)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "commit", commit)
    return engine


def _begin(connection: Any) -> None:
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


def _was_replaced(info: dict[Any, Any], file: Path) -> bool:
    """Whether a connection's files are no longer those at their place; a log is made with the first write only."""
    before, now = info.get("files", ()), files_at(file)
    info["files"] = now
    return any(known is not None and known != found for known, found in zip(before, now, strict=False))
