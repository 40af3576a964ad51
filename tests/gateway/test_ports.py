"""What reaches the two ports and is no proper request of ours: told in the one shape, readable for its page."""

import json
import socket
import struct
from collections.abc import Iterator
from typing import Any

import grpc
import pytest
from google.api.httpbody_pb2 import HttpBody
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import ResponseReceived, StreamEnded, StreamReset, TrailersReceived
from tests.gateway.stack import ORIGIN, PATIENCE, Gateway
from tests.gateway.test_errors import INSIDES, checked

from bi.v1.data_pb2 import ImportFileRequest
from bi.v1.data_pb2_grpc import DataServiceStub
from bi_gateway.api import Api, Route

KPIS = "/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31"


def at(route: Route) -> str:
    """A path of the route."""
    return route.path.replace("{kpi}", "orders")


ROUTES = sorted({at(route) for route in Api.load().routes})
HEAD = f"Host: localhost\r\nOrigin: {ORIGIN}\r\n"


def raw(port: int, text: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of what comes back for these very bytes."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
        connection.sendall(text.encode("latin-1"))
        answer = b""
        while b"\r\n\r\n" not in answer or len(answer.partition(b"\r\n\r\n")[2]) < length(answer):
            piece = connection.recv(65536)
            if not piece:
                break
            answer += piece
    head, _, body = answer.decode().partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    return int(first.split()[1]), {k.lower(): v for k, v in (line.split(": ", 1) for line in lines)}, body


def length(answer: bytes) -> int:
    lines = answer.partition(b"\r\n\r\n")[0].lower().split(b"\r\n")
    return next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)


@pytest.mark.parametrize("verb", ["FOO", "PROPFIND", "TRACE", "LINK"])
@pytest.mark.parametrize("path", [*ROUTES, "/docs"])
def test_a_verb_nobody_knows_is_405_with_those_that_are_taken(gateway: Gateway, verb: str, path: str) -> None:
    answer = gateway.client.request(verb, path, headers={"origin": ORIGIN})
    assert answer.status_code == 405
    taken = {route.verb for route in Api.load().routes if at(route) == path} or {"GET"}  # a page is no route of ours
    has_head = "GET" in taken and path != "/api/dashboard/stream"  # which has no end, and so no length
    assert set(answer.headers["allow"].split(", ")) == taken | ({"HEAD"} if has_head else set())
    assert answer.headers["allow"] in checked(answer)["message"]


@pytest.mark.parametrize(
    ("request_text", "status"),
    [
        (f"GET / HTTP/1.1\r\n{HEAD}Bad Header\r\n\r\n", 400),
        (f"GET / HTTP/1.1\r\n{HEAD}Content-Length: x\r\n\r\n", 400),
        (f"POST / HTTP/1.1\r\n{HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        (
            f"POST /api/data/import HTTP/1.1\r\n{HEAD}Content-Type: text/csv\r\n"
            "Transfer-Encoding: chunked\r\n\r\nx\r\n",
            400,
        ),
        (f"GET /\xe9 HTTP/1.1\r\n{HEAD}\r\n", 400),
        (f"GET /a%00b HTTP/1.1\r\n{HEAD}\r\n", 400),
        (f"GET / HTTP/1.1\r\nOrigin: {ORIGIN}\r\n\r\n", 400),
        (f"CONNECT / HTTP/1.1\r\n{HEAD}\r\n", 400),
        (f"CONNECT a:80 HTTP/1.1\r\n{HEAD}\r\n", 404),
        (f"OPTIONS * HTTP/1.1\r\n{HEAD}\r\n", 404),
        (f"GET / HTTP/1.1\r\n{HEAD}Upgrade: websocket\r\nConnection: upgrade\r\n\r\n", 403),
        (f"GET / HTTP/1.0\r\n{HEAD}\r\n", 426),
        (f"GET / HTTP/1.1\r\n{HEAD}" + "".join(f"x-{i}: 1\r\n" for i in range(150)) + "\r\n", 431),
        (f"GET /?{'a' * 90_000} HTTP/1.1\r\n{HEAD}\r\n", 431),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_the_codec_refuses_has_the_shape_and_may_be_read(gateway: Gateway, request_text: str, status: int) -> None:
    found, headers, body = raw(gateway.http_port, request_text)
    assert found == status
    assert headers["content-type"] == "application/json"
    assert headers["access-control-allow-origin"] == ORIGIN
    assert headers["x-request-id"]
    error = json.loads(body)
    assert set(error) == {"code", "message", "details"}
    assert error["message"]
    assert not INSIDES.search(body)


def test_several_origins_may_read_what_the_codec_refuses(tight_gateway: Gateway) -> None:
    _, headers, _ = raw(tight_gateway.http_port, f"GET / HTTP/1.1\r\n{HEAD}Bad Header\r\n\r\n")
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers


@pytest.mark.parametrize("timeout", ["x", "", "1", "-1S", "123456789S", "1.5S", "5s"])
def test_a_deadline_that_is_none_is_refused(gateway: Gateway, timeout: str) -> None:
    answer = gateway.get(KPIS, **{"grpc-timeout": timeout})
    assert answer.status_code == 400
    assert "grpc-timeout" in checked(answer)["message"]


@pytest.mark.parametrize("size", [30_000, 45_000, 58_000, 62_000, 64 << 10, 90_000])
def test_headers_are_taken_or_refused_and_nothing_in_between(gateway: Gateway, size: int) -> None:
    for _ in range(10):
        answer = gateway.get(KPIS, **{"x-long": "x" * size})
        assert answer.status_code == (200 if size < 60_000 else 431)
        if size >= 60_000:
            assert not any(c.isdigit() for c in checked(answer)["message"])


@pytest.mark.parametrize("size", [15_000, 16_000])
def test_a_long_url_beside_long_headers_is_answered(gateway: Gateway, size: int) -> None:
    for _ in range(10):
        answer = gateway.get(f"{KPIS}&category=Books%20{'%20' * (size // 3)}", **{"x-long": "x" * 40_000})
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "path", ["/health", KPIS, "/nowhere", "/docs", "/docs/start.js", "/openapi.json", "/health?no=such"]
)
def test_every_answer_carries_security_headers(gateway: Gateway, path: str) -> None:
    headers = gateway.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]


