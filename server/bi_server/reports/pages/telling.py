"""What pages and digests say in the same words."""

from datetime import date

from bi.v1 import dashboard_pb2
from bi_server.reports.pages.figures import BASES, figure, short_day, span, why
from bi_server.reports.pages.screen import Screen

ARROWS = {"up": "↑", "down": "↓"}
MONTHS = {"previous_month": 1, "previous_quarter": 3, "previous_year": 12}


def rests_on(screen: Screen) -> list[str]:
    """The data, the range compared with, the part of the business, the currency."""
    about, summary = screen.about, screen.summary
    found = [f"Data until {short_day(about.data_end)}" if about.data_end else "There is no data yet"]
    if summary.current_is_partial:
        found.append("the range goes on beyond it")
    base = summary.compared_range
    if base.end_date and base.end_date < about.data_start:
        found.append("nothing earlier to compare with")
    elif base.end_date and summary.basis:
        found.append(f"compared with {_base(summary)} ({span(base.start_date, base.end_date)})")
    return [*found, about.scope or "all of the business", f"amounts in {about.currency}"]


def _base(summary: dashboard_pb2.GetSummaryResponse) -> str:
    """`the quarter before`, or `the 2 quarters before`, by how far before it begins."""
    first, last, base = (
        date.fromisoformat(day)
        for day in (summary.time_range.start_date, summary.time_range.end_date, summary.compared_range.start_date)
    )
    apart, length = _months(base, first), _months(first, last) + 1
    if summary.basis == "previous_year" and length != apart:
        return "the same days a year before"
    count = apart // MONTHS[summary.basis] if summary.basis in MONTHS else 1
    unit = summary.basis.removeprefix("previous_")
    return f"the {count} {unit}s before" if count > 1 else BASES.get(summary.basis, summary.basis)


def _months(first: date, last: date) -> int:
    return 12 * (last.year - first.year) + last.month - first.month


def value(kpi: dashboard_pb2.Kpi, currency: str) -> str:
    """`$77,885.12`, or `n/a`."""
    return figure(kpi.value, kpi.format, currency) if kpi.HasField("value") else "n/a"


def change(kpi: dashboard_pb2.Kpi, currency: str) -> str:
    """`↑ +3.60 %`, or why there is none; empty where there is no value either."""
    if not kpi.HasField("value"):
        return ""
    if not kpi.HasField("change"):
        return f"no change told: {why(kpi.change_reason)}"
    return f"{ARROWS.get(kpi.trend, '→')} {figure(kpi.change, kpi.change_unit, currency, signed=True)}"


def mood(kpi: dashboard_pb2.Kpi, screen: Screen) -> str:
    """`good` news, `bad` news, or neither: empty."""
    metric = screen.metrics.get(kpi.metric)
    favourable = metric.favorable if metric is not None else "up"
    if kpi.trend not in ("up", "down") or favourable not in ("up", "down"):
        return ""
    return "good" if kpi.trend == favourable else "bad"


def stands_out(screen: Screen) -> list[str]:
    """The claims in words, but for what casts doubt on the figures."""
    return [one.text for one in screen.insights.insights if one.type != "data_problem"] if screen.insights else []


def to_know(screen: Screen) -> list[str]:
    """What casts doubt on the figures, and what could not be told."""
    doubts = [one.text for one in screen.insights.insights if one.type == "data_problem"] if screen.insights else []
    own = [note.replace("growth_rate:", "Growth Rate:") for note in screen.about.notes]
    notes = [*doubts, *own, *screen.missing]
    for answer in (screen.insights, screen.anomalies):
        notes += list(answer.notes) if answer is not None else []
    notes += [f"{kpi.title}: {why(kpi.value_reason)}." for kpi in screen.kpis if kpi.value_reason]
    if screen.anomalies is not None and screen.anomalies.reason:
        notes.append(f"No unusual days: {screen.anomalies.reason}.")
    if screen.forecast is not None and screen.forecast.degraded_reason:
        notes.append(f"Outlook: {screen.forecast.degraded_reason}")
    return list(dict.fromkeys(notes))
