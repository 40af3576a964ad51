"""Methods as gRPC takes them: bytes in, bytes out, so that an answer from the cache is neither parsed nor built.

gRPC for Python leaves a unary call that ends without its message unanswered for ever. The gateway always sends one, and
its calls go the short way; who else calls is waited for, and told.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

import grpc

FROM_GATEWAY = "x-envoy-original-path"  # of its transcoder

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
