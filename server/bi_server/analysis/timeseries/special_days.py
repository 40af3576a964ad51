"""Days that a business calendar singles out by a rule: last business day of a month, Black Friday, around Easter.

A family says in which way a day is singled out and gives every day a label, 0 where it says nothing. Days of one
label are the same day of other months (`monthly`) or of other years (`yearly`), also those still to come. What
happened on them, forecasts and anomalies find in the series.
"""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd
from dateutil.easter import easter
from numpy.typing import NDArray

Labels = NDArray[np.int_]

TUESDAY, THURSDAY = 1, 3
FROM_MONTH_EDGE = 3  # business days counted from either end of a month
NO_BUSINESS_DAY = 99
DUE_DAYS = (5, 10, 15, 20, 25)  # of the month: wages, invoices, debits
FROM_EASTER = (-47, -3, -2, -1, 0, 1, 39, 49, 50, 60)  # Carnival to Corpus Christi
EASTER_ZERO = 1000  # label of Easter Sunday: a label of 0 says nothing


def monthly(days: pd.DatetimeIndex, holidays: Mapping[date, str]) -> dict[str, Labels]:
    """Families whose labels come back every month.

    `business_day_from_start` and `business_day_from_end`: 1 is the first (the last) day of the month that is neither
    weekend nor holiday. `day_of_month`: 1 to 31. `day_from_end`: 1 is the month's last day.
    """
    day, length = np.asarray(days.day, dtype=int), np.asarray(days.days_in_month, dtype=int)
    starts, ends = _business_days(days, holidays)
    return {
        "business_day_from_start": np.where(starts <= FROM_MONTH_EDGE, starts, 0),
        "business_day_from_end": np.where(ends <= FROM_MONTH_EDGE, ends, 0),
        "day_of_month": day,
        "day_from_end": np.where(length - day < FROM_MONTH_EDGE, length - day + 1, 0),
    }


