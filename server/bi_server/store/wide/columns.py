"""The rows of a store as columns in memory, by day: what a sum by the names of a wide dimension is made of."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bi_server.store.cells import Hashes, Ints
from bi_server.store.row_pages import Spelled
from bi_server.store.state import State

Column: TypeAlias = NDArray[np.integer[Any]]
Mask: TypeAlias = NDArray[np.bool_]

FEW = 8
NOBODY = np.uint64(0)  # in `Columns.hashes`: the customer is not known, or not in the sample


class Coded(NamedTuple):
    """A column of names: each row's position in `names`, which are sorted; and all rows once more in their order."""

    names: NDArray[np.object_]
    codes: Column
    starts: Ints  # where the rows of each name begin in `rows`, and where the last one's end
    rows: Column

    @classmethod
    def of(cls, names: NDArray[np.object_], codes: Column) -> "Coded":
        """The column, with the order of its rows by name."""
        starts = np.concatenate([[0], np.cumsum(np.bincount(codes, minlength=len(names)))])
        return cls(names, codes, starts, smallest(np.argsort(codes, kind="stable")))

    def mask(self, wanted: Spelled) -> Mask:
        """Which names are wanted."""
        mask = np.full(len(self.names), wanted.is_excluded)
        for name in wanted.names:
            place = bisect_left(self.names, name)
            if place < len(mask) and self.names[place] == name:
                mask[place] = not wanted.is_excluded
        return mask

    def rows_of(self, codes: Ints, within: slice) -> Ints:
        """The rows of a few names, in their order by day."""
        parts = [self.rows[self.starts[code] : self.starts[code + 1]] for code in codes.tolist()]
        cut = [part[slice(*np.searchsorted(part, [within.start, within.stop]))] for part in parts]
        return np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *cut]))


class Wanted(NamedTuple):
    """Which rows are wanted, by a column of codes; of one of names also where its rows are."""

    codes: Column
    mask: Mask
    column: Coded | None = None


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

    def rows(self, first: int, last: int, wanted: Sequence[Wanted]) -> "slice | Ints":
        """Those rows of a range of days that are wanted by each of the columns."""
        span = self.span(first, last)
        for one in wanted:
            named = np.flatnonzero(one.mask)
            if one.column is not None and len(named) <= FEW:
                rows = one.column.rows_of(named, span)
                for other in wanted:
                    rows = rows[other.mask[other.codes[rows]]]
                return rows
        found: Mask | None = None
        for codes, mask, _ in wanted:
            if not mask.all():
                fits = _where(codes[span], mask)
                found = fits if found is None else found & fits
        return span if found is None else np.flatnonzero(found) + span.start

    def day_of(self, rows: Ints) -> Ints:
        """The day of rows, as an ordinal."""
        days: Ints = np.searchsorted(self.starts, rows, side="right") - 1 + self.base_day
        return days

    def chosen(self, segment_ids: Ints, names: Mapping[str, Spelled]) -> list[Wanted]:
        """What `rows` takes, for rows of these segments whose names of wide dimensions fit."""
        by_name = [
            Wanted(column.codes, column.mask(names[dimension]), column)
            for dimension, column in self.names.items()
            if dimension in names
        ]
        return [*by_name, Wanted(self.segment, np.isin(self.segment_ids, segment_ids))]

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
        for dimension, known in mine.names.items():
            more = theirs.names[dimension]
            every, moved = united([known.names, more.names], [known.codes, more.codes])
            names[dimension] = Coded.of(every, inserted(*moved))
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
