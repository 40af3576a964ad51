"""Names of wide dimensions: the rows in memory tell what the database tells, whatever has been imported meanwhile."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import insert

from bi_server.analysis.periods import Days
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions, own_targets
from bi_server.semantic import read_model
from bi_server.store import following, migrate
from bi_server.store.cube import Cube
from bi_server.store.engine import open_engine
from bi_server.store.imports import undo_import
from bi_server.store.row_pages import Named, Spelled
from bi_server.store.schema import schema_of
from bi_server.store.selection import EVERYTHING, Selection
from bi_server.store.store import Store
from bi_server.store.wide.narrowing import narrowed
from bi_server.store.wide.sums import Split, sums_by_name
from bi_server.store.writer.rows import OnDuplicate

MODEL = """
dimensions:
  channel: {title: Channel}
  product: {title: Product, wide: true}
  sku: {title: SKU, wide: true}
measures:
  cost: {title: Cost, unit: money}
"""
FIRST = date(2024, 1, 1).toordinal()
SPANS = [Days(FIRST, FIRST + 9), Days(FIRST + 10, FIRST + 24), Days(FIRST + 3, FIRST + 300)]


class Stores:
    """One store seen twice: with its rows in memory, and without room for them."""

    def __init__(self, url: str, folder: Path) -> None:
        (folder / "model.yaml").write_text(MODEL)
        self.model = model = read_model(str(folder / "model.yaml"))
        self.folder = folder
        self.engine = open_engine(url, model=model)
        migrate.upgrade(self.engine)
        following.follow(self.engine)
        self.in_memory, self.asking = Store(self.engine), Store(open_engine(url, model=model), most_bytes=0)

    def take(self, rows: pd.DataFrame, existing: OnDuplicate = "fail") -> int:
        file = self.folder / "rows.csv"
        rows.to_csv(file, index=False)
        return import_file(
            self.engine, file, ImportOptions(on_duplicate=existing, own=own_targets(self.model))
        ).import_id

    def close(self) -> None:
        self.in_memory.close()
        self.asking.close()


@pytest.fixture
def stores(database_url: str, tmp_path: Path) -> Iterator[Stores]:
    stores = Stores(database_url, tmp_path)
    yield stores
    stores.close()


def sales(seed: int, count: int, days: int = 30) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    product = random.integers(0, 12, count)
    return pd.DataFrame(
        {
            "date": pd.to_datetime("2024-01-01") + pd.to_timedelta(random.integers(0, days, count), unit="D"),
            "revenue": random.uniform(-20, 90, count).round(2),
            "units_sold": random.integers(1, 400, count),
            "product_category": np.where(product % 2, "Books", "Toys"),
            "region": random.choice(["North", "South"], count),
            "channel": random.choice(["Web", "Store", "Phone"], count),
            "product": [f"Product {seed // 2 * 5 + number}" for number in product],
            "sku": [f"S{number}\x1e{number % 5}" if number == 3 else f"S{number % 5}" for number in product],
            "cost": random.uniform(1, 50, count).round(2),
            "order_id": [f"{seed}-{number}" for number in range(count)],
            "customer_id": random.choice(["", "Ann", "Bob", "Cem", "Dai"], count),
        }
    )


def agree(stores: Stores, check: Callable[[Cube], object]) -> None:
    held, asked = stores.in_memory.refresh(), stores.asking.refresh()
    told, expected = check(held), check(asked)
    for cube, has_room in ((held, True), (asked, False)):
        assert cube.rows is not None
        assert (cube.rows.columns(cube.state, cube.row_count, 60) is not None) is has_room
    assert told == expected


def splits(cube: Cube) -> object:
    web = cube.names[2].index("Web")
    one = Selection(((2, (web,)),))
    only_web: dict[str, Named | Spelled] = {"channel": Named(frozenset(["web"]), cube.names[2])}
    some: dict[str, Named | Spelled] = {"product": Spelled(("Product 3", "Product 7"), is_excluded=True)}
    found = []
    for chosen, names in ((EVERYTHING, {}), (one, only_web), (EVERYTHING, some), (one, only_web | some)):
        for dimension in cube.model.wide:
            for spans in ([SPANS[0]], SPANS[:2], SPANS[2:]):
                told, sums = sums_by_name(cube, Split(dimension, spans, chosen, names, {0, 1, 2, 5}))
                found.append((told, sums.tolist()))
    return found


def narrow(cube: Cube) -> object:
    found = []
    for names in (
        {"product": Spelled(("Product 3",), is_excluded=False)},
        {"product": Spelled(("Product 3", "Product 4"), is_excluded=True), "sku": Spelled(("S1",), is_excluded=False)},
    ):
        part = narrowed(cube, names)
        found.append(
            (
                [part.totals(EVERYTHING, [(span.start, span.end)]) for span in SPANS],
                [part.distinct_customers(EVERYTHING, span.start, span.end) for span in SPANS],
                part.running.tolist(),
                part.places.tolist(),
            )
        )
    return found


def test_memory_and_database_agree_after_every_change(stores: Stores) -> None:
    def checked() -> None:
        agree(stores, splits)
        agree(stores, narrow)

    first = sales(1, 400)
    stores.take(first)
    checked()
    later = stores.take(sales(4, 300, days=90))  # other names, and days before, among and after
    checked()
    changed = first.head(20).assign(product="Product 99", revenue=1.25)
    stores.take(changed, existing="replace")
    checked()
    undo_import(stores.engine, later)
    checked()
    stores.take(sales(6, 50, days=5).assign(date="2023-11-30", region="West"))
    checked()


def test_rows_of_another_tool_are_in_memory_too(stores: Stores) -> None:
    stores.take(sales(1, 50))
    agree(stores, splits)
    row = {"date": date(2024, 1, 5), "revenue": 12.34, "units_sold": 1, "product_category": "Toys", "region": "North"}
    with stores.engine.begin() as connection:
        connection.execute(insert(schema_of(stores.engine).sales_data).values(**row, product="Kite", channel="Web"))
    agree(stores, splits)
    agree(stores, narrow)
    names, sums = sums_by_name(
        stores.in_memory.refresh(), Split(stores.in_memory.refresh().model.wide[0], SPANS[:1], EVERYTHING, {}, {0})
    )
    assert sums[0, 0, names.index("Kite")] == 1234


def test_a_store_without_rows(stores: Stores) -> None:
    cube = stores.in_memory.refresh()
    names, sums = sums_by_name(cube, Split(cube.model.wide[0], SPANS, EVERYTHING, {}, {0}))
    assert (names, sums.shape) == ([], (3, 6, 0))
