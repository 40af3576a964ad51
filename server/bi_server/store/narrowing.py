"""The sums of the rows that names of wide dimensions pick, made of the rows themselves."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from sqlalchemy import Connection, and_

from bi_server.store.cells import DAY_BITS, fresh_cells
from bi_server.store.cube import Cube
from bi_server.store.loading import customer_days
from bi_server.store.reading import Cells, require_state
from bi_server.store.row_pages import Spelled
from bi_server.store.schema import schema_of


def narrowed(cube: Cube, connection: Connection, names: Mapping[str, Spelled]) -> Cube:
    """The cube of those rows alone, over the same days and names; visits are no part of it.

    Raises StoreUnavailable where the data has changed since the cube was made: sums of two moments would not agree.
    """
    require_state(connection, cube.state)
    schema = schema_of(connection)
    column_of = {dimension.id: schema.sales_data.c[dimension.column] for dimension in schema.wide}
    where = and_(*(named.sql(column_of[dimension]) for dimension, named in names.items()))
    level = cube.customers.level
    frame = fresh_cells(connection, level, where=where)
    keys = frame.index.to_numpy(dtype=np.int64)
    ids, segment = np.unique(keys >> DAY_BITS, return_inverse=True)
    day = (keys & ((1 << DAY_BITS) - 1)) - cube.base_day
    running = np.zeros((cube.days + 1, len(schema.sums), len(ids)), dtype=np.int64)
    running[day + 1, :, segment] = frame[list(schema.sums)].to_numpy(dtype=np.int64)
    np.cumsum(running, axis=0, out=running)
    last_second = np.zeros((cube.days, len(ids)), dtype=np.int32)
    last_second[day, segment] = frame["last_second"].to_numpy(dtype=np.int32)
    blobs = frame["customers"].tolist()
    cells = Cells(
        ids[segment],
        day + cube.base_day,
        np.empty((0, 0), dtype=np.int64),
        np.empty(0, dtype=np.int64),
        np.array([len(blob) // 8 for blob in blobs], dtype=np.int64),
        np.frombuffer(b"".join(blobs), dtype="<u8").astype(np.uint64),
    )
    place = segment * cube.days + day
    return replace(
        cube,
        running=running,
        segment_ids=ids,
        places=cube.places[:, np.searchsorted(cube.segment_ids, ids)],
        last_second=last_second,
        customers=customer_days(cells, place, None, ids, cube.base_day, cube.days, level),
        whole=None,
        rows=None,
        shared=None,
    )
