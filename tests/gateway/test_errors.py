"""Every failure has one shape, CORS headers and a request id, and tells nothing of our insides."""

import re
import socket
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from tests.gateway.stack import ORIGIN, Gateway

# Words that only an exception, a stack trace or a path of ours would bring.
INSIDES = re.compile(
    r"Traceback|Exception|Error:|\.py\b|<class|site-packages|sqlalchemy|0x[0-9a-f]{6}|/tmp/|upstream", re.I
)
# HTTP status -> the gRPC codes that may stand in `code`.
CODES = {
    400: {3, 9},
    403: {7},
    404: {5},
    405: {12},
    413: {8},
    414: {3},
    429: {8},
    431: {3},
    500: {13},
    503: {14},
    504: {4},
}

KPIS = "/api/dashboard/kpis"
CHART = "/api/dashboard/chart-data"
RANGE = "start_date=2024-01-01&end_date=2024-01-31"
COMPARISON = "current_start=2024-02-01&current_end=2024-02-29&previous_start=2024-01-01&previous_end=2024-01-31"


@dataclass(frozen=True)
class Wrong:
    """A malformed request, and what its answer must say. `says` are words of the message, `blames` the field."""

    path: str
    status: int = 400
    says: tuple[str, ...] = ()
    blames: str = ""
    verb: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def blamed(path: str, name: str, *says: str) -> Wrong:
    return Wrong(path, blames=name, says=(name, *says))


