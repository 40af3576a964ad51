"""Days, weeks and months of the range that beat everything before."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .briefing import Briefing, Floats
from .claims import Candidate, fact
from .significance import record_p_value

Unit = Literal["day", "week", "month"]
Days = NDArray[np.datetime64]

MIN_BUCKETS: dict[Unit, int] = {"day": 91, "week": 26, "month": 12}
"""Complete buckets under which a record means little: a quarter of days, half a year of weeks, a year of months."""


@dataclass(frozen=True)
class _Buckets:
    """Complete periods of one unit: the first and the last day of each, and its revenue."""

    starts: Days
    ends: Days
    totals: Floats


def records(briefing: Briefing) -> list[Candidate]:
    """The best and the worst complete day, ISO week and calendar month of the range, with the chance of a record."""
    if not briefing.has_data or briefing.complete_until < briefing.start:
        return []
    buckets = {unit: _complete_buckets(briefing, unit) for unit in MIN_BUCKETS}
    candidates = (_record(briefing, unit, found, best) for unit, found in buckets.items() for best in (True, False))
    return [candidate for candidate in candidates if candidate is not None]


def _record(b: Briefing, unit: Unit, buckets: _Buckets, best: bool) -> Candidate | None:
    totals = buckets.totals
    inside = buckets.starts >= np.datetime64(b.start)
    if len(totals) < MIN_BUCKETS[unit] or not inside.any() or inside.all():
        return None
    values = totals if best else -totals
    # A February is no record for having fewer days.
    a_day = values / ((buckets.ends - buckets.starts).astype(np.int64) + 1)
    p_value = max(record_p_value(v[inside], v[~inside]) for v in (values, a_day))
    position = int(np.argmax(np.where(inside, values, -np.inf)))
    start, end = buckets.starts[position].item(), buckets.ends[position].item()
    value, former = (float(totals[position]), float(values[~inside].max()) * (1 if best else -1))
    return Candidate(
        type="record",
        template=f"{'best' if best else 'worst'}_{unit}",
        segment=b.scope,
        start=start,
        end=end,
        direction="up" if best else "down",
        money=abs(value - float(np.median(totals))),
        p_value=p_value,
        facts=(
            fact("revenue", b.scope, start, end, value, "currency"),
            fact("previous_record", b.scope, b.first_day, b.start - timedelta(days=1), former, "currency"),
        ),
    )


def _complete_buckets(b: Briefing, unit: Unit) -> _Buckets:
    """Those of which no day is missing at either edge, nor in a gap of the data."""
    days: Days = np.arange(np.datetime64(b.first_day), np.datetime64(b.complete_until + timedelta(days=1)))
    first, last = _around(days, unit)
    starts, at, bucket = np.unique(first, return_index=True, return_inverse=True)
    ends, totals = last[at], pd.Series(b.daily()).groupby(bucket).sum().to_numpy()
    whole = (starts >= days[0]) & (ends <= days[-1])
    if b.gaps:
        whole &= [not b.has_gap(start.item(), end.item()) for start, end in zip(starts, ends, strict=True)]
    return _Buckets(starts[whole], ends[whole], totals[whole])


def _around(days: Days, unit: Unit) -> tuple[Days, Days]:
    """The first and the last day of the period around each day."""
    if unit == "day":
        return days, days
    if unit == "week":
        weekday = (days.astype(np.int64) + 3) % 7  # days are counted from a Thursday
        mondays: Days = days - weekday.astype("timedelta64[D]")
        return mondays, mondays + np.timedelta64(6, "D")
    months: Days = days.astype("datetime64[M]")
    following: Days = (months + np.timedelta64(1, "M")).astype("datetime64[D]")
    return months.astype("datetime64[D]"), following - np.timedelta64(1, "D")
