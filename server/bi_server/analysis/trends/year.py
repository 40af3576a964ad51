"""The season of the year, told apart from the trend."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import fdtrc

from .daily import OUTLIER_SIGMAS, SPARSE_SHARE, Bools, Daily, Floats

MIN_DAYS = 720
"""About two years: with one year only, season and growth cannot be told apart."""

MAX_DAYS = 2192
"""Six years teach the season; older ones may have had another."""

CELLS = 48
"""Quarters of months, 7 or 8 days each: months begin with one and Christmas week is one, so that edges stay sharp."""

YEAR = 365

LEVEL_OF_ITS_OWN = 270
"""A shorter window may lie on another level than the rest; a longer one cannot, or its own season were level."""

SURPRISING_SIGMAS = 4.0
"""What one year shows beyond the others by more than this was an incident, not the season."""

MAX_INFLATION = 4.0
"""Of the variance of a slope: with two years known it is about 2."""

QUIET_SHARE = 0.1
"""A part of the year with under a tenth of the usual (closed for Christmas) says nothing about a trend."""

LARGEST_CHANCE = 0.001
"""A season that noise makes more often is not taken out; neighbouring quarters are alike: the F test finds too many."""

LARGEST_SHIFT = 0.5
"""An effect is shrunk by at most so many standard errors."""

MOSTLY = 0.9

NOTABLE = 0.1


@dataclass(frozen=True)
class Year:
    """The season by quarter of a month.

    `effects` (48,) are logarithms of factors whose mean is 1 where `ratio`, else offsets with mean 0. `inflation` is
    the factor on the variance of the window's slope, because what is taken out is not known exactly. `strength` is the
    season's share, 0 to 1, of what is not the course's; `p_value` the chance of such a season in noise (F test).
    """

    ratio: bool
    effects: Floats
    inflation: float
    strength: float
    p_value: float

    def removed_from(self, values: Floats, start: date) -> Floats:
        """Daily `values` from `start` without the season, on the scale of an average day; quiet days become NaN."""
        effect = self.effects[cells(pd.date_range(start, periods=len(values)))]
        if not self.ratio:
            return values - effect
        return np.where(effect < np.log(QUIET_SHARE), np.nan, values * np.exp(-effect))

    def matters(self, window: Daily) -> bool:
        """Whether the season is no chance and moves the days of the window by more than `NOTABLE` of their level."""
        effect = self.effects[cells(pd.date_range(window.start, periods=len(window.values)))]
        level = 1.0 if self.ratio else abs(float(np.nanmean(window.values)))
        return self.p_value < 0.01 and float(np.ptp(effect)) > NOTABLE * level

    @property
    def months(self) -> Floats:
        """Factor (or offset) of each month, January first, mean 1 (or 0)."""
        days = pd.date_range("2023-01-01", periods=YEAR)
        effect = self.effects[cells(days)]
        by_day = np.exp(effect) if self.ratio else effect
        months = np.bincount(days.month - 1, by_day) / np.bincount(days.month - 1)
        return np.asarray(months / months.mean() if self.ratio else months - months.mean())


def cells(days: pd.DatetimeIndex) -> NDArray[np.intp]:
    """Which quarter of a month each day lies in, 0 to 47: from the 1st, 9th, 16th and 24th on."""
    day = np.asarray(days.day, dtype=np.intp)
    quarter = (day >= 9).astype(np.intp) + (day >= 16) + (day >= 24)
    return np.asarray((np.asarray(days.month, dtype=np.intp) - 1) * 4 + quarter)


def year(series: Daily, window: range, *, largest_chance: float = LARGEST_CHANCE) -> Year | None:
    """The season of `series`, days without their weekly pattern of which `window` (positions) is to be judged.

    None under two years. The typical days of quarters of months, as logarithms where they are positive, are explained
    by effects of the 48 quarters and by a course that bends once a year, fitted together, so that growth does not tilt
    the season. What the window alone does stays its own: it has a slope for itself. What one year shows against the
    others counts little, and effects no larger than those by which years differ anyway are shrunk (James & Stein 1961);
    all are 0 where noise makes such a season more often than `largest_chance`.
    """
    first = min(max(len(series.values) - MAX_DAYS, 0), window.start)
    values = series.values[first:]
    known = np.flatnonzero(np.isfinite(values))
    if len(known) < 2 or known[-1] - known[0] + 1 < MIN_DAYS:
        return None
    at, turn, position, level = _typical(values, pd.date_range(series.date(first), periods=len(values)), known)
    seen = np.bincount(at, minlength=CELLS)
    centre = float(np.median(level)) if len(level) else 0.0
    ratio = bool(np.mean(level > 0) >= MOSTLY and centre > 0 and np.mean(values[known] < 0) <= 1 - MOSTLY)
    response = np.log(np.maximum(level, centre / 50)) if ratio else level
    inside = (position >= window.start - first) & (position < window.stop - first)
    if inside.sum() < 2:
        return None
    course, shape, own = _course(position, inside)
    columns = np.column_stack([course, shape, own])
    freedom = len(at) - CELLS - columns.shape[1]
    if freedom < CELLS // 4 or np.mean(seen >= 2) < MOSTLY:
        return None
    for _ in range(2):  # the first fit is bent by the incidents themselves
        response = _without_incidents(at, turn, response, columns, seen, freedom)
    effects, residual = _fit(at, response, columns, seen)
    noise = float(residual @ residual) / freedom
    if len(window) <= YEAR + 1 and not inside.all():
        # Other years alone teach the season: half of what is new in the window would go with it.
        seen_elsewhere = np.bincount(at[~inside], minlength=CELLS)
        rest = np.bincount(at[~inside], (effects[at] + residual)[~inside], CELLS)
        effects, seen = rest / np.maximum(seen_elsewhere, 1), seen_elsewhere
        effects -= effects.mean()
    doubt = noise * (float((1 / np.maximum(seen, 1)).mean()) + _doubt_of_course(at, columns))
    size = float((effects**2).mean())
    none = size <= (1e-9 * float(np.abs(response).max())) ** 2
    evidence = 0.0 if none else min(size / max(doubt, 1e-12 * size) * CELLS / (CELLS - 1), 1e6)
    p_value = float(fdtrc(CELLS - 1, freedom, evidence))
    shrink = 0.0 if none else max(0.0, 1 - doubt / size)
    strength = shrink * size / (shrink * size + noise) if shrink else 0.0
    if p_value > largest_chance:
        return Year(ratio, np.zeros(CELLS), 1.0, strength, p_value)
    # Large effects are moved by less than their own doubt: a sharp December stays sharp (Efron & Morris 1972).
    limit = np.maximum(np.abs(effects) - LARGEST_SHIFT * doubt**0.5, shrink * np.abs(effects))
    effects = np.sign(effects) * limit
    return Year(
        ratio=ratio,
        effects=effects - np.log(np.exp(effects).mean()) if ratio else effects,
        inflation=1 + shrink**2 * (_inflation(at, course, own, inside) - 1),
        strength=strength,
        p_value=p_value,
    )


def _typical(
    values: Floats, days: pd.DatetimeIndex, known: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats, Floats]:
    """Cell, year, middle position and typical day of each quarter of a month with at least four known days."""
    cell = cells(days)
    starts = np.concatenate([[0], np.flatnonzero(np.diff(cell)) + 1])
    length = np.diff([*starts, len(cell)])
    run = np.repeat(np.arange(len(starts)), length)
    table = np.full((len(starts), 9), np.nan)
    table[run[known], (known - starts[run[known]])] = values[known]
    count = np.isfinite(table).sum(axis=1)
    full = count >= 4
    table, count, starts, length = np.sort(table[full], axis=1), count[full], starts[full], length[full]
    if np.mean(values[known] == 0) <= SPARSE_SHARE:
        # Single wild days are pulled in; a week of them is the middle itself.
        row = np.arange(len(table))
        middle = ((table[row, (count - 1) // 2] + table[row, count // 2]) / 2)[:, None]
        share = np.nanmedian(np.abs(table - middle) / np.maximum(np.abs(middle), 1e-300))
        reach = OUTLIER_SIGMAS * 1.4826 * share * np.abs(middle)
        table = np.clip(table, middle - reach, middle + reach)
    level = np.nansum(table, axis=1) / count
    turn = np.asarray(days.year[starts] - days.year[0], dtype=np.intp)
    return cell[starts], turn, starts + (length - 1) / 2, level


def _course(position: Floats, inside: Bools) -> tuple[Floats, Floats, Floats]:
    """Columns of the course around the window, of the shape of the course in it, and the window's own slope."""
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


