"""Claims of an online plant nursery in dollars (USD): millions, what began, what ended, what is partial."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Format, Segment

from .coffee_claims import c, ch, f

D = date
APR, MAR = (D(2026, 4, 1), D(2026, 4, 30)), (D(2026, 3, 1), D(2026, 3, 31))
APR25, DEC25 = (D(2025, 4, 1), D(2025, 4, 30)), (D(2025, 12, 1), D(2025, 12, 31))
Q122, FEB22 = (D(2022, 1, 1), D(2022, 3, 31)), (D(2022, 2, 1), D(2022, 2, 28))
WINTER = (D(2025, 11, 1), D(2026, 5, 17))
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
bonsai, seeds, ferns, planters, succulents, trees = map(
    Segment, ("Bonsai", "Seeds", "Ferns", "Planters", "Succulents", "Fruit Trees")
)
florida, georgia, vermont, colorado = (Segment(None, name) for name in ("Florida", "Georgia", "Vermont", "Colorado"))
orchids_georgia = Segment("Orchids", "Georgia")


def on(year: int, month: int, day: int, last: int = 0) -> tuple[date, date]:
    return D(year, month, day), D(year, month, last or day)


WK, PW = on(2026, 5, 4, 10), (D(2026, 4, 27), D(2026, 5, 3))
HIGH, SINCE = (D(2026, 2, 23), D(2026, 5, 17)), on(2026, 5, 8, 17)

CLAIMS: dict[str, Claim] = {
    "april": c("growth", "growth", ch(WHOLE, 1_264_500.0, 1_048_200.0, APR, MAR), "up"),
    "none": c("growth", "growth_none", ch(bonsai, 1_340.0, 1_340.0, WK, PW)),
    "no_base": c("growth", "growth_no_base", (f("revenue", 1_124_700.0, Q122),)),
    "cut_base": c(
        "growth",
        "growth_cut_base",
        (f("revenue", 428_900.0, FEB22), f("known_revenue", 171_300.0, on(2022, 1, 19, 31))),
    ),
    "gone": c(
        "growth",
        "growth_ended",
        (
            f("revenue", 0.0, APR, orchids_georgia),
            f("previous_revenue", 12_640.0, MAR, orchids_georgia),
            f("revenue_since_last_sales", 0.0, (D(2026, 3, 28), D(2026, 4, 30)), orchids_georgia),
        ),
        "down",
    ),
    "no_data_at_all": c("no_data", "no_data_at_all", (f("revenue", 0.0, on(2026, 5, 11, 17)),)),
    "began": c(
        "driver",
        "began_segment",
        (f("revenue", 27_380.0, APR, colorado), f("revenue_of_first_day", 1_145.0, on(2026, 4, 9), colorado)),
        "up",
    ),
    "year_ago": c(
        "year_ago",
        "year_ago",
        (
            f("revenue", 1_264_500.0, APR),
            f("last_year_revenue", 1_389_700.0, APR25),
            f("last_year_revenue_change", -125_200.0, APR),
            f("last_year_revenue_change_percent", -9.01, APR, WHOLE, P),
        ),
        "down",
    ),
    "rate": c(
        "conversion",
        "conversion",
        (
            f("conversion_rate", 3.84, APR, florida, P),
            f("previous_conversion_rate", 3.29, MAR, florida, P),
            f("conversion_rate_change_points", 0.55, APR, florida, PT),
            f("visits_change_percent", -6.4, APR, florida, P),
            f("orders_change_percent", 9.25, APR, florida, P),
        ),
        "up",
    ),
    "share": c(
        "concentration",
        "concentration",
        (
            f("share", 41.8, APR, florida, P),
            f("revenue", 528_600.0, APR, florida),
            f("herfindahl_index", 0.31, APR, WHOLE, N),
        ),
    ),
    "best": c(
        "record",
        "best_month",
        (f("revenue", 1_389_700.0, APR25), f("previous_record", 1_312_400.0, (D(2022, 1, 19), D(2025, 3, 31)))),
        "up",
    ),
    "worst": c(
        "record",
        "worst_week",
        (f("revenue", 61_250.0, on(2026, 1, 5, 11)), f("previous_record", 68_900.0, (D(2022, 1, 19), D(2025, 12, 31)))),
        "down",
    ),
    "seasonal": c(
        "trend",
        "trend_seasonal",
        (
            f("revenue_trend_percent", -14.6, WINTER, succulents, P),
            f("revenue_trend_per_day", -1.85, WINTER, succulents),
        ),
        "down",
    ),
    "step": c(
        "change_point",
        "change_point",
        (
            f("daily_revenue_before", 1_860.0, on(2026, 2, 22), seeds),
            f("daily_revenue_after", 2_745.0, HIGH, seeds),
            f("level_change_percent", 47.58, HIGH, seeds, P),
        ),
        "up",
    ),
    "recent": c(
        "change_point",
        "change_point_recent",
        (
            f("daily_revenue_before", 3_420.0, on(2026, 5, 7), planters),
            f("daily_revenue_after", 2_565.0, SINCE, planters),
            f("level_change_percent", -25.0, SINCE, planters, P),
        ),
        "down",
    ),
    "dip": c(
        "anomaly",
        "anomaly_dip",
        (
            f("revenue", 1_430.0, on(2026, 4, 22), georgia),
            f("expected_revenue", 5_680.0, on(2026, 4, 22), georgia),
            f("deviation", -4_250.0, on(2026, 4, 22), georgia),
            f("deviation_percent", -74.82, on(2026, 4, 22), georgia, P),
        ),
        "down",
    ),
    "level": c(
        "anomaly",
        "anomaly_level_shift",
        (
            f("revenue", 58_900.0, on(2026, 4, 13, 19), ferns),
            f("expected_revenue", 41_200.0, on(2026, 4, 13, 19), ferns),
            f("deviation", 17_700.0, on(2026, 4, 13, 19), ferns),
            f("deviation_percent", 42.96, on(2026, 4, 13, 19), ferns, P),
        ),
        "up",
    ),
    "twice": c(
        "data_problem",
        "anomaly_duplicate_import",
        (
            f("revenue", 84_300.0, on(2026, 5, 6)),
            f("expected_revenue", 41_750.0, on(2026, 5, 6)),
            f("deviation", 42_550.0, on(2026, 5, 6)),
            f("deviation_percent", 101.92, on(2026, 5, 6), WHOLE, P),
        ),
        "up",
    ),
    "today": c("data_problem", "day_going_on", (f("revenue", 9_260.0, on(2026, 5, 18), vermont),)),
    "calm": c(
        "nothing_unusual",
        "nothing_unusual",
        (f("days", 31, DEC25, WHOLE, N), f("categories", 6, DEC25, WHOLE, N), f("regions", 5, DEC25, WHOLE, N)),
    ),
    "order": c(
        "single_order",
        "order_carries",
        (f("order_revenue", 14_850.0, on(2026, 5, 8)), f("revenue_change", 22_300.0, WK)),
        "up",
        ("#88214",),
    ),
    "adjusted": c(
        "adjusted_change",
        "adjusted_change",
        (
            f("revenue", 7_900.0, on(2026, 3, 18, 19)),
            f("expected_revenue", 68_400.0, on(2026, 3, 18, 19)),
            f("revenue_change_percent", 20.64, APR, WHOLE, P),
            f("revenue_change_percent_without", 14.05, APR, WHOLE, P),
        ),
        "up",
    ),
    "relation": c(
        "correlation",
        "correlation",
        (f("correlation", -0.41, WINTER, WHOLE, N), f("lag_days", 0, WINTER, WHOLE, N)),
        names=("Succulents", "Ferns"),
    ),
}
