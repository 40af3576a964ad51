"""The locked product behind the real Envoy: who is refused, and how it is told."""

import http.client
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import closing

import httpx
import pytest
from openapi_spec_validator import validate
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.gateway import stack
from tests.gateway.stack import ORIGIN, PATIENCE, Gateway
from tests.rpc.callers import SECRET, token

from bi_gateway.api import Api
from bi_gateway.openapi import openapi
from bi_server.access import users
from bi_server.semantic import default_model
from bi_server.store.engine import opened

LOCK = {"auth_secret": SECRET}
HEALTH = ("/health", "/health/live", "/health/ready")
ROUTES = sorted(
    {(route.verb, route.path.replace("{kpi}", "orders").replace("{import_id}", "1")) for route in Api.load().routes}
    - {("GET", "/"), *(("GET", path) for path in HEALTH), ("POST", "/api/auth/token"), ("POST", "/api/auth/refresh")}
)
METADATA = "/api/metadata"
PASSWORD = "correct horse battery staple"


def asked(gateway: Gateway, verb: str, path: str, **headers: str) -> httpx.Response:
    """As a page of the allowed origin does; what is posted is an empty file."""
    sent = {"origin": ORIGIN, **headers} | ({"content-type": "text/csv"} if verb == "POST" else {})
    return gateway.client.request(verb, path, headers=sent)


@pytest.fixture(scope="module")
def locked_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("locked")
    with stack.server(folder, **LOCK) as port:
        with opened(f"sqlite:///{folder}/bi.db") as engine:
            users.add(engine, "ann", "viewer", PASSWORD)
        yield port


@pytest.fixture(scope="module")
def locked(locked_server: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """Keeps answers at the edge, where it may."""
    settings = {**LOCK, "edge_cache_seconds": 3600}
    with stack.envoy(tmp_path_factory.mktemp("gateway"), locked_server, **settings) as running:
        yield running


@pytest.mark.parametrize(("verb", "path"), ROUTES)
def test_no_route_answers_a_stranger(locked: Gateway, verb: str, path: str) -> None:
    """Whatever else is wrong with the request: that is told to who may ask."""
    path = re.sub(r"{\w+_id}", "1", path)  # what is no number is refused by the gateway, whoever asks
    for headers in ({}, {"authorization": "Bearer x"}, {"x-api-key": "bi_x"}):
        for query in ("", "?range=nonsense"):
            answer = asked(locked, verb, path + ("" if verb == "POST" else query), **headers)
            if answer.status_code == 400:  # the route has no such parameter: its document says so to everybody
                assert "no such parameter" in answer.json()["message"]
                continue
            assert answer.status_code == 401, answer.text
            body = answer.json()
            assert set(body) == {"code", "message", "details"}
            assert (body["code"], body["details"][0]["reason"]) == (16, "UNAUTHENTICATED")
            assert answer.headers["www-authenticate"] == 'Bearer realm="bi"'
            assert answer.headers["access-control-allow-origin"] == ORIGIN
            assert answer.headers["x-request-id"]
            assert not {"etag", "x-data-range", "x-data-age"} & {*answer.headers}


ROUND_ABOUT = [
    "//api/metadata",
    "/api/./metadata",
    "/health/../api/metadata",
    "/health/%2e%2e/api/metadata",
    "/docs/..%2fapi%2fmetadata",
    "/app/..%5capi/metadata",
    "/%61pi/metadata",
    "/API/metadata",
    "/api/metadata/",
    "/api/metadata;x=1",
    "/api/metadata%00",
    "/api/metadata#x",
    f"/api/metadata?access_token={token()}",
    "/bi.v1.DataService/GetMetadata",
    "/bi.v1.SystemService/../bi.v1.DataService/GetMetadata",
    "http://localhost/api/metadata",
]
STEERING = {
    "x-http-method-override": "GET",
    "x-original-url": METADATA,
    "x-envoy-original-path": METADATA,
    "x-envoy-original-method": "HEAD",
    "x-envoy-internal": "true",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-client-cert": "By=bi;Subject=ann",
    "grpc-metadata-authorization": f"Bearer {token()}",
    "authorization-bin": "eA==",
    "cookie": f"authorization=Bearer {token()}",
    "upgrade": "h2c",
    "x-grpc-web": "1",
    "range": "bytes=0-9",
}


def raw(gateway: Gateway, verb: str, path: str, headers: Mapping[str, str]) -> tuple[http.client.HTTPResponse, str]:
    """Asks with the path as it is written; a client would tidy it up."""
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.http_port, timeout=PATIENCE)) as connection:
        connection.putrequest(verb, path)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer, answer.read().decode(errors="replace")


