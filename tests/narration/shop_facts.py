"""Facts of claims as the analysis makes them, from the figures they rest on: shared by the shops of the batches."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Fact, Format, Segment

from .coffee_claims import c, ch, f

__all__ = [
    "PT",
    "D",
    "N",
    "P",
    "ago",
    "c",
    "ch",
    "dev",
    "f",
    "moved",
    "on",
    "outlook",
    "price",
    "rate",
    "shift",
    "split",
    "step",
]

Days = tuple[date, date]
D = date
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"


def on(year: int, month: int, day: int, last: int = 0) -> Days:
    return D(year, month, day), D(year, month, last or day)


def moved(part: Segment, now: float, before: float, days: Days, base: Days) -> tuple[Fact, ...]:
    """As `ch`, with what the mean day did where the ranges' lengths may be all there is to the change."""
    if before == 0:
        change = round(now - before, 2)
        return (
            f("revenue", now, days, part),
            f("previous_revenue", before, base, part),
            f("revenue_change", change, days, part),
        )
    length, length_before = ((end - start).days + 1 for start, end in (days, base))
    facts = ch(part, now, before, days, base)
    if length == length_before or abs(now / before - 1) > 3 * abs(length / length_before - 1):
        return facts
    percent = (now / length) / (before / length_before) * 100 - 100
    return (
        *facts,
        f("mean_day_change_percent", round(percent, 2), days, part, P),
        f("days", length, days, part, N),
        f("previous_days", length_before, base, part, N),
    )


def dev(now: float, usual: float, days: Days, part: Segment = WHOLE, *cause: Fact) -> tuple[Fact, ...]:
    return (
        f("revenue", now, days, part),
        f("expected_revenue", usual, days, part),
        f("deviation", round(now - usual, 2), days, part),
        f("deviation_percent", round((now - usual) / usual * 100, 2), days, part, P),
        *cause,
    )


def ago(now: float, before: float, days: Days, then: Days, part: Segment = WHOLE) -> tuple[Fact, ...]:
    return (
        f("revenue", now, days, part),
        f("last_year_revenue", before, then, part),
        f("last_year_revenue_change", round(now - before, 2), days, part),
        f("last_year_revenue_change_percent", round((now - before) / before * 100, 2), days, part, P),
    )


def split(
    now: float, before: float, orders: int, orders_before: int, days: Days, base: Days, part: Segment = WHOLE
) -> tuple[Fact, ...]:
    value, value_before = now / orders, before / orders_before
    effect = (value + value_before) / 2 * (orders - orders_before)
    return (
        f("revenue_change", round(now - before, 2), days, part),
        f("orders", orders, days, part, N),
        f("previous_orders", orders_before, base, part, N),
        f("orders_change_percent", round((orders / orders_before - 1) * 100, 2), days, part, P),
        f("average_order_value", round(value, 2), days, part),
        f("previous_average_order_value", round(value_before, 2), base, part),
        f("average_order_value_change_percent", round((value / value_before - 1) * 100, 2), days, part, P),
        f("orders_effect", round(effect, 2), days, part),
        f("order_value_effect", round(now - before - effect, 2), days, part),
    )


def rate(
    now: tuple[int, int], before: tuple[int, int], days: Days, base: Days, part: Segment = WHOLE
) -> tuple[Fact, ...]:
    """Of orders and visits."""
    this, that = round(now[0] / now[1] * 100, 2), round(before[0] / before[1] * 100, 2)
    return (
        f("conversion_rate", this, days, part, P),
        f("previous_conversion_rate", that, base, part, P),
        f("conversion_rate_change_points", round(this - that, 2), days, part, PT),
        f("visits_change_percent", round((now[1] / before[1] - 1) * 100, 2), days, part, P),
        f("orders_change_percent", round((now[0] / before[0] - 1) * 100, 2), days, part, P),
    )


def price(
    metric: str, now: float, before: float, effect: float, days: Days, base: Days, part: Segment
) -> tuple[Fact, ...]:
    return (
        f(metric, now, days, part),
        f(f"previous_{metric}", before, base, part),
        f(f"{metric}_change_percent", round((now / before - 1) * 100, 2), days, part, P),
        f("price_effect" if metric == "revenue_per_unit" else "order_value_effect", effect, days, part),
    )


def shift(now: float, before: float, index: float, days: Days, base: Days, part: Segment) -> tuple[Fact, ...]:
    return (
        f("share", now, days, part, P),
        f("previous_share", before, base, part, P),
        f("share_change_points", round(now - before, 2), days, part, PT),
        f("herfindahl_index", index, days, WHOLE, N),
    )


def step(before: float, after: float, start: date, end: date, part: Segment = WHOLE) -> tuple[Fact, ...]:
    eve = date.fromordinal(start.toordinal() - 1)
    return (
        f("daily_revenue_before", before, (eve, eve), part),
        f("daily_revenue_after", after, (start, end), part),
        f("level_change_percent", round((after / before - 1) * 100, 2), (start, end), part, P),
    )


def outlook(value: float, low: float, high: float, before: float, days: Days, past: Days) -> tuple[Fact, ...]:
    return (
        f("forecast_revenue", value, days),
        f("forecast_lower", low, days),
        f("forecast_upper", high, days),
        f("forecast_level", 95.0, days, WHOLE, P),
        f("revenue", before, past),
        f("forecast_change_percent", round((value / before - 1) * 100, 2), days, WHOLE, P),
    )
