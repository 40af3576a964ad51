"""Dates that are most likely slips: after today, or years away from all others."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from bi_server.store.cells import Ints

GAP_DAYS = 5 * 366  # between dates of one business
FEW = 100  # of so many rows one may lie apart: more of them are a history with a hole


class Outliers:
    """What the batches so far say of the days to expect; a day next to one that was accepted is accepted."""

    def __init__(self, zone: ZoneInfo) -> None:
        today = datetime.now(zone).date()
        self._last = int((np.datetime64(today + timedelta(days=1), "D")).astype(np.int64))  # elsewhere it is tomorrow
        self._known: tuple[int, int] | None = None
        self.is_future = f"lies after today, {today}; allow it (any_date) if it is right"
        self.is_far = f"lies over {GAP_DAYS // 366} years from all other dates; allow it (any_date) if it is right"

    def future(self, days: Ints) -> NDArray[np.bool_]:
        """Which days, counted since 1970, are yet to come."""
        after: NDArray[np.bool_] = days > self._last
        return after

    def far(self, days: Ints, good: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which of the good days lie far from the rest."""
        good = good & (days <= self._last)
        if not good.any():
            return np.zeros(len(days), np.bool_)
        distinct, counts = np.unique(days[good], return_counts=True)
        cuts = np.flatnonzero(np.diff(distinct) > GAP_DAYS) + 1
        groups = list(zip(np.split(distinct, cuts), np.split(counts, cuts), strict=True))
        sizes = [int(sizes.sum()) for _, sizes in groups]
        most = max(reversed(range(len(groups))), key=sizes.__getitem__)
        allowed = max(1, int(good.sum()) // FEW)
        far = np.zeros(len(days), np.bool_)
        for i, (group, _) in enumerate(groups):
            first, last = int(group[0]), int(group[-1])
            lone = sizes[i] <= allowed and (i != most or self._known is not None) and not self._near(first, last)
            if lone:
                far |= good & (days >= first) & (days <= last)
            else:
                self._known = min(first, *(self._known or (first,))), max(last, *(self._known or (last,)))
        return far

    def _near(self, first: int, last: int) -> bool:
        return self._known is not None and first - GAP_DAYS <= self._known[1] and last + GAP_DAYS >= self._known[0]
