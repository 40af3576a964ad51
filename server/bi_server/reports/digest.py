"""A screen in the length of an e-mail: subject, text, the same as HTML, and as JSON for programs."""

from collections.abc import Iterable
from functools import partial
from html import escape
from typing import Any

from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message

from bi_server.reports.pages import telling
from bi_server.reports.pages.figures import figure, span
from bi_server.reports.pages.screen import Screen

MOST_CLAIMS = 5  # the pages have the others
COLOURS = {"good": "#076b41", "bad": "#b3202e", "": "#585c69"}


def subject(screen: Screen) -> str:
    """`Corner Shop: Total Revenue $77,885.12 (↑ +3.60 %), Dec 31, 2024`."""
    about, first = screen.about, screen.kpis[0]
    change = f" ({telling.change(first, about.currency)})" if first.HasField("change") else ""
    told = f"{first.title} {telling.value(first, about.currency)}{change}, {span(about.start, about.end)}"
    return f"{about.business}: {told}" if about.business else told


def text(screen: Screen) -> str:
    """All of it, in lines."""
    rows = _rows(screen)
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    figures = [
        f"{title:<{widths[0]}}  {value:>{widths[1]}}  {change:<{widths[2]}}  {before}".rstrip()
        for title, value, change, before, _ in rows
    ]
    parts = [[screen.about.business, screen.about.range, " · ".join(telling.rests_on(screen))], figures]
    parts += [[title, *(f"- {line}" for line in lines)] for title, lines in _lists(screen)]
    return "\n\n".join("\n".join(filter(None, part)) for part in parts) + "\n"


def html(screen: Screen) -> str:
    """The same for readers of mail, who take neither style sheets nor pictures."""
    quiet = "color:#585c69;font-size:13px"
    cell = "padding:4px 16px 4px 0;border-bottom:1px solid #e6e6ea"
    rows = "".join(
        f'<tr><td style="{cell}">{escape(title)}</td>'
        f'<td style="{cell};text-align:right;font-weight:600">{escape(value)}</td>'
        f'<td style="{cell};color:{COLOURS[mood]}">{escape(change)}</td>'
        f'<td style="{cell};{quiet}">{escape(before)}</td></tr>'
        for title, value, change, before, mood in _rows(screen)
    )
    lists = "".join(
        f'<h2 style="font-size:15px;margin:20px 0 4px">{escape(title)}</h2>'
        f'<ul style="margin:0;padding-left:18px">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>'
        for title, lines in _lists(screen)
    )
    about = screen.about
    return (
        '<!doctype html><html lang="en"><body style="font-family:sans-serif;font-size:14px;line-height:1.45">'
        f'<h1 style="font-size:18px;margin:0">{escape(about.business or "Business report")}</h1>'
        f'<p style="margin:0">{escape(about.range)}</p>'
        f'<p style="margin:0 0 12px;{quiet}">{escape(" · ".join(telling.rests_on(screen)))}</p>'
        f'<table style="border-collapse:collapse;font-size:14px">{rows}</table>{lists}</body></html>'
    )


def as_json(screen: Screen) -> dict[str, Any]:
    """KPIs and insights as the routes answer them, and what they are of."""
    about = screen.about
    return {
        "business": about.business,
        "start_date": about.start,
        "end_date": about.end,
        "scope": about.scope,
        "currency": about.currency,
        "data_version": about.data_version,
        "subject": subject(screen),
        "kpis": _dicts(screen.kpis),
        "summary": screen.insights.summary if screen.insights else "",
        "insights": _dicts(screen.insights.insights if screen.insights else ()),
        "notes": telling.to_know(screen),
    }


def _dicts(messages: Iterable[Message]) -> list[dict[str, Any]]:
    told = partial(MessageToDict, preserving_proto_field_name=True, always_print_fields_with_no_presence=True)
    return [told(message) for message in messages]


def _rows(screen: Screen) -> list[tuple[str, str, str, str, str]]:
    """Title, value, change, the earlier value and the mood of every KPI."""
    currency = screen.about.currency
    return [
        (
            kpi.title,
            telling.value(kpi, currency),
            telling.change(kpi, currency),
            f"from {figure(kpi.previous_value, kpi.format, currency)}"
            if kpi.HasField("change") and kpi.HasField("previous_value")
            else "",
            telling.mood(kpi, screen),
        )
        for kpi in screen.kpis
    ]


def _lists(screen: Screen) -> list[tuple[str, list[str]]]:
    claims, notes = telling.stands_out(screen)[:MOST_CLAIMS], telling.to_know(screen)
    return [(title, lines) for title, lines in (("What stands out", claims), ("What to know", notes)) if lines]
