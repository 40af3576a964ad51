"""What a change compares: ranges that are still going on, bases that begin before the data, ends of months."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers

from bi.v1 import analytics_pb2
from bi.v1 import dashboard_pb2 as pb

DAY = timedelta(days=1)


def flat(first: date, last: date, cents: int = 10_000, **last_day: Any) -> Books:
    """A business that sells the same every day, to a customer a weekday."""
    days = [first + i * DAY for i in range((last - first).days + 1)]
    rows = [Sale(day, cents, 1, "A", "R", f"C{day.weekday()}", time="18:00:00") for day in days]
    if last_day:
        rows[-1] = Sale(last, cents * 2 // 5, 1, "A", "R", "C1", **last_day)
    return Books(tuple(rows), last_day_is_over=not last_day)


def kpis(client: Client, start: date, end: date, **more: Any) -> dict[str, pb.Kpi]:
    ask = pb.GetKpisRequest(start_date=str(start), end_date=str(end), **more)
    return {kpi.id: kpi for kpi in client.dashboard.GetKpis(ask).kpis}


def summary(client: Client, start: date, end: date) -> pb.GetSummaryResponse:
    return client.dashboard.GetSummary(pb.GetSummaryRequest(start_date=str(start), end_date=str(end)))


def span(message: Any) -> str:
    return f"{message.start_date}..{message.end_date}"


UNITS = {"month": 1, "quarter": 3, "year": 12}


def unit(day: date, months: int) -> tuple[date, date]:
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    after = date(first.year + (first.month + months > 12), (first.month + months - 1) % 12 + 1, 1)
    return first, after - DAY


@pytest.mark.parametrize("last", ["2024-06-15", "2024-03-30", "2023-03-29", "2024-02-28", "2024-09-29", "2024-05-01"])
def test_a_flat_business_is_flat_in_what_is_going_on(servers: Servers, last: str) -> None:
    end = date.fromisoformat(last)
    with servers.serving_rows(flat(date(2021, 12, 1), end)) as client:
        for months in UNITS.values():
            first, until = unit(end, months)
            for kpi in kpis(client, first, until).values():
                if kpi.id not in ("conversion_rate", "customers"):
                    assert (kpi.change, kpi.trend) == (0, "flat"), kpi
                if kpi.id == "growth_rate":
                    assert kpi.value == 0
                assert kpi.current_is_partial
                assert not kpi.base_is_partial
                assert kpi.current_range.end_date <= last
            revenue = kpis(client, first, until)["total_revenue"]
            assert revenue.value == ((end - first).days + 1) * 100
            answer = summary(client, first, until)
            assert answer.growth_rate == 0
            assert [(part.change, part.trend) for part in answer.regional_performance] == [(0, "flat")]
            whole = client.dashboard.GetDashboard(pb.GetDashboardRequest(start_date=str(first), end_date=str(until)))
            assert whole.summary == answer


def test_this_month_shows_the_days_it_compares(servers: Servers) -> None:
    rows = (*flat(date(2024, 4, 1), date(2024, 5, 31)).sales, *flat(date(2024, 6, 1), date(2024, 6, 15), 11_000).sales)
    with servers.serving_rows(Books(rows)) as client:
        kpi = kpis(client, date(2024, 6, 1), date(2024, 6, 30))["total_revenue"]
        assert (kpi.value, kpi.current_value, kpi.previous_value, kpi.change) == (1650, 1650, 1500, 10)
        assert (span(kpi.current_range), span(kpi.compared_range)) == (
            "2024-06-01..2024-06-15",
            "2024-05-01..2024-05-15",
        )
        assert (kpi.basis, kpi.trend) == ("previous_month", "up")
        assert any("2024-06-01 to 2024-06-15 with 2024-05-01 to 2024-05-15" in note for note in kpi.notes)
        assert any("Saturday to Saturday, and Wednesday to Wednesday" in note for note in kpi.notes)
        coming = kpis(client, date(2024, 7, 1), date(2024, 7, 31))
        assert (coming["total_revenue"].previous_value, coming["total_revenue"].change_reason) == (
            1650,
            "no_complete_day",
        )
        assert not coming["growth_rate"].HasField("previous_value")  # June is not over: it has not halved
        compare = analytics_pb2.ComparePeriodsRequest(
            current_start="2024-06-01", current_end="2024-06-30", previous_start="2024-03-01", previous_end="2024-04-30"
        )
        answer = client.analytics.ComparePeriods(compare)
        assert (answer.current.revenue, answer.previous.revenue) == (1650, 3000)
        assert [note.split(":")[0] for note in answer.notes] == [
            "The current range reaches beyond the data",
            "The previous range begins before the data",
            "The ranges differ in length (30 and 61 days); sums are compared as they are.",
        ]
        assert "15 of its 30 days are complete" in answer.notes[0]
        assert "31 of its 61 days lie before 2024-04-01" in answer.notes[1]


def test_the_running_day_is_in_the_sums_and_in_no_change(servers: Servers) -> None:
    today = date(2024, 6, 15)
    with servers.serving_rows(flat(date(2024, 1, 1), today, time="09:00:00")) as client:
        for start in (date(2024, 6, 1), date(2024, 6, 9)):
            kpi = kpis(client, start, today)["total_revenue"]
            days = (today - start).days
            assert (kpi.value, kpi.current_value, kpi.change) == (days * 100 + 40, days * 100, 0)
        for kpi in kpis(client, today, today).values():
            assert not kpi.HasField("change")
            assert not kpi.HasField("current_value")
            assert not kpi.HasField("current_range")
            assert (kpi.change_reason, kpi.trend) == ("no_complete_day", "flat")
            assert ["the last complete day is 2024-06-14" in note for note in kpi.notes] == [True]
        answer = summary(client, today, today)
        assert (answer.total_revenue, answer.growth_rate_reason) == (40, "no_complete_day")
        (part,) = answer.regional_performance
        assert (part.HasField("change"), part.change_reason, part.trend) == (False, "no_complete_day", "flat")


@pytest.mark.parametrize("year", [2023, 2024])
def test_ten_a_day_for_ever_does_not_grow(servers: Servers, year: int) -> None:
    with servers.serving_rows(flat(date(2022, 1, 1), date(2025, 1, 31), 1000)) as client:
        ends = [*(date(year, 3, day) for day in (1, 27, 28, 29, 30, 31)), date(year, 5, 31), date(year, 3, 1) - DAY]
        for last in ends:
            for days in (1, 2, 4, 17, 29, 30, 45):
                first = last - (days - 1) * DAY
                if first.day == 1 and (last + DAY).day == 1:
                    continue  # whole months
                kpi = kpis(client, first, last)["growth_rate"]
                assert kpi.value == 0, kpi
                lengths = [
                    date.fromisoformat(r.end_date) - date.fromisoformat(r.start_date)
                    for r in (kpi.current_range, kpi.compared_range)
                ]
                assert lengths[0] == lengths[1]
                assert kpi.compared_range.end_date < kpi.current_range.start_date
        kpi = kpis(client, date(year, 3, 28), date(year, 3, 31))["growth_rate"]
        assert (span(kpi.current_range), kpi.compared_range.end_date) == (
            f"{year}-03-28..{year}-03-31",
            str(date(year, 3, 1) - DAY),
        )
        march = kpis(client, date(year, 3, 1), date(year, 3, 31))["growth_rate"]
        february = (date(year, 3, 1) - date(year, 2, 1)).days
        assert march.value == round((31 / february - 1) * 100, 2)
        assert list(march.notes) == [
            f"The ranges differ in length (31 and {february} days); sums are compared as they are."
        ]
        quarter = summary(client, date(year, 7, 1), date(year, 9, 30))
        assert list(quarter.notes) == [
            "The ranges differ in length (92 and 91 days); sums are compared as they are.",
            "growth_rate: The ranges differ in length (30 and 31 days); sums are compared as they are.",
        ]


def test_a_base_that_begins_before_the_data(servers: Servers) -> None:
    with servers.serving_rows(flat(date(2022, 12, 1), date(2023, 12, 31))) as client:
        kpi = kpis(client, date(2023, 1, 1), date(2023, 12, 31))["total_revenue"]
        assert kpi.base_is_partial
        assert any("334 of its 365 days lie before 2022-12-01" in note for note in kpi.notes)
        wholly = kpis(client, date(2022, 12, 1), date(2022, 12, 31))["total_revenue"]
        assert (wholly.base_is_partial, wholly.HasField("change"), wholly.change_reason) == (True, False, "no_base")
        known = kpis(client, date(2023, 2, 1), date(2023, 2, 28))["total_revenue"]
        assert not known.base_is_partial
        trends = client.analytics.GetTrends(analytics_pb2.GetTrendsRequest(period="1y"))
        assert [(p.HasField("change"), p.change_reason) for p in trends.top_performers] == [(False, "partial_base")] * 2
        whole = client.analytics.GetTrends(analytics_pb2.GetTrendsRequest(period="6m"))
        assert [(p.HasField("change"), p.change, p.change_reason) for p in whole.top_performers] == [(True, 0, "")] * 2


def test_an_empty_range_names_the_days_of_the_selection(servers: Servers) -> None:
    """West ends in August: its days are named, not those of the others."""
    rows = flat(date(2024, 1, 1), date(2024, 9, 30)).sales
    west = tuple(Sale(row.day, row.cents, 1, "A", "West") for row in rows if row.day < date(2024, 9, 1))
    with servers.serving_rows(Books(rows + west)) as client:
        ask: dict[str, Any] = {"start_date": "2024-09-01", "end_date": "2024-09-30", "region": ["West"]}
        kpi = client.dashboard.GetKpis(pb.GetKpisRequest(**ask)).kpis[0]
        assert (kpi.value, kpi.change, span(kpi.data_range)) == (0, -100, "2024-01-01..2024-08-31")
        answer = client.dashboard.GetSummary(pb.GetSummaryRequest(**ask))
        assert span(answer.data_range) == "2024-01-01..2024-08-31"
        assert span(answer.time_range.data_range) == "2024-01-01..2024-09-30"


def test_shares_survive_a_refund(servers: Servers) -> None:
    day = date(2024, 1, 5)
    cents = {"UK": 88_000, "France": 7_000, "Spain": 5_000, "Malta": -500}
    with servers.serving_rows(Books(tuple(Sale(day, c, 1, "A", name) for name, c in cents.items()))) as client:
        parts = summary(client, day, day).regional_performance
        assert [(p.name, p.share, p.share_basis, p.share_reason) for p in parts[:3]] == [
            ("UK", 88, "same_sign", ""),
            ("France", 7, "same_sign", ""),
            ("Spain", 5, "same_sign", ""),
        ]
        malta = parts[3]
        assert (malta.HasField("share"), malta.share_basis, malta.share_reason) == (False, "", "mixed_signs")
        trends = client.analytics.GetTrends(analytics_pb2.GetTrendsRequest(period="1d"))
        assert [p.share for p in trends.top_performers if p.dimension == "region"] == [88, 7]
