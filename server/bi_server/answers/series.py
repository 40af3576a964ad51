"""Daily series of a metric, as the analyses take them."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bi_server.analysis.periods import Days
from bi_server.errors import InsufficientHistory
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import ROWS, Cube
from bi_server.store.selection import Group, Selection

Floats = NDArray[np.float64]


def require_data(cube: Cube) -> None:
    """Raises InsufficientHistory for an empty store: it has no "now"."""
    if cube.is_empty:
        raise InsufficientHistory("the store has no sales yet; import some, then ask again", needed_days="1")


def split(cube: Cube, selection: Selection, groups: Sequence[Group], metric: Metric, days: Days) -> Floats:
    """A metric of every day of a range for every group (days x groups); NaN where it is a ratio without a base."""
    bounds = range(days.start, days.end + 2)
    if metric.additive and len(metric.above) == 1:
        position, factor = metric.above[0]  # of many segments over years, measures that are not needed cost
        found = cube.grouped(selection, groups, bounds, slice(position, position + 1))[:, 0].astype(np.float64)
        return metric.in_unit(found if factor == 1 else found * factor)
    return metric.values(cube.grouped(selection, groups, bounds).transpose(0, 2, 1))


def daily(cube: Cube, selection: Selection, metric: Metric, days: Days) -> pd.Series:
    """One value a day; days without rows are 0 for sums and absent for ratios, as days whose visits are missing are."""
    found = metric.values(cube.daily(selection, days.start, days.end))
    if metric.needs_traffic:
        found[cube.days_without_traffic(selection, days.start, days.end)] = np.nan
    series = pd.Series(found, index=index(days))
    return series if metric.additive else series.dropna()


def index(days: Days) -> pd.DatetimeIndex:
    """The days of a range."""
    return pd.date_range(date.fromordinal(days.start), periods=days.length, freq="D")


def history(cube: Cube, selection: Selection) -> Days:
    """From the first day on which the selection had a row to the last day that is over.

    Raises InsufficientHistory where the selection has no such day.
    """
    require_data(cube)
    rows = cube.view(selection)[:, ROWS]
    first = cube.base_day + int(np.searchsorted(rows, 1)) - 1
    if rows[-1] == 0 or first > cube.last_complete_day:
        raise InsufficientHistory("there is no complete day with sales under these filters", needed_days="1")
    return Days(first, cube.last_complete_day)
