"""Shops whose calendar misleads: weeks that are busy every year, leap days, closed weekdays, dark and doubled days."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from scripts.planted_truths.asking import Asking
from scripts.planted_truths.simulate import Floats, between, calendar, numbered, orders, rates
from scripts.planted_truths.truths import Shop, Truth, Verdict, near, silent, telling

NEWS = ("anomaly", "change_point", "data_problem")


def gifts(seed: int) -> Shop:
    """Busy before Valentine's Day and Mother's Day, ever more before Christmas; 8 % more every year."""
    random = np.random.default_rng([9, seed])
    whole = calendar("2022-01-01", "2024-12-31")
    due = _trade(whole) * (1 + 0.08 * np.arange(len(whole)) / 365)
    days = whole[whole <= pd.Timestamp("2024-11-20")]
    rate = rates(days, (30, 10), (1.0, 0.7)) * due[: len(days), None, None]
    prices = np.tile([18.0, 60.0], (len(days), 1))
    sales = orders(random, days, rate, prices, (("Cards", "Vases"), ("Shop", "Online")))
    to_come = float(due[len(days) :].sum() * (30 * 18 + 10 * 60))
    return Shop(
        "gifts",
        numbered(sales),
        (
            silent("Valentine's Day is no news", "2024-02-01", "2024-02-29", types=NEWS),
            silent("nor is Mother's Day", "2024-05-01", "2024-05-31", types=NEWS),
            silent("nor is the end of Christmas", "2023-12-01", "2023-12-31", types=("change_point",)),
            telling("February on last February", "2024-02-01", "2024-02-29", words="2023", types=("year_ago",)),
            near("no new level begins or ends with Christmas", _levels("2023-10-01", "2024-11-20"), 0, 0.0),
            near("the Christmas to come", lambda ask: ask.forecast(41), to_come, 0.2),
        ),
    )


def leap(seed: int) -> Shop:
    """100 a day for two years, of which one has a 29th of February."""
    del seed  # nothing is left to chance
    days = calendar("2023-03-01", "2025-02-28")
    sales = pd.DataFrame({"date": days, "revenue": 100.0, "units_sold": 1, "product_category": "A", "region": "R"})
    return Shop(
        "leap",
        numbered(sales.assign(customer_id="C")),
        (
            silent("28 days are no record", "2025-02-01", "2025-02-28", types=("record", *NEWS)),
            telling("28 against 29 days", "2025-02-01", "2025-02-28", types=("year_ago",), words="unchanged: 28 days"),
            telling("28 against 31 days", "2025-02-01", "2025-02-28", types=("growth",), words="unchanged: 28 days"),
            near(
                "this year so far is flat",
                lambda ask: ask.kpis("2025-01-01", "2025-12-31")["total_revenue"].change,
                0,
                0,
            ),
            near("30 days to come", lambda ask: ask.forecast(30), 3000, 0.01),
        ),
    )


def weekdays(seed: int) -> Shop:
    """Open from Monday to Friday; East closes for good on 16 May; the data end in the middle of a quarter."""
    random = np.random.default_rng([10, seed])
    days = pd.bdate_range("2022-09-01", "2024-08-14")
    due = rates(days, (18, 9), (1.0, 0.8, 0.35))
    due[between(days, "2024-05-16"), :, 2] = 0
    prices = np.tile([35.0, 80.0], (len(days), 1))
    sales = orders(random, days, due, prices, (("Parts", "Tools"), ("North", "South", "East")))
    open_ = (18 * 35 + 9 * 80) * (1.8 / 2.15) * len(pd.bdate_range("2024-08-15", "2024-09-13"))
    return Shop(
        "weekdays",
        numbered(sales),
        (
            telling("East stopped in May", "2024-05-01", "2024-05-31", region="East", types=("detractor",)),
            telling("and tells why June fell", "2024-06-01", "2024-06-30", region="East", types=("detractor",)),
            telling("and this quarter", "2024-07-01", "2024-09-30", region="East", types=("detractor",)),
            silent("weekends are not missing", "2024-03-01", "2024-03-31", types=("data_problem",)),
            near("30 days to come", lambda ask: ask.forecast(30), open_, 0.1),
        ),
    )


def spoilt(seed: int) -> Shop:
    """Nine dark days in July 2023, two doubled ones in March 2024, a wave of refunds in April; flat otherwise."""
    random = np.random.default_rng([11, seed])
    days = calendar("2022-10-01", "2024-05-31")
    due = rates(days, (15, 10, 6), (1.0, 0.8, 0.5))
    due[between(days, "2023-07-09", "2023-07-17")] = 0
    prices = np.tile([25.0, 60.0, 120.0], (len(days), 1))
    sales = orders(random, days, due, prices, (("A", "B", "C"), ("X", "Y", "Z")))
    twice = sales[(sales["date"] >= "2024-03-12") & (sales["date"] <= "2024-03-13")]
    back = sales[(sales["date"] >= "2024-04-08") & (sales["date"] <= "2024-04-10") & (sales["product_category"] == "C")]
    return Shop(
        "spoilt",
        numbered(sales, twice, back.assign(revenue=-back["revenue"] * 1.6)),
        (
            telling(
                "nine dark days",
                "2023-07-01",
                "2023-07-31",
                event=("2023-07-09", "2023-07-17"),
                types=("data_problem",),
            ),
            telling(
                "a rise on dark days", "2023-08-01", "2023-08-31", types=("adjusted_change",), words="instead of $0.00"
            ),
            silent("which shifts no share", "2023-08-01", "2023-08-31", types=("concentration",)),
            telling(
                "two doubled days",
                "2024-03-01",
                "2024-03-31",
                event=("2024-03-12", "2024-03-13"),
                types=("data_problem",),
            ),
            telling("refunds of C", "2024-04-01", "2024-04-30", category="C", event=("2024-04-08", "2024-04-10")),
            Truth("the minus of refunds is kept", _keeps_the_minus),
            near("30 days to come", lambda ask: ask.forecast(30), 30 * (15 * 25 + 10 * 60 + 6 * 120), 0.1),
        ),
    )


def _trade(days: pd.DatetimeIndex) -> Floats:
    due = np.ones(len(days))
    for year in range(days[0].year, days[-1].year + 1):
        due[between(days, f"{year}-02-05", f"{year}-02-14")] *= 2.5
        sunday = next(day for day in pd.date_range(f"{year}-05-08", f"{year}-05-14") if day.day_of_week == 6)
        due[between(days, str(sunday - pd.Timedelta(days=6)), str(sunday))] *= 2.2
        due[between(days, f"{year}-11-15", f"{year}-12-24")] *= np.linspace(1.3, 3.5, 40)
        due[between(days, f"{year}-12-25", f"{year}-12-31")] *= 0.5
    return due


def _levels(first: str, last: str) -> Callable[[Asking], float]:
    return lambda ask: sum(anomaly.kind == "level_shift" for anomaly in ask.anomalies(first, last))


def _keeps_the_minus(ask: Asking) -> Verdict:
    """Where May is told without the refunds of April, these brought less than nothing."""
    told = [i for i in ask.insights("2024-05-01", "2024-05-31") if i.type == "adjusted_change"]
    came = [(i, fact.value) for i in told for fact in i.evidence if fact.metric == "revenue"]
    wrong = [i.text for i, value in came if value < 0 and "instead of -" not in i.text]
    return Verdict(not wrong, " | ".join(wrong))


SHOPS = (gifts, leap, weekdays, spoilt)
