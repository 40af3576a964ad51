"""Who calls: a token or an API key, sent with every call."""

import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import grpc

from bi.v1.auth_pb2 import RefreshRequest, RefreshResponse, SignInRequest, SignInResponse
from bi_client.channels import credential
from bi_client.errors import Unauthenticated

EARLY_SECONDS = 60.0  # a token that ends so soon is not sent any more


class _Details(NamedTuple):
    """What gRPC asks of the details of a call."""

    method: str
    timeout: float | None
    metadata: Any
    credentials: Any
    wait_for_ready: bool | None
    compression: Any


class SendCredentials(
    grpc.UnaryUnaryClientInterceptor, grpc.StreamUnaryClientInterceptor, grpc.UnaryStreamClientInterceptor
):
    """Adds the metadata that says who calls; none where there is neither token nor key."""

    def __init__(self, token: str | Callable[[], str], api_key: str) -> None:
        self._token = token
        self._api_key = api_key

    def intercept_unary_unary(self, continuation: Callable[..., Any], details: Any, request: Any) -> Any:
        return continuation(self._signed(details), request)

    def intercept_stream_unary(self, continuation: Callable[..., Any], details: Any, requests: Any) -> Any:
        return continuation(self._signed(details), requests)

    def intercept_unary_stream(self, continuation: Callable[..., Any], details: Any, request: Any) -> Any:
        return continuation(self._signed(details), request)

    def _signed(self, details: Any) -> Any:
        own = credential(self._token() if callable(self._token) else self._token, self._api_key)
        if not own:
            return details
        return _Details(
            details.method,
            details.timeout,
            (*(details.metadata or ()), *own),
            details.credentials,
            details.wait_for_ready,
            details.compression,
        )


class SignedIn:
    """The token of a user that holds now: signs in when it is first asked for, and gets the next in time."""

    def __init__(self, auth: Any, username: str, password: str, clock: Callable[[], float] = time.monotonic) -> None:
        """`auth` is the stub of AuthService, whose calls raise typed errors."""
        self._auth = auth
        self._username = username
        self._password = password
        self._clock = clock
        self._lock = threading.Lock()
        self._issued: SignInResponse | RefreshResponse | None = None
        self._until = 0.0

    def __call__(self) -> str:
        with self._lock:
            if self._issued is None or self._clock() > self._until:
                asked_at = self._clock()
                self._issued = self._next()
                self._until = asked_at + self._issued.expires_in - EARLY_SECONDS
            return self._issued.access_token

    def _next(self) -> SignInResponse | RefreshResponse:
        known, self._issued = self._issued, None
        if known is not None:
            try:
                refreshed: RefreshResponse = self._auth.Refresh(RefreshRequest(refresh_token=known.refresh_token))
                return refreshed
            except Unauthenticated:  # over, or its answer was lost on the way
                pass
        signed_in: SignInResponse = self._auth.SignIn(SignInRequest(username=self._username, password=self._password))
        return signed_in
