"""Puts rows into the store: rows and rollups change in one transaction, or not at all."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert

from bi_server.semantic.dimensions import NOT_SET
from bi_server.store import rollups
from bi_server.store.cells import to_minor
from bi_server.store.delta import Delta
from bi_server.store.schema import schema_of
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import site_traffic

CHUNK = 50_000  # rows per statement


def append(connection: Connection, sales: pd.DataFrame, traffic: pd.DataFrame) -> None:
    """Adds rows that are known to be clean, with the columns of `sales_data` and `site_traffic`.

    Columns that the model declares may be missing, and those that it does not are left out.
    """
    schema = schema_of(connection)
    version, delta, ids = rollups.begin(connection), Delta(schema), SegmentIds(connection)
    own = {d.column: NOT_SET for d in schema.added_dimensions} | {m.column: 0.0 for m in schema.own}
    money = ["revenue", *(m.column for m in schema.own if m.is_money)]
    missing = {name: value for name, value in own.items() if name not in sales}
    for chunk in _chunks(sales):
        whole = chunk.assign(**missing, order_line=1)
        for name in money:
            amounts = whole[name].to_numpy(dtype=np.float64)
            whole[name] = to_minor(amounts, schema.money_decimals) / 10**schema.money_decimals
        delta.add(schema.sales_data, ids, whole)
        connection.execute(
            insert(schema.sales_data), _records(whole[[c.name for c in schema.sales_data.c if c.name in whole]])
        )
    for chunk in _chunks(traffic):
        delta.add(site_traffic, ids, chunk)
        connection.execute(insert(site_traffic), _records(chunk))
    delta.write(connection, version)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.to_dict("records")  # type: ignore[return-value]  # the columns are names


def _chunks(frame: pd.DataFrame) -> list[pd.DataFrame]:
    return [frame.iloc[start : start + CHUNK] for start in range(0, len(frame), CHUNK)]
