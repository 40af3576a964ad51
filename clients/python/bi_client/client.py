"""The channel and its stubs."""

import json
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import grpc

from bi.v1.ai_pb2_grpc import AiServiceStub
from bi.v1.analytics_pb2_grpc import AnalyticsServiceStub
from bi.v1.auth_pb2_grpc import AuthServiceStub
from bi.v1.dashboard_pb2_grpc import DashboardServiceStub
from bi.v1.data_pb2_grpc import DataServiceStub
from bi.v1.system_pb2_grpc import SystemServiceStub
from bi_client.credentials import SendCredentials, SignedIn
from bi_client.errors import RaiseTypedErrors

MAX_MESSAGE_BYTES = 64 << 20  # a chart of 100,000 points has about 8 MB


class Client:
    """Every service of one server: `bi.dashboard.GetKpis(request)`, `bi.analytics.GetForecast(request)`, ...

    Args:
        target: address of the server's gRPC port, or of the gateway's port.
        timeout: seconds a call may take, attempts included, unless it names its own (`GetKpis(request, timeout=2)`).
        attempts: how often a call is made in all while the server is UNAVAILABLE, with growing pauses; 1 to 5.
        ca: PEM file of who issued the server's certificate; the channel is TLS then.
        client_cert, client_key: PEM files, where the server asks callers for a certificate (TLS, too).
        credentials: TLS of your own making, such as `grpc.ssl_channel_credentials()` for the issuers that are known to
            everybody. Without any of these the channel is plain text, for one machine or a private network.
        token: a token (JWT) for every call, or a function that gives the one that holds now: it is asked before every
            call, so that it may get a new one in time.
        api_key: an API key, instead of a token.
        username, password: of a user; the client signs in with the first call, and gets new tokens in time.

    Failed calls raise a `BiError`. Calls may come from many threads at once. Close it, or use it in `with`.
    """

    def __init__(
        self,
        target: str = "localhost:50051",
        *,
        timeout: float = 30.0,
        attempts: int = 3,
        ca: str | Path = "",
        client_cert: str | Path = "",
        client_key: str | Path = "",
        credentials: grpc.ChannelCredentials | None = None,
        token: str | Callable[[], str] = "",
        api_key: str = "",
        username: str = "",
        password: str = "",
    ) -> None:
        if sum(map(bool, (token, api_key, username))) > 1:
            raise ValueError("token, api_key and username: a call carries one of them")
        options = [
            ("grpc.service_config", _service_config(timeout, attempts)),
            ("grpc.max_receive_message_length", MAX_MESSAGE_BYTES),
        ]
        if ca or client_cert or client_key:
            if credentials is not None:
                raise ValueError("credentials are TLS already; leave out ca, client_cert and client_key")
            credentials = grpc.ssl_channel_credentials(*map(_content, (ca, client_key, client_cert)))
        if credentials is None:
            self._channel = grpc.insecure_channel(target, options)
        else:
            self._channel = grpc.secure_channel(target, credentials, options)
        typed = grpc.intercept_channel(self._channel, RaiseTypedErrors())
        self.auth = AuthServiceStub(typed)
        if username:
            token = SignedIn(self.auth, username, password)
        channel = grpc.intercept_channel(typed, SendCredentials(token, api_key))
        self.system = SystemServiceStub(channel)
        self.data = DataServiceStub(channel)
        self.dashboard = DashboardServiceStub(channel)
        self.analytics = AnalyticsServiceStub(channel)
        self.ai = AiServiceStub(channel)

    def close(self) -> None:
        """Ends the connection; running calls are cancelled."""
        self._channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _content(file: str | Path) -> bytes | None:
    return Path(file).read_bytes() if file else None


def _service_config(timeout: float, attempts: int) -> str:
    """gRPC's own deadlines and retries, for every method."""
    if not 1 <= attempts <= 5:
        raise ValueError(f"attempts: {attempts} is outside 1 to 5")
    if not timeout > 0:
        raise ValueError(f"timeout: {timeout} is not a number of seconds above 0")
    method: dict[str, object] = {"name": [{}], "timeout": f"{timeout:.3f}s", "waitForReady": False}
    if attempts > 1:
        method["retryPolicy"] = {
            "maxAttempts": attempts,
            "initialBackoff": "0.1s",
            "maxBackoff": "2s",
            "backoffMultiplier": 3,
            "retryableStatusCodes": ["UNAVAILABLE"],
        }
    return json.dumps({"methodConfig": [method]})
