"""Whether a new level stayed."""

from dataclasses import dataclass

import numpy as np

from .daily import Floats

FORTNIGHT = 14
"""A level has not stayed where the last fortnight went back, though it may be too early to say that it ended."""

LONG_ENOUGH = 28
"""It has ended where four weeks went back: less may do so by chance. A stay is not told of fewer days either, nor over
as many of which nothing is known.
"""


@dataclass(frozen=True)
class Stay:
    """Whether all later days stay on the new level, or the position of the last one there; neither where unclear.

    After four weeks without a known day nobody can tell: a level that lasted up to them neither stayed nor ended.
    """

    stayed: bool
    last: int | None


def stay(values: Floats, before: float, after: float) -> Stay:
    """How long the `values`, from a step to the end of the data (NaN unknown), stay nearer to `after` than to `before`.

    Levels are medians of known days.
    """
    known = np.flatnonzero(np.isfinite(values))
    unknown = np.flatnonzero(np.diff(known, append=len(values)) > LONG_ENOUGH)
    known = known[: unknown[0] + 1] if len(unknown) else known
    if len(known) < LONG_ENOUGH or after == before:
        return Stay(False, None)
    on_the_way = (values[known] - before) / (after - before)
    months = np.median(np.lib.stride_tricks.sliding_window_view(on_the_way, LONG_ENOUGH), axis=1)
    back = np.flatnonzero(months < 0.5)
    if len(back) == 0 and len(unknown):
        return Stay(False, None)
    if len(back) == 0:
        return Stay(bool(np.median(on_the_way[-FORTNIGHT:]) >= 0.5), None)
    # Within those four weeks: the day up to which most had stayed.
    there = on_the_way[back[0] : back[0] + LONG_ENOUGH] >= 0.5
    lead = np.cumsum(np.where(there, 1, -1))
    return Stay(False, int(known[back[0] + int(np.argmax(lead))]))
