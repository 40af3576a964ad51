"""What every kind of database does in its own way."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol, TypeAlias

import pyarrow as pa
from sqlalchemy import URL, Column, ColumnElement, Connection, Engine, Select, Table

from bi_server.store.sql.stage import Stage
from bi_server.store.state import State

CONNECT_SECONDS = 5
LOOK_SECONDS = 0.1  # whether the caller of a long write has left is seen so late
READ_SECONDS = 2  # a reader waits so long for a program that has locked everybody out
WRITE_SECONDS = 30  # one writer at a time: a second one waits this long for its turn

Number: TypeAlias = ColumnElement[Any]


class Opening(NamedTuple):
    """How a database is opened; see `open_engine`."""

    pool_size: int
    statement_timeout_seconds: float
    make_file: bool


class ChangeWatch(Protocol):
    """Remembers the last acknowledged state of one database. All threads may use it, also while one closes it."""

    def seen(self) -> bool:
        """Whether something was committed that is not acknowledged, or may have been; in microseconds."""

    def mark(self) -> int:
        """What is committed now; to be acknowledged once it has been read."""

    def acknowledge(self, mark: int) -> None:
        """From now on only commits later than the mark count."""

    def is_blind(self, known: State) -> bool:
        """Whether the database at its address is no longer the one it looks at; then another watch is needed.

        `known` is what was acknowledged.
        """

    def close(self) -> None:
        """Gives back what it holds."""


class Backend(Protocol):
    """One kind of database. Everything else is SQL that all of them understand alike."""

    def open(self, url: URL, opening: Opening) -> Engine:
        """An engine whose transactions heed the execution options that `open_engine` tells of."""

    def settle(self, engine: Engine) -> None:
        """Leaves nothing of the store outside of its own place, if nobody is in the way."""

    def watch(self, engine: Engine) -> ChangeWatch:
        """Tells whether another connection has committed since the last look."""

    def hold_still(self, connection: Connection) -> None:
        """Lets all statements of a transaction that begins see one moment."""

    def announce(self, connection: Connection) -> None:
        """Tells every server of what this transaction changes, when it commits."""

    def analyze(self, connection: Connection, table: str) -> None:
        """Tells the planner how many rows a scratch table has, where it would guess."""

    def insert(self, table: Table) -> Any:
        """An INSERT that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""

    def greatest(self, left: Number, right: Number) -> Number:
        """The greater of two numbers."""

    def day(self, moment: ColumnElement[Any]) -> ColumnElement[str]:
        """The day of a moment, as the text `2024-05-31`."""

    def listed(self, number: Number) -> ColumnElement[str]:
        """The numbers of a group as one text, `17,4,23`."""

    def joined(self, blob: ColumnElement[bytes]) -> ColumnElement[Any]:
        """The bytes of a group one after another."""

    def batches(self, connection: Connection, state: State, query: Select[Any], rows: int) -> Iterator[pa.RecordBatch]:
        """The rows of a query, so many at a time, whose transaction holds still at a state.

        Raises StoreUnavailable where they are no longer of that state.
        """

    def staging(self, connection: Connection) -> AbstractContextManager[Callable[[Table], Stage]]:
        """Opens stages inside the connection's writing transaction, and clears them away after it.

        A stage has `seq` and those columns of its table that a file fills. One at a time. The connection must not
        belong to a pool: it may be tuned for the import, and closed at the end.
        """

    def straight(self, connection: Connection, target: Table, import_id: int) -> Stage | None:
        """No stage but the table itself, where that is faster for rows that are all new: `add` raises Repeated for
        others. None where it is not."""

    def too_narrow(self, connection: Connection, columns: Sequence[Column[Any]]) -> list[Column[Any]]:
        """Those columns of texts that hold fewer characters in the database than they are declared with."""

    def inserting(self, connection: Connection, table: Table, rows: int) -> AbstractContextManager[None]:
        """Around one INSERT of so many rows: what is faster made anew than kept up row by row is made after it."""

    def interrupt(self, driver: Any) -> None:
        """Breaks off the statement that is running on a driver's connection, if there is one; from another thread."""
