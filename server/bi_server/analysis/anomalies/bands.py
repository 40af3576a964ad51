"""A series on its calendar with what every day was expected to be: the step between data and findings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from .calendar import expect_calendar
from .no_orders import no_order_scores
from .precedents import may_be_season, with_precedent
from .robust import Floats, by_week, noise_scale, running_scale, stretches
from .scale import Scale, choose_scale
from .shifts import SHORTEST_LEVEL, Jump, find_jumps, settled, spells
from .silence import NEXT_TO_NOTHING, silence_scores
from .sparse import CERTAIN, is_sparse, judge_sparse
from .structure import Bools, Structure, fit_structure, rough_fit

# A weekday is open when it brought a value, other than zero, in most of the weeks around.
OPEN_SHARE = 0.8
WEEKS_AROUND = 17
# Noise may change over this many days; local and overall noise are averaged, for either alone errs more.
SEASON = 91


@dataclass(frozen=True)
class Judged:
    """One entry per calendar day. `value` is 0 where nothing came on a day when something should have.

    `score` is the signed distance from what was expected in noise scales (NaN: nothing to judge), `noise` that
    scale times the day's own uncertainty (on the scale of equal noise). In a run of days that brought nothing they
    are those of the run, if that is less likely than the day alone; `silence` is the score of such runs, 0 elsewhere.
    `empty` says that nothing or a zero came on a weekday that is normally open.
    """

    days: pd.DatetimeIndex
    value: Floats
    empty: Bools
    scale: Scale
    structure: Structure
    score: Floats
    noise: Floats
    silence: Floats
    jumps: tuple[Jump, ...]

    def band(self, width: float) -> tuple[Floats, Floats, Floats]:
        """Expected, lower and upper value per day, `width` noise scales to either side."""
        z, reach = self.structure.expected, width * self.noise
        return self.scale.backward(z), self.scale.backward(z - reach), self.scale.backward(z + reach)


def _weekday_share(which: Bools, known: Bools) -> Floats:
    """In what share of the weeks around a day that are `known` is `which` true on its weekday?"""
    weeks = pd.DataFrame(by_week(np.where(known, which, np.nan)))
    share = weeks.rolling(WEEKS_AROUND, center=True, min_periods=1).mean().fillna(0.0)
    return share.to_numpy(dtype=np.float64).ravel()[: which.size]


def _best_weekday(share: Floats) -> Floats:
    """The largest of the shares of a day's week."""
    return np.repeat(np.nanmax(by_week(share), axis=1), 7)[: share.size]


def _steady_growth(level: Floats) -> Floats:
    """The straight line through zero with the median slope of four weeks: what a wandering level need not explain."""
    span = min(28, level.size - 1)
    grown = level[span:] - level[:-span]
    grown = grown[np.isfinite(grown)]
    slope = float(np.median(grown)) / span if grown.size else 0.0
    return slope * (np.arange(level.size, dtype=np.float64) - (level.size - 1) / 2)


def _fell_silent(value: Floats, opened: Bools) -> Bools:
    """The days at the very end that brought next to nothing, where they are fewer than a level needs.

    What is missing there must not be taken for where the series is going.
    """
    at = np.flatnonzero(opened & np.isfinite(value))
    usual = float(np.median(value[at[-WEEKS_AROUND - 1 :]])) if at.size else 0.0
    sold = at[value[at] > NEXT_TO_NOTHING * usual]
    silent = np.arange(value.size) > (sold[-1] if sold.size else value.size)
    return silent if silent.sum() < SHORTEST_LEVEL else np.zeros_like(silent)


