"""Which categories, regions and names of other dimensions moved the revenue against the compared range."""

from collections.abc import Sequence

import numpy as np

from bi_server.analysis.multiple_testing import benjamini_hochberg

from .briefing import Briefing, Dimension, Floats
from .claims import WHOLE, Candidate, Segment, fact, trend_of
from .headline import change_facts, mean_day_change
from .significance import ratio_p_values

DIMENSIONS: tuple[Dimension, ...] = ("category", "region")

CORE_SHARE = 0.7
"""A pair of category and region that makes up this much of a segment's change is where it happened."""

CARRYING = 0.6
"""A segment with so much of the change of the total carries it, however large the segment is."""

TRIFLE = 0.05
"""A segment with less of what its dimension moved in all is no driver, however sure its change is."""

SMALL = 0.01
"""Share of the revenue; what is less is told of no segment, and pairs with less are not looked at."""

NOTABLE_CHANGE = 0.05
"""Where the total moved by so much of itself, what carries that is told however much it usually swings."""

FOLLOWING = 0.5
"""Other segments drive where they moved by at least half more (or less) than the business as a whole."""

MAX_PAIRS = 40
"""Largest pairs, or names of another dimension, that are judged: every further one makes it harder for the others to
stand out."""


def drivers(briefing: Briefing) -> list[Candidate]:
    """The change of categories, regions, pairs of them and names of other dimensions against the compared range, with
    its chance.

    The chance is that of moving apart from the others as far as it did. Of a segment that carries the change of the
    total it is at most that of the total's.
    """
    b = briefing
    tested = [*families(b), *_further(b)]
    if not b.comparable or not tested:
        return []
    total_p = float(ratio_p_values(b.daily()[:, None], None, *b.window)[0])
    # Adjusted for all of them here: those that moved too little to be told were tested as well.
    p_values = iter(benjamini_hochberg(np.concatenate([_apart(b, segments) for segments in tested])).tolist())
    found = []
    for segments in tested:
        moved = sum(abs(b.sum(segment) - b.previous_sum(segment)) for segment in segments)
        for segment in segments:
            candidate = _driver(b, segment, next(p_values), total_p, moved)
            if candidate is not None:
                found.append(candidate)
    return found


def families(b: Briefing) -> list[list[Segment]]:
    """Categories, regions, and the larger pairs of both; the only category (or region) is the total, which is none."""
    several = [segments for segments in map(b.segments, DIMENSIONS) if len(segments) > 1]
    return [*several, larger_pairs(b)] if len(several) == len(DIMENSIONS) else several


def larger_pairs(b: Briefing) -> list[Segment]:
    """Pairs that brought at least a hundredth of the revenue of both ranges, the largest ones."""
    return _larger(b, b.pairs(WHOLE))


def _further(b: Briefing) -> list[list[Segment]]:
    """The larger names of each further dimension; the only one is the total."""
    every = [segments for segments in map(b.segments_of, b.further) if len(segments) > 1]
    return [_larger(b, segments) for segments in every]


def _larger(b: Briefing, segments: Sequence[Segment]) -> list[Segment]:
    sizes = np.array([abs(b.sum(segment)) + abs(b.previous_sum(segment)) for segment in segments])
    order = np.argsort(-sizes, kind="stable")[:MAX_PAIRS].tolist()
    return sorted(segments[i] for i in order if sizes[i] >= SMALL * sizes.sum())


def _apart(b: Briefing, segments: Sequence[Segment]) -> Floats:
    if not segments:
        return np.empty(0)
    days = np.column_stack([b.daily(segment) for segment in segments])
    return ratio_p_values(days, None, *b.window, beyond_common=True)


def _driver(b: Briefing, segment: Segment, p_value: float, total_p: float, moved: float) -> Candidate | None:
    current, previous = b.sum(segment), b.previous_sum(segment)
    change, total = round(current - previous, b.money_decimals), b.sum() - b.previous_sum()
    direction = trend_of(change)
    # Where ranges differ in length, a sum may fall although the days rose.
    if direction is None or direction != trend_of(mean_day_change(b, segment)):
        return None
    # Nor is a day more or less in the range what moved a segment.
    size = min(abs(change), abs(mean_day_change(b, segment)) * b.length)
    if size < max(TRIFLE * moved, SMALL * b.money) or not current or not previous:
        return None  # a segment without any revenue on one side began or ended
    carries = bool(total) and change / total >= CARRYING
    if carries:
        p_value = min(p_value, total_p)
    elif _follows(b, change, previous):
        return None
    facts = change_facts(b, segment)
    template = "driver"
    core = _core(b, segment, change)
    if core is not None and core != segment:
        moved_core = b.sum(core) - b.previous_sum(core)
        facts += (fact("revenue_change", core, b.start, b.end, moved_core, "currency"),)
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
        core=core or b.belonging.get(segment),  # a store may just have gone the way of its region
        is_plain=carries and abs(total) >= NOTABLE_CHANGE * abs(b.previous_sum()),
    )


def _follows(b: Briefing, change: float, previous: float) -> bool:
    """Whether a segment just went along with the total, by no more (or less) than its usual part."""
    total = b.sum() - b.previous_sum()
    if total == 0 or b.previous_sum() <= 0 or previous <= 0:
        return False
    proportional = total * previous / b.previous_sum()
    return abs(change - proportional) <= FOLLOWING * abs(proportional)


def _core(b: Briefing, segment: Segment, change: float) -> Segment | None:
    """The pair inside `segment` that makes up most of its change, if one does; a pair is its own core."""
    if segment.further:
        return None
    pairs = b.pairs(segment)
    if len(pairs) == 1 and pairs[0] != segment:
        return None  # a region that sells a single category
    moved = [b.sum(pair) - b.previous_sum(pair) for pair in pairs]
    share, position = max((m / change, -i) for i, m in enumerate(moved))
    return pairs[-position] if CORE_SHARE <= share <= 1 / CORE_SHARE else None
