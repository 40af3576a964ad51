"""GetForecast: the steps to come, for the whole and for its parts."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from bi.v1 import analytics_pb2 as pb
from bi.v1.common_pb2 import TimeRange
from bi_server.analysis import calendar_steps, periods
from bi_server.analysis.forecasting import Forecast, Point, forecast, forecast_sums, missing_days
from bi_server.analysis.periods import Days, Granularity
from bi_server.answers import convert, filters, forecast_parts, requests, series
from bi_server.answers.convert import rounded
from bi_server.answers.filters import View
from bi_server.answers.holiday_calendar import Holidays
from bi_server.errors import InsufficientHistory, InvalidInput
from bi_server.semantic.calendar import ISO
from bi_server.semantic.dimensions import Dimension
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import Cube
from bi_server.store.selection import Selection

DEFAULT_PERIODS = 30
LONGEST = {"day": 365, "week": 104, "month": 36, "quarter": 12, "year": 5}
SUMMED = ("week", "month", "quarter")  # of days; years have a model of their own, for growth
LEVELS = (0.8, 0.95)
MAX_LEVELS = 5


def predict(request: pb.GetForecastRequest, cube: Cube, holidays: Holidays) -> pb.GetForecastResponse:
    """The whole answer. Raises InvalidInput for bad parameters, InsufficientHistory under the floor of the models."""
    metric = cube.model.check(request.metric, cube.model.forecast)
    granularity = _granularity(request.granularity)
    asked = request.periods if request.HasField("periods") else DEFAULT_PERIODS
    horizon = requests.whole_number("periods", asked, 1, LONGEST[granularity])
    levels = _levels(list(request.level))
    view = filters.view(request, cube)
    cube, chosen, *_ = view
    split = filters.split([request.group_by], cube)
    if split and not metric.additive:
        *some, last = (name for name in cube.model.forecast if cube.model.metrics[name].additive)
        raise InvalidInput.of("group_by", f"an average has no parts that add up; use {', '.join(some)} or {last}")

    def one(cube: Cube, part: Selection, since: int | None = None) -> Forecast:
        days = series.history(cube, part)
        days = days if since is None else Days(since, days.end)
        names = holidays(days.dates[0], periods.MAX_YEARS)
        # What is missing shows in revenue best: a stray row is an order like any other.
        unknown = missing_days(series.daily(cube, part, cube.model.metrics["revenue"], days), names)
        given: dict[str, Any] = {"levels": levels, "holidays": names, "granularity": granularity}
        if granularity == "day":
            return forecast(series.daily(cube, part, metric, days), horizon, unknown=unknown, **given)
        if granularity in SUMMED and metric.additive:
            y = series.daily(cube, part, metric, days)
            return forecast_sums(y, horizon, unknown=unknown, calendar=cube.model.calendar, **given)
        return forecast(_steps(cube, part, metric, granularity, days), horizon, **given)

    total = one(cube, chosen)
    end = calendar_steps.next_unit(total.points[-1].date.toordinal(), granularity) - 1
    return pb.GetForecastResponse(
        forecast=[_point(point, total.levels, metric.shown) for point in total.points],
        model=total.model,
        model_reason=total.why,
        members=[pb.ForecastMember(model=name, weight=round(w, 4)) for name, w in total.members.items()],
        backtest=_backtest(total),
        degraded_reason=total.degraded or "",
        metric=metric.id,
        granularity=granularity,
        history=_history_range(cube, total, granularity),
        segments=_segments(view, split[0], total, one, metric.shown) if split else [],
        time_range=convert.date_range(Days(total.points[0].date.toordinal(), end)),
    )


def _granularity(text: str) -> Granularity:
    if text.strip().lower() == "auto":
        raise InvalidInput.of("granularity", f"'auto' does not fit a forecast; use one of {', '.join(LONGEST)}")
    return calendar_steps.parse_granularity(text, Days(1, 1), ISO)


def _levels(asked: list[float]) -> list[float]:
    if len(asked) > MAX_LEVELS:
        raise InvalidInput.of("level", f"{len(asked)} levels are more than {MAX_LEVELS}")
    return sorted({*LEVELS, *(round(requests.number("level", level, 0.5, 0.99), 4) for level in asked)})


def _steps(cube: Cube, part: Selection, metric: Metric, granularity: Granularity, days: Days) -> pd.Series:
    """The complete steps of a series, oldest first."""
    steps = [step for step in calendar_steps.steps(days, granularity, cube.model.calendar) if step.whole]
    if not steps:
        raise InsufficientHistory(
            f"there is no complete {granularity} of history yet; ask for a finer granularity", needed_days="7"
        )
    bounds = [step.start for step in steps] + [steps[-1].end + 1]
    sums = np.diff(cube.view(part)[cube.positions(bounds)], axis=0)
    index = pd.DatetimeIndex([pd.Timestamp(date.fromordinal(step.start)) for step in steps])
    return pd.Series(metric.values(sums), index=index).dropna()


def _segments(
    view: View, dimension: Dimension, total: Forecast, one: Callable[[Cube, Selection, int], Forecast], shown: int
) -> list[pb.SegmentForecast]:
    since = total.history_start.toordinal()
    parts = forecast_parts.of(view, dimension, total, lambda part: one(part.cube, part.chosen, since), shown)
    return [
        pb.SegmentForecast(
            segment=convert.segment({dimension.id: name}),
            forecast=[_point(point, part.levels, shown) for point in part.points],
            model=part.model,
        )
        for name, part in parts.items()
    ]


def _point(point: Point, levels: tuple[float, ...], shown: int) -> pb.ForecastPoint:
    bounds = dict(zip(levels, point.bounds, strict=True))
    further = [level for level in levels if level not in LEVELS]
    return pb.ForecastPoint(
        date=point.date.isoformat(),
        value=rounded(point.value, shown),
        lower_80=rounded(bounds[0.8][0], shown),
        upper_80=rounded(bounds[0.8][1], shown),
        lower_95=rounded(bounds[0.95][0], shown),
        upper_95=rounded(bounds[0.95][1], shown),
        intervals=[
            pb.Interval(level=level, lower=rounded(bounds[level][0], shown), upper=rounded(bounds[level][1], shown))
            for level in further
        ],
    )


def _backtest(total: Forecast) -> pb.Backtest | None:
    record = total.backtest
    if record is None:
        return None
    return pb.Backtest(
        origins=record.origins,
        horizon=record.horizon,
        mase=round(record.mase, 4),
        smape=round(record.smape, 2),
        seasonal_naive_mase=round(record.naive_mase, 4),
        seasonal_naive_smape=round(record.naive_smape, 2),
        coverage_80=round(record.coverage[0.8] * 100, 2),
        coverage_95=round(record.coverage[0.95] * 100, 2),
    )


def _history_range(cube: Cube, total: Forecast, granularity: Granularity) -> TimeRange:
    end = calendar_steps.next_unit(total.history_end.toordinal(), granularity) - 1
    return convert.time_range(cube, Days(total.history_start.toordinal(), end), True)
