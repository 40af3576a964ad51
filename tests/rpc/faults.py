"""Real faults of a real database, each of them ended by leaving its context."""

import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from sqlalchemy import make_url
from tests.databases import Postgres

Fault = Callable[[str], AbstractContextManager[None]]


def file_of(url: str) -> Path:
    return Path(make_url(url).database or "")


@contextmanager
def removed(url: str) -> Iterator[None]:
    """The SQLite file is moved away, and back."""
    file = file_of(url)
    aside = file.with_suffix(".aside")
    file.rename(aside)
    yield
    aside.rename(file)


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Another program writes into the SQLite file, and does not come to an end."""
    with closing(sqlite3.connect(file_of(url), timeout=60, isolation_level=None)) as program:
        program.execute("BEGIN IMMEDIATE")
        yield
        program.execute("ROLLBACK")


@contextmanager
def overwritten(url: str) -> Iterator[None]:
    """Somebody writes something else over the SQLite file; a copy comes back in the end."""
    file = file_of(url)
    copy = file.with_suffix(".copy")
    shutil.copyfile(file, copy)
    with file.open("r+b") as stream:
        stream.write(b"this is no database" * 1000)
    yield
    shutil.copyfile(copy, file)


def stopped(server: Postgres) -> Fault:
    """PostgreSQL ends, and is started again."""

    @contextmanager
    def fault(_url: str) -> Iterator[None]:
        server.halt()
        yield
        server.start()

    return fault


def frozen(server: Postgres) -> Fault:
    """PostgreSQL takes connections, and answers nothing."""

    @contextmanager
    def fault(_url: str) -> Iterator[None]:
        server.signal(signal.SIGSTOP)
        try:
            yield
        finally:
            server.signal(signal.SIGCONT)

    return fault
