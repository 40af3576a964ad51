"""What came in the same days of other years is a season, and no news.

Years are set beside each other with a week to either side, for much of what comes back keeps to a weekday.
"""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from .robust import Floats
from .shifts import SHORTEST_LEVEL, Jump
from .structure import Bools

# A change that came in another year too, within a week and at least by this part, is a season and no new level.
YEAR, SEASON_PART = 365, 0.5
LONGEST_SEASON = 92  # days; a level of more is not taken for one because the series began as high
# Of so many other years at least, each must have had an unusual day of this part of the score.
OTHER_YEARS, ALIKE = 2, 0.7
# A level that falls between these days most often is the end of the Christmas trade.
MID_DECEMBER, MID_JANUARY = (12, 15), (1, 20)


def every_year(score: Floats, flagged: Bools) -> Bools:
    """Which of the flagged days are as unusual as a day of that week was in each of the other years that are known."""
    found = np.zeros_like(flagged)
    reach = SHORTEST_LEVEL
    for sign in (1.0, -1.0):
        padded = np.pad(np.where(np.isnan(score), -np.inf, sign * score), reach, constant_values=-np.inf)
        most = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1)
        for day in np.flatnonzero(flagged & (sign * score > 0)).tolist():
            others = np.arange(day % YEAR, score.size, YEAR)
            others = others[(others != day) & (others >= reach) & (others < score.size - reach)]
            others = others[most[others] > -np.inf]
            found[day] = others.size >= OTHER_YEARS and (most[others] >= ALIKE * sign * score[day]).all()
    return found


def with_precedent(x: Floats, jumps: tuple[Jump, ...]) -> tuple[Jump, ...]:
    """The jumps that other years do not have as well, with `precedent` set; `x` is without weekdays.

    Where the series begins in these very days, their level then tells instead: one that was as high, and passed again
    this time, is a season of which only a part was seen.
    """
    if not jumps:
        return ()
    near = np.arange(-SHORTEST_LEVEL, SHORTEST_LEVEL + 1)
    before, after = _sides(np.pad(x, SHORTEST_LEVEL, constant_values=np.nan))
    change = after - before
    kept = []
    for jump in jumps:
        here = change[jump.day + SHORTEST_LEVEL]
        years = np.arange(jump.day % YEAR, x.size + 1, YEAR)
        others = change[years[years != jump.day, None] + near + SHORTEST_LEVEL]
        half = (before[jump.day + SHORTEST_LEVEL] + after[jump.day + SHORTEST_LEVEL]) / 2
        came_back = (others * np.sign(here) >= SEASON_PART * abs(here)).any() or _seen_in_part(x, jump, half)
        if here == 0 or not came_back:
            # A year that begins or ends in these weeks may hide its season.
            kept.append(replace(jump, precedent=bool(np.isfinite(others).all(axis=1).any())))
    return tuple(kept)


def _seen_in_part(x: Floats, jump: Jump, half: float) -> bool:
    """Whether the series begins within the days of a level that passed, a year or more before, and as far out."""
    first, days = jump.day % YEAR, jump.until - jump.day + 1
    first -= YEAR if first >= 2 * SHORTEST_LEVEL else 0  # else how it came is known
    if first == jump.day or jump.until == x.size - 1 or days > LONGEST_SEASON:
        return False
    seen = x[max(first, 0) : max(first + days, 0)]
    seen = seen[np.isfinite(seen)]
    return seen.size >= SHORTEST_LEVEL and (float(np.median(seen)) - half) * jump.score > 0


def may_be_season(jump: Jump, first: date) -> bool:
    """Whether it is a fall about Christmas that no other year of the series can tell from the end of the season."""
    return jump.score < 0 and not jump.precedent and not MID_JANUARY < (first.month, first.day) < MID_DECEMBER


def _sides(x: Floats) -> tuple[Floats, Floats]:
    """Per day, and for the day after the last: the two weeks before, and the two weeks from it on (medians).

    NaN where the series has less than a week of it.
    """
    weeks = 2 * SHORTEST_LEVEL
    padded = pd.Series(np.pad(x, (weeks, weeks), constant_values=np.nan))
    until = padded.rolling(weeks, min_periods=SHORTEST_LEVEL).median().to_numpy(dtype=np.float64)
    return until[weeks - 1 : -weeks], until[2 * weeks - 1 :]
