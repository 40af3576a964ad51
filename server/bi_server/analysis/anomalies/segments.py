"""Incidents of large segments that the total does not tell: a region that goes dark, a category that doubles.

Segments are held against the others (`shares`, `share_levels`): what hits all alike is told by the total.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from .detect import SENSITIVITY_RANGE
from .events import HIGHEST_SCORE, severity_of
from .holiday_names import holiday_of
from .results import Anomaly, Kind
from .robust import Floats, gap_follows
from .share_levels import Level, levels_of_share, without_levels
from .shares import Run, runs_of_share
from .silence import NEXT_TO_NOTHING
from .structure import Bools

# Segments that are told of: so much of the whole or more, and so many of a dimension at most.
LEAST_SHARE, MOST_OF_DIMENSION = 0.1, 10
# A segment's run that made so much of what the total is off is what happened to it.
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

    `segments` by dimension and name, on the days of `total`, every day of which is there. A segment's run of which the
    total shows some days only takes the place of these. One incident that shows in a region and in its
    categories is told of where more was lost or won. Holidays of a segment are no events.
    """
    news, width = ~_days_of(told, total.index), SENSITIVITY_RANGE ** (1 - 2 * sensitivity)
    found = []
    for dimension in dict.fromkeys(dimension for dimension, _ in segments):
        names = [name for other, name in segments if other == dimension]
        table = np.stack([_since_first_sale(segments[dimension, name]) for name in names], axis=1)
        others = total.to_numpy(np.float64) - np.nansum(table, axis=1)
        parts, judged = np.column_stack([table, np.maximum(others, 0.0)]), range(len(names))
        levels = levels_of_share(parts, judged, width)
        found += [_level_shift(level, table, names, dimension, total.index) for level in levels]
        runs = runs_of_share(without_levels(parts, levels), judged, width, parts)
        found += [
            _event(_on_level(run, levels), table, names, dimension, total.index)
            for run in runs
            if news[run.start : run.stop].any() and not _is_holiday(run, total, holidays)
        ]
    told = tuple(event for event in told if not any(_is_all_of(other, event) for other in found))
    kept: list[Anomaly] = []
    new = (event for event in found if not any(_same(event, other) for other in told))
    for event in sorted(new, key=lambda a: -abs(a.total_value - a.total_expected)):
        if not any(_same(event, other) and event.segment.keys() != other.segment.keys() for other in kept):
            kept.append(event)
    return tuple(sorted([*told, *kept], key=lambda a: (a.start, a.kind)))


def _on_level(run: Run, levels: list[Level]) -> Run:
    """The run, found as if no level had changed, with what the level of its days lets expect."""
    for level in levels:
        if level.of == run.of and level.start <= run.start <= level.until:
            run = replace(
                run, expected=run.expected * level.ratio, lower=run.lower * level.ratio, upper=run.upper * level.ratio
            )
    return run


def _event(run: Run, table: Floats, names: list[str], dimension: str, days: pd.Index) -> Anomaly:
    value = np.nan_to_num(table[run.start : run.stop, run.of])
    peak = int(np.argmax(np.abs(np.sqrt(np.maximum(value, 0.0)) - np.sqrt(run.expected))))
    came, due = float(value.sum()), float(run.expected.sum())
    score = min(abs(run.score), HIGHEST_SCORE)
    nothing = abs(came) <= NEXT_TO_NOTHING * due
    kind: Kind = "spike" if run.score > 0 else "missing_data" if nothing else "dip"
    return Anomaly(
        start=days[run.start].date(),
        end=days[run.stop - 1].date(),
        peak=days[run.start + peak].date(),
        kind=kind,
        direction="up" if run.score > 0 else "down",
        severity=severity_of(score),
        score=score,
        value=float(value[peak]),
        expected=float(run.expected[peak]),
        lower=float(run.lower[peak]),
        upper=float(run.upper[peak]),
        total_value=came,
        total_expected=due,
        facts={"days": run.stop - run.start, "ratio": came / due, "run": score}
        | ({"completeness": came / due, "silence": score if len(value) > 1 else 0.0} if nothing else {}),
        segment={dimension: names[run.of]},
    )


def _level_shift(level: Level, table: Floats, names: list[str], dimension: str, days: pd.Index) -> Anomaly:
    value = np.nan_to_num(table[level.start : level.start + len(level.expected), level.of])
    score = min(abs(level.score), HIGHEST_SCORE)
    return Anomaly(
        start=days[level.start].date(),
        end=days[level.start + len(value) - 1].date(),
        peak=days[level.start].date(),
        kind="level_shift",
        direction="up" if level.score > 0 else "down",
        severity=severity_of(score),
        score=score,
        value=float(value[0]),
        expected=float(level.expected[0]),
        lower=float(level.lower[0]),
        upper=float(level.upper[0]),
        total_value=float(value.sum()),
        total_expected=float(level.expected.sum()),
        facts={
            "days": len(value),
            "level_before": level.before,
            "level_after": level.after,
            "lasts_until": days[level.until].date().isoformat(),
            "holds": int(level.until == len(days) - 1),
            "gap_follows": int(gap_follows(table[:, level.of], level.until)),
        },
        segment={dimension: names[level.of]},
    )


def _is_holiday(run: Run, total: pd.Series, holidays: Mapping[date, str]) -> bool:
    """Whether half of the run's days or more are holidays or by one: a segment's own way to spend them is no event."""
    days = total.index[run.start : run.stop]
    return sum(holiday_of(day.date(), holidays) is not None for day in days) * 2 >= len(days)


def _since_first_sale(y: pd.Series) -> Floats:
    """The values, NaN where it had not begun: that is not missing."""
    values = y.to_numpy(np.float64, copy=True)
    values[: int(np.argmax(np.nan_to_num(values) != 0))] = np.nan
    return values


def _days_of(told: tuple[Anomaly, ...], index: pd.Index) -> Bools:
    """The days of events that last as long as their days say; a new level lasts longer."""
    inside = pd.Series(False, index)
    for event in told:
        if event.kind != "level_shift":
            inside[str(event.start) : str(event.end)] = True
    return inside.to_numpy(dtype=np.bool_)


def _is_all_of(part: Anomaly, whole: Anomaly) -> bool:
    """Whether some days of a segment's longer run are all there is to an event of the total."""
    inside = part.start <= whole.start and whole.end <= part.end and part.direction == whole.direction
    longer = part.end - part.start > whole.end - whole.start
    of_rows = part.kind == "level_shift" or whole.kind in ("duplicate_import", "holiday", "level_shift")
    gap, whole_gap = (abs(a.total_value - a.total_expected) for a in (part, whole))
    return inside and longer and not of_rows and gap >= MOST_OF_IT * whole_gap


def _same(one: Anomaly, other: Anomaly) -> bool:
    near = LEVEL_NEAR if "level_shift" in {one.kind, other.kind} else NEAR
    return one.direction == other.direction and one.start - near <= other.end and other.start - near <= one.end
