"""Sums by the names of a wide dimension, made of the rows: they are too many to be held."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np
import pandas as pd
from sqlalchemy import Connection, func, select

from bi_server.analysis.periods import Days
from bi_server.errors import StoreUnavailable
from bi_server.semantic.dimensions import Dimension
from bi_server.store.cells import Ints, frames, sums_of, to_ordinal_seconds
from bi_server.store.cube import Cube, Selection
from bi_server.store.reading import require_state
from bi_server.store.row_pages import Named, Spelled
from bi_server.store.schema import schema_of
from bi_server.store.wide.columns import Columns

WAIT_SECONDS = 3.0

Names = Mapping[str, Named | Spelled]


def sums_by_name(
    cube: Cube, chosen: Selection, names: Names, dimension: Dimension, spans: Sequence[Days]
) -> tuple[list[str], Ints]:
    """The names with a row in any of the spans, sorted, and their sums: spans x measures x names.

    Of what is chosen; `names` says the same for rows, and what of wide dimensions is wanted. Visits are zeros: they
    have no such names. Raises StoreUnavailable where the rows cannot be read now, or have changed since the cube was
    made.
    """
    if cube.rows is None:
        raise StoreUnavailable("the rows cannot be read here; try again in a moment")
    columns = cube.rows.columns(cube.state, cube.row_count, WAIT_SECONDS)
    if columns is None:
        return cube.rows.ask(lambda connection: _of_database(cube, connection, names, dimension, spans))
    return _of_memory(cube, columns, chosen, names, dimension, spans)


def _of_memory(
    cube: Cube, columns: Columns, chosen: Selection, names: Names, dimension: Dimension, spans: Sequence[Days]
) -> tuple[list[str], Ints]:
    known, codes = columns.names[dimension.id]
    wanted = columns.chosen(
        cube.segment_ids[cube.members(chosen)],
        {name: condition.has for name, condition in names.items() if name in columns.names},
    )
    sums = np.zeros((len(spans), len(cube.model.sums), len(known)), dtype=np.int64)
    for place, span in enumerate(spans):
        rows = columns.rows(span.start, span.end, wanted)
        code = codes[rows].astype(np.intp)
        for measure, name in enumerate(cube.model.sums):
            if name == "rows":
                sums[place, measure] = np.bincount(code, minlength=len(known))
            elif name in columns.sums:  # as floats they are exact: all together are below 2**53
                sums[place, measure] = np.bincount(code, weights=columns.sums[name][rows], minlength=len(known))
    there = sums[:, cube.model.sums.index("rows")].any(axis=0)
    return known[there].tolist(), sums[:, :, there]


def _of_database(
    cube: Cube, connection: Connection, names: Names, dimension: Dimension, spans: Sequence[Days]
) -> tuple[list[str], Ints]:
    require_state(connection, cube.state)
    schema = schema_of(connection)
    rows = schema.sales_data.c
    column_of = {d.id: rows[d.column] for d in (*schema.held, *schema.wide)}
    by = [column_of[dimension.id].label("name"), func.date(rows.date).label("day")][: 2 if len(spans) > 1 else 1]
    query = select(*by, *sums_of(schema)).group_by(*(column.element for column in by))
    query = query.where(
        rows.date >= datetime.fromordinal(min(span.start for span in spans)),
        rows.date < datetime.fromordinal(max(span.end for span in spans) + 1),
        *(named.sql(column_of[name]) for name, named in names.items()),
    )
    nothing = pd.DataFrame(columns=["name", "day", *cube.model.sums])
    found = pd.concat([nothing, *frames(connection, query)]).assign(visits=0)
    known, place = np.unique(found["name"].to_numpy(dtype=object), return_inverse=True)
    sums = np.zeros((len(spans), len(cube.model.sums), len(known)), dtype=np.int64)
    day = to_ordinal_seconds(found["day"]) // 86400 if len(spans) > 1 else np.full(len(found), spans[0].start)
    values = found[list(cube.model.sums)].to_numpy(dtype=np.int64).T
    for at, span in enumerate(spans):
        within = (day >= span.start) & (day <= span.end)
        np.add.at(sums[at].T, place[within], values[:, within].T)
    there = sums[:, cube.model.sums.index("rows")].any(axis=0)
    return known[there].tolist(), sums[:, :, there]
