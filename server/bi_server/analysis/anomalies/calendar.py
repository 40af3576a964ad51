"""What the business calendar brings: days that stand out in every month, quarter or year alike are no news.

For each rule of `special_days` (last business day of the month, the 15th, Black Friday, ...) the days it singles out
are compared with what level and weekday let expect. Where the other days of the same rule stood out in the same way, a
day is expected to do so too, by the median ratio of the others: its own value has no say, so an outlier that merely
falls on such a day stays one. Rules are taken one by one, the one that explains most first (forward selection).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .kinds import kinds
from .robust import MAD_TO_SIGMA, Floats
from .scale import Scale

# Days of a rule are compared with the nearest of their kind, so many to either side: habits change over the years.
NEAREST = 6
# Of the days of a rule this part stands out to the same side, by half of what is usual for it or more.
ALIKE = 0.6
# That a day lacks what its rule brings is said where of at least so many others nearly all had it.
FEWEST_TO_MISS, ALIKE_TO_MISS = 5, 0.9
# In noise scales: where more is no more proof.
BOUND = 4.0
# What a rule must explain of the other days, in squared noise scales: so much in all, and so much a day.
GAIN, GAIN_PER_DAY = 8.0, 1.0
MOST_RULES = 16
# What a rule brings differs from day to day by this part of it, however few days were seen.
DIFFERS = 0.1
# Nothing is expected of a day of less than this part of a usual one: a ratio to it says nothing.
LEAST_DUE = 0.05
TINY = 1e-9  # of a usual day, where a rule has it that nothing comes


@dataclass(frozen=True)
class _Rule:
    """The days (positions) of a label, what is expected of them, how much wider the noise is, what that explains."""

    days: NDArray[np.int_]
    expected: Floats
    widening: Floats
    gain: float


def expect_calendar(
    days: pd.DatetimeIndex, z: Floats, expected: Floats, error: Floats, scale: Scale, holidays: Mapping[date, str]
) -> tuple[Floats, Floats]:
    """What is expected of every day with the rules that a series follows, and the factor by which its error grows.

    `z` (NaN: nothing to judge), what level and weekday let expect and its standard error are on the scale of equal
    noise. Holidays by name explain themselves where they must: no yearly rule does it for them.
    """
    expected, widening = expected.copy(), np.ones(z.size)
    usable = np.isfinite(z) & (scale.backward(expected) >= LEAST_DUE * scale.unit)
    days_alike = kinds(days[0].date(), z.size, tuple(holidays)).among(usable)
    known: dict[int, _Rule | None] = {}
    touched = np.ones(z.size, dtype=bool)
    for _ in range(MOST_RULES):
        # What no rule has touched since it was last looked at is as it was.
        error_now = error * widening
        deviation = (z - expected) / error_now
        for kind, at in days_alike.outstanding(deviation, touched):
            yearly = bool(days_alike.yearly[kind])
            known[kind] = None if at is None else _rule(at, z[at], expected[at], error_now[at], scale, yearly)
        best = max((rule for rule in known.values() if rule), key=lambda rule: rule.gain, default=None)
        if best is None:
            break
        expected[best.days] = best.expected
        widening[best.days] *= best.widening
        touched = np.zeros(z.size, dtype=bool)
        touched[best.days] = True
    return expected, widening


def _rule(
    days: NDArray[np.int_], z: Floats, expected: Floats, error: Floats, scale: Scale, yearly: bool
) -> _Rule | None:
    """What a label brings; None where its days do not agree or too little is explained."""
    due = np.maximum(scale.backward(expected), TINY * scale.unit)
    others = _others(scale.backward(z) / due)
    usual = scale.forward(due * _medians(others))
    count = np.isfinite(others).sum(axis=1)
    deviation, left, effect = (z - expected) / error, (z - usual) / error, (usual - expected) / error
    side = np.sign(np.median(deviation))
    alike = deviation * side >= np.abs(np.median(deviation)) / 2
    gains = np.minimum(np.abs(deviation), BOUND) ** 2 - np.minimum(np.abs(left), BOUND) ** 2
    gain = float(gains.sum())
    proven = gain - gains >= GAIN + GAIN_PER_DAY * days.size  # by the others, without the day itself
    if alike.mean() < ALIKE or not proven.any():
        return None
    spread = 1.0 if yearly else max(1.0, MAD_TO_SIGMA * float(np.median(np.abs(left))))
    widening = np.sqrt(spread**2 + np.pi / 2 / count + (DIFFERS * effect) ** 2)
    firm = np.zeros(days.size, dtype=bool)
    if not yearly:
        firm = (count >= FEWEST_TO_MISS) & ((alike.sum() - alike) >= ALIKE_TO_MISS * (alike.size - 1))
    # Where that is not certain, all between an ordinary day and the usual one of the rule is expected.
    between = np.clip(z, np.minimum(expected, usual), np.maximum(expected, usual))
    learnt = np.where(proven, np.where(firm, usual, between), expected)
    moved = learnt != expected  # what stays where it was is no less certain: it would be widened ever again
    return _Rule(days, learnt, np.where(moved, widening, 1.0), gain) if moved.any() else None


def _others(ratio: Floats) -> Floats:
    """For every day of a rule the ratios of the nearest others: days x 2 * NEAREST + 1, NaN for itself and beyond."""
    padded = np.full(ratio.size + 2 * NEAREST, np.nan)
    padded[NEAREST:-NEAREST] = ratio
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * NEAREST + 1).copy()
    around[:, NEAREST] = np.nan
    return around


def _medians(table: Floats) -> Floats:
    """Of every row without its NaN; NaN where there is nothing. np.nanmedian takes ten times as long."""
    ordered = np.sort(table, axis=1)
    count = np.isfinite(table).sum(axis=1)
    row = np.arange(len(table))
    return np.asarray((ordered[row, np.maximum(count - 1, 0) // 2] + ordered[row, count // 2]) / 2)
