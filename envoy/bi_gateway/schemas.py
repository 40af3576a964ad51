"""JSON Schemas (2020-12) of the messages, as the transcoder prints them."""

from typing import Any

from google.protobuf.descriptor_pb2 import DescriptorProto, FieldDescriptorProto

from bi_gateway import rules
from bi_gateway.api import Api
from bi_server.semantic import Model

Schema = dict[str, Any]
Field = FieldDescriptorProto

# 64-bit integers are printed as strings: a JavaScript number cannot hold them.
SCALARS: dict[int, Schema] = {
    Field.TYPE_DOUBLE: {"type": "number", "format": "double"},
    Field.TYPE_FLOAT: {"type": "number", "format": "float"},
    Field.TYPE_INT32: {"type": "integer", "format": "int32"},
    Field.TYPE_UINT32: {"type": "integer", "minimum": 0},
    Field.TYPE_INT64: {"type": "string", "pattern": "^-?[0-9]+$"},
    Field.TYPE_UINT64: {"type": "string", "pattern": "^[0-9]+$"},
    Field.TYPE_BOOL: {"type": "boolean"},
    Field.TYPE_STRING: {"type": "string"},
    Field.TYPE_BYTES: {"type": "string", "contentEncoding": "base64"},
}
WELL_KNOWN: dict[str, Schema] = {
    "google.protobuf.Timestamp": {"type": "string", "format": "date-time"},
    "google.protobuf.Struct": {"type": "object"},
    "google.protobuf.Value": {},
    "google.protobuf.ListValue": {"type": "array", "items": {}},
}


REQUEST = "Request"


class Schemas:
    """Schemas of messages, collected while they are referred to; `components` has all that were."""

    def __init__(self, api: Api, model: Model) -> None:
        self._api = api
        self._model = model
        self.components: dict[str, Schema] = {}

    def message(self, name: str) -> Schema:
        """A reference to the schema of the message with this full name."""
        if name in WELL_KNOWN:
            return WELL_KNOWN[name]
        short = _component(name)
        if short not in self.components:
            self.components[short] = {}  # first, so that a message may contain itself
            self.components[short] = self._object(name, self._api.messages[name])
        return {"$ref": f"#/components/schemas/{short}"}

    def field(self, message: str, field: Field) -> Schema:
        """The schema of one field's JSON value, described by its comment."""
        comment = self._api.comments[f"{message}.{field.name}"]
        entry = self._api.messages.get(field.type_name.lstrip("."))
        if entry is not None and entry.options.map_entry:
            value: Schema = {"type": "object", "additionalProperties": self._value(entry.field[1])}
        elif field.label == Field.LABEL_REPEATED:
            value = {"type": "array", "items": self._value(field)}
        else:
            value = self._value(field)
        return {**value, "description": comment} if comment else value

    def _value(self, field: Field) -> Schema:
        type_name = field.type_name.lstrip(".")
        if field.type == Field.TYPE_MESSAGE:
            return self.message(type_name)
        if field.type == Field.TYPE_ENUM:
            return {"type": "string", "enum": [value.name for value in self._api.enums[type_name].value]}
        return SCALARS[field.type] | rules.of_value(field, self._model)

    def _object(self, name: str, message: DescriptorProto) -> Schema:
        schema: Schema = {"type": "object"}
        if comment := self._api.comments[name]:
            schema["description"] = comment
        schema["properties"] = {field.name: self.field(name, field) for field in message.field}
        is_needed = _is_asked_for if name.endswith(REQUEST) else _is_always_printed
        if required := [field.name for field in message.field if is_needed(field)]:
            schema["required"] = required
        return schema


def _component(message: str) -> str:
    """Name in the document. Generators call the parameters of an operation X `XRequest`: a body is `XBody`."""
    short = message.split(".", 2)[-1]
    return short.removesuffix(REQUEST) + "Body" if short.endswith(REQUEST) else short


def _is_asked_for(field: Field) -> bool:
    """Of a request: all others may be left out."""
    return rules.rules(field).required


def _is_always_printed(field: Field) -> bool:
    """Unset messages, `optional` fields and members of a oneof are left out; all others are printed, zeros included."""
    if field.label == Field.LABEL_REPEATED:
        return True
    return field.type != Field.TYPE_MESSAGE and not field.HasField("oneof_index")
