"""Reports over gRPC."""

import csv
import io
import logging
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from google.api.httpbody_pb2 import HttpBody
from pypdf import PdfReader
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers

from bi.v1 import dashboard_pb2, data_pb2, report_pb2, report_pb2_grpc
from bi_server.__main__ import main
from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.services import offline, report_rows
from bi_server.services.offline import write
from bi_server.settings import Settings
from bi_server.store import ingest
from bi_server.store.engine import opened

SOME_ROWS = report_pb2.ExportRowsCsvRequest(range="all", category=["Books", "Sports"])


def test_a_file_has_a_name_and_the_log_tells_who_fetched_it(sample: Client, caplog: pytest.LogCaptureFixture) -> None:
    stub = report_pb2_grpc.ReportServiceStub(sample.channel)
    request = dashboard_pb2.GetKpisRequest(range="last_month")
    with caplog.at_level(logging.INFO, "bi_server.audit"):
        body, call = stub.ExportKpisCsv.with_call(request)
    assert body.content_type == "text/csv; charset=utf-8"
    assert body.data.startswith(b"id,title,value,")
    assert ("content-disposition", 'attachment; filename="kpis-2024-11-01_2024-11-30.csv"') in call.trailing_metadata()
    assert any(record.message.startswith("ReportService/ExportKpisCsv OK by") for record in caplog.records)


@pytest.fixture(scope="module")
def url(servers: Servers) -> str:
    """A store with sample data."""
    url = servers.database()
    sales = generate_sample_data(2000)
    with opened(url) as engine, engine.execution_options(writes=True).begin() as connection:
        ingest.append(connection, sales, generate_sample_traffic(sales))
    return url


@pytest.fixture
def command(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder in which commands find the store."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("BUSINESS_NAME", "Söhne")
    return tmp_path


def test_the_command_writes_what_the_server_answers(servers: Servers, url: str, command: Path) -> None:
    with servers.serving(url, Books((), ()), business_name="Söhne") as client:
        stub = report_pb2_grpc.ReportServiceStub(client.channel)
        screen = dashboard_pb2.GetDashboardRequest(range="last_month", region=["North", "East"])
        query = data_pb2.QueryRequest(range="ytd", metric=["revenue", "orders"], group_by=["category"], top=2)
        rows = report_pb2.ExportRowsCsvRequest(range="all", region=["West"])
        served = {
            "a.pdf": stub.ExportDashboardPdf(screen),
            "b.csv": stub.ExportQueryCsv(query),
            "c.xlsx": stub.ExportQueryXlsx(query),
            "d.csv": HttpBody(data=b"".join(piece.data for piece in stub.ExportRowsCsv(rows))),
        }
    asked = "--range last_month --region North --region East"
    assert main(f"report dashboard {asked} --out a.pdf".split()) == 0
    asked = "--range ytd --metric revenue --metric orders --group-by category --top 2"
    assert main(f"report query {asked} --out b.csv".split()) == 0
    assert main(f"report query {asked} --out c.xlsx".split()) == 0
    assert main(["report", "rows", "--range", "all", "--region", "West", "--out", "d.csv"]) == 0
    for name, answer in served.items():
        assert (command / name).read_bytes() == answer.data, name
    assert sorted(path.name for path in command.iterdir()) == sorted(served)  # nothing else is left behind


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("report kpis --range mtdd --out a.csv", "range: 'mtdd' is not known"),
        ("report kpis --range mtd --out a.pdf", "end it with .csv or .xlsx"),
        ("report dashboard --range mtd --out nowhere/a.pdf", "there is no folder"),
    ],
)
def test_what_cannot_be_written_leaves_no_file(
    command: Path, arguments: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments.split()) == 1
    assert told in capsys.readouterr().err
    assert list(command.iterdir()) == []


def told(answer: object) -> list[str]:
    """The lines of a file that is sent in pieces."""
    return b"".join(piece.data for piece in answer).decode().splitlines()  # type: ignore[attr-defined]


