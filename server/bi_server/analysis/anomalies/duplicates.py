"""Was a day imported more than once? Then every additive metric is the same whole multiple of what was due.

Demand may double as well, so that alone proves nothing. But rows that come twice bring no new customers and no
visits: such controls decide. Without any, only whole numbers that are divisible more often than chance has it.
"""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
import pandas as pd

from .bands import Judged, judge
from .robust import Floats

# How far, at most, a ratio may be from the whole number, however noisy the series.
WIDEST_TOLERANCE = 0.15
# A control can tell when once and twice as much are this many of its uncertainties apart.
TELLING = 3.0
# How likely chance may be to make every value divisible.
MOST_CHANCE = 0.01
# Other metrics are judged by so many days to either side: enough for their level, their weekdays and their noise.
AROUND = 182
NEVER = float("inf")


def import_multiple(
    judged: Judged,
    run: list[int],
    companions: Mapping[str, pd.Series],
    controls: Callable[[], Mapping[str, pd.Series]],
) -> int:
    """The whole number (2 or more) of times that `run` was imported; 0 where nothing proves more than once.

    The series and every companion must be that multiple, within twice their own uncertainty and within 15 %; one
    series alone never proves a duplicate. Every control that can tell must be nearer to what was due than to the
    multiple. Where none can, the multiple must divide all whole numbers among the values of these days.
    """
    ratio, _ = _ratio(judged, run)
    multiple = round(ratio) if companions and np.isfinite(ratio) else 0
    if multiple < 2 or not _is_multiple(judged, run, multiple):
        return 0
    days = judged.days[run]
    for companion in companions.values():
        placed = _place(companion, days)
        if placed is None or not _is_multiple(*placed, multiple):
            return 0
    verdicts = [_stayed(control, days, multiple) for control in controls().values()]
    told = [verdict for verdict in verdicts if verdict is not None]
    proven = (
        all(told)
        if told
        else _divides(multiple, [judged.value[run], *(c[days].to_numpy() for c in companions.values())])
    )
    return multiple if proven else 0


def _place(series: pd.Series, days: pd.DatetimeIndex) -> tuple[Judged, list[int]] | None:
    """Another series judged, and where the days are in it; None where it lacks one of them."""
    around = pd.Timedelta(days=AROUND)
    seen = series[(series.index >= days[0] - around) & (series.index <= days[-1] + around)].dropna()
    if not days.isin(seen.index).all():
        return None
    other = judge(seen, NEVER, NEVER)
    return other, other.days.get_indexer(days).tolist()


def _stayed(control: pd.Series, days: pd.DatetimeIndex, multiple: int) -> bool | None:
    """Is the control nearer to what was due than to the multiple? None where it is too noisy or absent."""
    placed = _place(control, days) if control.any() else None
    if placed is None:
        return None
    ratio, uncertainty = _ratio(*placed)
    if not uncertainty * TELLING <= multiple - 1:
        return None
    return ratio < (1 + multiple) / 2


def _divides(multiple: int, values: Iterable[Floats]) -> bool:
    whole = np.concatenate([v for v in values if (v == np.round(v)).all()] or [np.ones(1)])
    return bool((whole % multiple == 0).all()) and float(multiple) ** -whole.size <= MOST_CHANCE


def _ratio(judged: Judged, run: list[int]) -> tuple[float, float]:
    """Value over expectation in `run`, and the relative uncertainty of the latter."""
    expected, lower, upper = (part[run].sum() for part in judged.band(1.0))
    if not expected > 0:
        return float("nan"), float("nan")
    return float(judged.value[run].sum() / expected), float((upper - lower) / 2 / expected / np.sqrt(len(run)))


def _is_multiple(judged: Judged, run: list[int], multiple: int) -> bool:
    ratio, uncertainty = _ratio(judged, run)
    return abs(ratio / multiple - 1) <= min(2 * uncertainty, WIDEST_TOLERANCE)
