"""Claims of a coffee shop in euros, as the routes answer them."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Fact, Format, Segment
from bi_server.analysis.insights.claims import ClaimType, Trend

D = date
SEPT = (D(2024, 9, 1), D(2024, 9, 30))
AUG = (D(2024, 8, 1), D(2024, 8, 31))
Q3 = (D(2024, 7, 1), D(2024, 9, 30))
Q2 = (D(2024, 4, 1), D(2024, 6, 30))
THEN = (D(2024, 8, 14), D(2024, 8, 14))
BEST = (D(2024, 9, 17), D(2024, 9, 17))
OCT = (D(2024, 10, 1), D(2024, 10, 30))


def f(
    metric: str, value: float, days: tuple[date, date] = SEPT, part: Segment = WHOLE, fmt: Format = "currency"
) -> Fact:
    return Fact(metric, part.category, part.region, *days, value, fmt)


def ch(
    part: Segment, now: float, before: float, days: tuple[date, date] = SEPT, base: tuple[date, date] = AUG
) -> tuple[Fact, ...]:
    return (
        f("revenue", now, days, part),
        f("previous_revenue", before, base, part),
        f("revenue_change", round(now - before, 2), days, part),
        f("revenue_change_percent", round((now - before) / before * 100, 2), days, part, "percentage"),
    )


def c(
    type_: ClaimType,
    template: str,
    facts: tuple[Fact, ...],
    direction: Trend | None = None,
    names: tuple[str, ...] = (),
) -> Claim:
    return Claim(f"{type_}:x", type_, "neutral", 0.5, None, facts, template, direction, names)


P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
mugs, tea = Segment("Mugs", "Munich"), Segment("Tea", "Hamburg")
coffee, grind, munich = Segment("Coffee"), Segment("Grinders"), Segment(None, "Munich")
DEC23, DEC22 = (D(2023, 12, 1), D(2023, 12, 31)), (D(2022, 12, 1), D(2022, 12, 31))
CLAIMS = {
    "growth": c("growth", "growth", ch(WHOLE, 39223.81, 32472.14), "up"),
    "quarter": c("growth", "growth", ch(WHOLE, 102426.49, 70681.80, Q3, Q2), "up"),
    "fall": c("growth", "growth", ch(Segment("Tea"), 2700.10, 3337.09), "down"),
    "mugs": c("driver", "driver", ch(mugs, 9631.24, 518.41), "up"),
    "tea": c("detractor", "driver", ch(tea, 129.90, 1090.06), "down"),
    "grinders": c("driver", "driver", ch(grind, 46278.88, 25550.12, Q3, Q2), "up"),
    "record": c(
        "record",
        "best_day",
        (f("revenue", 9706.17, BEST), f("previous_record", 2058.32, (D(2022, 1, 1), D(2024, 8, 31)))),
        "up",
    ),
    "price": c(
        "price",
        "price",
        (
            f("revenue_per_unit", 31.33, SEPT, coffee),
            f("previous_revenue_per_unit", 27.76, AUG, coffee),
            f("revenue_per_unit_change_percent", 12.84, SEPT, coffee, P),
            f("price_effect", 1202.90, SEPT, coffee),
        ),
        "up",
    ),
    "year_ago": c(
        "year_ago",
        "year_ago",
        (
            f("revenue", 39223.81),
            f("last_year_revenue", 21879.89, (D(2023, 9, 1), D(2023, 9, 30))),
            f("last_year_revenue_change", 17343.92),
            f("last_year_revenue_change_percent", 79.27, SEPT, WHOLE, P),
        ),
        "up",
    ),
    "season": c(
        "year_ago",
        "year_ago_season",
        (
            f("revenue", 44218.72, DEC23),
            f("last_year_revenue", 36715.61, DEC22),
            f("last_year_revenue_change", 7503.11, DEC23),
            f("last_year_revenue_change_percent", 20.44, DEC23, WHOLE, P),
            f("season_index_low", 1.82, (D(2020, 1, 1), D(2022, 12, 31)), WHOLE, N),
            f("season_index_high", 1.97, (D(2020, 1, 1), D(2022, 12, 31)), WHOLE, N),
        ),
        "up",
    ),
    "breakdown": c(
        "breakdown",
        "breakdown",
        (
            f("revenue_change", 6751.67),
            f("orders", 554.0, SEPT, WHOLE, N),
            f("previous_orders", 590.0, AUG, WHOLE, N),
            f("orders_change_percent", -6.10, SEPT, WHOLE, P),
            f("average_order_value", 70.80),
            f("previous_average_order_value", 55.04, AUG),
            f("average_order_value_change_percent", 28.64, SEPT, WHOLE, P),
            f("orders_effect", -2265.10),
            f("order_value_effect", 9016.77),
        ),
        "up",
    ),
    "missing": c(
        "data_problem",
        "anomaly_missing_data",
        (
            f("revenue", 0.0, THEN),
            f("expected_revenue", 952.06, THEN),
            f("deviation", -952.06, THEN),
            f("deviation_percent", -100.0, THEN, WHOLE, P),
        ),
        "down",
    ),
    "trend": c(
        "trend",
        "trend",
        (
            f("revenue_trend_percent", 78.62, (D(2024, 1, 1), D(2024, 9, 30)), grind, P),
            f("revenue_trend_per_day", 0.69, (D(2024, 1, 1), D(2024, 9, 30)), grind),
        ),
        "up",
    ),
    "concentration": c(
        "concentration",
        "concentration",
        (
            f("share", 51.59, AUG, grind, P),
            f("revenue", 16752.30, AUG, grind),
            f("herfindahl_index", 0.37, AUG, WHOLE, N),
        ),
    ),
    "share": c(
        "concentration",
        "share_shift",
        (
            f("share", 25.31, SEPT, Segment("Mugs"), P),
            f("previous_share", 2.90, AUG, Segment("Mugs"), P),
            f("share_change_points", 22.41, SEPT, Segment("Mugs"), PT),
            f("herfindahl_index", 0.33, SEPT, WHOLE, N),
        ),
        "up",
    ),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        (
            f("revenue", 9128.88, BEST, munich),
            f("expected_revenue", 159.39, BEST, munich),
            f("deviation", 8969.49, BEST, munich),
            f("deviation_percent", 5627.21, BEST, munich, P),
            f("deviation", 8999.68, BEST, mugs),
        ),
        "up",
    ),
    "nothing": c(
        "nothing_unusual",
        "nothing_unusual",
        (
            f("days", 31.0, (D(2024, 7, 1), D(2024, 7, 31)), WHOLE, N),
            f("categories", 4.0, (D(2024, 7, 1), D(2024, 7, 31)), WHOLE, N),
            f("regions", 4.0, (D(2024, 7, 1), D(2024, 7, 31)), WHOLE, N),
        ),
    ),
    "forecast": c(
        "forecast",
        "forecast",
        (
            f("forecast_revenue", 31480.20, OCT),
            f("forecast_lower", 27905.44, OCT),
            f("forecast_upper", 35611.90, OCT),
            f("forecast_level", 95.0, OCT, WHOLE, P),
            f("revenue", 39223.81),
            f("forecast_change_percent", -19.74, OCT, WHOLE, P),
        ),
        "down",
    ),
    "step": c(
        "change_point",
        "change_point",
        (
            f("daily_revenue_before", 282.40, (D(2024, 6, 30), D(2024, 6, 30)), grind),
            f("daily_revenue_after", 503.10, Q3, grind),
            f("level_change_percent", 78.15, Q3, grind, P),
        ),
        "up",
    ),
    "conversion": c(
        "conversion",
        "conversion",
        (
            f("conversion_rate", 2.91, SEPT, WHOLE, P),
            f("previous_conversion_rate", 3.24, AUG, WHOLE, P),
            f("conversion_rate_change_points", -0.33, SEPT, WHOLE, PT),
            f("visits_change_percent", 4.52, SEPT, WHOLE, P),
            f("orders_change_percent", -6.10, SEPT, WHOLE, P),
        ),
        "down",
    ),
    "relation": c(
        "correlation",
        "correlation_lag",
        (
            f("correlation", 0.58, (D(2024, 1, 1), D(2024, 9, 30)), WHOLE, N),
            f("lag_days", 3.0, (D(2024, 1, 1), D(2024, 9, 30)), WHOLE, N),
        ),
        None,
        ("Coffee", "Grinders"),
    ),
}
