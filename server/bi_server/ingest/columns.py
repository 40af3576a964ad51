"""Columns of ours read from a file's batches: parsed, trimmed, and every value noted that cannot be."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from bi_server.ingest import dates
from bi_server.ingest.binding import Binding
from bi_server.ingest.numbers import parse_amounts
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.rejects import BatchRejects
from bi_server.store.cells import Ints, to_cents
from bi_server.store.segments import SegmentIds

LARGEST_AMOUNT = 1e12  # whole cents up to here are exact in a double
LARGEST_COUNT = 2**31 - 1  # of an INTEGER column


class ColumnReader:
    """Reads one file; what it has seen in earlier batches (the form of dates, spellings) holds for later ones."""

    def __init__(self, bindings: Sequence[Binding], options: ImportOptions, segments: SegmentIds) -> None:
        self._bindings = {binding.target.name: binding for binding in bindings}
        self._decimal_comma = options.decimal_comma
        self._segments = segments
        self._form = dates.declared(options.date_format) if options.date_format else ""

    def source(self, name: str) -> str:
        """The file's column for one of ours; our name where there is none."""
        return self._bindings[name].column or name

    def moments(self, batch: Any, wrong: BatchRejects) -> Ints:
        """Civil times in seconds since 1970."""
        column = self._array(batch, "date")
        if not self._form and _is_text(column.type):
            texts = pc.utf8_trim_whitespace(_encoded(column).dictionary)
            self._form = dates.detect(pc.drop_null(texts).to_pandas().astype("str"))
        moments = dates.parse(column, self._form)
        form = f"of the form {self._form} " if self._form else ""
        wrong.note(
            moments.wrong,
            self.source("date"),
            f"is no date {form}between {dates.FIRST_YEAR} and {dates.LAST_YEAR}",
        )
        return moments.seconds

    def _amounts(self, batch: Any, name: str, wrong: BatchRejects) -> NDArray[np.float64]:
        binding = self._bindings[name]
        sign = "comma" if self._decimal_comma else "point"
        reason = f"is no number with a decimal {sign}"
        if binding.expression is None:
            values, undefined = parse_amounts(self._array(batch, name), self._decimal_comma)
            wrong.note(undefined, self.source(name), reason)
            return values
        inputs = {}
        for column in binding.columns:
            inputs[column], undefined = parse_amounts(batch.column(column), self._decimal_comma)
            wrong.note(undefined, column, reason)
        values = np.broadcast_to(binding.expression.evaluate(inputs), batch.num_rows)
        wrong.note(~np.isfinite(values), name, f"{binding.expression.text} has no finite value")
        return values

    def cents(self, batch: Any, wrong: BatchRejects) -> Ints:
        """Revenue in whole cents."""
        values = np.nan_to_num(self._amounts(batch, "revenue", wrong))
        absurd = np.abs(values) > LARGEST_AMOUNT
        wrong.note(absurd, self.source("revenue"), f"is beyond {LARGEST_AMOUNT:,.0f}")
        return to_cents(np.where(absurd, 0, values))

    def counts(self, batch: Any, name: str, wrong: BatchRejects, low: int) -> Ints:
        """Whole numbers from `low` on."""
        values = np.nan_to_num(self._amounts(batch, name, wrong))
        bad = (values != np.rint(values)) | (values < low) | (values > LARGEST_COUNT)
        wrong.note(bad, self.source(name), f"is no whole number from {low:,} to {LARGEST_COUNT:,}")
        return np.where(bad, 0, values).astype(np.int64)

    def names(self, batch: Any, name: str, wrong: BatchRejects) -> Any:
        """A dictionary array of canonical names; empty where one may be left out."""
        encoded = _encoded(self._array(batch, name))
        spelled = [" ".join((text or "").split()) for text in encoded.dictionary.to_pylist()]
        dimension = "region" if name == "region" else "category"
        canonical = [self._segments.canonical(dimension, text) if text else "" for text in spelled]
        lengths = _per_row(encoded.indices, [len(text) for text in spelled])
        if self._bindings[name].target.required:
            wrong.note(lengths == 0, self.source(name), "is blank")
        self._note_long(name, lengths, wrong)
        indices = pc.fill_null(pc.cast(encoded.indices, pa.int32()), len(canonical))
        return pa.DictionaryArray.from_arrays(indices, pa.array([*canonical, ""], pa.string()))

    def customers(self, batch: Any, wrong: BatchRejects) -> Any:
        """A dictionary array of trimmed texts, null where blank."""
        encoded = _encoded(self._array(batch, "customer_id"))
        texts = _trimmed(encoded.dictionary)
        self._note_long("customer_id", _per_row(encoded.indices, _lengths(texts)), wrong)
        return pa.DictionaryArray.from_arrays(encoded.indices, texts)

    def order_ids(self, batch: Any, wrong: BatchRejects) -> Any:
        """Trimmed texts, null where blank."""
        column = self._array(batch, "order_id")
        texts = _trimmed(column.dictionary_decode() if pa.types.is_dictionary(column.type) else column)
        self._note_long("order_id", _lengths(texts), wrong)
        return texts

    def _note_long(self, name: str, lengths: Ints, wrong: BatchRejects) -> None:
        limit = self._bindings[name].target.length
        wrong.note(lengths > limit, self.source(name), f"is longer than {limit} characters")

    def _array(self, batch: Any, name: str) -> Any:
        """The column that feeds `name`, blanks filled with the constant where there is one."""
        binding = self._bindings[name]
        if not binding.column:
            return pa.array([binding.constant], pa.string()).dictionary_encode().take(pa.array([0] * batch.num_rows))
        column = batch.column(binding.column)
        if binding.target.kind in ("name", "text"):
            column = _as_text(column)
        if not binding.constant:
            return column
        text = column.dictionary_decode() if pa.types.is_dictionary(column.type) else _as_text(column)
        blank = pc.equal(pc.utf8_trim_whitespace(pc.fill_null(text, "")), "")
        return pc.if_else(blank, binding.constant, text)


def _encoded(column: Any) -> Any:
    return column if pa.types.is_dictionary(column.type) else column.dictionary_encode()


def _per_row(indices: Any, values: Sequence[int] | Ints) -> Ints:
    """What the dictionary's entries have, for every row; 0 where it is null."""
    codes = pc.fill_null(indices, len(values)).to_numpy(zero_copy_only=False)
    rows: Ints = np.append(np.asarray(values, dtype=np.int64), 0)[codes]
    return rows


def _trimmed(texts: Any) -> Any:
    texts = pc.utf8_trim_whitespace(texts)
    return pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)


def _lengths(texts: Any) -> Ints:
    lengths: Ints = pc.fill_null(pc.utf8_length(texts), 0).to_numpy(zero_copy_only=False).astype(np.int64)
    return lengths


def _is_text(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_dictionary(kind))


def _as_text(column: Any) -> Any:
    if pa.types.is_dictionary(column.type) and not pa.types.is_string(column.type.value_type):
        column = column.dictionary_decode()
    if _is_text(column.type):
        return column
    if pa.types.is_floating(column.type):  # numbers of customers that some tool wrote as 17850.0
        whole = pc.all(pc.equal(pc.floor(column), column)).as_py()
        column = pc.cast(column, pa.int64()) if whole else column
    return pc.cast(column, pa.string())
