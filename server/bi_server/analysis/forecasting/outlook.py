"""Everything a forecast is answered from: the model chosen, what it expects, and what it did at past origins."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from bi_server.analysis.forecasting.closed import closed
from bi_server.analysis.forecasting.engine import Rehearsal, origins, rehearse
from bi_server.analysis.forecasting.events import Names
from bi_server.analysis.forecasting.frequency import FREQUENCIES, Floats, Granularity, History, history
from bi_server.analysis.forecasting.members import pool
from bi_server.analysis.forecasting.unknown import without_unknown
from bi_server.analysis.forecasting.windows import windows
from bi_server.analysis.timeseries.special_days import bridge_days

MOST_NAMED = 0.2  # when more days than this are named, they are no exceptions
FEWEST_ORIGINS = 3  # with fewer a backtest says nothing


@dataclass(frozen=True)
class Outlook:
    """What is expected after `past`, whose unit is `scale` of the series'.

    `rehearsal.predicted` is the model's, whichever was chosen. Its first `lost` steps are buckets that the series has,
    but that are unknown. Without a backtest it has no origins.
    """

    past: History
    scale: float
    season: int
    lost: int
    rehearsal: Rehearsal
    model: str
    why: str
    degraded: str | None


def look_ahead(
    y: pd.Series,
    horizon: int,
    granularity: Granularity,
    holidays: Mapping[date, str],
    unknown: Collection[date] | None,
) -> Outlook:
    """Model and backtest for the `horizon` buckets after the last one of `y`; arguments are those of `forecast`."""
    whole = history(y, granularity)
    past = without_unknown(whole, unknown, holidays)
    lost = int((whole.index > past.index[-1]).sum())
    scale = float(np.nanmean(np.abs(past.values))) or 1.0
    unit = History(past.values / scale, past.recorded / scale, past.index, past.frequency)
    season = past.frequency.season if len(past.values) >= 2 * past.frequency.season else 1
    steps = max(lost + horizon, past.frequency.tested)
    if len(origins(unit, season)) < FEWEST_ORIGINS:
        model, r, why, degraded = _season_mean(unit, season, steps)
    else:
        model, r, why, degraded = _rehearsed(unit, season, steps, _names(unit, steps, holidays))
    if lost:
        plural = past.frequency.plural if lost > 1 else past.frequency.plural[:-1]
        why = f"{why} The last {lost} {plural} of the data are missing or below zero and count as unknown."
    return Outlook(unit, scale, season, lost, r, model, why, degraded)


def _rehearsed(unit: History, season: int, steps: int, names: Names) -> tuple[str, Rehearsal, str, str | None]:
    r = rehearse(unit, season, steps, names)
    ours, naive = (_error(r, p) for p in (r.predicted, r.naive))
    plural, count = unit.frequency.plural, len(r.origins)
    degraded = None
    if unit.frequency.year and len(unit.values) < unit.frequency.year + 2 * season:
        degraded = f"Less than a year of history ({len(unit.values)} {plural}): no yearly season could be learnt."
    if not r.by_sums and not ours < naive and not ours == naive == 0:
        r = replace(r, predicted=r.naive, members={"seasonal_naive": 1.0})
        return "seasonal_naive", r, f"Nothing tried beat repeating the last season in {count} backtests.", degraded
    of_what = f" in sums of {r.tested} {plural}" if r.by_sums else ""
    why = (
        f"A weighted combination of {sum(w >= 0.01 for w in r.members.values())} simple forecasts erred "
        f"{_less(ours, naive)} than repeating the last season in {count} backtests{of_what}."
    )
    return "combination", r, why, degraded


def _season_mean(unit: History, season: int, steps: int) -> tuple[str, Rehearsal, str, str | None]:
    n, plural = len(unit.values), unit.frequency.plural
    x = windows(unit.values, [n], n)
    predicted = pool(x, steps, unit.frequency, season)["seasonal_mean_4"]
    shut = closed(x, season, steps)
    predicted[shut] = 0.0
    none = np.empty((0, steps))
    r = Rehearsal([], predicted, predicted, none, shut, {"seasonal_mean_4": 1.0}, unit.frequency.tested, False)
    why = f"The recent mean of each season position is all that {n} {plural} of history can carry."
    degraded = f"{n} {plural} of history are too few for a backtest; the mean of the same season is used instead."
    return "seasonal_mean", r, why, degraded


def _names(unit: History, steps: int, holidays: Mapping[date, str]) -> Names:
    """Name of each bucket of history and future, "" for none; nothing is named where it would be the rule."""
    days = [*unit.index.date, *unit.future(steps).date]
    bridges = bridge_days(holidays)
    names = np.array([holidays.get(day, bridges.get(day, "")) for day in days], dtype=object)
    if unit.frequency is not FREQUENCIES["day"] or (names != "").mean() > MOST_NAMED:
        names[:] = ""
    return names


def _error(r: Rehearsal, predicted: Floats) -> float:
    """Mean absolute error of buckets or, where sales are rare, of their sums over the tested horizon."""
    missed = r.actual - predicted[:-1]
    if r.by_sums:
        missed = np.nansum(missed[:, : r.tested], axis=1)
    return float(np.nanmean(np.abs(missed)))


def _less(ours: float, naive: float) -> str:
    if naive == 0:  # a quarter without a sale, foretold by the one before
        return "more" if ours > 0 else "no more"
    return f"{100 * (ours / naive - 1):.0f} % more" if ours > naive else f"{100 * (1 - ours / naive):.0f} % less"
