"""What is ordinary is not reported: noise, weekdays, seasons, growth, rare sales."""

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import detect_anomalies

from .simulate import sales


def alarms_a_year(series: list[pd.Series], sensitivity: float = 0.5) -> float:
    found = sum(len(detect_anomalies(y, sensitivity=sensitivity).anomalies) for y in series)
    return 365 * found / sum(len(y) for y in series)


def test_noise_alone_gives_almost_no_alarms() -> None:
    assert alarms_a_year([sales(365, seed) for seed in range(25)]) <= 1.2


def test_seasons_and_growth_are_not_anomalies() -> None:
    assert alarms_a_year([sales(800, seed, yearly=0.4, growth=0.5) for seed in range(8)]) <= 1.2


@pytest.mark.parametrize("noise", [0.0, 0.1, 2.0])
@pytest.mark.parametrize("days", [60, 200, 700])
def test_a_straight_line_is_a_trend_and_no_anomaly(days: int, noise: float) -> None:
    rng = np.random.default_rng(1)
    value = 1000.0 + np.arange(days) + noise * rng.standard_normal(days)
    y = pd.Series(value, index=pd.date_range("2023-01-01", periods=days))
    assert alarms_a_year([y]) <= 365 / days


def test_short_histories_do_not_alarm_more() -> None:
    assert alarms_a_year([sales(28, seed) for seed in range(40)]) <= 2.5


@pytest.mark.parametrize("rate", [0.05, 0.5, 3.0, 40.0])
def test_counts_are_not_anomalies(rate: float) -> None:
    rng = np.random.default_rng(7)
    index = pd.date_range("2023-01-01", periods=365)
    counts = [pd.Series(rng.poisson(rate, 365).astype(float), index=index) for _ in range(10)]
    assert alarms_a_year(counts) <= 2.0


def test_a_wandering_level_is_not_a_chain_of_shifts() -> None:
    rng = np.random.default_rng(3)
    series = [sales(500, seed) * np.exp(np.cumsum(0.02 * rng.standard_normal(500))) for seed in range(10)]
    assert alarms_a_year(series) <= 2.0


def test_refunds_below_zero_are_judged_on_their_own_scale() -> None:
    rng = np.random.default_rng(5)
    index = pd.date_range("2023-01-01", periods=300)
    y = pd.Series(100 + 80 * rng.standard_normal(300), index=index)
    assert (y < 0).sum() > 10
    y.iloc[200] = -900.0
    detection = detect_anomalies(y)
    assert [a.peak for a in detection.anomalies if a.severity in {"high", "critical"}] == [index[200].date()]
    assert (detection.lower < 0).any()


@pytest.mark.parametrize("value", [5.0, -3.0, 1e-9, 1e12])
def test_a_constant_series_has_no_anomalies_but_one_odd_day_is(value: float) -> None:
    y = pd.Series(value, index=pd.date_range("2024-01-01", periods=90))
    assert detect_anomalies(y).anomalies == ()
    y.iloc[50] = value + max(abs(value), 1.0)
    assert [a.start for a in detect_anomalies(y).anomalies] == [y.index[50].date()]


def test_one_sale_in_ninety_days_is_no_wonder() -> None:
    y = pd.Series(0.0, index=pd.date_range("2024-01-01", periods=90))
    assert detect_anomalies(y).anomalies == ()
    y.iloc[50] = 1000.0
    assert detect_anomalies(y).anomalies == ()  # one day in ninety is like that