WRONG = [
    # dates
    blamed(KPIS, "start_date"),
    blamed(f"{KPIS}?start_date=2024-01-01", "end_date"),
    blamed(f"{KPIS}?start_date=&end_date=2024-01-31", "start_date"),
    blamed(f"{KPIS}?start_date=2024-1-5&end_date=2024-01-31", "start_date", "2024-1-5", "YYYY-MM-DD"),
    blamed(f"{KPIS}?start_date=2024-02-30&end_date=2024-03-31", "start_date", "2024-02-30"),
    blamed(f"{KPIS}?start_date=2024-01-01T00:00:00&end_date=2024-01-31", "start_date"),
    blamed(f"{KPIS}?start_date=01/02/2024&end_date=2024-01-31", "start_date"),
    blamed(f"{KPIS}?start_date=yesterday&end_date=2024-01-31", "start_date", "yesterday"),
    blamed(f"{KPIS}?start_date=NaN&end_date=2024-01-31", "start_date"),
    blamed(f"{KPIS}?start_date=2024-01-01&end_date=20240131", "end_date"),
    blamed(f"{KPIS}?start_date=2024-13-01&end_date=2024-12-31", "start_date"),
    blamed(f"{KPIS}?start_date=%D9%A2%D9%A0%D9%A2%D9%A4-01-01&end_date=2024-12-31", "start_date"),  # Arabic digits
    blamed(f"{KPIS}?start_date=2024-01-31&end_date=2024-01-01", "start_date", "end_date"),
    blamed(f"{KPIS}?start_date=2010-01-01&end_date=2024-01-01", "end_date", "10 years"),
    blamed("/api/dashboard/summary?start_date=2024-01-31&end_date=2024-01-01", "start_date", "end_date"),
    blamed("/api/dashboard?start_date=2024-01-01", "end_date"),
    blamed(f"/api/analytics/comparison?{COMPARISON.replace('2024-02-29', '2024-02-30')}", "current_end", "2024-02-30"),
    blamed("/api/analytics/comparison?current_start=2024-02-01&current_end=2024-02-29", "previous_start"),
    blamed("/api/ai/ai-insights?end_date=2024-01-31", "start_date"),
    blamed("/api/ai/anomalies?start_date=2024-02-01&end_date=2024-01-01", "start_date", "end_date"),
    # values out of a known set
    blamed(f"{KPIS}?{RANGE}&category=Electronic", "category", "did you mean 'Electronics'?", "Books"),
    blamed(f"{KPIS}?{RANGE}&region=Nrth", "region", "did you mean 'North'?"),
    blamed(f"{KPIS}?{RANGE}&category=Books,Sport", "category"),
    blamed(f"{KPIS}?{RANGE}&category=Books&category=%00", "category"),
    blamed(f"{CHART}?{RANGE}&metric=profit", "metric", "profit", "revenue"),
    blamed(f"{CHART}?{RANGE}&granularity=hour", "granularity", "hour", "day"),
    blamed(f"{CHART}?{RANGE}&group_by=customer", "group_by", "customer", "category"),
    blamed("/api/analytics/trends?metric=profit", "metric", "revenue"),
    # periods and numbers
    blamed("/api/analytics/trends?period=30", "period", "30d"),
    blamed("/api/analytics/trends?period=-5d", "period"),
    blamed("/api/analytics/trends?period=0d", "period"),
    blamed("/api/analytics/trends?period=99999999999999999999d", "period"),
    blamed("/api/analytics/forecast?periods=", "periods"),
    blamed("/api/analytics/forecast?periods=ten", "periods", "ten"),
    blamed("/api/analytics/forecast?periods=1.5", "periods"),
    blamed("/api/analytics/forecast?periods=NaN", "periods"),
    blamed("/api/analytics/forecast?periods=0", "periods"),
    blamed("/api/analytics/forecast?periods=366", "periods", "365"),
    blamed("/api/analytics/forecast?periods=99999999999", "periods"),
    blamed("/api/analytics/forecast?level=NaN", "level"),
    blamed("/api/analytics/forecast?level=1.5", "level"),
    blamed(f"/api/ai/anomalies?{RANGE}&sensitivity=NaN", "sensitivity"),
    blamed(f"/api/ai/anomalies?{RANGE}&sensitivity=Infinity", "sensitivity"),
    blamed(f"/api/ai/anomalies?{RANGE}&sensitivity=", "sensitivity"),
    blamed(f"/api/ai/ai-insights?{RANGE}&limit=-1", "limit"),
    # parameters that do not exist
    blamed(f"{KPIS}?{RANGE}&colour=red", "colour", "no such parameter", "start_date", "category"),
    blamed(f"{KPIS}?{RANGE}&category[]=Books", "category[]"),
    Wrong("/nowhere", 404),
    blamed("/health?verbose=1", "verbose", "takes none"),
    Wrong(f"{KPIS}?{RANGE}&category.name=Books"),
    # bytes
    Wrong(f"{KPIS}?{RANGE}&category=%ff", says=("UTF-8",)),
    Wrong(f"{KPIS}?{RANGE}&category=%c3%28", says=("UTF-8",)),
    Wrong(f"{KPIS}?{RANGE}&category=%ed%a0%80", says=("UTF-8",)),  # a surrogate
    Wrong(f"{KPIS}?{RANGE}&category=%f5%80%80%80", says=("UTF-8",)),  # beyond Unicode
    Wrong(f"{KPIS}?{RANGE}&category=%c0%af", says=("UTF-8",)),  # an overlong slash
    # routes and verbs
    Wrong("/api", 404, says=("GET /api",)),
    Wrong("/api/dashboard/kpi?secret=1", 404, says=("GET /api/dashboard/kpi;",)),
    Wrong("/api/dashboard/kpis/", 404),
    Wrong("/API/dashboard/kpis", 404),
    Wrong("/.env", 404),
    Wrong("/docs/../../etc/passwd", 404),
    Wrong("/%2e%2e/%2e%2e/etc/passwd", 404),
    Wrong(
        "/bi.v1.DashboardService/GetKpis", 404, verb="POST", body=b"{}", headers={"content-type": "application/json"}
    ),
    Wrong(KPIS, 405, verb="POST", body=b"{}", says=("POST", "GET, HEAD")),
    Wrong(KPIS, 405, verb="PUT"),
    Wrong(KPIS, 405, verb="DELETE"),
    Wrong("/", 405, verb="PATCH"),
    Wrong("/openapi.json", 405, verb="POST"),
    Wrong(KPIS, 405, verb="OPTIONS"),
    # sizes
    Wrong(f"{KPIS}?{RANGE}&category={'x' * 20_000}", 414, says=("16384",)),
    Wrong(f"/nowhere?{'x' * 20_000}", 414),
    Wrong(f"{KPIS}?{RANGE}", 413, body=b" " * (5 << 20), says=("MAX_REQUEST_BYTES",)),
    Wrong(f"{KPIS}?{RANGE}" + "&category=Books" * 500, says=("category", "200")),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda w: f"{w.verb} {w.path[:60]} {w.status}")
