"""Simulated businesses with a known truth."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from bi_server.analysis.anomalies import detect_anomalies
from bi_server.analysis.insights import WHOLE, Briefing, Claim, Segment
from bi_server.analysis.trends import change_points, direction

CATEGORIES = ("Books", "Clothing", "Electronics", "Garden", "Sports")
REGIONS = ("East", "North", "South", "West")
PAIRS = pd.MultiIndex.from_product([CATEGORIES, REGIONS])
USUAL = np.outer([5, 3, 2, 2, 1], [4, 3, 2, 1]).ravel() * 100.0
WEEK = np.array([1.0, 0.95, 0.95, 1.0, 1.2, 1.4, 0.8])


def noise(seed: int, *, days: int = 730, memory: float = 0.0, spread: float = 0.4) -> pd.DataFrame:
    """Revenue by day and pair: a weekly pattern and noise (with that lag-one autocorrelation), nothing else."""
    random = np.random.default_rng(seed)
    shocks = random.normal(size=(days, len(PAIRS))) * np.sqrt(1 - memory**2)
    for day in range(1, days):
        shocks[day] += memory * shocks[day - 1]
    values = USUAL * WEEK[np.arange(days) % 7, None] * (1 + spread * shocks)
    return pd.DataFrame(values.round(2), index=pd.date_range("2023-01-01", periods=days), columns=PAIRS)


def last(days: int, revenue: pd.DataFrame, **more: object) -> Briefing:
    """The briefing on the last so many days against as many before."""
    end = revenue.index[-1].date()
    start = end - timedelta(days=days - 1)
    before = start - timedelta(days=days)
    return Briefing(start, end, before, start - timedelta(days=1), revenue, **more)  # type: ignore[arg-type]


def fully_analysed(days: int, revenue: pd.DataFrame) -> Briefing:
    """The same, with what the sibling packages find."""
    total = pd.Series(revenue.to_numpy().sum(axis=1), index=revenue.index)
    start = pd.Timestamp(last(days, revenue).start)
    series = {WHOLE: total} | {
        Segment(name): pd.Series(revenue[name].to_numpy().sum(axis=1), index=revenue.index) for name in CATEGORIES
    }
    return last(
        days,
        revenue,
        directions={s: direction(y.loc[start:], history=y) for s, y in series.items()},
        change_points={WHOLE: change_points(total)},
        anomalies=[(anomaly, ()) for anomaly in detect_anomalies(total).anomalies],
    )


def scaled(revenue: pd.DataFrame, factor: float, start: date | str, end: date | str, *pair: str) -> pd.DataFrame:
    """A copy with one category, or one pair, multiplied by `factor` from `start` to `end`."""
    changed = revenue.copy()
    columns = [p for p in PAIRS if p[: len(pair)] == pair]
    changed.loc[str(start) : str(end), columns] = (changed.loc[str(start) : str(end), columns] * factor).round(2)
    return changed


def of_type(claims: tuple[Claim, ...], *types: str) -> list[Claim]:
    """The claims of these types."""
    return [claim for claim in claims if claim.type in types]


def news(claims: tuple[Claim, ...]) -> list[Claim]:
    """The claims that something stands out."""
    return [claim for claim in claims if claim.p_value is not None]
