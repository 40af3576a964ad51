"""Answers as tables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message

if TYPE_CHECKING:
    import pandas as pd


def to_frame(messages: Iterable[Message]) -> "pd.DataFrame":
    """One row a message, in order; `answer.kpis`, `answer.chart_data`, `answer.forecast`, ...

    Columns are the fields' names, those of nested messages with a dot (`compared_range.start_date`). A field that is
    left out is missing (NaN). `date` becomes a timestamp. Raises ImportError where pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise ImportError("to_frame needs pandas: pip install bi-client[pandas]") from None
    rows = [
        MessageToDict(message, preserving_proto_field_name=True, always_print_fields_with_no_presence=True)
        for message in messages
    ]
    frame = pd.json_normalize(rows)
    if "date" in frame:
        frame["date"] = pd.to_datetime(frame["date"])
    return frame
