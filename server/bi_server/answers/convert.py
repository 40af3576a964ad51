"""Results -> messages: rounding happens here and nowhere else."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import overload

import numpy as np

from bi.v1 import common_pb2 as pb
from bi_server.analysis.periods import Days
from bi_server.semantic.dimensions import BUILT_IN, CATEGORY, REGION
from bi_server.semantic.figures import Change, Ratio
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import ROWS, Cube
from bi_server.store.selection import Group, Selection


@overload
def rounded(value: float, decimals: int = 2) -> float: ...
@overload
def rounded(value: float | None, decimals: int = 2) -> float | None: ...
def rounded(value: float | None, decimals: int = 2) -> float | None:
    """Percentages to two decimals, a metric to those that are `shown` of it; never -0.0."""
    return None if value is None else round(value, decimals) + 0.0


@lru_cache(8192)  # answers name the same days again and again
def iso(ordinal: int) -> str:
    """`YYYY-MM-DD`."""
    return date.fromordinal(ordinal).isoformat()


def date_range(days: Days) -> pb.DateRange:
    return pb.DateRange(start_date=iso(days.start), end_date=iso(days.end))


def set_range(message: pb.DateRange, days: Days) -> None:
    """As `date_range`, in the place of a message: faster."""
    message.start_date, message.end_date = iso(days.start), iso(days.end)


def data_range(cube: Cube) -> pb.DateRange | None:
    """First and last day with data; None when the store is empty."""
    return None if cube.is_empty else date_range(Days(cube.first_day, cube.last_day))


def selection_range(cube: Cube, selection: Selection) -> pb.DateRange | None:
    """First and last day on which a selection has a row; None where it never had one."""
    rows = cube.view(selection)[:, ROWS]
    if rows[-1] == 0:
        return None
    first, last = np.searchsorted(rows, (1, rows[-1])).tolist()
    return date_range(Days(cube.base_day + first - 1, cube.base_day + last - 1))


def time_range(cube: Cube, days: Days, has_data: bool) -> pb.TimeRange:
    return pb.TimeRange(
        start_date=iso(days.start),
        end_date=iso(days.end),
        days=days.length,
        has_data=has_data,
        data_range=data_range(cube),
    )


def name(cube: Cube, group: Group, dimension: int) -> str:
    """The name that a group has of a dimension; empty where it is not split by it."""
    position = group.position(dimension)
    return "" if position is None else cube.names[dimension][position]


def columns(cube: Cube, groups: Sequence[Group], by: Sequence[int]) -> dict[str, list[str]]:
    """The names of groups, by the dimensions that they are split by."""
    return {cube.dimensions[place].id: [name(cube, group, place) for group in groups] for place in by}


def group_segment(cube: Cube, group: Group) -> pb.Segment:
    return segment({cube.dimensions[place].id: cube.names[place][position] for place, position in group.parts})


def segment(names: Mapping[str, str]) -> pb.Segment:
    """Names by dimension."""
    return pb.Segment(
        category=names.get(CATEGORY.id, ""),
        region=names.get(REGION.id, ""),
        dimensions={dimension: own for dimension, own in names.items() if dimension not in BUILT_IN},
    )


def metric_change(metric: Metric, current: Ratio, previous: Ratio, change: Change) -> pb.MetricChange:
    """A metric of two ranges; percentages have no relative change."""
    return pb.MetricChange(
        metric=metric.id,
        title=metric.title,
        format=metric.format,
        current=rounded(current.value, metric.shown),
        previous=rounded(previous.value, metric.shown),
        absolute=rounded(change.absolute, metric.shown),
        percent=None if metric.format == "percentage" else rounded(change.percent),
        trend=change.trend,
        reason=change.reason,
    )


def describe(cube: Cube, selection: Selection) -> str:
    """A selection in words, for messages."""
    parts = [" or ".join(cube.names[dimension][i] for i in positions) for dimension, positions in selection.parts]
    return " in ".join(parts) or "the whole business"
