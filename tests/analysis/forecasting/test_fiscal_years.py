"""Forecasts by the quarters and years of a fiscal year."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.forecasting import forecast, forecast_sums
from bi_server.analysis.periods import Granularity
from bi_server.semantic.calendar import Calendar

DAILY = pd.Series(
    100 + 10 * np.sin(np.arange(365 * 4 + 40) / 58), index=pd.date_range("2020-02-01", periods=365 * 4 + 40)
)


def test_sums_of_fiscal_quarters() -> None:
    answer = forecast_sums(DAILY, 3, granularity="quarter", calendar=Calendar(fiscal_year_starts=2))
    assert [point.date for point in answer.points] == [date(2024, 2, 1), date(2024, 5, 1), date(2024, 8, 1)]
    assert (answer.history_start, answer.observed) == (date(2020, 2, 1), 16)


@pytest.mark.parametrize(
    ("granularity", "offset", "following"),
    [
        ("quarter", "QS-FEB", [date(2024, 5, 1), date(2024, 8, 1)]),
        ("year", "YS-FEB", [date(2025, 2, 1), date(2026, 2, 1)]),
    ],
)
def test_a_series_of_fiscal_steps(granularity: Granularity, offset: str, following: list[date]) -> None:
    y = DAILY.resample(offset).sum()
    assert [point.date for point in forecast(y, 2, granularity=granularity).points] == following
