"""Categories and regions whose sales began or ended."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from .briefing import Briefing, Floats
from .claims import Candidate, Segment, fact
from .segments import SMALL, families

Life = tuple[date, date]
"""First and last day with sales."""

USUAL_DAYS = 91
"""A quarter of days tells how often and how much a segment sells."""

MIN_SILENCE = 14
"""Days; a shorter silence is an incident."""


def beginnings(briefing: Briefing) -> list[Candidate]:
    """Segments that sold in one of the compared ranges and then no more, or not before."""
    b = briefing
    lives = {segment: _life(b, segment) for segments in families(b) for segment in segments}
    found = [_turn(b, segment, life, _wholes(segment, lives)) for segment, life in lives.items() if life]
    return [candidate for candidate in found if candidate is not None]


def _life(b: Briefing, segment: Segment) -> Life | None:
    """First and last day with sales."""
    sold = np.flatnonzero(b.daily(segment))
    if not len(sold):
        return None
    return b.first_day + timedelta(days=int(sold[0])), b.first_day + timedelta(days=int(sold[-1]))


def _wholes(pair: Segment, lives: Mapping[Segment, Life | None]) -> list[Life]:
    """First and last days of the category and of the region of a pair; nothing for those themselves."""
    if pair.category is None or pair.region is None:
        return []
    return [life for whole in (Segment(pair.category), Segment(None, pair.region)) if (life := lives.get(whole))]


def _turn(b: Briefing, segment: Segment, life: Life, wholes: Sequence[Life]) -> Candidate | None:
    """What ended or began, not with all data; of a pair, not with its category or region, give or take a few days."""
    first, last = life
    days = b.daily(segment)
    if b.previous_start <= last <= b.complete_until - timedelta(days=MIN_SILENCE):
        with_whole = any((whole[1] - last).days < MIN_SILENCE for whole in wholes)
        with_all = any(0 < (start - last).days <= MIN_SILENCE for start, _ in b.gaps)
        return None if with_whole or with_all else _ended(b, segment, days[: (last - b.first_day).days + 1], last)
    earliest = max(b.previous_start + timedelta(days=1), b.recorded_since + timedelta(days=MIN_SILENCE))
    if earliest <= first <= b.end:
        with_whole = any((first - whole[0]).days < 2 * MIN_SILENCE for whole in wholes)
        with_all = any(0 < (first - end).days <= MIN_SILENCE for _, end in b.gaps)
        return None if with_whole or with_all else _began(b, segment, days[(first - b.first_day).days :], first)
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
    if brought < SMALL * b.money or brought <= b.previous_sum(segment):
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
