"""What the change would have been, had an incident in either range brought what was expected."""

from .briefing import Briefing
from .claims import Candidate, Segment, fact, trend_of
from .single_orders import CARRIES, NOTABLE, carrier, like_for_like

INCIDENTS = ("missing_data", "duplicate_import", "spike", "dip")
"""Kinds of anomalies that come and go; holidays and new levels are no accidents."""

SMALLEST_CHANGE = 1.0
"""Percent; next to no change has no direction that an incident could turn around."""


def adjusted_change(briefing: Briefing) -> list[Candidate]:
    """The change as it came, and as it would be with what was expected in the gravest incident.

    Told where that turns the change around. An incident of the compared range, which nothing else tells, also where it
    makes up most of the change.
    """
    b = briefing
    if not like_for_like(b):
        return []
    now, before = b.sum(), b.previous_sum()
    if before <= 0 or abs(now / before - 1) * 100 < SMALLEST_CHANGE:
        return []
    order, found = carrier(b), []
    for anomaly, _ in b.anomalies or ():
        start, end, apart = anomaly.start, anomaly.end, anomaly.total_value - anomaly.total_expected
        is_current = b.start <= start and end <= b.complete_until
        is_base = b.previous_start <= start and end <= b.previous_end
        told = order is not None and start <= order.day <= end
        if anomaly.kind not in INCIDENTS or not (is_current or is_base) or told:
            continue
        usual_now, usual_before = (now - apart, before) if is_current else (now, before - apart)
        if usual_before <= 0 or abs(apart) < NOTABLE * min(abs(now), before):
            continue
        percent = (usual_now / usual_before - 1) * 100
        turns = percent * (now - before) < 0 and abs(percent) >= SMALLEST_CHANGE
        if turns or (is_base and -apart * (now - before) >= CARRIES * (now - before) ** 2):
            found.append((abs(apart), percent, anomaly))
    if not found:
        return []
    apart, percent, anomaly = max(found, key=lambda incident: incident[0])
    part = Segment.of(anomaly.segment).within(b.scope)
    facts = (
        fact("revenue", part, anomaly.start, anomaly.end, anomaly.total_value, "currency"),
        fact("expected_revenue", part, anomaly.start, anomaly.end, anomaly.total_expected, "currency"),
        fact("revenue_change_percent", b.scope, b.start, b.end, (now / before - 1) * 100, "percentage"),
        fact("revenue_change_percent_without", b.scope, b.start, b.end, percent, "percentage"),
    )
    return [
        Candidate(
            type="adjusted_change",
            template="adjusted_change",
            segment=b.scope,
            start=b.start,
            end=b.end,
            direction=trend_of(now - before),
            money=apart,
            p_value=None,
            facts=facts,
            sentiment="neutral",
        )
    ]
