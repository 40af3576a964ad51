"""Workbooks (XLSX): real dates and numbers, formats of the currency, frozen headers, a chart beside a series."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bi_server.narration.formats import SYMBOLS
from bi_server.reports.about import About
from bi_server.reports.tables import Cell, Kind, Table
from bi_server.semantic.money import minor_decimals

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 9, 48  # characters of a column
MEASURED_ROWS = 500  # whose texts decide how wide a column is
MADE = datetime(2000, 1, 1)
MOST_ROWS = 1_048_575
"""Of a sheet of any workbook, beside its header."""


class Workbook:
    """A workbook in memory; of one that `is_long` rows are put into a file of the system's as they come."""

    def __init__(self, about: About, *, is_long: bool = False) -> None:
        import xlsxwriter  # see workers.breeding

        self._about = about
        self._file = io.BytesIO()
        # Nothing of a store is a formula or a link, whatever it begins with.
        texts = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = xlsxwriter.Workbook(self._file, {"in_memory": not is_long, "constant_memory": is_long, **texts})
        self._book.set_properties({"title": f"{about.kind}, {about.range}", "created": MADE})
        self._head = self._book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._label = self._book.add_format({"bold": True, "valign": "top"})
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._formats = {
            kind: self._book.add_format({"num_format": text}) for kind, text in _number_formats(about.currency).items()
        }

    def add(self, table: Table, rows: Iterable[Sequence[Cell]] | None = None) -> Any:
        """A sheet of the table, with its header frozen and filters on it; the sheet. `rows` may come one by one."""
        sheet = self._book.add_worksheet(table.title)
        widths = [max(NARROWEST, len(column.title)) for column in table.columns]
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, column.title, self._head)
        line = 0
        for line, row in enumerate(table.rows if rows is None else rows, 1):
            for place, cell in enumerate(row):
                self._write(sheet, line, place, cell, table.kind(place, row))
                if line <= MEASURED_ROWS and cell is not None:
                    widths[place] = max(widths[place], len(str(cell)))
        sheet.freeze_panes(1, 0)
        if line:
            sheet.autofilter(0, 0, line, len(table.columns) - 1)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(width + 3, WIDEST))
        return sheet

    def _write(self, sheet: Any, line: int, place: int, cell: Cell, kind: Kind) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, bool):
            sheet.write_boolean(line, place, cell)
        elif isinstance(cell, str):
            if kind in ("date", "moment"):
                sheet.write_datetime(line, place, datetime.fromisoformat(cell), self._formats[kind])
            else:
                sheet.write_string(line, place, cell)
        else:
            sheet.write_number(line, place, cell, self._number(kind, cell))

    def _number(self, kind: Kind, value: float) -> Any:
        return self._formats["whole" if kind == "number" and value == int(value) else kind]

    def add_chart(
        self, title: str, kind: Kind, steps: Sequence[str], series: Mapping[str, Sequence[float | None]]
    ) -> None:
        """A sheet with a line for each series over the steps of time, and the figures it is drawn from."""
        sheet = self._book.add_worksheet("Chart")
        sheet.write_string(0, 0, "Date", self._head)
        sheet.set_column(0, len(series), 14)
        for line, step in enumerate(steps, 1):
            sheet.write_datetime(line, 0, date.fromisoformat(step), self._formats["date"])
        chart = self._book.add_chart({"type": "line"})
        for place, (name, values) in enumerate(series.items(), 1):
            sheet.write_string(0, place, name, self._head)
            for line, value in enumerate(values, 1):
                if value is not None:
                    sheet.write_number(line, place, value, self._number(kind, value))
            last = len(steps)
            chart.add_series(
                {
                    "name": ["Chart", 0, place],
                    "categories": ["Chart", 1, 0, last, 0],
                    "values": ["Chart", 1, place, last, place],
                    "line": {"width": 1.75},
                }
            )
        chart.set_title({"name": title, "overlay": False, "name_font": {"size": 12}})
        chart.set_x_axis({"date_axis": True, "num_format": "yyyy-mm-dd", "num_font": {"rotation": -45}})
        chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#DDDDDD"}}})
        chart.set_legend({"none": True} if len(series) == 1 else {"position": "bottom"})
        chart.set_size({"width": 900, "height": 420})
        sheet.insert_chart(1, len(series) + 2, chart)
        sheet.freeze_panes(1, 1)

    def finished(self) -> bytes:
        """The file, with a last sheet of what it rests on."""
        sheet = self._book.add_worksheet("About")
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 100)
        for line, (label, text) in enumerate(self._about.lines()):
            sheet.write_string(line, 0, label, self._label)
            sheet.write_string(line, 1, text, self._wrapped)
        self._book.close()
        return self._file.getvalue()


def _number_formats(currency: str) -> dict[str, str]:
    """Percentages are numbers of percent: 12.5 stands for 12.5 %."""
    sign = SYMBOLS.get(currency, f"{currency} ").replace('"', "")
    decimals = minor_decimals(currency)
    money = f'"{sign}"#,##0{"." if decimals else ""}{"0" * decimals}'
    return {
        "currency": f"{money};-{money}",
        "percentage": '#,##0.00"%"',
        "percent": '+#,##0.00"%";-#,##0.00"%";0.00"%"',
        "percentage_points": '+#,##0.00" pp";-#,##0.00" pp";0.00" pp"',
        "points": '#,##0.00" pp"',
        "number": "#,##0.00",
        "whole": "#,##0",
        "date": "yyyy-mm-dd",
        "moment": "yyyy-mm-dd hh:mm",
    }
