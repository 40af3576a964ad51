"""Who calls: a token or an API key, sent with every call."""

import math
import threading
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import grpc

from bi.v1.auth_pb2 import RefreshRequest, RefreshResponse, SignInRequest, SignInResponse
from bi_client.channels import Metadata, credential
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


class Credentials:
    """What says who calls; none where there is neither token nor key."""

    def __init__(self, token: "str | Callable[[], str] | SignedIn", api_key: str) -> None:
        self._token = token
        self._api_key = api_key

    @property
    def may_wait(self) -> bool:
        """Whether to ask for them may take a while."""
        return callable(self._token)

    def metadata(self) -> Metadata:
        """Those that hold now."""
        return credential(self._token() if callable(self._token) else self._token, self._api_key)

    def renewed(self, refused: Metadata) -> Metadata | None:
        """Others than those that the server has just refused; None where there are none."""
        if isinstance(self._token, SignedIn):
            self._token.forget(refused)
        own = self.metadata() if callable(self._token) else refused
        return own if own != refused else None


class SendCredentials(
    grpc.UnaryUnaryClientInterceptor, grpc.StreamUnaryClientInterceptor, grpc.UnaryStreamClientInterceptor
):
    """Adds them to every call. A call of one message that is refused is made once more, where they can be renewed: the
    server may have another secret now, or another clock."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def intercept_unary_unary(self, continuation: Callable[..., Any], details: Any, request: Any) -> Any:
        own = self._credentials.metadata()
        call = continuation(_signed(details, own), request)
        if isinstance(call.exception(), Unauthenticated):
            renewed = self._credentials.renewed(own)
            return call if renewed is None else continuation(_signed(details, renewed), request)
        return call

    def intercept_stream_unary(self, continuation: Callable[..., Any], details: Any, requests: Any) -> Any:
        return continuation(_signed(details, self._credentials.metadata()), requests)

    def intercept_unary_stream(self, continuation: Callable[..., Any], details: Any, request: Any) -> Any:
        return continuation(_signed(details, self._credentials.metadata()), request)


def _signed(details: Any, own: Metadata) -> Any:
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

    def forget(self, refused: Metadata) -> None:
        """Does not give the token of this metadata again: the next call gets another, one for all who were refused."""
        with self._lock:
            if self._issued is not None and credential(self._issued.access_token, "") == refused:
                self._until = -math.inf

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
