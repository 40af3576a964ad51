"""A shop in whose two and a half years twelve things happened, each in a month of its own."""

import numpy as np
import pandas as pd
from scripts.planted_truths.simulate import between, calendar, december, numbered, order, orders, rates, visits
from scripts.planted_truths.truths import Shop, Truth, silent, telling

CATEGORIES = ("Books", "Sports", "Toys", "Home", "Bikes")
REGIONS = ("North", "South", "East", "West")
NEWS = ("driver", "detractor", "change_point", "anomaly", "trend", "growth", "single_order", "price")


def garden(seed: int) -> Shop:
    """The shop of that seed; its days end on 31 January 2025."""
    random = np.random.default_rng([1, seed])
    days = calendar("2022-07-01", "2025-01-31")
    due = rates(days, (14, 12, 10, 9, 5), (1.2, 1.1, 0.9, 0.8))
    due *= (december(days, 2.0) * (1 + 0.06 * np.arange(len(days)) / 365))[:, None, None]
    prices = np.tile([22.0, 60.0, 35.0, 90.0, 240.0], (len(days), 1))
    region, category = REGIONS.index, CATEGORIES.index

    due[between(days, "2024-02-13", "2024-02-16"), :, region("North")] = 0  # the warehouse burns
    due[between(days, "2024-04-01"), :, region("West")] *= 0.6  # a rival opened
    due[between(days, "2024-06-19", "2024-06-19")] = 0  # an export failed
    due[between(days, "2024-08-01"), category("Toys")] = 0  # given up
    due[between(days, "2022-07-01", "2024-08-31"), category("Bikes")] = 0  # begun in September 2024
    prices[between(days, "2024-10-01"), category("Home")] *= 1.3
    begun = np.clip((np.arange(len(days)) - int(np.flatnonzero(days == "2024-03-01")[0])) / 153, 0, 1)
    due[:, category("Sports")] *= (1 + 0.9 * begun)[:, None]  # grows from March to the end of July
    names = (CATEGORIES, REGIONS)
    sales = orders(random, days, due, prices, names)
    twice = sales[sales["date"] == "2024-05-07"]
    refunds = sales[
        (sales["date"] >= "2024-01-22") & (sales["date"] <= "2024-01-24") & (sales["product_category"] == "Home")
    ]
    refunds = refunds.assign(revenue=-refunds["revenue"] * 1.6)
    big = order("2024-07-16", 38_000.0, "Home", "South", units=420)
    come = np.maximum(due, 0.4) * 28
    come[between(days, "2024-11-01", "2024-11-30")] *= 1.5  # an advertisement nobody buys from
    return Shop(
        "garden",
        numbered(sales, twice, refunds, big),
        (
            telling(
                "December against last December",
                "2024-12-01",
                "2024-12-31",
                words="2023",
                types=("year_ago",),
            ),
            silent("a December is no step", "2024-12-01", "2024-12-31", types=("change_point",)),
            telling(
                "a region dark for four days",
                "2024-02-01",
                "2024-02-29",
                region="North",
                event=("2024-02-13", "2024-02-16"),
            ),
            telling("a lasting fall of a region", "2024-04-01", "2024-04-30", region="West", types=NEWS),
            telling(
                "a doubled day",
                "2024-05-01",
                "2024-05-31",
                event=("2024-05-07", "2024-05-07"),
                types=("anomaly", "data_problem"),
            ),
            telling(
                "a missing day",
                "2024-06-01",
                "2024-06-30",
                event=("2024-06-19", "2024-06-19"),
                types=("anomaly", "data_problem"),
            ),
            telling(
                "an order of 38,000",
                "2024-07-01",
                "2024-07-31",
                event=("2024-07-16", "2024-07-16"),
                types=(*NEWS, "outlier_order", "order"),
                words="38,000",
            ),
            telling("a category that stopped", "2024-08-01", "2024-08-31", category="Toys"),
            telling("a category that began", "2024-09-01", "2024-09-30", category="Bikes", types=NEWS),
            telling("a rise of prices", "2024-10-01", "2024-10-31", category="Home", types=NEWS),
            telling("a fall of conversion", "2024-11-01", "2024-11-30", words="conversion"),
            telling("a wave of refunds", "2024-01-01", "2024-01-31", event=("2024-01-22", "2024-01-24"), types=NEWS),
            telling("a category that grows", "2024-03-01", "2024-07-31", category="Sports", types=NEWS),
            _nothing("nothing happened", "2023-04-01", "2023-04-30"),
            _nothing("nothing happened", "2023-09-01", "2023-09-30"),
        ),
        visits(random, days, come, names),
    )


def _nothing(name: str, first: str, last: str) -> Truth:
    """A month in which nothing was planted has no incident, step or trend."""
    return silent(
        f"{name} in {pd.Timestamp(first):%B %Y}",
        first,
        last,
        types=("anomaly", "change_point", "trend", "correlation", "data_problem"),
    )
