import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from bi_server.analysis.insights.significance import ratio_p_values, record_p_value


def _series(kind: str, days: int, columns: int = 3000) -> np.ndarray:
    random = np.random.default_rng(7)
    shocks = random.normal(size=(days, columns))
    if kind == "rare sales":
        return random.poisson(3, size=(days, columns)).astype(np.float64)
    if kind == "wild":
        return np.exp(1.2 * shocks)
    if kind == "memory":
        for day in range(1, days):
            shocks[day] += 0.5 * shocks[day - 1]
    return np.asarray((100 + 12 * shocks) * np.array([1, 0.9, 0.9, 1, 1.2, 1.5, 0.6])[np.arange(days) % 7, None])


@pytest.mark.parametrize("kind", ["plain", "memory", "rare sales", "wild"])
@pytest.mark.parametrize(
    ("days", "length", "lag"), [(730, 30, 30), (730, 30, 365), (730, 365, 365), (400, 7, 7), (400, 1, 1), (90, 30, 30)]
)
def test_chance_is_not_overstated_where_nothing_changed(kind: str, days: int, length: int, lag: int) -> None:
    p_values = ratio_p_values(_series(kind, days), None, length, lag)
    # 3,000 series: the standard error at 5 % is 0.4 points.
    assert (p_values < 0.05).mean() < 0.065
    assert (p_values < 0.01).mean() < 0.017


def test_a_real_change_is_seen() -> None:
    days = _series("memory", 730, 200)
    days[-30:] *= 0.6
    p_values = ratio_p_values(days, None, 30, 30)
    assert (p_values < 0.001).mean() > 0.95


def test_the_usual_growth_is_no_surprise() -> None:
    random = np.random.default_rng(3)
    growth = 1.05 ** (np.arange(730) / 30)
    days = growth[:, None] * random.normal(100, 8, size=(730, 400))
    p_values = ratio_p_values(days, None, 30, 30)
    assert (p_values < 0.01).mean() < 0.02


def test_agrees_with_a_plain_loop() -> None:
    days = np.random.default_rng(5).gamma(4, 25, size=(100, 1))
    column = days[:, 0]
    usual = [np.log(column[t : t + 7].sum() / column[t - 7 : t].sum()) for t in range(7, 87)]
    change = np.log(column[93:].sum() / column[86:93].sum())
    independent = len(usual) // 7
    off = np.abs(np.array(usual) - np.median(usual))
    deviation = np.sqrt((off**2).mean() * (1 + 2 / independent))
    expected = 2 * stats.t.sf(abs(change - np.median(usual)) / deviation, independent - 1)
    assert ratio_p_values(days, None, 7, 7)[0] == pytest.approx(expected, rel=1e-9)


def test_an_earlier_incident_does_not_hide_the_next() -> None:
    days = _series("plain", 730, 200)
    days[400:415] *= 4
    days[-30:] *= 0.75
    assert (ratio_p_values(days, None, 30, 30) < 0.001).mean() > 0.95


def test_what_all_have_in_common_is_no_surprise() -> None:
    days = _series("plain", 730, 8)
    days[-30:] *= 2
    days[-30:, 3] *= 1.3
    p_values = ratio_p_values(days, None, 30, 30, beyond_common=True)
    assert np.flatnonzero(p_values < 0.001).tolist() == [3]


def test_a_ratio_is_judged_apart_from_how_much_there_is() -> None:
    random = np.random.default_rng(8)
    below = random.poisson(500, size=(730, 2)) * (1 + 0.5 * np.sin(np.arange(730) / 30))[:, None]
    above = random.poisson(below * 0.03).astype(np.float64)
    above[-30:, 1] *= 0.7
    p_values = ratio_p_values(above, below, 30, 30)
    assert p_values[0] > 0.01
    assert p_values[1] < 0.001


def test_too_little_history_is_not_judged() -> None:
    assert ratio_p_values(np.ones((40, 2)), None, 30, 30).tolist() == [1, 1]


def test_constant_history() -> None:
    steady = np.full((400, 2), 10.0)
    steady[-7:, 1] = 11.0
    p_values = ratio_p_values(steady, None, 7, 7)
    assert p_values[0] == pytest.approx(1.0)
    assert p_values[1] < 1e-6


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1000), st.floats(0.01, 1e6))
def test_scale_is_irrelevant(seed: int, factor: float) -> None:
    days = np.random.default_rng(seed).gamma(2, 50, size=(200, 3))
    one, other = ratio_p_values(days, None, 14, 14), ratio_p_values(days * factor, None, 14, 14)
    assert one == pytest.approx(other, rel=1e-6)


@pytest.mark.parametrize("kind", ["plain", "memory"])
def test_chance_of_records(kind: str) -> None:
    days = _series(kind, 730, 1500)
    p_values = np.array([record_p_value(column[-30:], column[:-30]) for column in days.T])
    assert (p_values < 0.05).mean() < 0.075
    assert (p_values < 0.01).mean() < 0.02


def test_record_far_above_everything() -> None:
    days = _series("plain", 730, 1)[:, 0]
    assert record_p_value(np.array([days.max() * 1.5]), days) < 1e-4


def test_no_record() -> None:
    assert record_p_value(np.array([1.0, 2.0]), np.arange(100.0)) == 1.0
    assert record_p_value(np.array([]), np.arange(100.0)) == 1.0
    assert record_p_value(np.array([5.0]), np.array([1.0])) == 1.0
