"""LiveService: says that the data has changed."""

import re
from collections.abc import AsyncIterator, Mapping

from google.api.httpbody_pb2 import HttpBody

from bi.v1 import live_pb2 as pb
from bi_server.services.changes import Changes

EVENTS = "text/event-stream"
VERSION = re.compile(r"\d{1,10}", re.ASCII)
RETRY_MS = 2000  # a browser that lost the connection comes back so much later
ALIVE = b": nothing new\n\n"


class LiveService:
    """Both ways to listen hear the same. Thousands may, so what waits holds nothing of its request."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def WatchData(
        self, request: pb.WatchDataRequest, _metadata: Mapping[str, str | bytes]
    ) -> AsyncIterator[pb.WatchDataResponse]:
        return _watched(self._changes.versions(request.known_version if request.HasField("known_version") else None))

    def StreamDashboard(
        self, request: pb.StreamDashboardRequest, metadata: Mapping[str, str | bytes]
    ) -> AsyncIterator[HttpBody]:
        known = request.known_version if request.HasField("known_version") else None
        last = str(metadata.get("last-event-id", ""))
        if VERSION.fullmatch(last):  # what is none of our ids knows nothing
            known = int(last)
        return _events(self._changes.versions(known))


async def _watched(versions: AsyncIterator[int | None]) -> AsyncIterator[pb.WatchDataResponse]:
    async for version in versions:
        if version is not None:
            yield pb.WatchDataResponse(data_version=version)


async def _events(versions: AsyncIterator[int | None]) -> AsyncIterator[HttpBody]:
    opening = f"retry: {RETRY_MS}\n\n".encode()
    async for version in versions:
        event = ALIVE if version is None else f'id: {version}\ndata: {{"data_version": {version}}}\n\n'.encode()
        yield HttpBody(content_type=EVENTS, data=opening + event)
        opening = b""
