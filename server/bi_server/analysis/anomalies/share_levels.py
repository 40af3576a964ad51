"""Days from which one segment has another share of the business, for good or for some weeks at least.

The mean of the four weeks from a day on is set against that of the four weeks before it, in what the segment sold
beyond its usual share (in square roots, in parts of what the others sell about then, weekdays apart). It must stand out
from its noise and from what the shares of this segment wander, be a change to act on, show in the segment's own sales
as well, and be of no season.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from .robust import Floats, mad_scale, noise_scale, running_median, stretches
from .shares import FEWEST_WEEKS, LONGEST_RUN, MOST_EVENTS, USUAL_DAYS, YEAR, of_weekday, rest_of
from .shifts import SHORTEST_LEVEL

SIDE = 28  # days to each side
NOISE_OUT, WANDER_OUT = 5.0, 4.0  # standard errors, and usual changes
ERROR_BOUND = 3.0  # noise scales
SMALLEST_CHANGE = 0.2  # of the ratio to the others
OWN_CHANGE, OWN_PART = 0.05, 1 / 3  # of the segment's own sales, and of what the ratio did: else the others changed
REST_MOVES = 0.5  # of the change, by the days of a side outside their longest run
SEASON_PART, SEASON_NEAR = 0.5, 14  # what another year had by this part, that near, is a season


@dataclass(frozen=True)
class Level:
    """From day `start` on to `until` (positions, inclusive) segment `of` sells `after` a day where it sold `before`.

    `ratio` is by how much what it sells for each unit of the others changed, `score` that in usual changes (signed);
    `expected`, `lower` and `upper` are what the old ratio lets expect of the first week.
    """

    of: int
    start: int
    until: int
    score: float
    before: float
    after: float
    ratio: float
    expected: Floats
    lower: Floats
    upper: Floats


def levels_of_share(parts: Floats, judged: Sequence[int], width: float) -> list[Level]:
    """The new levels of segments, the surest first; for arguments see `runs_of_share`."""
    found: list[Level] = []
    while len(found) < MOST_EVENTS:
        explained = without_levels(parts, found)
        taken = {of: [level.start for level in found if level.of == of] for of in judged}
        levels = (_surest(explained, of, taken[of], width) for of in judged)
        level = max((level for level in levels if level), key=lambda level: abs(level.score), default=None)
        if level is None:
            break
        was, came = (float(side[level.start]) for side in _means(parts[:, level.of]))
        found.append(replace(_on_others(level, found), before=was, after=came))
    return [level for level in found if _shows(level, parts)]


def _on_others(level: Level, found: Sequence[Level]) -> Level:
    """A level, seen as if those `found` before it had not come, with what they let expect of its first week."""
    there = math.prod(one.ratio for one in found if one.of == level.of and one.start <= level.start <= one.until)
    return replace(level, expected=level.expected * there, lower=level.lower * there, upper=level.upper * there)


def _shows(level: Level, parts: Floats) -> bool:
    """Whether the segment's own sales moved so as they are, not only where other levels are taken out of them."""
    way = math.copysign(1.0, level.score)
    week = parts[level.start : level.start + len(level.expected), level.of]
    moved = way * (math.log(max(level.after, 1e-12)) - math.log(max(level.before, 1e-12)))
    return (
        moved >= OWN_PART * abs(math.log(max(level.ratio, 1e-12))) and way * float(np.nansum(week - level.expected)) > 0
    )


def without_levels(parts: Floats, levels: Sequence[Level]) -> Floats:
    """`parts` as if segments had kept their old ratio to the others."""
    parts = parts.copy()
    for level in levels:
        days = slice(level.start, level.until + 1)
        parts[days, level.of] = parts[days, level.of] / level.ratio if level.ratio > 0 else level.before
    return parts


