"""Claims of a garden centre in pounds (GBP): a spring month, an Easter week, thousands and tens of thousands."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Format, Segment

from .coffee_claims import c, ch, f

D = date
APR, MAR, APR24 = (D(2025, 4, 1), D(2025, 4, 30)), (D(2025, 3, 1), D(2025, 3, 31)), (D(2024, 4, 1), D(2024, 4, 30))
WK, PW = (D(2025, 4, 21), D(2025, 4, 27)), (D(2025, 4, 14), D(2025, 4, 20))
MAY = (D(2025, 5, 1), D(2025, 5, 30))
SATURDAY, SUNDAY, TUESDAY = ((D(2025, 4, day), D(2025, 4, day)) for day in (19, 20, 8))
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
furniture, shrubs, tools, compost, ponds = map(
    Segment, ("Garden Furniture", "Shrubs", "Tools", "Compost", "Pond Supplies")
)
kent, devon, yorkshire, cornwall = (Segment(None, name) for name in ("Kent", "Devon", "Yorkshire", "Cornwall"))
furniture_cornwall = Segment("Garden Furniture", "Cornwall")

CLAIMS: dict[str, Claim] = {
    "month": c("growth", "growth", ch(WHOLE, 184_620.0, 151_940.0, APR, MAR), "up"),
    "week": c("growth", "growth", ch(kent, 12_480.5, 14_106.75, WK, PW), "down"),
    "hardly": c("growth", "growth_hardly", ch(devon, 8_214.4, 8_220.9, WK, PW)),
    "first": c(
        "growth",
        "growth_first_sales",
        (f("revenue", 2_340.0, APR, ponds), f("revenue_of_first_day", 185.0, (D(2025, 4, 9), D(2025, 4, 9)), ponds)),
    ),
    "furniture": c("driver", "driver", ch(furniture, 61_350.0, 40_215.0, APR, MAR), "up"),
    "tools": c("detractor", "driver", ch(tools, 9_870.0, 13_240.0, APR, MAR), "down"),
    "cornwall": c(
        "driver",
        "driver_core",
        (*ch(cornwall, 27_460.0, 18_930.0, APR, MAR), f("revenue_change", 5_940.0, APR, furniture_cornwall)),
        "up",
    ),
    "year_ago": c(
        "year_ago",
        "year_ago",
        (
            f("revenue", 184_620.0, APR),
            f("last_year_revenue", 203_475.0, APR24),
            f("last_year_revenue_change", -18_855.0, APR),
            f("last_year_revenue_change_percent", -9.27, APR, WHOLE, P),
        ),
        "down",
    ),
    "split": c(
        "breakdown",
        "breakdown",
        (
            f("revenue_change", 32_680.0, APR),
            f("orders", 3_077, APR, WHOLE, N),
            f("previous_orders", 2_814, MAR, WHOLE, N),
            f("orders_change_percent", 9.35, APR, WHOLE, P),
            f("average_order_value", 60.0, APR),
            f("previous_average_order_value", 53.99, MAR),
            f("average_order_value_change_percent", 11.12, APR, WHOLE, P),
            f("orders_effect", 14_990.2, APR),
            f("order_value_effect", 17_689.8, APR),
        ),
        "up",
    ),
    "rate": c(
        "conversion",
        "conversion",
        (
            f("conversion_rate", 2.64, APR, devon, P),
            f("previous_conversion_rate", 2.41, MAR, devon, P),
            f("conversion_rate_change_points", 0.23, APR, devon, PT),
            f("visits_change_percent", -6.8, APR, devon, P),
            f("orders_change_percent", 2.1, APR, devon, P),
        ),
        "up",
    ),
    "price": c(
        "price",
        "price",
        (
            f("revenue_per_unit", 18.95, APR, shrubs),
            f("previous_revenue_per_unit", 16.4, MAR, shrubs),
            f("revenue_per_unit_change_percent", 15.55, APR, shrubs, P),
            f("price_effect", 2_870.0, APR, shrubs),
        ),
        "up",
    ),
    "share": c(
        "concentration",
        "concentration",
        (
            f("share", 52.4, APR, yorkshire, P),
            f("revenue", 96_740.0, APR, yorkshire),
            f("herfindahl_index", 0.35, APR, WHOLE, N),
        ),
    ),
    "shift": c(
        "concentration",
        "share_shift",
        (
            f("share", 33.23, APR, furniture, P),
            f("previous_share", 26.47, MAR, furniture, P),
            f("share_change_points", 6.76, APR, furniture, PT),
            f("herfindahl_index", 0.27, APR, WHOLE, N),
        ),
        "up",
    ),
    "best": c(
        "record",
        "best_day",
        (f("revenue", 11_385.4, SATURDAY), f("previous_record", 10_962.15, (D(2019, 1, 2), D(2025, 3, 31)))),
        "up",
    ),
    "step": c(
        "change_point",
        "change_point",
        (
            f("daily_revenue_before", 310.0, (D(2025, 3, 9), D(2025, 3, 9)), compost),
            f("daily_revenue_after", 445.0, (D(2025, 3, 10), D(2025, 4, 30)), compost),
            f("level_change_percent", 43.55, (D(2025, 3, 10), D(2025, 4, 30)), compost, P),
        ),
        "up",
    ),
    "dip": c(
        "anomaly",
        "anomaly_dip",
        (
            f("revenue", 412.0, TUESDAY, kent),
            f("expected_revenue", 1_790.0, TUESDAY, kent),
            f("deviation", -1_378.0, TUESDAY, kent),
            f("deviation_percent", -76.98, TUESDAY, kent, P),
        ),
        "down",
    ),
    "spike": c(
        "anomaly",
        "anomaly_spike",
        (
            f("revenue", 11_385.4, SATURDAY),
            f("expected_revenue", 6_240.0, SATURDAY),
            f("deviation", 5_145.4, SATURDAY),
            f("deviation_percent", 82.46, SATURDAY, WHOLE, P),
            f("deviation", 3_610.0, SATURDAY, furniture),
        ),
        "up",
    ),
    "holiday": c(
        "anomaly",
        "anomaly_holiday",
        (
            f("revenue", 0.0, SUNDAY),
            f("expected_revenue", 4_380.0, SUNDAY),
            f("deviation", -4_380.0, SUNDAY),
            f("deviation_percent", -100.0, SUNDAY, WHOLE, P),
        ),
        "down",
        ("Easter Sunday",),
    ),
    "forecast": c(
        "forecast",
        "forecast",
        (
            f("forecast_revenue", 198_000.0, MAY),
            f("forecast_lower", 171_000.0, MAY),
            f("forecast_upper", 229_000.0, MAY),
            f("forecast_level", 95.0, MAY, WHOLE, P),
            f("revenue", 184_620.0, APR),
            f("forecast_change_percent", 7.25, MAY, WHOLE, P),
        ),
        "up",
    ),
    "turned": c(
        "single_order",
        "order_turns",
        (
            f("order_revenue", 5_200.0, (D(2025, 4, 24), D(2025, 4, 24))),
            f("revenue_change", 1_900.0, WK),
            f("revenue_change_percent", 4.6, WK, WHOLE, P),
            f("revenue_change_percent_without", -7.99, WK, WHOLE, P),
        ),
        "up",
    ),
}
