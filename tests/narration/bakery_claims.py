"""Claims of a chain of bakeries in Swiss francs (CHF): halves of months, a quarter to date, years, a day."""

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .shop_facts import D, N, P, ago, c, dev, f, moved, on, outlook, price, rate, shift, split, step

MAY, APR = (D(2024, 5, 1), D(2024, 5, 31)), (D(2024, 4, 1), D(2024, 4, 30))
FEB, JAN = (D(2024, 2, 1), D(2024, 2, 29)), (D(2024, 1, 1), D(2024, 1, 31))
MAY23 = (D(2023, 5, 1), D(2023, 5, 31))
APR23 = (D(2023, 4, 1), D(2023, 4, 30))
HALF, PHALF = on(2024, 5, 16, 31), (D(2024, 4, 30), D(2024, 5, 15))
QTD, PQTD = (D(2024, 4, 1), D(2024, 6, 9)), (D(2024, 1, 22), D(2024, 3, 31))
Y23, Y22 = (D(2023, 1, 1), D(2023, 12, 31)), (D(2022, 1, 1), D(2022, 12, 31))
DAY, EVE = on(2024, 5, 10), on(2024, 5, 9)
SPAN = (D(2023, 12, 1), D(2024, 5, 31))
bread, croissants, cakes, sandwiches, drinks = map(
    Segment, ("Bread", "Croissants", "Cakes", "Sandwiches", "Hot Drinks")
)
basel, bern, lausanne, gallen = (Segment(None, name) for name in ("Basel", "Bern", "Lausanne", "St. Gallen"))
cakes_bern, bread_basel, drinks_gallen = (
    Segment("Cakes", "Bern"),
    Segment("Bread", "Basel"),
    Segment("Hot Drinks", "St. Gallen"),
)

