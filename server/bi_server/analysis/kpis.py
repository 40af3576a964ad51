"""The key performance indicators of a range, and how they changed."""

from typing import NamedTuple

from bi_server.analysis.metrics import (
    Change,
    Format,
    Ratio,
    Totals,
    average_order_value,
    change,
    conversion_rate,
    points,
)

NO_GROWTH = Ratio(None, "no_data")


class Side(NamedTuple):
    """What is known of one range: the one asked for, or the one it compares with."""

    totals: Totals
    customers: float
    growth: Ratio  # month over month, see `growth_rate`
    traffic_is_complete: bool


class Kpi(NamedTuple):
    """One figure with its change. Values are unrounded."""

    id: str
    title: str
    format: Format
    value: Ratio
    previous: Ratio
    change: Change


def growth_rate(current: Totals, previous: Totals, *, is_known: bool = True) -> Ratio:
    """Change of revenue in percent since the same days a month earlier; not `is_known`: they are outside the data."""
    if not is_known:
        return NO_GROWTH
    # In cents: equal rates of different months are then equal floats, and their difference is flat.
    cents = Ratio(float(current.revenue_cents)), Ratio(float(previous.revenue_cents))
    result = change(*cents, has_base=previous.rows > 0)
    return Ratio(result.percent, result.reason)


def compute_kpis(current: Side, previous: Side) -> list[Kpi]:
    """All KPIs in their fixed order."""
    now, then = current.totals, previous.totals
    has_base = then.rows > 0
    rates = [conversion_rate(side.totals, side.traffic_is_complete) for side in (current, previous)]
    aov = [average_order_value(side.totals) for side in (current, previous)]
    return [
        _kpi("total_revenue", "Total Revenue", "currency", Ratio(now.revenue), Ratio(then.revenue), has_base),
        _kpi("growth_rate", "Growth Rate", "percentage", current.growth, previous.growth, has_base),
        _kpi("average_order_value", "Average Order Value", "currency", aov[0], aov[1], has_base),
        _kpi("conversion_rate", "Conversion Rate", "percentage", rates[0], rates[1], has_base),
        _kpi("orders", "Orders", "number", Ratio(float(now.orders)), Ratio(float(then.orders)), has_base),
        _kpi("units", "Units Sold", "number", Ratio(float(now.units)), Ratio(float(then.units)), has_base),
        _kpi("customers", "Customers", "number", Ratio(current.customers), Ratio(previous.customers), has_base),
    ]


def _kpi(kpi_id: str, title: str, form: Format, value: Ratio, previous: Ratio, has_base: bool) -> Kpi:
    if form == "percentage":
        return Kpi(kpi_id, title, form, value, previous, points(value, previous))
    return Kpi(kpi_id, title, form, value, previous, change(value, previous, has_base=has_base))