def test_a_malformed_request_is_told_what_is_wrong(gateway: Gateway, wrong: Wrong) -> None:
    answer = gateway.client.request(
        wrong.verb, wrong.path, headers={"origin": ORIGIN, **wrong.headers}, content=wrong.body
    )
    assert answer.status_code == wrong.status, answer.text
    error = checked(answer)
    for words in wrong.says:
        assert words in error["message"]
    if wrong.blames:
        bad = [detail for detail in error["details"] if detail["@type"].endswith("/google.rpc.BadRequest")]
        assert wrong.blames in {violation["field"] for violation in bad[0]["field_violations"]}
    if wrong.status == 405:
        assert answer.headers["allow"] == "GET, HEAD"


def checked(answer: httpx.Response, origin: str | None = ORIGIN) -> Any:
    """The error of an answer, after a look at all that every error must have."""
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-request-id"]
    assert answer.headers.get("access-control-allow-origin") == origin
    assert "Origin" in answer.headers["vary"]
    error = answer.json()
    assert set(error) == {"code", "message", "details"}
    assert error["code"] in CODES[answer.status_code]
    assert error["message"]
    assert all(detail["@type"].startswith("type.googleapis.com/google.rpc.") for detail in error["details"])
    assert not INSIDES.search(answer.text), answer.text
    assert not [name for name in answer.headers if name.startswith(("grpc-", "x-envoy-"))]
    return error


def test_a_server_that_is_down_is_503(lonely_gateway: Gateway) -> None:
    answer = lonely_gateway.get(f"{KPIS}?{RANGE}")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"
    assert "try again later" in checked(answer)["message"]


def test_a_server_that_hangs_is_504(hanging_gateway: Gateway) -> None:
    answer = hanging_gateway.get(f"{KPIS}?{RANGE}")
    assert answer.status_code == 504
    assert checked(answer)["code"] == 4


def test_a_deadline_of_the_caller_is_kept(hanging_gateway: Gateway) -> None:
    answer = hanging_gateway.get(f"{KPIS}?{RANGE}", **{"grpc-timeout": "50m"})
    assert answer.status_code == 504
    checked(answer)


def test_a_body_over_the_limit_is_413(tight_gateway: Gateway) -> None:
    answer = tight_gateway.client.request("GET", f"{KPIS}?{RANGE}", headers={"origin": ORIGIN}, content=b" " * 2048)
    assert answer.status_code == 413
    checked(answer)


def test_an_answer_over_the_limit_is_500(tight_gateway: Gateway) -> None:
    answer = tight_gateway.get(f"{CHART}?start_date=2021-01-01&end_date=2025-12-31")
    assert answer.status_code == 500
    assert "MAX_RESPONSE_BYTES" in checked(answer)["message"]


def test_headers_over_the_limit_are_431(gateway: Gateway) -> None:
    answer = gateway.get("/", **{"x-long": "x" * 120_000})
    assert answer.status_code == 431
    # Envoy gives up before it knows the origin.
    checked(answer, origin=answer.headers.get("access-control-allow-origin"))


def test_no_error_is_sent_to_a_foreign_page(gateway: Gateway) -> None:
    answer = gateway.client.get("/nowhere", headers={"origin": "https://evil.example"})
    checked(answer, origin=None)


@pytest.mark.parametrize(
    "bytes_sent",
    [
        b"GET /api/dashboard/kpis?category=\xff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nBad Header\r\n\r\n",
        b"NONSENSE\r\n\r\n",
    ],
)
def test_bytes_that_are_no_http_end_as_400(gateway: Gateway, bytes_sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", gateway.http_port), 10) as connection:
        connection.sendall(bytes_sent)
        text = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
    assert text.startswith("HTTP/1.1 400 ")
    assert not INSIDES.search(text)
