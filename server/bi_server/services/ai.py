"""AiService: insights and anomalies."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from bi.v1 import ai_pb2 as pb
from bi_server.answers import anomalies, insights
from bi_server.answers.holiday_calendar import Holidays
from bi_server.answers.notes import WITHOUT_ROWS
from bi_server.narration import OpenAiNarrator, narrate
from bi_server.store.cube import Cube
from bi_server.workers import WorkersByCost


class AiService:
    """Answers of one snapshot each. `narrator` None: the built-in wording answers; `clock` tells the time."""

    def __init__(
        self,
        workers: WorkersByCost,
        holidays: Holidays,
        narrator: OpenAiNarrator | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._workers = workers.analyses
        self._holidays = holidays
        self._narrator = narrator
        self._clock = clock
        # Answers that a model was asked for, by what became of them.
        self.worded = Counter(dict.fromkeys(("openai", "mixed", "built_in", "failed"), 0))

    async def GetInsights(self, request: pb.GetInsightsRequest, cube: Cube) -> pb.GetInsightsResponse:
        answer, found, scope = await self._workers.run(insights.claims, request, cube, self._holidays)
        narration = await narrate(found, currency=cube.model.currency, narrator=self._narrator)
        if self._narrator is not None:
            self.worded["failed" if narration.reason and narration.source == "built_in" else narration.source] += 1
        insights.fill(answer, found, scope, narration, self._clock().isoformat(timespec="seconds"))
        return answer

    async def DetectAnomalies(self, request: pb.DetectAnomaliesRequest, cube: Cube) -> pb.DetectAnomaliesResponse:
        return await self._workers.run(anomalies.detect, request, cube, self._holidays)


def is_final(answer: pb.GetInsightsResponse | pb.DetectAnomaliesResponse) -> bool:
    """Whether an answer may be kept: without a look at the rows, or by a model that failed, the next may be better."""
    return not (WITHOUT_ROWS in answer.notes or (isinstance(answer, pb.GetInsightsResponse) and answer.source_reason))
