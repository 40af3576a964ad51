"""DashboardService: KPIs, chart data, summary, and all of them for a whole screen."""

import numpy as np
from google.protobuf.message import Message

from bi.v1 import dashboard_pb2 as pb
from bi_server.analysis import metrics, periods
from bi_server.analysis.kpis import Kpi, compute_kpis
from bi_server.analysis.metrics import Totals
from bi_server.analysis.periods import Days
from bi_server.rpc import chart, convert, kpi_history, requests, series, sums
from bi_server.rpc.convert import rounded
from bi_server.rpc.workers import Workers
from bi_server.store.cube import CENTS, ROWS, Cube, Ints, Selection
from bi_server.store.store import Store

SPARKLINE_STEPS = 31  # a month by day
SPARKLINES = {
    "total_revenue": "revenue",
    "average_order_value": "average_order_value",
    "conversion_rate": "conversion_rate",
    "orders": "orders",
    "units": "units",
}  # the metric of each KPI that follows from the sums of a step


class DashboardService:
    """Answers of one snapshot each."""

    def __init__(self, workers: Workers, store: Store) -> None:
        self._workers = workers
        self._store = store

    async def GetKpis(self, request: pb.GetKpisRequest, cube: Cube) -> pb.GetKpisResponse:
        days = periods.parse_range("start_date", request.start_date, "end_date", request.end_date)
        chosen = requests.selection(cube, request.category, request.region)
        answer = pb.GetKpisResponse()
        _add_kpis(answer, cube, chosen, days)
        return answer

    async def GetChartData(self, request: pb.GetChartDataRequest, cube: Cube) -> pb.GetChartDataResponse:
        return pb.GetChartDataResponse(chart_data=await self._workers.run(chart.points, request, cube))

    async def GetSummary(self, request: pb.GetSummaryRequest, cube: Cube) -> pb.GetSummaryResponse:
        days = periods.parse_range("start_date", request.start_date, "end_date", request.end_date)
        return _summary(cube, requests.selection(cube, request.category, request.region), days)

    async def GetKpiHistory(self, request: pb.GetKpiHistoryRequest, cube: Cube) -> pb.GetKpiHistoryResponse:
        return await self._workers.run(kpi_history.read, request, cube, self._store)

    async def GetDashboard(self, request: pb.GetDashboardRequest, cube: Cube) -> pb.GetDashboardResponse:
        days = periods.parse_range("start_date", request.start_date, "end_date", request.end_date)
        chosen = requests.selection(cube, request.category, request.region)
        points = await self._workers.run(chart.points, request, cube)
        summary = _summary(cube, chosen, days)
        answer = pb.GetDashboardResponse(chart_data=points, time_range=summary.time_range, summary=summary)
        _add_kpis(answer, cube, chosen, days)
        return answer


def is_final(answer: Message) -> bool:
    """Whether an answer follows from the data alone; history is of the last snapshot, which may come later."""
    return not isinstance(answer, pb.GetKpiHistoryResponse)


def _add_kpis(answer: pb.GetKpisResponse | pb.GetDashboardResponse, cube: Cube, chosen: Selection, days: Days) -> None:
    """Adds every KPI in its place: a message built apart would be copied."""
    current, previous, before, basis = sums.sides(cube, chosen, days)
    step = periods.finest(days, SPARKLINE_STEPS)
    bounds = periods.step_bounds(days, step)
    running = cube.view(chosen)[cube.positions(bounds)]
    spark = running[1:] - running[:-1]
    empty_range = None if current.totals.rows else convert.data_range(cube)
    compared = convert.date_range(before)
    for kpi in compute_kpis(current, previous):
        message = answer.kpis.add(
            id=kpi.id,
            title=kpi.title,
            value=rounded(kpi.value.value),
            change=rounded(kpi.change.percent),
            trend=kpi.change.trend,
            format=kpi.format,
            change_unit="percentage_points" if kpi.format == "percentage" else "percent",
            previous_value=rounded(kpi.previous.value),
            basis=basis,
            compared_range=compared,
            value_reason=kpi.value.reason,
            change_reason=kpi.change.reason,
            sparkline=_sparkline(kpi, spark),
            sparkline_granularity=step,
            data_range=empty_range,
        )
        if kpi.id == "customers":
            message.relative_error = rounded(cube.customers.relative_error(current.customers) * 100) or 0.0


def _sparkline(kpi: Kpi, spark: Ints) -> list[float]:
    """The KPI in steps; nothing where it is no function of a step's sums, or undefined in one of them."""
    metric = SPARKLINES.get(kpi.id)
    if metric is None or kpi.value.value is None:
        return []
    values = series.values(metric, spark)
    if metric in series.ADDITIVE:  # whole numbers and whole cents: nothing to round, and never undefined
        whole: list[float] = values.tolist()
        return whole
    return [] if np.isnan(values).any() else [rounded(v) for v in values.tolist()]


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
