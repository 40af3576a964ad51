"""The season of the year as far as past years agree on it, also a sharp one such as a December of twice a month.

Every past year gives a profile: logarithms of smoothed values less the year's mean and the growth over it. Their mean
is the season; what they differ by is its noise. The season is drawn to none by the ratio of the two (James and Stein,
1961), so that a level that merely wandered makes none. One year says nothing: nobody knows what of it comes back.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from bi_server.analysis.forecasting.frequency import Floats
from bi_server.analysis.forecasting.windows import median

HALF_WEEK = 3
DAYS_OF_MEAN = 3  # more would blur where a season begins
HALF_WINDOW = HALF_WEEK + DAYS_OF_MEAN // 2  # days to each side that a value is smoothed over
YEAR = 365.25
SLACK = 10  # days that the first of the years may lack
MOST_YEARS = 4
SLOTS = 372  # one for each date of a year, and a few that never occur
KNOWN = 0.8  # of a year's dates, for it to count
DOUBT = 3.0  # times the noise that a season must exceed
DOUBT_OF_WEEK = 9.0  # the same for one week of the year alone, of which there are many
WEEK = 7
AROUND = 15  # dates over which noise is measured locally
UNEVEN = 2.0  # times the usual noise from which years disagree about a date
SMALLEST = 0.02  # of the mean, so that nothing has a logarithm
LARGEST = np.log(10.0)


def seasons(values: Floats, days: pd.DatetimeIndex, origins: Sequence[int]) -> Floats:
    """Log factors (origins, days) of the season as it is known at each origin; 0 throughout where none is.

    `values` (n,) are daily and not negative, `days` their dates and those beyond. No row knows of what comes later.
    """
    found = np.zeros((len(origins), len(days)))
    if max(origins) + SLACK < 2 * YEAR:
        return found
    slot = (np.asarray(days.month, dtype=int) - 1) * 31 + np.asarray(days.day, dtype=int) - 1
    smooth = _smoothed(values)
    for row, origin in enumerate(origins):
        years = min(int((origin + SLACK) / YEAR), MOST_YEARS)
        if years >= 2:
            found[row] = _season(smooth[: origin - HALF_WINDOW], slot, origin, years)[slot]
    return found


def _season(smooth: Floats, slot: "np.ndarray[tuple[int], np.dtype[np.int_]]", origin: int, years: int) -> Floats:
    """Log factor of every slot, from what lies before an origin."""
    if not (smooth > 0).any():
        return np.zeros(SLOTS)
    level = float(np.nanmean(smooth))
    oldest = max(len(smooth) - int(years * YEAR) - 1, 0)
    smooth, slot = smooth[oldest:], slot[oldest:]
    back = (origin - 1 - oldest - np.arange(len(smooth))) / YEAR
    logs = np.log(smooth + SMALLEST * level)
    table, place = (np.full((years, SLOTS), np.nan) for _ in range(2))
    inside = np.flatnonzero((back < years) & np.isfinite(logs))
    year = back[inside].astype(int)
    table[year, slot[inside]] = logs[inside]
    place[year, slot[inside]] = back[inside]
    occurring = np.isfinite(table).any(axis=0)
    table, place = table[:, occurring], place[:, occurring]
    if np.isfinite(table).mean(axis=1).min() < KNOWN:
        return np.zeros(SLOTS)
    grown = table[:-1] - table[1:]
    growth = float(np.median(grown[np.isfinite(grown)]))
    table = table + growth * place
    table -= np.nanmean(table, axis=1, keepdims=True)
    season = np.nanmean(table, axis=0)
    # Noise of days averages out; what years differ by over a fortnight does not.
    apart = np.stack([_circular_mean(row, AROUND) for row in table - season])
    noise = (apart**2).sum(axis=0) / (years - 1) / years
    usual = float(noise.mean())
    trust = max(0.0, 1 - DOUBT * usual / max(float((_circular_mean(season, AROUND) ** 2).mean()), 1e-12))
    agreed = np.minimum(1.0, UNEVEN * usual / np.maximum(_circular_mean(noise, AROUND), 1e-12))
    # A single week of the year may be sure where the rest of it is not.
    of_week = float(np.nansum((table - season) ** 2, axis=0).mean()) / (years - 1) / years
    sure = np.maximum(0.0, 1 - DOUBT_OF_WEEK * of_week / np.maximum(_circular_mean(season, WEEK) ** 2, 1e-12))
    found = np.zeros(SLOTS)
    found[occurring] = np.clip(np.maximum(trust, sure) * agreed * season, -LARGEST, LARGEST)
    return found


def _smoothed(values: Floats) -> Floats:
    """Running median of a week of weekday-adjusted values, a little smoothed: single days that stand out are no season.

    Weekdays are those of the first two years, which every origin with a season knows.
    """
    first = values[: int(2 * YEAR - SLACK) // 7 * 7].reshape(-1, 7)
    known = np.isfinite(first)
    mean = np.where(known, first, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    weekday = median((first / np.where(mean > 0, mean, np.nan)[:, None]).T)
    factor = np.resize(np.where(weekday > 0.1, weekday, np.nan), len(values))
    adjusted = np.pad(values / factor, HALF_WEEK, constant_values=np.nan)
    calm = median(sliding_window_view(adjusted, 7))
    there = np.isfinite(calm)
    total, count = (
        np.convolve(a, np.ones(DAYS_OF_MEAN), "same") for a in (np.where(there, calm, 0.0), there.astype(float))
    )
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _circular_mean(a: Floats, width: int) -> Floats:
    half = width // 2
    wrapped = np.concatenate([a[-half:], a, a[:half]])
    known = np.isfinite(wrapped)
    window = np.ones(2 * half + 1)
    total = np.convolve(np.where(known, wrapped, 0.0), window, "valid")
    return np.asarray(total / np.maximum(np.convolve(known.astype(float), window, "valid"), 1))
