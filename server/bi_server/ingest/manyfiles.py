"""Several files of one form, read as one."""

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bi_server.errors import InvalidInput
from bi_server.ingest.source import Source


class ManyFiles:
    """The files one after the other. Lines are those of each file; `at` says which one a line is of."""

    def __init__(self, sources: Sequence[Source], names: Sequence[str]) -> None:
        """Raises InvalidInput where one has other columns than the first; their order may differ."""
        self._sources = list(sources)
        self._names = names
        self._starts = [0]  # the first row of every file that was begun, and of what comes after the last
        self.at = ""
        self.columns = sources[0].columns
        for source, name in zip(sources[1:], names[1:], strict=True):
            here, there = set(self.columns), set(source.columns)
            if here != there or type(source) is not type(sources[0]):
                told = "; ".join(
                    f"only {file} has {', '.join(sorted(only))}"
                    for file, only in ((names[0], here - there), (name, there - here))
                    if only
                )
                reason = f"{name} is of another form than {names[0]} ({told or 'another kind of file'})"
                raise InvalidInput.of("file", f"{reason}; import it by itself")

    def __copy__(self) -> "ManyFiles":
        """For another pass, that counts by itself."""
        return ManyFiles([copy(source) for source in self._sources], self._names)

    @property
    def malformed(self) -> int:
        """Of all files so far."""
        return sum(source.malformed for source in self._sources)

    @property
    def starts(self) -> list[int]:
        """The first row of every file, once all are read."""
        return self._starts[: len(self._sources)]

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        self._starts = [0]
        for source in self._sources:
            rows = self._starts[-1]
            for batch in source.batches(wanted, texts):
                rows += batch.num_rows
                yield batch
            self._starts.append(rows)

    def fraction(self) -> float:
        begun = len(self._starts) - 1
        return (begun + (self._sources[begun].fraction() if begun < len(self._sources) else 0)) / len(self._sources)

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        for i, (source, name) in enumerate(zip(self._sources, self._names, strict=True)):
            if i and len(self._starts) <= i:  # not read yet: the first file will do for a look
                return
            start = self._starts[i]
            end = self._starts[i + 1] if len(self._starts) > i + 1 else None
            mine = rows[(rows >= start) & (rows < end)] if end is not None else rows
            self.at = name
            order = [source.columns.index(column) for column in self.columns]
            for row, line, fields in source.originals(mine - start):
                if len(fields) == len(order):
                    fields = [fields[place] for place in order]
                yield (row + start if row >= 0 else row), line, fields
