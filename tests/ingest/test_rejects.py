"""The file of rejects, and imports that are refused for too many of them; through the command."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.ingest.rows import HEADER

from bi_server.__main__ import main

GOOD = "2024-03-01,100,1,Books,North,C0,A0\n"
WRONG = HEADER + GOOD + "".join(f"2024-03-02,{word},1,Books,North,C1,A{word}\n" for word in ("much", "more", "most"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/shop.db")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sales.csv").write_text(WRONG)
    return tmp_path


def rows_held(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "shop.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM sales_data").fetchone()[0])


def test_an_import_that_is_mostly_wrong_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "sales.csv", "--rejects", "wrong.csv"]) == 1
    told = capsys.readouterr().err
    assert "3 of 4 rows cannot be taken, more than 50% (--max-rejects): line 3: revenue 'much' is no number" in told
    assert rows_held(folder) == 0
    assert len((folder / "wrong.csv").read_text().splitlines()) == 4, "which rows is told all the same"
    for allowed, status in (("2", 1), ("74.9%", 1), ("3", 0)):
        assert main(["import", "sales.csv", "--max-rejects", allowed]) == status
    assert rows_held(folder) == 1
    assert main(["import", "sales.csv", "--max-rejects", "some"]) == 1
    assert "neither a number nor a share" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["sales.csv", "link.csv", "hard.csv", "shop.db", "nowhere/wrong.csv", "."])
def test_rejects_are_written_over_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str], target: str) -> None:
    (folder / "link.csv").symlink_to(folder / "sales.csv")
    os.link(folder / "sales.csv", folder / "hard.csv")
    assert main(["migrate"]) == 0
    assert main(["import", "sales.csv", "--max-rejects", "100%", "--rejects", target]) == 1
    assert "rejects: " in capsys.readouterr().err
    assert (folder / "sales.csv").read_text() == WRONG
    assert rows_held(folder) == 0
    assert not list(folder.glob("*.partial-*"))


def test_corrected_rejects_are_not_written_over_themselves(folder: Path) -> None:
    import_ = ["import", "--max-rejects", "100%", "--rejects", "wrong.csv"]
    assert main([*import_, "sales.csv"]) == 0
    corrected = (folder / "wrong.csv").read_text().replace(",much,", ",7,")
    (folder / "wrong.csv").write_text(corrected)
    assert main([*import_, "wrong.csv"]) == 1
    assert (folder / "wrong.csv").read_text() == corrected
    (folder / "corrected.csv").write_text(corrected)
    assert main([*import_, "corrected.csv"]) == 0
    assert rows_held(folder) == 2
    assert len((folder / "wrong.csv").read_text().splitlines()) == 3


def test_the_command_says_how_the_file_was_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        "Order ID,Order Date,Customer ID,Region,Category,Sales,Quantity",
        "CA-1,3/14/2024,C-1,South,Furniture,200.00,2",
        "CA-1,3/14/2024,C-1,South,Technology,700.00,3",
        "CA-2,3/15/2024,N/A,West,Furniture,50.00,1",
    ]
    (folder / "superstore.csv").write_text("\n".join(lines))
    command = ["import", "superstore.csv", "--map", "revenue=Sales"]
    assert main(command) == 1
    assert "--order-lines" in capsys.readouterr().err
    assert main([*command, "--order-lines", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("dry run, nothing changed: 3 rows read, 3 inserted")
    for line in (
        "date: Order Date, of the form %m/%d/%Y: 3/14/2024 is 2024-03-14",
        "revenue: Sales",
        "2024-03-14 to 2024-03-15: 3 rows, 2 orders, revenue 950.00, units_sold 6",
        "product_category: 2 names (Furniture, Technology)",
        "1 row without customer id",
        "guessed: date is the column 'Order Date'; ",
    ):
        assert f"\n  {line}" in told
    assert main([*command, "--order-lines"]) == 0
    assert main([*command, "--order-lines"]) == 0
    assert "\n  3 skipped as the same" in capsys.readouterr().out
