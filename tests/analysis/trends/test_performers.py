"""Top and bottom performers: ranks, shares, changes, momentum."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis.trends import Performer, performers

from .simulate import days, shop

CURRENT = {"Books": 500.0, "Sports": 300.0, "Toys": 150.0, "Home": 50.0}
PREVIOUS = {"Books": 400.0, "Sports": 100.0, "Toys": 200.0}


def only(y: pd.Series) -> Performer:
    (found,) = performers({"a": 1.0}, None, {"a": y}).top
    return found


def test_ranks_shares_and_changes() -> None:
    found = performers(CURRENT, PREVIOUS, {}, limit=2)
    assert [p.segment for p in found.top] == ["Books", "Sports"]
    assert [p.segment for p in found.bottom] == ["Home", "Toys"]
    books, sports = found.top
    home, toys = found.bottom
    assert (books.rank, sports.rank, toys.rank, home.rank) == (1, 2, 3, 4)
    assert books.share == pytest.approx(0.5)
    assert books.change_percent == pytest.approx(25)
    assert sports.change_percent == pytest.approx(200)
    assert toys.change_percent == pytest.approx(-25)
    assert (home.change_percent, home.change_reason) == (None, "zero_base")
    assert (sports.rank_change, toys.rank_change, home.rank_change) == (1, -1, None)


def test_without_a_preceding_period_changes_are_left_out() -> None:
    found = performers(CURRENT, None, {}).top[0]
    assert (found.change_percent, found.change_reason, found.rank_change) == (None, "no_base", None)


def test_shares_where_signs_mix() -> None:
    found = performers({"a": 60.0, "c": 40.0, "b": -20.0}, None, {})
    assert [(p.share, p.share_basis) for p in found.top] == [(0.6, "same_sign"), (0.4, "same_sign")]
    assert (found.bottom[0].share, found.bottom[0].share_basis) == (None, "")
    refunds_only = performers({"a": -75.0, "b": -25.0}, None, {})
    assert refunds_only.bottom[0].share == pytest.approx(0.75)
    assert performers({"a": 0.0, "b": 0.0}, None, {}).top[0].share is None


def test_a_change_from_a_negative_base_keeps_its_sign() -> None:
    found = performers({"a": 50.0}, {"a": -100.0}, {}).top[0]
    assert found.change_percent == pytest.approx(150)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 20])
def test_no_segment_is_both_top_and_bottom(count: int) -> None:
    found = performers({str(i): float(i) for i in range(count)}, None, {})
    top, bottom = {p.segment for p in found.top}, {p.segment for p in found.bottom}
    assert not top & bottom
    assert len(top) <= 5
    assert len(bottom) <= 5
    assert len(top | bottom) == min(count, 10)


def test_momentum_compares_the_halves() -> None:
    found = only(days([100.0] * 28 + [120.0] * 28))
    assert found.momentum_percent == pytest.approx(20)
    assert found.pace == "rising"


def test_momentum_knows_the_week_and_ignores_a_wild_day() -> None:
    series = days([1.0, 2, 3, 4, 5, 6, 7] * 8)
    series.iloc[50] = 1e6
    found = only(series)
    assert found.momentum_percent == pytest.approx(0)
    assert found.pace == "steady"


def test_a_steady_climb_is_rising_and_a_steady_fall_falling() -> None:
    rng = np.random.default_rng(0)
    climb = 100 + np.arange(84) + rng.standard_normal(84)
    assert only(days(climb)).pace == "rising"
    assert only(days(climb[::-1].copy())).pace == "falling"


def test_noise_is_steady() -> None:
    moving = sum(only(shop(84, np.random.default_rng(seed), phi=0.4)).pace != "steady" for seed in range(200))
    assert moving <= 24  # about 5 % at two standard errors, some more for their estimation


def test_momentum_is_left_out_with_a_reason() -> None:
    assert only(days([1.0] * 13)).momentum_reason == "too_short"
    assert only(days([0.0] * 60)).momentum_reason == "no_positive_base"
    assert only(days([np.nan] * 60)).momentum_reason == "no_positive_base"
    assert performers({"a": 1.0}, None, {}).top[0].momentum_reason == "too_short"


def test_two_weeks_have_momentum_but_no_pace() -> None:
    found = only(days([100.0] * 7 + [200.0] * 7))
    assert found.momentum_percent == pytest.approx(100)
    assert found.pace == "steady"


@settings(max_examples=50, deadline=None)
@given(
    totals=st.dictionaries(st.text(min_size=1, max_size=5), st.floats(-1e9, 1e9), max_size=12),
    seed=st.integers(0, 1000),
)
def test_the_order_of_segments_does_not_matter(totals: dict[str, float], seed: int) -> None:
    names = list(totals)
    np.random.default_rng(seed).shuffle(names)
    base, shuffled = (performers(t, t, {}, limit=4) for t in (totals, {name: totals[name] for name in names}))
    assert [p.segment for p in base.top] == [p.segment for p in shuffled.top]
    assert [p.segment for p in base.bottom] == [p.segment for p in shuffled.bottom]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), factor=st.floats(1e-6, 1e9))
def test_momentum_does_not_depend_on_the_scale(seed: int, factor: float) -> None:
    series = shop(60, np.random.default_rng(seed))
    base, scaled = only(series), only(series * factor)
    assert scaled.momentum_percent == pytest.approx(base.momentum_percent)
    assert scaled.pace == base.pace


def test_percentages_move_by_points() -> None:
    series = days([2.0] * 28 + [3.0] * 28)
    found = performers({"a": 3.0, "b": 1.0}, {"a": 2.5}, {"a": series, "b": series}, percentage=True)
    (top,), (bottom,) = found.top, found.bottom
    assert top.change_percent == pytest.approx(0.5)
    assert top.momentum_percent == pytest.approx(1.0)
    assert (bottom.change_percent, bottom.change_reason) == (None, "no_base")
