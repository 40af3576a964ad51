"""What a writer is told of the rows that it takes."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

TableName: TypeAlias = Literal["sales", "traffic"]
OnDuplicate: TypeAlias = Literal["fail", "skip", "replace", "append"]

# Gives the orders that rows are lines of, and how many lines each has, some orders at a time.
OrderCounts: TypeAlias = Callable[[], Iterator[list[tuple[str, int]]]]


class Duplicates(NamedTuple):
    """What becomes of rows that are in the store already, or several times in the file."""

    on_duplicate: OnDuplicate = "fail"
    again: bool = False  # rows without order id are further sales, whatever they look like
    add_up: bool = False  # visits with the same key are parts of one figure


class Originals(Protocol):
    """The rows as they came. `columns` are what their owner calls the fields."""

    @property
    def columns(self) -> tuple[str, ...]:
        """All of them, also those that are not taken."""

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        """(row, line, fields) of the given rows, by `seq`."""