def judge(
    y: pd.Series,
    jump_threshold: float,
    faintest_jump: float,
    holidays: Mapping[date, str] | None = None,
    orders: pd.Series | None = None,
) -> Judged:
    """Fit the structure and score every calendar day; levels may jump where a change exceeds `jump_threshold`.

    Nothing is expected of the days of a gap (`stretches`), which is no level and through which none goes.

    Jumps down to `faintest_jump` are reported too, for those who ask with a high sensitivity. `holidays` are days on
    which no business may be done. `orders` of every day tell whether a day without any is news.
    """
    days = pd.date_range(y.index[0], y.index[-1], freq="D")
    raw = y.reindex(days).to_numpy(dtype=np.float64)
    known = np.zeros(days.size, dtype=np.bool_)
    for stretch in stretches(raw):
        known[stretch] = True
    nothing = np.isnan(raw) | (raw == 0)
    share = _weekday_share(~nothing, known)
    opened = known & (share >= OPEN_SHARE)
    empty = nothing & opened
    # Where most weekdays bring something every week, one that hardly ever does is closed: its zeros tell of no noise.
    closed = known & (share <= 1 - OPEN_SHARE) & (_best_weekday(share) >= OPEN_SHARE)
    value = np.where(empty, 0.0, raw)

    level, weekday = rough_fit(np.where(closed, np.nan, raw))
    scale = choose_scale(np.where(closed, np.nan, raw), level + weekday)
    growth = _steady_growth(np.where(known, scale.forward(level), np.nan))
    judged = scale.forward(value) - growth
    z = np.where(np.isfinite(raw) & ~closed & ~_fell_silent(value, ~closed), judged, np.nan)
    structure = fit_structure(z)

    by_calendar, widening = expect_calendar(
        days, judged + growth, structure.expected + growth, structure.error, scale, holidays or {}
    )
    added = by_calendar - structure.expected - growth
    z -= added
    if added.any():
        structure = fit_structure(z, stiffness=structure.stiffness)
    days_as = scale.backward(z - structure.weekday + growth)
    found = find_jumps(z, structure, faintest_jump, days_as)
    passing, unbroken = spells(found, jump_threshold, days_as), z
    if passing:
        z = z.copy()
        # The level goes on across a break; its days are judged by what is around it.
        for spell in passing:
            z[spell] = np.nan
        structure = fit_structure(z)
        days_as = scale.backward(z - structure.weekday + growth)
        found = find_jumps(z, structure, faintest_jump, days_as)
    breaks = tuple(sorted(jump.day for jump in settled(found, days_as) if abs(jump.score) >= jump_threshold))
    if breaks:
        structure = fit_structure(z, breaks)
    jumps = with_precedent(unbroken - structure.weekday, settled(found, scale.backward(z - structure.weekday + growth)))
    jumps = tuple(
        jump for jump in jumps if jump.until == days.size - 1 or not may_be_season(jump, days[jump.day].date())
    )

    structure = replace(
        structure,
        level=structure.level + growth,
        expected=structure.expected + growth + added,
        error=structure.error * widening,
    )
    nought = scale.forward(np.zeros(1))
    structure = replace(
        structure,
        expected=np.where(closed, nought, np.where(known, structure.expected, np.nan)),
        error=np.where(closed, structure.sigma, structure.error),
    )
    distance = judged + growth - structure.expected
    deviation = np.where(closed & (distance == 0), np.nan, distance / structure.error)
    # At least half of what the fit itself calls noise: a constant series must not amplify rounding errors.
    overall = max(noise_scale(deviation), 0.5)
    unit = overall * np.sqrt(running_scale(deviation / overall, SEASON))
    # Nothing can be expected of a weekday on which nothing ever comes.
    noise = np.where(_weekday_share(np.isfinite(raw), known) > 0, structure.error * unit, np.nan)
    score = deviation / unit
    if is_sparse(raw, known & ~closed):
        few = judge_sparse(raw, known)
        structure = replace(structure, expected=scale.forward(few.expected))
        opened, value = known & ~closed, np.where(known, np.nan_to_num(value), np.nan)
        score, distance = few.score, scale.forward(value) - structure.expected
        least = np.maximum((scale.forward(few.extreme) - structure.expected) / CERTAIN, structure.expected - nought)
        noise = np.where(score * distance > 0, distance / np.where(score == 0, 1, score), least)
    elif orders is not None:
        counted = orders.reindex(days).to_numpy(dtype=np.float64)
        working = known & ~closed & ~days.isin(pd.DatetimeIndex(list(holidays or {})))
        without = working & (value == 0) & (counted == 0)
        none = no_order_scores(counted, without, working, np.maximum(-np.nan_to_num(score), 0))
        score = np.where(np.isfinite(none), -none, score)
        noise = np.where(np.isfinite(none), -distance / np.maximum(none, 1.0), noise)
    silence = silence_scores(value, scale.backward(structure.expected), opened)
    rarer = silence > np.maximum(-np.nan_to_num(score), 0)
    score = np.where(rarer, -silence, score)
    noise = np.where(rarer, -distance / np.maximum(silence, 1e-9), noise)
    return Judged(days, value, empty, scale, structure, score, noise, silence, jumps)
