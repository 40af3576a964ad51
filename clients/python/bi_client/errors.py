"""Failed calls as exceptions."""

from collections.abc import Callable, Mapping
from typing import Any

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status


class BiError(Exception):
    """A call that failed.

    `code` is the gRPC code, `message` says what is wrong and what to do, `reason` is a stable machine-readable word
    (`INVALID_INPUT`, `INSUFFICIENT_HISTORY`, ...), `violations` maps wrong request fields to what is wrong with them,
    and `request_id` finds the call in the server's log.
    """

    def __init__(
        self, code: grpc.StatusCode, message: str, reason: str, violations: Mapping[str, str], request_id: str
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.reason = reason
        self.violations = dict(violations)
        self.request_id = request_id


class InvalidArgument(BiError, ValueError):
    """The request is wrong: see `violations`."""


class FailedPrecondition(BiError):
    """The request is fine, but the store has too little history for it."""


class NotFound(BiError, LookupError):
    """The named thing does not exist."""


class Unauthenticated(BiError):
    """Who calls is not known: the token or key is missing, wrong or has expired."""


class PermissionDenied(BiError, PermissionError):
    """The caller is known, and may not do that."""


class Unavailable(BiError, ConnectionError):
    """The server, or its store, cannot be reached; it may be later."""


class DeadlineExceeded(BiError, TimeoutError):
    """The call took longer than its timeout."""


KINDS: dict[grpc.StatusCode, type[BiError]] = {
    grpc.StatusCode.INVALID_ARGUMENT: InvalidArgument,
    grpc.StatusCode.FAILED_PRECONDITION: FailedPrecondition,
    grpc.StatusCode.NOT_FOUND: NotFound,
    grpc.StatusCode.UNAUTHENTICATED: Unauthenticated,
    grpc.StatusCode.PERMISSION_DENIED: PermissionDenied,
    grpc.StatusCode.UNAVAILABLE: Unavailable,
    grpc.StatusCode.DEADLINE_EXCEEDED: DeadlineExceeded,
}


def typed(call: Any) -> BiError:
    """The exception for a call that ended with an error."""
    reason, violations = "", {}
    try:
        status = rpc_status.from_call(call)
    except ValueError:  # details that contradict the status: the status counts
        status = None
    for detail in status.details if status else ():
        info, bad = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
        if detail.Unpack(info):
            reason = info.reason
        elif detail.Unpack(bad):
            violations = {v.field: v.description for v in bad.field_violations}
    request_id = dict(call.initial_metadata() or ()).get("x-request-id", "")
    return KINDS.get(call.code(), BiError)(call.code(), call.details() or "", reason, violations, request_id)


class RaiseTypedErrors(grpc.UnaryUnaryClientInterceptor, grpc.StreamUnaryClientInterceptor):
    """Turns grpc.RpcError into a BiError."""

    def intercept_unary_unary(self, continuation: Callable[..., Any], details: Any, request: Any) -> Any:
        return self._checked(continuation(details, request))

    def intercept_stream_unary(self, continuation: Callable[..., Any], details: Any, requests: Any) -> Any:
        return self._checked(continuation(details, requests))

    def _checked(self, call: Any) -> Any:
        if call.exception() is not None:
            raise typed(call)
        return call
