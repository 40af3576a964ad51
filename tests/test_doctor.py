"""`bi-server doctor` names what is wrong and a remedy that works."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.databases import Postgres
from tests.ingest.test_limits import HEAD, stretched

from bi_server.__main__ import main
from bi_server.store import migrate
from bi_server.store.engine import open_engine, opened

Examine = Callable[..., dict[str, list[str]]]


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """An empty store, which the commands are about."""
    address = f"sqlite:///{tmp_path}/bi.db"
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.chdir(tmp_path)
    spools = tmp_path / "tmp"
    spools.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(spools))
    assert main(["migrate"]) == 0
    return address


@pytest.fixture
def examine(url: str, capsys: pytest.CaptureFixture[str]) -> Examine:  # noqa: ARG001 - it must be there
    """The lines of a run by their state: `ok`, `WRONG`, `mended`; its exit code fits to them."""

    def run(*arguments: str) -> dict[str, list[str]]:
        capsys.readouterr()
        code = main(["doctor", *arguments])
        found: dict[str, list[str]] = {}
        for line in capsys.readouterr().out.splitlines():
            state, said = line.split(None, 1)
            found.setdefault(state, []).append(said)
        assert code == int("WRONG" in found)
        return found

    return run


def bring(folder: Path) -> None:
    path = folder / "some.csv"
    path.write_text(HEAD + "2024-01-05,5,1,Books,North,C1,O1\n2024-01-06,5,1,Books,North,C1,O2\n")
    assert main(["import", str(path)]) == 0


def test_a_sound_store_has_nothing_wrong(examine: Examine, tmp_path: Path) -> None:
    assert list(examine()) == ["ok"]
    bring(tmp_path)
    assert list(examine()) == ["ok"]


def test_what_dead_processes_left_is_named_and_removed(examine: Examine, tmp_path: Path) -> None:
    left = [tmp_path / "tmp" / "bi-import-x.csv", tmp_path / "bi.db-import-0123"]
    for path in left:
        path.write_bytes(b"x")
    assert len(examine()["WRONG"]) == 2
    assert all(path.exists() for path in left)
    assert len(examine("--fix")["mended"]) == 2
    assert not any(path.exists() for path in left)
    assert list(examine()) == ["ok"]


def test_sums_that_are_not_of_the_rows_are_made_anew(examine: Examine, url: str, tmp_path: Path) -> None:
    bring(tmp_path)
    with opened(url) as engine, engine.begin() as connection:
        connection.execute(text("DELETE FROM sales_data WHERE order_id = 'O1'"))
    assert examine()["WRONG"][0].startswith("rollups")
    assert examine("--fix")["mended"][0].startswith("rollups")
    assert list(examine()) == ["ok"]


def test_a_store_that_is_too_large_is_mended_by_the_command_that_is_named(
    examine: Examine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(tmp_path)
    wide = ["import", "--any-date", "--order-prefix", "wide-", str(stretched(tmp_path / "wide.csv"))]
    assert main(wide) == 1
    monkeypatch.setenv("MAX_STORE_CELLS", str(10**9))
    assert main(wide) == 0
    monkeypatch.delenv("MAX_STORE_CELLS")
    (told,) = examine()["WRONG"]
    assert "MAX_STORE_CELLS" in told
    assert "bi-server imports undo" in told
    number = told.split("the first day: import ")[1].split()[0]
    assert f"import {number} (wide.csv)" in told
    assert main(["imports", "undo", number]) == 0
    assert list(examine()) == ["ok"]


def test_a_damaged_file_is_brought_back_by_the_command_that_is_named(examine: Examine, tmp_path: Path) -> None:
    bring(tmp_path)
    assert main(["backup", "copy"]) == 0
    file = tmp_path / "bi.db"
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * 20 * 4096)
    (told,) = examine()["WRONG"]
    assert told.startswith("integrity")
    assert "bi-server restore FILE --force" in told
    assert main(["restore", "copy", "--force"]) == 0
    assert list(examine()) == ["ok"]
    file.unlink()
    (told,) = examine()["WRONG"]
    assert "is not there" in told
    assert not file.exists()


def test_another_schema_is_named(examine: Examine, url: str) -> None:
    with opened(url) as engine:
        migrate.downgrade(engine, "0003")
    assert "bi-server migrate" in examine()["WRONG"][0]
    assert main(["migrate"]) == 0
    with opened(url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "update this one" in examine()["WRONG"][0]


def test_it_looks_at_postgres_too(examine: Examine, postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    url = postgres.new_database()
    monkeypatch.setenv("DATABASE_URL", url)
    assert "bi-server migrate" in examine()["WRONG"][0]
    engine = open_engine(url)
    migrate.upgrade(engine)
    engine.dispose()
    assert list(examine()) == ["ok"]
    monkeypatch.setenv("DATABASE_URL", "postgresql://bi@127.0.0.1:1/bi")
    assert "cannot be reached" in examine()["WRONG"][0]
