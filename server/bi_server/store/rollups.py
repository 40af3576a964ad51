"""Daily sums by segment, kept in step with the rows by the transaction that changes the rows.

A write takes three steps inside one transaction: `begin` (the new data version), any number of `Delta.add_*`, and
`Delta.write`. Rows that another tool put into the tables are found by their ids and taken in by `catch_up`.
"""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import numpy as np
import pandas as pd
from sqlalchemy import Connection, delete, func, insert, select, update

from bi_server.store import units
from bi_server.store.cells import DAY_BITS, frames, fresh_cells, keys_of, sampled
from bi_server.store.delta import Delta
from bi_server.store.schema import schema_of
from bi_server.store.segments import SegmentIds
from bi_server.store.sql.served import backend_of
from bi_server.store.tables import (
    daily_rollup,
    data_changes,
    imports,
    replaced_sales,
    replaced_traffic,
    sales_data,
    site_traffic,
    store_state,
)

CHANGES_KEPT = 1000  # a reader that is further behind reads everything


def begin(connection: Connection) -> int:
    """Claims the next data version for this transaction; a second writer waits here until the first is done."""
    backend_of(connection).announce(connection)
    bump = update(store_state).values(data_version=store_state.c.data_version + 1)
    version = int(connection.execute(bump.returning(store_state.c.data_version)).scalar_one())
    connection.execute(insert(data_changes).values(version=version, token=uuid4().hex))
    connection.execute(delete(data_changes).where(data_changes.c.version <= version - CHANGES_KEPT))
    return version


def has_uncovered_rows(connection: Connection) -> bool:
    """Whether another tool has put rows into the tables since our last write."""
    state = connection.execute(select(store_state)).one()
    sales, traffic = (connection.execute(select(func.max(t.c.id))).scalar() or 0 for t in (sales_data, site_traffic))
    return bool(sales > state.covered_sales_id or traffic > state.covered_traffic_id)


def catch_up(connection: Connection) -> bool:
    """Takes in the rows that no write of ours has covered. Returns whether there were any.

    Raises StoreUnavailable where the store keeps amounts in other minor units than those of its model.
    """
    state = connection.execute(select(store_state)).one()
    units.require(connection, state.money_decimals)
    if not has_uncovered_rows(connection):
        return False
    schema = schema_of(connection)
    version, delta, ids = begin(connection), Delta(schema), SegmentIds(connection)
    for table, covered in ((schema.sales_data, state.covered_sales_id), (site_traffic, state.covered_traffic_id)):
        for rows in frames(connection, select(table).where(table.c.id > covered)):
            delta.add(table, ids, rows)
    delta.write(connection, version)
    return True


def rebuild(connection: Connection) -> None:
    """Forgets every sum and computes all of them again from the rows."""
    version = begin(connection)
    schema = schema_of(connection)
    zero = dict.fromkeys((*schema.sums, "last_second"), 0)
    # Cells are zeroed, not deleted: readers learn of the change by the version.
    connection.execute(update(schema.daily_rollup).values(version=version, customers=b"", **zero))
    connection.execute(update(store_state).values(covered_sales_id=0, covered_traffic_id=0, customer_sample_level=0))
    catch_up(connection)


def clear(connection: Connection) -> None:
    """Empties the store: rows, sums, and what is known of imports."""
    for table in (sales_data, site_traffic, daily_rollup, replaced_sales, replaced_traffic, imports):
        connection.execute(delete(table))
    rebuild(connection)


@dataclass(frozen=True)
class Difference:
    """A stored sum that the rows do not confirm; `measure` is a sum, `last_second` or `customers`.

    `segment` has a name of each dimension held.
    """

    segment: tuple[str, ...]
    day: date
    measure: str
    stored: int
    fresh: int


def verify(connection: Connection) -> list[Difference]:
    """Compares every stored cell with a fresh GROUP BY over the rows; none differ in a sound store."""
    level, kept = connection.execute(select(store_state.c.customer_sample_level, store_state.c.money_decimals)).one()
    units.require(connection, kept)
    fresh = fresh_cells(connection, level)
    schema = schema_of(connection)
    names = ("segment_id", "day", *schema.sums, "last_second", "customers")
    rows = connection.execute(select(*(schema.daily_rollup.c[name] for name in names))).all()
    stored = pd.DataFrame([tuple(row) for row in rows], columns=list(names))
    segment, day = (stored.pop(name).to_numpy(dtype=np.int64) for name in names[:2])
    stored = stored.set_axis(keys_of(segment, day), axis=0)
    both = stored.index.union(fresh.index)
    known = SegmentIds(connection).names()
    differences = []
    for measure in names[2:]:
        if measure == "customers":
            left, right = (frame[measure].reindex(both, fill_value=b"") for frame in (stored, fresh))
            left = left.map(lambda blob: _in_sample(blob, level))
        else:
            left, right = (frame[measure].reindex(both, fill_value=0) for frame in (stored, fresh))
        for key in both[(left != right).to_numpy()].tolist():
            counts = [len(side[key]) // 8 if measure == "customers" else int(side[key]) for side in (left, right)]
            when = date.fromordinal(key & ((1 << DAY_BITS) - 1))
            differences.append(Difference(known[key >> DAY_BITS], when, measure, *counts))
    return differences


def _in_sample(blob: bytes, level: int) -> bytes:
    hashes = np.frombuffer(blob, dtype="<u8")
    return hashes[sampled(hashes, level)].tobytes()
