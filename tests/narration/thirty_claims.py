# ruff: noqa: E501 (a sentence, or a claim, a line)
"""Findings of the routes on the sample and on made-up shops of seeds not used before."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .coffee_claims import c, f

D = date
R0 = (D(2024, 4, 26), D(2024, 5, 26))
R1 = (D(2024, 3, 26), D(2024, 4, 25))
R2 = (D(2024, 5, 7), D(2024, 5, 7))
R3 = (D(2023, 4, 26), D(2023, 5, 26))
R4 = (D(2024, 8, 24), D(2024, 10, 23))
R5 = (D(2024, 9, 1), D(2024, 9, 1))
R6 = (D(2024, 6, 24), D(2024, 8, 23))
R7 = (D(2024, 7, 31), D(2024, 7, 31))
R8 = (D(2024, 6, 19), D(2024, 6, 19))
R9 = (D(2024, 2, 2), D(2025, 1, 31))
R10 = (D(2024, 7, 16), D(2024, 7, 16))
R11 = (D(2024, 12, 1), D(2024, 12, 31))
R12 = (D(2022, 7, 1), D(2024, 2, 1))
R13 = (D(2023, 2, 2), D(2024, 2, 1))
R14 = (D(2024, 2, 12), D(2024, 2, 16))
R15 = (D(2025, 1, 2), D(2025, 1, 31))
R16 = (D(2024, 12, 3), D(2025, 1, 1))
R17 = (D(2024, 11, 1), D(2024, 11, 30))
R18 = (D(2024, 8, 20), D(2024, 8, 20))
R19 = (D(2024, 7, 24), D(2024, 9, 22))
R20 = (D(2024, 1, 2), D(2024, 12, 31))
R21 = (D(2023, 12, 18), D(2024, 1, 14))
R22 = (D(2024, 1, 15), D(2024, 2, 11))
R23 = (D(2024, 1, 15), D(2024, 4, 22))
R24 = (D(2023, 1, 2), D(2024, 1, 1))
R25 = (D(2023, 9, 2), D(2024, 8, 31))
R26 = (D(2023, 1, 1), D(2023, 9, 1))
R27 = (D(2024, 6, 1), D(2024, 6, 28))
R28 = (D(2024, 6, 29), D(2024, 7, 26))
R29 = (D(2024, 6, 29), D(2024, 8, 31))
R30 = (D(2024, 8, 2), D(2024, 8, 31))
R31 = (D(2023, 8, 2), D(2023, 8, 31))
R32 = (D(2024, 7, 1), D(2024, 7, 7))
R33 = (D(2023, 1, 1), D(2024, 6, 30))
R34 = (D(2024, 5, 6), D(2024, 5, 11))
R35 = (D(2024, 6, 13), D(2024, 8, 12))
R36 = (D(2024, 11, 21), D(2024, 12, 20))
R37 = (D(2024, 10, 22), D(2024, 11, 20))
R38 = (D(2024, 4, 3), D(2024, 4, 30))
R39 = (D(2024, 5, 1), D(2024, 5, 28))
R40 = (D(2024, 5, 1), D(2024, 7, 31))
R41 = (D(2024, 7, 27), D(2024, 7, 27))
R42 = (D(2022, 6, 1), D(2023, 8, 1))
R43 = (D(2024, 5, 20), D(2024, 5, 26))
R44 = (D(2022, 6, 1), D(2024, 5, 2))
R45 = (D(2024, 6, 29), D(2024, 7, 28))
R46 = (D(2024, 5, 30), D(2024, 6, 28))
R47 = (D(2024, 5, 24), D(2024, 6, 23))
R48 = (D(2024, 4, 23), D(2024, 5, 23))
R49 = (D(2024, 7, 13), D(2024, 9, 11))
R50 = (D(2024, 12, 20), D(2024, 12, 20))
R51 = (D(2024, 12, 14), D(2024, 12, 20))
P1 = Segment(None, "North")
P2 = Segment("Bikes", None)
P3 = Segment("Toys", None)
P4 = Segment("Home", "South")
P5 = Segment("Electronics", None)

# fmt: off
CLAIMS: dict[str, Claim] = {
    "s1": c("growth", "growth", (f("revenue", 78870.8, R0, WHOLE, "currency"), f("previous_revenue", 74592.49, R1, WHOLE, "currency"), f("revenue_change", 4278.31, R0, WHOLE, "currency"), f("revenue_change_percent", 5.74, R0, WHOLE, "percentage"),), "up"),
    "s2": c("data_problem", "anomaly_duplicate_import", (f("revenue", 5053.7, R2, WHOLE, "currency"), f("expected_revenue", 2247.71, R2, WHOLE, "currency"), f("deviation", 2805.99, R2, WHOLE, "currency"), f("deviation_percent", 124.84, R2, WHOLE, "percentage"),), "up"),
    "s3": c("year_ago", "year_ago", (f("revenue", 78870.8, R0, WHOLE, "currency"), f("last_year_revenue", 70323.51, R3, WHOLE, "currency"), f("last_year_revenue_change", 8547.29, R0, WHOLE, "currency"), f("last_year_revenue_change_percent", 12.15, R0, WHOLE, "percentage"),), "up"),
    "s4": c("breakdown", "breakdown", (f("revenue_change", 4278.31, R0, WHOLE, "currency"), f("orders", 1613.0, R0, WHOLE, "number"), f("previous_orders", 1518.0, R1, WHOLE, "number"), f("orders_change_percent", 6.26, R0, WHOLE, "percentage"), f("average_order_value", 48.9, R0, WHOLE, "currency"), f("previous_average_order_value", 49.14, R1, WHOLE, "currency"), f("average_order_value_change_percent", -0.49, R0, WHOLE, "percentage"), f("orders_effect", 4656.69, R0, WHOLE, "currency"), f("order_value_effect", -378.38, R0, WHOLE, "currency"),), "up"),
    "s5": c("driver", "driver", (f("revenue", 27340.85, R0, P1, "currency"), f("previous_revenue", 21829.03, R1, P1, "currency"), f("revenue_change", 5511.82, R0, P1, "currency"), f("revenue_change_percent", 25.25, R0, P1, "percentage"),), "up"),
    "s6": c("driver", "began_segment", (f("revenue", 61176.71, R4, P2, "currency"), f("revenue_of_first_day", 843.96, R5, P2, "currency"),), "up"),
    "s7": c("detractor", "ended_segment", (f("revenue", 0.0, R4, P3, "currency"), f("previous_revenue", 13165.43, R6, P3, "currency"), f("revenue_of_last_day", 320.56, R7, P3, "currency"),), "down"),
    "s8": c("detractor", "driver", (f("revenue", 17400.56, R4, P4, "currency"), f("previous_revenue", 55761.38, R6, P4, "currency"), f("revenue_change", -38360.82, R4, P4, "currency"), f("revenue_change_percent", -68.79, R4, P4, "percentage"),), "down"),
    "s9": c("data_problem", "anomaly_missing_data", (f("revenue", 0.0, R8, WHOLE, "currency"), f("expected_revenue", 2378.03, R8, WHOLE, "currency"), f("deviation", -2378.03, R8, WHOLE, "currency"), f("deviation_percent", -100.0, R8, WHOLE, "percentage"),), "down"),
    "s10": c("trend", "trend_seasonal", (f("revenue_trend_percent", 116.22, R9, WHOLE, "percentage"), f("revenue_trend_per_day", 6.87, R9, WHOLE, "currency"),), "up"),
    "s11": c("anomaly", "anomaly_spike", (f("revenue", 39543.45, R10, WHOLE, "currency"), f("expected_revenue", 2484.29, R10, WHOLE, "currency"), f("deviation", 37059.16, R10, WHOLE, "currency"), f("deviation_percent", 1491.74, R10, WHOLE, "percentage"), f("deviation", 37756.83, R10, P4, "currency"),), "up"),
    "s12": c("record", "best_month", (f("revenue", 249264.84, R11, WHOLE, "currency"), f("previous_record", 147675.76, R12, WHOLE, "currency"),), "up"),
    "s13": c("conversion", "conversion", (f("conversion_rate", 3.35, R9, WHOLE, "percentage"), f("previous_conversion_rate", 3.47, R13, WHOLE, "percentage"), f("conversion_rate_change_points", -0.12, R9, WHOLE, "points"), f("visits_change_percent", 12.09, R9, WHOLE, "percentage"), f("orders_change_percent", 8.18, R9, WHOLE, "percentage"),), "down"),
    "s14": c("anomaly", "anomaly_dip", (f("revenue", 207.62, R14, P1, "currency"), f("expected_revenue", 2939.84, R14, P1, "currency"), f("deviation", -2732.22, R14, P1, "currency"), f("deviation_percent", -92.94, R14, P1, "percentage"),), "down"),
    "s15": c("growth", "growth", (f("revenue", 129151.4, R15, WHOLE, "currency"), f("previous_revenue", 238037.84, R16, WHOLE, "currency"), f("revenue_change", -108886.44, R15, WHOLE, "currency"), f("revenue_change_percent", -45.74, R15, WHOLE, "percentage"),), "down"),
    "s16": c("breakdown", "breakdown", (f("revenue_change", -108886.44, R15, WHOLE, "currency"), f("orders", 1676.0, R15, WHOLE, "number"), f("previous_orders", 3189.0, R16, WHOLE, "number"), f("orders_change_percent", -47.44, R15, WHOLE, "percentage"), f("average_order_value", 77.06, R15, WHOLE, "currency"), f("previous_average_order_value", 74.64, R16, WHOLE, "currency"), f("average_order_value_change_percent", 3.24, R15, WHOLE, "percentage"), f("orders_effect", -114763.11, R15, WHOLE, "currency"), f("order_value_effect", 5876.67, R15, WHOLE, "currency"),), "down"),
    "s17": c("nothing_unusual", "nothing_unusual", (f("days", 30.0, R15, WHOLE, "number"), f("categories", 5.0, R15, WHOLE, "number"), f("regions", 4.0, R15, WHOLE, "number"),)),
    "s18": c("conversion", "conversion", (f("conversion_rate", 3.53, R11, WHOLE, "percentage"), f("previous_conversion_rate", 2.26, R17, WHOLE, "percentage"), f("conversion_rate_change_points", 1.27, R11, WHOLE, "points"), f("visits_change_percent", 35.9, R11, WHOLE, "percentage"), f("orders_change_percent", 112.02, R11, WHOLE, "percentage"),), "up"),
    "s19": c("concentration", "concentration", (f("share", 72.29, R1, P5, "percentage"), f("revenue", 107969.0, R1, P5, "currency"), f("herfindahl_index", 0.5496, R1, WHOLE, "number"),)),
    "s20": c("adjusted_change", "adjusted_change", (f("revenue", 66142.59, R18, WHOLE, "currency"), f("expected_revenue", 4470.94, R18, WHOLE, "currency"), f("revenue_change_percent", 8.94, R19, WHOLE, "percentage"), f("revenue_change_percent_without", -9.66, R19, WHOLE, "percentage"),), "up"),
    "s21": c("trend", "trend", (f("revenue_trend_percent", 64.15, R20, P5, "percentage"), f("revenue_trend_per_day", 4.86, R20, P5, "currency"),), "up"),
    "s22": c("change_point", "change_point_until", (f("daily_revenue_before", 5422.97, R21, WHOLE, "currency"), f("daily_revenue_after", 4457.35, R22, WHOLE, "currency"), f("level_change_percent", -17.81, R22, WHOLE, "percentage"), f("days", 99.0, R23, WHOLE, "number"),), "down"),
    "s23": c("price", "order_value", (f("average_order_value", 707.94, R20, P5, "currency"), f("previous_average_order_value", 662.89, R24, P5, "currency"), f("average_order_value_change_percent", 6.8, R20, P5, "percentage"), f("order_value_effect", 82547.87, R20, P5, "currency"),), "up"),
    "s24": c("growth", "growth_cut_base", (f("revenue", 2584619.75, R25, WHOLE, "currency"), f("known_revenue", 1759263.89, R26, WHOLE, "currency"),)),
    "s25": c("change_point", "change_point", (f("daily_revenue_before", 7363.03, R27, WHOLE, "currency"), f("daily_revenue_after", 6495.2, R28, WHOLE, "currency"), f("level_change_percent", -11.79, R28, WHOLE, "percentage"), f("days", 64.0, R29, WHOLE, "number"),), "down"),
    "s26": c("year_ago", "year_ago", (f("revenue", 204515.77, R30, WHOLE, "currency"), f("last_year_revenue", 223105.49, R31, WHOLE, "currency"), f("last_year_revenue_change", -18589.72, R30, WHOLE, "currency"), f("last_year_revenue_change_percent", -8.33, R30, WHOLE, "percentage"),), "down"),
    "s27": c("record", "worst_week", (f("revenue", 43850.57, R32, WHOLE, "currency"), f("previous_record", 45667.22, R33, WHOLE, "currency"),), "down"),
    "s28": c("adjusted_change", "adjusted_change", (f("revenue", 19984.25, R34, WHOLE, "currency"), f("expected_revenue", 7976.29, R34, WHOLE, "currency"), f("revenue_change_percent", -9.31, R35, WHOLE, "percentage"), f("revenue_change_percent_without", 4.0, R35, WHOLE, "percentage"),), "down"),
    "s29": c("forecast", "forecast", (f("forecast_revenue", 107980.41, R36, WHOLE, "currency"), f("forecast_lower", 76495.55, R36, WHOLE, "currency"), f("forecast_upper", 145739.22, R36, WHOLE, "currency"), f("forecast_level", 95.0, R36, WHOLE, "percentage"), f("revenue", 46932.83, R37, WHOLE, "currency"), f("forecast_change_percent", 130.07, R36, WHOLE, "percentage"),), "up"),
    "s30": c("change_point", "change_point", (f("daily_revenue_before", 957.37, R38, WHOLE, "currency"), f("daily_revenue_after", 1424.84, R39, WHOLE, "currency"), f("level_change_percent", 48.83, R39, WHOLE, "percentage"), f("days", 92.0, R40, WHOLE, "number"),), "up"),
    "s31": c("record", "best_day", (f("revenue", 2086.38, R41, WHOLE, "currency"), f("previous_record", 1576.86, R42, WHOLE, "currency"),), "up"),
    "s32": c("record", "best_week", (f("revenue", 10613.03, R43, WHOLE, "currency"), f("previous_record", 8468.33, R44, WHOLE, "currency"),), "up"),
    "s33": c("forecast", "forecast", (f("forecast_revenue", 18258.12, R45, WHOLE, "currency"), f("forecast_lower", 11618.24, R45, WHOLE, "currency"), f("forecast_upper", 24396.98, R45, WHOLE, "currency"), f("forecast_level", 95.0, R45, WHOLE, "percentage"), f("revenue", 27333.96, R46, WHOLE, "currency"), f("forecast_change_percent", -33.2, R45, WHOLE, "percentage"),), "down"),
    "s34": c("growth", "growth_none", (f("revenue", 3100.0, R47, WHOLE, "currency"), f("previous_revenue", 3100.0, R48, WHOLE, "currency"), f("revenue_change", 0.0, R47, WHOLE, "currency"), f("revenue_change_percent", 0.0, R47, WHOLE, "percentage"),)),
    "s35": c("trend", "trend", (f("revenue_trend_percent", -100.0, R49, WHOLE, "percentage"), f("revenue_trend_per_day", -0.52, R49, WHOLE, "currency"),), "down"),
    "s36": c("single_order", "order_carries", (f("order_revenue", 257.2, R50, WHOLE, "currency"), f("revenue_change", 317.37, R51, WHOLE, "currency"),), "up"),
}
