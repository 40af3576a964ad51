"""Days that say nothing of demand: missing data and rare refunds change nothing of the forecast."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.forecasting import forecast, missing_days

from .series import daily, noisy_sales


def total(y: "pd.Series[float]", days: int = 30, first: int = 0) -> float:
    return sum(p.value for p in forecast(y, first + days).points[first:])


@pytest.mark.parametrize("gone", [1, 2, 3, 6])
@pytest.mark.parametrize("stray", [0.0, 3.0])
@pytest.mark.parametrize("seed", [1, 2])
def test_silent_days_at_the_end_are_unknown(gone: int, stray: float, seed: int) -> None:
    y = noisy_sales(500, seed=seed)
    spoiled = y.copy()
    spoiled.iloc[-gone:] = 0.0
    spoiled.iloc[-1] = stray
    answer = forecast(spoiled, 30)
    assert answer.points[0].date == y.index[-1].date() + timedelta(days=1)
    assert answer.history_end == y.index[-gone - 1].date()
    assert sum(p.value for p in answer.points) == pytest.approx(total(y[:-gone], first=gone), rel=1e-9)
    assert f"last {gone} day" in answer.why


def test_silent_days_inside_history_do_not_distort() -> None:
    y = noisy_sales(500, seed=3)
    spoiled = y.copy()
    spoiled.iloc[-40:-34] = 0.0
    assert total(spoiled) == pytest.approx(total(y), rel=0.05)


def test_a_business_that_ended_is_not_missing_data() -> None:
    y = noisy_sales(500, seed=4)
    y.iloc[-45:] = 0.0
    assert missing_days(y) == []
    assert total(y) < 0.1 * y[:-45].mean() * 30


def test_a_shop_that_often_sells_nothing_is_not_broken() -> None:
    rng = np.random.default_rng(5)
    y = daily(rng.binomial(1, 0.4, 700) * rng.lognormal(4, 0.5, 700))
    assert missing_days(y) == []


def test_a_shop_that_came_to_sell_rarely_is_not_broken() -> None:
    broken = 0
    for seed in range(8):
        rng = np.random.default_rng(seed)
        y = daily(np.asarray(50.0 * rng.poisson(np.where(np.arange(730) < 560, 0.8, 0.3)), float))
        y.iloc[-11:] = 0.0  # once in thirty such fortnights
        broken += y.index[-1].date() in missing_days(y)
    assert broken <= 1  # where chance has made the silence longer


def test_days_of_a_feast_are_not_missing() -> None:
    y = noisy_sales(800, seed=6)
    for year in (2023, 2024):
        y.loc[f"{year}-12-25" : f"{year}-12-26"] = 0.0
    assert missing_days(y) == []
    y.loc["2024-08-15"] = 0.0
    assert missing_days(y) == [date(2024, 8, 15)]
    assert missing_days(y, {date(2024, 8, 15): "Assumption"}) == []


@pytest.mark.parametrize("refunds", [1, 2])
def test_a_refund_changes_nothing(refunds: int) -> None:
    y = noisy_sales(760, seed=7, noise=0.05)
    holidays = {date(year, 12, 25): "Christmas" for year in (2023, 2024, 2025)}
    y.loc["2023-12-25"] *= 0.05
    past = y[:"2024-12-20"]
    spoiled = past.copy()
    spoiled.iloc[[-70, -200][:refunds]] = -9000.0
    clean, other = (forecast(series, 30, holidays=holidays) for series in (past, spoiled))
    assert [p.value for p in other.points] == pytest.approx([p.value for p in clean.points], rel=0.05)
    width, spoiled_width = ([p.bounds[0][1] - p.bounds[0][0] for p in f.points] for f in (clean, other))
    assert spoiled_width == pytest.approx(width, rel=0.1)
    christmas = next(p for p in other.points if p.date == date(2024, 12, 25))
    assert 0 <= christmas.bounds[1][0] <= christmas.value < 0.3 * past.mean()