@pytest.mark.parametrize("verb", ["GET", "HEAD", "POST", "PUT", "get"])
@pytest.mark.parametrize("path", ROUND_ABOUT)
def test_no_way_round_leads_to_an_answer(locked: Gateway, verb: str, path: str) -> None:
    answer, text = raw(locked, verb, path, {"content-length": "0"} if verb in ("POST", "PUT") else {})
    assert 400 <= answer.status < 500
    assert "North" not in text


@pytest.mark.parametrize("name", STEERING)
def test_no_header_leads_to_an_answer(locked: Gateway, name: str) -> None:
    """Those of proxies, which believe each other, least of all."""
    for verb, path in (("GET", METADATA), ("GET", "/api/dashboard/kpis?range=mtd")):
        answer, text = raw(locked, verb, path, {name: STEERING[name]})
        assert answer.status in (401, 403)
        assert "North" not in text


@pytest.mark.parametrize("kind", ["grpc", "grpc+json", "grpc-web", "grpc-web+proto", "grpc-web-text"])
@pytest.mark.parametrize("path", [METADATA, "/bi.v1.DataService/GetMetadata", "//bi.v1.DataService/GetMetadata"])
def test_no_content_type_leads_to_an_answer(locked: Gateway, path: str, kind: str) -> None:
    empty = b"AAAAAAA=" if kind == "grpc-web-text" else b"\0\0\0\0\0"
    headers = {"content-type": f"application/{kind}", "te": "trailers"}
    answer = locked.client.post(path, content=empty, headers=headers)
    assert answer.headers.get("grpc-status") != "0"
    assert b"grpc-status:0" not in answer.content
    assert b"North" not in answer.content
    assert b"Tm9ydG" not in answer.content  # as base64


def test_head_and_conditional_requests_tell_a_stranger_nothing(locked: Gateway) -> None:
    own = locked.get(METADATA, authorization=f"Bearer {token()}")
    assert locked.client.head(METADATA).status_code == 401
    for known in (own.headers["etag"], "*"):
        assert locked.get(METADATA, **{"if-none-match": known}).status_code == 401


def test_a_viewer_reads_and_does_not_write(locked: Gateway) -> None:
    viewer = {"authorization": f"Bearer {token()}"}
    assert locked.get(METADATA, **viewer).status_code == 200
    answer = asked(locked, "POST", "/api/data/import", **viewer)
    assert answer.status_code == 403
    assert answer.json()["details"][0]["reason"] == "PERMISSION_DENIED"
    assert "editor" in answer.json()["message"]
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    editor = {"authorization": f"Bearer {token(role='editor')}"}
    assert asked(locked, "POST", "/api/data/import", **editor).status_code == 400  # nothing is in the file


def test_what_one_may_read_is_not_kept_at_the_edge_for_others(locked: Gateway) -> None:
    for headers in ({"authorization": f"Bearer {token()}"}, {"authorization": f"bearer {token()}"}):
        for _ in range(3):
            answer = locked.get(METADATA, **headers)
            assert answer.status_code == 200
            assert "age" not in answer.headers
            assert answer.headers["cache-control"] == "private, no-cache"
        assert locked.get(METADATA).status_code == 401


def test_a_part_is_told_by_every_route_alone(locked: Gateway) -> None:
    """Whoever has asked before, and whatever a page remembers of the whole."""
    whole = {"authorization": f"Bearer {token()}"}
    part = {"authorization": f"Bearer {token(scope={'region': ['North']})}"}
    for path in (METADATA, "/api/dashboard/summary?range=mtd", "/api/query?range=ytd&group_by=region"):
        for asked_first, then in ((whole, part), (part, whole)):
            first = locked.get(path, **asked_first)
            second = locked.get(path, **then)
            assert (first.status_code, second.status_code) == (200, 200)
            assert first.text != second.text
            assert second.headers["etag"] != first.headers["etag"]
            assert locked.get(path, **then, **{"if-none-match": first.headers["etag"]}).text == second.text
            told = second.text if then is part else first.text
            assert "North" in told
            assert "South" not in told
    refused = locked.get("/api/data/imports", **part)
    assert refused.status_code == 403
    assert "whole business" in refused.json()["message"]
    hidden, unknown = (
        locked.get(f"/api/dashboard/kpis?range=mtd&region={name}", **part) for name in ("South", "Youth")
    )
    assert (hidden.status_code, unknown.status_code) == (400, 400)
    assert hidden.text.replace("South", "Youth") == unknown.text


