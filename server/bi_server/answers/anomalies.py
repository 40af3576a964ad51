"""DetectAnomalies: days that fell out of what history lets expect, with the segments that caused it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from bi.v1 import ai_pb2 as pb
from bi.v1 import common_pb2
from bi_server.analysis.anomalies import NEXT_TO_NOTHING, Anomaly, Detection
from bi_server.analysis.drivers import Explanation, Leaves, attribute, smallest_set, usual
from bi_server.analysis.periods import Days
from bi_server.answers import convert, filters, gaps, notes, ranges, requests, series
from bi_server.answers.anomaly_detection import DEFAULT_SENSITIVITY as DEFAULT_SENSITIVITY
from bi_server.answers.anomaly_detection import detection as detection
from bi_server.answers.anomaly_detection import part, whole_view
from bi_server.answers.convert import rounded
from bi_server.answers.holiday_calendar import Holidays
from bi_server.answers.series import Floats
from bi_server.errors import InsufficientHistory
from bi_server.semantic.metrics import Metric
from bi_server.store.cube import CATEGORY, REGION, Cube
from bi_server.store.selection import Group, Selection

WEEKS = 12  # whose same weekdays tell what a segment usually brings, and how much that varies
ALIKE = " No category or region stands out from the others."
ALIKE_WITHIN = " No part of it stands out from the others."
MOST_TIMES = 10.0  # more than so many times the expected is no percentage that tells anyone anything
LASTING_DAYS = 28  # a level of fewer days at the end of the data may still pass
MAX_EXPLAINED = 30  # anomalies whose causes are searched, the gravest first; shares are given for all
SEARCHED = 50_000  # segments x dimensions squared, as each dimension has its turn to be first; of all searches together


def detect(request: pb.DetectAnomaliesRequest, cube: Cube, holidays: Holidays) -> pb.DetectAnomaliesResponse:
    """The whole answer. Raises InvalidInput for bad parameters; too little history is an answer with a reason."""
    days = ranges.days(request, cube)
    metric = cube.model.check(request.metric, cube.model.forecast)
    asked = request.sensitivity if request.HasField("sensitivity") else DEFAULT_SENSITIVITY
    sensitivity = requests.number("sensitivity", asked, 0, 1)
    cube, chosen, *_ = filters.view(request, cube)
    answer = pb.DetectAnomaliesResponse(
        metric=metric.id,
        time_range=convert.time_range(cube, days, any(cube.totals(chosen, [days])[0])),
    )
    try:
        found, history, with_rows = detection(cube, chosen, metric, sensitivity, holidays)
        events, _ = whole_view(cube, chosen, metric, sensitivity, holidays)
    except InsufficientHistory as error:
        answer.reason = error.message
        return answer
    answer.notes.extend([] if with_rows else [notes.WITHOUT_ROWS])
    answer.notes.extend(notes.on_gaps(days, cube))
    answer.history.CopyFrom(convert.date_range(history))
    inside = [a for a in events if a.end.toordinal() >= days.start and a.start.toordinal() <= days.end]
    explained = _explained(cube, chosen, metric, inside) if metric.additive else {}
    if metric.additive and len(explained) < min(len(inside), MAX_EXPLAINED):
        answer.notes.append(f"Causes were searched for the {len(explained)} gravest anomalies.")
    answer.anomalies.extend(
        _message(cube, part(cube, chosen, anomaly), metric, anomaly, explained.get(place))
        for place, anomaly in reversed([*enumerate(inside)])
    )
    answer.expected.extend(_expected(cube, chosen, metric, found, days))
    if not answer.expected and not inside:
        answer.reason = "the range has no complete day with data"
    return answer


def _explained(cube: Cube, chosen: Selection, metric: Metric, anomalies: Sequence[Anomaly]) -> dict[int, Explanation]:
    """What explains the gravest anomalies, by their places: of as many as the search may cost, and at least of one."""
    left, found = SEARCHED, dict[int, Explanation]()
    for place in sorted(range(len(anomalies)), key=lambda i: -abs(anomalies[i].score))[:MAX_EXPLAINED]:
        day = anomalies[place].peak.toordinal()
        by = range(len(cube.dimensions))
        leaves = cells(cube, part(cube, chosen, anomalies[place]), metric, Days(day, day), by).without_empty()
        left -= len(leaves.expected) * len(by) ** 2
        if left < 0 and found:
            break
        found[place] = smallest_set(leaves)
    return found


def _message(
    cube: Cube, chosen: Selection, metric: Metric, anomaly: Anomaly, explained: Explanation | None
) -> pb.Anomaly:
    message = pb.Anomaly(
        date=anomaly.peak.isoformat(),
        start_date=anomaly.start.isoformat(),
        end_date=anomaly.end.isoformat(),
        metric=metric.id,
        value=rounded(anomaly.value, metric.shown),
        expected=rounded(anomaly.expected, metric.shown),
        lower=rounded(anomaly.lower, metric.shown),
        upper=rounded(anomaly.upper, metric.shown),
        score=rounded(anomaly.score),
        severity=anomaly.severity,
        direction=anomaly.direction,
        kind=anomaly.kind,
        explanation=_explanation(anomaly, metric.shown),
        segment=convert.segment(anomaly.segment),
    )
    if metric.additive:
        deviation = (message.value - message.expected) * 10**metric.shown
        day = anomaly.peak.toordinal()
        message.categories.extend(_shares(cube, chosen, metric, day, round(deviation), CATEGORY))
        message.regions.extend(_shares(cube, chosen, metric, day, round(deviation), REGION))
        if explained is not None:
            message.causes.extend(_causes(explained, metric.shown))
            if explained.alike:
                message.explanation += ALIKE_WITHIN if anomaly.segment else ALIKE
    return message


def _explanation(anomaly: Anomaly, decimals: int) -> str:
    if anomaly.segment:
        return f"{next(iter(anomaly.segment.values()))}: {_explanation(replace(anomaly, segment={}), decimals)}"
    facts: Mapping[str, float | int | str] = anomaly.facts
    days = (anomaly.end - anomaly.start).days + 1
    run = "" if days == 1 else f", in a run of {days} days"
    size = _size(anomaly.value, anomaly.expected, decimals)
    value, expected = (f"{one:,.{decimals}f}" for one in (anomaly.value, anomaly.expected))
    match anomaly.kind:
        case "holiday":
            known = "as in other years" if facts.get("other_years") else "no other year is there to compare with"
            return f"{facts.get('holiday', 'A public holiday')}: {size} an ordinary day{run}; {known}."
        case "missing_data":
            return (
                f"Next to nothing came: {value} where {expected} was expected{run}. "
                "Data may be missing, or the business was closed."
                if anomaly.value <= NEXT_TO_NOTHING * anomaly.expected
                else f"Part of the data may be missing: {value} where {expected} was expected{run}."
            )
        case "duplicate_import":
            return (
                f"{facts['repeats']:,} of {facts['rows']:,} rows repeat another row of the day exactly: "
                "they may have been imported again."
            )
        case "level_shift":
            return _level(anomaly, decimals)
    if anomaly.value < 0 < anomaly.expected:
        return f"Below zero: {value} where {expected} was expected; refunds exceeded sales{run}."
    return f"{size[:1].upper()}{size[1:]} what was expected{run}."


def _level(anomaly: Anomaly, decimals: int) -> str:
    """What is known of a new level: from where to where, and until when it was seen."""
    before, after = (float(anomaly.facts[name]) for name in ("level_before", "level_after"))
    verb = "rose" if after > before else "fell"
    by = f" by {abs(after - before) / before:.0%}" if before > 0 and after <= MOST_TIMES * before else ""
    until = date.fromisoformat(str(anomaly.facts["lasts_until"]))
    held = (until - anomaly.start).days + 1
    if anomaly.facts["gap_follows"]:
        lasted = f"it held until {until.isoformat()}, after which no row came for weeks"
    elif not anomaly.facts["holds"]:
        lasted = f"it lasted until {until.isoformat()}"
    elif held < LASTING_DAYS:
        lasted = f"the data end {held} days later"
    else:
        lasted = f"it held to the end of the data, {until.isoformat()}"
    return f"The level {verb}{by}, from {before:,.{decimals}f} to {after:,.{decimals}f} a day; {lasted}."


def _size(value: float, expected: float, decimals: int) -> str:
    """How far a value is off, such as `35% below`, for a sentence that goes on with what it is compared with."""
    way = "above" if value > expected else "below"
    if expected <= 0 or value > MOST_TIMES * expected:
        return f"{abs(value - expected):,.{decimals}f} {way}"
    share = abs(value - expected) / expected
    return f"{share:.0%} {way}" if share >= 0.01 else f"{abs(value - expected):,.{decimals}f} {way}"


def _weeks(cube: Cube, chosen: Selection, metric: Metric, days: Days, by: Sequence[int]) -> tuple[list[Group], Floats]:
    """The groups, and their values in the same weekdays of the last weeks, oldest first, the days themselves last.

    A run of more than a week is held against runs as long, none of which reaches into it; nor before the data or a gap.
    """
    groups = cube.groups(chosen, by)
    stride = 7 * -(-days.length // 7)
    known = max(min((days.start - gaps.since(cube, days.start)) // stride, WEEKS), 1)
    runs = [Days(days.start - stride * k, days.end - stride * k) for k in range(known, -1, -1)]
    table = np.stack([cube.grouped(chosen, groups, [run.start, run.end + 1])[0].T for run in runs])
    return groups, metric.values(table)


def _shares(
    cube: Cube, chosen: Selection, metric: Metric, day: int, deviation: int, dimension: int
) -> list[pb.AnomalyShare]:
    groups, table = _weeks(cube, chosen, metric, Days(day, day), (dimension,))
    keys = [convert.name(cube, group, dimension) for group in groups]
    due, _ = usual(table[:-1], [np.arange(len(groups))])
    unit = 10**metric.shown
    expected = dict(zip(keys, (due * unit).tolist(), strict=True))
    actual = dict(zip(keys, (table[-1] * unit).tolist(), strict=True))
    return [
        pb.AnomalyShare(
            name=part.segment,
            change=part.amount / unit,
            share=rounded(part.amount / deviation * 100) if deviation else 0.0,
        )
        for part in attribute(deviation, expected, actual)
    ]


def cells(cube: Cube, chosen: Selection, metric: Metric, days: Days, by: Sequence[int]) -> Leaves:
    """Every part's value in a few days, what the same weekdays of the last weeks let expect, and the usual noise."""
    groups, table = _weeks(cube, chosen, metric, days, by)
    columns = convert.columns(cube, groups, by)
    members = [np.array([group.parts[i][1] for group in groups], dtype=np.int64) for i in range(len(by))]
    expected, noise = usual(table[:-1], members)
    return Leaves(columns, expected, table[-1], noise)


def _causes(explained: Explanation, decimals: int) -> list[common_pb2.Cause]:
    return [
        common_pb2.Cause(
            segment=convert.segment(part.segment),
            expected=rounded(part.expected, decimals),
            actual=rounded(part.actual, decimals),
            change=rounded(part.change, decimals),
            share=rounded(part.explained * 100),
        )
        for part in explained.segments
    ]


def _expected(cube: Cube, chosen: Selection, metric: Metric, found: Detection, days: Days) -> list[pb.ExpectedDay]:
    values = series.daily(cube, chosen, metric, days)
    inside = found.expected.index.isin(values.index) & found.expected.notna()
    bands = zip(
        found.expected.index[inside],
        found.expected[inside].tolist(),
        found.lower[inside].tolist(),
        found.upper[inside].tolist(),
        strict=True,
    )
    return [
        pb.ExpectedDay(
            date=day.date().isoformat(),
            value=rounded(float(values[day]), metric.shown),
            expected=rounded(expected, metric.shown),
            lower=rounded(lower, metric.shown),
            upper=rounded(upper, metric.shown),
        )
        for day, expected, lower, upper in bands
    ]
