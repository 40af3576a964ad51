"""What every RPC passes on its way in and out: gate, request id, deadline, cache, log, and errors -> status.

Servicers are plain objects with methods `Name(request, cube) -> response` (or `Name(request) -> response` where no data
is read). The boundary hands them parsed requests with the newest snapshot, and turns what they raise into a status.

What goes with an answer (etag and the like) travels in its trailers, which gRPC sends together with the message;
headers of their own would cost a fifth of a short call. The gateway makes response headers of them.
"""

import asyncio
import inspect
import logging
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeAlias, TypeVar

import grpc
from google.protobuf import descriptor, message_factory
from google.protobuf.message import Message

from bi_server.access.gate import Gate
from bi_server.access.principal import Permission, Principal
from bi_server.errors import PermissionDenied
from bi_server.rpc import call_log, calls
from bi_server.rpc.cache import Answer, AnswerCache, Key
from bi_server.rpc.call_log import CallLog, Ended
from bi_server.rpc.computed import Computed
from bi_server.rpc.handlers import Context, Download, Handlers, Streamed, Unary
from bi_server.rpc.service import Service
from bi_server.rpc.status import status_of
from bi_server.store.cube import Cube
from bi_server.store.scope import Scope, Scopes
from bi_server.store.store import Store
from bi_server.tracing import Tracing

T = TypeVar("T")


Sent: TypeAlias = tuple[tuple[tuple[str, str], ...], bytes]  # headers, and a serialised message


