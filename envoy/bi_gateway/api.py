"""The API as its descriptor set tells it: messages, comments and JSON routes. The protos are the only source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from google.api import annotations_pb2, http_pb2
from google.protobuf.descriptor_pb2 import (
    DescriptorProto,
    EnumDescriptorProto,
    FileDescriptorProto,
    FileDescriptorSet,
    MethodDescriptorProto,
)

import bi.v1

PACKAGE = "bi.v1"
DESCRIPTOR_SET = Path(bi.v1.__file__).with_name("api.binpb")

# Field numbers inside descriptor.proto: comments are found by these paths.
_MESSAGES, _ENUMS, _SERVICES, _SYNTAX = 4, 5, 6, 12
_FIELDS, _NESTED, _NESTED_ENUMS, _VALUES, _METHODS = 2, 3, 4, 2, 2


@dataclass(frozen=True)
class Route:
    """One JSON route: `verb` and `path` as google.api.http binds them to an RPC."""

    verb: str
    path: str
    service: str
    rpc: MethodDescriptorProto
    body: str
    response_body: str

    @property
    def name(self) -> str:
        """Full name of the RPC, for example `bi.v1.DashboardService.GetKpis`."""
        return f"{PACKAGE}.{self.service}.{self.rpc.name}"

    @property
    def request(self) -> str:
        """Full name of the request message."""
        return self.rpc.input_type.lstrip(".")

    @property
    def response(self) -> str:
        """Full name of the response message."""
        return self.rpc.output_type.lstrip(".")

    @property
    def path_parameters(self) -> dict[str, str]:
        """Names of the fields that the path holds, with the pattern their value must match (`*` by default)."""
        return {name: pattern or "*" for name, pattern in re.findall(r"{([\w.]+)(?:=([^}]+))?}", self.path)}


class Api:
    """A descriptor set, indexed. Names are full names without the leading dot."""

    def __init__(self, image: bytes) -> None:
        """`image` is a serialised FileDescriptorSet with imports and source info."""
        assert annotations_pb2.http  # registered by the import: without it the routes would be unknown fields
        self.files = FileDescriptorSet.FromString(image)
        self.messages: dict[str, DescriptorProto] = {}
        self.enums: dict[str, EnumDescriptorProto] = {}
        self.comments: dict[str, str] = {}
        for file in self.files.file:
            self._index(file)

    @classmethod
    def load(cls) -> "Api":
        """The API of the installed package `bi.v1`."""
        return cls(DESCRIPTOR_SET.read_bytes())

    @cached_property
    def services(self) -> list[str]:
        """Full names of our services, sorted as the proto files are."""
        return [f"{PACKAGE}.{service.name}" for file in self._ours() for service in file.service]

    @cached_property
    def routes(self) -> list[Route]:
        """Every JSON route, additional bindings included, in the order of the protos."""
        return [
            Route(verb, path, service.name, rpc, rule.body, rule.response_body)
            for file in self._ours()
            for service in file.service
            for rpc in service.method
            for rule in _rules(rpc)
            for verb, path in [_verb_and_path(rule)]
        ]

    @cached_property
    def conventions(self) -> str:
        """The conventions of the whole package, as common.proto states them above its `syntax` line."""
        common = next(file for file in self.files.file if file.name == "bi/v1/common.proto")
        text = "".join(p.leading_comments for p in common.source_code_info.location if list(p.path) == [_SYNTAX])
        return _unindented(text).partition("\n\n")[2]

    def _ours(self) -> Iterator[FileDescriptorProto]:
        return (file for file in self.files.file if file.package == PACKAGE)

    def _index(self, file: FileDescriptorProto) -> None:
        comments = {tuple(place.path): _unindented(place.leading_comments) for place in file.source_code_info.location}

        def note(name: str, path: tuple[int, ...]) -> None:
            self.comments[name] = comments.get(path, "")

        def index_enum(enum: EnumDescriptorProto, name: str, path: tuple[int, ...]) -> None:
            self.enums[name] = enum
            note(name, path)
            for i, value in enumerate(enum.value):
                note(f"{name}.{value.name}", (*path, _VALUES, i))

        def index_message(message: DescriptorProto, name: str, path: tuple[int, ...]) -> None:
            self.messages[name] = message
            note(name, path)
            for i, field in enumerate(message.field):
                note(f"{name}.{field.name}", (*path, _FIELDS, i))
            for i, nested in enumerate(message.nested_type):
                index_message(nested, f"{name}.{nested.name}", (*path, _NESTED, i))
            for i, enum in enumerate(message.enum_type):
                index_enum(enum, f"{name}.{enum.name}", (*path, _NESTED_ENUMS, i))

        for i, message in enumerate(file.message_type):
            index_message(message, f"{file.package}.{message.name}", (_MESSAGES, i))
        for i, enum in enumerate(file.enum_type):
            index_enum(enum, f"{file.package}.{enum.name}", (_ENUMS, i))
        for i, service in enumerate(file.service):
            note(f"{file.package}.{service.name}", (_SERVICES, i))
            for j, rpc in enumerate(service.method):
                note(f"{file.package}.{service.name}.{rpc.name}", (_SERVICES, i, _METHODS, j))


def _unindented(comment: str) -> str:
    return re.sub(r"(?m)^ ", "", comment).strip()


def _rules(rpc: MethodDescriptorProto) -> list[http_pb2.HttpRule]:
    if not rpc.options.HasExtension(annotations_pb2.http):
        return []
    rule = rpc.options.Extensions[annotations_pb2.http]
    return [rule, *rule.additional_bindings]


def _verb_and_path(rule: http_pb2.HttpRule) -> tuple[str, str]:
    verb = rule.WhichOneof("pattern")
    if verb is None:
        raise ValueError(f"a google.api.http rule has no verb: {rule}")
    if verb == "custom":
        return rule.custom.kind, rule.custom.path
    return verb.upper(), getattr(rule, verb)
