"""Sheets of workbooks: Excel and OpenDocument."""

import os
import pickle
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from bi_server.errors import InvalidInput, Violation
from bi_server.ingest import sheet_process
from bi_server.ingest.limits import MOST_SHEET_BYTES
from bi_server.ingest.rowsource import RowSource, text_of
from bi_server.ingest.sniffing import LOOKED_AT, header_row
from bi_server.questions import Choice, Question, Unclear


class SheetSource(RowSource):
    """A sheet of a workbook; lines are its rows. They are laid out in a temporary file."""

    def __init__(self, path: Path, name: str, sheet: str, header_line: int, most_bytes: int) -> None:
        super().__init__(path, name)
        _refuse_large(path, min(most_bytes, MOST_SHEET_BYTES))
        self._laid_out = _LaidOut(path, sheet)
        found, self._rows_at = self._laid_out.read(0)
        if "error" in found:
            raise InvalidInput.of("file", f"{name} cannot be read as a workbook: {found['error']}")
        _check_choice(found["sheets"], found["chosen"], sheet)
        self._first_line, self._height = found["first_line"], found["height"]
        head = [[text_of(v, False) for v in row] for row in islice(self._all(), LOOKED_AT)]
        at = header_line - self._first_line if header_line else header_row(head)
        if at is None or not 0 <= at < len(head):
            raise InvalidInput.of(
                "header_line", "no header of several columns was found; declare its line, or the sheet"
            )
        self._header = at
        self.columns = tuple(name.strip() for name in head[at])

    def _all(self) -> Iterator[Sequence[Any]]:
        at = self._rows_at
        while at < self._laid_out.size:
            rows, at = self._laid_out.read(at)
            yield from rows

    def _rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        kinds = [_Dates(name) for name in self.columns]
        total = max(self._height, 1)
        for i, values in enumerate(self._all()):
            if i > self._header and any(value != "" for value in values):
                for kind, value in zip(kinds, values, strict=False):
                    kind.check(self._first_line + i, value)
                self._read = i / total
                yield self._first_line + i, values


class _Dates:
    """Refuses a column of real dates with texts among them that may be dates.

    A program has then read some of the texts of a file, with the wrong order of day and month, and left the others.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._is_date = False
        self._text = ""

    def check(self, line: int, value: Any) -> None:
        if isinstance(value, date):
            self._is_date = True
        elif isinstance(value, str) and not self._text and sum(map(str.isdigit, value)) >= 3:
            self._text = f"{value!r} on line {line}"
        if self._is_date and self._text:
            reason = f"column {self._name!r} has real dates and texts such as {self._text}: a program has taken some"
            raise InvalidInput.of("file", f"{reason} dates for others, most likely; export the column anew")


def _refuse_large(path: Path, most: int) -> None:
    with zipfile.ZipFile(path) as archive:
        size = sum(member.file_size for member in archive.infolist() if member.filename.endswith((".xml", ".bin")))
    if size > most:
        raise InvalidInput.of("file", f"is a workbook of {size:,} bytes, more than {most:,}; save the sheet as CSV")


class _LaidOut:
    """What the other process tells of a workbook. Sources that are copies of one another share it."""

    def __init__(self, path: Path, sheet: str) -> None:
        """Raises InvalidInput where that process did not live to its end."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the last source
        command = [sys.executable, "-I", sheet_process.__file__, str(path.absolute()), sheet]
        if subprocess.run(command, stdin=subprocess.DEVNULL, stdout=self._file, stderr=subprocess.DEVNULL).returncode:
            reason = "is a workbook whose cells lie too far apart, or that is damaged"
            raise InvalidInput.of("file", f"{reason}; delete what is outside the table, or save the sheet as CSV")
        self.size = self._file.seek(0, os.SEEK_END)

    def read(self, at: int) -> tuple[Any, int]:
        """What was written there, and where the next begins."""
        self._file.seek(at)
        return pickle.load(self._file), self._file.tell()

    def __del__(self) -> None:
        self._file.close()


def _check_choice(sheets: list[str], chosen: list[str], wanted: str) -> None:
    if wanted and wanted not in sheets:
        raise InvalidInput.of("sheet", f"there is no {wanted!r}; the workbook has {', '.join(sheets)}")
    if not chosen:
        raise InvalidInput.of("file", "has no sheet with rows")
    if len(chosen) > 1:
        reason = f"the workbook has several ({', '.join(chosen)}); choose one"
        choices = tuple(Choice(name, {"sheet": name}) for name in chosen)
        raise Unclear([Violation("sheet", reason)], [Question("sheet", "Which sheet?", choices)])
