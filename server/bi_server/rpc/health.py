"""Keeps an eye on the database, and grpc.health.v1 true: a process that cannot answer says so, and is left."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from grpc_health.v1 import health, health_pb2

from bi_server.errors import StoreUnavailable
from bi_server.store.store import Store

LOOK_SECONDS = 1.0  # between two looks: how late at the latest a database that went away, or came back, is noticed

Status = health_pb2.HealthCheckResponse


class Health:
    """`services` answer as long as the store does; what is in `always` needs no data."""

    def __init__(self, store: Store, services: Sequence[str], always: Sequence[str] = ()) -> None:
        self.servicer = health.aio.HealthServicer()
        self._store = store
        self._services = services
        self._always = always
        self._told: bool | None = None

    async def begin(self) -> None:
        """The first look, which reads the store."""
        for name in self._always:
            await self.servicer.set(name, Status.SERVING)
        await self._look()

    async def keep(self) -> None:
        """Looks again and again, until it is cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self._look()

    async def _look(self) -> None:
        with suppress(StoreUnavailable):
            await self._store.refreshed()
        answers = self._store.answers
        if answers is not self._told:
            self._told = answers
            for name in self._services:
                await self.servicer.set(name, Status.SERVING if answers else Status.NOT_SERVING)
