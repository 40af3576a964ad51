"""Parts of a cent that rows of a file have and the store does not keep: in how many rows, and what they come to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bi_server.ingest.expressions import Floats
from bi_server.store.cells import Ints

_NOISE = 1e-4  # cents: `to_cents` takes less for what a double makes of a decimal


@dataclass(frozen=True)
class Rounded:
    """How many rows have parts of a cent, and how much more their whole cents add up to than the file's amounts."""

    rows: int
    added: float


class Rounding:
    """Of one file, batch by batch."""

    def __init__(self) -> None:
        self._batch: dict[str, Floats] = {}
        self.by_measure: dict[str, Rounded] = {}  # those that have any

    def note(self, measure: str, amounts: Floats, cents: Ints) -> None:
        """Looks at the amounts of a batch, and what is kept of them."""
        added = cents - amounts * 100
        parts = np.abs(added) > np.maximum(_NOISE, 1e-9 * np.abs(cents))
        if parts.any():
            self._batch[measure] = np.where(parts, added / 100, 0)

    def finish_batch(self, good: NDArray[np.bool_]) -> None:
        """Counts those of the rows that are taken."""
        for measure, added in self._batch.items():
            taken, before = added[good], self.by_measure.get(measure, Rounded(0, 0.0))
            rows = int(np.count_nonzero(taken))
            if rows:
                self.by_measure[measure] = Rounded(before.rows + rows, before.added + float(taken.sum()))
        self._batch.clear()
