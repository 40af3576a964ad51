"""The sample data is what the specification describes, with something to find in it."""

from datetime import date

import pandas as pd
import pytest

from bi_server.sample import (
    BASE_PRICES,
    CATEGORY_WEIGHTS,
    INCIDENTS,
    PROMOTIONS,
    REGIONS,
    generate_sample_data,
    generate_sample_traffic,
)

COLUMNS = ["date", "revenue", "units_sold", "product_category", "region", "order_id", "customer_id"]


@pytest.fixture(scope="module")
def many() -> pd.DataFrame:
    """So many rows that chance hides nothing."""
    return generate_sample_data(200_000)


def test_specified_parameters() -> None:
    assert BASE_PRICES == {"Electronics": 500, "Clothing": 80, "Home Goods": 150, "Books": 25, "Sports": 120}
    assert CATEGORY_WEIGHTS == {"Electronics": 0.3, "Clothing": 0.25, "Home Goods": 0.2, "Books": 0.15, "Sports": 0.1}
    assert REGIONS == ("North", "South", "East", "West")
    assert len(generate_sample_data()) == 1000


@pytest.mark.parametrize("records", [0, 1, 5000])
def test_rows_are_valid(records: int) -> None:
    rows = generate_sample_data(records)
    assert list(rows.columns) == COLUMNS
    assert len(rows) == records
    assert rows["order_id"].tolist() == [f"ORD{10000 + i}" for i in range(records)]
    assert rows["customer_id"].astype(str).str.fullmatch(r"CUST[1-9]\d{3}").all()
    assert (rows["revenue"] >= 10).all()
    assert (rows["revenue"] * 100 - (rows["revenue"] * 100).round()).abs().max() < 1e-6 or not records
    assert (rows["units_sold"] >= 1).all()
    assert set(rows["product_category"]) <= set(CATEGORY_WEIGHTS)
    assert set(rows["region"]) <= set(REGIONS)
    assert rows["date"].is_monotonic_increasing


def test_the_same_seed_gives_the_same_rows() -> None:
    one, same, other = generate_sample_data(500), generate_sample_data(500, seed=42), generate_sample_data(500, seed=1)
    pd.testing.assert_frame_equal(one, same)
    assert not one["revenue"].equals(other["revenue"])
    pd.testing.assert_frame_equal(generate_sample_traffic(one), generate_sample_traffic(same))


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="records: -1"):
        generate_sample_data(-1)


def test_two_full_years(many: pd.DataFrame) -> None:
    days = set(many["date"].dt.date)
    assert (min(days), max(days), len(days)) == (date(2023, 1, 1), date(2024, 12, 31), 731)


def test_category_weights_and_prices(many: pd.DataFrame) -> None:
    calm = many[(many["date"] < "2023-06-01")]  # no promotion and no incident yet
    shares = calm["product_category"].value_counts(normalize=True)
    for category, weight in CATEGORY_WEIGHTS.items():
        assert shares[category] == pytest.approx(weight, abs=0.01)
        sold = calm[calm["product_category"] == category]
        assert sold["revenue"].sum() / sold["units_sold"].sum() == pytest.approx(BASE_PRICES[category], rel=0.02)
    assert calm["region"].value_counts(normalize=True).to_numpy() == pytest.approx([0.25] * 4, abs=0.01)


def test_season_and_growth(many: pd.DataFrame) -> None:
    by_day = many.groupby("date").size()
    by_weekday = by_day.groupby(pd.DatetimeIndex(by_day.index).day_of_week).mean()
    assert by_weekday.idxmax() == 5  # Saturday
    assert by_weekday[5] / by_weekday[1] > 1.2
    by_month = by_day.groupby(pd.DatetimeIndex(by_day.index).month).mean()
    assert by_month.idxmax() == 12
    assert by_month[12] / by_month[2] > 1.3
    spring = [by_day[f"{year}-03-25" : f"{year}-05-31"].mean() for year in (2023, 2024)]
    assert 1.1 < spring[1] / spring[0] < 1.25


@pytest.mark.parametrize("event", [*PROMOTIONS, *INCIDENTS], ids=lambda event: f"{event[0]} x{event[4]}")
def test_events_show(many: pd.DataFrame, event: tuple[str, str, str | None, str | None, float]) -> None:
    """Against the same weekdays of four weeks before it; the season moves by far less."""
    first, last, category, region, factor = event
    chosen = many
    if category:
        chosen = chosen[chosen["product_category"] == category]
    if region:
        chosen = chosen[chosen["region"] == region]
    by_day = chosen.groupby("date").size().reindex(pd.date_range("2023-01-01", "2024-12-31"), fill_value=0)
    days = pd.date_range(first, last)
    away = len(days) // 7 + 1
    usual = sum(by_day[days - pd.Timedelta(weeks=weeks)].sum() for weeks in range(away, away + 4)) / 4
    assert by_day[days].sum() / usual == pytest.approx(factor, rel=0.3, abs=0.06)


def test_visits_cover_every_day_and_every_order() -> None:
    sales = generate_sample_data(5000)
    traffic = generate_sample_traffic(sales)
    assert list(traffic.columns) == ["date", "region", "category", "visits"]
    assert len(traffic) == 731 * 5 * 4
    assert not traffic.duplicated(["date", "region", "category"]).any()
    assert len(sales) / traffic["visits"].sum() == pytest.approx(0.03, rel=0.1)
    orders = sales.groupby(["date", "region", "product_category"]).size()
    visits = traffic.set_index(["date", "region", "category"])["visits"]
    assert (visits.loc[orders.index].to_numpy() >= orders.to_numpy()).all()
