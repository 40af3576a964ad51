"""The season of the year: learnt from two years where they agree, never invented."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.forecasting import forecast, forecast_sums
from bi_server.analysis.forecasting.season_of_year import seasons

from .series import WEEK, Floats


def with_december(last: str, seed: int, first: str = "2021-12-01", factor: float = 2.5) -> "pd.Series[float]":
    days = pd.date_range(first, last, freq="D")
    rng = np.random.default_rng(seed)
    december = np.where(days.month == 12, factor, 1.0)
    return pd.Series(900 * december * np.resize(WEEK, len(days)) * np.exp(rng.normal(0, 0.2, len(days))), index=days)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("factor", [2.5, 1.8, 0.4])
def test_december_is_foreseen_after_exactly_two_years(seed: int, factor: float) -> None:
    y = with_december("2023-11-30", seed, factor=factor)
    expected = float(y["2022-12-01":"2022-12-31"].sum())
    ahead = forecast(y, 31).points
    assert sum(p.value for p in ahead) == pytest.approx(expected, rel=0.2)
    months = forecast_sums(y, 2, granularity="month").points
    assert months[0].value == pytest.approx(expected, rel=0.2)
    assert months[1].value == pytest.approx(float(y["2023-01-01":"2023-01-31"].sum()), rel=0.2)


@pytest.mark.parametrize("orders", [6, 40])
def test_a_week_that_two_years_had_is_foreseen(orders: int) -> None:
    found = []
    for seed in range(6):
        days = pd.date_range("2021-12-01", "2024-01-31", freq="D")
        rng = np.random.default_rng(seed)
        valentine = np.where((days.month == 2) & (days.day >= 8) & (days.day <= 14), 4.0, 1.0)
        counts = rng.poisson(orders * valentine)
        y = pd.Series([rng.lognormal(4, 0.5, n).sum() for n in counts], index=days)
        ahead = forecast(y, 30).points
        week = sum(p.value for p in ahead if date(2024, 2, 8) <= p.date <= date(2024, 2, 14))
        found.append(week / (7 * 4 * orders * np.exp(4 + 0.5**2 / 2)))
    assert 0.6 < np.median(found) < 1.15


def test_january_after_it_is_ordinary() -> None:
    y = with_december("2024-01-04", 5)
    ordinary = float(y["2023-10-01":"2023-10-30"].sum())
    assert sum(p.value for p in forecast(y, 30).points) == pytest.approx(ordinary, rel=0.2)


def test_one_year_that_was_unlike_the_other_is_no_season() -> None:
    y = with_december("2023-11-30", 6, factor=1.0)
    y["2022-12-01":"2022-12-31"] *= 2.5
    assert sum(p.value for p in forecast(y, 31).points) == pytest.approx(31 * 900 * WEEK.mean(), rel=0.15)


def season_of(values: Floats, origins: list[int]) -> Floats:
    return seasons(values, pd.date_range("2021-03-01", periods=len(values) + 60), origins)


def test_noise_growth_and_steps_make_no_season() -> None:
    found = []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        at = np.arange(800)
        level = np.exp(0.4 * at / 365 + 0.3 * (at > rng.integers(150, 650)))
        noise = np.exp(rng.normal(0, 0.2, 800))
        values = np.asarray(level * np.resize(WEEK, 800) * noise, dtype=np.float64)
        found.append(np.abs(season_of(values, [800])).mean())
    assert np.median(found) < 0.02
    assert max(found) < 0.08


def test_an_origin_knows_nothing_of_later_years() -> None:
    y = np.asarray(with_december("2024-11-30", 7), dtype=np.float64)
    spoiled = np.concatenate([y[:800], 5 * y[800:][::-1]])
    clean, other = (season_of(values, [740, 800, 1000]) for values in (y, spoiled))
    assert np.array_equal(clean[:2], other[:2])
    assert not np.array_equal(clean[2], other[2])
