"""Tells a database that is away (stopped, locked, full, damaged) from what is wrong with a request or with the code."""

import errno
import logging
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import adbc_driver_manager
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bi_server.errors import StoreUnavailable

log = logging.getLogger(__name__)

# Of all drivers and of SQLAlchemy: the database is there, and refuses.
REFUSALS = (DataError, IntegrityError, ProgrammingError, NotSupportedError)

UNKNOWN = "the database cannot be reached"
# What the drivers say, and what a caller is told; the first that fits. The driver's own words go to the log alone.
REASONS = {
    "connection": UNKNOWN,  # whose reasons ("no such file") are those of a socket
    "locked": "the database is locked by another program",
    "lock timeout": "another import is still at work",
    "readonly": "the database is read-only",
    "read-only": "the database is read-only",
    "full": "the disk of the database is full",
    "no space left": "the disk is full",
    "malformed": "the database is damaged; `bi-server doctor` tells more, and a backup brings it back",
    "not a database": "the database is damaged; `bi-server doctor` tells more, and a backup brings it back",
    "disk i/o error": "the disk of the database fails",
    "unable to open": "the database file is gone or cannot be opened",
    "no such file": "the database file is gone",
    "no such table": "the database holds no store; `bi-server migrate` makes one, a backup brings one back",
}
NO_ROOM = "the data does not fit into memory"
UNREADABLE = "the data cannot be read; `bi-server doctor` tells more"


def reason(error: BaseException) -> str:
    """What is wrong, in words that give nothing away."""
    if isinstance(error, MemoryError):
        return NO_ROOM
    text = words(error).lower()
    return next((told for said, told in REASONS.items() if said in text), UNKNOWN if is_away(error) else UNREADABLE)


def words(error: BaseException) -> str:
    """The driver's own words for the log, without the statement and its values."""
    return " ".join(str(getattr(error, "orig", None) or error).split())


def is_away(error: BaseException) -> bool:
    """Whether the database (or the disk) is the reason, and not the statement or the values."""
    if isinstance(error, OSError):
        return error.errno is not None and error.errno != errno.ENAMETOOLONG  # readers of files raise it without
    if isinstance(error, DBAPIError):
        return not isinstance(error, REFUSALS)
    for driver in _drivers():
        if isinstance(error, driver.Error):
            return not isinstance(error, tuple(getattr(driver, kind.__name__) for kind in REFUSALS))
    return isinstance(error, PoolTimeout)


def _drivers() -> list[Any]:
    """The modules (PEP 249). PostgreSQL's raises nothing where nobody has imported it."""
    return [sqlite3, adbc_driver_manager, *filter(None, [sys.modules.get("psycopg")])]


@contextmanager
def reaching() -> Iterator[None]:
    """Makes StoreUnavailable of what a driver raises while the database is away."""
    try:
        yield
    except Exception as error:
        if not is_away(error):
            raise
        log.warning("the database is away: %s", words(error))
        raise StoreUnavailable(f"{reason(error)}; try again in a moment") from error
