"""The sums of the rows that names of wide dimensions pick, made of the rows themselves."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
from sqlalchemy import Connection, and_

from bi_server.errors import StoreUnavailable
from bi_server.store.cells import DAY_BITS, Hashes, Ints, fresh_cells
from bi_server.store.cube import Cube
from bi_server.store.loading import customer_days
from bi_server.store.reading import Cells, require_state
from bi_server.store.row_pages import Named, Spelled
from bi_server.store.schema import schema_of
from bi_server.store.wide.columns import NOBODY, Columns

WAIT_SECONDS = 0.5  # then the database is asked: its index finds the few rows of a name


def narrowed(cube: Cube, names: Mapping[str, Spelled]) -> Cube:
    """The cube of those of its rows alone, over the same days and names; visits are no part of it.

    Raises StoreUnavailable where the rows cannot be read now, or have changed since the cube was made: sums of two
    moments would not agree.
    """
    rows = cube.rows
    if rows is None:
        raise StoreUnavailable("the rows cannot be read here; try again in a moment")
    try:
        columns = rows.columns(cube.state, cube.row_count, WAIT_SECONDS)
    except StoreUnavailable:
        columns = None
    if columns is None:
        return rows.ask(lambda connection: _of_database(cube, connection, names))
    return _of_memory(cube, columns, names)


def _of_memory(cube: Cube, columns: Columns, names: Mapping[str, Spelled]) -> Cube:
    picked = columns.rows(
        columns.base_day, columns.base_day + columns.days - 1, columns.chosen(cube.segment_ids, names)
    )
    rows = np.arange(picked.start, picked.stop) if isinstance(picked, slice) else picked
    ids, segment = np.unique(columns.segment_ids[columns.segment[rows]], return_inverse=True)
    day = columns.day_of(rows) - cube.base_day
    one = np.ones(len(rows), dtype=np.int64)
    sums = [columns.sums[name][rows] if name in columns.sums else one * (name == "rows") for name in cube.model.sums]
    hashes = columns.hashes[columns.customer[rows]]
    known = hashes != NOBODY
    bought = pd.DataFrame({"place": (segment * cube.days + day)[known], "hash": hashes[known]}).drop_duplicates()
    return _cube_of(
        cube, ids, segment, day, np.stack(sums, axis=1), bought["place"].to_numpy(), bought["hash"].to_numpy()
    )


def _of_database(cube: Cube, connection: Connection, names: Mapping[str, Spelled]) -> Cube:
    require_state(connection, cube.state)
    schema = schema_of(connection)
    column_of = {d.id: schema.sales_data.c[d.column] for d in (*schema.held, *schema.wide)}
    conditions: list[tuple[str, Spelled | Named]] = [*names.items(), *cube.within.items()]
    where = and_(*(named.sql(column_of[dimension]) for dimension, named in conditions))
    frame = fresh_cells(connection, cube.customers.level, where=where)
    frame = frame[np.isin(frame.index.to_numpy(dtype=np.int64) >> DAY_BITS, cube.segment_ids)]
    keys = frame.index.to_numpy(dtype=np.int64)
    ids, segment = np.unique(keys >> DAY_BITS, return_inverse=True)
    day = (keys & ((1 << DAY_BITS) - 1)) - cube.base_day
    blobs = frame["customers"].tolist()
    place = np.repeat(segment * cube.days + day, [len(blob) // 8 for blob in blobs])
    hashes = np.frombuffer(b"".join(blobs), dtype="<u8").astype(np.uint64)
    return _cube_of(cube, ids, segment, day, frame[list(schema.sums)].to_numpy(dtype=np.int64), place, hashes)


def _cube_of(cube: Cube, ids: Ints, segment: Ints, day: Ints, sums: Ints, place: Ints, hashes: Hashes) -> Cube:
    """The cube of cells, or of rows, given by the position of their segment in `ids`, their day and their sums.

    Each customer was once at each `place`, segment * days + day.
    """
    running = np.zeros((cube.days + 1, sums.shape[1], len(ids)), dtype=np.int64)
    for measure in range(sums.shape[1]):
        np.add.at(running[:, measure], (day + 1, segment), sums[:, measure])
    np.cumsum(running, axis=0, out=running)
    one_each = np.ones(len(place), dtype=np.int64)
    nothing = np.zeros(0, dtype=np.int64)
    buyers = Cells(nothing, nothing, nothing, nothing, one_each, hashes)
    return replace(
        cube,
        running=running,
        segment_ids=ids,
        places=cube.places[:, np.searchsorted(cube.segment_ids, ids)],
        last_second=np.zeros((0, len(ids)), dtype=np.int32),  # for the next snapshot, which is not made of this one
        customers=customer_days(buyers, place, None, ids, cube.base_day, cube.days, cube.customers.level),
        whole=None,
        rows=None,
        shared=None,
    )
