"""Imports of other processes: killed ones, concurrent ones, and how a server learns of them."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select
from tests.thoroughness import examples

from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store import migrate, rollups
from bi_server.store.cube import Cube
from bi_server.store.engine import opened
from bi_server.store.imports import undo_import
from bi_server.store.loading import load
from bi_server.store.store import Store
from bi_server.store.tables import imports, sales_data

IMPORTER = Path(__file__).with_name("importer.py")
COLUMNS = "date,revenue,units_sold,product_category,region,customer_id,order_id"
ROWS = 15_000
KILLS = examples(3, 12)
NOTICE_SECONDS = 1.0


def write_sales(path: Path, first: int, rows: int) -> Path:
    """A file of distinct orders, one cent more in each."""
    lines = [f"2024-0{1 + i % 9}-11,{i / 100},1,C{i % 5},R{i % 4},K{i % 97},O{i}" for i in range(first, first + rows)]
    path.write_text(f"{COLUMNS}\n" + "\n".join(lines))
    return path


def start_import(url: str, *files: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(IMPORTER), url, *map(str, files)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "go\n"
    return process


def end(process: subprocess.Popen[str], kill: bool = False) -> int:
    if kill:
        process.kill()
    process.communicate()
    return process.returncode


def held(engine: Engine) -> tuple[int, int]:
    """Rows and cents in the store; the sums agree with the rows."""
    with engine.connect() as connection:
        assert rollups.verify(connection) == []
        rows, revenue = connection.execute(select(func.count(), func.sum(sales_data.c.revenue))).one()
    return rows, round((revenue or 0) * 100)


def test_a_killed_import_leaves_all_or_nothing(engine: Engine, store_url: str, tmp_path: Path) -> None:
    kept = write_sales(tmp_path / "kept.csv", 0, 100)
    import_file(engine, kept, ImportOptions())
    before = held(engine)
    file = write_sales(tmp_path / "big.csv", 1000, ROWS)
    whole = (before[0] + ROWS, before[1] + sum(range(1000, 1000 + ROWS)))
    process, started = start_import(store_url, file), time.monotonic()
    assert end(process) == 0
    seconds = time.monotonic() - started
    assert held(engine) == whole
    undo_import(engine, 2)
    chance = random.Random(7)
    for _ in range(KILLS):
        process = start_import(store_url, file)
        time.sleep(chance.uniform(0, seconds))
        end(process, kill=True)
        found = held(engine)
        assert found in (before, whole)
        if found == whole:
            with engine.connect() as connection:
                undo_import(engine, connection.execute(select(func.max(imports.c.id))).scalar_one())
            assert held(engine) == before
    import_file(engine, file, ImportOptions())
    assert held(engine) == whole
    assert not list(tmp_path.glob("*-import*")), "what killed imports left beside the store is cleared away"


def test_concurrent_importers_lose_and_double_nothing(engine: Engine, store_url: str, tmp_path: Path) -> None:
    # The files overlap: whoever is second replaces nothing, for the rows are the same.
    parts = [write_sales(tmp_path / f"{i}.csv", i * 2000, 3000) for i in range(4)]
    processes = [start_import(store_url, *order) for order in (parts, parts[::-1])]
    assert [end(process) for process in processes] == [0, 0]
    assert held(engine) == (9000, sum(range(9000)))
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(imports)).scalar() == 8
        assert connection.execute(select(func.sum(imports.c.inserted))).scalar() == 9000


def test_a_server_learns_of_an_import_within_a_second(engine: Engine, store_url: str, tmp_path: Path) -> None:
    store = Store(engine)
    assert store.refresh().is_empty
    assert end(start_import(store_url, write_sales(tmp_path / "new.csv", 0, 50))) == 0
    changes = store._changes
    assert changes is not None
    deadline = time.monotonic() + NOTICE_SECONDS
    while not changes.seen() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert changes.seen()
    cube = store.refresh()
    assert int(cube.running[-1].sum(axis=1)[0]) == sum(range(50))
    store.close()


def test_an_import_is_in_every_read_that_follows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Three importers keep the snapshot on the move; each reads its own rows right after its import. Reading takes a
    # while, as it does in a large store.
    def slow_load(*of: Any) -> Cube:
        time.sleep(0.03)
        return load(*of)

    monkeypatch.setattr("bi_server.store.store.load", slow_load)
    url = f"sqlite:///{tmp_path}/bi.db"
    with opened(url) as engine, closing(Store(engine)) as store:
        migrate.upgrade(engine)

        def importer(number: int) -> list[str]:
            missed = []
            for turn in range(8):
                name = f"{number}-{turn}"
                file = tmp_path / f"{name}.csv"
                file.write_text(f"{COLUMNS}\n2024-01-{turn + 1:02},5,1,Category {name},R,C,O{name}\n")
                import_file(engine, file, ImportOptions())
                cube = store.current() or store.refresh()
                if f"Category {name}" not in cube.categories:
                    missed.append(name)
            return missed

        with ThreadPoolExecutor(3) as threads:
            assert list(threads.map(importer, range(3))) == [[], [], []]


CLOSED_WHILE_READ = """
import sqlite3, sys, threading
from pathlib import Path
from bi_server.store.sql.sqlite.changes import SqliteChanges
for _ in range(100):
    changes = SqliteChanges(Path(sys.argv[1]))
    readers = [threading.Thread(target=lambda: [changes.seen() for _ in range(200)]) for _ in range(3)]
    for reader in readers:
        reader.start()
    changes.close()
    for reader in readers:
        reader.join()
"""


def test_a_watch_may_be_closed_while_others_look(tmp_path: Path) -> None:
    path = tmp_path / "bi.db"
    with opened(f"sqlite:///{path}") as engine:
        migrate.upgrade(engine)
    command = [sys.executable, "-c", CLOSED_WHILE_READ, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
