"""From candidates to the few claims worth reading."""

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from bi_server.analysis.multiple_testing import FALSE_DISCOVERY_RATE, benjamini_hochberg

from .claims import Candidate, Claim, Segment, Sentiment

NOTABLE_IMPACT = 0.05
"""Share of the revenue at which half the weight of impact is reached."""

STRONGEST_P = 1e-6
"""Below this, more significance makes a claim no more important."""

PLAIN_WEIGHT = 0.3
"""At most what a plain fact counts: it is certain and no surprise, and often as true as last month."""

REPEATED_TYPE = 0.85
"""Each further claim of a type loses some importance, so that different types come first."""

SAME_STORY = 0.5
"""Claims overlap when the smaller is about at least half the money and the shorter lies at least half in the longer."""

LEADING = 0.6
"""A part with so much of the trend of the whole is what the whole does, if it is no large part of it anyway."""

SAME_DAYS = 7
"""A step so close to the day a segment began or ended is its effect."""

_TURNS = ("single_order", "single_customer", "adjusted_change")
_HEADLINES = ("growth", "no_data", *_TURNS)
_FIXED = {"year_ago": 0.5, "breakdown": 0.45, "nothing_unusual": 0.4}
"""What makes all else readable is no news in itself."""

DOUBT = 0.99
"""What casts doubt on the figures comes right after the headline."""

_AT_MOST = {"correlation": 1, "data_problem": 3, "record": 2}
"""More of these would push aside what a reader needs first."""

_SEGMENTS = ("driver", "detractor", "concentration")
_CAUSES = ("driver", "detractor")
_MOVES = ("trend", "change_point")
_EVENTS = ("anomaly", "data_problem", "record")
_BEGINNINGS = ("began_segment", "ended_segment")


SAME_ROWS = 0.98
"""Trends of a category and of a region that are alike to this part are of the same rows."""


def rank(
    candidates: Sequence[Candidate], money: float, *, limit: int = 8, money_decimals: int = 2
) -> tuple[Claim, ...]:
    """The `limit` most important claims, most important first; headlines lead.

    Statistical candidates must hold after control for their number (Benjamini & Hochberg 1995). What is left is
    ordered by impact (a candidate's money relative to `money`, the size of the business) and significance, and
    a candidate that tells the story of a stronger one is left out. Amounts of the claims have `money_decimals`.
    """
    adjusted = zip(candidates, _adjusted(candidates), strict=True)
    # A plain fact is told all the same, but not as a surprise.
    p_values = [None if c.is_plain and p is not None and p > FALSE_DISCOVERY_RATE else p for c, p in adjusted]
    holding = [
        (_importance(c, p, money), p, c)
        for c, p in zip(candidates, p_values, strict=True)
        if c.is_told and (p is None or p <= FALSE_DISCOVERY_RATE)
    ]
    holding.sort(key=lambda item: (_turn(item[2]), -item[0], -_depth(item[2]), item[2].id))
    if any(_is_finding(candidate, p) for _, p, candidate in holding):
        holding = [item for item in holding if item[2].type != "nothing_unusual"]
    kept: list[Candidate] = []
    claims: list[Claim] = []
    seen: Counter[str] = Counter()
    for importance, p_value, candidate in holding:
        if seen[candidate.type] == _AT_MOST.get(candidate.type) or any(same_story(candidate, o) for o in kept):
            continue
        kept.append(candidate)
        lessened = importance * REPEATED_TYPE ** seen[candidate.type]
        score = importance if candidate.type in (*_FIXED, "data_problem") else lessened
        seen[candidate.type] += 1
        claims.append(_claim(candidate, round(score, 4), p_value, money_decimals))
    claims.sort(key=lambda claim: (-claim.score, claim.id))
    return tuple(claims[:limit])


def same_story(candidate: Candidate, told: Candidate) -> bool:
    """Whether `candidate` adds little to the stronger claim that was `told`."""
    if candidate.id == told.id:
        return True
    if candidate.template == "share_shift" and told.type in _CAUSES and _is_beside(candidate.segment, told.segment):
        return True  # the shares of all shift where one of them moves
    if candidate.direction is None or candidate.direction != told.direction or not _overlap(candidate, told):
        return False
    if candidate.type == "data_problem" and told.type not in _EVENTS:
        return False  # what casts doubt on the figures is no part of what they say
    types = {candidate.type, told.type}
    nested = _nested(candidate.segment, told.segment)
    same_money = min(candidate.money, told.money) >= SAME_STORY * max(candidate.money, told.money)
    if types <= {*_SEGMENTS} and "concentration" in types:
        return nested
    if types <= {*_SEGMENTS}:
        # A region that moved because of one category has nothing to add to that category, nor has a part of it.
        shadow = candidate.core is not None and told.segment.contains(candidate.core)
        return shadow or told.segment.contains(candidate.segment) or (nested and same_money)
    if told.template in _BEGINNINGS and candidate.type in ("change_point", "anomaly"):
        # The level of all that a segment belongs to steps on the day it begins or ends.
        near = abs((candidate.start - _turned_on(told)).days) <= SAME_DAYS
        within = _nested(candidate.core or candidate.segment, told.core or told.segment)
        return near and (within or candidate.type == "change_point")
    if types <= {*_EVENTS}:
        return nested
    if types <= {*_MOVES}:
        # Where the whole goes the same way, its parts are expected to, but for one that all but makes it up.
        follows = candidate.type == told.type and told.segment.contains(candidate.segment)
        follows = follows and not _leads(candidate, told)
        return follows or (nested and (candidate.segment == told.segment or same_money)) or _crossing(candidate, told)
    if candidate.segment.further and candidate.core is None and not told.segment.further:
        return False  # which channel it was is no part of what was told
    # An incident or a step may be all there is to a change between the ranges, and a level shift is a step.
    one_of_each = bool(types & {*_SEGMENTS}) and bool(types & {*_MOVES, "anomaly", "data_problem"})
    if not one_of_each and types != {"change_point", "anomaly"}:
        return False
    where, where_told = candidate.core or candidate.segment, told.core or told.segment
    if candidate.type in _CAUSES and not where.contains(where_told):
        return False  # that the whole stepped down does not tell which part of it did
    return same_money and _nested(where, where_told)


