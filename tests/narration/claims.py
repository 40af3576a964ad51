"""Claims of every template, made by hand."""

from datetime import date

from bi_server.analysis.insights import WHOLE, Claim, Fact, Format, Segment

DECEMBER = (date(2024, 12, 1), date(2024, 12, 31))
NOVEMBER = (date(2024, 11, 1), date(2024, 11, 30))
DAY = (date(2024, 12, 20), date(2024, 12, 20))
JANUARY = (date(2025, 1, 1), date(2025, 1, 30))
HISTORY = (date(2023, 1, 1), date(2024, 11, 30))


def a_fact(
    metric: str,
    value: float,
    days: tuple[date, date] = DECEMBER,
    segment: Segment = WHOLE,
    format_: Format = "currency",
) -> Fact:
    return Fact(metric, segment.category, segment.region, *days, value, format_)


def change(segment: Segment, now: float, before: float) -> tuple[Fact, ...]:
    """Revenue, before, change and percent of a segment."""
    facts = (
        a_fact("revenue", now, DECEMBER, segment),
        a_fact("previous_revenue", before, NOVEMBER, segment),
        a_fact("revenue_change", round(now - before, 2), DECEMBER, segment),
    )
    if before == 0:
        return facts
    percent = round((now - before) / abs(before) * 100, 2)
    return (*facts, a_fact("revenue_change_percent", percent, DECEMBER, segment, "percentage"))


def growth(now: float = 1_234_567.89, before: float = 1_170_000.5) -> Claim:
    direction = "up" if now > before else "down"
    sentiment = "positive" if now > before else "negative"
    facts = change(WHOLE, now, before)
    return Claim("growth:all", "growth", sentiment, 1.0, None, facts, "growth", direction)  # type: ignore[arg-type]


def driver(category: str = "Books", now: float = 88_123.45, before: float = 120_000.0) -> Claim:
    up = now > before
    return Claim(
        f"driver:category={category}",
        "driver" if up else "detractor",
        "positive" if up else "negative",
        0.7,
        0.001,
        change(Segment(category), now, before),
        "driver",
        "up" if up else "down",
    )


