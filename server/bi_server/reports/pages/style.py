"""Colours, sizes and paragraphs of the pages."""

from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from bi_server.reports.pages.fonts import BOLD, REGULAR, marked

PAGE = A4
MARGIN = 18 * mm
WIDTH = PAGE[0] - 2 * MARGIN

INK = HexColor("#1B2430")
QUIET = HexColor("#5B6675")
RULE = HexColor("#D5DAE1")
PAPER = white
SHADE = HexColor("#F4F6F9")
ACCENT = HexColor("#1F5FA8")
FAINT = HexColor("#A9B4C2")
GOOD = HexColor("#1B7F4B")
BAD = HexColor("#B3372F")
MARK = HexColor("#D9822B")
BANDS = (HexColor("#E3ECF7"), HexColor("#C3D7EF"))  # 95 % and 80 %


def _style(name: str, size: float, colour: Color = INK, *, font: str = REGULAR, **more: Any) -> ParagraphStyle:
    # splitLongWords: a name without blanks may be longer than a column.
    return ParagraphStyle(
        name, fontName=font, fontSize=size, leading=size * 1.36, textColor=colour, splitLongWords=1, **more
    )


TITLE = _style("title", 22, font=BOLD)
RANGE = _style("range", 13, ACCENT, font=BOLD)
HEADING = _style("heading", 13, font=BOLD, spaceBefore=12, spaceAfter=4)
LABEL = _style("label", 9, font=BOLD)
BODY = _style("body", 9.5)
LEAD = _style("lead", 10.5, spaceBefore=4)
SMALL = _style("small", 8, QUIET)
FIGURE = _style("figure", 15, font=BOLD)
CELL = _style("cell", 8.5)
CELL_RIGHT = _style("cell-right", 8.5, alignment=2)


def paragraph(text: str, style: ParagraphStyle = BODY, colour: Color | None = None) -> Paragraph:
    """A paragraph of plain text, whatever characters it has."""
    shown = marked(text)
    return Paragraph(f'<font color="{colour.hexval()}">{shown}</font>' if colour is not None else shown, style)
