"""Whether a day that brought part of its revenue lacks rows: refunds take revenue away where every order is there."""

from dataclasses import replace

import numpy as np

from bi_server.analysis.anomalies import NEXT_TO_NOTHING, Anomaly
from bi_server.analysis.periods import Days
from bi_server.answers import gaps
from bi_server.store.cube import ORDERS, Cube
from bi_server.store.selection import Selection

WEEKS = 4  # to each side, whose same weekdays tell how many orders are usual
ALL_THERE = 0.85  # of the usual orders


def with_orders_counted(cube: Cube, chosen: Selection, anomaly: Anomaly) -> Anomaly:
    """The anomaly, a dip where part of the revenue is missing but about as many orders came as usual."""
    if anomaly.kind != "missing_data" or anomaly.total_value <= NEXT_TO_NOTHING * anomaly.total_expected:
        return anomaly
    days = Days.of(anomaly.start, anomaly.end)
    came = cube.daily(chosen, days.start, days.end)[:, ORDERS]
    usual = [_usual(cube, chosen, day) for day in range(days.start, days.end + 1)]
    if came.sum() < ALL_THERE * np.sum(usual):
        return anomaly
    return replace(anomaly, kind="dip", facts={k: v for k, v in anomaly.facts.items() if k != "completeness"})


def _usual(cube: Cube, chosen: Selection, day: int) -> float:
    around = [day + 7 * week for week in range(-WEEKS, WEEKS + 1) if week]
    known = [d for d in around if cube.first_day <= d <= cube.last_complete_day and not gaps.overlap(cube, Days(d, d))]
    return float(np.median([cube.daily(chosen, d, d)[0, ORDERS] for d in known])) if known else 0.0
