"""DashboardService: KPIs, chart data, summary, and all of them for a whole screen."""

import numpy as np
from google.protobuf.message import Message

from bi.v1 import dashboard_pb2 as pb
from bi_server.analysis import metrics, periods
from bi_server.analysis.kpis import compute_kpis
from bi_server.analysis.metrics import Totals
from bi_server.analysis.periods import Days
from bi_server.rpc import chart, convert, kpi_history, requests, sums
from bi_server.rpc.convert import rounded
from bi_server.rpc.workers import WorkersByCost
from bi_server.store.cube import CENTS, ROWS, Cube, Ints, Selection
from bi_server.store.store import Store

SPARKLINE_STEPS = 31  # a month by day


class DashboardService:
    """Answers of one snapshot each."""

    def __init__(self, workers: WorkersByCost, store: Store) -> None:
        self._workers = workers.charts
        self._store = store

    def GetKpis(self, request: pb.GetKpisRequest, cube: Cube) -> pb.GetKpisResponse:
        days = periods.parse_range("start_date", request.start_date, "end_date", request.end_date)
        chosen = requests.selection(cube, request.category, request.region)
        answer = pb.GetKpisResponse()
        _add_kpis(answer, cube, chosen, days)
        return answer

    async def GetChartData(self, request: pb.GetChartDataRequest, cube: Cube) -> pb.GetChartDataResponse:
        return await self._workers.run(_chart_data, request, cube)

    def GetSummary(self, request: pb.GetSummaryRequest, cube: Cube) -> pb.GetSummaryResponse:
        days = periods.parse_range("start_date", request.start_date, "end_date", request.end_date)
        return _summary(cube, requests.selection(cube, request.category, request.region), days)

    async def GetKpiHistory(self, request: pb.GetKpiHistoryRequest, cube: Cube) -> pb.GetKpiHistoryResponse:
        return await self._workers.run(kpi_history.read, request, cube, self._store)

    async def GetDashboard(self, request: pb.GetDashboardRequest, cube: Cube) -> pb.GetDashboardResponse:
        return await self._workers.run(_dashboard, request, cube)


def is_final(answer: Message) -> bool:
    """Whether an answer follows from the data alone; history is of the last snapshot, which may come later."""
    return not isinstance(answer, pb.GetKpiHistoryResponse)


def _chart_data(request: pb.GetChartDataRequest, cube: Cube) -> pb.GetChartDataResponse:
    answer = pb.GetChartDataResponse()
    chart.add_points(answer, cube, chart.chart(request, cube))
    return answer


def _dashboard(request: pb.GetDashboardRequest, cube: Cube) -> pb.GetDashboardResponse:
    days = periods.parse_range("start_date", request.start_date, "end_date", request.end_date)
    chosen = requests.selection(cube, request.category, request.region)
    points = chart.chart(request, cube)
    answer = pb.GetDashboardResponse()
    _add_kpis(answer, cube, chosen, days)
    chart.add_points(answer, cube, points)
    answer.summary.CopyFrom(_summary(cube, chosen, days))
    answer.time_range.CopyFrom(answer.summary.time_range)
    return answer


def _add_kpis(answer: pb.GetKpisResponse | pb.GetDashboardResponse, cube: Cube, chosen: Selection, days: Days) -> None:
    """Adds every KPI in its place: a message built apart would be copied."""
    current, previous, before, basis = sums.sides(cube, chosen, days)
    step = periods.finest(days, SPARKLINE_STEPS)
    sparklines = _sparklines(cube.view(chosen)[cube.positions(periods.step_bounds(days, step))])
    empty_range = None if current.totals.rows else convert.data_range(cube)
    compared, is_partial = convert.date_range(before), before.start < cube.first_day <= before.end
    for kpi in compute_kpis(current, previous):
        # Field by field: a constructor with sixteen arguments takes three times as long.
        message = answer.kpis.add()
        message.id, message.title, message.format = kpi.id, kpi.title, kpi.format
        message.trend = kpi.change.trend
        message.change_unit = "percentage_points" if kpi.format == "percentage" else "percent"
        message.basis = basis
        message.compared_range.CopyFrom(compared)
        message.base_is_partial = is_partial
        message.sparkline_granularity = step
        if kpi.value.value is None:
            message.value_reason = kpi.value.reason
        else:
            message.value = rounded(kpi.value.value)
            message.sparkline.extend(sparklines.get(kpi.id, ()))
        if kpi.change.percent is None:
            message.change_reason = kpi.change.reason
        else:
            message.change = rounded(kpi.change.percent)
        if kpi.previous.value is not None:
            message.previous_value = rounded(kpi.previous.value)
        if kpi.id == "customers":
            message.relative_error = rounded(cube.customers.relative_error(current.customers) * 100)
        if empty_range is not None:
            message.data_range.CopyFrom(empty_range)


