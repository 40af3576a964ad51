"""Was a day imported more than once? Then every additive metric is the same whole multiple of what was due."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from .bands import Judged, judge

# How far, at most, a ratio may be from the whole number, however noisy the series.
WIDEST_TOLERANCE = 0.15
NEVER = float("inf")


def import_multiple(judged: Judged, run: list[int], companions: Mapping[str, pd.Series]) -> int:
    """The whole number (2 or more) of which the series and every companion are that multiple in `run`, else 0.

    One series alone never proves a duplicate: without companions the answer is 0. Ratios must agree with the
    number within twice their own uncertainty and within 15 %.
    """
    if not companions:
        return 0
    ratio, _ = _ratio(judged, run)
    multiple = round(ratio) if np.isfinite(ratio) else 0
    if multiple < 2 or not _is_multiple(judged, run, multiple):
        return 0
    days = judged.days[run]
    for companion in companions.values():
        other = judge(companion.reindex(judged.days).dropna(), NEVER, NEVER)
        positions = other.days.get_indexer(days)
        if (positions < 0).any() or not _is_multiple(other, positions.tolist(), multiple):
            return 0
    return multiple


def _ratio(judged: Judged, run: list[int]) -> tuple[float, float]:
    """Value over expectation in `run`, and the relative uncertainty of the latter."""
    expected, lower, upper = (part[run].sum() for part in judged.band(1.0))
    if not expected > 0:
        return float("nan"), float("nan")
    return float(judged.value[run].sum() / expected), float((upper - lower) / 2 / expected / np.sqrt(len(run)))


def _is_multiple(judged: Judged, run: list[int], multiple: int) -> bool:
    ratio, uncertainty = _ratio(judged, run)
    return abs(ratio / multiple - 1) <= min(2 * uncertainty, WIDEST_TOLERANCE)
