"""SystemService: who answers, and whether it is well. Reads no data."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from bi.v1 import system_pb2 as pb
from bi_server import __version__


class SystemService:
    """`ping` raises when the store does not answer; `clock` gives the time of an answer."""

    def __init__(
        self, name: str, ping: Callable[[], None], clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._name = name
        self._ping = ping
        self._clock = clock

    def GetInfo(self, _request: pb.GetInfoRequest) -> pb.GetInfoResponse:
        return pb.GetInfoResponse(message=self._name, version=__version__)

    async def GetHealth(self, _request: pb.GetHealthRequest) -> pb.GetHealthResponse:
        await asyncio.to_thread(self._ping)
        return pb.GetHealthResponse(status="healthy", timestamp=self._clock().isoformat(timespec="seconds"))
