"""KPIs, chart data, summary, and all of them for a whole screen."""

import numpy as np

from bi.v1 import dashboard_pb2 as pb
from bi_server.analysis import calendar_steps
from bi_server.analysis.periods import Compared, Days
from bi_server.answers import chart, convert, filters, notes, query_groups, ranges, requests, sums
from bi_server.answers.convert import rounded
from bi_server.answers.filters import View
from bi_server.answers.ordering import field, ordered
from bi_server.answers.query_groups import MAX_TOP
from bi_server.answers.sums import Sides
from bi_server.semantic import figures
from bi_server.semantic.dimensions import CATEGORY, REGION, Dimension
from bi_server.semantic.kpis import NO_CHANGE, compute_kpis
from bi_server.semantic.measures import Totals
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import REVENUE, ROWS, Cube, Ints
from bi_server.store.selection import Selection

SPARKLINE_STEPS = 31  # a month by day
ORDERS = ("name", "revenue", "orders", "units", "share", "current_revenue", "previous_revenue", "change")


def kpis(request: pb.GetKpisRequest, cube: Cube) -> pb.GetKpisResponse:
    """Every KPI of the model."""
    days, base = ranges.with_base(request, cube)
    cube, chosen, *_ = filters.view(request, cube)
    answer = pb.GetKpisResponse()
    _add_kpis(answer, cube, chosen, sums.sides(cube, chosen, days, base), days)
    return answer


def summary(request: pb.GetSummaryRequest, cube: Cube) -> pb.GetSummaryResponse:
    """The range in a few figures, with its best parts."""
    days, base = ranges.with_base(request, cube)
    view = filters.view(request, cube)
    top = requests.whole_number("top", request.top, 0, MAX_TOP)
    return _summary(view, sums.sides(view.cube, view.chosen, days, base), days, top, request.order)


def chart_data(request: pb.GetChartDataRequest, cube: Cube) -> pb.GetChartDataResponse:
    """A metric over time."""
    answer = pb.GetChartDataResponse()
    chart.add_points(answer, chart.chart(request, cube))
    return answer


def screen(request: pb.GetDashboardRequest, cube: Cube) -> pb.GetDashboardResponse:
    """All three of one snapshot."""
    days, base = ranges.with_base(request, cube)
    points = chart.chart(request, cube)
    view = filters.view(request, cube)
    cube, chosen, *_ = view
    found = sums.sides(cube, chosen, days, base)
    answer = pb.GetDashboardResponse()
    _add_kpis(answer, cube, chosen, found, days)
    chart.add_points(answer, points)
    answer.summary.CopyFrom(_summary(view, found, days))
    answer.time_range.CopyFrom(answer.summary.time_range)
    return answer


def _add_kpis(
    answer: pb.GetKpisResponse | pb.GetDashboardResponse, cube: Cube, chosen: Selection, found: Sides, days: Days
) -> None:
    """Adds every KPI in its place: a message built apart would be copied."""
    step = calendar_steps.finest(days, SPARKLINE_STEPS, cube.model.calendar)
    columns = _columns(cube.view(chosen)[cube.positions(calendar_steps.step_bounds(days, step, cube.model.calendar))])
    empty_range = None if found.asked.totals.rows else convert.selection_range(cube, chosen)
    common, of_growth = pb.Kpi(data_range=empty_range), pb.Kpi(data_range=empty_range)
    _state(common, found.days, cube)
    _state(of_growth, found.growth, cube)
    for kpi, choice in zip(compute_kpis(cube.model, found.asked, found.comparison), cube.model.kpis, strict=True):
        # Field by field: a constructor with twenty arguments takes three times as long.
        message = answer.kpis.add()
        message.CopyFrom(of_growth if kpi.id == "growth_rate" else common)
        message.id, message.title, message.format = kpi.id, kpi.title, kpi.format
        message.trend = kpi.change.trend
        message.change_unit = "percentage_points" if kpi.format == "percentage" else "percent"
        message.sparkline_granularity = step
        shown = choice.shown
        if kpi.value.value is None:
            message.value_reason = kpi.value.reason
        else:
            message.value = value = rounded(kpi.value.value, shown)
            if choice.metric is not None:
                message.sparkline.extend(_sparkline(choice.metric, columns))
        if kpi.change.percent is None:
            message.change_reason = kpi.change.reason
        else:
            message.change = rounded(kpi.change.percent)
        if choice.metric is not None:
            message.metric = choice.metric.id
        if kpi.current.value is not None:
            message.current_value = value if kpi.current is kpi.value else rounded(kpi.current.value, shown)
        if kpi.previous.value is not None:
            message.previous_value = rounded(kpi.previous.value, shown)
        if choice.metric is not None and choice.metric.is_distinct:
            message.relative_error = rounded(cube.customers.relative_error(found.asked.customers) * 100)


