"""What stands behind the revenue: orders and their value, prices, and how many visits become orders."""

import numpy as np

from .briefing import Briefing, Floats
from .claims import Candidate, Fact, Segment, fact, trend_of
from .segments import SMALL
from .significance import ratio_p_values

NOTABLE = 0.02
"""Where neither orders a day nor their value moved by this share, there is nothing to take apart."""


def breakdown(briefing: Briefing) -> list[Candidate]:
    """The change of revenue as that of the number of orders and of their average value.

    Each at the mean of the other in both ranges (Bennet 1920), so that the two parts add up to the change.
    """
    b = briefing
    if not b.comparable or b.measures is None:
        return []
    daily, ordered = b.daily(), b.measure("orders")
    (revenue, previous), (orders, orders_before) = b.in_both(daily), b.in_both(ordered)
    change = revenue - previous
    if min(revenue, previous, orders, orders_before) <= 0:
        return []
    value, value_before = revenue / orders, previous / orders_before
    by_orders = (value + value_before) / 2 * (orders - orders_before)
    by_value = change - by_orders
    by_day = orders / b.length / (orders_before / b.previous_length) - 1
    if max(abs(by_day), abs(value / value_before - 1)) < NOTABLE or round(change / previous * 100) == 0:
        return []
    facts = (
        fact("revenue_change", b.scope, b.start, b.end, change, "currency"),
        fact("orders", b.scope, b.start, b.end, orders, "number"),
        fact("previous_orders", b.scope, b.previous_start, b.previous_end, orders_before, "number"),
        _percent(b, "orders_change_percent", b.scope, orders, orders_before),
        fact("average_order_value", b.scope, b.start, b.end, value, "currency"),
        fact("previous_average_order_value", b.scope, b.previous_start, b.previous_end, value_before, "currency"),
        _percent(b, "average_order_value_change_percent", b.scope, value, value_before),
        fact("orders_effect", b.scope, b.start, b.end, by_orders, "currency"),
        fact("order_value_effect", b.scope, b.start, b.end, by_value, "currency"),
    )
    money = max(abs(by_orders), abs(by_value))
    direction = trend_of(round(change, 2))
    return [Candidate("breakdown", "breakdown", b.scope, b.start, b.end, direction, money, None, facts)]


def conversion(briefing: Briefing) -> list[Candidate]:
    """The conversion rate against the compared range, with the chance of such a change."""
    b = briefing
    if not b.comparable or b.measures is None or "visits" not in b.measures:
        return []
    ordered, visited = b.measure("orders"), b.measure("visits")
    (orders, orders_before), (visits, visits_before) = b.in_both(ordered), b.in_both(visited)
    if min(orders, orders_before, visits, visits_before) <= 0:
        return []
    rate, before = orders / visits * 100, orders_before / visits_before * 100
    direction = trend_of(round(rate - before, 2))
    if direction is None:
        return []
    facts = (
        fact("conversion_rate", b.scope, b.start, b.end, rate, "percentage"),
        fact("previous_conversion_rate", b.scope, b.previous_start, b.previous_end, before, "percentage"),
        fact("conversion_rate_change_points", b.scope, b.start, b.end, rate - before, "points"),
        _percent(b, "visits_change_percent", b.scope, visits, visits_before),
        _percent(b, "orders_change_percent", b.scope, orders, orders_before),
    )
    p_value = _p_value(b, ordered, visited)
    money = abs(rate - before) / 100 * visits * abs(b.sum()) / orders
    return [Candidate("conversion", "conversion", b.scope, b.start, b.end, direction, money, p_value, facts)]


def prices(briefing: Briefing) -> list[Candidate]:
    """What a unit of each of several categories brought, where that moved the revenue; of one, `breakdown` tells it."""
    b = briefing
    parts = b.segments("category")
    if not b.comparable or b.units is None or len(parts) < 2:
        return []
    revenue, units = (np.column_stack([b.daily(part, of) for part in parts]) for of in ("revenue", "units"))
    p_values = ratio_p_values(revenue, units, *b.window).tolist()
    found = [_price(b, part, p_value) for part, p_value in zip(parts, p_values, strict=True)]
    return [candidate for candidate in found if candidate is not None]


def _price(b: Briefing, segment: Segment, p_value: float) -> Candidate | None:
    units, units_before = b.in_both(b.daily(segment, "units"))
    if min(units, units_before, b.sum(segment), b.previous_sum(segment)) <= 0:
        return None
    price, before = b.sum(segment) / units, b.previous_sum(segment) / units_before
    effect = (units + units_before) / 2 * (price - before)
    direction = trend_of(round(price - before, 2))
    if direction is None:
        return None
    part = segment.within(b.scope)
    facts = (
        fact("revenue_per_unit", part, b.start, b.end, price, "currency"),
        fact("previous_revenue_per_unit", part, b.previous_start, b.previous_end, before, "currency"),
        _percent(b, "revenue_per_unit_change_percent", part, price, before),
        fact("price_effect", part, b.start, b.end, effect, "currency"),
    )
    return Candidate(
        type="price",
        template="price",
        segment=part,
        start=b.start,
        end=b.end,
        direction=direction,
        money=abs(effect),
        p_value=p_value,
        facts=facts,
        is_told=abs(effect) >= SMALL * b.money,
    )


def _percent(b: Briefing, metric: str, segment: Segment, now: float, before: float) -> Fact:
    return fact(metric, segment, b.start, b.end, (now - before) / before * 100, "percentage")


def _p_value(b: Briefing, above: Floats, below: Floats | None = None) -> float:
    columns = None if below is None else below[:, None]
    return float(ratio_p_values(above[:, None], columns, *b.window)[0])
