"""Where a table begins in a file: its delimiter, its header line, and what stands before it."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bi_server.errors import InvalidInput

DELIMITERS = ",;\t|"
LOOKED_AT = 200  # rows

_SEP_LINE = re.compile(r'"?sep=(.)"?[,;\t|]*(\r\n|\n|\r)', re.IGNORECASE)  # how Excel is told the delimiter


@dataclass(frozen=True)
class Layout:
    """`skip` characters, which end in the line before `first_line`, stand before the rows."""

    delimiter: str
    columns: tuple[str, ...]
    skip: int
    first_line: int
    unnamed: int = 0  # columns at the end without a name, which must be blank


@dataclass(frozen=True)
class _Row:
    fields: list[str]
    line: int  # on which it begins, from 1
    next_line: int

    @property
    def filled(self) -> int:
        return sum(1 for field in self.fields if field.strip())


def sniff(head: str, delimiter: str, header_line: int) -> Layout:
    """The layout of a CSV file that begins like this; delimiter and header line (from 1) may be known.

    Raises InvalidInput where no header of several columns is found.
    """
    said = _SEP_LINE.match(head)
    if said:
        delimiter = delimiter or said[1]
    first = 1 if said is None else 2
    best: tuple[int, str, list[_Row], int] | None = None
    for candidate in delimiter or DELIMITERS:
        rows = [row for row in _rows(head, candidate) if row.line >= first]
        at = _header(rows, header_line)
        if at is not None and (best is None or rows[at].filled > best[0]):
            best = rows[at].filled, candidate, rows, at
    if best is None:
        where = f"on line {header_line} " if header_line else ""
        reason = f"no header of several columns was found {where}(rows parted by comma, semicolon, tab or bar)"
        if _parted_by_blanks(head):
            remedy = "its columns are parted by blanks, which names may hold: put a comma or a tab for each run of them"
            raise InvalidInput.of("delimiter", f"{reason}; {remedy}")
        raise InvalidInput.of("header_line", f"{reason}; declare the delimiter, or the header's line")
    _, found, rows, at = best
    lines = io.StringIO(head, newline="").readlines()
    skip = sum(map(len, lines[: rows[at].next_line - 1]))
    columns, unnamed = named([row.fields for row in rows[at:]])
    return Layout(found, columns, skip, rows[at].next_line, unnamed)


def _parted_by_blanks(head: str) -> bool:
    """Whether nearly all lines have as many words, three at least, as a table laid out for the eye."""
    words = Counter(len(line.split()) for line in head.splitlines()[:LOOKED_AT] if line.strip())
    count, often = max(words.items(), key=lambda found: found[1], default=(0, 0))
    return count > 2 and often > 1 and often * 10 >= words.total() * 9


def _rows(head: str, delimiter: str) -> list[_Row]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    rows, line = [], 1
    try:
        for fields in reader:
            rows.append(_Row(fields, line, reader.line_num + 1))
            line = reader.line_num + 1
            if len(rows) == LOOKED_AT:
                break
    except csv.Error:
        pass  # such as a field without an end: what was read before it has to do
    return [row for row in rows if row.filled]


def _header(rows: list[_Row], header_line: int) -> int | None:
    if header_line:
        return next((i for i, row in enumerate(rows) if row.line == header_line and row.filled > 1), None)
    return header_row([row.fields for row in rows])


def header_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Which row names the columns: the first with nearly as many names as the rows have fields; None: there is none.

    What stands before it (titles, dates of a report) has a field or two.
    """
    filled = [sum(1 for field in row if field.strip()) for row in rows]
    if max(filled, default=0) < 2:
        return None
    width = max((count for count, often in Counter(filled).items() if often > 1 and count > 1), default=max(filled))
    at = next(i for i, count in enumerate(filled) if count > 1 and count * 5 >= width * 3)
    # Rows of several lines of text, or a delimiter that comes now and then, are no table.
    rest = [len(row) for row in rows[at:]]
    return at if sum(1 for count in rest if count > 1) * 2 >= len(rest) else None


def named(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], int]:
    """The columns' names, from the header and the rows below it; and how many at the end are blank and without one.

    Tools that end every line with a delimiter do so in the rows, in the header, or in both.
    """
    header = [name.strip() for name in rows[0]]
    names = len(header)
    while names and not header[names - 1]:
        names -= 1
    widths = Counter(len(row) for row in rows[1:])
    width = widths.most_common(1)[0][0] if widths else len(header)
    blank = all(not field.strip() for row in rows[1:] for field in row[names:width] if len(row) == width)
    if width < names:
        return tuple(header), 0
    if not blank:
        reason = f"most rows have {width} fields, {width - names} more than the header has names"
        raise InvalidInput.of("file", f"{reason}; name them, or quote fields that hold a delimiter")
    return (*header[:names], *[""] * (width - names)), width - names
