"""AnalyticsService: trends, forecasts and comparisons, computed off the event loop."""

from google.protobuf.message import Message

from bi.v1 import analytics_pb2 as pb
from bi_server.answers import comparison, forecast, trends
from bi_server.answers.holiday_calendar import Holidays
from bi_server.answers.notes import WITHOUT_ROWS
from bi_server.store.cube import Cube
from bi_server.workers import WorkersByCost


class AnalyticsService:
    """Answers of one snapshot each."""

    def __init__(self, workers: WorkersByCost, holidays: Holidays) -> None:
        self._workers = workers.analyses
        self._holidays = holidays

    async def GetTrends(self, request: pb.GetTrendsRequest, cube: Cube) -> pb.GetTrendsResponse:
        return await self._workers.run(trends.describe, request, cube, self._holidays)

    async def GetForecast(self, request: pb.GetForecastRequest, cube: Cube) -> pb.GetForecastResponse:
        return await self._workers.run(forecast.predict, request, cube, self._holidays)

    async def ComparePeriods(self, request: pb.ComparePeriodsRequest, cube: Cube) -> pb.ComparePeriodsResponse:
        return await self._workers.run(comparison.compare, request, cube)


def is_final(answer: Message) -> bool:
    """Whether an answer may be kept: one without a look at the rows may come out better the next time."""
    return not (isinstance(answer, pb.ComparePeriodsResponse) and WITHOUT_ROWS in answer.notes)
