"""Claims of a chain of pharmacies in pounds (GBP): thousands, weeks, months, a quarter."""

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .shop_facts import D, N, P, ago, c, dev, f, moved, on, outlook, price, rate, shift, split, step

MAR, FEB = (D(2025, 3, 1), D(2025, 3, 31)), (D(2025, 2, 1), D(2025, 2, 28))
APR = (D(2025, 4, 1), D(2025, 4, 30))
MAR24 = (D(2024, 3, 1), D(2024, 3, 31))
JUL, JUL23 = (D(2024, 7, 1), D(2024, 7, 31)), (D(2023, 7, 1), D(2023, 7, 31))
Q1, Q4 = (D(2025, 1, 1), D(2025, 3, 31)), (D(2024, 10, 1), D(2024, 12, 31))
WK, PW = on(2025, 3, 10, 16), on(2025, 3, 3, 9)
SPRING = (D(2025, 1, 1), D(2025, 4, 13))
rx, vitamins, skin, baby, aid, sun = map(
    Segment, ("Prescriptions", "Vitamins", "Skincare", "Baby Care", "First Aid", "Sun Care")
)
leeds, bristol, york, cardiff = (Segment(None, name) for name in ("Leeds", "Bristol", "York", "Cardiff"))
skin_leeds, sun_york, baby_bristol = (
    Segment("Skincare", "Leeds"),
    Segment("Sun Care", "York"),
    Segment("Baby Care", "Bristol"),
)

