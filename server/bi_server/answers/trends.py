"""GetTrends: where a metric is heading, its season, its breaks, and who leads."""

from datetime import timedelta
from itertools import chain
from typing import overload

import numpy as np
import pandas as pd

from bi.v1 import analytics_pb2 as pb
from bi_server.analysis import periods, trends
from bi_server.analysis.forecasting import missing_days
from bi_server.analysis.periods import Days
from bi_server.answers import convert, filters, gaps, requests, series
from bi_server.answers.convert import rounded
from bi_server.answers.holiday_calendar import Holidays
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import ROWS, Cube
from bi_server.store.selection import Selection

MEMORY_DAYS = 730  # breaks and correlations are searched in the two years before now
SEGMENTS_CORRELATED = 12  # the largest of each dimension: relations between crumbs tell nothing
PERFORMERS, MOST_PERFORMERS = 5, 100
WEEK = 7
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def describe(request: pb.GetTrendsRequest, cube: Cube, holidays: Holidays) -> pb.GetTrendsResponse:
    """The whole answer. Raises InvalidInput for bad parameters, InsufficientHistory for an empty store."""
    metric = cube.model.check(request.metric, cube.model.daily)
    series.require_data(cube)
    days = periods.parse_period(request.period, cube.last_complete_day)
    view = filters.view(request, cube)
    filters.require_parts(metric, view, [])
    asked_most = request.top if request.HasField("top") else PERFORMERS
    most = requests.whole_number("top", asked_most, 1, MOST_PERFORMERS)
    cube, chosen, *_ = view
    memory = Days(max(cube.first_day, days.end - MEMORY_DAYS + 1), days.end)
    # Days before the store's first one are not known: they are no zeros that a trend could start from.
    known = series.daily(cube, chosen, metric, Days(cube.first_day, days.end))
    sold = _without_missing_end(gaps.masked(trends.since_first_sale(known), cube), cube, chosen, memory, holidays)
    window = sold[sold.index >= pd.Timestamp(convert.iso(days.start))]
    percentage = metric.format == "percentage"
    rows = cube.daily(chosen, days.start, days.end)[:, ROWS]
    top, bottom = _performers(cube, chosen, metric, days, most)
    return pb.GetTrendsResponse(
        metric=metric.id,
        time_range=convert.time_range(cube, days, bool(rows.any())),
        direction=_direction(trends.direction(window, history=sold, percentage=percentage)),
        points=_points(known, metric, days, rows),
        seasonality=_seasonality(trends.seasonality(sold)),
        change_points=[
            _change_point(point, metric)
            for point in trends.change_points(sold, searched_days=max(days.length, MEMORY_DAYS))
            if point.day.toordinal() >= days.start
        ],
        correlations=_correlations(cube, chosen, metric, memory),
        top_performers=top,
        bottom_performers=bottom,
    )


def _without_missing_end(y: pd.Series, cube: Cube, chosen: Selection, memory: Days, holidays: Holidays) -> pd.Series:
    """`y` with the days at its end as unknown whose revenue is missing: no course is read from them."""
    names = holidays(memory.dates[0], periods.MAX_YEARS)
    missing = set(missing_days(series.daily(cube, chosen, cube.model.metrics["revenue"], memory), names))
    day = memory.dates[1]
    while day in missing:
        day -= timedelta(days=1)
    return y.where(y.index <= pd.Timestamp(day))


def _direction(found: trends.Direction) -> pb.TrendDirection:
    return pb.TrendDirection(
        trend=found.verdict,
        slope_per_day=_significant(found.slope),
        percent=rounded(found.change_percent),
        slope_lower=_significant(found.slope_lower),
        slope_upper=_significant(found.slope_upper),
        p_value=_significant(found.p_value),
        significant=found.p_value is not None and found.p_value < 0.05,
        explanation=found.why,
        percentage_points=rounded(found.change_points),
        start_date=found.start.isoformat() if found.start else "",
        season_removed=found.year_removed,
    )


def _change_point(point: trends.ChangePoint, metric: Metric) -> pb.ChangePoint:
    percentage = metric.format == "percentage"
    return pb.ChangePoint(
        date=point.day.isoformat(),
        before=rounded(point.level_before, metric.shown),
        after=rounded(point.level_after, metric.shown),
        percent=None if percentage else rounded(point.change_percent),
        percentage_points=rounded(point.level_after - point.level_before) if percentage else None,
        confidence=round(point.confidence, 4),
        stayed=point.stayed,
        lasted_until=point.lasted_until.isoformat() if point.lasted_until else "",
    )


@overload
def _significant(value: float) -> float: ...
@overload
def _significant(value: float | None) -> float | None: ...
def _significant(value: float | None) -> float | None:
    """Six significant digits: slopes and p-values may be far under a cent."""
    return None if value is None else float(f"{value:.6g}")


def _points(
    known: pd.Series, metric: Metric, days: Days, rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
) -> list[pb.TrendPoint]:
    span = series.index(Days(days.start - WEEK + 1, days.end))
    means = known.reindex(span).rolling(WEEK).mean().to_numpy()[WEEK - 1 :]
    plain = known.reindex(span, fill_value=0.0 if metric.additive else np.nan).to_numpy()[WEEK - 1 :]
    return [
        pb.TrendPoint(
            date=convert.iso(days.start + i),
            value=None if np.isnan(plain[i]) else rounded(float(plain[i]), metric.shown),
            moving_average=None if np.isnan(means[i]) else rounded(float(means[i]), metric.shown),
            filled=not rows[i],
        )
        for i in range(days.length)
    ]


