"""The key performance indicators of a range, and how they changed."""

from typing import NamedTuple, TypeAlias

from .figures import Change, Format, Ratio, change, points
from .measures import Totals
from .model import KpiChoice, Model

NO_GROWTH = Ratio(None, "no_data")
NOT_OVER = Ratio(None, "no_complete_day")
NO_CHANGE = Change(None, None, "flat", NOT_OVER.reason)


class Side(NamedTuple):
    """What is known of one range: the one asked for, its part that is compared, or the one it compares with."""

    totals: Totals
    customers: float
    growth: Ratio  # month over month, see `growth_rate`
    traffic_is_complete: bool


Comparison: TypeAlias = tuple[Side | None, Side]  # what is compared, None where no day of it is over; and what with


class Kpi(NamedTuple):
    """One figure with its change. Values are unrounded.

    `value` is of the range asked for; `change` leads from `previous` to `current`, the figures of the ranges compared.
    """

    id: str
    title: str
    format: Format
    value: Ratio
    current: Ratio
    previous: Ratio
    change: Change


def growth_rate(current: Totals, previous: Totals, *, is_known: bool = True) -> Ratio:
    """Change of revenue in percent since the same days a month earlier; not `is_known`: they are outside the data."""
    if not is_known:
        return NO_GROWTH
    # In minor units: equal rates of different months are then equal floats, and their difference is flat.
    both = Ratio(float(current.revenue_minor)), Ratio(float(previous.revenue_minor))
    result = change(*both, has_base=previous.rows > 0)
    return Ratio(result.percent, result.reason)


def compute_kpis(model: Model, asked: Side, comparison: Comparison) -> list[Kpi]:
    """All KPIs of the model, in its order."""
    current, previous = comparison
    values, before = _figures(model, asked), _figures(model, previous)
    if current is None:
        return [
            Kpi(kpi.id, kpi.title, kpi.format, value, NOT_OVER, then, NO_CHANGE)
            for kpi, value, then in zip(model.kpis, values, before, strict=True)
        ]
    compared = values if current is asked else _figures(model, current)
    has_base = previous.totals.rows > 0
    return [
        Kpi(kpi.id, kpi.title, kpi.format, value, now, then, points(now, then))
        if kpi.format == "percentage"
        else Kpi(kpi.id, kpi.title, kpi.format, value, now, then, change(now, then, has_base=has_base))
        for kpi, value, now, then in zip(model.kpis, values, compared, before, strict=True)
    ]


def _figures(model: Model, side: Side) -> list[Ratio]:
    """The values of the KPIs."""
    return [_figure(kpi, side) for kpi in model.kpis]


def known_customers(count: float, totals: Totals) -> Ratio:
    """Distinct customers of a range; undefined where there are sales of which no row says whose they are."""
    return Ratio(count) if count or not totals.rows else Ratio(None, "no_customers")


def _figure(kpi: KpiChoice, side: Side) -> Ratio:
    if kpi.metric is None:
        return side.growth
    if kpi.metric.is_distinct:
        return known_customers(side.customers, side.totals)
    if kpi.metric.additive and kpi.metric.of_traffic and not side.totals.visits:
        return Ratio(None, "no_traffic")  # nobody counted; that is no zero
    return kpi.metric.of(side.totals, side.traffic_is_complete)
