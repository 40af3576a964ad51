"""Claims of a bicycle-repair and outdoor rental chain in pounds (GBP): months, quarters, weeks, a running day."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Format, Segment

from .coffee_claims import c, ch, f

D = date
Q3, Q2 = (D(2025, 7, 1), D(2025, 9, 30)), (D(2025, 4, 1), D(2025, 6, 30))
SEP, AUG, JUL = (D(2025, 9, 1), D(2025, 9, 30)), (D(2025, 8, 1), D(2025, 8, 31)), (D(2025, 7, 1), D(2025, 7, 31))
AUG24 = (D(2024, 8, 1), D(2024, 8, 31))
FEB21 = (D(2021, 2, 1), D(2021, 2, 28))
NINE = (D(2025, 1, 1), D(2025, 9, 30))
HALF = (D(2025, 4, 1), D(2025, 9, 30))
LOW = (D(2025, 5, 5), D(2025, 6, 22))
NEXT, LAST = (D(2025, 10, 2), D(2025, 10, 31)), (D(2025, 9, 2), D(2025, 10, 1))
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
kayaks, tents, repairs, helmets, parts = map(Segment, ("Kayak Hire", "Tent Hire", "Repairs", "Helmets", "Spare Parts"))
devon, cumbria, highlands = (Segment(None, name) for name in ("Devon", "Cumbria", "Highlands"))
tours_devon, ebikes_cumbria = Segment("Guided Tours", "Devon"), Segment("E-Bike Hire", "Cumbria")
repairs_cumbria, kayaks_highlands = Segment("Repairs", "Cumbria"), Segment("Kayak Hire", "Highlands")


def on(year: int, month: int, day: int, last: int = 0) -> tuple[date, date]:
    return D(year, month, day), D(year, month, last or day)


WK, PW, WK2 = on(2025, 9, 8, 14), on(2025, 9, 1, 7), on(2025, 9, 15, 21)

CLAIMS: dict[str, Claim] = {
    "summer": c("growth", "growth", ch(WHOLE, 287_640.0, 214_310.0, Q3, Q2), "up"),
    "hardly": c("growth", "growth_hardly", ch(devon, 31_480.0, 31_325.0, AUG, JUL)),
    "first": c(
        "growth",
        "growth_first_sales",
        (f("revenue", 1_284.0, WK, ebikes_cumbria), f("revenue_of_first_day", 96.0, on(2025, 9, 10), ebikes_cumbria)),
    ),
    "going_on": c("growth", "growth_going_on", (f("revenue", 1_312.5, on(2025, 10, 2)),)),
    "no_data": c(
        "no_data",
        "no_data",
        (f("revenue", 0.0, FEB21), f("available_revenue", 2_946_180.0, (D(2021, 3, 15), D(2025, 10, 1)))),
    ),
    "kayaks": c("driver", "driver", ch(kayaks, 24_130.0, 15_970.0, AUG, JUL), "up"),
    "tours": c("detractor", "driver", ch(tours_devon, 4_375.0, 7_000.0, SEP, AUG), "down"),
    "core": c(
        "driver",
        "driver_core",
        (*ch(repairs, 34_650.0, 29_500.0, SEP, AUG), f("revenue_change", 3_460.0, SEP, repairs_cumbria)),
        "up",
    ),
    "ended": c(
        "detractor",
        "ended_segment",
        (
            f("revenue", 0.0, SEP, tents),
            f("previous_revenue", 5_620.0, AUG, tents),
            f("revenue_of_last_day", 148.0, on(2025, 8, 29), tents),
        ),
        "down",
    ),
    "season": c(
        "year_ago",
        "year_ago_season",
        (
            f("revenue", 104_850.0, AUG),
            f("last_year_revenue", 93_160.0, AUG24),
            f("last_year_revenue_change", 11_690.0, AUG),
            f("last_year_revenue_change_percent", 12.55, AUG, WHOLE, P),
            f("season_index_low", 1.46, (D(2022, 1, 1), D(2024, 12, 31)), WHOLE, N),
            f("season_index_high", 1.58, (D(2022, 1, 1), D(2024, 12, 31)), WHOLE, N),
        ),
        "up",
    ),
    "split": c(
        "breakdown",
        "breakdown",
        (
            f("revenue_change", -16_080.0, SEP),
            f("orders", 1_972, SEP, WHOLE, N),
            f("previous_orders", 2_150, AUG, WHOLE, N),
            f("orders_change_percent", -8.28, SEP, WHOLE, P),
            f("average_order_value", 45.02, SEP),
            f("previous_average_order_value", 48.77, AUG),
            f("average_order_value_change_percent", -7.69, SEP, WHOLE, P),
            f("orders_effect", -8_346.66, SEP),
            f("order_value_effect", -7_733.34, SEP),
        ),
        "down",
    ),
    "price": c(
        "price",
        "price",
        (
            f("revenue_per_unit", 31.86, SEP, helmets),
            f("previous_revenue_per_unit", 27.45, AUG, helmets),
            f("revenue_per_unit_change_percent", 16.07, SEP, helmets, P),
            f("price_effect", 1_543.5, SEP, helmets),
        ),
        "up",
    ),
    "shift": c(
        "concentration",
        "share_shift",
        (
            f("share", 24.49, SEP, cumbria, P),
            f("previous_share", 18.25, AUG, cumbria, P),
            f("share_change_points", 6.24, SEP, cumbria, PT),
            f("herfindahl_index", 0.29, SEP, WHOLE, N),
        ),
        "up",
    ),
    "best": c(
        "record",
        "best_day",
        (f("revenue", 7_468.0, on(2025, 8, 16)), f("previous_record", 6_905.0, (D(2021, 3, 15), D(2025, 7, 31)))),
        "up",
    ),
    "trend": c(
        "trend",
        "trend",
        (f("revenue_trend_percent", 27.4, NINE, parts, P), f("revenue_trend_per_day", 0.34, NINE, parts)),
        "up",
    ),
    "until": c(
        "change_point",
        "change_point_until",
        (
            f("daily_revenue_before", 640.0, on(2025, 5, 4), highlands),
            f("daily_revenue_after", 455.0, LOW, highlands),
            f("level_change_percent", -28.91, LOW, highlands, P),
        ),
        "down",
    ),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        (
            f("revenue", 3_240.0, on(2025, 7, 12), highlands),
            f("expected_revenue", 1_065.0, on(2025, 7, 12), highlands),
            f("deviation", 2_175.0, on(2025, 7, 12), highlands),
            f("deviation_percent", 204.23, on(2025, 7, 12), highlands, P),
            f("deviation", 1_890.0, on(2025, 7, 12), kayaks_highlands),
        ),
        "up",
    ),
    "holiday": c(
        "anomaly",
        "anomaly_holiday",
        (
            f("revenue", 310.0, on(2025, 4, 18)),
            f("expected_revenue", 2_270.0, on(2025, 4, 18)),
            f("deviation", -1_960.0, on(2025, 4, 18)),
            f("deviation_percent", -86.34, on(2025, 4, 18), WHOLE, P),
        ),
        "down",
        ("Good Friday",),
    ),
    "missing": c(
        "data_problem",
        "anomaly_missing_data",
        (
            f("revenue", 0.0, on(2025, 9, 17, 18), devon),
            f("expected_revenue", 1_940.0, on(2025, 9, 17, 18), devon),
            f("deviation", -1_940.0, on(2025, 9, 17, 18), devon),
            f("deviation_percent", -100.0, on(2025, 9, 17, 18), devon, P),
        ),
        "down",
    ),
    "partial": c(
        "data_problem",
        "anomaly_partial_data",
        (
            f("revenue", 412.0, on(2025, 9, 24)),
            f("expected_revenue", 2_875.0, on(2025, 9, 24)),
            f("deviation", -2_463.0, on(2025, 9, 24)),
            f("deviation_percent", -85.67, on(2025, 9, 24), WHOLE, P),
        ),
        "down",
    ),
    "customer": c(
        "single_customer",
        "customer_carries",
        (
            f("customer_revenue", 3_860.0, WK),
            f("previous_customer_revenue", 415.0, PW),
            f("revenue_change", 4_690.0, WK),
        ),
        "up",
    ),
    "turned": c(
        "single_order",
        "order_turns",
        (
            f("order_revenue", 2_350.0, on(2025, 9, 20)),
            f("revenue_change", 1_480.0, WK2),
            f("revenue_change_percent", 6.9, WK2, WHOLE, P),
            f("revenue_change_percent_without", -4.06, WK2, WHOLE, P),
        ),
        "up",
    ),
    "forecast": c(
        "forecast",
        "forecast",
        (
            f("forecast_revenue", 71_300.0, NEXT),
            f("forecast_lower", 62_400.0, NEXT),
            f("forecast_upper", 81_500.0, NEXT),
            f("forecast_level", 95.0, NEXT, WHOLE, P),
            f("revenue", 89_150.0, LAST),
            f("forecast_change_percent", -20.02, NEXT, WHOLE, P),
        ),
        "down",
    ),
    "ahead": c(
        "correlation",
        "correlation_lag",
        (f("correlation", 0.62, HALF, WHOLE, N), f("lag_days", 2, HALF, WHOLE, N)),
        names=("E-Bike Hire", "Repairs"),
    ),
}
