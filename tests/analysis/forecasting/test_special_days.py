"""Days that come back by a rule of the calendar, not by their date."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.forecasting import forecast

from .series import WEEK


def shop(first: str, last: str, factors: "dict[str, float]", seed: int = 1) -> "pd.Series[float]":
    days = pd.date_range(first, last, freq="D")
    rng = np.random.default_rng(seed)
    y = pd.Series(500 * np.resize(WEEK, len(days)) * np.exp(rng.normal(0, 0.1, len(days))), index=days)
    for day, factor in factors.items():
        if day in y.index:
            y.loc[day] *= factor
    return y


def ahead(y: "pd.Series[float]", horizon: int = 30, holidays: "dict[date, str] | None" = None) -> "dict[str, float]":
    return {p.date.isoformat(): p.value for p in forecast(y, horizon, holidays=holidays).points}


@pytest.mark.parametrize("last", ["2024-05-16", "2024-08-05", "2024-11-12"])
def test_the_last_business_day_of_a_month(last: str) -> None:
    ends = pd.date_range("2023-01-01", "2024-12-31", freq="BME")
    found = ahead(shop("2023-01-02", last, {str(day.date()): 4.0 for day in ends}))
    ordinary = np.median(list(found.values()))
    peak = next(day for day in ends if day > pd.Timestamp(last))
    assert found[str(peak.date())] > 2.5 * ordinary
    assert sum(value > 2.2 * ordinary for value in found.values()) == 1


def test_black_friday_moves_with_thanksgiving() -> None:
    y = shop("2022-10-01", "2024-11-12", {"2022-11-25": 5.0, "2023-11-24": 5.0})
    found = ahead(y)
    assert found["2024-11-29"] > 2.5 * found["2024-12-06"]
    assert found["2024-11-22"] == pytest.approx(found["2024-11-15"], rel=0.15)  # the fourth Friday, as it was before


def test_easter_closes_the_shop_wherever_it_falls() -> None:
    y = shop("2022-01-03", "2024-03-20", {"2022-04-17": 0.0, "2023-04-09": 0.0})
    found = ahead(y)
    assert found["2024-03-31"] == 0
    assert found["2024-04-09"] == pytest.approx(found["2024-04-16"], rel=0.15)


def test_the_day_between_a_holiday_and_the_weekend() -> None:
    ascension = {date(2022, 5, 26): "Ascension", date(2023, 5, 18): "Ascension", date(2024, 5, 9): "Ascension"}
    y = shop("2022-01-03", "2024-05-01", {"2022-05-27": 0.4, "2023-05-19": 0.4})
    found = ahead(y, holidays=ascension)
    assert found["2024-05-10"] < 0.65 * found["2024-05-17"]
