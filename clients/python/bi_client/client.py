"""The channel and its stubs."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import grpc
from google.protobuf.message import Message

from bi.v1 import data_pb2
from bi.v1.ai_pb2_grpc import AiServiceStub
from bi.v1.analytics_pb2_grpc import AnalyticsServiceStub
from bi.v1.auth_pb2_grpc import AuthServiceStub
from bi.v1.dashboard_pb2_grpc import DashboardServiceStub
from bi.v1.data_pb2_grpc import DataServiceStub, ImportServiceStub
from bi.v1.live_pb2 import WatchDataRequest
from bi.v1.live_pb2_grpc import LiveServiceStub
from bi.v1.report_pb2_grpc import ReportServiceStub
from bi.v1.system_pb2_grpc import SystemServiceStub
from bi_client import channels
from bi_client.answers import Answer
from bi_client.asking import Questions
from bi_client.credentials import Credentials, SendCredentials, SignedIn
from bi_client.errors import RaiseTypedErrors, Unauthenticated, Unavailable, typed
from bi_client.files import pieces
from bi_client.questions import Question

A = TypeVar("A", bound=Message)


class Client(Questions):
    """One server: `bi.kpis("mtd").df()`, or its services themselves, `bi.dashboard.GetKpis(request)`.

    Args:
        target: address of the server's gRPC port, or of the gateway's port.
        timeout: seconds a call may take, attempts included, unless it names its own (`GetKpis(request, timeout=2)`).
        attempts: how often a call is made in all while the server is UNAVAILABLE, with growing pauses; 1 to 5.
        ca: PEM file of who issued the server's certificate; the channel is TLS then.
        client_cert, client_key: PEM files, where the server asks callers for a certificate (TLS, too).
        credentials: TLS of your own making, such as `grpc.ssl_channel_credentials()` for the issuers that are known to
            everybody. Without any of these the channel is plain text, for one machine or a private network.
        token: a token (JWT) for every call, or a function that gives the one that holds now: it is asked before every
            call, so that it may get a new one in time, and once more where the server refuses what it gave.
        api_key: an API key, instead of a token.
        username, password: of a user; the client signs in with the first call, and gets new tokens in time, or where
            the server refuses the one it has.

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
        channels.check_caller(token, api_key, username)
        options = channels.options(timeout, attempts)
        credentials = channels.tls(ca, client_cert, client_key, credentials)
        if credentials is None:
            self._channel = grpc.insecure_channel(target, options)
        else:
            self._channel = grpc.secure_channel(target, credentials, options)
        typed = grpc.intercept_channel(self._channel, RaiseTypedErrors())
        self.auth = AuthServiceStub(typed)
        if username:
            token = SignedIn(self.auth, username, password)
        self._credentials = Credentials(token, api_key)
        self._asked = channel = grpc.intercept_channel(typed, SendCredentials(self._credentials))
        self.system = SystemServiceStub(channel)
        self.data = DataServiceStub(channel)
        self.dashboard = DashboardServiceStub(channel)
        self.analytics = AnalyticsServiceStub(channel)
        self.ai = AiServiceStub(channel)
        self.imported = ImportServiceStub(channel)
        self.reports = ReportServiceStub(channel)
        self.live = LiveServiceStub(channel)

    def ask(self, question: Question[A]) -> Answer[A]:
        """The answer to a question; `kpis` and its like make and ask one."""
        method = f"/bi.v1.{question.method}"
        call = self._asked.unary_unary(method, type(question.request).SerializeToString, question.answer.FromString)
        return Answer(question, call(question.request))

    def import_file(self, path: str | Path, **options: Any) -> data_pb2.ImportFileResponse:
        """Takes a file of sales into the store, or with `dry_run=True` tells how it would be read.

        Options are those of ImportFileRequest: `order_lines=True`, `map=["revenue=Amount"]`, `profile="shopify"`, ...
        Raises TypeError for one that there is not, InvalidArgument for what cannot be read.
        """
        own = self._credentials.metadata()
        try:
            return self.data.ImportFile(pieces(Path(path), options))
        except Unauthenticated:
            if self._credentials.renewed(own) is None:
                raise
        return self.data.ImportFile(pieces(Path(path), options))

    def watch(self) -> Iterator[int]:
        """The version of the data, now and whenever it changes; a lost connection is taken up again. It never ends."""
        known: int | None = None
        is_renewed = False
        while True:
            try:
                own = self._credentials.metadata()
                for told in self.live.WatchData(WatchDataRequest(known_version=known)):
                    known, is_renewed = told.data_version, False
                    yield known
            except Unavailable:  # who signs in
                pass
            except grpc.RpcError as error:
                is_refused = error.code() is grpc.StatusCode.UNAUTHENTICATED and not is_renewed
                if is_refused and self._credentials.renewed(own) is not None:
                    is_renewed = True
                    continue
                if error.code() is not grpc.StatusCode.UNAVAILABLE:
                    raise typed(error) from None
            time.sleep(channels.PAUSE_SECONDS)

    def close(self) -> None:
        """Ends the connection; running calls are cancelled."""
        self._channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
