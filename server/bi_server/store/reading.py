"""Reads `daily_rollup` as columns: all of it, or the cells that changed since a version."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, select

from bi_server.store.cells import SUMS, Hashes, Ints
from bi_server.store.tables import daily_rollup, segments, store_state

CELLS_TOGETHER = 1_000


class Cells(NamedTuple):
    """Cells of the rollup, sorted by segment and day."""

    segment: Ints  # ids
    day: Ints  # ordinals
    sums: Ints  # cells x SUMS
    last_second: Ints
    customer_counts: Ints  # how many of `customer_hashes` belong to each cell
    customer_hashes: Hashes

    def chosen(self, mask: NDArray[np.bool_]) -> "Cells":
        """Only these cells."""
        hashes = self.customer_hashes[np.repeat(mask, self.customer_counts)]
        segment, day, sums, last_second, counts, _ = self
        return Cells(segment[mask], day[mask], sums[mask], last_second[mask], counts[mask], hashes)


class Rollup(NamedTuple):
    """The state of the store at one moment, and the cells that are newer than the version asked for."""

    version: int
    sample_level: int
    names: dict[int, tuple[str, str]]  # category and region by segment id
    cells: Cells


NUMBERS = ("segment_id", "day", *SUMS, "last_second")


def read(engine: Engine, after_version: int = 0) -> Rollup:
    """One consistent look at the store."""
    state, columns = store_state.c, daily_rollup.c
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":  # where each statement would look anew
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        version, level = connection.execute(select(state.data_version, state.customer_sample_level)).one()
        names = {row.id: (row.category, row.region) for row in connection.execute(select(segments))}
        # Two queries: rows of nothing but numbers become an array in half the time.
        numbers = [
            np.fromiter(chain.from_iterable(rows), np.int64, len(rows) * len(NUMBERS))
            for rows in _rows(connection, [columns[name] for name in NUMBERS], after_version)
        ]
        counts, hashes = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.uint64)]
        for rows in _rows(connection, [columns.customers], after_version):
            blobs = list(chain.from_iterable(rows))
            counts.append(np.array(list(map(len, blobs)), dtype=np.int64) // 8)
            hashes.append(np.frombuffer(b"".join(blobs), dtype="<u8").astype(np.uint64))
    table = np.concatenate([np.zeros(0, dtype=np.int64), *numbers]).reshape(-1, len(NUMBERS))
    cells = Cells(
        table[:, 0], table[:, 1], table[:, 2:-1], table[:, -1], np.concatenate(counts), np.concatenate(hashes)
    )
    return Rollup(version, level, names, cells)


def _rows(connection: Connection, columns: list[Any], after_version: int) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Cells in the order of their keys, some at a time: as Python objects they take ten times the memory."""
    query = select(*columns).order_by(daily_rollup.c.segment_id, daily_rollup.c.day)
    if after_version:  # otherwise the key's own order serves, where an index on versions would have to be sorted
        query = query.where(daily_rollup.c.version > after_version)
    # The driver's own cursor: a million rows would spend most of their time in the layer above it.
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(str(query.compile(connection, compile_kwargs={"literal_binds": True})))
        while rows := cursor.fetchmany(CELLS_TOGETHER):
            yield rows
