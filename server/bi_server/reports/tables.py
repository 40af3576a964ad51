"""A table as files hold it: columns with names and kinds, and plain cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Cell: TypeAlias = str | float | bool | None
Kind: TypeAlias = Literal[
    "text",
    "date",
    "moment",
    "truth",
    "currency",
    "percentage",
    "percent",
    "percentage_points",
    "points",
    "number",
    "by_row",
]
"""What a column holds, as the messages name formats; `by_row`: as the row's cell in the column `format` says, and of
changes in `change_unit`."""


@dataclass(frozen=True)
class Column:
    """`id` is its name in CSV, `title` in a workbook."""

    id: str
    title: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Table:
    """Rows with one cell for each column; None is what an answer leaves out, dates are `YYYY-MM-DD`, moments with
    `THH:MM:SS` behind it."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]

    def place(self, column: str) -> int | None:
        """Where the column of that name is."""
        return next((i for i, one in enumerate(self.columns) if one.id == column), None)

    def by_part(self, titles: dict[str, str]) -> Iterator["Table"]:
        """A table for each value of the first column, in the order of `titles`, without columns empty there."""
        for part, title in titles.items():
            rows = [row[1:] for row in self.rows if row[0] == part]
            kept = [i for i in range(len(self.columns) - 1) if any(row[i] not in (None, "") for row in rows)]
            if rows:
                yield Table(title, [self.columns[i + 1] for i in kept], [[row[i] for i in kept] for row in rows])

    def kind(self, column: int, row: Sequence[Cell]) -> Kind:
        """The kind of one cell."""
        kind = self.columns[column].kind
        if kind != "by_row":
            return kind
        said_by = self.place("change_unit" if self.columns[column].id == "change" else "format")
        return "number" if said_by is None else row[said_by] or "number"  # type: ignore[return-value]
