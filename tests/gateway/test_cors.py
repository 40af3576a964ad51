"""Which pages may read answers."""

import httpx
import pytest
from tests.gateway.stack import ORIGIN, Gateway

KPIS = "/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31"
# A success, a failure of the server, two of Envoy, and the pages that Envoy itself answers.
PATHS = [
    KPIS,
    "/api/dashboard/kpis",
    "/nowhere",
    "/health?colour=red",
    "/openapi.json",
    "/docs",
    "/docs/swagger-ui.css",
]
EXPOSED = {"etag", "x-request-id", "content-disposition", "retry-after", "x-data-range", "x-data-age"}


def listed(answer: httpx.Response, name: str) -> set[str]:
    return {word.strip().lower() for word in answer.headers[name].split(",")}


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_an_allowed_origin_may_read_every_answer(gateway: Gateway, path: str) -> None:
    answer = gateway.get(path)
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert answer.headers["access-control-allow-credentials"] == "true"
    assert {"etag", "x-request-id"} <= listed(answer, "access-control-expose-headers")
    assert "origin" in listed(answer, "vary")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://localhost:3000.evil.example", "http://localhost:30000", "null", ""]
)
def test_a_page_of_a_foreign_origin_may_not(gateway: Gateway, path: str, origin: str) -> None:
    answer = gateway.client.get(path, headers={"origin": origin})
    assert "access-control-allow-origin" not in answer.headers
    assert "origin" in listed(answer, "vary")


def preflight(gateway: Gateway, path: str, origin: str, verb: str = "GET") -> httpx.Response:
    headers = {
        "origin": origin,
        "access-control-request-method": verb,
        "access-control-request-headers": "x-request-id",
    }
    return gateway.client.options(path, headers=headers)


@pytest.mark.parametrize("path", PATHS)
def test_a_preflight_is_answered_and_may_be_kept(gateway: Gateway, path: str) -> None:
    answer = preflight(gateway, path, ORIGIN)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert answer.headers["access-control-allow-credentials"] == "true"
    assert {"get", "head", "post"} <= listed(answer, "access-control-allow-methods")
    assert {"content-type", "x-request-id", "if-none-match"} <= listed(answer, "access-control-allow-headers")
    assert int(answer.headers["access-control-max-age"]) >= 600
    assert "origin" in listed(answer, "vary")


def test_a_preflight_allows_what_browsers_really_send(gateway: Gateway) -> None:
    sent = {"traceparent", "tracestate", "baggage", "sentry-trace", "x-csrf-token", "x-api-key", "pragma"}
    assert sent <= listed(preflight(gateway, KPIS, ORIGIN), "access-control-allow-headers")


def test_grpc_web_needs_its_own_headers_allowed(gateway: Gateway) -> None:
    answer = preflight(gateway, "/bi.v1.DashboardService/GetKpis", ORIGIN, "POST")
    assert {"x-grpc-web", "grpc-timeout", "x-user-agent"} <= listed(answer, "access-control-allow-headers")


@pytest.mark.parametrize("path", PATHS)
def test_a_foreign_preflight_allows_nothing(gateway: Gateway, path: str) -> None:
    assert "access-control-allow-origin" not in preflight(gateway, path, "https://evil.example").headers


def test_all_that_the_contract_names_is_exposed(gateway: Gateway) -> None:
    assert listed(gateway.get(KPIS), "access-control-expose-headers") >= EXPOSED


@pytest.mark.parametrize("path", [KPIS, "/openapi.json"])
def test_every_configured_origin_is_allowed(tight_gateway: Gateway, path: str) -> None:
    for origin in (ORIGIN, "https://a.example"):
        answer = tight_gateway.client.get(path, headers={"origin": origin})
        assert answer.headers["access-control-allow-origin"] == origin
