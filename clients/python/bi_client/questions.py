"""Questions without message classes: what is asked is a range in words and a few keywords.

Everywhere `range` is a range in words (`"mtd"`, `"last_30_days"`, `"ytd"`, `"all"`) or first and last day as a pair of
dates or `YYYY-MM-DD`; `compare` is `"previous"`, `"previous_year"`, `"previous_year_weekday"` or such a pair; and
`filters` maps dimensions to a name or several, `{"channel": "Online", "-region": ["North", "East"]}`, where a dimension
with `-` before it is all but those.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from google.protobuf.message import Message

from bi.v1 import ai_pb2, analytics_pb2, dashboard_pb2, data_pb2

A = TypeVar("A", bound=Message)
Day: TypeAlias = date | str
Range: TypeAlias = str | tuple[Day, Day]
Names: TypeAlias = str | Iterable[str]
Filters: TypeAlias = Mapping[str, Names]


@dataclass(frozen=True)
class Question(Generic[A]):
    """A request, the RPC that takes it, and which messages of its answer are the rows of a table."""

    method: str
    request: Message
    answer: type[A]
    rows: Callable[[A], Iterable[Message]]


def kpis(
    range: Range = "last_30_days", *, compare: Range = "", filters: Filters | None = None, as_of: Day = ""
) -> Question[dashboard_pb2.GetKpisResponse]:
    """The headline figures with their change; a row each."""
    request = dashboard_pb2.GetKpisRequest(
        **_range(range), **_compare(compare), as_of=_day(as_of), filter=_filter(filters)
    )
    return Question("DashboardService/GetKpis", request, dashboard_pb2.GetKpisResponse, lambda answer: answer.kpis)


def chart(
    range: Range = "last_30_days",
    *,
    metric: str = "",
    granularity: str = "",
    group_by: Names = "none",
    top: int | None = None,
    filters: Filters | None = None,
    as_of: Day = "",
) -> Question[dashboard_pb2.GetChartDataResponse]:
    """A metric over time (default revenue), split by dimensions; a row for each step of each part.

    `top` parts alone, and all others as one called `Other`; default all, of a wide dimension 10.
    """
    request = dashboard_pb2.GetChartDataRequest(
        **_range(range),
        metric=metric,
        granularity=granularity,
        group_by=_names(group_by),
        top=top,
        filter=_filter(filters),
        as_of=_day(as_of),
    )
    method, answer = "DashboardService/GetChartData", dashboard_pb2.GetChartDataResponse
    return Question(method, request, answer, lambda answer: answer.chart_data)


def query(
    range: Range = "last_30_days",
    *,
    metric: Names = "revenue",
    group_by: Names = (),
    granularity: str = "",
    top: int | None = None,
    compare: Range = "",
    order: str = "",
    limit: int | None = None,
    filters: Filters | None = None,
    as_of: Day = "",
) -> Question[data_pb2.QueryResponse]:
    """Any metrics by any dimensions and steps of time; `df()` has a column for each."""
    request = data_pb2.QueryRequest(
        **_range(range),
        **_compare(compare),
        metric=_names(metric),
        group_by=_names(group_by),
        granularity=granularity,
        top=top,
        order=order,
        limit=limit,
        filter=_filter(filters),
        as_of=_day(as_of),
    )
    return Question("DataService/Query", request, data_pb2.QueryResponse, lambda answer: answer.rows)


def forecast(
    periods: int | None = None,
    *,
    metric: str = "",
    granularity: str = "",
    group_by: str = "",
    filters: Filters | None = None,
) -> Question[analytics_pb2.GetForecastResponse]:
    """What is to be expected, so many steps ahead (default 30), with intervals; a row a step."""
    request = analytics_pb2.GetForecastRequest(
        periods=periods, metric=metric, granularity=granularity, group_by=group_by, filter=_filter(filters)
    )
    method, answer = "AnalyticsService/GetForecast", analytics_pb2.GetForecastResponse
    return Question(method, request, answer, lambda answer: answer.forecast)


def comparison(
    current: tuple[Day, Day], previous: tuple[Day, Day], *, filters: Filters | None = None
) -> Question[analytics_pb2.ComparePeriodsResponse]:
    """Two ranges side by side, and what drove the change of revenue; a row a metric."""
    request = analytics_pb2.ComparePeriodsRequest(
        current_start=_day(current[0]),
        current_end=_day(current[1]),
        previous_start=_day(previous[0]),
        previous_end=_day(previous[1]),
        filter=_filter(filters),
    )
    method, answer = "AnalyticsService/ComparePeriods", analytics_pb2.ComparePeriodsResponse
    return Question(method, request, answer, lambda answer: answer.changes)


def trends(
    period: str = "", *, metric: str = "", filters: Filters | None = None
) -> Question[analytics_pb2.GetTrendsResponse]:
    """Direction, season and breaks of a metric over `30d`, `12w` and the like; a row a point of the trend."""
    request = analytics_pb2.GetTrendsRequest(period=period, metric=metric, filter=_filter(filters))
    method, answer = "AnalyticsService/GetTrends", analytics_pb2.GetTrendsResponse
    return Question(method, request, answer, lambda answer: answer.points)


def insights(
    range: Range = "last_30_days", *, limit: int | None = None, filters: Filters | None = None, as_of: Day = ""
) -> Question[ai_pb2.GetInsightsResponse]:
    """Claims in words, the most important first; a row each."""
    request = ai_pb2.GetInsightsRequest(**_range(range), limit=limit, filter=_filter(filters), as_of=_day(as_of))
    return Question("AiService/GetInsights", request, ai_pb2.GetInsightsResponse, lambda answer: answer.insights)


def anomalies(
    range: Range = "last_30_days",
    *,
    metric: str = "",
    sensitivity: float | None = None,
    filters: Filters | None = None,
    as_of: Day = "",
) -> Question[ai_pb2.DetectAnomaliesResponse]:
    """Days that fell out of what was to be expected; a row each."""
    request = ai_pb2.DetectAnomaliesRequest(
        **_range(range), metric=metric, sensitivity=sensitivity, filter=_filter(filters), as_of=_day(as_of)
    )
    method, answer = "AiService/DetectAnomalies", ai_pb2.DetectAnomaliesResponse
    return Question(method, request, answer, lambda answer: answer.anomalies)


def rows(
    range: Range = "last_30_days",
    *,
    page_size: int | None = None,
    page_token: str = "",
    filters: Filters | None = None,
    as_of: Day = "",
) -> Question[data_pb2.ListRowsResponse]:
    """A page of the rows of sales behind a figure; `message.next_page_token` is for the next one."""
    request = data_pb2.ListRowsRequest(
        **_range(range), page_size=page_size, page_token=page_token, filter=_filter(filters), as_of=_day(as_of)
    )
    return Question("DataService/ListRows", request, data_pb2.ListRowsResponse, lambda answer: answer.rows)


def metadata() -> Question[data_pb2.GetMetadataResponse]:
    """Metrics, dimensions, words for ranges, version of the data; a row a metric."""
    request = data_pb2.GetMetadataRequest()
    return Question("DataService/GetMetadata", request, data_pb2.GetMetadataResponse, lambda answer: answer.metrics)


def imports() -> Question[data_pb2.ListImportsResponse]:
    """The imports so far, the newest first; a row each."""
    request = data_pb2.ListImportsRequest()
    return Question("ImportService/ListImports", request, data_pb2.ListImportsResponse, lambda answer: answer.imports)


def undo_import(import_id: int) -> Question[data_pb2.UndoImportResponse]:
    """Takes an import back; a row for each import that lost rows by it."""
    request, answer = data_pb2.UndoImportRequest(import_id=import_id), data_pb2.UndoImportResponse
    return Question("ImportService/UndoImport", request, answer, lambda answer: answer.taken_along)


def _range(given: Range) -> dict[str, str]:
    if isinstance(given, str):
        return {"range": given}
    start, end = given
    return {"start_date": _day(start), "end_date": _day(end)}


def _compare(given: Range) -> dict[str, str]:
    if isinstance(given, str):
        return {"compare": given}
    start, end = given
    return {"compare_start": _day(start), "compare_end": _day(end)}


def _day(given: Day) -> str:
    return given if isinstance(given, str) else f"{given:%Y-%m-%d}"


def _names(given: Names) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


def _filter(given: Filters | None) -> list[str]:
    """As the API writes them: `channel:Online`, names with a comma in quotes."""
    return [f"{dimension}:{_quoted(name)}" for dimension, names in (given or {}).items() for name in _names(names)]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"' if '"' in name or "," in name else name
