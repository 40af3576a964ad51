"""One or two days below zero change nothing of what is found elsewhere."""

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.anomalies import detect_anomalies


@pytest.mark.parametrize("refunds", [[90], [90, 210]])
@pytest.mark.parametrize("spread", [0.1, 0.45])
def test_a_refund_blinds_no_one(refunds: list[int], spread: float) -> None:
    rng = np.random.default_rng(8)
    y = pd.Series(1400 * np.exp(spread * rng.standard_normal(365)), index=pd.date_range("2023-06-01", periods=365))
    y.iloc[300] = 0.0
    without = detect_anomalies(y)
    y.iloc[refunds] -= 9000.0
    found = detect_anomalies(y)
    days = {y.index[day].date() for day in refunds}
    assert {(a.start, a.kind) for a in found.anomalies if a.peak not in days} == {
        (a.start, a.kind) for a in without.anomalies if a.peak not in days
    }
    assert [(a.kind, a.direction) for a in found.anomalies if a.peak in days] == [("dip", "down")] * len(days)
    if spread < 0.2:  # elsewhere one empty day is not so unlikely
        assert y.index[300].date() in {a.start for a in found.anomalies if a.kind == "missing_data"}