def test_files_to_hand_on_are_of_the_part_alone(locked: Gateway) -> None:
    part = {"authorization": f"Bearer {token(scope={'region': ['North']})}"}
    span = "start_date=2024-07-01&end_date=2024-09-30"
    pages, book = (locked.get(f"/api/reports/dashboard.{kind}?{span}", **part) for kind in ("pdf", "xlsx"))
    told = [page.extract_text() for page in PdfReader(io.BytesIO(pages.content)).pages]
    for sheet in load_workbook(io.BytesIO(book.content)):
        told += [str(cell) for row in sheet.values for cell in row]
    summary = locked.get(f"/api/dashboard/summary?{span}", **part).json()
    assert f"{summary['total_revenue']:,.2f}" in " ".join(told)
    assert "North" in " ".join(told)
    for hidden in ("South", "East", "West"):
        assert hidden not in " ".join(told)


def test_the_edge_passes_api_keys_by(server: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("edge")
    with stack.envoy(folder, server, edge_cache_seconds=3600) as gateway:  # nobody is asked: all are answered
        for _ in range(3):
            assert "age" not in gateway.get(METADATA, **{"x-api-key": "k"}).headers
        gateway.get(METADATA)
        assert "age" in gateway.get(METADATA).headers


def test_a_page_signs_in_and_goes_on(locked: Gateway) -> None:
    own = {"origin": ORIGIN}
    answer = locked.client.post("/api/auth/token", json={"username": "ann", "password": PASSWORD}, headers=own)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    issued = answer.json()
    assert set(issued) == {"access_token", "token_type", "expires_in", "refresh_token"}
    assert locked.get(METADATA, authorization=f"Bearer {issued['access_token']}").status_code == 200
    refresh = {"refresh_token": issued["refresh_token"]}
    assert locked.client.post("/api/auth/refresh", json=refresh, headers=own).status_code == 200
    again = locked.client.post("/api/auth/refresh", json=refresh, headers=own)
    assert (again.status_code, again.json()["code"]) == (401, 16)


@pytest.mark.parametrize("body", [{"username": "ann", "password": "wrong"}, {"username": "eve"}, {}])
def test_a_wrong_password_is_401(locked: Gateway, body: dict[str, str]) -> None:
    answer = locked.client.post("/api/auth/token", json=body, headers={"origin": ORIGIN})
    assert (answer.status_code, answer.json()["code"]) == (401, 16)
    assert "www-authenticate" in answer.headers


def test_foreign_pages_do_not_sign_in(locked: Gateway) -> None:
    headers = {"origin": "https://evil.example", "content-type": "text/plain"}
    body = f'{{"username": "ann", "password": "{PASSWORD}"}}'
    assert locked.client.post("/api/auth/token", content=body, headers=headers).status_code == 403


def test_pages_may_send_credentials_and_read_why_they_were_refused(locked: Gateway) -> None:
    asks = {"origin": ORIGIN, "access-control-request-method": "GET", "access-control-request-headers": "x-api-key"}
    answer = locked.client.options(METADATA, headers=asks)
    assert answer.status_code == 200
    assert {"x-api-key", "authorization"} <= {*answer.headers["access-control-allow-headers"].split(", ")}
    assert "www-authenticate" in locked.get(METADATA).headers["access-control-expose-headers"]


@pytest.mark.parametrize("path", ["/", *HEALTH, "/docs", "/openapi.json"])
def test_what_is_for_everybody_needs_no_credentials(locked: Gateway, path: str) -> None:
    assert locked.get(path).status_code == 200


def test_the_document_says_who_may_call(locked: Gateway) -> None:
    document = locked.get("/openapi.json").json()
    validate(document)
    assert set(document["components"]["securitySchemes"]) == {"token", "key"}
    for path, operations in document["paths"].items():
        for operation in operations.values():
            is_open = path in ("/", *HEALTH) or path.startswith("/api/auth/")
            assert operation["security"] == ([] if is_open else [{"token": []}, {"key": []}])
            assert ("401" in operation["responses"]) is not is_open


def test_the_document_of_an_open_service_asks_for_nothing() -> None:
    document = openapi(Api.load(), "Test", default_model())
    assert "securitySchemes" not in document["components"]
    assert not any("security" in operation for path in document["paths"].values() for operation in path.values())
