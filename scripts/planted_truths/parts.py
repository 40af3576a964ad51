"""Shops of which one part does something alone, or which are not any more what most of their history was."""

import numpy as np
import pandas as pd
from scripts.planted_truths.asking import Asking
from scripts.planted_truths.plain import ONE
from scripts.planted_truths.simulate import between, calendar, numbered, orders, rates
from scripts.planted_truths.truths import Shop, Truth, Verdict, near, silent, telling

CATEGORIES, REGIONS = ("A", "B", "C", "D"), ("North", "South", "East", "West")


def parts(seed: int) -> Shop:
    """150 orders a day. West (an eighth) at 30 % for four days, C (a fifth) twice as high for three, and East (a fifth)
    two fifths down for good; flat otherwise."""
    random = np.random.default_rng([12, seed])
    days = calendar("2023-01-01", "2024-08-31")
    due = rates(days, (60, 40, 30, 20), (1.0, 0.7, 0.5, 0.3))
    due[between(days, "2024-03-11", "2024-03-14"), :, 3] *= 0.3
    due[between(days, "2024-05-14", "2024-05-16"), 2, :] *= 2
    due[between(days, "2024-07-02"), :, 2] *= 0.6
    sales = orders(random, days, due, np.tile([30.0, 45.0, 60.0, 90.0], (len(days), 1)), (CATEGORIES, REGIONS))
    return Shop(
        "parts",
        numbered(sales),
        (
            telling("West at a third", "2024-03-01", "2024-03-31", region="West", event=("2024-03-11", "2024-03-14")),
            telling("C doubled", "2024-05-01", "2024-05-31", category="C", event=("2024-05-14", "2024-05-16")),
            telling("East fell for good", "2024-07-01", "2024-08-31", region="East"),
            Truth("each is told of it alone", _of_them_alone),
            silent("nothing in another month", "2024-04-01", "2024-04-30", types=("anomaly", "change_point")),
        ),
    )


def fewer(seed: int) -> Shop:
    """Half an order a day for twenty months, a fifth of one since."""
    random = np.random.default_rng([13, seed])
    days = calendar("2023-01-01", "2024-12-31")
    due = np.where(between(days, "2024-08-01"), 0.25, 0.75)[:, None, None]
    sales = orders(random, days, due, np.full((len(days), 1), 80.0), ONE, spread=0.5)
    return Shop(
        "fewer",
        numbered(sales),
        (near("30 days to come", lambda ask: ask.forecast(30), 30 * 0.25 * 80, 0.35),),
    )


def valentine(seed: int) -> Shop:
    """Few orders, four times as many in the week before Valentine's Day of both years known."""
    random = np.random.default_rng([14, seed])
    days = calendar("2022-02-01", "2024-01-31")
    week = (days.month == 2) & (days.day >= 8) & (days.day <= 14)
    due = np.where(week, 32.0, 8.0)[:, None, None]
    sales = orders(random, days, due, np.full((len(days), 1), 40.0), ONE, spread=0.5)
    return Shop(
        "valentine",
        numbered(sales),
        (near("February with its week", lambda ask: ask.forecast(29), (22 + 7 * 4) * 8 * 40, 0.25),),
    )


def _of_them_alone(ask: Asking) -> Verdict:
    """No region but West and East and no category but C has an anomaly of its own."""
    told = ask.anomalies("2024-01-01", "2024-08-31")
    others = [a for a in told if (a.segment.category or a.segment.region) not in ("", "West", "East", "C")]
    return Verdict(not others, " | ".join(f"{pd.Timestamp(a.date).date()} {a.explanation}" for a in others))


SHOPS = (parts, fewer, valentine)
