"""Reads `daily_rollup` into a `Cube`: all of it at first, then only the cells that changed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from bi_server.store.cells import DAY_BITS, SUMS, sampled
from bi_server.store.cube import Cube, Ints
from bi_server.store.customers import CustomerDays
from bi_server.store.segments import fold
from bi_server.store.tables import daily_rollup, segments, store_state

CELLS_TOGETHER = 5_000
LOOK_BACK_DAYS = 28  # days that tell when business usually ends


@dataclass(frozen=True, eq=False)
class Cells:
    """The rollup's cells as columns, sorted by key (segment and day); the next load starts from them."""

    key: Ints
    sums: Ints  # cells x measures
    last_second: Ints
    customer_counts: Ints  # how many of `customer_hashes` belong to each cell
    customer_hashes: NDArray[np.uint64]


_NONE = np.zeros(0, dtype=np.int64)
NO_CELLS = Cells(_NONE, np.zeros((0, len(SUMS)), dtype=np.int64), _NONE, _NONE, np.zeros(0, dtype=np.uint64))


def load(connection: Connection, known: Cells = NO_CELLS, known_version: int = 0) -> tuple[Cube, Cells]:
    """The cube of the store as the connection sees it; `known` are the cells of the version loaded before."""
    state = connection.execute(select(store_state)).one()
    cells = _merge(known, _read(connection, known_version))
    names = connection.execute(select(segments).order_by(segments.c.id)).all()
    return _cube(cells, [tuple(row) for row in names], state.data_version, state.customer_sample_level), cells


def _read(connection: Connection, after_version: int) -> Cells:
    columns = [daily_rollup.c[name] for name in ("segment_id", "day", *SUMS, "last_second", "customers")]
    query = select(*columns).order_by(daily_rollup.c.segment_id, daily_rollup.c.day)
    if after_version:  # otherwise the key's own order serves, where an index on versions would have to be sorted
        query = query.where(daily_rollup.c.version > after_version)
    # The driver's own cursor: a million rows would spend most of their time in the layer above it.
    cursor = connection.connection.cursor()
    cursor.execute(str(query.compile(connection, compile_kwargs={"literal_binds": True})))
    tables, hashes, counts = [np.zeros((0, len(columns) - 1), dtype=np.int64)], [NO_CELLS.customer_hashes], [_NONE]
    # Some at a time: as Python objects, rows take ten times the memory of their columns.
    while rows := cursor.fetchmany(CELLS_TOGETHER):
        *numbers, blobs = zip(*rows, strict=True)
        tables.append(np.stack([np.fromiter(column, np.int64, len(rows)) for column in numbers], axis=1))
        hashes.append(np.frombuffer(b"".join(blobs), dtype="<u8").astype(np.uint64))
        counts.append(np.array(list(map(len, blobs)), dtype=np.int64) // 8)
    cursor.close()
    table = np.concatenate(tables)
    key = (table[:, 0] << DAY_BITS) | table[:, 1]
    return Cells(key, table[:, 2:-1].copy(), table[:, -1].copy(), np.concatenate(counts), np.concatenate(hashes))


def _merge(old: Cells, new: Cells) -> Cells:
    if not len(old.key):
        return new
    kept = ~np.isin(old.key, new.key)
    key = np.concatenate([old.key[kept], new.key])
    order = np.argsort(key, kind="stable")
    counts = np.concatenate([old.customer_counts[kept], new.customer_counts])
    hashes = np.concatenate([old.customer_hashes[np.repeat(kept, old.customer_counts)], new.customer_hashes])
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return Cells(
        key[order],
        np.concatenate([old.sums[kept], new.sums])[order],
        np.concatenate([old.last_second[kept], new.last_second])[order],
        counts[order],
        hashes[np.argsort(np.repeat(place, counts), kind="stable")],
    )


def _cube(cells: Cells, names: list[tuple[int, str, str]], version: int, level: int) -> Cube:
    segment, day = cells.key >> DAY_BITS, cells.key & ((1 << DAY_BITS) - 1)
    touched = cells.sums.any(axis=1)
    with_sales = day[cells.sums[:, SUMS.index("rows")] > 0]
    first, last = (int(with_sales.min()), int(with_sales.max())) if len(with_sales) else (0, 0)
    span = (int(day[touched].min()), int(day[touched].max())) if touched.any() else (0, -1)
    base = span[0]
    days = span[1] - span[0] + 1
    # Only segments with anything in them: those of an import that was undone are no longer known.
    alive = np.unique(segment[touched])
    pairs = [(category, region) for i, category, region in names if i in set(alive.tolist())]
    categories = tuple(sorted({c for c, _ in pairs}, key=fold))
    regions = tuple(sorted({r for _, r in pairs}, key=fold))
    running = np.zeros((days + 1, len(SUMS), len(alive)), dtype=np.int64)
    column = np.searchsorted(alive, segment[touched])
    running[day[touched] - span[0] + 1, :, column] = cells.sums[touched]
    np.cumsum(running, axis=0, out=running)
    return Cube(
        version=version,
        first_day=first,
        last_day=last,
        last_complete_day=last_complete(day, cells.last_second, last),
        categories=categories,
        regions=regions,
        category_of=np.array([categories.index(c) for c, _ in pairs], dtype=np.int64),
        region_of=np.array([regions.index(r) for _, r in pairs], dtype=np.int64),
        base_day=base,
        running=running,
        customers=_customers(cells, segment, day, alive, level),
    )


def _customers(cells: Cells, segment: Ints, day: Ints, alive: Ints, level: int) -> CustomerDays:
    rows = np.repeat(np.arange(len(cells.key)), cells.customer_counts)
    chosen = sampled(cells.customer_hashes, level)
    rows, hashes = rows[chosen], cells.customer_hashes[chosen]
    uniques, numbers = np.unique(hashes, return_inverse=True)
    first = int(day[rows].min()) if len(rows) else 0
    return CustomerDays(
        level=level,
        first_day=first,
        days=int(day[rows].max()) - first + 1 if len(rows) else 0,
        segment=np.searchsorted(alive, segment[rows]).astype(np.int32),
        day=(day[rows] - first).astype(np.int32),
        customer=numbers.astype(np.int32),
        known=len(uniques),
    )


def last_complete(day: Ints, last_second: Ints, last: int) -> int:
    """The last day that is over, judged from the data alone.

    Where rows carry times of day, a last day whose final sale came earlier than on each of the LOOK_BACK_DAYS days
    before it is taken as still going on. Where they are dates only, every day is over.
    """
    if not last:
        return 0
    recent = (day > last - LOOK_BACK_DAYS - 1) & (day <= last)
    ends: dict[int, int] = {}
    for d, second in zip(day[recent].tolist(), last_second[recent].tolist(), strict=True):
        ends[d] = max(second, ends.get(d, 0))
    earlier = [second for d, second in ends.items() if d != last and second > 0]
    going_on = len(earlier) >= 7 and 0 < ends.get(last, 0) < min(earlier)
    return last - 1 if going_on else last
