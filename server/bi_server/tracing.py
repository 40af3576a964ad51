"""Traces of calls (OpenTelemetry): a span for each, and in it one for a statement of SQL, work in a queue, the model.

Off until `begin`: nothing is imported, and calls go no other way than without. Spans hold names of ours and numbers:
no parameters, statements, rows or credentials. Worker processes send none: what they do is `recorded` there, and
`told` in the process that asked them.
"""

import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, NamedTuple

from bi_server.settings import Settings

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span, Tracer
    from sqlalchemy import Engine

NAME = "bi-server"
EXPORT_SECONDS = 2.0  # a collector that does not answer is not waited for longer
TABLE = re.compile(r"\b(?:FROM|INTO|UPDATE|TABLE)\s+\"?(\w+)", re.IGNORECASE)
INSIDE: Any = nullcontext()

_tracer: "Tracer | None" = None  # of this process, once it has begun


class Part(NamedTuple):
    """A part of a call, as `span` was given it, and when it was; nanoseconds since 1970."""

    name: str
    attributes: Mapping[str, str]
    began: int
    ended: int


_parts: ContextVar[list[Part] | None] = ContextVar("parts", default=None)  # of a call that another process traces


def is_traced() -> bool:
    """Whether what is done now is part of a call that this process traces."""
    if _tracer is None:
        return False
    from opentelemetry import trace

    return trace.get_current_span().is_recording()


def span(name: str, **attributes: str) -> AbstractContextManager[Any]:
    """Around a part of a call; nothing where no call is traced."""
    parts = _parts.get()
    if parts is not None:
        return _timed(parts, name, attributes)
    if _tracer is None or not is_traced():
        return INSIDE  # type: ignore[no-any-return]
    return _tracer.start_as_current_span(name, attributes=attributes, record_exception=False)


@contextmanager
def recorded(parts: list[Part]) -> Iterator[None]:
    """Around work for a call that another process traces: puts down its parts, to be `told` there."""
    token = _parts.set(parts)
    try:
        yield
    finally:
        _parts.reset(token)


def told(parts: Iterable[Part]) -> None:
    """Makes spans, in the one that is current, of what another process has done."""
    if _tracer is not None:
        for part in parts:
            _tracer.start_span(part.name, attributes=part.attributes, start_time=part.began).end(part.ended)


@contextmanager
def _timed(parts: list[Part], name: str, attributes: Mapping[str, str]) -> Iterator[None]:
    began = time.time_ns()
    try:
        yield
    finally:
        parts.append(Part(name, attributes, began, time.time_ns()))


def watch(engine: "Engine | type[Engine]") -> None:
    """A span for each statement, of one engine or of all: what it does to which table."""
    from sqlalchemy import event

    def begin(connection: Any, _cursor: Any, statement: str, _parameters: Any, context: Any, _many: bool) -> None:
        table = TABLE.search(statement)  # PRAGMA and BEGIN are of none, and not worth a span
        verb, system = statement.split(None, 1)[0].upper(), connection.dialect.name
        context.traced = span(f"{verb} {table[1]}", **{"db.system.name": system}) if table else INSIDE
        context.traced.__enter__()

    def end(_c: Any, _cursor: Any, _s: str, _p: Any, context: Any, _many: bool) -> None:
        context.traced.__exit__(None, None, None)

    def fail(failed: Any) -> None:
        getattr(failed.execution_context, "traced", INSIDE).__exit__(None, None, None)

    event.listen(engine, "before_cursor_execute", begin)
    event.listen(engine, "after_cursor_execute", end)
    event.listen(engine, "handle_error", fail)


class Tracing:
    """What is traced of a server."""

    def __init__(self, provider: "TracerProvider") -> None:
        self._provider = provider

    def call(self, name: str, answer: Callable[[Any, Any], Awaitable[bytes]]) -> Callable[[Any, Any], Awaitable[bytes]]:
        """A method of gRPC, given what comes and its context, as part of its caller's trace."""

        async def traced(request: Any, context: Any) -> bytes:
            begun = _begun(name, context)
            try:
                return await answer(request, context)
            finally:
                begun.end()

        return traced

    def stream(
        self, name: str, answer: Callable[[Any, Any], AsyncIterator[bytes]]
    ) -> Callable[[Any, Any], AsyncIterator[bytes]]:
        """As `call`, of one that answers in pieces."""

        async def traced(request: Any, context: Any) -> AsyncIterator[bytes]:
            begun = _begun(name, context)
            try:
                async for piece in answer(request, context):
                    yield piece
            finally:
                begun.end()

        return traced

    def ended(self, _method: str, code: str, _seconds: float) -> None:
        """The code of the call that is traced now."""
        from opentelemetry import trace

        current = trace.get_current_span()
        current.set_attribute("rpc.response.status_code", code)
        if code != "OK":
            current.set_status(trace.StatusCode.ERROR)

    def close(self) -> None:
        """Sends what is left; takes seconds at most where nobody takes it."""
        global _tracer
        _tracer = None
        self._provider.shutdown()


def begin(settings: Settings) -> Tracing | None:
    """None where OTEL_EXPORTER_OTLP_ENDPOINT names no collector."""
    if not settings.otel_exporter_otlp_endpoint:
        return None
    global _tracer
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import SERVICE_NAME, Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor
    from opentelemetry.sdk.trace.sampling import ParentBasedTraceIdRatio

    provider = TracerProvider(
        resource=Resource.create({SERVICE_NAME: NAME}),
        sampler=ParentBasedTraceIdRatio(settings.otel_traces_sampler_arg),
        shutdown_on_exit=False,
    )
    exporter = OTLPSpanExporter(f"{settings.otel_exporter_otlp_endpoint.rstrip('/')}/v1/traces", timeout=EXPORT_SECONDS)
    provider.add_span_processor(BatchSpanProcessor(exporter))
    _tracer = provider.get_tracer(NAME)
    return Tracing(provider)


def _begun(name: str, context: Any) -> "Span":
    """The span of a call, in which all that its task does is from now on: each call has a task of its own."""
    from opentelemetry import context as contexts
    from opentelemetry import trace
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    if _tracer is None:
        return trace.INVALID_SPAN
    told = {key: value for key, value in context.invocation_metadata() or () if isinstance(value, str)}
    parent = TraceContextTextMapPropagator().extract(told)
    service, _, method = name.partition("/")
    attributes = {"rpc.system.name": "grpc", "rpc.method": f"bi.v1.{service}/{method}"}
    begun = _tracer.start_span(name, parent, kind=trace.SpanKind.SERVER, attributes=attributes)
    contexts.attach(trace.set_span_in_context(begun, parent))
    return begun
