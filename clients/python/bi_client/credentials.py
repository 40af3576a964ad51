"""Who calls: a token or an API key, sent with every call."""

from collections.abc import Callable
from typing import Any, NamedTuple

import grpc


class _Details(NamedTuple):
    """What gRPC asks of the details of a call."""

    method: str
    timeout: float | None
    metadata: Any
    credentials: Any
    wait_for_ready: bool | None
    compression: Any


class SendCredentials(grpc.UnaryUnaryClientInterceptor, grpc.StreamUnaryClientInterceptor):
    """Adds the metadata that says who calls; none where there is neither token nor key."""

    def __init__(self, token: str | Callable[[], str], api_key: str) -> None:
        self._token = token
        self._api_key = api_key

    def intercept_unary_unary(self, continuation: Callable[..., Any], details: Any, request: Any) -> Any:
        return continuation(self._signed(details), request)

    def intercept_stream_unary(self, continuation: Callable[..., Any], details: Any, requests: Any) -> Any:
        return continuation(self._signed(details), requests)

    def _signed(self, details: Any) -> Any:
        token = self._token() if callable(self._token) else self._token
        if not token and not self._api_key:
            return details
        own = ("authorization", f"Bearer {token}") if token else ("x-api-key", self._api_key)
        return _Details(
            details.method,
            details.timeout,
            (*(details.metadata or ()), own),
            details.credentials,
            details.wait_for_ready,
            details.compression,
        )
