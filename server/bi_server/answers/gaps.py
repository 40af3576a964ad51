"""Weeks in which no part of the business has a row: nobody knows whether it was closed or the rows are missing."""

import numpy as np
import pandas as pd

from bi_server.analysis.periods import Days
from bi_server.store.cube import ROWS, Cube
from bi_server.store.selection import EVERYTHING

LEAST_DAYS = 28  # a shorter silence is an incident, which the anomalies tell
LEAST_SURPRISE = 0.01  # expected runs of the kind in all the history; a shop with a sale a fortnight has them by chance


def gaps(cube: Cube) -> tuple[Days, ...]:
    """Runs of four weeks or more between the first and the last row without any, too long to be chance; oldest first.

    Days with rows are taken to be independent, and as frequent as outside of the run and of those longer than it.
    """
    return cube.remember("gaps", lambda: _found(cube))


def overlap(cube: Cube, days: Days) -> bool:
    """Whether any of the days lies in a gap."""
    return any(gap.start <= days.end and days.start <= gap.end for gap in gaps(cube))


def masked(y: pd.Series, cube: Cube) -> pd.Series:
    """The daily series with the days of gaps as unknown."""
    for gap in gaps(cube):
        first, last = map(pd.Timestamp, gap.dates)
        y = y.where((y.index < first) | (y.index > last))
    return y


def since(cube: Cube, day: int) -> int:
    """The first day since the last gap before `day`, or of all."""
    return max([cube.first_day, *(gap.end + 1 for gap in gaps(cube) if gap.end < day)])


def _found(cube: Cube) -> tuple[Days, ...]:
    if cube.is_empty:
        return ()
    sold = np.flatnonzero(cube.daily(EVERYTHING, cube.first_day, cube.last_day)[:, ROWS])
    silent, days, found = np.diff(sold) - 1, cube.last_day - cube.first_day + 1, []
    for i in np.argsort(-silent, kind="stable").tolist():
        days -= int(silent[i])
        if silent[i] < LEAST_DAYS or len(sold) * (1 - len(sold) / days) ** float(silent[i]) >= LEAST_SURPRISE:
            break
        found.append(Days(cube.first_day + int(sold[i]) + 1, cube.first_day + int(sold[i + 1]) - 1))
    return tuple(sorted(found))
