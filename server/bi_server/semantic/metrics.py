"""Metrics as the model declares them, and the one evaluator of all of them: for a range, for arrays, for sparklines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from .figures import Format, Ratio
from .measures import Totals

if TYPE_CHECKING:  # the gateway and what keeps the servers running read models too, and compute nothing
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Favorable = Literal["up", "down", "none"]
Number = TypeVar("Number", float, "Floats")
Terms = tuple[tuple[int, float], ...]  # position of a measure, and its factor


@dataclass(frozen=True)
class Metric:
    """One figure: a measure, a sum of measures, or a ratio of two such.

    `above` and `below` are its terms; `below` is empty where nothing is divided by, both are where it is no sum at all
    (distinct customers). `scale` multiplies the ratio; `decimals` is how many of its last digits are behind the point
    (2 where it is in cents), and `shown` to how many answers round it. `of_traffic`: visits take part. `undefined` is
    the reason where `below` is zero. `formula` is how a person would write it.
    """

    id: str
    title: str
    format: Format
    favorable: Favorable
    formula: str
    measures: frozenset[str]
    of_traffic: bool
    above: Terms = ()
    below: Terms = ()
    scale: float = 1.0
    decimals: int = 0
    shown: int = 2
    undefined: str = ""
    drives: tuple[str, ...] = ()

    @property
    def is_distinct(self) -> bool:
        """Whether it counts people, which sums do not tell."""
        return not self.above

    @property
    def additive(self) -> bool:
        """Whether values of parts add up to the value of the whole."""
        return bool(self.above) and not self.below

    @property
    def needs_traffic(self) -> bool:
        """Whether it is undefined where visits are missing for part of what was sold."""
        return bool(self.below) and self.of_traffic

    def of(self, totals: Totals, traffic_is_complete: bool = True) -> Ratio:
        """Its value for a range. Raises KeyError for distinct counts, which sums do not tell."""
        if not self.above:
            raise KeyError(self.id)
        if not self.below:
            return Ratio(self.in_unit(float(_sum(totals, self.above))))
        below = _sum(totals, self.below)
        if below == 0:
            sold = totals.rows or self.of_traffic
            return Ratio(None, self.undefined if sold else "no_data")
        if self.of_traffic and not traffic_is_complete:
            return Ratio(None, "partial_traffic")
        return Ratio(self.in_unit(_sum(totals, self.above) / below))

    def values(self, sums: "NDArray[np.int64]") -> "Floats":
        """Its values from sums (... x measures); NaN where it is a ratio without a base."""
        import numpy as np

        if not self.above:
            raise KeyError(self.id)
        above = _sums(sums, self.above)
        if not self.below:
            return self.in_unit(above.astype(np.float64))
        below = _sums(sums, self.below).astype(np.float64)
        ratio: Floats = np.divide(above, below, out=np.full(below.shape, np.nan), where=below != 0)
        return self.in_unit(ratio)

    def steps(self, columns: Sequence[list[float]]) -> list[float]:
        """As `values`, of plain numbers (measures x steps); empty where it is undefined in any step, or no sum."""
        if not self.above:
            return []
        above = _column(columns, self.above)
        if not self.below:
            return [self.in_unit(value) for value in above]
        below = _column(columns, self.below)
        return [self.in_unit(a / b) for a, b in zip(above, below, strict=True)] if all(below) else []

    def in_unit(self, value: Number) -> Number:
        """A sum of measures, or a ratio of two, in the unit that answers give; a number or an array of them."""
        # In this order of steps everywhere: the same float, so that half a cent rounds alike.
        if self.decimals > 0:
            value = value / 10**self.decimals
        elif self.decimals < 0:
            value = value * 10**-self.decimals
        return value * self.scale if self.scale != 1 else value


def _sum(sums: Sequence[float], terms: Terms) -> float:
    position, factor = terms[0]
    total = sums[position] if factor == 1 else sums[position] * factor
    for position, factor in terms[1:]:
        total += sums[position] * factor
    return total


def _sums(sums: "NDArray[np.int64]", terms: Terms) -> "NDArray[np.int64] | Floats":
    if len(terms) == 1 and terms[0][1] == 1:
        return sums[..., terms[0][0]]
    import numpy as np

    return np.asarray(sum(sums[..., position] * factor for position, factor in terms), dtype=np.float64)


def _column(columns: Sequence[list[float]], terms: Terms) -> list[float]:
    if len(terms) == 1 and terms[0][1] == 1:
        return columns[terms[0][0]]
    return [_sum(row, terms) for row in zip(*columns, strict=True)]
