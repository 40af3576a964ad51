"""GetInsights: gathers what the analyses found into a briefing, and puts the ranked claims into words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ParamSpec, TypeVar

import numpy as np
import pandas as pd

from bi.v1 import ai_pb2 as pb
from bi.v1 import common_pb2
from bi_server.analysis import periods, trends
from bi_server.analysis.anomalies import Anomaly
from bi_server.analysis.drivers import smallest_set
from bi_server.analysis.forecasting import Forecast, forecast
from bi_server.analysis.insights import Briefing, Claim, Fact, Segment, insights
from bi_server.analysis.periods import Days
from bi_server.answers import anomalies, convert, filters, further_dimensions, gaps, ranges, requests, series
from bi_server.answers.anomaly_detection import DEFAULT_SENSITIVITY, part, whole_view
from bi_server.answers.holiday_calendar import Holidays
from bi_server.answers.large_orders import large_customers, large_orders
from bi_server.answers.notes import WITHOUT_ROWS
from bi_server.answers.trends import MEMORY_DAYS, largest
from bi_server.errors import InsufficientHistory, StoreUnavailable
from bi_server.narration import Narration
from bi_server.narration.formats import MAX_NAME
from bi_server.store.cube import CATEGORY, REGION, ROWS, Cube
from bi_server.store.selection import Selection

P = ParamSpec("P")
T = TypeVar("T")
Explained = list[tuple[Anomaly, list[tuple[Segment, float]]]]  # with the segments that caused each

DEFAULT_LIMIT, MAX_LIMIT = 8, 20
OUTLOOK_DAYS = 30
SEARCHED_FOR_STEPS = 3  # series, the whole included; each costs 25 ms, and the whole answer shall stay under 100
SEASON_DAYS = 6 * 366  # before the end of the range, to learn the season of the year from
CORRELATED_DAYS = 56  # a shorter range has no relations to tell
MAX_ANOMALIES = 20  # the gravest of the range, whose causes are looked for; no answer tells more


def claims(
    request: pb.GetInsightsRequest, cube: Cube, holidays: Holidays
) -> tuple[pb.GetInsightsResponse, tuple[Claim, ...], str]:
    """The answer without its words, the claims, and what all are of where that is more than category and region.

    Raises InvalidInput for bad parameters.
    """
    days = ranges.days(request, cube)
    view = filters.view(request, cube)
    cube, chosen, *_ = view
    asked = request.limit if request.HasField("limit") else DEFAULT_LIMIT
    limit = requests.whole_number("limit", asked, 1, MAX_LIMIT)
    has_data = cube.totals(chosen, [days])[0].rows > 0
    answer = pb.GetInsightsResponse(time_range=convert.time_range(cube, days, has_data))
    missed: set[str] = set()
    found = insights(_briefing(cube, chosen, days, holidays, missed), limit=limit)
    answer.notes.extend(missed)
    return answer, tuple(claim.within(_selection(cube, chosen)) for claim in found), filters.in_words(view)


def fill(
    answer: pb.GetInsightsResponse, found: tuple[Claim, ...], scope: str, narration: Narration, generated_at: str
) -> None:
    """Puts the words to the claims; each says what it is of."""
    of = f"{scope}: " if scope else ""
    answer.insights.extend(_insight(claim, of + text) for claim, text in zip(found, narration.texts, strict=True))
    answer.source = narration.source
    answer.source_reason = narration.reason
    answer.summary = of + narration.summary
    answer.generated_at = generated_at


def _insight(claim: Claim, text: str) -> pb.Insight:
    return pb.Insight(
        id=claim.id,
        type=claim.type,
        text=text,
        sentiment=claim.sentiment,
        score=round(claim.score, 4),
        p_value=None if claim.p_value is None else float(f"{claim.p_value:.6g}"),
        evidence=[_fact(fact) for fact in claim.facts],
    )


def _fact(fact: Fact) -> pb.Fact:
    return pb.Fact(
        metric=fact.metric,
        segment=convert.segment(fact.segment.by_dimension),
        range=common_pb2.DateRange(start_date=fact.start.isoformat(), end_date=fact.end.isoformat()),
        value=fact.value,
        format=fact.format,
    )


def _briefing(cube: Cube, chosen: Selection, days: Days, holidays: Holidays, missed: set[str]) -> Briefing:
    """What insights are made of; notes on what could not be looked at go into `missed`."""
    first, last_sale = _sold(cube, chosen)
    before, basis = periods.preceding(days, cube.model.calendar)
    asked, compared = days, periods.compared(days, first, cube.last_complete_day, (before, basis))
    if compared.current.length:
        days, before = compared.current, compared.base
    else:
        if days.start <= cube.last_day:  # of which nothing but the day that is still going on has data
            days = Days(days.start, min(days.end, cube.last_day))
        before, _ = periods.preceding(days, cube.model.calendar)
    (start, end), (previous_start, previous_end) = days.dates, before.dates
    briefing = Briefing(
        start,
        end,
        previous_start,
        previous_end,
        _daily(cube, chosen),
        scope=_scope(cube, chosen),
        has_data=cube.totals(chosen, [days])[0].rows > 0,
        last_complete_day=date.fromordinal(cube.last_complete_day) if cube.last_complete_day else None,
        recorded=Days(cube.first_day, cube.last_day).dates if cube.first_day else None,
        sold_until=date.fromordinal(last_sale) if last_sale else None,
        money_decimals=cube.model.money_decimals,
    )
    if not briefing.is_over:
        return briefing
    last = min(days.end, cube.last_complete_day)
    # What came after the range belongs to its history: it tells what comes every year, and whether a level stayed.
    history = Days(max(first, last - SEASON_DAYS), cube.last_complete_day)
    parts: dict[Segment, pd.Series] = {Segment(): series.daily(cube, chosen, cube.model.metrics["revenue"], history)}
    recent = history.end - max(last - MEMORY_DAYS, history.start) + 1
    for dimension, name_ in ((CATEGORY, "category"), (REGION, "region")):
        family = largest(cube, chosen, cube.model.metrics["revenue"], history, dimension, recent=recent)
        if len(family) > 1:
            parts |= {Segment.of({name_: name.split(":", 1)[1]}): y for name, y in family.items()}
    unusual = _anomalies(cube, chosen, days, before, holidays, missed)
    parts = {
        part: gaps.masked(_known(trends.since_first_sale(y), part, unusual or []), cube) for part, y in parts.items()
    }
    range_ = slice(pd.Timestamp(start), pd.Timestamp(date.fromordinal(last)))
    return replace(
        briefing,
        gaps=[gap.dates for gap in gaps.gaps(cube)],
        unfinished=_unfinished(cube, chosen, asked),
        measures=_measures(cube, chosen, first),
        units=_daily(cube, chosen, "units"),
        orders=_daily(cube, chosen, "orders"),
        further=further_dimensions.revenue(cube, chosen, days, before),
        belonging=further_dimensions.belonging(cube, chosen),
        directions={part: trends.direction(y[range_], history=y) for part, y in parts.items()},
        change_points={
            part: trends.change_points(y, until=date.fromordinal(last)) for part, y in _weightiest(parts).items()
        },
        correlations=_correlations(cube, chosen, Days(max(first, days.start, last - MEMORY_DAYS + 1), last)),
        anomalies=unusual,
        forecast=_outlook(cube, chosen, days, holidays),
        large_orders=_looked_up(large_orders, missed)(cube, chosen, days, before) if briefing.comparable else (),
        large_customers=_looked_up(large_customers, missed)(cube, chosen, days, before) if briefing.comparable else (),
    )


def _known(y: pd.Series, part: Segment, unusual: Explained) -> pd.Series:
    """`y` with the days at its end as unknown that are missing of this part or of all: no course is read from them."""
    gone = [a for a, _ in unusual if a.kind == "missing_data" and Segment.of(a.segment).contains(part)]
    for anomaly in gone:
        if len(y) and pd.Timestamp(anomaly.end) >= y.index[-1]:
            y = y.where(y.index < pd.Timestamp(anomaly.start))
    return y


def _looked_up(find: Callable[P, list[T]], missed: set[str]) -> Callable[P, list[T]]:
    """Of the rows; nothing while the database is away."""

    def found(*args: P.args, **kwargs: P.kwargs) -> list[T]:
        try:
            return find(*args, **kwargs)
        except StoreUnavailable:
            missed.add(WITHOUT_ROWS)
            return []

    return found


def _weightiest(parts: dict[Segment, pd.Series]) -> dict[Segment, pd.Series]:
    """The whole and its largest parts: a step elsewhere moves little, and the search is the slowest of all."""
    ordered = sorted(parts.items(), key=lambda part: -float(part[1].abs().sum()))
    return dict(ordered[:SEARCHED_FOR_STEPS])


def _correlations(cube: Cube, chosen: Selection, days: Days) -> list[trends.Correlation]:
    """Of the days of the range alone: what holds in all the years is the same in every answer, and no news."""
    if days.length < CORRELATED_DAYS or gaps.overlap(cube, days):
        return []
    revenue = cube.model.metrics["revenue"]
    families = [largest(cube, chosen, revenue, days, dimension) for dimension in (CATEGORY, REGION)]
    return [_named(pair) for family in families if len(family) > 1 for pair in trends.correlations(family)]


def _named(pair: trends.Correlation) -> trends.Correlation:
    """With names as people know them: `Books` for `category:Books`."""
    return replace(pair, first=pair.first.partition(":")[2], second=pair.second.partition(":")[2])


def _daily(cube: Cube, chosen: Selection, metric: str = "revenue") -> pd.DataFrame:
    """Days from the first with a row of the selection x its pairs of category and region; revenue in currency units."""
    groups = cube.groups(chosen, (CATEGORY, REGION))
    names = [(convert.name(cube, group, CATEGORY), convert.name(cube, group, REGION)) for group in groups]
    columns = pd.MultiIndex.from_tuples(names, names=["category", "region"])
    try:
        days = Days(series.history(cube, chosen).start, cube.last_day)
    except InsufficientHistory:
        return pd.DataFrame(index=pd.DatetimeIndex([]), columns=columns, dtype="float64")
    values = series.split(cube, chosen, groups, cube.model.metrics[metric], days)
    return pd.DataFrame(values, index=series.index(days), columns=columns)


def _unfinished(cube: Cube, chosen: Selection, asked: Days) -> tuple[date, float] | None:
    """The day that is still going on, where it belongs to the range asked for, and what it brought so far."""
    day = cube.last_day
    if day == cube.last_complete_day or not asked.start <= day <= asked.end:
        return None
    return date.fromordinal(day), cube.model.in_units(cube.totals(chosen, [Days(day, day)])[0].revenue_minor)


def _measures(cube: Cube, chosen: Selection, first: int) -> pd.DataFrame:
    """Orders of every day of the selection, and visits where they are complete in the last two years."""
    days = Days(first, cube.last_day)
    found = {"orders": series.daily(cube, chosen, cube.model.metrics["orders"], days)}
    if cube.traffic_is_complete(chosen, max(first, cube.last_day - MEMORY_DAYS + 1), cube.last_day):
        found["visits"] = series.daily(cube, chosen, cube.model.metrics["visits"], days)
    return pd.DataFrame(found)


def _sold(cube: Cube, chosen: Selection) -> tuple[int, int]:
    """First and last day with a row of the selection; zeros where there is none."""
    rows = cube.view(chosen)[:, ROWS]
    if rows[-1] == 0:
        return 0, 0
    first, last = np.searchsorted(rows, (1, rows[-1])).tolist()
    return cube.base_day + first - 1, cube.base_day + last - 1


def _selection(cube: Cube, chosen: Selection) -> Segment:
    """What several categories or regions that the request is filtered to are called together; empty for one or all."""
    return Segment(
        _together([cube.categories[i] for i in chosen.of(CATEGORY) or ()], "the selected categories"),
        _together([cube.regions[i] for i in chosen.of(REGION) or ()], "the selected regions"),
    )


def _together(names: list[str], otherwise: str) -> str | None:
    if len(names) < 2:
        return None
    joined = " and ".join(names)
    return joined if len(names) == 2 and len(joined) <= MAX_NAME else otherwise


def _scope(cube: Cube, chosen: Selection) -> Segment:
    """The one category and the one region the request is filtered to; several have no name of their own."""
    categories, regions = chosen.of(CATEGORY), chosen.of(REGION)
    return Segment(
        cube.categories[categories[0]] if categories and len(categories) == 1 else None,
        cube.regions[regions[0]] if regions and len(regions) == 1 else None,
    )


def _anomalies(
    cube: Cube, chosen: Selection, days: Days, base: Days, holidays: Holidays, missed: set[str]
) -> Explained | None:
    """Those of the range with their causes, and those of the compared one; None where history is too short for any."""
    try:
        found, with_rows = whole_view(cube, chosen, cube.model.metrics["revenue"], DEFAULT_SENSITIVITY, holidays)
    except InsufficientHistory:
        return None
    missed.update([] if with_rows else [WITHOUT_ROWS])
    found = tuple(a for a in found if a.segment.keys() <= {"category", "region"})
    now, before = (
        [a for a in found if a.start.toordinal() <= range_.end and range_.start <= a.end.toordinal()]
        for range_ in (days, base)
    )
    gravest = sorted(now, key=lambda anomaly: -abs(anomaly.score))[:MAX_ANOMALIES]
    explained = [(anomaly, _causes(cube, part(cube, chosen, anomaly), anomaly)) for anomaly in gravest]
    return explained + [(anomaly, []) for anomaly in before if anomaly not in now]


def _causes(cube: Cube, chosen: Selection, anomaly: Anomaly) -> list[tuple[Segment, float]]:
    days, by = Days.of(anomaly.start, anomaly.end), (CATEGORY, REGION)
    cells = anomalies.cells(cube, chosen, cube.model.metrics["revenue"], days, by)
    return [(Segment.of(cause.segment), cause.change) for cause in smallest_set(cells).segments]


def _outlook(cube: Cube, chosen: Selection, days: Days, holidays: Holidays) -> Forecast | None:
    """The coming days; only for a range that reaches up to now, older ranges have no outlook."""
    if days.end < cube.last_complete_day:
        return None
    try:
        y = series.daily(cube, chosen, cube.model.metrics["revenue"], series.history(cube, chosen))
        return forecast(y, OUTLOOK_DAYS, holidays=holidays(y.index[0].date(), periods.MAX_YEARS))
    except InsufficientHistory:
        return None
