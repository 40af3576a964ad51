"""grpc.health.v1 as watchers of it hear it: each change, and no more of them than a process can hold."""

from typing import Any

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from tests.rpc import faults
from tests.rpc.serving import Client, Servers, write
from tests.rpc.test_database_away import SALES

from bi_server.rpc import health

PATIENCE = 60
SERVING, NOT_SERVING = health_pb2.HealthCheckResponse.SERVING, health_pb2.HealthCheckResponse.NOT_SERVING


def watch(client: Client, service: str = "") -> Any:
    stub = health_pb2_grpc.HealthStub(client.channel)
    return stub.Watch(health_pb2.HealthCheckRequest(service=service), timeout=PATIENCE)  # type: ignore[attr-defined]


def test_a_watcher_hears_of_each_change(servers: Servers) -> None:
    url = servers.database()
    write(url, SALES)
    with servers.serving(url, SALES, max_stale_seconds=0) as client:
        watched, unknown = watch(client), watch(client, "bi.v1.NoSuchService")
        assert next(watched).status == SERVING
        assert next(unknown).status == health_pb2.HealthCheckResponse.SERVICE_UNKNOWN
        with faults.removed(url):
            assert next(watched).status == NOT_SERVING
        assert next(watched).status == SERVING
        watched.cancel()
        unknown.cancel()


def test_more_watchers_than_a_process_can_hold_are_sent_to_check(
    servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "MOST_WATCHERS", 2)
    url = servers.database()
    write(url, SALES)
    with servers.serving(url, SALES) as client:
        held = [watch(client), watch(client)]
        assert [next(one).status for one in held] == [SERVING, SERVING]
        with pytest.raises(grpc.RpcError) as refused:
            next(watch(client))
        assert refused.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
        for one in held:
            one.cancel()