def _state(message: pb.Kpi | pb.GetSummaryResponse, days: Compared, cube: Cube) -> None:
    """What an answer says about the days that a change compares."""
    message.basis = days.basis
    if days.current.length:
        convert.set_range(message.current_range, days.current)
    convert.set_range(message.compared_range, days.base)
    message.current_is_partial = days.current_is_partial
    message.base_is_partial = days.base_is_partial
    message.notes.extend(notes.on_change(days, cube))


def _columns(running: Ints) -> list[list[float]]:
    """The measures step by step, as floats: a message takes whole numbers for its doubles five times slower."""
    return (running[1:] - running[:-1]).T.astype(np.float64).tolist()  # type: ignore[no-any-return]


def _sparkline(metric: Metric, columns: list[list[float]]) -> list[float]:
    """A KPI step by step; empty where it is undefined in any of them."""
    steps = metric.steps(columns)
    return steps if metric.additive else [rounded(step, metric.shown) for step in steps]


def _summary(view: View, found: Sides, days: Days, top: int = 0, order: str = "") -> pb.GetSummaryResponse:
    cube, chosen, *_ = view
    asked, now = found.asked, found.asked.totals
    aov = cube.model.metrics["average_order_value"].of(now)
    conversion = cube.model.metrics["conversion_rate"].of(now, asked.traffic_is_complete)
    categories = _performance(view, days, found.days, CATEGORY, top)
    regions = _performance(view, days, found.days, REGION, top)
    growth = found.growth
    answer = pb.GetSummaryResponse(
        total_revenue=cube.model.in_units(now.revenue_minor),
        growth_rate=rounded(asked.growth.value),
        growth_rate_reason=asked.growth.reason,
        growth_current_range=convert.date_range(growth.current) if growth.current.length else None,
        growth_compared_range=convert.date_range(growth.base),
        growth_base_is_partial=growth.base_is_partial,
        average_order_value=rounded(aov.value, cube.model.money_decimals),
        average_order_value_reason=aov.reason,
        orders=now.orders,
        units=now.units,
        customers=asked.customers,
        conversion_rate=rounded(conversion.value),
        conversion_rate_reason=conversion.reason,
        top_category=categories[0].name if now.rows and categories else None,
        top_region=regions[0].name if now.rows and regions else None,
        regional_performance=_ordered(regions, order),
        category_performance=_ordered(categories, order),
        best_day=_best_day(cube, chosen, days) if now.rows else None,
        time_range=convert.time_range(cube, days, now.rows > 0),
        data_range=None if now.rows else convert.selection_range(cube, chosen),
    )
    _state(answer, found.days, cube)
    answer.notes.extend(f"growth_rate: {note}" for note in notes.on_change(growth, cube) if note not in answer.notes)
    return answer


def _performance(
    view: View, days: Days, compared: Compared, dimension: Dimension, top: int
) -> list[pb.SegmentPerformance]:
    """Every part of the selection by one dimension, or so many and the others as one; best first."""
    model, spans = view.cube.model, [days, compared.current, compared.base]
    metrics = [model.metrics["revenue"]]
    if top:
        groups = query_groups.top_of(view, [dimension], days, spans, metrics, top)
    else:
        groups = query_groups.of(view, [dimension], spans, metrics)
    parts = [[Totals(*row) for row in side.T.tolist()] for side in groups.sums]
    shares = figures.shares([part.revenue_minor for part in parts[0]])
    answer = []
    for (name,), share, asked, now, then in zip(groups.names, shares.percent, *parts, strict=True):
        revenue, current, previous = (model.in_units(side.revenue_minor) for side in (asked, now, then))
        moved = figures.change(figures.Ratio(current), figures.Ratio(previous), has_base=then.rows > 0)
        if not compared.current.length:
            moved = NO_CHANGE
        answer.append(
            pb.SegmentPerformance(
                name=name,
                revenue=revenue,
                orders=asked.orders,
                units=asked.units,
                share=rounded(share),
                share_reason=shares.reason if share is None else "",
                share_basis="" if share is None else shares.basis,
                current_revenue=current,
                previous_revenue=previous,
                change=rounded(moved.percent),
                change_reason=moved.reason,
                trend=moved.trend,
            )
        )
    if groups.others:
        answer[-1].other_groups = groups.others
    return sorted(answer, key=lambda part: (part.other_groups, -part.revenue))  # equal ones stay in order of name


def _ordered(parts: list[pb.SegmentPerformance], order: str) -> list[pb.SegmentPerformance]:
    return ordered(parts, order, ORDERS, field, lambda part: part.other_groups > 0)


def _best_day(cube: Cube, chosen: Selection, days: Days) -> pb.DayRevenue:
    """Of the days with rows: one without is no better than a day of refunds."""
    daily = cube.daily(chosen, days.start, days.end)
    with_rows = np.flatnonzero(daily[:, ROWS])
    best = int(with_rows[daily[with_rows, REVENUE].argmax()])
    return pb.DayRevenue(date=convert.iso(days.start + best), revenue=cube.model.in_units(float(daily[best, REVENUE])))
