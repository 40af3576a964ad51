"""The rows of an answer in the order that was asked for."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from google.protobuf.message import Message

from bi_server.errors import InvalidInput

Row = TypeVar("Row")
Cell = str | float | None


def ordered(
    rows: Sequence[Row],
    order: str,
    columns: Sequence[str],
    cell: Callable[[Row, str], Cell],
    is_other: Callable[[Row], bool],
) -> list[Row]:
    """Sorted by a column, with `-` before it from most to least; as they are where none is named.

    What is `Other`, and rows without a value, come last. Raises InvalidInput for what is no column.
    """
    order = order.strip().lower()
    if not order:
        return list(rows)
    name = order.removeprefix("-")
    if name not in columns:
        raise InvalidInput.of("order", f"{name[:60]!r} is no column; use one of {', '.join(columns)}")
    known = [row for row in rows if cell(row, name) is not None and not is_other(row)]
    last = [row for row in rows if cell(row, name) is None or is_other(row)]
    return sorted(known, key=lambda row: cell(row, name), reverse=order.startswith("-")) + last  # type: ignore[arg-type,return-value]


def field(message: Message, name: str) -> Cell:
    """A field of a message; None where it is left out."""
    is_optional = message.DESCRIPTOR.fields_by_name[name].has_presence
    value: Cell = getattr(message, name) if not is_optional or message.HasField(name) else None
    return value
