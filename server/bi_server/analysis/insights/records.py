"""Days, weeks and months of the range that beat everything before."""

from datetime import date, timedelta
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
    """The best and the worst complete day, ISO week and calendar month, each tested for lying in the range by chance."""
    if not briefing.has_data or briefing.complete_until < briefing.start:
        return []
    candidates = (_record(briefing, unit, best) for unit in PERIODS for best in (True, False))
    return [candidate for candidate in candidates if candidate is not None]


def _record(b: Briefing, unit: Unit, best: bool) -> Candidate | None:
    totals = _complete_buckets(b, unit)
    starts = totals.index.to_timestamp()  # type: ignore[attr-defined]
    inside = starts >= pd.Timestamp(b.start)
    if len(totals) < MIN_BUCKETS[unit] or not inside.any() or inside.all():
        return None
    values = totals.to_numpy() if best else -totals.to_numpy()
    p_value = record_p_value(values[inside], values[~inside])
    position = int(np.argmax(np.where(inside, values, -np.inf)))
    start: date = starts[position].date()
    end: date = totals.index[position].end_time.date()
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
    days = pd.Series(b.daily(), index=pd.date_range(b.first_day, b.complete_until))
    periods = days.index.to_period(PERIODS[unit])  # type: ignore[attr-defined]
    totals = days.groupby(periods).agg(["sum", "size"])
    expected = (totals.index.end_time.normalize() - totals.index.start_time).days + 1
    return totals["sum"][totals["size"].to_numpy() == np.asarray(expected)]
