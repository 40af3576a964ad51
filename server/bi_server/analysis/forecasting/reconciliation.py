"""Forecasts of the parts that add up to the forecast of the whole.

Minimum trace reconciliation (Wickramasuriya, Athanasopoulos and Hyndman, 2019) with the total held fixed
and the parts' errors taken as uncorrelated: each part takes a share of the gap in proportion to its own
variance, so that what is known well moves least. Values are rounded as they are shown, to the cent or so, and the
last cents are dealt out by largest remainder.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from bi_server.analysis.forecasting.frequency import Floats
from bi_server.analysis.forecasting.result import Forecast, Point
from bi_server.errors import InvalidInput


def reconcile(total: Forecast, parts: Mapping[str, Forecast], decimals: int = 2) -> Mapping[str, Forecast]:
    """`parts` with point values of so many `decimals` that add up to `total`'s value rounded likewise.

    Bounds move with their value. Parts that have a floor at zero (a lower bound that never falls under it)
    keep it as long as the total is not negative. Raises InvalidInput where the dates differ.
    """
    if not parts:
        return {}
    dates = [p.date for p in total.points]
    for name, part in parts.items():
        if [p.date for p in part.points] != dates:
            raise InvalidInput.of("parts", f"{name!r} is forecast for other dates than the total")
    values = np.array([[p.value for p in part.points] for part in parts.values()])
    widths = np.array([[p.bounds[-1][1] - p.bounds[-1][0] for p in part.points] for part in parts.values()])
    floored = np.array([[min(p.value, *(b[0] for b in p.bounds)) >= 0 for p in part.points] for part in parts.values()])
    floored &= floored.all(axis=1, keepdims=True)
    unit = 10**decimals
    wholes = np.round(np.array([p.value for p in total.points]) * unit)
    adjusted = np.stack(
        [_whole(_share_gap(values[:, h] * unit, widths[:, h], floored[:, h], w), w) for h, w in enumerate(wholes)],
        axis=1,
    )
    moved = adjusted / unit
    return {
        name: replace(part, points=tuple(_move(p, float(v), f) for p, v, f in zip(part.points, row, low, strict=True)))
        for (name, part), row, low in zip(parts.items(), moved, floored, strict=True)
    }


def with_values(part: Forecast, values: Sequence[float]) -> Forecast:
    """The forecast with other point values. Bounds move along, and keep a floor at zero."""
    is_floored = all(min(p.value, *(b[0] for b in p.bounds)) >= 0 for p in part.points) and min(values) >= 0
    points = (_move(point, value, is_floored) for point, value in zip(part.points, values, strict=True))
    return replace(part, points=tuple(points))


def _share_gap(values: Floats, widths: Floats, floored: Floats, total: float) -> Floats:
    """Spread the gap between the parts (parts,) and the total by variance, without passing the floors."""
    found = values.astype(float).copy()
    free = np.ones(len(found), dtype=bool)
    for _ in range(len(found)):
        gap = total - found.sum()
        share = np.where(free, widths**2, 0.0)
        if not share.sum() > 0:
            share = np.where(free, np.maximum(np.abs(values), 1e-9), 0.0)
        found = found + gap * share / share.sum()
        below = (found < 0) & floored.astype(bool)
        if not below.any() or total < 0:
            break
        found[below] = 0.0
        free &= ~below
    return found


def _whole(values: Floats, total: float) -> Floats:
    """Whole numbers nearest to `values` that add up to `total`, by largest remainder."""
    whole = np.floor(values)
    left = round(float(total - whole.sum()))
    order = np.argsort(whole - values, kind="stable")
    whole[order[: max(left, 0)]] += 1
    return whole


def _move(point: Point, value: float, floored: bool) -> Point:
    shift = value - point.value
    low = 0.0 if floored else -np.inf
    bounds = tuple((max(b + shift, min(low, value)), max(a + shift, value)) for b, a in point.bounds)
    return Point(point.date, value, bounds)
