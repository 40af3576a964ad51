"""Claims of a bookshop in dollars: weeks and quarters."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Fact, Format, Segment

from .coffee_claims import c, f

D = date
Q4, Q3, LQ4 = (D(2025, 10, 1), D(2025, 12, 31)), (D(2025, 7, 1), D(2025, 9, 30)), (D(2024, 10, 1), D(2024, 12, 31))
WK, PW = (D(2025, 11, 3), D(2025, 11, 9)), (D(2025, 10, 27), D(2025, 11, 2))
DAY = (D(2025, 11, 28), D(2025, 11, 28))
JAN = (D(2026, 1, 1), D(2026, 1, 31))
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
fic, com, aus, esp = Segment("Fiction"), Segment("Comics"), Segment(None, "Austria"), Segment("Comics", "Spain")


def ch(part: Segment, now: float, before: float, days: tuple[date, date], base: tuple[date, date]) -> tuple[Fact, ...]:
    return (
        f("revenue", now, days, part),
        f("previous_revenue", before, base, part),
        f("revenue_change", round(now - before, 2), days, part),
        f("revenue_change_percent", round((now - before) / before * 100, 2), days, part, P),
    )


CLAIMS: dict[str, Claim] = {
    "week": c("growth", "growth", ch(WHOLE, 18240.5, 16105.2, WK, PW), "up"),
    "quarter": c("growth", "growth", ch(WHOLE, 305120.9, 241870.3, Q4, Q3), "up"),
    "flat": c("growth", "growth_hardly", ch(WHOLE, 18110.0, 18065.4, WK, PW)),
    "fiction": c("driver", "driver", ch(fic, 141200.6, 98450.1, Q4, Q3), "up"),
    "spain": c("detractor", "driver", ch(esp, 4120.4, 9870.6, Q4, Q3), "down"),
    "austria": c(
        "driver",
        "driver_core",
        (*ch(aus, 52300.0, 31210.0, Q4, Q3), f("revenue_change", 17640.0, Q4, Segment("Fiction", "Austria"))),
        "up",
    ),
    "year_ago": c(
        "year_ago",
        "year_ago",
        (
            f("revenue", 305120.9, Q4),
            f("last_year_revenue", 268900.4, LQ4),
            f("last_year_revenue_change", 36220.5, Q4),
            f("last_year_revenue_change_percent", 13.47, Q4, WHOLE, P),
        ),
        "up",
    ),
    "split": c(
        "breakdown",
        "breakdown",
        (
            f("revenue_change", 63250.6, Q4),
            f("orders", 9120.0, Q4, WHOLE, N),
            f("previous_orders", 7450.0, Q3, WHOLE, N),
            f("orders_change_percent", 22.42, Q4, WHOLE, P),
            f("average_order_value", 33.46, Q4),
            f("previous_average_order_value", 32.47, Q3),
            f("average_order_value_change_percent", 3.05, Q4, WHOLE, P),
            f("orders_effect", 54222.4, Q4),
            f("order_value_effect", 9028.2, Q4),
        ),
        "up",
    ),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        (
            f("revenue", 12480.0, DAY),
            f("expected_revenue", 3150.6, DAY),
            f("deviation", 9329.4, DAY),
            f("deviation_percent", 296.12, DAY, WHOLE, P),
            f("deviation", 6210.0, DAY, fic),
        ),
        "up",
    ),
    "best": c(
        "record",
        "best_day",
        (f("revenue", 12480.0, DAY), f("previous_record", 9015.3, (D(2023, 1, 1), D(2025, 9, 30)))),
        "up",
    ),
    "share": c(
        "concentration",
        "concentration",
        (f("share", 46.28, Q4, fic, P), f("revenue", 141200.6, Q4, fic), f("herfindahl_index", 0.29, Q4, WHOLE, N)),
    ),
    "price": c(
        "price",
        "price",
        (
            f("revenue_per_unit", 14.85, Q4, com),
            f("previous_revenue_per_unit", 17.2, Q3, com),
            f("revenue_per_unit_change_percent", -13.66, Q4, com, P),
            f("price_effect", -4310.0, Q4, com),
        ),
        "down",
    ),
    "rate": c(
        "conversion",
        "conversion",
        (
            f("conversion_rate", 1.94, Q4, WHOLE, P),
            f("previous_conversion_rate", 2.31, Q3, WHOLE, P),
            f("conversion_rate_change_points", -0.37, Q4, WHOLE, PT),
            f("visits_change_percent", 45.8, Q4, WHOLE, P),
            f("orders_change_percent", 22.42, Q4, WHOLE, P),
        ),
        "down",
    ),
    "forecast": c(
        "forecast",
        "forecast",
        (
            f("forecast_revenue", 78400.0, JAN),
            f("forecast_lower", 66100.0, JAN),
            f("forecast_upper", 93800.0, JAN),
            f("forecast_level", 95.0, JAN, WHOLE, P),
            f("revenue", 121300.2, (D(2025, 12, 1), D(2025, 12, 31))),
            f("forecast_change_percent", -35.37, JAN, WHOLE, P),
        ),
        "down",
    ),
    "step": c(
        "change_point",
        "change_point",
        (
            f("daily_revenue_before", 88.2, (D(2025, 11, 16), D(2025, 11, 16)), com),
            f("daily_revenue_after", 141.6, (D(2025, 11, 17), D(2025, 12, 31)), com),
            f("level_change_percent", 60.54, (D(2025, 11, 17), D(2025, 12, 31)), com, P),
        ),
        "up",
    ),
    "trend": c(
        "trend",
        "trend",
        (
            f("revenue_trend_percent", 24.6, (D(2025, 1, 1), D(2025, 12, 31)), aus, P),
            f("revenue_trend_per_day", 0.31, (D(2025, 1, 1), D(2025, 12, 31)), aus),
        ),
        "up",
    ),
    "calm": c(
        "nothing_unusual",
        "nothing_unusual",
        (f("days", 7.0, WK, WHOLE, N), f("categories", 6.0, WK, WHOLE, N), f("regions", 3.0, WK, WHOLE, N)),
    ),
    "missing": c(
        "data_problem",
        "anomaly_missing_data",
        (
            f("revenue", 0.0, DAY),
            f("expected_revenue", 3150.6, DAY),
            f("deviation", -3150.6, DAY),
            f("deviation_percent", -100.0, DAY, WHOLE, P),
        ),
        "down",
    ),
}
