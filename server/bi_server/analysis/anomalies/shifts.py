"""Days on which the level jumps and stays.

The smoothed change of level from one day to the next, less the slope of growth and season there and divided by its
usual size in this very series, is the statistic for a jump on that day (auxiliary residuals: Harvey and Koopman, 1992,
Journal of Business & Economic Statistics 10; de Jong and Penzer, 1998, JASA 93). A series whose level always wanders
has large usual changes, so only a jump that stands out from its wandering counts. Errors enter bounded, so that one
wild day is no jump, and the weeks after must differ from the weeks before, so that a bump is none either.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from .robust import Floats, mad_scale, running_median
from .structure import FREE_STEP, Structure, smooth

# A level must have held for a week on both sides; closer jumps than that are one.
SHORTEST_LEVEL = 7
# A jump of less than this many noise scales, in the means of HELD days before and after, is nothing to act on, however
# certain. What wanders or passes shows at the edge but not in these means.
SMALLEST_JUMP, HELD = 1.5, 21
ERROR_BOUND = 2.0  # in noise scales
# The level is held this many times stiffer than predicts best: if it may jump it need not drift as much.
STIFFER = 2.0
# But not so stiff that the level is averaged over more than about a week (the root of it, in days) to either side of a
# jump: what is further away tells of other changes.
STIFFEST = 30.0
# What the level does on a usual day within these days is the slope of growth or season, and no jump.
SLOPE_DAYS = 181
SEARCH, AROUND = 3, 10  # days
# A change that came in another year too, within a week and at least by this part, is a season and no new level.
YEAR, SEASON_PART = 365, 0.5


@dataclass(frozen=True)
class Jump:
    """A possible new level: its first day (position), its size in usual changes of level, signed.

    `precedent`: the same days of another year are in the series and were not like that.
    """

    day: int
    score: float
    precedent: bool = False


def find_jumps(z: Floats, structure: Structure, threshold: float) -> tuple[Jump, ...]:
    """All jumps of at least `threshold` usual changes, strongest first, at least a week apart.

    Each is asked for after the level has been let go at the stronger ones, so that the trail of a large jump is not
    taken for further ones. `structure` must have been fitted without breaks.
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

    held = np.ones(z.size - 1)
    score = scores(held)
    possible = seen.copy()  # a level is seen to start on a day with data
    possible[:SHORTEST_LEVEL] = possible[max(SHORTEST_LEVEL, z.size - SHORTEST_LEVEL + 1) :] = False
    jumps: list[Jump] = []
    while possible.any():
        peak = int(np.argmax(np.where(possible, np.abs(score), 0.0)))
        if not possible[peak] or abs(score[peak]) < threshold:
            break
        possible[max(0, peak - SHORTEST_LEVEL) : peak + SHORTEST_LEVEL + 1] = False
        day = _first_day(deseasoned, peak)
        if _held_change(deseasoned, day) * np.sign(score[peak]) >= SMALLEST_JUMP * structure.sigma:
            jumps.append(Jump(day, float(score[peak])))
            held[day - 1] = FREE_STEP
            score = scores(held)
    return tuple(jumps)


def _held_change(x: Floats, day: int) -> float:
    """Mean of the three weeks from that day on less that of the three before; 0 where either has no data."""
    before, after = x[max(day - HELD, 0) : day], x[day : day + HELD]
    if not (np.isfinite(before).any() and np.isfinite(after).any()):
        return 0.0
    return float(np.nanmean(after) - np.nanmean(before))


def with_precedent(x: Floats, jumps: tuple[Jump, ...]) -> tuple[Jump, ...]:
    """The jumps that other years do not have as well, with `precedent` set; `x` is without weekdays."""
    if not jumps:
        return ()
    near = np.arange(-SHORTEST_LEVEL, SHORTEST_LEVEL + 1)
    change = _changes(np.pad(x, SHORTEST_LEVEL, constant_values=np.nan))
    kept = []
    for jump in jumps:
        here = change[jump.day + SHORTEST_LEVEL]
        years = np.arange(jump.day % YEAR, x.size + 1, YEAR)
        others = change[years[years != jump.day, None] + near + SHORTEST_LEVEL]
        if here == 0 or not (others * np.sign(here) >= SEASON_PART * abs(here)).any():
            # A year that begins or ends in these weeks may hide its season.
            kept.append(replace(jump, precedent=bool(np.isfinite(others).all(axis=1).any())))
    return tuple(kept)


def _changes(x: Floats) -> Floats:
    """Per day, and for the day after the last: from the two weeks before to the two weeks from it on (medians).

    NaN where the series has a week or less of either.
    """
    weeks = 2 * SHORTEST_LEVEL
    padded = pd.Series(np.pad(x, (weeks, weeks), constant_values=np.nan))
    until = padded.rolling(weeks, min_periods=SHORTEST_LEVEL + 1).median().to_numpy(dtype=np.float64)
    return np.asarray(until[2 * weeks - 1 :] - until[weeks - 1 : -weeks])


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