class Boundary:
    """Registers services with a gRPC server."""

    def __init__(
        self,
        store: Store,
        cache: AnswerCache,
        gate: Gate,
        timeout_seconds: float,
        observe: Callable[[str, str, float], None] | None = None,
        tracing: Tracing | None = None,
    ) -> None:
        """`observe` is told the method, the code and the seconds of every call; `tracing` goes around each."""
        self._store = store
        self._gate = gate
        self._cache = cache
        self._timeout = timeout_seconds
        self._observe = observe
        self._tracing = tracing
        self._scopes = Scopes()
        self._running: dict[Key, Computed] = {}
        self._audited: set[str] = set()
        self._log = CallLog()

    def handler(self, service: Service) -> grpc.GenericRpcHandler:
        """All methods of a service, as gRPC wants them. Raises ValueError for one whose proto does not say who may."""
        methods = service.descriptor.methods
        if service.is_audited:
            self._audited |= {f"{service.descriptor.name}/{method.name}" for method in methods}
        answers = [method for method in methods if not method.server_streaming]
        unary = {method.name: self._unary(service, method) for method in answers if not method.client_streaming}
        streams = {method.name: self._stream(service, method) for method in answers if method.client_streaming}
        streamed = self._listening if service.is_live else self._download
        downloads = {method.name: streamed(service, method) for method in methods if method.server_streaming}
        if self._tracing is not None:
            part, call, stream = service.descriptor.name, self._tracing.call, self._tracing.stream
            unary = {name: Unary(*(call(f"{part}/{name}", way) for way in ways)) for name, ways in unary.items()}
            streams = {name: call(f"{part}/{name}", way) for name, way in streams.items()}
            downloads = {name: stream(f"{part}/{name}", way) for name, way in downloads.items()}
        return Handlers(service.descriptor.full_name, unary, streams, downloads)

    def _unary(self, service: Service, method: descriptor.MethodDescriptor) -> Unary:
        name, needed = f"{service.descriptor.name}/{method.name}", calls.needed_by(method)
        request_type = message_factory.GetMessageClass(method.input_type)
        call = getattr(service.servicer, method.name)

        def finished(response: Message, cube: Cube | None) -> Answer:
            message, further = service.sent_as(response)
            answer = _answer(message, cube, service.is_final(response))
            return answer._replace(trailers=(*answer.trailers, *further)) if further else answer

        async def finish(response: Awaitable[Message], cube: Cube) -> Answer:
            return finished(await response, cube)

        async def asked(raw: bytes, caller: Principal) -> Answer:
            if not service.reads_data:
                _refuse_scope(caller)
                response = call(calls.parsed(request_type, raw))
                return finished(await self._in_time(response) if inspect.isawaitable(response) else response, None)
            answer = await of_data(raw, await self._snapshot(caller), caller.scope)
            if self._store.contact.problem:
                age = ("x-data-age", str(round(self._store.contact.age)))
                return answer._replace(trailers=(*answer.trailers, age))
            return answer

        async def of_data(raw: bytes, cube: Cube, scope: Scope | None) -> Answer:
            key = (name, raw, cube.state if scope is None else (cube.state, scope))
            answer = self._cache.get(key)
            if answer is not None:
                return answer
            # Equal requests that come while the first is computed wait for it; one that gives up does not end it.
            computed = self._running.get(key)
            if computed is None or computed.task.cancelling():
                response = call(calls.parsed(request_type, raw), cube)
                if not inspect.isawaitable(response):  # computed at once: there was nothing to wait for
                    answer = finished(response, cube)
                    self._keep(key, answer)
                    return answer
                computed = Computed(asyncio.create_task(finish(response, cube)))
                self._running[key] = computed
                computed.task.add_done_callback(lambda done: self._finished(key, done))
            return await self._in_time(computed.awaited())

        async def asked_first(requests: AsyncIterator[bytes], caller: Principal) -> Answer:
            return await asked(await calls.first_message(requests), caller)

        async def handle(raw: bytes, context: Context) -> bytes:
            return await self._answered(name, needed, context, lambda caller: asked(raw, caller))

        async def handle_stream(requests: AsyncIterator[bytes], context: Context) -> bytes:
            return await self._answered(name, needed, context, lambda caller: asked_first(requests, caller))

        return Unary(handle, handle_stream)

    def _stream(self, service: Service, method: descriptor.MethodDescriptor) -> Streamed:
        """A method that takes a stream of requests; only the caller's own deadline ends it."""
        name, needed = f"{service.descriptor.name}/{method.name}", calls.needed_by(method)
        request_type = message_factory.GetMessageClass(method.input_type)
        call = getattr(service.servicer, method.name)

        async def messages(raw: AsyncIterator[bytes]) -> AsyncIterator[Message]:
            async for piece in raw:
                yield calls.parsed(request_type, piece)

        async def compute(raw: AsyncIterator[bytes], caller: Principal) -> Answer:
            _refuse_scope(caller)
            return _answer(await call(messages(raw)), None, False)

        async def handle(raw: AsyncIterator[bytes], context: Context) -> bytes:
            return await self._answered(name, needed, context, lambda caller: compute(raw, caller))

        return handle

    def _listening(self, service: Service, method: descriptor.MethodDescriptor) -> Download:
        """A method that answers whenever there is something to tell; it or its caller ends it."""
        request_type = message_factory.GetMessageClass(method.input_type)
        call = getattr(service.servicer, method.name)

        async def told(requests: AsyncIterator[bytes], context: Context, _caller: Principal) -> AsyncIterator[Sent]:
            messages = call(
                calls.parsed(request_type, await calls.first_message(requests)),
                dict(context.invocation_metadata() or ()),
            )
            async for message in messages:
                yield (), message.SerializeToString()

        return self._streamed(service, method, told)

    def _download(self, service: Service, method: descriptor.MethodDescriptor) -> Download:
        """A method that answers a file piece by piece: its headers tell what it is."""
        request_type = message_factory.GetMessageClass(method.input_type)
        call = getattr(service.servicer, method.name)

        async def pieces(requests: AsyncIterator[bytes], context: Context, caller: Principal) -> AsyncIterator[Sent]:
            if service.reads_data:
                cube = await self._snapshot(caller)
                file = await self._in_time(call(calls.parsed(request_type, await calls.first_message(requests)), cube))
            else:
                _refuse_scope(caller)
                file = await self._in_time(call(calls.parsed(request_type, await calls.first_message(requests))))
            message, headers = service.sent_as(file)
            if calls.is_head(context):
                yield headers, message.SerializeToString()
                await file.pieces.aclose()
            while (piece := await self._in_time(anext(file.pieces, None))) is not None:
                message.data = piece
                yield headers, message.SerializeToString()

        return self._streamed(service, method, pieces)

    def _streamed(
        self,
        service: Service,
        method: descriptor.MethodDescriptor,
        pieces: Callable[[AsyncIterator[bytes], Context, Principal], AsyncIterator[Sent]],
    ) -> Download:
        """A method that answers in pieces; the headers of the first go before it."""
        name, needed = f"{service.descriptor.name}/{method.name}", calls.needed_by(method)

        async def handle(requests: AsyncIterator[bytes], context: Context) -> AsyncIterator[bytes]:
            started, is_begun = time.perf_counter(), False
            caller: Principal | None = None
            try:
                caller = await self._gate.admit(needed, context.invocation_metadata)
                async for headers, piece in pieces(requests, context, caller):
                    if not is_begun:
                        await context.send_initial_metadata((*headers, ("cache-control", "no-store")))
                        is_begun = True
                    yield piece
            except Exception as error:
                await self._failed(name, needed, context, error, caller, started, is_begun=is_begun)
            else:
                self._succeeded(name, needed, context, caller, started)

        return handle

    async def _snapshot(self, caller: Principal) -> Cube:
        """The newest data, as far as the caller may see it."""
        cube = self._store.current()
        if cube is None:
            cube = await self._in_time(self._store.refreshed())
        if caller.scope is not None:
            cube = await self._in_time(self._scopes.part(cube, caller.scope))
        return cube

    async def _answered(
        self, name: str, needed: Permission, context: Context, ask: Callable[[Principal], Awaitable[Answer]]
    ) -> bytes:
        """The answer for who may have it. Nothing of a request is looked at before its caller is known."""
        started = time.perf_counter()
        caller: Principal | None = None
        try:
            caller = await self._gate.admit(needed, context.invocation_metadata)
            answer = await ask(caller)
        except Exception as error:
            await self._failed(name, needed, context, error, caller, started)
            raise AssertionError("abort raises") from error
        context.set_trailing_metadata(answer.trailers)
        self._succeeded(name, needed, context, caller, started)
        return answer.body

    async def _failed(
        self,
        name: str,
        needed: Permission,
        context: Context,
        error: Exception,
        caller: Principal | None,
        started: float,
        *,
        is_begun: bool = False,
    ) -> None:
        """Tells the log and the caller; of an answer that `is_begun` the headers are gone already."""
        code, message, trailers = status_of(error)
        call = Ended(name, needed, caller, calls.request_id(context), time.perf_counter() - started)
        self._log.failed(call, error, is_audited=name in self._audited)
        if self._observe is not None:
            self._observe(name, code.name, call.seconds)
        if not is_begun:
            await context.send_initial_metadata((("x-request-id", call.request_id),))
        await context.abort(code, message, trailers)

    def _succeeded(self, name: str, needed: Permission, context: Context, caller: Principal, started: float) -> None:
        if self._observe is not None:
            self._observe(name, "OK", time.perf_counter() - started)
        is_audited = name in self._audited
        if is_audited or needed >= Permission.WRITE or call_log.log.isEnabledFor(logging.DEBUG):
            call = Ended(name, needed, caller, calls.request_id(context), time.perf_counter() - started)
            call_log.succeeded(call, is_audited=is_audited)

    async def _in_time(self, work: Awaitable[T]) -> T:
        async with asyncio.timeout(self._timeout):
            return await work

    def _finished(self, key: Key, task: asyncio.Task[Answer]) -> None:
        running = self._running.get(key)
        if running is not None and running.task is task:
            del self._running[key]
        if not task.cancelled() and task.exception() is None:
            self._keep(key, task.result())

    def _keep(self, key: Key, answer: Answer) -> None:
        if answer.is_final:
            self._cache.put(key, answer)


def _refuse_scope(caller: Principal) -> None:
    """Raises PermissionDenied where what is no snapshot is asked for by who may see a part of the data alone."""
    if caller.scope is not None:
        raise PermissionDenied(f"this is of the whole business, and {caller} sees a part of it alone")


def _answer(response: Message, cube: Cube | None, is_final: bool) -> Answer:
    body = response.SerializeToString(deterministic=True)
    if cube is None:
        return Answer(body, (("cache-control", "no-store"),), False)
    # The version alone would not do: a new release, or other settings, may answer the same data differently.
    etag = f'W/"{cube.version}-{zlib.crc32(body):08x}"'
    trailers = (("etag", etag), ("cache-control", "private, no-cache"))
    # A bare array has no room to say for which days there is data.
    return Answer(body, (*trailers, ("x-data-range", cube.date_range)) if cube.date_range else trailers, is_final)
