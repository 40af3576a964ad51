"""Plain shops of which one thing is true, asked by every route that speaks of it."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from scripts.planted_truths.asking import Asking
from scripts.planted_truths.simulate import between, calendar, december, numbered, order, orders, rates
from scripts.planted_truths.truths import Shop, Truth, Verdict, near, silent, telling

ONE = (("A",), ("R",))


def _shop(random: np.random.Generator, first: str, last: str, a_day: float, spread: float = 0.25) -> pd.DataFrame:
    days = calendar(first, last)
    return orders(random, days, rates(days, (a_day,), (1.0,)), np.full((len(days), 1), 50.0), ONE, spread=spread)


RANGES = (
    ("this month", "2024-06-01", "2024-06-30", 5.0),
    ("this quarter", "2024-04-01", "2024-06-30", 5.0),
    ("this year", "2024-01-01", "2024-12-31", 5.0),
    ("28 to 31 March", "2024-03-28", "2024-03-31", 10.0),
    ("29 and 30 May", "2024-05-29", "2024-05-30", 10.0),
)


def flat(seed: int) -> Shop:
    """A flat business, every weekday alike, whose data end in the middle of a month; it began a year and a half ago."""
    random = np.random.default_rng([2, seed])
    days = calendar("2022-12-01", "2024-06-15")
    sales = orders(random, days, np.full((len(days), 1, 1), 900.0), np.full((len(days), 1), 50.0), ONE)
    changes = [
        near(f"{kpi} of {name} is flat", figure(kpi, first, last), 0, limit)
        for name, first, last, limit in RANGES
        for kpi, figure in (("total_revenue", _change), ("growth_rate", _change_value))
    ]
    return Shop(
        "flat",
        numbered(sales),
        (
            *changes,
            silent("a flat month is no news", "2024-06-01", "2024-06-30", types=("trend", "change_point", "anomaly")),
            Truth("2023 is no growth on 31 days", _not_growth("2023-01-01", "2023-12-31")),
        ),
    )


def business_calendar(seed: int) -> Shop:
    """Five times the usual on the last business day of each month; Good Friday 2024 has the month's end beside it."""
    random = np.random.default_rng([3, seed])
    all_days = pd.bdate_range("2022-01-03", "2024-07-31")
    all_due = rates(all_days, (30,), (1.0,))
    last = pd.Series(all_days, index=all_days).groupby(all_days.to_period("M")).transform("max") == all_days
    all_due[np.asarray(last)] *= 5
    known = all_days <= pd.Timestamp("2024-06-28")
    days, due = all_days[known], all_due[known]
    sales = orders(random, days, due, np.full((len(days), 1), 30.0), ONE)
    return Shop(
        "business calendar",
        numbered(sales),
        (
            near("month ends are no anomalies", lambda ask: len(ask.anomalies("2022-01-01", "2024-06-30")), 0, 4.0),
            silent("nor news", "2024-05-01", "2024-05-31", types=("anomaly", "change_point")),
            near(
                "the month to come and its end", lambda ask: ask.forecast(33), float(all_due[~known].sum() * 30), 0.15
            ),
        ),
        holidays="DE",
    )


def small(seed: int) -> Shop:
    """Three sales a week, of 20 to 500."""
    random = np.random.default_rng([4, seed])
    sales = _shop(random, "2023-01-01", "2024-12-31", 0.55, spread=0.9)
    a_day = float(sales["revenue"].sum()) / 731
    return Shop(
        "small",
        numbered(sales),
        (
            near("30 days to come", lambda ask: ask.forecast(30), 30 * a_day, 0.15),
            near("orders of 30 days", lambda ask: ask.forecast(30, metric="orders"), 30 * len(sales) / 731, 0.15),
            Truth("days, weeks and months agree", _granularities_agree),
            silent("no correlation", "2024-12-01", "2024-12-31", types=("correlation", "trend", "change_point")),
        ),
    )


def decembers(seed: int) -> Shop:
    """Two years, both with a December of two and a half ordinary months; flat otherwise."""
    random = np.random.default_rng([5, seed])
    days = calendar("2021-12-01", "2023-11-30")
    due = rates(days, (40,), (1.0,)) * december(days, 2.5)[:, None, None]
    sales = orders(random, days, due, np.full((len(days), 1), 30.0), ONE)
    return Shop(
        "decembers",
        numbered(sales),
        (
            near("the third December", lambda ask: ask.forecast(31), 31 * 40 * 2.5 * 30, 0.25),
            near("no trend in half a year", _trend("6m"), 0, 8.0),
            near("no trend in a year", _trend("1y"), 0, 8.0),
            silent("no step in December", "2022-12-01", "2022-12-31", types=("change_point",)),
        ),
    )


