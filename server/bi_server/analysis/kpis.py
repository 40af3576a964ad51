"""The key performance indicators of a range, and how they changed."""

from typing import NamedTuple, TypeAlias

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
NOT_OVER = Ratio(None, "no_complete_day")
NO_CHANGE = Change(None, None, "flat", NOT_OVER.reason)
KPIS: tuple[tuple[str, str, Format], ...] = (
    ("total_revenue", "Total Revenue", "currency"),
    ("growth_rate", "Growth Rate", "percentage"),
    ("average_order_value", "Average Order Value", "currency"),
    ("conversion_rate", "Conversion Rate", "percentage"),
    ("orders", "Orders", "number"),
    ("units", "Units Sold", "number"),
    ("customers", "Customers", "number"),
)


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
    # In cents: equal rates of different months are then equal floats, and their difference is flat.
    cents = Ratio(float(current.revenue_cents)), Ratio(float(previous.revenue_cents))
    result = change(*cents, has_base=previous.rows > 0)
    return Ratio(result.percent, result.reason)


def compute_kpis(asked: Side, comparison: Comparison) -> list[Kpi]:
    """All KPIs in their fixed order."""
    current, previous = comparison
    values, before = _figures(asked), _figures(previous)
    if current is None:
        return [
            Kpi(*kpi, value, NOT_OVER, then, NO_CHANGE) for kpi, value, then in zip(KPIS, values, before, strict=True)
        ]
    compared = values if current is asked else _figures(current)
    has_base = previous.totals.rows > 0
    return [
        Kpi(id_, title, form, value, now, then, points(now, then))
        if form == "percentage"
        else Kpi(id_, title, form, value, now, then, change(now, then, has_base=has_base))
        for (id_, title, form), value, now, then in zip(KPIS, values, compared, before, strict=True)
    ]


def _figures(side: Side) -> tuple[Ratio, ...]:
    """The values of the KPIS."""
    sums = side.totals
    return (
        Ratio(sums.revenue),
        side.growth,
        average_order_value(sums),
        conversion_rate(sums, side.traffic_is_complete),
        Ratio(float(sums.orders)),
        Ratio(float(sums.units)),
        Ratio(side.customers),
    )
