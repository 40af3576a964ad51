"""The model of a business, as read from its file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from bi_server.errors import InvalidInput

from .calendar import ISO, Calendar
from .dimensions import Dimension
from .figures import Format
from .measures import SUMS, Measure
from .metrics import Favorable, Metric
from .money import DEFAULT_CURRENCY


@dataclass(frozen=True)
class KpiChoice:
    """One of the figures that GetKpis answers; `metric` is None for the growth rate."""

    id: str
    title: str
    format: Format
    favorable: Favorable
    metric: Metric | None

    @property
    def shown(self) -> int:
        """The decimals that answers give."""
        return 2 if self.metric is None else self.metric.shown


@dataclass(frozen=True)
class Model:
    """All metrics and measures by name, in the order of the file, the KPIs, what everything is split by, and the
    calendar.

    All money is in `currency`, an ISO 4217 code; sums of it are in minor units.
    """

    metrics: Mapping[str, Metric]
    kpis: tuple[KpiChoice, ...]
    dimensions: tuple[Dimension, ...]
    measures: Mapping[str, Measure]
    calendar: Calendar = ISO
    currency: str = DEFAULT_CURRENCY

    @cached_property
    def money_decimals(self) -> int:
        """How many decimals amounts have."""
        return self.measures["revenue"].decimals

    @cached_property
    def minor_per_unit(self) -> int:
        """How many minor units one unit of the currency has: 100 cents a dollar."""
        return int(10**self.money_decimals)

    def in_units(self, minor: float) -> float:
        """An amount of minor units in units of the currency."""
        return minor / self.minor_per_unit

    @cached_property
    def held(self) -> tuple[Dimension, ...]:
        """Dimensions whose sums are held in memory, category and region first."""
        return tuple(dimension for dimension in self.dimensions if not dimension.wide)

    @cached_property
    def wide(self) -> tuple[Dimension, ...]:
        """Dimensions whose sums are read from the rows."""
        return tuple(dimension for dimension in self.dimensions if dimension.wide)

    @cached_property
    def own_measures(self) -> tuple[Measure, ...]:
        """Measures that the file declares, in the order of their positions."""
        return tuple(measure for measure in self.measures.values() if measure.column)

    @cached_property
    def sums(self) -> tuple[str, ...]:
        """What stands at each position of sums."""
        return (*SUMS, *(measure.id for measure in self.own_measures))

    @cached_property
    def daily(self) -> tuple[str, ...]:
        """Metrics that are known for every day without counting people anew."""
        return tuple(name for name, metric in self.metrics.items() if not metric.is_distinct)

    @cached_property
    def forecast(self) -> tuple[str, ...]:
        """Metrics of sales alone, which forecasts and anomalies are made of."""
        return tuple(name for name in self.daily if not self.metrics[name].of_traffic)

    @cached_property
    def additive(self) -> tuple[str, ...]:
        """Metrics that are the sum of their parts."""
        return tuple(name for name, metric in self.metrics.items() if metric.additive)

    @cached_property
    def identities(self) -> frozenset[frozenset[str]]:
        """Pairs of metrics of which one is computed from the other: that they move together is arithmetic, no news."""
        found = set()
        for one, other in combinations(self.metrics.values(), 2):
            parts = one.measures <= other.measures or other.measures <= one.measures
            if parts or other.id in one.drives or one.id in other.drives:
                found.add(frozenset((one.id, other.id)))
        return frozenset(found)

    def check(self, name: str, allowed: Sequence[str] = ()) -> Metric:
        """The metric a request names; blank means revenue. Raises InvalidInput with the list of what is `allowed`
        (empty: all)."""
        known = allowed or tuple(self.metrics)
        asked = name.strip().lower() or "revenue"
        if asked not in known:
            raise InvalidInput.of("metric", f"{name!r} is not known; use one of {', '.join(known)}")
        return self.metrics[asked]
