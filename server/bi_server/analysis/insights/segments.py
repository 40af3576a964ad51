"""Which categories and regions moved the revenue, and how much of it hangs on one of them."""

import numpy as np

from .briefing import Briefing, Dimension
from .claims import WHOLE, Candidate, Segment, fact, trend_of
from .headline import change_facts, mean_day_change
from .significance import change_p_values

DIMENSIONS: tuple[Dimension, ...] = ("category", "region")

CORE_SHARE = 0.7
"""A pair of category and region that makes up this much of a segment's change is where it happened."""

MAIN_SHARE = 0.5
"""A segment with half of the total change drives it, however large the segment is."""

FOLLOWING = 0.5
"""Other segments drive where they moved by at least half more (or less) than the business as a whole."""

DOMINANT_SHARE = 0.5
"""One of three or more segments with half the revenue is worth knowing."""

MIN_PAIR_SHARE = 0.01

CONCENTRATED = 0.25
"""Herfindahl-Hirschman index from which a market counts as highly concentrated (US merger guidelines of 2010)."""


def drivers(briefing: Briefing) -> list[Candidate]:
    """The change of categories, regions and pairs of them against the compared range, with its chance.

    Pairs that brought under 1 % of the revenue before the range are left out: they decide nothing, and every candidate
    makes it harder for the others to stand out.
    """
    if not _testable(briefing):
        return []
    dimensions = [briefing.segments(dimension) for dimension in DIMENSIONS]
    # The only category (or region) is the total, which the headline is about.
    several = [segments for segments in dimensions if len(segments) > 1]
    tested = [segment for segments in several for segment in segments]
    if len(several) == len(dimensions):
        tested += _larger_pairs(briefing)
    if not tested:
        return []
    days = np.column_stack([briefing.daily(segment) for segment in tested])
    p_values = change_p_values(days, *_window(briefing))
    if p_values is None:
        return []
    judged = zip(tested, p_values.tolist(), strict=True)
    return [c for segment, p in judged if (c := _driver(briefing, segment, p)) is not None]


def concentrations(briefing: Briefing) -> list[Candidate]:
    """The largest category and region, where its share shifted or much of the revenue hangs on it."""
    found: list[Candidate] = []
    for dimension in DIMENSIONS:
        segments = briefing.segments(dimension)
        sums = np.array([briefing.sum(segment) for segment in segments])
        # Shares have no meaning where refunds outweigh sales somewhere, and two segments are always concentrated.
        if len(segments) < 3 or sums.min() < 0 or sums.sum() <= 0:
            continue
        shares = sums / sums.sum()
        top = segments[int(shares.argmax())]
        index = float((shares**2).sum())
        shift = _shift(briefing, top, index)
        if shift is not None:
            found.append(shift)
        if shares.max() >= DOMINANT_SHARE or index >= max(CONCENTRATED, 2 / len(segments)):
            found.append(_concentration(briefing, top, float(shares.max()), index, len(segments)))
    return found


def _driver(b: Briefing, segment: Segment, p_value: float) -> Candidate | None:
    current, previous = b.sum(segment), b.previous_sum(segment)
    change = round(current - previous, 2)
    direction = trend_of(change)
    # Where ranges differ in length, a sum may fall although the days rose, which is what is tested.
    if direction is None or direction != trend_of(mean_day_change(b, segment)) or _follows(b, change, previous):
        return None
    facts = change_facts(b, segment)
    template = "driver" if previous and current else ("new_segment" if current else "lost_segment")
    core = _core(b, segment, change) if template == "driver" else None
    if core is not None and core != segment:
        moved = b.sum(core) - b.previous_sum(core)
        facts += (fact("revenue_change", core, b.start, b.end, moved, "currency"),)
        template = "driver_core"
    return Candidate(
        type="driver" if direction == "up" else "detractor",
        template=template,
        segment=segment.within(b.scope),
        start=b.start,
        end=b.end,
        direction=direction,
        money=abs(change),
        p_value=p_value,
        facts=facts,
        core=core,
    )


def _follows(b: Briefing, change: float, previous: float) -> bool:
    """Whether a segment just went along: it is no large part of the change, and no more than its usual one."""
    total = b.sum() - b.previous_sum()
    if total == 0 or b.previous_sum() <= 0 or previous <= 0 or change / total >= MAIN_SHARE:
        return False
    proportional = total * previous / b.previous_sum()
    return abs(change - proportional) <= FOLLOWING * abs(proportional)


def _larger_pairs(b: Briefing) -> list[Segment]:
    pairs = b.pairs(WHOLE)
    before = np.array([b.daily(pair)[: -b.length].sum() for pair in pairs])
    return [pair for pair, sold in zip(pairs, before, strict=True) if sold >= MIN_PAIR_SHARE * before.sum()]


def _core(b: Briefing, segment: Segment, change: float) -> Segment | None:
    """The pair inside `segment` that makes up most of its change, if one does; a pair is its own core."""
    pairs = b.pairs(segment)
    moved = [b.sum(pair) - b.previous_sum(pair) for pair in pairs]
    share, position = max((m / change, -i) for i, m in enumerate(moved))
    return pairs[-position] if CORE_SHARE <= share <= 1 / CORE_SHARE else None


def _shift(b: Briefing, top: Segment, index: float) -> Candidate | None:
    """The change of the largest segment's share, with the chance of such a change."""
    if not _testable(b) or b.previous_sum() <= 0 or not 0 <= b.previous_sum(top) <= b.previous_sum():
        return None
    share, previous = b.sum(top) / b.sum(), b.previous_sum(top) / b.previous_sum()
    # What the segment brings beyond its former share of each day adds up over days, as a share does not.
    beyond = b.daily(top) - previous * b.daily()
    p_values = change_p_values(beyond[:, None], *_window(b), relative=False)
    points = (share - previous) * 100
    direction = trend_of(round(points, 2))
    if p_values is None or direction is None:
        return None
    part = top.within(b.scope)
    facts = (
        fact("share", part, b.start, b.end, share * 100, "percentage"),
        fact("previous_share", part, b.previous_start, b.previous_end, previous * 100, "percentage"),
        fact("share_change_points", part, b.start, b.end, points, "points"),
        fact("herfindahl_index", b.scope, b.start, b.end, index, "number"),
    )
    money = abs(share - previous) * b.sum()
    p_value = float(p_values[0])
    return Candidate("concentration", "share_shift", part, b.start, b.end, direction, money, p_value, facts)


def _concentration(b: Briefing, top: Segment, share: float, index: float, segments: int) -> Candidate:
    part = top.within(b.scope)
    facts = (
        fact("share", part, b.start, b.end, share * 100, "percentage"),
        fact("revenue", part, b.start, b.end, b.sum(top), "currency"),
        fact("herfindahl_index", b.scope, b.start, b.end, index, "number"),
    )
    beyond_even = b.sum() * (share - 1 / segments)
    return Candidate("concentration", "concentration", part, b.start, b.end, None, beyond_even, None, facts)


def _window(b: Briefing) -> tuple[int, int]:
    """Length of the complete part of the range, and how many days before it the compared one lies."""
    return (b.complete_until - b.start).days + 1, (b.start - b.previous_start).days


def _testable(b: Briefing) -> bool:
    """Both ranges lie in the data and at least a day of the current one is complete."""
    return b.comparable and b.is_over
