"""A place beside the tables where the clean rows of a file wait for each other: all of them move in, or none does."""

from contextlib import AbstractContextManager
from typing import Any, Protocol

import pyarrow as pa
from sqlalchemy import BigInteger, Column, MetaData, Table

NAME = "import_stage"


class Stage(Protocol):
    """Takes record batches with the columns of `table`; the rows can be read from it after `finish`."""

    table: Table
    busy: AbstractContextManager[Any]  # held while it uses the transaction's own connection

    def add(self, batch: Any) -> None:
        """Appends a batch; may run in another thread."""

    def finish(self) -> None:
        """Nothing more will be added."""


class Repeated(Exception):
    """A row's key is there already, or twice in the file."""


def stage_table(target: Table, schema: str | None, prefixes: list[str]) -> Table:
    """A table with `seq`, the row's place in the file, and those columns of the target that a file fills."""
    columns = [Column(c.name, c.type) for c in target.c if c.name not in ("id", "import_id")]
    return Table(NAME, MetaData(), Column("seq", BigInteger), *columns, schema=schema, prefixes=prefixes)


def plain(column: Any) -> Any:
    """A column without a dictionary."""
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
