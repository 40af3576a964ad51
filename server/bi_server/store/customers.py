"""Distinct customers over any range of days and any segments."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

MATRIX_DAYS = 4000  # beyond eleven years the table of all ranges would cost over 32 MB: ranges are counted one by one


@dataclass(frozen=True, eq=False)
class CustomerDays:
    """Who bought on which day in which segment: one row per distinct triple, sorted by segment and day.

    At level 0 everyone is held and counts are exact; at level k about one in 2**k customers, chosen by their hash (the
    same ones in every cell, so samples of any cells can be united), and counts are scaled up.
    """

    level: int
    first_day: int
    days: int
    starts: NDArray[np.int64]  # where each segment's rows begin, and where the last one's end
    day: NDArray[np.unsignedinteger[Any]]  # 0 is `first_day`
    customer: NDArray[np.int32]  # position in `hashes`
    hashes: NDArray[np.uint64]  # everyone who is counted, once

    def relative_error(self, estimate: float) -> float:
        """Relative standard error of an estimate: a binomial sample with probability 1 / 2**level."""
        return 0.0 if self.level == 0 or estimate == 0 else float(np.sqrt(((1 << self.level) - 1) / estimate))

    def distinct(self, start: int, end: int, segments: NDArray[np.bool_] | None) -> float:
        """Customers with a row from `start` to `end` (ordinals, included); `segments` None means all of them."""
        first, last = max(start - self.first_day, 0), min(end - self.first_day, self.days - 1)
        if first > last or not len(self.day):
            return 0.0
        if segments is None and self.days <= MATRIX_DAYS:
            return float(self._up_to(last, first) - (self._up_to(first - 1, first) if first else 0)) * (1 << self.level)
        present = np.zeros(len(self.hashes), dtype=bool)
        bounds = np.array([first, last + 1], dtype=self.day.dtype)  # of another type, numpy would convert all the days
        for segment in range(len(self.starts) - 1) if segments is None else np.flatnonzero(segments).tolist():
            begin, after = self.starts[segment : segment + 2].tolist()
            a, b = (begin + np.searchsorted(self.day[begin:after], bounds)).tolist()
            present[self.customer[a:b]] = True
        return float(np.count_nonzero(present)) * (1 << self.level)

    def daily(self, start: int, end: int, segments: NDArray[np.bool_] | None) -> NDArray[np.int64]:
        """Customers with a row on each day from `start` to `end` (ordinals, included)."""
        inside = np.arange(max(start - self.first_day, 0), min(end - self.first_day, self.days - 1) + 1)
        counts = np.zeros(end - start + 1, dtype=np.int64)
        if len(inside) and segments is None and self.days <= MATRIX_DAYS:
            found = [self._up_to(day, day) - (self._up_to(day - 1, day) if day else 0) for day in inside.tolist()]
            counts[inside + self.first_day - start] = found
        else:
            chosen = slice(None) if segments is None else np.repeat(segments, np.diff(self.starts))
            visits = np.sort(self.day[chosen].astype(np.int64) * (len(self.hashes) + 1) + self.customer[chosen])
            visits = visits[np.diff(visits, prepend=-1) > 0]
            by_day = np.bincount(visits // (len(self.hashes) + 1), minlength=self.days)
            counts[inside + self.first_day - start] = by_day[inside]
        return counts << self.level

    def _up_to(self, last: int, first: int) -> int:
        """How many customers' days up to `last` have the customer's day before them earlier than `first`.

        In first..last every customer has exactly one day whose predecessor lies before `first`, so counting those days
        counts the customers: the difference of two entries answers any range. `first` is at most `last` + 1.
        """
        return int(self._ranges[last * (last + 3) // 2 + first])

    @cached_property
    def _ranges(self) -> NDArray[np.int32]:
        """The table behind `_up_to`, a row for each last day: day b has b + 2 entries."""
        by_day = self.customer[np.argsort(self.day, kind="stable")]
        starts = np.concatenate([[0], np.cumsum(np.bincount(self.day, minlength=self.days))]).tolist()
        table = np.empty(self.days * (self.days + 3) // 2, dtype=np.int32)
        previous = np.zeros(len(self.hashes), dtype=np.int32)  # the customer's last day so far + 1; 0: none
        place = np.empty(len(self.hashes), dtype=np.int32)
        counts = np.zeros(self.days + 1, dtype=np.int64)  # customers' days so far, by the day before them + 1
        for day in range(self.days):
            visitors = by_day[starts[day] : starts[day + 1]]
            order = np.arange(len(visitors), dtype=np.int32)
            place[visitors] = order
            visitors = visitors[place[visitors] == order]  # once each, however many segments they bought in
            counts[: day + 1] += np.bincount(previous[visitors], minlength=day + 1)
            previous[visitors] = day + 1
            begin = day * (day + 3) // 2
            np.cumsum(counts[: day + 2], out=table[begin : begin + day + 2])
        return table

    def prepare(self) -> None:
        """Builds the table of all ranges now, so that no request waits for it."""
        if len(self.day) and self.days <= MATRIX_DAYS:
            _ = self._ranges
