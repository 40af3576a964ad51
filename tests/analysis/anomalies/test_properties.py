"""What must hold for every series."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bi_server.analysis.anomalies import detect_anomalies
from bi_server.errors import InsufficientHistory, InvalidInput

from .simulate import sales


def eventful(seed: int, days: int = 220) -> pd.Series:
    """Noise with a spike, an outage, a zero, two absent days and a change of level at random places."""
    rng = np.random.default_rng(seed)
    y = sales(days, seed)
    places = rng.choice(np.arange(20, days - 20), 5, replace=False)
    y.iloc[places[0]] *= 1.5
    y.iloc[places[1] : places[1] + 3] *= 0.5
    y.iloc[places[2]] = 0
    y.iloc[places[3] :] *= 1.2
    return y.drop(y.index[[places[4], places[4] + 1]])


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), lower=st.floats(0, 1), higher=st.floats(0, 1))
def test_more_sensitivity_keeps_every_flag(seed: int, lower: float, higher: float) -> None:
    lower, higher = sorted((lower, higher))
    y = eventful(seed)
    few, many = detect_anomalies(y, sensitivity=lower).flags, detect_anomalies(y, sensitivity=higher).flags
    assert not (few & ~many).any()


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), factor=st.sampled_from([1e-6, 0.01, 3.0, 1e9]))
def test_the_unit_does_not_matter(seed: int, factor: float) -> None:
    y = eventful(seed)
    one, other = detect_anomalies(y), detect_anomalies(y * factor)
    assert one.flags.equals(other.flags)
    assert [(a.start, a.kind) for a in one.anomalies] == [(a.start, a.kind) for a in other.anomalies]
    np.testing.assert_allclose(other.expected, one.expected * factor, rtol=1e-6)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000), cycles=st.sampled_from([-2, -1, 1, 2]))
def test_when_the_calendar_repeats_the_answer_does(seed: int, cycles: int) -> None:
    # Every 28 years each date falls on the same weekday, and so do month ends and business days.
    y = eventful(seed)
    later = y.set_axis(y.index + pd.DateOffset(years=28 * cycles))
    assert detect_anomalies(y).flags.to_numpy().tolist() == detect_anomalies(later).flags.to_numpy().tolist()


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_answers_are_aligned_finite_nested_and_repeatable(seed: int) -> None:
    y = eventful(seed)
    one, two = detect_anomalies(y), detect_anomalies(y.copy())
    assert one.anomalies == two.anomalies
    for band in (one.expected, one.lower, one.upper, one.flags):
        assert band.index.equals(y.index)
    assert np.isfinite(one.expected).all()
    assert ((one.lower <= one.expected) & (one.expected <= one.upper)).all()
    assert (one.lower >= 0).all()
    assert one.flags.dtype == bool
    assert all(a.start <= a.peak <= a.end for a in one.anomalies)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000), shape=st.sampled_from(["ramp", "step", "rare", "wild", "refunds"]))
def test_every_number_of_an_anomaly_is_finite_whatever_the_series(seed: int, shape: str) -> None:
    rng = np.random.default_rng(seed)
    days = int(rng.integers(28, 150))
    values = {
        "ramp": np.arange(days, dtype=float),
        "step": np.where(np.arange(days) < days // 2, 0, rng.lognormal(3, 0.2, days)),
        "rare": (rng.random(days) < 0.1) * rng.lognormal(5, 2, days),
        "wild": rng.lognormal(0, 3, days),
        "refunds": rng.standard_cauchy(days),
    }[shape]
    y = pd.Series(values, index=pd.date_range("2024-01-01", periods=days))
    y = y[(rng.random(days) < 0.8) | (np.arange(days) % (days - 1) == 0)]
    for a in detect_anomalies(y, sensitivity=1.0).anomalies:
        numbers = [a.score, a.value, a.expected, a.lower, a.upper, a.total_value, a.total_expected]
        assert np.isfinite(numbers).all(), a


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000), gaps=st.integers(1, 6), absent=st.booleans(), sold=st.sampled_from([1.0, 0.85, 0.3])
)
def test_of_four_weeks_without_data_nothing_is_expected(seed: int, gaps: int, absent: bool, sold: float) -> None:
    rng = np.random.default_rng(seed)
    known, gap = (rng.integers(least, 200, gaps + 1) for least in (1, 28))
    known[0] += 14
    y = sales(int(known.sum() + gap[:-1].sum()) + 28, seed)
    y[rng.random(y.size) > sold] = 0
    edges = np.cumsum(np.column_stack([known, gap]).ravel())[:-1]
    unknown = np.searchsorted(edges, np.arange(y.size), side="right") % 2 == 1
    y = y[~unknown] if absent else y.where(~unknown)
    assume(y.notna().sum() >= 14)  # fewer are refused
    found = detect_anomalies(y, sensitivity=1.0)
    for band in (found.expected, found.lower, found.upper):
        assert band.notna().equals(y.notna())
    for a in found.anomalies:
        assert y[str(a.start) : str(a.end)].notna().sum() == (a.end - a.start).days + 1, a
        assert np.isfinite([a.score, a.value, a.expected, a.lower, a.upper, a.total_value, a.total_expected]).all(), a


def test_outside_the_band_is_what_is_flagged() -> None:
    detection = detect_anomalies(y := eventful(11))
    shifts = [pd.Timestamp(a.start) for a in detection.anomalies if a.kind == "level_shift"]
    outside = ((y < detection.lower) | (y > detection.upper)).drop(shifts)
    assert outside.equals(detection.flags.drop(shifts))


def test_four_weeks_are_enough_and_a_day_less_is_not() -> None:
    y = sales(28)
    y.iloc[15] = 0
    assert date(2023, 1, 17) in {a.peak for a in detect_anomalies(y).anomalies}
    with pytest.raises(InsufficientHistory, match="28 days"):
        detect_anomalies(y.iloc[:27])


def test_ten_years_are_judged() -> None:
    y = sales(3650, yearly=0.3)
    y.iloc[2000] *= 1.6
    assert detect_anomalies(y).flags.iloc[2000]


@pytest.mark.parametrize("sensitivity", [-0.1, 1.1, float("nan")])
def test_sensitivity_outside_its_range_is_refused(sensitivity: float) -> None:
    with pytest.raises(InvalidInput, match="sensitivity"):
        detect_anomalies(sales(60), sensitivity=sensitivity)


def test_a_series_that_is_not_daily_and_sorted_is_refused() -> None:
    y = sales(60)
    with pytest.raises(InvalidInput, match="sorted"):
        detect_anomalies(y.iloc[::-1])
    with pytest.raises(InvalidInput, match="sorted"):
        detect_anomalies(pd.concat([y, y]).sort_index())
    with pytest.raises(InvalidInput, match="times of day"):
        detect_anomalies(y.set_axis(y.index + pd.Timedelta(hours=3)))
    with pytest.raises(InvalidInput, match="infinite"):
        detect_anomalies(y.replace(y.iloc[3], np.inf))
