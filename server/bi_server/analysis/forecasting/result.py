"""What a forecast answers: points, the model and the record that earns it trust."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from bi_server.analysis.forecasting.frequency import Floats


@dataclass(frozen=True)
class Point:
    """One future bucket: its first day, the expected value and one (lower, upper) bound per level."""

    date: date
    value: float
    bounds: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Backtest:
    """How the chosen model did on the past of this very series, from origins that knew only what came before.

    `mase` is the mean absolute error over that of a one-season-back guess inside the history (Hyndman and
    Koehler, 2006), `smape` is in percent (0 to 200), `coverage` maps a level to the share of past values
    inside its bounds. `naive_mase` and `naive_smape` are seasonal naive's over the same days. Weights and
    bounds are chosen on these same origins, so the record is slightly flattering.
    """

    origins: int
    horizon: int
    mase: float
    smape: float
    coverage: Mapping[float, float]
    naive_mase: float
    naive_smape: float


@dataclass(frozen=True)
class Forecast:
    """The coming buckets of one series.

    `model` is "combination", "seasonal_naive" or "seasonal_mean"; `why` says in a sentence why it was
    taken; `degraded` says what was missing when a simpler model had to do, else None. `members` gives the
    weight of each forecast that takes part (they add up to 1). `backtest` is None where the history is too
    short for one. `history_start` and `history_end` are the first days of the first and last bucket used,
    `observed` counts the buckets with a value between them.
    """

    points: tuple[Point, ...]
    levels: tuple[float, ...]
    model: str
    why: str
    degraded: str | None
    members: Mapping[str, float]
    backtest: Backtest | None
    history_start: date
    history_end: date
    observed: int


def points(days: pd.DatetimeIndex, values: Floats, limits: Sequence[tuple[Floats, Floats]]) -> tuple[Point, ...]:
    """Points of `values` (n,) on `days` with one pair of lower and upper bounds (n,) per level."""
    pairs = [list(zip(low.tolist(), high.tolist(), strict=True)) for low, high in limits]
    return tuple(
        Point(day, value, tuple(pair[i] for pair in pairs))
        for i, (day, value) in enumerate(zip(days.date, values.tolist(), strict=True))
    )
