"""Days of the year that stood out before, found in the series itself where nobody named them.

A coming day is compared with the past days of the same date, of the same distance from Easter, and of the same last
weekday of the month. It inherits their effect only if they stood out far more than the series usually does, at least
twice and never the other way round. A single past year is believed only of days kept nearly everywhere.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd
from dateutil.easter import easter

from bi_server.analysis.forecasting.calendar import Floats
from bi_server.analysis.forecasting.events import shrunk, surprises

FROM_EASTER = (-47, -3, -2, -1, 0, 1, 39, 49, 50, 60)  # Carnival to Corpus Christi
EASTER_KEYS = 3000  # labels: dates are 101 to 1231, last weekdays 2010 to 2126, distances from Easter around 3000
KEPT_EVERYWHERE = {1224, 1225, 1226, 1231, 101, 501, *(EASTER_KEYS + k for k in (-3, -2, -1, 0, 1))}

STANDS_OUT = 2.0  # in robust standard deviations
ONCE_STANDS_OUT = 3.0  # when there is one past year only
EVIDENCE = 4.0  # of the sum over years, over the root of their number
MOST_EVIDENCE = 8.0  # of one year
SMALLEST_SPREAD = 0.02
SAME_YEAR = 60  # days: nearer occurrences belong to the same season, not to a past year
BLOCK = 28  # days that share a spread

Labels = npt.NDArray[np.int_]


def recurring_effects(values: Floats, days: pd.DatetimeIndex, origins: Sequence[int], horizon: int) -> Floats:
    """Log factors (origins, horizon) for the days after each origin, 0 for ordinary ones.

    `values` are daily, `days` their dates and the `horizon` dates beyond.
    """
    found = np.zeros((len(origins), horizon))
    effect = surprises(values, values, season=7)
    if not np.isfinite(effect).sum() > SAME_YEAR:
        return found
    score = np.clip(effect / _spread(effect), -MOST_EVIDENCE, MOST_EVIDENCE)
    best = np.zeros_like(found)
    starts = np.asarray(origins, dtype=int)
    for labels in _labels(days):
        standing_out = np.flatnonzero(np.abs(np.nan_to_num(score)) >= STANDS_OUT)
        for label in sorted({int(label) for label in labels[standing_out]} - {0}):
            same = np.flatnonzero(labels == label)
            past = same[same < len(values)]
            past = past[np.isfinite(score[past])]
            known = range(1, len(past) + 1)  # how many of them lie before an origin
            evidence = np.array([0.0, *(_evidence(score[past[:k]], label in KEPT_EVERYWHERE) for k in known)])
            expected = np.array([0.0, *(shrunk(effect[past[:k]]) for k in known)])
            for day in same[same >= starts[0]]:
                rows = np.flatnonzero((starts <= day) & (day < starts + horizon))
                before = np.searchsorted(past, starts[rows] - SAME_YEAR)
                better = evidence[before] > best[rows, day - starts[rows]]
                rows, before = rows[better], before[better]
                best[rows, day - starts[rows]] = evidence[before]
                found[rows, day - starts[rows]] = expected[before]
    return found


def _spread(effect: Floats) -> Floats:
    """The usual size of effects around each day; none later than the first origin that may ask for the day."""
    spread = np.empty(len(effect))
    for start in range(0, len(effect), BLOCK):
        size = np.abs(effect[: start + SAME_YEAR])
        size = size[np.isfinite(size)]
        if len(size):
            # Heavy tails are ordinary in sales: the spread is at least half the 95 % point.
            usual = max(1.4826 * float(np.median(size)), float(np.quantile(size, 0.95)) / 2, SMALLEST_SPREAD)
        else:
            usual = np.inf
        spread[start : start + BLOCK] = usual
    return spread


def _evidence(scores: Floats, kept_everywhere: bool) -> float:
    """How sure it is that days with these scores recur; 0 for not sure enough."""
    together = scores.sum()
    along = scores * np.sign(together)
    if len(scores) == 1:
        return float(along[0]) if kept_everywhere and along[0] >= ONCE_STANDS_OUT else 0.0
    sure = (along >= STANDS_OUT).sum() >= 2 and along.min() > -1
    strength = float(along.sum() / np.sqrt(len(along)))
    return strength if sure and strength >= EVIDENCE else 0.0


def _labels(days: pd.DatetimeIndex) -> list[Labels]:
    """For each way to say what day of the year it is, a number per day; 0 where it says nothing."""
    month, day, weekday = (np.asarray(part, dtype=int) for part in (days.month, days.day, days.day_of_week))
    last = day > np.asarray(days.days_in_month, dtype=int) - 7
    feasts = np.zeros(len(days), dtype=int)
    first: date = days[0].date()
    for year in range(first.year, days[-1].year + 1):
        for distance in FROM_EASTER:
            at = (easter(year) - first).days + distance
            if 0 <= at < len(days):
                feasts[at] = EASTER_KEYS + distance
    return [100 * month + day, np.where(last, 2000 + 10 * month + weekday, 0), feasts]
