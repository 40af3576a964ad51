"""The same questions for asyncio."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import grpc
from google.protobuf.message import Message

from bi.v1 import data_pb2, live_pb2
from bi.v1.auth_pb2_grpc import AuthServiceStub
from bi_client import channels
from bi_client.answers import Answer
from bi_client.asking import Questions
from bi_client.channels import Metadata
from bi_client.credentials import Credentials, SignedIn
from bi_client.errors import RaiseTypedErrors, Unavailable, typed
from bi_client.files import pieces
from bi_client.questions import Question

A = TypeVar("A", bound=Message)
T = TypeVar("T")


class AsyncClient(Questions):
    """One server: `(await bi.kpis("mtd")).df()`. Arguments and errors are those of Client.

    Make it inside a running loop; close it, or use it in `async with`.
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
        # Signing in is rare, and is done in a thread by a channel of its own. So are imports: of a stream that the
        # server ends early grpc.aio may lose the reason (https://github.com/grpc/grpc/issues/36066).
        if credentials is None:
            self._channel = grpc.aio.insecure_channel(target, options)
            self._blocking = grpc.insecure_channel(target, options)
        else:
            self._channel = grpc.aio.secure_channel(target, credentials, options)
            self._blocking = grpc.secure_channel(target, credentials, options)
        if username:
            signing = grpc.intercept_channel(self._blocking, RaiseTypedErrors())
            token = SignedIn(AuthServiceStub(signing), username, password)
        self._credentials = Credentials(token, api_key)

    async def ask(self, question: Question[A]) -> Answer[A]:
        """The answer to a question; `kpis` and its like make and ask one."""
        method = f"/bi.v1.{question.method}"
        call = self._channel.unary_unary(method, type(question.request).SerializeToString, question.answer.FromString)
        return Answer(question, await self._answered(lambda metadata: call(question.request, metadata=metadata)))

    async def import_file(self, path: str | Path, **options: Any) -> data_pb2.ImportFileResponse:
        """As of Client."""

        call = self._blocking.stream_unary(
            "/bi.v1.DataService/ImportFile",
            data_pb2.ImportFileRequest.SerializeToString,
            data_pb2.ImportFileResponse.FromString,
        )

        async def answered(metadata: Metadata) -> data_pb2.ImportFileResponse:
            running = call.future(pieces(Path(path), options), metadata=metadata)
            try:
                return await asyncio.to_thread(running.result)
            finally:
                running.cancel()  # where nobody waits any more; else it is over

        return await self._answered(answered)

    async def watch(self) -> AsyncIterator[int]:
        """The version of the data, now and whenever it changes; a lost connection is taken up again. It never ends."""
        call = self._channel.unary_stream(
            "/bi.v1.LiveService/WatchData",
            live_pb2.WatchDataRequest.SerializeToString,
            live_pb2.WatchDataResponse.FromString,
        )
        known: int | None = None
        is_renewed = False
        while True:
            try:
                own = await self._asked(self._credentials.metadata)
                async for told in call(live_pb2.WatchDataRequest(known_version=known), metadata=own):
                    known, is_renewed = told.data_version, False
                    yield known
            except Unavailable:  # who signs in
                pass
            except grpc.aio.AioRpcError as error:
                is_refused = error.code() is grpc.StatusCode.UNAUTHENTICATED and not is_renewed
                if is_refused and await self._asked(self._credentials.renewed, own) is not None:
                    is_renewed = True
                    continue
                if error.code() is not grpc.StatusCode.UNAVAILABLE:
                    raise typed(error) from None
            await asyncio.sleep(channels.PAUSE_SECONDS)

    async def _answered(self, call: Callable[[Metadata], Awaitable[T]]) -> T:
        """As `credentials.SendCredentials` does: once more where it was refused, and who calls can say so anew."""
        own = await self._asked(self._credentials.metadata)
        try:
            return await call(own)
        except grpc.RpcError as error:
            refused = typed(error)
        renewed = None
        if refused.code is grpc.StatusCode.UNAUTHENTICATED:
            renewed = await self._asked(self._credentials.renewed, own)
        if renewed is None:
            raise refused
        try:
            return await call(renewed)
        except grpc.RpcError as error:
            raise typed(error) from None

    async def _asked(self, credentials: Callable[..., T], *refused: Metadata) -> T:
        """In a thread where it may wait for the server."""
        if self._credentials.may_wait:
            return await asyncio.to_thread(credentials, *refused)
        return credentials(*refused)

    async def close(self) -> None:
        """Ends the connection; running calls are cancelled."""
        await self._channel.close()
        self._blocking.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.close()
