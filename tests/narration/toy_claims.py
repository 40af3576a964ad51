"""Claims of a toy shop in dollars (USD): tens and hundreds, days, weeks, a weekend, a month to date."""

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .shop_facts import D, N, P, ago, c, dev, f, moved, on, outlook, price, rate, shift, split, step

WK, PW = on(2024, 12, 9, 15), on(2024, 12, 2, 8)
WK23 = on(2023, 12, 11, 17)
SAT, FRI = on(2024, 12, 14), on(2024, 12, 13)
WEEKEND, PWEEKEND = (D(2024, 11, 29), D(2024, 12, 1)), (D(2024, 11, 26), D(2024, 11, 28))
NOV, OCT = (D(2024, 11, 1), D(2024, 11, 30)), (D(2024, 10, 1), D(2024, 10, 31))
DEC, DEC23 = (D(2024, 12, 1), D(2024, 12, 31)), (D(2023, 12, 1), D(2023, 12, 31))
MTD, PMTD = on(2024, 12, 1, 18), on(2024, 11, 1, 18)
AUTUMN = (D(2024, 9, 1), D(2024, 12, 15))
puzzles, games, plush, blocks, trains = map(
    Segment, ("Puzzles", "Board Games", "Plush Toys", "Building Blocks", "Model Trains")
)
oregon, idaho, nevada, utah = (Segment(None, name) for name in ("Oregon", "Idaho", "Nevada", "Utah"))
games_idaho, plush_utah = Segment("Board Games", "Idaho"), Segment("Plush Toys", "Utah")

