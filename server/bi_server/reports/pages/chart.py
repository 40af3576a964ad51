"""The metric over time: what came, what it is compared with, what is expected, and what was unusual."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, String
from reportlab.lib.colors import Color, white
from reportlab.pdfbase.pdfmetrics import stringWidth

from bi.v1 import ai_pb2, dashboard_pb2
from bi_server.reports.pages import style
from bi_server.reports.pages.figures import figure, span
from bi_server.reports.pages.fonts import BOLD, REGULAR, load
from bi_server.reports.pages.screen import Screen

HEIGHT = 205
TEXT = 7.5
TICKS = 5
MOST_MARKS = 6
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True)
class Step:
    """One step: `value` None where it is undefined, not `is_whole` where the range or the end of the data cuts it."""

    day: int
    value: float | None
    is_whole: bool = True


def come(points: Sequence[dashboard_pb2.ChartPoint], screen: Screen) -> list[Step]:
    """The steps that the data reaches: zeros before and behind it are no sales that did not happen."""
    first = date.fromisoformat(screen.about.data_start or screen.about.start)
    last = date.fromisoformat(screen.last_day or screen.about.end)
    return [
        Step(
            date.fromisoformat(point.date).toordinal(),
            point.value if point.HasField("value") else None,
            point.complete,
        )
        for point in points
        if not (point.filled and not first <= date.fromisoformat(point.date) <= last)
    ]


def told(screen: Screen) -> list[ai_pb2.Anomaly]:
    """The gravest anomalies, the earliest first: they are numbered so in the chart and in the text."""
    found = screen.anomalies.anomalies if screen.anomalies is not None else []
    return sorted(sorted(found, key=lambda one: -abs(one.score))[:MOST_MARKS], key=lambda one: one.date)


def chart(screen: Screen) -> Drawing:
    """The drawing, as wide as the page."""
    load()
    return _Chart(screen).drawing


class _Chart:
    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._kind, self._currency = screen.metric.format, screen.about.currency
        self._steps = come(screen.points, screen)
        self._before = come(screen.compared, screen)[: len(screen.points)]
        self._ahead = list(screen.forecast.forecast) if screen.forecast is not None else []
        self.drawing = Drawing(style.WIDTH, HEIGHT)
        low, high, step = self._extent()
        self._ticks = [low + i * step for i in range(round((high - low) / step) + 1)]
        self._left = 6 + max(stringWidth(self._text(tick), REGULAR, TEXT) for tick in self._ticks)
        self._bottom, self._top = 22.0, HEIGHT - 22.0
        self._low, self._high = low, high
        days = [one.day for one in self._steps] + [_day(one.date) for one in self._ahead]
        self._first, self._last = (min(days), max(days)) if days else (0, 1)
        self._grid()
        self._legend(list(self._drawn()))

    def _extent(self) -> tuple[float, float, float]:
        values = [one.value for one in (*self._steps, *self._before) if one.value is not None]
        values += [bound for one in self._ahead for bound in (one.lower_95, one.upper_95)]
        low, high = min(values, default=0.0), max(values, default=1.0)
        if self._screen.metric.additive or low - (high - low) < 0:
            low, high = min(low, 0.0), max(high, 0.0)
        return nice(low, high)

    def _x(self, day: int) -> float:
        return self._left + (day - self._first) / max(self._last - self._first, 1) * (style.WIDTH - self._left - 8)

    def _y(self, value: float) -> float:
        return self._bottom + (value - self._low) / (self._high - self._low) * (self._top - self._bottom)

    def _text(self, value: float) -> str:
        return figure(value, self._kind, self._currency, short=True)

    def _grid(self) -> None:
        for tick in self._ticks:
            y = self._y(tick)
            colour = style.QUIET if tick == 0 else style.RULE
            self.drawing.add(Line(self._left, y, style.WIDTH, y, strokeColor=colour, strokeWidth=0.5))
            self._write(self._text(tick), self._left - 4, y - TEXT / 3, "end")
        days = sorted({one.day for one in self._steps} | {_day(one.date) for one in self._ahead})
        year = 0
        for day in days[:: max(1, math.ceil(len(days) / 8))]:
            text = _label(day, self._screen.granularity, with_year=date.fromordinal(day).year != year)
            year = date.fromordinal(day).year
            self._write(text, self._x(day), self._bottom - 12, "middle")

    def _drawn(self) -> Iterator[tuple[str, Color, str]]:
        """Draws everything, and gives what the legend says of it: words, colour, kind of sign."""
        if self._ahead:
            yield from self._outlook()
        if self._before:
            places = [self._steps[i].day for i in range(min(len(self._steps), len(self._before)))]
            line = [(self._x(day), one.value) for day, one in zip(places, self._before, strict=False)]
            self._line(line, style.FAINT, 1.0)
            days = self._screen.summary.compared_range
            yield f"Compared: {span(days.start_date, days.end_date)}", style.FAINT, "line"
        self._line([(self._x(one.day), one.value if one.is_whole else None) for one in self._steps], style.ACCENT, 1.5)
        yield self._screen.metric.title, style.ACCENT, "line"
        if any(not one.is_whole for one in self._steps):
            self._unfinished()
            yield "Cut, or going on", style.ACCENT, "ring"
        if self._marks():
            yield "Unusual", style.MARK, "ring"

    def _outlook(self) -> Iterator[tuple[str, Color, str]]:
        xs = [self._x(_day(one.date)) for one in self._ahead]
        for colour, lower, upper in (
            (style.BANDS[0], [one.lower_95 for one in self._ahead], [one.upper_95 for one in self._ahead]),
            (style.BANDS[1], [one.lower_80 for one in self._ahead], [one.upper_80 for one in self._ahead]),
        ):
            edge = [(x, self._y(y)) for x, y in zip(xs, upper, strict=True)]
            edge += [(x, self._y(y)) for x, y in zip(reversed(xs), reversed(lower), strict=True)]
            if len(xs) == 1:
                edge = [(x + dx, y) for (x, y), dx in zip(edge * 2, (-4, -4, 4, 4), strict=True)]
                edge = [edge[0], edge[2], edge[3], edge[1]]
            flat = [coordinate for point in edge for coordinate in point]
            self.drawing.add(Polygon(flat, fillColor=colour, strokeColor=None))
        self._line([(x, one.value) for x, one in zip(xs, self._ahead, strict=True)], style.ACCENT, 1.2, dashed=True)
        yield "Expected (80 %, 95 %)", style.BANDS[1], "area"

    def _line(
        self, points: Sequence[tuple[float, float | None]], colour: Color, width: float, *, dashed: bool = False
    ) -> None:
        for piece in _pieces(points):
            places = [(x, self._y(y)) for x, y in piece]
            if len(places) == 1:
                self.drawing.add(Circle(*places[0], 1.6, fillColor=colour, strokeColor=None))
                continue
            flat = [coordinate for place in places for coordinate in place]
            line = PolyLine(flat, strokeColor=colour, strokeWidth=width)
            if dashed:
                line.strokeDashArray = [3, 2]
            self.drawing.add(line)

    def _unfinished(self) -> None:
        """Steps that are cut, each joined to its neighbours by dashes."""
        for i, one in enumerate(self._steps):
            if one.is_whole or one.value is None:
                continue
            for other in (*self._steps[max(i - 1, 0) : i], *self._steps[i + 1 : i + 2]):
                if other.value is not None:
                    pair = sorted([(other.day, other.value), (one.day, one.value)])
                    self._line([(self._x(day), value) for day, value in pair], style.ACCENT, 0.9, dashed=True)
        for one in self._steps:
            if not one.is_whole and one.value is not None:
                place = self._x(one.day), self._y(one.value)
                self.drawing.add(Circle(*place, 2.2, fillColor=white, strokeColor=style.ACCENT, strokeWidth=1))

    def _marks(self) -> bool:
        days = [one.day for one in self._steps]
        is_any = False
        for number, one in enumerate(told(self._screen), 1):
            place = bisect_right(days, _day(one.date)) - 1
            value = self._steps[place].value if place >= 0 else None
            if value is None:
                continue
            is_any = True
            x, y = self._x(days[place]), self._y(value)
            self.drawing.add(Circle(x, y, 3.2, fillColor=None, strokeColor=style.MARK, strokeWidth=1.4))
            self._write(str(number), x, y + (6 if one.direction == "up" else -11), "middle", style.MARK, BOLD)
        return is_any

    def _legend(self, entries: list[tuple[str, Color, str]]) -> None:
        x, y = self._left, HEIGHT - 8.0
        for words, colour, sign in entries:
            if sign == "area":
                self.drawing.add(
                    Polygon([x, y - 1, x + 14, y - 1, x + 14, y + 6, x, y + 6], fillColor=colour, strokeColor=None)
                )
            elif sign == "ring":
                self.drawing.add(Circle(x + 7, y + 2.5, 2.6, fillColor=white, strokeColor=colour, strokeWidth=1.2))
            else:
                self.drawing.add(Line(x, y + 2.5, x + 14, y + 2.5, strokeColor=colour, strokeWidth=1.6))
            self._write(words, x + 18, y, "start", style.INK)
            x += 18 + stringWidth(words, REGULAR, TEXT) + 14

    def _write(
        self, text: str, x: float, y: float, anchor: Anchor, colour: Color = style.QUIET, font: str = REGULAR
    ) -> None:
        self.drawing.add(String(x, y, text, fontName=font, fontSize=TEXT, fillColor=colour, textAnchor=anchor))


def nice(low: float, high: float) -> tuple[float, float, float]:
    """Limits around two values, and the step of the ticks between them."""
    if high <= low:
        high = low + (abs(low) or 1.0)
    rough = (high - low) / TICKS
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(unit * factor for factor in (1, 2, 2.5, 5, 10) if unit * factor >= rough)
    return math.floor(low / step) * step, math.ceil(high / step) * step, step


def _pieces(points: Sequence[tuple[float, float | None]]) -> Iterator[list[Point]]:
    """The runs of points that have a value."""
    piece: list[Point] = []
    for x, y in points:
        if y is not None:
            piece.append((x, y))
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _label(day: int, granularity: str, *, with_year: bool) -> str:
    at = date.fromordinal(day)
    if granularity == "year":
        return str(at.year)
    if granularity == "quarter":
        return f"Q{(at.month + 2) // 3} {at.year}"
    if granularity == "month":
        return f"{at:%b} {at.year}"
    return f"{at:%b} {at.day}" + (f", {at.year}" if with_year else "")
