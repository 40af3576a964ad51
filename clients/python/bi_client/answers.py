"""Answers: the message, and the same as a table."""

from typing import TYPE_CHECKING, Generic, TypeVar

from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message

from bi.v1 import data_pb2
from bi_client.frames import table_frame, to_frame
from bi_client.questions import Question

if TYPE_CHECKING:
    import pandas as pd

A = TypeVar("A", bound=Message)


class Answer(Generic[A]):
    """What was answered to a question. `message` has all of it, with types."""

    def __init__(self, question: Question[A], message: A) -> None:
        self.question = question
        self.message = message

    def df(self) -> "pd.DataFrame":
        """Its rows as a DataFrame, as of `to_frame`. Raises ImportError where pandas is not installed."""
        if isinstance(self.message, data_pb2.QueryResponse):
            return table_frame(self.message)
        return to_frame(self.question.rows(self.message))

    def dict(self) -> dict[str, object]:
        """All of it as plain values, with the names of JSON's fields; what is left out there is left out."""
        told: dict[str, object] = MessageToDict(
            self.message, preserving_proto_field_name=True, always_print_fields_with_no_presence=True
        )
        return told

    def __repr__(self) -> str:
        return f"<Answer of {self.question.method}>"

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the table, where pandas is there."""
        try:
            return str(self.df()._repr_html_())  # type: ignore[operator]  # pandas-stubs leaves it out
        except ImportError:
            return None
