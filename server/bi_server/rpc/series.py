"""Daily series of a metric, as the analyses take them."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bi_server.analysis.periods import Days
from bi_server.errors import InsufficientHistory
from bi_server.store.cube import CENTS, ORDERS, ROWS, UNITS, VISITS, Cube, Group, Selection

ADDITIVE = {"revenue": CENTS, "orders": ORDERS, "units": UNITS, "visits": VISITS}
RATIOS = {"average_order_value": (CENTS, ORDERS), "conversion_rate": (ORDERS, VISITS)}

Floats = NDArray[np.float64]


def require_data(cube: Cube) -> None:
    """Raises InsufficientHistory for an empty store: it has no "now"."""
    if cube.is_empty:
        raise InsufficientHistory("the store has no sales yet; import some, then ask again", needed_days="1")


def values(metric: str, sums: NDArray[np.int64]) -> Floats:
    """A metric from sums (... x measures); NaN where it is a ratio without a base. Raises KeyError for others."""
    if metric in ADDITIVE:
        found = sums[..., ADDITIVE[metric]].astype(np.float64)
        return found / 100 if metric == "revenue" else found
    above, below = RATIOS[metric]
    base = sums[..., below].astype(np.float64)
    ratio: Floats = np.divide(sums[..., above], base, out=np.full(base.shape, np.nan), where=base != 0)
    # In the order of steps of `analysis.metrics`: the same float, so that half a cent rounds alike everywhere.
    return ratio / 100 if metric == "average_order_value" else ratio * 100


def split(cube: Cube, selection: Selection, groups: Sequence[Group], metric: str, days: Days) -> Floats:
    """A metric of every day of a range for every group (days x groups), as `values` gives it."""
    bounds = range(days.start, days.end + 2)
    if metric not in ADDITIVE:
        return values(metric, cube.grouped(selection, groups, bounds).transpose(0, 2, 1))
    measure = ADDITIVE[metric]
    found = cube.grouped(selection, groups, bounds, slice(measure, measure + 1))[:, 0].astype(np.float64)
    return found / 100 if metric == "revenue" else found


def daily(cube: Cube, selection: Selection, metric: str, days: Days) -> pd.Series:
    """One value a day; days without rows are 0 for sums and absent for ratios, as days whose visits are missing are."""
    found = values(metric, cube.daily(selection, days.start, days.end))
    if metric == "conversion_rate":
        found[cube.days_without_traffic(selection, days.start, days.end)] = np.nan
    series = pd.Series(found, index=index(days))
    return series if metric in ADDITIVE else series.dropna()


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