def test_rows_come_page_by_page(servers: Servers, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a part, and through the command's own workers: those of servers read pages of the length that ships."""
    with servers.serving(url, Books((), ())) as client:
        whole = told(report_pb2_grpc.ReportServiceStub(client.channel).ExportRowsCsv(SOME_ROWS))
    monkeypatch.setattr(report_rows, "PAGE_ROWS", 7)
    out = io.BytesIO()
    assert write(Settings(database_url=url), "ExportRowsCsv", SOME_ROWS, out) == "rows-2023-01-01_2024-12-31.csv"
    assert out.getvalue().decode().splitlines() == whole
    assert len(whole) > 7 * 20


def test_rows_that_change_while_they_are_read_end_without_the_last_line(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_rows, "PAGE_ROWS", 7)
    page = report_rows.page

    def page_less(*args: Any) -> Any:
        """As if a row had gone."""
        found = page(*args)
        return found._replace(rows=found.rows - 1) if args[-1] is not None else found

    monkeypatch.setattr(report_rows, "page", page_less)
    out = io.BytesIO()
    with pytest.raises(StoreUnavailable, match="ask for the file again"):
        write(Settings(database_url=url), "ExportRowsCsv", SOME_ROWS, out)
    assert b"# rows=" not in out.getvalue()


def test_a_workbook_of_rows_has_those_of_the_csv_with_moments(
    servers: Servers, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with servers.serving(url, Books((), ())) as client:
        stub = report_pb2_grpc.ReportServiceStub(client.channel)
        lines, body = told(stub.ExportRowsCsv(SOME_ROWS)), stub.ExportRowsXlsx(SOME_ROWS).data
    expected = list(csv.DictReader(lines[:-1]))
    sheet = openpyxl.load_workbook(io.BytesIO(body))["Rows"]
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == ("Time", "Revenue", "Units", "Category", "Region", "Counts an order")
    assert len(rows) == len(expected)
    for row, line in zip(rows, expected, strict=True):
        assert (row[0], row[3], row[4]) == (datetime.fromisoformat(line["time"]), line["category"], line["region"])
        assert (row[1], row[2]) == (float(line["revenue"]), float(line["units"]))
    monkeypatch.setattr(report_rows, "PAGE_ROWS", 7)
    out = io.BytesIO()
    write(Settings(database_url=url), "ExportRowsXlsx", SOME_ROWS, out)
    paged = openpyxl.load_workbook(out)["Rows"]
    assert [*paged.iter_rows(values_only=True)] == [header, *rows]


def test_more_rows_than_a_workbook_has_are_refused_with_the_remedy(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "MOST_ROWS", 50)
    with pytest.raises(InvalidInput, match=r"^range: has [1-9]\d+ rows, over the 50 of one workbook; .*rows\.csv"):
        write(Settings(database_url=url), "ExportRowsXlsx", SOME_ROWS, io.BytesIO())


def test_identifiers_and_dimensions_of_the_model_are_columns(omnichannel: Client) -> None:
    stub = report_pb2_grpc.ReportServiceStub(omnichannel.channel)
    request = report_pb2.ExportRowsCsvRequest(range="last_month", filter=["channel:Online"])
    rows = list(csv.DictReader(told(stub.ExportRowsCsv(request))[:-1]))
    listed = omnichannel.data.ListRows(
        data_pb2.ListRowsRequest(range="last_month", filter=["channel:Online"], page_size=1000)
    ).rows
    assert rows
    assert len(rows) == len(listed)
    for row, one in zip(rows, listed, strict=True):
        assert {name: row[name] for name in one.segment} == dict(one.segment)
        assert {name: float(row[name]) for name in one.measures} == dict(one.measures)
    assert "order_id" not in rows[0]  # SHOW_IDS is off


@pytest.mark.parametrize("asked", ["channel:Online", "-channel:Store", "product"])
def test_pages_of_a_part_that_the_model_declares(omnichannel: Client, asked: str) -> None:
    if asked == "product":  # a wide one: its sums are read from the rows
        name = omnichannel.data.ListRows(data_pb2.ListRowsRequest(range="all", page_size=1)).rows[0].segment["product"]
        asked = f'product:"{name}"'
    stub = report_pb2_grpc.ReportServiceStub(omnichannel.channel)
    body = stub.ExportDashboardPdf(dashboard_pb2.GetDashboardRequest(range="ytd", filter=[asked]))
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(body.data)).pages).split())
    kpis = omnichannel.dashboard.GetKpis(dashboard_pb2.GetKpisRequest(range="ytd", filter=[asked])).kpis
    for kpi in kpis:
        if kpi.format == "currency":
            assert f"${kpi.value:,.2f}" in text, kpi.id
    assert asked.partition(":")[2].strip('"') in text or "Channel" in text
