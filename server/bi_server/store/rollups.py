"""Daily sums by segment, kept in step with the rows by the transaction that changes the rows.

A write takes three steps inside one transaction: `begin` (the new data version), any number of `Delta.add_*`, and
`Delta.write`. Rows that another tool put into the tables are found by their ids and taken in by `catch_up`.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, case, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bi_server.store.segments import SegmentIds
from bi_server.store.tables import daily_rollup, sales_data, site_traffic, store_state

SUMS = ("revenue_cents", "units", "orders", "rows", "visits")
ROWS_COUNTED_EXACTLY = 4_000_000  # customers of a larger store are estimated from a sample, see sample_level
CHANNEL = "bi_data_version"  # PostgreSQL channel that tells every server of a change
CHUNK = 200_000  # rows held in memory at a time
_DAY_BITS = 22  # ordinal days fit: year 9999 is day 3,652,059
_NO_CUSTOMER = np.uint64(0)

Ints: TypeAlias = NDArray[np.int64]
Hashes: TypeAlias = NDArray[np.uint64]


def sample_level(rows: int) -> int:
    """How many low bits of a customer's hash must be zero for the customer to be counted.

    0 (everyone, an exact count) up to ROWS_COUNTED_EXACTLY; every doubling beyond halves the sample. An estimate of n
    customers at level k has the relative standard error sqrt((2**k - 1) / n): 0.2 % of a million at level 2.
    """
    return max(0, int(np.ceil(np.log2(max(rows, 1) / ROWS_COUNTED_EXACTLY))))


def hash_customers(ids: pd.Series) -> Hashes:
    """64-bit hashes that do not change between runs; 0 stands for "no customer known"."""
    hashes = pd.util.hash_array(ids.to_numpy(dtype=object, na_value=""), categorize=True)
    hashes[ids.isna().to_numpy() | (ids == "").to_numpy(dtype=bool)] = _NO_CUSTOMER
    return hashes


def to_cents(revenue: NDArray[np.float64]) -> Ints:
    """Whole cents of an amount, halves rounded to even, as the rows are stored."""
    return np.rint(revenue * 100).astype(np.int64)


def begin(connection: Connection) -> int:
    """Claims the next data version for this transaction; a second writer waits here until the first is done."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"NOTIFY {CHANNEL}")  # reaches the servers when this transaction commits
    bump = update(store_state).values(data_version=store_state.c.data_version + 1)
    return int(connection.execute(bump.returning(store_state.c.data_version)).scalar_one())


class Delta:
    """What a transaction adds to the daily sums, gathered chunk by chunk and written once."""

    def __init__(self) -> None:
        self._sums: list[pd.DataFrame] = []
        self._customers: list[pd.DataFrame] = []

    def add_sales(
        self,
        segment: Ints,
        seconds: Ints,
        cents: Ints,
        units: Ints,
        first_line: NDArray[np.bool_],
        customers: Hashes,
    ) -> None:
        """Rows of sales; `seconds` counts from the proleptic ordinal day 0 in the rows' own civil time."""
        day = seconds // 86400
        key = (segment << _DAY_BITS) | day
        frame = pd.DataFrame(
            {
                "revenue_cents": cents,
                "units": units,
                "orders": first_line.astype(np.int64),
                "rows": 1,
                "visits": 0,
            }
        )
        sums = frame.groupby(key, sort=False).sum()
        sums["last_second"] = pd.Series(seconds % 86400).groupby(key, sort=False).max()
        self._sums.append(sums)
        known = customers != _NO_CUSTOMER
        self._customers.append(pd.DataFrame({"key": key[known], "hash": customers[known]}).drop_duplicates())

    def add_visits(self, segment: Ints, day: Ints, visits: Ints) -> None:
        """Rows of site traffic."""
        sums = pd.Series(visits).groupby((segment << _DAY_BITS) | day).sum().to_frame("visits")
        self._sums.append(sums.assign(**dict.fromkeys(("revenue_cents", "units", "orders", "rows", "last_second"), 0)))

    def write(self, connection: Connection, version: int) -> None:
        """Adds all of it to the stored sums and says which rows they cover now."""
        if self._sums:
            gathered = pd.concat(self._sums)
            sums = gathered.groupby(level=0)[list(SUMS)].sum()
            sums["last_second"] = gathered.groupby(level=0)["last_second"].max()
            level = self._cover(connection, int(sums["rows"].sum()))
            sums["customers"] = pd.Series(self._merge_customers(connection, level), dtype=object).reindex(sums.index)
            _upsert(connection, sums, version)
        else:
            self._cover(connection, 0)

    def _cover(self, connection: Connection, rows: int) -> int:
        """Marks every row present as covered; returns the sample level of the store with `rows` more."""
        before = connection.execute(select(func.coalesce(func.sum(daily_rollup.c.rows), 0))).scalar_one()
        reached = int(connection.execute(select(store_state.c.customer_sample_level)).scalar_one())
        level = max(reached, sample_level(int(before) + rows))
        newest = [select(func.coalesce(func.max(t.c.id), 0)).scalar_subquery() for t in (sales_data, site_traffic)]
        covered = {"covered_sales_id": newest[0], "covered_traffic_id": newest[1]}
        connection.execute(update(store_state).values(customer_sample_level=level, **covered))
        return level

    def _merge_customers(self, connection: Connection, level: int) -> dict[int, bytes]:
        """The customers of every touched cell, those already stored included."""
        fresh = (
            pd.concat(self._customers).drop_duplicates() if self._customers else pd.DataFrame({"key": [], "hash": []})
        )
        fresh = fresh[sampled(fresh["hash"].to_numpy(dtype=np.uint64), level)].sort_values("key", kind="stable")
        keys, starts = np.unique(fresh["key"].to_numpy(dtype=np.int64), return_index=True)
        groups = dict(zip(keys.tolist(), np.split(fresh["hash"].to_numpy(dtype=np.uint64), starts[1:]), strict=False))
        for key, blob in _stored_customers(connection, keys):
            groups[key] = np.concatenate([groups[key], np.frombuffer(blob, dtype="<u8")])
        return {key: np.unique(hashes).astype("<u8").tobytes() for key, hashes in groups.items()}


