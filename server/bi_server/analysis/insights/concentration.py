"""How much of the revenue hangs on one category or region, and how that shifted."""

import numpy as np

from .briefing import Briefing
from .claims import Candidate, Segment, fact, trend_of
from .segments import DIMENSIONS, SMALL
from .significance import ratio_p_values

DOMINANT_SHARE = 0.5
"""One of three or more segments with half the revenue is worth knowing."""

CONCENTRATED = 0.25
"""Herfindahl-Hirschman index from which a market counts as highly concentrated (US merger guidelines of 2010)."""

NEGLIGIBLE_REFUNDS = 0.01
"""Refunds beyond the sales of a segment, by less than this share of the revenue, leave the others' shares alone."""


def concentrations(briefing: Briefing) -> list[Candidate]:
    """The largest category and region, where its share shifted or much of the revenue hangs on it."""
    found: list[Candidate] = []
    for dimension in DIMENSIONS:
        segments = briefing.segments(dimension)
        sums = np.array([briefing.sum(segment) for segment in segments])
        # Shares have no meaning where refunds outweigh sales by much, and two segments are always concentrated.
        several = int((sums >= SMALL * sums.sum()).sum()) >= 3  # two and a stray row of a third are two
        if not several or sums.sum() <= 0 or -sums.min() > NEGLIGIBLE_REFUNDS * sums.sum():
            continue
        shares = sums / sums.sum()
        top = segments[int(shares.argmax())]
        index = float((shares**2).sum())
        shift = _shift(briefing, segments, top, index)
        if shift is not None:
            found.append(shift)
        if shares.max() >= DOMINANT_SHARE or index >= max(CONCENTRATED, 2 / len(segments)):
            found.append(_concentration(briefing, top, float(shares.max()), index, len(segments)))
    return found


def _shift(b: Briefing, segments: list[Segment], top: Segment, index: float) -> Candidate | None:
    """The change of the largest segment's share, with the chance that the share itself moves so far.

    Its own revenue must have gone the same way: a share also rises where another segment ends, or where refunds do.
    """
    if b.refunded(top) > NEGLIGIBLE_REFUNDS:
        return None
    if not b.comparable or b.previous_sum() <= 0 or not 0 < b.previous_sum(top) <= b.previous_sum():
        return None
    share, previous = b.sum(top) / b.sum(), b.previous_sum(top) / b.previous_sum()
    points = (share - previous) * 100
    direction = trend_of(round(points, 2))
    if direction is None or direction != trend_of(b.sum(top) - b.previous_sum(top)):
        return None
    single = float(ratio_p_values(b.daily(top)[:, None], b.daily()[:, None], *b.window)[0])
    p_value = min(1.0, len(segments) * single)  # the one looked at is picked for its size, which favours a rise
    part = top.within(b.scope)
    facts = (
        fact("share", part, b.start, b.end, share * 100, "percentage"),
        fact("previous_share", part, b.previous_start, b.previous_end, previous * 100, "percentage"),
        fact("share_change_points", part, b.start, b.end, points, "points"),
        fact("herfindahl_index", b.scope, b.start, b.end, index, "number"),
    )
    money = abs(share - previous) * b.sum()
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
