"""Distinct customers over any range of days and any segments."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

MATRIX_DAYS = (
    4000  # beyond eleven years the table of all ranges would cost over 64 MB: ranges are then counted one by one
)


@dataclass(frozen=True, eq=False)
class CustomerDays:
    """Who bought on which day in which segment: three columns of equal length, one row per distinct triple,
    sorted by segment and day.

    At level 0 everyone is held and counts are exact; at level k about one in 2**k customers, chosen by their hash (the
    same ones in every cell, so samples of any cells can be united), and counts are scaled up.
    """

    level: int
    first_day: int
    days: int
    segment: NDArray[np.int32]
    day: NDArray[np.int32]  # 0 is `first_day`
    customer: NDArray[np.int32]  # dense numbers from 0
    known: int = field(default=0)  # how many customers there are in the columns

    def relative_error(self, estimate: float) -> float:
        """Relative standard error of an estimate: a binomial sample with probability 1 / 2**level."""
        return 0.0 if self.level == 0 or estimate == 0 else float(np.sqrt(((1 << self.level) - 1) / estimate))

    def distinct(self, start: int, end: int, segments: NDArray[np.bool_] | None) -> float:
        """Customers with a row from `start` to `end` (ordinals, included); `segments` None means all of them."""
        first, last = max(start - self.first_day, 0), min(end - self.first_day, self.days - 1)
        if first > last or not len(self.day):
            return 0.0
        if segments is None and self.days <= MATRIX_DAYS:
            table = self._ranges
            return float(int(table[last, first]) - (int(table[first - 1, first]) if first else 0)) * (1 << self.level)
        present = np.zeros(self.known, dtype=bool)
        bounds = np.array([first, last + 1], dtype=np.int32)  # of another type, numpy would convert all the days first
        for segment in range(len(self._starts) - 1) if segments is None else np.flatnonzero(segments).tolist():
            if segment + 1 < len(self._starts):
                begin, after = self._starts[segment : segment + 2].tolist()
                a, b = (begin + np.searchsorted(self.day[begin:after], bounds)).tolist()
                present[self.customer[a:b]] = True
        return float(np.count_nonzero(present)) * (1 << self.level)

    def daily(self, start: int, end: int, segments: NDArray[np.bool_] | None) -> NDArray[np.int64]:
        """Customers with a row on each day from `start` to `end` (ordinals, included)."""
        inside = np.arange(max(start - self.first_day, 0), min(end - self.first_day, self.days - 1) + 1)
        counts = np.zeros(end - start + 1, dtype=np.int64)
        if len(inside) and segments is None and self.days <= MATRIX_DAYS:
            before = np.where(inside > 0, self._ranges[inside - 1, inside], 0)
            counts[inside + self.first_day - start] = self._ranges[inside, inside] - before
        else:
            chosen = slice(None) if segments is None else segments[self.segment]
            visits = np.sort(self.day[chosen].astype(np.int64) * (self.known + 1) + self.customer[chosen])
            visits = visits[np.diff(visits, prepend=-1) > 0]
            by_day = np.bincount(visits // (self.known + 1), minlength=self.days)
            counts[inside + self.first_day - start] = by_day[inside]
        return counts << self.level

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        """Where each segment's rows begin, and where the last one's end."""
        return np.searchsorted(self.segment, np.arange(int(self.segment[-1]) + 2, dtype=np.int32))

    @cached_property
    def _ranges(self) -> NDArray[np.int32]:
        """`[b, a]`: how many customers' days up to b have the customer's day before them earlier than a.

        In a..b every customer has exactly one day whose predecessor lies before a, so counting those days counts the
        customers: the difference of two entries answers any range.
        """
        visits = np.sort(self.customer.astype(np.int64) * self.days + self.day)
        visits = visits[np.diff(visits, prepend=-1) > 0]  # np.unique would hash: twenty times slower on millions
        customer, day = np.divmod(visits, self.days)
        previous = np.zeros(len(day), dtype=np.int64)  # 0: none; otherwise day + 1
        same = customer[1:] == customer[:-1]
        previous[1:][same] = day[:-1][same] + 1
        width = self.days + 1
        counts = np.bincount(day * width + previous, minlength=self.days * width).reshape(self.days, width)
        # A predecessor p (or none) is earlier than a when its number p + 1 (or 0) is at most a.
        return counts.astype(np.int32).cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)

    def prepare(self) -> None:
        """Builds the table of all ranges now, so that no request waits for it."""
        if len(self.day) and self.days <= MATRIX_DAYS:
            _ = self._ranges
