"""Days on which the level jumps and stays.

The smoothed change of level from one day to the next, less the slope of growth and season there and divided by its
usual size in this very series, is the statistic for a jump on that day (auxiliary residuals: Harvey and Koopman, 1992,
Journal of Business & Economic Statistics 10; de Jong and Penzer, 1998, JASA 93). A series whose level always wanders
has large usual changes, so only a jump that stands out from its wandering counts. Errors enter bounded, so that one
wild day is no jump, and the weeks after must differ from the weeks before, so that a bump is none either. The size
that people read is that of the typical day (median) before and after, and a change that is gone within two or three
weeks is a break or a busy time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pandas as pd

from .robust import Floats, mad_scale, running_median, stretches
from .structure import FREE_STEP, Structure, smooth, step_weights

# A level must have held for a week on both sides; closer jumps than that are one.
SHORTEST_LEVEL = 7
# A jump of less than this many noise scales, of HELD days before and after, is nothing to act on, however certain, and
# one of less than so many of its standard errors is not certain. What wanders or passes shows at the edge only: four
# weeks part it from a new level better than three, and with more the slope of a season hides one.
SMALLEST_JUMP, SURE, HELD = 1.0, 3.7, 28
TYPICAL = 21  # days to each side that tell the typical day
# Nor is one of less than this part of the typical day before, or of this part of the series' usual day.
SMALLEST_CHANGE, SMALLEST_PART = 0.05, 0.01
ERROR_BOUND = 2.0  # in noise scales
# The level is held this many times stiffer than predicts best: if it may jump it need not drift as much.
STIFFER = 2.0
# But not so stiff that the level is averaged over more than about a week (the root of it, in days) to either side of a
# jump: what is further away tells of other changes.
STIFFEST = 30.0
# What the level does on a usual day within these days is the slope of growth or season, and no jump.
SLOPE_DAYS = 181
SEARCH, AROUND = 3, 10  # days
# A level of fewer days is a break or a busy time, and so is one that a change of at least this part takes back.
BRIEF, RETURN_PART = 18, 1 / 3


@dataclass(frozen=True)
class Jump:
    """A possible new level: its first day (position), its size in usual changes of level, signed.

    `before` and `after` are typical days in the unit of the series, weekdays apart; `until` the last day (position)
    before the series was nearer to its old level again, which may be the last of all or before a gap. `precedent`: the
    same days of another year are in the series and were not like that.
    """

    day: int
    score: float
    before: float = 0.0
    after: float = 0.0
    until: int = 0
    precedent: bool = False


def find_jumps(z: Floats, structure: Structure, threshold: float, days_as: Floats) -> tuple[Jump, ...]:
    """All jumps of at least `threshold` usual changes, strongest first, at least a week apart.

    Each is asked for after the level has been let go at the stronger ones, so that the trail of a large jump is not
    taken for further ones. `structure` must have been fitted without breaks. `days_as` is what every day came to in
    the unit of the series if all weekdays were alike (NaN: nothing observed).
    """
    seen = np.isfinite(z)
    fitted = structure.level + structure.weekday
    bound = ERROR_BOUND * structure.sigma
    bounded = fitted + np.clip(np.where(seen, z - fitted, 0.0), -bound, bound)
    deseasoned = np.where(seen, bounded - structure.weekday, np.nan)

    def level_with(held: Floats) -> Floats:
        stiffness = min(STIFFER * structure.level_stiffness, STIFFEST), structure.weekday_stiffness
        return smooth(bounded, seen.astype(np.float64), held, *stiffness)[0]

    def scores(held: Floats) -> Floats:
        change = np.where(held < 1, np.nan, np.diff(level_with(held)))
        change = np.concatenate([[0.0], change - running_median(change, SLOPE_DAYS)])
        usual = max(mad_scale(change), 1e-3 * structure.sigma, 1e-12)
        return np.nan_to_num(change / usual)

    held = step_weights(z)
    score = scores(held)
    unit = _usual(days_as)
    possible = np.zeros_like(seen)
    for known in stretches(z):
        inside = slice(known.start + SHORTEST_LEVEL, max(known.stop - SHORTEST_LEVEL + 1, 0))
        possible[inside] = seen[inside]  # a level is seen to start on a day with data
    jumps: list[Jump] = []
    while possible.any():
        peak = int(np.argmax(np.where(possible, np.abs(score), 0.0)))
        if not possible[peak] or abs(score[peak]) < threshold:
            break
        possible[max(0, peak - SHORTEST_LEVEL) : peak + SHORTEST_LEVEL + 1] = False
        day = _first_day(deseasoned, peak)
        edges = _edges(z, jumps)
        before, after = _sides(deseasoned, day, edges, HELD)
        holds = _holds(before, after, float(np.sign(score[peak])), structure.sigma)
        if holds and _is_change(*_typical(days_as, day, edges), unit):
            jumps.append(Jump(day, float(score[peak])))
            held[day - 1] = FREE_STEP
            score = scores(held)
    return tuple(jumps)


def _holds(before: Floats, after: Floats, sign: float, sigma: float) -> bool:
    """Whether both sides differ enough in the mean, and in the median too, which a few better days do not move."""
    if not (before.size and after.size):
        return False
    change = min(sign * float(after.mean() - before.mean()), sign * float(np.median(after) - np.median(before)))
    return bool(change >= sigma * max(SMALLEST_JUMP, SURE * (1 / before.size + 1 / after.size) ** 0.5))


def _sides(x: Floats, day: int, edges: Sequence[int], days: int) -> tuple[Floats, Floats]:
    """What was observed in so many days before a day and from it on, none of it beyond the next of `edges`."""
    first = max(edge for edge in edges if edge < day or edge == 0)
    last = min(edge for edge in edges if edge > day)
    before, after = x[max(day - days, first) : day], x[day : min(day + days, last)]
    return before[np.isfinite(before)], after[np.isfinite(after)]


def _edges(x: Floats, jumps: Sequence[Jump]) -> list[int]:
    """What parts levels: the jumps, and the gaps and ends of the data."""
    return [*(jump.day for jump in jumps), *(edge for known in stretches(x) for edge in (known.start, known.stop))]


def _typical(days_as: Floats, day: int, edges: Sequence[int]) -> tuple[float, float]:
    before, after = _sides(days_as, day, edges, TYPICAL)
    return (float(np.median(before)), float(np.median(after))) if before.size and after.size else (0.0, 0.0)


def _is_change(before: float, after: float, unit: float) -> bool:
    return abs(after - before) >= max(SMALLEST_CHANGE * abs(before), SMALLEST_PART * unit)


def settled(jumps: tuple[Jump, ...], days_as: Floats) -> tuple[Jump, ...]:
    """The jumps with the levels they are between and how long the new one lasted, in the order given.

    Those left out are too small between their neighbours, or gone within days.
    """
    edges = _edges(days_as, jumps)
    ahead = _medians(days_as, 2 * SHORTEST_LEVEL)
    unit = _usual(days_as)
    kept = []
    for jump in jumps:
        before, after = _typical(days_as, jump.day, edges)
        seen_until = next(known.stop for known in stretches(days_as) if jump.day < known.stop)
        until = _until(ahead[:seen_until], jump.day, before, after)
        lasts = until - jump.day + 1 >= BRIEF or until == seen_until - 1
        if lasts and _is_change(before, after, unit) and (after > before) == (jump.score > 0):
            kept.append(replace(jump, before=before, after=after, until=until))
    return tuple(kept)


def spells(jumps: tuple[Jump, ...], threshold: float, days_as: Floats) -> list[slice]:
    """The days between a change of level and its early return: a break, or a busy time."""
    ordered = sorted((jump for jump in jumps if abs(jump.score) >= threshold), key=lambda jump: jump.day)
    edges = _edges(days_as, ordered)
    found = []
    for first, second in pairwise(ordered):
        before, during = _typical(days_as, first.day, edges)
        still, after = _typical(days_as, second.day, edges)
        brief = second.day - first.day < BRIEF
        if brief and (still - after) * np.sign(during - before) >= RETURN_PART * abs(during - before) > 0:
            found.append(slice(first.day, second.day))
    return found


def _usual(days_as: Floats) -> float:
    seen = np.abs(days_as[np.isfinite(days_as) & (days_as != 0)])
    return float(np.median(seen)) if seen.size else 0.0


def _medians(x: Floats, days: int) -> Floats:
    """Per day the median of as many days from it on; NaN where half of them or more are beyond the end or unseen."""
    padded = pd.Series(np.pad(x, (0, days - 1), constant_values=np.nan))
    return padded.rolling(days, min_periods=days // 2 + 1).median().to_numpy(dtype=np.float64)[days - 1 :]


def _until(ahead: Floats, day: int, before: float, after: float) -> int:
    """The last day on the new level; `ahead` are medians of the two weeks from each day on."""
    later = ahead[day:]
    back = np.flatnonzero((later - (before + after) / 2) * np.sign(after - before) < 0)
    # Half of those two weeks are back then.
    return day + int(back[0]) + SHORTEST_LEVEL - 1 if back.size else ahead.size - 1


def _first_day(x: Floats, peak: int) -> int:
    """The day near `peak` that best splits the days around into two constant levels (least squares)."""
    start, stop = max(0, peak - AROUND), min(x.size, peak + AROUND + 1)
    seen = np.isfinite(x[start:stop])
    centred = np.where(seen, x[start:stop] - np.nanmean(x[start:stop]), 0.0)
    count, total = np.cumsum(seen), np.cumsum(centred)
    days = np.arange(max(SHORTEST_LEVEL, peak - SEARCH), min(x.size - SHORTEST_LEVEL, peak + SEARCH) + 1)
    days = days[np.isfinite(x[days]) & (count[days - start - 1] > 0)]
    if days.size == 0:
        return peak
    before = count[days - start - 1]
    between_levels = total[days - start - 1] ** 2 * (1 / before + 1 / (count[-1] - before))
    return int(days[np.argmax(between_levels)])
