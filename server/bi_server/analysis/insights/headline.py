"""The plain facts an answer opens with: what came in, against the range before."""

from datetime import date

from .briefing import Briefing
from .claims import WHOLE, Candidate, Fact, Segment, fact, trend_of

EXPLAINED_BY_LENGTH = 3
"""Changes of up to so many times the difference in length of the ranges are told together with that of the mean day."""

HARDLY = 0.001
"""Share of the revenue before; a smaller change is none to speak of."""


def headline(briefing: Briefing) -> Candidate:
    """Revenue of the range against the compared one, or why there is nothing to compare."""
    b = briefing
    if not b.has_data:
        return _ended(b) if _is_elsewhere(b) else _no_data(b)
    facts = change_facts(b)
    if not b.is_over:
        template = "growth_going_on"
    elif not b.comparable:
        template, facts = _without_base(b, facts)
    else:
        return _change(b, facts)
    return Candidate("growth", template, b.scope, b.start, b.end, None, 0.0, None, facts)


def nothing_unusual(briefing: Briefing) -> list[Candidate]:
    """What was looked at, to be told where none of it stands out; nothing where the history is too short to tell.

    An incident speaks against it that is not told: where it lies only partly in the range, or among too many others.
    """
    b = briefing
    if not (b.comparable and b.is_over) or b.anomalies is None:
        return []
    if b.has_gap(b.start, b.end):
        return []
    if any(anomaly.start <= b.end and b.start <= anomaly.end for anomaly, _ in b.anomalies):
        return []
    facts = [fact("days", b.scope, b.start, b.end, b.length, "number")]
    counts = {"categories": len(b.segments("category")), "regions": len(b.segments("region"))}
    facts += [fact(metric, b.scope, b.start, b.end, n, "number") for metric, n in counts.items() if n > 1]
    return [Candidate("nothing_unusual", "nothing_unusual", b.scope, b.start, b.end, None, 0.0, None, tuple(facts))]


def change_facts(briefing: Briefing, segment: Segment = WHOLE) -> tuple[Fact, ...]:
    """Revenue, and where there is something to compare with: revenue before, the change, and that in percent.

    The percentage is left out where the revenue before was 0. Where ranges differ in length by so much that this may
    be all there is to the change, `mean_day_change_percent` tells what the mean day did.
    """
    b, part = briefing, segment.within(briefing.scope)
    current = b.sum(segment)
    facts = [fact("revenue", part, b.start, b.end, current, "currency")]
    if not (b.comparable and b.is_over):
        return tuple(facts)
    previous = b.previous_sum(segment)
    facts.append(fact("previous_revenue", part, b.previous_start, b.previous_end, previous, "currency"))
    facts.append(fact("revenue_change", part, b.start, b.end, current - previous, "currency"))
    if previous != 0:
        percent = (current - previous) / abs(previous) * 100
        facts.append(fact("revenue_change_percent", part, b.start, b.end, percent, "percentage"))
        facts += mean_day_facts(part, (b.start, b.end), (b.previous_start, b.previous_end), current, previous)
    return tuple(facts)


def mean_day_facts(
    part: Segment, days: tuple[date, date], base: tuple[date, date], current: float, previous: float
) -> list[Fact]:
    """What the mean day did, and both lengths, where these may be all there is to the change; else nothing."""
    length, before = ((end - start).days + 1 for start, end in (days, base))
    if length == before or abs(current / previous - 1) > EXPLAINED_BY_LENGTH * abs(length / before - 1):
        return []
    per_day = (current / length - previous / before) / (abs(previous) / before) * 100
    return [
        fact("mean_day_change_percent", part, *days, per_day, "percentage"),
        fact("days", part, *days, length, "number"),
        fact("previous_days", part, *base, before, "number"),
    ]


def mean_day_change(b: Briefing, segment: Segment = WHOLE) -> float:
    """Revenue of the mean day of the range less that of the compared one."""
    return b.sum(segment) / b.length - b.previous_sum(segment) / b.previous_length


def _change(b: Briefing, facts: tuple[Fact, ...]) -> Candidate:
    change = round(b.sum() - b.previous_sum(), b.money_decimals)
    hardly = abs(change) <= HARDLY * abs(b.previous_sum())
    template = ("growth_hardly" if hardly else "growth") if change else "growth_none"
    direction = trend_of(change) if template == "growth" else None
    return Candidate("growth", template, b.scope, b.start, b.end, direction, abs(change), None, facts)


def _without_base(b: Briefing, facts: tuple[Fact, ...]) -> tuple[str, tuple[Fact, ...]]:
    """Why the range before does not compare: the scope is younger than it, or the data."""
    if b.first_day > b.recorded_since:
        first = b.daily()[0]
        return "growth_first_sales", (
            *facts,
            fact("revenue_of_first_day", b.scope, b.first_day, b.first_day, first, "currency"),
        )
    if b.base_is_gap:
        nothing = fact("previous_revenue", b.scope, b.previous_start, b.previous_end, 0.0, "currency")
        return "growth_no_base", (*facts, nothing)
    if b.previous_end < b.first_day:
        return "growth_no_base", facts
    known = b.previous_sum()
    return "growth_cut_base", (*facts, fact("known_revenue", b.scope, b.first_day, b.previous_end, known, "currency"))


def _is_elsewhere(b: Briefing) -> bool:
    """Whether it is the scope alone that has nothing in the range, after it once had something."""
    rows = len(b.revenue) > 0
    return rows and b.recorded_since <= b.start and b.end <= b.recorded_until and b.last_sale < b.start


def _ended(b: Briefing) -> Candidate:
    before = b.previous_sum()
    facts = (
        fact("revenue", b.scope, b.start, b.end, 0.0, "currency"),
        fact("previous_revenue", b.scope, b.previous_start, b.previous_end, before, "currency"),
        fact("revenue_since_last_sales", b.scope, b.last_sale, b.end, 0.0, "currency"),
    )
    direction = trend_of(-before)
    return Candidate("growth", "growth_ended", b.scope, b.start, b.end, direction, before, None, facts)


def _no_data(b: Briefing) -> Candidate:
    facts = [fact("revenue", b.scope, b.start, b.end, 0.0, "currency")]
    if len(b.revenue):
        total = float(b.revenue.to_numpy().sum())
        facts.append(fact("available_revenue", b.scope, b.first_day, b.last_sale, total, "currency"))
    template = "no_data" if len(b.revenue) else "no_data_at_all"
    return Candidate("no_data", template, b.scope, b.start, b.end, None, 0.0, None, tuple(facts))
