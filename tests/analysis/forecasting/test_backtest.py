"""The record: calibrated, honest, and blind to what came later."""

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.forecasting import forecast
from bi_server.analysis.forecasting.events import named_effects
from bi_server.analysis.forecasting.frequency import FREQUENCIES
from bi_server.analysis.forecasting.members import pool
from bi_server.analysis.forecasting.recurrence import recurring_effects
from bi_server.analysis.forecasting.windows import tempered, windows

from .series import Floats, daily, noisy_sales


@pytest.mark.parametrize(("days", "under", "over"), [(40, 0.03, 0.12), (120, 0.05, 0.08), (400, 0.05, 0.05)])
def test_bounds_cover_what_they_promise(days: int, under: float, over: float) -> None:
    # After a few months or less they lean to the wide side here, as real series hold more surprises than these.
    inside: dict[float, list[bool]] = {0.8: [], 0.95: []}
    for seed in range(60):
        y = noisy_sales(days + 30, seed=seed)
        truth = y.to_numpy()[days:]
        for i, point in enumerate(forecast(y[:days], 30).points):
            for level, (low, high) in zip(inside, point.bounds, strict=True):
                inside[level].append(low <= truth[i] <= high)
    for level, hits in inside.items():
        assert level - under <= np.mean(hits) <= level + over


def test_a_past_origin_knows_nothing_of_what_came_after() -> None:
    days, horizon, known = 1500, 30, 1200
    y = noisy_sales(days, seed=21)
    y.iloc[[200, 566, 931]] *= 4  # 21 July of three years
    spoiled = y.copy()
    spoiled.iloc[known:] *= np.linspace(0, 9, days - known)
    origins = list(range(600, days, 40))
    index = pd.date_range(y.index[0], periods=days + horizon)
    names = np.where(index.day == 15, "pay day", "")

    def told(series: "pd.Series[float]") -> dict[str, Floats]:
        values = np.asarray(series, dtype=np.float64)
        x = windows(tempered(values, 28), origins, days)
        return {
            "named": named_effects(values, names.astype(object), origins, horizon, 7),
            "recurring": recurring_effects(values, index, origins, horizon, np.full(len(index), "", dtype=object)),
            **pool(x, horizon, FREQUENCIES["day"], 7),
        }

    clean, other = told(y), told(spoiled)
    before = np.array(origins) <= known
    for member, forecasts in clean.items():
        assert np.array_equal(forecasts[before], other[member][before], equal_nan=True), member
        if member != "recurring":
            assert not np.array_equal(forecasts[~before], other[member][~before], equal_nan=True), member
    assert np.abs(clean["recurring"]).max() > 1


def test_the_forecast_depends_on_history_only_up_to_its_origin() -> None:
    y = noisy_sales(400, seed=22)
    again = forecast(y[y.index < y.index[300]], 30)
    assert again == forecast(y[:300].copy(), 30)
    assert again.history_end == y.index[299].date()


def test_the_record_stands_beside_seasonal_naive() -> None:
    record = forecast(noisy_sales(400, seed=23), 30).backtest
    assert record is not None
    assert record.origins >= 20
    assert record.horizon == 30
    assert 0 < record.mase < record.naive_mase
    assert 0 < record.smape < record.naive_smape < 200
    assert record.coverage[0.8] == pytest.approx(0.8, abs=0.08)
    assert record.coverage[0.95] == pytest.approx(0.95, abs=0.05)


def test_seasonal_naive_answers_where_nothing_beats_it() -> None:
    # Each week is a new level that then stays the same within the week: only the last week tells anything.
    rng = np.random.default_rng(2)
    levels = np.cumsum(rng.choice([-30.0, 30.0], 60)) + 500
    answer = forecast(daily(np.repeat(levels, 7)), 7)
    record = answer.backtest
    assert record is not None
    assert record.mase <= record.naive_mase
    assert sum(answer.members.values()) == pytest.approx(1)
    assert [p.value for p in answer.points] == pytest.approx([levels[-1]] * 7, rel=0.1)
