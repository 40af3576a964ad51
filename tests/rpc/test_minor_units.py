"""Shops whose currency has other minor units than cents: yens, which have none, and dinars of Kuwait, which have three.

A file is imported, and every answer adds up to its amounts, as a plain sum of whole numbers has it.
"""

import csv
import io
import random
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import grpc
import openpyxl
import pytest
from google.api.httpbody_pb2 import HttpBody
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.commands import Done, command
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers, violations

from bi.v1 import ai_pb2, analytics_pb2, dashboard_pb2, data_pb2, report_pb2, report_pb2_grpc
from bi_client.terminal import main as terminal

FIRST, DAYS = date(2024, 1, 1), 90
HEADER = "date,revenue,units_sold,product_category,region,customer_id,order_id,cost\n"
MODEL = """\
measures: {cost: {unit: money}}
metrics: {margin: {title: Margin, expression: revenue - cost, format: currency}}
kpis: [{metric: revenue, id: total_revenue}, average_order_value, margin, growth_rate]
"""


class Sold(NamedTuple):
    """A row; amounts in minor units."""

    day: date
    amount: int
    category: str
    region: str
    cost: int


class Shop(NamedTuple):
    """A currency, its decimals, how sums of it begin in words, and a server over rows that came as a file."""

    currency: str
    decimals: int
    sign: str
    rows: list[Sold]
    url: str
    folder: Path
    client: Client
    imported: data_pb2.ImportFileResponse

    @property
    def per_unit(self) -> int:
        return int(10**self.decimals)

    def whole(self, amount: float) -> int:
        """Minor units of an amount that an answer gives; it has no more decimals than the currency."""
        minor = round(amount * self.per_unit)
        assert amount == minor / self.per_unit
        return minor

    def rounded(self, numerator: int, denominator: int) -> float:
        """A ratio of minor units and a count, in units."""
        return float(round(numerator / denominator / self.per_unit, self.decimals))


def written(amount: int, decimals: int) -> str:
    """`1,234.567`, with all decimals, in quotes as it holds a comma."""
    whole, part = divmod(abs(amount), 10**decimals)
    text = f"{whole:,}" + (f".{part:0{decimals}}" if decimals else "")
    return f'"{"-" if amount < 0 else ""}{text}"'