CLAIMS: dict[str, Claim] = {
    "week": c("growth", "growth", moved(WHOLE, 2_946.35, 2_104.6, WK, PW), "up"),
    "day": c("growth", "growth", moved(oregon, 187.25, 92.4, SAT, FRI), "up"),
    "weekend": c("growth", "growth", moved(WHOLE, 1_205.8, 1_338.9, WEEKEND, PWEEKEND), "down"),
    "month_to_date": c("growth", "growth", moved(WHOLE, 6_480.9, 4_215.3, MTD, PMTD), "up"),
    "november": c("growth", "growth", moved(WHOLE, 7_412.6, 7_590.15, NOV, OCT), "down"),
    "hardly": c("growth", "growth_hardly", moved(utah, 1_642.5, 1_641.75, NOV, OCT)),
    "none": c("growth", "growth_none", moved(trains, 89.0, 89.0, WK, PW)),
    "no_base": c("growth", "growth_no_base", (f("revenue", 614.2, on(2021, 1, 11, 17)),)),
    "cut_base": c(
        "growth",
        "growth_cut_base",
        (f("revenue", 702.45, on(2021, 1, 18, 24)), f("known_revenue", 318.1, on(2021, 1, 14, 17))),
    ),
    "first": c(
        "growth",
        "growth_first_sales",
        (f("revenue", 148.5, WK, plush_utah), f("revenue_of_first_day", 24.75, on(2024, 12, 11), plush_utah)),
    ),
    "going_on": c("growth", "growth_going_on", (f("revenue", 58.4, on(2024, 12, 19)),)),
    "gone": c(
        "growth",
        "growth_ended",
        (
            f("revenue", 0.0, NOV, trains),
            f("previous_revenue", 236.4, OCT, trains),
            f("revenue_since_last_sales", 0.0, (D(2024, 10, 22), D(2024, 11, 30)), trains),
        ),
        "down",
    ),
    "no_data": c(
        "no_data",
        "no_data",
        (
            f("revenue", 0.0, on(2021, 1, 4, 10)),
            f("available_revenue", 312_630.75, (D(2021, 1, 14), D(2024, 12, 18))),
        ),
    ),
    "no_data_at_all": c("no_data", "no_data_at_all", (f("revenue", 0.0, WK),)),
    "games": c("driver", "driver", moved(games, 918.7, 536.2, WK, PW), "up"),
    "nevada": c("detractor", "driver", moved(nevada, 212.9, 305.65, WK, PW), "down"),
    "pair": c("detractor", "driver", moved(games_idaho, 61.5, 128.25, NOV, OCT), "down"),
    "blocks": c(
        "driver",
        "driver_core",
        (*moved(blocks, 744.0, 468.4, WK, PW), f("revenue_change", 231.2, WK, Segment("Building Blocks", "Oregon"))),
        "up",
    ),
    "began": c(
        "driver",
        "began_segment",
        (f("revenue", 396.6, NOV, idaho), f("revenue_of_first_day", 17.99, on(2024, 11, 8), idaho)),
        "up",
    ),
    "ended": c(
        "detractor",
        "ended_segment",
        (
            f("revenue", 0.0, NOV, puzzles),
            f("previous_revenue", 421.3, OCT, puzzles),
            f("revenue_of_last_day", 32.5, on(2024, 10, 30), puzzles),
        ),
        "down",
    ),
    "year_ago": c("year_ago", "year_ago", ago(2_946.35, 3_318.0, WK, WK23), "down"),
    "season": c(
        "year_ago",
        "year_ago_season",
        (
            *ago(12_845.6, 10_916.2, DEC, DEC23),
            f("season_index_low", 2.14, (D(2022, 1, 1), D(2023, 12, 31)), WHOLE, N),
            f("season_index_high", 2.36, (D(2022, 1, 1), D(2023, 12, 31)), WHOLE, N),
        ),
        "up",
    ),
    "split": c("breakdown", "breakdown", split(2_946.35, 2_104.6, 84, 71, WK, PW), "up"),
    "rate": c("conversion", "conversion", rate((84, 1_310), (71, 1_365), WK, PW), "up"),
    "price": c("price", "price", price("revenue_per_unit", 16.4, 19.25, -148.2, WK, PW, plush), "down"),
    "value": c("price", "order_value", price("average_order_value", 48.6, 37.1, 160.6, WK, PW, blocks), "up"),
    "share": c(
        "concentration",
        "concentration",
        (f("share", 66.7, WK, oregon, P), f("revenue", 1_965.2, WK, oregon), f("herfindahl_index", 0.49, WK, WHOLE, N)),
    ),
    "shift": c("concentration", "share_shift", shift(31.18, 25.48, 0.27, WK, PW, games), "up"),
    "best_day": c(
        "record",
        "best_day",
        (f("revenue", 742.85, SAT), f("previous_record", 688.1, (D(2021, 1, 14), D(2024, 12, 8)))),
        "up",
    ),
    "worst_week": c(
        "record",
        "worst_week",
        (f("revenue", 298.4, on(2024, 11, 4, 10)), f("previous_record", 341.15, (D(2021, 1, 14), D(2024, 10, 31)))),
        "down",
    ),
    "trend": c(
        "trend",
        "trend",
        (f("revenue_trend_percent", 44.7, AUTUMN, games, P), f("revenue_trend_per_day", 0.26, AUTUMN, games)),
        "up",
    ),
    "seasonal": c(
        "trend",
        "trend_seasonal",
        (f("revenue_trend_percent", 12.9, AUTUMN, WHOLE, P), f("revenue_trend_per_day", 0.31, AUTUMN)),
        "up",
    ),
    "step": c("change_point", "change_point", step(41.6, 68.3, D(2024, 11, 21), D(2024, 12, 18), blocks), "up"),
    "until": c("change_point", "change_point_until", step(52.8, 36.4, D(2024, 10, 7), D(2024, 11, 17), nevada), "down"),
    "recent": c("change_point", "change_point_recent", step(212.0, 318.5, D(2024, 12, 10), D(2024, 12, 18)), "up"),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        dev(742.85, 305.0, SAT, WHOLE, f("deviation", 361.4, SAT, games)),
        "up",
    ),
    "dip": c("anomaly", "anomaly_dip", dev(21.5, 96.75, on(2024, 12, 11), oregon), "down"),
    "level": c("anomaly", "anomaly_level_shift", dev(512.6, 318.9, on(2024, 11, 18, 24), blocks), "up"),
    "holiday": c("anomaly", "anomaly_holiday", dev(0.0, 241.3, on(2024, 11, 28)), "down", ("Thanksgiving",)),
    "missing": c("data_problem", "anomaly_missing_data", dev(0.0, 188.6, on(2024, 12, 5), oregon), "down"),
    "partial": c("data_problem", "anomaly_partial_data", dev(14.95, 402.3, on(2024, 12, 6, 7)), "down"),
    "twice": c("data_problem", "anomaly_duplicate_import", dev(431.2, 214.8, on(2024, 11, 20)), "up"),
    "today": c("data_problem", "day_going_on", (f("revenue", 58.4, on(2024, 12, 19), oregon),)),
    "calm": c(
        "nothing_unusual",
        "nothing_unusual",
        (f("days", 7, WK, WHOLE, N), f("categories", 5, WK, WHOLE, N), f("regions", 4, WK, WHOLE, N)),
    ),
    "order": c(
        "single_order",
        "order_carries",
        (f("order_revenue", 498.0, on(2024, 12, 14)), f("revenue_change", 841.75, WK)),
        "up",
        ("#3307",),
    ),
    "turned": c(
        "single_order",
        "order_turns",
        (
            f("order_revenue", 498.0, on(2024, 12, 14)),
            f("revenue_change", 214.6, WK),
            f("revenue_change_percent", 9.28, WK, WHOLE, P),
            f("revenue_change_percent_without", -12.26, WK, WHOLE, P),
        ),
        "up",
    ),
    "customer": c(
        "single_customer",
        "customer_carries",
        (
            f("customer_revenue", 612.5, WK),
            f("previous_customer_revenue", 40.0, PW),
            f("revenue_change", 841.75, WK),
        ),
        "up",
    ),
    "adjusted": c(
        "adjusted_change",
        "adjusted_change",
        (
            f("revenue", 14.95, on(2024, 12, 6, 7)),
            f("expected_revenue", 402.3, on(2024, 12, 6, 7)),
            f("revenue_change_percent", 40.0, WK, WHOLE, P),
            f("revenue_change_percent_without", 18.24, WK, WHOLE, P),
        ),
        "up",
    ),
    "forecast": c(
        "forecast",
        "forecast",
        outlook(2_480.0, 1_960.0, 3_090.0, 2_872.4, on(2024, 12, 19, 25), on(2024, 12, 12, 18)),
        "down",
    ),
    "together": c(
        "correlation",
        "correlation",
        (f("correlation", 0.54, AUTUMN, WHOLE, N), f("lag_days", 0, AUTUMN, WHOLE, N)),
        names=("Puzzles", "Board Games"),
    ),
    "ahead": c(
        "correlation",
        "correlation_lag",
        (f("correlation", 0.66, AUTUMN, WHOLE, N), f("lag_days", 1, AUTUMN, WHOLE, N)),
        names=("Oregon", "Idaho"),
    ),
}
