"""Level changes: found where they are, not where there are none."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis.trends import change_points

from .simulate import ar1, days, shop


def test_the_nile_dropped_in_1899() -> None:
    """Annual flow of the Nile 1871-1970, the change of 1899 (Cobb 1978, Killick et al. 2012).

    The years stand as days here; the method knows no years.
    """
    from statsmodels.datasets import nile

    flow = nile.load_pandas().data["volume"].to_numpy()
    (change,) = change_points(days(flow))
    found = 1871 + (change.day - date(2023, 1, 2)).days
    assert found == pytest.approx(1899, abs=1)
    assert change.level_before == pytest.approx(1098, rel=0.05)
    assert change.level_after == pytest.approx(850, rel=0.05)


def test_an_exact_step_is_dated_and_measured() -> None:
    (change,) = change_points(days([100.0] * 100 + [130.0] * 100))
    assert change.day == date(2023, 1, 2) + timedelta(days=100)
    assert change.level_before == pytest.approx(100)
    assert change.level_after == pytest.approx(130)
    assert change.change_percent == pytest.approx(30)
    assert change.confidence > 0.99
    assert change.stayed
    assert change.lasted_until is None


@pytest.mark.parametrize("n", [90, 365, 730])
def test_steps_in_noise_are_found_near_their_day(n: int) -> None:
    hits = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        at = int(rng.integers(n // 4, 3 * n // 4))
        series = shop(n, rng, level=np.where(np.arange(n) >= at, 1.4, 1.0))
        truth = series.index[at].date()
        hits += any(abs((change.day - truth).days) <= 3 for change in change_points(series))
    assert hits >= 18


def test_two_changes_are_told_apart() -> None:
    level = np.repeat([1.0, 1.5, 0.8], 120)
    found = change_points(shop(360, np.random.default_rng(4), level=level))
    assert [round((c.day - date(2023, 1, 2)).days / 120) for c in found] == [1, 2]
    assert [(c.change_percent or 0) > 0 for c in found] == [True, False]


@pytest.mark.parametrize(("n", "phi"), [(60, 0.3), (90, 0.5), (365, 0.0), (365, 0.5), (365, 0.7)])
def test_almost_none_on_ar1_noise_with_a_week(n: int, phi: float) -> None:
    called = sum(len(change_points(shop(n, np.random.default_rng(seed), phi=phi))) for seed in range(60))
    assert called <= 4


def test_growth_and_yearly_season_are_not_steps() -> None:
    n = 730
    year = 1 + 0.3 * np.sin(2 * np.pi * np.arange(n) / 365.25)
    growth = 1 + np.arange(n) / n
    called = sum(len(change_points(shop(n, np.random.default_rng(seed), level=year * growth))) for seed in range(30))
    assert called <= 4


def test_random_walks_do_not_change_their_level_for_good() -> None:
    called = sum(
        len(change_points(days(1000 + np.cumsum(np.random.default_rng(seed).normal(0, 10, 365))))) for seed in range(40)
    )
    assert called <= 2


def test_a_promotion_is_not_for_good() -> None:
    level = np.ones(365)
    level[200:221] = 1.6
    assert change_points(shop(365, np.random.default_rng(6), level=level)) == ()


def test_the_end_of_every_christmas_is_season() -> None:
    """Sales climb through autumn and drop on 27 December, in both years; a real step between them stays."""
    index = pd.date_range("2023-01-01", periods=800)
    autumn = np.clip((index.day_of_year - 240) / 120, 0, None)
    level = np.where(index.day_of_year < 361, 1 + 0.5 * autumn, 1.0)
    season = shop(800, np.random.default_rng(10), noise=0.05, level=level, start="2023-01-01")
    assert change_points(season) == ()
    moved = season * np.where(np.arange(800) >= 500, 1.4, 1.0)
    (change,) = change_points(moved)
    assert abs((change.day - index[500].date()).days) <= 3


def test_the_one_christmas_between_two_years_is_season() -> None:
    """Its drop is seen once only, but January is where January was."""
    months = np.array([0.88, 0.86, 0.94, 0.97, 1.0, 1.03, 0.96, 0.94, 1.0, 1.04, 1.18, 1.5])
    index = pd.date_range("2023-01-01", periods=731)
    called = 0
    for seed in range(10):
        series = shop(731, np.random.default_rng(seed), noise=0.1, level=months[index.month - 1], start="2023-01-01")
        called += len(change_points(series))
    assert called <= 2


def christmas(rng: np.random.Generator) -> pd.Series:
    """A year from December on: a break from the 19th, closed from the 24th to January 3, then half, then ever more."""
    level = np.interp(np.arange(365), [0, 17, 34, 364], [1.0, 1.0, 0.45, 1.25])
    level[18:23], level[23:34] = 0.3, 0.0
    return shop(365, rng, noise=0.15, level=level, start="2022-12-01")


@pytest.mark.parametrize("until", ["2022-12-31", "2023-01-31", "2023-11-30"])
def test_a_christmas_break_did_not_stay(until: str) -> None:
    for seed in range(10):
        found = change_points(christmas(np.random.default_rng(seed)), until=date.fromisoformat(until))
        assert not any(change.stayed and (change.change_percent or 0) < 0 for change in found)


def test_the_end_of_a_first_christmas_is_no_step() -> None:
    """Autumn climbs to Christmas; with one year known, January may be where it always is."""
    index = pd.date_range("2022-04-01", periods=330)
    level = np.where((index.month == 12) & (index.day < 24), 1.6, 1.0)
    for seed in range(5):
        found = change_points(shop(330, np.random.default_rng(seed), level=level, start="2022-04-01"))
        assert not any(change.day.month in (12, 1) and change.day.day != 1 for change in found)
        assert not any(change.stayed for change in found)


def test_what_came_after_the_range_tells_how_long_a_level_lasted() -> None:
    level = np.repeat([1.0, 1.5, 1.0], 120)
    series = shop(360, np.random.default_rng(4), level=level)
    until = (series.index[0] + timedelta(days=180)).date()
    (seen_then,) = change_points(series.iloc[:181])
    assert seen_then.stayed
    change = change_points(series, until=until)[0]
    assert not change.stayed
    assert change.lasted_until is not None
    assert abs((change.lasted_until - series.index[239].date()).days) <= 3


def test_a_later_rise_is_no_return() -> None:
    level = np.repeat([1.0, 1.3, 2.0], 120)
    first, second = change_points(shop(360, np.random.default_rng(5), level=level))
    assert first.stayed
    assert second.stayed


def test_too_early_to_tell() -> None:
    level = np.where(np.arange(200) >= 180, 1.6, 1.0)
    (change,) = change_points(shop(200, np.random.default_rng(6), level=level))
    assert not change.stayed
    assert change.lasted_until is None


@pytest.mark.parametrize("last", [0.1, 0.3, 3.0])
def test_a_steep_trend_is_no_staircase(last: float) -> None:
    level = np.concatenate([np.ones(365), np.linspace(1, last, 365)])
    called = sum(len(change_points(shop(730, np.random.default_rng(s), noise=0.05, level=level))) for s in range(15))
    assert called <= 2


def test_small_steps_are_not_told() -> None:
    for seed in range(5):
        rng = np.random.default_rng(seed)
        assert change_points(shop(365, rng, noise=0.01, level=np.where(np.arange(365) >= 200, 1.03, 1.0))) == ()


def test_levels_are_not_negative_where_sales_are_not() -> None:
    rng = np.random.default_rng(7)
    launched = np.where((np.arange(300) >= 150) & (rng.random(300) < 0.6), rng.uniform(50, 200, 300), 0.0)
    for change in change_points(days(launched)):
        assert change.level_before == 0
        assert change.change_percent is None


def test_a_wild_day_is_no_step() -> None:
    series = shop(200, np.random.default_rng(8))
    series.iloc[100] *= 50
    assert change_points(series) == ()


@pytest.mark.parametrize("values", [[], [1.0], [5.0] * 60, [0.0] * 60, [float("nan")] * 60, range(27)])
def test_nothing_to_find(values: list[float]) -> None:
    assert change_points(days(values)) == ()


def test_a_start_from_zero_has_no_percentage() -> None:
    (change,) = change_points(days([0.0] * 100 + [50.0] * 100))
    assert change.change_percent is None
    assert change.level_after == pytest.approx(50)


def test_negative_levels_change_too() -> None:
    rng = np.random.default_rng(9)
    values = np.where(np.arange(200) < 100, -100.0, -50.0) + 5 * ar1(200, 0.3, rng)
    (change,) = change_points(days(values))
    assert change.change_percent == pytest.approx(50, abs=10)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), factor=st.floats(1e-6, 1e9), weeks=st.integers(1, 30))
def test_scale_and_time_shift(seed: int, factor: float, weeks: int) -> None:
    level = np.where(np.arange(180) >= 90, 1.5, 1.0)
    series = shop(180, np.random.default_rng(seed), level=level)
    base = change_points(series)
    scaled = change_points(series * factor)
    later = change_points(series.shift(7 * weeks, freq="D"))
    assert [c.day for c in scaled] == [c.day for c in base]
    assert [c.change_percent for c in scaled] == pytest.approx([c.change_percent for c in base], rel=1e-6)
    assert [c.day - timedelta(weeks=weeks) for c in later] == [c.day for c in base]


def test_the_end_of_a_few_quiet_days_after_a_season_is_no_step() -> None:
    dates = pd.date_range("2022-12-01", periods=730)
    december = np.where(dates.month == 12, np.where(dates.day <= 24, 2.5, 0.6), 1.0)
    for seed in range(3, 6):
        series = pd.Series(100 * december * np.random.default_rng(seed).normal(1, 0.1, 730), index=dates)
        assert [step for step in change_points(series) if step.level_after > step.level_before] == []
