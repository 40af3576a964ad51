"""Rows as a file has them, and as the store has them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, select

from bi_server.ingest.result import ImportResult
from bi_server.store import rollups
from bi_server.store.tables import sales_data

HEADER = "date,revenue,units_sold,product_category,region,customer_id,order_id\n"

Importer = Callable[..., ImportResult]


def stored(engine: Engine) -> list[tuple[Any, ...]]:
    """All sales by order id: date and time, cents, units, category, region, customer, order id, line."""
    c = sales_data.c
    columns = c.date, c.revenue, c.units_sold, c.product_category, c.region, c.customer_id, c.order_id, c.order_line
    with engine.connect() as connection:
        assert rollups.verify(connection) == []
        rows = connection.execute(select(*columns).order_by(c.order_id, c.id)).all()
    return [(str(row[0]), round(row[1] * 100), *row[2:]) for row in rows]