CLAIMS: dict[str, Claim] = {
    "half": c("growth", "growth", moved(WHOLE, 188_450.6, 173_920.4, HALF, PHALF), "up"),
    "quarter_to_date": c("growth", "growth", moved(WHOLE, 742_310.0, 806_150.0, QTD, PQTD), "down"),
    "year": c("growth", "growth", moved(basel, 1_312_800.0, 1_046_500.0, Y23, Y22), "up"),
    "february": c("growth", "growth", moved(WHOLE, 251_300.0, 262_900.0, FEB, JAN), "down"),
    "from_zero": c("growth", "growth", moved(drinks_gallen, 4_375.5, 0.0, MAY, APR), "up"),
    "day": c("growth", "growth", moved(bern, 3_284.7, 4_105.9, DAY, EVE), "down"),
    "hardly": c("growth", "growth_hardly", moved(bread, 36_214.0, 36_180.0, on(2024, 5, 20, 26), on(2024, 5, 13, 19))),
    "none": c("growth", "growth_none", moved(drinks, 12_600.0, 12_600.0, DAY, EVE)),
    "no_base": c("growth", "growth_no_base", (f("revenue", 1_688_400.0, (D(2021, 7, 1), D(2021, 9, 30))),)),
    "cut_base": c(
        "growth",
        "growth_cut_base",
        (
            f("revenue", 3_905_000.0, Y22),
            f("known_revenue", 1_957_300.0, (D(2021, 7, 1), D(2021, 12, 31))),
        ),
    ),
    "first": c(
        "growth",
        "growth_first_sales",
        (f("revenue", 21_840.0, MAY, gallen), f("revenue_of_first_day", 1_036.5, on(2024, 5, 4), gallen)),
    ),
    "going_on": c("growth", "growth_going_on", (f("revenue", 3_918.2, on(2024, 6, 10), cakes),)),
    "gone": c(
        "growth",
        "growth_ended",
        (
            f("revenue", 0.0, MAY, cakes_bern),
            f("previous_revenue", 7_290.0, APR, cakes_bern),
            f("revenue_since_last_sales", 0.0, (D(2024, 4, 18), D(2024, 5, 31)), cakes_bern),
        ),
        "down",
    ),
    "no_data": c(
        "no_data",
        "no_data",
        (
            f("revenue", 0.0, (D(2024, 7, 1), D(2024, 7, 31))),
            f("available_revenue", 11_384_000.0, (D(2021, 7, 1), D(2024, 6, 9))),
        ),
    ),
    "no_data_at_all": c("no_data", "no_data_at_all", (f("revenue", 0.0, Y23),)),
    "sandwiches": c("driver", "driver", moved(sandwiches, 68_940.0, 50_310.0, MAY, APR), "up"),
    "lausanne": c("detractor", "driver", moved(lausanne, 41_870.0, 62_455.0, HALF, PHALF), "down"),
    "pair": c("driver", "driver", moved(bread_basel, 30_418.0, 22_960.0, HALF, PHALF), "up"),
    "croissants": c(
        "detractor",
        "driver_core",
        (
            *moved(croissants, 28_300.0, 47_150.0, MAY, APR),
            f("revenue_change", -15_220.0, MAY, Segment("Croissants", "Lausanne")),
        ),
        "down",
    ),
    "began": c(
        "driver",
        "began_segment",
        (f("revenue", 9_615.0, MAY, drinks_gallen), f("revenue_of_first_day", 118.4, on(2024, 5, 7), drinks_gallen)),
        "up",
    ),
    "ended": c(
        "detractor",
        "ended_segment",
        (
            f("revenue", 0.0, MAY, cakes),
            f("previous_revenue", 33_480.0, APR, cakes),
            f("revenue_of_last_day", 1_205.0, on(2024, 4, 29), cakes),
        ),
        "down",
    ),
    "year_ago": c("year_ago", "year_ago", ago(358_620.0, 287_450.0, MAY, MAY23), "up"),
    "season": c(
        "year_ago",
        "year_ago_season",
        (
            *ago(429_300.0, 431_900.0, APR, APR23),
            f("season_index_low", 1.27, (D(2022, 1, 1), D(2023, 12, 31)), WHOLE, N),
            f("season_index_high", 1.41, (D(2022, 1, 1), D(2023, 12, 31)), WHOLE, N),
        ),
        "down",
    ),
    "split": c("breakdown", "breakdown", split(188_450.6, 173_920.4, 14_820, 15_936, HALF, PHALF), "up"),
    "rate": c("conversion", "conversion", rate((3_912, 41_200), (4_630, 40_050), MAY, APR, lausanne), "down"),
    "price": c("price", "price", price("revenue_per_unit", 4.35, 3.9, 6_468.3, MAY, APR, sandwiches), "up"),
    "value": c("price", "order_value", price("average_order_value", 7.8, 8.45, -2_992.6, MAY, APR, croissants), "down"),
    "share": c(
        "concentration",
        "concentration",
        (
            f("share", 44.8, MAY, bread, P),
            f("revenue", 160_660.0, MAY, bread),
            f("herfindahl_index", 0.41, MAY, WHOLE, N),
        ),
    ),
    "shift": c("concentration", "share_shift", shift(40.05, 45.6, 0.33, HALF, PHALF, basel), "down"),
    "best_week": c(
        "record",
        "best_week",
        (f("revenue", 98_760.0, on(2024, 5, 6, 12)), f("previous_record", 95_120.0, (D(2021, 7, 1), D(2024, 4, 30)))),
        "up",
    ),
    "worst_month": c(
        "record",
        "worst_month",
        (f("revenue", 251_300.0, FEB), f("previous_record", 258_400.0, (D(2021, 7, 1), D(2024, 1, 31)))),
        "down",
    ),
    "trend": c(
        "trend",
        "trend",
        (f("revenue_trend_percent", -8.1, SPAN, bread, P), f("revenue_trend_per_day", -2.45, SPAN, bread)),
        "down",
    ),
    "seasonal": c(
        "trend",
        "trend_seasonal",
        (f("revenue_trend_percent", 26.4, SPAN, basel, P), f("revenue_trend_per_day", 5.6, SPAN, basel)),
        "up",
    ),
    "step": c("change_point", "change_point", step(2_840.0, 2_130.0, D(2024, 3, 25), D(2024, 5, 31), lausanne), "down"),
    "until": c(
        "change_point", "change_point_until", step(1_640.0, 2_460.0, D(2024, 2, 12), D(2024, 4, 7), cakes), "up"
    ),
    "recent": c("change_point", "change_point_recent", step(11_050.0, 12_870.0, D(2024, 5, 24), D(2024, 5, 31)), "up"),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        dev(21_640.0, 11_380.0, on(2024, 5, 11), WHOLE, f("deviation", 7_905.0, on(2024, 5, 11), cakes)),
        "up",
    ),
    "dip": c("anomaly", "anomaly_dip", dev(1_275.0, 3_060.0, on(2024, 5, 22, 23), sandwiches), "down"),
    "level": c("anomaly", "anomaly_level_shift", dev(15_940.0, 20_870.0, on(2024, 5, 13, 19), lausanne), "down"),
    "holiday": c("anomaly", "anomaly_holiday", dev(4_410.0, 11_620.0, on(2024, 5, 9)), "down", ("Ascension Day",)),
    "missing": c("data_problem", "anomaly_missing_data", dev(0.0, 34_150.0, on(2024, 5, 27, 29)), "down"),
    "partial": c("data_problem", "anomaly_partial_data", dev(940.0, 8_720.0, on(2024, 5, 14, 15), basel), "down"),
    "twice": c("data_problem", "anomaly_duplicate_import", dev(7_790.0, 3_880.0, on(2024, 5, 3), bern), "up"),
    "today": c("data_problem", "day_going_on", (f("revenue", 6_047.3, on(2024, 6, 10)),)),
    "calm": c(
        "nothing_unusual", "nothing_unusual", (f("days", 16, HALF, basel, N), f("categories", 5, HALF, basel, N))
    ),
    "calm_days": c("nothing_unusual", "nothing_unusual", (f("days", 29, FEB, bread_basel, N),)),
    "order": c(
        "single_order",
        "order_carries",
        (f("order_revenue", 9_850.0, on(2024, 5, 6)), f("revenue_change", -14_260.0, HALF)),
        "down",
        ("B-5521", "Festhalle Bern"),
    ),
    "turned": c(
        "single_order",
        "order_turns",
        (
            f("order_revenue", 24_600.0, on(2024, 5, 25)),
            f("revenue_change", 14_530.2, HALF),
            f("revenue_change_percent", 8.35, HALF, WHOLE, P),
            f("revenue_change_percent_without", -5.79, HALF, WHOLE, P),
        ),
        "up",
        ("B-5608",),
    ),
    "customer": c(
        "single_customer",
        "customer_carries",
        (
            f("customer_revenue", 31_200.0, HALF),
            f("previous_customer_revenue", 20_480.0, PHALF),
            f("revenue_change", 14_530.2, HALF),
        ),
        "up",
        ("Hotel Krone",),
    ),
    "adjusted": c(
        "adjusted_change",
        "adjusted_change",
        (
            f("revenue", 7_790.0, on(2024, 5, 3), bern),
            f("expected_revenue", 3_880.0, on(2024, 5, 3), bern),
            f("revenue_change_percent", 1.8, MAY, WHOLE, P),
            f("revenue_change_percent_without", -1.3, MAY, WHOLE, P),
        ),
        "up",
    ),
    "forecast": c(
        "forecast",
        "forecast",
        outlook(
            171_500.0,
            152_800.0,
            192_400.0,
            158_930.0,
            on(2024, 6, 10, 23),
            (D(2024, 5, 27), D(2024, 6, 9)),
        ),
        "up",
    ),
    "together": c(
        "correlation",
        "correlation",
        (f("correlation", 0.68, SPAN, WHOLE, N), f("lag_days", 0, SPAN, WHOLE, N)),
        names=("Hot Drinks", "Croissants"),
    ),
    "ahead": c(
        "correlation",
        "correlation_lag",
        (f("correlation", -0.59, SPAN, WHOLE, N), f("lag_days", 2, SPAN, WHOLE, N)),
        names=("Cakes", "Bread"),
    ),
}