def _seasonality(found: trends.Seasonality) -> pb.Seasonality:
    def profile(season: trends.Season, names: tuple[str, ...]) -> list[pb.SeasonIndex]:
        indices = season.profile or ()
        return [pb.SeasonIndex(name=name, index=round(value, 4)) for name, value in zip(names, indices, strict=False)]

    reasons = (season.reason for season in (found.weekly, found.yearly) if season.reason)
    return pb.Seasonality(
        weekly_strength=None if found.weekly.strength is None else round(found.weekly.strength, 4),
        yearly_strength=None if found.yearly.strength is None else round(found.yearly.strength, 4),
        weekdays=profile(found.weekly, WEEKDAYS),
        months=profile(found.yearly, MONTHS),
        reason="; ".join(reasons),
    )


def _correlations(cube: Cube, chosen: Selection, metric: Metric, memory: Days) -> list[pb.Correlation]:
    """Metrics with metrics, categories with categories, regions with regions; a pair across would share its rows."""
    of_metrics = {m: series.daily(cube, chosen, cube.model.metrics[m], memory) for m in cube.model.daily}
    families = [{name: y for name, y in of_metrics.items() if len(y) and y.any()}]
    if metric.additive:
        families += [largest(cube, chosen, metric, memory, dimension) for dimension in _split_by(cube, metric)]
    found = chain.from_iterable(
        trends.correlations(family, identities=cube.model.identities) for family in families if len(family) > 1
    )
    return [
        pb.Correlation(
            first=pair.first,
            second=pair.second,
            coefficient=round(pair.coefficient, 4),
            lag_days=pair.lag,
            p_value=_significant(pair.q_value),
            days=pair.days,
            related_by_definition=pair.algebraic,
        )
        for pair in found
        if pair.significant
    ]


def largest(
    cube: Cube, chosen: Selection, metric: Metric, days: Days, dimension: int, *, recent: int = MEMORY_DAYS
) -> dict[str, pd.Series]:
    """The daily series of the segments of a dimension that are the largest in the `recent` last of the `days`, by name
    such as `category:Books`.
    """
    groups = cube.groups(chosen, (dimension,))
    table = series.split(cube, chosen, groups, metric, days)
    order = np.argsort(-np.abs(table[-recent:]).sum(axis=0), kind="stable")[:SEGMENTS_CORRELATED].tolist()
    index = series.index(days)
    key = cube.dimensions[dimension].id
    return {
        f"{key}:{convert.name(cube, groups[i], dimension)}": pd.Series(table[:, i], index=index) for i in sorted(order)
    }


def _split_by(cube: Cube, metric: Metric) -> list[int]:
    """The dimensions whose parts a metric is known of."""
    return [i for i, one in enumerate(cube.dimensions) if one.has_visits or not metric.of_traffic]


def _performers(
    cube: Cube, chosen: Selection, metric: Metric, days: Days, most: int
) -> tuple[list[pb.Performer], list[pb.Performer]]:
    """At most `most` by dimension, in the order of the model: categories first, then regions."""
    top: list[pb.Performer] = []
    bottom: list[pb.Performer] = []
    known = Days(max(days.start, cube.first_day), days.end)
    index = series.index(known)
    before = Days(days.start - days.length, days.start - 1)
    for dimension in _split_by(cube, metric):
        groups = cube.groups(chosen, (dimension,))
        names = [convert.name(cube, group, dimension) for group in groups]
        daily = series.split(cube, chosen, groups, metric, known)
        sides = [
            metric.values(cube.grouped(chosen, groups, [span.start, span.end + 1])[0].T) for span in (days, before)
        ]
        if metric.needs_traffic:
            for side, span in zip(sides, (days, before), strict=True):
                gaps = [not cube.traffic_is_complete(group.of(chosen), span.start, span.end) for group in groups]
                side[np.array(gaps, dtype=bool)] = np.nan
        current, previous = (
            {name: float(v) for name, v in zip(names, side, strict=True) if not np.isnan(v)} for side in sides
        )
        found = trends.performers(
            current,
            previous if before.start >= cube.first_day else None,
            {name: pd.Series(daily[:, i], index=index).dropna() for i, name in enumerate(names)},
            limit=most,
            without_previous="no_base" if before.end < cube.first_day else "partial_base",
            percentage=metric.format == "percentage",
        )
        top += [_performer(cube.dimensions[dimension].id, metric, one) for one in found.top]
        bottom += [_performer(cube.dimensions[dimension].id, metric, one) for one in found.bottom]
    return top, bottom


def _performer(dimension: str, metric: Metric, one: trends.Performer) -> pb.Performer:
    additive = metric.additive
    return pb.Performer(
        dimension=dimension,
        name=one.segment,
        value=rounded(one.total, metric.shown),
        share=rounded(one.share * 100) if additive and one.share is not None else None,
        share_basis=one.share_basis if additive else "",
        change=rounded(one.change_percent),
        change_unit="percentage_points" if metric.format == "percentage" else "percent",
        change_reason=one.change_reason or "",
        momentum=rounded(one.momentum_percent),
        rank=one.rank,
        previous_rank=None if one.rank_change is None else one.rank + one.rank_change,
    )