def _surest(parts: Floats, of: int, taken: Sequence[int], width: float) -> Level | None:
    part, rest = parts[:, of], rest_of(parts, of)
    known = np.isfinite(part)
    usual = float(part[known].clip(0).sum() / max(rest[known].sum(), 1e-12))
    rest = rest.clip(0)
    about = pd.Series(np.sqrt(rest)).rolling(USUAL_DAYS, center=True, min_periods=1).mean().to_numpy(np.float64)
    w = np.sqrt(part.clip(0)) - np.sqrt(usual * rest)
    w = np.divide(w, about, where=known & (about > 0), out=np.full(len(part), np.nan))
    if np.isfinite(w).sum() < 7 * FEWEST_WEEKS:
        return None
    w -= of_weekday(w - running_median(w, USUAL_DAYS))
    middle = running_median(w, USUAL_DAYS)
    noise = noise_scale(w - middle)
    w = np.clip(w, middle - ERROR_BOUND * noise, middle + ERROR_BOUND * noise)  # a few wild days are no level
    (before, after), (was, came), (others_were, others_came) = _means(w), _means(part), _means(rest)
    change = after - before
    sure = np.abs(change) / max(NOISE_OUT * noise * np.sqrt(2 / SIDE), 1e-12)
    rare = np.abs(change) / max(WANDER_OUT * mad_scale(change), 1e-12)
    with np.errstate(divide="ignore", invalid="ignore"):
        old_ratio = np.maximum(was, 0.0) / others_were
        ratio = np.maximum(came, 0.0) / others_came / old_ratio
        own = np.abs(np.log(np.maximum(came, 0.0) / np.maximum(was, 0.0))) >= OWN_PART * np.abs(np.log(ratio))
    shows = (np.abs(ratio - 1) >= SMALLEST_CHANGE) & ((ratio - 1) * change > 0) & np.isfinite(ratio)
    shows &= own & ((came - was) * np.sign(change) >= OWN_CHANGE * was)
    score = np.nan_to_num(np.where(shows, np.minimum(sure, rare), 0.0))
    for start in taken:
        score[max(start - SIDE, 0) : start + SIDE + 1] = 0.0
    while score.max() >= width:
        day = int(np.argmax(score))
        seen_until = next(known.stop for known in stretches(part) if day < known.stop)
        until = _until(after[:seen_until], day, float(before[day] + after[day]) / 2)
        moved = (w - np.where(np.arange(len(w)) < day, after[day], before[day])) * np.sign(change[day])
        sides = -moved[max(day - SIDE, 0) : day], moved[day : day + SIDE]
        incident = any(_is_of_a_run(side, abs(float(change[day]))) for side in sides)
        if until - day + 1 >= SIDE and not incident and not _is_season(change, day):
            week = slice(day, day + SHORTEST_LEVEL)
            due = old_ratio[day] * rest[week]
            reach = NOISE_OUT * width * noise * about[week]
            bounds = np.maximum(np.sqrt(due) - reach, 0.0) ** 2, (np.sqrt(due) + reach) ** 2
            size = float(score[day] * WANDER_OUT * np.sign(change[day]))
            return Level(of, day, until, size, float(was[day]), float(came[day]), float(ratio[day]), due, *bounds)
        score[max(day - SIDE, 0) : day + SIDE + 1] = 0.0
    return None


def _is_of_a_run(moved: Floats, change: float) -> bool:
    """Whether the days of one side differ from the other side in one run alone, which is an incident."""
    moved = moved[np.isfinite(moved)]
    if moved.size <= LONGEST_RUN:
        return False
    at = int(np.argmax(np.convolve(moved, np.ones(LONGEST_RUN), "valid")))
    return float(np.delete(moved, slice(at, at + LONGEST_RUN)).mean()) < REST_MOVES * change


def _means(x: Floats) -> tuple[Floats, Floats]:
    """Per day the mean of the four weeks before it, all of them there, and of the four from it on, half of them there
    at least; NaN elsewhere."""
    half = SIDE // 2
    ahead = pd.Series(x[::-1]).rolling(SIDE, min_periods=half).mean().to_numpy(np.float64)[::-1]
    until = pd.Series(x).rolling(SIDE, min_periods=half).mean().to_numpy(np.float64)
    before = np.concatenate([[np.nan], until[:-1]])
    started = int(np.argmax(np.isfinite(x))) + SIDE
    return np.where(np.arange(len(x)) < started, np.nan, before), ahead


def _is_season(change: Floats, day: int) -> bool:
    for year in (day - YEAR, day + YEAR):
        near = change[max(year - SEASON_NEAR, 0) : max(year + SEASON_NEAR + 1, 0)] * np.sign(change[day])
        if (near[np.isfinite(near)] >= SEASON_PART * abs(change[day])).any():
            return True
    return False


def _until(after: Floats, day: int, middle: float) -> int:
    """The last day before the four weeks ahead were nearer to the old level again."""
    back = np.flatnonzero((after[day:] - middle) * np.sign(after[day] - middle) < 0)
    return day + int(back[0]) + SIDE // 2 - 1 if back.size else len(after) - 1
