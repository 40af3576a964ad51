"""Reports over gRPC."""

import logging
from pathlib import Path

import pytest
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers

from bi.v1 import dashboard_pb2, data_pb2, report_pb2_grpc
from bi_server.__main__ import main
from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.store import ingest
from bi_server.store.engine import opened


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
        served = {
            "a.pdf": stub.ExportDashboardPdf(screen),
            "b.csv": stub.ExportQueryCsv(query),
            "c.xlsx": stub.ExportQueryXlsx(query),
        }
    assert (
        main(
            ["report", "dashboard", "--range", "last_month", "--region", "North", "--region", "East", "--out", "a.pdf"]
        )
        == 0
    )
    asked = "--range ytd --metric revenue --metric orders --group-by category --top 2"
    assert main(f"report query {asked} --out b.csv".split()) == 0
    assert main(f"report query {asked} --out c.xlsx".split()) == 0
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
