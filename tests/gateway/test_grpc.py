"""gRPC and gRPC-Web on the port of the JSON routes."""

import base64
import struct

import grpc
import pytest
from google.protobuf.message import Message
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase
from tests.gateway.stack import ORIGIN, Gateway

from bi.v1 import dashboard_pb2, dashboard_pb2_grpc, system_pb2, system_pb2_grpc
from bi_gateway.api import Api

JANUARY = dashboard_pb2.GetKpisRequest(start_date="2024-01-01", end_date="2024-01-31")


def stub(gateway: Gateway) -> dashboard_pb2_grpc.DashboardServiceStub:
    return dashboard_pb2_grpc.DashboardServiceStub(grpc.insecure_channel(f"127.0.0.1:{gateway.http_port}"))


def test_a_native_call_gets_the_typed_answer_that_json_callers_get(gateway: Gateway) -> None:
    answer = stub(gateway).GetKpis(JANUARY, timeout=30)
    printed = gateway.get("/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31").json()
    assert [(kpi.id, kpi.value) for kpi in answer.kpis] == [(kpi["id"], kpi["value"]) for kpi in printed]


def test_a_native_error_has_its_status_and_plain_text(gateway: Gateway) -> None:
    with pytest.raises(grpc.RpcError) as caught:
        stub(gateway).GetKpis(dashboard_pb2.GetKpisRequest(), timeout=30)
    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert "start_date" in str(caught.value.details())


def test_a_dead_server_is_unavailable_in_plain_text(lonely_gateway: Gateway) -> None:
    with pytest.raises(grpc.RpcError) as caught:
        stub(lonely_gateway).GetKpis(JANUARY, timeout=30)
    assert caught.value.code() is grpc.StatusCode.UNAVAILABLE
    assert "{" not in str(caught.value.details())


def test_a_native_deadline_is_kept(hanging_gateway: Gateway) -> None:
    with pytest.raises(grpc.RpcError) as caught:
        stub(hanging_gateway).GetKpis(JANUARY, timeout=0.2)
    assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED


def test_reflection_and_health_pass_through(gateway: Gateway) -> None:
    channel = grpc.insecure_channel(f"127.0.0.1:{gateway.http_port}")
    served = set(ProtoReflectionDescriptorDatabase(channel).get_services())
    assert {*Api.load().services, "grpc.health.v1.Health"} <= served
    check = health_pb2_grpc.HealthStub(channel).Check  # type: ignore[attr-defined]  # its stub file lacks it
    answer = check(health_pb2.HealthCheckRequest(), timeout=30)
    assert answer.status == health_pb2.HealthCheckResponse.SERVING


def framed(message: Message) -> bytes:
    body = message.SerializeToString()
    return struct.pack(">BI", 0, len(body)) + body


def frames(body: bytes) -> list[tuple[int, bytes]]:
    found = []
    while body:
        kind, length = struct.unpack(">BI", body[:5])
        found.append((kind, body[5 : 5 + length]))
        body = body[5 + length :]
    return found


def test_grpc_web_from_a_page(gateway: Gateway) -> None:
    headers = {"origin": ORIGIN, "content-type": "application/grpc-web+proto", "x-grpc-web": "1"}
    path = "/bi.v1.SystemService/GetInfo"
    answer = gateway.client.post(path, content=framed(system_pb2.GetInfoRequest()), headers=headers)
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    (kind, message), (last, trailers) = frames(answer.content)
    assert (kind, last) == (0, 0x80)
    assert system_pb2.GetInfoResponse.FromString(message).message == gateway.get("/").json()["message"]
    assert b"grpc-status:0" in trailers


def test_grpc_web_as_text(gateway: Gateway) -> None:
    headers = {"content-type": "application/grpc-web-text", "accept": "application/grpc-web-text"}
    request = base64.b64encode(framed(dashboard_pb2.GetKpisRequest()))
    answer = gateway.client.post("/bi.v1.DashboardService/GetKpis", content=request, headers=headers)
    [(kind, trailers)] = frames(base64.b64decode(answer.content))
    assert kind == 0x80
    assert b"grpc-status:3" in trailers
    assert b"start_date" in trailers


def test_the_servers_own_port_speaks_grpc_too(gateway: Gateway) -> None:
    with grpc.insecure_channel(f"127.0.0.1:{gateway.grpc_port}") as channel:
        info = system_pb2_grpc.SystemServiceStub(channel).GetInfo(system_pb2.GetInfoRequest(), timeout=30)
    assert info.version == gateway.get("/").json()["version"]
