"""Claims of an outdoor outfitter in Swedish kronor (SEK): a half-year, July, days without records, millions."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Format, Segment

from .coffee_claims import c, ch, f

D = date
H1, H2 = (D(2024, 1, 1), D(2024, 6, 30)), (D(2023, 7, 1), D(2023, 12, 31))
JUL, JUN, JUL23 = (D(2024, 7, 1), D(2024, 7, 31)), (D(2024, 6, 1), D(2024, 6, 30)), (D(2023, 7, 1), D(2023, 7, 31))
MTD, PMTD = (D(2024, 8, 1), D(2024, 8, 18)), (D(2024, 7, 1), D(2024, 7, 18))
WK = (D(2024, 7, 22), D(2024, 7, 28))
PW = (D(2024, 7, 15), D(2024, 7, 21))
MAY19, JUN19 = (D(2019, 5, 1), D(2019, 5, 31)), (D(2019, 6, 1), D(2019, 6, 30))
LOST = (D(2024, 7, 9), D(2024, 7, 10))
HALF = (D(2024, 7, 23), D(2024, 7, 23))
SINCE = (D(2024, 1, 1), D(2024, 7, 31))
SPRING = (D(2024, 4, 29), D(2024, 6, 16))
PAIR = (D(2024, 2, 1), D(2024, 7, 31))
YEARS = (D(2020, 1, 1), D(2023, 12, 31))
P: Format = "percentage"
N: Format = "number"
kayaks, tents, ropes, stoves, snowshoes = map(
    Segment, ("Kayaks", "Tents", "Climbing Ropes", "Camp Stoves", "Snowshoes")
)
gothenburg, malmo, uppsala, lapland = (Segment(None, name) for name in ("Gothenburg", "Malmö", "Uppsala", "Lapland"))

CLAIMS: dict[str, Claim] = {
    "half": c("growth", "growth", ch(WHOLE, 38_412_500.0, 33_905_200.0, H1, H2), "up"),
    "to_date": c("growth", "growth", ch(malmo, 1_318_400.0, 1_522_900.0, MTD, PMTD), "down"),
    "none": c("growth", "growth_none", ch(stoves, 412_000.0, 412_000.0, JUL, JUN)),
    "no_base": c("growth", "growth_no_base", (f("revenue", 731_400.0, MAY19),)),
    "cut_base": c(
        "growth",
        "growth_cut_base",
        (f("revenue", 2_118_300.0, JUN19), f("known_revenue", 731_400.0, (D(2019, 5, 14), D(2019, 5, 31)))),
    ),
    "gone": c(
        "growth",
        "growth_ended",
        (
            f("revenue", 0.0, JUL, lapland),
            f("previous_revenue", 286_300.0, JUN, lapland),
            f("revenue_since_last_sales", 0.0, (D(2024, 6, 21), D(2024, 7, 31)), lapland),
        ),
        "down",
    ),
    "began": c(
        "driver",
        "began_segment",
        (
            f("revenue", 348_900.0, JUL, ropes),
            f("revenue_of_first_day", 12_450.0, (D(2024, 7, 5), D(2024, 7, 5)), ropes),
        ),
        "up",
    ),
    "ended": c(
        "detractor",
        "ended_segment",
        (
            f("revenue", 0.0, JUL, snowshoes),
            f("previous_revenue", 164_700.0, JUN, snowshoes),
            f("revenue_of_last_day", 8_900.0, (D(2024, 6, 14), D(2024, 6, 14)), snowshoes),
        ),
        "down",
    ),
    "season": c(
        "year_ago",
        "year_ago_season",
        (
            f("revenue", 9_845_000.0, JUL),
            f("last_year_revenue", 8_760_000.0, JUL23),
            f("last_year_revenue_change", 1_085_000.0, JUL),
            f("last_year_revenue_change_percent", 12.39, JUL, WHOLE, P),
            f("season_index_low", 1.58, YEARS, WHOLE, N),
            f("season_index_high", 1.74, YEARS, WHOLE, N),
        ),
        "up",
    ),
    "value": c(
        "price",
        "order_value",
        (
            f("average_order_value", 2_415.0, JUL, tents),
            f("previous_average_order_value", 2_190.0, JUN, tents),
            f("average_order_value_change_percent", 10.27, JUL, tents, P),
            f("order_value_effect", 188_000.0, JUL, tents),
        ),
        "up",
    ),
    "worst": c(
        "record",
        "worst_week",
        (
            f("revenue", 402_300.0, (D(2024, 1, 8), D(2024, 1, 14))),
            f("previous_record", 431_750.0, (D(2019, 5, 14), D(2023, 12, 31))),
        ),
        "down",
    ),
    "trend": c(
        "trend",
        "trend_seasonal",
        (
            f("revenue_trend_percent", -14.6, SINCE, gothenburg, P),
            f("revenue_trend_per_day", -38.2, SINCE, gothenburg),
        ),
        "down",
    ),
    "until": c(
        "change_point",
        "change_point_until",
        (
            f("daily_revenue_before", 41_200.0, (D(2024, 4, 28), D(2024, 4, 28)), kayaks),
            f("daily_revenue_after", 58_900.0, SPRING, kayaks),
            f("level_change_percent", 42.96, SPRING, kayaks, P),
        ),
        "up",
    ),
    "level": c(
        "anomaly",
        "anomaly_level_shift",
        (
            f("revenue", 198_400.0, PW, uppsala),
            f("expected_revenue", 261_700.0, PW, uppsala),
            f("deviation", -63_300.0, PW, uppsala),
            f("deviation_percent", -24.19, PW, uppsala, P),
        ),
        "down",
    ),
    "missing": c(
        "data_problem",
        "anomaly_missing_data",
        (
            f("revenue", 0.0, LOST),
            f("expected_revenue", 634_000.0, LOST),
            f("deviation", -634_000.0, LOST),
            f("deviation_percent", -100.0, LOST, WHOLE, P),
        ),
        "down",
    ),
    "partial": c(
        "data_problem",
        "anomaly_partial_data",
        (
            f("revenue", 21_600.0, HALF, gothenburg),
            f("expected_revenue", 118_900.0, HALF, gothenburg),
            f("deviation", -97_300.0, HALF, gothenburg),
            f("deviation_percent", -81.83, HALF, gothenburg, P),
        ),
        "down",
    ),
    "today": c("data_problem", "day_going_on", (f("revenue", 96_300.0, (D(2024, 8, 19), D(2024, 8, 19))),)),
    "ahead": c(
        "correlation",
        "correlation_lag",
        (f("correlation", 0.61, PAIR, WHOLE, N), f("lag_days", 4, PAIR, WHOLE, N)),
        names=("Tents", "Camp Stoves"),
    ),
    "adjusted": c(
        "adjusted_change",
        "adjusted_change",
        (
            f("revenue", 0.0, LOST),
            f("expected_revenue", 634_000.0, LOST),
            f("revenue_change_percent", -2.72, JUL, WHOLE, P),
            f("revenue_change_percent_without", 3.55, JUL, WHOLE, P),
        ),
        "down",
    ),
    "customer": c(
        "single_customer",
        "customer_carries",
        (
            f("customer_revenue", 742_000.0, WK),
            f("previous_customer_revenue", 118_000.0, PW),
            f("revenue_change", 785_000.0, WK),
        ),
        "up",
        ("K-2041",),
    ),
}
