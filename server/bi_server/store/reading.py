"""Reads `daily_rollup` as columns: all of it, or the cells that changed since a version."""

import logging
from collections.abc import Iterator
from contextlib import closing
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, func, select

from bi_server.errors import StoreUnavailable
from bi_server.store import units
from bi_server.store.cells import Hashes, Ints
from bi_server.store.schema import schema_of
from bi_server.store.sql.served import backend_of
from bi_server.store.state import State, state_of
from bi_server.store.tables import data_changes, store_state

log = logging.getLogger(__name__)

SEGMENTS_TOGETHER = 20


class Cells(NamedTuple):
    """Cells of the rollup, in any order."""

    segment: Ints  # ids
    day: Ints  # ordinals
    sums: Ints  # cells x sums
    last_second: Ints
    customer_counts: Ints  # how many of `customer_hashes` belong to each cell
    customer_hashes: Hashes

    def chosen(self, mask: NDArray[np.bool_]) -> "Cells":
        """Only these cells."""
        hashes = self.customer_hashes[np.repeat(mask, self.customer_counts)]
        segment, day, sums, last_second, counts, _ = self
        return Cells(segment[mask], day[mask], sums[mask], last_second[mask], counts[mask], hashes)


class Rollup(NamedTuple):
    """The store at one moment, and all its cells (`is_whole`), or those that are newer than the state asked for."""

    state: State
    is_whole: bool
    sample_level: int
    names: dict[int, tuple[str, ...]]  # of each dimension, by segment id
    cells: Cells


def hold_still(connection: Connection) -> State:
    """Lets all statements of a transaction that begins see one moment, and tells what the data is then."""
    backend_of(connection).hold_still(connection)
    return state_of(connection)


def require_state(connection: Connection, known: State) -> None:
    """As `hold_still`. Raises StoreUnavailable where the data is no longer what is known: sums of two moments would not
    agree."""
    if hold_still(connection) != known:
        raise StoreUnavailable("the data has changed just now; try again")


def read(engine: Engine, known: State | None = None) -> Rollup:
    """One consistent look at the store; at what is newer than `known`, where that is its own past.

    Raises StoreUnavailable where it keeps amounts in other minor units than those of its model.
    """
    with engine.connect() as connection:
        state = hold_still(connection)
        columns = store_state.c.customer_sample_level, store_state.c.compacted_version, store_state.c.money_decimals
        level, compacted, kept = connection.execute(select(*columns)).one()
        units.require(connection, kept)
        is_whole = known is None or not is_past(connection, known, state) or known.version < compacted
        schema = schema_of(connection)
        names = {segment: tuple(rest) for segment, *rest in connection.execute(select(schema.segments))}
        after = 0 if known is None or is_whole else known.version
        parts = [_cells(*row) for row in _rows(connection, after, state.version)]
    nothing = _cells(0, "", *[""] * len(schema.sums), "", "", b"")
    return Rollup(state, is_whole, level, names, Cells(*map(np.concatenate, zip(nothing, *parts, strict=True))))


def is_past(connection: Connection, known: State, state: State) -> bool:
    """Whether the state that is known is one that the store has been in before."""
    token = connection.execute(select(data_changes.c.token).where(data_changes.c.version == known.version)).scalar()
    if token != known.token:
        log.warning(
            "data version %d of the store is not known to follow from version %d (a backup came back, or commits were "
            "lost); all of it is read again",
            state.version,
            known.version,
        )
    return token == known.token


def _rows(connection: Connection, after_version: int, version: int) -> Iterator[tuple[Any, ...]]:
    """A row for each segment: its id, and each column of its cells as one text of numbers, `17,4,23`.

    A million cells become a million Python objects a column otherwise, which takes twice as long.
    """
    schema = schema_of(connection)
    columns = schema.daily_rollup.c
    numbers = [*(columns[name] for name in ("day", *schema.sums, "last_second")), func.length(columns.customers)]
    backend = backend_of(connection)
    texts = map(backend.listed, numbers)
    query = select(columns.segment_id, *texts, backend.joined(columns.customers)).group_by(columns.segment_id)
    if after_version:
        # With an end, SQLite takes the index on versions; without, it reads every cell to spare a sort.
        query = query.where(columns.version.between(after_version + 1, version))
    # The driver's own cursor: texts are taken as they are.
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(str(query.compile(connection, compile_kwargs={"literal_binds": True})))
        while rows := cursor.fetchmany(SEGMENTS_TOGETHER):
            yield from rows


def _cells(segment: int, *columns: Any) -> Cells:
    *texts, hashes = columns
    day, *sums, last_second, lengths = (np.fromstring(text, dtype=np.int64, sep=",") for text in texts)
    return Cells(
        segment=np.full(len(day), segment, dtype=np.int64),
        day=day,
        sums=np.stack(sums, axis=1),
        last_second=last_second,
        customer_counts=lengths // 8,
        customer_hashes=np.frombuffer(hashes, dtype="<u8").astype(np.uint64),
    )
