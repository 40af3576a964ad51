"""Files as streams of Arrow batches: CSV, plain or compressed, and Parquet."""

import bz2
import csv
import gzip
import hashlib
import io
import lzma
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet
from numpy.typing import NDArray

from bi_server.errors import InvalidInput
from bi_server.ingest.limits import MOST_ROW_BYTES, Limits

BLOCK_BYTES = 1 << 19  # of CSV text in memory at a time; also the longest row there may be
PARQUET_ROWS = 65_536  # a batch of Parquet
SNIFF_BYTES = 1 << 16
DELIMITERS = ",;\t|"

_OPENERS: dict[bytes, Callable[[Any], Any]] = {b"\x1f\x8b": gzip.open, b"\xfd7zXZ\x00": lzma.open, b"BZh": bz2.open}
_BROKEN = (pa.ArrowInvalid, OSError, EOFError, zlib.error, lzma.LZMAError, csv.Error, UnicodeError)


class Source(Protocol):
    """A file of rows. `columns` are its headers, trimmed."""

    columns: tuple[str, ...]
    malformed: int  # rows, so far, with a wrong number of fields: no batch has them

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        """Record batches of the wanted columns; of CSV those in `texts` come as dictionaries, the rest as texts."""

    def fraction(self) -> float:
        """How much of the file has been read."""

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        """(row, line, fields) of the given rows, and (-1, line, fields) of malformed ones, in the file's order."""


def open_source(path: Path, delimiter: str = "", encoding: str = "", most_bytes: int = Limits.unpacked_bytes) -> Source:
    """Opens a file by its content. Raises InvalidInput for one that cannot be read, FileNotFoundError for none.

    Of a compressed file more than `most_bytes` are not unpacked.
    """
    with path.open("rb") as file:
        head = file.read(6)
    if not head:
        raise InvalidInput.of("file", f"{path.name} is empty; it needs a header line and rows")
    with readable(path.name):
        return ParquetSource(path) if head[:4] == b"PAR1" else CsvSource(path, delimiter, encoding, most_bytes)


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turns what a broken file raises into InvalidInput."""
    try:
        yield
    except FileNotFoundError:
        raise
    except _BROKEN as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        if "UTF" in reason.upper() or isinstance(error, UnicodeError):
            reason += "; declare the file's encoding, such as latin-1 or cp1252"
        raise InvalidInput.of("file", f"{name} cannot be read to its end: {reason}") from None


def sha256(path: Path) -> str:
    """Of the file as it is, compressed or not."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class CsvSource:
    """CSV with a header line. Quoted fields may hold delimiters and line ends."""

    def __init__(self, path: Path, delimiter: str, encoding: str, most_bytes: int) -> None:
        self._path = path
        self._most_bytes = most_bytes
        self._encoding = "utf-8-sig" if encoding.lower().replace("_", "-") in ("", "utf-8", "utf8") else encoding
        self._raw: BinaryIO | None = None
        self.malformed = 0
        try:
            with self._text() as file:
                head = file.read(SNIFF_BYTES)
        except LookupError:
            raise InvalidInput.of("encoding", f"{encoding!r} is unknown; use such as utf-8, latin-1, cp1252") from None
        self._delimiter = delimiter or _sniff(head)
        header = next(csv.reader(io.StringIO(head, newline=""), delimiter=self._delimiter), [])
        self.columns = tuple(name.strip() for name in header)

    @contextmanager
    def _bytes(self) -> Iterator[Any]:
        with self._path.open("rb") as raw:
            self._raw = raw
            start = raw.read(6)
            raw.seek(0)
            opener = next((opener for magic, opener in _OPENERS.items() if start.startswith(magic)), None)
            if opener is None:
                yield raw
            else:
                with opener(raw) as unpacked:
                    yield _Bounded(unpacked, self._most_bytes)

    @contextmanager
    def _text(self) -> Iterator[io.TextIOWrapper]:
        with self._bytes() as file, io.TextIOWrapper(file, self._encoding, newline="") as text:
            yield text

    def fraction(self) -> float:
        if self._raw is None or self._raw.closed:
            return 0.0
        return self._raw.tell() / max(self._path.stat().st_size, 1)

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        names = [str(position) for position in range(len(self.columns))]  # headers may be blank or repeated
        included = [names[self.columns.index(name)] for name in wanted]
        text, encoded = pa.string(), pa.dictionary(pa.int32(), pa.string())
        types = {n: encoded if w in texts else text for n, w in zip(included, wanted, strict=True)}
        self.malformed = 0
        with readable(self._path.name), self._bytes() as file:
            reader = pyarrow.csv.open_csv(
                pa.PythonFile(file, mode="r"),
                read_options=pyarrow.csv.ReadOptions(
                    column_names=names,
                    skip_rows_after_names=1,
                    block_size=BLOCK_BYTES,
                    encoding="utf-8" if self._encoding == "utf-8-sig" else self._encoding,
                ),
                parse_options=pyarrow.csv.ParseOptions(
                    delimiter=self._delimiter, newlines_in_values=True, invalid_row_handler=self._skip
                ),
                convert_options=pyarrow.csv.ConvertOptions(include_columns=included, column_types=types),
            )
            for batch in reader:
                yield batch.rename_columns(list(wanted))

    def _skip(self, _row: Any) -> str:
        self.malformed += 1
        return "skip"

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        csv.field_size_limit(BLOCK_BYTES)
        wanted = iter(rows.tolist())
        following, row = next(wanted, None), 0
        with readable(self._path.name), self._text() as file:
            reader = csv.reader(file, delimiter=self._delimiter)
            next(reader, None)
            line = reader.line_num + 1
            for fields in reader:
                if len(fields) != len(self.columns):
                    if fields and not (len(fields) == 1 and not fields[0]):
                        yield -1, line, fields
                else:
                    if row == following:
                        yield row, line, fields
                        following = next(wanted, None)
                    row += 1
                line = reader.line_num + 1


