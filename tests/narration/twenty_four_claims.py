# ruff: noqa: E501 (a sentence, or a claim, a line)
"""Claims as the product itself makes them, of its sample and of made-up shops."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .coffee_claims import c, f

D = date
R0 = (D(2023, 11, 27), D(2024, 2, 25))
R1 = (D(2023, 8, 28), D(2023, 11, 26))
R2 = (D(2024, 2, 13), D(2024, 2, 14))
R3 = (D(2024, 8, 20), D(2024, 8, 20))
R4 = (D(2024, 7, 4), D(2024, 9, 2))
R5 = (D(2023, 7, 4), D(2023, 9, 2))
R6 = (D(2024, 5, 4), D(2024, 7, 3))
R7 = (D(2024, 1, 2), D(2024, 12, 31))
R8 = (D(2023, 1, 2), D(2024, 1, 1))
R9 = (D(2024, 12, 2), D(2024, 12, 31))
R10 = (D(2024, 11, 2), D(2024, 12, 1))
R11 = (D(2024, 12, 25), D(2024, 12, 31))
R12 = (D(2023, 12, 27), D(2024, 1, 2))
R13 = (D(2024, 1, 22), D(2024, 1, 24))
R14 = (D(2024, 7, 16), D(2024, 7, 16))
R15 = (D(2024, 8, 4), D(2024, 10, 3))
R16 = (D(2024, 9, 1), D(2024, 9, 1))
R17 = (D(2024, 9, 2), D(2024, 9, 2))
R18 = (D(2024, 9, 3), D(2024, 10, 3))
R19 = (D(2024, 6, 4), D(2024, 8, 3))
R20 = (D(2024, 7, 31), D(2024, 7, 31))
R21 = (D(2024, 5, 7), D(2024, 5, 7))
R22 = (D(2024, 12, 1), D(2024, 12, 31))
R23 = (D(2022, 7, 1), D(2024, 2, 1))
R24 = (D(2024, 11, 1), D(2024, 11, 30))
R25 = (D(2024, 2, 2), D(2025, 1, 31))
R26 = (D(2023, 2, 2), D(2024, 2, 1))
R27 = (D(2025, 1, 25), D(2025, 1, 31))
R28 = (D(2025, 1, 18), D(2025, 1, 24))
R29 = (D(2023, 5, 12), D(2023, 8, 10))
R30 = (D(2023, 2, 10), D(2023, 5, 11))
R31 = (D(2023, 6, 17), D(2024, 6, 15))
R32 = (D(2022, 12, 1), D(2023, 6, 16))
R33 = (D(2023, 12, 24), D(2023, 12, 31))
R34 = (D(2024, 2, 2), D(2024, 4, 2))
R35 = (D(2024, 5, 27), D(2024, 6, 2))
R36 = (D(2022, 6, 1), D(2023, 8, 1))
R37 = (D(2024, 7, 20), D(2024, 7, 20))
R38 = (D(2022, 6, 1), D(2024, 7, 1))
R39 = (D(2023, 8, 16), D(2024, 8, 14))
R40 = (D(2024, 1, 4), D(2024, 1, 4))
R41 = (D(2024, 1, 5), D(2024, 1, 31))
R42 = (D(2024, 1, 4), D(2024, 1, 10))
R43 = (D(2024, 1, 8), D(2024, 1, 14))
R44 = (D(2022, 11, 1), D(2024, 1, 1))
R45 = (D(2024, 1, 1), D(2024, 1, 31))
R46 = (D(2022, 11, 1), D(2023, 11, 2))
R47 = (D(2024, 7, 17), D(2024, 7, 17))
R48 = (D(2024, 12, 21), D(2024, 12, 21))
R49 = (D(2023, 7, 9), D(2023, 7, 17))
R50 = (D(2023, 4, 27), D(2023, 7, 26))
R51 = (D(2023, 12, 1), D(2023, 12, 30))
R52 = (D(2023, 11, 1), D(2023, 11, 30))
P1 = Segment("Electronics", None)
P2 = Segment("Electronics", "North")
P3 = Segment("Home", None)
P4 = Segment("Bikes", None)
P5 = Segment("Toys", None)
P6 = Segment("Home", "South")
P7 = Segment(None, "North")
P8 = Segment(None, "South")
P9 = Segment("Bikes", "South")
P10 = Segment(None, "East")
P11 = Segment(None, "Home")
P12 = Segment(None, "Abroad")

# fmt: off
CLAIMS: dict[str, Claim] = {
    "s1": c("growth", "growth", (f("revenue", 371561.47, R0, WHOLE, "currency"), f("previous_revenue", 369994.01, R1, WHOLE, "currency"), f("revenue_change", 1567.46, R0, WHOLE, "currency"), f("revenue_change_percent", 0.42, R0, WHOLE, "percentage"),), "up"),
    "s2": c("data_problem", "anomaly_missing_data", (f("revenue", 0.0, R2, WHOLE, "currency"), f("expected_revenue", 6080.87, R2, WHOLE, "currency"), f("deviation", -6080.87, R2, WHOLE, "currency"), f("deviation_percent", -100.0, R2, WHOLE, "percentage"),), "down"),
    "s3": c("concentration", "concentration", (f("share", 70.62, R0, P1, "percentage"), f("revenue", 262390.87, R0, P1, "currency"), f("herfindahl_index", 0.528, R0, WHOLE, "number"),)),
    "s4": c("anomaly", "anomaly_spike", (f("revenue", 45837.57, R3, WHOLE, "currency"), f("expected_revenue", 4188.66, R3, WHOLE, "currency"), f("deviation", 41648.91, R3, WHOLE, "currency"), f("deviation_percent", 994.33, R3, WHOLE, "percentage"), f("deviation", 40618.95, R3, P2, "currency"),), "up"),
    "s5": c("year_ago", "year_ago", (f("revenue", 299793.33, R4, WHOLE, "currency"), f("last_year_revenue", 226132.97, R5, WHOLE, "currency"), f("last_year_revenue_change", 73660.36, R4, WHOLE, "currency"), f("last_year_revenue_change_percent", 32.57, R4, WHOLE, "percentage"),), "up"),
    "s6": c("breakdown", "breakdown", (f("revenue_change", 64081.93, R4, WHOLE, "currency"), f("orders", 893.0, R4, WHOLE, "number"), f("previous_orders", 836.0, R6, WHOLE, "number"), f("orders_change_percent", 6.82, R4, WHOLE, "percentage"), f("average_order_value", 335.71, R4, WHOLE, "currency"), f("previous_average_order_value", 281.95, R6, WHOLE, "currency"), f("average_order_value_change_percent", 19.07, R4, WHOLE, "percentage"), f("orders_effect", 17603.49, R4, WHOLE, "currency"), f("order_value_effect", 46478.44, R4, WHOLE, "currency"),), "up"),
    "s7": c("trend", "trend", (f("revenue_trend_percent", 97.34, R7, WHOLE, "percentage"), f("revenue_trend_per_day", 7.31, R7, WHOLE, "currency"),), "up"),
    "s8": c("driver", "driver", (f("revenue", 1112943.08, R7, P1, "currency"), f("previous_revenue", 940271.32, R8, P1, "currency"), f("revenue_change", 172671.76, R7, P1, "currency"), f("revenue_change_percent", 18.36, R7, P1, "percentage"),), "up"),
    "s9": c("growth", "growth", (f("revenue", 170910.39, R9, WHOLE, "currency"), f("previous_revenue", 173586.46, R10, WHOLE, "currency"), f("revenue_change", -2676.07, R9, WHOLE, "currency"), f("revenue_change_percent", -1.54, R9, WHOLE, "percentage"),), "down"),
    "s10": c("breakdown", "breakdown", (f("revenue_change", -2676.07, R9, WHOLE, "currency"), f("orders", 583.0, R9, WHOLE, "number"), f("previous_orders", 613.0, R10, WHOLE, "number"), f("orders_change_percent", -4.89, R9, WHOLE, "percentage"), f("average_order_value", 293.16, R9, WHOLE, "currency"), f("previous_average_order_value", 283.18, R10, WHOLE, "currency"), f("average_order_value_change_percent", 3.52, R9, WHOLE, "percentage"), f("orders_effect", -8644.98, R9, WHOLE, "currency"), f("order_value_effect", 5968.91, R9, WHOLE, "currency"),), "down"),
    "s11": c("nothing_unusual", "nothing_unusual", (f("days", 30.0, R9, WHOLE, "number"), f("categories", 5.0, R9, WHOLE, "number"), f("regions", 4.0, R9, WHOLE, "number"),)),
    "s12": c("year_ago", "year_ago", (f("revenue", 41542.28, R11, WHOLE, "currency"), f("last_year_revenue", 42511.87, R12, WHOLE, "currency"), f("last_year_revenue_change", -969.59, R11, WHOLE, "currency"), f("last_year_revenue_change_percent", -2.28, R11, WHOLE, "percentage"),), "down"),
    "s13": c("anomaly", "anomaly_dip", (f("revenue", -1257.28, R13, P3, "currency"), f("expected_revenue", 2660.48, R13, P3, "currency"), f("deviation", -3917.76, R13, P3, "currency"), f("deviation_percent", -147.26, R13, P3, "percentage"),), "down"),
    "s14": c("single_order", "order_turns", (f("order_revenue", 38000.0, R14, WHOLE, "currency"), f("revenue_change", -699.4, R15, WHOLE, "currency"), f("revenue_change_percent", -0.34, R15, WHOLE, "percentage"), f("revenue_change_percent_without", 22.26, R15, WHOLE, "percentage"),), "down"),
    "s15": c("driver", "began_segment", (f("revenue", 42627.61, R15, P4, "currency"), f("revenue_of_first_day", 399.43, R16, P4, "currency"),), "up"),
    "s16": c("change_point", "change_point", (f("daily_revenue_before", 2658.89, R17, WHOLE, "currency"), f("daily_revenue_after", 4012.13, R18, WHOLE, "currency"), f("level_change_percent", 50.89, R18, WHOLE, "percentage"),), "up"),
    "s17": c("detractor", "ended_segment", (f("revenue", 0.0, R15, P5, "currency"), f("previous_revenue", 21450.58, R19, P5, "currency"), f("revenue_of_last_day", 441.09, R20, P5, "currency"),), "down"),
    "s18": c("detractor", "driver", (f("revenue", 13534.35, R15, P6, "currency"), f("previous_revenue", 52623.42, R19, P6, "currency"), f("revenue_change", -39089.07, R15, P6, "currency"), f("revenue_change_percent", -74.28, R15, P6, "percentage"),), "down"),
    "s19": c("concentration", "share_shift", (f("share", 34.79, R15, P7, "percentage"), f("previous_share", 26.81, R19, P7, "percentage"), f("share_change_points", 7.98, R15, P7, "points"), f("herfindahl_index", 0.2767, R15, WHOLE, "number"),), "up"),
    "s20": c("trend", "trend_seasonal", (f("revenue_trend_percent", 77.77, R15, P8, "percentage"), f("revenue_trend_per_day", 9.46, R15, P8, "currency"),), "up"),
    "s21": c("data_problem", "anomaly_duplicate_import", (f("revenue", 5406.9, R21, WHOLE, "currency"), f("expected_revenue", 2233.81, R21, WHOLE, "currency"), f("deviation", 3173.09, R21, WHOLE, "currency"), f("deviation_percent", 142.05, R21, WHOLE, "percentage"),), "up"),
    "s22": c("record", "best_month", (f("revenue", 261239.42, R22, WHOLE, "currency"), f("previous_record", 144552.38, R23, WHOLE, "currency"),), "up"),
    "s23": c("conversion", "conversion", (f("conversion_rate", 3.6, R22, WHOLE, "percentage"), f("previous_conversion_rate", 2.34, R24, WHOLE, "percentage"), f("conversion_rate_change_points", 1.25, R22, WHOLE, "points"), f("visits_change_percent", 33.65, R22, WHOLE, "percentage"), f("orders_change_percent", 105.11, R22, WHOLE, "percentage"),), "up"),
    "s24": c("detractor", "driver_core", (f("revenue", 50924.26, R15, P3, "currency"), f("previous_revenue", 89773.19, R19, P3, "currency"), f("revenue_change", -38848.93, R15, P3, "currency"), f("revenue_change_percent", -43.27, R15, P3, "percentage"), f("revenue_change", -38303.95, R15, P6, "currency"),), "down"),
    "s25": c("conversion", "conversion", (f("conversion_rate", 3.3, R25, WHOLE, "percentage"), f("previous_conversion_rate", 3.46, R26, WHOLE, "percentage"), f("conversion_rate_change_points", -0.16, R25, WHOLE, "points"), f("visits_change_percent", 12.55, R25, WHOLE, "percentage"), f("orders_change_percent", 7.27, R25, WHOLE, "percentage"),), "down"),
    "s26": c("driver", "driver_core", (f("revenue", 11995.84, R27, P8, "currency"), f("previous_revenue", 7091.07, R28, P8, "currency"), f("revenue_change", 4904.77, R27, P8, "currency"), f("revenue_change_percent", 69.17, R27, P8, "percentage"), f("revenue_change", 4197.22, R27, P9, "currency"),), "up"),
    "s27": c("growth", "growth_hardly", (f("revenue", 4093428.59, R29, WHOLE, "currency"), f("previous_revenue", 4092448.64, R30, WHOLE, "currency"), f("revenue_change", 979.95, R29, WHOLE, "currency"), f("revenue_change_percent", 0.02, R29, WHOLE, "percentage"),)),
    "s28": c("growth", "growth_cut_base", (f("revenue", 16431252.46, R31, WHOLE, "currency"), f("known_revenue", 8888643.98, R32, WHOLE, "currency"),)),
    "s29": c("adjusted_change", "adjusted_change", (f("revenue", 0.0, R33, WHOLE, "currency"), f("expected_revenue", 7850.41, R33, WHOLE, "currency"), f("revenue_change_percent", 18.73, R34, WHOLE, "percentage"), f("revenue_change_percent_without", 3.4, R34, WHOLE, "percentage"),), "up"),
    "s30": c("record", "best_week", (f("revenue", 10093.0, R35, WHOLE, "currency"), f("previous_record", 7983.2, R36, WHOLE, "currency"),), "up"),
    "s31": c("record", "best_day", (f("revenue", 1998.86, R37, WHOLE, "currency"), f("previous_record", 1795.82, R38, WHOLE, "currency"),), "up"),
    "s32": c("trend", "trend", (f("revenue_trend_percent", -95.02, R39, P10, "percentage"), f("revenue_trend_per_day", -0.65, R39, P10, "currency"),), "down"),
    "s33": c("change_point", "change_point_recent", (f("daily_revenue_before", 1782.72, R40, P11, "currency"), f("daily_revenue_after", 1288.64, R41, P11, "currency"), f("level_change_percent", -27.71, R41, P11, "percentage"),), "down"),
    "s34": c("anomaly", "anomaly_level_shift", (f("revenue", 5016.08, R42, P12, "currency"), f("expected_revenue", 2344.75, R42, P12, "currency"), f("deviation", 2671.33, R42, P12, "currency"), f("deviation_percent", 113.93, R42, P12, "percentage"),), "up"),
    "s35": c("record", "worst_week", (f("revenue", 13029.82, R43, WHOLE, "currency"), f("previous_record", 14268.93, R44, WHOLE, "currency"),), "down"),
    "s36": c("record", "worst_month", (f("revenue", 59579.4, R45, WHOLE, "currency"), f("previous_record", 69123.03, R46, WHOLE, "currency"),), "down"),
    "s37": c("single_order", "order_carries", (f("order_revenue", 278.51, R47, WHOLE, "currency"), f("revenue_change", 527.32, R4, WHOLE, "currency"),), "up"),
    "s38": c("single_order", "order_carries", (f("order_revenue", 153.9, R48, WHOLE, "currency"), f("revenue_change", -212.46, R11, WHOLE, "currency"),), "down"),
    "s39": c("adjusted_change", "adjusted_change", (f("revenue", 0.0, R49, WHOLE, "currency"), f("expected_revenue", 15399.99, R49, WHOLE, "currency"), f("revenue_change_percent", -3.53, R50, WHOLE, "percentage"), f("revenue_change_percent_without", 6.41, R50, WHOLE, "percentage"),), "down"),
    "s40": c("forecast", "forecast", (f("forecast_revenue", 91665.06, R51, WHOLE, "currency"), f("forecast_lower", 59492.7, R51, WHOLE, "currency"), f("forecast_upper", 145445.27, R51, WHOLE, "currency"), f("forecast_level", 95.0, R51, WHOLE, "percentage"), f("revenue", 37799.3, R52, WHOLE, "currency"), f("forecast_change_percent", 142.5, R51, WHOLE, "percentage"),), "up"),
}
