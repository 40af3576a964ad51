"""Puts rows into the store: rows and rollups change in one transaction, or not at all."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert

from bi_server.store import rollups
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import sales_data, site_traffic

CHUNK = 50_000  # rows per statement


def append(connection: Connection, sales: pd.DataFrame, traffic: pd.DataFrame) -> None:
    """Adds rows that are known to be clean, with the columns of `sales_data` and `site_traffic`."""
    version, delta, ids = rollups.begin(connection), rollups.Delta(), SegmentIds(connection)
    for chunk in _chunks(sales):
        cents = rollups.to_cents(chunk["revenue"].to_numpy(dtype=np.float64))
        delta.add_sales(
            ids.resolve(chunk["product_category"], chunk["region"]),
            rollups.to_ordinal_seconds(chunk["date"]),
            cents,
            chunk["units_sold"].to_numpy(dtype=np.int64),
            np.ones(len(chunk), dtype=bool),
            rollups.hash_customers(chunk["customer_id"]),
        )
        connection.execute(insert(sales_data), _records(chunk.assign(revenue=cents / 100)))
    for chunk in _chunks(traffic):
        days = rollups.to_ordinal_seconds(chunk["date"]) // 86400
        segments = ids.resolve(chunk["category"], chunk["region"])
        delta.add_visits(segments, days, chunk["visits"].to_numpy(dtype=np.int64))
        connection.execute(insert(site_traffic), _records(chunk))
    delta.write(connection, version)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.to_dict("records")  # type: ignore[return-value]  # the columns are names


def _chunks(frame: pd.DataFrame) -> list[pd.DataFrame]:
    return [frame.iloc[start : start + CHUNK] for start in range(0, len(frame), CHUNK)]
