"""Rows of a company's own database: as they are there, and the next time only what is new."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from tests.ingest.rows import stored

from bi_server.__main__ import main

QUERY = (
    "SELECT at AS date, price AS revenue, qty AS units, kind AS category, place AS region, no AS order_id, id FROM s"
)
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE s (id INTEGER, at TEXT, price NUMERIC, qty INTEGER, kind TEXT, place TEXT, no TEXT)"
        )
    return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/bi.db")

    def run(*arguments: str) -> tuple[int, str]:
        status = main(list(arguments))
        told = capsys.readouterr()
        return status, told.out + told.err

    return run


def add(path: Path, *rows: tuple[object, ...]) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO s VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def revenue(tmp_path: Path) -> list[int]:
    engine = create_engine(f"sqlite:///{tmp_path}/bi.db")
    cents = [row[1] for row in stored(engine)]
    engine.dispose()
    return cents


def test_a_query_goes_on_where_the_last_import_ended(shop: Path, tmp_path: Path, run: Run) -> None:
    asked = ["import", "--from-sql", f"sqlite:///{shop}", QUERY, "--since", "id"]
    assert run(*asked) == (0, "the query has no new rows\n")
    add(shop, (1, "2024-05-13", 12.5, 2, "Books", "N", "A1"), (2, "2024-05-14 10:30:00", 1234, 1, "Toys", "S", "A2"))
    assert "2 inserted" in run(*asked)[1]
    assert run(*asked) == (0, "the query has no new rows\n")
    add(shop, (3, "2024-05-15", -0.125, 1, "Books", "N", "A3"))
    assert "1 rows read, 1 inserted" in run(*asked)[1]
    assert revenue(tmp_path) == [1250, 123_400, -13]
    assert "query" in run("imports", "list")[1]
    run("imports", "undo", "2")
    assert "1 rows read, 1 inserted" in run(*asked)[1]  # what was undone is new again


def test_rows_of_one_moment_are_none_left_out(shop: Path, tmp_path: Path, run: Run) -> None:
    asked = ["import", "--from-sql", f"sqlite:///{shop}", QUERY + ";", "--since", "date"]
    add(shop, (1, "2024-05-13", 1, 1, "Books", "N", "A1"))
    assert "1 inserted" in run(*asked)[1]
    add(shop, (2, "2024-05-13", 2, 1, "Books", "N", "A2"))
    assert "1 inserted, 0 updated, 1 skipped" in run(*asked)[1]
    assert revenue(tmp_path) == [100, 200]


def test_what_cannot_be_asked_is_named(shop: Path, run: Run) -> None:
    url = f"sqlite:///{shop}"
    add(shop, (1, "2024-05-13", 1, 1, "Books", "N", "A1"), (None, "2024-05-13", 1, 1, "Books", "N", "A2"))
    for arguments, named in (
        (["--from-sql", url, "SELECT * FROM nowhere"], "no such table: nowhere"),
        (["--from-sql", "nonsense", "SELECT 1"], "from_sql: "),
        (["--from-sql", "foo://x/y", "SELECT 1"], "from_sql: "),
        (["--from-sql", url, QUERY, "--since", "nr"], "no column 'nr'; it has date"),
        (["--from-sql", url, QUERY, "--since", "id"], "id is None"),
        (["--from-sql", url, "SELECT x'00' AS date"], "'date' holds bytes"),
        (["--since", "id", "a.csv"], "since: is for a query"),
        ([], "name files"),
    ):
        status, told = run("import", *arguments)
        assert (status, named in told) == (1, True), told
