"""Pages of hand-made answers, read back by a reader that is not ours."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from bi.v1 import ai_pb2, analytics_pb2, common_pb2, dashboard_pb2, data_pb2
from bi_server.reports.about import About
from bi_server.reports.pages import Screen, pdf_of
from bi_server.reports.pages.chart import nice
from bi_server.reports.pages.fonts import runs

ABOUT = About("Dashboard", "Łódź Möbel", "2024-01-01", "2024-01-03", "", "EUR", "2023-01-01", "2024-01-03", 7)
REVENUE = data_pb2.MetricInfo(id="revenue", title="Revenue", format="currency", additive=True, favorable="up")
DAYS = common_pb2.DateRange(start_date="2024-01-01", end_date="2024-01-03")


def point(day: int, value: float | None) -> dashboard_pb2.ChartPoint:
    return dashboard_pb2.ChartPoint(date=f"2024-01-0{day}", value=value, complete=True)


SCREEN = Screen(
    about=ABOUT,
    kpis=[dashboard_pb2.Kpi(id="total_revenue", title="Total Revenue", value=1234.5, format="currency")],
    summary=dashboard_pb2.GetSummaryResponse(),
    metric=REVENUE,
    metrics={"revenue": REVENUE},
    granularity="day",
    points=[point(1, 10.0), point(2, None), point(3, -4.0)],
    compared=[],
    last_day="2024-01-03",
    forecast=None,
    anomalies=None,
    comparison=None,
    insights=None,
)


def text(screen: Screen) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf_of(screen))).pages).split())


def named(name: str) -> Screen:
    """A screen on which a part of the business is called so, wherever it is told."""
    segment = common_pb2.Segment(category=name)
    parts = [common_pb2.Contribution(segment=segment, change=3), common_pb2.Contribution(change=-1)]
    drivers = analytics_pb2.Drivers(categories=parts, causes=[common_pb2.Cause(segment=segment, change=2)])
    period = analytics_pb2.PeriodTotals(time_range=common_pb2.TimeRange(start_date="2024-01-01", end_date="2024-01-03"))
    fact = ai_pb2.Fact(metric="revenue", segment=segment, range=DAYS, value=5, format="currency")
    return replace(
        SCREEN,
        about=replace(ABOUT, business=name, scope=f"Category {name}"),
        comparison=analytics_pb2.ComparePeriodsResponse(current=period, previous=period, drivers=drivers),
        insights=ai_pb2.GetInsightsResponse(insights=[ai_pb2.Insight(text=f"{name} rose.", evidence=[fact])]),
    )


@pytest.mark.parametrize(
    "name", ["Łódź & Söhne <GmbH>", "Ελλάδα Жук €", "中文书店", "日本語カナ", "한국어", "Mixed 中文 ł", "x" * 200]
)
def test_names_are_there_to_be_read_and_copied(name: str) -> None:
    found = text(named(name)).replace(" ", "")
    assert found.count(name.replace(" ", "")) >= 4


def test_a_character_without_a_letter_is_told_by_its_number() -> None:
    assert "Toys [U+1F600] [U+0634]" in text(named("Toys 😀 \u0634"))


def test_every_character_is_in_some_run() -> None:
    for code in (*range(0x20, 0x3000, 7), *range(0x3000, 0x11000, 97)):
        shown = "".join(part for _, part in runs(f"a{chr(code)}b"))
        assert shown in (f"a{chr(code)}b", f"a[U+{code:04X}]b") or chr(code).isspace()


@pytest.mark.parametrize(
    ("basis", "asked", "base", "told"),
    [
        ("previous_month", ("2024-03-01", "2024-03-31"), "2024-02-01", "the month before"),
        ("previous_month", ("2024-03-01", "2024-07-31"), "2023-10-01", "the 5 months before"),
        ("previous_quarter", ("2024-04-01", "2024-06-30"), "2024-01-01", "the quarter before"),
        ("previous_quarter", ("2024-01-01", "2024-06-30"), "2023-07-01", "the 2 quarters before"),
        ("previous_quarter", ("2024-04-01", "2024-05-03"), "2024-01-01", "the quarter before"),
        ("previous_year", ("2024-01-01", "2024-12-31"), "2023-01-01", "the year before"),
        ("previous_year", ("2023-01-01", "2024-12-31"), "2021-01-01", "the 2 years before"),
        ("previous_year", ("2023-01-01", "2024-12-31"), "2022-01-01", "the same days a year before"),
        ("previous_year", ("2024-03-01", "2024-03-31"), "2023-03-01", "the same days a year before"),
        ("preceding_range", ("2024-03-02", "2024-03-31"), "2024-02-01", "the range before"),
    ],
)
def test_what_is_compared_with_is_named_by_its_length(basis: str, asked: tuple[str, str], base: str, told: str) -> None:
    summary = dashboard_pb2.GetSummaryResponse(
        basis=basis,
        time_range=common_pb2.TimeRange(start_date=asked[0], end_date=asked[1]),
        compared_range=common_pb2.DateRange(start_date=base, end_date=asked[0]),
    )
    assert f"compared with {told} (" in text(replace(SCREEN, summary=summary))
    young = replace(SCREEN, summary=summary, about=replace(ABOUT, data_start="2024-12-31"))
    assert "nothing earlier to compare with" in text(young)


def test_equal_screens_make_equal_files() -> None:
    assert pdf_of(named("Books")) == pdf_of(named("Books"))


def test_what_is_unknown_is_told_and_not_drawn_as_zero() -> None:
    kpi = dashboard_pb2.Kpi(id="conversion_rate", title="Conversion Rate", value_reason="no_traffic")
    found = text(replace(SCREEN, kpis=[kpi], missing=["No outlook: too short."]))
    assert "n/a no visits are recorded" in found
    assert "Conversion Rate: no visits are recorded." in found
    assert "No outlook: too short." in found


@pytest.mark.parametrize("points", [[], [point(1, None)], [point(1, 5.0)], [point(1, 0.0), point(2, 0.0)]])
def test_a_chart_of_next_to_nothing_is_drawn(points: list[dashboard_pb2.ChartPoint]) -> None:
    assert "Revenue by day" in text(replace(SCREEN, points=points))


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, 0.003), (-5, 123456), (-7, -3), (2.61, 3.38), (0, 1e12)])
def test_limits_hold_the_values(low: float, high: float) -> None:
    first, last, step = nice(low, high)
    assert first <= low
    assert high <= last
    assert 2 <= round((last - first) / step) <= 8
