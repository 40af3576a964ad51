"""All daily sums of a store in memory, as running totals: any range of days costs two look-ups.

A `Cube` is immutable. `loading.py` makes one from `daily_rollup`, and the next one from it and the cells that changed.
"""

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from itertools import product
from operator import sub
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from bi_server.semantic import Model, default_model
from bi_server.semantic.dimensions import Dimension
from bi_server.semantic.measures import SUMS, Totals
from bi_server.store.customers import CustomerDays, Visits
from bi_server.store.row_pages import Named
from bi_server.store.rows import Rows
from bi_server.store.selection import EVERYTHING, Group, Selection
from bi_server.store.state import State

if TYPE_CHECKING:
    from bi_server.store.sharing import Shared

REVENUE, UNITS, ORDERS, ROWS, VISITS = range(len(SUMS))
CATEGORY, REGION = range(2)  # the first dimensions of every model
NOT_SPLIT = -1  # in `Cube.places`: visits that are known without a name of the dimension
RESULTS_KEPT = 32  # analyses that several requests share, such as the anomalies of all history
ASKED_RARELY = 2  # up to so many times, those of one answer, a count of customers is not worth preparing for
FILTERS_COUNTED = 10_000  # filter combinations of which is known how often they were asked for
VIEWS_KEPT = 64  # filter combinations whose sums and visits stay at hand; one costs up to 1 MB

Ints: TypeAlias = NDArray[np.int64]
T = TypeVar("T")


class Whole(NamedTuple):
    """What requests without filters ask of a snapshot."""

    sums: Ints  # see Cube.view
    traffic: Ints  # see Cube.traffic_is_complete
    visits: Visits


