"""From a file's batches to rows the store can take, and a note on every row it cannot."""

from collections.abc import Sequence
from copy import copy
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from bi_server.errors import InvalidInput
from bi_server.ingest import currencies
from bi_server.ingest.binding import Binding, plain
from bi_server.ingest.columns import ColumnReader, DatesRead
from bi_server.ingest.csvsource import CsvSource
from bi_server.ingest.filldown import FillDown
from bi_server.ingest.filters import filters
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.orderlines import OrderLines
from bi_server.ingest.rejects import BatchRejects, Rejects
from bi_server.ingest.rounding import Rounded
from bi_server.ingest.sheetsource import SheetSource
from bi_server.ingest.sources import Source
from bi_server.ingest.unsold import Unsold
from bi_server.semantic.dimensions import Dimension
from bi_server.store.cells import Ints
from bi_server.store.segments import SegmentIds
from bi_server.store.writer.clean_rows import CleanRows
from bi_server.store.writer.layouts import MOST_LINES

MOST_SEGMENTS = 5_000  # every one costs 150 KB of memory for ten years


class Cleaner:
    """Cleans one file's batches in order; `rejects` gathers the rows it leaves out."""

    def __init__(
        self,
        bindings: Sequence[Binding],
        options: ImportOptions,
        segments: SegmentIds,
        source: Source,
    ) -> None:
        self._schema = segments.schema
        self._bindings = bindings
        self._is_traffic = options.table == "traffic"
        self._segments = segments
        self._columns = ColumnReader(bindings, options, segments, lambda names: copy(source).batches(names, names))
        self._filters = filters(options.where, source.columns)
        self._currency = "" if self._is_traffic else _currency_column(options.currency_column, source.columns)
        others = [*(f.column for f in self._filters), self._currency]
        # Of texts alone: elsewhere a column of that name may be of a type that is not read.
        is_text = isinstance(source, CsvSource | SheetSource) and not (self._filters or self._is_traffic)
        self.unsold = Unsold(source.columns if is_text else ())
        self._fill_down = FillDown(bindings, options.fill_down, others) if options.fill_down else None
        self.lines = OrderLines() if options.order_lines else None
        self.rejects = Rejects()
        self.rows = 0
        self.good = 0
        self.without_id = 0  # rows that nothing tells from a second copy of themselves
        self.without_customer = 0

    def close(self) -> None:
        """Removes what was kept beside the rows."""
        if self.lines is not None:
            self.lines.close()

    @property
    def dates(self) -> DatesRead:
        """How dates were read."""
        return self._columns.dates

    @property
    def rounded(self) -> dict[str, Rounded]:
        """The measures of which parts of a minor unit are not kept."""
        return self._columns.rounding.by_measure

    @property
    def wanted(self) -> list[str]:
        """The file's columns that are needed at all."""
        columns = dict.fromkeys(column for b in self._bindings for column in b.columns)
        columns |= dict.fromkeys(name for name in (self._currency, self.unsold.column) if name)
        return list(columns | dict.fromkeys(f.column for f in self._filters))

    @property
    def encoded(self) -> list[str]:
        """Those whose values repeat: they are best read as dictionaries."""
        repeating = ("moment", "day", "name")
        columns = [b.column for b in self._bindings if b.target.kind in repeating or b.target.name == "customer_id"]
        return [*columns, self._currency, self.unsold.column, *(f.column for f in self._filters)]

    def clean(self, batch: Any) -> CleanRows:
        """The batch's good rows."""
        wrong = self.rejects.of_batch(self.rows, batch.num_rows)
        seq = np.arange(self.rows, self.rows + batch.num_rows)
        self.rows += batch.num_rows
        if self._fill_down is not None:
            batch = self._fill_down.fill(batch)
        for one in self._filters:
            left_out = one.left_out(batch.column(one.column))
            wrong.note(left_out, one.column, f"is left out ({one.text})", asked=True)
        if self._currency and self._currency in batch.schema.names:
            self._columns.check_currency(batch.column(self._currency), self._currency, wrong)
        columns = self._traffic(batch, wrong) if self._is_traffic else self._sales(batch, wrong)
        staged = pa.RecordBatch.from_pydict({"seq": seq, **columns})
        good = wrong.finish()
        self._columns.rounding.finish_batch(good)
        if self.unsold.column in batch.schema.names:
            self.unsold.note(batch.column(self.unsold.column), good & (columns["revenue"] > 0))
        if not good.all():
            staged = staged.filter(pa.array(good))
        self.good += staged.num_rows
        if not self._is_traffic:
            self.without_id += staged["order_id"].null_count
            self.without_customer += _nulls(staged["customer_id"])
        segment = self._segments.resolve_codes(*(self._names(staged, dimension) for dimension in self._schema.held))
        if self._segments.known > MOST_SEGMENTS:
            reason = f"over {MOST_SEGMENTS:,} {self._schema.described}; map columns with fewer names"
            more = ", or declare those with many as `wide` in the model" if len(self._schema.held) > 2 else ""
            raise InvalidInput.of("map", reason + more)
        own = () if self._is_traffic else self._schema.own
        return CleanRows(staged, segment, own, self._schema.money_decimals)

    def _names(self, staged: Any, dimension: Dimension) -> tuple[Ints, list[str]]:
        if not self._is_traffic:
            return _coded(staged[dimension.column])
        if dimension.has_visits:
            return _coded(staged[dimension.id])
        return np.zeros(staged.num_rows, dtype=np.int64), [""]

    def _sales(self, batch: Any, wrong: BatchRejects) -> dict[str, Any]:
        read = self._columns
        columns = {
            "date": pa.array(read.moments(batch, wrong), pa.timestamp("s")),
            "revenue": read.money(batch, wrong),
            "units_sold": read.quantities(batch, "units_sold", wrong),
            "product_category": read.names(batch, "product_category", wrong),
            "region": read.names(batch, "region", wrong),
            "customer_id": read.customers(batch, wrong),
            **{d.column: read.names(batch, d.column, wrong) for d in self._schema.added_dimensions},
            **{m.column: read.own_measure(batch, m, wrong) for m in self._schema.own},
        }
        order_id, line = self._orders(read.order_ids(batch, wrong), wrong)
        return {**columns, "order_id": order_id, "order_line": line}

    def _traffic(self, batch: Any, wrong: BatchRejects) -> dict[str, Any]:
        read = self._columns
        return {
            "date": pc.cast(pa.array(read.moments(batch, wrong), pa.timestamp("s")), pa.date32(), safe=False),
            "region": read.names(batch, "region", wrong),
            "category": read.names(batch, "category", wrong),
            "visits": read.counts(batch, "visits", wrong, low=0),
        }

    def _orders(self, order_id: Any, wrong: BatchRejects) -> tuple[Any, Ints]:
        if self.lines is None:
            return order_id, np.ones(len(order_id), dtype=np.int64)
        line = self.lines.number(order_id)
        wrong.note(line > MOST_LINES, self._columns.source("order_id"), f"has over {MOST_LINES:,} lines")
        return order_id, line


def _currency_column(said: str, columns: Sequence[str]) -> str:
    if said and columns.count(said) != 1:
        raise InvalidInput.of("currency_column", f"the file has no column {said!r}; it has {', '.join(columns)}")
    return said or next((name for name in columns if plain(name) in currencies.COLUMNS), "")


def _nulls(encoded: Any) -> int:
    none = pc.fill_null(pc.take(pc.is_null(encoded.dictionary), encoded.indices), True)
    return int(pc.sum(none).as_py() or 0)


def _coded(column: Any) -> tuple[Ints, list[str]]:
    return column.indices.to_numpy().astype(np.int64), column.dictionary.to_pylist()
