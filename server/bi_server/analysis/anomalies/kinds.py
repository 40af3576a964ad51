"""Days of one kind: those that a rule of the business calendar gives the same label."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..timeseries import special_days
from .robust import Floats
from .structure import Bools

# A rule that returns within the year explains what three other days did too. What returns once a year explains a rise
# that another year had, and a fall that two had: data go missing now and then, but no one sells more by accident.
FEWEST_OTHERS, OTHER_YEARS_OF_RISE, OTHER_YEARS_OF_FALL = 3, 1, 2
# In noise scales: what the typical day of a rule stands out by.
SMALLEST = 1.5


@dataclass(frozen=True, eq=False)
class Kinds:
    """All kinds side by side: `at` (m,) are the days (positions) of the first kind, then those of the second, and so
    on, `kind` (m,) its number; `yearly` (kinds,) says which return once a year."""

    at: NDArray[np.int_]
    kind: NDArray[np.int_]
    yearly: Bools

    def among(self, usable: Bools) -> "Kinds":
        """With those days only that are `usable`."""
        kept = usable[self.at]
        return replace(self, at=self.at[kept], kind=self.kind[kept])

    def outstanding(self, deviation: Floats, touched: Bools) -> Iterator[tuple[int, NDArray[np.int_] | None]]:
        """Every kind that has a `touched` day, by number, and its days where the typical one stands out and enough were
        seen."""
        asked = np.zeros(self.yearly.size, dtype=bool)
        asked[self.kind[touched[self.at]]] = True
        at, kind = self.at[asked[self.kind]], self.kind[asked[self.kind]]
        if not at.size:
            return
        start = np.flatnonzero(np.diff(kind, prepend=-1))
        size = np.diff(start, append=kind.size)
        ordered = deviation[at][np.lexsort((deviation[at], kind))]
        typical = (ordered[start + (size - 1) // 2] + ordered[start + size // 2]) / 2
        number = kind[start]
        years = np.where(typical > 0, OTHER_YEARS_OF_RISE, OTHER_YEARS_OF_FALL)
        enough = size > np.where(self.yearly[number], years, FEWEST_OTHERS)
        stands_out = (np.abs(typical) >= SMALLEST) & enough
        for i, (k, found) in enumerate(zip(number.tolist(), stands_out.tolist(), strict=True)):
            yield k, at[start[i] : start[i] + size[i]] if found else None


@lru_cache(maxsize=8)
def kinds(first: date, length: int, holidays: tuple[date, ...]) -> Kinds:
    """The kinds of `length` days; the many series of an answer have the same. Business days are told with holidays
    open, and closed; holidays are of no yearly kind, for they explain themselves."""
    days = pd.date_range(first, periods=length, freq="D")
    at, kind = [], []
    yearly: list[bool] = []
    for labels, every_year in _families(days, dict.fromkeys(holidays, "")):
        labelled = np.flatnonzero(labels)
        ordered = labelled[np.argsort(labels[labelled], kind="stable")]
        own = np.cumsum(np.diff(labels[ordered], prepend=labels[ordered[:1]]) > 0)
        at.append(ordered)
        kind.append(own + len(yearly))
        yearly += [every_year] * (int(own[-1]) + 1 if own.size else 0)
    return Kinds(np.concatenate(at), np.concatenate(kind), np.array(yearly, dtype=bool))


def _families(days: pd.DatetimeIndex, holidays: Mapping[date, str]) -> Iterator[tuple[special_days.Labels, bool]]:
    inside = special_days.weekdays_of_month(days)
    for closed in ({}, holidays) if holidays else ({},):
        for family in (special_days.monthly, special_days.quarterly, special_days.due_days):
            inside |= {f"{name} {len(closed)}": labels for name, labels in family(days, closed).items()}
    yield from ((labels, False) for labels in inside.values())
    named = days.isin(pd.DatetimeIndex([pd.Timestamp(day) for day in holidays]))
    yield from ((np.where(named, 0, labels), True) for labels in special_days.yearly(days).values())
