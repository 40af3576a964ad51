"""Claims of a stationery shop in yen (JPY): no decimals, a long weekend, months of unequal length, the mean day."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Format, Segment

from .coffee_claims import c, ch, f

D = date
OCT, SEP = (D(2024, 10, 1), D(2024, 10, 31)), (D(2024, 9, 1), D(2024, 9, 30))
SEP23, DEC23 = (D(2023, 9, 1), D(2023, 9, 30)), (D(2023, 12, 1), D(2023, 12, 31))
Q3 = (D(2024, 7, 1), D(2024, 9, 30))
WK, PW, LATEST = (
    (D(2024, 11, 11), D(2024, 11, 17)),
    (D(2024, 11, 4), D(2024, 11, 10)),
    (D(2024, 11, 18), D(2024, 11, 24)),
)
WEEKEND, BEFORE = (D(2024, 11, 2), D(2024, 11, 4)), (D(2024, 10, 30), D(2024, 11, 1))
FRIDAY, THURSDAY = (D(2024, 11, 22), D(2024, 11, 22)), (D(2024, 11, 21), D(2024, 11, 21))
DOUBLED, NOW = (D(2024, 11, 7), D(2024, 11, 7)), (D(2024, 11, 28), D(2024, 11, 28))
NEXT, LAST = (D(2024, 11, 28), D(2024, 12, 25)), (D(2024, 10, 31), D(2024, 11, 27))
HALF = (D(2024, 4, 1), D(2024, 9, 30))
RECENT = (D(2024, 11, 12), D(2024, 11, 27))
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
pens, notebooks, tape = map(Segment, ("Fountain Pens", "Notebooks", "Washi Tape"))
tokyo, osaka, sapporo = (Segment(None, name) for name in ("Tokyo", "Osaka", "Sapporo"))
notebooks_kyoto, pens_osaka = Segment("Notebooks", "Kyoto"), Segment("Fountain Pens", "Osaka")

CLAIMS: dict[str, Claim] = {
    "weekend": c("growth", "growth", ch(tokyo, 1_284_500.0, 842_300.0, WEEKEND, BEFORE), "up"),
    "day": c("growth", "growth", ch(WHOLE, 318_400.0, 371_200.0, FRIDAY, THURSDAY), "down"),
    "month": c(
        "growth",
        "growth",
        (
            *ch(WHOLE, 14_260_000.0, 13_950_000.0, OCT, SEP),
            f("mean_day_change_percent", -1.08, OCT, WHOLE, P),
            f("days", 31, OCT, WHOLE, N),
            f("previous_days", 30, SEP, WHOLE, N),
        ),
        "up",
    ),
    "no_data": c(
        "no_data",
        "no_data",
        (
            f("revenue", 0.0, (D(2018, 3, 1), D(2018, 3, 31))),
            f("available_revenue", 742_600_000.0, (D(2019, 4, 1), D(2024, 11, 27))),
        ),
    ),
    "going_on": c("growth", "growth_going_on", (f("revenue", 41_800.0, NOW),)),
    "kyoto": c("driver", "driver", ch(notebooks_kyoto, 688_000.0, 351_000.0, OCT, SEP), "up"),
    "sapporo": c("detractor", "driver", ch(sapporo, 1_046_000.0, 1_402_000.0, OCT, SEP), "down"),
    "pens": c(
        "detractor",
        "driver_core",
        (*ch(pens, 4_120_000.0, 4_985_000.0, OCT, SEP), f("revenue_change", -702_000.0, OCT, pens_osaka)),
        "down",
    ),
    "year_ago": c(
        "year_ago",
        "year_ago",
        (
            f("revenue", 3_905_000.0, SEP, osaka),
            f("last_year_revenue", 3_118_000.0, SEP23, osaka),
            f("last_year_revenue_change", 787_000.0, SEP, osaka),
            f("last_year_revenue_change_percent", 25.24, SEP, osaka, P),
        ),
        "up",
    ),
    "split": c(
        "breakdown",
        "breakdown",
        (
            f("revenue_change", -283_680.0, WK),
            f("orders", 412, WK, WHOLE, N),
            f("previous_orders", 455, PW, WHOLE, N),
            f("orders_change_percent", -9.45, WK, WHOLE, P),
            f("average_order_value", 5_010.0, WK),
            f("previous_average_order_value", 5_160.0, PW),
            f("average_order_value_change_percent", -2.91, WK, WHOLE, P),
            f("orders_effect", -218_655.0, WK),
            f("order_value_effect", -65_025.0, WK),
        ),
        "down",
    ),
    "rate": c(
        "conversion",
        "conversion",
        (
            f("conversion_rate", 1.86, OCT, WHOLE, P),
            f("previous_conversion_rate", 2.05, SEP, WHOLE, P),
            f("conversion_rate_change_points", -0.19, OCT, WHOLE, PT),
            f("visits_change_percent", 18.3, OCT, WHOLE, P),
            f("orders_change_percent", 7.3, OCT, WHOLE, P),
        ),
        "down",
    ),
    "price": c(
        "price",
        "price",
        (
            f("revenue_per_unit", 385.0, OCT, tape),
            f("previous_revenue_per_unit", 440.0, SEP, tape),
            f("revenue_per_unit_change_percent", -12.5, OCT, tape, P),
            f("price_effect", -146_000.0, OCT, tape),
        ),
        "down",
    ),
    "shift": c(
        "concentration",
        "share_shift",
        (
            f("share", 28.89, OCT, pens, P),
            f("previous_share", 35.73, SEP, pens, P),
            f("share_change_points", -6.84, OCT, pens, PT),
            f("herfindahl_index", 0.24, OCT, WHOLE, N),
        ),
        "down",
    ),
    "share": c(
        "concentration",
        "concentration",
        (
            f("share", 55.3, Q3, tokyo, P),
            f("revenue", 23_180_000.0, Q3, tokyo),
            f("herfindahl_index", 0.38, Q3, WHOLE, N),
        ),
    ),
    "best": c(
        "record",
        "best_month",
        (f("revenue", 21_340_000.0, DEC23), f("previous_record", 20_115_000.0, (D(2019, 4, 1), D(2023, 11, 30)))),
        "up",
    ),
    "recent": c(
        "change_point",
        "change_point_recent",
        (
            f("daily_revenue_before", 62_000.0, (D(2024, 11, 11), D(2024, 11, 11)), notebooks),
            f("daily_revenue_after", 88_500.0, RECENT, notebooks),
            f("level_change_percent", 42.74, RECENT, notebooks, P),
        ),
        "up",
    ),
    "trend": c(
        "trend",
        "trend",
        (
            f("revenue_trend_percent", 27.8, HALF, notebooks, P),
            f("revenue_trend_per_day", 72.0, HALF, notebooks),
        ),
        "up",
    ),
    "twice": c(
        "data_problem",
        "anomaly_duplicate_import",
        (
            f("revenue", 268_000.0, DOUBLED, osaka),
            f("expected_revenue", 131_500.0, DOUBLED, osaka),
            f("deviation", 136_500.0, DOUBLED, osaka),
            f("deviation_percent", 103.8, DOUBLED, osaka, P),
        ),
        "up",
    ),
    "order": c(
        "single_order",
        "order_carries",
        (f("order_revenue", 198_000.0, (D(2024, 11, 20), D(2024, 11, 20))), f("revenue_change", 264_000.0, LATEST)),
        "up",
        ("#88120",),
    ),
    "forecast": c(
        "forecast",
        "forecast",
        (
            f("forecast_revenue", 12_640_000.0, NEXT),
            f("forecast_lower", 11_150_000.0, NEXT),
            f("forecast_upper", 14_330_000.0, NEXT),
            f("forecast_level", 90.0, NEXT, WHOLE, P),
            f("revenue", 13_020_000.0, LAST),
            f("forecast_change_percent", -2.92, NEXT, WHOLE, P),
        ),
        "down",
    ),
}
