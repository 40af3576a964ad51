"""The groups that a query is split into, with their sums: of the snapshot, or of the rows for a wide dimension."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bi_server.analysis.periods import Days
from bi_server.answers import convert, row_listing
from bi_server.answers.filters import View
from bi_server.errors import InvalidInput
from bi_server.semantic.dimensions import Dimension
from bi_server.semantic.measures import Totals
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import Cube, Ints
from bi_server.store.row_pages import Spelled
from bi_server.store.selection import Selection
from bi_server.store.wide.sums import Split, sums_by_name

OTHER = "Other"
MAX_TOP, TOP_OF_WIDE = 1_000, 10
MAX_CELLS = 2_000_000  # spans x groups


@dataclass(frozen=True, eq=False)
class Groups:
    """`names` of each group, a name for each dimension of the split; `sums` are spans x measures x groups.

    `parts` are what of the snapshot the groups are, None where they are no part of it (names of wide dimensions, and
    several groups together) or none of the metrics asks the snapshot again. `others` groups are together in the last
    one, where there are any.
    """

    cube: Cube
    spans: Sequence[Days]
    names: list[tuple[str, ...]]
    parts: list[Selection | None]
    sums: Ints
    others: int = 0

    def value(self, metric: Metric, span: int, group: int) -> float | None:
        """Rounded; None where it is undefined or not known."""
        return self._value(metric, self.spans[span], group, self.sums[span, :, group].tolist())

    def series(self, metric: Metric, group: int) -> list[float | None]:
        """The values of a group in all spans."""
        rows = self.sums[:, :, group].tolist()
        if not metric.is_distinct and not metric.needs_traffic:  # the rows alone tell
            return [convert.rounded(metric.of(Totals(*row)).value, metric.shown) for row in rows]
        return [self._value(metric, days, group, row) for days, row in zip(self.spans, rows, strict=True)]

    def _value(self, metric: Metric, days: Days, group: int, sums: list[int]) -> float | None:
        part = self.parts[group]
        if metric.is_distinct:
            return None if part is None else self.cube.distinct_customers(part, days.start, days.end)
        complete = not metric.needs_traffic or (
            part is not None and self.cube.traffic_is_complete(part, days.start, days.end)
        )
        return convert.rounded(metric.of(Totals(*sums), complete).value, metric.shown)

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

    def most(self, metric: Metric, count: int, days: Days) -> list[tuple[str, ...]]:
        """The groups with most of a metric in the days of all spans, in order."""
        whole = replace(self, spans=[days], sums=self.sums.sum(axis=0, keepdims=True))
        values = {place: whole.value(metric, 0, place) for place in whole.leading(metric, count)}
        order = sorted(values, key=lambda place: (-(values[place] or 0.0), self.names[place]))
        return [self.names[place] for place in order[:count]]

    def top(self, names: list[tuple[str, ...]]) -> "Groups":
        """These groups, and all others together."""
        return self.aligned(names).with_others(self.sums.sum(axis=2), len(self.names) - len(names))

    def with_others(self, total: Ints, others: int) -> "Groups":
        """And so many other groups together: what is left of the sums of all, spans x measures."""
        rest = total - self.sums.sum(axis=2)
        return replace(
            self,
            names=[*self.names, (OTHER,) * len(self.names[0])],
            parts=[*self.parts, None],
            sums=np.concatenate([self.sums, rest[:, :, None]], axis=2),
            others=others,
        )


def of(
    view: View,
    by: Sequence[Dimension],
    spans: Sequence[Days],
    metrics: Sequence[Metric],
    check: Callable[[int], None] = lambda _groups: None,
) -> Groups:
    """The groups of a split, over consecutive or any other spans of days. At most one dimension is wide.

    Sums that none of the metrics needs may be left out. `check` may refuse so many groups before they are summed.
    Raises InvalidInput for more than MAX_CELLS.
    """
    cube, chosen, *_ = view
    if any(dimension.wide for dimension in by):
        return _of_rows(view, by[0], spans, metrics)
    places = [cube.dimensions.index(dimension) for dimension in by]
    groups = cube.groups(chosen, places)
    check(len(groups))
    if len(spans) * len(groups) > MAX_CELLS:
        raise InvalidInput.of("granularity", f"makes over {MAX_CELLS:,} cells; use a coarser one, or fewer groups")
    if [span.end + 1 for span in spans[:-1]] == [span.start for span in spans[1:]]:
        sums = cube.grouped(chosen, groups, [*(span.start for span in spans), spans[-1].end + 1])
    else:
        sums = np.stack([cube.grouped(chosen, groups, [span.start, span.end + 1])[0] for span in spans])
    names = [tuple(convert.name(cube, group, place) for place in places) for group in groups]
    is_asked = any(metric.is_distinct or metric.needs_traffic for metric in metrics)
    return Groups(cube, spans, names, [group.of(chosen) if is_asked else None for group in groups], sums)


def top_of(
    view: View,
    by: Sequence[Dimension],
    days: Days,
    spans: Sequence[Days],
    metrics: Sequence[Metric],
    count: int,
    check: Callable[[int], None] = lambda _groups: None,
) -> Groups:
    """As `of`: the `count` groups with most of the first metric in the range, and the others as one, so that sums stay
    whole. `spans` are all of the range."""
    ranked = of(view, by, [days], metrics)
    names = ranked.names if len(ranked.names) <= count else ranked.most(metrics[0], count, days)
    others = len(ranked.names) - len(names)
    check(len(names) + (others > 0))
    if list(spans) == [days]:
        return ranked.top(names) if others else ranked
    if not any(dimension.wide for dimension in by):
        groups = of(view, by, spans, metrics)
        return groups.top(names) if others else groups
    # Of thousands of names over hundreds of days only these are made.
    groups = _of_rows(view, by[0], spans, metrics, [name for (name,) in names]).aligned(names)
    return groups.with_others(of(view, [], spans, metrics).sums[:, :, 0], others) if others else groups


def _of_rows(
    view: View,
    dimension: Dimension,
    spans: Sequence[Days],
    metrics: Sequence[Metric],
    names_wanted: Sequence[str] | None = None,
) -> Groups:
    cube = view.cube
    conditions = {**row_listing.conditions(cube, view.chosen), **view.wide}
    if names_wanted is not None:
        conditions[dimension.id] = Spelled(tuple(names_wanted), is_excluded=False)
    needed = {position for metric in metrics for position, _ in (*metric.above, *metric.below)}
    names, sums = sums_by_name(view.whole, Split(dimension, spans, view.chosen, conditions, needed))
    return Groups(cube, spans, [(name,) for name in names], [None] * len(names), sums)
