"""CSV: plain or compressed, in any encoding, with or without lines before the header."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from numpy.typing import NDArray

from bi_server.errors import InvalidInput
from bi_server.ingest import textencoding
from bi_server.ingest.sniffing import sniff
from bi_server.ingest.source import readable
from bi_server.ingest.unpacking import unpacked

BLOCK_BYTES = 1 << 19  # of CSV text in memory at a time; also the longest row there may be
SNIFF_BYTES = 1 << 17
_ASCII = bytes(range(128))


class CsvSource:
    """CSV with a header line. Quoted fields may hold delimiters and line ends."""

    at = ""

    def __init__(self, path: Path, name: str, delimiter: str, encoding: str, header_line: int, most_bytes: int) -> None:
        self._path, self._name = path, name
        self._most_bytes = most_bytes
        self._raw: BinaryIO | None = None
        self.malformed = 0
        with unpacked(path, most_bytes) as (stream, _):
            head = stream.read(SNIFF_BYTES)
        is_all = len(head) < SNIFF_BYTES
        self._guessed = not encoding and not head.startswith(b"\xef\xbb\xbf")
        self._encoding = textencoding.known(encoding) if encoding else textencoding.detect(head, is_all)
        self._guessed = self._guessed and self._encoding == textencoding.GUESSED
        text = io.TextIOWrapper(io.BytesIO(head), self._encoding, "strict" if is_all else "replace", newline="").read()
        layout = sniff(text if is_all else text[: max(text.rfind("\n"), text.rfind("\r")) + 1], delimiter, header_line)
        self.columns = layout.columns
        self._delimiter, self._skip, self._first_line = layout.delimiter, layout.skip, layout.first_line
        self._unnamed = layout.unnamed
        self._head_bytes = len(text[: layout.skip].encode()) + 3 * head.startswith(b"\xef\xbb\xbf")

    @contextmanager
    def _rows(self) -> Iterator[Any]:
        """The text below the header, in UTF-8."""
        with unpacked(self._path, self._most_bytes) as (stream, self._raw):
            if self._encoding == "utf-8-sig":
                stream.read(self._head_bytes)
            else:
                stream = textencoding.Recoded(stream, self._encoding, self._skip, self._guessed)
            yield _Watched(stream)

    def fraction(self) -> float:
        if self._raw is None or self._raw.closed:
            return 0.0
        return self._raw.tell() / max(self._path.stat().st_size, 1)

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        names = [str(position) for position in range(len(self.columns))]  # headers may be blank or repeated
        included = [names[self.columns.index(name)] for name in wanted]
        blank = names[len(names) - self._unnamed :]
        text, encoded = pa.string(), pa.dictionary(pa.int32(), pa.string())
        types = {n: encoded if w in texts else text for n, w in zip(included, wanted, strict=True)}
        self.malformed = rows = 0
        with readable(self._name), self._rows() as stream:
            if stream.is_empty():
                return
            reader = pyarrow.csv.open_csv(
                pa.PythonFile(stream, mode="r"),
                read_options=pyarrow.csv.ReadOptions(column_names=names, block_size=BLOCK_BYTES),
                parse_options=pyarrow.csv.ParseOptions(
                    delimiter=self._delimiter, newlines_in_values=True, invalid_row_handler=self._skip_row
                ),
                convert_options=pyarrow.csv.ConvertOptions(
                    include_columns=[*included, *blank], column_types=types | dict.fromkeys(blank, encoded)
                ),
            )
            for batch in reader:
                rows += batch.num_rows
                self._check_unnamed(batch, blank)
                yield batch.select(included).rename_columns(list(wanted))
            if stream.has_quotes and stream.lines > rows + self.malformed:
                self._check_quotes()

    def _skip_row(self, _row: Any) -> str:
        self.malformed += 1
        return "skip"

    def _check_unnamed(self, batch: Any, blank: Sequence[str]) -> None:
        for name in blank:
            values = pc.utf8_trim_whitespace(batch.column(name).dictionary)
            found = values.filter(pc.not_equal(values, ""))
            if len(found):
                reason = f"there is {found[0].as_py()!r} right of the last column of the header"
                raise InvalidInput.of("file", f"{reason}; name that column, or quote fields that hold a delimiter")

    def _check_quotes(self) -> None:
        """Refuses a quote that has swallowed rows: its field reads like the end of one row and the start of another."""
        width = len(self.columns)
        with self._rows() as stream, io.TextIOWrapper(stream, "utf-8", newline="") as text:
            reader = csv.reader(text, delimiter=self._delimiter, strict=True)
            line = 0
            while True:
                try:
                    fields = next(reader)
                except StopIteration:
                    return
                except csv.Error:
                    fields = None
                several, line, at = reader.line_num > line + 1, reader.line_num, line + self._first_line
                if several and (fields is None or len(fields) != width or _swallowed(fields, self._delimiter)):
                    raise InvalidInput.of(
                        "file", f"on line {at} begins a quote that is not closed in its row; close it, or leave it out"
                    )

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        csv.field_size_limit(BLOCK_BYTES)
        wanted = iter(rows.tolist())
        following, row = next(wanted, None), 0
        with (
            readable(self._name),
            self._rows() as stream,
            io.TextIOWrapper(stream, "utf-8", "replace", newline="") as text,
        ):
            reader = csv.reader(text, delimiter=self._delimiter)
            line = self._first_line
            for fields in reader:
                if len(fields) != len(self.columns):
                    if fields and not (len(fields) == 1 and not fields[0]):
                        yield -1, line, fields
                else:
                    if row == following:
                        yield row, line, fields
                        following = next(wanted, None)
                    row += 1
                line = reader.line_num + self._first_line


def _swallowed(fields: list[str], delimiter: str) -> bool:
    width = len(fields)
    for i, field in enumerate(fields):
        lines = field.splitlines()
        if len(lines) > 1 and (lines[0].count(delimiter), lines[-1].count(delimiter)) == (width - 1 - i, i):
            return True
    return False


class _Watched(io.BufferedIOBase):
    """A stream that counts its lines, and notices quotes."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._first = b""
        self._ends = 0
        self._last = b"\n"
        self.has_quotes = False

    @property
    def lines(self) -> int:
        """How many there are, the last one too if nothing ends it."""
        return self._ends + (self._last not in b"\r\n")

    def is_empty(self) -> bool:
        """Whether nothing is there."""
        self._first = self._stream.read(1)
        return not self._first

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        data: bytes = self._first + self._stream.read(size if size is None or size < 1 else size - len(self._first))
        self._first = b""
        self._ends += data.count(b"\n") or data.count(b"\r")
        self._last = data[-1:] or self._last
        self.has_quotes = self.has_quotes or b'"' in data
        return data

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size if size >= 0 else io.DEFAULT_BUFFER_SIZE)
