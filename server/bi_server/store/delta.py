"""What one transaction changes of the daily sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, case, func, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bi_server.store.cells import (
    DAY_BITS,
    SUMS,
    Hashes,
    Ints,
    fresh_cells,
    hash_customers,
    keys_of,
    sample_level,
    sampled,
    to_cents,
    to_ordinal_seconds,
)
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import daily_rollup, sales_data, site_traffic, store_state

_NO_CUSTOMER = np.uint64(0)
_DAY = (1 << DAY_BITS) - 1
_TOGETHER = 50_000  # rows, or cells, that are summed up together
_EMPTY = np.zeros(0, dtype=np.int64)


class Delta:
    """Gathers changes chunk by chunk and writes them once, after the rows themselves."""

    def __init__(self) -> None:
        self._sums: list[pd.DataFrame] = []
        self._buyers: list[_Buyers] = []
        self._waiting: list[tuple[NDArray[Any], ...]] = []
        self._most_sums = _TOGETHER
        self._stale: list[Ints] = []
        self._rows = 0
        self._level = 0

    def add_sales(
        self,
        segment: Ints,
        seconds: Ints,
        cents: Ints,
        units: Ints,
        first_line: NDArray[np.bool_],
        customers: Hashes,
    ) -> None:
        """New rows of sales; `seconds` counts from the proleptic ordinal day 0 in the rows' own civil time."""
        key = keys_of(segment, seconds // 86400)
        self._waiting.append((key, seconds % 86400, cents, units, first_line, customers))
        self._rows += len(key)
        if sum(len(columns[0]) for columns in self._waiting) > _TOGETHER:
            self._gather()

    def _gather(self) -> None:
        """Sums up what waits; the fewer calls, the less they cost."""
        if not self._waiting:
            return
        key, second, cents, units, first_line, customers = map(np.concatenate, zip(*self._waiting, strict=True))
        self._waiting = []
        codes, keys = pd.factorize(key)
        frame = pd.DataFrame(
            {"revenue_cents": cents, "units": units, "orders": first_line.astype(np.int64), "rows": 1, "visits": 0}
        )
        sums = frame.groupby(codes).sum()
        sums["last_second"] = pd.Series(second).groupby(codes).max()
        self._sums.append(sums.set_axis(keys, axis=0))
        if sum(map(len, self._sums)) > self._most_sums:
            self._sums = [_united_sums(self._sums)]
            self._most_sums = max(_TOGETHER, 2 * len(self._sums[0]))
        self._keep_customers(key, customers)

    def _keep_customers(self, key: Ints, customers: Hashes) -> None:
        level = sample_level(self._rows)
        if level > self._level:  # what a larger store would not count need not be held: memory stays bounded
            self._level = level
            self._buyers = [buyers.of_level(level) for buyers in self._buyers]
        known = (customers != _NO_CUSTOMER) & sampled(customers, level)
        self._buyers.append(_Buyers.of(key[known], customers[known]))

    def add_visits(self, segment: Ints, day: Ints, visits: Ints) -> None:
        """New rows of site traffic."""
        sums = pd.Series(visits).groupby(keys_of(segment, day)).sum().to_frame("visits")
        self._sums.append(sums.assign(**dict.fromkeys(("revenue_cents", "units", "orders", "rows", "last_second"), 0)))

    def add(self, table: Table, ids: SegmentIds, rows: pd.DataFrame) -> None:
        """New rows of `sales_data` or `site_traffic`, with the table's columns."""
        segment, seconds = _cells_of(table, ids, rows)
        if table is site_traffic:
            self.add_visits(segment, seconds // 86400, rows["visits"].to_numpy(dtype=np.int64))
            return
        self.add_sales(
            segment,
            seconds,
            to_cents(rows["revenue"].to_numpy(dtype=np.float64)),
            rows["units_sold"].to_numpy(dtype=np.int64),
            (rows["order_line"] == 1).to_numpy(dtype=bool),
            hash_customers(rows["customer_id"]),
        )

    def remove(self, table: Table, ids: SegmentIds, rows: pd.DataFrame) -> None:
        """Rows that are gone: their cells are summed up again, as customers cannot be subtracted."""
        segment, seconds = _cells_of(table, ids, rows)
        self._stale.append(np.unique(keys_of(segment, seconds // 86400)))
        self._rows -= len(rows) if table is sales_data else 0

    def write(self, connection: Connection, version: int) -> None:
        """Brings the stored sums up to date and says which rows they cover now. Call after the rows have changed."""
        self._gather()
        level = self._cover(connection)
        stale = np.unique(np.concatenate([_EMPTY, *self._stale]))
        if len(stale):
            _upsert(connection, fresh_cells(connection, level, stale), version, replace=True)
        if not self._sums:
            return
        sums = _united_sums(self._sums)
        sums = sums[~sums.index.isin(stale)]
        # Segment by segment, so that never all customers are copied at once.
        by_segment = sums.groupby(sums.index.to_numpy() >> DAY_BITS)
        for segment, cells in ((int(key), group) for key, group in by_segment):  # type: ignore[call-overload]
            customers = _united(connection, *self._buyers_of(segment, level))
            blobs = [customers.get(key, b"") for key in cells.index.tolist()]
            _upsert(connection, cells.assign(customers=pd.Series(blobs, index=cells.index, dtype=object)), version)

    def _cover(self, connection: Connection) -> int:
        """Marks every row present as covered; returns the sample level of the store as it is now."""
        before = int(connection.execute(select(func.coalesce(func.sum(daily_rollup.c.rows), 0))).scalar_one())
        reached = int(connection.execute(select(store_state.c.customer_sample_level)).scalar_one())
        level = max(reached, sample_level(before + self._rows))
        newest = [select(func.coalesce(func.max(t.c.id), 0)).scalar_subquery() for t in (sales_data, site_traffic)]
        covered = {"covered_sales_id": newest[0], "covered_traffic_id": newest[1]}
        connection.execute(update(store_state).values(customer_sample_level=level, **covered))
        return level

    def _buyers_of(self, segment: int, level: int) -> tuple[Ints, Hashes]:
        """Cells of one segment and who bought in them: pairs, sorted by cell."""
        parts = [buyers.within(segment << DAY_BITS, (segment + 1) << DAY_BITS) for buyers in self._buyers]
        keys = np.concatenate([_EMPTY, *(keys for keys, _ in parts)])
        hashes = np.concatenate([_EMPTY.astype(np.uint64), *(hashes for _, hashes in parts)])
        kept = sampled(hashes, level)
        order = np.argsort(keys[kept], kind="stable")
        return keys[kept][order], hashes[kept][order]


@dataclass(frozen=True, eq=False)
class _Buyers:
    """Who bought in which cell, without repetition: `counts` says how many of `hashes` belong to each of `cells`."""

    cells: Ints
    counts: NDArray[np.int32]
    hashes: Hashes

    @classmethod
    def of(cls, keys: Ints, hashes: Hashes) -> "_Buyers":
        pairs = pd.DataFrame({"key": keys, "hash": hashes}).drop_duplicates()
        order = np.argsort(pairs["key"].to_numpy(), kind="stable")
        cells, counts = np.unique(pairs["key"].to_numpy(), return_counts=True)
        return cls(cells, counts.astype(np.int32), pairs["hash"].to_numpy()[order])

    def of_level(self, level: int) -> "_Buyers":
        kept = sampled(self.hashes, level)
        return _Buyers.of(np.repeat(self.cells, self.counts)[kept], self.hashes[kept])

    def within(self, first: int, end: int) -> tuple[Ints, Hashes]:
        span = slice(*np.searchsorted(self.cells, [first, end]))
        before, inside = int(self.counts[: span.start].sum()), int(self.counts[span].sum())
        return np.repeat(self.cells[span], self.counts[span]), self.hashes[before : before + inside]


def _united_sums(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    gathered = pd.concat(parts).groupby(level=0)
    return gathered[list(SUMS)].sum().assign(last_second=gathered["last_second"].max())


def _cells_of(table: Table, ids: SegmentIds, rows: pd.DataFrame) -> tuple[Ints, Ints]:
    category = "product_category" if table is sales_data else "category"
    return ids.resolve(rows[category], rows["region"]), to_ordinal_seconds(rows["date"])


def _united(connection: Connection, keys: Ints, hashes: Hashes) -> dict[int, bytes]:
    """The customers of one segment's cells, those already stored included."""
    if not len(keys):
        return {}
    stored_keys, stored = _stored_customers(connection, np.unique(keys))
    keys, hashes = np.concatenate([keys, stored_keys]), np.concatenate([hashes, stored])
    order = np.lexsort((hashes, keys))
    keys, hashes = keys[order], hashes[order]
    fresh = np.append(True, (keys[1:] != keys[:-1]) | (hashes[1:] != hashes[:-1]))
    keys, packed = keys[fresh], hashes[fresh].astype("<u8").tobytes()
    cells, starts = np.unique(keys, return_index=True)
    bounds = [*(starts * 8).tolist(), len(packed)]
    return {cell: packed[bounds[i] : bounds[i + 1]] for i, cell in enumerate(cells.tolist())}


def _stored_customers(connection: Connection, cells: Ints) -> tuple[Ints, Hashes]:
    days = cells & _DAY
    segment = int(cells[0] >> DAY_BITS)
    query = select(daily_rollup.c.day, daily_rollup.c.customers).where(
        daily_rollup.c.segment_id == segment, daily_rollup.c.day.between(int(days.min()), int(days.max()))
    )
    wanted = set(days.tolist())
    found = [(day, blob) for day, blob in connection.execute(query) if day in wanted and blob]
    keys = (segment << DAY_BITS) | np.array([day for day, _ in found], dtype=np.int64)
    hashes = np.frombuffer(b"".join(blob for _, blob in found), dtype="<u8").astype(np.uint64)
    return np.repeat(keys, [len(blob) // 8 for _, blob in found]), hashes


def _upsert(connection: Connection, cells: pd.DataFrame, version: int, replace: bool = False) -> None:
    """Adds cells to those stored, or puts them in their place."""
    make: Any = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = make(daily_rollup)
    new, old = statement.excluded, daily_rollup.c
    added = {
        **{name: old[name] + new[name] for name in SUMS},
        "last_second": case((new.last_second > old.last_second, new.last_second), else_=old.last_second),
        # Empty: the delta knows no customer for this cell, what is stored stays.
        "customers": case((func.length(new.customers) > literal_column("0"), new.customers), else_=old.customers),
    }
    put = {name: new[name] for name in (*SUMS, "last_second", "customers")}
    statement = statement.on_conflict_do_update(
        index_elements=["segment_id", "day"], set_={**(put if replace else added), "version": new.version}
    )
    keys = cells.index.to_numpy(dtype=np.int64)
    names = ("segment_id", "day", *SUMS, "last_second", "customers", "version")
    columns = [(keys >> DAY_BITS).tolist(), (keys & _DAY).tolist(), *(cells[name].tolist() for name in names[2:-1])]
    rows = zip(*columns, [version] * len(keys), strict=True)
    # The driver itself: a million cells would spend most of their time in the layer above it.
    compiled = statement.compile(connection, column_keys=names)
    order = compiled.positiontup
    if order is None:
        connection.exec_driver_sql(str(compiled), [dict(zip(names, row, strict=True)) for row in rows])
    else:
        assert tuple(order) == names
        connection.exec_driver_sql(str(compiled), list(rows))
