"""Weekly and yearly season: strength and profile against known truth."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis.trends import seasonality

from .simulate import WEEKDAYS, days, shop

MONTHS = np.array([0.8, 0.8, 0.9, 1.0, 1.0, 1.0, 0.9, 0.9, 1.0, 1.1, 1.2, 1.4])


def with_year(n: int, rng: np.random.Generator, start: str = "2023-01-01") -> pd.Series:
    index = pd.date_range(start, periods=n)
    return shop(n, rng, level=MONTHS[index.month - 1], start=start)


def test_a_known_week_is_given_back() -> None:
    found = seasonality(shop(364, np.random.default_rng(0), noise=0.05)).weekly
    assert found.profile == pytest.approx(tuple(WEEKDAYS), abs=0.02)
    assert found.strength is not None
    assert found.strength > 0.9
    assert found.p_value is not None
    assert found.p_value < 1e-6


def test_strength_is_the_share_of_variance() -> None:
    """Season and noise of equal variance: half of what is not trend is season."""
    rng = np.random.default_rng(1)
    season = np.tile([1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 0.0], 200)
    noise = rng.standard_normal(1400) * season.std()
    found = seasonality(days(season + noise)).weekly
    assert found.strength == pytest.approx(0.5, abs=0.05)
    assert found.profile is None
    assert found.reason is not None


@pytest.mark.parametrize("phi", [0.0, 0.5])
def test_noise_has_next_to_no_season(phi: float) -> None:
    weekly, yearly = [], []
    for seed in range(30):
        rng = np.random.default_rng(seed)
        flat = (
            shop(731, rng, phi=phi, start="2023-01-01") / WEEKDAYS[pd.date_range("2023-01-01", periods=731).day_of_week]
        )
        found = seasonality(flat)
        assert found.weekly.strength is not None
        assert found.yearly.strength is not None
        weekly.append(found.weekly.strength)
        yearly.append(found.yearly.strength)
    assert np.mean(weekly) < 0.05
    assert np.mean(yearly) < 0.25


def test_a_known_year_is_given_back_from_two_years() -> None:
    found = seasonality(with_year(731, np.random.default_rng(2))).yearly
    assert found.profile == pytest.approx(tuple(MONTHS / MONTHS.mean()), abs=0.04)
    assert found.strength is not None
    assert found.strength > 0.8


def test_growth_does_not_tilt_the_months() -> None:
    series = with_year(1096, np.random.default_rng(3))
    grown = series * (1 + np.arange(1096) / 1096)
    found = seasonality(grown).yearly
    assert found.profile == pytest.approx(tuple(MONTHS / MONTHS.mean()), abs=0.05)


def test_under_two_years_the_months_are_left_out_with_a_reason() -> None:
    found = seasonality(with_year(700, np.random.default_rng(4)))
    assert found.yearly.profile is None
    assert found.yearly.strength is None
    assert found.yearly.reason is not None
    assert "two years" in found.yearly.reason
    assert found.weekly.profile is not None


def test_a_missing_month_is_known_from_the_other_years() -> None:
    series = with_year(1096, np.random.default_rng(5))
    found = seasonality(series.drop(pd.date_range("2024-06-01", "2024-06-30"))).yearly
    assert found.profile == pytest.approx(tuple(MONTHS / MONTHS.mean()), abs=0.06)


@pytest.mark.parametrize(("years", "growth"), [(2, 0.0), (2, 0.4), (4, -0.3)])
def test_a_sharp_december_stays_sharp(years: int, growth: float) -> None:
    """Twice an ordinary month: no other month is touched, whatever the growth; nor does one bad June change June."""
    n = 365 * years + 1
    index = pd.date_range("2021-01-01", periods=n)
    level = np.where(index.month == 12, 2.0, 1.0) * np.exp(growth * np.arange(n) / 365)
    level[150:165] = 0.1 * level[150:165]
    found = seasonality(shop(n, np.random.default_rng(years), noise=0.1, level=level, start="2021-01-01")).yearly
    assert found.profile is not None
    ordinary = np.median(found.profile[:11])
    assert found.profile[11] / ordinary == pytest.approx(2, abs=0.15)
    assert np.array(found.profile[:11]) / ordinary == pytest.approx(1, abs=0.1)
    assert found.p_value is not None
    assert found.p_value < 1e-6


@pytest.mark.parametrize("n", [0, 1, 13, 27])
def test_under_four_weeks_there_is_no_weekly_season(n: int) -> None:
    found = seasonality(shop(n, np.random.default_rng(0))) if n else seasonality(days([]))
    assert found.weekly.strength is None
    assert found.weekly.reason is not None
    assert "28 days" in found.weekly.reason


@pytest.mark.parametrize("absent", [True, False])
def test_closed_weekdays_have_index_zero(absent: bool) -> None:
    rng = np.random.default_rng(6)
    values = 100 * (1 + 0.05 * rng.standard_normal(364))
    closed = np.arange(364) % 7 == 6
    series = days(np.where(closed, 0.0, values))
    found = seasonality(series[~closed] if absent else series).weekly
    assert found.profile is not None
    assert found.profile[6] == 0
    assert found.profile[:6] == pytest.approx((7 / 6,) * 6, abs=0.03)
    if not absent:
        assert found.strength is not None
        assert found.strength > 0.9


def test_constants_have_no_season() -> None:
    found = seasonality(days([5.0] * 800))
    assert found.weekly.strength == 0
    assert found.weekly.profile == (1.0,) * 7
    zeros = seasonality(days([0.0] * 800))
    assert zeros.weekly.strength == 0
    assert zeros.weekly.profile is None


def test_one_wild_day_does_not_change_the_profile() -> None:
    series = shop(364, np.random.default_rng(7), noise=0.05)
    wild = series.copy()
    wild.iloc[100] *= 1000
    calm, shaken = seasonality(series).weekly, seasonality(wild).weekly
    assert shaken.profile == pytest.approx(calm.profile, abs=0.02)
    assert shaken.strength == pytest.approx(calm.strength, abs=0.05)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), factor=st.floats(1e-6, 1e9))
def test_scale_does_not_matter(seed: int, factor: float) -> None:
    series = with_year(731, np.random.default_rng(seed))
    base, scaled = seasonality(series), seasonality(series * factor)
    assert scaled.weekly.profile == pytest.approx(base.weekly.profile)
    assert scaled.yearly.profile == pytest.approx(base.yearly.profile)
    assert scaled.weekly.strength == pytest.approx(base.weekly.strength, abs=1e-6)
    assert scaled.yearly.strength == pytest.approx(base.yearly.strength, abs=1e-6)


@settings(max_examples=15, deadline=None)
@given(start=st.integers(0, 6))
def test_the_profile_starts_on_monday_whatever_the_first_day(start: int) -> None:
    series = shop(200, np.random.default_rng(0), noise=0.02)
    found = seasonality(series.iloc[start:]).weekly
    assert found.profile == pytest.approx(tuple(WEEKDAYS), abs=0.02)
