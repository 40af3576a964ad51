"""The one table from errors to gRPC status: code, message and machine-readable details."""

import grpc
from google.protobuf import any_pb2
from google.rpc import error_details_pb2, status_pb2

from bi_server.errors import (
    BiError,
    ImportConflict,
    InsufficientHistory,
    InvalidInput,
    NotFound,
    Overloaded,
    StoreUnavailable,
)

DOMAIN = "bi"
MESSAGE_LENGTH = 2000  # the message travels in a header
RETRY_SECONDS = 1

CODES: dict[type[BiError], grpc.StatusCode] = {
    InvalidInput: grpc.StatusCode.INVALID_ARGUMENT,
    InsufficientHistory: grpc.StatusCode.FAILED_PRECONDITION,
    ImportConflict: grpc.StatusCode.FAILED_PRECONDITION,
    NotFound: grpc.StatusCode.NOT_FOUND,
    Overloaded: grpc.StatusCode.RESOURCE_EXHAUSTED,
    StoreUnavailable: grpc.StatusCode.UNAVAILABLE,
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
    message = error.message[:MESSAGE_LENGTH]
    details = [_info(error.reason, error.metadata)]
    if isinstance(error, InvalidInput):
        details.insert(0, _bad_request(error))
    if code in TRY_AGAIN:
        retry = error_details_pb2.RetryInfo()
        retry.retry_delay.seconds = RETRY_SECONDS
        details.append(retry)
    return code, message, _trailers(code, message, *details)


def _bad_request(error: InvalidInput) -> error_details_pb2.BadRequest:
    violation = error_details_pb2.BadRequest.FieldViolation
    return error_details_pb2.BadRequest(
        field_violations=[
            violation(field=v.field, description=v.description[:MESSAGE_LENGTH]) for v in error.violations[:20]
        ]
    )


def _info(reason: str, metadata: dict[str, str]) -> error_details_pb2.ErrorInfo:
    return error_details_pb2.ErrorInfo(reason=reason, domain=DOMAIN, metadata=metadata)


def _trailers(code: grpc.StatusCode, message: str, *details: object) -> Trailers:
    status = status_pb2.Status(code=code.value[0], message=message)
    for detail in details:
        packed = any_pb2.Any()
        packed.Pack(detail)  # type: ignore[arg-type]
        status.details.append(packed)
    return (("grpc-status-details-bin", status.SerializeToString()),)
