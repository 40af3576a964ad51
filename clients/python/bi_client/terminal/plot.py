"""A forecast drawn with letters, a line a step."""

import shutil
from collections.abc import Sequence

from bi.v1.analytics_pb2 import ForecastPoint

LEAST = 20  # columns to draw in


def plotted(points: Sequence[ForecastPoint], digits: int) -> list[str]:
    """`2025-01-01  2,145.10  ───●─────` for each: from the lower to the upper end of the 80 % interval."""
    labels = [f"{one.date}  {one.value:>14,.{digits}f}  " for one in points]
    width = max(shutil.get_terminal_size((100, 0)).columns - len(max(labels, key=len, default="")) - 1, LEAST)
    low = min([0.0, *(one.lower_80 for one in points)])
    high = max([0.0, *(one.upper_80 for one in points)])

    def place(value: float) -> int:
        return round((value - low) / (high - low) * (width - 1)) if high > low else 0

    drawn = (_drawn(place(one.lower_80), place(one.value), place(one.upper_80)) for one in points)
    return [label + line for label, line in zip(labels, drawn, strict=True)]


def _drawn(lower: int, value: int, upper: int) -> str:
    return " " * lower + "─" * (value - lower) + "●" + "─" * (upper - value)
