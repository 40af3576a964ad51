"""What stands behind the revenue: orders and their value, and how many visits become orders."""

from .briefing import Briefing, Floats
from .claims import Candidate, fact, trend_of
from .prices import REFUNDED, percent_change
from .significance import ratio_p_values

NOTABLE = 0.02
"""Where neither orders a day nor their value moved by this share, there is nothing to take apart."""


def breakdown(briefing: Briefing) -> list[Candidate]:
    """The change of revenue as that of the number of orders and of their average value.

    Each at the mean of the other in both ranges (Bennet 1920), so that the two parts add up to the change. Nothing
    where refunds are more than a trifle: they are no orders, but counted as such.
    """
    b = briefing
    if not b.comparable or b.measures is None or b.refunded() > REFUNDED:
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
        percent_change(b, "orders_change_percent", b.scope, orders, orders_before),
        fact("average_order_value", b.scope, b.start, b.end, value, "currency"),
        fact("previous_average_order_value", b.scope, b.previous_start, b.previous_end, value_before, "currency"),
        percent_change(b, "average_order_value_change_percent", b.scope, value, value_before),
        fact("orders_effect", b.scope, b.start, b.end, by_orders, "currency"),
        fact("order_value_effect", b.scope, b.start, b.end, by_value, "currency"),
    )
    money = max(abs(by_orders), abs(by_value))
    direction = trend_of(round(change, b.money_decimals))
    return [Candidate("breakdown", "breakdown", b.scope, b.start, b.end, direction, money, None, facts)]


def conversion(briefing: Briefing) -> list[Candidate]:
    """The conversion rate against the compared range, with the chance of such a change.

    Nothing where refunds are more than a trifle, as they count as orders.
    """
    b = briefing
    if not b.comparable or b.measures is None or "visits" not in b.measures or b.refunded() > REFUNDED:
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
        percent_change(b, "visits_change_percent", b.scope, visits, visits_before),
        percent_change(b, "orders_change_percent", b.scope, orders, orders_before),
    )
    p_value = _p_value(b, ordered, visited)
    money = abs(rate - before) / 100 * visits * abs(b.sum()) / orders
    return [Candidate("conversion", "conversion", b.scope, b.start, b.end, direction, money, p_value, facts)]


def _p_value(b: Briefing, above: Floats, below: Floats | None = None) -> float:
    columns = None if below is None else below[:, None]
    return float(ratio_p_values(above[:, None], columns, *b.window)[0])
