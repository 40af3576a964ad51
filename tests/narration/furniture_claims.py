"""Claims of a furniture maker in euros (EUR): millions, quarters, years, a year to date."""

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .shop_facts import D, N, P, ago, c, dev, f, moved, on, outlook, price, rate, shift, split, step

Q2, Q1 = (D(2025, 4, 1), D(2025, 6, 30)), (D(2025, 1, 1), D(2025, 3, 31))
Q2_24 = (D(2024, 4, 1), D(2024, 6, 30))
Y24, Y23 = (D(2024, 1, 1), D(2024, 12, 31)), (D(2023, 1, 1), D(2023, 12, 31))
YTD, PYTD = (D(2025, 1, 1), D(2025, 7, 20)), (D(2024, 1, 1), D(2024, 7, 20))
JUN, MAY = (D(2025, 6, 1), D(2025, 6, 30)), (D(2025, 5, 1), D(2025, 5, 31))
AUG, AUG23 = (D(2024, 8, 1), D(2024, 8, 31)), (D(2023, 8, 1), D(2023, 8, 31))
H1 = (D(2025, 1, 1), D(2025, 6, 30))
sofas, tables, beds, chairs, garden = map(
    Segment, ("Sofas", "Dining Tables", "Beds", "Office Chairs", "Garden Furniture")
)
bavaria, flanders, catalonia, paris = (
    Segment(None, name) for name in ("Bavaria", "Flanders", "Catalonia", "Île-de-France")
)
beds_flanders, sofas_paris = Segment("Beds", "Flanders"), Segment("Sofas", "Île-de-France")

