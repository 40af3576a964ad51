# ruff: noqa: E501 (a sentence, or a claim, a line)
"""Findings of the routes on seven shops of other kinds: monthly contracts, closed weekends, refunds, launches, outages."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .coffee_claims import c, f

D = date
R0 = (D(2024, 9, 1), D(2024, 9, 30))
R1 = (D(2024, 8, 1), D(2024, 8, 31))
R2 = (D(2023, 9, 1), D(2023, 9, 30))
R3 = (D(2024, 7, 1), D(2024, 9, 30))
R4 = (D(2024, 4, 1), D(2024, 6, 30))
R5 = (D(2024, 7, 1), D(2024, 7, 31))
R6 = (D(2024, 9, 23), D(2024, 9, 29))
R7 = (D(2024, 9, 16), D(2024, 9, 22))
R8 = (D(2024, 1, 1), D(2024, 1, 31))
R9 = (D(2023, 1, 1), D(2023, 1, 31))
R10 = (D(2023, 12, 1), D(2023, 12, 31))
R11 = (D(2023, 11, 1), D(2023, 11, 30))
R12 = (D(2023, 11, 20), D(2023, 12, 31))
R13 = (D(2023, 10, 9), D(2023, 11, 19))
R14 = (D(2023, 12, 26), D(2023, 12, 29))
R15 = (D(2023, 12, 25), D(2023, 12, 25))
R16 = (D(2024, 1, 1), D(2024, 9, 30))
R17 = (D(2024, 9, 24), D(2024, 9, 24))
R18 = (D(2024, 8, 12), D(2024, 8, 12))
R19 = (D(2023, 1, 1), D(2024, 6, 30))
R20 = (D(2024, 4, 2), D(2024, 4, 8))
R21 = (D(2024, 2, 6), D(2024, 2, 12))
R22 = (D(2024, 1, 13), D(2024, 1, 14))
R23 = (D(2024, 6, 9), D(2024, 6, 9))
R24 = (D(2024, 8, 12), D(2024, 8, 19))
R25 = (D(2024, 8, 5), D(2024, 8, 11))
R26 = (D(2023, 1, 1), D(2023, 12, 31))
P1 = Segment(None, "North")
P2 = Segment("Parts", "North")
P3 = Segment("Parts", None)
P4 = Segment("Service", "South")
P5 = Segment("Contracts", "North")
P6 = Segment("Contracts", None)
P7 = Segment("A-Line", "East")
P8 = Segment("Tea", None)
P9 = Segment("Mugs", None)
P10 = Segment(None, "York")
P11 = Segment("Shoes", None)
P12 = Segment("Cider", None)
P13 = Segment("Wine", None)

# fmt: off
CLAIMS: dict[str, Claim] = {
    "s1": c("growth", "growth", (f("revenue", 51646.78, R0, WHOLE, "currency"), f("previous_revenue", 52436.18, R1, WHOLE, "currency"), f("revenue_change", -789.4, R0, WHOLE, "currency"), f("revenue_change_percent", -1.51, R0, WHOLE, "percentage"), f("mean_day_change_percent", 1.78, R0, WHOLE, "percentage"), f("days", 30.0, R0, WHOLE, "number"), f("previous_days", 31.0, R1, WHOLE, "number"),), "down"),
    "s2": c("year_ago", "year_ago", (f("revenue", 51646.78, R0, WHOLE, "currency"), f("last_year_revenue", 58105.85, R2, WHOLE, "currency"), f("last_year_revenue_change", -6459.07, R0, WHOLE, "currency"), f("last_year_revenue_change_percent", -11.12, R0, WHOLE, "percentage"),), "down"),
    "s3": c("nothing_unusual", "nothing_unusual", (f("days", 30.0, R0, WHOLE, "number"), f("categories", 3.0, R0, WHOLE, "number"), f("regions", 2.0, R0, WHOLE, "number"),)),
    "s4": c("breakdown", "breakdown", (f("revenue_change", -7609.03, R3, WHOLE, "currency"), f("orders", 903.0, R3, WHOLE, "number"), f("previous_orders", 954.0, R4, WHOLE, "number"), f("orders_change_percent", -5.35, R3, WHOLE, "percentage"), f("average_order_value", 177.84, R3, WHOLE, "currency"), f("previous_average_order_value", 176.31, R4, WHOLE, "currency"), f("average_order_value_change_percent", 0.87, R3, WHOLE, "percentage"), f("orders_effect", -9030.68, R3, WHOLE, "currency"), f("order_value_effect", 1421.65, R3, WHOLE, "currency"),), "down"),
    "s5": c("detractor", "driver_core", (f("revenue", 37426.21, R1, P1, "currency"), f("previous_revenue", 42651.84, R5, P1, "currency"), f("revenue_change", -5225.63, R1, P1, "currency"), f("revenue_change_percent", -12.25, R1, P1, "percentage"), f("revenue_change", -4640.59, R1, P2, "currency"),), "down"),
    "s6": c("detractor", "driver", (f("revenue", 13246.85, R1, P3, "currency"), f("previous_revenue", 17887.44, R5, P3, "currency"), f("revenue_change", -4640.59, R1, P3, "currency"), f("revenue_change_percent", -25.94, R1, P3, "percentage"),), "down"),
    "s7": c("detractor", "driver", (f("revenue", 3424.33, R6, P4, "currency"), f("previous_revenue", 3915.15, R7, P4, "currency"), f("revenue_change", -490.82, R6, P4, "currency"), f("revenue_change_percent", -12.54, R6, P4, "percentage"),), "down"),
    "s8": c("year_ago", "year_ago", (f("revenue", 54158.9, R8, WHOLE, "currency"), f("last_year_revenue", 50432.77, R9, WHOLE, "currency"), f("last_year_revenue_change", 3726.13, R8, WHOLE, "currency"), f("last_year_revenue_change_percent", 7.39, R8, WHOLE, "percentage"),), "up"),
    "s9": c("growth", "growth", (f("revenue", 54940.62, R10, WHOLE, "currency"), f("previous_revenue", 54114.23, R11, WHOLE, "currency"), f("revenue_change", 826.39, R10, WHOLE, "currency"), f("revenue_change_percent", 1.53, R10, WHOLE, "percentage"), f("mean_day_change_percent", -1.75, R10, WHOLE, "percentage"), f("days", 31.0, R10, WHOLE, "number"), f("previous_days", 30.0, R11, WHOLE, "number"),), "up"),
    "s10": c("breakdown", "breakdown", (f("revenue_change", 826.39, R10, WHOLE, "currency"), f("orders", 304.0, R10, WHOLE, "number"), f("previous_orders", 290.0, R11, WHOLE, "number"), f("orders_change_percent", 4.83, R10, WHOLE, "percentage"), f("average_order_value", 180.73, R10, WHOLE, "currency"), f("previous_average_order_value", 186.6, R11, WHOLE, "currency"), f("average_order_value_change_percent", -3.15, R10, WHOLE, "percentage"), f("orders_effect", 2571.29, R10, WHOLE, "currency"), f("order_value_effect", -1744.9, R10, WHOLE, "currency"),), "up"),
    "s11": c("driver", "driver", (f("revenue", 50612.57, R12, P5, "currency"), f("previous_revenue", 25401.54, R13, P5, "currency"), f("revenue_change", 25211.03, R12, P5, "currency"), f("revenue_change_percent", 99.25, R12, P5, "percentage"),), "up"),
    "s12": c("concentration", "concentration", (f("share", 55.37, R12, P6, "percentage"), f("revenue", 50612.57, R12, P6, "currency"), f("herfindahl_index", 0.4065, R12, WHOLE, "number"),)),
    "s13": c("adjusted_change", "adjusted_change", (f("revenue", 0.0, R14, WHOLE, "currency"), f("expected_revenue", 4913.18, R14, WHOLE, "currency"), f("revenue_change_percent", 49.21, R8, WHOLE, "percentage"), f("revenue_change_percent_without", 18.83, R8, WHOLE, "percentage"),), "up"),
    "s14": c("driver", "driver", (f("revenue", 15261.61, R8, P7, "currency"), f("previous_revenue", 8837.9, R10, P7, "currency"), f("revenue_change", 6423.71, R8, P7, "currency"), f("revenue_change_percent", 72.68, R8, P7, "percentage"),), "up"),
    "s15": c("data_problem", "anomaly_missing_data", (f("revenue", 0.0, R14, WHOLE, "currency"), f("expected_revenue", 4913.18, R14, WHOLE, "currency"), f("deviation", -4913.18, R14, WHOLE, "currency"), f("deviation_percent", -100.0, R14, WHOLE, "percentage"),), "down"),
    "s16": c("anomaly", "anomaly_holiday", (f("revenue", 0.0, R15, WHOLE, "currency"), f("expected_revenue", 1182.79, R15, WHOLE, "currency"), f("deviation", -1182.79, R15, WHOLE, "currency"), f("deviation_percent", -100.0, R15, WHOLE, "percentage"),), 'down', ('Christmas Day',)),
    "s17": c("price", "price", (f("revenue_per_unit", 23.0, R3, P8, "currency"), f("previous_revenue_per_unit", 20.04, R4, P8, "currency"), f("revenue_per_unit_change_percent", 14.78, R3, P8, "percentage"), f("price_effect", 3303.87, R3, P8, "currency"),), "up"),
    "s18": c("price", "price", (f("revenue_per_unit", 17.25, R3, P9, "currency"), f("previous_revenue_per_unit", 15.01, R4, P9, "currency"), f("revenue_per_unit_change_percent", 14.91, R3, P9, "percentage"), f("price_effect", 1626.54, R3, P9, "currency"),), "up"),
    "s19": c("trend", "trend", (f("revenue_trend_percent", 19.08, R16, WHOLE, "percentage"), f("revenue_trend_per_day", 0.24, R16, WHOLE, "currency"),), "up"),
    "s20": c("adjusted_change", "adjusted_change", (f("revenue", 143.92, R17, WHOLE, "currency"), f("expected_revenue", 422.76, R17, WHOLE, "currency"), f("revenue_change_percent", -2.81, R6, WHOLE, "percentage"), f("revenue_change_percent_without", 6.51, R6, WHOLE, "percentage"),), "down"),
    "s21": c("driver", "began_segment", (f("revenue", 9230.65, R0, P10, "currency"), f("revenue_of_first_day", 206.64, R18, P10, "currency"),), "up"),
    "s22": c("record", "best_month", (f("revenue", 32663.69, R0, WHOLE, "currency"), f("previous_record", 23969.44, R19, WHOLE, "currency"),), "up"),
    "s23": c("anomaly", "anomaly_level_shift", (f("revenue", 5890.47, R20, P11, "currency"), f("expected_revenue", 28452.47, R20, P11, "currency"), f("deviation", -22562.0, R20, P11, "currency"), f("deviation_percent", -79.3, R20, P11, "percentage"),), "down"),
    "s24": c("anomaly", "anomaly_level_shift", (f("revenue", 5708.0, R21, P11, "currency"), f("expected_revenue", 12426.23, R21, P11, "currency"), f("deviation", -6718.23, R21, P11, "currency"), f("deviation_percent", -54.06, R21, P11, "percentage"),), "up"),
    "s25": c("anomaly", "anomaly_dip", (f("revenue", -311.37, R22, WHOLE, "currency"), f("expected_revenue", 896.77, R22, WHOLE, "currency"), f("deviation", -1208.14, R22, WHOLE, "currency"), f("deviation_percent", -134.72, R22, WHOLE, "percentage"),), "down"),
    "s26": c("detractor", "ended_segment", (f("revenue", 0.0, R3, P12, "currency"), f("previous_revenue", 7367.53, R4, P12, "currency"), f("revenue_of_last_day", 81.34, R23, P12, "currency"),), "down"),
    "s27": c("anomaly", "anomaly_spike", (f("revenue", 3597.64, R24, P13, "currency"), f("expected_revenue", 1584.04, R24, P13, "currency"), f("deviation", 2013.6, R24, P13, "currency"), f("deviation_percent", 127.12, R24, P13, "percentage"),), "up"),
    "s28": c("trend", "trend", (f("revenue_trend_percent", -23.81, R16, WHOLE, "percentage"), f("revenue_trend_per_day", -0.73, R16, WHOLE, "currency"),), "down"),
    "s29": c("record", "best_week", (f("revenue", 3467.41, R25, WHOLE, "currency"), f("previous_record", 2159.03, R26, WHOLE, "currency"),), "up"),
}
