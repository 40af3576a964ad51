"""How answers are printed: columns for people, JSON and CSV for programs."""

import csv
import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message

from bi.v1.common_pb2 import DateRange
from bi.v1.data_pb2 import GetMetadataResponse
from bi_client.answers import Answer

UNITS = {"percent": " %", "percentage": " %", "percentage_points": " pp"}


def for_programs(answer: Answer[Any], args: Namespace) -> bool:
    """Prints it as JSON or CSV where that is asked for; whether it was."""
    if args.json:
        print(json.dumps(answer.dict(), ensure_ascii=False, indent=2))
    elif args.csv:
        _print_csv(answer.question.rows(answer.message))
    return bool(args.json or args.csv)


def _print_csv(messages: Iterable[Message]) -> None:
    """Columns are the fields' names, those of nested messages with a dot; what is left out is empty."""
    rows = [dict(_flat(_dict(message))) for message in messages]
    names = dict.fromkeys(name for row in rows for name in row)
    writer = csv.DictWriter(sys.stdout, list(names), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _dict(message: Message) -> dict[str, Any]:
    return MessageToDict(message, preserving_proto_field_name=True, always_print_fields_with_no_presence=True)


def _flat(told: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in told.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        elif not isinstance(value, list):
            yield before + name, value


def print_columns(rows: Iterable[Sequence[str]]) -> None:
    """Figures to the right, all else to the left."""
    found = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*found, strict=True)]
    for row in found:
        cells = (
            f"{cell:>{width}}" if cell[:1].isdigit() or cell[:1] in ("+", "-") else f"{cell:<{width}}"
            for cell, width in zip(row, widths, strict=True)
        )
        print("  ".join(cells).rstrip())


class Currency(NamedTuple):
    """An ISO 4217 code, and how many decimals its amounts have."""

    code: str
    decimals: int

    @classmethod
    def of(cls, metadata: GetMetadataResponse) -> "Currency":
        return cls(metadata.currency, metadata.currency_decimals)


def figure(value: float, kind: str, currency: Currency) -> str:
    """`77,885.12 USD`, `3.02 %`, `281`."""
    if kind == "currency":
        return money(value, currency, signed=False)
    if kind == "percentage":
        return f"{value:,.2f} %"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def money(value: float, currency: Currency, *, signed: bool = True) -> str:
    """`+2,475.00 USD`."""
    return f"{value:{'+' if signed else ''},.{currency.decimals}f} {currency.code}"


def change(value: float, unit: str) -> str:
    """`+3.3 %`."""
    return f"{value:+,.1f}{UNITS.get(unit, '')}"


def days(found: DateRange) -> str:
    """`2024-11-01 to 2024-11-30`."""
    return f"{found.start_date} to {found.end_date}"