def weekdays_of_month(days: pd.DatetimeIndex) -> dict[str, Labels]:
    """Families whose labels come back every month on one weekday.

    `nth_weekday_of_month`: 21 is the second Tuesday (weekday 1). `last_weekday_of_month`: 5 is the last Friday.
    """
    day, weekday, length = (np.asarray(part, dtype=int) for part in (days.day, days.day_of_week, days.days_in_month))
    return {
        "nth_weekday_of_month": 10 * ((day + 6) // 7) + weekday,
        "last_weekday_of_month": np.where(day > length - 7, weekday + 1, 0),
    }


def due_days(days: pd.DatetimeIndex, holidays: Mapping[date, str]) -> dict[str, Labels]:
    """Families of one label: the business day on which what is due on a day of the month falls.

    `until_15` is 1 on the 15th or, where that is none, on the last business day before; `from_15` on the next after.
    """
    day, month = np.asarray(days.day, dtype=int), np.asarray(days.month, dtype=int)
    business = np.flatnonzero(_business_days(days, holidays)[0] < NO_BUSINESS_DAY)
    day, month = day[business], month[business]
    same = month[1:] == month[:-1]
    following = np.append(np.where(same, day[1:], NO_BUSINESS_DAY), NO_BUSINESS_DAY)
    preceding = np.insert(np.where(same, day[:-1], 0), 0, 0)
    families: dict[str, Labels] = {}
    for due in DUE_DAYS:
        until, from_ = np.zeros(len(days), dtype=int), np.zeros(len(days), dtype=int)
        until[business[(day <= due) & (due < following)]] = 1
        from_[business[(preceding < due) & (due <= day)]] = 1
        families |= {f"until_{due}": until, f"from_{due}": from_}
    return families


def quarterly(days: pd.DatetimeIndex, holidays: Mapping[date, str]) -> dict[str, Labels]:
    """Families whose labels come back every quarter.

    `quarter_from_start` and `quarter_from_end`: 1 is the first (the last) business day of the quarter.
    `quarter_day_from_end`: 1 is its last day.
    """
    month, day = np.asarray(days.month, dtype=int), np.asarray(days.day, dtype=int)
    length = np.asarray(days.days_in_month, dtype=int)
    starts, ends = _business_days(days, holidays)
    first, last = month % 3 == 1, month % 3 == 0
    return {
        "quarter_from_start": np.where(first & (starts <= FROM_MONTH_EDGE), starts, 0),
        "quarter_from_end": np.where(last & (ends <= FROM_MONTH_EDGE), ends, 0),
        "quarter_day_from_end": np.where(last & (length - day < FROM_MONTH_EDGE), length - day + 1, 0),
    }


def yearly(days: pd.DatetimeIndex) -> dict[str, Labels]:
    """Families whose labels come back every year.

    `date`: 1224 is 24 December. `nth_weekday`: 1144 is the fourth Friday (weekday 4) of November. `last_weekday`: 1104
    is the last Friday of November. `from_thanksgiving`: 1 to 11, from the Monday before the fourth Thursday of November
    to the Thursday after; 5 is Black Friday, 8 Cyber Monday. `from_easter`: EASTER_ZERO and the distance in days, for
    the days that are kept somewhere.
    """
    month, day, weekday = (np.asarray(part, dtype=int) for part in (days.month, days.day, days.day_of_week))
    length = np.asarray(days.days_in_month, dtype=int)
    return {
        "date": 100 * month + day,
        "nth_weekday": 100 * month + 10 * ((day + 6) // 7) + weekday,
        "last_weekday": np.where(day > length - 7, 100 * month + weekday, 0),
        "from_thanksgiving": _from_thanksgiving(days),
        "from_easter": _from_easter(days),
    }


def bridge_days(holidays: Mapping[date, str]) -> dict[date, str]:
    """Names of the single business days between a holiday and a weekend.

    The bridge of a holiday that always falls on one weekday is its own (the Friday after Ascension); others share a
    name, as each comes too rarely.
    """
    weekdays: dict[str, set[int]] = {}
    for day, name in holidays.items():
        weekdays.setdefault(name, set()).add(day.weekday())
    found = {}
    for day, name in holidays.items():
        step = {THURSDAY: 1, TUESDAY: -1}.get(day.weekday())
        if step is not None and (bridge := day + timedelta(days=step)) not in holidays:
            found[bridge] = f"Bridge day of {name}" if len(weekdays[name]) == 1 else "Bridge day"
    return found


def _business_days(days: pd.DatetimeIndex, holidays: Mapping[date, str]) -> tuple[Labels, Labels]:
    """Which business day of its month a day is, counted from the first and from the last; large where it is none."""
    first, last = (np.datetime64(day.date(), "M") for day in (days[0], days[-1]))
    whole = np.arange(first.astype("datetime64[D]"), (last + np.timedelta64(1, "M")).astype("datetime64[D]"))
    open_ = np.is_busday(whole, holidays=np.array(list(holidays), dtype="datetime64[D]"))
    month = (whole.astype("datetime64[M]") - first).astype(int)
    before = np.concatenate([[0], np.cumsum(np.bincount(month, open_).astype(int))])
    nth = np.cumsum(open_)
    at = days.to_numpy().astype("datetime64[D]").astype(int) - whole[0].astype(int)
    starts, ends = nth - before[month], before[month + 1] - nth + 1
    return np.where(open_, starts, NO_BUSINESS_DAY)[at], np.where(open_, ends, NO_BUSINESS_DAY)[at]


def _from_thanksgiving(days: pd.DatetimeIndex) -> Labels:
    labels = np.zeros(len(days), dtype=int)
    first = days[0].date()
    for year in range(first.year, days[-1].year + 1):
        first_thursday = 1 + (3 - date(year, 11, 1).weekday()) % 7
        monday = (date(year, 11, first_thursday + 21) - first).days - 3
        for step in range(11):
            if 0 <= monday + step < len(days):
                labels[monday + step] = step + 1
    return labels


def _from_easter(days: pd.DatetimeIndex) -> Labels:
    labels = np.zeros(len(days), dtype=int)
    first = days[0].date()
    for year in range(first.year, days[-1].year + 1):
        for distance in FROM_EASTER:
            at = (easter(year) - first).days + distance
            if 0 <= at < len(days):
                labels[at] = EASTER_ZERO + distance
    return labels
