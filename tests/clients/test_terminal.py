"""The command `bi`, as people and pipes have it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bi_client import Client
from bi_client.terminal import main


@pytest.fixture(autouse=True)
def server(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BI_SERVER", f"127.0.0.1:{port}")
    monkeypatch.setenv("COLUMNS", "80")


def test_kpis_are_columns_json_or_csv(bi: Client, capsys: pytest.CaptureFixture[str]) -> None:
    asked = bi.kpis("last_14_days", compare="previous_year", filters={"region": ["North", "East"]})
    revenue = asked.message.kpis[0]
    question = [
        "kpis",
        "--last",
        "14d",
        "--compare",
        "previous_year",
        "--filter",
        "region:North",
        "--filter",
        "region:East",
    ]
    assert main(question) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.split("  ")[0] == "Total Revenue"
    assert f"{revenue.value:,.2f} USD" in first
    assert f"{revenue.change:+,.1f} %" in first
    assert main([*question, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == asked.dict()
    assert main([*question, "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["id"] for row in rows] == [kpi.id for kpi in asked.message.kpis]
    assert float(rows[0]["value"]) == revenue.value
    assert rows[0]["compared_range.start_date"] == revenue.compared_range.start_date


def test_why_tells_drivers_that_add_up(bi: Client, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "--dates", "2024-11-01", "2024-11-30"]) == 0
    told = capsys.readouterr().out
    found = bi.comparison(("2024-11-01", "2024-11-30"), ("2024-10-01", "2024-10-31")).message.drivers
    assert told.startswith(f"Revenue moved by {found.total_change:+,.2f} USD: from ")
    assert f"{found.price_volume_mix.volume:+,.2f} USD" in told
    assert "By category" in told


def test_a_forecast_is_drawn(bi: Client, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", "--periods", "5", "--plot"]) == 0
    *lines, _, model = capsys.readouterr().out.splitlines()
    points = bi.forecast(5).message.forecast
    assert [line[:10] for line in lines] == [point.date for point in points]
    assert all("─●─" in line and len(line) < 80 for line in lines)
    assert model.startswith(bi.forecast(5).message.model)
    places = [line.index("●") for line in lines]
    assert places.index(max(places)) == [p.value for p in points].index(max(p.value for p in points))


def test_other_questions(bi: Client, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["insights", "--range", "last_month", "--limit", "1"]) == 0
    assert capsys.readouterr().out == f"- {bi.insights('last_month', limit=1).message.insights[0].text}\n"
    assert main(["chart", "--range", "last_quarter", "--step", "month", "--by", "region"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split()[:2] == ["2024-07-01", "East"]
    assert main(["watch", "--times", "1"]) == 0
    version = bi.metadata().message.data_version
    revenue = bi.kpis().message.kpis[0].value
    assert capsys.readouterr().out.startswith(f"version {version}: Total Revenue {revenue:,.2f} USD")


def test_a_file_is_read_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "new.csv"
    file.write_text("date,Amount,units_sold,product_category,order_id\n2024-12-31,5,1,Books,T-1\n")
    options = ["--dry-run", "--map", "revenue=Amount", "--set", "region=North"]
    assert main(["import", str(file), *options]) == 0
    assert capsys.readouterr().out == "1 rows read: 1 new, 0 replaced, 0 known, 0 rejected\n"


def test_what_is_wrong_is_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["kpis", "--range", "mtx"]) == 1
    assert capsys.readouterr().err.startswith("bi: range: 'mtx' is not known")
    with pytest.raises(SystemExit, match="2"):
        main(["kpis", "--last", "30"])
    assert "'30' is no number with d, w, m, q or y behind it" in capsys.readouterr().err
    monkeypatch.setenv("BI_SERVER", "127.0.0.1:1")
    assert main(["kpis"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_pipe_that_closes_early_is_no_error() -> None:
    """As under `| head -1`: more lines than a pipe holds."""
    command = [
        sys.executable,
        "-m",
        "bi_client",
        "chart",
        "--range",
        "all",
        "--by",
        "region",
        "--step",
        "day",
        "--json",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == "{\n", (running.stderr.read(), running.wait())
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 0
