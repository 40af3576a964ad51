"""Claims of a wine merchant in dollars: millions, weeks, quarters to date, what stays and what does not compare."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Format, Segment

from .coffee_claims import c, ch, f

D = date
Q3, Q2 = (D(2024, 7, 1), D(2024, 9, 30)), (D(2024, 4, 1), D(2024, 6, 30))
QTD, PQTD = (D(2024, 10, 1), D(2024, 11, 15)), (D(2024, 7, 1), D(2024, 8, 15))
WK, PW = (D(2024, 9, 16), D(2024, 9, 22)), (D(2024, 9, 9), D(2024, 9, 15))
SEP, AUG, SEP23 = (D(2024, 9, 1), D(2024, 9, 30)), (D(2024, 8, 1), D(2024, 8, 31)), (D(2023, 9, 1), D(2023, 9, 30))
Y23 = (D(2023, 1, 1), D(2023, 12, 31))
AUTUMN = (D(2024, 11, 16), D(2024, 12, 15))
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
red, white, spark, spirits = map(Segment, ("Red Wine", "White Wine", "Sparkling", "Spirits"))
texas, ohio, maine = (Segment(None, name) for name in ("Texas", "Ohio", "Maine"))
red_texas = Segment("Red Wine", "Texas")


def on(year: int, month: int, day: int, last: int = 0) -> tuple[date, date]:
    return D(year, month, day), D(year, month, last or day)


CLAIMS: dict[str, Claim] = {
    "quarter": c("growth", "growth", ch(WHOLE, 1_482_300.0, 1_731_900.0, Q3, Q2), "down"),
    "to_date": c("growth", "growth", ch(WHOLE, 903_410.0, 764_200.0, QTD, PQTD), "up"),
    "week": c("growth", "growth", ch(red, 41_820.0, 37_950.0, WK, PW), "up"),
    "hardly": c("growth", "growth_hardly", ch(WHOLE, 498_700.0, 498_350.0, SEP, AUG)),
    "none": c("growth", "growth_none", ch(spirits, 22_400.0, 22_400.0, SEP, AUG)),
    "no_base": c("growth", "growth_no_base", (f("revenue", 3_120_500.0, Y23),)),
    "cut_base": c(
        "growth",
        "growth_cut_base",
        (f("revenue", 498_700.0, Y23), f("known_revenue", 41_300.0, (D(2022, 12, 5), D(2022, 12, 31)))),
    ),
    "going_on": c("growth", "growth_going_on", (f("revenue", 8_420.0, on(2024, 11, 16)),)),
    "gone": c(
        "growth",
        "growth_ended",
        (
            f("revenue", 0.0, SEP, maine),
            f("previous_revenue", 18_950.0, AUG, maine),
            f("revenue_since_last_sales", 0.0, (D(2024, 8, 23), D(2024, 9, 30)), maine),
        ),
        "down",
    ),
    "texas": c("driver", "driver", ch(texas, 243_100.0, 187_600.0, SEP, AUG), "up"),
    "sparkling": c("detractor", "driver", ch(spark, 31_250.0, 64_900.0, SEP, AUG), "down"),
    "red": c(
        "driver",
        "driver_core",
        (*ch(red, 201_300.0, 166_400.0, SEP, AUG), f("revenue_change", 29_700.0, SEP, red_texas)),
        "up",
    ),
    "year_ago": c(
        "year_ago",
        "year_ago",
        (
            f("revenue", 498_700.0, SEP),
            f("last_year_revenue", 561_200.0, SEP23),
            f("last_year_revenue_change", -62_500.0, SEP),
            f("last_year_revenue_change_percent", -11.14, SEP, WHOLE, P),
        ),
        "down",
    ),
    "split": c(
        "breakdown",
        "breakdown",
        (
            f("revenue_change", -249_600.0, Q3),
            f("orders", 11_850, Q3, WHOLE, N),
            f("previous_orders", 14_920, Q2, WHOLE, N),
            f("orders_change_percent", -20.58, Q3, WHOLE, P),
            f("average_order_value", 125.09, Q3),
            f("previous_average_order_value", 116.08, Q2),
            f("average_order_value_change_percent", 7.76, Q3, WHOLE, P),
            f("orders_effect", -370_200.0, Q3),
            f("order_value_effect", 120_600.0, Q3),
        ),
        "down",
    ),
    "rate": c(
        "conversion",
        "conversion",
        (
            f("conversion_rate", 3.05, SEP, ohio, P),
            f("previous_conversion_rate", 3.62, AUG, ohio, P),
            f("conversion_rate_change_points", -0.57, SEP, ohio, PT),
            f("visits_change_percent", 14.9, SEP, ohio, P),
            f("orders_change_percent", -3.2, SEP, ohio, P),
        ),
        "down",
    ),
    "price": c(
        "price",
        "price",
        (
            f("revenue_per_unit", 12.4, SEP, white),
            f("previous_revenue_per_unit", 14.1, AUG, white),
            f("revenue_per_unit_change_percent", -12.06, SEP, white, P),
            f("price_effect", -9_300.0, SEP, white),
        ),
        "down",
    ),
    "share": c(
        "concentration",
        "concentration",
        (
            f("share", 48.7, SEP, texas, P),
            f("revenue", 243_100.0, SEP, texas),
            f("herfindahl_index", 0.36, SEP, WHOLE, N),
        ),
    ),
    "shift": c(
        "concentration",
        "share_shift",
        (
            f("share", 33.4, SEP, red, P),
            f("previous_share", 40.4, AUG, red, P),
            f("share_change_points", -7.0, SEP, red, PT),
            f("herfindahl_index", 0.3, SEP, WHOLE, N),
        ),
        "down",
    ),
    "best": c(
        "record",
        "best_month",
        (f("revenue", 612_400.0, AUG), f("previous_record", 588_050.0, (D(2021, 6, 1), D(2024, 7, 31)))),
        "up",
    ),
    "trend": c(
        "trend",
        "trend_seasonal",
        (
            f("revenue_trend_percent", 18.3, (D(2024, 1, 1), D(2024, 11, 15)), texas, P),
            f("revenue_trend_per_day", 3.9, (D(2024, 1, 1), D(2024, 11, 15)), texas),
        ),
        "up",
    ),
    "step": c(
        "change_point",
        "change_point",
        (
            f("daily_revenue_before", 2_105.0, on(2024, 8, 11), white),
            f("daily_revenue_after", 2_930.0, (D(2024, 8, 12), D(2024, 11, 15)), white),
            f("level_change_percent", 39.19, (D(2024, 8, 12), D(2024, 11, 15)), white, P),
        ),
        "up",
    ),
    "level": c(
        "anomaly",
        "anomaly_level_shift",
        (
            f("revenue", 21_300.0, on(2024, 9, 2, 8), ohio),
            f("expected_revenue", 33_600.0, on(2024, 9, 2, 8), ohio),
            f("deviation", -12_300.0, on(2024, 9, 2, 8), ohio),
            f("deviation_percent", -36.61, on(2024, 9, 2, 8), ohio, P),
        ),
        "down",
    ),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        (
            f("revenue", 64_200.0, on(2024, 9, 27)),
            f("expected_revenue", 17_900.0, on(2024, 9, 27)),
            f("deviation", 46_300.0, on(2024, 9, 27)),
            f("deviation_percent", 258.66, on(2024, 9, 27), WHOLE, P),
        ),
        "up",
    ),
    "missing": c(
        "data_problem",
        "anomaly_missing_data",
        (
            f("revenue", 0.0, on(2024, 9, 11, 13), texas),
            f("expected_revenue", 22_850.0, on(2024, 9, 11, 13), texas),
            f("deviation", -22_850.0, on(2024, 9, 11, 13), texas),
            f("deviation_percent", -100.0, on(2024, 9, 11, 13), texas, P),
        ),
        "down",
    ),
    "twice": c(
        "data_problem",
        "anomaly_duplicate_import",
        (
            f("revenue", 38_400.0, on(2024, 9, 19)),
            f("expected_revenue", 19_100.0, on(2024, 9, 19)),
            f("deviation", 19_300.0, on(2024, 9, 19)),
            f("deviation_percent", 101.05, on(2024, 9, 19), WHOLE, P),
        ),
        "up",
    ),
    "calm": c(
        "nothing_unusual",
        "nothing_unusual",
        (f("days", 92, Q3, ohio, N), f("categories", 4, Q3, ohio, N)),
    ),
    "forecast": c(
        "forecast",
        "forecast",
        (
            f("forecast_revenue", 571_000.0, AUTUMN),
            f("forecast_lower", 489_000.0, AUTUMN),
            f("forecast_upper", 668_000.0, AUTUMN),
            f("forecast_level", 95.0, AUTUMN, WHOLE, P),
            f("revenue", 622_300.0, (D(2024, 10, 17), D(2024, 11, 15))),
            f("forecast_change_percent", -8.24, AUTUMN, WHOLE, P),
        ),
        "down",
    ),
    "opposite": c(
        "correlation",
        "correlation",
        (
            f("correlation", -0.47, (D(2024, 6, 1), D(2024, 11, 15)), WHOLE, N),
            f("lag_days", 0.0, (D(2024, 6, 1), D(2024, 11, 15)), WHOLE, N),
        ),
        names=("Red Wine", "Sparkling"),
    ),
}
