"""Names of categories and regions: one canonical spelling each, and a number for every pair that occurs."""

import unicodedata
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, insert, select

from bi_server.store.tables import segments

Names: TypeAlias = pd.Series | NDArray[np.object_] | list[str]
Coded: TypeAlias = tuple[NDArray[np.integer[Any]], Sequence[str] | NDArray[np.object_]]  # positions, names


def fold(name: str) -> str:
    """What makes two spellings the same name: blanks at the ends, case and how letters are composed do not count."""
    return unicodedata.normalize("NFC", name.strip().casefold())


class SegmentIds:
    """The ids of all segments of one store, read once per transaction; unknown pairs are added to the store.

    `busy` is held while the connection is used for that.
    """

    def __init__(self, connection: Connection, busy: AbstractContextManager[Any] | None = None) -> None:
        self._connection = connection
        self._busy = nullcontext() if busy is None else busy
        self._spelling: dict[tuple[str, str], str] = {}
        self._ids: dict[tuple[str, str], int] = {}
        for row in connection.execute(select(segments)):
            self._remember(row.id, row.category, row.region)

    def _remember(self, segment_id: int, category: str, region: str) -> None:
        self._spelling["category", fold(category)] = category
        self._spelling["region", fold(region)] = region
        self._ids[fold(category), fold(region)] = segment_id

    def canonical(self, dimension: str, name: str) -> str:
        """The spelling the store met first; for a new name its own, trimmed."""
        return self._spelling.setdefault((dimension, fold(name)), name.strip())

    def resolve(self, categories: Names, regions: Names) -> NDArray[np.int64]:
        """The segment id of every row; both columns are as long as the answer."""
        category_codes, category_names = pd.factorize(np.asarray(categories, dtype=object))
        region_codes, region_names = pd.factorize(np.asarray(regions, dtype=object))
        return self.resolve_codes((category_codes, category_names), (region_codes, region_names))

    def resolve_codes(self, categories: Coded, regions: Coded) -> NDArray[np.int64]:
        """As `resolve`, for columns that are given as positions in lists of names."""
        width = max(len(regions[1]), 1)
        inverse, pairs = pd.factorize(np.asarray(categories[0]) * np.int64(width) + regions[0])
        names = [(str(categories[1][pair // width]), str(regions[1][pair % width])) for pair in pairs.tolist()]
        keys = [(fold(category), fold(region)) for category, region in names]
        new: dict[tuple[str, str], tuple[str, str]] = {}
        for key, pair in zip(keys, names, strict=True):
            if key not in self._ids:
                new.setdefault(key, pair)  # of several spellings the first
        self._add(new)
        return np.array([self._ids[key] for key in keys], dtype=np.int64)[inverse]

    @property
    def known(self) -> int:
        """How many pairs there are."""
        return len(self._ids)

    def names(self) -> dict[int, tuple[str, str]]:
        """Category and region of every id."""
        canonical = self._spelling
        return {i: (canonical["category", key[0]], canonical["region", key[1]]) for key, i in self._ids.items()}

    def _add(self, pairs: dict[tuple[str, str], tuple[str, str]]) -> None:
        """Adds pairs, by their folded names, to the store: thousands of them in one statement."""
        if not pairs:
            return
        rows = [
            {"category": self.canonical("category", category), "region": self.canonical("region", region)}
            for category, region in pairs.values()
        ]
        with self._busy:
            added = self._connection.execute(insert(segments).returning(*segments.c), rows).all()
        for row in added:
            self._remember(row.id, row.category, row.region)
