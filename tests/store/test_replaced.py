"""A store that is not the one of before: what was known of the old one is not mixed into it."""

import logging
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from tests.databases import Postgres
from tests.store.test_processes import COLUMNS

from bi_server.errors import StoreUnavailable
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store import migrate, rollups
from bi_server.store.engine import open_engine, opened, settle
from bi_server.store.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bi.db"
    with opened(f"sqlite:///{path}") as engine:
        migrate.upgrade(engine)
    return path


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{file}", make_file=False)
    yield engine
    engine.dispose()


def bring(engine: Engine, folder: Path, *names: str) -> None:
    """One row of a category of its own in each of as many imports; 100 a row."""
    for name in names:
        path = folder / f"{name}.csv"
        path.write_text(f"{COLUMNS}\n2024-01-05,100,1,{name},North,C1,O-{name}\n")
        import_file(engine, path, ImportOptions())


def told(store: Store) -> tuple[str, ...]:
    """The categories that the store tells; its sums fit to them."""
    cube = store.refresh()
    assert int(cube.running[-1, 0].sum()) == 10_000 * len(cube.categories)
    with store.engine.connect() as connection:
        assert rollups.verify(connection) == []
    return cube.categories


@pytest.mark.parametrize("in_place", [True, False], ids=["written over", "moved there"])
@pytest.mark.parametrize("later", [(), ("d",), ("d", "e", "f")], ids=["older", "as new", "newer"])
def test_a_backup_that_comes_back_is_read_whole(
    engine: Engine, file: Path, tmp_path: Path, later: tuple[str, ...], in_place: bool, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(Store(engine)) as store:
        bring(engine, tmp_path, "a")
        backup = tmp_path / "backup" / "bi.db"
        backup.parent.mkdir()
        shutil.copyfile(file, backup)
        with opened(f"sqlite:///{backup}") as other:
            bring(other, tmp_path, *later)
        bring(engine, tmp_path, "b")
        assert told(store) == ("a", "b")
        if in_place:
            shutil.copyfile(backup, file)
        else:
            backup.rename(file)
        with caplog.at_level(logging.WARNING):
            assert told(store) == ("a", *later)
        assert "not known to follow" in caplog.text
        bring(engine, tmp_path, "z")
        assert told(store) == ("a", *later, "z")


def test_an_import_right_after_the_file_was_replaced_goes_into_the_new_one(
    engine: Engine, file: Path, tmp_path: Path
) -> None:
    with closing(Store(engine)) as store:
        bring(engine, tmp_path, "a")
        copy = tmp_path / "copy.db"
        shutil.copyfile(file, copy)
        bring(engine, tmp_path, "b")
        copy.rename(file)
        bring(engine, tmp_path, "c")  # nobody has looked since
        assert told(store) == ("a", "c")


def test_no_row_is_accepted_into_a_file_that_goes_meanwhile(
    engine: Engine, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copyfile(file, copy)
    monkeypatch.setattr("bi_server.store.writer.writer.extent", _moves(copy, file))
    with pytest.raises(StoreUnavailable, match="replaced"):
        bring(engine, tmp_path, "a")
    with closing(Store(engine)) as store:
        assert told(store) == ()


def _moves(source: Path, target: Path) -> object:
    """In the place of the last step before a commit."""
    from bi_server.store.extent import extent

    def step(connection: object) -> object:
        source.rename(target)
        return extent(connection)  # type: ignore[arg-type]

    return step


READING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN")
connection.execute("SELECT * FROM store_state").fetchall()
print("reading", flush=True)
sys.stdin.read()
"""


def test_a_removed_log_is_recognised(
    engine: Engine, file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(Store(engine)) as store:
        bring(engine, tmp_path, "a")
        assert told(store) == ("a",)
        # Somebody reads all the time, so that the commit that follows stays in the log.
        command = [sys.executable, "-c", READING, str(file)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
            assert reader.stdout is not None
            assert reader.stdout.readline() == b"reading\n"
            bring(engine, tmp_path, "b")
            assert told(store) == ("a", "b")
            for suffix in ("-wal", "-shm"):
                file.with_name(file.name + suffix).unlink()
            with caplog.at_level(logging.WARNING):
                assert told(store) == ("a",), "as every process sees it that comes now"
            assert "not known to follow" in caplog.text
            bring(engine, tmp_path, "c")
            reader.communicate()
        assert told(store) == ("a", "c")


def test_a_restored_postgres_is_read_whole(
    postgres: Postgres, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    url = postgres.new_database()
    with opened(url) as engine, closing(Store(engine)) as store:
        migrate.upgrade(engine)
        bring(engine, tmp_path, "a")
        assert told(store) == ("a",)
        copy = postgres.copy_of(url)
        bring(engine, tmp_path, "b")
        assert told(store) == ("a", "b")
        postgres.replace(url, copy)
        with caplog.at_level(logging.WARNING):
            assert told(store) == ("a",)
        assert "not known to follow" in caplog.text
        bring(engine, tmp_path, "c")
        assert told(store) == ("a", "c")


def test_settled_stores_are_one_file(engine: Engine, file: Path, tmp_path: Path) -> None:
    with closing(Store(engine)) as store:
        store.refresh()
        bring(engine, tmp_path, "a")
        import_file(engine, tmp_path / "a.csv", ImportOptions(dry_run=True, again=True))
        settle(engine)
        assert file.with_name(file.name + "-wal").stat().st_size == 0
        with engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
