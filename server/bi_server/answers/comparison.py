"""ComparePeriods: two ranges side by side, and what drove the change."""

import numpy as np

from bi.v1 import analytics_pb2 as pb
from bi.v1 import common_pb2
from bi_server.analysis import periods
from bi_server.analysis.drivers import (
    Contribution,
    Leaves,
    Sales,
    contributions,
    price_volume_mix,
    smallest_set,
)
from bi_server.analysis.periods import Days
from bi_server.answers import convert, filters, large_orders, notes, query_groups, requests
from bi_server.answers.convert import rounded
from bi_server.answers.filters import View
from bi_server.answers.ordering import Cell, field, ordered
from bi_server.answers.query_groups import MAX_TOP, Groups
from bi_server.answers.series import Floats
from bi_server.errors import InvalidInput, Violation
from bi_server.semantic.dimensions import CATEGORY, REGION, Dimension
from bi_server.semantic.figures import Change, Ratio, change, points, shares
from bi_server.semantic.kpis import known_customers
from bi_server.semantic.measures import THOUSANDTHS, Totals
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import REVENUE, UNITS, Cube, Ints
from bi_server.store.selection import Group, Selection

ALIKE = "No category or region stands out from the others: within their usual noise all changed by the same factor."
ORDERS = ("name", "current", "previous", "change", "share")
NOISE_DAYS = 56  # before a range, which tell the usual noise where the range is short


def compare(request: pb.ComparePeriodsRequest, cube: Cube) -> pb.ComparePeriodsResponse:
    """The whole answer. Raises InvalidInput for bad dates or filters."""
    current, previous = ranges_of(request)
    view = filters.view(request, cube)
    cube, chosen, *_ = view
    now, then = cube.totals(chosen, [current, previous])
    figures = [_figures(cube, chosen, days, totals) for days, totals in ((current, now), (previous, then))]
    drivers, spread = _drivers(cube, chosen, current, previous)
    for dimension, parts in ((CATEGORY, drivers.categories), (REGION, drivers.regions)):
        parts.extend(_contributions(view, dimension, current, previous, request))
    return pb.ComparePeriodsResponse(
        current=_period(cube, current, now, figures[0]),
        previous=_period(cube, previous, then, figures[1]),
        changes=[
            convert.metric_change(metric, figures[0][name], figures[1][name], _change(metric, figures, then.rows > 0))
            for name, metric in cube.model.metrics.items()
        ],
        drivers=drivers,
        notes=[
            *notes.on_ranges(current, previous, cube),
            *spread,
            *large_orders.on_turn(cube, chosen, current, previous),
        ],
    )


def ranges_of(request: pb.ComparePeriodsRequest) -> tuple[Days, Days]:
    found: list[Days] = []
    violations: list[Violation] = []
    for name in ("current", "previous"):
        fields = f"{name}_start", f"{name}_end"
        try:
            found.append(
                periods.parse_range(fields[0], getattr(request, fields[0]), fields[1], getattr(request, fields[1]))
            )
        except InvalidInput as error:
            violations.extend(error.violations)
    if violations:
        raise InvalidInput(violations)
    return found[0], found[1]


def _figures(cube: Cube, chosen: Selection, days: Days, totals: Totals) -> dict[str, Ratio]:
    complete = cube.traffic_is_complete(chosen, days.start, days.end)
    customers = known_customers(cube.distinct_customers(chosen, days.start, days.end), totals)
    no_traffic = Ratio(None, "no_traffic")
    return {
        name: customers
        if metric.is_distinct
        else no_traffic
        if metric.of_traffic and totals.visits == 0
        else metric.of(totals, complete)
        for name, metric in cube.model.metrics.items()
    }


def _change(metric: Metric, figures: list[dict[str, Ratio]], has_base: bool) -> Change:
    current, previous = figures[0][metric.id], figures[1][metric.id]
    if metric.format == "percentage":
        return points(current, previous)
    return change(current, previous, has_base=has_base)


def _period(cube: Cube, days: Days, totals: Totals, figures: dict[str, Ratio]) -> pb.PeriodTotals:
    aov, conversion = figures["average_order_value"], figures["conversion_rate"]
    return pb.PeriodTotals(
        time_range=convert.time_range(cube, days, totals.rows > 0),
        revenue=cube.model.in_units(totals.revenue_minor),
        orders=totals.orders,
        units=totals.units,
        customers=figures["customers"].value or 0.0,
        average_order_value=rounded(aov.value, cube.model.money_decimals),
        average_order_value_reason=aov.reason,
        visits=figures["visits"].value,
        conversion_rate=rounded(conversion.value),
        conversion_rate_reason=conversion.reason,
    )


