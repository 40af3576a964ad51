"""SQLite's indexes are after an import what they were before it, whether they were kept up or made anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bi_server.errors import InvalidInput
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store import migrate
from bi_server.store.engine import open_engine
from bi_server.store.sql.sqlite.indexing import CHEAPER_FROM

OWN = "CREATE INDEX \"what a person's own index may be called\" ON sales_data (region) WHERE region <> 'North'"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path}/bi.db")
    migrate.upgrade(engine)
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(OWN)
        connection.exec_driver_sql("CREATE UNIQUE INDEX none_twice ON sales_data (order_id, order_line, customer_id)")
    yield engine
    engine.dispose()


def bring(engine: Engine, folder: Path, orders: range, revenue: int = 1) -> None:
    rows = [f"2024-01-{1 + i % 28:02},{revenue},1,Tea,{'North' if i % 2 else 'South'},O{i}" for i in orders]
    file = folder / "rows.csv"
    file.write_text("\n".join(["date,revenue,units_sold,category,region,order_id", *rows]))
    import_file(engine, file, ImportOptions(on_duplicate="fail"))


def indexes(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
        found = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'sales_data'"
        )
        return dict(map(tuple, found))


def test_indexes_outlast_imports(engine: Engine, tmp_path: Path) -> None:
    before = indexes(engine)
    assert OWN in before.values()
    bring(engine, tmp_path, range(100))
    assert indexes(engine) == before
    bring(engine, tmp_path, range(100, 100 + 100 // CHEAPER_FROM - 1))
    assert indexes(engine) == before
    with engine.connect() as connection:
        plan = str(
            connection.exec_driver_sql("EXPLAIN QUERY PLAN SELECT * FROM sales_data WHERE date > '2024-01-27'").all()
        )
    assert "ix_sales_data_date" in plan


def test_indexes_outlast_imports_that_are_refused_or_bring_what_is_there(engine: Engine, tmp_path: Path) -> None:
    before = indexes(engine)
    bring(engine, tmp_path, range(100))
    with pytest.raises(InvalidInput, match="other contents"):
        bring(engine, tmp_path, range(100), revenue=2)
    assert indexes(engine) == before
    bring(engine, tmp_path, range(150))
    assert indexes(engine) == before
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sales_data").scalar_one() == 150
