"""Which segments lead, which lag, and which way each is moving."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from bi_server.semantic import figures

from .autocorrelation import lag_one
from .daily import WEEK, Floats, daily

MIN_MOMENTUM_DAYS = 2 * WEEK
"""Two whole weeks, one a half, so that both halves hold the same weekdays."""

STEADY_SIGMAS = 2.0
"""A momentum within so many standard errors of none is called steady."""


@dataclass(frozen=True)
class Performer:
    """A segment in the ranking by `total` (1 = largest).

    `share` of all segments' total, 0 to 1; where signs mix, of the segments with the total's sign (`share_basis`
    `same_sign`), None for the others. `change_percent` against the preceding period, or None with `change_reason`
    `zero_base` or why there is nothing to compare with; of percentages it is a difference in points, and so is the
    momentum (mean of days). `rank_change` is places won (positive) or lost.
    `momentum_percent` compares the later half of the daily series with the earlier one, or is None with
    `momentum_reason` `too_short` or `no_positive_base` (the earlier half has no typical week above 0); `pace` is its
    direction where it exceeds the noise.
    """

    segment: str
    rank: int
    total: float
    share: float | None
    share_basis: Literal["total", "same_sign", ""]
    change_percent: float | None
    change_reason: str | None
    rank_change: int | None
    momentum_percent: float | None
    momentum_reason: str | None
    pace: Literal["rising", "falling", "steady"]


@dataclass(frozen=True)
class Performers:
    """`top` best first, `bottom` worst first; no segment is in both."""

    top: tuple[Performer, ...]
    bottom: tuple[Performer, ...]


def performers(
    current: Mapping[str, float],
    previous: Mapping[str, float] | None,
    series: Mapping[str, pd.Series],
    *,
    limit: int = 5,
    without_previous: str = "no_base",
    percentage: bool = False,
) -> Performers:
    """The `limit` best and worst segments by total in the current period.

    `current` and `previous` hold totals by segment (None: there is no preceding period; a segment missing
    from `previous` sold nothing then; `without_previous` is the reason); `series` holds the daily values of the
    current period. `percentage` says that all of these are percentages.
    """
    order = _ranking(current)
    ranks_before = {} if previous is None else {s: i for i, s in enumerate(_ranking(previous), 1)}
    shares = figures.shares([current[segment] for segment in order])
    ranked: list[Performer] = []
    for rank, (segment, share) in enumerate(zip(order, shares.percent, strict=True), 1):
        total = current[segment]
        change, change_reason = (
            (None, without_previous)
            if previous is None
            else _points(total, previous.get(segment))
            if percentage
            else _change(total, previous.get(segment, 0.0))
        )
        momentum, momentum_reason, pace = _momentum(series.get(segment), percentage)
        before = ranks_before.get(segment)
        ranked.append(
            Performer(
                segment=segment,
                rank=rank,
                total=float(total),
                share=None if share is None else float(share / 100),
                share_basis="" if share is None else shares.basis,
                change_percent=change,
                change_reason=change_reason,
                rank_change=None if before is None else before - rank,
                momentum_percent=momentum,
                momentum_reason=momentum_reason,
                pace=pace,
            )
        )
    top = min(limit, (len(ranked) + 1) // 2)
    bottom = min(limit, len(ranked) // 2)
    return Performers(tuple(ranked[:top]), tuple(reversed(ranked[len(ranked) - bottom :])))


def _ranking(totals: Mapping[str, float]) -> list[str]:
    """Largest first; the name decides between equals, so that the answer does not depend on their order."""
    return sorted(totals, key=lambda segment: (-totals[segment], segment))


def _change(current: float, previous: float) -> tuple[float | None, str | None]:
    if previous == 0:
        return (0.0, None) if current == 0 else (None, "zero_base")
    return float((current - previous) / abs(previous) * 100), None


def _points(current: float, previous: float | None) -> tuple[float | None, str | None]:
    return (None, "no_base") if previous is None else (float(current - previous), None)


def _momentum(
    y: pd.Series | None, percentage: bool
) -> tuple[float | None, str | None, Literal["rising", "falling", "steady"]]:
    """Later against earlier half, by sums of weekday medians: whole weeks, no season to remove, robust to
    wild days.
    """
    series = daily(y) if y is not None else None
    weeks = 0 if series is None else len(series.values) // (2 * WEEK)
    if series is None or weeks == 0:
        return None, "too_short", "steady"
    days = series.values[-2 * weeks * WEEK :].reshape(2, weeks, WEEK)
    if np.isnan(days).all(axis=1).any():
        days = np.nan_to_num(days)
    typical = np.nanmedian(days, axis=1)
    earlier, later = float(typical[0].sum()), float(typical[1].sum())
    if earlier <= 0 and not percentage:
        return None, "no_positive_base", "steady"
    difference = later - earlier
    noise = _standard_error(days, typical)
    pace: Literal["rising", "falling", "steady"] = "steady"
    if noise is not None and abs(difference) > STEADY_SIGMAS * noise:
        pace = "rising" if difference > 0 else "falling"
    return difference / WEEK if percentage else difference / earlier * 100, None, pace


def _standard_error(days: Floats, typical: Floats) -> float | None:
    """Of the difference between the halves' typical weeks; None where one week a half shows no spread."""
    weeks = days.shape[1]
    # What leads from half to half is signal, be it a step or a steady slope: the calmer fit counts.
    step = days - typical[:, None, :]
    slope = (typical[1] - typical[0]).mean() / weeks
    climb = step - slope * (np.arange(weeks) - (weeks - 1) / 2)[None, :, None]
    residual = min(step[np.isfinite(step)], climb[np.isfinite(climb)], key=lambda r: np.median(np.abs(r)))
    if weeks < 2 or len(residual) < 2 * WEEK:
        return None
    sigma = 1.4826 * float(np.median(np.abs(residual))) * (weeks / (weeks - 1)) ** 0.5
    # The variance of a median of more than two normal values is about pi / 2 that of their mean.
    median_loss = 1.0 if weeks == 2 else np.pi / 2
    phi = lag_one(residual)
    independent = 2 * WEEK * sigma**2 * median_loss / weeks
    return float(np.sqrt(independent * (1 + phi) / (1 - phi)))
