"""Keeps the rows of a store in memory as columns, read in a thread of their own."""

import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate

import pyarrow as pa
from sqlalchemy import Engine

from bi_server.errors import StoreUnavailable
from bi_server.store.away import reaching
from bi_server.store.looking_up import in_thread
from bi_server.store.memory import give_back_memory
from bi_server.store.schema import schema_of
from bi_server.store.state import State
from bi_server.store.wide.columns import Columns
from bi_server.store.wide.reading import Interrupted, read

MOST_BYTES = 512 * 2**20


class Keeper:
    """Holds the columns of the newest state that was asked for, where they fit into `most_bytes`."""

    def __init__(self, engine: Engine, most_bytes: int = MOST_BYTES) -> None:
        self._engine = engine
        self._most_bytes = most_bytes
        self._held: Columns | None = None
        self._reading: Future[Columns] | None = None
        self._lock = threading.Lock()
        self._is_closed = threading.Event()

    def fits(self, rows: int) -> bool:
        """Whether the columns of so many rows may be held; of a store without wide dimensions they are not."""
        schema = schema_of(self._engine)
        # Names are held twice, by day and by name; sums that a row does not have make up for what else there is.
        columns = 2 * len(schema.wide) + len(schema.sums)
        return bool(schema.wide) and rows * 4 * columns <= self._most_bytes

    def columns(self, state: State, wait_seconds: float) -> Columns:
        """The columns of a state. Raises StoreUnavailable where they are not at hand in time, or the data has changed
        since."""
        for _ in range(2):  # a reading that began before the state was there is of no use
            held = self._held
            if held is not None and held.state.version >= state.version:
                break
            try:
                self._held = held = self.begin().result(wait_seconds)
            except TooLate:
                raise StoreUnavailable("the rows are being read into memory; try again in a moment") from None
            except Interrupted:
                raise StoreUnavailable("the server is stopping") from None
        if held is None or held.state != state:
            self._held = None if held is not None and held.state.version < state.version else held
            raise StoreUnavailable("the data has changed just now; try again")
        return held

    def begin(self) -> "Future[Columns]":
        """Reads what has changed, if nobody does so already."""
        with self._lock:
            if self._reading is None or self._reading.done():
                self._reading = in_thread(self._read)
            return self._reading

    def _read(self) -> Columns:
        with reaching(), self._engine.connect() as connection:
            held = self._held = read(connection, self._held, lambda: not self._is_closed.is_set())
        pa.default_memory_pool().release_unused()
        give_back_memory()
        return held

    def close(self) -> None:
        """Ends a reading at its next step."""
        self._is_closed.set()