def silent_end(seed: int) -> Shop:
    """The last three days are empty but for one order of 1.00."""
    random = np.random.default_rng([6, seed])
    sales = _shop(random, "2023-01-01", "2024-11-27", 50)
    return Shop(
        "silent end",
        numbered(sales, order("2024-11-30", 1.0, "A", "R")),
        (
            near("30 days to come", lambda ask: ask.forecast(30), 30 * 50 * 50 * 1.0, 0.08),
            telling(
                "data is missing",
                "2024-11-01",
                "2024-11-30",
                types=("anomaly", "data_problem"),
                event=("2024-11-28", "2024-11-30"),
            ),
        ),
    )


def trifles(seed: int) -> Shop:
    """Home falls by a quarter in January; ten places have an order now and then; one refund of 5.00 in Malta."""
    random = np.random.default_rng([7, seed])
    days = calendar("2022-11-01", "2024-01-31")
    due = rates(days, (60,), (0.75, 0.25))
    due[between(days, "2024-01-01"), :, 0] *= 0.7
    sales = orders(random, days, due, np.full((len(days), 1), 40.0), (("A",), ("Home", "Abroad")))
    strays = [
        order(str(days[at].date()), 250.0, "A", f"Place {i}")
        for i in range(10)
        for at in random.choice(len(days), 4, replace=False)
    ]
    malta = order("2024-01-12", -5.0, "A", "Malta")
    return Shop(
        "trifles",
        numbered(sales, *strays, malta),
        (
            telling("Home carries the fall", "2024-01-01", "2024-01-31", region="Home"),
            *(
                silent(
                    f"Place {i} is no driver",
                    "2024-01-01",
                    "2024-01-31",
                    types=("driver", "detractor", "correlation"),
                    region=f"Place {i}",
                )
                for i in range(0, 10, 3)
            ),
        ),
    )


def level(seed: int) -> Shop:
    """220 a day, 300 from 1 May on, every day alike; a Christmas break in former years."""
    random = np.random.default_rng([8, seed])
    days = calendar("2022-06-01", "2024-07-31")
    due = rates(days, (50,), (1.0,)) * np.where(between(days, "2024-05-01"), 1.4, 1.0)[:, None, None]
    due[np.asarray((days.month == 12) & (days.day >= 24))] = 0
    sales = orders(random, days, due, np.full((len(days), 1), 20.0), ONE)
    return Shop(
        "level",
        numbered(sales),
        (
            telling(
                "the step on 1 May",
                "2024-05-01",
                "2024-05-31",
                types=("change_point", "anomaly", "growth"),
                event=("2024-04-29", "2024-05-09"),
            ),
            near("told once as a level", lambda ask: _shifts(ask, "2024-04-01", "2024-07-31"), 1, 0.0),
            near("no level at Christmas", lambda ask: _shifts(ask, "2022-12-01", "2024-02-01"), 0, 0.0),
            silent("no step at Christmas", "2023-12-01", "2023-12-31", types=("change_point",)),
        ),
    )


def _change(kpi: str, first: str, last: str) -> Callable[[Asking], float]:
    return lambda ask: ask.kpis(first, last)[kpi].change


def _change_value(kpi: str, first: str, last: str) -> Callable[[Asking], float]:
    return lambda ask: ask.kpis(first, last)[kpi].value


def _trend(period: str) -> Callable[[Asking], float]:
    def size(ask: Asking) -> float:
        answer = ask.trends(period)
        return answer.direction.percent if answer.direction.significant else 0.0

    return size


def _shifts(ask: Asking, first: str, last: str) -> int:
    return sum(anomaly.kind == "level_shift" for anomaly in ask.anomalies(first, last))


def _granularities_agree(ask: Asking) -> Verdict:
    sums = [ask.forecast(84), ask.forecast(12, granularity="week")]
    return Verdict(abs(sums[0] / sums[1] - 1) <= 0.1, f"84 days {sums[0]:,.0f}, 12 weeks {sums[1]:,.0f}")


def _not_growth(first: str, last: str) -> Callable[[Asking], Verdict]:
    def judge(ask: Asking) -> Verdict:
        texts = [i.text for i in ask.insights(first, last) if " rose " in i.text and "%" in i.text and "2022" in i.text]
        return Verdict(not texts, " | ".join(texts))

    return judge


SHOPS = (flat, business_calendar, small, decembers, silent_end, trifles, level)