def _sparklines(running: Ints) -> dict[str, list[float]]:
    """The KPIs that follow from the sums of a step, step by step; empty where one is undefined in any of them."""
    # As floats: a message takes whole numbers for its doubles five times slower.
    cents, units, orders, _rows, visits = (running[1:] - running[:-1]).T.astype(np.float64).tolist()
    return {
        "total_revenue": [c / 100 for c in cents],
        "orders": orders,
        "units": units,
        "average_order_value": list(map(_rounded_aov, cents, orders)) if all(orders) else [],
        "conversion_rate": list(map(_rounded_rate, orders, visits)) if all(visits) else [],
    }


def _rounded_aov(cents: float, orders: float) -> float:
    return rounded(metrics.revenue_per_order(cents, orders))


def _rounded_rate(orders: float, visits: float) -> float:
    return rounded(metrics.orders_per_visit(orders, visits))


def _summary(cube: Cube, chosen: Selection, days: Days) -> pb.GetSummaryResponse:
    current, _previous, before, basis = sums.sides(cube, chosen, days)
    now = current.totals
    aov = metrics.average_order_value(now)
    conversion = metrics.conversion_rate(now, current.traffic_is_complete)
    categories = _performance(cube, chosen, days, before, by_category=True)
    regions = _performance(cube, chosen, days, before, by_category=False)
    return pb.GetSummaryResponse(
        total_revenue=now.revenue,
        growth_rate=rounded(current.growth.value),
        growth_rate_reason=current.growth.reason,
        average_order_value=rounded(aov.value),
        average_order_value_reason=aov.reason,
        orders=now.orders,
        units=now.units,
        customers=current.customers,
        conversion_rate=rounded(conversion.value),
        conversion_rate_reason=conversion.reason,
        top_category=categories[0].name if now.rows and categories else None,
        top_region=regions[0].name if now.rows and regions else None,
        regional_performance=regions,
        category_performance=categories,
        best_day=_best_day(cube, chosen, days) if now.rows else None,
        time_range=convert.time_range(cube, days, now.rows > 0),
        basis=basis,
        compared_range=convert.date_range(before),
        base_is_partial=before.start < cube.first_day <= before.end,
    )


def _performance(
    cube: Cube, chosen: Selection, days: Days, before: Days, *, by_category: bool
) -> list[pb.SegmentPerformance]:
    """Every category or region of the selection, best first."""
    groups = cube.groups(chosen, by_category, not by_category)
    parts = [
        [Totals(*row) for row in cube.grouped(chosen, groups, [span.start, span.end + 1])[0].T.tolist()]
        for span in (days, before)
    ]
    shares, reason = metrics.shares([float(t.revenue_cents) for t in parts[0]])
    answer = []
    for i, (group, now, then) in enumerate(zip(groups, *parts, strict=True)):
        moved = metrics.change(metrics.Ratio(now.revenue), metrics.Ratio(then.revenue), has_base=then.rows > 0)
        position = group.category if by_category else group.region
        names = cube.categories if by_category else cube.regions
        answer.append(
            pb.SegmentPerformance(
                name=names[position or 0],
                revenue=now.revenue,
                orders=now.orders,
                units=now.units,
                share=rounded(shares[i]) if shares else None,
                share_reason=reason,
                change=rounded(moved.percent),
                change_reason=moved.reason,
                trend=moved.trend,
            )
        )
    return sorted(answer, key=lambda part: -part.revenue)  # stable: equal ones stay in order of name


def _best_day(cube: Cube, chosen: Selection, days: Days) -> pb.DayRevenue:
    """Of the days with rows: one without is no better than a day of refunds."""
    daily = cube.daily(chosen, days.start, days.end)
    with_rows = np.flatnonzero(daily[:, ROWS])
    best = int(with_rows[daily[with_rows, CENTS].argmax()])
    return pb.DayRevenue(date=convert.iso(days.start + best), revenue=float(daily[best, CENTS]) / 100)
