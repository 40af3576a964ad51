"""What the protos say of values (`bi.v1.rules`), as JSON Schema has it."""

from collections.abc import Callable, Iterable
from typing import Any

from google.protobuf.descriptor_pb2 import FieldDescriptorProto

from bi.v1 import rules_pb2
from bi_server.semantic import Model

_OF_MODEL: dict[int, Callable[[Model], Iterable[str]]] = {
    rules_pb2.NAMES_UNSPECIFIED: lambda _: (),
    rules_pb2.NAMES_METRICS: lambda model: model.metrics,
    rules_pb2.NAMES_DAILY_METRICS: lambda model: model.daily,
    rules_pb2.NAMES_FORECAST_METRICS: lambda model: model.forecast,
    rules_pb2.NAMES_HELD_DIMENSIONS: lambda model: (one.id for one in model.held),
    rules_pb2.NAMES_DIMENSIONS: lambda model: (one.id for one in model.dimensions),
    rules_pb2.NAMES_KPIS: lambda model: (one.id for one in model.kpis),
}


def rules(field: FieldDescriptorProto) -> rules_pb2.Rules:
    """Those of a field; empty where there are none."""
    return field.options.Extensions[rules_pb2.rules]


def of_value(field: FieldDescriptorProto, model: Model) -> dict[str, Any]:
    """What holds for every value of the field under a model."""
    said = rules(field)
    found: dict[str, Any] = {}
    if values := [*said.values, *_OF_MODEL[said.names](model)]:
        found["enum"] = values
    if said.format:
        found["format"] = said.format
    if said.HasField("minimum"):
        found["minimum"] = _number(said.minimum)
    if said.HasField("maximum"):
        found["maximum"] = _number(said.maximum)
    return found


def default(field: FieldDescriptorProto) -> str | float | None:
    """What stands for a value that is left out; None where nothing does."""
    text = rules(field).default_value
    return (text if field.type == field.TYPE_STRING else _number(float(text))) if text else None


def _number(value: float) -> float:
    return int(value) if value == int(value) else value