CLAIMS: dict[str, Claim] = {
    "quarter": c("growth", "growth", moved(WHOLE, 412_860.4, 386_215.9, Q1, Q4), "up"),
    "march": c(
        "growth",
        "growth",
        moved(WHOLE, 141_320.75, 134_808.2, MAR, FEB),
        "up",
    ),
    "week": c("growth", "growth", moved(vitamins, 8_214.6, 10_402.3, WK, PW), "down"),
    "hardly": c("growth", "growth_hardly", moved(york, 26_418.0, 26_401.5, APR, MAR)),
    "none": c("growth", "growth_none", moved(aid, 3_275.0, 3_275.0, APR, MAR)),
    "no_base": c("growth", "growth_no_base", (f("revenue", 91_440.3, (D(2022, 6, 1), D(2022, 6, 30))),)),
    "cut_base": c(
        "growth",
        "growth_cut_base",
        (
            f("revenue", 98_112.0, (D(2022, 7, 1), D(2022, 7, 31))),
            f("known_revenue", 64_870.5, (D(2022, 6, 9), D(2022, 6, 30))),
        ),
    ),
    "first": c(
        "growth",
        "growth_first_sales",
        (f("revenue", 5_120.4, MAR, sun_york), f("revenue_of_first_day", 86.2, on(2025, 3, 6), sun_york)),
    ),
    "going_on": c("growth", "growth_going_on", (f("revenue", 2_314.9, on(2025, 4, 14)),)),
    "gone": c(
        "growth",
        "growth_ended",
        (
            f("revenue", 0.0, MAR, baby_bristol),
            f("previous_revenue", 4_630.8, FEB, baby_bristol),
            f("revenue_since_last_sales", 0.0, (D(2025, 2, 19), D(2025, 3, 31)), baby_bristol),
        ),
        "down",
    ),
    "no_data": c(
        "no_data",
        "no_data",
        (
            f("revenue", 0.0, (D(2021, 1, 1), D(2021, 12, 31))),
            f("available_revenue", 4_218_300.0, (D(2022, 6, 1), D(2025, 4, 13))),
        ),
    ),
    "no_data_at_all": c("no_data", "no_data_at_all", (f("revenue", 0.0, APR),)),
    "skincare": c("driver", "driver", moved(skin, 31_842.1, 24_105.6, MAR, FEB), "up"),
    "cardiff": c("detractor", "driver", moved(cardiff, 18_930.2, 25_310.4, MAR, FEB), "down"),
    "pair": c("driver", "driver", moved(sun_york, 5_120.4, 1_688.0, APR, MAR), "up"),
    "leeds": c(
        "driver",
        "driver_core",
        (*moved(leeds, 52_311.0, 45_120.5, MAR, FEB), f("revenue_change", 5_980.3, MAR, skin_leeds)),
        "up",
    ),
    "began": c(
        "driver",
        "began_segment",
        (f("revenue", 2_945.0, MAR, sun), f("revenue_of_first_day", 38.9, on(2025, 3, 11), sun)),
        "up",
    ),
    "ended": c(
        "detractor",
        "ended_segment",
        (
            f("revenue", 0.0, MAR, baby),
            f("previous_revenue", 9_872.4, FEB, baby),
            f("revenue_of_last_day", 214.6, on(2025, 2, 26), baby),
        ),
        "down",
    ),
    "year_ago": c("year_ago", "year_ago", ago(141_320.75, 127_905.3, MAR, MAR24), "up"),
    "season": c(
        "year_ago",
        "year_ago_season",
        (
            *ago(104_200.0, 109_750.0, JUL, JUL23),
            f("season_index_low", 0.68, (D(2021, 1, 1), D(2023, 12, 31)), WHOLE, N),
            f("season_index_high", 0.74, (D(2021, 1, 1), D(2023, 12, 31)), WHOLE, N),
        ),
        "down",
    ),
    "split": c("breakdown", "breakdown", split(141_320.75, 134_808.2, 6_204, 5_488, MAR, FEB), "up"),
    "rate": c("conversion", "conversion", rate((1_284, 30_120), (1_190, 31_450), MAR, FEB, skin), "up"),
    "price": c("price", "price", price("revenue_per_unit", 14.85, 13.2, 3_275.3, MAR, FEB, skin), "up"),
    "value": c("price", "order_value", price("average_order_value", 21.4, 24.95, -1_260.0, MAR, FEB, vitamins), "down"),
    "share": c(
        "concentration",
        "concentration",
        (f("share", 61.35, MAR, rx, P), f("revenue", 86_700.3, MAR, rx), f("herfindahl_index", 0.43, MAR, WHOLE, N)),
    ),
    "shift": c("concentration", "share_shift", shift(37.02, 33.47, 0.31, MAR, FEB, leeds), "up"),
    "best_week": c(
        "record",
        "best_week",
        (f("revenue", 36_418.2, on(2025, 3, 24, 30)), f("previous_record", 34_905.7, (D(2022, 6, 1), D(2025, 2, 28)))),
        "up",
    ),
    "worst_day": c(
        "record",
        "worst_day",
        (f("revenue", 412.3, on(2025, 3, 2)), f("previous_record", 688.0, (D(2022, 6, 1), D(2025, 2, 28)))),
        "down",
    ),
    "trend": c(
        "trend",
        "trend",
        (f("revenue_trend_percent", 22.6, SPRING, skin, P), f("revenue_trend_per_day", 1.85, SPRING, skin)),
        "up",
    ),
    "seasonal": c(
        "trend",
        "trend_seasonal",
        (f("revenue_trend_percent", -9.4, SPRING, cardiff, P), f("revenue_trend_per_day", -0.72, SPRING, cardiff)),
        "down",
    ),
    "step": c("change_point", "change_point", step(812.4, 1_046.9, D(2025, 2, 17), D(2025, 4, 13), leeds), "up"),
    "until": c(
        "change_point", "change_point_until", step(341.0, 262.5, D(2025, 1, 20), D(2025, 3, 9), vitamins), "down"
    ),
    "recent": c("change_point", "change_point_recent", step(955.0, 1_180.0, D(2025, 4, 4), D(2025, 4, 13), skin), "up"),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        dev(11_940.5, 4_615.0, on(2025, 3, 19), WHOLE, f("deviation", 6_480.0, on(2025, 3, 19), skin)),
        "up",
    ),
    "dip": c("anomaly", "anomaly_dip", dev(1_120.0, 4_480.0, on(2025, 3, 5), leeds), "down"),
    "level": c("anomaly", "anomaly_level_shift", dev(14_210.0, 11_050.0, on(2025, 3, 3, 9), leeds), "up"),
    "holiday": c("anomaly", "anomaly_holiday", dev(690.0, 4_520.0, on(2025, 4, 18)), "down", ("Good Friday",)),
    "missing": c("data_problem", "anomaly_missing_data", dev(0.0, 9_120.0, on(2025, 3, 12, 13)), "down"),
    "partial": c("data_problem", "anomaly_partial_data", dev(385.0, 4_610.0, on(2025, 3, 26), bristol), "down"),
    "twice": c("data_problem", "anomaly_duplicate_import", dev(9_345.0, 4_660.0, on(2025, 3, 20)), "up"),
    "today": c("data_problem", "day_going_on", (f("revenue", 1_870.4, on(2025, 4, 14)),)),
    "calm": c(
        "nothing_unusual",
        "nothing_unusual",
        (f("days", 30, APR, WHOLE, N), f("categories", 6, APR, WHOLE, N), f("regions", 4, APR, WHOLE, N)),
    ),
    "order": c(
        "single_order",
        "order_carries",
        (f("order_revenue", 4_980.0, on(2025, 3, 21)), f("revenue_change", 6_512.55, MAR)),
        "up",
        ("RX-20871", "St Anne Hospice"),
    ),
    "turned": c(
        "single_order",
        "order_turns",
        (
            f("order_revenue", 11_400.0, on(2025, 2, 12)),
            f("revenue_change", -3_870.4, MAR),
            f("revenue_change_percent", -2.81, MAR, WHOLE, P),
            f("revenue_change_percent_without", 5.96, MAR, WHOLE, P),
        ),
        "down",
    ),
    "customer": c(
        "single_customer",
        "customer_carries",
        (
            f("customer_revenue", 7_940.0, MAR),
            f("previous_customer_revenue", 2_610.0, FEB),
            f("revenue_change", 6_512.55, MAR),
        ),
        "up",
        ("Elmfield Care Home",),
    ),
    "adjusted": c(
        "adjusted_change",
        "adjusted_change",
        (
            f("revenue", 0.0, on(2025, 3, 12, 13)),
            f("expected_revenue", 9_120.0, on(2025, 3, 12, 13)),
            f("revenue_change_percent", -4.1, MAR, WHOLE, P),
            f("revenue_change_percent_without", 2.45, MAR, WHOLE, P),
        ),
        "down",
    ),
    "forecast": c(
        "forecast",
        "forecast",
        outlook(
            148_900.0,
            131_200.0,
            167_400.0,
            138_640.0,
            (D(2025, 4, 14), D(2025, 5, 13)),
            (D(2025, 3, 15), D(2025, 4, 13)),
        ),
        "up",
    ),
    "together": c(
        "correlation",
        "correlation",
        (f("correlation", 0.63, SPRING, WHOLE, N), f("lag_days", 0, SPRING, WHOLE, N)),
        names=("Vitamins", "Skincare"),
    ),
    "ahead": c(
        "correlation",
        "correlation_lag",
        (f("correlation", -0.55, SPRING, WHOLE, N), f("lag_days", 4, SPRING, WHOLE, N)),
        names=("Prescriptions", "First Aid"),
    ),
}
