"""From a history to raw numbers: members, weights, the backtest behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.analysis.forecasting.calendar import Floats, History
from bi_server.analysis.forecasting.closed import closed, zero_share
from bi_server.analysis.forecasting.combination import unbiasing, weights, weights_of_sums
from bi_server.analysis.forecasting.events import Names, named_effects, without
from bi_server.analysis.forecasting.members import intermittent_pool, pool, seasonal_naive
from bi_server.analysis.forecasting.recurrence import recurring_effects
from bi_server.analysis.forecasting.windows import tempered, windows

MOST_ORIGINS = 40
YEARS_KEPT = 4.2  # members look back four years and a little before
INTERMITTENT = 0.08  # share of open buckets without sales from which medians and daily errors say little


@dataclass(frozen=True)
class Rehearsal:
    """What would have been said from past origins: `predicted`, `naive` and `actual` (origins, horizon).

    The last row of `predicted` and `naive` is the forecast itself; `actual` has no such row and is NaN
    where the history ends or has a gap. `shut` (origins, horizon) marks the buckets expected to be closed,
    `members` are the weights. `tested` is the number of steps that weights were learnt on; `intermittent` says
    whether by their sums.
    """

    origins: Sequence[int]
    predicted: Floats
    naive: Floats
    actual: Floats
    shut: npt.NDArray[np.bool_]
    members: Mapping[str, float]
    tested: int
    intermittent: bool


def origins(history: History, season: int) -> list[int]:
    """Counts of buckets known at past origins, each at least two seasons long.

    They lie a stride apart up to a test horizon before the end, then a season apart, as the newest ones can be judged
    on their first steps alone. They do not depend on how far ahead is asked, so that a longer forecast begins as a
    shorter one.
    """
    n, calendar = len(history.values), history.calendar
    tested = min(calendar.tested, max(season, n // 4))
    first, last = max(2 * season, calendar.floor - 1), n - tested
    stride = min(calendar.stride, max(1, (last - first) // 10))
    whole = list(range(last, first - 1, -stride))[:MOST_ORIGINS][::-1]
    newest = range(last + season, n - season + 1, season) if whole else ()
    return [*whole, *newest]


def rehearse(history: History, season: int, horizon: int, names: Names) -> Rehearsal:
    """Forecast `horizon` buckets by the pool's combination, with weights from rolling origins.

    `names` (n + horizon,) are the names of holidays and the like, "" elsewhere. `horizon` is at least as long as what
    the calendar tests.
    """
    values, calendar = history.values, history.calendar
    n, tested = len(values), calendar.tested
    past = origins(history, season)
    ordinary = without(values, names)
    rare = zero_share(ordinary, season, calendar.year)
    intermittent = history.nonnegative and rare > INTERMITTENT
    span = round(4 * season / (1 - rare)) if intermittent else 4 * season
    calm = tempered(ordinary, span) if season > 1 else ordinary
    x = windows(calm, [*past, n], min(n, round(YEARS_KEPT * calendar.year) or n))
    ahead = np.asarray(past, dtype=int)[:, None] + np.arange(horizon)
    judged = _padded(ordinary, horizon)[ahead][:, :tested]
    if intermittent:
        usable, rests_on = intermittent_pool(x, horizon, calendar, season)
        predicted = np.array(list(usable.values()))
        share = weights_of_sums(predicted[:, :-1, :tested], judged, rests_on)
    else:
        members = pool(x, horizon, calendar, season)
        usable = {name: f for name, f in members.items() if np.isfinite(f[-1, :tested]).all()}
        predicted = np.array(list(usable.values()))
        share = weights(predicted[:, :-1, :tested], judged)
    present = np.isfinite(predicted)
    mixed = np.tensordot(share, np.where(present, predicted, 0.0), 1)
    mixed /= np.maximum(np.tensordot(share, present.astype(float), 1), 1e-12)
    if history.nonnegative:
        mixed = np.maximum(mixed, 0.0)
    if not intermittent:
        mixed *= np.exp(_special_days(history, names, [*past, n], horizon, season))
    shut = closed(x, season, horizon)
    mixed[shut] = 0.0
    actual = _padded(values, horizon)[ahead]
    if history.nonnegative:
        came = values if intermittent else np.where(np.isfinite(calm), calm, values)
        mixed *= unbiasing(mixed[:-1, :tested], _padded(came, horizon)[ahead][:, :tested], past, intermittent)
    naive = seasonal_naive(windows(values, [*past, n], min(n, 7 * season)), horizon, season)
    named = dict(zip(usable, share.tolist(), strict=True))
    return Rehearsal(past, mixed, naive, actual, shut, named, tested, intermittent)


def _special_days(history: History, names: Names, past: Sequence[int], horizon: int, season: int) -> Floats:
    """Log factors of named days and, where none is named, of days that stood out in past years."""
    effects = named_effects(history.recorded, names, past, horizon, season)
    if history.calendar.offset != "D":
        return effects
    days = pd.date_range(history.index[0], periods=len(history.values) + horizon)
    unnamed = names[np.asarray(past, dtype=int)[:, None] + np.arange(horizon)] == ""
    return np.where(unnamed, recurring_effects(history.recorded, days, past, horizon), effects)


def _padded(values: Floats, horizon: int) -> Floats:
    return np.concatenate([values, np.full(horizon, np.nan)])
