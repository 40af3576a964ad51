"""Unusual days of a daily series and what kind of thing happened: `detect_anomalies`."""

from .detect import detect_anomalies
from .duplicates import Repeats, RowCheck
from .results import Anomaly, Detection, Direction, Kind, Severity
from .segments import large_segments, segment_anomalies
from .shares import LONGEST_RUN
from .silence import NEXT_TO_NOTHING

__all__ = [
    "LONGEST_RUN",
    "NEXT_TO_NOTHING",
    "Anomaly",
    "Detection",
    "Direction",
    "Kind",
    "Repeats",
    "RowCheck",
    "Severity",
    "detect_anomalies",
    "large_segments",
    "segment_anomalies",
]
