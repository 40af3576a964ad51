"""Cells of the daily rollup (one segment on one day), and how they follow from the rows alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import BigInteger, ColumnElement, Connection, Numeric, Select, case, cast, func, literal, select

from bi_server.semantic.measures import UNIT_DECIMALS, Measure
from bi_server.store.schema import Schema, schema_of
from bi_server.store.segments import SegmentIds

ROWS_COUNTED_EXACTLY = 4_000_000  # customers of a larger store are estimated from a sample, see sample_level
DAY_BITS = 22  # ordinal days fit: year 9999 is day 3,652,059
CHUNK = 200_000  # rows of a result held in memory at a time

Ints: TypeAlias = NDArray[np.int64]
Hashes: TypeAlias = NDArray[np.uint64]


def keys_of(segment: Ints, day: Ints) -> Ints:
    """One number for a cell; sorted by segment first, then by day."""
    keys: Ints = (segment << DAY_BITS) | day
    return keys


def sample_level(rows: int) -> int:
    """How many low bits of a customer's hash must be zero for the customer to be counted.

    0 (everyone, an exact count) up to ROWS_COUNTED_EXACTLY; every doubling beyond halves the sample. An estimate of n
    customers at level k has the relative standard error sqrt((2**k - 1) / n): 0.2 % of a million at level 2.
    """
    return max(0, int(np.ceil(np.log2(max(rows, 1) / ROWS_COUNTED_EXACTLY))))


def sampled(hashes: Hashes, level: int) -> NDArray[np.bool_]:
    """Which customers belong to the sample of a level; those of a higher level belong to every lower one."""
    chosen: NDArray[np.bool_] = (hashes & np.uint64((1 << level) - 1)) == 0
    return chosen


def hash_customers(ids: pd.Series) -> Hashes:
    """64-bit hashes that do not change between runs; 0 stands for "no customer known"."""
    codes, names = pd.factorize(ids.to_numpy(dtype=object, na_value=""))
    return hash_names(names)[codes]


def hash_names(names: NDArray[np.object_]) -> Hashes:
    """As `hash_customers`, of names that hardly repeat; an empty one stands for none."""
    hashes = pd.util.hash_array(names, categorize=False)
    hashes[names == ""] = np.uint64(0)
    return hashes


def to_minor(amounts: NDArray[np.float64], decimals: int) -> Ints:
    """Whole minor units of amounts, halves rounded away from zero, as the rows are stored."""
    # 2.675 * 100 is 267.49999999999994: that noise shall not decide.
    sizes = np.round(np.abs(amounts) * 10**decimals, 4)
    minor: Ints = np.copysign(np.floor(sizes + 0.5), amounts).astype(np.int64)
    return minor


def to_units(values: NDArray[np.float64], measure: Measure) -> Ints:
    """Whole numbers of a measure's smallest unit; of money as `to_minor`."""
    if measure.is_money:
        return to_minor(values, measure.decimals)
    units: Ints = np.rint(np.asarray(values, dtype=np.float64) * 10**measure.decimals).astype(np.int64)
    return units


def to_ordinal_seconds(moments: Any) -> Ints:
    """Seconds since the proleptic ordinal day 0, of dates or times."""
    epoch = date(1970, 1, 1).toordinal()
    return pd.to_datetime(pd.Series(moments)).to_numpy(dtype="datetime64[s]").astype(np.int64) + epoch * 86400


def fresh_cells(
    connection: Connection, level: int, keys: Ints | None = None, where: ColumnElement[bool] | None = None
) -> pd.DataFrame:
    """Cells as a GROUP BY over the rows gives them: sums, last_second and customers (bytes), by key.

    With `keys` just those cells, zeros where no row is left; otherwise every cell that has a row. With `where` only of
    such rows of sales, and without visits.
    """
    ids, schema = SegmentIds(connection), schema_of(connection)
    parts, customers = [], []
    for span in [None] if keys is None else _spans(np.unique(keys & ((1 << DAY_BITS) - 1))):
        for chunk in frames(connection, _chosen(_sales_sums(schema, span), where)):
            chunk["last_second"] = to_ordinal_seconds(chunk.pop("last")) % 86400
            parts.append(_keyed(chunk, ids))
        if where is None:
            parts += [_keyed(chunk, ids) for chunk in frames(connection, _traffic_sums(schema, span))]
        for chunk in frames(connection, _chosen(_buyers(schema, span), where)):
            hashes = hash_customers(chunk["customer_id"])
            kept = sampled(hashes, level) & (hashes != 0)
            customers.append(_keyed(chunk.assign(hash=hashes)[kept], ids)["hash"])
    columns = [*schema.sums, "last_second"]
    cells = pd.concat(
        [pd.DataFrame(columns=columns, dtype=np.int64), *(part.reindex(columns=columns) for part in parts)]
    )
    sums = cells.fillna(0).astype(np.int64).groupby(level=0)
    cells = sums[list(schema.sums)].sum().assign(last_second=sums["last_second"].max())
    if keys is not None:
        cells = cells.reindex(np.unique(keys), fill_value=0)
    blobs: dict[Any, bytes] = {}
    if customers:
        for key, group in pd.concat(customers).groupby(level=0):
            blobs[key] = np.unique(group.to_numpy(dtype=np.uint64)).astype("<u8").tobytes()
    return cells.assign(
        customers=pd.Series([blobs.get(k, b"") for k in cells.index.tolist()], index=cells.index, dtype=object)
    )


