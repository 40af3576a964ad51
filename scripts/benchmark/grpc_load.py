"""Straight gRPC, without Envoy and JSON: calls a second at so many calls at once."""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

import grpc
from google.protobuf.message import Message

from bi.v1 import dashboard_pb2, dashboard_pb2_grpc, system_pb2, system_pb2_grpc


def kpis_per_second(port: int, paths: list[str], calls: int, seconds: float) -> float:
    """GetKpis for the ranges that `paths` of the JSON route name."""
    requests = [
        dashboard_pb2.GetKpisRequest(start_date=query["start_date"][0], end_date=query["end_date"][0])
        for query in (parse_qs(urlsplit(path).query) for path in paths)
    ]
    return asyncio.run(
        _rate(port, lambda c: dashboard_pb2_grpc.DashboardServiceStub(c).GetKpis, requests, calls, seconds)
    )


def nothing_per_second(port: int, calls: int, seconds: float) -> float:
    """An RPC that does nothing."""
    requests = [system_pb2.GetInfoRequest()] * 100_000
    return asyncio.run(_rate(port, lambda c: system_pb2_grpc.SystemServiceStub(c).GetInfo, requests, calls, seconds))


async def _rate(
    port: int, method: Callable[[grpc.aio.Channel], Any], requests: Sequence[Message], calls: int, seconds: float
) -> float:
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        call, rest = method(channel), iter(requests)
        started, done = time.perf_counter(), 0

        async def caller() -> None:
            nonlocal done
            for request in rest:
                await call(request)
                done += 1
                if time.perf_counter() - started > seconds:
                    return

        await asyncio.gather(*(caller() for _ in range(calls)))
        return done / (time.perf_counter() - started)