def _within(at: NDArray[np.intp], columns: Floats, seen: NDArray[np.intp]) -> Floats:
    """Columns less their mean in each cell (Frisch & Waugh 1933)."""
    return np.asarray(columns - _cell_means(at, columns, seen)[at])


def _cell_means(at: NDArray[np.intp], columns: Floats, seen: NDArray[np.intp]) -> Floats:
    sums = np.zeros((CELLS, columns.shape[1]))
    np.add.at(sums, at, columns)
    return np.asarray(sums / np.maximum(seen, 1)[:, None])


def _fit(at: NDArray[np.intp], response: Floats, columns: Floats, seen: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Effects of the cells (mean 0) and what is left of the response."""
    within = _within(at, np.column_stack([columns, response]), seen)
    weights = np.linalg.lstsq(within[:, :-1], within[:, -1], rcond=1e-10)[0]
    rest = response - columns @ weights
    effects = np.bincount(at, rest, CELLS) / np.maximum(seen, 1)
    centred = np.where(seen > 0, effects - effects[seen > 0].mean(), 0.0)
    return centred, rest - effects[at]


def _doubt_of_course(at: NDArray[np.intp], columns: Floats) -> float:
    """What not knowing the course adds to the variance of an effect, on average, in units of the noise."""
    everywhere = np.bincount(at, minlength=CELLS)
    scaled = columns / np.maximum(np.abs(columns).max(axis=0), 1e-12)
    within = _within(at, scaled, everywhere)
    course = _cell_means(at, scaled, everywhere)
    course = course - course.mean(axis=0)
    return float(np.einsum("ci,ij,cj->", course, np.linalg.pinv(within.T @ within, rcond=1e-8), course)) / CELLS


def _without_incidents(
    at: NDArray[np.intp],
    turn: NDArray[np.intp],
    response: Floats,
    columns: Floats,
    seen: NDArray[np.intp],
    freedom: int,
) -> Floats:
    """The response with cells that differ wildly from the same of other years pulled in towards those."""
    effects, residual = _fit(at, response, columns, seen)
    spread = 1.4826 * float(np.median(np.abs(residual))) * (len(at) / freedom) ** 0.5
    rest = effects[at] + residual
    table = np.full((int(turn.max()) + 1, CELLS), np.nan)
    table[turn, at] = rest
    # Of two years that differ the calmer one is believed, of several the middle one.
    calmer = np.nanmin(np.abs(table), axis=0, initial=np.inf)
    sign = np.where((np.abs(table) == calmer), np.sign(table), 0).sum(axis=0)
    middle = np.where(seen == 2, np.sign(sign) * calmer, _middle(table))
    excess = rest - middle[at]
    reach = SURPRISING_SIGMAS * spread
    return np.asarray(response - excess + np.clip(excess, -reach, reach))


def _middle(table: Floats) -> Floats:
    """Median of each column without its NaN; NaN where there is nothing."""
    ordered = np.sort(table, axis=0)
    count = np.isfinite(table).sum(axis=0)
    column = np.arange(table.shape[1])
    return np.asarray((ordered[np.maximum(count - 1, 0) // 2, column] + ordered[count // 2, column]) / 2)


def _inflation(at: NDArray[np.intp], course: Floats, own: Floats, inside: Bools) -> float:
    """Variance of the window's slope beside a season that is fitted, over that beside one that is known."""
    alone = own[inside]
    within = _within(at, np.column_stack([course, own]), np.bincount(at, minlength=CELLS))
    others, slope = within[:, :-1], within[:, -1]
    slope = slope - others @ np.linalg.lstsq(others, slope, rcond=1e-10)[0]
    power = float(((alone - alone.mean()) ** 2).sum())
    return float(np.clip(power / max(float(slope @ slope), power / MAX_INFLATION), 1.0, MAX_INFLATION))
