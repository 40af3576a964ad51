# ruff: noqa: E501 (a sentence, or a claim, a line)
"""Further claims as the product itself makes them, of its sample and of made-up shops."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .coffee_claims import c, f

D = date
R0 = (D(2024, 3, 7), D(2024, 6, 4))
R1 = (D(2023, 12, 8), D(2024, 3, 6))
R2 = (D(2024, 5, 7), D(2024, 5, 7))
R3 = (D(2023, 3, 7), D(2023, 6, 4))
R4 = (D(2024, 7, 16), D(2024, 7, 16))
R5 = (D(2024, 8, 4), D(2024, 10, 3))
R6 = (D(2024, 9, 1), D(2024, 9, 1))
R7 = (D(2024, 8, 6), D(2024, 9, 2))
R8 = (D(2024, 9, 3), D(2024, 9, 30))
R9 = (D(2024, 9, 3), D(2024, 10, 3))
R10 = (D(2024, 6, 4), D(2024, 8, 3))
R11 = (D(2024, 7, 31), D(2024, 7, 31))
R12 = (D(2024, 9, 18), D(2024, 9, 18))
R13 = (D(2024, 2, 2), D(2025, 1, 31))
R14 = (D(2023, 2, 2), D(2024, 2, 1))
R15 = (D(2024, 6, 19), D(2024, 6, 19))
R16 = (D(2024, 12, 1), D(2024, 12, 31))
R17 = (D(2022, 7, 1), D(2024, 2, 1))
R18 = (D(2025, 1, 2), D(2025, 1, 31))
R19 = (D(2024, 11, 1), D(2024, 11, 30))
R20 = (D(2024, 2, 5), D(2024, 5, 4))
R21 = (D(2023, 11, 7), D(2024, 2, 4))
R22 = (D(2024, 8, 20), D(2024, 8, 20))
R23 = (D(2024, 7, 4), D(2024, 9, 2))
R24 = (D(2024, 1, 2), D(2024, 12, 31))
R25 = (D(2024, 10, 3), D(2024, 12, 31))
R26 = (D(2024, 7, 5), D(2024, 10, 2))
R27 = (D(2023, 11, 1), D(2023, 11, 30))
R28 = (D(2023, 9, 2), D(2024, 8, 31))
R29 = (D(2023, 1, 1), D(2023, 9, 1))
R30 = (D(2024, 11, 21), D(2024, 12, 20))
R31 = (D(2024, 10, 22), D(2024, 11, 20))
R32 = (D(2024, 6, 17), D(2024, 6, 23))
R33 = (D(2022, 6, 1), D(2024, 5, 2))
R34 = (D(2024, 6, 29), D(2024, 6, 29))
R35 = (D(2024, 11, 3), D(2025, 1, 31))
R36 = (D(2024, 8, 5), D(2024, 11, 2))
R37 = (D(2024, 4, 4), D(2024, 7, 2))
R38 = (D(2024, 1, 5), D(2024, 4, 3))
R39 = (D(2024, 11, 28), D(2024, 11, 30))
R40 = (D(2024, 11, 24), D(2024, 11, 30))
P1 = Segment("Bikes", None)
P2 = Segment("Toys", None)
P3 = Segment(None, "South")
P4 = Segment("Home", "South")
P5 = Segment("Sports", "North")
P6 = Segment(None, "West")
P7 = Segment("Electronics", None)
P8 = Segment("Electronics", "West")
P9 = Segment(None, "East")
P10 = Segment("Home", None)

# fmt: off
CLAIMS: dict[str, Claim] = {
    "s1": c("growth", "growth", (f("revenue", 228798.84, R0, WHOLE, "currency"), f("previous_revenue", 263825.36, R1, WHOLE, "currency"), f("revenue_change", -35026.52, R0, WHOLE, "currency"), f("revenue_change_percent", -13.28, R0, WHOLE, "percentage"),), "down"),
    "s2": c("data_problem", "anomaly_duplicate_import", (f("revenue", 3744.12, R2, WHOLE, "currency"), f("expected_revenue", 2233.28, R2, WHOLE, "currency"), f("deviation", 1510.84, R2, WHOLE, "currency"), f("deviation_percent", 67.65, R2, WHOLE, "percentage"),), "up"),
    "s3": c("year_ago", "year_ago", (f("revenue", 228798.84, R0, WHOLE, "currency"), f("last_year_revenue", 204592.57, R3, WHOLE, "currency"), f("last_year_revenue_change", 24206.27, R0, WHOLE, "currency"), f("last_year_revenue_change_percent", 11.83, R0, WHOLE, "percentage"),), "up"),
    "s4": c("breakdown", "breakdown", (f("revenue_change", -35026.52, R0, WHOLE, "currency"), f("orders", 4621.0, R0, WHOLE, "number"), f("previous_orders", 5597.0, R1, WHOLE, "number"), f("orders_change_percent", -17.44, R0, WHOLE, "percentage"), f("average_order_value", 49.51, R0, WHOLE, "currency"), f("previous_average_order_value", 47.14, R1, WHOLE, "currency"), f("average_order_value_change_percent", 5.04, R0, WHOLE, "percentage"), f("orders_effect", -47165.09, R0, WHOLE, "currency"), f("order_value_effect", 12138.57, R0, WHOLE, "currency"),), "down"),
    "s5": c("single_order", "order_turns", (f("order_revenue", 38000.0, R4, WHOLE, "currency"), f("revenue_change", -9053.7, R5, WHOLE, "currency"), f("revenue_change_percent", -4.43, R5, WHOLE, "percentage"), f("revenue_change_percent_without", 17.39, R5, WHOLE, "percentage"),), "down"),
    "s6": c("driver", "began_segment", (f("revenue", 40670.56, R5, P1, "currency"), f("revenue_of_first_day", 608.53, R6, P1, "currency"),), "up"),
    "s7": c("change_point", "change_point", (f("daily_revenue_before", 2654.65, R7, WHOLE, "currency"), f("daily_revenue_after", 3888.12, R8, WHOLE, "currency"), f("level_change_percent", 46.46, R8, WHOLE, "percentage"), f("days", 31.0, R9, WHOLE, "number"),), "up"),
    "s8": c("detractor", "ended_segment", (f("revenue", 0.0, R5, P2, "currency"), f("previous_revenue", 20119.51, R10, P2, "currency"), f("revenue_of_last_day", 524.69, R11, P2, "currency"),), "down"),
    "s9": c("detractor", "driver_core", (f("revenue", 54394.47, R5, P3, "currency"), f("previous_revenue", 87751.98, R10, P3, "currency"), f("revenue_change", -33357.51, R5, P3, "currency"), f("revenue_change_percent", -38.01, R5, P3, "percentage"), f("revenue_change", -37717.71, R5, P4, "currency"),), "down"),
    "s10": c("anomaly", "anomaly_dip", (f("revenue", 68.54, R12, P3, "currency"), f("expected_revenue", 1340.22, R12, P3, "currency"), f("deviation", -1271.68, R12, P3, "currency"), f("deviation_percent", -94.89, R12, P3, "percentage"),), "down"),
    "s11": c("growth", "growth", (f("revenue", 1337446.68, R13, WHOLE, "currency"), f("previous_revenue", 899627.84, R14, WHOLE, "currency"), f("revenue_change", 437818.84, R13, WHOLE, "currency"), f("revenue_change_percent", 48.67, R13, WHOLE, "percentage"),), "up"),
    "s12": c("data_problem", "anomaly_missing_data", (f("revenue", 0.0, R15, WHOLE, "currency"), f("expected_revenue", 2405.03, R15, WHOLE, "currency"), f("deviation", -2405.03, R15, WHOLE, "currency"), f("deviation_percent", -100.0, R15, WHOLE, "percentage"),), "down"),
    "s13": c("anomaly", "anomaly_spike", (f("revenue", 40791.52, R4, WHOLE, "currency"), f("expected_revenue", 2408.48, R4, WHOLE, "currency"), f("deviation", 38383.04, R4, WHOLE, "currency"), f("deviation_percent", 1593.66, R4, WHOLE, "percentage"), f("deviation", 38208.81, R4, P4, "currency"),), "up"),
    "s14": c("driver", "driver", (f("revenue", 162125.84, R13, P5, "currency"), f("previous_revenue", 89680.56, R14, P5, "currency"), f("revenue_change", 72445.28, R13, P5, "currency"), f("revenue_change_percent", 80.78, R13, P5, "percentage"),), "up"),
    "s15": c("trend", "trend_seasonal", (f("revenue_trend_percent", 85.36, R13, P6, "percentage"), f("revenue_trend_per_day", 0.75, R13, P6, "currency"),), "up"),
    "s16": c("record", "best_month", (f("revenue", 255329.62, R16, WHOLE, "currency"), f("previous_record", 146187.22, R17, WHOLE, "currency"),), "up"),
    "s17": c("breakdown", "breakdown", (f("revenue_change", 437818.84, R13, WHOLE, "currency"), f("orders", 20643.0, R13, WHOLE, "number"), f("previous_orders", 18742.0, R14, WHOLE, "number"), f("orders_change_percent", 10.14, R13, WHOLE, "percentage"), f("average_order_value", 64.79, R13, WHOLE, "currency"), f("previous_average_order_value", 48.0, R14, WHOLE, "currency"), f("average_order_value_change_percent", 34.98, R13, WHOLE, "percentage"), f("orders_effect", 107206.88, R13, WHOLE, "currency"), f("order_value_effect", 330611.96, R13, WHOLE, "currency"),), "up"),
    "s18": c("nothing_unusual", "nothing_unusual", (f("days", 30.0, R18, WHOLE, "number"), f("categories", 5.0, R18, WHOLE, "number"), f("regions", 4.0, R18, WHOLE, "number"),)),
    "s19": c("conversion", "conversion", (f("conversion_rate", 3.49, R16, WHOLE, "percentage"), f("previous_conversion_rate", 2.27, R19, WHOLE, "percentage"), f("conversion_rate_change_points", 1.22, R16, WHOLE, "points"), f("visits_change_percent", 32.6, R16, WHOLE, "percentage"), f("orders_change_percent", 103.69, R16, WHOLE, "percentage"),), "up"),
    "s20": c("concentration", "concentration", (f("share", 68.42, R20, P7, "percentage"), f("revenue", 442967.35, R20, P7, "currency"), f("herfindahl_index", 0.5021, R20, WHOLE, "number"),)),
    "s21": c("detractor", "driver", (f("revenue", 442967.35, R20, P7, "currency"), f("previous_revenue", 554974.73, R21, P7, "currency"), f("revenue_change", -112007.38, R20, P7, "currency"), f("revenue_change_percent", -20.18, R20, P7, "percentage"),), "down"),
    "s22": c("adjusted_change", "adjusted_change", (f("revenue", 97272.71, R22, WHOLE, "currency"), f("expected_revenue", 7571.31, R22, WHOLE, "currency"), f("revenue_change_percent", 12.17, R23, WHOLE, "percentage"), f("revenue_change_percent_without", -4.75, R23, WHOLE, "percentage"),), "up"),
    "s23": c("trend", "trend", (f("revenue_trend_percent", 55.38, R24, P7, "percentage"), f("revenue_trend_per_day", 6.73, R24, P7, "currency"),), "up"),
    "s24": c("driver", "driver_core", (f("revenue", 235738.06, R25, P6, "currency"), f("previous_revenue", 187977.2, R26, P6, "currency"), f("revenue_change", 47760.86, R25, P6, "currency"), f("revenue_change_percent", 25.41, R25, P6, "percentage"), f("revenue_change", 34578.39, R25, P8, "currency"),), "up"),
    "s25": c("year_ago", "year_ago", (f("revenue", 314275.4, R19, WHOLE, "currency"), f("last_year_revenue", 315620.69, R27, WHOLE, "currency"), f("last_year_revenue_change", -1345.29, R19, WHOLE, "currency"), f("last_year_revenue_change_percent", -0.43, R19, WHOLE, "percentage"),), "down"),
    "s26": c("growth", "growth_cut_base", (f("revenue", 2603308.1, R28, WHOLE, "currency"), f("known_revenue", 1746268.75, R29, WHOLE, "currency"),)),
    "s27": c("trend", "trend", (f("revenue_trend_percent", -32.33, R28, P9, "percentage"), f("revenue_trend_per_day", -1.42, R28, P9, "currency"),), "down"),
    "s28": c("forecast", "forecast", (f("forecast_revenue", 102123.72, R30, WHOLE, "currency"), f("forecast_lower", 73115.37, R30, WHOLE, "currency"), f("forecast_upper", 139583.71, R30, WHOLE, "currency"), f("forecast_level", 95.0, R30, WHOLE, "percentage"), f("revenue", 44690.45, R31, WHOLE, "currency"), f("forecast_change_percent", 128.51, R30, WHOLE, "percentage"),), "up"),
    "s29": c("record", "best_week", (f("revenue", 10392.56, R32, WHOLE, "currency"), f("previous_record", 8541.44, R33, WHOLE, "currency"),), "up"),
    "s30": c("record", "best_day", (f("revenue", 2150.55, R34, WHOLE, "currency"), f("previous_record", 1574.6, R33, WHOLE, "currency"),), "up"),
    "s31": c("conversion", "conversion", (f("conversion_rate", 3.35, R13, WHOLE, "percentage"), f("previous_conversion_rate", 3.45, R14, WHOLE, "percentage"), f("conversion_rate_change_points", -0.1, R13, WHOLE, "points"), f("visits_change_percent", 12.6, R13, WHOLE, "percentage"), f("orders_change_percent", 9.45, R13, WHOLE, "percentage"),), "down"),
    "s32": c("price", "order_value", (f("average_order_value", 117.3, R35, P10, "currency"), f("previous_average_order_value", 100.81, R36, P10, "currency"), f("average_order_value_change_percent", 16.35, R35, P10, "percentage"), f("order_value_effect", 16108.75, R35, P10, "currency"),), "up"),
    "s33": c("growth", "growth_none", (f("revenue", 9000.0, R37, WHOLE, "currency"), f("previous_revenue", 9000.0, R38, WHOLE, "currency"), f("revenue_change", 0.0, R37, WHOLE, "currency"), f("revenue_change_percent", 0.0, R37, WHOLE, "percentage"),)),
    "s34": c("adjusted_change", "adjusted_change", (f("revenue", 1.0, R39, WHOLE, "currency"), f("expected_revenue", 8314.11, R39, WHOLE, "currency"), f("revenue_change_percent", -46.06, R40, WHOLE, "percentage"), f("revenue_change_percent_without", 1.8, R40, WHOLE, "percentage"),), "down"),
}