class Native:
    """A connection that says what it wants in HTTP/2."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._h2 = H2Connection(H2Configuration(header_encoding="utf-8"))
        self._h2.initiate_connection()

    def call(self, method: str, data: bytes | None, *, ends: bool, **metadata: str) -> None:
        """Begins a call; `data` may be nothing, and the stream may stay open."""
        headers = {":method": "POST", ":scheme": "http", ":path": method, ":authority": "localhost", "te": "trailers"}
        headers |= {"content-type": "application/grpc"} | {k.replace("_", "-"): v for k, v in metadata.items()}
        stream = self._h2.get_next_available_stream_id()
        self._h2.send_headers(stream, list(headers.items()), end_stream=ends and data is None)
        if data is not None:
            self._h2.send_data(stream, data, end_stream=ends)
        self._socket.sendall(self._h2.data_to_send())

    def trailers(self) -> dict[str, str]:
        """What the call ends with."""
        found: dict[str, str] = {}
        while True:
            for event in self._h2.receive_data(self._socket.recv(65536)):
                if isinstance(event, ResponseReceived | TrailersReceived):
                    found |= {str(name): str(value) for name, value in event.headers}
                if isinstance(event, StreamEnded | StreamReset):
                    return found
            self._socket.sendall(self._h2.data_to_send())

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(params=["http", "grpc"])
def native(request: pytest.FixtureRequest, gateway: Gateway) -> Iterator[Native]:
    connection = Native(gateway.http_port if request.param == "http" else gateway.grpc_port)
    yield connection
    connection.close()


METHODS = [
    f"/bi.v1.{s}" for s in ("DashboardService/GetKpis", "SystemService/GetHealth", "AnalyticsService/GetForecast")
]


@pytest.mark.parametrize("method", [*METHODS, "/bi.v1.DataService/ImportFile"])
def test_a_call_without_a_message_is_told_so(native: Native, method: str) -> None:
    native.call(method, None, ends=True)
    trailers = native.trailers()
    assert trailers["grpc-status"] == "3", trailers


def test_a_call_whose_message_never_comes_ends(gateway: Gateway) -> None:
    connections = [Native(port) for port in (gateway.http_port, gateway.grpc_port)]
    for connection in connections:
        connection.call(METHODS[0], b"\0\0\0", ends=False)
    for connection in connections:
        assert connection.trailers()["grpc-status"] == "3"
        connection.close()


def test_bytes_that_are_no_message_are_refused(native: Native) -> None:
    native.call(METHODS[0], struct.pack(">BI", 0, 3) + b"\xff\xff\xff", ends=True)
    assert native.trailers()["grpc-status"] == "3"


def test_a_file_over_any_other_limit_streams_through_the_http_port(gateway: Gateway) -> None:
    head = "date,revenue,units_sold,product_category,region\n"
    piece = ("2024-01-01,1,1,Books,North\n" * 20_000).encode()
    requests = [ImportFileRequest(file=HttpBody(content_type="text/csv", data=head.encode()), dry_run=True)]
    requests += [ImportFileRequest(file=HttpBody(data=piece))] * 10
    with grpc.insecure_channel(f"127.0.0.1:{gateway.http_port}") as channel:
        answer = DataServiceStub(channel).ImportFile(iter(requests), timeout=PATIENCE)
    assert len(piece) * 10 > 5 << 20
    assert answer.rows_read == 200_000


def test_a_message_over_the_limit_is_exhausted(gateway: Gateway) -> None:
    request = ImportFileRequest(file=HttpBody(content_type="text/csv", data=b"x" * (6 << 20)))
    for port in (gateway.http_port, gateway.grpc_port):
        with (
            grpc.insecure_channel(f"127.0.0.1:{port}") as channel,
            pytest.raises(grpc.RpcError) as caught,
        ):
            DataServiceStub(channel).ImportFile(iter([request]), timeout=PATIENCE)
        assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED


def test_no_caller_can_forge_a_line_of_the_log(gateway: Gateway, tmp_path_factory: pytest.TempPathFactory) -> None:
    forged = "2026-01-01 00:00:00,000 ERROR bi_server: forged"
    with grpc.insecure_channel(f"127.0.0.1:{gateway.grpc_port}") as channel:
        call: Any = channel.unary_unary(METHODS[0])
        for text in (f"x\n{forged}", f"x\r{forged}", f"x\u2028{forged}", f"\x1b[2K{forged}"):
            encoded = text.encode()
            for field in (b"\x0a", b"\x12", b"\x1a"):
                with pytest.raises(grpc.RpcError):
                    call(field + bytes([len(encoded)]) + encoded, metadata=(("x-request-id", f"a] {forged}"),))
    log = "".join(file.read_text() for file in tmp_path_factory.getbasetemp().glob("server*/bi_server-*.log"))
    assert "GetKpis INVALID_ARGUMENT" in log
    for line in log.splitlines():
        assert not line.startswith(forged)
        assert "\x1b" not in line
        assert f"a] {forged}" not in line
