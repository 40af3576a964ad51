"""Sample data of a made-up shop, so that every route has something true to say on the first day."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

FIRST_DAY, LAST_DAY = "2023-01-01", "2024-12-31"
BASE_PRICES = {"Electronics": 500, "Clothing": 80, "Home Goods": 150, "Books": 25, "Sports": 120}
CATEGORY_WEIGHTS = {"Electronics": 0.3, "Clothing": 0.25, "Home Goods": 0.2, "Books": 0.15, "Sports": 0.1}
REGIONS = ("North", "South", "East", "West")

BULK = ("2024-08-20", "Electronics", "North", 8)  # day, category, region, factor on the units of an order
WEEKDAYS = np.array([0.92, 0.90, 0.94, 1.00, 1.14, 1.22, 0.88])  # Monday to Sunday
MONTHS = np.array([0.88, 0.86, 0.94, 0.97, 1.00, 1.03, 0.96, 0.94, 1.00, 1.04, 1.18, 1.34])  # in their middle
YEARLY_GROWTH = 0.18

# (first day, last day, category or None, region or None, factor on the number of orders)
PROMOTIONS = (
    ("2023-06-12", "2023-06-18", "Sports", None, 2.2),
    ("2023-11-24", "2023-11-27", None, None, 1.8),
    ("2024-03-18", "2024-03-24", "Clothing", None, 1.9),
    ("2024-06-10", "2024-06-16", "Sports", None, 2.2),
    ("2024-11-29", "2024-12-02", None, None, 1.8),
)
INCIDENTS = (
    ("2023-09-05", "2023-09-06", None, "West", 0.1),  # a warehouse stood still
    ("2024-02-13", "2024-02-16", None, None, 0.02),  # the shop was down
    ("2024-08-20", "2024-08-20", "Electronics", "North", 9.0),  # a company equips its new office, see BULK
    ("2024-10-01", "2024-12-31", "Books", "South", 0.55),  # a competitor opened
)


def generate_sample_data(records: int = 1000, seed: int = 42) -> pd.DataFrame:
    """`records` rows of `sales_data` over two full years, sorted by date; the same seed gives the same rows.

    Weekly and yearly season, growth, promotions and incidents all show in the number of orders of a day. A row is a
    whole order: units times a price that varies by about a tenth around the category's base price.
    """
    if records < 0:
        raise ValueError(f"records: {records} is negative; ask for 0 or more")
    random = np.random.default_rng(seed)
    days = pd.date_range(FIRST_DAY, LAST_DAY, freq="D")
    categories = list(CATEGORY_WEIGHTS)
    intensity = _intensity(days, categories)
    cells = random.choice(intensity.size, size=records, p=(intensity / intensity.sum()).ravel())
    cells.sort()  # the first index is the day
    day, category, region = np.unravel_index(cells, intensity.shape)
    base = np.array([BASE_PRICES[name] for name in categories], dtype=np.float64)[category]
    units = 1 + random.poisson(0.35, size=records)
    bulk = np.ix_(days == pd.Timestamp(BULK[0]), np.array(categories) == BULK[1], np.array(REGIONS) == BULK[2])
    in_bulk = np.zeros(intensity.shape, dtype=bool)
    in_bulk[bulk] = True
    units = np.where(in_bulk[day, category, region], units * BULK[3], units)
    price = base * np.clip(random.normal(1.0, 0.1, size=records), 0.6, 1.4)
    return pd.DataFrame(
        {
            "date": days[day],
            "revenue": np.round(np.maximum(units * price, 10.0), 2),
            "units_sold": units,
            "product_category": np.array(categories, dtype=object)[category],
            "region": np.array(REGIONS, dtype=object)[region],
            "order_id": [f"ORD{10000 + i}" for i in range(records)],
            "customer_id": [f"CUST{n}" for n in random.integers(1000, 9999, size=records)],
        }
    )


def generate_sample_traffic(sales: pd.DataFrame, seed: int = 42) -> pd.DataFrame:
    """Visits for every day, region and category: columns date, region, category, visits.

    About 3 % of visits end in an order, somewhat more at weekends; quiet days have visits too, and every order had one.
    """
    random = np.random.default_rng([seed, 1])
    days = pd.date_range(FIRST_DAY, LAST_DAY, freq="D")
    categories = list(CATEGORY_WEIGHTS)
    intensity = _intensity(days, categories)
    expected = intensity / intensity.sum() * len(sales)
    rate = 0.03 * np.where(days.day_of_week.to_numpy() >= 5, 1.1, 1.0)[:, None, None]
    without_order = expected * (1 / rate - 1) * random.normal(1.0, 0.04, size=(len(days), 1, 1)).clip(0.8, 1.2)
    visits = random.poisson(without_order) + _orders(sales, days, categories)
    day, category, region = np.indices(visits.shape).reshape(3, -1)
    return pd.DataFrame(
        {
            "date": days[day],
            "region": np.array(REGIONS, dtype=object)[region],
            "category": np.array(categories, dtype=object)[category],
            "visits": visits.ravel(),
        }
    )


def _orders(sales: pd.DataFrame, days: pd.DatetimeIndex, categories: list[str]) -> NDArray[np.int64]:
    """Number of orders: days x categories x regions."""
    orders = np.zeros((len(days), len(categories), len(REGIONS)), dtype=np.int64)
    cells = (
        days.get_indexer(pd.DatetimeIndex(sales["date"])),
        pd.Index(categories).get_indexer(pd.Index(sales["product_category"])),
        pd.Index(REGIONS).get_indexer(pd.Index(sales["region"])),
    )
    np.add.at(orders, cells, 1)
    return orders


def _intensity(days: pd.DatetimeIndex, categories: list[str]) -> NDArray[np.float64]:
    """Relative number of orders: days x categories x regions."""
    elapsed = np.arange(len(days)) / 365.25
    season = np.interp(days.day_of_year, np.arange(12) * 30.44 + 15, MONTHS, period=365.25)  # no steps between months
    rhythm = WEEKDAYS[days.day_of_week] * season * (1 + YEARLY_GROWTH) ** elapsed
    weights = np.array([CATEGORY_WEIGHTS[name] for name in categories])
    intensity: NDArray[np.float64] = rhythm[:, None, None] * weights[:, None] * np.ones(len(REGIONS))
    for first, last, category, region, factor in (*PROMOTIONS, *INCIDENTS):
        when = (days >= pd.Timestamp(first)) & (days <= pd.Timestamp(last))
        what = np.array([category in (None, name) for name in categories])
        where = np.array([region in (None, name) for name in REGIONS])
        intensity[np.ix_(when, what, where)] *= factor
    return intensity
