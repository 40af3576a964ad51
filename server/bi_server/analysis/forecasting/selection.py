"""The public answer: points with bounds, the model behind them, and its record."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from bi_server.analysis.forecasting.frequency import FREQUENCIES, Granularity
from bi_server.analysis.forecasting.intervals import Bounds, bounds, spread_bounds
from bi_server.analysis.forecasting.outlook import Outlook, look_ahead
from bi_server.analysis.forecasting.record import record, seasonal_difference
from bi_server.analysis.forecasting.result import Backtest, Forecast, Point, points
from bi_server.errors import InvalidInput


def forecast(
    y: pd.Series,
    horizon: int,
    *,
    levels: Sequence[float] = (0.8, 0.95),
    granularity: Granularity = "day",
    holidays: Mapping[date, str] | None = None,
    unknown: Collection[date] | None = None,
) -> Forecast:
    """Forecast the `horizon` buckets after the last one of `y`: their means, not their medians.

    `y` holds one finite number a bucket at the bucket's first day, sorted; an absent bucket is unknown, a
    zero is a zero. `holidays` names special days, past and coming; they count for days only, and only the
    past of the same name tells what a coming one does. `unknown` are buckets whose numbers are missing data;
    where it is None, days that look like that are. `levels` are central probabilities between 0 and 1,
    in rising order. `horizon` is 1 to the granularity's limit (365 days, 104 weeks, 36 months, 12 quarters,
    5 years). The answer does not depend on anything else: same input, same output; a longer forecast begins
    as a shorter one. Where the history holds no negative value, or very few, no value or bound is negative.

    Raises InvalidInput for a horizon, level or index outside this and InsufficientHistory under the floor
    (14 days, 8 weeks, 6 months, 5 quarters, 4 years).
    """
    check(horizon, levels, granularity)
    outlook = look_ahead(y, horizon, granularity, holidays or {}, unknown)
    limits = dict(zip(levels, _limits(outlook, levels), strict=True))
    coming = slice(outlook.lost, outlook.lost + horizon)
    past, r = outlook.past, outlook.rehearsal
    found = points(
        past.future(outlook.lost + horizon)[coming],
        r.predicted[-1, coming] * outlook.scale,
        [(low[-1, coming] * outlook.scale, high[-1, coming] * outlook.scale) for low, high in limits.values()],
    )
    usual = seasonal_difference(past.values, outlook.season)
    return answer(outlook, found, levels, record(r.predicted, r.naive, r.actual, usual, limits))


def check(horizon: int, levels: Sequence[float], granularity: Granularity) -> None:
    """Raises InvalidInput for what `forecast` does not take."""
    if granularity not in FREQUENCIES:
        raise InvalidInput.of("granularity", f"{granularity!r} is none of {', '.join(FREQUENCIES)}")
    limit = FREQUENCIES[granularity].limit
    if not 1 <= horizon <= limit:
        raise InvalidInput.of("periods", f"{horizon} is outside 1 to {limit} {FREQUENCIES[granularity].plural}")
    if not levels or any(not 0 < level < 1 for level in levels) or list(levels) != sorted(set(levels)):
        raise InvalidInput.of("levels", f"{list(levels)} are not rising probabilities between 0 and 1")


def answer(outlook: Outlook, found: tuple[Point, ...], levels: Sequence[float], backtest: Backtest | None) -> Forecast:
    """The forecast that tells `found`."""
    past, members = outlook.past, outlook.rehearsal.members
    return Forecast(
        points=found,
        levels=tuple(levels),
        model=outlook.model,
        why=outlook.why,
        degraded=outlook.degraded,
        members={name: float(w) for name, w in members.items() if w > 0},
        backtest=backtest,
        history_start=past.index[0].date(),
        history_end=past.index[-1].date(),
        observed=past.observed,
    )


def _limits(outlook: Outlook, levels: Sequence[float]) -> list[Bounds]:
    """Bounds per level: nothing below zero where nothing ever was, and no doubt about closed days."""
    past, r, season = outlook.past, outlook.rehearsal, outlook.season
    if r.origins:
        found = bounds(r.predicted, r.actual, levels, season, len(past.values))
    else:
        found = spread_bounds(r.predicted, past.values, levels, season)
    floor = 0.0 if past.nonnegative else -np.inf
    return [
        (np.where(r.shut, 0.0, np.maximum(low, floor)), np.where(r.shut, 0.0, np.maximum(high, floor)))
        for low, high in found
    ]