def _spans(days: Ints) -> list[tuple[date, date]]:
    """First and last day of every run of consecutive days."""
    runs = np.split(days, np.flatnonzero(np.diff(days) > 1) + 1)
    return [(date.fromordinal(int(run[0])), date.fromordinal(int(run[-1]))) for run in runs]


def _keyed(chunk: pd.DataFrame, ids: SegmentIds) -> pd.DataFrame:
    days = to_ordinal_seconds(chunk["day"]) // 86400
    return chunk.set_axis(keys_of(ids.resolve(*(chunk[name] for name in ids.dimensions)), days), axis=0)


def frames(connection: Connection, query: Select[Any]) -> Iterator[pd.DataFrame]:
    """The rows of a query, CHUNK at a time."""
    result = connection.execute(query, execution_options={"yield_per": CHUNK})
    names = list(result.keys())
    for rows in result.partitions():
        yield pd.DataFrame(list(map(tuple, rows)), columns=names)


def _sales_sums(schema: Schema, span: tuple[date, date] | None) -> Select[Any]:
    rows = schema.sales_data.c
    names = [rows[dimension.column].label(dimension.id) for dimension in schema.held]
    columns = *names, func.date(rows.date).label("day"), *sums_of(schema), func.max(rows.date).label("last")
    return _within(select(*columns), rows.date, span).group_by(
        *(rows[dimension.column] for dimension in schema.held), func.date(rows.date)
    )


def sums_of(schema: Schema) -> list[Any]:
    """The sums of rows of sales, as columns of a query; visits are none of them."""
    rows = schema.sales_data.c
    return [
        _rounded_sum(rows.revenue, schema.money_decimals).label("revenue_cents"),
        _rounded_sum(rows.units_sold, UNIT_DECIMALS).label("units"),
        func.sum(case((rows.order_line == 1, 1), else_=0)).label("orders"),
        func.count().label("rows"),
        *(_rounded_sum(rows[measure.column], measure.decimals).label(measure.id) for measure in schema.own),
    ]


def _rounded_sum(column: Any, decimals: int) -> Any:
    """The exact sum of a column, in units of its last decimal."""
    return func.sum(cast(func.round(cast(column * 10**decimals, Numeric)), BigInteger))


def _traffic_sums(schema: Schema, span: tuple[date, date] | None) -> Select[Any]:
    rows = schema.site_traffic.c
    names = [
        rows[dimension.id] if dimension.has_visits else literal("").label(dimension.id) for dimension in schema.held
    ]
    columns = *names, rows.date.label("day"), func.sum(rows.visits).label("visits")
    return _within(select(*columns), rows.date, span).group_by(rows.category, rows.region, rows.date)


def _buyers(schema: Schema, span: tuple[date, date] | None) -> Select[Any]:
    rows = schema.sales_data.c
    names = [rows[dimension.column].label(dimension.id) for dimension in schema.held]
    columns = *names, func.date(rows.date).label("day"), rows.customer_id
    return _within(select(*columns).where(rows.customer_id.is_not(None)), rows.date, span).distinct()


def _chosen(query: Select[Any], where: ColumnElement[bool] | None) -> Select[Any]:
    return query if where is None else query.where(where)


def _within(query: Select[Any], column: Any, span: tuple[date, date] | None) -> Select[Any]:
    if span is None:
        return query
    return query.where(column >= span[0], column < span[1] + timedelta(days=1))
