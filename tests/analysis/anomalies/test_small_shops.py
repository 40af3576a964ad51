"""Shops with a few orders of very different size a day: what is news there, and on which scale it is seen."""

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import Detection, detect_anomalies
from bi_server.sample import generate_sample_data

INDEX = pd.date_range("2023-01-02", periods=730)
OUTAGE = slice(400, 404)


def orders(rate: float, seed: int) -> pd.Series:
    """Sums of `rate` orders a day on average, each of lognormal size: a compound Poisson process."""
    rng = np.random.default_rng(seed)
    counts = rng.poisson(rate, INDEX.size)
    return pd.Series([float(rng.lognormal(5, 1, count).sum()) for count in counts], INDEX)


def missing(detection: Detection) -> list[int]:
    """The positions of all days in events of kind missing_data."""
    found = [a for a in detection.anomalies if a.kind == "missing_data"]
    return [day for a in found for day in range((a.start - INDEX[0].date()).days, (a.end - INDEX[0].date()).days + 1)]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("absent", [False, True])
def test_days_without_a_sale_in_a_row_are_missing_where_one_such_day_is_not(seed: int, absent: bool) -> None:
    y = orders(5.0, seed)
    y.iloc[OUTAGE] = 0.0
    y.iloc[200] = 0.0
    detection = detect_anomalies(y.drop(y.index[OUTAGE]) if absent else y)
    assert set(range(400, 404)) <= set(missing(detection))
    assert 200 not in missing(detection)
    found = next(a for a in detection.anomalies if a.kind == "missing_data" and a.start >= INDEX[395].date())
    assert found.value < found.lower < found.expected


@pytest.mark.parametrize("rate", [1.0, 1.8, 2.5, 4.0])
def test_a_shop_that_often_sells_nothing_is_not_missing_data(rate: float) -> None:
    # One in 10 of these shops, 2 years each, may have a run that is rare even there.
    assert sum(bool(missing(detect_anomalies(orders(rate, seed)))) for seed in range(10)) <= 1


def test_a_shop_that_closes_for_days_now_and_then_is_used_to_it() -> None:
    y = orders(6.0, 1)
    for start in range(30, 700, 60):
        y.iloc[start : start + 4] = 0.0
    assert missing(detect_anomalies(y)) == []


def test_an_outage_around_a_closed_day_is_one_run() -> None:
    y = orders(5.0, 3)
    y[INDEX.day_of_week == 6] = 0.0
    saturday = 54 * 7 + 5
    y.iloc[saturday - 1 : saturday + 4] = 0.0
    assert {saturday - 1, saturday, saturday + 2, saturday + 3} <= set(missing(detect_anomalies(y)))


def test_samples_of_one_business_are_seen_on_one_scale() -> None:
    outages = 0
    for seed in range(12):
        sample = generate_sample_data(5000, seed=seed)
        y = sample.groupby("date")["revenue"].sum().reindex(pd.date_range("2023-01-01", "2024-12-31"), fill_value=0.0)
        detection = detect_anomalies(y)
        assert 3 < float((detection.upper / detection.expected).median()) < 6
        (bulk,) = [a for a in detection.anomalies if a.peak.isoformat() == "2024-08-20"]
        assert bulk.severity in {"high", "critical"}
        outage = [a for a in detection.anomalies if "2024-02-13" <= a.peak.isoformat() <= "2024-02-16"]
        outages += {a.kind for a in outage} == {"missing_data"}
    assert outages >= 10  # of a shop that is down an order may still come in


@pytest.mark.parametrize("rate", [5.0, 7.0, 10.0])
def test_sums_of_few_orders_are_seen_on_the_root_scale(rate: float) -> None:
    # On a logarithm, an upper bound of such sums would be ten times the expected.
    for seed in range(8):
        detection = detect_anomalies(orders(rate, seed))
        assert float((detection.upper / detection.expected).median()) < 8


@pytest.mark.parametrize("factor", [8.0, 10.0])
def test_eight_times_a_usual_day_is_grave_however_noisy_the_shop(factor: float) -> None:
    for seed in range(5):
        y = orders(7.0, seed)
        y.iloc[300] = factor * y.mean()
        (found,) = [a for a in detect_anomalies(y).anomalies if a.peak == INDEX[300].date()]
        assert found.severity in {"high", "critical"}
