"""Points of a chart as series, a line each."""

from collections.abc import Sequence
from typing import NamedTuple

from bi.v1 import dashboard_pb2
from bi_server.reports.answers import dimensions, part

MOST_LINES = 12  # more are no picture


class Lines(NamedTuple):
    """Values by name of the series, one for each step; `left_out` series had less revenue than those."""

    steps: list[str]
    values: dict[str, list[float | None]]
    left_out: int


def lines_of(points: Sequence[dashboard_pb2.ChartPoint], title: str) -> Lines:
    """The series with most revenue; the only one of a chart that is not split is called `title`."""
    by = dimensions(points)
    found: dict[str, dict[str, float | None]] = {}
    revenue: dict[str, float] = {}
    for point in points:
        name = ", ".join(part(point, by)) or title
        found.setdefault(name, {})[point.date] = point.value if point.HasField("value") else None
        revenue[name] = revenue.get(name, 0.0) + point.revenue
    kept = sorted(sorted(found), key=lambda name: -revenue[name])[:MOST_LINES]
    steps = sorted({point.date for point in points})
    values = {name: [found[name].get(step) for step in steps] for name in kept}
    return Lines(steps, values, len(found) - len(kept))
