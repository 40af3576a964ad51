"""The store as the servicers see it: one snapshot of the data, the newest that is committed.

While the database is away (stopped, locked, gone, damaged) the last snapshot is told, and how old it is; see `Contact`.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError

from bi_server.errors import StoreUnavailable
from bi_server.store import following, migrate, rollups
from bi_server.store.away import reason
from bi_server.store.contact import MOST_STALE_SECONDS, Contact
from bi_server.store.cube import Cube
from bi_server.store.engine import settle
from bi_server.store.extent import MOST_CELLS
from bi_server.store.loading import load
from bi_server.store.looking_up import ANSWER_SECONDS, LookUps, in_thread
from bi_server.store.memory import give_back_memory
from bi_server.store.rows import Rows
from bi_server.store.schema import model_of
from bi_server.store.sharing import share
from bi_server.store.sql.backend import ChangeWatch
from bi_server.store.sql.served import backend_of
from bi_server.store.state import state_of
from bi_server.store.wide.keeping import MOST_BYTES, Keeper

log = logging.getLogger(__name__)

LOAD_SECONDS = 20.0  # it answered: what it sends may take so long
CLOSE_SECONDS = 1.0
FOREIGN_SECONDS = 1.0  # rows of other tools wait for an import rather than keep readers waiting

T = TypeVar("T")


class Store:
    """Opens lazily: a database that is down when the server starts is an error of the requests, not of the start.

    Ids of orders and customers leave it `with_ids` alone. A snapshot is told for `most_stale_seconds` after the
    database was last heard.
    """

    def __init__(
        self,
        engine: Engine,
        most_cells: int = MOST_CELLS,
        most_bytes: int = MOST_BYTES,
        *,
        with_ids: bool = False,
        most_stale_seconds: float = MOST_STALE_SECONDS,
    ) -> None:
        self.engine = engine
        self.contact = Contact(most_stale_seconds)
        self._most_cells = most_cells
        self._with_ids = with_ids
        self._cube: Cube | None = None
        self._changes: ChangeWatch | None = None
        self._loading = threading.Lock()
        self._has_answered = False  # the reading that goes on: only its data is waited for
        self._reading: asyncio.Future[Cube] | None = None
        self._is_closed = False
        self._untaken = ""
        self._look_ups = LookUps()
        self._keeper = Keeper(engine, most_bytes)

    def current(self) -> Cube | None:
        """The newest committed data where it is at hand, or what is told while the database is away; in microseconds.

        None where the database must be asked first.
        """
        cube, changes = self._cube, self._changes
        if cube is None:
            return None
        if self.contact.problem:
            return None if self.contact.is_too_old else cube
        try:
            return None if changes is None or changes.seen() else cube
        except Exception:  # the file is locked, the disk is full: whatever it is, reading again tells
            return None

    @property
    def last(self) -> Cube | None:
        """What was read last, however old it is; for any thread."""
        return self._cube

    @property
    def answers(self) -> bool:
        """Whether there is anything to be told."""
        return self._cube is not None and not self.contact.is_too_old

    async def refreshed(self) -> Cube:
        """The newest committed data, or what is told while the database is away. It is read off the event loop, once
        for all who wait, and nobody waits longer than a few seconds for a database that does not answer.

        Raises StoreUnavailable where there is nothing (any more) to be told.
        """
        if self._reading is not None:
            if self.contact.is_too_old or (self.contact.problem and self._cube is None):
                raise self.contact.unavailable()
            await self._waited_for(self._reading)
            cube = self.current()
            if cube is not None:
                return cube
        # A reading that began before may not have seen what its caller has written.
        reading = self._reading or self._begin_reading()
        await self._waited_for(reading)
        if self._cube is None or not self.answers:
            raise self.contact.unavailable()
        return self._cube

    def read_ahead(self) -> None:
        """Begins to read what the first question by names of a wide dimension would wait for."""
        cube = self._cube
        if cube is not None and self._keeper.fits(cube.row_count):
            self._keeper.begin()

    async def reached(self) -> None:
        """Asks the database now. Raises StoreUnavailable where it does not answer."""
        await self.refreshed()
        if self.contact.problem:
            raise self.contact.unavailable()

    def _begin_reading(self) -> "asyncio.Future[Cube]":
        def ended(reading: "asyncio.Future[Cube]") -> None:
            self._reading = None
            if not reading.cancelled():
                reading.exception()  # what went wrong is told by `contact`

        self._reading = asyncio.wrap_future(in_thread(self.refresh))
        self._reading.add_done_callback(ended)
        return self._reading

    async def _waited_for(self, reading: "asyncio.Future[Cube]") -> None:
        done, _ = await asyncio.wait({reading}, timeout=ANSWER_SECONDS)
        if not done and self._has_answered:
            done, _ = await asyncio.wait({reading}, timeout=LOAD_SECONDS)
        if not done:
            self.contact.lost("the database does not answer")

    def refresh(self) -> Cube:
        """Reads what changed since the last time; rows that another tool wrote are taken into the rollups first.

        Raises StoreUnavailable where the database is away or its data cannot be read; for as long as it takes.
        """
        with self._loading:
            self._has_answered = False
            asked_at = time.monotonic()
            try:
                cube = self._cube = self._read()
            except Exception as error:  # a damaged file may be read as anything
                self._close_watch()
                self.engine.dispose()
                if isinstance(error, StoreUnavailable):
                    self.contact.lost(error.message)
                else:
                    self.contact.lost(reason(error), error)
                raise self.contact.unavailable() from error
            self.contact.heard(asked_at)
            return cube

    def _read(self) -> Cube:
        if self._is_closed:
            raise StoreUnavailable("the server is stopping")
        if self._changes and self._cube and self._changes.is_blind(self._cube.state):
            log.warning("the database was replaced, its log removed, or it may be written again: it is opened anew")
            self._close_watch()
            self.engine.dispose()
        if self._changes is None:
            migrate.require_current(self.engine)
            with self.engine.connect() as connection:
                following.require(connection)
            self._changes = backend_of(self.engine).watch(self.engine)
        # Not acknowledged before it is read: whoever asks meanwhile waits, as his own rows may be in it.
        mark = self._changes.mark()
        self._take_in_foreign_rows()
        with self.engine.connect() as connection:
            state = state_of(connection)
        self._has_answered = True
        cube = self._cube
        if cube is None or cube.state != state:
            cube = load(self.engine, cube, self._most_cells)
            cube = share(replace(cube, model=model_of(self.engine)).prepared())
            cube = replace(cube, rows=Rows(self.engine, self.look_up, self._keeper, with_ids=self._with_ids))
            give_back_memory()
        self._changes.acknowledge(mark)
        return cube

    def _take_in_foreign_rows(self) -> None:
        with self.engine.connect() as connection:
            if not rollups.has_uncovered_rows(connection):
                return
        writing = self.engine.execution_options(writes=True, wait_seconds=FOREIGN_SECONDS)
        try:
            with writing.begin() as connection:
                rollups.catch_up(connection)
            settle(self.engine)
            self._untaken = ""
        except DBAPIError as error:  # a store we may not write to is still good to read
            if self._untaken != reason(error):
                self._untaken = reason(error)
                log.warning("rows written by another tool cannot be taken into the rollups: %s", self._untaken)

    def look_up(self, question: Callable[[], T]) -> T:
        """Asks the database for a detail that no snapshot has, from a thread that may wait; not while it is away.

        Raises StoreUnavailable where it is, or does not answer within a few seconds.
        """
        if self.contact.problem:
            raise self.contact.unavailable()
        return self._look_ups(question)

    def _close_watch(self) -> None:
        if self._changes is not None:
            self._changes.close()
        self._changes = None

    def close(self) -> None:
        """Gives back every connection, those in use when they come back; what is still reading has a moment to end."""
        was_free = self._loading.acquire(timeout=CLOSE_SECONDS)
        self._is_closed = True
        self._keeper.close()
        self._close_watch()
        self._cube = None
        event.listen(self.engine.pool, "checkin", lambda _connection, record: record.close())
        self.engine.dispose()
        if was_free:
            self._loading.release()
