"""The store as the servicers see it: one snapshot of the data, always the newest that is committed."""

import asyncio
import ctypes
import logging
import threading
from dataclasses import replace

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bi_server.errors import StoreUnavailable
from bi_server.semantic import Model, default_model
from bi_server.store import migrate, rollups
from bi_server.store.changes import ChangeWatch, watch_changes
from bi_server.store.cube import Cube
from bi_server.store.extent import MOST_CELLS
from bi_server.store.loading import load
from bi_server.store.rows import Rows
from bi_server.store.sharing import share
from bi_server.store.tables import store_state

log = logging.getLogger(__name__)


def give_back_memory() -> None:
    """Makes glibc return what loading or a snapshot has freed: a hundred megabytes at ten million rows."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


class Store:
    """Opens lazily: a database that is down when the server starts is an error of the requests, not of the start.

    Ids of orders and customers leave it `with_ids` alone.
    """

    def __init__(
        self, engine: Engine, most_cells: int = MOST_CELLS, *, with_ids: bool = False, model: Model | None = None
    ) -> None:
        self.engine = engine
        self._most_cells = most_cells
        self._with_ids = with_ids
        self._model = model or default_model()
        self._cube: Cube | None = None
        self._changes: ChangeWatch | None = None
        self._loading = threading.Lock()

    def current(self) -> Cube | None:
        """The newest committed data where it is at hand, told in microseconds; None where it must be read first."""
        if self._cube is None or self._changes is None:
            return None
        try:
            return None if self._changes.seen() else self._cube
        except Exception:  # the file is gone, the disk is full: whatever it is, reading again tells
            log.exception("cannot tell whether the data changed")
            return None

    async def refreshed(self) -> Cube:
        """Reads the newest committed data off the event loop. Raises StoreUnavailable when it cannot be reached."""
        return await asyncio.to_thread(self.refresh)

    def refresh(self) -> Cube:
        """Reads what changed since the last time; rows that another tool wrote are taken into the rollups first."""
        with self._loading:
            try:
                if self._changes is None:
                    migrate.require_current(self.engine)
                    self._changes = watch_changes(self.engine)
                # Not acknowledged before it is read: whoever asks meanwhile waits, as his own rows may be in it.
                mark = self._changes.mark()
                self._take_in_foreign_rows()
                with self.engine.connect() as connection:
                    known = 0 if self._cube is None else self._cube.version
                    version = connection.execute(select(store_state.c.data_version)).scalar_one()
                    if self._cube is None or version != known:
                        cube = load(self.engine, self._cube, self._most_cells)
                        cube = share(replace(cube, model=self._model).prepared())
                        cube = replace(cube, rows=Rows(self.engine, with_ids=self._with_ids))
                        give_back_memory()
                        self._cube = cube
                self._changes.acknowledge(mark)
            except StoreUnavailable:
                self._forget()
                raise
            except (SQLAlchemyError, OSError, MemoryError) as error:
                self._forget()
                log.warning("the store cannot be read: %s", error)
                raise StoreUnavailable("the store cannot be reached; try again in a moment") from error
            return self._cube

    def _take_in_foreign_rows(self) -> None:
        with self.engine.connect() as connection:
            if not rollups.has_uncovered_rows(connection):
                return
        try:
            with self.engine.execution_options(writes=True).begin() as connection:
                rollups.catch_up(connection)
        except DBAPIError:  # a store we may not write to is still good to read
            log.exception("rows written by another tool could not be taken into the rollups")

    def _forget(self) -> None:
        if self._changes is not None:
            self._changes.close()
        self._changes, self._cube = None, None

    def ping(self) -> None:
        """Raises StoreUnavailable when the database does not answer, or its data cannot be loaded."""
        try:
            with self.engine.connect() as connection:
                connection.execute(select(store_state.c.data_version)).one()
            if self._cube is None:
                self.refresh()
        except SQLAlchemyError as error:
            raise StoreUnavailable("the store cannot be reached; try again in a moment") from error

    def close(self) -> None:
        """Gives back every connection."""
        self._forget()
        self.engine.dispose()
