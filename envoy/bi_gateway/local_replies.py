"""The errors that Envoy answers by itself, in the shape of the server's own: `{"code", "message", "details"}`."""

from collections.abc import Sequence
from typing import Any

# Of every answer: it is what its content type says, is in no frame, and tells nobody where it was asked for.
SECURITY_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}

# HTTP status -> gRPC code (google.rpc.Code), reason of the ErrorInfo, message. %...% are Envoy's command operators;
# LOCAL_REPLY_BODY is what Envoy, its transcoder or answers.lua says.
LOCAL_REPLIES: dict[int, tuple[int, str, str]] = {
    400: (3, "BAD_REQUEST", "%LOCAL_REPLY_BODY%"),
    403: (7, "FORBIDDEN", "%LOCAL_REPLY_BODY%"),
    404: (5, "NO_SUCH_ROUTE", "no route %REQ(:METHOD)% %PATH(NQ:PATH:200)%; /docs lists the routes"),
    405: (12, "METHOD_NOT_ALLOWED", "%REQ(:METHOD)% is not allowed: %LOCAL_REPLY_BODY%"),
    408: (4, "REQUEST_TIMEOUT", "the request did not arrive in time"),
    413: (8, "BODY_TOO_LARGE", "the request body is too large; MAX_REQUEST_BYTES sets the limit"),
    414: (3, "URL_TOO_LONG", "%LOCAL_REPLY_BODY%"),
    415: (3, "UNSUPPORTED_MEDIA_TYPE", "%LOCAL_REPLY_BODY%"),
    426: (9, "UPGRADE_REQUIRED", "the protocol is too old; use HTTP/1.1 or HTTP/2"),
    429: (8, "TOO_MANY_REQUESTS", "too many requests; try again later"),
    431: (3, "HEADERS_TOO_LARGE", "the URL and headers are too large together"),
    500: (13, "GATEWAY_ERROR", "the answer is longer than MAX_RESPONSE_BYTES allows; ask for a shorter range"),
    501: (12, "NOT_IMPLEMENTED", "%LOCAL_REPLY_BODY%"),
    502: (14, "BAD_UPSTREAM_ANSWER", "the server answered with something that is not gRPC; try again later"),
    503: (14, "SERVER_UNAVAILABLE", "the server cannot be reached; try again later"),
    504: (
        4,
        "DEADLINE_EXCEEDED",
        "the server did not answer in time; ask for a shorter range or try again later",
    ),
}
RETRY_LATER = {429, 503}
# More is asked for than the circuit breakers let through: Envoy says 503, but nothing is out of order.
OVERFLOW = {"response_flag_filter": {"flags": ["UO"]}}
OVERFLOW_STATUS = 429
RATE_LIMITED = "response.code_details == 'local_rate_limited'"
# Of requests that never met the filters, which say what is wrong in words of their own, Envoy gives a keyword at most.
NOT_OF_FILTERS = "!response.code_details.startsWith('lua') && !response.code_details.contains('grpc_json')"
UNREAD = "the request cannot be taken as it is (%RESPONSE_CODE_DETAILS%)"

# gRPC callers get a status and Envoy's plain text. A request that the transcoder turned into gRPC is still JSON's.
IS_JSON = {
    "or_filter": {
        "filters": [
            {
                "header_filter": {
                    "header": {
                        "name": "content-type",
                        "string_match": {"prefix": "application/grpc"},
                        "invert_match": True,
                        "treat_missing_header_as_empty": True,
                    }
                }
            },
            {"header_filter": {"header": {"name": "x-envoy-original-path", "present_match": True}}},
        ]
    }
}


# What a gRPC caller is told, as plain text, instead of Envoy's words about its connections.
OF_GRPC = {
    "filter": {
        "status_code_filter": {"comparison": {"op": "EQ", "value": {"default_value": 503, "runtime_key": "unused_503"}}}
    },
    "body_format_override": {
        "text_format_source": {"inline_string": "the server cannot be reached, or has ended the call; try again later"}
    },
}
# A request whose headers could not be read; its origin is not known.
WITHOUT_HEADERS = {"header_filter": {"header": {"name": ":method", "present_match": True, "invert_match": True}}}


