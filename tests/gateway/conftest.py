"""The real server behind the real Envoy, once per session, and gateways in front of servers that are not well."""

import threading
from collections.abc import Iterator
from concurrent import futures
from typing import Any

import grpc
import pytest
from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.stack import Gateway


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The gRPC port of a server with the default sample data."""
    with stack.server(tmp_path_factory.mktemp("server")) as port:
        yield port


@pytest.fixture(scope="session")
def gateway(server: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """The product as `make run` starts it."""
    with stack.envoy(tmp_path_factory.mktemp("gateway"), server) as running_gateway:
        assert running_gateway.get("/health").status_code == 200
        yield running_gateway


@pytest.fixture(scope="session")
def tight_gateway(server: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """The smallest limits that the settings allow, and two origins."""
    limits = {"max_request_bytes": 1024, "max_response_bytes": 2**20}
    origins = '["https://a.example", "http://localhost:3000"]'
    with stack.envoy(tmp_path_factory.mktemp("tight"), server, cors_origins=origins, **limits) as running_gateway:
        yield running_gateway


@pytest.fixture(scope="session")
def lonely_gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """Nobody listens behind it."""
    with stack.envoy(tmp_path_factory.mktemp("lonely"), free_ports(1)) as running_gateway:
        yield running_gateway


@pytest.fixture(scope="session")
def hanging_gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """The server behind it takes every call and answers none; the gateway waits 0.1 s and its second of grace."""
    over = threading.Event()

    class Hang(grpc.GenericRpcHandler):
        def service(self, handler_call_details: Any) -> Any:  # noqa: ARG002 - grpc's signature
            return grpc.unary_unary_rpc_method_handler(lambda _request, _context: over.wait() and b"")

    hanging = grpc.server(futures.ThreadPoolExecutor(8), handlers=[Hang()])
    port = hanging.add_insecure_port("127.0.0.1:0")
    hanging.start()
    try:
        with stack.envoy(tmp_path_factory.mktemp("hanging"), port, request_timeout_seconds=0.1) as running_gateway:
            yield running_gateway
    finally:
        over.set()
        hanging.stop(None).wait()
