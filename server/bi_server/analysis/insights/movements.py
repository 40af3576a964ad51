"""Trends, lasting steps, and series that move together, as found by the trends package."""

from datetime import timedelta

from bi_server.analysis.trends import Correlation

from .briefing import Briefing
from .claims import Candidate, fact, trend_of

CORRELATION_IMPACT = 0.05
"""A perfect correlation counts like so much of the revenue: it explains, it brings nothing in by itself."""

MAX_RELATIONS = 3


def trends(briefing: Briefing) -> list[Candidate]:
    """The direction of the total and of segments over the range."""
    found: list[Candidate] = []
    b, end = briefing, briefing.complete_until
    for segment, direction in b.directions.items():
        if direction.p_value is None or not direction.slope or direction.change_percent is None:
            continue
        days = (end - b.start).days + 1
        part = segment.within(b.scope)
        found.append(
            Candidate(
                type="trend",
                template="trend",
                segment=part,
                start=b.start,
                end=end,
                direction=trend_of(direction.slope),
                # What came in beyond (or short of) staying where the range began.
                money=abs(direction.slope) * days * (days - 1) / 2,
                p_value=direction.p_value,
                facts=(
                    fact("revenue_trend_percent", part, b.start, end, direction.change_percent, "percentage"),
                    fact("revenue_trend_per_day", part, b.start, end, direction.slope, "currency"),
                ),
            )
        )
    return found


def level_changes(briefing: Briefing) -> list[Candidate]:
    """Lasting steps of the total and of segments that lie in the range."""
    found: list[Candidate] = []
    b, end = briefing, briefing.complete_until
    for segment, points in b.change_points.items():
        for point in points:
            step = point.level_after - point.level_before
            if not b.start <= point.day <= end or step == 0:
                continue
            part = segment.within(b.scope)
            before = point.day - timedelta(days=1)
            facts = [
                fact("daily_revenue_before", part, before, before, point.level_before, "currency"),
                fact("daily_revenue_after", part, point.day, end, point.level_after, "currency"),
            ]
            if point.change_percent is not None:
                percent = fact("level_change_percent", part, point.day, end, point.change_percent, "percentage")
                facts.append(percent)
            found.append(
                Candidate(
                    type="change_point",
                    template="change_point",
                    segment=part,
                    start=point.day,
                    end=end,
                    direction=trend_of(step),
                    money=abs(step) * ((end - point.day).days + 1),
                    p_value=1 - point.confidence,
                    facts=tuple(facts),
                )
            )
    return found


def relations(briefing: Briefing) -> list[Candidate]:
    """The most certain pairs of metrics or segments that move together; not those tied by definition.

    Pairs are many, and all of them would make it harder for everything else to stand out. So they are judged among
    themselves first: the false discovery rate at which a pair would be called is its p-value here (of the best
    pair, that is Simes' 1986 p-value of the hypothesis that nothing moves together).
    """
    pairs = sorted((c for c in briefing.correlations if not c.algebraic), key=lambda c: c.q_value)
    return [_relation(briefing, pair) for pair in pairs[:MAX_RELATIONS]]


def _relation(b: Briefing, c: Correlation) -> Candidate:
    start, end = b.complete_until - timedelta(days=c.days - 1), b.complete_until
    return Candidate(
        type="correlation",
        template="correlation_lag" if c.lag else "correlation",
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
