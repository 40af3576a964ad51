"""Forecasts of simulated shops whose true mean is known: are sums right, and do granularities agree?

    python scripts/benchmark_forecasts.py [--shops N] [--only KIND ...]

Every kind of shop is simulated with fixed seeds. `bias` is the forecast sum of the coming 30 days over its true mean
(1.00 is right), `within` the share of shops where it is within 15 %. A shop that sells rarely cannot be known that
well: `best` is the share that the mean of all of its history would have reached, where the shop has no season. `agree`
is the largest distance, in percent, of the weeks and months ahead from the days that they hold, over 95 % of shops.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.analysis.forecasting import Granularity, forecast, forecast_sums

Floats = npt.NDArray[np.float64]
HORIZON = 92


@dataclass(frozen=True)
class Kind:
    """How a shop sells: a Poisson number of orders a day (or one at most), each of a lognormal value."""

    orders: float
    sigma: float = 0.5
    single: bool = False  # at most one order a day, with probability `orders`
    first: str = "2022-12-01"
    days: int = 730
    factor: Callable[[pd.DatetimeIndex], Floats] = field(default=lambda days: np.ones(len(days)))


def weekdays(*factors: float) -> Callable[[pd.DatetimeIndex], Floats]:
    return lambda days: np.array(factors)[days.day_of_week]


def december(days: pd.DatetimeIndex) -> Floats:
    return np.where(days.month == 12, 2.5, 1.0)


def year(days: pd.DatetimeIndex) -> Floats:
    return np.asarray(1 + 0.5 * np.sin(2 * np.pi * np.asarray(days.day_of_year) / 365.25))


def month_end(days: pd.DatetimeIndex) -> Floats:
    last = pd.DatetimeIndex([pd.offsets.BMonthEnd().rollforward(day) for day in days])
    return np.where(days == last, 4.0, 1.0)


def thanksgiving(days: pd.DatetimeIndex) -> Floats:
    thursday = pd.DatetimeIndex([f"{y}-11-{22 + (3 - pd.Timestamp(y, 11, 1).weekday()) % 7}" for y in days.year])
    distance = np.asarray((days - thursday).days)
    return np.select([distance == 1, (distance >= -3) & (distance <= 4)], [5.0, 2.0], 1.0)


def growth(days: pd.DatetimeIndex) -> Floats:
    return np.asarray(1.4 ** (np.arange(len(days)) / 365))


def decline(days: pd.DatetimeIndex) -> Floats:
    return np.asarray(0.6 ** (np.arange(len(days)) / 365))


def launch(days: pd.DatetimeIndex) -> Floats:
    """A new product lifts the level by half for good, half a year before the end."""
    return np.where(np.arange(len(days)) < 550, 1.0, 1.5)


KINDS = {
    "sells on 15 % of days": Kind(0.15, single=True),
    "sells on 30 % of days": Kind(0.30, single=True),
    "sells on 43 % of days": Kind(0.43, single=True),
    "sells on 60 % of days, skewed": Kind(0.60, sigma=1.0, single=True),
    "sells on 90 % of days": Kind(0.90, single=True),
    "sells on 20 % of days, 100 days known": Kind(0.20, single=True, days=100),
    "quiet Sundays": Kind(4, factor=weekdays(1, 1, 1, 1, 1.3, 1.5, 0.05)),
    "closed Sundays": Kind(4, factor=weekdays(1, 1, 1, 1, 1.3, 1.5, 0)),
    "an order a day, skewed": Kind(1, sigma=1.0),
    "three orders a day, skewed": Kind(3, sigma=1.3),
    "twenty orders a day": Kind(20),
    "twenty orders a day, 60 days known": Kind(20, days=60),
    "few orders, growing by 40 % a year": Kind(0.5, factor=growth),
    "few orders, falling by 40 % a year": Kind(0.7, factor=decline),
    "growing by 40 % a year": Kind(20, factor=growth),
    "a launch half a year ago": Kind(3, factor=launch),
    "season of the year": Kind(20, factor=year),
    "December of 2.5 times, two known": Kind(20, factor=december),
    "last business day of 4 times": Kind(20, factor=month_end),
    "Thanksgiving week, two known": Kind(30, first="2022-10-01", days=775, factor=thanksgiving),
}


def simulate(kind: Kind, seed: int) -> tuple[pd.Series, pd.Series]:
    """Daily sales of the shop, and the true mean of every day to come."""
    random = np.random.default_rng(seed)
    days = pd.date_range(kind.first, periods=kind.days + HORIZON, freq="D")
    rate = kind.orders * kind.factor(days)
    orders = random.binomial(1, np.minimum(rate, 1)) if kind.single else random.poisson(rate)
    size = 60.0
    values = np.array([random.lognormal(np.log(size), kind.sigma, n).sum() for n in orders])
    mean = pd.Series(rate * size * np.exp(kind.sigma**2 / 2), index=days)
    return pd.Series(values, index=days)[: kind.days].round(2), mean[kind.days :]


def measure(kind: Kind, shops: int) -> tuple[Floats, Floats, Floats]:
    """Per shop: sum of 30 days over the truth, the same of the mean of all history, distance of granularities."""
    bias, plain, apart = [], [], []
    for seed in range(shops):
        y, mean = simulate(kind, seed)
        days = pd.Series({pd.Timestamp(p.date): p.value for p in forecast(y, HORIZON).points})
        truth = float(mean[:30].sum())
        bias.append(float(days[:30].sum()) / truth)
        plain.append(30 * y.mean() / truth)
        known = pd.concat([y, days])
        steps: tuple[tuple[Granularity, str, int], ...] = (("week", "7D", 8), ("month", "MS", 3))
        for granularity, offset, count in steps:
            if len(y) < 200 and granularity == "month":
                continue  # too few months to be answered
            for p in forecast_sums(y, count, granularity=granularity).points:
                held = pd.date_range(p.date, periods=2, freq=offset)
                expected = float(known[held[0] : held[1] - pd.Timedelta(days=1)].sum())
                apart.append(abs(p.value / expected - 1) if expected else float(p.value != 0))
    return np.array(bias), np.array(plain), np.array(apart).reshape(shops, -1).max(axis=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--shops", type=int, default=20, help="shops of each kind")
    parser.add_argument("--only", nargs="*", default=list(KINDS), help="kinds to measure")
    chosen = parser.parse_args()
    print(f"{'shop':40} {'bias: median':>12} {'mean':>6} {'10 % .. 90 %':>14} {'within':>7} {'best':>6} {'agree':>7}")
    for name in chosen.only:
        bias, plain, apart = measure(KINDS[name], chosen.shops)
        low, high = np.quantile(bias, [0.1, 0.9])
        within, best = (float((np.abs(found - 1) <= 0.15).mean()) for found in (bias, plain))
        print(
            f"{name:40} {np.median(bias):12.2f} {bias.mean():6.2f} {f'{low:.2f} .. {high:.2f}':>14}"
            f" {within:7.0%} {best:6.0%} {100 * np.quantile(apart, 0.95):6.1f}%",
            flush=True,
        )


if __name__ == "__main__":
    main()
