"""Where a series goes without its season: a line that bends, fitted together with effects of calendar cells."""

from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from .daily import Bools, Floats

Positions = NDArray[np.intp]

CELLS = 48
"""Quarters of months, 7 or 8 days each: months begin with one and Christmas week is one, so that edges stay sharp."""

YEAR = 365

LEVEL_OF_ITS_OWN = 270
"""A shorter window may lie on another level than the rest; a longer one cannot, or its own season were level."""

MAX_INFLATION = 4.0
"""Of the variance of a slope: with two years known it is about 2."""

TINY = 1e-8


class Course:
    """The course beside effects of the cells `at` (0 to 47, one a value), at `position`; some are `inside` a window.

    It bends once a year, and where the window begins and ends; the window has a slope and a shape of its own.
    """

    def __init__(self, at: Positions, position: Floats, inside: Bools) -> None:
        around, shape, self._own = _columns(position, inside)
        self._at, self._inside, self._others = at, inside, around.shape[1]
        self._columns = np.column_stack([around, self._own, shape]) / max(float(position[-1]), 1.0)
        self.seen = np.bincount(at, minlength=CELLS)
        self._means = self._cell_means(self._columns)
        # Less their mean in each cell (Frisch & Waugh 1933): what is left for the course once cells have their effects.
        self._within = self._columns - self._means[at]
        self._solve = np.linalg.pinv(self._within, rcond=TINY)
        self.freedom = len(at) - CELLS - self._columns.shape[1]

    def fit(self, response: Floats) -> tuple[Floats, Floats]:
        """Effects of the cells (mean 0) and what is left of the response."""
        rest = response - self._columns @ (self._solve @ (response - self._cell_means(response[:, None])[self._at, 0]))
        effects = self._cell_means(rest[:, None])[:, 0]
        centred = np.where(self.seen > 0, effects - effects[self.seen > 0].mean(), 0.0)
        return centred, rest - effects[self._at]

    @cached_property
    def doubt(self) -> float:
        """What not knowing the course adds to the variance of an effect, on average, in units of the noise."""
        spread = (self._means - self._means.mean(axis=0)) @ self._solve
        return float((spread**2).sum()) / CELLS

    @cached_property
    def inflation(self) -> float:
        """Variance of the window's slope beside effects that are fitted, over that beside effects that are known."""
        alone, slope = self._own[self._inside], self._own - self._cell_means(self._own[:, None])[self._at, 0]
        others = self._within[:, : self._others]
        slope = slope - others @ np.linalg.lstsq(others, slope, rcond=TINY)[0]
        power = float(((alone - alone.mean()) ** 2).sum())
        return float(np.clip(power / max(float(slope @ slope), power / MAX_INFLATION), 1.0, MAX_INFLATION))

    def _cell_means(self, columns: Floats) -> Floats:
        sums = [np.bincount(self._at, column, CELLS) for column in columns.T]
        return np.column_stack([np.zeros((CELLS, 0)), *sums]) / np.maximum(self.seen, 1)[:, None]


def course(at: Positions, position: Floats, inside: Bools) -> Course:
    """The course of these cells; the many series of an answer share one."""
    return _course(at.tobytes(), position.tobytes(), inside.tobytes())


@lru_cache(maxsize=32)
def _course(at: bytes, position: bytes, inside: bytes) -> Course:
    return Course(np.frombuffer(at, np.intp), np.frombuffer(position), np.frombuffer(inside, np.bool_))


def _columns(position: Floats, inside: Bools) -> tuple[Floats, Floats, Floats]:
    """Columns of the course around the window, of its shape in it, and the window's own slope."""
    start, end, last = float(position[inside][0]), float(position[inside][-1]), float(position[-1])
    # Beside other years a window may have any shape; alone it must show what comes every year itself.
    apart = YEAR / 2 if inside.all() else YEAR / 6
    bends = np.linspace(start, end, int((end - start) / apart) + 1)[1:-1]
    shape = np.column_stack([np.zeros((len(position), 0)), *(np.clip(position, k, end) for k in bends)])
    if inside.all():
        return np.empty((len(position), 0)), shape, position
    yearly = [*np.arange(start - YEAR, YEAR / 2, -YEAR), *np.arange(end + YEAR, last - YEAR / 2, YEAR)]
    columns = [position, *(np.maximum(position - k, 0.0) for k in yearly)]
    if end - start > LEVEL_OF_ITS_OWN:
        return np.column_stack(columns), shape, np.clip(position, start, end)
    return np.column_stack([*columns, inside]), shape, np.where(inside, position - (start + end) / 2, 0.0)
