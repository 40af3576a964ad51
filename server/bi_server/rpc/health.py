"""Keeps an eye on the database, and grpc.health.v1 true: a process that cannot answer says so, and is left."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

from bi_server.errors import StoreUnavailable
from bi_server.store.store import Store

LOOK_SECONDS = 1.0  # between two looks: how late at the latest a database that went away, or came back, is noticed
MOST_WATCHERS = 1000  # of one process; anyone may watch, and each holds a stream

Status = health_pb2.HealthCheckResponse
Context = grpc.aio.ServicerContext[Any, Any]


class HealthServicer(health_pb2_grpc.HealthServicer):
    """grpc.health.v1. grpcio-health-checking's own holds a lock while it writes: a watcher that reads nothing would
    keep every status as it was."""

    def __init__(self, statuses: Mapping[str, Any]) -> None:
        self._statuses, self._watchers = statuses, 0

    async def Check(self, request: health_pb2.HealthCheckRequest, context: Context) -> Status:  # noqa: N802 - grpc's name
        status = self._statuses.get(request.service)
        if status is None:
            await context.abort(grpc.StatusCode.NOT_FOUND, f"there is no service {request.service!r}")
        return Status(status=status)

    async def Watch(self, request: health_pb2.HealthCheckRequest, context: Context) -> None:  # noqa: N802
        if self._watchers >= MOST_WATCHERS:
            await context.abort(grpc.StatusCode.RESOURCE_EXHAUSTED, f"{MOST_WATCHERS} watch already; ask Check")
        self._watchers += 1
        told = None
        try:
            while True:
                status = self._statuses.get(request.service, Status.SERVICE_UNKNOWN)
                if status != told:
                    told = status
                    await context.write(Status(status=status))
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            self._watchers -= 1


class Health:
    """`services` answer as long as the store does; what is in `always` needs no data."""

    def __init__(self, store: Store, services: Sequence[str], always: Sequence[str] = ()) -> None:
        self._statuses = dict.fromkeys(["", *services], Status.NOT_SERVING) | dict.fromkeys(always, Status.SERVING)
        self.servicer = HealthServicer(self._statuses)
        self._store = store
        self._services = services

    async def begin(self) -> None:
        """The first look, which reads the store."""
        await self._look()

    async def keep(self) -> None:
        """Looks again and again, until it is cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self._look()

    async def _look(self) -> None:
        with suppress(StoreUnavailable):
            await self._store.refreshed()
        status = Status.SERVING if self._store.answers else Status.NOT_SERVING
        self._statuses.update(dict.fromkeys(self._services, status))
