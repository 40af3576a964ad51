# ruff: noqa: E501 (a sentence, or a claim, a line)
"""Findings of the routes on shops of further seeds, of which somebody who had not seen the check wrote sentences."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .coffee_claims import c, f

D = date
R0 = (D(2024, 4, 6), D(2024, 5, 6))
R1 = (D(2024, 3, 6), D(2024, 4, 5))
R2 = (D(2023, 4, 6), D(2023, 5, 6))
R3 = (D(2024, 7, 5), D(2024, 10, 3))
R4 = (D(2024, 9, 1), D(2024, 9, 1))
R5 = (D(2024, 7, 16), D(2024, 7, 16))
R6 = (D(2024, 8, 1), D(2024, 10, 3))
R7 = (D(2024, 5, 29), D(2024, 7, 31))
R8 = (D(2024, 7, 31), D(2024, 7, 31))
R9 = (D(2024, 5, 7), D(2024, 5, 7))
R10 = (D(2024, 6, 19), D(2024, 6, 19))
R11 = (D(2024, 2, 2), D(2025, 1, 31))
R12 = (D(2023, 2, 2), D(2024, 2, 1))
R13 = (D(2024, 12, 1), D(2024, 12, 31))
R14 = (D(2022, 7, 1), D(2024, 2, 1))
R15 = (D(2025, 1, 2), D(2025, 1, 31))
R16 = (D(2024, 12, 3), D(2025, 1, 1))
R17 = (D(2024, 11, 1), D(2024, 11, 30))
R18 = (D(2024, 2, 4), D(2024, 3, 5))
R19 = (D(2024, 1, 2), D(2024, 12, 31))
R20 = (D(2024, 12, 25), D(2024, 12, 31))
R21 = (D(2024, 12, 18), D(2024, 12, 24))
R22 = (D(2024, 3, 11), D(2024, 3, 14))
R23 = (D(2023, 9, 2), D(2024, 8, 31))
R24 = (D(2023, 1, 1), D(2023, 9, 1))
R25 = (D(2024, 6, 5), D(2024, 7, 2))
R26 = (D(2024, 7, 3), D(2024, 7, 30))
R27 = (D(2024, 7, 3), D(2024, 8, 31))
R28 = (D(2024, 8, 2), D(2024, 8, 31))
R29 = (D(2023, 8, 2), D(2023, 8, 31))
R30 = (D(2024, 7, 8), D(2024, 7, 14))
R31 = (D(2023, 1, 1), D(2024, 6, 2))
R32 = (D(2024, 11, 21), D(2024, 12, 20))
R33 = (D(2024, 10, 22), D(2024, 11, 20))
R34 = (D(2023, 12, 24), D(2023, 12, 31))
R35 = (D(2024, 1, 3), D(2024, 4, 2))
R36 = (D(2024, 4, 3), D(2024, 4, 30))
R37 = (D(2024, 5, 1), D(2024, 5, 28))
R38 = (D(2024, 5, 1), D(2024, 7, 31))
R39 = (D(2024, 5, 23), D(2024, 5, 23))
R40 = (D(2022, 6, 1), D(2023, 8, 1))
R41 = (D(2024, 6, 17), D(2024, 6, 23))
R42 = (D(2022, 6, 1), D(2024, 5, 2))
R43 = (D(2025, 1, 25), D(2025, 1, 31))
R44 = (D(2025, 1, 18), D(2025, 1, 24))
R45 = (D(2024, 5, 4), D(2024, 6, 3))
R46 = (D(2024, 4, 3), D(2024, 5, 3))
R47 = (D(2024, 8, 1), D(2024, 8, 31))
R48 = (D(2023, 1, 1), D(2024, 6, 1))
R49 = (D(2024, 11, 28), D(2024, 11, 30))
P1 = Segment("Bikes", None)
P2 = Segment("Home", "South")
P3 = Segment("Toys", None)
P4 = Segment(None, "North")
P5 = Segment("Sports", "South")
P6 = Segment("Electronics", None)
P7 = Segment("Electronics", "North")
P8 = Segment(None, "West")
P9 = Segment("Bikes", "South")

# fmt: off
CLAIMS: dict[str, Claim] = {
    "s1": c("growth", "growth", (f("revenue", 76708.65, R0, WHOLE, "currency"), f("previous_revenue", 74844.98, R1, WHOLE, "currency"), f("revenue_change", 1863.67, R0, WHOLE, "currency"), f("revenue_change_percent", 2.49, R0, WHOLE, "percentage"),), "up"),
    "s2": c("year_ago", "year_ago", (f("revenue", 76708.65, R0, WHOLE, "currency"), f("last_year_revenue", 71129.34, R2, WHOLE, "currency"), f("last_year_revenue_change", 5579.31, R0, WHOLE, "currency"), f("last_year_revenue_change_percent", 7.84, R0, WHOLE, "percentage"),), "up"),
    "s3": c("breakdown", "breakdown", (f("revenue_change", 1863.67, R0, WHOLE, "currency"), f("orders", 1553.0, R0, WHOLE, "number"), f("previous_orders", 1550.0, R1, WHOLE, "number"), f("orders_change_percent", 0.19, R0, WHOLE, "percentage"), f("average_order_value", 49.39, R0, WHOLE, "currency"), f("previous_average_order_value", 48.29, R1, WHOLE, "currency"), f("average_order_value_change_percent", 2.29, R0, WHOLE, "percentage"), f("orders_effect", 146.52, R0, WHOLE, "currency"), f("order_value_effect", 1717.15, R0, WHOLE, "currency"),), "up"),
    "s4": c("driver", "began_segment", (f("revenue", 47658.5, R3, P1, "currency"), f("revenue_of_first_day", 744.66, R4, P1, "currency"),), "up"),
    "s5": c("anomaly", "anomaly_spike", (f("revenue", 40470.12, R5, WHOLE, "currency"), f("expected_revenue", 2361.22, R5, WHOLE, "currency"), f("deviation", 38108.9, R5, WHOLE, "currency"), f("deviation_percent", 1613.95, R5, WHOLE, "percentage"), f("deviation", 37921.01, R5, P2, "currency"),), "up"),
    "s6": c("detractor", "ended_segment", (f("revenue", 0.0, R6, P3, "currency"), f("previous_revenue", 22513.13, R7, P3, "currency"), f("revenue_of_last_day", 270.29, R8, P3, "currency"),), "down"),
    "s7": c("trend", "trend_seasonal", (f("revenue_trend_percent", 71.25, R3, P4, "percentage"), f("revenue_trend_per_day", 6.16, R3, P4, "currency"),), "up"),
    "s8": c("data_problem", "anomaly_duplicate_import", (f("revenue", 3166.66, R9, WHOLE, "currency"), f("expected_revenue", 2202.32, R9, WHOLE, "currency"), f("deviation", 964.34, R9, WHOLE, "currency"), f("deviation_percent", 43.79, R9, WHOLE, "percentage"),), "up"),
    "s9": c("data_problem", "anomaly_missing_data", (f("revenue", 0.0, R10, WHOLE, "currency"), f("expected_revenue", 2352.39, R10, WHOLE, "currency"), f("deviation", -2352.39, R10, WHOLE, "currency"), f("deviation_percent", -100.0, R10, WHOLE, "percentage"),), "down"),
    "s10": c("driver", "driver", (f("revenue", 143286.89, R11, P5, "currency"), f("previous_revenue", 82064.52, R12, P5, "currency"), f("revenue_change", 61222.37, R11, P5, "currency"), f("revenue_change_percent", 74.6, R11, P5, "percentage"),), "up"),
    "s11": c("record", "best_month", (f("revenue", 261744.35, R13, WHOLE, "currency"), f("previous_record", 148375.65, R14, WHOLE, "currency"),), "up"),
    "s12": c("conversion", "conversion", (f("conversion_rate", 3.33, R11, WHOLE, "percentage"), f("previous_conversion_rate", 3.48, R12, WHOLE, "percentage"), f("conversion_rate_change_points", -0.15, R11, WHOLE, "points"), f("visits_change_percent", 12.57, R11, WHOLE, "percentage"), f("orders_change_percent", 7.63, R11, WHOLE, "percentage"),), "down"),
    "s13": c("growth", "growth", (f("revenue", 129197.42, R15, WHOLE, "currency"), f("previous_revenue", 248858.0, R16, WHOLE, "currency"), f("revenue_change", -119660.58, R15, WHOLE, "currency"), f("revenue_change_percent", -48.08, R15, WHOLE, "percentage"),), "down"),
    "s14": c("breakdown", "breakdown", (f("revenue_change", -119660.58, R15, WHOLE, "currency"), f("orders", 1639.0, R15, WHOLE, "number"), f("previous_orders", 3176.0, R16, WHOLE, "number"), f("orders_change_percent", -48.39, R15, WHOLE, "percentage"), f("average_order_value", 78.83, R15, WHOLE, "currency"), f("previous_average_order_value", 78.36, R16, WHOLE, "currency"), f("average_order_value_change_percent", 0.6, R15, WHOLE, "percentage"), f("orders_effect", -120794.96, R15, WHOLE, "currency"), f("order_value_effect", 1134.38, R15, WHOLE, "currency"),), "down"),
    "s15": c("nothing_unusual", "nothing_unusual", (f("days", 30.0, R15, WHOLE, "number"), f("categories", 5.0, R15, WHOLE, "number"), f("regions", 4.0, R15, WHOLE, "number"),)),
    "s16": c("conversion", "conversion", (f("conversion_rate", 3.56, R13, WHOLE, "percentage"), f("previous_conversion_rate", 2.27, R17, WHOLE, "percentage"), f("conversion_rate_change_points", 1.29, R13, WHOLE, "points"), f("visits_change_percent", 34.11, R13, WHOLE, "percentage"), f("orders_change_percent", 110.2, R13, WHOLE, "percentage"),), "up"),
    "s17": c("concentration", "concentration", (f("share", 65.87, R1, P6, "percentage"), f("revenue", 111859.01, R1, P6, "currency"), f("herfindahl_index", 0.4744, R1, WHOLE, "number"),)),
    "s18": c("driver", "driver_core", (f("revenue", 47104.11, R1, P4, "currency"), f("previous_revenue", 29577.46, R18, P4, "currency"), f("revenue_change", 17526.65, R1, P4, "currency"), f("revenue_change_percent", 59.26, R1, P4, "percentage"), f("revenue_change", 15070.57, R1, P7, "currency"),), "up"),
    "s19": c("trend", "trend", (f("revenue_trend_percent", 68.07, R19, WHOLE, "percentage"), f("revenue_trend_per_day", 8.63, R19, WHOLE, "currency"),), "up"),
    "s20": c("detractor", "driver", (f("revenue", 47467.98, R20, P6, "currency"), f("previous_revenue", 56181.5, R21, P6, "currency"), f("revenue_change", -8713.52, R20, P6, "currency"), f("revenue_change_percent", -15.51, R20, P6, "percentage"),), "down"),
    "s21": c("anomaly", "anomaly_dip", (f("revenue", 649.23, R22, P8, "currency"), f("expected_revenue", 3276.15, R22, P8, "currency"), f("deviation", -2626.92, R22, P8, "currency"), f("deviation_percent", -80.18, R22, P8, "percentage"),), "down"),
    "s22": c("growth", "growth_cut_base", (f("revenue", 2613596.78, R23, WHOLE, "currency"), f("known_revenue", 1765592.95, R24, WHOLE, "currency"),)),
    "s23": c("change_point", "change_point", (f("daily_revenue_before", 7473.61, R25, WHOLE, "currency"), f("daily_revenue_after", 6712.25, R26, WHOLE, "currency"), f("level_change_percent", -10.19, R26, WHOLE, "percentage"), f("days", 60.0, R27, WHOLE, "number"),), "down"),
    "s24": c("year_ago", "year_ago", (f("revenue", 200356.91, R28, WHOLE, "currency"), f("last_year_revenue", 218666.55, R29, WHOLE, "currency"), f("last_year_revenue_change", -18309.64, R28, WHOLE, "currency"), f("last_year_revenue_change_percent", -8.37, R28, WHOLE, "percentage"),), "down"),
    "s25": c("record", "worst_week", (f("revenue", 41252.09, R30, WHOLE, "currency"), f("previous_record", 46206.0, R31, WHOLE, "currency"),), "down"),
    "s26": c("forecast", "forecast", (f("forecast_revenue", 111615.45, R32, WHOLE, "currency"), f("forecast_lower", 80885.63, R32, WHOLE, "currency"), f("forecast_upper", 147348.1, R32, WHOLE, "currency"), f("forecast_level", 95.0, R32, WHOLE, "percentage"), f("revenue", 47768.21, R33, WHOLE, "currency"), f("forecast_change_percent", 133.66, R32, WHOLE, "percentage"),), "up"),
    "s27": c("adjusted_change", "adjusted_change", (f("revenue", 0.0, R34, WHOLE, "currency"), f("expected_revenue", 7869.53, R34, WHOLE, "currency"), f("revenue_change_percent", 11.47, R35, WHOLE, "percentage"), f("revenue_change_percent_without", 1.73, R35, WHOLE, "percentage"),), "up"),
    "s28": c("change_point", "change_point", (f("daily_revenue_before", 963.77, R36, WHOLE, "currency"), f("daily_revenue_after", 1337.83, R37, WHOLE, "currency"), f("level_change_percent", 38.81, R37, WHOLE, "percentage"), f("days", 92.0, R38, WHOLE, "number"),), "up"),
    "s29": c("record", "best_day", (f("revenue", 1978.41, R39, WHOLE, "currency"), f("previous_record", 1604.78, R40, WHOLE, "currency"),), "up"),
    "s30": c("record", "best_week", (f("revenue", 10320.25, R41, WHOLE, "currency"), f("previous_record", 8905.53, R42, WHOLE, "currency"),), "up"),
    "s31": c("detractor", "driver_core", (f("revenue", 6213.36, R43, P1, "currency"), f("previous_revenue", 7813.6, R44, P1, "currency"), f("revenue_change", -1600.24, R43, P1, "currency"), f("revenue_change_percent", -20.48, R43, P1, "percentage"), f("revenue_change", -1488.84, R43, P9, "currency"),), "down"),
    "s32": c("growth", "growth_none", (f("revenue", 3100.0, R45, WHOLE, "currency"), f("previous_revenue", 3100.0, R46, WHOLE, "currency"), f("revenue_change", 0.0, R45, WHOLE, "currency"), f("revenue_change_percent", 0.0, R45, WHOLE, "percentage"),)),
    "s33": c("record", "worst_month", (f("revenue", 251.26, R47, WHOLE, "currency"), f("previous_record", 1184.42, R48, WHOLE, "currency"),), "down"),
    "s34": c("adjusted_change", "adjusted_change", (f("revenue", 1.0, R49, WHOLE, "currency"), f("expected_revenue", 8363.3, R49, WHOLE, "currency"), f("revenue_change_percent", -5.95, R17, WHOLE, "percentage"), f("revenue_change_percent_without", 5.29, R17, WHOLE, "percentage"),), "down"),
}