@dataclass(frozen=True, eq=False)
class Cube:
    """Daily sums of every segment: of every combination of names that occurs, of the model's dimensions that are held.

    `running[i, m, s]` is the sum of measure m of segment s over the first i days: a range is a difference of two rows.
    """

    state: State
    first_day: int  # proleptic ordinal of the first day with a row; 0 when the store is empty
    last_day: int  # of the last day with a row
    last_complete_day: int  # the last day that is over; see loading.last_complete
    names: tuple[tuple[str, ...], ...]  # the known names of each dimension, sorted
    places: Ints  # dimensions x segments: position in the `names` of the dimension, or NOT_SPLIT
    base_day: int  # the day of `running[1]`; visits may begin before sales
    running: Ints
    segment_ids: Ints  # of `daily_rollup`, for the next cube
    last_second: NDArray[np.int32]  # days x segments: when each day's final sale came
    customers: CustomerDays
    rows: Rows | None = None  # the rows behind the sums, where they can be asked
    within: Mapping[str, Named] = field(default_factory=dict)  # by dimension, which rows alone it is of; empty: of all
    others_rows: int = 0  # of sales, which it is not of
    model: Model = field(default_factory=default_model)  # what is measured by the sums
    shared: "Shared | None" = None  # where other processes find the same snapshot
    whole: "Whole | None" = None  # what `prepared` has computed
    _views: Callable[[Selection], Ints] = field(init=False, repr=False)
    _traffic: Callable[[Selection], Ints] = field(init=False, repr=False)
    _visits: Callable[[Selection], Visits] = field(init=False, repr=False)

    _asked: "Counter[Selection]" = field(default_factory=Counter, init=False, repr=False)
    _memory: "OrderedDict[Hashable, Any]" = field(default_factory=OrderedDict, init=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def __post_init__(self) -> None:
        # Of a twin: with caches of its own methods it would be a cycle, and wait for the garbage collector when it is
        # no longer the newest, with all its memory.
        twin = object.__new__(Cube)
        twin.__dict__.update(self.__dict__)
        object.__setattr__(self, "_views", lru_cache(VIEWS_KEPT)(twin._sum_segments))
        object.__setattr__(self, "_traffic", lru_cache(VIEWS_KEPT)(twin._traffic_gaps))
        object.__setattr__(self, "_visits", lru_cache(VIEWS_KEPT)(twin._visits_of))

    def __reduce__(self) -> tuple[Any, ...]:
        """The sums, and what was prepared of them: neither what was asked since nor who else can be asked."""
        given = {f.name: getattr(self, f.name) for f in fields(self) if f.init and f.name not in ("rows", "shared")}
        return partial(Cube, **given), ()

    @property
    def version(self) -> int:
        """Grows with every change of the data."""
        return self.state.version

    @property
    def days(self) -> int:
        """Number of days held, from `base_day` on."""
        return len(self.running) - 1

    @property
    def row_count(self) -> int:
        """How many rows of sales the store has, in whatever scope."""
        return self.others_rows + int(self.running[-1, ROWS].sum())

    @property
    def is_empty(self) -> bool:
        """Whether the store has no sales at all."""
        return self.last_day == 0

    def position(self, day: int) -> int:
        """Where in `running` the sums of all days before `day` stand."""
        return min(max(day - self.base_day, 0), self.days)

    def positions(self, days: Sequence[int] | Ints) -> Ints:
        """As `position`, of many days."""
        # Twice as fast as np.clip on the few days of a request.
        return np.minimum(np.maximum(np.asarray(days, dtype=np.int64) - self.base_day, 0), self.days)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What the segments are told apart by."""
        return self.model.held

    @property
    def categories(self) -> tuple[str, ...]:
        """The known names of categories, sorted."""
        return self.names[CATEGORY]

    @property
    def regions(self) -> tuple[str, ...]:
        """The known names of regions, sorted."""
        return self.names[REGION]

    def members(self, selection: Selection) -> NDArray[np.bool_]:
        """Which segments belong to a selection."""
        chosen = np.ones(self.places.shape[1], dtype=bool)
        for dimension, positions in selection.parts:
            chosen &= np.isin(self.places[dimension], positions)
        return chosen

    def prepared(self) -> "Cube":
        """The same with what the first request without filters would wait for."""
        visits = self._visits(EVERYTHING)
        visits.prepare()
        return replace(self, whole=Whole(self.view(EVERYTHING), self._traffic(EVERYTHING), visits))

    def view(self, selection: Selection) -> Ints:
        """Running totals of a selection as a whole: (days + 1) x measures."""
        return self._views(selection)

    def _sum_segments(self, selection: Selection) -> Ints:
        if selection == EVERYTHING:
            total: Ints = self.running.sum(axis=2) if self.whole is None else self.whole.sums
        else:
            total = self.running[:, :, self.members(selection)].sum(axis=2)
        return total

    def totals(self, selection: Selection, ranges: Sequence[tuple[int, int]]) -> list[Totals]:
        """Sums of ranges, given as first and last day."""
        # One look-up for all of them, and plain numbers from there on: numpy would take longer to begin than to add.
        first, days = self.base_day, self.days
        bounds = [min(max(day - first, 0), days) for start, end in ranges for day in (start, end + 1)]
        rows = iter(self.view(selection)[bounds].tolist())
        return [Totals(*map(sub, after, before)) for before, after in zip(rows, rows, strict=True)]

    def daily(self, selection: Selection, start: int, end: int) -> Ints:
        """Sums of every day of a range: days x measures; days without rows are zeros."""
        steps = np.arange(start, end + 2)
        return np.diff(self.view(selection)[self.positions(steps)], axis=0)

    def groups(self, selection: Selection, by: Sequence[int]) -> list[Group]:
        """The series of a split by dimensions, sorted by name: those that ever had a row, and those that the selection
        names."""
        if not by:
            return [Group()]
        chosen = self._split(selection, by)
        found = set(map(tuple, self.places[list(by)][:, chosen].T.tolist()))
        named = [selection.of(dimension) for dimension in by]
        found |= set(product(*(positions or () for positions in named)))
        # Positions follow the names.
        return [Group(tuple(zip(by, positions, strict=True))) for positions in sorted(found)]

    def _split(self, selection: Selection, by: Sequence[int]) -> NDArray[np.bool_]:
        """The members that have a place in a split."""
        chosen = self.members(selection)
        for dimension in by:
            chosen &= self.places[dimension] != NOT_SPLIT
        return chosen

    def grouped(
        self, selection: Selection, groups: Sequence[Group], bounds: Sequence[int], measures: slice = slice(None)
    ) -> Ints:
        """Sums between consecutive days of `bounds` for every group: (bounds - 1) x measures x groups.

        `groups` as the method of that name gives them; visits that are not split as they are belong to none of them.
        With `measures`, of these alone: for years of days of many segments, what is not needed costs.
        """
        if not groups:  # nothing but visits that are not split
            return np.zeros((len(bounds) - 1, self.running[:1, measures].shape[1], 0), dtype=np.int64)
        by = [dimension for dimension, _ in groups[0].parts]
        chosen = np.flatnonzero(self._split(selection, by))
        at = self.positions(bounds)
        # Days in a row need no copy.
        whole = len(at) > 1 and bool((np.diff(at) == 1).all())
        running = self.running[at[0] : at[-1] + 1, measures] if whole else self.running[:, measures][at]
        sums = np.zeros((len(bounds) - 1, running.shape[1], len(groups)), dtype=np.int64)
        if len(chosen):
            keys, own = np.zeros(len(groups), dtype=np.int64), np.zeros(len(chosen), dtype=np.int64)
            for place, dimension in enumerate(by):
                many = len(self.names[dimension])
                keys = keys * many + np.array([group.parts[place][1] for group in groups], dtype=np.int64)
                own = own * many + self.places[dimension, chosen]
            order = np.argsort(own, kind="stable")
            present, starts = np.unique(own[order], return_index=True)
            # Added up before the differences are taken: there are fewer groups than segments.
            of_groups = running[:, :, chosen[order]]
            if len(starts) < len(chosen):
                of_groups = np.add.reduceat(of_groups, starts, axis=2)
            sums[:, :, np.searchsorted(keys, present)] = np.diff(of_groups, axis=0)
        return sums

    def distinct_customers(self, selection: Selection, start: int, end: int) -> float:
        """Distinct customers in a range; estimated where `customers.level` is above 0."""
        # Of the whole store visits are prepared; the cube of some names of a wide dimension is asked once or twice.
        if selection != EVERYTHING or self.whole is None:
            if len(self._asked) > FILTERS_COUNTED:
                self._asked.clear()
            self._asked[selection] += 1
            if self._asked[selection] <= ASKED_RARELY:
                return self.customers.distinct(start, end, self.members(selection))
        return self._visits(selection).distinct(start, end)

    def daily_customers(self, selection: Selection, start: int, end: int) -> Ints:
        """Distinct customers of every day of a range, both ends included."""
        return self._visits(selection).daily(start, end)

    def _visits_of(self, selection: Selection) -> Visits:
        if selection == EVERYTHING and self.whole is not None:
            return self.whole.visits
        return self.customers.visits(None if selection == EVERYTHING else self.members(selection))

    def traffic_is_complete(self, selection: Selection, start: int, end: int) -> bool:
        """Whether visits are recorded where and when something was ordered in the range."""
        gaps = self._traffic(selection)
        return bool(gaps[self.position(start)] == gaps[self.position(end + 1)])

    def days_without_traffic(self, selection: Selection, start: int, end: int) -> NDArray[np.bool_]:
        """On which days of a range something was ordered where or when no visits are recorded."""
        steps = self.positions(np.arange(start, end + 2))
        return np.asarray(np.diff(self._traffic(selection)[steps]) > 0)

    def _traffic_gaps(self, selection: Selection) -> Ints:
        """How many of the first days had orders whose visits nobody counted.

        That is so outside the days between a segment's first and last visit, and on a day on which the whole selection
        has none. An order without a visit on a single day of a segment (by telephone, say) is no gap. Visits that are
        not split by a dimension are those of all its names.
        """
        if selection == EVERYTHING and self.whole is not None:
            return self.whole.traffic
        chosen = self.members(selection)
        ordered = np.diff(self.running[:, ORDERS, chosen], axis=0) > 0
        visits = self.running[:, VISITS, chosen]
        counted = (visits[1:] > 0) & (visits[:-1] < visits[-1])
        places = self.places[:, chosen]
        for i in np.flatnonzero((places == NOT_SPLIT).any(axis=0)).tolist():
            of = places[:, [i]]
            covered = ((of == NOT_SPLIT) | (places == of)).all(axis=0)
            counted[:, covered] |= counted[:, [i]]
        silent = np.diff(visits.sum(axis=1)) == 0
        gaps = (ordered & (~counted | silent[:, None])).any(axis=1)
        return np.concatenate([[0], np.cumsum(gaps)])

    def remember(self, key: Hashable, compute: Callable[[], T]) -> T:
        """The result of `compute`, kept with this snapshot for requests that share the work; errors are not kept."""
        with self._lock:
            if key in self._memory:
                self._memory.move_to_end(key)
                return self._memory[key]  # type: ignore[no-any-return]
        result = compute()
        with self._lock:
            self._memory[key] = result
            while len(self._memory) > RESULTS_KEPT:
                self._memory.popitem(last=False)
        return result

    @cached_property
    def date_range(self) -> str:
        """First and last day with a row, `YYYY-MM-DD/YYYY-MM-DD`; empty when the store is."""
        return "" if self.is_empty else f"{date.fromordinal(self.first_day)}/{date.fromordinal(self.last_day)}"
