"""SystemService: who answers, and whether it is well. Reads no data."""

from collections.abc import Callable
from datetime import UTC, datetime

from bi.v1 import system_pb2 as pb
from bi_server import __version__
from bi_server.siblings import Siblings
from bi_server.store.store import Store


class SystemService:
    """`clock` gives the time of an answer."""

    def __init__(
        self,
        name: str,
        store: Store,
        siblings: Siblings | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._name = name
        self._store = store
        self._siblings = siblings
        self._clock = clock

    def GetInfo(self, _request: pb.GetInfoRequest) -> pb.GetInfoResponse:
        return pb.GetInfoResponse(message=self._name, version=__version__)

    def GetLiveness(self, _request: pb.GetLivenessRequest) -> pb.GetLivenessResponse:
        return pb.GetLivenessResponse(status="alive")

    async def GetReadiness(self, _request: pb.GetReadinessRequest) -> pb.GetReadinessResponse:
        if self._store.current() is None:
            await self._store.refreshed()
        return pb.GetReadinessResponse(status="ready")

    async def GetHealth(self, _request: pb.GetHealthRequest) -> pb.GetHealthResponse:
        if self._store.current() is None:
            await self._store.refreshed()
        contact = self._store.contact
        store = pb.Component(name="store", status="healthy", age_seconds=round(contact.age))
        if contact.problem:
            store.status, store.detail = "away", contact.problem
        components = [store] if self._siblings is None else [store, _processes(self._siblings)]
        return pb.GetHealthResponse(
            status="healthy", timestamp=self._clock().isoformat(timespec="seconds"), components=components
        )


def _processes(siblings: Siblings) -> pb.Component:
    silent, count = siblings.silent(), len(siblings.ports)
    if not silent:
        return pb.Component(name="processes", status="healthy", detail=f"{count} of {count} serve")
    names = ", ".join(map(str, silent))
    return pb.Component(
        name="processes",
        status="degraded",
        detail=f"{count - len(silent)} of {count} serve; no sign of life of the one on port {names}",
    )
