"""From a history to raw numbers: members, weights, the backtest behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.analysis.forecasting.calendar import Floats, History
from bi_server.analysis.forecasting.combination import weights
from bi_server.analysis.forecasting.events import Names, named_effects, without
from bi_server.analysis.forecasting.members import pool, seasonal_naive
from bi_server.analysis.forecasting.recurrence import recurring_effects
from bi_server.analysis.forecasting.windows import Windows, tempered, windows

MOST_ORIGINS = 40
YEARS_KEPT = 4.2  # members look back four years and a little before
CLOSED_CYCLES = 8  # so many zeros in a row at one season position: it is closed


@dataclass(frozen=True)
class Rehearsal:
    """What would have been said from past origins: `predicted`, `naive` and `actual` (origins, horizon).

    The last row of `predicted` and `naive` is the forecast itself; `actual` has no such row and is NaN
    where the history ends or has a gap. `shut` (origins, horizon) marks the buckets expected to be closed,
    `members` are the weights.
    """

    origins: Sequence[int]
    predicted: Floats
    naive: Floats
    actual: Floats
    shut: npt.NDArray[np.bool_]
    members: Mapping[str, float]


def origins(history: History, season: int, horizon: int) -> list[int]:
    """Counts of buckets known at past origins, each at least two seasons long.

    They lie a stride apart up to a test horizon before the end, then a season apart, as the newest ones can be judged
    on their first steps alone.
    """
    n, calendar = len(history.values), history.calendar
    tested = min(max(horizon, calendar.tested), max(season, n // 4))
    first, last = max(2 * season, calendar.floor - 1), n - tested
    stride = min(calendar.stride, max(1, (last - first) // 10))
    whole = list(range(last, first - 1, -stride))[:MOST_ORIGINS][::-1]
    newest = range(last + season, n - season + 1, season) if whole else ()
    return [*whole, *newest]


def rehearse(history: History, season: int, horizon: int, names: Names) -> Rehearsal:
    """Forecast `horizon` buckets by the pool's combination, with weights from rolling origins.

    `names` (n + horizon,) are the names of holidays and the like, "" elsewhere.
    """
    values, calendar = history.values, history.calendar
    n = len(values)
    past = origins(history, season, horizon)
    ordinary = without(values, names)
    calm = tempered(ordinary, 4 * season) if season > 1 else ordinary
    x = windows(calm, [*past, n], min(n, round(YEARS_KEPT * calendar.year) or n))
    members = pool(x, horizon, calendar, season)
    usable = {name: f for name, f in members.items() if np.isfinite(f[-1]).all()}
    predicted = np.array(list(usable.values()))
    ahead = np.asarray(past, dtype=int)[:, None] + np.arange(horizon)
    share = weights(predicted[:, :-1], _padded(ordinary, horizon)[ahead])
    present = np.isfinite(predicted)
    mixed = np.tensordot(share, np.where(present, predicted, 0.0), 1)
    mixed /= np.maximum(np.tensordot(share, present.astype(float), 1), 1e-12)
    if history.nonnegative:
        mixed = np.maximum(mixed, 0.0)
    mixed *= np.exp(_special_days(history, names, [*past, n], horizon, season))
    shut = closed(x, season, horizon)
    mixed[shut] = 0.0
    naive = seasonal_naive(windows(values, [*past, n], min(n, 7 * season)), horizon, season)
    actual = _padded(values, horizon)[ahead]
    return Rehearsal(past, mixed, naive, actual, shut, dict(zip(usable, share.tolist(), strict=True)))


def _special_days(history: History, names: Names, past: Sequence[int], horizon: int, season: int) -> Floats:
    """Log factors of named days and, where none is named, of days that stood out in past years."""
    effects = named_effects(history.values, names, past, horizon, season)
    if history.calendar.offset != "D":
        return effects
    days = pd.date_range(history.index[0], periods=len(history.values) + horizon)
    unnamed = names[np.asarray(past, dtype=int)[:, None] + np.arange(horizon)] == ""
    return np.where(unnamed, recurring_effects(history.values, days, past, horizon), effects)


def _padded(values: Floats, horizon: int) -> Floats:
    return np.concatenate([values, np.full(horizon, np.nan)])


def closed(x: Floats, season: int, horizon: int) -> npt.NDArray[np.bool_]:
    """Which coming buckets (origins, horizon) fall where nothing ever happens lately, such as a shop's
    Sundays."""
    last = Windows(x, season).cycles[:, -CLOSED_CYCLES:]
    shut = (last == 0).all(axis=1) & (last.shape[1] == CLOSED_CYCLES)
    shut &= ~shut.all(axis=1, keepdims=True)
    return np.asarray(shut[:, np.arange(horizon) % season])
