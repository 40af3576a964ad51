"""Files whose rows are values of Python: sheets of workbooks, and JSON lines."""

import json
import math
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from bi_server.errors import InvalidInput, Violation
from bi_server.ingest.limits import MOST_SHEET_BYTES
from bi_server.ingest.questions import Choice, Question, Unclear
from bi_server.ingest.sniffing import LOOKED_AT, header_row
from bi_server.ingest.source import readable
from bi_server.ingest.unpacking import unpacked

ROWS = 20_000  # a batch
LINE_BYTES = 1 << 20


class RowSource(ABC):
    """Brings texts, as a CSV file of the same rows would have them."""

    columns: tuple[str, ...]
    at = ""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0.0
        self.malformed = 0

    @abstractmethod
    def _rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """(line, values) of every row, a value for each column."""

    def fraction(self) -> float:
        return self._read

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        places = [self.columns.index(name) for name in wanted]
        with readable(self._path.name):
            gathered: list[list[str]] = [[] for _ in wanted]
            for line, values in self._rows():
                for name, place, column in zip(wanted, places, gathered, strict=True):
                    column.append(self._text(line, name, values[place], name not in texts))
                if gathered and len(gathered[0]) == ROWS:
                    yield _batch(wanted, texts, gathered)
                    gathered = [[] for _ in wanted]
            if gathered and gathered[0]:
                yield _batch(wanted, texts, gathered)

    def _text(self, line: int, name: str, value: Any, is_number: bool) -> str:
        if isinstance(value, dict | list):
            raise InvalidInput.of("file", f"column {name!r} holds {type(value).__name__}s (line {line}); map another")
        return text_of(value, is_number)

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        wanted = set(rows.tolist())
        with readable(self._path.name):
            for row, (line, values) in enumerate(self._rows()):
                if row in wanted:
                    yield row, line, [text_of(value, False) for value in values]


def _batch(wanted: Sequence[str], texts: Sequence[str], columns: list[list[str]]) -> Any:
    arrays = [pa.array(column, pa.string()) for column in columns]
    arrays = [a.dictionary_encode() if name in texts else a for name, a in zip(wanted, arrays, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, names=list(wanted))


def text_of(value: Any, is_number: bool) -> str:
    """A value as text. A number with decimals gets an exponent: whatever sign the texts beside it use, it is one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        if math.isfinite(value) and value == int(value) and abs(value) < 1e15:
            return str(int(value))
        text = repr(value)
        return text if not is_number or "e" in text or not math.isfinite(value) else text + "e0"
    if isinstance(value, datetime):
        value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)  # binary fractions of a day
        return str(value.date()) if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


class SheetSource(RowSource):
    """A sheet of an Excel or OpenDocument workbook; lines are its rows. It is held in memory."""

    def __init__(self, path: Path, sheet: str, header_line: int, most_bytes: int) -> None:
        super().__init__(path)
        _refuse_large(path, min(most_bytes, MOST_SHEET_BYTES))
        try:
            workbook = CalamineWorkbook.from_path(path)
            self._sheet = workbook.get_sheet_by_name(_choose(workbook, sheet))
        except CalamineError as error:
            raise InvalidInput.of("file", f"{path.name} cannot be read as a workbook: {error}") from None
        self._start = (self._sheet.start or (0, 0))[0] + 1  # the line of the first row
        head = [
            [text_of(v, False) for v in row] for _, row in zip(range(LOOKED_AT), self._sheet.iter_rows(), strict=False)
        ]
        at = header_line - self._start if header_line else header_row(head)
        if at is None or not 0 <= at < len(head):
            raise InvalidInput.of(
                "header_line", "no header of several columns was found; declare its line, or the sheet"
            )
        self._header = at
        self.columns = tuple(name.strip() for name in head[at])

    def _rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        kinds = [_Dates(name) for name in self.columns]
        total = max(self._sheet.height, 1)
        for i, values in enumerate(self._sheet.iter_rows()):
            if i > self._header and any(value != "" for value in values):
                for kind, value in zip(kinds, values, strict=False):
                    kind.check(self._start + i, value)
                self._read = i / total
                yield self._start + i, values


class _Dates:
    """Refuses a column of real dates with texts among them that may be dates.

    A program has then read some of the texts of a file, with the wrong order of day and month, and left the others.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._is_date = False
        self._text = ""

    def check(self, line: int, value: Any) -> None:
        if isinstance(value, date):
            self._is_date = True
        elif isinstance(value, str) and not self._text and sum(map(str.isdigit, value)) >= 3:
            self._text = f"{value!r} on line {line}"
        if self._is_date and self._text:
            reason = f"column {self._name!r} has real dates and texts such as {self._text}: a program has taken some"
            raise InvalidInput.of("file", f"{reason} dates for others, most likely; export the column anew")


def _refuse_large(path: Path, most: int) -> None:
    with zipfile.ZipFile(path) as archive:
        size = sum(member.file_size for member in archive.infolist() if member.filename.endswith(".xml"))
    if size > most:
        raise InvalidInput.of("file", f"is a workbook of {size:,} bytes, more than {most:,}; save the sheet as CSV")


def _choose(workbook: CalamineWorkbook, sheet: str) -> str:
    names = [m.name for m in workbook.sheets_metadata if m.visible == SheetVisibleEnum.Visible]
    if sheet:
        if sheet in workbook.sheet_names:
            return sheet
        raise InvalidInput.of("sheet", f"there is no {sheet!r}; the workbook has {', '.join(workbook.sheet_names)}")
    filled = [name for name in names if workbook.get_sheet_by_name(name).height > 1]
    if len(filled) > 1:
        reason = f"the workbook has several ({', '.join(filled)}); choose one"
        choices = tuple(Choice(name, {"sheet": name}) for name in filled)
        raise Unclear([Violation("sheet", reason)], [Question("sheet", "Which sheet?", choices)])
    if not filled:
        raise InvalidInput.of("file", "has no sheet with rows")
    return filled[0]


class JsonSource(RowSource):
    """An object on every line; a column for each key there is."""

    def __init__(self, path: Path, most_bytes: int) -> None:
        super().__init__(path)
        self._most_bytes = most_bytes
        keys: dict[str, None] = {}
        for _, found in self._objects():  # all of them: the last line may be the first with a customer
            keys.update(dict.fromkeys(found))
        self._keys = tuple(keys)
        self.columns = tuple(key.strip() for key in keys)

    def _rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        for line, found in self._objects():
            yield line, [found.get(key) for key in self._keys]

    def _objects(self) -> Iterator[tuple[int, dict[str, Any]]]:
        size = max(self._path.stat().st_size, 1)
        with unpacked(self._path, self._most_bytes) as (stream, raw):
            line = 0
            while text := stream.readline(LINE_BYTES):
                line += 1
                if len(text) == LINE_BYTES:
                    raise InvalidInput.of("file", f"line {line} is longer than {LINE_BYTES:,} bytes")
                text = text.removeprefix(b"\xef\xbb\xbf").strip()
                if not text:
                    continue
                self._read = raw.tell() / size
                try:
                    found = json.loads(text)
                except (ValueError, RecursionError):
                    found = None
                if not isinstance(found, dict):
                    raise InvalidInput.of("file", f"line {line} is no JSON object, as the lines before are")
                yield line, found
