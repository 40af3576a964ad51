"""The direction of a series: known answers, error rates, and what must not matter."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from bi_server.analysis.trends import direction

from .simulate import WEEKDAYS, ar1, days, shop


def test_slope_and_interval_agree_with_scipy_on_independent_days() -> None:
    """A second opinion: a constant history teaches no weekly pattern, so plain Theil-Sen must come out."""
    rng = np.random.default_rng(3)
    values = 100 + 0.5 * np.arange(40) + rng.standard_normal(40)
    history = days(np.full(182, 100.0), "2023-01-02")
    window = pd.Series(values, index=pd.date_range("2023-07-03", periods=40))
    found = direction(window, history=history)
    slope, _, _, _ = stats.theilslopes(values, np.arange(40))
    assert found.slope == pytest.approx(slope)
    assert found.verdict == "up"
    assert found.slope_lower is not None
    assert found.slope_upper is not None
    assert found.slope_lower < 0.5 < found.slope_upper


def test_sen_s_textbook_properties_outlier_and_gap_do_not_move_the_slope() -> None:
    values = 10.0 + 2.0 * np.arange(60)
    values[30] = 1e6
    series = days(values).drop(pd.date_range("2023-02-10", periods=5))
    found = direction(series)
    assert found.slope == pytest.approx(2.0, rel=0.02)
    assert found.days == 55
    assert found.verdict == "up"


@pytest.mark.parametrize(("first", "last", "percent"), [(1000, 1300, 30), (1000, 500, -50), (500, 1000, 100)])
def test_percent_is_the_end_of_the_line_against_its_start(first: float, last: float, percent: float) -> None:
    found = direction(days(np.linspace(first, last, 61)))
    assert found.slope == pytest.approx((last - first) / 60, rel=1e-3)
    assert found.change_percent == pytest.approx(percent, abs=0.5)
    assert f"of {abs(percent):.0f}" in found.why.replace(".0 %", " %")


@pytest.mark.parametrize("shape", ["line", "curve"])
@pytest.mark.parametrize("factor", [0.01, 0.1, 0.5, 2.0, 4.0])
def test_the_size_is_that_of_the_truth(shape: str, factor: float) -> None:
    level = np.linspace(1, factor, 365) if shape == "line" else factor ** np.linspace(0, 1, 365)
    found = direction(shop(365, np.random.default_rng(11), noise=0.05, level=level))
    assert found.change_percent == pytest.approx((factor - 1) * 100, rel=0.08, abs=1)


def test_what_dies_out_falls_by_all_and_not_by_more() -> None:
    rng = np.random.default_rng(12)
    rate = np.clip(np.linspace(3, -1, 200), 0, None)
    found = direction(days(rng.poisson(rate) * 20.0))
    assert found.verdict == "down"
    assert found.change_percent is not None
    assert -100 <= found.change_percent < -90


def test_percentages_move_by_points() -> None:
    found = direction(shop(90, np.random.default_rng(13), level=np.linspace(0.02, 0.03, 90)), percentage=True)
    assert found.change_percent is None
    assert found.change_points == pytest.approx(1.0, abs=0.15)
    assert "percentage points over 90 days" in found.why


def test_days_off_are_no_part_of_a_trend() -> None:
    """Closed over Christmas within the range, and at work again after it."""
    series = shop(60, np.random.default_rng(14))
    series.iloc[33:42] = 0.0
    assert direction(series.iloc[:40], history=series).verdict == "flat"
    closed_for_good = direction(shop(60, np.random.default_rng(14)) * (np.arange(60) < 40))
    assert closed_for_good.verdict == "down"


def test_rare_sales_have_trends_too() -> None:
    found = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        sold = rng.random(365) < np.linspace(0.1, 0.5, 365)
        found += direction(days(np.where(sold, rng.uniform(50, 150, 365), 0.0))).verdict == "up"
    assert found >= 18


def test_a_week_is_not_a_trend() -> None:
    """Monday to Sunday always rises here; with earlier weeks known, the last one shows no trend."""
    rng = np.random.default_rng(0)
    rising_week = np.tile([0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6], 20) * (1 + 0.02 * rng.standard_normal(140))
    series = days(100 * rising_week)
    assert direction(series.iloc[-7:], history=series.iloc[:-7]).verdict == "flat"
    assert direction(series).verdict == "flat"
    alone = direction(series.iloc[-7:])
    assert alone.verdict == "flat"
    assert alone.p_value is None
    assert "weekly pattern" in alone.why


def test_seven_days_show_a_plain_trend_where_history_teaches_the_week() -> None:
    rng = np.random.default_rng(1)
    level = np.concatenate([np.ones(84), np.linspace(1.1, 1.9, 7)])
    series = shop(91, rng, phi=0.0, noise=0.03, level=level)
    found = direction(series.iloc[-7:], history=series.iloc[:-7])
    assert found.verdict == "up"


@pytest.mark.parametrize("n", [0, 1, 3, 6])
def test_under_seven_days_it_says_too_short(n: int) -> None:
    found = direction(days(np.arange(n)))
    assert found.verdict == "flat"
    assert found.slope is None
    assert "too short" in found.why


def test_constants_zeros_and_unknown_days_are_flat() -> None:
    for series in (days(np.full(60, 5.0)), days(np.zeros(60)), days(np.full(60, np.nan))):
        found = direction(series)
        assert found.verdict == "flat"
        assert found.change_percent in (None, 0.0)


def test_negative_values_fall_downwards() -> None:
    found = direction(days(-100.0 - np.arange(60)))
    assert found.verdict == "down"
    assert found.change_percent is None  # a percentage of less than nothing would mislead


def test_closed_sundays_do_not_hide_the_trend() -> None:
    rng = np.random.default_rng(5)
    open_day = np.arange(90) % 7 != 6
    series = days(np.where(open_day, 100 + 0.5 * np.arange(90) + rng.standard_normal(90), 0.0))
    found = direction(series)
    assert found.verdict == "up"
    # An average day counts the closed ones, so the slope is six sevenths of an open day's.
    assert found.slope == pytest.approx(0.5 * 6 / 7, rel=0.05)


@pytest.mark.parametrize(("n", "phi"), [(30, 0.0), (30, 0.5), (90, 0.0), (90, 0.5), (90, 0.7), (180, 0.6)])
def test_false_positives_on_ar1_noise_with_a_week_stay_near_five_percent(n: int, phi: float) -> None:
    called = sum(direction(shop(n, np.random.default_rng(seed), phi=phi)).verdict != "flat" for seed in range(200))
    assert called <= 20  # 5 % is 10; 20 or more has a chance of 0.3 % at a true rate of 5 %


@pytest.mark.parametrize("n", [90, 365])
def test_a_slow_memory_under_daily_noise_is_seen(n: int) -> None:
    """AR(1) plus white noise, what sales look like; a single AR(1) fitted to it calls 20 % of these trends."""
    called = 0
    for seed in range(100):
        rng = np.random.default_rng(seed)
        noise = np.sqrt(0.5) * ar1(n, 0.85, rng) + np.sqrt(0.5) * rng.standard_normal(n)
        called += direction(days(100 + 10 * noise)).verdict != "flat"
    assert called <= 15


def test_a_test_that_ignored_autocorrelation_would_fail_here() -> None:
    """Guards the simulation itself: plain Mann-Kendall calls a third of these series trends."""
    plain = 0
    for seed in range(100):
        series = shop(90, np.random.default_rng(seed), phi=0.7)
        values = series.to_numpy() / WEEKDAYS[pd.DatetimeIndex(series.index).day_of_week]
        plain += bool(stats.kendalltau(np.arange(90), values).pvalue < 0.05)
    assert plain > 25


def test_true_trends_are_found_and_covered_by_the_interval() -> None:
    found = covered = 0
    for seed in range(100):
        level = 1 + 0.3 * np.arange(60) / 59
        result = direction(shop(60, np.random.default_rng(seed), phi=0.3, level=level))
        assert result.slope_lower is not None
        assert result.slope_upper is not None
        found += result.verdict == "up"
        covered += result.slope_lower <= 30 / 59 <= result.slope_upper
    assert found >= 95
    assert covered >= 88


def test_ten_years_work_on_weekly_blocks() -> None:
    rng = np.random.default_rng(7)
    found = direction(shop(3650, rng, level=1 + np.arange(3650) / 3650))
    assert found.verdict == "up"
    assert found.slope == pytest.approx(100 / 3650, rel=0.05)


def test_open_on_three_weekdays_only() -> None:
    values = np.where(np.arange(28) % 7 < 3, 100 + 10.0 * np.arange(28), 0.0)
    found = direction(days(values))
    assert found.verdict == "up"
    assert direction(days(values[:14])).p_value is not None


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), factor=st.floats(1e-6, 1e9), weeks=st.integers(1, 500))
def test_scale_and_time_shift(seed: int, factor: float, weeks: int) -> None:
    series = shop(60, np.random.default_rng(seed))
    base, scaled = direction(series), direction(series * factor)
    assert base.slope is not None
    assert scaled.slope == pytest.approx(base.slope * factor, rel=1e-6)
    assert scaled.verdict == base.verdict
    assert scaled.p_value == pytest.approx(base.p_value)
    assert scaled.change_percent == pytest.approx(base.change_percent)
    later = direction(series.shift(7 * weeks, freq="D"))
    assert replace(later, start=base.start) == base


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_mirrored_series_mirror_the_verdict(seed: int) -> None:
    """Turned upside down around a far level, a rise becomes a fall with the same evidence."""
    rng = np.random.default_rng(seed)
    series = days(rng.normal(0, 10, 60) + 0.2 * np.arange(60))
    up, down = direction(series), direction(-series)
    assert up.slope is not None
    assert down.slope == pytest.approx(-up.slope)
    assert down.p_value == pytest.approx(up.p_value)


def test_a_year_that_rises_to_christmas_does_not_add_to_the_trend() -> None:
    index = pd.date_range("2023-01-01", periods=731)
    season = np.array([0.88, 0.86, 0.94, 0.97, 1.0, 1.03, 0.96, 0.94, 1.0, 1.04, 1.18, 1.34])[index.month - 1]
    level = season * (1 + 0.3 * np.arange(731) / 730)
    found = direction(shop(731, np.random.default_rng(0), level=level, start="2023-01-01"))
    assert found.verdict == "up"
    assert found.change_percent == pytest.approx(30, abs=6)


def test_the_weekly_pattern_is_learned_from_the_days_before() -> None:
    series = shop(120, np.random.default_rng(2))
    window = series.iloc[50:70]
    assert direction(window, history=series.iloc[:50]) == direction(window, history=series)
