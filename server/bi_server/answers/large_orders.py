"""The large orders and customers behind a change. Daily sums tell on which few days to look for orders in the rows."""

from datetime import date

import numpy as np

from bi_server.analysis.insights import LargeCustomer, LargeOrder, is_notable, least_order, turned
from bi_server.analysis.insights.single_orders import ABOUT_EQUAL, has_its_like
from bi_server.analysis.periods import Days
from bi_server.answers import convert
from bi_server.answers.notes import WITHOUT_ROWS
from bi_server.errors import StoreUnavailable
from bi_server.store.cube import CATEGORY, ORDERS, REGION, REVENUE, ROWS, Cube
from bi_server.store.segments import fold
from bi_server.store.selection import EVERYTHING, Selection

MOST_DAYS = 4  # whose rows are read
MOST_ROWS = 100_000  # read for one answer
MOST_ROWS_OF_CUSTOMERS = 20_000  # in both ranges: all of them are read
MOST_CUSTOMERS = 2  # the one that changed most, and the next to set it against


def large_orders(cube: Cube, chosen: Selection, current: Days, base: Days) -> list[LargeOrder]:
    """The orders of two ranges that may carry the change of revenue between them; nothing where none is that large."""
    totals = [cube.totals(chosen, [days])[0].revenue_minor for days in (current, base)]
    least = round(least_order(*totals))
    if cube.rows is None or least <= 0 or totals[0] == totals[1]:
        return []
    found, left = [], MOST_ROWS
    for day in _suspicious(cube, chosen, (current, base), least):
        left -= int(cube.daily(EVERYTHING, day, day)[0, ROWS])
        if left < 0:
            break
        for order in cube.rows.orders(day, least):
            brought = sum(amount for names, amount in order.amounts.items() if _belongs(cube, chosen, *names))
            if abs(brought) >= least:
                revenue = cube.model.in_units(brought)
                found.append(LargeOrder(date.fromordinal(day), revenue, order.order_id, order.customer_id))
    return found


def large_customers(cube: Cube, chosen: Selection, current: Days, base: Days) -> list[LargeCustomer]:
    """The customers whose revenue changed most between two ranges; none where little changed, or too much was sold."""
    totals = cube.totals(chosen, [current, base])
    rows = sum(int(cube.daily(EVERYTHING, days.start, days.end)[:, ROWS].sum()) for days in (current, base))
    if (
        cube.rows is None
        or rows > MOST_ROWS_OF_CUSTOMERS
        or not is_notable(*(cube.model.in_units(t.revenue_minor) for t in totals))
    ):
        return []
    found = []
    for buyer in cube.rows.buyers((current, base)):
        now, before = (
            sum(amount for names, amount in amounts.items() if _belongs(cube, chosen, *names))
            for amounts in buyer.amounts
        )
        found.append(LargeCustomer(cube.model.in_units(now), cube.model.in_units(before), buyer.customer_id))
    return sorted(found, key=lambda customer: -abs(customer.change))[:MOST_CUSTOMERS]


def on_turn(cube: Cube, chosen: Selection, current: Days, base: Days) -> list[str]:
    """The note of a comparison that one order turned around."""
    if abs(current.length / base.length - 1) > ABOUT_EQUAL or base.end >= current.start:
        return []
    now, before = (cube.model.in_units(totals.revenue_minor) for totals in cube.totals(chosen, [current, base]))
    start = date.fromordinal(current.start)
    try:
        found = large_orders(cube, chosen, current, base)
    except StoreUnavailable:
        return [WITHOUT_ROWS]
    for order in sorted(found, key=lambda order: -abs(order.revenue)):
        turn = None if has_its_like(order, found, start) else turned(order, start, now, before)
        if turn is not None:
            what = "order" if order.revenue > 0 else "refund"
            named = f" {order.order_id}" if order.order_id else ""
            size = f"{abs(order.revenue):,.{cube.model.money_decimals}f}"
            return [
                f"Revenue changed by {(now - before) / before * 100:+,.2f} %; by {turn.without:+,.2f} % without the "
                f"{what}{named} of {size} on {convert.iso(order.day.toordinal())}."
            ]
    return []


def _suspicious(cube: Cube, chosen: Selection, ranges: tuple[Days, Days], least: int) -> list[int]:
    """The days whose revenue their number of orders leaves unexplained, by at least half of such an order; most first.

    However much busier a Saturday is: where orders are as large as usual, no row is read.
    """
    unexplained: dict[int, int] = {}
    for days in ranges:
        revenue, orders = cube.daily(chosen, days.start, days.end)[:, [REVENUE, ORDERS]].T
        usual = float(np.median(revenue[orders > 0] / orders[orders > 0])) if orders.any() else 0.0
        apart = np.abs(revenue - orders * usual)
        unexplained |= {days.start + int(i): int(apart[i]) for i in np.flatnonzero(apart >= least / 2)}
    return sorted(unexplained, key=lambda day: (-unexplained[day], day))[:MOST_DAYS]


def _belongs(cube: Cube, chosen: Selection, category: str, region: str) -> bool:
    wanted = ((chosen.of(CATEGORY), cube.categories, category), (chosen.of(REGION), cube.regions, region))
    return all(asked is None or fold(name) in {fold(names[i]) for i in asked} for asked, names, name in wanted)
