"""Files whose rows are values of Python, and one kind of them: JSON lines."""

import json
import math
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from bi_server.errors import InvalidInput
from bi_server.ingest.limits import check_columns
from bi_server.ingest.source import readable
from bi_server.ingest.unpacking import unpacked

ROWS = 20_000  # a batch
LINE_BYTES = 1 << 20


class RowSource(ABC):
    """Brings texts, as a CSV file of the same rows would have them."""

    columns: tuple[str, ...]
    at = ""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, name
        self._read = 0.0
        self.malformed = 0

    @abstractmethod
    def _rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """(line, values) of every row, a value for each column."""

    def fraction(self) -> float:
        return self._read

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        places = [self.columns.index(name) for name in wanted]
        with readable(self._name):
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
        with readable(self._name):
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


class JsonSource(RowSource):
    """An object on every line; a column for each key there is."""

    def __init__(self, path: Path, name: str, most_bytes: int) -> None:
        super().__init__(path, name)
        self._most_bytes = most_bytes
        keys: dict[str, None] = {}
        for _, found in self._objects():  # all of them: the last line may be the first with a customer
            keys.update(dict.fromkeys(found))
            check_columns(len(keys))
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
                    found = json.loads(text, object_pairs_hook=_once)
                except _TwiceError as error:
                    raise InvalidInput.of(
                        "file", f"line {line} has the key {error.args[0]!r} twice; leave one out"
                    ) from None
                except (ValueError, RecursionError):
                    found = None
                if not isinstance(found, dict):
                    raise InvalidInput.of("file", f"line {line} is no JSON object, as the lines before are")
                yield line, found


class _TwiceError(Exception):
    """A key of an object that is there twice: which of the two is meant, nobody knows."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError(Counter(key for key, _ in pairs).most_common(1)[0][0])
    return found
