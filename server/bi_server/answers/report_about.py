"""What a report says of itself, from the question that it answers."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

from bi.v1 import analytics_pb2
from bi_server.analysis.periods import Days
from bi_server.answers import comparison, convert, filters, ranges
from bi_server.reports.about import About
from bi_server.store.cube import Cube


class RangedQuestion(ranges.Ranged, filters.Filtered, Protocol):
    """A request for a part of the business in one range."""


Question: TypeAlias = RangedQuestion | analytics_pb2.ComparePeriodsRequest


def days_of(request: Question, cube: Cube) -> list[Days]:
    """The range that is asked for; of a comparison both. Raises InvalidInput."""
    if isinstance(request, analytics_pb2.ComparePeriodsRequest):
        return list(comparison.ranges_of(request))
    return [ranges.days(request, cube)]


def file_name(kind: str, extension: str, days: Sequence[Days]) -> str:
    """`kpis-2024-01-01_2024-03-31.csv`; ASCII, whatever is asked for."""
    spans = "-vs-".join(f"{convert.iso(one.start)}_{convert.iso(one.end)}" for one in days)
    return f"{kind}-{spans}.{extension}"


def about(request: Question, cube: Cube, *, title: str, business: str, notes: Sequence[str] = ()) -> About:
    """Everything of it."""
    days = days_of(request, cube)[0]
    held = convert.data_range(cube)
    return About(
        title,
        business,
        convert.iso(days.start),
        convert.iso(days.end),
        _scope(filters.view(request, cube)),
        cube.model.currency,
        held.start_date if held else "",
        held.end_date if held else "",
        cube.version,
        tuple(notes),
    )


def _scope(view: filters.View) -> str:
    """Which part of the business was asked about, and which one alone the caller may see."""
    asked, titles = filters.in_words(view, besides=()), {one.id: one.title for one in view.whole.model.dimensions}
    seen = [
        f"{titles[dimension]} {' or '.join(name for name in named.known if named.has(name))}"
        for dimension, named in view.whole.within.items()
    ]
    return "; ".join(filter(None, [asked, f"of what the caller may see: {', '.join(seen)}" if seen else ""]))
