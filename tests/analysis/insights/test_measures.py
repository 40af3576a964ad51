"""Orders, their value, prices, the conversion rate, and the year before."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from bi_server.analysis.insights import insights

from .shops import last, noise, of_type, scaled


def test_last_year_and_what_the_month_usually_brings() -> None:
    revenue = noise(25, days=1096, spread=0.1)
    december = pd.DatetimeIndex(revenue.index).month == 12
    revenue.loc[december] *= 2
    revenue.loc["2025-12-01":] *= 1.08
    claim = of_type(insights(last(31, revenue)), "year_ago")[0]
    now, before = revenue.loc["2025-12-01":].to_numpy().sum(), revenue.loc["2024-12"].to_numpy().sum()
    assert claim.template == "year_ago_season"
    assert claim["last_year_revenue_change_percent"].value == pytest.approx((now - before) / before * 100, abs=0.01)
    assert 1.7 < claim["season_index_low"].value <= claim["season_index_high"].value < 2
    assert claim["season_index_low"].start == date(2023, 1, 1)


def test_a_change_is_taken_apart_into_orders_and_their_value() -> None:
    revenue = noise(26)
    orders = (revenue.sum(axis=1) / 50).round()
    orders.loc["2024-12-01":] = (orders.loc["2024-12-01":] * 0.8).round()
    claim = of_type(insights(last(30, revenue, measures=pd.DataFrame({"orders": orders}))), "breakdown")[0]
    assert claim["orders_effect"].value + claim["order_value_effect"].value == pytest.approx(
        claim["revenue_change"].value, abs=0.011
    )
    assert claim["orders_change_percent"].value == pytest.approx(-20, abs=5)
    assert claim["average_order_value_change_percent"].value == pytest.approx(25, abs=2)


def test_a_drop_of_the_conversion_rate_and_a_rise_of_a_price() -> None:
    random = np.random.default_rng(27)
    revenue = noise(27, spread=0.1)
    visits = pd.Series(random.poisson(10_000, len(revenue)), index=revenue.index).astype(float)
    rate = np.where(revenue.index >= pd.Timestamp("2024-12-08"), 0.02, 0.03)
    orders = pd.Series(random.poisson(visits * rate), index=revenue.index).astype(float)
    units = (revenue / 20).round()
    revenue = scaled(revenue, 1.15, "2024-12-01", "2024-12-30", "Electronics")
    measures = pd.DataFrame({"orders": orders, "visits": visits})
    claims = insights(last(30, revenue, measures=measures, units=units))
    conversion, price = of_type(claims, "conversion")[0], of_type(claims, "price")[0]
    assert conversion["conversion_rate_change_points"].value == pytest.approx(-0.77, abs=0.1)
    assert price.id == "price:category=Electronics"
    assert price["revenue_per_unit_change_percent"].value == pytest.approx(15, abs=1)
    calm = last(30, noise(28), measures=measures.assign(orders=(visits * 0.03).round()), units=(noise(28) / 20).round())
    assert not of_type(insights(calm), "conversion", "price")
