"""What every RPC passes on its way in and out: request id, deadline, cache, log, and errors -> status.

Servicers are plain objects with methods `Name(request, cube) -> response` (or `Name(request) -> response` where no data
is read). The boundary hands them parsed requests with the newest snapshot, and turns what they raise into a status.
"""

import asyncio
import logging
import time
import uuid
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeAlias

import grpc
from google.protobuf import descriptor, message_factory
from google.protobuf.message import DecodeError, Message

from bi_server.cache import Answer, AnswerCache, Key
from bi_server.errors import BiError, InvalidInput
from bi_server.status import status_of
from bi_server.store.store import Store

log = logging.getLogger("bi_server.requests")

REQUEST_ID_LENGTH = 128  # a longer id from a client is replaced

Context: TypeAlias = "grpc.aio.ServicerContext[bytes, bytes]"


@dataclass(frozen=True)
class Service:
    """A servicer and what the boundary must know of it."""

    descriptor: descriptor.ServiceDescriptor
    servicer: object
    reads_data: bool = True
    # Whether its answers are worth waiting for when an equal request is on its way already.
    is_slow: bool = False
    # Whether an answer may be kept for equal requests over equal data.
    cacheable: Callable[[Any], bool] = lambda _response: True


class Boundary:
    """Registers services with a gRPC server."""

    def __init__(self, store: Store, cache: AnswerCache, timeout_seconds: float) -> None:
        self._store = store
        self._cache = cache
        self._timeout = timeout_seconds
        self._running: dict[Key, asyncio.Task[Answer]] = {}

    def handler(self, service: Service) -> grpc.GenericRpcHandler:
        """All methods of a service, as gRPC wants them."""
        return grpc.method_handlers_generic_handler(
            service.descriptor.full_name,
            {
                # Bytes in, bytes out: an answer from the cache is neither parsed nor built.
                method.name: grpc.stream_unary_rpc_method_handler(self._stream(service, method))
                if method.client_streaming
                else grpc.unary_unary_rpc_method_handler(self._unary(service, method))
                for method in service.descriptor.methods
            },
        )

    def _unary(
        self, service: Service, method: descriptor.MethodDescriptor
    ) -> Callable[[bytes, Context], Awaitable[bytes]]:
        name = f"{service.descriptor.name}/{method.name}"
        request_type = message_factory.GetMessageClass(method.input_type)
        call = getattr(service.servicer, method.name)

        async def compute(raw: bytes, cube: Any) -> Answer:
            request = _parse(request_type, raw)
            response = await (call(request, cube) if service.reads_data else call(request))
            return _answer(response, cube, service.cacheable(response))

        async def cached(raw: bytes) -> Answer:
            if not service.reads_data:
                return await compute(raw, None)
            cube = await self._store.snapshot()
            key = (name, raw, cube.version)
            answer = self._cache.get(key)
            if answer is not None:
                return answer
            if not service.is_slow:
                answer = await compute(raw, cube)
                self._keep(key, answer)
                return answer
            # Equal requests that come while the first is computed wait for it; one that gives up does not end it.
            task = self._running.get(key)
            if task is None:
                task = asyncio.create_task(compute(raw, cube))
                self._running[key] = task
                task.add_done_callback(lambda done: self._finished(key, done))
            return await asyncio.shield(task)

        async def handle(raw: bytes, context: Context) -> bytes:
            return await self._answered(name, context, cached(raw), self._timeout)

        return handle

    def _stream(
        self, service: Service, method: descriptor.MethodDescriptor
    ) -> Callable[[AsyncIterator[bytes], Context], Awaitable[bytes]]:
        """A method that takes a stream of requests; only the caller's own deadline ends it."""
        name = f"{service.descriptor.name}/{method.name}"
        request_type = message_factory.GetMessageClass(method.input_type)
        call = getattr(service.servicer, method.name)

        async def parsed(raw: AsyncIterator[bytes]) -> AsyncIterator[Message]:
            async for piece in raw:
                yield _parse(request_type, piece)

        async def compute(raw: AsyncIterator[bytes]) -> Answer:
            return _answer(await call(parsed(raw)), None, False)

        async def handle(raw: AsyncIterator[bytes], context: Context) -> bytes:
            return await self._answered(name, context, compute(raw), None)

        return handle

    async def _answered(
        self, name: str, context: Context, work: Coroutine[Any, Any, Answer], timeout: float | None
    ) -> bytes:
        started = time.perf_counter()
        request_id = _request_id(context)
        try:
            async with asyncio.timeout(timeout):
                answer = await work
        except Exception as error:
            code, message, trailers = status_of(error)
            _log_failure(name, request_id, code, message, error, time.perf_counter() - started)
            await context.send_initial_metadata((("x-request-id", request_id),))
            await context.abort(code, message, trailers)
            raise AssertionError("abort raises") from error
        await context.send_initial_metadata((("x-request-id", request_id), *answer.headers))
        if log.isEnabledFor(logging.DEBUG):
            log.debug("%s ok in %.1f ms [%s]", name, (time.perf_counter() - started) * 1e3, request_id)
        return answer.body

    def _finished(self, key: Key, task: asyncio.Task[Answer]) -> None:
        self._running.pop(key, None)
        if not task.cancelled() and task.exception() is None:
            self._keep(key, task.result())

    def _keep(self, key: Key, answer: Answer) -> None:
        if answer.headers[0][0] == "etag":
            self._cache.put(key, answer)


def _parse(request_type: type[Message], raw: bytes) -> Message:
    try:
        return request_type.FromString(raw)
    except DecodeError:
        raise InvalidInput.of("request", "is not valid UTF-8, or no message of this method") from None


def _answer(response: Message, cube: Any, cacheable: bool) -> Answer:
    body = response.SerializeToString(deterministic=True)
    if cube is None or not cacheable:
        return Answer(body, (("cache-control", "no-store"),))
    # The version alone would not do: a new release, or other settings, may answer the same data differently.
    etag = f'W/"{cube.version}-{zlib.crc32(body):08x}"'
    headers = (("etag", etag), ("cache-control", "private, no-cache"))
    span = cube.date_range()
    # A bare array has no room to say for which days there is data.
    return Answer(body, headers if span is None else (*headers, ("x-data-range", f"{span[0]}/{span[1]}")))


def _request_id(context: Context) -> str:
    for key, value in context.invocation_metadata() or ():
        if key == "x-request-id":
            text = value if isinstance(value, str) else ""
            if 0 < len(text) <= REQUEST_ID_LENGTH and text.isascii() and text.isprintable():
                return text
    return str(uuid.uuid4())


def _log_failure(
    name: str, request_id: str, code: grpc.StatusCode, message: str, error: Exception, seconds: float
) -> None:
    ours = isinstance(error, BiError | TimeoutError)
    log.log(
        logging.INFO if ours else logging.ERROR,
        "%s %s in %.1f ms: %s [%s]",
        name,
        code.name,
        seconds * 1e3,
        message,
        request_id,
        exc_info=None if ours else error,
    )
