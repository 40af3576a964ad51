"""Names of dimensions: one canonical spelling each, and a number for every combination of them that occurs."""

import unicodedata
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, insert, select

from bi_server.store.schema import schema_of

Names: TypeAlias = pd.Series | NDArray[np.object_] | list[str]
Coded: TypeAlias = tuple[NDArray[np.integer[Any]], Sequence[str] | NDArray[np.object_]]  # positions, names


def fold(name: str) -> str:
    """What makes two spellings the same name: blanks at the ends, case and how letters are composed do not count."""
    return unicodedata.normalize("NFC", name.strip().casefold())


class SegmentIds:
    """The ids of all segments of one store, read once per transaction; unknown ones are added to the store.

    A segment is a name of each dimension held, in their order; visits have an empty one where they are not split.

    `busy` is held while the connection is used for that.
    """

    def __init__(self, connection: Connection, busy: AbstractContextManager[Any] | None = None) -> None:
        self._connection = connection
        self._busy = nullcontext() if busy is None else busy
        self.schema = schema_of(connection)
        self._table = self.schema.segments
        self.dimensions = tuple(dimension.id for dimension in self.schema.held)
        self._spelling: dict[tuple[str, str], str] = {}
        self._ids: dict[tuple[str, ...], int] = {}
        self._met: dict[tuple[str, ...], int] = {}  # as they were spelled
        for segment_id, *names in connection.execute(select(self._table)):
            self._remember(segment_id, names)

    def _remember(self, segment_id: int, names: Sequence[str]) -> None:
        key = tuple(map(fold, names))
        for dimension, folded, name in zip(self.dimensions, key, names, strict=True):
            self._spelling[dimension, folded] = name
        self._ids[key] = segment_id

    def canonical(self, dimension: str, name: str) -> str:
        """The spelling the store met first; for a new name its own, trimmed."""
        return self._spelling.setdefault((dimension, fold(name)), name.strip())

    def resolve(self, *columns: Names) -> NDArray[np.int64]:
        """The segment id of every row, from a column of names for each dimension."""
        return self.resolve_codes(*(pd.factorize(np.asarray(column, dtype=object)) for column in columns))

    def resolve_codes(self, *columns: Coded) -> NDArray[np.int64]:
        """As `resolve`, for columns that are given as positions in lists of names."""
        inverse, places = _combined([codes for codes, _ in columns], [len(names) for _, names in columns])
        found = [
            tuple(str(names[place]) for (_, names), place in zip(columns, row, strict=True)) for row in places.tolist()
        ]
        self._meet([names for names in found if names not in self._met])
        return np.array([self._met[names] for names in found], dtype=np.int64)[inverse]

    def _meet(self, unmet: list[tuple[str, ...]]) -> None:
        new: dict[tuple[str, ...], tuple[str, ...]] = {}
        keys = [tuple(map(fold, names)) for names in unmet]
        for key, names in zip(keys, unmet, strict=True):
            if key not in self._ids:
                new.setdefault(key, names)  # of several spellings the first
        self._add(new)
        self._met.update((names, self._ids[key]) for key, names in zip(keys, unmet, strict=True))

    @property
    def known(self) -> int:
        """How many segments there are."""
        return len(self._ids)

    def names(self) -> dict[int, tuple[str, ...]]:
        """The names of every id."""
        spelling = self._spelling
        return {
            i: tuple(spelling[dimension, name] for dimension, name in zip(self.dimensions, key, strict=True))
            for key, i in self._ids.items()
        }

    def _add(self, segments: dict[tuple[str, ...], tuple[str, ...]]) -> None:
        """Adds segments, by their folded names, to the store: thousands of them in one statement."""
        if not segments:
            return
        rows = [
            {dimension: self.canonical(dimension, name) for dimension, name in zip(self.dimensions, names, strict=True)}
            for names in segments.values()
        ]
        with self._busy:
            added = self._connection.execute(insert(self._table).returning(*self._table.c), rows).all()
        for segment_id, *names in added:
            self._remember(segment_id, names)


def _combined(codes: Sequence[Any], sizes: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which of the combinations that occur each row has, and the combinations: as many columns as there are `codes`."""
    numbers, occurring = np.asarray(codes[0], dtype=np.int64), np.arange(max(sizes[0], 1), dtype=np.int64)[:, None]
    for more, size in zip(codes[1:], sizes[1:], strict=True):
        # Numbered anew after each column: the product of all sizes may be more than a number holds.
        numbers, pairs = pd.factorize(numbers * np.int64(max(size, 1)) + more)
        before, own = np.divmod(pairs, max(size, 1))
        occurring = np.column_stack([occurring[before], own])
    return numbers, occurring
