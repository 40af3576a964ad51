"""Makes a `Cube` of the rollup: of all its cells at first, then of the cube before and the cells that changed."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Engine

from bi_server.errors import StoreUnavailable
from bi_server.semantic.dimensions import BUILT_IN
from bi_server.store.cells import Ints, sampled
from bi_server.store.cube import NOT_SPLIT, ROWS, Cube
from bi_server.store.customers import CustomerDays
from bi_server.store.extent import MOST_CELLS, Extent
from bi_server.store.reading import Cells, Rollup, read
from bi_server.store.schema import Schema, schema_of
from bi_server.store.segments import fold

LOOK_BACK_DAYS = 28  # days that tell when business usually ends


def load(engine: Engine, known: Cube | None = None, most_cells: int = MOST_CELLS) -> Cube:
    """The cube of the store as it is now; `known` is the one loaded before, of this store or another.

    Raises StoreUnavailable for a store that stretches too far to be held in memory.
    """
    rollup = read(engine, None if known is None else known.state)
    known = None if rollup.is_whole else known
    filled = np.asarray(rollup.cells.sums.any(axis=1))
    if known is not None and not filled.all():  # a cell has emptied: its day, segment or customers may be gone for good
        return load(engine, None, most_cells)
    cells = rollup.cells if filled.all() else rollup.cells.chosen(filled)
    return cube_of(schema_of(engine), rollup, cells, known, most_cells)


def cube_of(schema: Schema, rollup: Rollup, cells: Cells, known: Cube | None, most_cells: int) -> Cube:
    """The cube of cells that are not empty, and of those `known` from before.

    Raises StoreUnavailable where they stretch over more than `most_cells`.
    """
    # Only segments with anything in them: those of an import that was undone are no longer known.
    ids = np.unique(cells.segment) if known is None else np.union1d(known.segment_ids, cells.segment)
    ends = [*([cells.day.min(), cells.day.max()] if len(cells.day) else [])]
    ends += [known.base_day, known.base_day + known.days - 1] if known is not None and known.days else []
    base, days = (int(min(ends)), int(max(ends) - min(ends)) + 1) if ends else (0, 0)
    widest = "a dimension with many names" if len(schema.held) > len(BUILT_IN) else ""
    problem = Extent(base, base + days - 1, len(ids), schema.described, widest).problem(most_cells)
    if problem:
        raise StoreUnavailable(f"the store is too large: {problem}; `bi-server imports` lists and undoes imports")

    running = np.zeros((days + 1, len(schema.sums), len(ids)), dtype=np.int64)
    last_second = np.zeros((days, len(ids)), dtype=np.int32)
    if known is not None and known.days:
        rows = slice(known.base_day - base, known.base_day - base + known.days)
        columns = np.searchsorted(ids, known.segment_ids)
        running[1:][rows][:, :, columns] = np.diff(known.running, axis=0)
        last_second[rows][:, columns] = known.last_second
    day, segment = cells.day - base, np.searchsorted(ids, cells.segment)
    running[day + 1, :, segment] = cells.sums
    last_second[day, segment] = cells.last_second
    with_sales = np.flatnonzero(running[1:, ROWS].any(axis=1))
    np.cumsum(running, axis=0, out=running)

    sold = running[-1, ROWS] > 0
    segments = [rollup.names[i] for i in ids.tolist()]
    axes = [_positions([names[i] for names in segments], sold) for i in range(len(schema.held))]
    first, last = (base + int(with_sales[0]), base + int(with_sales[-1])) if len(with_sales) else (0, 0)
    return Cube(
        state=rollup.state,
        first_day=first,
        last_day=last,
        last_complete_day=last_complete(last_second[: last - base + 1].max(axis=1), last) if last else 0,
        names=tuple(names for names, _ in axes),
        places=np.array([places for _, places in axes]),
        base_day=base,
        running=running,
        segment_ids=ids,
        last_second=last_second,
        customers=customer_days(cells, segment * days + day, known, ids, base, days, rollup.sample_level),
    )


def _positions(names: list[str], sold: NDArray[np.bool_]) -> tuple[tuple[str, ...], Ints]:
    """The known names, sorted, and the position of each segment's; NOT_SPLIT for traffic that has none."""
    known = sorted({name for name, has_sales in zip(names, sold, strict=True) if name or has_sales}, key=fold)
    places = {name: i for i, name in enumerate(known)}
    return tuple(known), np.array([places.get(name, NOT_SPLIT) for name in names], dtype=np.int64)


def customer_days(
    cells: Cells, place: Ints, known: Cube | None, ids: Ints, base: int, days: int, level: int
) -> CustomerDays:
    """Who bought in cells, besides those `known`.

    `place` of a cell, and of a row: segment * days + day, which is the order of the rows.
    """
    chosen = sampled(cells.customer_hashes, level)
    places, hashes = np.repeat(place, cells.customer_counts)[chosen], cells.customer_hashes[chosen]
    if known is None:
        numbers, people = pd.factorize(hashes)
    else:
        old = known.customers
        counts = np.diff(old.starts)
        columns = np.repeat(np.searchsorted(ids, known.segment_ids), counts)
        old_places = columns * days + old.day + (known.base_day - base)
        kept = ~np.isin(old_places, place) & sampled(old.hashes, level)[old.customer]
        numbers, people = pd.factorize(np.concatenate([old.hashes, hashes]))  # those known keep their numbers
        places = np.concatenate([old_places[kept], places])
        numbers = np.concatenate([old.customer[kept], numbers[len(old.hashes) :]])
    if (np.diff(places) < 0).any():
        order = np.argsort(places, kind="stable")
        places, numbers = places[order], numbers[order]
    segment, day = np.divmod(places, max(days, 1))
    return CustomerDays(
        level=level,
        first_day=base,
        days=days,
        starts=np.searchsorted(segment, np.arange(len(ids) + 1)),
        day=day.astype(np.min_scalar_type(days)),
        customer=numbers.astype(np.int32),
        hashes=people,
    )


def last_complete(ends: NDArray[np.int32], last: int) -> int:
    """The last day that is over, judged from the data alone: `ends` is when each day's final sale came, in seconds.

    Where rows carry times of day, a last day whose final sale came earlier than on each of the LOOK_BACK_DAYS days
    before it is taken as still going on. Where they are dates only, every day is over.
    """
    earlier = ends[-LOOK_BACK_DAYS - 1 : -1]
    earlier = earlier[earlier > 0]
    going_on = len(earlier) >= 7 and 0 < ends[-1] < earlier.min()
    return last - 1 if going_on else last
