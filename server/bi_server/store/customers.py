"""Distinct customers over any range of days and any segments."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

TABLE_DAYS = 2000  # beyond, the table of all ranges would take over 8 MB: visits are counted one by one, 30 us a year


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

    def distinct(self, start: int, end: int, segments: NDArray[np.bool_]) -> float:
        """Customers with a row from `start` to `end` (ordinals, included), counted afresh; see `visits`."""
        first, last = max(start - self.first_day, 0), min(end - self.first_day, self.days - 1)
        if first > last:
            return 0.0
        present = np.zeros(len(self.hashes), dtype=bool)
        bounds = np.array([first, last + 1], dtype=self.day.dtype)  # of another type, numpy would convert all the days
        for segment in np.flatnonzero(segments).tolist():
            begin, after = self.starts[segment : segment + 2].tolist()
            a, b = (begin + np.searchsorted(self.day[begin:after], bounds)).tolist()
            present[self.customer[a:b]] = True
        return float(np.count_nonzero(present)) * (1 << self.level)

    def visits(self, segments: NDArray[np.bool_] | None = None) -> "Visits":
        """The visits to some segments, or to all of them: takes as long as forty counts afresh, and makes a count
        twenty times faster."""
        day, customer = self.day, self.customer
        if segments is not None:
            parts = [slice(*self.starts[i : i + 2].tolist()) for i in np.flatnonzero(segments).tolist()]
            day, customer = (np.concatenate([column[:0], *(column[p] for p in parts)]) for column in (day, customer))
        order = np.argsort(day, kind="stable")
        day, customer = day[order], customer[order]
        row = np.arange(len(day), dtype=np.int32)
        latest = np.full(len(self.hashes), -1, dtype=np.int32)  # each one's latest row on the days so far
        before = np.empty_like(row)
        for begin, end in pairwise([0, *np.cumsum(np.bincount(day, minlength=self.days)).tolist()]):
            visitors = customer[begin:end]
            before[begin:end] = latest[visitors]
            latest[visitors] = row[begin:end]
        # Of several rows of one customer on a day, in different segments, the others know only one.
        known = np.zeros(len(day), dtype=bool)
        for rows in (before, latest):
            known[rows[rows >= 0]] = True
        starts = np.concatenate([[0], np.cumsum(np.bincount(day[known], minlength=self.days))])
        before = before[known]
        previous = np.where(before < 0, 0, day[before] + 1) if len(before) else before
        return Visits(self.level, self.first_day, starts, previous.astype(np.min_scalar_type(self.days + 1)))


@dataclass(frozen=True, eq=False)
class Visits:
    """The visits to some segments, by day; a customer who bought several times on a day has one visit.

    In a range of days every customer has exactly one visit whose predecessor lies before the range, so counting those
    visits counts the customers.
    """

    level: int
    first_day: int
    starts: NDArray[np.int64]  # where each day's visits begin, and where the last one's end
    previous: NDArray[np.unsignedinteger[Any]]  # the day of the same customer's visit before + 1; 0: there is none

    @property
    def days(self) -> int:
        """How many days are known."""
        return len(self.starts) - 1

    def distinct(self, start: int, end: int) -> float:
        """Customers with a visit from `start` to `end` (ordinals, included)."""
        first, last = max(start - self.first_day, 0), min(end - self.first_day, self.days - 1)
        if first > last:
            return 0.0
        if "_ranges" in self.__dict__:
            count = self._up_to(last, first) - (self._up_to(first - 1, first) if first else 0)
        else:
            count = int(np.count_nonzero(self.previous[self.starts[first] : self.starts[last + 1]] <= first))
        return float(count << self.level)

    def daily(self, start: int, end: int) -> NDArray[np.int64]:
        """Customers with a visit on each day from `start` to `end` (ordinals, included)."""
        bounds = np.clip(np.arange(start, end + 2) - self.first_day, 0, self.days)
        return np.diff(self.starts[bounds]) << self.level

    def prepare(self) -> None:
        """Makes a table of all ranges: two entries of it answer any of them, however many visits lie in it."""
        if self.days <= TABLE_DAYS:
            _ = self._ranges

    def _up_to(self, last: int, first: int) -> int:
        """How many visits up to `last` have their predecessor before `first`, which is at most `last` + 1."""
        return int(self._ranges[last * (last + 3) // 2 + first])

    @cached_property
    def _ranges(self) -> NDArray[np.int32]:
        """The table behind `_up_to`, a row for each last day: day b has b + 2 entries."""
        table = np.empty(self.days * (self.days + 3) // 2, dtype=np.int32)
        counts = np.zeros(self.days + 1, dtype=np.int64)  # visits so far, by the day before them + 1
        starts = self.starts.tolist()
        for day in range(self.days):
            counts[: day + 1] += np.bincount(self.previous[starts[day] : starts[day + 1]], minlength=day + 1)
            begin = day * (day + 3) // 2
            np.cumsum(counts[: day + 2], out=table[begin : begin + day + 2])
        return table
