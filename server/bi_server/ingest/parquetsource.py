"""Parquet; a row's line is its number from 1."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet
from numpy.typing import NDArray

from bi_server.errors import InvalidInput
from bi_server.ingest.limits import MOST_ROW_BYTES
from bi_server.ingest.source import readable

PARQUET_ROWS = 65_536  # a batch


class ParquetSource:
    """Brings the file's own types, of texts, numbers and dates one each."""

    at = ""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, name
        with self._open(()) as file:
            schema = file.schema_arrow
            self.columns = tuple(name.strip() for name in schema.names)
            self._names = dict(zip(self.columns, schema.names, strict=True))
            self._rows = file.metadata.num_rows
            # A few bytes of Parquet may stand for gigabytes of text: as a dictionary each text is there once.
            self._texts = [field.name for field in schema if _is_text(field.type)]
            for group in range(file.metadata.num_row_groups):
                _refuse_wide_rows(file.metadata.row_group(group))
        self._read = 0
        self.malformed = 0

    def _open(self, texts: Sequence[str]) -> Any:
        return pyarrow.parquet.ParquetFile(self._path, read_dictionary=list(texts), page_checksum_verification=True)

    def fraction(self) -> float:
        return float(self._read / max(self._rows, 1))

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        del texts  # Parquet brings its own types
        self._read = 0
        with readable(self._name), self._open(self._texts) as file:
            names = [self._names[name] for name in wanted]
            for batch in file.iter_batches(PARQUET_ROWS, columns=names):
                self._read += batch.num_rows
                batch = batch.select(names)
                batch.validate(full=True)  # texts that are no UTF-8 are not noticed before
                columns = [_plain(name, column) for name, column in zip(names, batch.columns, strict=True)]
                yield pa.RecordBatch.from_arrays(columns, names=list(wanted))

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        start = 0
        with readable(self._name), self._open(()) as file:
            for batch in file.iter_batches(PARQUET_ROWS):
                inside = rows[(rows >= start) & (rows < start + batch.num_rows)]
                for row in inside.tolist():
                    values = (column[row - start].as_py() for column in batch.columns)
                    yield row, row + 1, ["" if value is None else str(value) for value in values]
                start += batch.num_rows


def _is_text(kind: Any) -> bool:
    types = pa.types
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _is_bytes(kind: Any) -> bool:
    types = pa.types
    is_bytes = types.is_binary(kind) or types.is_large_binary(kind) or types.is_binary_view(kind)
    return bool(is_bytes or types.is_fixed_size_binary(kind))


def _plain(name: str, column: Any) -> Any:
    """The column as text (also by a dictionary), number, date or moment. Raises InvalidInput for what is none."""
    kind = column.type
    if isinstance(kind, pa.BaseExtensionType):
        return _plain(name, column.storage)
    types = pa.types
    if types.is_dictionary(kind):
        if _is_text(kind.value_type) or _is_bytes(kind.value_type):
            values = _as_string(column.dictionary)
            _refuse_long_texts(name, values)
            return pa.DictionaryArray.from_arrays(column.indices.cast(pa.int32()), values)
        return _plain(name, column.dictionary_decode())
    if _is_text(kind) or _is_bytes(kind) or types.is_null(kind):
        texts = _as_string(column)
        _refuse_long_texts(name, texts)
        return texts
    if types.is_boolean(kind):
        return column.cast(pa.string())
    if types.is_integer(kind) or types.is_timestamp(kind) or types.is_date(kind):
        return column
    if types.is_floating(kind):
        return column.cast(pa.float64())
    if types.is_decimal(kind):
        return column.cast(pa.float64(), safe=False)
    reason = f"column {name!r} is of the type {kind}, which is neither text, number nor date; write it as one of them"
    raise InvalidInput.of("file", f"{reason}, or map another column")


def _as_string(column: Any) -> Any:
    if pa.types.is_fixed_size_binary(column.type):
        column = column.cast(pa.binary())
    return column.cast(pa.string())  # bytes that are no UTF-8 raise


def _refuse_wide_rows(group: Any) -> None:
    # Not column by column: asking for a column's figures ends the process where a bit of them is flipped.
    if group.total_byte_size > max(group.num_rows, 16) * MOST_ROW_BYTES:
        raise InvalidInput.of("file", f"has more than {MOST_ROW_BYTES:,} bytes a row; leave out columns of long texts")


def _refuse_long_texts(name: str, texts: Any) -> None:
    longest = pc.max(pc.binary_length(texts)).as_py()
    if longest is not None and longest > MOST_ROW_BYTES:
        raise InvalidInput.of("file", f"column {name!r} has a text of {longest:,} bytes; leave it out")
