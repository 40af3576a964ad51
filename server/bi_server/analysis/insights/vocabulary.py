"""What the metrics of facts mean: the role of the figure, what it counts, its unit, and what a change is against.

A claim may only use metrics that stand here (a test sees to it); the check of a model's words binds every number by
them. To add a metric, add a line to `_OTHERS`, or a noun to `_NOUNS` and get all its forms.
"""

from dataclasses import dataclass
from typing import Literal

Format = Literal["currency", "percentage", "points", "number"]
"""Unit of a figure: the currency's, percent, percentage points, or plain."""

Role = Literal[
    "current",
    "previous",
    "expected",
    "forecast",
    "record",
    "change",
    "slope",
    "bound",
    "confidence",
    "duration",
    "index",
]
"""What a figure is: the level of the claim's range; of an earlier range; what a model would have expected of past days,
or expects of coming ones; the best (or worst) before; a difference between two levels; a difference a day; an end of
an interval, and how sure it is; days; a figure without unit."""


@dataclass(frozen=True)
class Term:
    """The meaning of a fact's metric. `base` is the metric of the same claim that a change is against, else empty."""

    role: Role
    noun: str
    format: Format
    base: str = ""


_NOUNS: dict[str, Format] = {
    "revenue": "currency",
    "orders": "number",
    "units": "number",
    "customers": "number",
    "visits": "number",
    "average_order_value": "currency",
    "conversion_rate": "percentage",
    "revenue_per_unit": "currency",
    "share": "percentage",
}


def _forms(noun: str, unit: Format) -> dict[str, Term]:
    """The level now, in the compared range, a year before and as expected, with the change against each of them."""
    forms = {noun: Term("current", noun, unit)}
    bases: tuple[tuple[str, Role], ...] = (
        ("previous", "previous"),
        ("last_year", "previous"),
        ("expected", "expected"),
    )
    for prefix, role in bases:
        base = f"{prefix}_{noun}"
        changed = f"{noun}_change" if prefix == "previous" else f"{base}_change"
        forms[base] = Term(role, noun, unit)
        if unit == "percentage":
            forms[f"{changed}_points"] = Term("change", noun, "points", base)
        else:
            forms[changed] = Term("change", noun, unit, base)
            forms[f"{changed}_percent"] = Term("change", noun, "percentage", base)
    return forms


_OTHERS: dict[str, Term] = {
    "available_revenue": Term("current", "revenue", "currency"),
    "known_revenue": Term("previous", "revenue", "currency"),
    "revenue_since_last_sales": Term("current", "revenue", "currency"),
    "revenue_of_first_day": Term("current", "revenue", "currency"),
    "revenue_of_last_day": Term("previous", "revenue", "currency"),
    "orders_effect": Term("change", "revenue", "currency"),
    "order_value_effect": Term("change", "revenue", "currency"),
    "price_effect": Term("change", "revenue", "currency"),
    "season_index_low": Term("index", "season_index", "number"),
    "season_index_high": Term("index", "season_index", "number"),
    "order_revenue": Term("current", "revenue", "currency"),
    "customer_revenue": Term("current", "revenue", "currency"),
    "previous_customer_revenue": Term("previous", "revenue", "currency"),
    "customer_revenue_change": Term("change", "revenue", "currency", "previous_customer_revenue"),
    "customer_revenue_change_percent": Term("change", "revenue", "percentage", "previous_customer_revenue"),
    "revenue_change_without": Term("change", "revenue", "currency"),
    "revenue_change_percent_without": Term("change", "revenue", "percentage"),
    "mean_day_change_percent": Term("change", "daily_revenue", "percentage"),
    "days": Term("duration", "days", "number"),
    "categories": Term("index", "categories", "number"),
    "regions": Term("index", "regions", "number"),
    "previous_days": Term("duration", "days", "number"),
    "previous_record": Term("record", "revenue", "currency"),
    "revenue_trend_percent": Term("change", "revenue", "percentage"),
    "revenue_trend_per_day": Term("slope", "revenue", "currency"),
    "daily_revenue_before": Term("previous", "daily_revenue", "currency"),
    "daily_revenue_after": Term("current", "daily_revenue", "currency"),
    "daily_revenue_change": Term("change", "daily_revenue", "currency", "daily_revenue_before"),
    "level_change_percent": Term("change", "daily_revenue", "percentage", "daily_revenue_before"),
    "deviation": Term("change", "revenue", "currency", "expected_revenue"),
    "deviation_percent": Term("change", "revenue", "percentage", "expected_revenue"),
    "forecast_revenue": Term("forecast", "revenue", "currency"),
    "forecast_lower": Term("bound", "revenue", "currency"),
    "forecast_upper": Term("bound", "revenue", "currency"),
    "forecast_level": Term("confidence", "revenue", "percentage"),
    "forecast_change": Term("change", "revenue", "currency", "revenue"),
    "forecast_change_percent": Term("change", "revenue", "percentage", "revenue"),
    "correlation": Term("index", "correlation", "number"),
    "lag_days": Term("duration", "days", "number"),
    "herfindahl_index": Term("index", "herfindahl_index", "number"),
}

TERMS: dict[str, Term] = {
    **{name: term for noun, unit in _NOUNS.items() for name, term in _forms(noun, unit).items()},
    **_OTHERS,
}
"""Every metric a fact may have: `revenue`, `previous_orders`, `share_change_points`, `last_year_orders_change` ..."""
