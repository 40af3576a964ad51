"""Reports through the real Envoy: the figures are those of the routes, and the files are what they say."""

import csv
import hashlib
import io
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.gateway.stack import Gateway

RANGE = "start_date=2024-01-01&end_date=2024-03-31"
SPANS = "current_start=2024-01-01&current_end=2024-03-31&previous_start=2023-10-01&previous_end=2023-12-31"


def table(answer: httpx.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8"), newline="")))


def sheets(answer: httpx.Response) -> Any:
    assert answer.status_code == 200, answer.text
    return load_workbook(io.BytesIO(answer.content))


def number(text: str) -> float | None:
    return float(text) if text else None


def test_kpis_are_those_of_the_route(gateway: Gateway) -> None:
    query = f"{RANGE}&region=North&compare=previous_year"
    answer = gateway.get(f"/api/reports/kpis.csv?{query}")
    assert answer.headers["content-disposition"] == 'attachment; filename="kpis-2024-01-01_2024-03-31.csv"'
    assert answer.headers["etag"]
    assert answer.headers["cache-control"] == "private, no-cache"
    kpis = gateway.get(f"/api/dashboard/kpis?{query}").json()
    rows = table(answer)
    assert [row["id"] for row in rows] == [kpi["id"] for kpi in kpis]
    for row, kpi in zip(rows, kpis, strict=True):
        for field in ("value", "change", "previous_value", "current_value"):
            assert number(row[field]) == kpi.get(field), field
        assert row["compared_start"] == kpi["compared_range"]["start_date"]
        assert row["notes"] == " ".join(kpi["notes"])


def test_points_are_those_of_the_route(gateway: Gateway) -> None:
    query = f"{RANGE}&granularity=week&metric=average_order_value"
    points = gateway.get(f"/api/dashboard/chart-data?{query}").json()
    rows = table(gateway.get(f"/api/reports/chart-data.csv?{query}"))
    assert [{**row, "value": number(row["value"])} for row in rows] == [
        {
            "date": point["date"],
            "category": point["category"],
            "region": point["region"],
            "value": point.get("value"),
            "revenue": f"{point['revenue']:.2f}".rstrip("0").rstrip("."),
            "units": str(point["units"]),
            "orders": str(point["orders"]),
            "complete": str(point["complete"]).lower(),
            "filled": str(point["filled"]).lower(),
        }
        for point in points
    ]


def test_a_query_is_that_of_the_route_and_whole(gateway: Gateway) -> None:
    query = "start_date=2023-01-01&end_date=2024-12-31&granularity=day&group_by=category&group_by=region&metric=orders"
    found = gateway.get(f"/api/query?{query}").json()
    assert found["total_rows"] > len(found["rows"])  # the route answers 10,000 where it is not asked for more
    rows = table(gateway.get(f"/api/reports/query.csv?{query}"))
    assert len(rows) == found["total_rows"]
    assert sum(float(row["orders"]) for row in rows) == found["total"][-1]
    assert len(table(gateway.get(f"/api/reports/query.csv?{query}&limit=7"))) == 7


def test_a_comparison_is_that_of_the_route(gateway: Gateway) -> None:
    found = gateway.get(f"/api/analytics/comparison?{SPANS}").json()
    answer = gateway.get(f"/api/reports/comparison.csv?{SPANS}")
    name = "comparison-2024-01-01_2024-03-31-vs-2023-10-01_2023-12-31.csv"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    rows = table(answer)
    for part, key in (("category", "categories"), ("region", "regions")):
        changes = [(row["name"], float(row["change"])) for row in rows if row["part"] == part]
        assert changes == [(one["segment"][part], one["change"]) for one in found["drivers"][key]]
    book = sheets(gateway.get(f"/api/reports/comparison.xlsx?{SPANS}"))
    assert book.sheetnames[:4] == ["Metrics", "Categories", "Regions", "Price, volume, mix"]
    moved = [(one.get("current"), one.get("previous"), one.get("absolute")) for one in found["changes"]]
    assert [tuple(cell.value for cell in row[2:5]) for row in book["Metrics"].iter_rows(min_row=2)] == moved


def test_a_dashboard_is_that_of_the_route(gateway: Gateway) -> None:
    query = f"{RANGE}&granularity=month&group_by=region&metric=orders"
    found = gateway.get(f"/api/dashboard?{query}").json()
    rows = table(gateway.get(f"/api/reports/dashboard.csv?{query}"))
    values = {
        part: [number(row["value"]) for row in rows if row["part"] == part] for part in {row["part"] for row in rows}
    }
    assert values["kpi"] == [kpi.get("value") for kpi in found["kpis"]]
    assert values["chart_data"] == [point["orders"] for point in found["chart_data"]]
    assert values["region"] == [one["revenue"] for one in found["summary"]["regional_performance"]]
    assert values["category"] == [one["revenue"] for one in found["summary"]["category_performance"]]
    book = sheets(gateway.get(f"/api/reports/dashboard.xlsx?{query}"))
    assert book.sheetnames == ["KPIs", "Categories", "Regions", "Chart data", "Chart", "About"]


def test_a_workbook_has_a_chart_of_real_dates(gateway: Gateway) -> None:
    query = f"{RANGE}&granularity=month&group_by=region&filter=-region:West"
    points = gateway.get(f"/api/dashboard/chart-data?{query}").json()
    book = sheets(gateway.get(f"/api/reports/chart-data.xlsx?{query}"))
    data = [[cell.value for cell in row] for row in book["Chart data"].iter_rows(min_row=2)]
    assert [(f"{row[0]:%Y-%m-%d}", row[1], row[2]) for row in data] == [
        (point["date"], point["region"], point["value"]) for point in points
    ]
    assert len(book["Chart"]._charts[0].series) == 3
    told = {row[0].value: row[1].value for row in book["About"].rows}
    assert told["Part of the business"] == "Region East or North or South"


def test_a_split_in_many_series_draws_the_largest(gateway: Gateway) -> None:
    book = sheets(gateway.get(f"/api/reports/chart-data.xlsx?{RANGE}&granularity=month"))
    assert len(book["Chart"]._charts[0].series) == 12
    assert book["Chart data"].max_row == 1 + 3 * 20  # all of them are in the file


@pytest.mark.parametrize("route", ["kpis", "chart-data"])
def test_who_asks_for_csv_gets_it_from_the_route_itself(gateway: Gateway, route: str) -> None:
    query = f"{RANGE}&granularity=month" if route == "chart-data" else RANGE
    asked = gateway.get(f"/api/dashboard/{route}?{query}", accept="text/csv")
    straight = gateway.get(f"/api/reports/{route}.csv?{query}")
    assert asked.content == straight.content
    for name in ("content-type", "content-disposition", "etag", "access-control-allow-origin"):
        assert asked.headers[name] == straight.headers[name]
    assert not [name for name in asked.headers if name.startswith("grpc")]
    for accept in ("*/*", "application/json, text/csv;q=0.5"):
        json = gateway.get(f"/api/dashboard/{route}?{query}", accept=accept)
        assert json.headers["content-type"] == "application/json"
        for answer in (json, asked):
            assert answer.headers["vary"].startswith("Accept, Origin")


def test_a_file_is_not_sent_twice_and_head_tells_its_name(gateway: Gateway) -> None:
    path = f"/api/reports/kpis.xlsx?{RANGE}"
    first = gateway.get(path)
    assert gateway.get(path).content == first.content
    assert gateway.get(path, **{"if-none-match": first.headers["etag"]}).status_code == 304
    head = gateway.client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-disposition", "content-length", "content-type"):
        assert head.headers[name] == first.headers[name]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("kpis.csv?start_date=2024-02-30&end_date=2024-03-31", "start_date"),
        ("chart-data.xlsx?range=mtd&metric=revenu", "metric"),
        ("dashboard.csv?range=mtd&colour=red", "colour"),
        ("query.csv?range=all&granularity=day&group_by=nothing", "group_by"),
        ("comparison.xlsx?current_start=2024-01-01", "current_end"),
    ],
)
def test_what_is_wrong_is_told_as_everywhere(gateway: Gateway, path: str, field: str) -> None:
    answer = gateway.get(f"/api/reports/{path}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json"
    assert "content-disposition" not in answer.headers
    violations = next(d for d in answer.json()["details"] if "field_violations" in d)["field_violations"]
    assert field in {violation["field"] for violation in violations}


def test_pages_tell_what_the_routes_answer(gateway: Gateway) -> None:
    query = "range=last_quarter&as_of=2024-12-31&region=North&region=East"
    answer = gateway.get(f"/api/reports/dashboard.pdf?{query}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"] == 'attachment; filename="dashboard-2024-07-01_2024-09-30.pdf"'
    reader = PdfReader(io.BytesIO(answer.content))
    assert 2 <= len(reader.pages) <= 4
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for kpi in gateway.get(f"/api/dashboard/kpis?{query}").json():
        value = f"{kpi['value']:,.2f}" if kpi["format"] != "number" else f"{kpi['value']:,}"
        assert value.replace("-", "\u2212") in text, kpi["id"]
    assert "Region East or North" in text
    assert "Data until Dec 31, 2024" in text
    for insight in gateway.get(f"/api/ai/ai-insights?{query}").json()["insights"]:
        assert insight["text"] in text
    for part in ("What drove the change", "By category", "What is incomplete", "Definitions"):
        assert part in text
    assert gateway.get(f"/api/reports/dashboard.pdf?{query}").content == answer.content


def test_pages_have_an_outlook_where_the_range_leads_up_to_now(gateway: Gateway) -> None:
    def pages(query: str) -> str:
        reader = PdfReader(io.BytesIO(gateway.get(f"/api/reports/dashboard.pdf?{query}").content))
        return " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    assert "Expected (80 %, 95 %)" in pages("range=last_30_days")
    past = pages("start_date=2024-02-01&end_date=2024-02-29")
    assert "Expected (80 %" not in past
    assert "No outlook" in past
    empty = pages("start_date=2030-01-01&end_date=2030-02-01")
    assert "There is no data from January 1 to February 1, 2030" in empty
    assert "No drivers" in empty


def test_rows_are_those_behind_the_figure_and_the_last_line_proves_it(gateway: Gateway) -> None:
    query = f"{RANGE}&region=North&filter=-category:Books"
    answer = gateway.get(f"/api/reports/rows.csv?{query}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="rows-2024-01-01_2024-03-31.csv"'
    assert answer.headers["access-control-allow-origin"]
    assert not [name for name in answer.headers if name.startswith("grpc")]
    contents, last = answer.content[: answer.content.rindex(b"# rows=")], answer.content.splitlines()[-1].decode()
    rows = list(csv.DictReader(io.StringIO(contents.decode(), newline="")))
    assert last == f"# rows={len(rows)},sha256={hashlib.sha256(contents).hexdigest()}"
    page = gateway.get(f"/api/data/rows?{query}&page_size=1000").json()
    assert len(rows) == int(page["total_rows"])
    assert round(sum(float(row["revenue"]) for row in rows), 2) == page["total_revenue"]
    for row, told in zip(rows, page["rows"], strict=True):
        assert float(row["revenue"]) == told["revenue"]
        assert (row["time"], row["category"], row["region"]) == (told["time"], told["category"], told["region"])
        assert row["is_order"] == str(told["is_order"]).lower()


def test_all_rows_are_a_file_and_head_tells_its_name(gateway: Gateway) -> None:
    everything = gateway.get("/api/reports/rows.csv?range=all")
    assert everything.content.splitlines()[-1].startswith(b"# rows=5000,")
    head = gateway.client.head("/api/reports/rows.csv?range=all")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-disposition"] == everything.headers["content-disposition"]


@pytest.mark.parametrize(
    ("query", "field"),
    [("range=mtdd", "range"), ("range=mtd&page_size=3", "page_size"), ("range=mtd&region=N", "region")],
)
def test_rows_that_cannot_be_told_are_an_error_and_no_file(gateway: Gateway, query: str, field: str) -> None:
    answer = gateway.get(f"/api/reports/rows.csv?{query}")
    assert answer.status_code == 400
    assert "content-disposition" not in answer.headers
    assert next(d for d in answer.json()["details"] if "field_violations" in d)["field_violations"][0]["field"] == field
