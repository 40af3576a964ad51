"""DashboardService: what is short is answered on the event loop, the rest by threads."""

from collections.abc import Awaitable

from google.protobuf.message import Message

from bi.v1 import dashboard_pb2 as pb
from bi_server.answers import dashboard, filters, kpi_history
from bi_server.store.cube import Cube
from bi_server.store.store import Store
from bi_server.workers import WorkersByCost


class DashboardService:
    """Answers of one snapshot each."""

    def __init__(self, workers: WorkersByCost, store: Store) -> None:
        self._workers = workers.charts
        self._store = store

    def GetKpis(self, request: pb.GetKpisRequest, cube: Cube) -> pb.GetKpisResponse | Awaitable[pb.GetKpisResponse]:
        wide = filters.is_wide(request, cube)
        return self._workers.run(dashboard.kpis, request, cube) if wide else dashboard.kpis(request, cube)

    async def GetChartData(self, request: pb.GetChartDataRequest, cube: Cube) -> pb.GetChartDataResponse:
        return await self._workers.run(dashboard.chart_data, request, cube)

    def GetSummary(
        self, request: pb.GetSummaryRequest, cube: Cube
    ) -> pb.GetSummaryResponse | Awaitable[pb.GetSummaryResponse]:
        wide = filters.is_wide(request, cube)
        return self._workers.run(dashboard.summary, request, cube) if wide else dashboard.summary(request, cube)

    async def GetKpiHistory(self, request: pb.GetKpiHistoryRequest, cube: Cube) -> pb.GetKpiHistoryResponse:
        return await self._workers.run(kpi_history.read, request, cube, self._store)

    async def GetDashboard(self, request: pb.GetDashboardRequest, cube: Cube) -> pb.GetDashboardResponse:
        return await self._workers.run(dashboard.screen, request, cube)


def is_final(answer: Message) -> bool:
    """Whether an answer follows from the data alone; history is of the last snapshot, which may come later."""
    return not isinstance(answer, pb.GetKpiHistoryResponse)
