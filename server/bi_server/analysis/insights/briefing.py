"""What the insights are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bi_server.analysis.anomalies import Anomaly
from bi_server.analysis.forecasting import Forecast
from bi_server.analysis.trends import ChangePoint, Correlation, Direction
from bi_server.errors import InvalidInput

from .claims import WHOLE, LargeCustomer, LargeOrder, Segment

Floats = NDArray[np.float64]
ONE_DAY = timedelta(days=1)
Dimension = Literal["category", "region"]
Sum = Literal["revenue", "units", "orders"]


@dataclass(frozen=True, eq=False)
class Briefing:
    """The range from `start` to `end`, the one it is compared with, and all revenue up to then.

    Both ranges are what is really compared, as `periods.compared` gives them: a month that goes on ends with its last
    complete day, and the one before is as long. `revenue` has a row for each day from the first with data on (days
    without sales are explicit zeros) and a column for each (category, region), a MultiIndex of two levels; values are
    in the currency's unit. It may go on after `end`: what comes later is not looked at. `last_complete_day` (default:
    the last row) keeps a day that is still being recorded out of statistics and records. `scope` is the one category
    or region that the request was filtered to. `has_data` is False where not a single row falls into the range;
    `recorded` (default: the rows of `revenue`) are the first and the last day with a row of any part of the business,
    which tell whether the scope began (or ended) or the data did, and `sold_until` (default: the last row) is the day
    of the scope's last row. `gaps` are the weeks between without a row of any part, of which nothing is known.
    `unfinished` is the day of the asked range that still goes on, and what it brought so far.
    Amounts have `money_decimals`.

    Beside the revenue, each optional, with the same rows: `measures` of the scope (`orders`, and `visits` where they
    are complete), `units` and `orders` by (category, region), and `further`, revenue by the names of each dimension
    besides these two; `belonging` says of which category or region all of such a name is, where it is of one.

    What the sibling packages found, each optional, `WHOLE` standing for the total: `directions` over the range;
    `change_points` of the series up to `end`; `correlations` of metrics or segments; `anomalies` of the total and of
    large segments (None: there was too little history to look for any), each with its causes (segment, change from
    what was expected), best first; the daily `forecast` of the total that follows on the last complete day; and the
    `large_orders` of both ranges, and the `large_customers` whose revenue changed most between them.
    """

    start: date
    end: date
    previous_start: date
    previous_end: date
    revenue: pd.DataFrame
    scope: Segment = WHOLE
    has_data: bool = True
    last_complete_day: date | None = None
    recorded: tuple[date, date] | None = None
    sold_until: date | None = None
    gaps: Sequence[tuple[date, date]] = ()
    unfinished: tuple[date, float] | None = None
    money_decimals: int = 2
    measures: pd.DataFrame | None = None
    units: pd.DataFrame | None = None
    orders: pd.DataFrame | None = None
    further: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    belonging: Mapping[Segment, Segment] = field(default_factory=dict)
    directions: Mapping[Segment, Direction] = field(default_factory=dict)
    change_points: Mapping[Segment, Sequence[ChangePoint]] = field(default_factory=dict)
    correlations: Sequence[Correlation] = ()
    anomalies: Sequence[tuple[Anomaly, Sequence[tuple[Segment, float]]]] | None = None
    forecast: Forecast | None = None
    large_orders: Sequence[LargeOrder] = ()
    large_customers: Sequence[LargeCustomer] = ()

    def __post_init__(self) -> None:
        if not self.previous_start <= self.previous_end < self.start <= self.end:
            raise InvalidInput.of(
                "previous_end",
                f"{self.previous_start} to {self.previous_end} must end before {self.start} to {self.end} starts",
            )
        if not np.isfinite(self._values).all():
            raise InvalidInput.of("revenue", "has days that are not finite; days without sales are 0")

    @property
    def length(self) -> int:
        """Days of the range."""
        return (self.end - self.start).days + 1

    @property
    def previous_length(self) -> int:
        """Days of the compared range."""
        return (self.previous_end - self.previous_start).days + 1

    @property
    def money(self) -> float:
        """What shares of the business are measured by: the larger of the two totals, at least a cent."""
        return max(abs(self.sum()), abs(self.previous_sum()), 0.01)

    @cached_property
    def first_day(self) -> date:
        """The first day with data."""
        return self._day(0)

    @cached_property
    def complete_until(self) -> date:
        """The last day that statistics may look at: complete, and not after the range."""
        return min(self.end, self.last_complete_day or self._day(-1), self._day(-1))

    @cached_property
    def recorded_since(self) -> date:
        """The first day with data of any part of the business."""
        return self.recorded[0] if self.recorded else self.first_day

    @cached_property
    def recorded_until(self) -> date:
        """The last day with data of any part of the business."""
        return self.recorded[1] if self.recorded else self._day(-1)

    @property
    def last_sale(self) -> date:
        """The last day with data of the scope."""
        return self.sold_until or self._day(-1)

    @property
    def comparable(self) -> bool:
        """Whether the scope was there from the first day of the compared range on: changes are like for like."""
        return self.has_data and self.previous_start >= self.first_day and not self.base_is_gap

    @property
    def base_is_gap(self) -> bool:
        """Whether nothing at all is known of the compared range."""
        return any(start <= self.previous_start and self.previous_end <= end for start, end in self.gaps)

    def has_gap(self, start: date, end: date) -> bool:
        """Whether any of the days has no data of any part of the business."""
        return any(start <= gap_end and gap_start <= end for gap_start, gap_end in self.gaps)

    @property
    def is_over(self) -> bool:
        """Whether the range has a day that is over, which is when there is something to judge."""
        return self.has_data and self.complete_until >= self.start

    def sum(self, segment: Segment = WHOLE) -> float:
        """Revenue of the range."""
        return self._sum(segment, self.start, self.end)

    def previous_sum(self, segment: Segment = WHOLE) -> float:
        """Revenue of the compared range."""
        return self._sum(segment, self.previous_start, self.previous_end)

    def sum_between(self, start: date, end: date, segment: Segment = WHOLE) -> float:
        """Revenue of any days."""
        return self._sum(segment, start, end)

    @property
    def window(self) -> tuple[int, int]:
        """Days of the part of the range that is over, and how many days before it the compared one lies."""
        return (self.complete_until - self.start).days + 1, (self.start - self.previous_start).days

    def daily(self, segment: Segment = WHOLE, of: Sum = "revenue") -> Floats:
        """Revenue (units, orders) of each complete day from the first with data on, up to the end of the range."""
        asked = segment, of
        if asked not in self._known_days and segment.further:
            self._known_days[asked] = self._of_further(segment)[: len(self._history)]
        elif asked not in self._known_days:
            history = self._history if of == "revenue" else self._counts[of][: len(self._history)]
            self._known_days[asked] = np.asarray(history[:, self._members(segment)].sum(axis=1))
        return self._known_days[asked]

    @cached_property
    def _known_days(self) -> dict[tuple[Segment, Sum], Floats]:
        return {}

    def refunded(self, segment: Segment = WHOLE) -> float:
        """The part of the revenue that refunds took, in the range of the two where it is larger.

        Known as far as they exceeded the sales of a pair of category and region on a day.
        """
        below = np.minimum(self._history[:, self._members(segment)], 0.0).sum(axis=1)
        took, sums = self.in_both(-below), (self.sum(segment), self.previous_sum(segment))
        return max(part / max(whole, 0.01) for part, whole in zip(took, sums, strict=True))

    def measure(self, name: str) -> Floats:
        """One of `measures` on each complete day up to the end of the range."""
        if self.measures is None:
            return np.empty(0)
        return self.measures[name].to_numpy(dtype=np.float64)[: len(self._history)]

    def in_both(self, days: Floats) -> tuple[float, float]:
        """Sums of a daily series in the range and in the compared one."""
        ranges = ((self.start, self.end), (self.previous_start, self.previous_end))
        now, before = (days[(a - self.first_day).days : (z - self.first_day).days + 1].sum() for a, z in ranges)
        decimals = max(2, self.money_decimals)
        return round(float(now), decimals), round(float(before), decimals)

    def segments_of(self, dimension: str) -> list[Segment]:
        """All segments of a further dimension, by name."""
        return [Segment(further=((dimension, name),)) for name in sorted(self.further[dimension].columns)]

    def segments(self, dimension: Dimension) -> list[Segment]:
        """All categories, or all regions, by name."""
        return [Segment(**{dimension: name}) for name in sorted(set(self._names[dimension].tolist()))]

    def pairs(self, segment: Segment) -> list[Segment]:
        """All pairs of category and region inside `segment`."""
        return [self._pairs[i] for i in self._members(segment).tolist()]

    @cached_property
    def _pairs(self) -> list[Segment]:
        pairs = zip(self._names["category"].tolist(), self._names["region"].tolist(), strict=True)
        return [Segment(*names) for names in pairs]

    @cached_property
    def _names(self) -> Mapping[Dimension, NDArray[np.str_]]:
        columns = self.revenue.columns
        return {
            "category": np.array(columns.get_level_values(0), dtype=np.str_),
            "region": np.array(columns.get_level_values(1), dtype=np.str_),
        }

    @cached_property
    def _history(self) -> Floats:
        return self._between(self.first_day, self.complete_until)

    def _members(self, segment: Segment) -> NDArray[np.intp]:
        """Positions of its pairs, kept for the many claims that ask for the same segment."""
        if segment not in self._known_members:
            members = np.ones(self.revenue.shape[1], dtype=np.bool_)
            if segment.category is not None:
                members &= self._names["category"] == segment.category
            if segment.region is not None:
                members &= self._names["region"] == segment.region
            self._known_members[segment] = np.flatnonzero(members)
        return self._known_members[segment]

    @cached_property
    def _known_members(self) -> dict[Segment, NDArray[np.intp]]:
        return {pair: np.array([i]) for i, pair in enumerate(self._pairs)}

    def _sum(self, segment: Segment, start: date, end: date) -> float:
        asked = segment, start, end
        if asked not in self._known_sums:
            self._known_sums[asked] = self._added(segment, start, end)
        return self._known_sums[asked]

    @cached_property
    def _known_sums(self) -> dict[tuple[Segment, date, date], float]:
        return {}

    def _added(self, segment: Segment, start: date, end: date) -> float:
        if not len(self.revenue):
            return 0.0
        first, last = (min(max((day - self.first_day).days, 0), len(self._values)) for day in (start, end + ONE_DAY))
        if segment.further:
            return round(float(self._of_further(segment)[first:last].sum()), self.money_decimals) + 0.0
        days = self._running[last] - self._running[first]
        # Rounded, because sums of cents are cents.
        return round(float(days[self._members(segment)].sum()), self.money_decimals) + 0.0

    def _of_further(self, segment: Segment) -> Floats:
        """Revenue of a name of a further dimension, day by day."""
        ((dimension, name),) = segment.further
        values: Floats = self.further[dimension][name].to_numpy(dtype=np.float64)
        return values

    @cached_property
    def _running(self) -> Floats:
        """Revenue of the pairs over the first i days."""
        return np.concatenate([np.zeros((1, self._values.shape[1])), np.cumsum(self._values, axis=0)])

    def _between(self, start: date, end: date) -> Floats:
        if not len(self.revenue):
            return self._values
        first = self.first_day  # one row a day: no search needed
        return self._values[max((start - first).days, 0) : max((end - first).days + 1, 0)]

    @cached_property
    def _values(self) -> Floats:
        return self.revenue.to_numpy(dtype=np.float64)

    @cached_property
    def _counts(self) -> Mapping[Sum, Floats]:
        tables: dict[Sum, pd.DataFrame | None] = {"units": self.units, "orders": self.orders}
        return {of: table.to_numpy(dtype=np.float64) for of, table in tables.items() if table is not None}

    def _day(self, position: int) -> date:
        return pd.DatetimeIndex(self.revenue.index)[position].date()
