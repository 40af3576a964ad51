"""The parts of the pages, each a list of what ReportLab lays out."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Line, Rect
from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table, TableStyle

from bi.v1 import ai_pb2, common_pb2, dashboard_pb2
from bi_server.reports.answers import segment_name
from bi_server.reports.pages import style, telling
from bi_server.reports.pages.chart import chart, told
from bi_server.reports.pages.figures import figure, span, why
from bi_server.reports.pages.screen import Screen
from bi_server.reports.pages.style import paragraph

CARDS = 4  # in a row
MOST_ROWS = 8  # of a breakdown; the rest is told in one line
MOST_FACTS = 6  # of an insight
NAMES_OF_MIX = {
    "volume": "More or fewer units, at the average price",
    "price": "Higher or lower prices inside the parts",
    "mix": "More or less of the dearer parts",
    "new_segments": "Parts that had no sales before",
    "lost_segments": "Parts that have no sales any more",
}


def heading(text: str) -> list[Flowable]:
    """A heading that does not stand alone at the foot of a page."""
    return [CondPageBreak(90), paragraph(text, style.HEADING)]


def cover(screen: Screen) -> list[Flowable]:
    """What the pages are of, and what they rest on."""
    about = screen.about
    found = [
        paragraph(about.business or "Business report", style.TITLE),
        paragraph(about.range, style.RANGE),
        paragraph(" · ".join(telling.rests_on(screen)), style.SMALL),
    ]
    if screen.insights is not None and screen.insights.summary:
        found.append(paragraph(screen.insights.summary, style.LEAD))
    return [*found, Spacer(0, 8)]


def kpis(screen: Screen) -> list[Flowable]:
    """A card for each KPI: its value, how it changed, and against what."""
    cards: list[list[Flowable]] = [_card(kpi, screen) for kpi in screen.kpis]
    rows = [cards[i : i + CARDS] for i in range(0, len(cards), CARDS)]
    if rows:
        rows[-1] += [[] for _ in range(CARDS - len(rows[-1]))]
    look = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *(("BACKGROUND", (i % CARDS, i // CARDS), (i % CARDS, i // CARDS), style.SHADE) for i in range(len(cards))),
            ("INNERGRID", (0, 0), (-1, -1), 4, style.PAPER),
            ("LEFTPADDING", (0, 0), (-1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ]
    )
    return [Table(rows, [style.WIDTH / CARDS] * CARDS, style=look), Spacer(0, 8)] if rows else []


def _card(kpi: dashboard_pb2.Kpi, screen: Screen) -> list[Flowable]:
    currency = screen.about.currency
    about = f" (± {kpi.relative_error:g} %)" if kpi.relative_error else ""
    found: list[Flowable] = [
        paragraph(kpi.title + about, style.SMALL),
        paragraph(telling.value(kpi, currency), style.FIGURE),
    ]
    if not kpi.HasField("value"):
        return [*found, paragraph(why(kpi.value_reason), style.SMALL)]
    if kpi.HasField("change"):
        found.append(paragraph(telling.change(kpi, currency), style.LABEL, _mood(kpi, screen)))
    else:
        found.append(paragraph(telling.change(kpi, currency), style.SMALL))
    if kpi.HasField("change") and kpi.HasField("previous_value"):
        before = figure(kpi.previous_value, kpi.format, currency)
        days = span(kpi.compared_range.start_date, kpi.compared_range.end_date)
        found += [paragraph(f"from {before}", style.SMALL), paragraph(days, style.SMALL)]
    return found


def _mood(kpi: dashboard_pb2.Kpi, screen: Screen) -> Color:
    """Good news, bad news, or neither."""
    return {"good": style.GOOD, "bad": style.BAD}.get(telling.mood(kpi, screen), style.QUIET)


def over_time(screen: Screen) -> list[Flowable]:
    """The chart, and what is unusual in it."""
    found: list[Flowable] = [*heading(f"{screen.metric.title} by {screen.granularity}"), chart(screen)]
    for number, one in enumerate(told(screen), 1):
        of = segment_name(one.segment)
        where = "" if of == "all" else f" ({of})"
        found.append(paragraph(f"{number}  {_when(one)}{where}: {one.explanation}", style.CELL))
    return found


def _when(one: ai_pb2.Anomaly) -> str:
    return span(one.start_date, one.end_date)


def drivers(screen: Screen) -> list[Flowable]:
    """What the change of revenue is made of."""
    answer = screen.comparison
    if answer is None:
        return []
    found, currency = answer.drivers, screen.about.currency
    now, then = answer.current, answer.previous
    change = figure(found.total_change, "currency", currency, signed=True, short=True)
    told_ = (
        f"Revenue moved by {change}: from {figure(then.revenue, 'currency', currency, short=True)} "
        f"({span(then.time_range.start_date, then.time_range.end_date)}) to "
        f"{figure(now.revenue, 'currency', currency, short=True)} "
        f"({span(now.time_range.start_date, now.time_range.end_date)})."
    )
    mix = found.price_volume_mix
    parts = [(words, getattr(mix, field)) for field, words in NAMES_OF_MIX.items() if getattr(mix, field)]
    notes = [paragraph(note, style.SMALL) for note in answer.notes]
    contents: list[Flowable] = [*heading("What drove the change"), paragraph(told_), *notes, Spacer(0, 4)]
    if parts:
        contents.append(_bars("The change in price, volume and mix", parts, currency))
    for title, dimension, all_parts in (
        ("By category", "category", found.categories),
        ("By region", "region", found.regions),
    ):
        if len(all_parts) > 1:
            contents.append(_contributions(title, dimension, all_parts, currency))
    if found.causes:
        causes = ", ".join(
            f"{segment_name(one.segment)} ({figure(one.change, 'currency', currency, signed=True, short=True)})"
            for one in found.causes
        )
        contents.append(paragraph(f"The fewest parts that explain most of it: {causes}.", style.BODY))
    return contents


def _contributions(title: str, dimension: str, found: Sequence[common_pb2.Contribution], currency: str) -> Flowable:
    ordered = sorted(found, key=lambda one: -abs(one.change))
    rows = [(getattr(one.segment, dimension), one.change) for one in ordered[:MOST_ROWS]]
    rest = ordered[MOST_ROWS:]
    if rest:
        rows.append((f"{len(rest)} others together", sum(one.change for one in rest)))
    return _bars(title, rows, currency)


def _bars(title: str, rows: Sequence[tuple[str, float]], currency: str) -> Flowable:
    """Amounts with a bar each, to the left and right of one line."""
    most = max((abs(change) for _, change in rows), default=0.0) or 1.0
    cells: list[list[Flowable]] = [
        [paragraph(title, style.LABEL), paragraph("", style.CELL), paragraph("", style.CELL)]
    ]
    for name, change in rows:
        amount = figure(change, "currency", currency, signed=True, short=True)
        cells.append([paragraph(name, style.CELL), paragraph(amount, style.CELL_RIGHT), _bar(change / most)])
    look = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.5, style.RULE),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ]
    )
    widths = [style.WIDTH * 0.42, style.WIDTH * 0.16, style.WIDTH * 0.42]
    return KeepTogether([Table(cells, widths, style=look), Spacer(0, 6)])


def _bar(share: float) -> Drawing:
    width, height = style.WIDTH * 0.42 - 12, 8.0
    middle = width / 2
    drawing = Drawing(width, height)
    length = abs(share) * middle
    start = middle if share > 0 else middle - length
    look = {"fillColor": style.GOOD if share > 0 else style.BAD, "strokeColor": None}
    drawing.add(Rect(start, 0.5, length, height - 1, **look))  # type: ignore[arg-type]
    drawing.add(Line(middle, -2, middle, height + 2, strokeColor=style.QUIET, strokeWidth=0.5))
    return drawing


def insights(screen: Screen) -> list[Flowable]:
    """Claims in words, each with the figures it rests on; doubts about the data are told apart."""
    found = [one for one in screen.insights.insights if one.type != "data_problem"] if screen.insights else []
    if not found:
        return []
    return [*heading("What stands out"), *(_insight(one, screen.about.currency) for one in found)]


def _insight(one: ai_pb2.Insight, currency: str) -> Flowable:
    colour = {"positive": style.GOOD, "negative": style.BAD}.get(one.sentiment, style.FAINT)
    facts = "; ".join(_fact(fact, currency) for fact in one.evidence[:MOST_FACTS])
    left_out = len(one.evidence) - MOST_FACTS
    facts += f"; and {left_out} more" if left_out > 0 else ""
    cell: list[Flowable] = [paragraph(one.text, style.BODY)]
    if facts:
        cell.append(paragraph(f"Rests on: {facts}.", style.SMALL))
    look = TableStyle(
        [
            ("LINEBEFORE", (0, 0), (0, 0), 2, colour),
            ("LEFTPADDING", (0, 0), (0, 0), 8),
            ("TOPPADDING", (0, 0), (0, 0), 0),
            ("BOTTOMPADDING", (0, 0), (0, 0), 2),
        ]
    )
    return KeepTogether([Table([[cell]], [style.WIDTH], style=look), Spacer(0, 5)])


def _fact(fact: ai_pb2.Fact, currency: str) -> str:
    of = segment_name(fact.segment)
    where = "" if of == "all" else f" of {of}"
    value = figure(fact.value, fact.format, currency)
    return f"{fact.metric.replace('_', ' ')}{where}, {span(fact.range.start_date, fact.range.end_date)}: {value}"


def incomplete(screen: Screen) -> list[Flowable]:
    """What casts doubt on the figures, and what could not be told."""
    notes = telling.to_know(screen) or [
        "Nothing: every day of the range is complete, and everything could be looked at."
    ]
    return [*heading("What is incomplete, and what to know"), *(paragraph(f"·  {note}") for note in notes)]


def definitions(screen: Screen) -> list[Flowable]:
    """How the figures follow from what is recorded."""
    wanted = dict.fromkeys([screen.metric.id, *(kpi.metric for kpi in screen.kpis if kpi.metric)])
    known = [screen.metrics[name] for name in wanted if name in screen.metrics]
    lines = [f"{metric.title}: {metric.formula}." for metric in known if not metric.formula.isidentifier()]
    if any(kpi.id == "growth_rate" for kpi in screen.kpis):
        lines.append("Growth Rate: revenue of the last month of the range against the same days of the month before.")
    lines += [
        "Ranges include their first and last day. Revenue is net of refunds.",
        "Changes are in percent of the earlier figure; those of percentages in percentage points (pp).",
    ]
    if screen.anomalies is not None:
        lines.append("Unusual is what weekday, season, holidays and the course of the business did not let expect.")
    if screen.forecast is not None:
        lines.append("Of a hundred steps about 80 should end inside the 80 % interval, and about 95 inside the other.")
        lines.append(f"How the outlook is made: {screen.forecast.model_reason}")
    return [*heading("Definitions"), *(paragraph(f"·  {line}", style.SMALL) for line in lines)]
