"""Correlations: spurious ones stay away, true ones come with their lag."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis.trends import Correlation, correlations
from bi_server.semantic import default_model

from .simulate import ar1, days, shop


def lagged_pair(rng: np.random.Generator, lag: int, strength: float, n: int = 365) -> dict[str, pd.Series]:
    """`cause`, and `effect` that follows its surprises `lag` days later."""
    surprise = rng.standard_normal(n + lag)
    cause, effect = np.zeros(n), np.zeros(n)
    news = strength * surprise[:n] + np.sqrt(1 - strength**2) * rng.standard_normal(n)
    for t in range(1, n):
        cause[t] = 0.5 * cause[t - 1] + surprise[t + lag]
        effect[t] = 0.7 * effect[t - 1] + news[t]
    week = 1 + 0.2 * np.sin(np.arange(n) * 2 * np.pi / 7)
    return {"cause": days(1000 * week + 50 * cause), "effect": days(300 * week + 20 * effect)}


@pytest.mark.parametrize("n", [180, 365])
def test_independent_random_walks_are_called_related_at_most_one_time_in_twenty(n: int) -> None:
    called = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        pair = {name: days(1000 + np.cumsum(rng.normal(0, 10, n))) for name in "ab"}
        called += sum(c.significant for c in correlations(pair))
    assert called <= 10


def test_levels_of_these_walks_would_correlate() -> None:
    """Guards the simulation: compared as they stand, most pairs of walks look related."""
    called = 0
    for seed in range(100):
        rng = np.random.default_rng(seed)
        a, b = np.cumsum(rng.standard_normal((2, 365)), axis=1)
        called += abs(np.corrcoef(a, b)[0, 1]) > 1.96 / np.sqrt(365)
    assert called > 60


def test_many_independent_walks_are_rarely_called() -> None:
    any_called = pairs = significant = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        found = correlations({str(i): days(1000 + np.cumsum(rng.normal(0, 10, 365))) for i in range(6)})
        significant += sum(c.significant for c in found)
        pairs += len(found)
        any_called += any(c.significant for c in found)
    assert significant / pairs < 0.05
    assert any_called <= 7


def test_common_week_year_and_growth_are_no_relation() -> None:
    n = 365
    level = (1 + np.arange(n) / n) * (1 + 0.3 * np.sin(2 * np.pi * np.arange(n) / 365))
    called = 0
    for seed in range(100):
        rng = np.random.default_rng(seed)
        pair = {name: shop(n, rng, phi=0.5, level=level) for name in "ab"}
        called += sum(c.significant for c in correlations(pair))
    assert called <= 9


def test_loud_weekends_in_both_are_no_relation() -> None:
    called = 0
    for seed in range(100):
        rng = np.random.default_rng(seed)
        loud = np.where(np.arange(365) % 7 >= 5, 20.0, 5.0)
        pair = {name: days(200 + loud * ar1(365, 0.3, rng)) for name in "ab"}
        called += sum(c.significant for c in correlations(pair))
    assert called <= 9


@pytest.mark.parametrize("lag", [0, 1, 3, 7, 14])
def test_a_true_relation_is_found_with_its_lag(lag: int) -> None:
    right = 0
    for seed in range(20):
        (found,) = correlations(lagged_pair(np.random.default_rng(seed), lag, 0.5))
        right += found.significant and found.lag == lag and found.coefficient > 0
    assert right >= 18


def test_the_lag_turns_with_the_order_of_names() -> None:
    pair = lagged_pair(np.random.default_rng(1), 4, 0.6)
    (forth,) = correlations({"a": pair["cause"], "b": pair["effect"]})
    (back,) = correlations({"b": pair["cause"], "a": pair["effect"]})
    assert (forth.lag, back.lag) == (4, -4)
    assert forth.coefficient == pytest.approx(back.coefficient)
    assert forth.p_value == pytest.approx(back.p_value)


def test_opposite_movements_are_negative() -> None:
    pair = lagged_pair(np.random.default_rng(2), 2, 0.6)
    (found,) = correlations({"a": pair["cause"], "b": 5000 - pair["effect"]})
    assert found.significant
    assert found.coefficient < -0.4


def test_one_common_wild_day_is_no_relation() -> None:
    called = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        pair = {name: shop(365, rng) for name in "ab"}
        for series in pair.values():
            series.iloc[200] *= 30
        called += sum(c.significant for c in correlations(pair))
    assert called <= 4


def test_algebraic_pairs_are_marked() -> None:
    rng = np.random.default_rng(3)
    orders, value = shop(200, rng), shop(200, rng)
    family = {"orders": orders, "average_order_value": value, "revenue": orders * value}
    found = correlations(family, identities=default_model().identities)
    marked = {frozenset((c.first, c.second)) for c in found if c.algebraic}
    assert frozenset(("revenue", "average_order_value")) in marked
    revenue = [c for c in found if "revenue" in (c.first, c.second)]
    assert all(c.significant and c.lag == 0 for c in revenue)


def test_too_short_constant_and_patchy_series_are_left_out() -> None:
    rng = np.random.default_rng(4)
    assert correlations({}) == ()
    assert correlations({"a": shop(50, rng), "b": shop(50, rng)}) == ()
    constant, week = days([5.0] * 200), days([1.0, 2, 3, 4, 5, 6, 7] * 30)
    patchy = shop(200, rng)[rng.random(200) < 0.5]
    found = correlations({"a": shop(200, rng), "b": shop(200, rng), "c": constant, "d": week, "e": patchy})
    assert [(c.first, c.second) for c in found] == [("a", "b")]


YEAR = pd.date_range("2023-11-01", periods=400)


def made_up(kind: str, rng: np.random.Generator) -> dict[str, pd.Series]:
    """Regions of a shop that have nothing but the calendar (or rarity) in common."""
    n, found = len(YEAR), {}
    for region in "abcdef"[: int(rng.integers(3, 7))]:
        sales = shop(n, rng, phi=float(rng.uniform(0, 0.6)), noise=float(rng.uniform(0.05, 0.4)), start="2023-11-01")
        values = np.maximum(sales.to_numpy(), 1.0)
        if kind == "season":
            values = values * (1 + 0.3 * np.sin(2 * np.pi * YEAR.day_of_year / 365))
        elif kind == "december":
            values = np.where(YEAR.month == 12, 2 * values, values)
        elif kind == "month ends":
            values = np.where(YEAR + pd.offsets.BMonthEnd(0) == YEAR, 5 * values, values)
        elif kind == "closed weekends":
            values = np.where(YEAR.day_of_week >= 5, 0.0, values)
        elif kind == "launches":
            values = np.where(np.arange(n) >= n - rng.integers(60, 200), values, 0.0)
        elif kind == "sparse":
            values = np.where(rng.random(n) < 0.04, rng.uniform(200, 350, n), 0.0)
        found[region] = pd.Series(values, index=YEAR)
    return found


@pytest.mark.parametrize("kind", ["plain", "season", "december", "month ends", "closed weekends", "launches", "sparse"])
def test_one_shop_in_twenty_at_most_has_a_relation_of_noise(kind: str) -> None:
    shops = [correlations(made_up(kind, np.random.default_rng(seed))) for seed in range(40)]
    assert sum(any(pair.significant for pair in pairs) for pairs in shops) <= 4  # 2 is 5 %
    assert not any(pair.significant and abs(pair.coefficient) >= 0.5 for pairs in shops for pair in pairs)


def test_gaps_are_allowed() -> None:
    pair = lagged_pair(np.random.default_rng(5), 3, 0.6)
    pair["effect"] = pair["effect"].drop(pair["effect"].index[100:115])
    (found,) = correlations(pair)
    assert found.significant
    assert found.lag == 3


def by_pair(found: tuple[Correlation, ...]) -> dict[tuple[str, str], Correlation]:
    return {(c.first, c.second): c for c in found}


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), factor=st.floats(1e-3, 1e6))
def test_scale_and_order_do_not_matter(seed: int, factor: float) -> None:
    rng = np.random.default_rng(seed)
    series = {name: shop(120, rng) for name in "abcd"}
    base = by_pair(correlations(series))
    scaled = by_pair(correlations({name: series[name] * factor for name in "dcba"}))
    assert base.keys() == scaled.keys()
    for pair, one in base.items():
        assert scaled[pair].lag == one.lag
        assert scaled[pair].p_value == pytest.approx(one.p_value, rel=1e-6)
