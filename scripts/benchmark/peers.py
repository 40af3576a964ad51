"""What one would build instead: KPIs by FastAPI, plainly done, over the very rows the product has.

The environment says which: PEER is `pandas` (the rows of the range into a DataFrame, per request), `sql` (sums by
SQLite), `duckdb` (sums by DuckDB), or `cube` (the product's own cube without gRPC and Envoy: what those two cost);
PEER_STORE is the SQLite file, or the DuckDB file made of it.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
from fastapi import FastAPI
from pydantic import BaseModel

VARIANTS = ("pandas", "sql", "duckdb", "cube")
COLUMNS = ("date", "revenue", "units_sold", "product_category", "region", "customer_id", "order_id")
SUMS = "SELECT coalesce(sum(revenue), 0), coalesce(sum(units_sold), 0), count(*), count(DISTINCT customer_id)"

Totals = tuple[float, float, int, int]  # revenue, units, orders, customers


class Kpi(BaseModel):
    id: str
    title: str
    value: float | None
    change: float | None
    trend: str
    format: str


def duckdb_of(store: Path, more: Sequence[str] = ()) -> Path:
    """A DuckDB file with the rows of an SQLite store, and `more` of their columns."""
    import duckdb

    file, columns = store.with_suffix(".duckdb"), ", ".join([*COLUMNS, *more])
    if not file.exists():
        with sqlite3.connect(store) as source, duckdb.connect(str(file)) as target:
            for i, rows in enumerate(pd.read_sql(f"SELECT {columns} FROM sales_data", source, chunksize=500_000)):
                target.register("rows", rows.assign(date=pd.to_datetime(rows["date"])))
                target.execute(f"{'INSERT INTO sales_data' if i else 'CREATE TABLE sales_data AS'} SELECT * FROM rows")
    return file


def _pandas(store: str) -> Callable[[date, date], Totals]:
    def totals(start: date, end: date) -> Totals:
        with sqlite3.connect(store) as connection:
            rows = pd.read_sql(
                f"SELECT {', '.join(COLUMNS)} FROM sales_data WHERE date >= ? AND date < ?",
                connection,
                params=[str(start), str(end + timedelta(1))],
            )
        return float(rows["revenue"].sum()), int(rows["units_sold"].sum()), len(rows), rows["customer_id"].nunique()

    return totals


def _sql(store: str) -> Callable[[date, date], Totals]:
    own = threading.local()

    def totals(start: date, end: date) -> Totals:
        if not hasattr(own, "connection"):
            own.connection = sqlite3.connect(store)
        query = f"{SUMS} FROM sales_data WHERE date >= ? AND date < ?"
        found: Totals = own.connection.execute(query, [str(start), str(end + timedelta(1))]).fetchone()
        return found

    return totals


def _duckdb(store: str) -> Callable[[date, date], Totals]:
    import duckdb

    connection = duckdb.connect(store, read_only=True)

    def totals(start: date, end: date) -> Totals:
        query = f"{SUMS} FROM sales_data WHERE date >= ? AND date < ?"
        found: Any = connection.cursor().execute(query, [start, end + timedelta(1)]).fetchone()
        return found  # type: ignore[no-any-return]

    return totals


def _cube(store: str) -> Callable[[date, date], Totals]:
    from bi_server.store.engine import open_engine
    from bi_server.store.selection import EVERYTHING
    from bi_server.store.store import Store

    cube = Store(open_engine(f"sqlite:///{store}")).refresh()

    def totals(start: date, end: date) -> Totals:
        span = start.toordinal(), end.toordinal()
        sums = cube.totals(EVERYTHING, [span])[0]
        return (
            cube.model.in_units(sums.revenue_minor),
            sums.units,
            sums.orders,
            int(cube.distinct_customers(EVERYTHING, *span)),
        )

    return totals


def application() -> FastAPI:
    """The application that the environment asks for."""
    choices = {"pandas": _pandas, "sql": _sql, "duckdb": _duckdb, "cube": _cube}
    variant = os.environ["PEER"]
    totals = choices[variant](os.environ["PEER_STORE"])
    app = FastAPI()

    def kpis(start_date: date, end_date: date) -> list[Kpi]:
        days = (end_date - start_date).days + 1
        now, then = totals(start_date, end_date), totals(start_date - timedelta(days), start_date - timedelta(1))
        figures = {
            "total_revenue": ("Total Revenue", now[0], then[0], "currency"),
            "average_order_value": ("Average Order Value", _aov(now), _aov(then), "currency"),
            "orders": ("Orders", now[2], then[2], "number"),
            "units": ("Units Sold", now[1], then[1], "number"),
            "customers": ("Customers", now[3], then[3], "number"),
        }
        return [_kpi(name, *figure) for name, figure in figures.items()]

    if variant == "cube":  # short enough for the event loop

        async def at_once(start_date: date, end_date: date) -> list[Kpi]:
            return kpis(start_date, end_date)

        app.get("/api/dashboard/kpis")(at_once)
    else:
        app.get("/api/dashboard/kpis")(kpis)
    if variant == "duckdb":
        _by_product(app, os.environ["PEER_STORE"])
    app.get("/health")(lambda: {"status": "healthy"})
    return app


def _by_product(app: FastAPI, store: str) -> None:
    import duckdb

    connection = duckdb.connect(store, read_only=True)
    within = "FROM sales_data WHERE date >= ? AND date < ?"

    def products(start_date: date, end_date: date) -> list[dict[str, str | float]]:
        query = f"SELECT product, sum(revenue) {within} GROUP BY product ORDER BY 2 DESC LIMIT 10"
        found = connection.cursor().execute(query, [start_date, end_date + timedelta(1)]).fetchall()
        return [{"product": name, "revenue": revenue} for name, revenue in found]

    def product(start_date: date, end_date: date, product: str) -> list[Kpi]:
        def totals(first: date, last: date) -> Totals:
            asked = [first, last + timedelta(1), product]
            found: Any = connection.cursor().execute(f"{SUMS} {within} AND product = ?", asked).fetchone()
            return found  # type: ignore[no-any-return]

        before = start_date - (end_date - start_date) - timedelta(1)
        now, then = totals(start_date, end_date), totals(before, start_date - timedelta(1))
        return [_kpi("total_revenue", "Total Revenue", now[0], then[0], "currency")]

    app.get("/products")(products)
    app.get("/product")(product)


def _aov(totals: Totals) -> float | None:
    return totals[0] / totals[2] if totals[2] else None


def _kpi(name: str, title: str, value: float | None, before: float | None, form: str) -> Kpi:
    change = None if value is None or not before else round((value - before) / abs(before) * 100, 2)
    trend = "flat" if not change else "up" if change > 0 else "down"
    return Kpi(id=name, title=title, value=value, change=change, trend=trend, format=form)


if "PEER" in os.environ:
    app = application()
