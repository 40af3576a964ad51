"""One order that makes up most of a change, or without which the change would have gone the other way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .briefing import Briefing
from .claims import Candidate, LargeOrder, fact, trend_of

CARRIES = 0.5
"""Share of the change that an order must be to be told."""

NOTABLE = 0.05
"""Least size of such an order, as a share of the revenue of its range: half of next to no change is nothing to tell."""

ABOUT_EQUAL = 0.12
"""Ranges whose lengths differ by more do not tell which way the change goes (February and March still do)."""


COMPARABLE = 0.5
"""An order has its like in the other range where one of this share of it came: a peak of every month is no incident."""


@dataclass(frozen=True)
class Turn:
    """A change (in percent) that one order turned around: without it, it is `without` percent."""

    order: LargeOrder
    without: float


def least_order(current: float, previous: float) -> float:
    """How large an order must at least be to be told of a change from `previous` to `current` revenue."""
    return max(CARRIES * abs(current - previous), NOTABLE * min(abs(current), abs(previous)))


def like_for_like(b: Briefing) -> bool:
    """Whether the ranges can be set against each other as they are: both with data, and about equally long."""
    return b.comparable and b.is_over and abs(b.length / b.previous_length - 1) <= ABOUT_EQUAL


def carrier(b: Briefing) -> LargeOrder | None:
    """The order that moved the revenue of the range against the compared one most, where it carries the change."""
    change, least = b.sum() - b.previous_sum(), least_order(b.sum(), b.previous_sum())
    carrying = [(o, _effect(o, b.start)) for o in b.large_orders if abs(o.revenue) >= least]
    carrying = [
        (o, effect) for o, effect in carrying if effect * change > 0 and not has_its_like(o, b.large_orders, b.start)
    ]
    return max(carrying, key=lambda pair: abs(pair[1]), default=(None, 0.0))[0]


def has_its_like(order: LargeOrder, orders: Sequence[LargeOrder], start: date) -> bool:
    """Whether the other of the two ranges has an order about as large; `start` is where the current range does."""
    others = (o for o in orders if (o.day >= start) != (order.day >= start) and o.revenue * order.revenue > 0)
    return any(abs(other.revenue) >= COMPARABLE * abs(order.revenue) for other in others)


def turned(order: LargeOrder, start: date, current: float, previous: float) -> Turn | None:
    """The change without `order`, where that has the other sign; `start` is where the current range does."""
    now, before = current, previous
    if order.day >= start:
        now -= order.revenue
    else:
        before -= order.revenue
    if before <= 0 or previous <= 0 or (now - before) * (current - previous) >= 0:
        return None
    return Turn(order, (now - before) / before * 100)


def single_orders(briefing: Briefing) -> list[Candidate]:
    """The one order that carries the change, if there is one."""
    b = briefing
    if not like_for_like(b):
        return []
    order = carrier(b)
    if order is None:
        return []
    change = b.sum() - b.previous_sum()
    facts = [
        fact("order_revenue", b.scope, order.day, order.day, order.revenue, "currency"),
        fact("revenue_change", b.scope, b.start, b.end, change, "currency"),
    ]
    turn = turned(order, b.start, b.sum(), b.previous_sum())
    if turn is None:
        if abs(_effect(order, b.start)) > abs(change):
            return []  # others took part of it back, so that it is no part of the change
        template = "order_carries"
    else:
        template, percent = "order_turns", change / abs(b.previous_sum()) * 100
        if round(percent, 2) == 0:
            return []
        facts.append(fact("revenue_change_percent", b.scope, b.start, b.end, percent, "percentage"))
        facts.append(fact("revenue_change_percent_without", b.scope, b.start, b.end, turn.without, "percentage"))
    names = tuple(name for name in (order.order_id, order.customer_id) if name) if order.order_id else ()
    direction = trend_of(change)
    return [
        Candidate(
            type="single_order",
            template=template,
            segment=b.scope,
            start=b.start,
            end=b.end,
            direction=direction,
            money=abs(order.revenue),
            p_value=None,
            facts=tuple(facts),
            names=names,
            sentiment="neutral",
        )
    ]


def _effect(order: LargeOrder, start: date) -> float:
    return order.revenue if order.day >= start else -order.revenue
