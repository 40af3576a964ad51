"""Which line of its order a row is, for files that have several rows per order."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

TOGETHER = 10_000  # orders held in memory


class OrderLines:
    """Counts the lines of every order; in a scratch database, so that memory stays bounded however long the file.

    Lines that are rejected count: the others keep their numbers when a corrected file is imported again.
    """

    def __init__(self) -> None:
        self._scratch = sqlite3.connect("", isolation_level=None, check_same_thread=False)  # "": a temporary file
        self._scratch.execute("CREATE TABLE orders (id TEXT PRIMARY KEY, lines INTEGER) WITHOUT ROWID")
        self._scratch.execute("CREATE TEMP TABLE asked (id TEXT)")
        self._scratch.execute("BEGIN")

    def close(self) -> None:
        """Removes the scratch database."""
        self._scratch.close()

    def number(self, order_ids: Any) -> NDArray[np.int64]:
        """From 1, in the file's order; rows without an order (null) are orders of their own."""
        codes, ids = pd.factorize(order_ids.to_pandas())
        line = np.asarray(pd.Series(codes).groupby(codes).cumcount(), dtype=np.int64) + 1
        counts = np.bincount(codes[codes >= 0], minlength=len(ids))
        before = self._add([str(text) for text in ids], counts.tolist())
        return np.where(codes >= 0, line + np.append(before, 0)[codes], 1)

    def counts(self) -> Iterator[list[tuple[str, int]]]:
        """Orders and how many lines the file has of each, some at a time."""
        cursor = self._scratch.execute("SELECT id, lines FROM orders")
        while orders := cursor.fetchmany(TOGETHER):
            yield orders

    def _add(self, ids: list[str], counts: list[int]) -> NDArray[np.int64]:
        """Adds lines to orders; returns how many each had before."""
        upsert = "INSERT INTO orders VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET lines = lines + excluded.lines"
        self._scratch.executemany(upsert, zip(ids, counts, strict=True))
        self._scratch.execute("DELETE FROM asked")
        self._scratch.executemany("INSERT INTO asked VALUES (?)", ((text,) for text in ids))
        after = self._scratch.execute("SELECT lines FROM asked JOIN orders USING (id) ORDER BY asked.rowid").fetchall()
        return np.array([lines for (lines,) in after], dtype=np.int64) - np.array(counts, dtype=np.int64)
