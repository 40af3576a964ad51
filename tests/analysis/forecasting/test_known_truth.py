"""Series whose future is known: the forecast must find it."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.forecasting import Forecast, forecast
from bi_server.errors import InsufficientHistory, InvalidInput

from .series import WEEK, Floats, daily, noisy_sales


def values(answer: Forecast) -> Floats:
    return np.array([p.value for p in answer.points])


def test_a_pure_weekly_pattern_is_repeated_exactly() -> None:
    answer = forecast(daily(np.resize(100 * WEEK, 140)), 21)
    assert values(answer) == pytest.approx(np.resize(100 * WEEK, 21))
    assert answer.points[0].date == date(2023, 1, 2) + timedelta(days=140)
    assert answer.points[0].bounds[1] == pytest.approx((80, 80), rel=1e-6)


def test_a_trend_with_a_weekly_pattern_is_followed() -> None:
    days = np.arange(300.0)
    truth = (200 + days) * np.resize(WEEK, 300)
    found = values(forecast(daily(truth[:270]), 30))
    assert np.abs(found - truth[270:]).mean() < 0.05 * truth[270:].mean()


def test_a_level_shift_is_adapted_to() -> None:
    rng = np.random.default_rng(3)
    level = np.where(np.arange(400.0) < 350, 100.0, 200.0)
    found = values(forecast(daily(level * np.resize(WEEK, 400) * rng.normal(1, 0.05, 400)), 28))
    assert found.mean() == pytest.approx(200 * WEEK.mean(), rel=0.1)


def test_a_closed_weekday_stays_closed() -> None:
    y = noisy_sales(200, seed=1)
    y.iloc[6::7] = 0.0
    for point in forecast(y, 14).points:
        if point.date.weekday() == 6:
            assert point.value == 0
            assert point.bounds == ((0, 0), (0, 0))
        else:
            assert point.value > 0


def test_a_yearly_season_is_learnt_from_three_years() -> None:
    rng = np.random.default_rng(5)
    days = pd.date_range("2021-01-01", "2024-03-31", freq="D")
    truth = 300 * (1 + 0.4 * np.sin(2 * np.pi * days.day_of_year.to_numpy() / 365.25)) * np.resize(WEEK, len(days))
    y = pd.Series(truth * rng.normal(1, 0.05, len(days)), index=days)
    past = y[:"2024-01-31"]
    flat = np.resize(past.to_numpy()[-28:].reshape(4, 7).mean(axis=0), 60)
    found = values(forecast(past, 60))
    missed, missed_flat = (np.abs(f - truth[len(past) :]).mean() for f in (found, flat))
    assert missed < 0.5 * missed_flat


def test_a_monthly_season_is_learnt_from_four_years() -> None:
    months = pd.date_range("2020-01-01", periods=60, freq="MS")
    truth = 1000 * (1 + 0.3 * np.sin(2 * np.pi * np.arange(60) / 12))
    rng = np.random.default_rng(8)
    y = pd.Series(truth * rng.normal(1, 0.03, 60), index=months)
    answer = forecast(y[:48], 12, granularity="month")
    assert np.abs(values(answer) / truth[48:] - 1).mean() < 0.06
    assert [p.date.month for p in answer.points] == list(range(1, 13))


def test_a_named_holiday_is_carried_to_its_next_day() -> None:
    y = noisy_sales(760, seed=2, noise=0.05)
    holidays = {date(year, 12, 25): "Christmas" for year in (2023, 2024, 2025)}
    holidays |= {date(2025, 2, 10): "Founding day"}
    for day in (date(2023, 12, 25), date(2024, 12, 25)):
        y.loc[str(day)] *= 0.1
    past = y[:"2024-12-10"]
    with_names = {p.date: p.value for p in forecast(past, 30, holidays=holidays).points}
    without = {p.date: p.value for p in forecast(past, 30).points}
    christmas = date(2024, 12, 25)
    assert with_names[christmas] < 0.5 * without[date(2024, 12, 18)]
    assert with_names[date(2024, 12, 24)] == pytest.approx(without[date(2024, 12, 24)], rel=0.05)


@pytest.mark.parametrize("value", [0.0, 7.0])
def test_a_constant_series_stays(value: float) -> None:
    answer = forecast(daily(np.full(90, value)), 10)
    assert values(answer) == pytest.approx(np.full(10, value))
    assert all(low == high == pytest.approx(value) for p in answer.points for low, high in p.bounds)


def test_refunds_may_go_below_zero() -> None:
    rng = np.random.default_rng(4)
    answer = forecast(daily(rng.normal(-20, 5, 200)), 14)
    assert values(answer).mean() == pytest.approx(-20, abs=4)
    assert answer.points[0].bounds[1][0] < -20


def test_absent_days_are_unknown_rather_than_zero() -> None:
    y = noisy_sales(200, seed=6, noise=0.05)
    gappy = y.drop(y.index[[20, 21, 22, 90, 140, 141, 180]])
    assert values(forecast(gappy, 14)) == pytest.approx(values(forecast(y, 14)), rel=0.1)


def test_one_bulk_order_does_not_move_the_forecast() -> None:
    y = noisy_sales(200, seed=7, noise=0.05)
    spoiled = y.copy()
    spoiled.iloc[-10] *= 30
    assert values(forecast(spoiled, 14)) == pytest.approx(values(forecast(y, 14)), rel=0.25)


def test_too_little_history_is_refused_with_the_numbers() -> None:
    with pytest.raises(InsufficientHistory, match=r"14 days .* 13") as caught:
        forecast(daily(np.ones(13)), 7)
    assert caught.value.metadata == {"needed": "14", "available": "13"}


def test_short_history_degrades_and_says_so() -> None:
    short = forecast(noisy_sales(16, seed=9), 7)
    assert short.model == "seasonal_mean"
    assert short.backtest is None
    assert "16 days" in (short.degraded or "")
    assert "year" in (forecast(noisy_sales(200, seed=9), 7).degraded or "")
    assert forecast(noisy_sales(600, seed=9), 7).degraded is None


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"horizon": 0}, "periods"),
        ({"horizon": 366}, "periods"),
        ({"horizon": 5, "levels": (0.95, 0.8)}, "levels"),
        ({"horizon": 5, "levels": (1.0,)}, "levels"),
        ({"horizon": 5, "granularity": "hour"}, "granularity"),
        ({"horizon": 5, "granularity": "week"}, "y"),
    ],
)
def test_wrong_arguments_are_named(arguments: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        forecast(noisy_sales(100, seed=1), **arguments)
    assert caught.value.violations[0].field == field


def test_days_that_stood_out_every_year_are_expected_again() -> None:
    days = pd.date_range("2021-01-01", "2024-05-20", freq="D")
    rng = np.random.default_rng(12)
    y = pd.Series(np.resize(100 * WEEK, len(days)) * rng.normal(1, 0.05, len(days)), index=days)
    for year in (2021, 2022, 2023):
        y.loc[f"{year}-06-03"] *= 2.5  # the anniversary sale
        last_monday = max(d for d in pd.date_range(f"{year}-05-25", f"{year}-05-31") if d.weekday() == 0)
        y.loc[str(last_monday.date())] *= 0.3
    found = {p.date: p.value for p in forecast(y, 30).points}
    week_later = timedelta(days=7)
    assert found[date(2024, 6, 3)] > 1.8 * found[date(2024, 6, 3) + week_later]
    assert found[date(2024, 5, 27)] < 0.6 * found[date(2024, 6, 3) + week_later]
    assert found[date(2024, 6, 5)] == pytest.approx(found[date(2024, 6, 5) + week_later], rel=0.1)


def test_a_single_outlier_a_year_ago_is_not_expected_again() -> None:
    y = noisy_sales(500, seed=14, noise=0.05)
    spoiled = y.copy()
    spoiled.iloc[500 - 364 + 10] *= 4
    assert values(forecast(spoiled, 14)) == pytest.approx(values(forecast(y, 14)), rel=0.1)
