"""Imports of other processes: killed ones, concurrent ones, and how a server learns of them."""

import random
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import Engine, func, select

from bi_server.ingest.history import undo_import
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store import rollups
from bi_server.store.store import Store
from bi_server.store.tables import imports, sales_data

IMPORTER = Path(__file__).with_name("importer.py")
ROWS = 30_000
KILLS = 6
NOTICE_SECONDS = 1.0


def write_sales(path: Path, first: int, rows: int) -> Path:
    """A file of distinct orders, one cent more in each."""
    lines = [f"2024-0{1 + i % 9}-11,{i / 100},1,C{i % 5},R{i % 4},K{i % 97},O{i}" for i in range(first, first + rows)]
    path.write_text("date,revenue,units_sold,product_category,region,customer_id,order_id\n" + "\n".join(lines))
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


def test_a_killed_import_leaves_all_or_nothing(engine: Engine, database_url: str, tmp_path: Path) -> None:
    kept = write_sales(tmp_path / "kept.csv", 0, 100)
    import_file(engine, kept, ImportOptions())
    before = held(engine)
    file = write_sales(tmp_path / "big.csv", 1000, ROWS)
    whole = (before[0] + ROWS, before[1] + sum(range(1000, 1000 + ROWS)))
    started = time.monotonic()
    assert end(start_import(database_url, file)) == 0
    seconds = time.monotonic() - started
    assert held(engine) == whole
    undo_import(engine, 2)
    chance = random.Random(7)
    for _ in range(KILLS):
        process = start_import(database_url, file)
        time.sleep(chance.uniform(0, seconds / 2))
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


def test_concurrent_importers_lose_and_double_nothing(engine: Engine, database_url: str, tmp_path: Path) -> None:
    # The files overlap: whoever is second replaces nothing, for the rows are the same.
    parts = [write_sales(tmp_path / f"{i}.csv", i * 2000, 3000) for i in range(4)]
    processes = [start_import(database_url, *order) for order in (parts, parts[::-1])]
    assert [end(process) for process in processes] == [0, 0]
    assert held(engine) == (9000, sum(range(9000)))
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(imports)).scalar() == 8
        assert connection.execute(select(func.sum(imports.c.inserted))).scalar() == 9000


def test_a_server_learns_of_an_import_within_a_second(engine: Engine, database_url: str, tmp_path: Path) -> None:
    store = Store(engine)
    assert store.refresh().is_empty
    assert end(start_import(database_url, write_sales(tmp_path / "new.csv", 0, 50))) == 0
    changes = store._changes
    assert changes is not None
    deadline = time.monotonic() + NOTICE_SECONDS
    while not changes.seen() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert changes.seen()
    cube = store.refresh()
    assert int(cube.running[-1].sum(axis=1)[0]) == sum(range(50))
    store.close()
