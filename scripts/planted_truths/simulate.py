"""Sales of made-up shops, order by order."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WEEKDAYS = np.array([0.95, 0.9, 0.92, 1.0, 1.12, 1.2, 0.91])  # Monday to Sunday


def calendar(first: str, last: str) -> pd.DatetimeIndex:
    """All days of a shop."""
    return pd.date_range(first, last, freq="D")


def rates(days: pd.DatetimeIndex, categories: Sequence[float], regions: Sequence[float]) -> Floats:
    """Orders that are due (days, categories, regions): a flat shop with a profile over the week.

    `categories` are orders a day of each, `regions` the parts that each region takes.
    """
    weekday = WEEKDAYS[np.asarray(days.day_of_week)]
    due: Floats = weekday[:, None, None] * np.array(categories)[:, None] * np.array(regions) / np.sum(regions)
    return due


def between(days: pd.DatetimeIndex, first: str, last: str = "2200-01-01") -> NDArray[np.bool_]:
    """The days from `first` to `last`, both included."""
    return np.asarray((days >= pd.Timestamp(first)) & (days <= pd.Timestamp(last)))


def december(days: pd.DatetimeIndex, factor: float) -> Floats:
    """A year that is flat but for a December of `factor` times an ordinary month."""
    return np.where(days.month == 12, factor, 1.0)


def orders(
    random: np.random.Generator,
    days: pd.DatetimeIndex,
    due: Floats,
    prices: Floats,
    names: tuple[Sequence[str], Sequence[str]],
    *,
    spread: float = 0.25,
    customers: int = 2000,
) -> pd.DataFrame:
    """Rows of `sales_data`: Poisson counts around `due`, log-normal values around `prices` (days x categories)."""
    counts = random.poisson(due)
    day, category, region = (np.repeat(axis, counts.ravel()) for axis in (a.ravel() for a in np.indices(counts.shape)))
    value = prices[day, category] * random.lognormal(-(spread**2) / 2, spread, len(day))
    return pd.DataFrame(
        {
            "date": days[day],
            "revenue": value.round(2),
            "units_sold": 1 + random.poisson(0.3, len(day)),
            "product_category": np.array(names[0], dtype=object)[category],
            "region": np.array(names[1], dtype=object)[region],
            "customer_id": np.char.add("C", random.integers(0, customers, len(day)).astype(str)).astype(object),
        }
    )


def order(
    day: str, revenue: float, category: str, region: str, customer: str = "C-big", units: int = 1
) -> pd.DataFrame:
    """One order."""
    return pd.DataFrame(
        {
            "date": [pd.Timestamp(day)],
            "revenue": [revenue],
            "units_sold": [units],
            "product_category": [category],
            "region": [region],
            "customer_id": [customer],
        }
    )


def numbered(*parts: pd.DataFrame) -> pd.DataFrame:
    """All rows by day, each an order of its own."""
    rows = pd.concat(parts, ignore_index=True).sort_values("date", kind="stable", ignore_index=True)
    return rows.assign(order_id=[f"O{i}" for i in range(len(rows))])


def visits(
    random: np.random.Generator, days: pd.DatetimeIndex, due: Floats, names: tuple[Sequence[str], Sequence[str]]
) -> pd.DataFrame:
    """Rows of `site_traffic` for every day, region and category."""
    counts = random.poisson(due)
    day, category, region = (axis.ravel() for axis in np.indices(counts.shape))
    return pd.DataFrame(
        {
            "date": days[day],
            "region": np.array(names[1], dtype=object)[region],
            "category": np.array(names[0], dtype=object)[category],
            "visits": counts.ravel(),
        }
    )