def local_reply_mappers(origins: Sequence[str]) -> list[dict[str, Any]]:
    """`local_reply_config.mappers` of the HTTP connection manager; `origins` are those of CORS.

    The first that fits is taken. Many of these replies skip the filters: the mappers do what cors would.
    """
    # Where several pages may read, any may read that a request was unreadable; there is nothing else in it.
    unread = origins[0] if len(origins) == 1 else "*" if origins else ""
    callers = [([WITHOUT_HEADERS], unread), *(([_origin_is(origin)], origin) for origin in origins), ([], "")]
    return [
        mapper
        for status in LOCAL_REPLIES
        for filters, origin in callers
        for mapper in _mappers(status, filters, origin)
    ] + [OF_GRPC]


def _mappers(status: int, filters: list[dict[str, Any]], origin: str) -> list[dict[str, Any]]:
    message = LOCAL_REPLIES[status][2]
    found = [_mapper(status, message, filters, origin)]
    if "%LOCAL_REPLY_BODY%" in message:
        found.insert(0, _mapper(status, UNREAD, [*filters, _expression(NOT_OF_FILTERS)], origin))
    if status == 429:
        of_address = "too many requests from this address (RATE_LIMIT_PER_ADDRESS); try again later"
        found.insert(0, _mapper(status, of_address, [*filters, _expression(RATE_LIMITED)], origin))
    if status == 503:
        told = _mapper(OVERFLOW_STATUS, LOCAL_REPLIES[OVERFLOW_STATUS][2], [*filters, OVERFLOW], origin, of=status)
        found.insert(0, told | {"status_code": OVERFLOW_STATUS})
    return found


def _mapper(
    status: int, message: str, filters: list[dict[str, Any]], origin: str, *, of: int | None = None
) -> dict[str, Any]:
    """The reply that is sent as `status`, where Envoy says `of`."""
    code, reason, _ = LOCAL_REPLIES[status]
    info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason, "domain": "gateway", "metadata": {}}
    comparison = {"op": "EQ", "value": {"default_value": of or status, "runtime_key": f"unused_{of or status}"}}
    # A reply that never met the filters has no request id yet.
    headers = [_header("x-request-id", "%UNIQUE_ID%", "ADD_IF_ABSENT"), _header("vary", "Origin")]
    headers += [_header(name, value) for name, value in SECURITY_HEADERS.items()]
    if status in RETRY_LATER:
        headers.append(_header("retry-after", "1", "ADD_IF_ABSENT"))
    if origin:
        headers.append(_header("access-control-allow-origin", origin))
        headers.append(_header("access-control-expose-headers", "x-request-id, retry-after"))
    if origin not in ("", "*"):
        headers.append(_header("access-control-allow-credentials", "true"))
    return {
        "filter": {"and_filter": {"filters": [{"status_code_filter": {"comparison": comparison}}, IS_JSON, *filters]}},
        "body_format_override": {"json_format": {"code": code, "message": message, "details": [info]}},
        "headers_to_add": headers,
    }


def _origin_is(origin: str) -> dict[str, Any]:
    return {"header_filter": {"header": {"name": "origin", "string_match": {"exact": origin}}}}


def _expression(text: str) -> dict[str, Any]:
    kind = "type.googleapis.com/envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter"
    name = "envoy.access_loggers.extension_filters.cel"
    return {"extension_filter": {"name": name, "typed_config": {"@type": kind, "expression": text}}}


def _header(name: str, value: str, action: str = "OVERWRITE_IF_EXISTS_OR_ADD") -> dict[str, Any]:
    return {"header": {"key": name, "value": value}, "append_action": action}