def sampled(hashes: Hashes, level: int) -> NDArray[np.bool_]:
    """Which customers belong to the sample of a level; those of a higher level belong to every lower one."""
    chosen: NDArray[np.bool_] = (hashes & np.uint64((1 << level) - 1)) == 0
    return chosen


def _stored_customers(connection: Connection, keys: Ints) -> Iterator[tuple[int, bytes]]:
    if not len(keys):
        return
    days = keys & ((1 << _DAY_BITS) - 1)
    wanted = set(keys.tolist())
    query = select(daily_rollup.c.segment_id, daily_rollup.c.day, daily_rollup.c.customers).where(
        daily_rollup.c.segment_id.in_(np.unique(keys >> _DAY_BITS).tolist()),
        daily_rollup.c.day.between(int(days.min()), int(days.max())),
    )
    for segment, day, blob in connection.execute(query):
        key = (segment << _DAY_BITS) | day
        if key in wanted and blob:
            yield key, blob


def _upsert(connection: Connection, sums: pd.DataFrame, version: int) -> None:
    make: Any = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = make(daily_rollup)
    new, old = statement.excluded, daily_rollup.c
    statement = statement.on_conflict_do_update(
        index_elements=["segment_id", "day"],
        set_={
            **{name: old[name] + new[name] for name in SUMS},
            "last_second": case((new.last_second > old.last_second, new.last_second), else_=old.last_second),
            # Empty: the delta knows no customer for this cell, what is stored stays.
            "customers": case((func.length(new.customers) > 0, new.customers), else_=old.customers),
            "version": version,
        },
    )
    keys = sums.index.to_numpy(dtype=np.int64)
    columns = [(keys >> _DAY_BITS).tolist(), (keys & ((1 << _DAY_BITS) - 1)).tolist()]
    columns += [sums[name].tolist() for name in (*SUMS, "last_second")]
    columns.append([blob if isinstance(blob, bytes) else b"" for blob in sums["customers"]])
    names = ("segment_id", "day", *SUMS, "last_second", "customers")
    rows = [dict(zip(names, row, strict=True), version=version) for row in zip(*columns, strict=True)]
    connection.execute(statement, rows)


def has_uncovered_rows(connection: Connection) -> bool:
    """Whether another tool has put rows into the tables since our last write."""
    state = connection.execute(select(store_state)).one()
    sales, traffic = (connection.execute(select(func.max(t.c.id))).scalar() or 0 for t in (sales_data, site_traffic))
    return bool(sales > state.covered_sales_id or traffic > state.covered_traffic_id)


def catch_up(connection: Connection) -> bool:
    """Takes in the rows that no write of ours has covered. Returns whether there were any."""
    if not has_uncovered_rows(connection):
        return False
    state = connection.execute(select(store_state)).one()
    version, delta, ids = begin(connection), Delta(), SegmentIds(connection)
    for rows in _chunks(connection, sales_data, state.covered_sales_id):
        delta.add_sales(
            ids.resolve(rows["product_category"], rows["region"]),
            to_ordinal_seconds(rows["date"]),
            to_cents(rows["revenue"].to_numpy(dtype=np.float64)),
            rows["units_sold"].to_numpy(dtype=np.int64),
            (rows["order_line"] == 1).to_numpy(dtype=bool),
            hash_customers(rows["customer_id"]),
        )
    for rows in _chunks(connection, site_traffic, state.covered_traffic_id):
        days = to_ordinal_seconds(rows["date"]) // 86400
        delta.add_visits(ids.resolve(rows["category"], rows["region"]), days, rows["visits"].to_numpy(dtype=np.int64))
    delta.write(connection, version)
    return True


def rebuild(connection: Connection) -> None:
    """Forgets every sum and computes all of them again from the rows."""
    version = begin(connection)
    zero = dict.fromkeys((*SUMS, "last_second"), 0)
    # Cells are zeroed, not deleted: readers learn of the change by the version.
    connection.execute(update(daily_rollup).values(version=version, customers=b"", **zero))
    connection.execute(update(store_state).values(covered_sales_id=0, covered_traffic_id=0, customer_sample_level=0))
    catch_up(connection)


def to_ordinal_seconds(moments: Sequence[Any] | pd.Series) -> Ints:
    """Seconds since the proleptic ordinal day 0, of dates or times."""
    epoch = 719_163  # date(1970, 1, 1).toordinal()
    return pd.to_datetime(pd.Series(moments)).to_numpy(dtype="datetime64[s]").astype(np.int64) + epoch * 86400


def _chunks(connection: Connection, table: Table, after: int) -> Iterator[pd.DataFrame]:
    while True:
        query = select(table).where(table.c.id > after).order_by(table.c.id).limit(CHUNK)
        rows = pd.DataFrame(connection.execute(query).all(), columns=list(table.c.keys()))
        if rows.empty:
            return
        yield rows
        after = int(rows["id"].iloc[-1])


def clear(connection: Connection) -> None:
    """Empties the store: rows, segments and sums."""
    for table in (sales_data, site_traffic, daily_rollup):
        connection.execute(delete(table))
    rebuild(connection)
