"""The wording that needs no model: one English sentence per claim, every number formatted from a fact."""

from collections.abc import Callable

from bi_server.analysis.insights import Claim

from .growth_wording import (
    began_segment,
    driver,
    ended_segment,
    growth,
    growth_cut_base,
    growth_ended,
    growth_first_sales,
    growth_going_on,
    growth_hardly,
    growth_no_base,
    growth_none,
    no_data,
    no_data_at_all,
    year_ago,
)
from .order_wording import adjusted_change, customer_carries, order_carries, order_turns
from .ratio_wording import breakdown, concentration, conversion, price, share_shift
from .series_wording import (
    anomaly,
    change_point,
    correlation,
    day_going_on,
    forecast,
    nothing_unusual,
    record,
    trend,
    trend_seasonal,
)


def sentence(claim: Claim, currency: str) -> str:
    """`claim` in words. Amounts are in `currency`, an ISO 4217 code."""
    return _TEMPLATES[claim.template](claim, currency)


_TEMPLATES: dict[str, Callable[[Claim, str], str]] = {
    "growth": growth,
    "growth_hardly": growth_hardly,
    "growth_none": growth_none,
    "growth_no_base": growth_no_base,
    "growth_cut_base": growth_cut_base,
    "growth_first_sales": growth_first_sales,
    "growth_going_on": growth_going_on,
    "growth_ended": growth_ended,
    "no_data": no_data,
    "no_data_at_all": no_data_at_all,
    "driver": driver,
    "driver_core": driver,
    "began_segment": began_segment,
    "ended_segment": ended_segment,
    "year_ago": year_ago,
    "year_ago_season": year_ago,
    "breakdown": breakdown,
    "conversion": conversion,
    "price": price("Revenue per unit", "revenue_per_unit", "price_effect"),
    "order_value": price("The average order value", "average_order_value", "order_value_effect"),
    "concentration": concentration,
    "share_shift": share_shift,
    **{f"best_{unit}": record(f"best {unit}", "the best before") for unit in ("day", "week", "month")},
    **{f"worst_{unit}": record(f"weakest {unit}", "the weakest before") for unit in ("day", "week", "month")},
    "trend": trend,
    "trend_seasonal": trend_seasonal,
    **dict.fromkeys(("change_point", "change_point_until", "change_point_recent"), change_point),
    "day_going_on": day_going_on,
    "nothing_unusual": nothing_unusual,
    "anomaly_spike": anomaly(""),
    "anomaly_dip": anomaly(""),
    "anomaly_level_shift": anomaly(", the start of a new level"),
    "anomaly_missing_data": anomaly("; data may be missing, or the business was closed"),
    "anomaly_partial_data": anomaly("; part of the data may be missing"),
    "anomaly_duplicate_import": anomaly("; rows may have been imported again"),
    "anomaly_holiday": anomaly(", as the holiday explains"),
    "order_carries": order_carries,
    "order_turns": order_turns,
    "customer_carries": customer_carries,
    "adjusted_change": adjusted_change,
    "forecast": forecast,
    "correlation": correlation,
    "correlation_lag": correlation,
}