class _Bounded(io.BufferedIOBase):
    """What is unpacked, up to so many bytes: a small file may hold far more than any disk."""

    def __init__(self, unpacked: Any, most: int) -> None:
        self._unpacked = unpacked
        self._left = most
        self._most = most

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        data: bytes = self._unpacked.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise InvalidInput.of("file", f"unpacks to more than {self._most:,} bytes (MAX_UNPACKED_BYTES)")
        return data

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size if size >= 0 else io.DEFAULT_BUFFER_SIZE)


def _sniff(head: str) -> str:
    """The delimiter that splits the header into most fields and the rows into as many."""
    best, most = "", 1
    for delimiter in DELIMITERS:
        reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
        widths = [len(fields) for _, fields in zip(range(20), reader, strict=False) if fields]
        even = sum(width == widths[0] for width in widths) * 2 >= len(widths) if widths else False
        if even and widths[0] > most:
            best, most = delimiter, widths[0]
    if not best:
        raise InvalidInput.of("delimiter", "no header of several columns was found; declare the delimiter")
    return best


class ParquetSource:
    """Parquet; a row's line is its number from 1."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with pyarrow.parquet.ParquetFile(path) as file:
            self.columns = tuple(name.strip() for name in file.schema_arrow.names)
            self._names = dict(zip(self.columns, file.schema_arrow.names, strict=True))
            self._rows = file.metadata.num_rows
            # A few bytes of Parquet may stand for gigabytes of text: as a dictionary each text is there once.
            self._texts = [field.name for field in file.schema_arrow if pa.types.is_string(field.type)]
            for group in range(file.metadata.num_row_groups):
                _refuse_wide_columns(file.metadata.row_group(group))
        self._read = 0
        self.malformed = 0

    def _open(self) -> Any:
        return pyarrow.parquet.ParquetFile(self._path, read_dictionary=self._texts)

    def fraction(self) -> float:
        return float(self._read / max(self._rows, 1))

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        del texts  # Parquet brings its own types
        self._read = 0
        with readable(self._path.name), self._open() as file:
            names = [self._names[name] for name in wanted]
            for batch in file.iter_batches(PARQUET_ROWS, columns=names):
                self._read += batch.num_rows
                for name, column in zip(names, batch.select(names).columns, strict=True):
                    if pa.types.is_dictionary(column.type):
                        _refuse_long_texts(name, column.dictionary)
                yield batch.select(names).rename_columns(list(wanted))

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        start = 0
        with readable(self._path.name), self._open() as file:
            for batch in file.iter_batches(PARQUET_ROWS):
                inside = rows[(rows >= start) & (rows < start + batch.num_rows)]
                for row, values in zip(inside.tolist(), batch.take(inside - start).to_pylist(), strict=True):
                    yield row, row + 1, ["" if value is None else str(value) for value in values.values()]
                start += batch.num_rows


def _refuse_wide_columns(group: Any) -> None:
    for i in range(group.num_columns):
        column = group.column(i)
        if column.total_uncompressed_size > max(group.num_rows, 16) * MOST_ROW_BYTES:
            reason = f"column {column.path_in_schema!r} has more than {MOST_ROW_BYTES:,} bytes a row; leave it out"
            raise InvalidInput.of("file", reason)


def _refuse_long_texts(name: str, texts: Any) -> None:
    longest = pc.max(pc.binary_length(texts)).as_py()
    if longest is not None and longest > MOST_ROW_BYTES:
        raise InvalidInput.of("file", f"column {name!r} has a text of {longest:,} bytes; leave it out")
