"""Figures that may be undefined, how they change, and what share of the whole they are."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

Format = Literal["currency", "percentage", "number"]
Trend = Literal["up", "down", "flat"]


class Ratio(NamedTuple):
    """A figure that may be undefined; then `reason` says why, and it is empty otherwise."""

    value: float | None
    reason: str = ""


class Change(NamedTuple):
    """How a figure moved; what is undefined is None, and `reason` says why `percent` is."""

    absolute: float | None
    percent: float | None
    trend: Trend
    reason: str = ""


def trend_of(difference: float) -> Trend:
    """The sign of an unrounded difference, in words."""
    return "up" if difference > 0 else "down" if difference < 0 else "flat"


def change(current: Ratio, previous: Ratio, *, has_base: bool) -> Change:
    """(current - previous) / |previous| * 100.

    0 -> 0 is 0. `zero_base`: from 0 to something. `no_base`: nothing to compare with, because there were no rows
    (`has_base` false) or the previous figure is undefined. An undefined current figure hands its own reason on.
    """
    if current.value is None:
        return Change(None, None, "flat", current.reason)
    if previous.value is None:
        return Change(None, None, "flat", "no_base")
    difference = current.value - previous.value
    if previous.value == 0:
        if difference == 0:
            return Change(0.0, 0.0, "flat")
        return (
            Change(difference, None, trend_of(difference), "zero_base")
            if has_base
            else Change(None, None, "flat", "no_base")
        )
    return Change(difference, difference / abs(previous.value) * 100, trend_of(difference))


def points(current: Ratio, previous: Ratio) -> Change:
    """How a percentage moved, in percentage points."""
    if current.value is None:
        return Change(None, None, "flat", current.reason)
    if previous.value is None:
        return Change(None, None, "flat", "no_base")
    difference = current.value - previous.value
    return Change(difference, difference, trend_of(difference))


class Shares(NamedTuple):
    """Parts in percent, in the order of the values; None where a part has no share, and `reason` says why.

    `basis`: `total`, or `same_sign` where signs mix: then the parts that have the total's sign share their own sum, and
    the others have none. Empty where no part has a share.
    """

    percent: list[float | None]
    basis: Literal["total", "same_sign", ""]
    reason: str


def shares(values: Sequence[float]) -> Shares:
    """What each value is of all of them. One small refund takes no other part's share away."""
    total = sum(values)
    if total == 0:
        return Shares([None] * len(values), "", "mixed_signs" if any(values) else "no_data")
    whole = sum(v for v in values if (v > 0) == (total > 0))
    mixed = any((v < 0) == (total > 0) for v in values if v)
    parts = [None if v and (v > 0) != (total > 0) else v / whole * 100 for v in values]
    return Shares(parts, "same_sign" if mixed else "total", "mixed_signs" if mixed else "")