def _turned_on(told: Candidate) -> date:
    """The day from which on a segment sold, or no more."""
    first = next((f.start for f in told.facts if f.metric == "revenue_of_first_day"), told.start)
    return next((f.start + timedelta(days=1) for f in told.facts if f.metric == "revenue_of_last_day"), first)


def _leads(part: Candidate, whole: Candidate) -> bool:
    """Whether a part's trend is most of that of the whole and steeper by half or more."""
    steepness, of_whole = (
        next((abs(f.value) for f in c.facts if f.metric == "revenue_trend_percent"), 0.0) for c in (part, whole)
    )
    return part.money >= LEADING * whole.money and steepness >= (1 + SAME_STORY) * of_whole > 0


def _is_finding(candidate: Candidate, p_value: float | None) -> bool:
    """Whether it says that something stands out, and not only what there is."""
    return p_value is not None or candidate.type in ("data_problem", *_TURNS)


def _turn(candidate: Candidate) -> int:
    """Causes have the first say, and what comes of them the last: an anomaly of the same day as a record also says what
    was expected, and a share shifts because something rose or fell."""
    return 0 if candidate.template in _BEGINNINGS else 2 if candidate.type in ("record", "concentration") else 1


def _nested(one: Segment, other: Segment) -> bool:
    return one.contains(other) or other.contains(one)


def _crossing(candidate: Candidate, told: Candidate) -> bool:
    """Whether a category and a region stepped at about the same time by about as much: it is one step, seen twice; or
    have one trend, as all that the one sells is of the other."""
    steps = candidate.type == told.type == "change_point" and abs((candidate.start - told.start).days) <= SAME_DAYS
    trends = candidate.type == told.type == "trend"
    alike = min(candidate.money, told.money) / max(candidate.money, told.money, 1e-12)
    same = (steps and alike >= SAME_STORY) or (trends and alike >= SAME_ROWS)
    return same and candidate.segment.by_dimension.keys() != told.segment.by_dimension.keys()


def _is_beside(one: Segment, other: Segment) -> bool:
    """Whether both are of the same dimension, and not the same."""
    return one != other and one.by_dimension.keys() == other.by_dimension.keys()


def _adjusted(candidates: Sequence[Candidate]) -> list[float | None]:
    tested = [c.p_value for c in candidates if c.p_value is not None]
    adjusted = iter(benjamini_hochberg(np.array(tested)).tolist())
    return [None if c.p_value is None else next(adjusted) for c in candidates]


def _importance(candidate: Candidate, p_value: float | None, money: float) -> float:
    if candidate.type in _HEADLINES:
        return 1.0
    if candidate.type in _FIXED:
        return _FIXED[candidate.type]
    impact = candidate.money / money
    weight = impact / (impact + NOTABLE_IMPACT)
    if p_value is None:
        return DOUBT if candidate.type == "data_problem" else PLAIN_WEIGHT * weight
    significance = min(1.0, math.log(max(p_value, STRONGEST_P)) / math.log(STRONGEST_P))
    importance = DOUBT * (0.6 * weight + 0.4 * significance)
    return DOUBT + (1 - DOUBT) * importance if candidate.type == "data_problem" else importance


def _overlap(one: Candidate, other: Candidate) -> bool:
    common = (min(one.end, other.end) - max(one.start, other.start)).days + 1
    shorter = min((one.end - one.start).days, (other.end - other.start).days) + 1
    return common >= SAME_STORY * shorter


def _depth(candidate: Candidate) -> int:
    """How specific it is: of two equal claims the more specific tells more."""
    return len(candidate.segment.by_dimension)


def _claim(candidate: Candidate, score: float, p_value: float | None, money_decimals: int) -> Claim:
    return Claim(
        id=candidate.id,
        type=candidate.type,
        sentiment=_sentiment(candidate),
        score=score,
        # Digits beyond are noise of summation, and equal data must give equal answers.
        p_value=None if p_value is None else float(f"{p_value:.4g}"),
        facts=tuple(fact.rounded(money_decimals) for fact in candidate.facts),
        template=candidate.template,
        direction=candidate.direction,
        names=candidate.names,
    )


def _sentiment(candidate: Candidate) -> Sentiment:
    if candidate.sentiment is not None:
        return candidate.sentiment
    # More of one segment's share is no good news in itself, and a correlation has no side.
    if candidate.direction is None or candidate.type in ("concentration", "correlation"):
        return "neutral"
    return "positive" if candidate.direction == "up" else "negative"
