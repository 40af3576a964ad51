"""A store follows its model forwards and back, and no row is lost on the way."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, func, inspect, select

from bi_server.errors import StoreUnavailable
from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.sample_omnichannel import with_channels
from bi_server.semantic import Model, default_model, read_model
from bi_server.store import following, ingest, migrate, rollups
from bi_server.store.engine import open_engine
from bi_server.store.store import Store
from bi_server.store.tables import sales_data

ROWS = 300


def engine_of(url: str, model: Model) -> Engine:
    return open_engine(url, model=model)


def checked(url: str, model: Model) -> tuple[int, int]:
    """Rows and cents of a sound store."""
    engine = engine_of(url, model)
    store = Store(engine)
    try:
        cube = store.refresh()
        with engine.connect() as connection:
            assert rollups.verify(connection) == []
            rows = connection.execute(select(func.count()).select_from(sales_data)).scalar_one()
        return rows, int(cube.running[-1, 0].sum())
    finally:
        store.close()


def follow(url: str, model: Model) -> list[str]:
    engine = engine_of(url, model)
    try:
        migrate.upgrade(engine)
        return following.follow(engine)
    finally:
        engine.dispose()


def test_dimensions_come_and_go_without_losing_a_row(database_url: str, tmp_path: Path) -> None:
    plain, full = default_model(), read_model("omnichannel")
    assert follow(database_url, plain) == []
    sales = with_channels(generate_sample_data(ROWS))
    engine = engine_of(database_url, plain)
    with engine.execution_options(writes=True).begin() as connection:
        ingest.append(connection, sales, generate_sample_traffic(sales))
    engine.dispose()
    before = checked(database_url, plain)

    with pytest.raises(StoreUnavailable, match="no column for channel, store, product, cost, discount of the model"):
        checked(database_url, full)
    done = follow(database_url, full)
    assert "added the column sales_data.channel" in done
    assert follow(database_url, full) == []
    assert checked(database_url, full) == before
    engine = engine_of(database_url, full)
    with engine.execution_options(writes=True).begin() as connection:
        more = with_channels(generate_sample_data(ROWS, seed=7)).drop(columns="order_id")
        ingest.append(connection, more.assign(order_id=None), generate_sample_traffic(more).iloc[:0])
    engine.dispose()
    both = checked(database_url, full)
    assert both[0] == before[0] + ROWS

    with pytest.raises(StoreUnavailable, match="not of the model's dimensions and measures"):
        checked(database_url, plain)
    assert follow(database_url, plain) == ["made the daily sums by category, region from the rows"]
    assert checked(database_url, plain) == both
    part = tmp_path / "part.yaml"
    part.write_text("dimensions: {channel: {title: Channel}}")
    assert follow(database_url, read_model(str(part))) == [
        "made the daily sums by category, region, channel from the rows"
    ]
    assert checked(database_url, read_model(str(part))) == both
    engine = engine_of(database_url, full)
    with engine.connect() as connection:
        columns = {column["name"] for column in inspect(connection).get_columns("sales_data")}
    engine.dispose()
    assert {"channel", "store", "product", "cost", "discount"} <= columns


def test_names_of_products_may_be_whole_sentences(database_url: str) -> None:
    model = read_model("omnichannel")
    follow(database_url, model)
    engine = engine_of(database_url, model)
    is_narrow = engine.dialect.name == "postgresql"  # as an older version made it; SQLite's texts have any length
    with engine.execution_options(writes=True).begin() as connection:
        for column in ("sales_data.product", "replaced_sales.product", "segments.store") if is_narrow else ():
            table, name = column.split(".")
            connection.exec_driver_sql(f"ALTER TABLE {table} ALTER COLUMN {name} TYPE VARCHAR(100)")
    if is_narrow:
        with pytest.raises(StoreUnavailable, match=r"no room for names .* run `bi-server migrate`"):
            checked(database_url, model)
    done = follow(database_url, model)
    assert len([line for line in done if "room for longer names" in line]) == (3 if is_narrow else 0)
    assert follow(database_url, model) == []
    sales = with_channels(generate_sample_data(ROWS)).assign(product="p" * 255, store="s" * 255)
    with engine.execution_options(writes=True).begin() as connection:
        ingest.append(connection, sales, generate_sample_traffic(sales))
    engine.dispose()
    assert checked(database_url, model)[0] == ROWS
