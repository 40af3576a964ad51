"""What the model `omnichannel` adds to the sample data: channels, stores, products, cost and discount of every row."""

import numpy as np
import pandas as pd

CHANNELS = {"Store": 0.55, "Online": 0.35, "Telephone": 0.10}
STORES = ("Central", "Harbour")  # of every region
PRODUCTS = ("Basic", "Classic", "Comfort", "Premium")  # of every category
MARGINS = {"Electronics": 0.18, "Clothing": 0.48, "Home Goods": 0.35, "Books": 0.30, "Sports": 0.38}
SALE_DAY, SALE_CHANNEL, SALE_DISCOUNT = "2024-09-01", "Online", 0.15  # from then on the web shop gives more away


def with_channels(sales: pd.DataFrame, seed: int = 42) -> pd.DataFrame:
    """The rows of `generate_sample_data` with columns channel, store, product, cost and discount.

    A discount has been taken off the revenue already; cost is what the goods were bought for.
    """
    random = np.random.default_rng([seed, 2])
    count = len(sales)
    channel = random.choice(list(CHANNELS), size=count, p=list(CHANNELS.values()))
    store = sales["region"].to_numpy(dtype=object) + " " + random.choice(STORES, size=count, p=(0.6, 0.4))
    product = sales["product_category"].to_numpy(dtype=object) + " " + random.choice(PRODUCTS, size=count)
    revenue = sales["revenue"].to_numpy(dtype=np.float64)
    margin = np.array([MARGINS[name] for name in sales["product_category"]], dtype=np.float64)
    rate = random.choice((0.0, 0.05, 0.1), size=count, p=(0.7, 0.2, 0.1))
    on_sale = (channel == SALE_CHANNEL) & (sales["date"] >= pd.Timestamp(SALE_DAY)).to_numpy(dtype=bool)
    rate = np.where(on_sale, SALE_DISCOUNT, rate)
    return sales.assign(
        channel=channel,
        store=np.where(channel == "Store", store, "No store"),
        product=product,
        cost=np.round(revenue / (1 - rate) * (1 - margin), 2),
        discount=np.round(revenue / (1 - rate) - revenue, 2),
    )
