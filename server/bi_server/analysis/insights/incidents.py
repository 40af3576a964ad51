"""Days that fell out of the expected, and what is expected next."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from scipy.special import ndtr, ndtri, stdtr

from bi_server.analysis.anomalies import LONGEST_RUN, NEXT_TO_NOTHING, Anomaly

from .briefing import Briefing
from .claims import Candidate, Fact, Segment, Sentiment, fact, trend_of

SCORE_FREEDOM = 12
"""Degrees of freedom of the t distribution that scores are read by: the tails of real noise are heavier than normal."""

CAUSE_SHARE = 0.6
"""A segment that explains so much of a deviation is named with it."""

DATA_PROBLEMS = ("missing_data", "duplicate_import")
"""Kinds that say something about the records first, and about the business only if those are right."""

SENTIMENTS: dict[str, Sentiment] = {
    "holiday": "neutral",
    "missing_data": "negative",
    "duplicate_import": "negative",
}
"""A day off is no bad news, and a doubled import is no good news."""


def incidents(briefing: Briefing) -> list[Candidate]:
    """The anomalies of the range, with the chance of one as large among as many days."""
    b = briefing
    return [
        _incident(b, anomaly, causes)
        for anomaly, causes in b.anomalies or ()
        if _is_of(b, anomaly) and trend_of(anomaly.total_value - anomaly.total_expected) == anomaly.direction
    ]


def gaps(briefing: Briefing) -> list[Candidate]:
    """Weeks of either range without any data."""
    b, found = briefing, []
    for start, end in b.gaps:
        if start > b.complete_until or end < b.previous_start:
            continue
        facts = (fact("revenue", b.scope, start, end, 0.0, "currency"),)
        found.append(Candidate("data_problem", "anomaly_missing_data", b.scope, start, end, None, b.money, None, facts))
    return found


def going_on(briefing: Briefing) -> list[Candidate]:
    """The day at the end of the asked range that is not over yet."""
    b = briefing
    if b.unfinished is None or not b.is_over:
        return []
    day, revenue = b.unfinished
    facts = (fact("revenue", b.scope, day, day, revenue, "currency"),)
    return [Candidate("data_problem", "day_going_on", b.scope, day, day, None, 0.0, None, facts)]


def outlook(briefing: Briefing) -> list[Candidate]:
    """The coming days against as many just past; nothing where the forecast does not follow on the range."""
    b, forecast = briefing, briefing.forecast
    if forecast is None or not forecast.points or forecast.points[0].date != b.complete_until + timedelta(days=1):
        return []
    count = len(forecast.points)
    past = b.daily()[-count:]
    if len(past) < count:
        return []
    value, before = sum(p.value for p in forecast.points), float(past.sum())
    level = max(forecast.levels)
    lower, upper = np.sum([p.bounds[forecast.levels.index(level)] for p in forecast.points], axis=0).tolist()
    width = value - lower if value > before else upper - value
    if before <= 0 or width <= 0:
        return []
    # Summed bounds suppose that all days err to the same side, so the test is on the careful side.
    p_value = float(2 * ndtr(-abs(value - before) / width * ndtri((1 + level) / 2)))
    start, end = forecast.points[0].date, forecast.points[-1].date
    past_start = b.complete_until - timedelta(days=count - 1)
    percent = (value - before) / before * 100
    facts = (
        fact("forecast_revenue", b.scope, start, end, value, "currency"),
        fact("forecast_lower", b.scope, start, end, lower, "currency"),
        fact("forecast_upper", b.scope, start, end, upper, "currency"),
        fact("forecast_level", b.scope, start, end, level * 100, "percentage"),
        fact("revenue", b.scope, past_start, b.complete_until, before, "currency"),
        fact("forecast_change_percent", b.scope, start, end, percent, "percentage"),
    )
    direction = trend_of(value - before)
    return [Candidate("forecast", "forecast", b.scope, start, end, direction, abs(value - before), p_value, facts)]


def _is_of(b: Briefing, anomaly: Anomaly) -> bool:
    """Whether the range is where it belongs: an outage to all ranges that it touches, others to that of their peak."""
    if anomaly.kind == "level_shift":
        return b.start <= anomaly.start and anomaly.end <= b.complete_until
    if anomaly.kind in DATA_PROBLEMS:
        return anomaly.start <= b.complete_until and b.start <= anomaly.end
    return b.start <= anomaly.peak <= b.complete_until


def _incident(b: Briefing, anomaly: Anomaly, causes: Sequence[tuple[Segment, float]]) -> Candidate:
    deviation = anomaly.total_value - anomaly.total_expected
    part = Segment.of(anomaly.segment).within(b.scope)
    start, end, money = anomaly.start, anomaly.end, abs(deviation)
    if anomaly.kind == "level_shift":
        # A level that lasts is about all the days since, not only the week in which it was noticed.
        money *= ((b.complete_until - start).days + 1) / ((end - start).days + 1)
    else:
        within = (min(end, b.complete_until) - max(start, b.start)).days + 1
        money *= within / ((end - start).days + 1)
    facts = [
        fact("revenue", part, start, end, anomaly.total_value, "currency"),
        fact("expected_revenue", part, start, end, anomaly.total_expected, "currency"),
        fact("deviation", part, start, end, deviation, "currency"),
    ]
    if anomaly.total_expected > 0:
        percent = deviation / anomaly.total_expected * 100
        facts.append(fact("deviation_percent", part, start, end, percent, "percentage"))
    cause = _cause(part, anomaly, causes)
    if cause is not None:
        facts.append(cause)
    holiday = anomaly.facts.get("holiday")
    return Candidate(
        type="data_problem" if anomaly.kind in DATA_PROBLEMS else "anomaly",
        template=_template(anomaly),
        segment=part,
        start=start,
        end=end,
        direction=anomaly.direction,
        money=money,
        # That rows are missing or doubled is seen by the rows, and to be told however little they are about.
        p_value=None if anomaly.kind in DATA_PROBLEMS else _p_value(anomaly, b.length),
        facts=tuple(facts),
        names=(str(holiday),) if holiday else (),
        core=None if cause is None else cause.segment,
        sentiment=SENTIMENTS.get(anomaly.kind),
    )


def _template(anomaly: Anomaly) -> str:
    if anomaly.kind == "missing_data" and anomaly.total_value > NEXT_TO_NOTHING * anomaly.total_expected:
        return "anomaly_partial_data"
    return f"anomaly_{anomaly.kind}"


def _p_value(anomaly: Anomaly, days: int) -> float:
    """Chance that the most unusual of `days` ordinary days lies as far from what is expected, or further."""
    single = 2 * float(stdtr(SCORE_FREEDOM, -abs(anomaly.score)))
    # Several silent days in a row have a probability of their own, with no tail to be careful about, and so have the
    # runs of a segment, of which as many begin on each day as there are lengths.
    silence, run = (2 * float(ndtr(-float(anomaly.facts.get(name, 0.0)))) for name in ("silence", "run"))
    return float(-np.expm1(days * np.log1p(-min(single, silence, LONGEST_RUN * run, 1 - 1e-16))))


def _cause(part: Segment, anomaly: Anomaly, causes: Sequence[tuple[Segment, float]]) -> Fact | None:
    """The first cause's deviation, where it explains most of it and is not all of it."""
    if not causes:
        return None
    segment, change = causes[0]
    segment = segment.within(part)
    share = change / (anomaly.total_value - anomaly.total_expected)
    if segment == part or not CAUSE_SHARE <= share <= 1 / CAUSE_SHARE:
        return None
    return fact("deviation", segment, anomaly.start, anomaly.end, change, "currency")
