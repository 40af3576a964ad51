"""Days, weeks and months of the range that beat everything before."""

from datetime import timedelta
from typing import Literal

import numpy as np
import pandas as pd

from .briefing import Briefing
from .claims import Candidate, fact
from .significance import record_p_value

Unit = Literal["day", "week", "month"]

PERIODS: dict[Unit, str] = {"day": "D", "week": "W-SUN", "month": "M"}

MIN_BUCKETS: dict[Unit, int] = {"day": 91, "week": 26, "month": 12}
"""Complete buckets under which a record means little: a quarter of days, half a year of weeks, a year of months."""


def records(briefing: Briefing) -> list[Candidate]:
    """The best and the worst complete day, ISO week and calendar month of the range, with the chance of a record."""
    if not briefing.has_data or briefing.complete_until < briefing.start:
        return []
    buckets = {unit: _complete_buckets(briefing, unit) for unit in PERIODS}
    candidates = (_record(briefing, unit, totals, best) for unit, totals in buckets.items() for best in (True, False))
    return [candidate for candidate in candidates if candidate is not None]


def _record(b: Briefing, unit: Unit, totals: pd.Series, best: bool) -> Candidate | None:
    periods = pd.PeriodIndex(totals.index)
    inside = periods.start_time >= pd.Timestamp(b.start)
    if len(totals) < MIN_BUCKETS[unit] or not inside.any() or inside.all():
        return None
    values = totals.to_numpy() if best else -totals.to_numpy()
    # A February is no record for having fewer days.
    a_day = values / ((periods.end_time.normalize() - periods.start_time).days.to_numpy() + 1)
    p_value = max(record_p_value(v[inside], v[~inside]) for v in (values, a_day))
    position = int(np.argmax(np.where(inside, values, -np.inf)))
    start, end = periods[position].start_time.date(), periods[position].end_time.date()
    value, former = (float(totals.iloc[position]), float(values[~inside].max()) * (1 if best else -1))
    return Candidate(
        type="record",
        template=f"{'best' if best else 'worst'}_{unit}",
        segment=b.scope,
        start=start,
        end=end,
        direction="up" if best else "down",
        money=abs(value - float(totals.median())),
        p_value=p_value,
        facts=(
            fact("revenue", b.scope, start, end, value, "currency"),
            fact("previous_record", b.scope, b.first_day, b.start - timedelta(days=1), former, "currency"),
        ),
    )


def _complete_buckets(b: Briefing, unit: Unit) -> pd.Series:
    """Revenue of each period of which no day is missing at either edge, nor in a gap of the data."""
    days = pd.date_range(b.first_day, b.complete_until)
    periods = days.to_period(PERIODS[unit])
    totals: pd.Series = pd.Series(b.daily()).groupby(periods).sum()
    whole = (totals.index[0].start_time >= days[0], totals.index[-1].end_time.normalize() <= days[-1])
    totals = totals.iloc[0 if whole[0] else 1 : None if whole[1] else -1]
    if not b.gaps:
        return totals
    return totals[[not b.has_gap(p.start_time.date(), p.end_time.date()) for p in pd.PeriodIndex(totals.index)]]
