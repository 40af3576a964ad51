"""Every metric, defined once: title, format, and how it follows from the sums of a range."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bi_server.errors import InvalidInput

Format = Literal["currency", "percentage", "number"]
Trend = Literal["up", "down", "flat"]


@dataclass(frozen=True)
class Metric:
    """One figure a dashboard can plot."""

    id: str
    title: str
    format: Format
    additive: bool  # whether values of parts add up to the value of the whole


METRICS = {
    metric.id: metric
    for metric in (
        Metric("revenue", "Revenue", "currency", True),
        Metric("orders", "Orders", "number", True),
        Metric("units", "Units Sold", "number", True),
        Metric("average_order_value", "Average Order Value", "currency", False),
        Metric("customers", "Customers", "number", False),
        Metric("visits", "Visits", "number", True),
        Metric("conversion_rate", "Conversion Rate", "percentage", False),
    )
}
DAILY_METRICS = tuple(m for m in METRICS if m != "customers")  # known for every day without counting people anew
FORECAST_METRICS = ("revenue", "orders", "units", "average_order_value")


class Totals(NamedTuple):
    """The sums of one range under some filters. `rows` 0 means that no sale stands behind them."""

    revenue_cents: int
    units: int
    orders: int
    rows: int
    visits: int

    @property
    def revenue(self) -> float:
        return self.revenue_cents / 100


class Ratio(NamedTuple):
    """A figure that may be undefined; then `reason` says why, and it is empty otherwise."""

    value: float | None
    reason: str = ""


def average_order_value(totals: Totals) -> Ratio:
    """Revenue / orders."""
    if totals.orders == 0:
        return Ratio(None, "no_orders" if totals.rows else "no_data")
    return Ratio(revenue_per_order(totals.revenue_cents, totals.orders))


def revenue_per_order(cents: float, orders: float) -> float:
    """Average order value where there are orders."""
    return cents / orders / 100


def conversion_rate(totals: Totals, traffic_is_complete: bool = True) -> Ratio:
    """Orders / visits in percent; undefined where visits are missing for part of what was sold."""
    if totals.visits == 0:
        return Ratio(None, "no_traffic")
    if not traffic_is_complete:
        return Ratio(None, "partial_traffic")
    return Ratio(orders_per_visit(totals.orders, totals.visits))


def orders_per_visit(orders: float, visits: float) -> float:
    """Conversion rate in percent where there are visits."""
    return orders / visits * 100


def value_of(metric: str, totals: Totals, traffic_is_complete: bool = True) -> Ratio:
    """A metric of a range; `customers` cannot be told from sums and is not served here."""
    match metric:
        case "revenue":
            return Ratio(totals.revenue)
        case "orders":
            return Ratio(float(totals.orders))
        case "units":
            return Ratio(float(totals.units))
        case "visits":
            return Ratio(float(totals.visits))
        case "average_order_value":
            return average_order_value(totals)
        case "conversion_rate":
            return conversion_rate(totals, traffic_is_complete)
    raise KeyError(metric)


class Change(NamedTuple):
    """How a figure moved; what is undefined is None, and `reason` says why `percent` is."""

    absolute: float | None
    percent: float | None
    trend: Trend
    reason: str = ""


def trend_of(difference: float) -> Trend:
    """The sign of an unrounded difference, in words."""
    return "up" if difference > 0 else "down" if difference < 0 else "flat"


def change(current: Ratio, previous: Ratio, *, has_base: bool) -> Change:
    """(current - previous) / |previous| * 100.

    0 -> 0 is 0. `zero_base`: from 0 to something. `no_base`: nothing to compare with, because there were no rows
    (`has_base` false) or the previous figure is undefined. An undefined current figure hands its own reason on.
    """
    if current.value is None:
        return Change(None, None, "flat", current.reason)
    if previous.value is None:
        return Change(None, None, "flat", "no_base")
    difference = current.value - previous.value
    if previous.value == 0:
        if difference == 0:
            return Change(0.0, 0.0, "flat")
        return (
            Change(difference, None, trend_of(difference), "zero_base")
            if has_base
            else Change(None, None, "flat", "no_base")
        )
    return Change(difference, difference / abs(previous.value) * 100, trend_of(difference))


def points(current: Ratio, previous: Ratio) -> Change:
    """How a percentage moved, in percentage points."""
    if current.value is None:
        return Change(None, None, "flat", current.reason)
    if previous.value is None:
        return Change(None, None, "flat", "no_base")
    difference = current.value - previous.value
    return Change(difference, difference, trend_of(difference))


class Shares(NamedTuple):
    """Parts in percent, in the order of the values; None where a part has no share, and `reason` says why.

    `basis`: `total`, or `same_sign` where signs mix: then the parts that have the total's sign share their own sum, and
    the others have none. Empty where no part has a share.
    """

    percent: list[float | None]
    basis: Literal["total", "same_sign", ""]
    reason: str


def shares(values: Sequence[float]) -> Shares:
    """What each value is of all of them. One small refund takes no other part's share away."""
    total = sum(values)
    if total == 0:
        return Shares([None] * len(values), "", "mixed_signs" if any(values) else "no_data")
    whole = sum(v for v in values if (v > 0) == (total > 0))
    mixed = any((v < 0) == (total > 0) for v in values if v)
    parts = [None if v and (v > 0) != (total > 0) else v / whole * 100 for v in values]
    return Shares(parts, "same_sign" if mixed else "total", "mixed_signs" if mixed else "")


def check_metric(metric: str, allowed: tuple[str, ...] = tuple(METRICS)) -> str:
    """The metric a request names; blank means revenue. Raises InvalidInput with the list."""
    name = metric.strip().lower() or "revenue"
    if name not in allowed:
        raise InvalidInput.of("metric", f"{metric!r} is not known; use one of {', '.join(allowed)}")
    return name
