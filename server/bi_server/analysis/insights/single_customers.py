"""One customer whose orders, taken together, make up most of a change."""

from .briefing import Briefing
from .claims import Candidate, fact, trend_of
from .single_orders import CARRIES, NOTABLE, carrier, like_for_like

APART = 2.0
"""Times the change of the next customer: where several swing as widely, none of them carries the whole."""


def is_notable(current: float, previous: float) -> bool:
    """Whether a change from `previous` to `current` revenue is large enough to ask who it came from."""
    return abs(current - previous) >= NOTABLE * max(min(abs(current), abs(previous)), 0.01)


def single_customers(briefing: Briefing) -> list[Candidate]:
    """The one customer who carries the change, if there is one, and no single order does."""
    b, known = briefing, briefing.large_customers
    if not known or not like_for_like(b):
        return []
    change = b.sum() - b.previous_sum()
    first, *others = sorted(known, key=lambda customer: -abs(customer.change))
    next_one = abs(others[0].change) if others else 0.0
    carries = CARRIES <= first.change / change <= 1 / CARRIES and abs(first.change) >= APART * next_one
    if not carries or carrier(b) is not None:
        return []
    facts = (
        fact("customer_revenue", b.scope, b.start, b.end, first.revenue, "currency"),
        fact("previous_customer_revenue", b.scope, b.previous_start, b.previous_end, first.previous, "currency"),
        fact("revenue_change", b.scope, b.start, b.end, change, "currency"),
    )
    return [
        Candidate(
            type="single_customer",
            template="customer_carries",
            segment=b.scope,
            start=b.start,
            end=b.end,
            direction=trend_of(change),
            money=abs(first.change),
            p_value=None,
            facts=facts,
            names=(first.customer_id,) if first.customer_id else (),
            sentiment="neutral",
        )
    ]
