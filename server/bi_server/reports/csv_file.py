"""CSV that programs and spreadsheets read alike (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bi_server.reports.tables import Cell, Table

CONTENT_TYPE = "text/csv; charset=utf-8"
# With these a text begins that a spreadsheet takes for a formula; the wide ones are those of Japanese keyboards.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_of(table: Table) -> bytes:
    """The table with one header line."""
    return lines([[column.id for column in table.columns], *table.rows])


def lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as lines of CSV."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([written(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def written(cell: Cell) -> str:
    """A cell as text: numbers exactly as JSON has them, and texts that no spreadsheet computes."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return harmless(cell)
    # repr is the shortest text that reads back as the same number, but for 1e+16 and the like.
    return str(int(cell)) if cell == int(cell) else f"{Decimal(repr(cell)):f}"


def harmless(text: str) -> str:
    """The text, after an apostrophe where it would begin as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS) else text
