"""What a detection answers: frozen values, no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pandas as pd

Kind = Literal["spike", "dip", "level_shift", "missing_data", "duplicate_import", "holiday"]
Severity = Literal["low", "medium", "high", "critical"]
Direction = Literal["up", "down"]


@dataclass(frozen=True)
class Anomaly:
    """One event: a day, a run of days off in the same direction, or the start of a new level.

    `value`, `expected`, `lower` and `upper` belong to the `peak` day, the most unusual one, in the unit of the
    series. `total_value` and `total_expected` are sums over `start`..`end` (both inclusive): their difference is
    what segments may be asked to explain. For a `level_shift` the range is the first week of the new level and
    `expected` is what the old level would have given.

    `score` is the distance from what was expected in units of ordinary noise (for a level shift, of ordinary
    changes of level); `severity` reads it: low < 5 <= medium < 7 <= high < 10 <= critical.
    Two cases differ: a day of five times a usual day or more is at least high, and a level that falls at the turn of
    the year is low if the series holds no other year that could tell a season from a new level.

    `facts` explain the kind: `ratio` (value / expected over the range), `days`, and by kind `holiday` (its name, or all
    those of a run) with `other_years` (how many of the peak's the series has: what they did as well is called a
    holiday, or without any, a fall), `multiple` (how many times a day was imported), `completeness` (share of the
    expected value that arrived) and `silence` (the score of several days in a row that brought nothing) or
    `level_before` and `level_after` (per day) with `lasts_until` (`YYYY-MM-DD`, the last day on the new level) and
    `holds` (1 where that is the end of the data) and `gap_follows` (1 where it is the last day before four weeks or
    more without any).
    Of a run of days of a segment `run` is its score, in which the tails of the segment's days are allowed for.

    `segment` is the part of the business it is of (`{"region": "North"}`), empty for the series asked about.
    """

    start: date
    end: date
    peak: date
    kind: Kind
    direction: Direction
    severity: Severity
    score: float
    value: float
    expected: float
    lower: float
    upper: float
    total_value: float
    total_expected: float
    facts: Mapping[str, float | int | str]
    segment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Detection:
    """The anomalies, oldest first, and the band they stick out of.

    `expected`, `lower` and `upper` are aligned with the days of the series asked about. What a day is expected to
    be is predicted from the other days, so an anomaly does not pull its own expectation. `flags` are true on
    anomalous days; of a level shift only the first day is flagged. Absent days have an anomaly but no flag.
    """

    anomalies: tuple[Anomaly, ...]
    expected: pd.Series
    lower: pd.Series
    upper: pd.Series
    flags: pd.Series
