"""Puts rows into the store: rows and rollups change in one transaction, or not at all."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert

from bi_server.store import rollups
from bi_server.store.cells import to_cents
from bi_server.store.delta import Delta
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import sales_data, site_traffic

CHUNK = 50_000  # rows per statement


def append(connection: Connection, sales: pd.DataFrame, traffic: pd.DataFrame) -> None:
    """Adds rows that are known to be clean, with the columns of `sales_data` and `site_traffic`."""
    version, delta, ids = rollups.begin(connection), Delta(), SegmentIds(connection)
    for chunk in _chunks(sales):
        whole = chunk.assign(revenue=to_cents(chunk["revenue"].to_numpy(dtype=np.float64)) / 100, order_line=1)
        delta.add(sales_data, ids, whole)
        connection.execute(insert(sales_data), _records(whole))
    for chunk in _chunks(traffic):
        delta.add(site_traffic, ids, chunk)
        connection.execute(insert(site_traffic), _records(chunk))
    delta.write(connection, version)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.to_dict("records")  # type: ignore[return-value]  # the columns are names


def _chunks(frame: pd.DataFrame) -> list[pd.DataFrame]:
    return [frame.iloc[start : start + CHUNK] for start in range(0, len(frame), CHUNK)]
