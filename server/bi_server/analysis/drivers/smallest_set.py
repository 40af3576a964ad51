"""The smallest set of segments that explains a change: "mostly Electronics, then Books in the West"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bi_server.analysis.drivers.common_factor import all_alike
from bi_server.analysis.drivers.root_cause import Leaves, RootCause, root_causes

MIN_SHARE = 0.1  # a segment that explains less of the whole change is not worth a sentence (Adtributor's T_EEP)
CARRIES, SMALLER_PART = 0.9, 0.6  # a cell with so much of the change and so little of the segment is named instead
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
    over everything has no segments and explained = 0; `alike` says that it is one, within noise.
    """

    segments: tuple[ExplainingSegment, ...]
    change: float
    explained: float
    remainder: float
    alike: bool = False


def smallest_set(leaves: Leaves, *, enough: float = 0.8, limit: int = 5) -> Explanation:
    """Take the best root cause out, ask again what moved the rest, until `enough` of the change is explained.

    Where all segments moved by the same factor, within noise, there are none. A segment must stand out from that factor
    and push the way of what is left to explain, and both its change and its effect (net of what moved
    everything) must be a tenth of it. Where one explains more than the whole change, because others offset it, those
    follow, with negative shares. `limit` bounds the number of segments. Exact for integer amounts.
    """
    expected, actual = np.asarray(leaves.expected), np.asarray(leaves.actual)
    columns = {name: np.asarray(values, dtype=np.str_) for name, values in leaves.dimensions.items()}
    sd = None if leaves.sd is None else np.asarray(leaves.sd)
    total = remainder = _change(expected, actual)
    left = np.ones(len(expected), dtype=bool)
    if len(expected) < 2:  # the whole is no part of itself
        return Explanation((), total, 0.0, total)
    if all_alike(columns.values(), expected, actual, _known(sd, len(expected))):
        return Explanation((), total, 0.0, total, alike=True)
    taken: list[ExplainingSegment] = []
    while len(taken) < limit and abs(remainder) > (1 - enough) * abs(total):
        rest = Leaves(
            {name: column[left] for name, column in columns.items()},
            expected[left],
            actual[left],
            None if sd is None else sd[left],
        )
        cause = _first_that_explains(rest, remainder, MIN_SHARE * max(abs(remainder), abs(total)))
        if cause is None:
            break
        members = left & _belonging(columns, cause.segment)
        cell = _cell_that_carries(members, expected, actual)
        segment = cause.segment
        if cell is not None:
            members = np.arange(len(left)) == cell
            segment = {name: str(column[cell]) for name, column in columns.items()}
        was, now = expected[members].sum().item(), actual[members].sum().item()
        taken.append(ExplainingSegment(segment, was, now, now - was, (now - was) / total))
        left &= ~members
        remainder = _change(expected[left], actual[left])
    explained = (total - remainder) / total if total else 0.0
    return Explanation(tuple(taken), total, explained, remainder)


def _first_that_explains(leaves: Leaves, remainder: float, least: float) -> RootCause | None:
    direction = 1 if remainder > 0 else -1
    for cause in root_causes(leaves, limit=CANDIDATES):
        if cause.stands_out and min(cause.change * direction, cause.effect * direction) >= least:
            return cause
    return None


def _cell_that_carries(members: NDArray[np.bool_], expected: NDArray[Any], actual: NDArray[Any]) -> int | None:
    """The one cell that makes up nearly all of a segment's change, though it is no such part of the segment."""
    cells = np.flatnonzero(members)
    change = (actual - expected)[cells]
    largest = int(np.argmax(change * np.sign(change.sum())))
    carries = abs(change[largest]) >= CARRIES * abs(change.sum())
    usual = abs(expected[cells[largest]]) <= SMALLER_PART * np.abs(expected[cells]).sum()
    return int(cells[largest]) if len(cells) > 1 and carries and usual else None


def _known(sd: NDArray[Any] | None, cells: int) -> NDArray[Any]:
    return np.full(cells, np.nan) if sd is None else sd


def _belonging(columns: Mapping[str, NDArray[np.str_]], segment: Mapping[str, str]) -> NDArray[np.bool_]:
    return np.asarray(np.all([columns[name] == value for name, value in segment.items()], axis=0))


def _change(expected: NDArray[Any], actual: NDArray[Any]) -> float:
    """Sum of the changes as a Python number, an int where the amounts are integers."""
    return (actual.sum() - expected.sum()).item()  # type: ignore[no-any-return]
