"""Rows that came twice are told from demand that doubled."""

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import Detection, detect_anomalies

from .simulate import sales

DAY = 300
Shop = dict[str, pd.Series]


def shop(noise: float = 0.06) -> Shop:
    """A shop of which everything is known, in whole numbers."""
    levels = {"revenue": 10_000.0, "orders": 200.0, "units": 500.0, "customers": 150.0, "visits": 6000.0}
    return {name: sales(seed=i, level=level, noise=noise).round() for i, (name, level) in enumerate(levels.items())}


def multiply(of: Shop, factor: float, *names: str, days: int = 1) -> None:
    for name in names:
        of[name].iloc[DAY : DAY + days] *= factor


def detect(of: Shop, *controls: str) -> Detection:
    companions = {name: of[name] for name in ("orders", "units")}
    telling = {name: of[name] for name in controls}
    return detect_anomalies(of["revenue"], companions=companions, controls=lambda: telling)


def kind(detection: Detection) -> str:
    day = pd.Timestamp("2023-01-02") + pd.Timedelta(days=DAY)
    (found,) = [a for a in detection.anomalies if a.start <= day.date() <= a.end]
    return found.kind


@pytest.mark.parametrize("multiple", [2, 3])
@pytest.mark.parametrize("controls", [("customers",), ("visits",), ("customers", "visits")])
def test_sales_multiplied_without_more_customers_came_more_than_once(multiple: int, controls: tuple[str, ...]) -> None:
    of = shop()
    multiply(of, multiple, "revenue", "orders", "units")
    detection = detect(of, *controls)
    assert kind(detection) == "duplicate_import"
    assert [a.facts["multiple"] for a in detection.anomalies if a.kind == "duplicate_import"] == [multiple]


@pytest.mark.parametrize("risen", [("customers",), ("visits",), ("customers", "visits")])
def test_a_promotion_that_doubles_exactly_is_a_spike(risen: tuple[str, ...]) -> None:
    of = shop()
    multiply(of, 2, "revenue", "orders", "units", *risen)
    assert kind(detect(of, "customers", "visits")) == "spike"


def test_a_metric_that_did_not_double_is_proof_against_a_second_import() -> None:
    of = shop()
    multiply(of, 2, "revenue", "orders")
    assert kind(detect(of, "customers")) == "spike"


def test_a_surge_that_is_no_whole_multiple_is_a_spike() -> None:
    of = shop(noise=0.03)
    multiply(of, 1.6, "revenue", "orders", "units")
    assert kind(detect(of, "customers")) == "spike"


def test_without_a_control_one_doubled_day_proves_nothing() -> None:
    of = shop()
    multiply(of, 2, "revenue", "orders", "units")
    assert kind(detect(of)) == "spike"
    assert kind(detect_anomalies(of["revenue"])) == "spike"


def test_without_a_control_only_divisible_numbers_prove_a_second_import() -> None:
    of = shop()
    multiply(of, 2, "revenue", "orders", "units", days=3)
    assert kind(detect(of)) == "duplicate_import"
    of["orders"].iloc[DAY + 1] += 1
    assert kind(detect(of)) == "spike"


def test_a_control_without_data_tells_nothing() -> None:
    of = shop()
    of["visits"][:] = 0.0
    multiply(of, 2, "revenue", "orders", "units")
    assert kind(detect(of, "visits")) == "spike"
    assert kind(detect(of, "visits", "customers")) == "duplicate_import"


def test_a_control_too_noisy_to_tell_proves_nothing() -> None:
    of = shop()
    rng = np.random.default_rng(0)
    of["customers"] = pd.Series(rng.poisson(0.7, len(of["visits"])).astype(float), of["visits"].index)
    multiply(of, 2, "revenue", "orders", "units")
    assert kind(detect(of, "customers")) == "spike"
