"""The smallest set of segments that explains a change: "mostly Electronics, then Books in the West"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bi_server.analysis.drivers.root_cause import Leaves, root_causes

MIN_SHARE = 0.1  # a segment that explains less of the whole change is not worth a sentence (Adtributor's T_EEP)
CANDIDATES = 20  # how far down the ranking to look for one that pushes the same way as the total


@dataclass(frozen=True)
class ExplainingSegment:
    """A segment without the leaves that earlier ones took; `explained` is its share of the total change."""

    segment: Mapping[str, str]
    expected: float
    actual: float
    change: float
    explained: float


@dataclass(frozen=True)
class Explanation:
    """Segments without overlap, in the order of finding; their changes and `remainder` add up to `change`.

    `explained` is the share of the change that the segments explain together. A change that is spread evenly
    over everything has no segments and explained = 0.
    """

    segments: tuple[ExplainingSegment, ...]
    change: float
    explained: float
    remainder: float


def smallest_set(leaves: Leaves, *, enough: float = 0.8, limit: int = 5) -> Explanation:
    """Take the best root cause out, ask again what moved the rest, until `enough` of the change is explained.

    Only segments that push the way of the total and explain at least a tenth of it are taken. Each must also
    carry more of the change than of the total (else it moved with everything). `limit` bounds their number.
    Exact for integer amounts.
    """
    expected, actual = np.asarray(leaves.expected), np.asarray(leaves.actual)
    columns = {name: np.asarray(values, dtype=np.str_) for name, values in leaves.dimensions.items()}
    sd = None if leaves.sd is None else np.asarray(leaves.sd)
    total = _change(expected, actual)
    left = np.ones(len(expected), dtype=bool)
    taken: list[ExplainingSegment] = []
    explained = 0.0
    while total != 0 and len(taken) < limit and explained < enough and left.any():
        rest = Leaves(
            {name: column[left] for name, column in columns.items()},
            expected[left],
            actual[left],
            None if sd is None else sd[left],
        )
        found = _first_that_explains(rest, total)
        if found is None:
            break
        members = left & _belonging(columns, found.segment)
        taken.append(found)
        left &= ~members
        explained = _change(expected[~left], actual[~left]) / total
    return Explanation(tuple(taken), total, explained, _change(expected[left], actual[left]))


def _first_that_explains(leaves: Leaves, total: float) -> ExplainingSegment | None:
    for cause in root_causes(leaves, limit=CANDIDATES):
        share = cause.change / total
        if share >= MIN_SHARE and cause.effect / total >= MIN_SHARE:
            return ExplainingSegment(cause.segment, cause.expected, cause.actual, cause.change, share)
    return None


def _belonging(columns: Mapping[str, NDArray[np.str_]], segment: Mapping[str, str]) -> NDArray[np.bool_]:
    return np.asarray(np.all([columns[name] == value for name, value in segment.items()], axis=0))


def _change(expected: NDArray[Any], actual: NDArray[Any]) -> float:
    """Sum of the changes as a Python number, an int where the amounts are integers."""
    return (actual.sum() - expected.sum()).item()  # type: ignore[no-any-return]
