"""A foreign page may have its name stand for this machine (DNS rebinding): only names of ours are answered there."""

from collections.abc import Iterator

import grpc
import httpx
import pytest
from tests.gateway import stack
from tests.gateway.stack import ORIGIN, Gateway
from tests.gateway.test_errors import checked

from bi.v1.system_pb2 import GetHealthRequest
from bi.v1.system_pb2_grpc import SystemServiceStub
from bi_server import settings
from bi_server.errors import InvalidInput

PATHS = [
    "/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31",
    "/api/dashboard/chart-data?start_date=2024-01-01&end_date=2024-01-31",  # of the process of long answers
    "/api/metadata",
    "/api/reports/kpis.csv?range=mtd",
    "/",
    "/health",
    "/docs",
    "/openapi.json",
    "/app",
]
FOREIGN = [
    "evil.example",
    "evil.example:8000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "xlocalhost",
    "[::1].a",
]


@pytest.fixture(scope="module")
def named(server: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """Called by another name, too."""
    settings = {"allowed_hosts": '["Bi.example.com"]'}
    with stack.envoy(tmp_path_factory.mktemp("named"), server, **settings) as running:
        yield running


def asked(gateway: Gateway, path: str, host: str, **headers: str) -> httpx.Response:
    return gateway.get(path, host=host, **headers)


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_read_under_a_foreign_name(gateway: Gateway, path: str, host: str) -> None:
    answer = asked(gateway, path, host)
    assert answer.status_code == 403
    error = checked(answer)
    assert error["details"][0]["reason"] == "FORBIDDEN"
    assert host in error["message"]
    assert "ALLOWED_HOSTS" in error["message"]


@pytest.mark.parametrize(
    "host", ["localhost", "LocalHost:8000", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8000", "10.0.0.7"]
)
def test_this_machine_and_addresses_are_answered(gateway: Gateway, host: str) -> None:
    assert {asked(gateway, path, host).status_code for path in PATHS} <= {200, 302}


@pytest.mark.parametrize("host", ["bi.example.com", "BI.example.com:443", "localhost:8000"])
def test_names_of_the_settings_are_answered_too(named: Gateway, host: str) -> None:
    assert asked(named, PATHS[0], host).status_code == 200
    assert asked(named, PATHS[0], "bixexample.com").status_code == 403


def authority(gateway: Gateway, name: str) -> SystemServiceStub:
    channel = grpc.insecure_channel(f"127.0.0.1:{gateway.http_port}", [("grpc.default_authority", name)])
    return SystemServiceStub(channel)


def test_grpc_is_not_answered_either(gateway: Gateway) -> None:
    assert authority(gateway, "localhost:8000").GetHealth(GetHealthRequest()).status == "healthy"
    with pytest.raises(grpc.RpcError) as caught:
        authority(gateway, "evil.example").GetHealth(GetHealthRequest())
    assert isinstance(caught.value, grpc.Call)
    assert caught.value.code() is grpc.StatusCode.PERMISSION_DENIED
    assert "ALLOWED_HOSTS" in (caught.value.details() or "")


def test_nor_is_grpc_web(gateway: Gateway) -> None:
    """A page may send it to its own origin without asking first."""
    headers = {"content-type": "application/grpc-web+proto", "x-grpc-web": "1"}
    path, message = "/bi.v1.SystemService/GetHealth", b"\0\0\0\0\0"
    own = gateway.client.post(path, content=message, headers=headers)
    assert "healthy" in own.text
    foreign = gateway.client.post(path, content=message, headers={**headers, "host": "evil.example"})
    assert foreign.status_code == 403  # which gRPC-Web takes for PERMISSION_DENIED
    assert "ALLOWED_HOSTS" in foreign.text


def test_behind_another_address_any_name_may_be_meant(server: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = {"host": "0.0.0.0", "allow_anonymous": "read"}
    with stack.envoy(tmp_path_factory.mktemp("open"), server, **settings) as gateway:
        assert asked(gateway, PATHS[0], "bi.example.com", origin=ORIGIN).status_code == 200


@pytest.mark.parametrize("name", ["https://bi.example.com", "bi.example.com:8000", "*.example.com", ""])
def test_what_is_no_host_name_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", f'["{name}"]')
    with pytest.raises(InvalidInput, match="ALLOWED_HOSTS"):
        settings.load()
