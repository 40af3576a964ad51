"""Claims of the shops of planted truths, as the routes answered them: months, weeks, and days that cross a year."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Format, Segment
from bi_server.analysis.insights.claims import ClaimType, Trend

from .coffee_claims import c, ch, f

D = date
P: Format = "percentage"
N: Format = "number"
PT: Format = "points"
bikes = Segment("Bikes")
north = Segment(None, "North")
bikes_south = Segment("Bikes", "South")
bikes_west = Segment("Bikes", "West")
shop = Segment(None, "Shop")
vases_shop = Segment("Vases", "Shop")
cards = Segment("Cards")
c_ = Segment("C")
east = Segment(None, "East")
d_north = Segment("D", "North")
DEC_1_23 = D(2023, 12, 1), D(2023, 12, 30)
MAR_12_24 = D(2024, 3, 12), D(2024, 3, 13)
APR_8_24 = D(2024, 4, 8), D(2024, 4, 10)
MAY_1_24 = D(2024, 5, 1), D(2024, 5, 31)
JUN_3_24 = D(2024, 6, 3), D(2024, 8, 31)
JUN_22_24 = D(2024, 6, 22), D(2024, 6, 28)
AUG_5_24 = D(2024, 8, 5), D(2024, 11, 2)
AUG_25_24 = D(2024, 8, 25), D(2024, 8, 31)
OCT_22_24 = D(2024, 10, 22), D(2024, 11, 20)
NOV_1_24 = D(2024, 11, 1), D(2024, 11, 30)
NOV_3_24 = D(2024, 11, 3), D(2025, 1, 31)
NOV_14_24 = D(2024, 11, 14), D(2024, 11, 20)
NOV_28_24 = D(2024, 11, 28), D(2024, 11, 30)
DEC_1_24 = D(2024, 12, 1), D(2024, 12, 31)
DEC_3_24 = D(2024, 12, 3), D(2025, 1, 1)
JAN_1_25 = D(2025, 1, 1), D(2025, 1, 31)
JAN_2_25 = D(2025, 1, 2), D(2025, 1, 31)
JAN_18_25 = D(2025, 1, 18), D(2025, 1, 24)
JAN_25_25 = D(2025, 1, 25), D(2025, 1, 31)
JAN_30_25 = D(2025, 1, 30), D(2025, 2, 28)
Days = tuple[date, date]


def way(now: float, before: float) -> Trend:
    return "up" if now > before else "down"


def growth(part: Segment, now: float, before: float, days: Days, base: Days) -> Claim:
    return c("growth", "growth", ch(part, now, before, days, base), way(now, before))


def driver(
    part: Segment, now: float, before: float, days: Days, base: Days, core: tuple[Segment, float] | None = None
) -> Claim:
    facts = ch(part, now, before, days, base)
    facts += () if core is None else (f("revenue_change", core[1], days, core[0]),)
    kind: ClaimType = "driver" if now > before else "detractor"
    return c(kind, "driver" if core is None else "driver_core", facts, way(now, before))


def year_ago(now: float, before: float, percent: float, days: Days, base: Days) -> Claim:
    facts = (
        f("revenue", now, days),
        f("last_year_revenue", before, base),
        f("last_year_revenue_change", round(now - before, 2), days),
        f("last_year_revenue_change_percent", percent, days, WHOLE, P),
    )
    return c("year_ago", "year_ago", facts, way(now, before))


def breakdown(
    change: float,
    orders: float,
    orders_before: float,
    orders_percent: float,
    value: float,
    value_before: float,
    value_percent: float,
    of_orders: float,
    of_value: float,
    days: Days,
    base: Days,
) -> Claim:
    facts = (
        f("revenue_change", change, days),
        f("orders", orders, days, WHOLE, N),
        f("previous_orders", orders_before, base, WHOLE, N),
        f("orders_change_percent", orders_percent, days, WHOLE, P),
        f("average_order_value", value, days),
        f("previous_average_order_value", value_before, base),
        f("average_order_value_change_percent", value_percent, days, WHOLE, P),
        f("orders_effect", of_orders, days),
        f("order_value_effect", of_value, days),
    )
    return c("breakdown", "breakdown", facts, way(change, 0))


def conversion(
    rate: float, rate_before: float, points: float, visits: float, orders: float, days: Days, base: Days
) -> Claim:
    facts = (
        f("conversion_rate", rate, days, WHOLE, P),
        f("previous_conversion_rate", rate_before, base, WHOLE, P),
        f("conversion_rate_change_points", points, days, WHOLE, PT),
        f("visits_change_percent", visits, days, WHOLE, P),
        f("orders_change_percent", orders, days, WHOLE, P),
    )
    return c("conversion", "conversion", facts, way(points, 0))


def record(template: str, best: float, days: Days, former: float, before: Days) -> Claim:
    facts = (f("revenue", best, days), f("previous_record", former, before))
    return c("record", template, facts, way(best, former))


def unexpected(kind: ClaimType, template: str, part: Segment, came: float, expected: float, days: Days) -> Claim:
    facts = (
        f("revenue", came, days, part),
        f("expected_revenue", expected, days, part),
        f("deviation", round(came - expected, 2), days, part),
        f("deviation_percent", round((came - expected) / expected * 100, 2), days, part, P),
    )
    return c(kind, template, facts, way(came, expected))


def adjusted(
    part: Segment, came: float, expected: float, odd: Days, percent: float, without: float, days: Days
) -> Claim:
    facts = (
        f("revenue", came, odd, part),
        f("expected_revenue", expected, odd, part),
        f("revenue_change_percent", percent, days, WHOLE, P),
        f("revenue_change_percent_without", without, days, WHOLE, P),
    )
    return c("adjusted_change", "adjusted_change", facts, way(percent, 0))


def forecast(
    central: float, lower: float, upper: float, before: float, percent: float, days: Days, base: Days
) -> Claim:
    facts = (
        f("forecast_revenue", central, days),
        f("forecast_lower", lower, days),
        f("forecast_upper", upper, days),
        f("forecast_level", 95.0, days, WHOLE, P),
        f("revenue", before, base),
        f("forecast_change_percent", percent, days, WHOLE, P),
    )
    return c("forecast", "forecast", facts, way(percent, 0))


def began(part: Segment, revenue: float, days: Days, of_first: float, first: Days) -> Claim:
    return c(
        "driver",
        "began_segment",
        (f("revenue", revenue, days, part), f("revenue_of_first_day", of_first, first, part)),
        "up",
    )


def calm(count: float, days: Days) -> Claim:
    facts = (f("days", count, days, WHOLE, N), f("categories", 5.0, days, WHOLE, N), f("regions", 4.0, days, WHOLE, N))
    return c("nothing_unusual", "nothing_unusual", facts)


CLAIMS: dict[str, Claim] = {
    "s1": growth(WHOLE, 125789.62, 257526.17, JAN_2_25, DEC_3_24),
    "s2": year_ago(125789.62, 71766.4, 75.28, JAN_2_25, (D(2024, 1, 2), D(2024, 1, 31))),
    "s3": breakdown(-131736.55, 1603.0, 3185.0, -49.67, 78.47, 80.86, -2.95, -126027.91, -5708.64, JAN_2_25, DEC_3_24),
    "s4": calm(30.0, JAN_2_25),
    "s5": growth(WHOLE, 508153.68, 322244.62, NOV_3_24, AUG_5_24),
    "s6": began(bikes, 158192.41, NOV_3_24, 2151.67, (D(2024, 9, 1), D(2024, 9, 1))),
    "s7": record("best_month", 269060.84, DEC_1_24, 148397.47, (D(2022, 7, 1), D(2024, 11, 2))),
    "s8": year_ago(508153.68, 289929.16, 75.27, NOV_3_24, (D(2023, 11, 3), D(2024, 1, 31))),
    "s9": conversion(3.12, 3.4, -0.28, 50.73, 38.4, NOV_3_24, AUG_5_24),
    "s10": breakdown(185909.06, 6441.0, 4654.0, 38.4, 78.89, 69.24, 13.94, 132357.69, 53551.37, NOV_3_24, AUG_5_24),
    "s11": growth(WHOLE, 269060.84, 117800.06, DEC_1_24, NOV_1_24),
    "s12": conversion(3.57, 2.24, 1.33, 34.24, 114.01, DEC_1_24, NOV_1_24),
    "s13": record("best_month", 269060.84, DEC_1_24, 148397.47, (D(2022, 7, 1), D(2024, 11, 30))),
    "s14": breakdown(151260.78, 3345.0, 1563.0, 114.01, 80.44, 75.37, 6.73, 138821.94, 12438.84, DEC_1_24, NOV_1_24),
    "s15": growth(WHOLE, 26797.77, 29026.38, JAN_25_25, JAN_18_25),
    "s16": breakdown(-2228.61, 369.0, 364.0, 1.37, 72.62, 79.74, -8.93, 380.91, -2609.52, JAN_25_25, JAN_18_25),
    "s17": calm(7.0, JAN_25_25),
    "s18": driver(north, 8678.6, 11264.48, JAN_25_25, JAN_18_25),
    "s19": driver(bikes, 7621.53, 9475.09, JAN_25_25, JAN_18_25, (bikes_south, -1454.29)),
    "s20": began(bikes, 155556.06, NOV_3_24, 1758.04, (D(2024, 9, 1), D(2024, 9, 1))),
    "s21": conversion(3.55, 2.43, 1.12, 34.23, 96.38, DEC_1_24, NOV_1_24),
    "s22": driver(bikes, 7939.31, 10095.34, JAN_25_25, JAN_18_25, (bikes_west, -1779.96)),
    "s23": year_ago(1390671.31, 1393942.49, -0.23, MAY_1_24, (D(2023, 5, 1), D(2023, 5, 31))),
    "s24": year_ago(8419.69, 8864.48, -5.02, JUN_22_24, (D(2023, 6, 24), D(2023, 6, 30))),
    "s25": forecast(91788.52, 63102.02, 147115.83, 37188.88, 146.82, DEC_1_23, (D(2023, 11, 1), D(2023, 11, 30))),
    "s26": forecast(91788.52, 63102.02, 147115.83, 37188.88, 146.82, DEC_1_23, (D(2023, 11, 1), D(2023, 11, 30))),
    "s27": unexpected("data_problem", "anomaly_missing_data", WHOLE, 1.0, 8022.23, NOV_28_24),
    "s28": unexpected("data_problem", "anomaly_missing_data", WHOLE, 1.0, 8022.23, NOV_28_24),
    "s29": adjusted(WHOLE, 1.0, 8022.23, NOV_28_24, -40.3, 8.48, (D(2024, 11, 24), D(2024, 11, 30))),
    "s30": record("best_week", 10299.54, (D(2024, 7, 15), D(2024, 7, 21)), 8965.19, (D(2022, 6, 1), D(2024, 5, 2))),
    "s31": driver(shop, 27312.33, 23212.79, OCT_22_24, (D(2024, 9, 22), D(2024, 10, 21)), (vases_shop, 3112.09)),
    "s32": driver(shop, 8253.3, 6171.1, NOV_14_24, (D(2024, 11, 7), D(2024, 11, 13))),
    "s33": driver(cards, 6210.8, 4444.94, NOV_14_24, (D(2024, 11, 7), D(2024, 11, 13))),
    "s34": c(
        "growth",
        "growth_none",
        (
            f("revenue", 3000.0, JAN_30_25),
            f("previous_revenue", 3000.0, (D(2024, 12, 31), D(2025, 1, 29))),
            f("revenue_change", 0.0, JAN_30_25),
            f("revenue_change_percent", 0.0, JAN_30_25, WHOLE, P),
        ),
    ),
    "s35": c(
        "growth",
        "growth_none",
        (
            f("revenue", 3100.0, JAN_1_25),
            f("previous_revenue", 3100.0, DEC_1_24),
            f("revenue_change", 0.0, JAN_1_25),
            f("revenue_change_percent", 0.0, JAN_1_25, WHOLE, P),
        ),
    ),
    "s36": adjusted(c_, -1370.44, 2197.52, APR_8_24, 10.83, 3.07, (D(2024, 5, 2), D(2024, 5, 31))),
    "s37": unexpected("data_problem", "anomaly_duplicate_import", WHOLE, 6788.18, 3088.97, MAR_12_24),
    "s38": unexpected("anomaly", "anomaly_dip", c_, -1370.44, 2197.52, APR_8_24),
    "s39": unexpected("anomaly", "anomaly_dip", c_, -1370.44, 2197.52, APR_8_24),
    "s40": driver(east, 92492.51, 131096.61, JUN_3_24, (D(2024, 3, 5), D(2024, 6, 2))),
    "s41": record("worst_week", 44468.92, (D(2024, 7, 1), D(2024, 7, 7)), 47304.88, (D(2023, 1, 1), D(2024, 6, 2))),
    "s42": record("worst_week", 44468.92, (D(2024, 7, 1), D(2024, 7, 7)), 47304.88, (D(2023, 1, 1), D(2024, 6, 30))),
    "s43": driver(north, 21847.32, 19205.27, AUG_25_24, (D(2024, 8, 18), D(2024, 8, 24)), (d_north, 1865.14)),
    "s44": c(
        "single_order",
        "order_carries",
        (
            f("order_revenue", 172.33, (D(2024, 10, 30), D(2024, 10, 30))),
            f("revenue_change", -290.07, (D(2024, 11, 19), D(2024, 12, 18))),
        ),
        "down",
    ),
}
