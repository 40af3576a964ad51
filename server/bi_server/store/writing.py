"""Writes cells into `daily_rollup`, and clears away the segments that have become empty."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Connection, case, delete, func, literal_column, or_, select, update

from bi_server.store.cells import DAY_BITS, Hashes, Ints
from bi_server.store.schema import schema_of
from bi_server.store.sql.served import backend_of
from bi_server.store.tables import daily_rollup, segments, store_state

_DAY = (1 << DAY_BITS) - 1


class CellWriter:
    """Writes the cells of one data version; its statements are compiled once, however many segments there are."""

    def __init__(self, connection: Connection, version: int) -> None:
        self._connection = connection
        self._version = version
        schema = schema_of(connection)
        self._names = tuple(column.name for column in schema.daily_rollup.c)
        statement = backend_of(connection).insert(schema.daily_rollup)
        new, old = statement.excluded, schema.daily_rollup.c
        added = {
            **{name: old[name] + new[name] for name in schema.sums},
            "last_second": case((new.last_second > old.last_second, new.last_second), else_=old.last_second),
            # Empty: the delta knows no customer for this cell, what is stored stays.
            "customers": case((func.length(new.customers) > literal_column("0"), new.customers), else_=old.customers),
        }
        put = {name: new[name] for name in (*schema.sums, "last_second", "customers")}
        self._put, self._add = (self._compiled(statement, changes) for changes in (put, added))
        self._filled = {row.id for row in connection.execute(select(segments.c.id).where(_cell_of_segment().exists()))}

    def _compiled(self, statement: Any, changes: dict[str, Any]) -> Any:
        changes = {**changes, "version": statement.excluded.version}
        upsert = statement.on_conflict_do_update(index_elements=["segment_id", "day"], set_=changes)
        return upsert.compile(self._connection, column_keys=self._names)

    def put(self, cells: pd.DataFrame) -> None:
        """Stores cells in the place of those there are."""
        self._execute(self._put, cells)

    def add(self, cells: pd.DataFrame, keys: Ints, hashes: Hashes) -> None:
        """Adds cells to those there are; `keys` and `hashes` are pairs of a cell and who bought in it, by cell."""
        customers = self._united(keys, hashes)
        blobs = [customers.get(key, b"") for key in cells.index.tolist()]
        self._execute(self._add, cells.assign(customers=pd.Series(blobs, index=cells.index, dtype=object)))

    def _execute(self, compiled: Any, cells: pd.DataFrame) -> None:
        keys = cells.index.to_numpy(dtype=np.int64)
        given = {"segment_id": keys >> DAY_BITS, "day": keys & _DAY, "version": np.full(len(keys), self._version)}
        columns = [(given[name] if name in given else cells[name]).tolist() for name in self._names]
        rows = zip(*columns, strict=True)
        # The driver itself: a million cells would spend most of their time in the layer above it.
        if compiled.positiontup is None:
            self._connection.exec_driver_sql(str(compiled), [dict(zip(self._names, row, strict=True)) for row in rows])
        else:
            assert tuple(compiled.positiontup) == self._names
            self._connection.exec_driver_sql(str(compiled), list(rows))

    def _united(self, keys: Ints, hashes: Hashes) -> dict[int, bytes]:
        """The customers of cells, those already stored included."""
        if not len(keys):
            return {}
        cells = np.unique(keys)
        stored = [self._stored(segment, cells[cells >> DAY_BITS == segment]) for segment in self._known(cells)]
        keys = np.concatenate([keys, *(own for own, _ in stored)])
        hashes = np.concatenate([hashes, *(own for _, own in stored)])
        order = np.lexsort((hashes, keys))
        keys, hashes = keys[order], hashes[order]
        fresh = np.append(True, (keys[1:] != keys[:-1]) | (hashes[1:] != hashes[:-1]))
        keys, packed = keys[fresh], hashes[fresh].astype("<u8").tobytes()
        cells, starts = np.unique(keys, return_index=True)
        bounds = [*(starts * 8).tolist(), len(packed)]
        return {cell: packed[bounds[i] : bounds[i + 1]] for i, cell in enumerate(cells.tolist())}

    def _known(self, cells: Ints) -> list[int]:
        """The segments of cells that have cells in the store."""
        return sorted(self._filled.intersection(np.unique(cells >> DAY_BITS).tolist()))

    def _stored(self, segment: int, cells: Ints) -> tuple[Ints, Hashes]:
        days = cells & _DAY
        query = select(daily_rollup.c.day, daily_rollup.c.customers).where(
            daily_rollup.c.segment_id == segment, daily_rollup.c.day.between(int(days.min()), int(days.max()))
        )
        wanted = set(days.tolist())
        found = [(day, blob) for day, blob in self._connection.execute(query) if day in wanted and blob]
        keys = (segment << DAY_BITS) | np.array([day for day, _ in found], dtype=np.int64)
        hashes = np.frombuffer(b"".join(blob for _, blob in found), dtype="<u8").astype(np.uint64)
        return np.repeat(keys, [len(blob) // 8 for _, blob in found]), hashes

    def clear_empty(self, touched: list[int]) -> None:
        """Removes those of the touched segments that have no rows left, and all that never had a cell.

        Names and limits are then as if what emptied them had not been.
        """
        nothing = ~_cell_of_segment(or_(daily_rollup.c.rows != 0, daily_rollup.c.visits != 0)).exists()
        query = select(segments.c.id).where(segments.c.id.in_(touched), nothing)
        empty = self._connection.execute(query).scalars().all() if touched else []
        if empty:
            self._connection.execute(delete(daily_rollup).where(daily_rollup.c.segment_id.in_(empty)))
            self._connection.execute(update(store_state).values(compacted_version=self._version))
        self._connection.execute(delete(segments).where(~_cell_of_segment().exists()))


def _cell_of_segment(*conditions: ColumnElement[bool]) -> Any:
    return select(daily_rollup.c.day).where(daily_rollup.c.segment_id == segments.c.id, *conditions)
