"""Claims of a chain of gyms in pounds, most of them going down."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Fact, Format, Segment

from .coffee_claims import c, f

D = date
FEB, JAN = (D(2025, 2, 1), D(2025, 2, 28)), (D(2025, 1, 1), D(2025, 1, 31))
LY = (D(2024, 2, 1), D(2024, 2, 29))
H = (D(2023, 1, 1), D(2025, 1, 31))
DAY = (D(2025, 2, 11), D(2025, 2, 11))
MAR = (D(2025, 3, 1), D(2025, 3, 30))
YEAR, PYEAR = (D(2024, 1, 1), D(2024, 12, 31)), (D(2023, 1, 1), D(2023, 12, 31))
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
cl, pt, leeds, sauna = Segment("Classes"), Segment("Personal Training"), Segment(None, "Leeds"), Segment("Sauna")
cell = Segment("Classes", "Leeds")


def ch(
    part: Segment, now: float, before: float, days: tuple[date, date] = FEB, base: tuple[date, date] = JAN
) -> tuple[Fact, ...]:
    return (
        f("revenue", now, days, part),
        f("previous_revenue", before, base, part),
        f("revenue_change", round(now - before, 2), days, part),
        f("revenue_change_percent", round((now - before) / before * 100, 2), days, part, P),
    )


CLAIMS: dict[str, Claim] = {
    "fall": c(
        "growth",
        "growth",
        (
            *ch(WHOLE, 186400.25, 214900.75),
            f("mean_day_change_percent", -3.97, FEB, WHOLE, P),
            f("days", 28.0, FEB, WHOLE, N),
            f("previous_days", 31.0, JAN, WHOLE, N),
        ),
        "down",
    ),
    "year": c("growth", "growth", ch(WHOLE, 2451300.10, 2187600.40, YEAR, PYEAR), "up"),
    "core": c(
        "detractor", "driver_core", (*ch(leeds, 41200.50, 58310.20), f("revenue_change", -14905.30, FEB, cell)), "down"
    ),
    "training": c("driver", "driver", ch(pt, 33480.00, 22310.50), "up"),
    "year_ago": c(
        "year_ago",
        "year_ago",
        (
            f("revenue", 186400.25, FEB),
            f("last_year_revenue", 201310.60, LY),
            f("last_year_revenue_change", -14910.35, FEB),
            f("last_year_revenue_change_percent", -7.41, FEB, WHOLE, P),
        ),
        "down",
    ),
    "split": c(
        "breakdown",
        "breakdown",
        (
            f("revenue_change", -28500.50, FEB),
            f("orders", 3120.0, FEB, WHOLE, N),
            f("previous_orders", 3702.0, JAN, WHOLE, N),
            f("orders_change_percent", -15.72, FEB, WHOLE, P),
            f("average_order_value", 59.74, FEB),
            f("previous_average_order_value", 58.05, JAN),
            f("average_order_value_change_percent", 2.91, FEB, WHOLE, P),
            f("orders_effect", -33785.10, FEB),
            f("order_value_effect", 5284.60, FEB),
        ),
        "down",
    ),
    "dip": c(
        "anomaly",
        "anomaly_dip",
        (
            f("revenue", 1210.00, DAY),
            f("expected_revenue", 6890.40, DAY),
            f("deviation", -5680.40, DAY),
            f("deviation_percent", -82.44, DAY, WHOLE, P),
            f("deviation", -3905.0, DAY, leeds),
        ),
        "down",
    ),
    "double": c(
        "data_problem",
        "anomaly_duplicate_import",
        (
            f("revenue", 13820.80, DAY),
            f("expected_revenue", 6910.00, DAY),
            f("deviation", 6910.80, DAY),
            f("deviation_percent", 100.01, DAY, WHOLE, P),
        ),
        "up",
    ),
    "worst": c("record", "worst_month", (f("revenue", 186400.25, FEB), f("previous_record", 190020.10, H)), "down"),
    "share": c(
        "concentration",
        "share_shift",
        (
            f("share", 22.10, FEB, leeds, P),
            f("previous_share", 27.13, JAN, leeds, P),
            f("share_change_points", -5.03, FEB, leeds, PT),
            f("herfindahl_index", 0.3, FEB, WHOLE, N),
        ),
        "down",
    ),
    "began": c(
        "driver",
        "began_segment",
        (f("revenue", 4210.50, FEB, sauna), f("revenue_of_first_day", 310.0, (D(2025, 2, 6), D(2025, 2, 6)), sauna)),
        "up",
    ),
    "ended": c(
        "detractor",
        "ended_segment",
        (
            f("revenue", 0.0, FEB, sauna),
            f("previous_revenue", 5120.0, JAN, sauna),
            f("revenue_of_last_day", 95.0, (D(2025, 1, 27), D(2025, 1, 27)), sauna),
        ),
        "down",
    ),
    "outlook": c(
        "forecast",
        "forecast",
        (
            f("forecast_revenue", 203500.0, MAR),
            f("forecast_lower", 188200.0, MAR),
            f("forecast_upper", 219700.0, MAR),
            f("forecast_level", 80.0, MAR, WHOLE, P),
            f("revenue", 199710.40, (D(2025, 1, 30), D(2025, 2, 28))),
            f("forecast_change_percent", 1.90, MAR, WHOLE, P),
        ),
        "up",
    ),
    "step": c(
        "change_point",
        "change_point",
        (
            f("daily_revenue_before", 1890.0, (D(2025, 1, 19), D(2025, 1, 19)), cl),
            f("daily_revenue_after", 1210.5, (D(2025, 1, 20), D(2025, 2, 28)), cl),
            f("level_change_percent", -35.95, (D(2025, 1, 20), D(2025, 2, 28)), cl, P),
        ),
        "down",
    ),
    "trend": c(
        "trend",
        "trend_seasonal",
        (f("revenue_trend_percent", -18.4, YEAR, cl, P), f("revenue_trend_per_day", -1.15, YEAR, cl)),
        "down",
    ),
    "rate": c(
        "conversion",
        "conversion",
        (
            f("conversion_rate", 4.85, FEB, WHOLE, P),
            f("previous_conversion_rate", 4.12, JAN, WHOLE, P),
            f("conversion_rate_change_points", 0.73, FEB, WHOLE, PT),
            f("visits_change_percent", -28.4, FEB, WHOLE, P),
            f("orders_change_percent", -15.72, FEB, WHOLE, P),
        ),
        "up",
    ),
    "opposite": c(
        "correlation",
        "correlation_lag",
        (f("correlation", -0.66, YEAR, WHOLE, N), f("lag_days", 2.0, YEAR, WHOLE, N)),
        None,
        ("Classes", "Sauna"),
    ),
    "no_base": c("growth", "growth_no_base", (f("revenue", 186400.25, FEB),)),
    "today": c("data_problem", "day_going_on", (f("revenue", 812.4, (D(2025, 3, 1), D(2025, 3, 1))),)),
    "value": c(
        "price",
        "order_value",
        (
            f("average_order_value", 71.2, FEB, pt),
            f("previous_average_order_value", 64.05, JAN, pt),
            f("average_order_value_change_percent", 11.16, FEB, pt, P),
            f("order_value_effect", 3362.0, FEB, pt),
        ),
        "up",
    ),
}
