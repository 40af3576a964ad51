"""Stores to measure over, made by `bi-server import` from rows drawn at random, and kept for the next run."""

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

FIRST_DAY = "2022-01-01"
CUSTOMERS = 1_000_000
CHUNK = 1_000_000  # rows drawn at a time


@dataclass(frozen=True)
class Shape:
    """How many rows, over how many days, categories and regions."""

    rows: int
    first_day: str = FIRST_DAY
    days: int = 1096  # three years
    categories: tuple[str, ...] = ("Electronics", "Clothing", "Home Goods", "Books", "Sports")
    regions: tuple[str, ...] = ("North", "South", "East", "West")

    @cached_property
    def name(self) -> str:
        return f"rows-{self.rows}-{self.days}x{len(self.categories)}x{len(self.regions)}"


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
    store = folder / f"{shape.name}.db"
    if store.exists():
        run_command(store, "migrate")  # an older version may have made it
        return store
    print(f"Making {store.name} ...", flush=True)
    making, csv = folder / f"making-{shape.name}.db", folder / f"{shape.name}.csv"
    for old in folder.glob(f"{making.name}*"):
        old.unlink()
    write_csv(shape, csv)
    run_command(making, "migrate")
    run_command(making, "import", str(csv))
    csv.unlink()
    making.rename(store)
    return store


def run_command(store: Path | str, *arguments: str) -> None:
    """`bi-server` with its words thrown away; `store` is an SQLite file or a database URL."""
    url = store if isinstance(store, str) else f"sqlite:///{store}"
    env = {**os.environ, "DATABASE_URL": url}
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
    return pd.DataFrame(
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
