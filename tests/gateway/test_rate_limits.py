"""More than a caller, or an address, may ask for is answered 429, however many processes serve."""

import time
from collections.abc import Callable, Iterator

import grpc
import httpx
import pytest
from google.rpc import error_details_pb2
from grpc_status import rpc_status
from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.stack import Gateway, environment, listens, running
from tests.gateway.test_errors import checked
from tests.rpc.callers import SECRET, token

from bi.v1.data_pb2 import GetMetadataRequest
from bi.v1.data_pb2_grpc import DataServiceStub
from bi.v1.system_pb2 import GetInfoRequest
from bi.v1.system_pb2_grpc import SystemServiceStub
from bi_server.access import rate_limits
from bi_server.access.rate_limits import RateLimits
from bi_server.errors import RateLimited

METADATA = "/api/metadata"
MOST = 3  # a minute: one is paid off in 20 seconds, so that a slow machine does not matter


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """Two processes that count calls of a caller together, behind a gateway."""
    folder, port = tmp_path_factory.mktemp("limited"), free_ports(2)
    settings = {"auth_secret": SECRET, "rate_limit_per_caller": MOST, "server_processes": 2, "sample_records": 500}
    env = environment(folder, grpc_port=port, **settings)
    stack.fill(env)
    with running("bi_server", "serve", folder=folder, env=env) as process:
        stack.until(lambda: listens(port) and listens(port + 1), process)
        with stack.envoy(folder, port, auth_secret=SECRET, server_processes=2) as gateway:
            yield gateway


def most_by_now(since: float) -> int:
    """What may have been answered to a caller who began then."""
    return MOST + int((time.monotonic() - since) * MOST / 60) + 1


def counted(*calls: Callable[[], object]) -> tuple[int, grpc.Call]:
    """How many calls are answered, one after the other, until one is refused; and that one."""
    refused: grpc.RpcError | None = None
    for count in range(10 * MOST):
        try:
            calls[count % len(calls)]()
        except grpc.RpcError as error:
            refused = error
            break
    assert isinstance(refused, grpc.Call)
    assert refused.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    return count, refused


def test_processes_count_a_caller_together(limited: Gateway) -> None:
    def asks(process: int, caller: str) -> object:
        metadata = (("authorization", f"Bearer {token(sub=caller)}"),)
        return DataServiceStub(channels[process]).GetMetadata(GetMetadataRequest(), metadata=metadata)

    channels, since = [grpc.insecure_channel(f"127.0.0.1:{limited.grpc_port + i}") for i in range(2)], time.monotonic()
    with channels[0], channels[1]:
        answered, refused = counted(lambda: asks(0, "busy"), lambda: asks(1, "busy"))
        assert MOST <= answered <= most_by_now(since)
        asks(1, "calm")
    assert "RATE_LIMIT_PER_CALLER" in (refused.details() or "")
    retry = error_details_pb2.RetryInfo()
    assert any(detail.Unpack(retry) for detail in rpc_status.from_call(refused).details)
    assert 1 <= retry.retry_delay.seconds <= 60 // MOST


def until_refused(ask: Callable[[], httpx.Response]) -> httpx.Response:
    for _ in range(10 * MOST):
        answer = ask()
        if answer.status_code != 200:
            return answer
    raise AssertionError("never refused")


def test_a_page_is_told_when_to_come_again(limited: Gateway) -> None:
    refused = until_refused(lambda: limited.get(METADATA, authorization=f"Bearer {token(sub='page')}"))
    assert refused.status_code == 429
    error = checked(refused)
    assert error["details"][0]["reason"] == "RATE_LIMITED"
    assert 1 <= int(refused.headers["retry-after"]) <= 60 // MOST
    assert "retry-after" in refused.headers["access-control-expose-headers"]
    assert limited.get(METADATA, authorization=f"Bearer {token(sub='another')}").status_code == 200
    assert limited.get("/health").status_code == 200


@pytest.fixture(scope="module")
def by_address(server: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """Behind a proxy that is trusted."""
    settings = {"rate_limit_per_address": MOST, "trusted_proxies": 1}
    with stack.envoy(tmp_path_factory.mktemp("by-address"), server, **settings) as gateway:
        yield gateway


def test_an_address_is_told_when_to_come_again(by_address: Gateway) -> None:
    def ask(address: str, path: str = METADATA) -> httpx.Response:
        return by_address.get(path, **{"x-forwarded-for": address})

    refused = until_refused(lambda: ask("192.0.2.1"))
    assert refused.status_code == 429
    error = checked(refused)
    assert error["code"] == 8
    assert "RATE_LIMIT_PER_ADDRESS" in error["message"]
    assert refused.headers["retry-after"] == str(60 // MOST)
    assert ask("10.0.0.1, 192.0.2.1").status_code == 429, "what the caller says of himself is not looked at"
    assert ask("192.0.2.2").status_code == 200
    assert ask("192.0.2.1", "/health").status_code == 200, "health is told in any case"
    until_refused(lambda: ask("2001:db8:1:2::1"))
    assert ask("2001:db8:1:2::2").status_code == 429
    assert ask("2001:db8:1:3::1").status_code == 200


def test_grpc_through_the_gateway_counts_too(by_address: Gateway) -> None:
    address = (("x-forwarded-for", "192.0.2.3"),)
    with grpc.insecure_channel(f"127.0.0.1:{by_address.http_port}") as channel:
        system = SystemServiceStub(channel)
        assert counted(lambda: system.GetInfo(GetInfoRequest(), metadata=address))[0] >= MOST


def test_without_a_trusted_proxy_the_address_is_that_of_the_connection(
    server: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    addresses = (f"192.0.2.{i % 200}" for i in range(10 * MOST))
    with stack.envoy(tmp_path_factory.mktemp("own"), server, rate_limit_per_address=MOST) as gateway:
        refused = until_refused(lambda: gateway.get(METADATA, **{"x-forwarded-for": next(addresses)}))
    assert refused.status_code == 429


class Clock:
    """A clock that stands until it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def taken(limits: RateLimits, caller: str) -> int:
    """How many calls are answered in a row."""
    for count in range(10_000):
        try:
            limits.take(caller)
        except RateLimited:
            return count
    raise AssertionError("never refused")


def test_a_minute_is_answered_at_once_and_then_at_the_pace() -> None:
    clock = Clock()
    limits = RateLimits(60, clock=clock)
    assert taken(limits, "ann") == 60
    with pytest.raises(RateLimited) as refused:
        limits.take("ann")
    assert refused.value.retry_seconds == 1
    clock.now += refused.value.retry_seconds
    assert taken(limits, "ann") == 1
    clock.now += 30
    assert taken(limits, "ann") == 30
    clock.now += 3600
    assert (taken(limits, "ann"), taken(limits, "ben")) == (60, 60)
    limits.close()


def test_however_many_call_they_take_the_same_memory_and_the_busiest_are_kept() -> None:
    clock = Clock()
    with rate_limits.make_file() as file:
        first, second = (RateLimits(60, file.fileno(), clock) for _ in range(2))
        busy = [f"busy {i}" for i in range(100)]
        assert all(taken(first, caller) == 60 for caller in busy)
        for i in range(rate_limits.SETS):  # one on average of each set, where eight have room
            second.take(f"passing {i}")
        assert all(taken(second, caller) == 0 for caller in busy)
        assert file.seek(0, 2) == rate_limits.BYTES
        first.close()
        second.close()
