"""Claims of a bicycle shop in Swiss francs: months, parts of them, a year, first and last sales."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Format, Segment

from .coffee_claims import c, ch, f

D = date
MAY, APR = (D(2025, 5, 1), D(2025, 5, 31)), (D(2025, 4, 1), D(2025, 4, 30))
JUN, MAY17 = (D(2025, 6, 1), D(2025, 6, 17)), (D(2025, 5, 1), D(2025, 5, 17))
Y24, Y23 = (D(2024, 1, 1), D(2024, 12, 31)), (D(2023, 1, 1), D(2023, 12, 31))
FEB, JAN = (D(2025, 2, 1), D(2025, 2, 28)), (D(2025, 1, 1), D(2025, 1, 31))
MAR = (D(2025, 3, 1), D(2025, 3, 31))
MAY24 = (D(2024, 5, 1), D(2024, 5, 31))
DEC24, DEC23 = (D(2024, 12, 1), D(2024, 12, 31)), (D(2023, 12, 1), D(2023, 12, 31))
SPRING = (D(2025, 1, 1), D(2025, 5, 31))
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
ebikes, helmets, road, repairs, cargo = map(Segment, ("E-Bikes", "Helmets", "Road Bikes", "Repairs", "Cargo Bikes"))
geneva, zurich, core = Segment(None, "Geneva"), Segment(None, "Zurich"), Segment("Road Bikes", "Geneva")


def on(year: int, month: int, day: int, last: int = 0) -> tuple[date, date]:
    return D(year, month, day), D(year, month, last or day)


CLAIMS: dict[str, Claim] = {
    "month": c("growth", "growth", ch(WHOLE, 84310.4, 71905.2, MAY, APR), "up"),
    "partial": c("growth", "growth", ch(WHOLE, 41220.0, 45870.5, JUN, MAY17), "down"),
    "year": c("growth", "growth", ch(WHOLE, 812400.3, 866150.9, Y24, Y23), "down"),
    "february": c(
        "growth",
        "growth",
        (
            *ch(WHOLE, 52010.0, 56300.0, FEB, JAN),
            f("mean_day_change_percent", 2.28, FEB, WHOLE, P),
            f("days", 28, FEB, WHOLE, N),
            f("previous_days", 31, JAN, WHOLE, N),
        ),
        "down",
    ),
    "first": c(
        "growth",
        "growth_first_sales",
        (f("revenue", 18640.0, MAY, ebikes), f("revenue_of_first_day", 1290.0, on(2025, 5, 12), ebikes)),
    ),
    "began": c(
        "driver",
        "began_segment",
        (f("revenue", 9410.0, MAY, cargo), f("revenue_of_first_day", 2150.0, on(2025, 5, 6), cargo)),
        "up",
    ),
    "ended": c(
        "detractor",
        "ended_segment",
        (
            f("revenue", 0.0, MAY, repairs),
            f("previous_revenue", 6320.5, APR, repairs),
            f("revenue_of_last_day", 410.0, on(2025, 4, 24), repairs),
        ),
        "down",
    ),
    "helmets": c("driver", "driver", ch(helmets, 12480.0, 8910.0, MAY, APR), "up"),
    "geneva": c(
        "detractor",
        "driver_core",
        (*ch(geneva, 21030.0, 29440.0, MAY, APR), f("revenue_change", -6930.0, MAY, core)),
        "down",
    ),
    "year_ago": c(
        "year_ago",
        "year_ago",
        (
            f("revenue", 84310.4, MAY),
            f("last_year_revenue", 79020.0, MAY24),
            f("last_year_revenue_change", 5290.4, MAY),
            f("last_year_revenue_change_percent", 6.7, MAY, WHOLE, P),
        ),
        "up",
    ),
    "season": c(
        "year_ago",
        "year_ago_season",
        (
            f("revenue", 118300.0, DEC24),
            f("last_year_revenue", 109940.0, DEC23),
            f("last_year_revenue_change", 8360.0, DEC24),
            f("last_year_revenue_change_percent", 7.6, DEC24, WHOLE, P),
            f("season_index_low", 1.62, (D(2021, 1, 1), D(2023, 12, 31)), WHOLE, N),
            f("season_index_high", 1.71, (D(2021, 1, 1), D(2023, 12, 31)), WHOLE, N),
        ),
        "up",
    ),
    "split": c(
        "breakdown",
        "breakdown",
        (
            f("revenue_change", 12405.2, MAY),
            f("orders", 1012.0, MAY, WHOLE, N),
            f("previous_orders", 910.0, APR, WHOLE, N),
            f("orders_change_percent", 11.21, MAY, WHOLE, P),
            f("average_order_value", 83.31, MAY),
            f("previous_average_order_value", 79.02, APR),
            f("average_order_value_change_percent", 5.43, MAY, WHOLE, P),
            f("orders_effect", 8279.0, MAY),
            f("order_value_effect", 4126.2, MAY),
        ),
        "up",
    ),
    "rate": c(
        "conversion",
        "conversion",
        (
            f("conversion_rate", 2.74, MAY, WHOLE, P),
            f("previous_conversion_rate", 2.41, APR, WHOLE, P),
            f("conversion_rate_change_points", 0.33, MAY, WHOLE, PT),
            f("visits_change_percent", -2.1, MAY, WHOLE, P),
            f("orders_change_percent", 11.21, MAY, WHOLE, P),
        ),
        "up",
    ),
    "price": c(
        "price",
        "price",
        (
            f("revenue_per_unit", 61.2, MAY, helmets),
            f("previous_revenue_per_unit", 54.9, APR, helmets),
            f("revenue_per_unit_change_percent", 11.48, MAY, helmets, P),
            f("price_effect", 1190.0, MAY, helmets),
        ),
        "up",
    ),
    "value": c(
        "price",
        "order_value",
        (
            f("average_order_value", 1204.0, MAY, road),
            f("previous_average_order_value", 1391.0, APR, road),
            f("average_order_value_change_percent", -13.44, MAY, road, P),
            f("order_value_effect", -5610.0, MAY, road),
        ),
        "down",
    ),
    "share": c(
        "concentration",
        "concentration",
        (f("share", 57.3, MAY, road, P), f("revenue", 48310.0, MAY, road), f("herfindahl_index", 0.38, MAY, WHOLE, N)),
    ),
    "shift": c(
        "concentration",
        "share_shift",
        (
            f("share", 47.9, MAY, zurich, P),
            f("previous_share", 41.2, APR, zurich, P),
            f("share_change_points", 6.7, MAY, zurich, PT),
            f("herfindahl_index", 0.36, MAY, WHOLE, N),
        ),
        "up",
    ),
    "worst": c(
        "record",
        "worst_week",
        (
            f("revenue", 9820.0, on(2025, 4, 14, 20)),
            f("previous_record", 11240.0, (D(2022, 1, 1), D(2025, 3, 31))),
        ),
        "down",
    ),
    "trend": c(
        "trend",
        "trend",
        (f("revenue_trend_percent", -14.2, SPRING, WHOLE, P), f("revenue_trend_per_day", -3.1, SPRING)),
        "down",
    ),
    "step": c(
        "change_point",
        "change_point_recent",
        (
            f("daily_revenue_before", 1905.3, on(2025, 5, 18), road),
            f("daily_revenue_after", 1420.8, on(2025, 5, 19, 31), road),
            f("level_change_percent", -25.43, on(2025, 5, 19, 31), road, P),
        ),
        "down",
    ),
    "until": c(
        "change_point",
        "change_point_until",
        (
            f("daily_revenue_before", 610.0, on(2025, 3, 2), geneva),
            f("daily_revenue_after", 845.0, (D(2025, 3, 3), D(2025, 4, 20)), geneva),
            f("level_change_percent", 38.52, (D(2025, 3, 3), D(2025, 4, 20)), geneva, P),
        ),
        "up",
    ),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        (
            f("revenue", 9870.0, on(2025, 5, 10)),
            f("expected_revenue", 3105.0, on(2025, 5, 10)),
            f("deviation", 6765.0, on(2025, 5, 10)),
            f("deviation_percent", 217.87, on(2025, 5, 10), WHOLE, P),
            f("deviation", 5410.0, on(2025, 5, 10), ebikes),
        ),
        "up",
    ),
    "dip": c(
        "anomaly",
        "anomaly_dip",
        (
            f("revenue", 640.0, on(2025, 4, 29)),
            f("expected_revenue", 2480.0, on(2025, 4, 29)),
            f("deviation", -1840.0, on(2025, 4, 29)),
            f("deviation_percent", -74.19, on(2025, 4, 29), WHOLE, P),
        ),
        "down",
    ),
    "missing": c(
        "data_problem",
        "anomaly_partial_data",
        (
            f("revenue", 310.0, on(2025, 5, 21, 22)),
            f("expected_revenue", 5120.0, on(2025, 5, 21, 22)),
            f("deviation", -4810.0, on(2025, 5, 21, 22)),
            f("deviation_percent", -93.95, on(2025, 5, 21, 22), WHOLE, P),
        ),
        "down",
    ),
    "twice": c(
        "data_problem",
        "anomaly_duplicate_import",
        (
            f("revenue", 6240.0, on(2025, 5, 14)),
            f("expected_revenue", 3080.0, on(2025, 5, 14)),
            f("deviation", 3160.0, on(2025, 5, 14)),
            f("deviation_percent", 102.6, on(2025, 5, 14), WHOLE, P),
        ),
        "up",
    ),
    "holiday": c(
        "anomaly",
        "anomaly_holiday",
        (
            f("revenue", 0.0, on(2025, 4, 18)),
            f("expected_revenue", 2390.0, on(2025, 4, 18)),
            f("deviation", -2390.0, on(2025, 4, 18)),
            f("deviation_percent", -100.0, on(2025, 4, 18), WHOLE, P),
        ),
        "down",
        ("Good Friday",),
    ),
    "today": c("data_problem", "day_going_on", (f("revenue", 1140.0, on(2025, 6, 18)),)),
    "calm": c(
        "nothing_unusual",
        "nothing_unusual",
        (f("days", 31, MAR, WHOLE, N), f("categories", 4, MAR, WHOLE, N), f("regions", 2, MAR, WHOLE, N)),
    ),
    "forecast": c(
        "forecast",
        "forecast",
        (
            f("forecast_revenue", 79900.0, (D(2025, 6, 18), D(2025, 7, 17))),
            f("forecast_lower", 68300.0, (D(2025, 6, 18), D(2025, 7, 17))),
            f("forecast_upper", 94100.0, (D(2025, 6, 18), D(2025, 7, 17))),
            f("forecast_level", 95.0, (D(2025, 6, 18), D(2025, 7, 17)), WHOLE, P),
            f("revenue", 73450.0, (D(2025, 5, 19), D(2025, 6, 17))),
            f("forecast_change_percent", 8.78, (D(2025, 6, 18), D(2025, 7, 17)), WHOLE, P),
        ),
        "up",
    ),
    "together": c(
        "correlation",
        "correlation",
        (f("correlation", 0.58, SPRING, WHOLE, N), f("lag_days", 0.0, SPRING, WHOLE, N)),
        names=("Zurich", "Geneva"),
    ),
    "later": c(
        "correlation",
        "correlation_lag",
        (f("correlation", 0.44, SPRING, WHOLE, N), f("lag_days", 2.0, SPRING, WHOLE, N)),
        names=("visits", "orders"),
    ),
}
