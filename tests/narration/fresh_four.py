"""A fourth batch of sentences written without a look at the grammar, true and untrue."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "growth": (
        "Revenue increased by 5.5% to $1,234,568 in December 2024, compared with $1,170,000 in the preceding month.",
        "Total revenue of $1,234,568 was recorded in December 2024, up 5.5% on the previous month.",
        "December 2024 revenue was up 5.5% month over month at $1.23 million.",
        "Sales in December 2024 were $1,234,568, an improvement of $64,567 over November 2024.",
        "In December 2024, revenue rose to $1,234,568 from $1,170,000, which is an increase of 5.5%.",
        "Revenue climbed by roughly 5.5 percent from November to December 2024, ending at $1,234,568.",
        "Following $1,170,000 in November 2024, revenue reached $1,234,568 in December 2024.",
        "Revenue in December 2024 was higher than in November 2024 by $64,567.",
        "Compared to a month earlier, revenue for December 2024 grew 5.5% to just under $1.24 million.",
    ),
    "driver": (
        "Revenue from Books decreased by 26.6%, falling from $120,000 in November 2024 to $88,123 in December 2024.",
        "Books generated $88,123 in December 2024, which is 26.6% lower than the prior month.",
        "Books had a revenue of $88,123 in December 2024, a drop of about $32,000 from the month before.",
        "With revenue of $88,123, Books was down 26.6% in December 2024 compared to November 2024.",
        "Sales of Books totaled just over $88,000 in December 2024, versus $120,000 in November 2024.",
        "The revenue of Books fell sharply in December 2024, by 26.6% to $88,123.",
        "Books recorded $31,877 less in revenue in December 2024 compared with the previous month.",
        "Books revenue contracted by 26.6% to $88,123 during December 2024.",
    ),
    "garden": (
        "Revenue of Garden grew twofold in December 2024, from $100,000 to $200,000.",
        "Garden brought in an extra $100,000 in December 2024, for a total of $200,000.",
    ),
    "driver_core": (
        "Revenue from Books fell by 26.6% to $88,123 in December 2024, mainly because of a $27,000 drop in North.",
        "Books declined by $31,877 in December 2024, largely in North, where revenue fell by $27,000.",
        "North accounted for $27,000 of the $31,877 decline in Books revenue in December 2024.",
    ),
    "north": ("North's revenue fell 25.0% to $900.50 in December 2024, mostly due to Books (down $280.10).",),
    "growth_none": ("Revenue in December 2024 remained at $500.00, the same level as in November 2024.",),
    "growth_hardly": ("Revenue was $500,000 in December 2024, little changed from $500,001 in November 2024.",),
    "growth_no_base": (
        "Revenue reached $512.30 in December 2024, but no earlier data exists for comparison.",
        "Revenue of $512.30 was generated in December 2024; there are no earlier figures to compare with.",
    ),
    "growth_cut_base": (
        "Revenue totaled $512.30 in December 2024, and with data starting only on December 20, 2024 there is no full "
        "earlier period to compare with.",
    ),
    "growth_first_sales": (
        "Books earned $512.30 in December 2024, with its first sales recorded on December 20, 2024.",
    ),
    "growth_going_on": ("Revenue is $512.30 so far on December 20, 2024, a day that is still in progress.",),
    "growth_ended": ("Books has had no sales since November 28, 2024, down from $7,636 in November 2024.",),
    "no_data": (
        "No data is available for December 2024, as data exists only from January 1, 2023 to November 30, 2024.",
    ),
    "began_segment": (
        "Books first recorded sales on December 20, 2024 and generated $88.50 in December 2024.",
        "Books contributed $88.50 in December 2024, with first sales on December 20, 2024.",
    ),
    "ended_segment": (
        "Books recorded no revenue in December 2024, down from $88.50 in November 2024, with the last sales on "
        "November "
        "30, 2024.",
    ),
    "year_ago": (
        "Revenue in December 2024 came to $347,460, 7.9% more than in December 2023.",
        "December 2024 revenue of $347,460 was up $25,440 on the same month in the previous year.",
        "Revenue increased 7.9% compared to the same month last year, reaching $347,460 in December 2024.",
    ),
    "year_ago_season": (
        "December 2024 revenue came to $347,460, 7.9% more than a year earlier; in every year since January 2021, "
        "December "
        "has generated 1.85 to 2.07 times an average month.",
    ),
    "breakdown": (
        "Books revenue fell by $21,856 in December 2024: a 20.9% decrease in orders accounted for $22,900 of the "
        "decline, "
        "while a 1.8% increase in average order value added $1,044.",
        "Orders of Books decreased from 1,817 to 1,437 in December 2024, while the average order value rose from "
        "$54.41 to "
        "$55.36.",
    ),
    "conversion": (
        "The conversion rate decreased by 0.64 percentage points, from 2.86% in November 2024 to 2.22% in December "
        "2024.",
        "Although visits increased by 6.0% in December 2024, orders fell by 18.2%, and the conversion rate declined to "
        "2.22%.",
    ),
    "price": (
        "Revenue per unit of Books came in at $142.50 in December 2024, an increase of 40.8% over November 2024.",
        "In December 2024, Books revenue per unit rose to $142.50 from $101.18, contributing $13,243 to revenue.",
    ),
    "day_going_on": ("December 20, 2024 is still ongoing and therefore left out, with revenue of $240.50 so far.",),
    "nothing_unusual": (
        "Nothing unusual stood out in December 2024 after 31 days, 5 categories and 4 regions were checked.",
        "There was nothing unusual in December 2024 across the 31 days, 5 categories and 4 regions checked.",
    ),
    "concentration": (
        "Books makes up 38.4% of all revenue in December 2024, totaling $9,123.",
        "In December 2024, Books generated 38.4% of revenue, or $9,123.",
        "A 38.4% share of revenue in December 2024 came from Books.",
    ),
    "share_shift": (
        "Books' share of revenue expanded by 8.4 percentage points in December 2024, to 38.4%.",
        "Revenue share of Books went from 30.0% in November 2024 to 38.4% in December 2024.",
    ),
    "best_day": (
        "December 20, 2024 saw the highest revenue since January 1, 2023, at $47,460.",
        "Revenue of $47,460 on December 20, 2024 exceeded the previous best of $25,010.",
        "The best day since January 1, 2023 came on December 20, 2024, when revenue reached $47,460.",
    ),
    "worst_month": (
        "Revenue fell to $347,460 in December 2024, making it the weakest month since January 1, 2023.",
        "With just $347,460, December 2024 was the worst month for revenue since January 1, 2023.",
    ),
    "trend": (
        "Books revenue followed an upward trend during December 2024, rising 12.3% over the period.",
        "Revenue of Books increased by an average of $15.50 per day in December 2024, or 12.3% over the period.",
    ),
    "change_point": (
        "Since December 1, 2024, daily revenue has averaged $7,676, a 38.9% decrease from $12,568.",
        "Daily revenue stepped down from $12,568 to $7,676 on December 1, 2024 and has stayed lower ever since.",
    ),
    "change_point_recent": ("On December 1, 2024, daily revenue fell 38.9%, from $12,568 to $7,676.",),
    "anomaly_spike": (
        "Revenue on December 20, 2024 was $47,460, compared to an expected $19,305.",
        "Revenue of $47,460 on December 20, 2024 was well above the $19,305 that was expected.",
        "On December 20, 2024, revenue spiked to $47,460, exceeding expectations by 145.8%.",
    ),
    "anomaly_dip": (
        "Revenue dropped to $0.00 on December 20, 2024, which is $19,305 less than expected.",
        "There was zero revenue on December 20, 2024 instead of the expected $19,305, mainly in Books in North "
        "(-$15,000).",
    ),
    "anomaly_duplicate_import": (
        "Revenue was $47,460 on December 20, 2024 compared with an expected $19,305, and some rows may have been "
        "imported "
        "twice.",
    ),
    "anomaly_holiday": (
        "Revenue was $0.00 on December 20, 2024, $19,305 below expectations, due to the Boxing Day holiday.",
    ),
    "forecast": (
        "Revenue is expected to reach $647,489 from January 1 to 30, 2025, an increase of 10.8% from $584,198.",
        "We project revenue of about $647,000 for January 1 to 30, 2025, up 10.8% on December 2 to 31, 2024.",
        "Revenue is forecast to total $647,489 from January 1 to 30, 2025 (95% range: $604,603 to $735,107).",
    ),
    "correlation": (
        "Books and Sports are positively correlated, with a coefficient of 0.62.",
        "There is a tendency for Books and Sports to move together (correlation 0.62).",
    ),
    "correlation_lag": (
        "When visits increase, average order value tends to decrease one day later, with a correlation of -0.41.",
        "Average order value tends to fall 1 day after visits rise (correlation -0.41).",
    ),
}

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "growth": (
        ("number", "Revenue in December 2024 was higher than in November 2024 by $74,567."),
        ("number", "Compared to a month earlier, revenue for December 2024 grew 5.5% to just under $1.35 million."),
        ("number", "Revenue grew by a fifth in December 2024, to $1,234,568."),
        ("unit", "Revenue in December 2024 came to $1,234,568 per day."),
        ("unit", "Revenue in December 2024 was higher by 64,567%."),
        ("direction", "Revenue in December 2024 was lower than in November 2024 by $64,567."),
        ("direction", "Following $1,170,000 in November 2024, revenue slipped to $1,234,568 in December 2024."),
        ("date", "Following $1,170,000 in November 2023, revenue reached $1,234,568 in December 2024."),
        ("date", "Revenue reached $1,234,568 in the first week of December 2024."),
        ("role", "Following $1,234,568 in November 2024, revenue reached $1,170,000 in December 2024."),
        ("role", "Revenue of $64,567 was recorded in December 2024, up 5.5% on the previous month."),
        ("segment", "Revenue in North increased by 5.5% to $1,234,568 in December 2024."),
        ("segment", "Online revenue increased by 5.5% to $1,234,568 in December 2024."),
        ("cause", "Strong demand pushed revenue up 5.5% to $1,234,568 in December 2024."),
        ("cause", "Revenue increased by 5.5% to $1,234,568 in December 2024, driven by new customers."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024 because more was sold."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024, mainly due to higher sales."),
        ("forecast", "Revenue should rise 5.5% to $1,234,568 in December 2024."),
        ("rank", "Revenue rose 5.5% to $1,234,568, the best December so far."),
        ("goal", "Revenue of $1,234,568 in December 2024 missed the goal by 5.5%."),
        ("entity", "Net income rose 5.5% to $1,234,568 in December 2024."),
        ("negation", "Revenue hardly changed in December 2024, at $1,234,568."),
    ),
    "driver": (
        ("number", "Books had a revenue of $88,123 in December 2024, a drop of about $42,000 from the month before."),
        ("direction", "Books recorded $31,877 more in revenue in December 2024 compared with the previous month."),
        ("role", "Books had a drop in revenue of $88,123 in December 2024."),
        ("role", "With revenue of $120,000, Books was down 26.6% in December 2024 compared to November 2024."),
        ("segment", "Books and Garden had revenue of $88,123 in December 2024."),
        ("unit", "Sales of Books totaled 88,123 units in December 2024."),
        ("points", "Books revenue contracted by 26.6 percentage points to $88,123 during December 2024."),
        ("cause", "Books fell 26.6% to $88,123 in December 2024, as prices were cut."),
        ("cause", "Books fell 26.6% to $88,123 in December 2024 after losing customers."),
        ("base", "Books fell 26.6% to $88,123 in December 2024, compared with the same month last year."),
    ),
    "driver_core": (
        ("segment", "South accounted for $27,000 of the $31,877 decline in Books revenue in December 2024."),
        ("role", "North accounted for $31,877 of the decline in Books revenue in December 2024."),
        ("direction", "Books declined by $31,877 in December 2024, largely in North, where revenue rose by $27,000."),
        ("number", "North accounted for half of the decline in Books revenue in December 2024."),
    ),
    "growth_no_base": (("direction", "Revenue increased to $512.30 in December 2024."),),
    "began_segment": (("number", "Books contributed $98.50 in December 2024, with first sales on December 20, 2024."),),
    "year_ago": (
        ("base", "Revenue increased 7.9% compared to the previous month, reaching $347,460 in December 2024."),
    ),
    "breakdown": (
        ("role", "Books revenue fell by $22,900 in December 2024."),
        ("direction", "Books revenue fell by $21,856 in December 2024, partly offset by a 20.9% decrease in orders."),
        ("role", "Orders of Books decreased from 1,437 to 1,817 in December 2024."),
    ),
    "conversion": (
        ("points", "The conversion rate decreased by 0.64 percent to 2.22% in December 2024."),
        ("cause", "The conversion rate declined to 2.22% in December 2024 because visits increased by 6.0%."),
    ),
    "price": (("unit", "Revenue per order of Books came in at $142.50 in December 2024."),),
    "nothing_unusual": (("segment", "Nothing unusual in December 2024 in Books, with 31 days checked."),),
    "concentration": (
        ("number", "In December 2024, Books generated 48.3% of revenue, or $9,123."),
        ("role", "Books fell short of 38.4% of revenue in December 2024."),
    ),
    "share_shift": (("points", "Books' share of revenue expanded by 8.4% in December 2024, to 38.4%."),),
    "best_day": (
        ("role", "Revenue of $47,460 on December 20, 2024 missed the previous best of $25,010."),
        ("rank", "December 20, 2024 was the best Friday since January 1, 2023, at $47,460."),
    ),
    "trend": (("number", "Revenue of Books increased by an average of $51.50 per day in December 2024."),),
    "change_point": (
        ("direction", "Since December 1, 2024, daily revenue has averaged $7,676, a 38.9% increase from $12,568."),
    ),
    "anomaly_spike": (
        ("direction", "On December 20, 2024, revenue dropped to $47,460, missing expectations by 145.8%."),
        ("cause", "Revenue of $47,460 on December 20, 2024 was above the $19,305 expected, thanks to a promotion."),
        ("base", "Revenue of $47,460 on December 20, 2024 was 145.8% above the day before."),
    ),
    "anomaly_holiday": (("cause", "Revenue was $0.00 on December 20, 2024, due to the weather."),),
    "forecast": (
        ("role", "Revenue reached $647,489 from January 1 to 30, 2025, an increase of 10.8%."),
        ("unit", "Revenue is forecast to total 647,489 orders from January 1 to 30, 2025."),
        ("date", "We project revenue of about $647,000 for January 2025 to March 2025."),
        ("cause", "Revenue is expected to reach $647,489 from January 1 to 30, 2025, thanks to the season."),
    ),
    "correlation": (("number", "Books and Sports are positively correlated, with a coefficient of 0.82."),),
    "correlation_lag": (("direction", "When visits increase, average order value tends to increase one day later."),),
}