def sales(decimals: int) -> list[Sold]:
    """A few orders a day, a refund now and then, and a category that grows."""
    chance, found = random.Random(7), list[Sold]()
    for i in range(DAYS):
        for _ in range(chance.randint(2, 5)):
            category = chance.choice(("Dates", "Spices"))
            amount = chance.randint(10 ** (decimals + 1), 9 * 10 ** (decimals + 3)) * (
                1 + (category == "Dates") * i // 60
            )
            refund = -1 if chance.random() < 0.05 else 1
            sold = Sold(FIRST + timedelta(i), amount * refund, category, chance.choice(("North", "South")), amount // 3)
            found.append(sold)
    return found


def file_of(rows: list[Sold], decimals: int) -> bytes:
    lines = (
        f"{row.day},{written(row.amount, decimals)},1,{row.category},{row.region},C{i % 17},O{i},"
        f"{written(row.cost, decimals)}\n"
        for i, row in enumerate(rows)
    )
    return (HEADER + "".join(lines)).encode()


def bring(client: Client, content: bytes, **options: object) -> data_pb2.ImportFileResponse:
    file = HttpBody(content_type="text/csv", data=content)
    request = data_pb2.ImportFileRequest(file=file, file_name="shop.csv", **options)  # type: ignore[arg-type]
    answer: data_pb2.ImportFileResponse = client.data.ImportFile(iter([request]), timeout=60)
    return answer


@pytest.fixture(scope="module", params=[("JPY", 0, "¥"), ("KWD", 3, "KWD ")], ids=["yen", "dinar"])
def shop(
    any_servers: Servers, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shop]:
    currency, decimals, sign = request.param
    folder, url, rows = tmp_path_factory.mktemp(currency), any_servers.database(), sales(decimals)
    model = folder / "model.yaml"
    model.write_text(f"currency: {currency}\n{MODEL}")
    done = command(folder, "migrate", database_url=url, model=model)
    assert (done.returncode, done.stderr) == (0, "")
    with any_servers.serving(url, Books((), ()), model=str(model)) as client:
        # Yens of three digits behind a comma could be parts of one, for all that a file tells.
        imported = bring(client, file_of(rows, decimals), decimal="point" if not decimals else "")
        yield Shop(currency, decimals, sign, rows, url, folder, client, imported)


def test_the_file_is_read_to_the_unit(shop: Shop) -> None:
    sums = {one.measure: one for one in shop.imported.understood.sums}
    assert shop.imported.inserted == len(shop.rows)
    assert shop.whole(sums["revenue"].sum) == sum(row.amount for row in shop.rows)
    assert shop.whole(sums["cost"].sum) == sum(row.cost for row in shop.rows)
    assert sums["revenue"].rounded_rows == 0
    known = shop.client.data.GetMetadata(data_pb2.GetMetadataRequest())
    assert (known.currency, known.currency_decimals) == (shop.currency, shop.decimals)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(start=st.integers(0, DAYS - 1), length=st.integers(1, DAYS), region=st.sampled_from(("", "North", "South")))
def test_every_route_adds_up_to_the_file(shop: Shop, start: int, length: int, region: str) -> None:
    first, last = FIRST + timedelta(start), FIRST + timedelta(min(start + length, DAYS) - 1)
    rows = [row for row in shop.rows if first <= row.day <= last and region in ("", row.region)]
    revenue, cost = sum(row.amount for row in rows), sum(row.cost for row in rows)
    asked: dict[str, Any] = {"start_date": str(first), "end_date": str(last), "region": [region] if region else []}

    answer = shop.client.dashboard.GetKpis(dashboard_pb2.GetKpisRequest(**asked))
    kpis = {kpi.id: kpi for kpi in answer.kpis}
    assert shop.whole(kpis["total_revenue"].value) == revenue
    assert shop.whole(kpis["margin"].value) == revenue - cost
    assert sum(map(shop.whole, kpis["total_revenue"].sparkline)) == revenue
    if rows:
        assert kpis["average_order_value"].value == shop.rounded(revenue, len(rows))

    chart = dashboard_pb2.GetChartDataRequest(**asked, metric="margin", granularity="week")
    points = shop.client.dashboard.GetChartData(chart).chart_data
    assert sum(shop.whole(point.revenue) for point in points) == revenue
    assert sum(shop.whole(point.value) for point in points) == revenue - cost

    summary = shop.client.dashboard.GetSummary(dashboard_pb2.GetSummaryRequest(**asked))
    assert shop.whole(summary.total_revenue) == revenue
    assert sum(shop.whole(part.revenue) for part in summary.category_performance) == revenue

    page = shop.client.data.ListRows(data_pb2.ListRowsRequest(**asked, page_size=1000))
    assert shop.whole(page.total_revenue) == revenue
    assert sum(shop.whole(row.revenue) for row in page.rows) == revenue
    assert sum(shop.whole(row.measures["cost"]) for row in page.rows) == cost

    query = data_pb2.QueryRequest(**asked, metric=["revenue", "margin"], group_by=["category", "region"])
    table = shop.client.data.Query(query)
    assert [shop.whole(cell) for cell in numbers(table.total)] == [revenue, revenue - cost]
    assert sum(shop.whole(numbers(row)[0]) for row in table.rows) == revenue


def test_comparisons_trends_and_forecasts_have_no_other_decimals(shop: Shop) -> None:
    compared = shop.client.analytics.ComparePeriods(
        analytics_pb2.ComparePeriodsRequest(
            current_start="2024-02-01", current_end="2024-02-29", previous_start="2024-01-01", previous_end="2024-01-31"
        )
    )
    split = compared.drivers.price_volume_mix
    parts = (split.volume, split.price, split.mix, split.new_segments, split.lost_segments)
    assert sum(map(shop.whole, parts)) == shop.whole(compared.drivers.total_change)
    assert sum(shop.whole(part.change) for part in compared.drivers.categories) == shop.whole(
        compared.drivers.total_change
    )
    february, january = (sum(row.amount for row in shop.rows if row.day.month == month) for month in (2, 1))
    assert shop.whole(compared.drivers.total_change) == february - january
    for cause in compared.drivers.causes:
        shop.whole(cause.change)
    for point in shop.client.analytics.GetTrends(analytics_pb2.GetTrendsRequest(period="90d")).points:
        shop.whole(point.value)
        shop.whole(point.moving_average)
    forecast = shop.client.analytics.GetForecast(analytics_pb2.GetForecastRequest(periods=5, group_by="category"))
    for i, whole in enumerate(forecast.forecast):
        assert sum(shop.whole(part.forecast[i].value) for part in forecast.segments) == shop.whole(whole.value)
    found = shop.client.ai.DetectAnomalies(
        ai_pb2.DetectAnomaliesRequest(start_date="2024-01-01", end_date="2024-03-30")
    )
    for day in found.expected:
        shop.whole(day.expected)


def test_insights_say_amounts_as_people_write_them(shop: Shop) -> None:
    asked = ai_pb2.GetInsightsRequest(start_date="2024-03-01", end_date="2024-03-30")
    insights = shop.client.ai.GetInsights(asked).insights
    assert insights
    for one in insights:
        for fact in one.evidence:
            if fact.format == "currency" and fact.metric != "revenue_trend_per_day":
                shop.whole(fact.value)
        amounts = re.findall(rf"{re.escape(shop.sign)}([\d,]+)(\.\d+)?", one.text)
        for whole, part in amounts if "per day" not in one.text else ():
            small = int(whole.replace(",", "")) < 1000
            assert len(part) == (1 + shop.decimals if shop.decimals and small else 0), one.text
    said = " ".join(one.text for one in insights)
    march = sum(row.amount for row in shop.rows if row.day.month == 3)
    assert f"{shop.sign}{march / 10**shop.decimals:,.0f}" in said


def test_reports_have_the_digits_of_the_currency(shop: Shop) -> None:
    stub = report_pb2_grpc.ReportServiceStub(shop.client.channel)
    kpis = list(
        csv.DictReader(io.StringIO(stub.ExportKpisCsv(dashboard_pb2.GetKpisRequest(range="all")).data.decode()))
    )
    revenue = sum(row.amount for row in shop.rows)
    assert shop.whole(float(kpis[0]["value"])) == revenue
    rows = report_pb2.ExportRowsCsvRequest(range="all")
    *lines, end = b"".join(piece.data for piece in stub.ExportRowsCsv(rows)).decode().splitlines()
    assert end.startswith(f"# rows={len(shop.rows)},")
    assert sum(shop.whole(float(line["revenue"])) for line in csv.DictReader(lines)) == revenue

    book = openpyxl.load_workbook(io.BytesIO(stub.ExportRowsXlsx(rows).data))
    cells = [row[1] for row in book["Rows"].iter_rows(min_row=2)]
    assert sum(shop.whole(float(str(cell.value))) for cell in cells) == revenue
    digits = "#,##0" + ("." + "0" * shop.decimals if shop.decimals else "")
    assert cells[0].number_format == f'"{shop.sign}"{digits};-"{shop.sign}"{digits}'

    pages = PdfReader(io.BytesIO(stub.ExportDashboardPdf(dashboard_pb2.GetDashboardRequest(range="all")).data)).pages
    text = " ".join(page.extract_text() for page in pages)
    assert f"{shop.sign}{revenue / 10**shop.decimals:,.{shop.decimals}f}" in text


def test_the_terminal_prints_the_digits_of_the_currency(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BI_SERVER", f"127.0.0.1:{shop.client.port}")
    asked = ["--dates", str(FIRST), str(FIRST + timedelta(DAYS - 1))]
    revenue = sum(row.amount for row in shop.rows) / shop.per_unit
    assert terminal(["kpis", *asked]) == 0
    assert f"  {revenue:,.{shop.decimals}f} {shop.currency}  " in capsys.readouterr().out
    assert terminal(["chart", *asked, "--step", "year", "--by", "none"]) == 0
    assert capsys.readouterr().out == f"2024-01-01  {revenue:,.{shop.decimals}f}\n"


def test_finer_amounts_are_rounded_and_told(shop: Shop) -> None:
    finer = f"0.{'5' * (shop.decimals + 1)}"
    told = bring(shop.client, f"{HEADER}2024-01-01,{finer},1,Dates,North,,,0\n".encode(), dry_run=True)
    (revenue, *_) = told.understood.sums
    assert revenue.rounded_rows == 1
    assert revenue.sum == (1 if not shop.decimals else 0.556)


def test_decimals_are_asked_for_where_they_may_be_thousands(shop: Shop) -> None:
    rows = "".join(f"2024-01-0{i},{amount},1,Dates,North,,N{i},0\n" for i, amount in enumerate(("1.234", "12.500"), 1))
    with pytest.raises(grpc.RpcError) as refused:
        bring(shop.client, (HEADER + rows).encode(), dry_run=True)
    assert violations(refused.value)["revenue"].startswith("numbers such as '1.234' may be 1.234 or 1234; declare")


def numbers(cells: Iterable[object]) -> list[float]:
    return [cell for cell in cells if isinstance(cell, float)]


def migrated(shop: Shop, currency: str) -> Done:
    model = shop.folder / f"{currency}.yaml"
    model.write_text(MODEL)
    return command(shop.folder, "migrate", database_url=shop.url, model=model, currency=currency)


def test_a_store_of_other_units_is_refused_with_the_remedy(any_servers: Servers, shop: Shop) -> None:
    model = shop.folder / "EUR.yaml"
    model.write_text(MODEL)
    with any_servers.serving(shop.url, Books((), ()), model=str(model), currency="EUR") as client:
        with pytest.raises(grpc.RpcError) as refused:
            client.dashboard.GetKpis(dashboard_pb2.GetKpisRequest())
        told = str(refused.value.details())
        kept = "no decimals" if shop.currency == "JPY" else "3 decimals"
        assert f"the store keeps amounts with {kept}, and EUR has 2 decimals; correct CURRENCY, or run" in told
    (shop.folder / "more.csv").write_bytes(file_of(shop.rows[:1], shop.decimals))
    done = command(shop.folder, "import", "more.csv", "--again", database_url=shop.url, model=model, currency="EUR")
    assert done.returncode == 1
    assert f"the store keeps amounts with {kept}" in done.stderr


def test_migrate_counts_anew_where_nothing_is_lost(any_servers: Servers, shop: Shop) -> None:
    """From yens to dinars and back; dinars with parts of a cent are none of euros."""
    asked = dashboard_pb2.GetKpisRequest(range="all")
    before = shop.client.dashboard.GetKpis(asked).kpis[0].value
    if shop.currency == "KWD":
        lost = migrated(shop, "EUR")
        assert lost.returncode == 1
        assert re.search(
            r"CURRENCY: EUR has 2 decimals, and [\d,]+ rows of the store have amounts with more", lost.stderr
        )
        return
    assert "amounts have 3 decimals now, as KWD has, no longer 0" in migrated(shop, "KWD").stdout
    with any_servers.serving(shop.url, Books((), ()), model=str(shop.folder / "KWD.yaml"), currency="KWD") as client:
        assert client.dashboard.GetKpis(asked).kpis[0].value == before
        assert (
            command(
                shop.folder, "rollups", "verify", database_url=shop.url, model=shop.folder / "KWD.yaml", currency="KWD"
            ).returncode
            == 0
        )
    assert "amounts have no decimals now" in migrated(shop, "JPY").stdout
    assert migrated(shop, "JPY").stdout == ""
