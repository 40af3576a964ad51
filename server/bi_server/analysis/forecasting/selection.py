"""The public answer: choose between the combination and seasonal naive, bound it, and tell its record."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.analysis.forecasting.calendar import CALENDARS, Floats, Granularity, History, history
from bi_server.analysis.forecasting.engine import Rehearsal, closed, origins, rehearse
from bi_server.analysis.forecasting.events import Names
from bi_server.analysis.forecasting.intervals import Bounds, bounds, spread_bounds
from bi_server.analysis.forecasting.members import pool
from bi_server.analysis.forecasting.result import Backtest, Forecast, Point
from bi_server.analysis.forecasting.windows import windows
from bi_server.errors import InvalidInput

MOST_NAMED = 0.2  # when more days than this are named, they are no exceptions
FEWEST_ORIGINS = 3  # with fewer a backtest says nothing


def forecast(
    y: pd.Series,
    horizon: int,
    *,
    levels: Sequence[float] = (0.8, 0.95),
    granularity: Granularity = "day",
    holidays: Mapping[date, str] | None = None,
) -> Forecast:
    """Forecast the `horizon` buckets after the last one of `y`.

    `y` holds one finite number a bucket at the bucket's first day, sorted; an absent bucket is unknown, a
    zero is a zero. `holidays` names special days, past and coming; they count for days only, and only the
    past of the same name tells what a coming one does. `levels` are central probabilities between 0 and 1,
    in rising order. `horizon` is 1 to the granularity's limit (365 days, 104 weeks, 36 months, 12 quarters,
    5 years). The answer does not depend on anything else: same input, same output. Where the history holds
    no negative value, no value or bound is negative.

    Raises InvalidInput for a horizon, level or index outside this and InsufficientHistory under the floor
    (14 days, 8 weeks, 6 months, 5 quarters, 4 years).
    """
    _check(horizon, levels, granularity)
    past = history(y, granularity)
    scale = float(np.nanmean(np.abs(past.values))) or 1.0
    unit = History(past.values / scale, past.index, past.calendar)
    season = past.calendar.season if len(past.values) >= 2 * past.calendar.season else 1
    steps = max(horizon, past.calendar.tested)
    if len(origins(unit, season, steps)) < FEWEST_ORIGINS:
        return _without_backtest(unit, season, horizon, levels, scale)
    return _with_backtest(unit, season, _names(unit, steps, holidays or {}), steps, horizon, levels, scale)


def _check(horizon: int, levels: Sequence[float], granularity: Granularity) -> None:
    if granularity not in CALENDARS:
        raise InvalidInput.of("granularity", f"{granularity!r} is none of {', '.join(CALENDARS)}")
    limit = CALENDARS[granularity].limit
    if not 1 <= horizon <= limit:
        raise InvalidInput.of("periods", f"{horizon} is outside 1 to {limit} {CALENDARS[granularity].plural}")
    if not levels or any(not 0 < level < 1 for level in levels) or list(levels) != sorted(set(levels)):
        raise InvalidInput.of("levels", f"{list(levels)} are not rising probabilities between 0 and 1")


def _with_backtest(
    unit: History,
    season: int,
    names: Names,
    steps: int,
    horizon: int,
    levels: Sequence[float],
    scale: float,
) -> Forecast:
    r = rehearse(unit, season, steps, names)
    ours, naive = (float(np.nanmean(np.abs(r.actual - p[:-1]))) for p in (r.predicted, r.naive))
    plural, count = unit.calendar.plural, len(r.origins)
    if ours < naive or (ours == 0 and naive == 0):
        predicted, model, members = r.predicted, "combination", r.members
        why = (
            f"A weighted combination of {sum(w >= 0.01 for w in members.values())} simple forecasts erred "
            f"{_less(ours, naive)} than repeating the last season in {count} backtests."
        )
    else:
        predicted, model, members = r.naive, "seasonal_naive", {"seasonal_naive": 1.0}
        why = f"Nothing tried beat repeating the last season in {count} backtests."
    limits = bounds(predicted, r.actual, levels, season, len(unit.values))
    limits = [_within(unit, r.shut, pair) for pair in limits]
    record = _record(unit, season, r, predicted, limits, levels)
    degraded = None
    if unit.calendar.year and len(unit.values) < unit.calendar.year + 2 * season:
        degraded = f"Less than a year of history ({len(unit.values)} {plural}): no yearly season could be learnt."
    last = [(low[-1, :horizon], high[-1, :horizon]) for low, high in limits]
    return _answer(unit, predicted[-1, :horizon], last, levels, scale, model, why, degraded, members, record)


def _without_backtest(unit: History, season: int, horizon: int, levels: Sequence[float], scale: float) -> Forecast:
    n, plural = len(unit.values), unit.calendar.plural
    x = windows(unit.values, [n], n)
    predicted = pool(x, horizon, unit.calendar, season)["seasonal_mean_4"]
    shut = closed(x, season, horizon)
    predicted[shut] = 0.0
    limits = spread_bounds(predicted, unit.values, levels, season)
    last = [(low[0], high[0]) for low, high in (_within(unit, shut, pair) for pair in limits)]
    degraded = f"{n} {plural} of history are too few for a backtest; the mean of the same season is used instead."
    why = f"The recent mean of each season position is all that {n} {plural} of history can carry."
    members = {"seasonal_mean_4": 1.0}
    return _answer(unit, predicted[0], last, levels, scale, "seasonal_mean", why, degraded, members, None)


def _names(unit: History, steps: int, holidays: Mapping[date, str]) -> Names:
    """Name of each bucket of history and future, "" for none; nothing is named where it would be the rule."""
    days = [*unit.index.date, *unit.future(steps).date]
    names = np.array([holidays.get(day, "") for day in days], dtype=object)
    if unit.calendar is not CALENDARS["day"] or (names != "").mean() > MOST_NAMED:
        names[:] = ""
    return names


def _within(unit: History, shut: npt.NDArray[np.bool_], limits: Bounds) -> Bounds:
    """Nothing below zero where nothing ever was, and no doubt about closed days."""
    floor = 0.0 if unit.nonnegative else -np.inf
    low, high = (np.where(shut, 0.0, np.maximum(limit, floor)) for limit in limits)
    return low, high


def _less(ours: float, naive: float) -> str:
    return f"{100 * (1 - ours / naive):.0f} % less" if naive > 0 else "no more"


def _record(
    unit: History,
    season: int,
    r: Rehearsal,
    predicted: Floats,
    limits: Sequence[Bounds],
    levels: Sequence[float],
) -> Backtest:
    known = np.isfinite(r.actual)
    actual = r.actual[known]
    steps = np.abs(unit.values[season:] - unit.values[:-season])
    usual = float(np.nanmean(steps)) if np.isfinite(steps).any() else 0.0
    usual = usual or float(np.abs(actual).mean()) or 1.0

    def errors(p: Floats) -> tuple[float, float]:
        at = p[:-1][known]
        size = np.abs(actual) + np.abs(at)
        missed = np.abs(actual - at)
        return float(missed.mean()) / usual, float(np.mean(200 * missed / np.where(size > 0, size, 1.0)))

    mase, smape = errors(predicted)
    naive_mase, naive_smape = errors(r.naive)
    inside = [((low[:-1][known] <= actual) & (actual <= high[:-1][known])).mean() for low, high in limits]
    tested = int(known.any(axis=0).sum())
    coverage = {level: float(share) for level, share in zip(levels, inside, strict=True)}
    return Backtest(len(r.origins), tested, mase, smape, coverage, naive_mase, naive_smape)


def _answer(
    unit: History,
    values: Floats,
    limits: Sequence[Bounds],
    levels: Sequence[float],
    scale: float,
    model: str,
    why: str,
    degraded: str | None,
    members: Mapping[str, float],
    record: Backtest | None,
) -> Forecast:
    days = unit.future(len(values)).date
    pairs = [list(zip((low * scale).tolist(), (high * scale).tolist(), strict=True)) for low, high in limits]
    points = tuple(
        Point(day, value, tuple(pair[i] for pair in pairs))
        for i, (day, value) in enumerate(zip(days, (values * scale).tolist(), strict=True))
    )
    taking_part = {name: float(w) for name, w in members.items() if w > 0}
    start, end = unit.index[0].date(), unit.index[-1].date()
    return Forecast(points, tuple(levels), model, why, degraded, taking_part, record, start, end, unit.observed)
