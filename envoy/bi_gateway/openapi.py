"""The OpenAPI 3.1 document of the JSON routes, made from the protos, their comments and their rules."""

import re
from collections.abc import Container, Iterable
from typing import Any

from google.protobuf.descriptor_pb2 import FieldDescriptorProto

from bi.v1 import access_pb2
from bi_gateway import examples, rules
from bi_gateway.api import Api, Route
from bi_gateway.error_schema import ERROR
from bi_gateway.examples import CSV, JSON, Operation
from bi_gateway.schemas import REQUEST, Schemas
from bi_server import __version__
from bi_server.semantic import Model, default_model

HTTP_BODY = "google.api.HttpBody"
FORM = "multipart/form-data"
TEXT = {"type": "string", "description": "UTF-8, with one header line."}
FILE_NAME = "content-disposition"
DATA_RANGE = "x-data-range"
OF_DATA = (DATA_RANGE, "etag", "x-data-age")
WITHOUT_DATA = ("SystemService", "ImportService", "AuthService", "LiveService")  # they answer of no snapshot

HEADERS = {
    "x-request-id": {
        "description": "Id of the request in the logs: the caller's own, or a new one.",
        "schema": {"type": "string"},
    },
    "etag": {
        "description": "Weak validator of the answer: send it back as If-None-Match.",
        "schema": {"type": "string"},
    },
    DATA_RANGE: {
        "description": "First and last day that the store has data for.",
        "schema": {"type": "string", "examples": ["2023-01-01/2024-12-31"]},
    },
    FILE_NAME: {
        "description": "The name to keep the file under.",
        "schema": {"type": "string"},
    },
    "x-data-age": {
        "description": "Only while the database is away: seconds since the answer was known to be of the newest data.",
        "schema": {"type": "integer"},
    },
}
UNCHANGED = {"description": "Unchanged since the ETag given as If-None-Match."}
FAILURES = {
    "400": "A parameter is wrong; `details` name it.",
    "503": "The server or its store cannot be reached; try again later.",
    "504": "The answer took too long.",
    "default": "Any other failure.",
}
REFUSALS = {
    "401": "Who calls is not known: send a token or an API key.",
    "403": "The caller may not do that.",
}
SECURITY_SCHEMES = {
    "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "A JSON web token."},
    "key": {"type": "apiKey", "in": "header", "name": "x-api-key", "description": "An API key of a service."},
}
FIRST = ("DashboardService", "AnalyticsService", "AiService", "DataService", "ReportService")


def openapi(api: Api, title: str, model: Model, *, is_locked: bool = False) -> dict[str, Any]:
    """The document of a server of this `model`, ready for JSON; of one that asks who calls where it `is_locked`.

    Raises ValueError where a proto cannot be told.
    """
    schemas = Schemas(api, model)
    failures = FAILURES | (REFUSALS if is_locked else {})
    paths: dict[str, dict[str, Operation]] = {}
    for route in api.routes:
        path = paths.setdefault(_openapi_path(route), {})
        operation = path[route.verb.lower()] = _operation(api, schemas, route, operation_id=_operation_id(api, route))
        if is_locked:
            _say_who_may(operation, route)
    if model == default_model():
        examples.add(paths)
    services = sorted({route.service for route in api.routes}, key=_place)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": __version__,
            "description": api.conventions,
            "license": {"name": "MIT", "identifier": "MIT"},
            "contact": {"name": f"Who runs {title}"},
        },
        "servers": [{"url": "/", "description": "This gateway"}],
        "security": [],  # operations say it, where anybody is asked at all
        "tags": [{"name": name, "description": api.comments[f"bi.v1.{name}"]} for name in services],
        "paths": paths,
        "components": {
            "schemas": {**dict(sorted(schemas.components.items())), "Error": ERROR},
            "responses": {_response_name(status): _failure(text) for status, text in failures.items()},
            "headers": HEADERS,
            **({"securitySchemes": SECURITY_SCHEMES} if is_locked else {}),
        },
    }


def _place(service: str) -> tuple[int, str]:
    """Where a group stands: what a screen shows first, then the others by name."""
    return FIRST.index(service) if service in FIRST else len(FIRST), service


def _say_who_may(operation: Operation, route: Route) -> None:
    """What the proto says of callers."""
    if route.rpc.options.Extensions[access_pb2.access] == access_pb2.ACCESS_PUBLIC:
        operation["security"] = []
        return
    operation["security"] = [{name: []} for name in SECURITY_SCHEMES]
    operation["responses"] |= _references(REFUSALS)


def _openapi_path(route: Route) -> str:
    path = route.path
    for name, pattern in route.path_parameters.items():
        path = path.replace(f"{{{name}={pattern}}}", f"{{{name}}}")
    return path


def _operation_id(api: Api, route: Route) -> str:
    """The RPC's name; additional bindings of the same RPC are numbered, since ids must be unique."""
    same = [other for other in api.routes if other.name == route.name]
    position = same.index(route)
    return route.rpc.name if position == 0 else f"{route.rpc.name}{position + 1}"


