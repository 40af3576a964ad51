"""The season of the year, told apart from the trend."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from scipy.special import fdtrc

from .course import CELLS, YEAR, Course, Positions, course
from .daily import OUTLIER_SIGMAS, SPARSE_SHARE, Daily, Floats

MIN_DAYS = 720
"""About two years: with one year only, season and growth cannot be told apart."""

MAX_DAYS = 2192
"""Six years teach the season; older ones may have had another."""

SURPRISING_SIGMAS = 4.0
"""What one year shows beyond the others by more than this was an incident, not the season."""

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
        effect = self.effects[cells(start, len(values))[0]]
        if not self.ratio:
            return values - effect
        return np.where(effect < np.log(QUIET_SHARE), np.nan, values * np.exp(-effect))

    def matters(self, window: Daily) -> bool:
        """Whether the season moves the days of the window by more than `NOTABLE` of their level."""
        effect = self.effects[cells(window.start, len(window.values))[0]]
        level = 1.0 if self.ratio else abs(float(np.nanmean(window.values)))
        return float(np.ptp(effect)) > NOTABLE * level

    @property
    def months(self) -> Floats:
        """Factor (or offset) of each month, January first, mean 1 (or 0)."""
        cell, _ = cells(date(2023, 1, 1), YEAR)
        by_day = np.exp(self.effects[cell]) if self.ratio else self.effects[cell]
        months = np.bincount(cell // 4, by_day) / np.bincount(cell // 4)
        return np.asarray(months / months.mean() if self.ratio else months - months.mean())


@lru_cache(maxsize=64)
def cells(start: date, days: int) -> tuple[Positions, Positions]:
    """Which quarter of a month each day lies in, 0 to 47 (from the 1st, 9th, 16th and 24th on), and which year.

    The many series of an answer ask for the same days.
    """
    day = np.datetime64(start) + np.arange(days)
    month = day.astype("datetime64[M]")
    in_month = (day - month).astype(np.intp) + 1
    number = month.astype(np.intp)
    quarter = np.searchsorted([9, 16, 24], in_month, side="right")
    return number % 12 * 4 + quarter, number // 12


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
    at, turn, position, level = _typical(values, series.date(first), known)
    centre = float(np.median(level)) if len(level) else 0.0
    ratio = bool(np.mean(level > 0) >= MOSTLY and centre > 0 and np.mean(values[known] < 0) <= 1 - MOSTLY)
    response = np.log(np.maximum(level, centre / 50)) if ratio else level
    inside = (position >= window.start - first) & (position < window.stop - first)
    if inside.sum() < 2:
        return None
    beside = course(at, position, inside)
    if beside.freedom < CELLS // 4 or np.mean(beside.seen >= 2) < MOSTLY:
        return None
    for _ in range(2):  # the first fit is bent by the incidents themselves
        response = _without_incidents(response, at, turn, beside)
    effects, residual = beside.fit(response)
    noise, seen = float(residual @ residual) / beside.freedom, beside.seen
    if len(window) <= YEAR + 1 and not inside.all():
        # Other years alone teach the season: half of what is new in the window would go with it.
        seen = np.bincount(at[~inside], minlength=CELLS)
        effects = np.bincount(at[~inside], (effects[at] + residual)[~inside], CELLS) / np.maximum(seen, 1)
        effects -= effects.mean()
    doubt = noise * (float((1 / np.maximum(seen, 1)).mean()) + beside.doubt)
    size = float((effects**2).mean())
    none = size <= (1e-9 * float(np.abs(response).max())) ** 2
    evidence = 0.0 if none else min(size / max(doubt, 1e-12 * size) * CELLS / (CELLS - 1), 1e6)
    p_value = float(fdtrc(CELLS - 1, beside.freedom, evidence))
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
        inflation=1 + shrink**2 * (beside.inflation - 1),
        strength=strength,
        p_value=p_value,
    )


def _typical(values: Floats, start: date, known: Positions) -> tuple[Positions, Positions, Floats, Floats]:
    """Cell, year, middle position and typical day of each quarter of a month with at least four known days."""
    cell, years = cells(start, len(values))
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
    return cell[starts], years[starts] - years[0], starts + (length - 1) / 2, level


def _without_incidents(response: Floats, at: Positions, turn: Positions, course: Course) -> Floats:
    """The response with cells that differ wildly from the same of other years pulled in towards those."""
    effects, residual = course.fit(response)
    spread = 1.4826 * float(np.median(np.abs(residual))) * (len(at) / course.freedom) ** 0.5
    rest = effects[at] + residual
    table = np.full((int(turn.max()) + 1, CELLS), np.nan)
    table[turn, at] = rest
    # Of two years that differ the calmer one is believed, of several the middle one.
    calmer = np.nanmin(np.abs(table), axis=0, initial=np.inf)
    calmer[np.isinf(calmer)] = 0.0  # nothing was seen of these
    sign = np.where((np.abs(table) == calmer), np.sign(table), 0).sum(axis=0)
    middle = np.where(course.seen == 2, np.sign(sign) * calmer, _middle(table))
    excess = rest - middle[at]
    reach = SURPRISING_SIGMAS * spread
    return np.asarray(response - excess + np.clip(excess, -reach, reach))


def _middle(table: Floats) -> Floats:
    """Median of each column without its NaN; NaN where there is nothing."""
    ordered = np.sort(table, axis=0)
    count = np.isfinite(table).sum(axis=0)
    column = np.arange(table.shape[1])
    return np.asarray((ordered[np.maximum(count - 1, 0) // 2, column] + ordered[count // 2, column]) / 2)
