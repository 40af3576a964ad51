"""The anomalies of a selection, found once for each snapshot of the data: of its total, and of its large segments."""

from typing import NamedTuple

import pandas as pd

from bi_server.analysis.anomalies import (
    Anomaly,
    Detection,
    detect_anomalies,
    large_segments,
    segment_anomalies,
)
from bi_server.analysis.periods import MAX_YEARS, Days
from bi_server.answers import convert, gaps, series
from bi_server.answers.holiday_calendar import Holidays
from bi_server.answers.outages import with_orders_counted
from bi_server.answers.repeated_rows import no_rows, row_check
from bi_server.errors import StoreUnavailable
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import Cube
from bi_server.store.selection import EVERYTHING, Selection

DEFAULT_SENSITIVITY = 0.5
MAX_HISTORY_DAYS = 3653  # the last ten years: older days tell nothing about a business of today
SEGMENT_DAYS = 731  # incidents of segments are looked for in two years: who asks for older ones asks for the segment


class Found(NamedTuple):
    """What stands out, the days it was looked for in, and whether rows were looked at where that was needed."""

    detection: Detection
    days: Days
    with_rows: bool


class Events(NamedTuple):
    """As `Found`, of a view that has parts as well."""

    anomalies: tuple[Anomaly, ...]
    with_rows: bool


def detection(cube: Cube, chosen: Selection, metric: Metric, sensitivity: float, holidays: Holidays) -> Found:
    """What stands out in the total of all of the history; no range plays a part. Raises InsufficientHistory."""

    def compute(with_rows: bool) -> Found:
        whole = series.history(cube, chosen)
        days = Days(max(whole.start, whole.end - MAX_HISTORY_DAYS + 1), whole.end)
        names = holidays(days.dates[0], MAX_YEARS + 1)
        y = gaps.masked(series.daily(cube, chosen, metric, days), cube)
        check = row_check(cube, chosen) if metric.additive and with_rows else no_rows
        orders = gaps.masked(series.daily(cube, chosen, cube.model.metrics["orders"], days), cube)
        found = detect_anomalies(y, sensitivity=sensitivity, holidays=names, orders=orders, check_rows=check)
        return Found(found, days, with_rows)

    key = ("anomalies", chosen, metric.id, sensitivity)
    try:
        return cube.remember((*key, "with rows"), lambda: compute(True))
    except StoreUnavailable:  # not remembered: looked at again when the database is back
        return cube.remember((*key, "without"), lambda: compute(False))


def whole_view(cube: Cube, chosen: Selection, metric: Metric, sensitivity: float, holidays: Holidays) -> Events:
    """All events of a selection in the whole history, oldest first.

    Where nothing is filtered these are the anomalies of the total, whose `segment` is empty, and those of categories
    and regions with a tenth of the metric or more in the last two years, whose `segment` names them (such as
    `{"region": "North"}`). An incident that the total tells as well is told once, by the total. Under a filter they
    are the anomalies of `detection`. Values of an event are those of its segment: ask for its causes within
    `part(cube, chosen, anomaly)`.

    Raises InsufficientHistory.
    """
    found, days, with_rows = detection(cube, chosen, metric, sensitivity, holidays)
    total = found.anomalies
    if metric.id == "revenue":
        total = tuple(with_orders_counted(cube, chosen, anomaly) for anomaly in total)
    if chosen != EVERYTHING or not metric.additive:
        return Events(total, with_rows)

    def compute() -> tuple[Anomaly, ...]:
        recent = Days(max(days.start, days.end - SEGMENT_DAYS + 1), days.end)
        y = gaps.masked(series.daily(cube, chosen, metric, recent), cube)
        names = holidays(days.dates[0], MAX_YEARS + 1)
        whole = segment_anomalies(y, _large(cube, metric, recent), total, sensitivity, names)
        if metric.id != "revenue":
            return whole
        return tuple(with_orders_counted(cube, part(cube, chosen, anomaly), anomaly) for anomaly in whole)

    return Events(cube.remember(("anomalies of parts", metric.id, sensitivity, with_rows), compute), with_rows)


def _large(cube: Cube, metric: Metric, days: Days) -> dict[tuple[str, str], pd.Series]:
    """The daily series of the large categories and regions, by dimension and name."""
    found: dict[tuple[str, str], pd.Series] = {}
    index = series.index(days)
    for place, dimension in enumerate(cube.dimensions):
        groups = cube.groups(EVERYTHING, (place,))
        table = series.split(cube, EVERYTHING, groups, metric, days)
        keys = [convert.name(cube, group, place) for group in groups]
        columns = dict(zip(keys, table.T, strict=True))
        large = large_segments({name: float(column.sum()) for name, column in columns.items()})
        found |= {(dimension.id, name): gaps.masked(pd.Series(columns[name], index), cube) for name in large}
    return found


def part(cube: Cube, chosen: Selection, anomaly: Anomaly) -> Selection:
    """What the values of an anomaly found in `chosen` are of: its segment, or `chosen` itself."""
    for place, dimension in enumerate(cube.dimensions):
        if dimension.id in anomaly.segment:
            chosen = chosen.only(place, cube.names[place].index(anomaly.segment[dimension.id]))
    return chosen
