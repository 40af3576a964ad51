"""Categories and regions whose sales began or ended."""

from datetime import date, timedelta

import numpy as np

from .briefing import Briefing, Floats
from .claims import Candidate, Segment, fact
from .segments import SMALL, families

USUAL_DAYS = 91
"""A quarter of days tells how often and how much a segment sells."""

MIN_SILENCE = 14
"""Days; a shorter silence is an incident."""


def beginnings(briefing: Briefing) -> list[Candidate]:
    """Segments that sold in one of the compared ranges and then no more, or not before."""
    b = briefing
    found = [_life(b, segment) for segments in families(b) for segment in segments]
    return [candidate for candidate in found if candidate is not None]


def _life(b: Briefing, segment: Segment) -> Candidate | None:
    days = b.daily(segment)
    sold = np.flatnonzero(days)
    if not len(sold):
        return None
    first, last = (b.first_day + timedelta(days=int(sold[i])) for i in (0, -1))
    if b.previous_start <= last <= b.complete_until - timedelta(days=MIN_SILENCE):
        return _ended(b, segment, days[: sold[-1] + 1], last)
    if max(b.previous_start, b.recorded_since + timedelta(days=MIN_SILENCE)) <= first <= b.end:
        return _began(b, segment, days[sold[0] :], first)
    return None


def _ended(b: Briefing, segment: Segment, days: Floats, last: date) -> Candidate | None:
    """`days` are those up to the last sale."""
    usual = days[-USUAL_DAYS:]
    silent = (b.complete_until - last).days
    lost = float(usual.mean()) * min(silent, b.length)
    if lost < SMALL * b.money:
        return None
    start = max(b.start, last + timedelta(days=1))
    # What is missing is held against as many days before it, or against the compared range.
    since, until = (b.previous_start, b.previous_end) if last < b.start else (last - (b.end - start), last)
    since = max(since, b.first_day)
    before = b.sum_between(since, until, segment)
    part = segment.within(b.scope)
    facts = (
        fact("revenue", part, start, b.end, 0.0, "currency"),
        fact("previous_revenue", part, since, until, before, "currency"),
        fact("revenue_of_last_day", part, last, last, float(days[-1]), "currency"),
    )
    chance = _chance(usual, silent)
    return Candidate(
        "detractor", "ended_segment", part, start, b.end, "down", lost, chance, facts, core=_core(b, segment)
    )


def _began(b: Briefing, segment: Segment, days: Floats, first: date) -> Candidate | None:
    """`days` are those from the first sale on."""
    brought = b.sum(segment)
    if brought < SMALL * b.money:
        return None
    part = segment.within(b.scope)
    facts = (
        fact("revenue", part, b.start, b.end, brought, "currency"),
        fact("revenue_of_first_day", part, first, first, float(days[0]), "currency"),
    )
    chance = _chance(days[:USUAL_DAYS], min((first - b.first_day).days, USUAL_DAYS))
    money = abs(brought - b.previous_sum(segment))
    return Candidate(
        "driver", "began_segment", part, b.start, b.end, "up", money, chance, facts, core=_core(b, segment)
    )


def _chance(usual: Floats, silent: int) -> float:
    """That a segment that sells as often as on the `usual` days is silent for so long; one more idle day is assumed."""
    idle = (np.count_nonzero(usual == 0) + 1) / (len(usual) + 1)
    return float(max(idle**silent, 1e-300))


def _core(b: Briefing, segment: Segment) -> Segment | None:
    """The only pair of category and region that it consists of."""
    pairs = b.pairs(segment)
    return pairs[0] if len(pairs) == 1 else None
