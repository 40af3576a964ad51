"""ReportService: the answers of the other services as files, all of one snapshot."""

import inspect
from collections.abc import Awaitable, Sequence
from typing import Any, NamedTuple, TypeVar

from google.api.httpbody_pb2 import HttpBody

from bi.v1 import analytics_pb2, dashboard_pb2, data_pb2, report_pb2
from bi_server.answers import filters, report_about
from bi_server.answers.query import MAX_LIMIT
from bi_server.answers.report_about import Question, days_of, file_name
from bi_server.errors import InvalidInput
from bi_server.reports import answers, csv_file, pages, workbook
from bi_server.reports.about import About
from bi_server.reports.pages import Screen
from bi_server.reports.series import Lines, lines_of
from bi_server.reports.tables import Kind, Table
from bi_server.reports.workbook import Workbook
from bi_server.services import report_rows
from bi_server.services.report_pages import Services, gathered
from bi_server.services.report_rows import Download, download
from bi_server.store.cube import Cube
from bi_server.workers import WorkersByCost

T = TypeVar("T")
SERVED_WORKBOOK_ROWS = 100_000  # that are written in a few seconds; the command line has the time for more


class File(NamedTuple):
    """A whole file in memory."""

    name: str
    content_type: str
    body: bytes


class ReportService:
    """Asks the other services as anybody does; what they answer is laid out by the workers of analyses."""

    def __init__(
        self,
        workers: WorkersByCost,
        services: Services,
        *,
        business: str,
        with_ids: bool,
        most_workbook_rows: int = SERVED_WORKBOOK_ROWS,
    ) -> None:
        self._charts = workers.charts
        self._analyses = workers.analyses
        self._services = services
        self._dashboard = services.dashboard
        self._analytics = services.analytics
        self._data = services.data
        self._business = business
        self._with_ids = with_ids
        self._most_workbook_rows = most_workbook_rows

    async def ExportDashboardPdf(self, request: dashboard_pb2.GetDashboardRequest, cube: Cube) -> File:
        return await self.pages(await self.screen(request, cube), request, cube)

    async def screen(self, request: dashboard_pb2.GetDashboardRequest, cube: Cube) -> Screen:
        """What the pages are made of."""
        return await gathered(self._services, request, cube, await self._about("Dashboard", request, cube))

    async def pages(self, screen: Screen, request: dashboard_pb2.GetDashboardRequest, cube: Cube) -> File:
        """The PDF of a screen that answers `request`."""
        body = await self._analyses.run(_pdf_body, screen, cube)
        return File(file_name("dashboard", "pdf", days_of(request, cube)), pages.CONTENT_TYPE, body)

    async def ExportDashboardXlsx(self, request: dashboard_pb2.GetDashboardRequest, cube: Cube) -> File:
        answer, metric = await self._dashboard.GetDashboard(request, cube), self._metric(request.metric, cube)
        tables = answers.screen(answer, metric).by_part(answers.SCREEN_PARTS)
        about = await self._about("Dashboard", request, cube, answer.summary.notes)
        return await self._xlsx("dashboard", request, cube, list(tables), about, _chart(answer.chart_data, metric))

    async def ExportDashboardCsv(self, request: dashboard_pb2.GetDashboardRequest, cube: Cube) -> File:
        answer = await self._dashboard.GetDashboard(request, cube)
        return await self._csv("dashboard", request, cube, answers.screen(answer, self._metric(request.metric, cube)))

    async def ExportKpisCsv(self, request: dashboard_pb2.GetKpisRequest, cube: Cube) -> File:
        answer = await _awaited(self._dashboard.GetKpis(request, cube))
        return await self._csv("kpis", request, cube, answers.kpis(answer.kpis))

    async def ExportKpisXlsx(self, request: dashboard_pb2.GetKpisRequest, cube: Cube) -> File:
        answer = await _awaited(self._dashboard.GetKpis(request, cube))
        notes = list(dict.fromkeys(note for kpi in answer.kpis for note in kpi.notes))
        about = await self._about("KPIs", request, cube, notes)
        return await self._xlsx("kpis", request, cube, [answers.kpis(answer.kpis)], about)

    async def ExportChartDataCsv(self, request: dashboard_pb2.GetChartDataRequest, cube: Cube) -> File:
        answer = await self._dashboard.GetChartData(request, cube)
        table = answers.chart_data(answer.chart_data, self._metric(request.metric, cube))
        return await self._csv("chart-data", request, cube, table)

    async def ExportChartDataXlsx(self, request: dashboard_pb2.GetChartDataRequest, cube: Cube) -> File:
        answer, metric = await self._dashboard.GetChartData(request, cube), self._metric(request.metric, cube)
        table, about = answers.chart_data(answer.chart_data, metric), await self._about("Chart data", request, cube)
        return await self._xlsx("chart-data", request, cube, [table], about, _chart(answer.chart_data, metric))

    async def ExportComparisonCsv(self, request: analytics_pb2.ComparePeriodsRequest, cube: Cube) -> File:
        answer = await self._analytics.ComparePeriods(request, cube)
        return await self._csv("comparison", request, cube, answers.comparison(answer))

    async def ExportComparisonXlsx(self, request: analytics_pb2.ComparePeriodsRequest, cube: Cube) -> File:
        answer = await self._analytics.ComparePeriods(request, cube)
        tables = answers.comparison(answer).by_part(answers.COMPARISON_PARTS)
        before = answer.previous.time_range
        notes = [f"Compared with {before.start_date} to {before.end_date}.", *answer.notes]
        about = await self._about("Comparison", request, cube, notes)
        return await self._xlsx("comparison", request, cube, list(tables), about)

    async def ExportQueryCsv(self, request: data_pb2.QueryRequest, cube: Cube) -> File:
        return await self._csv("query", request, cube, answers.query(await self._table(request, cube)))

    async def ExportQueryXlsx(self, request: data_pb2.QueryRequest, cube: Cube) -> File:
        answer = await self._table(request, cube)
        about = await self._about("Query", request, cube, answer.notes)
        return await self._xlsx("query", request, cube, [answers.query(answer)], about)

    async def ExportRowsCsv(self, request: report_pb2.ExportRowsCsvRequest, cube: Cube) -> Download:
        return await download(self._analyses, request, cube, with_ids=self._with_ids)

    async def ExportRowsXlsx(self, request: report_pb2.ExportRowsCsvRequest, cube: Cube) -> File:
        about = await self._about("Rows", request, cube)
        body = await self._analyses.run(
            report_rows.workbook, request, cube, self._with_ids, self._most_workbook_rows, about
        )
        return File(file_name("rows", "xlsx", days_of(request, cube)), workbook.CONTENT_TYPE, body)

    async def _table(self, request: data_pb2.QueryRequest, cube: Cube) -> data_pb2.QueryResponse:
        """The whole table, unless the caller says himself how much of it: a file that was cut tells nobody."""
        if request.HasField("limit"):
            return await self._data.Query(request, cube)
        whole = data_pb2.QueryRequest()
        whole.CopyFrom(request)
        whole.limit = MAX_LIMIT
        answer = await self._data.Query(whole, cube)
        if answer.total_rows > len(answer.rows):
            raise InvalidInput.of(
                "limit",
                f"the table has {answer.total_rows:,} rows, over the {MAX_LIMIT:,} of one file; use a coarser "
                "granularity, `top` or a shorter range, or say with `limit` how many you want",
            )
        return answer

    def _metric(self, name: str, cube: Cube) -> data_pb2.MetricInfo:
        asked = cube.model.check(name).id
        known = self._data.GetMetadata(data_pb2.GetMetadataRequest(), cube).metrics
        return next(metric for metric in known if metric.id == asked)

    async def _about(self, title: str, request: Question, cube: Cube, notes: Sequence[str] = ()) -> About:
        given: dict[str, Any] = {"title": title, "business": self._business, "notes": notes}
        if filters.is_wide(request, cube):
            return await self._charts.run(report_about.about, request, cube, **given)
        return report_about.about(request, cube, **given)

    async def _csv(self, kind: str, request: Question, cube: Cube, table: Table) -> File:
        body = await self._analyses.run(_csv_body, table, cube)
        return File(file_name(kind, "csv", days_of(request, cube)), csv_file.CONTENT_TYPE, body)

    async def _xlsx(
        self, kind: str, request: Question, cube: Cube, tables: list[Table], about: About, chart: "Chart | None" = None
    ) -> File:
        body = await self._analyses.run(_xlsx_body, tables, cube, about, chart)
        return File(file_name(kind, "xlsx", days_of(request, cube)), workbook.CONTENT_TYPE, body)


