"""The points of GetChartData and GetDashboard."""

from bi.v1 import dashboard_pb2 as pb
from bi_server.analysis import metrics, periods
from bi_server.analysis.metrics import Totals
from bi_server.analysis.periods import Days, Step
from bi_server.errors import InvalidInput
from bi_server.rpc import convert, requests
from bi_server.rpc.convert import rounded
from bi_server.store.cube import Cube, Group, Selection

MAX_POINTS = 100_000  # about 20 MB of JSON; no browser plots more


def points(request: pb.GetChartDataRequest | pb.GetDashboardRequest, cube: Cube) -> list[pb.ChartPoint]:
    """Every step of every series. Raises InvalidInput where there would be more than MAX_POINTS."""
    days = periods.parse_range("start_date", request.start_date, "end_date", request.end_date)
    chosen = requests.selection(cube, request.category, request.region)
    metric = metrics.check_metric(request.metric)
    granularity = periods.parse_granularity(request.granularity, days)
    groups = cube.groups(chosen, *requests.group_by(request.group_by, ("category", "region")))
    steps = periods.steps(days, granularity)
    if len(steps) * len(groups) > MAX_POINTS:
        raise InvalidInput.of(
            "granularity",
            f"{granularity!r} makes {len(steps) * len(groups):,} points, over the limit of {MAX_POINTS:,}; "
            "use a coarser one, a shorter range, or fewer groups (group_by)",
        )
    table = cube.grouped(chosen, groups, [step.start for step in steps] + [days.end + 1])
    answer = []
    labels = [(convert.iso(step.unit_start), _is_complete(cube, step)) for step in steps]
    names = [
        (
            "" if g.category is None else cube.categories[g.category],
            "" if g.region is None else cube.regions[g.region],
        )
        for g in groups
    ]
    parts = [_narrow(chosen, group) for group in groups]
    # Series by series: what the cube finds out about one of them serves all its steps.
    is_counted = [
        [metric != "conversion_rate" or cube.traffic_is_complete(part, step.start, step.end) for step in steps]
        for part in parts
    ]
    for i, (label, complete) in enumerate(labels):
        span = Days(steps[i].start, steps[i].end)
        for j, row in enumerate(table[i].T.tolist()):
            sums = Totals(*row)
            point = pb.ChartPoint(
                date=label,
                revenue=sums.revenue_cents / 100,
                units=sums.units,
                category=names[j][0],
                region=names[j][1],
                orders=sums.orders,
                complete=complete,
                filled=sums.rows == 0,
            )
            value = _value(cube, metric, parts[j], span, sums, is_counted[j][i])
            if value is not None:
                point.value = value
            answer.append(point)
    return answer


def _is_complete(cube: Cube, step: Step) -> bool:
    begins_inside = step.unit_start < cube.first_day <= step.end
    return step.whole and step.end <= cube.last_complete_day and not begins_inside


def _narrow(chosen: Selection, group: Group) -> Selection:
    return Selection(
        chosen.categories if group.category is None else (group.category,),
        chosen.regions if group.region is None else (group.region,),
    )


def _value(cube: Cube, metric: str, part: Selection, days: Days, sums: Totals, is_counted: bool) -> float | None:
    if metric == "revenue":
        return sums.revenue_cents / 100
    if metric == "customers":
        return cube.distinct_customers(part, days.start, days.end)
    return rounded(metrics.value_of(metric, sums, is_counted).value)
