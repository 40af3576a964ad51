"""The one table from errors to gRPC status: code, message and machine-readable details."""

import grpc
from google.protobuf import any_pb2
from google.rpc import error_details_pb2, status_pb2

from bi_server.errors import (
    Abandoned,
    BiError,
    ImportConflict,
    InsufficientHistory,
    InvalidInput,
    KeysUnavailable,
    NotFound,
    Overloaded,
    PermissionDenied,
    RateLimited,
    StoreUnavailable,
    Unauthenticated,
)

DOMAIN = "bi"
# All of it travels in headers, and clients take 8 KiB of them: the message percent-encoded, the details in base64.
MESSAGE_BYTES = 1000
VIOLATIONS_BYTES = 1500
RETRY_SECONDS = 1

CODES: dict[type[BiError], grpc.StatusCode] = {
    InvalidInput: grpc.StatusCode.INVALID_ARGUMENT,
    InsufficientHistory: grpc.StatusCode.FAILED_PRECONDITION,
    ImportConflict: grpc.StatusCode.FAILED_PRECONDITION,
    NotFound: grpc.StatusCode.NOT_FOUND,
    Unauthenticated: grpc.StatusCode.UNAUTHENTICATED,
    PermissionDenied: grpc.StatusCode.PERMISSION_DENIED,
    Overloaded: grpc.StatusCode.RESOURCE_EXHAUSTED,
    Abandoned: grpc.StatusCode.CANCELLED,
    StoreUnavailable: grpc.StatusCode.UNAVAILABLE,
    KeysUnavailable: grpc.StatusCode.UNAVAILABLE,
}

TRY_AGAIN = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.RESOURCE_EXHAUSTED)

Trailers = tuple[tuple[str, bytes | str], ...]


def status_of(error: BaseException) -> tuple[grpc.StatusCode, str, Trailers]:
    """What the caller is told. Anything but an error of ours becomes INTERNAL without its text."""
    if isinstance(error, TimeoutError):
        code, message = grpc.StatusCode.DEADLINE_EXCEEDED, "the answer took too long; ask for a shorter range"
        return code, message, _trailers(code, message, _info("DEADLINE_EXCEEDED", {}))
    if not isinstance(error, BiError):
        code, message = (
            grpc.StatusCode.INTERNAL,
            "something went wrong on our side; the request id finds it in the log",
        )
        return code, message, _trailers(code, message, _info("INTERNAL", {}))
    code = next((CODES[kind] for kind in type(error).__mro__ if kind in CODES), grpc.StatusCode.INTERNAL)
    message = shortened(error.message, MESSAGE_BYTES)
    details = [_info(error.reason, error.metadata)]
    if isinstance(error, InvalidInput):
        details.insert(0, _bad_request(error))
    if code in TRY_AGAIN:
        retry = error_details_pb2.RetryInfo()
        retry.retry_delay.seconds = error.retry_seconds if isinstance(error, RateLimited) else RETRY_SECONDS
        details.append(retry)
        after = ("retry-after", str(retry.retry_delay.seconds))
        return code, message, (after, *_trailers(code, message, *details))
    return code, message, _trailers(code, message, *details)


def shortened(text: str, most: int) -> str:
    """At most so many bytes of UTF-8; what is cut off ends with an ellipsis."""
    raw = text.encode(errors="replace")  # half of a surrogate pair cannot be sent at all
    return raw.decode() if len(raw) <= most else raw[: most - 3].decode(errors="ignore") + "..."


def _bad_request(error: InvalidInput) -> error_details_pb2.BadRequest:
    """As many violations as find room, the first one shortened to it."""
    bad, left = error_details_pb2.BadRequest(), VIOLATIONS_BYTES
    for violation in error.violations:
        if left < 50:
            break
        field = shortened(violation.field, 100)
        description = shortened(violation.description, left)
        bad.field_violations.add(field=field, description=description)
        left -= len(field.encode()) + len(description.encode()) + 8
    return bad


def _info(reason: str, metadata: dict[str, str]) -> error_details_pb2.ErrorInfo:
    return error_details_pb2.ErrorInfo(reason=reason, domain=DOMAIN, metadata=metadata)


def _trailers(code: grpc.StatusCode, message: str, *details: object) -> Trailers:
    status = status_pb2.Status(code=code.value[0], message=message)
    for detail in details:
        packed = any_pb2.Any()
        packed.Pack(detail)  # type: ignore[arg-type]
        status.details.append(packed)
    return (("grpc-status-details-bin", status.SerializeToString()),)
