"""The groups that a query is split into, with their sums: of the snapshot, or of the rows for a wide dimension."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bi_server.analysis.periods import Days
from bi_server.answers import convert, row_listing
from bi_server.answers.filters import View
from bi_server.semantic.dimensions import Dimension
from bi_server.semantic.measures import Totals
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import Cube, Ints
from bi_server.store.selection import Selection
from bi_server.store.wide.sums import Split, sums_by_name

OTHER = "Other"


@dataclass(frozen=True, eq=False)
class Groups:
    """`names` of each group, a name for each dimension of the split; `sums` are spans x measures x groups.

    `parts` are what of the snapshot the groups are, None where they are no part of it (names of wide dimensions, and
    several groups together). `others` groups are together in the last one, where there are any.
    """

    cube: Cube
    spans: Sequence[Days]
    names: list[tuple[str, ...]]
    parts: list[Selection | None]
    sums: Ints
    others: int = 0

    def value(self, metric: Metric, span: int, group: int) -> float | None:
        """Rounded; None where it is undefined or not known."""
        part, days = self.parts[group], self.spans[span]
        if metric.is_distinct:
            return None if part is None else self.cube.distinct_customers(part, days.start, days.end)
        complete = not metric.needs_traffic or (
            part is not None and self.cube.traffic_is_complete(part, days.start, days.end)
        )
        return convert.rounded(metric.of(Totals(*self.sums[span, :, group].tolist()), complete).value)

    def leading(self, metric: Metric, most: int) -> Sequence[int]:
        """The groups that may be among the `most` of one span with the highest values."""
        if metric.is_distinct or any(part is not None for part in self.parts) or len(self.names) <= most:
            return range(len(self.names))
        values = np.nan_to_num(metric.values(self.sums[0].T))
        least = np.partition(values, -most)[-most] if most else np.inf
        return np.flatnonzero(values >= least - 0.01).tolist()  # rounded to the cent, they may be equal

    def aligned(self, names: list[tuple[str, ...]]) -> "Groups":
        """With these groups, in this order: zeros where there is no such group."""
        known = {name: place for place, name in enumerate(self.names)}
        sums = np.zeros((*self.sums.shape[:2], len(names)), dtype=np.int64)
        for place, name in enumerate(names):
            if name in known:
                sums[:, :, place] = self.sums[:, :, known[name]]
        parts = [self.parts[known[name]] if name in known else None for name in names]
        return replace(self, names=names, parts=parts, sums=sums)

    def top(self, names: list[tuple[str, ...]]) -> "Groups":
        """These groups, and all others together."""
        kept = self.aligned(names)
        rest = self.sums.sum(axis=2) - kept.sums.sum(axis=2)
        return replace(
            kept,
            names=[*names, (OTHER,) * len(names[0])],
            parts=[*kept.parts, None],
            sums=np.concatenate([kept.sums, rest[:, :, None]], axis=2),
            others=len(self.names) - len(names),
        )


def of(view: View, by: Sequence[Dimension], spans: Sequence[Days], metrics: Sequence[Metric]) -> Groups:
    """The groups of a split, over consecutive or any other spans of days. At most one dimension is wide.

    Sums that none of the metrics needs may be left out.
    """
    cube, chosen, *_ = view
    if any(dimension.wide for dimension in by):
        return _of_rows(view, by[0], spans, metrics)
    places = [cube.dimensions.index(dimension) for dimension in by]
    groups = cube.groups(chosen, places)
    sums = np.stack([cube.grouped(chosen, groups, [span.start, span.end + 1])[0] for span in spans])
    names = [tuple(convert.name(cube, group, place) for place in places) for group in groups]
    return Groups(cube, spans, names, [group.of(chosen) for group in groups], sums)


def _of_rows(view: View, dimension: Dimension, spans: Sequence[Days], metrics: Sequence[Metric]) -> Groups:
    cube = view.cube
    conditions = {**row_listing.conditions(cube, view.chosen), **view.wide}
    needed = {position for metric in metrics for position, _ in (*metric.above, *metric.below)}
    names, sums = sums_by_name(view.whole, Split(dimension, spans, view.chosen, conditions, needed))
    return Groups(cube, spans, [(name,) for name in names], [None] * len(names), sums)
