"""Several files as one import: all of them, or none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from tests.ingest.rows import HEADER, stored

from bi_server.__main__ import main
from bi_server.errors import InvalidInput
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.result import ImportResult
from bi_server.store.imports import list_imports

Files = Callable[..., ImportResult]


@pytest.fixture
def bring_all(engine: Engine, tmp_path: Path) -> Files:
    def bring_all(files: dict[str, str], rejects: Path | None = None, **options: Any) -> ImportResult:
        for name, content in files.items():
            (tmp_path / name).write_text(content)
        paths = [tmp_path / name for name in files]
        return import_file(engine, paths, ImportOptions(**options), rejects=rejects)

    return bring_all


def test_files_of_other_orders_of_columns_and_delimiters_are_one_import(bring_all: Files, engine: Engine) -> None:
    other = "order_id;customer_id;region;product_category;units_sold;revenue;date\n"
    files = {
        "may.csv": HEADER + "2024-05-13,10.50,1,Books,N,C1,A1\n",
        "june.csv": other + "A2;C2;S;Toys;2;20.25;2024-06-14\n",
    }
    result = bring_all(files)
    assert (result.import_id, result.rows_read, result.inserted) == (1, 2, 2)
    assert [(row[1], row[6]) for row in stored(engine)] == [(1050, "A1"), (2025, "A2")]
    assert bring_all(dict(reversed(files.items()))).repeats == 1
    assert list_imports(engine)[0].file_name == "2 files: june.csv, may.csv"


def test_one_bad_file_leaves_all_out(bring_all: Files, engine: Engine) -> None:
    good = HEADER + "2024-05-13,10.50,1,Books,N,C1,A1\n"
    for bad, named in (
        ("date,revenue\n2024-05-14,1\n", "b.csv is of another form than a.csv"),
        (HEADER + "2024-05-14,1,1,Books,N,C1,A1\n", "order id of an earlier row"),
        (good, "b.csv and a.csv are the same file"),
        (HEADER + "14.06.2024,1,1,Books,N,C1,A2\n", "date"),
    ):
        with pytest.raises(InvalidInput, match=named):
            bring_all({"a.csv": good, "b.csv": bad}, max_rejects="0")
    assert stored(engine) == []


def test_rows_without_id_in_two_files_are_an_overlap(bring_all: Files, engine: Engine) -> None:
    row = "2024-05-13,10.50,1,Books,N,,\n"
    files = {"a.csv": HEADER + row * 2, "b.csv": HEADER + row + "2024-05-14,1,1,Books,N,,\n"}
    with pytest.raises(InvalidInput, match="1 row without order id are in several of the files"):
        bring_all(files)
    assert bring_all({"a.csv": files["a.csv"]}).inserted == 2  # of one file they are sales that look alike
    assert bring_all(files, again=True).inserted == 4
    assert len(stored(engine)) == 6


def test_rejects_name_their_file(bring_all: Files, tmp_path: Path) -> None:
    a = HEADER + "2024-05-13,10.50,1,Books,N,C1,A1\n" * 1 + "2024-05-13,much,1,Books,N,C1,A2\n"
    b = HEADER + "2024-05-14,1,1,Books,N,C1,A3\n2024-05-14,1,1,Books\n2024-05-15,x,1,Books,N,C1,A4\n"
    result = bring_all({"a.csv": a, "b.csv": b}, rejects=tmp_path / "r.csv", max_rejects="90%")
    assert [(r.file, r.line) for r in result.first_rejects] == [("a.csv", 3), ("b.csv", 3), ("b.csv", 4)]
    lines = (tmp_path / "r.csv").read_text().splitlines()
    assert ["a.csv:3" in lines[1], "b.csv:3" in lines[2], "A4" in lines[3]] == [True, True, True]


def test_a_pattern_stands_for_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/shop.db")
    monkeypatch.chdir(tmp_path)
    for i in range(3):
        Path(f"2024-0{i + 1}.csv").write_text(HEADER + f"2024-0{i + 1}-13,10.50,1,Books,N,C1,A{i}\n")
    assert main(["import", "2024-*.csv"]) == 0
    assert "3 inserted" in capsys.readouterr().out
    assert main(["import", "2025-*.csv"]) == 1
    assert "there is none like 2025-*.csv" in capsys.readouterr().err
