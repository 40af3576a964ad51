"""Rows that are as the store takes them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bi_server.semantic.measures import UNIT_DECIMALS, Measure
from bi_server.store.cells import Hashes, Ints, hash_names
from bi_server.store.delta import Delta

_EPOCH_SECONDS = 719_163 * 86400  # of 1970-01-01, from the proleptic ordinal day 0


@dataclass(frozen=True, eq=False)
class CleanRows:
    """Rows to be stored, with `seq`, their number in the file, and the columns of their table."""

    staged: Any  # pyarrow.RecordBatch
    segment: Ints
    own: tuple[Measure, ...]  # the measures that the model declares
    money_decimals: int

    def add_to(self, delta: Delta) -> None:
        """Counts the rows in the daily sums."""
        moments = pc.cast(self.staged["date"], pa.timestamp("s"))
        seconds = pc.cast(moments, pa.int64()).to_numpy() + _EPOCH_SECONDS
        if "visits" in self.staged.schema.names:
            delta.add_visits(self.segment, seconds // 86400, self._numbers("visits"))
            return
        revenue = self._units("revenue", self.money_decimals)
        first_line = self._numbers("order_line") == 1
        customers = _hash(self.staged["customer_id"])
        own = (self._units(measure.column, measure.decimals) for measure in self.own)
        delta.add_sales(
            self.segment, seconds, revenue, self._units("units_sold", UNIT_DECIMALS), first_line, customers, *own
        )

    def _units(self, column: str, decimals: int) -> Ints:
        units: Ints = np.rint(self.staged[column].to_numpy() * 10**decimals).astype(np.int64)
        return units

    def _numbers(self, name: str) -> Ints:
        numbers: Ints = pc.cast(self.staged[name], pa.int64()).to_numpy()
        return numbers


def _hash(customers: Any) -> Hashes:
    known = hash_names(pc.fill_null(customers.dictionary, "").to_numpy(zero_copy_only=False))
    codes = pc.fill_null(customers.indices, len(known)).to_numpy(zero_copy_only=False)
    hashes: Hashes = np.append(known, np.uint64(0))[codes]
    return hashes