CLAIMS: dict[str, Claim] = {
    "year": c("growth", "growth", moved(WHOLE, 48_216_500.0, 51_930_200.0, Y24, Y23), "down"),
    "to_date": c("growth", "growth", moved(WHOLE, 27_384_000.0, 25_118_600.0, YTD, PYTD), "up"),
    "quarter": c("growth", "growth", moved(paris, 1_874_300.0, 2_310_800.0, Q2, Q1), "down"),
    "doubled": c("driver", "driver", moved(garden, 3_942_000.0, 1_988_500.0, Q2, Q1), "up"),
    "hardly": c("growth", "growth_hardly", moved(WHOLE, 12_706_400.0, 12_698_900.0, Q2, Q2_24)),
    "none": c("growth", "growth_none", moved(sofas_paris, 640_000.0, 640_000.0, Q2, Q2_24)),
    "no_base": c("growth", "growth_no_base", (f("revenue", 39_870_000.0, (D(2019, 1, 1), D(2019, 12, 31))),)),
    "cut_base": c(
        "growth",
        "growth_cut_base",
        (
            f("revenue", 10_120_700.0, (D(2019, 4, 1), D(2019, 6, 30))),
            f("known_revenue", 5_904_000.0, (D(2019, 2, 11), D(2019, 3, 31))),
        ),
    ),
    "first": c(
        "growth",
        "growth_first_sales",
        (f("revenue", 286_400.0, Q2, catalonia), f("revenue_of_first_day", 12_750.0, on(2025, 5, 19), catalonia)),
    ),
    "going_on": c("growth", "growth_going_on", (f("revenue", 61_300.0, on(2025, 7, 21), bavaria),)),
    "gone": c(
        "growth",
        "growth_ended",
        (
            f("revenue", 0.0, Q2, chairs),
            f("previous_revenue", 418_900.0, Q1, chairs),
            f("revenue_since_last_sales", 0.0, (D(2025, 3, 14), D(2025, 6, 30)), chairs),
        ),
        "down",
    ),
    "no_data": c(
        "no_data",
        "no_data",
        (
            f("revenue", 0.0, (D(2018, 10, 1), D(2018, 12, 31))),
            f("available_revenue", 296_450_000.0, (D(2019, 2, 11), D(2025, 7, 20))),
        ),
    ),
    "no_data_at_all": c("no_data", "no_data_at_all", (f("revenue", 0.0, Q2),)),
    "sofas": c("detractor", "driver", moved(sofas, 4_105_700.0, 5_218_300.0, Q2, Q1), "down"),
    "bavaria": c("driver", "driver", moved(bavaria, 3_655_200.0, 2_987_400.0, JUN, MAY), "up"),
    "flanders": c(
        "detractor",
        "driver_core",
        (*moved(flanders, 2_216_000.0, 2_894_000.0, Q2, Q1), f("revenue_change", -561_300.0, Q2, beds_flanders)),
        "down",
    ),
    "beds": c(
        "driver",
        "driver_core",
        (
            *moved(beds, 1_540_800.0, 1_215_600.0, JUN, MAY),
            f("revenue_change", 298_000.0, JUN, Segment("Beds", "Bavaria")),
        ),
        "up",
    ),
    "began": c(
        "driver",
        "began_segment",
        (
            f("revenue", 734_600.0, Q2, Segment("Garden Furniture", "Catalonia")),
            f("revenue_of_first_day", 18_200.0, on(2025, 4, 28), Segment("Garden Furniture", "Catalonia")),
        ),
        "up",
    ),
    "ended": c(
        "detractor",
        "ended_segment",
        (
            f("revenue", 0.0, (D(2025, 5, 9), D(2025, 6, 30)), tables),
            f("previous_revenue", 512_000.0, (D(2025, 3, 17), D(2025, 5, 8)), tables),
            f("revenue_of_last_day", 9_480.0, on(2025, 5, 8), tables),
        ),
        "down",
    ),
    "year_ago": c("year_ago", "year_ago", ago(12_706_400.0, 14_355_000.0, Q2, Q2_24), "down"),
    "season": c(
        "year_ago",
        "year_ago_season",
        (
            *ago(2_610_500.0, 2_402_000.0, AUG, AUG23),
            f("season_index_low", 0.58, (D(2020, 1, 1), D(2023, 12, 31)), WHOLE, N),
            f("season_index_high", 0.66, (D(2020, 1, 1), D(2023, 12, 31)), WHOLE, N),
        ),
        "up",
    ),
    "split": c("breakdown", "breakdown", split(12_706_400.0, 13_842_100.0, 9_740, 11_215, Q2, Q1), "down"),
    "both_down": c("breakdown", "breakdown", split(2_216_000.0, 2_894_000.0, 1_905, 2_260, Q2, Q1, flanders), "down"),
    "rate": c("conversion", "conversion", rate((9_740, 812_400), (11_215, 774_900), Q2, Q1), "down"),
    "price": c("price", "price", price("revenue_per_unit", 1_184.0, 1_342.0, -581_100.0, Q2, Q1, sofas), "down"),
    "value": c("price", "order_value", price("average_order_value", 2_415.0, 2_098.0, 192_960.0, JUN, MAY, beds), "up"),
    "share": c(
        "concentration",
        "concentration",
        (
            f("share", 52.8, Q2, bavaria, P),
            f("revenue", 6_709_000.0, Q2, bavaria),
            f("herfindahl_index", 0.37, Q2, WHOLE, N),
        ),
    ),
    "shift": c("concentration", "share_shift", shift(32.31, 37.7, 0.26, Q2, Q1, sofas), "down"),
    "best_month": c(
        "record",
        "best_month",
        (f("revenue", 5_384_000.0, JUN), f("previous_record", 5_102_700.0, (D(2019, 2, 11), D(2025, 3, 31)))),
        "up",
    ),
    "worst_week": c(
        "record",
        "worst_week",
        (
            f("revenue", 402_600.0, on(2025, 5, 12, 18)),
            f("previous_record", 431_900.0, (D(2019, 2, 11), D(2025, 3, 31))),
        ),
        "down",
    ),
    "trend": c(
        "trend",
        "trend",
        (f("revenue_trend_percent", -17.3, H1, flanders, P), f("revenue_trend_per_day", -29.8, H1, flanders)),
        "down",
    ),
    "seasonal": c(
        "trend",
        "trend_seasonal",
        (f("revenue_trend_percent", 31.5, H1, garden, P), f("revenue_trend_per_day", 49.6, H1, garden)),
        "up",
    ),
    "step": c("change_point", "change_point", step(58_400.0, 43_250.0, D(2025, 4, 22), D(2025, 7, 20), sofas), "down"),
    "until": c(
        "change_point", "change_point_until", step(21_900.0, 35_700.0, D(2025, 5, 5), D(2025, 6, 15), garden), "up"
    ),
    "recent": c(
        "change_point", "change_point_recent", step(104_000.0, 82_500.0, D(2025, 7, 11), D(2025, 7, 20)), "down"
    ),
    "spike": c("anomaly", "anomaly_spike", dev(612_000.0, 148_500.0, on(2025, 6, 3), chairs), "up"),
    "dip": c(
        "anomaly",
        "anomaly_dip",
        dev(38_400.0, 141_000.0, on(2025, 5, 14), WHOLE, f("deviation", -79_500.0, on(2025, 5, 14), bavaria)),
        "down",
    ),
    "level": c("anomaly", "anomaly_level_shift", dev(301_000.0, 409_500.0, on(2025, 4, 21, 27), sofas), "down"),
    "holiday": c("anomaly", "anomaly_holiday", dev(0.0, 136_200.0, on(2025, 5, 1)), "down", ("Labour Day",)),
    "missing": c("data_problem", "anomaly_missing_data", dev(0.0, 288_600.0, on(2025, 6, 10, 12), flanders), "down"),
    "partial": c("data_problem", "anomaly_partial_data", dev(17_900.0, 143_800.0, on(2025, 6, 24)), "down"),
    "twice": c("data_problem", "anomaly_duplicate_import", dev(297_300.0, 147_900.0, on(2025, 6, 17)), "up"),
    "today": c("data_problem", "day_going_on", (f("revenue", 61_300.0, on(2025, 7, 21)),)),
    "calm": c("nothing_unusual", "nothing_unusual", (f("days", 91, Q2, WHOLE, N), f("regions", 4, Q2, WHOLE, N))),
    "order": c(
        "single_order",
        "order_carries",
        (f("order_revenue", 1_240_000.0, on(2025, 6, 3)), f("revenue_change", 1_865_300.0, Q2)),
        "up",
    ),
    "turned": c(
        "single_order",
        "order_turns",
        (
            f("order_revenue", 1_240_000.0, on(2025, 6, 3)),
            f("revenue_change", 412_700.0, Q2),
            f("revenue_change_percent", 3.36, Q2, WHOLE, P),
            f("revenue_change_percent_without", -6.73, Q2, WHOLE, P),
        ),
        "up",
        ("SO-88412", "Hotel Miramar"),
    ),
    "customer": c(
        "single_customer",
        "customer_carries",
        (
            f("customer_revenue", 95_000.0, Q2),
            f("previous_customer_revenue", 884_000.0, Q1),
            f("revenue_change", -1_135_700.0, Q2),
        ),
        "down",
        ("Hotel Miramar",),
    ),
    "adjusted": c(
        "adjusted_change",
        "adjusted_change",
        (
            f("revenue", 612_000.0, on(2025, 3, 6)),
            f("expected_revenue", 148_500.0, on(2025, 3, 6)),
            f("revenue_change_percent", -2.6, Q2, WHOLE, P),
            f("revenue_change_percent_without", 1.02, Q2, WHOLE, P),
        ),
        "down",
    ),
    "forecast": c(
        "forecast",
        "forecast",
        outlook(
            3_118_000.0,
            2_705_000.0,
            3_560_000.0,
            3_684_000.0,
            (D(2025, 7, 21), D(2025, 8, 19)),
            (D(2025, 6, 21), D(2025, 7, 20)),
        ),
        "down",
    ),
    "together": c(
        "correlation",
        "correlation",
        (f("correlation", -0.52, H1, WHOLE, N), f("lag_days", 0, H1, WHOLE, N)),
        names=("Garden Furniture", "Beds"),
    ),
    "ahead": c(
        "correlation",
        "correlation_lag",
        (f("correlation", 0.71, H1, WHOLE, N), f("lag_days", 7, H1, WHOLE, N)),
        names=("visits", "orders"),
    ),
}