Chart = tuple[str, Kind, Lines]


def _chart(points: Sequence[dashboard_pb2.ChartPoint], metric: data_pb2.MetricInfo) -> Chart:
    return metric.title, metric.format, lines_of(points, metric.title)  # type: ignore[return-value]


def _csv_body(table: Table, _cube: Cube) -> bytes:
    return csv_file.csv_of(table)


def _xlsx_body(tables: list[Table], _cube: Cube, about: About, chart: Chart | None) -> bytes:
    book = Workbook(about)
    for table in tables:
        book.add(table)
    if chart is not None:
        title, kind, lines = chart
        more = f" (the {len(lines.values)} largest of {len(lines.values) + lines.left_out})" if lines.left_out else ""
        book.add_chart(title + more, kind, lines.steps, lines.values)
    return book.finished()


def _pdf_body(screen: Screen, _cube: Cube) -> bytes:
    return pages.pdf_of(screen)


def sent_as(file: File | Download) -> tuple[HttpBody, tuple[tuple[str, str], ...]]:
    """The message of a file, without what is made while it is sent, and under which name it is to be kept."""
    # Not in `extensions` of the message: Envoy 1.40 gives up on those.
    disposition = f'attachment; filename="{file.name}"'
    body = file.body if isinstance(file, File) else b""
    return HttpBody(content_type=file.content_type, data=body), (("content-disposition", disposition),)


def is_final(_file: File) -> bool:
    """Files are large, and asked for once: the answers that they are made of may be kept, they are not."""
    return False


async def _awaited(answer: Awaitable[T] | T) -> T:
    return await answer if inspect.isawaitable(answer) else answer
