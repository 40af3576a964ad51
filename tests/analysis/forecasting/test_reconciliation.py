"""Parts add up to the whole."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bi_server.analysis.forecasting import Point, forecast, reconcile
from bi_server.errors import InvalidInput

from .series import daily, noisy_sales


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(1, 6), st.integers(0, 1000))
def test_parts_add_up_to_the_cent(count: int, seed: int) -> None:
    series = {f"part {i}": noisy_sales(90, seed=seed + i, level=10.0 ** (i % 4)) for i in range(count)}
    total = forecast(pd.concat(list(series.values()), axis=1).sum(axis=1), 30)
    parts = reconcile(total, {name: forecast(y, 30) for name, y in series.items()})
    for i, point in enumerate(total.points):
        cents = [Decimal(f"{part.points[i].value:.2f}") for part in parts.values()]
        assert all(float(c) == part.points[i].value for c, part in zip(cents, parts.values(), strict=True))
        assert sum(cents) == Decimal(f"{round(point.value, 2):.2f}")
        for part in parts.values():
            moved = part.points[i]
            assert moved.value >= 0
            for low, high in moved.bounds:
                assert 0 <= low <= moved.value <= high


def test_what_is_known_well_moves_least() -> None:
    steady, wild = forecast(noisy_sales(120, 1, noise=0.02), 5), forecast(noisy_sales(120, 2, noise=0.6), 5)
    total = replace(
        steady,
        points=tuple(
            Point(a.date, a.value + b.value + 100, a.bounds) for a, b in zip(steady.points, wild.points, strict=True)
        ),
    )
    parts = reconcile(total, {"steady": steady, "wild": wild})
    for before, after, other, moved in zip(
        steady.points, parts["steady"].points, wild.points, parts["wild"].points, strict=True
    ):
        assert 0 <= after.value - before.value < 0.2 * (moved.value - other.value)


def test_refunding_parts_may_stay_negative() -> None:
    rng = np.random.default_rng(1)
    gain, loss = noisy_sales(90, seed=3), daily(rng.normal(-50, 10, 90))
    total = forecast(gain + loss, 7)
    parts = reconcile(total, {"gain": forecast(gain, 7), "loss": forecast(loss, 7)})
    assert all(p.value < 0 for p in parts["loss"].points)


def test_other_dates_are_refused() -> None:
    total = forecast(noisy_sales(90, seed=1), 7)
    with pytest.raises(InvalidInput, match="other dates"):
        reconcile(total, {"a": forecast(noisy_sales(91, seed=1), 7)})
