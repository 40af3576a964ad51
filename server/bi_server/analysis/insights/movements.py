"""Trends, lasting steps, and series that move together, as found by the trends package."""

from datetime import timedelta

from bi_server.analysis.trends import ChangePoint, Correlation

from .briefing import ONE_DAY, Briefing
from .claims import Candidate, fact, trend_of

CORRELATION_IMPACT = 0.05
"""A perfect correlation counts like so much of the revenue: it explains, it brings nothing in by itself."""

LEAST_CORRELATION = 0.5
"""Weaker ones let nobody foresee anything."""


MOST_PERCENT = 1000.0
"""A line that rises by more began at next to nothing: its percentage tells nobody anything."""

LEAST_PERCENT = -99.9
"""A line that ends at nothing does not say that nothing is sold; what ended is told as that."""


def trends(briefing: Briefing) -> list[Candidate]:
    """The direction of the total and of segments over the range."""
    found: list[Candidate] = []
    b, end = briefing, briefing.complete_until
    for segment, direction in b.directions.items():
        if direction.p_value is None or not direction.slope:
            continue
        if direction.change_percent is None or not LEAST_PERCENT < direction.change_percent <= MOST_PERCENT:
            continue
        start = direction.start or b.start  # a segment that was launched in the range has a trend from then on
        days = (end - start).days + 1
        part = segment.within(b.scope)
        found.append(
            Candidate(
                type="trend",
                template="trend_seasonal" if direction.seasonal else "trend",
                segment=part,
                start=start,
                end=end,
                direction=trend_of(direction.slope),
                # What came in beyond (or short of) staying where it began.
                money=abs(direction.slope) * days * (days - 1) / 2,
                p_value=direction.p_value,
                facts=(
                    fact("revenue_trend_percent", part, start, end, direction.change_percent, "percentage"),
                    fact("revenue_trend_per_day", part, start, end, direction.slope, "currency"),
                ),
            )
        )
    return found


def level_changes(briefing: Briefing) -> list[Candidate]:
    """Steps of the total and of segments that lie in the range, and on how many `days` the new level was seen."""
    found: list[Candidate] = []
    b, end = briefing, briefing.complete_until
    for segment, points in b.change_points.items():
        for point in points:
            step = point.level_after - point.level_before
            if not b.start <= point.day <= end or step == 0:
                continue
            part = segment.within(b.scope)
            last = min(point.lasted_until or end, end)
            # Of the days that a level was measured on, which are not all that it lasted.
            before, after = (point.before_from, point.day - ONE_DAY), (point.day, point.after_until)
            facts = [
                fact("daily_revenue_before", part, *before, point.level_before, "currency"),
                fact("daily_revenue_after", part, *after, point.level_after, "currency"),
            ]
            if point.change_percent is not None:
                facts.append(fact("level_change_percent", part, *after, point.change_percent, "percentage"))
            if _stay(point) != "change_point_recent":
                until = point.lasted_until or end
                facts.append(fact("days", part, point.day, until, (until - point.day).days + 1, "number"))
            found.append(
                Candidate(
                    type="change_point",
                    template=_stay(point),
                    segment=part,
                    start=point.day,
                    end=last,
                    direction=trend_of(step),
                    money=abs(step) * ((last - point.day).days + 1),
                    p_value=1 - point.confidence,
                    facts=tuple(facts),
                )
            )
    return found


def _stay(point: ChangePoint) -> str:
    if point.stayed:
        return "change_point"
    return "change_point_until" if point.lasted_until else "change_point_recent"


def relations(briefing: Briefing) -> list[Candidate]:
    """The strongest pair of segments of which one foretells the other; at most one, most answers have none.

    Segments that move together on the same day share a promotion, a holiday or an outage, and are no news; one that
    goes ahead by days, strongly, lets somebody act. Pairs are many, and all of them would make it harder for everything
    else to stand out. So they are judged among themselves first: the false discovery rate at which a pair would be
    called is its p-value here.
    """
    ahead = [c for c in briefing.correlations if c.lag and not c.algebraic and abs(c.coefficient) >= LEAST_CORRELATION]
    strongest = max(ahead, key=lambda c: (abs(c.coefficient), c.first, c.second), default=None)
    return [] if strongest is None else [_relation(briefing, strongest)]


def _relation(b: Briefing, c: Correlation) -> Candidate:
    start, end = b.complete_until - timedelta(days=c.days - 1), b.complete_until
    return Candidate(
        type="correlation",
        template="correlation_lag",
        segment=b.scope,
        start=start,
        end=end,
        direction=None,
        money=CORRELATION_IMPACT * abs(c.coefficient) * b.money,
        p_value=c.q_value,
        facts=(
            fact("correlation", b.scope, start, end, c.coefficient, "number"),
            fact("lag_days", b.scope, start, end, abs(c.lag), "number"),
        ),
        # The one that moves first comes first.
        names=(c.first, c.second) if c.lag >= 0 else (c.second, c.first),
    )
