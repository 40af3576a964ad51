"""Anomalies of a daily series: check, judge every day, name what stands out."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from ...errors import InsufficientHistory, InvalidInput
from .bands import judge
from .duplicates import RowCheck
from .events import doubled, find_events
from .holiday_names import holiday_of
from .precedents import every_year
from .results import Detection

MIN_DAYS = 28
# At sensitivity 0.5 a day is anomalous when it is this many noise scales off, a level shifts when it changes by this
# many usual changes. Sensitivity 0 asks for SENSITIVITY_RANGE times as much, 1 for as many times less.
THRESHOLD, JUMP_THRESHOLD = 3.6, 3.4
SENSITIVITY_RANGE = 1.5


def detect_anomalies(
    y: pd.Series,
    *,
    sensitivity: float = 0.5,
    holidays: Mapping[date, str] | None = None,
    orders: pd.Series | None = None,
    check_rows: RowCheck = lambda _: None,
) -> Detection:
    """Days of `y` that its level, its trend and its weekdays do not explain, each with a name and a size.

    Args:
        y: one value a day, in any unit, on a sorted daily DatetimeIndex without duplicates. A day that is left
            out brought no data; NaN means the same. Of 28 of them in a row or more nothing is known: they are no
            anomaly, have no band (NaN), and no level goes on across them. 28 calendar days at least.
        sensitivity: 0 to 1; higher finds more. What is flagged at a lower sensitivity stays flagged at a higher.
        holidays: names of holidays by date. An anomalous holiday, eve or bridge day is of kind `holiday` where other
            years had the like, or where it fell and there is no other year; else it is an anomaly like any other.
        orders: how many orders `y` is of, by day. A day without any is then judged by their number, and not by what
            came, which says little where orders are few and of very different size.
        check_rows: looks at the rows behind some days; called only for a surge, or for a day that would be one in a
            calmer series and is flagged if its rows came twice. Without it no surge is called `duplicate_import`, for
            sums alone cannot tell.

    The whole series is used to judge each of its days, later days included; noise may change from season to season.
    What the business calendar brings (month ends, paydays, Black Friday, ...) is learnt from the other months and
    years and expected; a day that lacks it is an anomaly. Nor is a day one where that week of each of two other years
    or more had the like. Holidays are not learnt but named. Same input, same answer; multiplying `y` by a positive
    number changes values only.

    Raises:
        InsufficientHistory: fewer than 28 days from the first to the last.
        InvalidInput: sensitivity outside [0, 1], an index that is not one of sorted distinct days, infinite values.
    """
    if not 0 <= sensitivity <= 1:
        raise InvalidInput.of("sensitivity", f"{sensitivity} is outside 0 to 1")
    _check(y)
    demand = SENSITIVITY_RANGE ** (1 - 2 * sensitivity)
    width = THRESHOLD * demand
    judged = judge(y, JUMP_THRESHOLD, JUMP_THRESHOLD / SENSITIVITY_RANGE, holidays, orders)
    flagged = np.abs(np.nan_to_num(judged.score)) >= width
    jumps = tuple(jump for jump in judged.jumps if abs(jump.score) >= JUMP_THRESHOLD * demand)
    for day in np.flatnonzero(every_year(judged.score, flagged)).tolist():
        flagged[day] = holiday_of(judged.days[day].date(), holidays or {}) is not None
    flagged |= doubled(judged, flagged, width, check_rows)
    anomalies = find_events(judged, flagged, jumps, width, holidays or {}, check_rows)

    flagged[[jump.day for jump in jumps]] = True
    bands = (pd.Series(band, index=judged.days).reindex(y.index) for band in judged.band(width))
    expected, lower, upper = bands
    flags = pd.Series(flagged, index=judged.days).reindex(y.index)
    return Detection(anomalies, expected, lower, upper, flags)


def _check(y: pd.Series) -> None:
    index = y.index
    if not isinstance(index, pd.DatetimeIndex) or not index.is_unique or not index.is_monotonic_increasing:
        raise InvalidInput.of("y", "needs a sorted DatetimeIndex of distinct days")
    if len(index) and (index != index.normalize()).any():
        raise InvalidInput.of("y", "has times of day; aggregate it to whole days first")
    if np.isinf(y.to_numpy(dtype=np.float64)).any():
        raise InvalidInput.of("y", "has infinite values")
    days = (index[-1] - index[0]).days + 1 if len(index) else 0
    if days < MIN_DAYS or y.notna().sum() < MIN_DAYS // 2:
        raise InsufficientHistory(
            f"anomalies need {MIN_DAYS} days of history, at least half of them with data; "
            f"there are {int(y.notna().sum())} days with data in {days}",
            needed_days=str(MIN_DAYS),
            available_days=str(days),
        )
