"""The line through a series, and how far it leads."""

from dataclasses import dataclass

import numpy as np

from .daily import Floats

ENOUGH = 120
"""Points that tell the slope of logarithms: pairs grow with the square of their number."""

SMALL = 0.2
"""Up to such a change line and curve are the same."""


@dataclass(frozen=True)
class Line:
    """Where the fitted line starts and ends, in the unit of the values."""

    start: float
    end: float

    @property
    def percent(self) -> float | None:
        """End against start; None where there is nothing to be a percentage of."""
        return (self.end - self.start) / self.start * 100 if self.start > 0 and self.end >= 0 else None


def fitted_line(position: Floats, values: Floats, slope: float, *, last: int, negative: bool) -> Line:
    """The Theil-Sen line of `slope` from position 0 to `last`; where values grow or shrink by the same share every day,
    the line of their logarithms, which fits better then.

    What is not `negative` on any day does not end below nothing.
    """
    middle = float(np.median(values - slope * position))
    line = Line(middle, middle + slope * last)
    if values.min() > 0 and abs(slope) * last > SMALL * middle:
        curve, steepness = _curve(position, values)
        straight = np.abs(values - middle - slope * position).sum()
        if np.abs(values - curve * np.exp(steepness * position)).sum() < straight or min(line.start, line.end) <= 0:
            return Line(curve, curve * float(np.exp(steepness * last)))
    return line if negative else Line(line.start, max(line.end, 0.0))


def _curve(position: Floats, values: Floats) -> tuple[float, float]:
    """Start and steepness of the Theil-Sen line through the logarithms of blocks of days."""
    logs = np.log(values)
    block = np.arange(len(values)) * min(len(values), ENOUGH) // len(values)
    size = np.bincount(block)
    x, z = np.bincount(block, position) / size, np.bincount(block, logs) / size
    first, second = np.triu_indices(len(x), 1)
    steepness = float(np.median((z[second] - z[first]) / (x[second] - x[first])))
    return float(np.exp(np.median(logs - steepness * position))), steepness
