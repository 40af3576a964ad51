"""Parts of a minor unit, such as a cent, that rows of a file have and the store does not keep."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bi_server.ingest.expressions import Floats
from bi_server.store.cells import Ints

_NOISE = 1e-4  # minor units: `to_minor` takes less for what a double makes of a decimal


@dataclass(frozen=True)
class Rounded:
    """How many rows have parts of a minor unit, and how much more whole ones add up to than the file's amounts."""

    rows: int
    added: float


class Rounding:
    """Of one file, batch by batch; amounts are kept with so many decimals."""

    def __init__(self, decimals: int) -> None:
        self._minor_per_unit = 10**decimals
        self._batch: dict[str, Floats] = {}
        self.by_measure: dict[str, Rounded] = {}  # those that have any

    def note(self, measure: str, amounts: Floats, minor: Ints) -> None:
        """Looks at the amounts of a batch, and what is kept of them."""
        added = minor - amounts * self._minor_per_unit
        parts = np.abs(added) > np.maximum(_NOISE, 1e-9 * np.abs(minor))
        if parts.any():
            self._batch[measure] = np.where(parts, added / self._minor_per_unit, 0)

    def finish_batch(self, good: NDArray[np.bool_]) -> None:
        """Counts those of the rows that are taken."""
        for measure, added in self._batch.items():
            taken, before = added[good], self.by_measure.get(measure, Rounded(0, 0.0))
            rows = int(np.count_nonzero(taken))
            if rows:
                self.by_measure[measure] = Rounded(before.rows + rows, before.added + float(taken.sum()))
        self._batch.clear()
