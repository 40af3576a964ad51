"""Importing a million rows, beside what one would do with the databases' own tools on the same file."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg
from scripts.benchmark.stores import Shape, run_command, write_csv
from tests.databases import Postgres, find_postgres

COLUMNS = "date, revenue, units_sold, product_category, region, order_id, customer_id"
# The specification's rows (in SQLite every table has an id), their key, an index for ranges; sums by day and segment.
SCHEMA = """
CREATE TABLE sales_data (date timestamp NOT NULL, revenue double precision NOT NULL,
  units_sold integer NOT NULL, product_category varchar(100) NOT NULL, region varchar(50) NOT NULL,
  order_id varchar(50) UNIQUE, customer_id varchar(50){id});
CREATE INDEX by_date ON sales_data (date);
CREATE TABLE rollup (date date, product_category varchar(100), region varchar(50), revenue double precision,
  units bigint, orders bigint, PRIMARY KEY (date, product_category, region));
"""
ROLLUP = """INSERT INTO rollup SELECT {day}, product_category, region, sum(revenue), sum(units_sold), count(*)
FROM sales_data GROUP BY 1, 2, 3;"""


@dataclass(frozen=True)
class Rate:
    """Rows a second of a whole command, and the memory it took at its peak."""

    rows_per_second: float
    peak_mb: float


def sqlite(shape: Shape, folder: Path, rounds: int, millions: int) -> dict[str, Rate]:
    """Ours and `sqlite3 .import`, taking turns; then million after million into one store."""
    csv, found = _file(shape, folder), {}
    found["SQLite: this product"] = _median([ours(shape, csv, folder / "import.db") for _ in range(rounds)])
    if shutil.which("sqlite3"):
        found["SQLite: sqlite3 .import, then GROUP BY"] = _median(
            [_sqlite_shell(shape, csv, folder / "import-peer.db") for _ in range(rounds)]
        )
    store = _empty(folder / "import.db")
    for i in range(millions):
        write_csv(shape, csv, first=i * shape.rows)
        rate = _timed(shape.rows, ["-m", "bi_server", "import", str(csv)], DATABASE_URL=f"sqlite:///{store}")
        if i in (0, millions - 1):
            found[f"SQLite: this product, import {i + 1} of {millions} into one store"] = rate
    return found


def postgresql(shape: Shape, folder: Path, rounds: int) -> dict[str, Rate]:
    """Ours and COPY through a staging table, taking turns; nothing where no PostgreSQL is installed."""
    binaries = find_postgres()
    if binaries is None:
        return {}
    csv, server = _file(shape, folder), Postgres(binaries)
    try:
        product, peer = [], []
        for _ in range(rounds):
            url = server.new_database()
            run_command(url, "migrate")
            product.append(_timed(shape.rows, ["-m", "bi_server", "import", str(csv)], DATABASE_URL=url))
            peer.append(_copy(shape, csv, server.new_database()))
    finally:
        server.close()
    return {"PostgreSQL: this product": _median(product), "PostgreSQL: COPY, ON CONFLICT, then GROUP BY": _median(peer)}


def _file(shape: Shape, folder: Path) -> Path:
    csv = folder / "import.csv"
    write_csv(shape, csv)
    return csv


def _median(rates: list[Rate]) -> Rate:
    return sorted(rates, key=lambda rate: rate.rows_per_second)[len(rates) // 2]


def _empty(file: Path, **settings: str) -> Path:
    for old in file.parent.glob(f"{file.name}*"):
        old.unlink()
    run_command(file, "migrate", **settings)
    return file


def ours(shape: Shape, csv: Path, file: Path, **settings: str) -> Rate:
    """`bi-server import` into an empty SQLite store."""
    settings["DATABASE_URL"] = f"sqlite:///{_empty(file, **settings)}"
    return _timed(shape.rows, ["-m", "bi_server", "import", str(csv)], **settings)


def _timed(rows: int, command: list[str], **settings: str) -> Rate:
    before, peak = time.perf_counter(), 0.0
    child = subprocess.Popen([sys.executable, *command], env={**os.environ, **settings}, stdout=subprocess.DEVNULL)
    while child.poll() is None:
        peak = max(peak, _peak_mb(child.pid))
        time.sleep(0.02)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}")
    return _rate(rows, before, peak)


def _peak_mb(pid: int) -> float:
    """Highest resident memory of a process so far; its resource usage would begin with that of its parent."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def _rate(rows: int, before: float, peak_mb: float = 0.0) -> Rate:
    return Rate(round(rows / (time.perf_counter() - before)), round(peak_mb))


def _sqlite_shell(shape: Shape, csv: Path, file: Path) -> Rate:
    for old in file.parent.glob(f"{file.name}*"):
        old.unlink()
    with sqlite3.connect(file) as connection:
        connection.executescript("PRAGMA journal_mode=WAL;" + SCHEMA.format(id=""))
    script = [
        "PRAGMA synchronous=NORMAL;",
        "BEGIN;",
        f".import --csv --skip 1 {csv} sales_data",
        ROLLUP.format(day="date(date)"),
        "COMMIT;",
    ]
    before = time.perf_counter()
    subprocess.run(["sqlite3", str(file)], input="\n".join(script), text=True, check=True)
    return _rate(shape.rows, before)


def _copy(shape: Shape, csv: Path, url: str) -> Rate:
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        for statement in filter(str.strip, SCHEMA.format(id=", id bigserial PRIMARY KEY").split(";")):
            connection.execute(statement)
        connection.commit()
        before = time.perf_counter()
        connection.execute(
            "CREATE TEMPORARY TABLE stage (date timestamp, revenue double precision, units_sold integer, "
            "product_category varchar(100), region varchar(50), order_id varchar(50), customer_id varchar(50))"
        )
        with connection.cursor().copy("COPY stage FROM STDIN (FORMAT csv, HEADER)") as copy, csv.open("rb") as file:
            while piece := file.read(1 << 20):
                copy.write(piece)
        connection.execute(
            f"INSERT INTO sales_data ({COLUMNS}) SELECT {COLUMNS} FROM stage ON CONFLICT (order_id) DO NOTHING"
        )
        connection.execute(ROLLUP.format(day="date::date"))
        connection.commit()
        return _rate(shape.rows, before)
