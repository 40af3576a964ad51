"""What the routes use, in the form the benchmarks call."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.analysis import forecasting
from bi_server.analysis.anomalies import detect_anomalies
from bi_server.analysis.drivers import Leaves, root_causes


def forecast(y: pd.Series, horizon: int) -> tuple[npt.NDArray[np.float64], ...]:
    """Mean and the 80 % and 95 % bounds (lower, upper) of the `horizon` days after `y`."""
    points = forecasting.forecast(y, horizon).points
    bounds = np.array([p.bounds for p in points])
    return np.array([p.value for p in points]), *bounds.reshape(horizon, 4).T


def detect(y: pd.Series) -> pd.Series:
    """Which days of `y` are anomalous, no holidays being known: booleans aligned with `y`."""
    return detect_anomalies(y).flags


def explain(leaf: pd.DataFrame) -> list[dict[str, str]]:
    """Segments that moved the total, best first; columns dim1, dim2, expected, actual, sd."""
    dimensions = {name: leaf[name].to_numpy(str) for name in ("dim1", "dim2")}
    expected, actual, sd = (leaf[name].to_numpy() for name in ("expected", "actual", "sd"))
    return [dict(cause.segment) for cause in root_causes(Leaves(dimensions, expected, actual, sd))]