def _all() -> list[Claim]:
    books, cell = Segment("Books"), Segment("Books", "North")
    core = (*change(books, 88_123.45, 120_000.0), a_fact("revenue_change", -27_000.5, DECEMBER, cell))
    from_category = (*change(Segment(None, "North"), 900.5, 1200.25), a_fact("revenue_change", -280.1, DECEMBER, cell))
    share = a_fact("share", 38.42, DECEMBER, books, "percentage")
    index = a_fact("herfindahl_index", 0.31, DECEMBER, format_="number")
    deviation = (
        a_fact("revenue", 47_460.12, DAY),
        a_fact("expected_revenue", 19_305.4, DAY),
        a_fact("deviation", 28_154.72, DAY),
        a_fact("deviation_percent", 145.84, DAY, format_="percentage"),
    )
    dip = (
        a_fact("revenue", 0.0, DAY),
        a_fact("expected_revenue", 19_305.4, DAY),
        a_fact("deviation", -19_305.4, DAY),
        a_fact("deviation_percent", -100.0, DAY, format_="percentage"),
        a_fact("deviation", -15_000.0, DAY, cell),
    )
    record = (a_fact("revenue", 47_460.12, DAY), a_fact("previous_record", 25_010.11, HISTORY))
    month = (a_fact("revenue", 347_460.12), a_fact("previous_record", 325_010.11, HISTORY))
    correlation = (
        a_fact("correlation", 0.62, HISTORY, format_="number"),
        a_fact("lag_days", 0.0, HISTORY, format_="number"),
    )
    lagged = (
        a_fact("correlation", -0.41, HISTORY, format_="number"),
        a_fact("lag_days", 1.0, HISTORY, format_="number"),
    )
    level = (
        a_fact("daily_revenue_before", 12_567.5, NOVEMBER),
        a_fact("daily_revenue_after", 7_676.25),
        a_fact("level_change_percent", -38.92, format_="percentage"),
    )
    trend = (
        a_fact("revenue_trend_percent", 12.34, DECEMBER, books, "percentage"),
        a_fact("revenue_trend_per_day", 15.5, DECEMBER, books),
    )
    outlook = (
        a_fact("forecast_revenue", 647_489.16, JANUARY),
        a_fact("forecast_lower", 604_603.17, JANUARY),
        a_fact("forecast_upper", 735_107.4, JANUARY),
        a_fact("forecast_level", 95.0, JANUARY, format_="percentage"),
        a_fact("revenue", 584_197.56, (date(2024, 12, 2), date(2024, 12, 31))),
        a_fact("forecast_change_percent", 10.83, JANUARY, format_="percentage"),
    )
    nothing = a_fact("revenue", 0.0)
    last_year, season = (date(2023, 12, 1), date(2023, 12, 31)), (date(2021, 1, 1), date(2023, 12, 31))
    year_ago = (
        a_fact("revenue", 347_460.12),
        a_fact("last_year_revenue", 322_020.5, last_year),
        a_fact("last_year_revenue_change", 25_439.62),
        a_fact("last_year_revenue_change_percent", 7.9, format_="percentage"),
    )
    indices = (
        a_fact("season_index_low", 1.85, season, format_="number"),
        a_fact("season_index_high", 2.07, season, format_="number"),
    )
    split = (
        a_fact("revenue_change", -21_856.0, DECEMBER, books),
        a_fact("orders", 1437, DECEMBER, books, "number"),
        a_fact("previous_orders", 1817, NOVEMBER, books, "number"),
        a_fact("orders_change_percent", -20.91, DECEMBER, books, "percentage"),
        a_fact("average_order_value", 55.36, DECEMBER, books),
        a_fact("previous_average_order_value", 54.41, NOVEMBER, books),
        a_fact("average_order_value_change_percent", 1.75, DECEMBER, books, "percentage"),
        a_fact("orders_effect", -22_900.5, DECEMBER, books),
        a_fact("order_value_effect", 1_044.5, DECEMBER, books),
    )
    rate = (
        a_fact("conversion_rate", 2.22, format_="percentage"),
        a_fact("previous_conversion_rate", 2.86, NOVEMBER, format_="percentage"),
        a_fact("conversion_rate_change_points", -0.64, format_="points"),
        a_fact("visits_change_percent", 5.98, format_="percentage"),
        a_fact("orders_change_percent", -18.21, format_="percentage"),
    )
    price = (
        a_fact("revenue_per_unit", 142.5, DECEMBER, books),
        a_fact("previous_revenue_per_unit", 101.18, NOVEMBER, books),
        a_fact("revenue_per_unit_change_percent", 40.84, DECEMBER, books, "percentage"),
        a_fact("price_effect", 13_243.0, DECEMBER, books),
    )
    value = (
        a_fact("average_order_value", 142.5, DECEMBER, books),
        a_fact("previous_average_order_value", 101.18, NOVEMBER, books),
        a_fact("average_order_value_change_percent", 40.84, DECEMBER, books, "percentage"),
        a_fact("order_value_effect", 13_243.0, DECEMBER, books),
    )
    checked = (
        a_fact("days", 31, format_="number"),
        a_fact("categories", 5, format_="number"),
        a_fact("regions", 4, format_="number"),
    )
    ended = (
        a_fact("revenue", 0.0, segment=books),
        a_fact("previous_revenue", 7_635.5, NOVEMBER, books),
        a_fact("revenue_since_last_sales", 0.0, (date(2024, 11, 28), date(2024, 12, 31)), books),
    )
    longer = (
        *change(WHOLE, 506_500.0, 500_000.0),
        a_fact("mean_day_change_percent", -1.97, format_="percentage"),
        a_fact("days", 31, format_="number"),
        a_fact("previous_days", 30, NOVEMBER, format_="number"),
    )
    carries = (
        a_fact("order_revenue", 30_000.0, DAY),
        a_fact("revenue_change", 36_000.5),
    )
    turns = (
        a_fact("order_revenue", 30_000.0, (date(2024, 11, 14), date(2024, 11, 14))),
        a_fact("revenue_change", -14_000.5),
        a_fact("revenue_change_percent", -13.4, format_="percentage"),
        a_fact("revenue_change_percent_without", 10.91, format_="percentage"),
    )
    customer = (
        a_fact("customer_revenue", 40_000.0),
        a_fact("previous_customer_revenue", 9_000.5, NOVEMBER),
        a_fact("revenue_change", 36_000.5),
    )
    adjusted = (
        a_fact("revenue", 30_000.0, (date(2024, 11, 14), date(2024, 11, 14))),
        a_fact("expected_revenue", 2_000.5, (date(2024, 11, 14), date(2024, 11, 14))),
        a_fact("revenue_change_percent", -13.4, format_="percentage"),
        a_fact("revenue_change_percent_without", 10.91, format_="percentage"),
    )
    table: list[tuple[str, str, tuple[Fact, ...], str | None, tuple[str, ...]]] = [
        ("growth", "growth_none", change(WHOLE, 500.0, 500.0), None, ()),
        ("growth", "growth_hardly", change(WHOLE, 500_000.0, 500_001.0), None, ()),
        ("growth", "growth_no_base", (a_fact("revenue", 512.3),), None, ()),
        ("growth", "growth_cut_base", (a_fact("revenue", 512.3), a_fact("known_revenue", 99.5, DAY)), None, ()),
        (
            "growth",
            "growth_first_sales",
            (a_fact("revenue", 512.3, segment=books), a_fact("revenue_of_first_day", 9.5, DAY, books)),
            None,
            (),
        ),
        ("growth", "growth_going_on", (a_fact("revenue", 512.3, DAY),), None, ()),
        ("growth", "growth_ended", ended, "down", ()),
        ("growth", "growth", longer, "up", ()),
        ("growth", "growth", change(WHOLE, 512.3, 0.0), "up", ()),
        ("growth", "growth", change(WHOLE, -512.3, 1500.0), "down", ()),
        ("no_data", "no_data", (nothing, a_fact("available_revenue", 9_999.5, HISTORY)), None, ()),
        ("no_data", "no_data_at_all", (nothing,), None, ()),
        ("detractor", "driver_core", core, "down", ()),
        ("detractor", "driver_core", from_category, "down", ()),
        (
            "driver",
            "began_segment",
            (a_fact("revenue", 88.5, segment=books), a_fact("revenue_of_first_day", 9.5, DAY, books)),
            "up",
            (),
        ),
        (
            "detractor",
            "ended_segment",
            (*change(books, 0.0, 88.5)[:2], a_fact("revenue_of_last_day", 7.5, (NOVEMBER[1], NOVEMBER[1]), books)),
            "down",
            (),
        ),
        ("year_ago", "year_ago", year_ago, "up", ()),
        ("year_ago", "year_ago_season", (*year_ago, *indices), "up", ()),
        ("breakdown", "breakdown", split, "down", ()),
        ("conversion", "conversion", rate, "down", ()),
        ("price", "price", price, "up", ()),
        ("price", "order_value", value, "up", ()),
        ("data_problem", "day_going_on", (a_fact("revenue", 240.5, DAY),), None, ()),
        ("nothing_unusual", "nothing_unusual", checked, None, ()),
        ("nothing_unusual", "nothing_unusual", checked[:1], None, ()),
        ("concentration", "concentration", (share, a_fact("revenue", 9_123.4, DECEMBER, books), index), None, ()),
        (
            "concentration",
            "share_shift",
            (
                share,
                a_fact("previous_share", 30.01, NOVEMBER, books, "percentage"),
                a_fact("share_change_points", 8.41, DECEMBER, books, "points"),
                index,
            ),
            "up",
            (),
        ),
        ("record", "best_day", record, "up", ()),
        ("record", "worst_month", month, "down", ()),
        ("trend", "trend", trend, "up", ()),
        ("trend", "trend_seasonal", trend, "up", ()),
        ("change_point", "change_point", level, "down", ()),
        ("change_point", "change_point_until", level, "down", ()),
        ("change_point", "change_point_recent", level, "down", ()),
        ("anomaly", "anomaly_spike", deviation, "up", ()),
        ("data_problem", "anomaly_duplicate_import", deviation, "up", ()),
        ("anomaly", "anomaly_level_shift", deviation, "up", ()),
        ("anomaly", "anomaly_dip", dip, "down", ()),
        ("data_problem", "anomaly_missing_data", dip, "down", ()),
        ("data_problem", "anomaly_partial_data", dip, "down", ()),
        ("anomaly", "anomaly_holiday", dip, "down", ("Boxing Day",)),
        ("single_order", "order_carries", carries, "up", ()),
        ("single_order", "order_carries", carries, "up", ("O-4711", "Jane")),
        ("single_order", "order_turns", turns, "down", ()),
        ("single_customer", "customer_carries", customer, "up", ()),
        ("single_customer", "customer_carries", customer, "up", ("Jane",)),
        ("adjusted_change", "adjusted_change", adjusted, "down", ()),
        ("forecast", "forecast", outlook, "up", ()),
        ("correlation", "correlation", correlation, None, ("Books", "Sports")),
        ("correlation", "correlation_lag", lagged, None, ("visits", "average_order_value")),
    ]
    claims = [
        Claim(f"{type_}:{i}", type_, "neutral", 0.5, None, facts, template, direction, names)  # type: ignore[arg-type]
        for i, (type_, template, facts, direction, names) in enumerate(table)
    ]
    return [growth(), driver(), driver("Garden", 200_000.0, 100_000.0), *claims]


EVERY_KIND = _all()