def _drivers(cube: Cube, chosen: Selection, current: Days, previous: Days) -> tuple[pb.Drivers, list[str]]:
    """What drove the change, and a note where nothing did more than the rest."""

    leaves = cube.groups(chosen, range(len(cube.dimensions)))
    now, then = (cube.grouped(chosen, leaves, [days.start, days.end + 1])[0] for days in (current, previous))
    keys = [str(place) for place in range(len(leaves))]
    sales = [
        {
            key: Sales(int(revenue), int(units) / THOUSANDTHS)
            for key, revenue, units in zip(keys, side[REVENUE], side[UNITS], strict=True)
        }
        for side in (now, then)
    ]
    split = price_volume_mix(sales[0], sales[1]).total
    noise = _usual_noise(cube, chosen, leaves, current, previous)
    causes, alike = _causes(cube, leaves, now[REVENUE], then[REVENUE], noise, flipped=current < previous)
    in_units = cube.model.in_units
    drivers = pb.Drivers(
        total_change=in_units(int(now[REVENUE].sum() - then[REVENUE].sum())),
        price_volume_mix=pb.PriceVolumeMix(
            volume=in_units(split.volume),
            price=in_units(split.price),
            mix=in_units(split.mix),
            new_segments=in_units(split.new),
            lost_segments=in_units(split.lost),
        ),
        causes=causes,
    )
    return drivers, [ALIKE] if alike else []


def _contributions(
    view: View, dimension: Dimension, current: Days, previous: Days, request: pb.ComparePeriodsRequest
) -> list[common_pb2.Contribution]:
    """Every part by one dimension, or so many as are asked for and the others as one; those that changed most first."""
    groups = query_groups.of(view, [dimension], [current, previous], [view.cube.model.metrics["revenue"]])
    top = requests.whole_number("top", request.top, 0, MAX_TOP)
    if 0 < top < len(groups.names):
        groups = groups.top([groups.names[int(part.segment)] for part in _parts(groups)[:top]])
    parts, in_units = _parts(groups), view.cube.model.in_units
    shared = shares([part.change for part in parts])
    reason = {"no_data": "zero_base"}.get(shared.reason, shared.reason)
    answer = [
        common_pb2.Contribution(
            segment=convert.segment({dimension.id: groups.names[int(part.segment)][0]}),
            current=in_units(part.current),
            previous=in_units(part.previous),
            change=in_units(part.change),
            share=rounded(share),
            share_reason=reason if share is None else "",
            share_basis="" if share is None else shared.basis,
            other_groups=groups.others if groups.others and int(part.segment) == len(groups.names) - 1 else None,
        )
        for part, share in zip(parts, shared.percent, strict=True)
    ]
    answer.sort(key=lambda part: part.HasField("other_groups"))
    return ordered(answer, request.order, ORDERS, _cell, lambda part: part.HasField("other_groups"))


def _parts(groups: Groups) -> tuple[Contribution, ...]:
    """The groups by their places, those that changed most first."""
    current, previous = ({str(i): revenue for i, revenue in enumerate(side[REVENUE].tolist())} for side in groups.sums)
    return contributions(current, previous)


def _cell(part: common_pb2.Contribution, name: str) -> Cell:
    return part.segment.category or part.segment.region if name == "name" else field(part, name)


def _usual_noise(cube: Cube, chosen: Selection, leaves: list[Group], current: Days, previous: Days) -> Floats:
    """By how much each segment's two sums usually differ, as a standard deviation, were every day independent.

    A day's noise is what it differs from the same weekday a week before, in and before the later range.
    """
    later = max(current, previous)
    first, end = max(later.start - NOISE_DAYS, cube.base_day), min(later.end, cube.last_complete_day)
    if end - first < 2 * 7:
        return np.full(len(leaves), np.nan)  # too few to tell
    revenue = cube.grouped(chosen, leaves, range(first, end + 2), slice(REVENUE, REVENUE + 1))
    daily = revenue[:, 0].astype(np.float64)
    noise: Floats = (daily[7:] - daily[:-7]).std(axis=0) / np.sqrt(2) * np.sqrt(current.length + previous.length)
    return noise


def _causes(
    cube: Cube, leaves: list[Group], now: Ints, then: Ints, noise: Floats, *, flipped: bool
) -> tuple[list[common_pb2.Cause], bool]:
    """The causes, and whether there are none because all segments changed alike.

    Searched from the earlier to the later range, whichever is called current: swapping flips the signs alone.
    """
    expected, actual = (now, then) if flipped else (then, now)
    cells = Leaves(
        convert.columns(cube, leaves, range(len(cube.dimensions))),
        expected.astype(np.float64),
        actual.astype(np.float64),
        noise,
    )
    model, answer, found = cube.model, [], smallest_set(cells.without_empty())
    for part in found.segments:
        before, after = (part.actual, part.expected) if flipped else (part.expected, part.actual)
        answer.append(
            common_pb2.Cause(
                segment=convert.segment(part.segment),
                expected=rounded(model.in_units(before), model.money_decimals),
                actual=rounded(model.in_units(after), model.money_decimals),
                change=rounded(model.in_units(after - before), model.money_decimals),
                share=rounded(part.explained * 100),
            )
        )
    return answer, found.alike and found.change != 0
