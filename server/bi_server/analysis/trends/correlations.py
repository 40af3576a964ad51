"""Which series move together, which one first, once what they share with the calendar is taken out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import stdtr

from bi_server.analysis.multiple_testing import benjamini_hochberg
from bi_server.analysis.timeseries.special_days import FROM_MONTH_EDGE, monthly

from .daily import CLOSED_SHARE, WEEK, Daily, Floats, daily, since_first_sale, weekly_pattern, without_outliers

MAX_LAG = 14
MIN_DAYS = 56
"""Eight weeks: fewer leave too little after weekdays, trend and memory are fitted."""

SLOW_DAYS = 56
"""Common movements with longer periods (trend, yearly season) are taken out."""

LEAST_BUSY = 0.6
"""Share of the open days with sales under which a series is too sparse to move with another."""

MEMORY = 7
"""Order of the autoregression that prewhitens a series: a week."""

MONTH_EDGES = ("business_day_from_start", "business_day_from_end")


@dataclass(frozen=True)
class Correlation:
    """How two series move together.

    `coefficient` is a rank correlation of what is new each day, -1 to 1, at the `lag` where it is strongest:
    `lag` > 0 means that `first` leads `second` by so many days. `p_value` allows for the search over lags,
    `q_value` for the number of pairs too (the false discovery rate at which the pair would be called).
    `algebraic` marks pairs tied by definition (revenue and average order value).
    """

    first: str
    second: str
    lag: int
    coefficient: float
    p_value: float
    q_value: float
    significant: bool
    days: int
    algebraic: bool


def correlations(
    series: Mapping[str, pd.Series],
    *,
    max_lag: int = MAX_LAG,
    false_discovery_rate: float = 0.05,
    identities: Collection[frozenset[str]] = (),
) -> tuple[Correlation, ...]:
    """Every pair of the daily `series`, the most certain first; empty under 56 common days.

    Each series loses its weekdays, its trend and slow season (periods over 56 days), and its own memory
    (an autoregression of a week), so that two random walks or two seasons do not correlate: prewhitening,
    Haugh (1976). The test holds under changing variance (Dalla, Giraitis & Phillips 2022). Lags from
    -`max_lag` to `max_lag` are searched (Sidak 1967), pairs are controlled by Benjamini & Hochberg
    (1995). Common days begin with the first sale of the last series to have one. Series that never change, are known on
    under 80 % of these days, or sell on under 60 % of them are left out: with sales that rare, what little two of them
    share are their zeros. `identities` are pairs of which one is computed from the other.
    """
    names, news, fitted = _innovations(series)
    if len(names) < 2:
        return ()
    n = len(news)
    reach = min(max_lag, n // 4)
    lags = np.arange(-reach, reach + 1)
    shrink = np.sqrt((n - fitted) / n / _remaining_memory(news))
    strength = np.empty((len(lags), len(names), len(names)))
    evidence = np.empty_like(strength)
    for k in range(reach + 1):
        lead, follow = news[: n - k], news[k:]
        product = lead.T @ follow
        spread = np.sqrt((lead**2).T @ follow**2)
        share = product / n
        # [lag, i, j]: i leads j by `lag` days; the transposed matrix is the same relation seen from j.
        strength[reach + k], strength[reach - k] = share, share.T
        ratio = product / np.maximum(spread, n**0.5) * shrink
        evidence[reach + k], evidence[reach - k] = ratio, ratio.T
    first, second = np.triu_indices(len(names), 1)
    chosen = np.abs(evidence[:, first, second]).argmax(axis=0)
    statistic = np.abs(evidence[chosen, first, second])
    single = 2 * stdtr(n - fitted, -statistic)
    p_values = -np.expm1(len(lags) * np.log1p(-np.minimum(single, 1 - 1e-16)))
    q_values = benjamini_hochberg(p_values)
    coefficient = np.clip(strength[chosen, first, second], -1.0, 1.0)
    found = [
        Correlation(
            first=names[i],
            second=names[j],
            lag=int(lags[chosen[pair]]),
            coefficient=float(coefficient[pair]),
            p_value=float(p_values[pair]),
            q_value=float(q_values[pair]),
            significant=bool(q_values[pair] <= false_discovery_rate),
            days=n,
            algebraic=frozenset((names[i], names[j])) in identities,
        )
        for pair, (i, j) in enumerate(combinations(range(len(names)), 2))
    ]
    return tuple(sorted(found, key=lambda c: (c.q_value, -abs(c.coefficient), c.first, c.second)))


def _innovations(series: Mapping[str, pd.Series]) -> tuple[list[str], Floats, int]:
    """Names in order, a column each of standardised ranks of the innovations over the common days, and
    how many values were fitted to every column on the way.
    """
    parsed = {name: daily(since_first_sale(series[name])) for name in sorted(series)}
    parsed = {name: whole for name, whole in parsed.items() if _busy(whole)}
    if len(parsed) < 2:
        return [], np.empty((0, 0)), 0
    start = max(d.start for d in parsed.values())
    end = min(d.date(len(d.values)) for d in parsed.values())
    days = (end - start).days
    if days < MIN_DAYS:
        return [], np.empty((0, 0)), 0
    names: list[str] = []
    columns: list[Floats] = []
    known: list[NDArray[np.bool_]] = []
    for name, whole in parsed.items():
        offset = (start - whole.start).days
        part = Daily(start, whole.values[offset : offset + days])
        week = weekly_pattern(part)
        seen = np.isfinite(part.values) | week.closed[part.weekday]
        if seen.mean() < 0.8 or not _busy(part):
            continue
        adjusted = week.removed_from(part)
        open_ = np.isfinite(adjusted)
        # Closed days are filled to keep the calendar whole, and weigh nothing.
        values = np.interp(np.arange(days), np.flatnonzero(open_), without_outliers(adjusted[open_]))
        names.append(name)
        columns.append(np.log(values) if bool((values > 0).all()) else values)
        known.append(open_)
    if len(names) < 2:
        return names, np.empty((0, 0)), 0
    basis = _calendar(pd.date_range(start + timedelta(days=MEMORY), periods=days - MEMORY))
    values = np.column_stack(columns)
    news = _unforeseen(values, basis)
    # What is left of a constant or a pure season is rounding error, and that correlates with anything.
    alive = news.std(axis=0) > 1e-7 * np.abs(values).max(axis=0)
    kept = [name for name, moves in zip(names, alive, strict=True) if moves]
    return kept, _ranked(news[:, alive], np.column_stack(known)[MEMORY:, alive]), basis.shape[1] + MEMORY


def _busy(series: Daily) -> bool:
    """Whether it moves, and sells on most of the days it is open; a level of 0 for good is a shop that closed."""
    known = series.values[np.isfinite(series.values)]
    if len(known) < MIN_DAYS or np.ptp(known) == 0:
        return False
    weekday = series.weekday[np.isfinite(series.values)]
    busy = np.array([np.mean(known[weekday == day] != 0) if (weekday == day).any() else 0.0 for day in range(WEEK)])
    open_ = busy > 1 - CLOSED_SHARE
    return bool(open_.any() and np.mean(known[open_[weekday]] != 0) >= LEAST_BUSY)


def _calendar(days: pd.DatetimeIndex) -> Floats:
    """Orthonormal columns of all that a calendar moves alike: weekdays, linear trend and slow movements, the edges of
    months and the business days next to them.
    """
    n = len(days)
    phase = (np.arange(n) + 0.5) / n
    slow = [np.cos(np.pi * k * phase) for k in range(1, 2 * n // SLOW_DAYS + 1)]
    month = np.asarray(days.year * 12 + days.month)
    labels = monthly(days, {})
    edges = [labels[family] == k for family in MONTH_EDGES for k in range(1, FROM_MONTH_EDGE + 1)]
    months = [month == m for m in np.unique(month)[1:]]
    columns = np.column_stack([np.eye(WEEK)[np.asarray(days.day_of_week)], phase, *slow, *months, *edges])
    return np.asarray(np.linalg.qr(columns[:, columns.any(axis=0)])[0])


def _unforeseen(values: Floats, basis: Floats) -> Floats:
    """What neither the calendar nor a series' own last seven days foretell, from one regression a column.

    Calendar and memory are fitted together (Frisch & Waugh 1933): one after the other leaves random walks
    related.
    """
    n, width = values.shape
    lagged = np.stack([values[MEMORY - k : n - k] for k in range(MEMORY + 1)], axis=2)
    flat = lagged.reshape(n - MEMORY, width * (MEMORY + 1))
    lagged = (flat - basis @ (basis.T @ flat)).reshape(lagged.shape)
    now, past = lagged[:, :, 0], lagged[:, :, 1:]
    gram = np.einsum("tsi,tsj->sij", past, past, optimize=True)
    ridge = (1e-10 * np.trace(gram, axis1=1, axis2=2) + 1e-300)[:, None, None] * np.eye(MEMORY)
    target = np.einsum("tsi,ts->si", past, now)[:, :, None]
    weights = np.linalg.solve(gram + ridge, target)[:, :, 0]
    return np.asarray(now - np.einsum("tsi,si->ts", past, weights))


def _remaining_memory(news: Floats) -> Floats:
    """Factor on the variance of each pair's correlation from the autocorrelation still left (Bartlett
    1946).
    """
    n = len(news)
    left = np.stack([(news[k:] * news[:-k]).sum(axis=0) / n for k in range(1, 2 * MAX_LAG + 1)])
    return np.asarray(np.maximum(1 + 2 * left.T @ left, 1.0))


def _ranked(values: Floats, known: NDArray[np.bool_]) -> Floats:
    """Ranks with mean 0 and variance 1, so that one wild day cannot make a correlation; unknown days
    weigh nothing.
    """
    ranks = pd.DataFrame(values).rank().to_numpy()
    centred = np.where(known, ranks - ranks.mean(axis=0), 0.0)
    spread = np.sqrt((centred**2).mean(axis=0))
    return np.asarray(centred / np.where(spread > 0, spread, 1.0))
