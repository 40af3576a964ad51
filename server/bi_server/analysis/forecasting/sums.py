"""Weeks, months and quarters ahead as sums of the days ahead, so that all granularities tell the same.

Temporal hierarchies (Athanasopoulos et al., 2017) by the bottom: days know most, as they are up to date and have the
week and special days. Bounds come from the sums that past origins missed, since those of days do not add up.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd

from bi_server.analysis import calendar_steps
from bi_server.analysis.forecasting.frequency import FREQUENCIES, Floats, Granularity
from bi_server.analysis.forecasting.intervals import Bounds, bounds
from bi_server.analysis.forecasting.outlook import Outlook, look_ahead
from bi_server.analysis.forecasting.record import record, seasonal_difference
from bi_server.analysis.forecasting.result import Forecast, points
from bi_server.analysis.forecasting.selection import answer, check
from bi_server.analysis.periods import Days
from bi_server.errors import InsufficientHistory
from bi_server.semantic.calendar import ISO, Calendar

FARTHEST_DAY = 371  # days later are those of a year (52 weeks) before
STEPS_PER_MISS = 3.0  # sums of days that follow each other miss alike
MOSTLY = 0.8  # of a step's days must be known for its sum to be held against the forecast


def forecast_sums(
    y: pd.Series,
    horizon: int,
    *,
    granularity: Granularity,
    levels: Sequence[float] = (0.8, 0.95),
    holidays: Mapping[date, str] | None = None,
    unknown: Collection[date] | None = None,
    calendar: Calendar = ISO,
) -> Forecast:
    """The sums of the `horizon` weeks, months or quarters after the last whole one of the daily `y`.

    The first step holds the days that it already has. Arguments, errors and answer are those of `forecast`, where
    history counts in whole steps; its model is the one of days.
    """
    check(horizon, levels, granularity)
    first, last = (day.toordinal() for day in (y.index[0].date(), y.index[-1].date()))
    whole = [step for step in calendar_steps.steps(Days(first, last), granularity, calendar) if step.whole]
    frequency = FREQUENCIES[granularity]
    if len(whole) < frequency.floor:
        raise InsufficientHistory(
            f"A forecast needs at least {frequency.floor} whole {frequency.plural} of history, there are {len(whole)}; "
            "choose a finer granularity, fewer filters or import more data.",
            needed=str(frequency.floor),
            available=str(len(whole)),
        )
    edges = [calendar_steps.unit_start(last + 1, granularity, calendar)]
    for _ in range(horizon):
        edges.append(calendar_steps.next_unit(edges[-1], granularity))
    outlook = look_ahead(y, min(edges[-1] - 1 - last, FARTHEST_DAY), "day", holidays or {}, unknown)
    begin = outlook.past.index[-1].date().toordinal() + 1
    slices = [slice(max(a - begin, 0), b - begin) for a, b in pairwise(edges)]
    r, known = outlook.rehearsal, np.zeros(horizon)
    known[0] = _so_far(outlook, begin - edges[0])
    predicted, naive = (_summed(_prolonged(p, slices[-1].stop), slices) for p in (r.predicted, r.naive))
    actual = _actual(outlook, slices)
    limits = _bounds(outlook, predicted, actual, levels, slices)
    scale = outlook.scale
    found = points(
        pd.DatetimeIndex([date.fromordinal(edge) for edge in edges[:-1]]),
        (predicted[-1] + known) * scale,
        [((low[-1] + known) * scale, (high[-1] + known) * scale) for low, high in limits.values()],
    )
    sums = np.array([float(y.iloc[step.start - first : step.end + 1 - first].sum()) for step in whole]) / scale
    usual = seasonal_difference(sums, frequency.season if len(sums) > frequency.season else 1)
    return replace(
        answer(outlook, found, levels, record(predicted, naive, actual, usual, limits)),
        history_start=date.fromordinal(whole[0].start),
        history_end=date.fromordinal(whole[-1].start),
        observed=len(whole),
    )


def _prolonged(days: Floats, steps: int) -> Floats:
    """Daily forecasts (origins, days) for so many steps; beyond the last they repeat the year before."""
    at = np.arange(steps)
    beyond = np.maximum(at - days.shape[1] + 1, 0)
    return np.asarray(days[:, at - 364 * -(-beyond // 364)])


def _summed(days: Floats, slices: Sequence[slice]) -> Floats:
    return np.stack([days[:, part].sum(axis=1) for part in slices], axis=1)


def _actual(outlook: Outlook, slices: Sequence[slice]) -> Floats:
    """What came (origins, steps), NaN where too few of a step's days are known; the others are taken as forecast."""
    r, reach = outlook.rehearsal, outlook.rehearsal.actual.shape[1]
    came = np.full((len(r.origins), len(slices)), np.nan)
    there = np.isfinite(r.actual)
    filled = np.where(there, r.actual, r.predicted[:-1])
    for i, part in enumerate(slices):
        if part.stop <= reach and len(came):
            enough = there[:, part].mean(axis=1) >= MOSTLY
            came[enough, i] = filled[enough, part].sum(axis=1)
    return came


def _so_far(outlook: Outlook, days: int) -> float:
    """Sum of what the first step already has, on its `days` before the forecast begins."""
    values = outlook.past.values
    days = min(max(days, 0), len(values))
    had = values[len(values) - days :]
    ahead = outlook.rehearsal.predicted[-1, np.arange(-days, 0) % 7]  # the same weekdays
    return float(np.where(np.isfinite(had), had, ahead).sum())


def _bounds(
    outlook: Outlook, predicted: Floats, actual: Floats, levels: Sequence[float], slices: Sequence[slice]
) -> dict[float, Bounds]:
    days = float(np.mean([part.stop - part.start for part in slices]))
    independent = len(outlook.past.values) / days / STEPS_PER_MISS
    found = bounds(predicted, actual, levels, len(slices), round(independent * len(slices)))
    floor = 0.0 if outlook.past.nonnegative else -np.inf
    return {
        level: (np.maximum(low, floor), np.maximum(high, floor))
        for level, (low, high) in zip(levels, found, strict=True)
    }