def _operation(api: Api, schemas: Schemas, route: Route, operation_id: str) -> Operation:
    comment = api.comments[route.name]
    operation: Operation = {
        "operationId": operation_id,
        "tags": [route.service],
        "summary": _summary(comment),
        "description": comment,
    }
    in_path, in_body = route.path_parameters, route.body
    if in_body != "*":
        fields = [field for field in api.messages[route.request].field if field.name != in_body]
        operation["parameters"] = [
            _parameter(api, schemas, operation_id, route.request, field, in_path) for field in fields
        ]
    if in_body:
        operation["requestBody"] = {
            "required": True,
            "content": _request_content(api, schemas, route.request, in_body),
        }
    operation["responses"] = {
        "200": {
            "description": _summary(api.comments.get(route.response, "")) or "The answer",
            "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in _headers(route)},
            "content": _answer_content(api, schemas, route),
        },
        **({"304": UNCHANGED} if route.verb == "GET" and _is_of_data(route) else {}),
        **_references(FAILURES),
    }
    return operation


def _headers(route: Route) -> list[str]:
    left_out = set() if _is_of_data(route) else {*OF_DATA}
    if route.response != HTTP_BODY or route.service == "LiveService":
        left_out.add(FILE_NAME)
    return [name for name in HEADERS if name not in left_out]


def _is_of_data(route: Route) -> bool:
    """Whether it answers of one snapshot, whose version is its ETag; what is made while it is sent has none."""
    return route.service not in WITHOUT_DATA and not route.rpc.server_streaming and not route.rpc.client_streaming


def _answer_content(api: Api, schemas: Schemas, route: Route) -> dict[str, Any]:
    """As `_body_content`; of a file with the content types that the comment of its RPC names. What is answered as CSV
    under a path of its own is so for who asks for that instead of JSON."""
    if route.response == HTTP_BODY:
        file = {"type": "string", "format": "binary"}
        return {kind: {"schema": TEXT if kind == CSV else file} for kind in _content_types(api.comments[route.name])}
    content = _body_content(api, schemas, route.response, route.response_body or "*")
    return {**content, CSV: {"schema": TEXT}} if route.response_body else content


def _content_types(comment: str) -> list[str]:
    return re.findall(r"`([a-z]+/[\w.+-]+)`", comment)


def _references(statuses: Iterable[str]) -> dict[str, Any]:
    return {status: {"$ref": f"#/components/responses/{_response_name(status)}"} for status in statuses}


def _request_content(api: Api, schemas: Schemas, message: str, body: str) -> dict[str, Any]:
    """As `_body_content`; of a file, for every content type that its comment names. A form may have the options too."""
    field = next((field for field in api.messages[message].field if field.name == body), None)
    if field is None or field.type_name.lstrip(".") != HTTP_BODY:
        return _body_content(api, schemas, message, body)
    comment = api.comments[f"{message}.{body}"]
    file = {"type": "string", "format": "binary"}
    content: dict[str, Any] = {kind: {"schema": file} for kind in _content_types(comment)}
    if FORM in content:
        options = {f.name: schemas.field(message, f) for f in api.messages[message].field if f.name != body}
        files = {"type": "array", "items": file, "minItems": 1, "description": "The files, of one form."}
        name = f"{message.rpartition('.')[2].removesuffix(REQUEST)}Form"
        schemas.components[name] = {
            "type": "object",
            "description": "The same as a form.",
            "properties": {body: files, **options},
            "required": [body],
        }
        content[FORM] = {"schema": {"$ref": f"#/components/schemas/{name}"}}
    return content


def _body_content(api: Api, schemas: Schemas, message: str, body: str) -> dict[str, Any]:
    """`body` is `*` for the whole message, or the one field that is sent."""
    if body != "*":
        field = next(field for field in api.messages[message].field if field.name == body)
        if field.type_name.lstrip(".") != HTTP_BODY:
            return {JSON: {"schema": schemas.field(message, field)}}
        message = HTTP_BODY
    return {"*/*": {}} if message == HTTP_BODY else {JSON: {"schema": schemas.message(message)}}


def _parameter(
    api: Api, schemas: Schemas, operation: str, request: str, field: FieldDescriptorProto, in_path: Container[str]
) -> dict[str, Any]:
    if field.type == FieldDescriptorProto.TYPE_MESSAGE:
        raise ValueError(f"{request}.{field.name}: a message cannot be a query parameter; use scalars or a body")
    comment = api.comments[f"{request}.{field.name}"]
    schema = schemas.field(request, field)
    schema.pop("description", None)
    if (value := rules.default(field)) is not None:
        schema["default"] = value
    parameter = {
        "name": field.name,
        "in": "path" if field.name in in_path else "query",
        "required": field.name in in_path or rules.rules(field).required,
        "description": comment,
        "schema": schema,
    }
    example = examples.of_parameter(operation, field.name)
    return parameter if example is None else {**parameter, "example": example}


def _response_name(status: str) -> str:
    return "Failure" if status == "default" else f"Failure{status}"


def _failure(text: str) -> dict[str, Any]:
    return {
        "description": text,
        "headers": {"x-request-id": {"$ref": "#/components/headers/x-request-id"}},
        "content": {JSON: {"schema": {"$ref": "#/components/schemas/Error"}}},
    }


def _summary(comment: str) -> str:
    """The first sentence, without its full stop."""
    return re.split(r"\.\s", " ".join(comment.split()), maxsplit=1)[0].rstrip(".")
