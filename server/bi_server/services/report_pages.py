"""Gathers what the pages of a dashboard are made of, from the other services and one snapshot."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from google.protobuf.message import Message

from bi.v1 import ai_pb2, analytics_pb2, common_pb2, dashboard_pb2, data_pb2
from bi_server.analysis import calendar_steps, periods
from bi_server.analysis.periods import Days
from bi_server.answers import convert, forecast, ranges
from bi_server.errors import InsufficientHistory
from bi_server.reports.about import About
from bi_server.reports.pages import Screen
from bi_server.services.ai import AiService
from bi_server.services.analytics import AnalyticsService
from bi_server.services.dashboard import DashboardService
from bi_server.services.data import DataService
from bi_server.store.cube import Cube

Answer = TypeVar("Answer", bound=Message)
FILTERS = ("category", "region", "filter")
LEAST_AHEAD, MOST_AHEAD = 3, 30  # steps; a third of those behind


class Services(NamedTuple):
    """Those that are asked."""

    dashboard: DashboardService
    analytics: AnalyticsService
    ai: AiService
    data: DataService


async def gathered(services: Services, request: dashboard_pb2.GetDashboardRequest, cube: Cube, about: About) -> Screen:
    """The answers to one question. Raises as GetDashboard does; what cannot be told besides is `missing`."""
    days = ranges.days(request, cube)
    granularity = calendar_steps.parse_granularity(request.granularity.strip() or "auto", days, cube.model.calendar)
    asked = dashboard_pb2.GetDashboardRequest()
    asked.CopyFrom(request)
    asked.granularity, asked.group_by[:] = granularity, ["none"]
    answer = await services.dashboard.GetDashboard(asked, cube)
    metadata = services.data.GetMetadata(data_pb2.GetMetadataRequest(), cube)
    metrics = {metric.id: metric for metric in metadata.metrics}
    metric = metrics[cube.model.check(request.metric).id]
    missing: list[str] = []

    async def told(what: str, question: Awaitable[Answer]) -> Answer | None:
        try:
            return await question
        except InsufficientHistory as error:
            missing.append(f"{what}: {error.message}.")
            return None

    async def nothing(why: str = "") -> None:
        if why:
            missing.append(why)

    summary = answer.summary
    ranged: dict[str, Any] = {"start_date": convert.iso(days.start), "end_date": convert.iso(days.end)} | _filters(
        request
    )
    foretold = metric.id in cube.model.forecast
    ahead = _ahead(days, granularity, cube)
    compared, outlook, anomalies, comparison, insights = await asyncio.gather(
        _series_before(services.dashboard, asked, summary.compared_range, cube),
        told(
            "No outlook",
            services.analytics.GetForecast(
                analytics_pb2.GetForecastRequest(
                    periods=ahead, metric=metric.id, granularity=granularity, **_filters(request)
                ),
                cube,
            ),
        )
        if foretold and ahead
        else nothing(_why_no_outlook(metric.title, foretold, cube)),
        told(
            "No unusual days",
            services.ai.DetectAnomalies(ai_pb2.DetectAnomaliesRequest(metric=metric.id, **ranged), cube),
        )
        if foretold
        else nothing(f"Unusual days of {metric.title} are not looked for."),
        services.analytics.ComparePeriods(_sides(summary, request), cube)
        if summary.current_range.start_date
        else nothing("No drivers: no day of the range is complete, so there is nothing to compare."),
        told("No insights", services.ai.GetInsights(ai_pb2.GetInsightsRequest(**ranged), cube)),
    )
    if comparison is not None and not comparison.previous.time_range.has_data:
        comparison = None
        missing.append("No drivers: the range to compare with has no data.")
    return Screen(
        about=replace(about, notes=tuple(summary.notes)),
        kpis=list(answer.kpis),
        summary=summary,
        metric=metric,
        metrics=metrics,
        granularity=granularity,
        points=list(answer.chart_data),
        compared=list(compared),
        last_day=convert.iso(cube.last_complete_day) if cube.last_complete_day else "",
        forecast=outlook,
        anomalies=anomalies,
        comparison=comparison,
        insights=insights,
        missing=missing,
    )


def _filters(request: dashboard_pb2.GetDashboardRequest) -> dict[str, Any]:
    return {name: list(getattr(request, name)) for name in FILTERS}


def _ahead(days: Days, granularity: periods.Granularity, cube: Cube) -> int:
    """Steps of the outlook; none where the range does not lead up to now."""
    if not days.start <= cube.last_complete_day <= days.end:
        return 0
    behind = calendar_steps.count_steps(days, granularity, cube.model.calendar)
    return min(max(behind // 3, LEAST_AHEAD), MOST_AHEAD, forecast.LONGEST[granularity])


def _why_no_outlook(title: str, foretold: bool, cube: Cube) -> str:
    if not foretold:
        return f"No outlook: {title} is not forecast."
    last = date.fromordinal(cube.last_complete_day).isoformat() if cube.last_complete_day else "nowhere"
    return (
        f"No outlook: it begins behind the last complete day, {last}, and the range does not reach it, or begins later."
    )


async def _series_before(
    dashboard: DashboardService, asked: dashboard_pb2.GetDashboardRequest, before: common_pb2.DateRange, cube: Cube
) -> list[dashboard_pb2.ChartPoint]:
    """The same series of the range compared with."""
    if not before.start_date:
        return []
    question = dashboard_pb2.GetChartDataRequest(
        start_date=before.start_date,
        end_date=before.end_date,
        metric=asked.metric,
        granularity=asked.granularity,
        group_by=["none"],
        **_filters(asked),
    )
    return list((await dashboard.GetChartData(question, cube)).chart_data)


def _sides(
    summary: dashboard_pb2.GetSummaryResponse, request: dashboard_pb2.GetDashboardRequest
) -> analytics_pb2.ComparePeriodsRequest:
    return analytics_pb2.ComparePeriodsRequest(
        current_start=summary.current_range.start_date,
        current_end=summary.current_range.end_date,
        previous_start=summary.compared_range.start_date,
        previous_end=summary.compared_range.end_date,
        **_filters(request),
    )
