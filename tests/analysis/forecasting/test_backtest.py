"""The record: calibrated, honest, and blind to what came later."""

import numpy as np
import pytest

from bi_server.analysis.forecasting import forecast
from bi_server.analysis.forecasting.calendar import history
from bi_server.analysis.forecasting.engine import rehearse
from bi_server.analysis.forecasting.events import Names

from .series import daily, noisy_sales


def names(n: int) -> Names:
    return np.full(n, "", dtype=object)


@pytest.mark.parametrize(("days", "margin"), [(120, 0.08), (400, 0.05)])
def test_bounds_cover_what_they_promise(days: int, margin: float) -> None:
    inside: dict[float, list[bool]] = {0.8: [], 0.95: []}
    for seed in range(60):
        y = noisy_sales(days + 30, seed=seed)
        truth = y.to_numpy()[days:]
        for i, point in enumerate(forecast(y[:days], 30).points):
            for level, (low, high) in zip(inside, point.bounds, strict=True):
                inside[level].append(low <= truth[i] <= high)
    for level, hits in inside.items():
        assert np.mean(hits) == pytest.approx(level, abs=margin)


def test_a_past_origin_knows_nothing_of_what_came_after() -> None:
    y = noisy_sales(300, seed=21)
    spoiled = y.copy()
    spoiled.iloc[-60:] *= np.linspace(1, 9, 60)
    clean, other = (rehearse(history(series, "day"), 7, 30, names(330)) for series in (y, spoiled))
    before = np.array(clean.origins) <= 240
    assert before.sum() >= 5
    # Only the weights have seen the end; what members said at earlier origins cannot differ.
    assert (clean.naive[:-1][before] == other.naive[:-1][before]).all()


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
    rng = np.random.default_rng(2)
    steps = np.repeat(np.cumsum(rng.choice([-30.0, 30.0], 60)) + 500, 7)
    answer = forecast(daily(steps), 7)
    assert answer.model in ("seasonal_naive", "combination")
    assert sum(answer.members.values()) == pytest.approx(1)
    record = answer.backtest
    assert record is not None
    assert record.mase <= record.naive_mase + 1e-12
