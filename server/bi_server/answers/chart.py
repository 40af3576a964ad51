"""The points of GetChartData and GetDashboard."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from bi.v1 import dashboard_pb2 as pb
from bi_server.analysis import calendar_steps
from bi_server.analysis.calendar_steps import Step
from bi_server.answers import convert, filters, ranges
from bi_server.answers.convert import rounded
from bi_server.errors import InvalidInput
from bi_server.semantic.dimensions import CATEGORY, REGION
from bi_server.semantic.measures import THOUSANDTHS, Totals
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import CENTS, ORDERS, ROWS, UNITS, Cube, Ints
from bi_server.store.selection import Group, Selection

MAX_POINTS = 100_000  # about 20 MB of JSON; no browser plots more


class Chart(NamedTuple):
    """Series in equal steps of a cube: `sums` is steps x measures x groups."""

    cube: Cube
    metric: Metric
    chosen: Selection
    groups: list[Group]
    steps: list[Step]
    sums: Ints


def chart(request: pb.GetChartDataRequest | pb.GetDashboardRequest, cube: Cube) -> Chart:
    """What a request asks for. Raises InvalidInput where there would be more than MAX_POINTS."""
    days = ranges.days(request, cube)
    view = filters.view(request, cube)
    cube, chosen, *_ = view
    metric = cube.model.check(request.metric)
    granularity = calendar_steps.parse_granularity(request.granularity, days, cube.model.calendar)
    by = filters.group_by(request.group_by, (CATEGORY.id, REGION.id), cube)
    filters.require_parts(metric, view, [cube.dimensions[place] for place in by])
    groups = cube.groups(chosen, by)
    steps = calendar_steps.steps(days, granularity, cube.model.calendar)
    if len(steps) * len(groups) > MAX_POINTS:
        raise InvalidInput.of(
            "granularity",
            f"{granularity!r} makes {len(steps) * len(groups):,} points, over the limit of {MAX_POINTS:,}; "
            "use a coarser one, a shorter range, or fewer groups (group_by)",
        )
    sums = cube.grouped(chosen, groups, [step.start for step in steps] + [days.end + 1])
    return Chart(cube, metric, chosen, groups, steps, sums)


def add_points(answer: pb.GetChartDataResponse | pb.GetDashboardResponse, asked: Chart) -> None:
    """Adds every step of every series in its place: a year of a small business has thousands."""
    cube = asked.cube
    columns = [asked.sums[:, measure].astype(np.float64) for measure in (CENTS, UNITS, ORDERS, ROWS)]
    segments = [convert.group_segment(cube, group) for group in asked.groups]
    names = [(segment.category, segment.region, segment.dimensions) for segment in segments]
    values = _values(cube, asked)
    add = answer.chart_data.add
    for i, step in enumerate(asked.steps):
        date, complete = convert.iso(step.unit_start), _is_complete(cube, step)
        row = zip(names, *(column[i].tolist() for column in columns), values[i], strict=True)
        for (category, region, others), cents, units, orders, rows, value in row:
            point = add()  # and field by field: a constructor takes three times as long
            point.date = date
            point.revenue = cents / 100
            point.units = units / THOUSANDTHS
            point.category = category
            point.region = region
            point.orders = orders
            point.complete = complete
            point.filled = rows == 0
            if value is not None:
                point.value = value
            if others:
                point.segment.update(others)


def _is_complete(cube: Cube, step: Step) -> bool:
    begins_inside = step.unit_start < cube.first_day <= step.end
    return step.whole and step.end <= cube.last_complete_day and not begins_inside


def _values(cube: Cube, asked: Chart) -> Sequence[Sequence[float | None]]:
    """The metric of every step of every group; None where it is undefined."""
    if asked.metric.additive and all(factor == 1 for _, factor in asked.metric.above):
        # Whole numbers and whole cents: nothing to round.
        found: list[list[float | None]] = asked.metric.values(asked.sums.swapaxes(1, 2)).tolist()
        return found
    # Series by series: what the cube finds out about one of them serves all its steps.
    by_group = [_series(cube, asked, i) for i in range(len(asked.groups))]
    return list(zip(*by_group, strict=True)) or [()] * len(asked.steps)


def _series(cube: Cube, asked: Chart, position: int) -> list[float | None]:
    part = asked.groups[position].of(asked.chosen)
    if asked.metric.is_distinct:
        return [cube.distinct_customers(part, step.start, step.end) for step in asked.steps]
    is_counted = not asked.metric.needs_traffic
    return [
        rounded(asked.metric.of(Totals(*row), is_counted or cube.traffic_is_complete(part, step.start, step.end)).value)
        for step, row in zip(asked.steps, asked.sums[:, :, position].tolist(), strict=True)
    ]
