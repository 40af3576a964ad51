"""Random requests of every RPC that reads, made from the contract itself: what is added there is asked, too."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import grpc
from google.protobuf import descriptor, message_factory
from google.protobuf.message import Message
from tests.rpc.serving import Client

from bi.v1 import access_pb2, ai_pb2, analytics_pb2, auth_pb2, dashboard_pb2, data_pb2, report_pb2, system_pb2

FILES = (ai_pb2, analytics_pb2, auth_pb2, dashboard_pb2, data_pb2, report_pb2, system_pb2)
METHODS = {
    f"/{service.full_name}/{method.name}": method
    for file in FILES
    for service in file.DESCRIPTOR.services_by_name.values()
    for method in service.methods
}
READS = [path for path, m in METHODS.items() if m.GetOptions().Extensions[access_pb2.access] == access_pb2.ACCESS_READ]
# Of the store itself or of the moment of the answer; pages go on at other marks.
NOT_OF_THE_ROWS = ("data_version", "snapshot_version", "generated_at", "next_page_token")
WORDS = ("mtd", "last_30_days", "ytd", "last_quarter", "all")
GRAINS = ("", "day", "week", "month", "quarter", "auto")


@dataclass(frozen=True)
class Names:
    """What requests may name: some of it exists, some of it for others alone."""

    dimensions: Mapping[str, Sequence[str]]
    metrics: Sequence[str]
    kpis: Sequence[str]
    first: date
    last: date


class Asking:
    """Fills requests with what may come, and now and then with what may not."""

    def __init__(self, seed: int, names: Names) -> None:
        self._random = random.Random(seed)
        self._names = names
        held = [*names.dimensions]
        self._makers: dict[str, Callable[[], Any]] = {
            "category": lambda: self._name("category"),
            "region": lambda: self._name("region"),
            "filter": self._filter,
            "metric": lambda: self._random.choice([*names.metrics, "", "nonsense"]),
            "kpi": lambda: self._random.choice(names.kpis),
            "granularity": lambda: self._random.choice(GRAINS),
            "group_by": lambda: self._random.choice(held),
            "dimension": lambda: self._random.choice(held),
            "search": lambda: self._random.choice(("", "o", "no")),
            "compare": lambda: self._random.choice(("", "", "previous_year")),
            "top": lambda: self._random.choice((0, 1, 2)),
            "order": lambda: self._random.choice(("", "", "-revenue")),
            "limit": lambda: self._random.choice((1, 3, 20)),
            "periods": lambda: self._random.choice((1, 7, 14)),
            "page_size": lambda: self._random.choice((1, 5, 50)),
            "sensitivity": lambda: self._random.choice((0.2, 0.5, 0.9)),
        }

    def message(self, path: str) -> Message:
        return self._filled(METHODS[path].input_type)

    def _filled(self, kind: descriptor.Descriptor) -> Message:
        made = message_factory.GetMessageClass(kind)()
        days = self._days()
        in_words = "range" in kind.fields_by_name and self._random.random() < 0.2
        for field in kind.fields:
            if field.message_type is not None:
                own = getattr(made, field.name)
                own.extend(self._filled(field.message_type) for _ in range(self._random.randint(1, 3)))
                continue
            count = self._random.choice((0, 0, 1, 1, 2)) if field.is_repeated else 1
            values = [value for _ in range(count) if (value := self._value(field, days, in_words)) is not None]
            if field.is_repeated:
                getattr(made, field.name).extend(values)
            elif values:
                setattr(made, field.name, values[0])
        return made

    def _value(self, field: descriptor.FieldDescriptor, days: list[date], in_words: bool) -> Any:
        name = field.name
        if name.endswith(("_start", "_end", "_date")):
            if in_words or name.startswith("compare"):
                return None
            return str(days[2 * name.startswith("previous") + ("end" in name)])
        if name == "range":
            return self._random.choice(WORDS) if in_words else None
        if name == "period":
            return self._random.choice(("30d", "90d", "", "weekly"))
        maker = self._makers.get(name)
        return None if maker is None else maker()

    def _days(self) -> list[date]:
        span = (self._names.last - self._names.first).days + 60
        found = []
        for _ in range(2):
            start = self._names.first + timedelta(self._random.randint(-30, span))
            found += [start, start + timedelta(self._random.choice((0, 6, 27, 90, 364)))]
        return found

    def _name(self, dimension: str) -> str:
        return self._random.choice([*self._names.dimensions[dimension], "nowhere"])

    def _filter(self) -> str:
        dimension = self._random.choice([*self._names.dimensions])
        return f"{self._random.choice(('', '', '-'))}{dimension}:{self._name(dimension)}"


def answered(client: Client, path: str, request: Message, metadata: Sequence[tuple[str, str]] = ()) -> Any:
    """All that a caller is told: the message, or how it failed, and what goes with it."""
    kind = message_factory.GetMessageClass(METHODS[path].output_type)
    if METHODS[path].server_streaming:
        return _streamed(client.channel.unary_stream(path, type(request).SerializeToString), request, metadata)
    call = client.channel.unary_unary(path, type(request).SerializeToString, kind.FromString)
    try:
        answer, about = call.with_call(request, metadata=tuple(metadata), timeout=120)
    except grpc.RpcError as error:
        told: Any = error
        return told.code(), told.details(), dict(told.trailing_metadata() or ()).get("grpc-status-details-bin")
    _without(answer)
    trailers = {key: value for key, value in about.trailing_metadata() or () if key != "etag"}
    return answer.SerializeToString(deterministic=True), trailers


def _streamed(call: Any, request: Message, metadata: Sequence[tuple[str, str]]) -> Any:
    """All of the messages, or how they failed."""
    answers = call(request, metadata=tuple(metadata), timeout=120)
    try:
        return b"".join(answers), dict(answers.trailing_metadata() or ())
    except grpc.RpcError:
        return answers.code(), answers.details(), dict(answers.trailing_metadata() or ()).get("grpc-status-details-bin")


def _without(message: Message) -> None:
    for field, value in list(message.ListFields()):
        if field.name in NOT_OF_THE_ROWS:
            message.ClearField(field.name)
        elif field.message_type is not None and not field.message_type.GetOptions().map_entry:
            for one in _messages(value if field.is_repeated else [value]):
                _without(one)


def _messages(values: Sequence[Any]) -> Iterator[Message]:
    return (value for value in values if isinstance(value, Message))
