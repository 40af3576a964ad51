"""What the change would have been, had an incident in either range brought what was expected."""

from bi_server.analysis.anomalies import Anomaly

from .briefing import Briefing
from .claims import Candidate, Segment, fact, trend_of
from .single_orders import CARRIES, NOTABLE, carrier, like_for_like

INCIDENTS = ("missing_data", "duplicate_import", "spike", "dip")
"""Kinds of anomalies that come and go; holidays and new levels are no accidents."""

SMALLEST_CHANGE = 1.0
"""Percent; next to no change has no direction that an incident could turn around."""


ALIKE = 0.5
"""Of an incident's deviation: another that differs from the expected by so much, the same way, is its like."""


def adjusted_change(briefing: Briefing) -> list[Candidate]:
    """The change as it came, and as it would be with what was expected in the gravest incident.

    Told where that turns the change around; of an incident of the compared range, which nothing else tells, also where
    it makes up most of the change. One that has its like in either range is left out: to put one of them right alone
    would compare what is not alike.
    """
    b = briefing
    if not like_for_like(b):
        return []
    now, before = b.sum(), b.previous_sum()
    if before <= 0 or abs(now / before - 1) * 100 < SMALLEST_CHANGE:
        return []
    order, found = carrier(b), []
    incidents = [anomaly for anomaly, _ in b.anomalies or () if anomaly.kind in INCIDENTS]
    for anomaly in incidents:
        start, end, apart = anomaly.start, anomaly.end, anomaly.total_value - anomaly.total_expected
        is_current = b.start <= start and end <= b.complete_until
        is_base = b.previous_start <= start and end <= b.previous_end
        told = order is not None and start <= order.day <= end
        if not (is_current or is_base) or told or any(_is_alike(other, anomaly, b) for other in incidents):
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


def _is_alike(other: Anomaly, anomaly: Anomaly, b: Briefing) -> bool:
    """Whether `other` is an incident of its own, in either range, that moved as much as `anomaly` by half or more."""
    beside = other.end < anomaly.start or anomaly.end < other.start
    within = b.previous_start <= other.start and other.end <= b.complete_until
    apart, of_other = (one.total_value - one.total_expected for one in (anomaly, other))
    return beside and within and apart * of_other > 0 and abs(of_other) >= ALIKE * abs(apart)
