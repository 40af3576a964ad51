"""The rows of a store as columns in memory, by day: what a sum by the names of a wide dimension is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bi_server.store.cells import Hashes, Ints
from bi_server.store.reading import State

Column: TypeAlias = NDArray[np.integer[Any]]
Mask: TypeAlias = NDArray[np.bool_]

FEW = 8
NOBODY = np.uint64(0)  # in `Columns.hashes`: the customer is not known, or not in the sample


class Coded(NamedTuple):
    """A column of names: each row's position in `names`, which are sorted."""

    names: NDArray[np.object_]
    codes: Column


@dataclass(frozen=True, eq=False)
class Columns:
    """Rows of sales, sorted by day. Every column has the smallest type that holds it."""

    state: State
    last_id: int  # the highest `sales_data.id` among them
    level: int  # customers of this sample level are told, see cells.sample_level
    base_day: int  # ordinal of the first day
    starts: Ints  # where each day's rows begin, and where the last one's end
    segment: Column  # position in `segment_ids`
    segment_ids: Ints  # sorted
    names: Mapping[str, Coded]  # by wide dimension
    sums: Mapping[str, Column]  # by measure; each row counts for one of `rows`, and has no visits
    customer: Column  # position in `hashes`
    hashes: Hashes  # sorted

    @property
    def days(self) -> int:
        """How many days they stretch over."""
        return len(self.starts) - 1

    def span(self, first: int, last: int) -> slice:
        """The rows of a range of days (ordinals, included)."""
        start, end = (min(max(day - self.base_day, 0), self.days) for day in (first, last + 1))
        return slice(int(self.starts[start]), int(self.starts[max(start, end)]))

    def rows(self, first: int, last: int, wanted: Sequence[tuple[Column, Mask]]) -> "slice | Ints":
        """Those rows of a range of days that are wanted by each of the columns of codes; a mask says it by code."""
        span = self.span(first, last)
        found: Mask | None = None
        for column, mask in wanted:
            if not mask.all():
                one = _where(column[span], mask)
                found = one if found is None else found & one
        return span if found is None else np.flatnonzero(found) + span.start

    def day_of(self, rows: Ints) -> Ints:
        """The day of rows, as an ordinal."""
        days: Ints = np.searchsorted(self.starts, rows, side="right") - 1 + self.base_day
        return days

    def chosen(self, segment_ids: Ints, names: Mapping[str, Callable[[str], bool]]) -> list[tuple[Column, Mask]]:
        """What `rows` takes, for rows of these segments whose names of wide dimensions fit."""
        by_name = [
            (codes, np.fromiter(map(names[dimension], known), dtype=bool, count=len(known)))
            for dimension, (known, codes) in self.names.items()
            if dimension in names
        ]
        return [*by_name, (self.segment, np.isin(self.segment_ids, segment_ids))]

    def of_state(self, state: State) -> "Columns":
        """The same rows, of a later state that has added none."""
        return replace(self, state=state)

    def joined(self, later: "Columns") -> "Columns":
        """With the rows of `later` after those of the same day; the state is theirs."""
        ends = [(one.base_day, one.base_day + one.days) for one in (self, later) if one.days]
        base, end = min(first for first, _ in ends), max(last for _, last in ends)
        mine, theirs = self.stretched(base, end), later.stretched(base, end)
        at = mine.starts[1:][np.repeat(np.arange(end - base), np.diff(theirs.starts))]

        def inserted(old: Column, new: Column) -> Column:
            kind = np.result_type(old, new)
            return np.insert(old.astype(kind, copy=False), at, new)

        ids, segments = united([mine.segment_ids, theirs.segment_ids], [mine.segment, theirs.segment])
        names = {}
        for dimension, (known, codes) in mine.names.items():
            more, others = theirs.names[dimension]
            every, moved = united([known, more], [codes, others])
            names[dimension] = Coded(every, inserted(*moved))
        hashes, people = united([mine.hashes, theirs.hashes], [mine.customer, theirs.customer])
        return replace(
            theirs,
            starts=mine.starts + theirs.starts,
            segment=inserted(*segments),
            segment_ids=ids,
            names=names,
            sums={name: inserted(column, theirs.sums[name]) for name, column in mine.sums.items()},
            customer=inserted(*people),
            hashes=hashes,
        )

    def stretched(self, base: int, end: int) -> "Columns":
        """The same over more days, from `base` up to `end` (excluded)."""
        if not self.days:
            return replace(self, base_day=base, starts=np.zeros(end - base + 1, dtype=np.int64))
        before, after = self.base_day - base, end - self.base_day - self.days
        starts = np.concatenate([np.zeros(before, np.int64), self.starts, np.full(after, self.starts[-1])])
        return replace(self, base_day=base, starts=starts)


def smallest(values: NDArray[Any]) -> Column:
    """The same whole numbers in the smallest type that holds them all; with a sign, so that types mix to such."""
    low, high = (int(values.min()), int(values.max())) if len(values) else (0, 0)
    fits = (kind for kind in (np.int8, np.int16, np.int32) if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max)
    return values.astype(next(fits, np.int64), copy=False)


def united(lists: Sequence[NDArray[Any]], codes: Sequence[Column]) -> tuple[NDArray[Any], list[Column]]:
    """One sorted list of all that the codes stand for, and the codes as positions in it."""
    every, places = np.unique(np.concatenate(lists), return_inverse=True)
    ends = np.cumsum([0, *map(len, lists)])
    moves = [smallest(places[start:end]) for start, end in pairwise(ends.tolist())]
    return every, [move[column] for move, column in zip(moves, codes, strict=True)]


def sorted_by_day(day: NDArray[Any]) -> tuple[int, Ints, Ints]:
    """The first day, where each day's rows begin, and the rows in the order of their days."""
    base, last = int(day.min()), int(day.max())
    place = (day - base).astype(np.min_scalar_type(last - base))  # numpy counts small numbers, to sort them
    starts = np.concatenate([[0], np.cumsum(np.bincount(place, minlength=last - base + 1))])
    return base, starts, np.argsort(place, kind="stable")


def _where(codes: Column, mask: Mask) -> Mask:
    """Which codes the mask has; a few are compared ten times as fast as they are looked up."""
    few = np.flatnonzero(mask)
    if len(few) > FEW:
        looked_up: Mask = mask[codes]
        return looked_up
    found: Mask = np.zeros(len(codes), dtype=bool)
    for code in few.tolist():
        found |= codes == code
    return found
