"""The rows of a file that cannot be taken: which, why, and how they read in the file."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bi_server.ingest.rejects_file import COLUMNS
from bi_server.ingest.result import FIRST_REJECTS, Reject
from bi_server.ingest.sources import Source


class Target(Protocol):
    """Where rejected rows are written to, all of them."""

    def write(self, row: Sequence[object]) -> None:
        """Adds a row; the first one is the header."""


def _place(reject: Reject) -> str:
    return f"{reject.file}:{reject.line}" if reject.file else str(reject.line)


class BatchRejects:
    """Notes on one batch; the first note on a row stands."""

    def __init__(self, rejects: "Rejects", first_row: int, rows: int) -> None:
        self._rejects = rejects
        self._first_row = first_row
        self._why = np.zeros(rows, dtype=np.int32)  # 0: nothing wrong

    def note(self, wrong: NDArray[np.bool_], column: str, reason: str, *, asked: bool = False) -> None:
        """Marks rows as wrong in a column, or as of those that were to be left out (`asked`)."""
        if wrong.any():
            self._why[wrong & (self._why == 0)] = self._rejects.number(column, reason, asked)

    def finish(self) -> NDArray[np.bool_]:
        """Which rows are good; the others are kept in mind."""
        bad = np.flatnonzero(self._why)
        self._rejects.extend(bad + self._first_row, self._why[bad])
        good: NDArray[np.bool_] = self._why == 0
        return good


class Rejects:
    """Numbers of rejected rows and of their reasons: twelve bytes a row, however many there are."""

    def __init__(self) -> None:
        self._reasons: dict[tuple[str, str], int] = {("", ""): 0}
        self._asked: set[int] = set()
        self._rows: list[NDArray[np.int64]] = []
        self._why: list[NDArray[np.int32]] = []

    def of_batch(self, first_row: int, rows: int) -> BatchRejects:
        """For the notes on a batch that starts at a row of the file."""
        return BatchRejects(self, first_row, rows)

    def number(self, column: str, reason: str, asked: bool = False) -> int:
        """The number that stands for a reason."""
        number = self._reasons.setdefault((column, reason), len(self._reasons))
        if asked:
            self._asked.add(number)
        return number

    @property
    def unasked(self) -> int:
        """How many rows are rejected that were meant to be taken."""
        return len(self) - sum(int(np.isin(why, list(self._asked)).sum()) for why in self._why if self._asked)

    def extend(self, rows: NDArray[np.int64], why: NDArray[np.int32]) -> None:
        """Keeps rejected rows; batches come in the file's order."""
        if len(rows):
            self._rows.append(rows)
            self._why.append(why)

    def __len__(self) -> int:
        return sum(map(len, self._rows))

    def report(self, source: Source, targets: Sequence[Target]) -> tuple[Reject, ...]:
        """The first rejects, in words; all of them, with the fields as they came, go to each of `targets`.

        Reads the file once more, for the line numbers and the original fields.
        """
        if not len(self) and not source.malformed:
            return ()
        for target in targets:
            target.write([*source.columns, *COLUMNS])
        first: list[Reject] = []
        for reject, fields in self._in_words(source):
            if len(first) < FIRST_REJECTS:
                first.append(reject)
            elif not targets:
                break
            for target in targets:
                target.write([*fields, _place(reject), reject.column, reject.reason])
        return tuple(first)

    def _in_words(self, source: Source) -> Iterator[tuple[Reject, list[str]]]:
        words = {number: pair for pair, number in self._reasons.items()}
        rows = np.concatenate(self._rows) if self._rows else np.zeros(0, dtype=np.int64)
        reasons = iter(np.concatenate(self._why).tolist() if self._why else [])
        width = len(source.columns)
        for row, line, fields in source.originals(rows):
            if row < 0:
                reason = f"has {len(fields)} fields, not {width} as the header"
                yield Reject(line, "", ",".join(fields)[:80], reason, source.at), [*fields, *[""] * width][:width]
                continue
            column, reason = words[next(reasons)]
            value = fields[source.columns.index(column)] if column in source.columns else ""
            blank = column in source.columns and not value.strip()
            yield Reject(line, column, value[:80], "is blank" if blank else reason, source.at), fields
