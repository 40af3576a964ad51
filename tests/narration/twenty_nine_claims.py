# ruff: noqa: E501 (a sentence, or a claim, a line)
"""Further findings of the routes on the seven shops of other kinds, of other ranges."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Segment

from .coffee_claims import c, f

D = date
R0 = (D(2024, 7, 1), D(2024, 7, 31))
R1 = (D(2024, 6, 1), D(2024, 6, 30))
R2 = (D(2023, 7, 1), D(2023, 7, 31))
R3 = (D(2023, 10, 1), D(2024, 9, 30))
R4 = (D(2023, 1, 1), D(2023, 9, 30))
R5 = (D(2024, 8, 31), D(2024, 8, 31))
R6 = (D(2024, 9, 2), D(2024, 9, 8))
R7 = (D(2024, 8, 26), D(2024, 9, 1))
R8 = (D(2024, 8, 16), D(2024, 8, 31))
R9 = (D(2024, 7, 31), D(2024, 8, 15))
R10 = (D(2023, 8, 18), D(2023, 9, 2))
R11 = (D(2024, 2, 1), D(2024, 2, 29))
R12 = (D(2024, 1, 1), D(2024, 1, 31))
R13 = (D(2023, 12, 26), D(2023, 12, 29))
R14 = (D(2023, 12, 25), D(2023, 12, 25))
R15 = (D(2023, 1, 1), D(2024, 6, 30))
R16 = (D(2024, 6, 1), D(2024, 8, 31))
R17 = (D(2024, 8, 12), D(2024, 8, 12))
R18 = (D(2024, 9, 23), D(2024, 9, 29))
R19 = (D(2024, 1, 1), D(2024, 1, 7))
R20 = (D(2023, 12, 1), D(2023, 12, 7))
R21 = (D(2024, 6, 9), D(2024, 6, 9))
R22 = (D(2024, 7, 15), D(2024, 7, 21))
R23 = (D(2023, 2, 1), D(2023, 2, 28))
R24 = (D(2023, 1, 1), D(2023, 1, 31))
R25 = (D(2024, 8, 26), D(2024, 8, 26))
P1 = Segment("Service", "South")
P2 = Segment(None, "North")
P3 = Segment("Contracts", "North")
P4 = Segment("Contracts", None)
P5 = Segment("A-Line", "East")
P6 = Segment("Tea", None)
P7 = Segment("Mugs", None)
P8 = Segment(None, "York")
P9 = Segment("Shoes", None)
P10 = Segment("Cider", None)
P11 = Segment(None, "Bern")
P12 = Segment("Wine", "Bern")

# fmt: off
CLAIMS: dict[str, Claim] = {
    "s1": c("growth", "growth", (f("revenue", 52841.01, R0, WHOLE, "currency"), f("previous_revenue", 56653.32, R1, WHOLE, "currency"), f("revenue_change", -3812.31, R0, WHOLE, "currency"), f("revenue_change_percent", -6.73, R0, WHOLE, "percentage"), f("mean_day_change_percent", -9.74, R0, WHOLE, "percentage"), f("days", 31.0, R0, WHOLE, "number"), f("previous_days", 30.0, R1, WHOLE, "number"),), "down"),
    "s2": c("year_ago", "year_ago", (f("revenue", 52841.01, R0, WHOLE, "currency"), f("last_year_revenue", 56905.71, R2, WHOLE, "currency"), f("last_year_revenue_change", -4064.7, R0, WHOLE, "currency"), f("last_year_revenue_change_percent", -7.14, R0, WHOLE, "percentage"),), "down"),
    "s3": c("breakdown", "breakdown", (f("revenue_change", -3812.31, R0, WHOLE, "currency"), f("orders", 289.0, R0, WHOLE, "number"), f("previous_orders", 316.0, R1, WHOLE, "number"), f("orders_change_percent", -8.54, R0, WHOLE, "percentage"), f("average_order_value", 182.84, R0, WHOLE, "currency"), f("previous_average_order_value", 179.28, R1, WHOLE, "currency"), f("average_order_value_change_percent", 1.98, R0, WHOLE, "percentage"), f("orders_effect", -4888.67, R0, WHOLE, "currency"), f("order_value_effect", 1076.36, R0, WHOLE, "currency"),), "down"),
    "s4": c("nothing_unusual", "nothing_unusual", (f("days", 31.0, R0, WHOLE, "number"), f("categories", 3.0, R0, WHOLE, "number"), f("regions", 2.0, R0, WHOLE, "number"),)),
    "s5": c("detractor", "driver", (f("revenue", 13340.48, R0, P1, "currency"), f("previous_revenue", 16372.0, R1, P1, "currency"), f("revenue_change", -3031.52, R0, P1, "currency"), f("revenue_change_percent", -18.52, R0, P1, "percentage"),), "down"),
    "s6": c("growth", "growth_cut_base", (f("revenue", 666535.03, R3, WHOLE, "currency"), f("known_revenue", 495337.71, R4, WHOLE, "currency"),)),
    "s7": c("single_order", "order_carries", (f("order_revenue", 24078.48, R5, WHOLE, "currency"), f("revenue_change", -25437.05, R6, WHOLE, "currency"),), "down"),
    "s8": c("detractor", "driver_core", (f("revenue", 3115.31, R6, P2, "currency"), f("previous_revenue", 28360.42, R7, P2, "currency"), f("revenue_change", -25245.11, R6, P2, "currency"), f("revenue_change_percent", -89.02, R6, P2, "percentage"), f("revenue_change", -24078.48, R6, P3, "currency"),), "down"),
    "s9": c("growth", "growth", (f("revenue", 41453.8, R8, WHOLE, "currency"), f("previous_revenue", 40991.97, R9, WHOLE, "currency"), f("revenue_change", 461.83, R8, WHOLE, "currency"), f("revenue_change_percent", 1.13, R8, WHOLE, "percentage"),), "up"),
    "s10": c("year_ago", "year_ago", (f("revenue", 41453.8, R8, WHOLE, "currency"), f("last_year_revenue", 40966.13, R10, WHOLE, "currency"), f("last_year_revenue_change", 487.67, R8, WHOLE, "currency"), f("last_year_revenue_change_percent", 1.19, R8, WHOLE, "percentage"),), "up"),
    "s11": c("breakdown", "breakdown", (f("revenue_change", 461.83, R8, WHOLE, "currency"), f("orders", 178.0, R8, WHOLE, "number"), f("previous_orders", 168.0, R9, WHOLE, "number"), f("orders_change_percent", 5.95, R8, WHOLE, "percentage"), f("average_order_value", 232.89, R8, WHOLE, "currency"), f("previous_average_order_value", 244.0, R9, WHOLE, "currency"), f("average_order_value_change_percent", -4.55, R8, WHOLE, "percentage"), f("orders_effect", 2384.43, R8, WHOLE, "currency"), f("order_value_effect", -1922.6, R8, WHOLE, "currency"),), "up"),
    "s12": c("concentration", "concentration", (f("share", 58.09, R8, P4, "percentage"), f("revenue", 24078.48, R8, P4, "currency"), f("herfindahl_index", 0.4256, R8, WHOLE, "number"),)),
    "s13": c("detractor", "driver", (f("revenue", 12271.62, R11, P1, "currency"), f("previous_revenue", 18133.8, R12, P1, "currency"), f("revenue_change", -5862.18, R11, P1, "currency"), f("revenue_change_percent", -32.33, R11, P1, "percentage"),), "down"),
    "s14": c("driver", "driver", (f("revenue", 41245.97, R11, P2, "currency"), f("previous_revenue", 40395.83, R12, P2, "currency"), f("revenue_change", 850.14, R11, P2, "currency"), f("revenue_change_percent", 2.1, R11, P2, "percentage"), f("mean_day_change_percent", 9.15, R11, P2, "percentage"), f("days", 29.0, R11, P2, "number"), f("previous_days", 31.0, R12, P2, "number"),), "up"),
    "s15": c("data_problem", "anomaly_missing_data", (f("revenue", 0.0, R13, WHOLE, "currency"), f("expected_revenue", 5040.21, R13, WHOLE, "currency"), f("deviation", -5040.21, R13, WHOLE, "currency"), f("deviation_percent", -100.0, R13, WHOLE, "percentage"),), "down"),
    "s16": c("anomaly", "anomaly_holiday", (f("revenue", 0.0, R14, WHOLE, "currency"), f("expected_revenue", 1295.31, R14, WHOLE, "currency"), f("deviation", -1295.31, R14, WHOLE, "currency"), f("deviation_percent", -100.0, R14, WHOLE, "percentage"),), 'down', ('Christmas Day',)),
    "s17": c("driver", "driver", (f("revenue", 3207.52, R6, P5, "currency"), f("previous_revenue", 2427.65, R7, P5, "currency"), f("revenue_change", 779.87, R6, P5, "currency"), f("revenue_change_percent", 32.12, R6, P5, "percentage"),), "up"),
    "s18": c("price", "price", (f("revenue_per_unit", 23.13, R0, P6, "currency"), f("previous_revenue_per_unit", 20.07, R1, P6, "currency"), f("revenue_per_unit_change_percent", 15.21, R0, P6, "percentage"), f("price_effect", 1143.6, R0, P6, "currency"),), "up"),
    "s19": c("record", "best_month", (f("revenue", 13085.71, R0, WHOLE, "currency"), f("previous_record", 11684.28, R15, WHOLE, "currency"),), "up"),
    "s20": c("price", "price", (f("revenue_per_unit", 17.2, R0, P7, "currency"), f("previous_revenue_per_unit", 14.96, R1, P7, "currency"), f("revenue_per_unit_change_percent", 14.98, R0, P7, "percentage"), f("price_effect", 488.5, R0, P7, "currency"),), "up"),
    "s21": c("driver", "began_segment", (f("revenue", 5641.0, R16, P8, "currency"), f("revenue_of_first_day", 168.13, R17, P8, "currency"),), "up"),
    "s22": c("trend", "trend", (f("revenue_trend_percent", 65.75, R16, WHOLE, "percentage"), f("revenue_trend_per_day", 4.41, R16, WHOLE, "currency"),), "up"),
    "s23": c("record", "best_week", (f("revenue", 8757.74, R18, WHOLE, "currency"), f("previous_record", 6213.1, R4, WHOLE, "currency"),), "up"),
    "s24": c("anomaly", "anomaly_level_shift", (f("revenue", -34.99, R19, P9, "currency"), f("expected_revenue", 10582.22, R19, P9, "currency"), f("deviation", -10617.21, R19, P9, "currency"), f("deviation_percent", -100.33, R19, P9, "percentage"),), "down"),
    "s25": c("anomaly", "anomaly_level_shift", (f("revenue", 13305.2, R20, WHOLE, "currency"), f("expected_revenue", 6942.95, R20, WHOLE, "currency"), f("deviation", 6362.25, R20, WHOLE, "currency"), f("deviation_percent", 91.64, R20, WHOLE, "percentage"),), "up"),
    "s26": c("detractor", "ended_segment", (f("revenue", 0.0, R0, P10, "currency"), f("previous_revenue", 1000.16, R1, P10, "currency"), f("revenue_of_last_day", 63.86, R21, P10, "currency"),), "down"),
    "s27": c("record", "worst_week", (f("revenue", 4161.58, R22, WHOLE, "currency"), f("previous_record", 4697.25, R15, WHOLE, "currency"),), "down"),
    "s28": c("trend", "trend", (f("revenue_trend_percent", -20.76, R3, WHOLE, "percentage"), f("revenue_trend_per_day", -0.48, R3, WHOLE, "currency"),), "down"),
    "s29": c("detractor", "driver_core", (f("revenue", 13120.37, R23, P11, "currency"), f("previous_revenue", 16433.47, R24, P11, "currency"), f("revenue_change", -3313.1, R23, P11, "currency"), f("revenue_change_percent", -20.16, R23, P11, "percentage"), f("mean_day_change_percent", -11.61, R23, P11, "percentage"), f("days", 28.0, R23, P11, "number"), f("previous_days", 31.0, R24, P11, "number"), f("revenue_change", -2961.35, R23, P12, "currency"),), "down"),
    "s30": c("record", "best_day", (f("revenue", 703.9, R25, WHOLE, "currency"), f("previous_record", 457.03, R4, WHOLE, "currency"),), "up"),
}
