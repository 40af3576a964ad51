"""Tables as files, held against readers that are not ours."""

import csv
import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from bi_server.reports import csv_file
from bi_server.reports.about import About
from bi_server.reports.tables import Column, Table
from bi_server.reports.workbook import Workbook

ABOUT = About(
    "Sales", "Łódź & Söhne", "2024-01-01", "2024-03-31", "", "EUR", "2023-01-01", "2024-12-31", 7, ("A note.",)
)
NAMES = [
    "=1+1",
    "+49 30",
    "-5 degrees",
    "@home",
    "\tTab",
    "\rReturn",
    "  =A1",
    "\uff1d1",
    "plain",
    "中文, łü",
    'say "hi"',
    "",
]


def table() -> Table:
    columns = [Column("name", "Name"), Column("day", "Day", "date"), Column("value", "Value", "currency")]
    return Table("Sales", columns, [[name, "2024-02-29", -1234.5] for name in NAMES])


@pytest.mark.parametrize(
    ("cell", "text"),
    [(0.0, "0"), (-0.5, "-0.5"), (45.0, "45"), (0.1, "0.1"), (1e16, "10000000000000000"), (1.5e-7, "0.00000015")],
)
def test_numbers_are_written_in_full(cell: float, text: str) -> None:
    assert csv_file.written(cell) == text
    assert float(text) == cell


def test_texts_are_no_formulas_and_numbers_are_left_alone() -> None:
    header, *rows = csv.reader(io.StringIO(csv_file.csv_of(table()).decode(), newline=""))
    assert header == ["name", "day", "value"]
    assert [row[0] for row in rows] == [f"'{name}" for name in NAMES[:8]] + NAMES[8:]
    assert {row[2] for row in rows} == {"-1234.5"}


def test_a_workbook_has_dates_numbers_and_texts() -> None:
    book = Workbook(ABOUT)
    book.add(table())
    read = load_workbook(io.BytesIO(book.finished()))
    sheet: Any = read["Sales"]
    assert sheet.freeze_panes == "A2"
    for line, name in enumerate(NAMES, 2):
        text, day, value = sheet[line]
        assert (text.value or "").replace("_x000D_", "\r") == name  # as the format has it
        assert text.data_type != "f"
        assert (day.value, day.is_date) == (datetime(2024, 2, 29), True)
        assert value.value == -1234.5
        assert "€" in value.number_format
    told = {row[0].value: row[1].value for row in read["About"].rows}
    assert told["Range"] == "January 1, 2024 to March 31, 2024"
    assert (told["Business"], told["Data until"], told["To know"]) == ("Łódź & Söhne", "2024-12-31", "A note.")


def test_equal_tables_make_equal_files() -> None:
    files = set()
    for _ in range(2):
        book = Workbook(ABOUT)
        book.add(table())
        files.add(book.finished())
    assert len(files) == 1


def test_parts_leave_out_what_is_empty_in_them() -> None:
    whole = Table(
        "All", [Column("part", "Part"), Column("a", "A"), Column("b", "B")], [["x", 1.0, None], ["y", "", 2.0]]
    )
    first, second = whole.by_part({"x": "First", "y": "Second", "z": "None"})
    assert ([column.id for column in first.columns], first.rows) == (["a"], [[1.0]])
    assert ([column.id for column in second.columns], second.rows, second.title) == (["b"], [[2.0]], "Second")
