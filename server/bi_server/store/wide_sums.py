"""Sums by the names of a wide dimension, made of the rows: they are too many to be held."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from sqlalchemy import Connection, and_, func, select

from bi_server.analysis.periods import Days
from bi_server.semantic.dimensions import Dimension
from bi_server.store.cells import Ints, frames, sums_of, to_ordinal_seconds
from bi_server.store.cube import Cube
from bi_server.store.reading import require_state
from bi_server.store.row_pages import Named, Spelled
from bi_server.store.schema import schema_of


def sums_by_name(
    cube: Cube, connection: Connection, dimension: Dimension, days: Days, names: Mapping[str, Named | Spelled]
) -> tuple[list[str], Ints]:
    """The names with a row in a range, and their sums: measures x names. Visits are zeros: they have no such names.

    Raises StoreUnavailable where the data has changed since the cube was made.
    """
    found = _read(cube, connection, dimension, days, names, by_day=False)
    return found["name"].tolist(), found[list(cube.model.sums)].to_numpy(dtype=np.int64).T


def daily_sums(
    cube: Cube, connection: Connection, dimension: Dimension, days: Days, names: Mapping[str, Named | Spelled]
) -> tuple[list[str], Ints, Ints]:
    """As `sums_by_name` for every day with a row: names, days (ordinals), and measures x rows."""
    found = _read(cube, connection, dimension, days, names, by_day=True)
    day = to_ordinal_seconds(found["day"]) // 86400
    return found["name"].tolist(), day, found[list(cube.model.sums)].to_numpy(dtype=np.int64).T


def _read(
    cube: Cube,
    connection: Connection,
    dimension: Dimension,
    days: Days,
    names: Mapping[str, Named | Spelled],
    *,
    by_day: bool,
) -> pd.DataFrame:
    require_state(connection, cube.state)
    schema = schema_of(connection)
    rows = schema.sales_data.c
    column_of = {d.id: rows[d.column] for d in (*schema.held, *schema.wide)}
    start, end = days.dates
    where: Sequence[object] = [
        rows.date >= pd.Timestamp(start).to_pydatetime(),
        rows.date < (pd.Timestamp(end) + pd.Timedelta(days=1)).to_pydatetime(),
        *(named.sql(column_of[name]) for name, named in names.items()),
    ]
    name = column_of[dimension.id].label("name")
    by = [name, func.date(rows.date).label("day")] if by_day else [name]
    query = select(*by, *sums_of(schema)).where(and_(*where)).group_by(*(column.element for column in by))  # type: ignore[arg-type]
    parts = list(frames(connection, query))
    columns = [column.name for column in by]
    found = pd.concat(parts) if parts else pd.DataFrame(columns=[*columns, *cube.model.sums])
    return found.assign(visits=0).sort_values(columns)
