"""What the gateway makes of the server's answers."""

import gzip
import importlib
import pkgutil
import re
import time

import httpx
import pytest
from google.protobuf.descriptor import FieldDescriptor
from tests.gateway.stack import ORIGIN, PATIENCE, Gateway

import bi.v1

MONTH = "start_date=2024-01-01&end_date=2024-01-31"
KPIS = f"/api/dashboard/kpis?{MONTH}"
HISTORY = "/api/dashboard/kpis/total_revenue/history"
CHART = f"/api/dashboard/chart-data?{MONTH}"
MESSAGES = [found.name for found in pkgutil.iter_modules(bi.v1.__path__) if found.name.endswith("_pb2")]
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def test_kpis_and_chart_data_are_bare_arrays_and_the_dashboard_holds_the_same(gateway: Gateway) -> None:
    kpis, points = gateway.get(KPIS).json(), gateway.get(CHART).json()
    screen = gateway.get(f"/api/dashboard?{MONTH}").json()
    assert isinstance(kpis, list)
    assert isinstance(points, list)
    assert {"kpis", "chart_data", "time_range", "summary"} <= set(screen)
    assert screen["kpis"] == kpis
    assert screen["chart_data"] == points


def test_an_empty_array_is_still_an_array(gateway: Gateway) -> None:
    answer = gateway.get(
        "/api/dashboard/chart-data?start_date=2024-01-01&end_date=2024-01-31&group_by=none&region=North"
    )
    assert isinstance(answer.json(), list)


def test_no_answer_has_a_number_that_json_would_print_as_a_text() -> None:
    long = {FieldDescriptor.TYPE_INT64, FieldDescriptor.TYPE_UINT64, FieldDescriptor.TYPE_SINT64}
    files = [importlib.import_module(f"bi.v1.{name}").DESCRIPTOR for name in MESSAGES]
    fields = [field for file in files for one in file.message_types_by_name.values() for field in one.fields]
    assert len(fields) > 100
    assert [field.full_name for field in fields if field.type in long] == []


def test_counts_and_money_are_numbers_and_zeros_are_printed(gateway: Gateway) -> None:
    point = gateway.get("/api/dashboard/chart-data?start_date=2030-01-01&end_date=2030-01-01&group_by=none").json()[0]
    assert (point["revenue"], point["orders"], point["category"]) == (0, 0, "")


@pytest.mark.parametrize("path", [KPIS, "/", "/api/metadata"])
def test_a_success_is_plain_json_over_http(gateway: Gateway, path: str) -> None:
    answer = gateway.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert not [name for name in answer.headers if name.startswith(("grpc-", "x-envoy-"))]


def test_a_cache_buster_is_ignored_and_a_plus_is_a_blank(gateway: Gateway) -> None:
    plain = gateway.get(f"{KPIS}&category=Books").content
    assert gateway.get(f"{KPIS}&category=+bOOks+&_=1732400000").content == plain


@pytest.mark.parametrize("request_id", ["abc-123", "00-4bf92f3577b34da6a3ce929d0e0e4736-01", "x" * 128])
def test_a_sane_request_id_is_kept(gateway: Gateway, request_id: str) -> None:
    for path in (KPIS, "/nowhere", "/docs", "/api/dashboard/kpis"):
        assert gateway.get(path, **{"x-request-id": request_id}).headers["x-request-id"] == request_id


@pytest.mark.parametrize("request_id", ["", "a b", "<script>", "x" * 129, 'a"b'])
def test_another_one_is_replaced(gateway: Gateway, request_id: str) -> None:
    for path in (KPIS, "/nowhere", "/docs"):
        assert UUID.fullmatch(gateway.get(path, **{"x-request-id": request_id}).headers["x-request-id"])


def test_requests_without_an_id_get_different_ones(gateway: Gateway) -> None:
    ids = {gateway.get("/").headers["x-request-id"] for _ in range(20)}
    assert len(ids) == 20


@pytest.mark.parametrize("path", [KPIS, HISTORY, "/api/metadata", "/api/analytics/forecast?periods=7"])
def test_an_unchanged_answer_is_304_with_cors(gateway: Gateway, path: str) -> None:
    end = time.monotonic() + PATIENCE
    while path == HISTORY and not gateway.get(path).json()["is_current"]:  # the server is about to record it
        assert time.monotonic() < end
        time.sleep(0.1)
    first = gateway.get(path)
    etag = first.headers["etag"]
    assert etag.startswith('W/"')
    for known in (etag, etag.removeprefix("W/"), f'"other", {etag}', "*"):
        again = gateway.get(path, **{"if-none-match": known})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == etag
        assert again.headers["access-control-allow-origin"] == ORIGIN
        assert "content-type" not in again.headers
    changed = gateway.get(path, **{"if-none-match": '"other"'})
    assert changed.status_code == 200
    assert changed.content == first.content


def test_an_error_is_never_304(gateway: Gateway) -> None:
    assert gateway.get("/api/dashboard/kpis", **{"if-none-match": "*"}).status_code == 400


@pytest.mark.parametrize("path", [KPIS, CHART, "/", "/docs", "/openapi.json", "/api/dashboard/kpis", "/nowhere"])
def test_head_is_get_without_the_body(gateway: Gateway, path: str) -> None:
    plain = {"accept-encoding": "identity"}
    get, head = gateway.client.get(path, headers=plain), gateway.client.head(path, headers=plain)
    assert head.status_code == get.status_code
    assert head.content == b""
    assert head.headers["content-type"] == get.headers["content-type"]
    if get.status_code == 200:
        assert head.headers["content-length"] == str(len(get.content))
    # A body that came all the same would be taken for the next answer on this connection.
    assert gateway.client.get("/health").json()["status"] == "healthy"


def raw(gateway: Gateway, path: str, encodings: str) -> httpx.Response:
    """The answer with its bytes as they were sent."""
    with gateway.client.stream("GET", path, headers={"accept-encoding": encodings}) as answer:
        answer._content = b"".join(answer.iter_raw())
    return answer


def test_long_answers_are_compressed_as_asked_for(gateway: Gateway) -> None:
    plain = raw(gateway, CHART, "identity")
    assert "content-encoding" not in plain.headers
    zipped = raw(gateway, CHART, "gzip")
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.content) == plain.content
    brotli = raw(gateway, CHART, "gzip, deflate, br")
    assert brotli.headers["content-encoding"] == "br"
    assert max(len(zipped.content), len(brotli.content)) < len(plain.content) / 4
    assert plain.headers["etag"] == zipped.headers["etag"] == brotli.headers["etag"]
    assert "accept-encoding" in zipped.headers["vary"].lower()


def test_short_answers_are_not(gateway: Gateway) -> None:
    assert "content-encoding" not in raw(gateway, "/", "gzip, br").headers
