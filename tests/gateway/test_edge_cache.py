"""With EDGE_CACHE_SECONDS the gateway repeats answers by itself; without it, it never does."""

import time
from collections.abc import Iterator

import pytest
from tests.gateway import stack
from tests.gateway.stack import ORIGIN, Gateway

SECONDS = 2.0
MONTH = "start_date=2024-01-01&end_date=2024-01-31"
METADATA = "/api/metadata"
ROW = b"date,revenue,units_sold,product_category,region,customer_id,order_id\n2024-01-01,1,1,Books,North,C1,"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with stack.server(tmp_path_factory.mktemp("server"), snapshot_interval_seconds=0) as port:
        yield port


@pytest.fixture(scope="module")
def edge(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """A gateway that keeps answers for longer than the tests take."""
    with stack.envoy(tmp_path_factory.mktemp("edge"), port, edge_cache_seconds=3600) as running:
        yield running


@pytest.fixture(scope="module")
def short(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    with stack.envoy(tmp_path_factory.mktemp("short"), port, edge_cache_seconds=SECONDS) as running:
        yield running


def add_a_row(gateway: Gateway) -> None:
    body = ROW + str(time.time_ns()).encode() + b"\n"
    assert gateway.client.post("/api/data/import", content=body, headers={"content-type": "text/csv"}).is_success


@pytest.mark.parametrize(
    "path", [f"/api/dashboard/kpis?{MONTH}", f"/api/dashboard/chart-data?{MONTH}", "/api/analytics/trends?period=90d"]
)
def test_the_same_answer_comes_again_with_its_age(edge: Gateway, path: str) -> None:
    first, again = edge.get(path), edge.get(path)
    assert "age" not in first.headers
    assert int(again.headers["age"]) < 60
    assert (again.status_code, again.content) == (200, first.content)
    differing = {"age", "date", "x-request-id", "content-length"}  # a compressed body comes without its length
    assert {*again.headers} - differing == {*first.headers} - differing
    for name in ("content-type", "etag", "cache-control", "x-data-range", "content-encoding"):
        assert again.headers.get(name) == first.headers.get(name)


def test_every_caller_is_answered_for_himself(edge: Gateway) -> None:
    path = f"/api/dashboard/summary?{MONTH}"
    own = edge.get(path)
    assert own.headers["access-control-allow-origin"] == ORIGIN
    foreign = edge.client.get(path, headers={"origin": "https://foreign.example", "accept-encoding": "identity"})
    assert "age" in foreign.headers
    assert "access-control-allow-origin" not in foreign.headers
    assert "content-encoding" not in foreign.headers
    assert foreign.headers["x-request-id"] != own.headers["x-request-id"]
    known = edge.get(path, **{"if-none-match": own.headers["etag"]})
    assert (known.status_code, known.content, "age" in known.headers) == (304, b"", True)
    assert known.headers["access-control-allow-origin"] == ORIGIN


def test_new_data_is_seen_by_who_asks_for_it_and_by_all_in_time(short: Gateway) -> None:
    before = short.get(METADATA).json()["data_version"]
    add_a_row(short)
    kept = short.get(METADATA)
    if "age" in kept.headers:  # unless the import took longer
        assert kept.json()["data_version"] == before
    fresh = short.get(METADATA, **{"cache-control": "no-cache"})
    assert "age" not in fresh.headers
    assert fresh.json()["data_version"] > before
    time.sleep(SECONDS)
    assert short.get(METADATA).json()["data_version"] > before


@pytest.mark.parametrize("header", ["authorization", "cookie"])
def test_what_is_somebodys_own_is_neither_kept_nor_repeated(edge: Gateway, header: str) -> None:
    path = f"{METADATA}?_={header}"
    for _ in range(2):
        assert "age" not in edge.get(path, **{header: "secret"}).headers
    assert "age" not in edge.get(path).headers
    assert "age" not in edge.get(path, **{header: "secret"}).headers


@pytest.mark.parametrize("path", ["/health", "/api/metadata?no=such", "/api/dashboard/kpis?start_date=x", "/nowhere"])
def test_errors_and_health_are_asked_for_every_time(edge: Gateway, path: str) -> None:
    answers = [edge.get(path) for _ in range(2)]
    bodies = [{**a.json(), "timestamp": ""} for a in answers]  # of /health, it may be another second's
    assert [("age" in a.headers, body) for a, body in zip(answers, bodies, strict=True)] == [(False, bodies[0])] * 2


def test_head_is_not_taken_for_get(edge: Gateway) -> None:
    path = f"{METADATA}?_=head"
    body = edge.get(path).content
    assert edge.get(path).content == body
    assert edge.client.head(path).content == b""
    assert edge.get(path).content == body


def test_what_was_not_asked_for_lately_makes_room(edge: Gateway) -> None:
    years = "/api/dashboard/chart-data?start_date=2023-01-01&end_date=2024-12-31&granularity=day"
    size = len(edge.get(years).content)
    assert 2**20 < size < 2**22
    assert "age" in edge.get(years).headers
    for turn in range(2 * 32 * 2**20 // size + 2):
        edge.get(f"{years}&_={turn}")
    assert "age" not in edge.get(years).headers
    assert "age" in edge.get(years).headers


def test_without_the_setting_nothing_is_repeated(gateway: Gateway) -> None:
    for _ in range(2):
        assert "age" not in gateway.get(METADATA).headers
