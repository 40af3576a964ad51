"""The regular grid under a series, and what each granularity implies."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.errors import InsufficientHistory, InvalidInput

Granularity = Literal["day", "week", "month", "quarter", "year"]
MONTH_CODES = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Frequency:
    """Seasons and limits of a granularity, all counted in its own buckets.

    `season` is the short cycle, `year` the long one (0: none beyond the season; 364 days keep the weekday).
    `memory` and `trends` list the half-lives at which levels and slopes are smoothed. `floor` is the least
    history that is forecast at all, `limit` the longest horizon, `tested` the horizon that backtests judge
    at least, `stride` the distance between their origins.
    """

    plural: str
    offset: str
    season: int
    year: int
    month: int
    memory: tuple[float, ...]
    trends: tuple[float, ...]
    floor: int
    limit: int
    tested: int
    stride: int


# Limits: a year of days, else about as far as a plan reaches. Floors: two weeks of days, else what a level and
# its spread need.
FREQUENCIES: dict[Granularity, Frequency] = {
    "day": Frequency("days", "D", 7, 364, 28, (2, 5, 12, 28), (21, 63), floor=14, limit=365, tested=30, stride=10),
    "week": Frequency("weeks", "7D", 1, 52, 4, (1, 3, 6, 13), (8, 26), floor=8, limit=104, tested=8, stride=2),
    "month": Frequency("months", "MS", 12, 0, 1, (1, 2, 4, 8), (6, 18), floor=6, limit=36, tested=6, stride=1),
    "quarter": Frequency("quarters", "QS", 4, 0, 0, (0.5, 1, 2, 4), (3, 6), floor=5, limit=12, tested=4, stride=1),
    "year": Frequency("years", "YS", 1, 0, 0, (0.5, 1, 2, 4), (3, 6), floor=4, limit=5, tested=2, stride=1),
}


@dataclass(frozen=True)
class History:
    """A series on its grid: `values` (n,) with NaN where unknown, starting and ending on known values.

    `recorded` (n,) also has what stands in the data for days that are unknown because it is missing there: that a
    business is always closed on a day is told from it.
    """

    values: Floats
    recorded: Floats
    index: pd.DatetimeIndex
    frequency: Frequency

    @property
    def observed(self) -> int:
        return int(np.isfinite(self.values).sum())

    @property
    def nonnegative(self) -> bool:
        return bool(np.nanmin(self.values) >= 0)

    def future(self, horizon: int) -> pd.DatetimeIndex:
        """The first days of the `horizon` buckets that follow."""
        return pd.date_range(self.index[-1], periods=horizon + 1, freq=self.frequency.offset)[1:]


def history(y: pd.Series, granularity: Granularity) -> History:
    """Put `y` on its regular grid.

    Raises InvalidInput for an unsorted or foreign index and InsufficientHistory under the granularity's
    floor.
    """
    frequency = FREQUENCIES[granularity]
    known = y.astype(float).dropna()
    if not np.isfinite(known.to_numpy()).all():
        raise InvalidInput.of("y", "holds infinite values; give finite numbers only")
    if not isinstance(known.index, pd.DatetimeIndex) or not (
        known.index.is_monotonic_increasing and known.index.is_unique
    ):
        raise InvalidInput.of("y", "needs a sorted DatetimeIndex without repeats")
    if len(known) < frequency.floor:
        raise InsufficientHistory(
            f"A forecast needs at least {frequency.floor} {frequency.plural} of history, "
            f"there are {len(known)}; choose a finer granularity, fewer filters or import more data.",
            needed=str(frequency.floor),
            available=str(len(known)),
        )
    if frequency.offset in ("QS", "YS"):  # of a fiscal year, in which its first month is one of a quarter or a year
        frequency = replace(frequency, offset=f"{frequency.offset}-{MONTH_CODES[known.index[0].month - 1]}")
    grid = pd.date_range(known.index[0], known.index[-1], freq=frequency.offset)
    on_grid = known.reindex(grid)
    if on_grid.notna().sum() != len(known):
        raise InvalidInput.of("y", f"its dates are not all starts of consecutive {frequency.plural}")
    values = np.asarray(on_grid, dtype=np.float64)
    return History(values, values, grid, frequency)
