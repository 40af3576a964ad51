"""What a unit, or an order, of a category brought against the compared range."""

from dataclasses import dataclass
from datetime import date
from math import log

import numpy as np

from .briefing import Briefing, Floats, Sum
from .claims import Candidate, Fact, Segment, fact, trend_of
from .segments import SMALL
from .significance import ratio_p_values

REFUNDED = 0.01
"""Where refunds took more of the revenue of either range, it says nothing of prices, nor do the orders."""

TYPICAL = 0.5
"""Part of a change that the median day must show as well: else it is one large order's, and no price."""


@dataclass(frozen=True)
class _Price:
    """What revenue is divided by, and what the result is called."""

    of: Sum
    template: str
    metric: str
    effect: str


_UNIT = _Price("units", "price", "revenue_per_unit", "price_effect")
_ORDER = _Price("orders", "order_value", "average_order_value", "order_value_effect")


def prices(briefing: Briefing) -> list[Candidate]:
    """The price of a unit, or the value of an order, of each of several categories; of one, `breakdown` tells it.

    Of each category the surer of the two, with the chance of one of two. Orders of one unit or several make the price
    of a unit vary; where orders are alike, their value shows far smaller changes.
    """
    b = briefing
    parts = b.segments("category")
    known = [kind for kind, table in ((_UNIT, b.units), (_ORDER, b.orders)) if table is not None]
    if not b.comparable or not known or len(parts) < 2:
        return []
    p_values = np.array([_p_values(b, parts, kind) for kind in known])
    surest = p_values.argmin(axis=0).tolist()
    adjusted = np.minimum(p_values.min(axis=0) * len(known), 1.0).tolist()
    found = [_price(b, part, known[i], p) for part, i, p in zip(parts, surest, adjusted, strict=True)]
    return [candidate for candidate in found if candidate is not None]


def _p_values(b: Briefing, parts: list[Segment], kind: _Price) -> Floats:
    revenue, counts = (np.column_stack([b.daily(part, of) for part in parts]) for of in ("revenue", kind.of))
    return ratio_p_values(revenue, counts, *b.window)


def _price(b: Briefing, segment: Segment, kind: _Price, p_value: float) -> Candidate | None:
    count, count_before = b.in_both(b.daily(segment, kind.of))
    if min(count, count_before, b.sum(segment), b.previous_sum(segment)) <= 0 or b.refunded(segment) > REFUNDED:
        return None
    price, before = b.sum(segment) / count, b.previous_sum(segment) / count_before
    effect = (count + count_before) / 2 * (price - before)
    direction = trend_of(round(price - before, b.money_decimals))
    if direction is None:
        return None
    part = segment.within(b.scope)
    facts = (
        fact(kind.metric, part, b.start, b.end, price, "currency"),
        fact(f"previous_{kind.metric}", part, b.previous_start, b.previous_end, before, "currency"),
        percent_change(b, f"{kind.metric}_change_percent", part, price, before),
        fact(kind.effect, part, b.start, b.end, effect, "currency"),
    )
    return Candidate(
        type="price",
        template=kind.template,
        segment=part,
        start=b.start,
        end=b.end,
        direction=direction,
        money=abs(effect),
        p_value=p_value,
        facts=facts,
        is_told=abs(effect) >= SMALL * b.money and _is_typical(b, segment, kind, log(price / before)),
    )


def _is_typical(b: Briefing, segment: Segment, kind: _Price, change: float) -> bool:
    """Whether the median day moved the same way, by a good part of it."""
    revenue, count = b.daily(segment), b.daily(segment, kind.of)
    now, before = (
        _median(revenue[days], count[days])
        for days in (_days(b, b.start, b.end), _days(b, b.previous_start, b.previous_end))
    )
    return now > 0 and before > 0 and log(now / before) / change >= TYPICAL


def _days(b: Briefing, start: date, end: date) -> slice:
    return slice((start - b.first_day).days, (end - b.first_day).days + 1)


def _median(revenue: Floats, count: Floats) -> float:
    sold = count > 0
    return float(np.median(revenue[sold] / count[sold])) if sold.any() else 0.0


def percent_change(b: Briefing, metric: str, segment: Segment, now: float, before: float) -> Fact:
    """By how many percent a measure of the range is above that of the compared one."""
    return fact(metric, segment, b.start, b.end, (now - before) / before * 100, "percentage")
