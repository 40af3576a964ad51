"""Incidents of large segments that the total does not tell: a region that goes dark, a category that doubles.

Each segment is first held against the total: its share of a day against its usual share. What hits all alike (weather,
holidays, a campaign) leaves shares as they are, so a share that leaves its usual range is cheap and telling to look at.
Only then is the segment's own series judged, more strictly than the total, for there are many segments.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .detect import MIN_DAYS, detect_anomalies
from .results import Anomaly
from .robust import Floats, noise_scale, running_median
from .silence import NEXT_TO_NOTHING

# Segments that are told of: so much of the whole or more, and so many of a dimension at most.
LEAST_SHARE, MOST_OF_DIMENSION = 0.1, 10
# Series that are judged by themselves, those whose share is farthest out first: each costs as much as a short total.
MOST_JUDGED = 4
# Days that tell the usual share of a day, and of a level.
USUAL_DAYS, LEVEL_DAYS = 57, 28
# In noise scales of the share: a day that is out, and a level.
DAY_OUT, LEVEL_OUT = 4.5, 1.5
# Sensitivity for a segment in parts of that for the total.
STRICTER = 0.5
# An outage that cost so much of what the total lacks is what happened to it.
MOST_OF_IT = 0.6
# Events are the same if they begin or end so near each other; a new level is dated less exactly.
NEAR, LEVEL_NEAR = timedelta(days=1), timedelta(days=7)


def large_segments(totals: Mapping[str, float]) -> list[str]:
    """The segments of one dimension that are worth it, largest first; none where one is nearly all there is."""
    whole = sum(max(total, 0.0) for total in totals.values())
    ordered = sorted((name for name in totals if totals[name] >= LEAST_SHARE * whole > 0), key=lambda n: -totals[n])
    return [name for name in ordered if totals[name] < (1 - LEAST_SHARE) * whole][:MOST_OF_DIMENSION]


def segment_anomalies(
    total: pd.Series,
    segments: Mapping[tuple[str, str], pd.Series],
    told: tuple[Anomaly, ...],
    sensitivity: float,
    holidays: Mapping[date, str],
) -> tuple[Anomaly, ...]:
    """The events of the total, `told`, and those of segments that these do not tell already, oldest first.

    `segments` by dimension and name, on the days of `total`, every day of which is there. An outage of a segment of
    which the total shows some days only takes the place of these. One incident that shows in a region and in its
    categories is told of where more was lost or won. Holidays of a segment alone are no events.
    """
    whole = total.to_numpy(np.float64)
    news = ~_days_of(told, total.index)
    outside = {key: share_outside(y.to_numpy(np.float64), whole) * news for key, y in segments.items()}
    old_enough = (key for key, y in segments.items() if len(_since_first_sale(y)) >= MIN_DAYS)
    suspects = sorted((key for key in old_enough if outside[key].any()), key=lambda key: -float(outside[key].max()))
    found = []
    for key in suspects[:MOST_JUDGED]:
        out = pd.Series(outside[key] > 0, total.index)
        y = _since_first_sale(segments[key])
        own = detect_anomalies(y, sensitivity=STRICTER * sensitivity, holidays=holidays).anomalies
        found += [
            replace(event, segment=dict([key]))
            for event in own
            if event.kind != "holiday" and out[str(event.start - NEAR) : str(event.end + NEAR)].any()
        ]
    told = tuple(event for event in told if not any(_is_outage(other, event) for other in found))
    kept: list[Anomaly] = []
    new = (event for event in found if not any(_same(event, other) for other in told))
    for event in sorted(new, key=lambda a: -abs(a.total_value - a.total_expected)):
        if not any(_same(event, other) and event.segment.keys() != other.segment.keys() for other in kept):
            kept.append(event)
    return tuple(sorted([*told, *kept], key=lambda a: (a.start, a.kind)))


def share_outside(part: Floats, total: Floats) -> Floats:
    """Per day by how many noise scales the part's share of the total has left its usual range; 0 inside it.

    On a day, on the level of the weeks after it against those before, or on days in a row that brought next to nothing.
    """
    share = np.where(total > 0, part / np.where(total > 0, total, 1), np.nan)
    away = share - running_median(share, USUAL_DAYS)
    noise = max(noise_scale(away), 1e-9)
    weeks = pd.Series(share).rolling(LEVEL_DAYS, min_periods=LEVEL_DAYS // 2).median().to_numpy(np.float64)
    ahead = np.append(weeks[LEVEL_DAYS - 1 :], np.full(LEVEL_DAYS - 1, np.nan))[: share.size]
    before = np.append(np.nan, weeks[:-1])
    day, level = np.abs(np.nan_to_num(away)) / noise, np.abs(np.nan_to_num(ahead - before)) / noise
    out = np.maximum(np.where(day >= DAY_OUT, day, 0.0), np.where(level >= LEVEL_OUT, level, 0.0))
    usual = share - away
    silent = (share <= NEXT_TO_NOTHING * usual) & (usual > 0)
    return np.maximum(out, np.where(_length_of_run(silent) > 1, DAY_OUT * np.sqrt(_length_of_run(silent)), 0.0))


def _since_first_sale(y: pd.Series) -> pd.Series:
    """What has not begun is not missing."""
    return y.iloc[int(np.argmax(y.to_numpy() != 0)) :]


def _length_of_run(days: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Per day how many days in a row, it among them, are True; 0 where it is not."""
    run = np.cumsum(np.diff(days, prepend=False))
    return np.where(days, np.bincount(run)[run], 0)


def _days_of(told: tuple[Anomaly, ...], index: pd.Index) -> NDArray[np.bool_]:
    """The days of events that last as long as their days say; a new level lasts longer."""
    inside = pd.Series(False, index)
    for event in told:
        if event.kind != "level_shift":
            inside[str(event.start) : str(event.end)] = True
    return inside.to_numpy(dtype=np.bool_)


def _is_outage(part: Anomaly, whole: Anomaly) -> bool:
    """Whether some days of an outage of a segment (or of its refunds) are all there is to an event of the total."""
    inside = part.start <= whole.start and whole.end <= part.end and part.direction == whole.direction
    lost, missed = part.total_expected - part.total_value, whole.total_expected - whole.total_value
    longer = part.end - part.start > whole.end - whole.start
    return part.kind in ("missing_data", "dip") and inside and longer and lost >= MOST_OF_IT * missed


def _same(one: Anomaly, other: Anomaly) -> bool:
    near = LEVEL_NEAR if "level_shift" in {one.kind, other.kind} else NEAR
    return one.direction == other.direction and one.start - near <= other.end and other.start - near <= one.end
