"""Stores to measure over, made by `bi-server import` from rows drawn at random, and kept for the next run."""

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

FIRST_DAY = "2022-01-01"
CUSTOMERS = 1_000_000
CHUNK = 1_000_000  # rows drawn at a time
MODEL = """
dimensions:
  channel: {title: Channel}
  product: {title: Product, wide: true}
measures:
  cost: {title: Cost, unit: money}
"""


@dataclass(frozen=True)
class Shape:
    """How many rows, over how many days, categories and regions."""

    rows: int
    first_day: str = FIRST_DAY
    days: int = 1096  # three years
    categories: tuple[str, ...] = ("Electronics", "Clothing", "Home Goods", "Books", "Sports")
    regions: tuple[str, ...] = ("North", "South", "East", "West")
    channels: tuple[str, ...] = ()
    products: int = 0  # their dimension is wide; each has one category

    @cached_property
    def name(self) -> str:
        more = f"x{len(self.channels)}x{self.products}" if self.channels else ""
        return f"rows-{self.rows}-{self.days}x{len(self.categories)}x{len(self.regions)}{more}"

    def environment(self, folder: Path) -> dict[str, str]:
        """What the commands and the server need to know about a store of this shape, besides its place."""
        if not self.channels:
            return {}
        model = folder / "channels-and-products.yaml"
        model.write_text(MODEL)
        return {"MODEL": str(model)}


# As large a store as the largest, of a business with dimensions and a measure of its own.
OWN = Shape(
    10_000_000,
    channels=("Web shop", "Market place", "Store", "Phone", "Reseller", "App"),
    products=10_000,
)

# Ten years x 20 x 20: more cells than most businesses ever have.
GRID = Shape(
    4_000_000,
    "2015-01-01",
    3653,
    tuple(f"Category {i:02}" for i in range(20)),
    tuple(f"Region {i:02}" for i in range(20)),
)


def make_store(shape: Shape, folder: Path) -> Path:
    """An SQLite store of a shape."""
    store, settings = folder / f"{shape.name}.db", shape.environment(folder)
    if store.exists():
        run_command(store, "migrate", **settings)  # an older version may have made it
        return store
    print(f"Making {store.name} ...", flush=True)
    making, csv = folder / f"making-{shape.name}.db", folder / f"{shape.name}.csv"
    for old in folder.glob(f"{making.name}*"):
        old.unlink()
    write_csv(shape, csv)
    run_command(making, "migrate", **settings)
    run_command(making, "import", str(csv), **settings)
    csv.unlink()
    making.rename(store)
    return store


def run_command(store: Path | str, *arguments: str, **settings: str) -> None:
    """`bi-server` with its words thrown away; `store` is an SQLite file or a database URL."""
    url = store if isinstance(store, str) else f"sqlite:///{store}"
    env = {**os.environ, **settings, "DATABASE_URL": url}
    subprocess.run([sys.executable, "-m", "bi_server", *arguments], env=env, check=True, stdout=subprocess.DEVNULL)


def write_csv(shape: Shape, file: Path, first: int = 0) -> None:
    """Rows of the store's own columns; order ids count from `first`. The same shape gives the same rows."""
    random = np.random.default_rng(7 + first)
    for start in range(0, shape.rows, CHUNK):
        rows = _sales(random, shape, first + start, min(CHUNK, shape.rows - start))
        rows.to_csv(file, index=False, mode="w" if start == 0 else "a", header=start == 0)


def _sales(random: np.random.Generator, shape: Shape, first: int, count: int) -> pd.DataFrame:
    days = pd.date_range(shape.first_day, periods=shape.days).strftime("%Y-%m-%d").to_numpy(dtype=object)
    order = np.arange(shape.days)
    weight = 1 + 0.2 * np.sin(order / 7 * 2 * np.pi) + order / shape.days * 0.4
    share = np.linspace(3, 1, len(shape.categories))
    category = random.choice(len(shape.categories), count, p=share / share.sum())
    price = np.geomspace(500, 25, len(shape.categories))[category]
    ids = np.arange(first, first + count).astype(str)
    sales = pd.DataFrame(
        {
            "date": days[random.choice(shape.days, count, p=weight / weight.sum())],
            "revenue": np.maximum(price * random.normal(1.0, 0.3, count), 10).round(2),
            "units_sold": 1 + random.poisson(0.35, count),
            "product_category": np.array(shape.categories, dtype=object)[category],
            "region": np.array(shape.regions, dtype=object)[random.integers(0, len(shape.regions), count)],
            "order_id": np.char.add("ORD", ids).astype(object),
            "customer_id": np.char.add("C", random.integers(0, CUSTOMERS, count).astype(str)).astype(object),
        }
    )
    return sales.assign(**_of_model(random, shape, category, sales["revenue"])) if shape.channels else sales


def _of_model(
    random: np.random.Generator,
    shape: Shape,
    category: NDArray[np.int64],
    revenue: pd.Series,
) -> dict[str, Any]:
    count = len(revenue)
    names = np.array([product_name(number) for number in range(shape.products)], dtype=object)
    place = np.minimum(
        random.exponential(shape.products / 8, count).astype(np.int64), shape.products - 1
    )  # few sell most
    product = place - place % len(shape.categories) + category  # of the row's category
    return {
        "channel": np.array(shape.channels, dtype=object)[random.integers(0, len(shape.channels), count)],
        "product": names[np.minimum(product, shape.products - 1)],
        "cost": (revenue * random.uniform(0.4, 0.8, count)).round(2),
    }


def product_name(number: int) -> str:
    """What a product is called."""
    return f"Product {number:05}"
