# ruff: noqa: E501 (a sentence, or a claim, a line)
"""Findings of the routes on the sample and on made-up shops, of seeds and ranges not used before."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .coffee_claims import c, f

D = date
R0 = (D(2024, 3, 17), D(2024, 5, 16))
R1 = (D(2024, 1, 16), D(2024, 3, 16))
R2 = (D(2024, 5, 7), D(2024, 5, 7))
R3 = (D(2023, 3, 17), D(2023, 5, 16))
R4 = (D(2024, 8, 24), D(2024, 10, 23))
R5 = (D(2024, 9, 1), D(2024, 9, 1))
R6 = (D(2024, 6, 24), D(2024, 8, 23))
R7 = (D(2024, 7, 31), D(2024, 7, 31))
R8 = (D(2024, 6, 19), D(2024, 6, 19))
R9 = (D(2024, 2, 2), D(2025, 1, 31))
R10 = (D(2024, 7, 16), D(2024, 7, 16))
R11 = (D(2022, 7, 1), D(2024, 2, 1))
R12 = (D(2023, 2, 2), D(2024, 2, 1))
R13 = (D(2024, 12, 1), D(2024, 12, 31))
R14 = (D(2025, 1, 2), D(2025, 1, 31))
R15 = (D(2024, 12, 3), D(2025, 1, 1))
R16 = (D(2024, 11, 1), D(2024, 11, 30))
R17 = (D(2024, 2, 15), D(2024, 4, 15))
R18 = (D(2024, 8, 20), D(2024, 8, 20))
R19 = (D(2024, 1, 2), D(2024, 12, 31))
R20 = (D(2024, 12, 25), D(2024, 12, 31))
R21 = (D(2023, 12, 27), D(2024, 1, 2))
R22 = (D(2024, 5, 13), D(2024, 5, 19))
R23 = (D(2023, 1, 1), D(2024, 3, 23))
R24 = (D(2023, 9, 2), D(2024, 8, 31))
R25 = (D(2023, 1, 1), D(2023, 9, 1))
R26 = (D(2024, 7, 3), D(2024, 7, 9))
R27 = (D(2024, 3, 11), D(2024, 3, 14))
R28 = (D(2024, 8, 12), D(2024, 8, 18))
R29 = (D(2023, 1, 1), D(2024, 6, 2))
R30 = (D(2024, 11, 21), D(2024, 12, 20))
R31 = (D(2024, 10, 22), D(2024, 11, 20))
R32 = (D(2023, 12, 24), D(2023, 12, 31))
R33 = (D(2024, 2, 22), D(2024, 4, 22))
R34 = (D(2024, 4, 3), D(2024, 4, 30))
R35 = (D(2024, 5, 1), D(2024, 5, 28))
R36 = (D(2024, 5, 1), D(2024, 7, 31))
R37 = (D(2024, 4, 14), D(2024, 6, 13))
R38 = (D(2024, 2, 13), D(2024, 4, 13))
R39 = (D(2024, 12, 10), D(2024, 12, 10))
R40 = (D(2024, 11, 27), D(2024, 12, 26))
R41 = (D(2024, 11, 28), D(2024, 11, 30))
R42 = (D(2024, 11, 24), D(2024, 11, 30))
P1 = Segment("Sports", None)
P2 = Segment("Bikes", None)
P3 = Segment("Toys", None)
P4 = Segment("Home", None)
P5 = Segment("Home", "South")
P6 = Segment(None, "South")
P7 = Segment("Electronics", None)
P8 = Segment("Electronics", "North")
P9 = Segment(None, "East")
P10 = Segment(None, "West")

# fmt: off
CLAIMS: dict[str, Claim] = {
    "s1": c("growth", "growth", (f("revenue", 148498.92, R0, WHOLE, "currency"), f("previous_revenue", 136767.92, R1, WHOLE, "currency"), f("revenue_change", 11731.0, R0, WHOLE, "currency"), f("revenue_change_percent", 8.58, R0, WHOLE, "percentage"),), "up"),
    "s2": c("data_problem", "anomaly_duplicate_import", (f("revenue", 4871.12, R2, WHOLE, "currency"), f("expected_revenue", 2242.86, R2, WHOLE, "currency"), f("deviation", 2628.26, R2, WHOLE, "currency"), f("deviation_percent", 117.18, R2, WHOLE, "percentage"),), "up"),
    "s3": c("year_ago", "year_ago", (f("revenue", 148498.92, R0, WHOLE, "currency"), f("last_year_revenue", 137764.78, R3, WHOLE, "currency"), f("last_year_revenue_change", 10734.14, R0, WHOLE, "currency"), f("last_year_revenue_change_percent", 7.79, R0, WHOLE, "percentage"),), "up"),
    "s4": c("driver", "driver", (f("revenue", 58118.17, R0, P1, "currency"), f("previous_revenue", 47010.65, R1, P1, "currency"), f("revenue_change", 11107.52, R0, P1, "currency"), f("revenue_change_percent", 23.63, R0, P1, "percentage"),), "up"),
    "s5": c("driver", "began_segment", (f("revenue", 70428.9, R4, P2, "currency"), f("revenue_of_first_day", 884.66, R5, P2, "currency"),), "up"),
    "s6": c("detractor", "ended_segment", (f("revenue", 0.0, R4, P3, "currency"), f("previous_revenue", 14032.64, R6, P3, "currency"), f("revenue_of_last_day", 178.17, R7, P3, "currency"),), "down"),
    "s7": c("detractor", "driver_core", (f("revenue", 53158.92, R4, P4, "currency"), f("previous_revenue", 89090.42, R6, P4, "currency"), f("revenue_change", -35931.5, R4, P4, "currency"), f("revenue_change_percent", -40.33, R4, P4, "percentage"), f("revenue_change", -35693.01, R4, P5, "currency"),), "down"),
    "s8": c("breakdown", "breakdown", (f("revenue_change", 28160.11, R4, WHOLE, "currency"), f("orders", 3222.0, R4, WHOLE, "number"), f("previous_orders", 3164.0, R6, WHOLE, "number"), f("orders_change_percent", 1.83, R4, WHOLE, "percentage"), f("average_order_value", 71.9, R4, WHOLE, "currency"), f("previous_average_order_value", 64.31, R6, WHOLE, "currency"), f("average_order_value_change_percent", 11.79, R4, WHOLE, "percentage"), f("orders_effect", 3950.14, R4, WHOLE, "currency"), f("order_value_effect", 24209.97, R4, WHOLE, "currency"),), "up"),
    "s9": c("detractor", "driver", (f("revenue", 72749.47, R4, P6, "currency"), f("previous_revenue", 87273.54, R6, P6, "currency"), f("revenue_change", -14524.07, R4, P6, "currency"), f("revenue_change_percent", -16.64, R4, P6, "percentage"),), "down"),
    "s10": c("data_problem", "anomaly_missing_data", (f("revenue", 0.0, R8, WHOLE, "currency"), f("expected_revenue", 2352.43, R8, WHOLE, "currency"), f("deviation", -2352.43, R8, WHOLE, "currency"), f("deviation_percent", -100.0, R8, WHOLE, "percentage"),), "down"),
    "s11": c("trend", "trend_seasonal", (f("revenue_trend_percent", 91.31, R9, P1, "percentage"), f("revenue_trend_per_day", 2.3, R9, P1, "currency"),), "up"),
    "s12": c("record", "best_day", (f("revenue", 40921.88, R10, WHOLE, "currency"), f("previous_record", 6630.0, R11, WHOLE, "currency"),), "up"),
    "s13": c("conversion", "conversion", (f("conversion_rate", 3.3, R9, WHOLE, "percentage"), f("previous_conversion_rate", 3.49, R12, WHOLE, "percentage"), f("conversion_rate_change_points", -0.19, R9, WHOLE, "points"), f("visits_change_percent", 13.22, R9, WHOLE, "percentage"), f("orders_change_percent", 7.19, R9, WHOLE, "percentage"),), "down"),
    "s14": c("record", "best_month", (f("revenue", 250647.78, R13, WHOLE, "currency"), f("previous_record", 147626.27, R11, WHOLE, "currency"),), "up"),
    "s15": c("driver", "driver_core", (f("revenue", 404017.89, R9, P4, "currency"), f("previous_revenue", 335570.37, R12, P4, "currency"), f("revenue_change", 68447.52, R9, P4, "currency"), f("revenue_change_percent", 20.4, R9, P4, "percentage"), f("revenue_change", 52645.29, R9, P5, "currency"),), "up"),
    "s16": c("growth", "growth", (f("revenue", 124341.0, R14, WHOLE, "currency"), f("previous_revenue", 236400.75, R15, WHOLE, "currency"), f("revenue_change", -112059.75, R14, WHOLE, "currency"), f("revenue_change_percent", -47.4, R14, WHOLE, "percentage"),), "down"),
    "s17": c("breakdown", "breakdown", (f("revenue_change", -112059.75, R14, WHOLE, "currency"), f("orders", 1648.0, R14, WHOLE, "number"), f("previous_orders", 3108.0, R15, WHOLE, "number"), f("orders_change_percent", -46.98, R14, WHOLE, "percentage"), f("average_order_value", 75.45, R14, WHOLE, "currency"), f("previous_average_order_value", 76.06, R15, WHOLE, "currency"), f("average_order_value_change_percent", -0.81, R14, WHOLE, "percentage"), f("orders_effect", -110603.51, R14, WHOLE, "currency"), f("order_value_effect", -1456.24, R14, WHOLE, "currency"),), "down"),
    "s18": c("nothing_unusual", "nothing_unusual", (f("days", 30.0, R14, WHOLE, "number"), f("categories", 5.0, R14, WHOLE, "number"), f("regions", 4.0, R14, WHOLE, "number"),)),
    "s19": c("conversion", "conversion", (f("conversion_rate", 3.46, R13, WHOLE, "percentage"), f("previous_conversion_rate", 2.37, R16, WHOLE, "percentage"), f("conversion_rate_change_points", 1.09, R13, WHOLE, "points"), f("visits_change_percent", 34.01, R13, WHOLE, "percentage"), f("orders_change_percent", 96.03, R13, WHOLE, "percentage"),), "up"),
    "s20": c("concentration", "concentration", (f("share", 65.97, R17, P7, "percentage"), f("revenue", 192041.5, R17, P7, "currency"), f("herfindahl_index", 0.473, R17, WHOLE, "number"),)),
    "s21": c("anomaly", "anomaly_spike", (f("revenue", 63592.67, R18, WHOLE, "currency"), f("expected_revenue", 5393.75, R18, WHOLE, "currency"), f("deviation", 58198.92, R18, WHOLE, "currency"), f("deviation_percent", 1079.01, R18, WHOLE, "percentage"), f("deviation", 58798.78, R18, P8, "currency"),), "up"),
    "s22": c("trend", "trend", (f("revenue_trend_percent", 55.33, R19, WHOLE, "percentage"), f("revenue_trend_per_day", 7.14, R19, WHOLE, "currency"),), "up"),
    "s23": c("year_ago", "year_ago", (f("revenue", 46185.4, R20, WHOLE, "currency"), f("last_year_revenue", 48262.77, R21, WHOLE, "currency"), f("last_year_revenue_change", -2077.37, R20, WHOLE, "currency"), f("last_year_revenue_change_percent", -4.3, R20, WHOLE, "percentage"),), "down"),
    "s24": c("record", "best_week", (f("revenue", 58617.81, R22, WHOLE, "currency"), f("previous_record", 53658.0, R23, WHOLE, "currency"),), "up"),
    "s25": c("growth", "growth_cut_base", (f("revenue", 2576431.53, R24, WHOLE, "currency"), f("known_revenue", 1762268.84, R25, WHOLE, "currency"),)),
    "s26": c("trend", "trend", (f("revenue_trend_percent", -6.79, R24, WHOLE, "percentage"), f("revenue_trend_per_day", -1.36, R24, WHOLE, "currency"),), "down"),
    "s27": c("anomaly", "anomaly_level_shift", (f("revenue", 4679.38, R26, P9, "currency"), f("expected_revenue", 10354.37, R26, P9, "currency"), f("deviation", -5674.99, R26, P9, "currency"), f("deviation_percent", -54.81, R26, P9, "percentage"),), "down"),
    "s28": c("anomaly", "anomaly_dip", (f("revenue", 1038.97, R27, P10, "currency"), f("expected_revenue", 2859.05, R27, P10, "currency"), f("deviation", -1820.08, R27, P10, "currency"), f("deviation_percent", -63.66, R27, P10, "percentage"),), "down"),
    "s29": c("record", "worst_week", (f("revenue", 44907.24, R28, WHOLE, "currency"), f("previous_record", 46470.47, R29, WHOLE, "currency"),), "down"),
    "s30": c("forecast", "forecast", (f("forecast_revenue", 106127.19, R30, WHOLE, "currency"), f("forecast_lower", 77123.14, R30, WHOLE, "currency"), f("forecast_upper", 141798.23, R30, WHOLE, "currency"), f("forecast_level", 95.0, R30, WHOLE, "percentage"), f("revenue", 47454.65, R31, WHOLE, "currency"), f("forecast_change_percent", 123.64, R30, WHOLE, "percentage"),), "up"),
    "s31": c("adjusted_change", "adjusted_change", (f("revenue", 0.0, R32, WHOLE, "currency"), f("expected_revenue", 7796.38, R32, WHOLE, "currency"), f("revenue_change_percent", 15.97, R33, WHOLE, "percentage"), f("revenue_change_percent_without", 1.16, R33, WHOLE, "percentage"),), "up"),
    "s32": c("change_point", "change_point", (f("daily_revenue_before", 1017.4, R34, WHOLE, "currency"), f("daily_revenue_after", 1368.18, R35, WHOLE, "currency"), f("level_change_percent", 34.48, R35, WHOLE, "percentage"), f("days", 92.0, R36, WHOLE, "number"),), "up"),
    "s33": c("growth", "growth_none", (f("revenue", 6100.0, R37, WHOLE, "currency"), f("previous_revenue", 6100.0, R38, WHOLE, "currency"), f("revenue_change", 0.0, R37, WHOLE, "currency"), f("revenue_change_percent", 0.0, R37, WHOLE, "percentage"),)),
    "s34": c("single_order", "order_turns", (f("order_revenue", 218.37, R39, WHOLE, "currency"), f("revenue_change", 95.84, R40, WHOLE, "currency"), f("revenue_change_percent", 12.31, R40, WHOLE, "percentage"), f("revenue_change_percent_without", -15.74, R40, WHOLE, "percentage"),), "up"),
    "s35": c("adjusted_change", "adjusted_change", (f("revenue", 1.0, R41, WHOLE, "currency"), f("expected_revenue", 8077.88, R41, WHOLE, "currency"), f("revenue_change_percent", -37.82, R42, WHOLE, "percentage"), f("revenue_change_percent_without", 13.5, R42, WHOLE, "percentage"),), "down"),
}
