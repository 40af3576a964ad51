"""The plain facts an answer opens with: what came in, against the range before."""

from .briefing import Briefing
from .claims import WHOLE, Candidate, Fact, Segment, fact, trend_of


def headline(briefing: Briefing) -> Candidate:
    """Revenue of the range against the compared one, or that there is no data."""
    b = briefing
    if not b.has_data:
        return _no_data(b)
    facts = change_facts(b)
    change = b.sum() - b.previous_sum() if b.comparable else 0.0
    direction = trend_of(round(change, 2))
    template = "growth_no_base" if not b.comparable else ("growth" if direction else "growth_none")
    return Candidate("growth", template, b.scope, b.start, b.end, direction, abs(change), None, facts)


def change_facts(briefing: Briefing, segment: Segment = WHOLE) -> tuple[Fact, ...]:
    """Revenue, and where there is something to compare with: revenue before, the change, and that in percent.

    The percentage is left out where the revenue before was 0.
    """
    b, part = briefing, segment.within(briefing.scope)
    current = b.sum(segment)
    facts = [fact("revenue", part, b.start, b.end, current, "currency")]
    if not b.comparable:
        return tuple(facts)
    previous = b.previous_sum(segment)
    facts.append(fact("previous_revenue", part, b.previous_start, b.previous_end, previous, "currency"))
    facts.append(fact("revenue_change", part, b.start, b.end, current - previous, "currency"))
    if previous != 0:
        percent = (current - previous) / abs(previous) * 100
        facts.append(fact("revenue_change_percent", part, b.start, b.end, percent, "percentage"))
    return tuple(facts)


def _no_data(b: Briefing) -> Candidate:
    facts = [fact("revenue", b.scope, b.start, b.end, 0.0, "currency")]
    if len(b.revenue):
        first, last = b.first_day, b.revenue.index[-1].date()
        total = float(b.revenue.to_numpy().sum())
        facts.append(fact("available_revenue", b.scope, first, last, total, "currency"))
    template = "no_data" if len(b.revenue) else "no_data_at_all"
    return Candidate("no_data", template, b.scope, b.start, b.end, None, 0.0, None, tuple(facts))
