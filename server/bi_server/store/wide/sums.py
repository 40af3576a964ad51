"""Sums by the names of a wide dimension, made of the rows: they are too many to be held."""

from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from bi_server.analysis.periods import Days
from bi_server.errors import StoreUnavailable
from bi_server.semantic.dimensions import Dimension
from bi_server.store.cells import Ints, frames, sums_of, to_ordinal_seconds
from bi_server.store.cube import ROWS, Cube
from bi_server.store.reading import require_state
from bi_server.store.row_pages import Named, Spelled
from bi_server.store.schema import schema_of
from bi_server.store.selection import Selection
from bi_server.store.wide.columns import Columns

WAIT_SECONDS = 3.0


class Split(NamedTuple):
    """What is asked: sums of spans by the names of a wide dimension."""

    dimension: Dimension
    spans: Sequence[Days]
    chosen: Selection  # which part of the business
    names: Mapping[str, Named | Spelled]  # the same for rows, and which names of wide dimensions are wanted
    needed: Set[int]  # positions of measures; others may be zeros


def sums_by_name(cube: Cube, split: Split) -> tuple[list[str], Ints]:
    """The names with a row in any of the spans, sorted, and their sums: spans x measures x names.

    Visits are zeros: they have no such names. Raises StoreUnavailable where the rows cannot be read now, or have
    changed since the cube was made.
    """
    if cube.rows is None:
        raise StoreUnavailable("the rows cannot be read here; try again in a moment")
    columns = cube.rows.columns(cube.state, cube.row_count, WAIT_SECONDS)
    if columns is None:
        names, sums = cube.rows.ask(lambda connection: _of_database(cube, connection, split))
    else:
        names, sums = _of_memory(cube, columns, split)
    there = sums[:, ROWS].any(axis=0)
    return names[there].tolist(), sums[:, :, there]


def _of_memory(cube: Cube, columns: Columns, split: Split) -> tuple[NDArray[np.object_], Ints]:
    names, codes, *_ = columns.names[split.dimension.id]
    asked, place_of = split.names.get(split.dimension.id), None
    if isinstance(asked, Spelled) and not asked.is_excluded:  # a few of thousands: sums of the others take no room
        few = np.flatnonzero(np.isin(names, asked.names))
        place_of = np.zeros(len(names), dtype=np.intp)
        place_of[few] = np.arange(len(few))
        names = names[few]
    wanted = columns.chosen(
        cube.segment_ids[cube.members(split.chosen)],
        {dimension: named for dimension, named in split.names.items() if isinstance(named, Spelled)},
    )
    measures = {place: columns.sums[name] for place, name in enumerate(cube.model.sums) if name in columns.sums}
    sums = np.zeros((len(split.spans), len(cube.model.sums), len(names)), dtype=np.int64)
    for place, span in enumerate(split.spans):
        rows = columns.rows(span.start, span.end, wanted)
        code = codes[rows].astype(np.intp) if place_of is None else place_of[codes[rows]]
        sums[place, ROWS] = np.bincount(code, minlength=len(names))
        for measure in split.needed & measures.keys():  # as floats they are exact: all together are below 2**53
            sums[place, measure] = np.bincount(code, weights=measures[measure][rows], minlength=len(names))
    return names, sums


def _of_database(cube: Cube, connection: Connection, split: Split) -> tuple[NDArray[np.object_], Ints]:
    dimension, spans, _, names, _ = split
    require_state(connection, cube.state)
    schema = schema_of(connection)
    rows = schema.sales_data.c
    column_of = {d.id: rows[d.column] for d in (*schema.held, *schema.wide)}
    by = [column_of[dimension.id].label("name"), func.date(rows.date).label("day")][: 2 if len(spans) > 1 else 1]
    conditions = [*names.items(), *cube.within.items()]
    # Of names in a spelling that the store has not met, SQL cannot tell whose they are.
    held = {d.id: rows[d.column].label(f"held_{d.id}") for d in schema.held if d.id in dict(conditions)}
    grouped = [*by, *held.values()]
    query = select(*grouped, *sums_of(schema)).group_by(*(column.element for column in grouped))
    query = query.where(
        rows.date >= datetime.fromordinal(min(span.start for span in spans)),
        rows.date < datetime.fromordinal(max(span.end for span in spans) + 1),
        *(named.sql(column_of[name]) for name, named in conditions),
    )
    nothing = pd.DataFrame(columns=[*(column.name for column in grouped), *cube.model.sums])
    found = pd.concat([nothing, *frames(connection, query)]).assign(visits=0)
    for name, named in conditions:
        if name in held:
            found = found[[named.has(one) for one in found[f"held_{name}"]]]
    known, place = np.unique(found["name"].to_numpy(dtype=object), return_inverse=True)
    sums = np.zeros((len(spans), len(cube.model.sums), len(known)), dtype=np.int64)
    day = to_ordinal_seconds(found["day"]) // 86400 if len(spans) > 1 else np.full(len(found), spans[0].start)
    values = found[list(cube.model.sums)].to_numpy(dtype=np.int64).T
    for at, span in enumerate(spans):
        within = (day >= span.start) & (day <= span.end)
        np.add.at(sums[at].T, place[within], values[:, within].T)
    return known, sums
