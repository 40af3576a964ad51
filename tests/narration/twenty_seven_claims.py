# ruff: noqa: E501 (a sentence, or a claim, a line)
"""Findings of the routes on shops of yet further seeds, worded by somebody who had not seen the check."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .coffee_claims import c, f

D = date
R0 = (D(2024, 3, 27), D(2024, 6, 24))
R1 = (D(2023, 12, 28), D(2024, 3, 26))
R2 = (D(2024, 5, 7), D(2024, 5, 7))
R3 = (D(2024, 6, 19), D(2024, 6, 19))
R4 = (D(2023, 3, 27), D(2023, 6, 24))
R5 = (D(2024, 9, 3), D(2024, 11, 1))
R6 = (D(2024, 9, 1), D(2024, 9, 1))
R7 = (D(2024, 7, 5), D(2024, 9, 2))
R8 = (D(2024, 7, 31), D(2024, 7, 31))
R9 = (D(2024, 10, 14), D(2024, 10, 15))
R10 = (D(2024, 7, 16), D(2024, 7, 16))
R11 = (D(2022, 7, 1), D(2024, 2, 1))
R12 = (D(2024, 2, 2), D(2025, 1, 31))
R13 = (D(2023, 2, 2), D(2024, 2, 1))
R14 = (D(2024, 12, 1), D(2024, 12, 31))
R15 = (D(2025, 1, 2), D(2025, 1, 31))
R16 = (D(2024, 12, 3), D(2025, 1, 1))
R17 = (D(2024, 11, 1), D(2024, 11, 30))
R18 = (D(2024, 2, 25), D(2024, 5, 24))
R19 = (D(2024, 8, 20), D(2024, 8, 20))
R20 = (D(2024, 8, 3), D(2024, 10, 1))
R21 = (D(2024, 1, 2), D(2024, 12, 31))
R22 = (D(2024, 10, 20), D(2024, 11, 16))
R23 = (D(2024, 11, 17), D(2024, 12, 14))
R24 = (D(2024, 12, 25), D(2024, 12, 31))
R25 = (D(2023, 12, 27), D(2024, 1, 2))
R26 = (D(2023, 9, 2), D(2024, 8, 31))
R27 = (D(2023, 1, 1), D(2023, 9, 1))
R28 = (D(2024, 6, 9), D(2024, 7, 6))
R29 = (D(2024, 7, 7), D(2024, 8, 3))
R30 = (D(2024, 7, 7), D(2024, 8, 31))
R31 = (D(2024, 8, 5), D(2024, 8, 11))
R32 = (D(2024, 11, 21), D(2024, 12, 20))
R33 = (D(2024, 10, 22), D(2024, 11, 20))
R34 = (D(2024, 10, 1), D(2024, 10, 31))
R35 = (D(2024, 9, 1), D(2024, 9, 30))
R36 = (D(2024, 4, 2), D(2024, 4, 29))
R37 = (D(2024, 4, 30), D(2024, 5, 27))
R38 = (D(2024, 4, 30), D(2024, 5, 1))
R39 = (D(2024, 5, 27), D(2024, 6, 2))
R40 = (D(2022, 6, 1), D(2024, 5, 2))
R41 = (D(2025, 1, 26), D(2025, 1, 26))
R42 = (D(2025, 1, 25), D(2025, 1, 31))
R43 = (D(2024, 6, 29), D(2024, 7, 28))
R44 = (D(2024, 5, 30), D(2024, 6, 28))
R45 = (D(2024, 4, 24), D(2024, 7, 22))
R46 = (D(2024, 1, 25), D(2024, 4, 23))
R47 = (D(2024, 8, 1), D(2024, 8, 31))
R48 = (D(2023, 1, 4), D(2024, 7, 23))
R49 = (D(2024, 10, 10), D(2024, 10, 10))
P1 = Segment(None, "West")
P2 = Segment("Bikes", None)
P3 = Segment("Toys", None)
P4 = Segment("Home", None)
P5 = Segment(None, "North")
P6 = Segment("Sports", "South")
P7 = Segment("Electronics", None)
P8 = Segment("Electronics", "North")
P9 = Segment("Cards", None)
P10 = Segment("Cards", "Shop")

# fmt: off
CLAIMS: dict[str, Claim] = {
    "s1": c("growth", "growth", (f("revenue", 233822.32, R0, WHOLE, "currency"), f("previous_revenue", 229433.5, R1, WHOLE, "currency"), f("revenue_change", 4388.82, R0, WHOLE, "currency"), f("revenue_change_percent", 1.91, R0, WHOLE, "percentage"),), "up"),
    "s2": c("data_problem", "anomaly_duplicate_import", (f("revenue", 3816.96, R2, WHOLE, "currency"), f("expected_revenue", 2306.66, R2, WHOLE, "currency"), f("deviation", 1510.3, R2, WHOLE, "currency"), f("deviation_percent", 65.48, R2, WHOLE, "percentage"),), "up"),
    "s3": c("data_problem", "anomaly_missing_data", (f("revenue", 0.0, R3, WHOLE, "currency"), f("expected_revenue", 2513.0, R3, WHOLE, "currency"), f("deviation", -2513.0, R3, WHOLE, "currency"), f("deviation_percent", -100.0, R3, WHOLE, "percentage"),), "down"),
    "s4": c("detractor", "driver", (f("revenue", 32675.35, R0, P1, "currency"), f("previous_revenue", 46806.04, R1, P1, "currency"), f("revenue_change", -14130.69, R0, P1, "currency"), f("revenue_change_percent", -30.19, R0, P1, "percentage"),), "down"),
    "s5": c("year_ago", "year_ago", (f("revenue", 233822.32, R0, WHOLE, "currency"), f("last_year_revenue", 209449.73, R4, WHOLE, "currency"), f("last_year_revenue_change", 24372.59, R0, WHOLE, "currency"), f("last_year_revenue_change_percent", 11.64, R0, WHOLE, "percentage"),), "up"),
    "s6": c("breakdown", "breakdown", (f("revenue_change", 4388.82, R0, WHOLE, "currency"), f("orders", 4668.0, R0, WHOLE, "number"), f("previous_orders", 4869.0, R1, WHOLE, "number"), f("orders_change_percent", -4.13, R0, WHOLE, "percentage"), f("average_order_value", 50.09, R0, WHOLE, "currency"), f("previous_average_order_value", 47.12, R1, WHOLE, "currency"), f("average_order_value_change_percent", 6.3, R0, WHOLE, "percentage"), f("orders_effect", -9769.78, R0, WHOLE, "currency"), f("order_value_effect", 14158.6, R0, WHOLE, "currency"),), "up"),
    "s7": c("driver", "began_segment", (f("revenue", 70138.17, R5, P2, "currency"), f("revenue_of_first_day", 799.91, R6, P2, "currency"),), "up"),
    "s8": c("detractor", "ended_segment", (f("revenue", 0.0, R5, P3, "currency"), f("previous_revenue", 9301.12, R7, P3, "currency"), f("revenue_of_last_day", 494.14, R8, P3, "currency"),), "down"),
    "s9": c("trend", "trend_seasonal", (f("revenue_trend_percent", 105.1, R5, P4, "percentage"), f("revenue_trend_per_day", 12.04, R5, P4, "currency"),), "up"),
    "s10": c("anomaly", "anomaly_dip", (f("revenue", 896.41, R9, P5, "currency"), f("expected_revenue", 3627.51, R9, P5, "currency"), f("deviation", -2731.1, R9, P5, "currency"), f("deviation_percent", -75.29, R9, P5, "percentage"),), "down"),
    "s11": c("record", "best_day", (f("revenue", 40147.01, R10, WHOLE, "currency"), f("previous_record", 6640.44, R11, WHOLE, "currency"),), "up"),
    "s12": c("driver", "driver", (f("revenue", 146119.33, R12, P6, "currency"), f("previous_revenue", 79875.61, R13, P6, "currency"), f("revenue_change", 66243.72, R12, P6, "currency"), f("revenue_change_percent", 82.93, R12, P6, "percentage"),), "up"),
    "s13": c("conversion", "conversion", (f("conversion_rate", 3.34, R12, WHOLE, "percentage"), f("previous_conversion_rate", 3.54, R13, WHOLE, "percentage"), f("conversion_rate_change_points", -0.2, R12, WHOLE, "points"), f("visits_change_percent", 12.77, R12, WHOLE, "percentage"), f("orders_change_percent", 6.32, R12, WHOLE, "percentage"),), "down"),
    "s14": c("record", "best_month", (f("revenue", 249443.09, R14, WHOLE, "currency"), f("previous_record", 150146.15, R11, WHOLE, "currency"),), "up"),
    "s15": c("growth", "growth", (f("revenue", 121510.98, R15, WHOLE, "currency"), f("previous_revenue", 238955.43, R16, WHOLE, "currency"), f("revenue_change", -117444.45, R15, WHOLE, "currency"), f("revenue_change_percent", -49.15, R15, WHOLE, "percentage"),), "down"),
    "s16": c("breakdown", "breakdown", (f("revenue_change", -117444.45, R15, WHOLE, "currency"), f("orders", 1525.0, R15, WHOLE, "number"), f("previous_orders", 3117.0, R16, WHOLE, "number"), f("orders_change_percent", -51.07, R15, WHOLE, "percentage"), f("average_order_value", 79.68, R15, WHOLE, "currency"), f("previous_average_order_value", 76.66, R16, WHOLE, "currency"), f("average_order_value_change_percent", 3.94, R15, WHOLE, "percentage"), f("orders_effect", -124447.69, R15, WHOLE, "currency"), f("order_value_effect", 7003.24, R15, WHOLE, "currency"),), "down"),
    "s17": c("nothing_unusual", "nothing_unusual", (f("days", 30.0, R15, WHOLE, "number"), f("categories", 5.0, R15, WHOLE, "number"), f("regions", 4.0, R15, WHOLE, "number"),)),
    "s18": c("conversion", "conversion", (f("conversion_rate", 3.46, R14, WHOLE, "percentage"), f("previous_conversion_rate", 2.31, R17, WHOLE, "percentage"), f("conversion_rate_change_points", 1.15, R14, WHOLE, "points"), f("visits_change_percent", 34.45, R14, WHOLE, "percentage"), f("orders_change_percent", 101.24, R14, WHOLE, "percentage"),), "up"),
    "s19": c("concentration", "concentration", (f("share", 70.1, R18, P7, "percentage"), f("revenue", 454027.0, R18, P7, "currency"), f("herfindahl_index", 0.521, R18, WHOLE, "number"),)),
    "s20": c("adjusted_change", "adjusted_change", (f("revenue", 76821.55, R19, WHOLE, "currency"), f("expected_revenue", 7099.05, R19, WHOLE, "currency"), f("revenue_change_percent", 4.37, R20, WHOLE, "percentage"), f("revenue_change_percent_without", -10.21, R20, WHOLE, "percentage"),), "up"),
    "s21": c("anomaly", "anomaly_spike", (f("revenue", 76821.55, R19, WHOLE, "currency"), f("expected_revenue", 7099.05, R19, WHOLE, "currency"), f("deviation", 69722.5, R19, WHOLE, "currency"), f("deviation_percent", 982.14, R19, WHOLE, "percentage"), f("deviation", 68756.1, R19, P8, "currency"),), "up"),
    "s22": c("trend", "trend", (f("revenue_trend_percent", 57.27, R21, P7, "percentage"), f("revenue_trend_per_day", 6.35, R21, P7, "currency"),), "up"),
    "s23": c("change_point", "change_point_recent", (f("daily_revenue_before", 1424.46, R22, P5, "currency"), f("daily_revenue_after", 3319.87, R23, P5, "currency"), f("level_change_percent", 133.06, R23, P5, "percentage"),), "up"),
    "s24": c("year_ago", "year_ago", (f("revenue", 67029.03, R24, WHOLE, "currency"), f("last_year_revenue", 67228.88, R25, WHOLE, "currency"), f("last_year_revenue_change", -199.85, R24, WHOLE, "currency"), f("last_year_revenue_change_percent", -0.3, R24, WHOLE, "percentage"),), "down"),
    "s25": c("growth", "growth_cut_base", (f("revenue", 2589081.07, R26, WHOLE, "currency"), f("known_revenue", 1752160.04, R27, WHOLE, "currency"),)),
    "s26": c("change_point", "change_point", (f("daily_revenue_before", 7075.03, R28, WHOLE, "currency"), f("daily_revenue_after", 6652.31, R29, WHOLE, "currency"), f("level_change_percent", -5.97, R29, WHOLE, "percentage"), f("days", 56.0, R30, WHOLE, "number"),), "down"),
    "s27": c("record", "worst_week", (f("revenue", 43693.92, R31, WHOLE, "currency"), f("previous_record", 47599.87, R27, WHOLE, "currency"),), "down"),
    "s28": c("forecast", "forecast", (f("forecast_revenue", 102764.12, R32, WHOLE, "currency"), f("forecast_lower", 73465.72, R32, WHOLE, "currency"), f("forecast_upper", 138266.62, R32, WHOLE, "currency"), f("forecast_level", 95.0, R32, WHOLE, "percentage"), f("revenue", 45068.68, R33, WHOLE, "currency"), f("forecast_change_percent", 128.02, R32, WHOLE, "percentage"),), "up"),
    "s29": c("driver", "driver_core", (f("revenue", 21231.12, R34, P9, "currency"), f("previous_revenue", 18527.13, R35, P9, "currency"), f("revenue_change", 2703.99, R34, P9, "currency"), f("revenue_change_percent", 14.59, R34, P9, "percentage"), f("revenue_change", 2456.06, R34, P10, "currency"),), "up"),
    "s30": c("change_point", "change_point", (f("daily_revenue_before", 1001.56, R36, WHOLE, "currency"), f("daily_revenue_after", 1409.03, R37, WHOLE, "currency"), f("level_change_percent", 40.68, R37, WHOLE, "percentage"), f("days", 2.0, R38, WHOLE, "number"),), "up"),
    "s31": c("record", "best_week", (f("revenue", 10730.75, R39, WHOLE, "currency"), f("previous_record", 9426.72, R40, WHOLE, "currency"),), "up"),
    "s32": c("adjusted_change", "adjusted_change", (f("revenue", 1854.84, R41, WHOLE, "currency"), f("expected_revenue", 3880.94, R41, WHOLE, "currency"), f("revenue_change_percent", -2.59, R42, WHOLE, "percentage"), f("revenue_change_percent_without", 4.58, R42, WHOLE, "percentage"),), "down"),
    "s33": c("forecast", "forecast", (f("forecast_revenue", 18386.58, R43, WHOLE, "currency"), f("forecast_lower", 11101.56, R43, WHOLE, "currency"), f("forecast_upper", 24799.46, R43, WHOLE, "currency"), f("forecast_level", 95.0, R43, WHOLE, "percentage"), f("revenue", 27784.73, R44, WHOLE, "currency"), f("forecast_change_percent", -33.82, R43, WHOLE, "percentage"),), "down"),
    "s34": c("growth", "growth_none", (f("revenue", 9000.0, R45, WHOLE, "currency"), f("previous_revenue", 9000.0, R46, WHOLE, "currency"), f("revenue_change", 0.0, R45, WHOLE, "currency"), f("revenue_change_percent", 0.0, R45, WHOLE, "percentage"),)),
    "s35": c("record", "worst_month", (f("revenue", 673.78, R47, WHOLE, "currency"), f("previous_record", 1267.17, R48, WHOLE, "currency"),), "down"),
    "s36": c("single_order", "order_carries", (f("order_revenue", 278.91, R49, WHOLE, "currency"), f("revenue_change", -281.05, R17, WHOLE, "currency"),), "down"),
}
