"""Copies of an SQLite store, made while it is in use, and the way back."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import update

from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.store import migrate, rollups
from bi_server.store.engine import opened
from bi_server.store.sql.backend import WRITE_SECONDS
from bi_server.store.sql.sqlite.files import sqlite_uri
from bi_server.store.tables import store_state

COUNTED = ("sales_data", "site_traffic", "imports")
EMPTY_LOG_SECONDS = 10.0  # readers may keep the log of a store in use from being emptied for so long
MESSAGES = 3  # of an integrity check


class Contents(NamedTuple):
    """What a store holds: rows by table, its data version, and the revision of its schema."""

    rows: dict[str, int]
    version: int
    revision: str

    def __str__(self) -> str:
        sales, traffic, imports = (f"{self.rows[name]:,}" for name in COUNTED)
        return f"{sales} rows of sales, {traffic} of traffic, {imports} imports, data version {self.version}"


def back_up(file: Path, target: Path, *, replace: bool = False) -> Contents:
    """Copies the store as it is at one moment, while others read and write, and checks the copy.

    Raises InvalidInput where the target is there already and may not be replaced, or the file is no store.
    """
    if target.exists() and not replace:
        raise InvalidInput.of("FILE", f"{target} is there already; choose another name, or --force replaces it")
    with _scratch(target) as copy:
        contents = _copied(file, copy)
        os.replace(copy, target)
    return contents


def restore(source: Path, file: Path, *, replace: bool = False) -> tuple[Contents, Path | None]:
    """Puts a checked copy of a backup into the place of the store, all at once; servers that run notice.

    Returns what is in it, and where the store of before is kept. Raises InvalidInput where the backup is damaged, newer
    than this version or no store of ours, or where the store has rows and may not be replaced.
    """
    if not source.is_file():
        raise InvalidInput.of("FILE", f"{source} is not there")
    if source.absolute() == file.absolute():
        raise InvalidInput.of("FILE", "is the store itself")
    before = None
    if file.exists():
        with suppress(InvalidInput, StoreUnavailable):
            before = contents_of(file)
        if (before is None or any(before.rows.values())) and not replace:
            holds = f"holds {before}" if before else "cannot be read"
            raise InvalidInput.of("DATABASE_URL", f"{file} {holds}; --force replaces it, and keeps it beside")
    file.parent.mkdir(parents=True, exist_ok=True)
    with _scratch(file) as copy:
        contents = _copied(source, copy)
        with opened(f"sqlite:///{copy}") as engine:
            migrate.upgrade(engine)
            with engine.execution_options(writes=True).begin() as connection:
                # Newer than anything a server or a browser has seen of the store of before.
                newest = max(contents.version, before.version if before else 0)
                connection.execute(update(store_state).values(data_version=newest))
                version = rollups.begin(connection)
        _make_single(copy)
        kept = _put_in_place(copy, file)
    return contents._replace(version=version), kept


def contents_of(file: Path) -> Contents:
    """What a store holds. Raises InvalidInput where the file is no store of ours or newer than this version."""
    with closing(_connect(file, "ro")) as connection:
        return _contents(connection, file)


def damage(file: Path) -> list[str]:
    """What SQLite finds wrong with the file; empty where it is sound."""
    try:
        with closing(_connect(file, "ro")) as connection:
            found = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({MESSAGES})")]
            return [] if found == ["ok"] else found
    except sqlite3.DatabaseError as error:
        return [str(error)]


def _connect(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(sqlite_uri(file, mode), uri=True, timeout=WRITE_SECONDS, isolation_level=None)


def _contents(connection: sqlite3.Connection, file: Path) -> Contents:
    try:
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        rows = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}
        version = connection.execute("SELECT data_version FROM store_state").fetchone()
    except sqlite3.DatabaseError as error:
        raise InvalidInput.of("FILE", f"{file} is no store of bi, or damaged ({error})") from None
    if revision is None or version is None:
        raise InvalidInput.of("FILE", f"{file} is no store of bi")
    if revision[0] not in migrate.revisions():
        raise InvalidInput.of("FILE", f"the schema of {file} is {revision[0]}: a newer bi made it; update this one")
    return Contents(rows, version[0], revision[0])


def _copied(source: Path, copy: Path) -> Contents:
    with closing(_connect(source, "ro")) as reader, closing(_connect(copy, "rwc")) as writer:
        reader.execute("BEGIN")  # what is counted is what is copied
        contents = _contents(reader, source)
        reader.backup(writer)
        reader.execute("ROLLBACK")
    _make_single(copy)
    wrong = damage(copy)
    if wrong:
        raise InvalidInput.of("FILE", f"{source} is damaged: {'; '.join(wrong)}")
    if contents_of(copy) != contents:
        raise StoreUnavailable(f"the copy of {source} does not hold what it holds; try again")
    return contents


def _make_single(file: Path) -> None:
    """All of it in one file, on the disk."""
    with closing(_connect(file, "rw")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    with file.open("rb") as stream:
        os.fsync(stream.fileno())


@contextmanager
def _scratch(target: Path) -> Iterator[Path]:
    path = target.with_name(f".{target.name}-{os.getpid()}.part")
    try:
        yield path
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _put_in_place(copy: Path, file: Path) -> Path | None:
    kept = None
    logs = [file.with_name(file.name + suffix) for suffix in ("-wal", "-shm")]
    with _writers_kept_out(file) as is_whole:
        if file.exists():
            kept = file.with_name(f"{file.name}.before-{datetime.now():%Y%m%d-%H%M%S}")
            os.link(file, kept)
            for log in logs:  # of the old file: the new one must not take them for its own
                if log.exists():
                    if is_whole:
                        log.unlink()
                    else:
                        log.rename(log.with_name(log.name.replace(file.name, kept.name)))
        os.replace(copy, file)
    return kept


@contextmanager
def _writers_kept_out(file: Path) -> Iterator[bool]:
    """Nobody is amid a write while the file is replaced, or writes into the old one afterwards: a writer of ours that
    waits for its turn looks again. Tells whether the file alone is the whole store, its log being empty."""
    if not file.exists():
        yield True
        return
    with closing(_connect(file, "rw")) as connection:
        try:
            _lock_with_empty_log(connection, file)
        except sqlite3.DatabaseError:  # damaged: nobody writes into that
            yield False
            return
        yield True
        # What makes those look again who watch the old file.
        with suppress(sqlite3.Error):
            connection.execute("UPDATE store_state SET id = id")
            connection.execute("COMMIT")


def _lock_with_empty_log(connection: sqlite3.Connection, file: Path) -> None:
    end = time.monotonic() + EMPTY_LOG_SECONDS
    log = file.with_name(file.name + "-wal")
    while True:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        if not log.exists() or log.stat().st_size == 0:
            return
        connection.execute("ROLLBACK")
        if time.monotonic() > end:
            raise StoreUnavailable(f"{file} is being read all the time; stop the servers, or try again")
        time.sleep(0.1)
