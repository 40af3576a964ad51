"""The same questions for asyncio."""

import asyncio
from collections.abc import AsyncIterator, Callable
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
from bi_client.credentials import SignedIn
from bi_client.errors import RaiseTypedErrors, typed
from bi_client.files import pieces
from bi_client.questions import Question

A = TypeVar("A", bound=Message)


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
        if credentials is None:
            self._channel = grpc.aio.insecure_channel(target, options)
        else:
            self._channel = grpc.aio.secure_channel(target, credentials, options)
        self._signing: grpc.Channel | None = None
        if username:  # signing in is rare, and is done in a thread
            secure = grpc.secure_channel(target, credentials, options) if credentials else None
            self._signing = secure or grpc.insecure_channel(target, options)
            token = SignedIn(
                AuthServiceStub(grpc.intercept_channel(self._signing, RaiseTypedErrors())), username, password
            )
        self._token = token
        self._api_key = api_key

    async def ask(self, question: Question[A]) -> Answer[A]:
        """The answer to a question; `kpis` and its like make and ask one."""
        method = f"/bi.v1.{question.method}"
        call = self._channel.unary_unary(method, type(question.request).SerializeToString, question.answer.FromString)
        try:
            return Answer(question, await call(question.request, metadata=await self._metadata()))
        except grpc.aio.AioRpcError as error:
            raise typed(error) from None

    async def import_file(self, path: str | Path, **options: Any) -> data_pb2.ImportFileResponse:
        """As of Client."""
        found = pieces(Path(path), options)

        async def sent() -> AsyncIterator[data_pb2.ImportFileRequest]:
            while (piece := await asyncio.to_thread(next, found, None)) is not None:
                yield piece

        call = self._channel.stream_unary(
            "/bi.v1.DataService/ImportFile",
            data_pb2.ImportFileRequest.SerializeToString,
            data_pb2.ImportFileResponse.FromString,
        )
        try:
            answer: data_pb2.ImportFileResponse = await call(sent(), metadata=await self._metadata())
        except grpc.aio.AioRpcError as error:
            raise typed(error) from None
        return answer

    async def watch(self) -> AsyncIterator[int]:
        """The version of the data, now and whenever it changes; a lost connection is taken up again. It never ends."""
        call = self._channel.unary_stream(
            "/bi.v1.LiveService/WatchData",
            live_pb2.WatchDataRequest.SerializeToString,
            live_pb2.WatchDataResponse.FromString,
        )
        known: int | None = None
        while True:
            try:
                request = live_pb2.WatchDataRequest(known_version=known)
                async for told in call(request, metadata=await self._metadata()):
                    known = told.data_version
                    yield known
            except grpc.aio.AioRpcError as error:
                if error.code() is not grpc.StatusCode.UNAVAILABLE:
                    raise typed(error) from None
            await asyncio.sleep(channels.PAUSE_SECONDS)

    async def _metadata(self) -> tuple[tuple[str, str], ...]:
        token = await asyncio.to_thread(self._token) if callable(self._token) else self._token
        return channels.credential(token, self._api_key)

    async def close(self) -> None:
        """Ends the connection; running calls are cancelled."""
        await self._channel.close()
        if self._signing is not None:
            self._signing.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.close()
