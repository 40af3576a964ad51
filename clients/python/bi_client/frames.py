"""Answers as tables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message

from bi.v1 import data_pb2

if TYPE_CHECKING:
    import pandas as pd


def to_frame(messages: Iterable[Message]) -> "pd.DataFrame":
    """One row a message, in order; `answer.kpis`, `answer.chart_data`, `answer.forecast`, ...

    Columns are the fields' names, those of nested messages with a dot (`compared_range.start_date`). A field that is
    left out is missing (NaN). `date` becomes a timestamp. Raises ImportError where pandas is not installed.
    """
    pandas = _pandas()
    rows = [
        MessageToDict(message, preserving_proto_field_name=True, always_print_fields_with_no_presence=True)
        for message in messages
    ]
    frame: pd.DataFrame = pandas.json_normalize(rows)
    if "date" in frame:
        frame["date"] = pandas.to_datetime(frame["date"])
    return frame


def table_frame(answer: data_pb2.QueryResponse) -> "pd.DataFrame":
    """The table of Query, with its columns; null is missing, dates become timestamps."""
    pandas = _pandas()
    names = [column.id for column in answer.columns]
    frame: pd.DataFrame = pandas.DataFrame([MessageToDict(row) for row in answer.rows], columns=names)
    for column in answer.columns:
        if column.type == "date":
            frame[column.id] = pandas.to_datetime(frame[column.id])
        elif column.type == "number":
            frame[column.id] = pandas.to_numeric(frame[column.id])
    return frame


def _pandas() -> Any:
    try:
        import pandas
    except ImportError:
        raise ImportError("tables need pandas: pip install bi-client[pandas]") from None
    return pandas
