"""The points of GetChartData and GetDashboard."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from bi.v1 import dashboard_pb2 as pb
from bi_server.analysis import calendar_steps
from bi_server.analysis.calendar_steps import Step
from bi_server.analysis.periods import Days
from bi_server.answers import convert, filters, query_groups, ranges, requests
from bi_server.answers.query_groups import MAX_TOP, TOP_OF_WIDE, Groups
from bi_server.errors import InvalidInput
from bi_server.semantic.dimensions import CATEGORY, REGION, Dimension
from bi_server.semantic.measures import THOUSANDTHS
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import ORDERS, REVENUE, ROWS, UNITS, Cube

MAX_POINTS = 100_000  # about 20 MB of JSON; no browser plots more
DRAWN = ("revenue", "units", "orders")  # which every point has, besides its metric


class Chart(NamedTuple):
    """Series in equal steps of a cube, split by dimensions."""

    cube: Cube
    metric: Metric
    by: list[Dimension]
    groups: Groups
    steps: list[Step]


def chart(request: pb.GetChartDataRequest | pb.GetDashboardRequest, cube: Cube) -> Chart:
    """What a request asks for. Raises InvalidInput where there would be more than MAX_POINTS."""
    days = ranges.days(request, cube)
    view = filters.view(request, cube)
    cube = view.cube
    metric = cube.model.check(request.metric)
    granularity = calendar_steps.parse_granularity(request.granularity, days, cube.model.calendar)
    is_split = any(name.strip() for name in request.group_by)
    by = filters.split(request.group_by if is_split else (CATEGORY.id, REGION.id), cube)
    filters.require_parts(metric, view, by)
    top = requests.whole_number("top", request.top, 0, MAX_TOP)
    steps = calendar_steps.steps(days, granularity, cube.model.calendar)

    def check(groups: int) -> None:
        if len(steps) * groups > MAX_POINTS:
            raise InvalidInput.of(
                "granularity",
                f"{granularity!r} makes {len(steps) * groups:,} points, over the limit of {MAX_POINTS:,}; "
                "use a coarser one, a shorter range, or fewer groups (group_by)",
            )

    spans = [Days(start, end) for _, start, end, _ in steps]
    metrics = [metric, *(cube.model.metrics[name] for name in DRAWN)]
    if any(dimension.wide for dimension in by):
        top = top or TOP_OF_WIDE
    if top:
        groups = query_groups.top_of(view, by, days, spans, metrics, top, check)
    else:
        groups = query_groups.of(view, by, spans, metrics, check)
    return Chart(cube, metric, by, groups, steps)


def add_points(answer: pb.GetChartDataResponse | pb.GetDashboardResponse, asked: Chart) -> None:
    """Adds every step of every series in its place: a year of a small business has thousands."""
    cube, groups = asked.cube, asked.groups
    columns = [groups.sums[:, measure].astype(np.float64) for measure in (REVENUE, UNITS, ORDERS, ROWS)]
    ids = [dimension.id for dimension in asked.by]
    segments = [convert.segment(dict(zip(ids, names, strict=True))) for names in groups.names]
    names = [(segment.category, segment.region, segment.dimensions) for segment in segments]
    values = _values(asked)
    add, minor_per_unit = answer.chart_data.add, cube.model.minor_per_unit
    for i, step in enumerate(asked.steps):
        date, complete = convert.iso(step.unit_start), _is_complete(cube, step)
        row = zip(names, *(column[i].tolist() for column in columns), values[i], strict=True)
        for (category, region, others), revenue, units, orders, rows, value in row:
            point = add()  # and field by field: a constructor takes three times as long
            point.date = date
            point.revenue = revenue / minor_per_unit
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
        if groups.others:
            point.other_groups = groups.others  # the last one's


def _is_complete(cube: Cube, step: Step) -> bool:
    begins_inside = step.unit_start < cube.first_day <= step.end
    return step.whole and step.end <= cube.last_complete_day and not begins_inside


def _values(asked: Chart) -> Sequence[Sequence[float | None]]:
    """The metric of every step of every group; None where it is undefined."""
    groups, metric = asked.groups, asked.metric
    if metric.additive and all(factor == 1 for _, factor in metric.above):
        # Whole numbers and whole minor units: nothing to round.
        found: list[list[float | None]] = metric.values(groups.sums.swapaxes(1, 2)).tolist()
        return found
    # Series by series: what the cube finds out about one of them serves all its steps.
    by_group = [groups.series(metric, place) for place in range(len(groups.names))]
    return list(zip(*by_group, strict=True)) or [()] * len(asked.steps)
