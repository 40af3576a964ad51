"""What one transaction changes of the daily sums."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, func, select, update

from bi_server.semantic.measures import BUILT_IN
from bi_server.store.cells import (
    DAY_BITS,
    Hashes,
    Ints,
    fresh_cells,
    hash_customers,
    keys_of,
    sample_level,
    sampled,
    to_minor,
    to_ordinal_seconds,
    to_units,
)
from bi_server.store.schema import Schema
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import daily_rollup, sales_data, site_traffic, store_state
from bi_server.store.writing import CellWriter

_NO_CUSTOMER = np.uint64(0)
_TOGETHER = 50_000  # rows, or cells, that are summed up together
_EMPTY = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Totals:
    """Sums of all that was added; days are ordinals, 0 where nothing was."""

    first_day: int
    last_day: int
    sums: dict[str, int]  # by name
    rows_by_segment: dict[int, int]  # rows of sales; for traffic, days with visits


class Delta:
    """Gathers changes chunk by chunk and writes them once, after the rows themselves."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
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
        revenue: Ints,
        units: Ints,
        first_line: NDArray[np.bool_],
        customers: Hashes,
        *own: Ints,
    ) -> None:
        """New rows of sales; `seconds` counts from the proleptic ordinal day 0 in the rows' own civil time.

        `revenue` is in minor units of the currency, `units` in thousandths; `own` are the model's further measures, in
        its order.
        """
        key = keys_of(segment, seconds // 86400)
        self._waiting.append((key, seconds % 86400, revenue, units, first_line, customers, *own))
        self._rows += len(key)
        if sum(len(columns[0]) for columns in self._waiting) > _TOGETHER:
            self._gather()

    def _gather(self) -> None:
        """Sums up what waits; the fewer calls, the less they cost."""
        if not self._waiting:
            return
        key, second, revenue, units, first_line, customers, *own = map(np.concatenate, zip(*self._waiting, strict=True))
        self._waiting = []
        rows, visits = np.ones_like(key), np.zeros_like(key)
        columns = [revenue, units, first_line.astype(np.int64), rows, visits, *own]
        self._sums.append(_summed(key, second, dict(zip(self._schema.sums, columns, strict=True))))
        if sum(map(len, self._sums)) > self._most_sums:
            self._sums = [self._united(self._sums)]
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
        nothing = np.zeros_like(day)
        columns = dict.fromkeys(self._schema.sums, nothing) | {"visits": visits}
        self._sums.append(_summed(keys_of(segment, day), nothing, columns))

    def add(self, table: Table, ids: SegmentIds, rows: pd.DataFrame) -> None:
        """New rows of `sales_data` or `site_traffic`, with the table's columns."""
        segment, seconds = self._cells_of(table, ids, rows)
        if table is site_traffic:
            self.add_visits(segment, seconds // 86400, rows["visits"].to_numpy(dtype=np.int64))
            return
        self.add_sales(
            segment,
            seconds,
            to_minor(rows["revenue"].to_numpy(dtype=np.float64), self._schema.money_decimals),
            to_units(rows["units_sold"].to_numpy(dtype=np.float64), BUILT_IN["units"]),
            (rows["order_line"] == 1).to_numpy(dtype=bool),
            hash_customers(rows["customer_id"]),
            *(to_units(rows[own.column].to_numpy(dtype=np.float64), own) for own in self._schema.own),
        )

    def remove(self, table: Table, ids: SegmentIds, rows: pd.DataFrame) -> None:
        """Rows that are gone: their cells are summed up again, as customers cannot be subtracted."""
        segment, seconds = self._cells_of(table, ids, rows)
        self._stale.append(np.unique(keys_of(segment, seconds // 86400)))
        self._rows -= 0 if table is site_traffic else len(rows)

    def totals(self) -> Totals:
        """What was added, in all."""
        self._gather()
        if not sum(map(len, self._sums)):
            return Totals(0, 0, dict.fromkeys(self._schema.sums, 0), {})
        self._sums = [self._united(self._sums)]
        cells = self._sums[0]
        keys = cells.index.to_numpy(dtype=np.int64)
        segments, place = np.unique(keys >> DAY_BITS, return_inverse=True)
        rows = np.bincount(place, weights=np.maximum(cells["rows"].to_numpy(), 1)).astype(np.int64)
        days = keys & ((1 << DAY_BITS) - 1)
        sums = {name: int(cells[name].sum()) for name in self._schema.sums}
        by_segment = dict(zip(segments.tolist(), rows.tolist(), strict=True))
        return Totals(int(days.min()), int(days.max()), sums, by_segment)

    def write(self, connection: Connection, version: int) -> None:
        """Brings the stored sums up to date and says which rows they cover now. Call after the rows have changed."""
        self._gather()
        level = self._cover(connection)
        writer = CellWriter(connection, version)
        stale = np.unique(np.concatenate([_EMPTY, *self._stale]))
        if len(stale):
            writer.put(fresh_cells(connection, level, stale))
        if self._sums:
            sums = self._united(self._sums)
            sums = sums[~sums.index.isin(stale)]
            for cells in self._portions(sums):
                keys = cells.index.to_numpy(dtype=np.int64)
                writer.add(cells, *self._buyers_of(keys[0] >> DAY_BITS, keys[-1] >> DAY_BITS, level))
        writer.clear_empty(np.unique(stale >> DAY_BITS).tolist())

    def _united(self, parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
        cells = pd.concat(parts)
        columns = {name: cells[name].to_numpy() for name in self._schema.sums}
        return _summed(cells.index.to_numpy(dtype=np.int64), cells["last_second"].to_numpy(), columns)

    def _cells_of(self, table: Table, ids: SegmentIds, rows: pd.DataFrame) -> tuple[Ints, Ints]:
        if table is site_traffic:
            nothing = [""] * len(rows)
            names = [rows[d.id] if d.has_visits else nothing for d in self._schema.held]
        else:
            names = [rows[d.column] for d in self._schema.held]
        return ids.resolve(*names), to_ordinal_seconds(rows["date"])

    def _portions(self, sums: pd.DataFrame) -> Iterator[pd.DataFrame]:
        """Cells of whole segments, about _TOGETHER of them and their customers: never all customers are copied."""
        keys = sums.index.to_numpy(dtype=np.int64)
        segments, starts = np.unique(keys >> DAY_BITS, return_index=True)
        sizes = np.diff(np.append(starts, len(keys)))
        for buyers in self._buyers:
            sizes = sizes + buyers.held(segments)
        portion = (np.cumsum(sizes) - sizes) // _TOGETHER
        for rows in np.split(np.arange(len(keys)), starts[1:][np.diff(portion) > 0]):
            if len(rows):
                yield sums.iloc[rows[0] : rows[-1] + 1]

    def _cover(self, connection: Connection) -> int:
        """Marks every row present as covered; returns the sample level of the store as it is now."""
        before = int(connection.execute(select(func.coalesce(func.sum(daily_rollup.c.rows), 0))).scalar_one())
        reached = int(connection.execute(select(store_state.c.customer_sample_level)).scalar_one())
        level = max(reached, sample_level(before + self._rows))
        newest = [select(func.coalesce(func.max(t.c.id), 0)).scalar_subquery() for t in (sales_data, site_traffic)]
        covered = {"covered_sales_id": newest[0], "covered_traffic_id": newest[1]}
        connection.execute(update(store_state).values(customer_sample_level=level, **covered))
        return level

    def _buyers_of(self, first: int, last: int, level: int) -> tuple[Ints, Hashes]:
        """Cells from one segment to another and who bought in them: pairs, sorted by cell."""
        parts = [buyers.within(first << DAY_BITS, (last + 1) << DAY_BITS) for buyers in self._buyers]
        keys = np.concatenate([_EMPTY, *(keys for keys, _ in parts)])
        hashes = np.concatenate([_EMPTY.astype(np.uint64), *(hashes for _, hashes in parts)])
        kept = sampled(hashes, level)
        order = np.argsort(keys[kept], kind="stable")
        return keys[kept][order], hashes[kept][order]


def _summed(key: Ints, last_second: Ints, columns: dict[str, Ints]) -> pd.DataFrame:
    """The sums by cell, and its last second, of rows or cells with these keys; in the order of the keys."""
    codes, keys = pd.factorize(key, sort=True)
    sums = np.zeros((len(columns) + 1, len(keys)), dtype=np.int64)
    for into, column in zip(sums, columns.values(), strict=False):
        np.add.at(into, codes, column)  # ten times as fast as a GROUP BY of pandas
    np.maximum.at(sums[-1], codes, last_second)
    return pd.DataFrame(sums.T, index=keys, columns=[*columns, "last_second"])


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

    def held(self, segments: Ints) -> Ints:
        """How many customers the cells of each segment have."""
        upto = np.append(0, np.cumsum(self.counts, dtype=np.int64))
        begin, end = (np.searchsorted(self.cells, (segments + i) << DAY_BITS) for i in (0, 1))
        held: Ints = upto[end] - upto[begin]
        return held

    def within(self, first: int, end: int) -> tuple[Ints, Hashes]:
        span = slice(*np.searchsorted(self.cells, [first, end]))
        before, inside = int(self.counts[: span.start].sum()), int(self.counts[span].sum())
        return np.repeat(self.cells[span], self.counts[span]), self.hashes[before : before + inside]
