"""Methods as gRPC takes them: bytes in, bytes out, so that an answer from the cache is neither parsed nor built.

gRPC for Python leaves a unary call that ends without its message unanswered for ever. The gateway always sends one, and
its calls go the short way; who else calls is waited for, and told.
"""

import asyncio
import re
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

import grpc

from bi_server.errors import InvalidInput

FROM_GATEWAY = "x-envoy-original-path"  # of its transcoder
REQUEST_ID = re.compile(r"[\w\-.:+/=]{1,128}", re.ASCII)  # any other of a client is replaced, as the gateway does
MESSAGE_SECONDS = 10.0  # until the message of a unary call

Context: TypeAlias = "grpc.aio.ServicerContext[bytes, bytes]"
Handler: TypeAlias = "grpc.RpcMethodHandler[Any, Any]"
Streamed: TypeAlias = Callable[[AsyncIterator[bytes], Context], Awaitable[bytes]]
Download: TypeAlias = Callable[[AsyncIterator[bytes], Context], AsyncIterator[bytes]]


class Unary(NamedTuple):
    """A method of one message: given the message, or the stream that it should come in."""

    of_message: Callable[[bytes, Context], Awaitable[bytes]]
    of_stream: Streamed


class Handlers(grpc.ServiceRpcHandler):
    """The methods of a service by name."""

    def __init__(
        self,
        service: str,
        unary: Mapping[str, Unary],
        streams: Mapping[str, Streamed],
        downloads: Mapping[str, Download],
    ) -> None:
        self._service = service
        self._careful: dict[str, Handler] = {
            f"/{service}/{name}": grpc.stream_unary_rpc_method_handler(method)
            for name, method in [*((name, method.of_stream) for name, method in unary.items()), *streams.items()]
        } | {f"/{service}/{name}": grpc.stream_stream_rpc_method_handler(method) for name, method in downloads.items()}
        self._short: dict[str, Handler] = self._careful | {
            f"/{service}/{name}": grpc.unary_unary_rpc_method_handler(method.of_message)
            for name, method in unary.items()
        }

    def service_name(self) -> str:
        """Full name of the service."""
        return self._service

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> "Handler | None":
        """The way that a call goes; None where the method is none of this service."""
        for key, _ in handler_call_details.invocation_metadata:
            if key == FROM_GATEWAY:
                return self._short.get(handler_call_details.method)
        return self._careful.get(handler_call_details.method)


async def first_message(requests: AsyncIterator[bytes]) -> bytes:
    """The message of a unary call. Raises InvalidInput where none comes."""
    try:
        async with asyncio.timeout(MESSAGE_SECONDS):
            async for message in requests:
                return message
    except TimeoutError:
        raise InvalidInput.of("request", f"no message came within {MESSAGE_SECONDS:g} s; send one") from None
    raise InvalidInput.of("request", "the call ended without a message; send one, even if it is empty")


def request_id(context: Context) -> str:
    """The caller's own id of a request, or a new one where that is none."""
    for key, value in context.invocation_metadata() or ():
        if key == "x-request-id":
            text = value if isinstance(value, str) else ""
            if REQUEST_ID.fullmatch(text):
                return text
    return str(uuid.uuid4())


def is_head(context: Context) -> bool:
    """Whether the gateway was asked for the headers alone."""
    return ("x-envoy-original-method", "HEAD") in ((key, value) for key, value in context.invocation_metadata() or ())
