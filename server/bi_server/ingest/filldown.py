"""Values that only the first line of an order has (its country, its customer), given to its further lines."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bi_server.errors import InvalidInput
from bi_server.ingest.binding import Binding


class FillDown:
    """Fills the blanks of some columns of one file with the value above, within an order where the file has orders."""

    def __init__(self, bindings: Sequence[Binding], columns: Sequence[str], others: Sequence[str] = ()) -> None:
        wanted = {column for binding in bindings for column in binding.columns} | set(others)
        for name in columns:
            if name not in wanted:
                known = ", ".join(sorted(wanted))
                raise InvalidInput.of("fill_down", f"{name!r} is no column that is imported; those are {known}")
        self._order = next((b.column for b in bindings if b.target.name == "order_id"), "")
        # The ids first: they say how far the others reach.
        self._columns = sorted(columns, key=lambda name: name != self._order)
        self._above: dict[str, tuple[Any, Any]] = {}  # the newest value of a column, and its order

    def fill(self, batch: Any) -> Any:
        """The batch, its blanks filled; batches come in the file's order."""
        for name in self._columns:
            bound = bool(self._order) and name != self._order
            orders = _plain(batch.column(self._order)) if bound else pa.array([""] * batch.num_rows)
            filled = self._filled(name, _plain(batch.column(name)), orders)
            batch = batch.set_column(batch.schema.names.index(name), name, filled)
        return batch

    def _filled(self, name: str, column: Any, orders: Any) -> Any:
        value, order = self._above.get(name, (pa.scalar(None, column.type), pa.scalar(None, orders.type)))
        column = pa.concat_arrays([pa.array([value], column.type), column])
        orders = pa.concat_arrays([pa.array([order], orders.type), orders])
        blank = pc.is_null(column)
        if pa.types.is_string(column.type):
            blank = pc.fill_null(pc.equal(pc.utf8_trim_whitespace(column), ""), True)
        has_value = ~blank.to_numpy(zero_copy_only=False)
        source = np.maximum.accumulate(np.where(has_value, np.arange(len(column)), 0))
        above = orders.take(pa.array(source))
        same = pc.fill_null(pc.equal(above, orders), False)
        self._above[name] = column[int(source[-1])], above[-1]
        return pc.if_else(pc.and_(blank, same), column.take(pa.array(source)), column)[1:]


def _plain(column: Any) -> Any:
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
