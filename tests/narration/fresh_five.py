"""A fifth batch of sentences written without a look at the grammar, true and untrue."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "growth": (
        "Revenue for the month was $1,234,568 in December 2024, up 5.5% from November's $1,170,000.",
        "December 2024 sales were 5.5% up on November 2024, at $1,234,568.",
        "At approximately $1.23 million, December 2024 revenue represents a 5.5% increase on the month before.",
        "Revenue rose from about $1.17 million in November 2024 to about $1.23 million in December 2024.",
        "Revenue gained $64,567 in December 2024 compared with the previous month, a rise of 5.5%.",
        "In December 2024 the company earned revenue of $1,234,568, up by 5.5% on the prior month.",
    ),
    "driver": (
        "In December 2024, revenue from Books was $88,123, down by $31,877 from November 2024.",
        "Books revenue saw a 26.6% decline in December 2024, dropping to $88,123 from $120,000.",
        "Compared with November 2024, Books earned 26.6% less in December 2024, a total of $88,123.",
        "Books ended December 2024 with revenue of $88,123, a fall of 26.6% from $120,000.",
        "Revenue of Books amounted to $88,123 in December 2024, nearly 27% lower than a month earlier.",
        "The figure for Books was $88,123 in December 2024, against $120,000 in the previous month.",
        "Books lost more than a quarter of its revenue in December 2024.",
    ),
    "garden": ("Garden revenue rose from $100,000 in November 2024 to $200,000 in December 2024, doubling in size.",),
    "driver_core": (
        "Revenue of Books fell 26.6% to $88,123 in December 2024, with most of the decline coming from North "
        "(-$27,000).",
        "Books revenue was down $31,877 in December 2024, and North made up $27,000 of the decline.",
    ),
    "growth_none": ("Revenue in December 2024 was identical to November 2024, at $500.00.",),
    "growth_no_base": ("In December 2024, revenue amounted to $512.30; there is no earlier data to compare with.",),
    "growth_first_sales": ("Books began selling on December 20, 2024 and earned $512.30 in December 2024.",),
    "growth_ended": ("No revenue has come from Books since November 28, 2024, after $7,636 in November 2024.",),
    "no_data": ("For December 2024 there is no data; data exists from January 1, 2023 to November 30, 2024.",),
    "began_segment": ("Sales of Books began on December 20, 2024, bringing in $88.50 in December 2024.",),
    "ended_segment": ("Books brought in no revenue in December 2024, compared with $88.50 a month earlier.",),
    "year_ago": (
        "Revenue was $347,460 in December 2024, compared with $322,020 a year before, an increase of 7.9%.",
        "December 2024 revenue was $347,460, up 7.9% year on year.",
    ),
    "year_ago_season": (
        "Revenue was $347,460 in December 2024, 7.9% above December 2023; since January 2021, every December has "
        "brought in "
        "1.85 to 2.07 average months.",
    ),
    "breakdown": (
        "Books revenue fell by $21,856 in December 2024, with the number of orders down 20.9% to 1,437 and the "
        "average order "
        "value up 1.8% to $55.36.",
    ),
    "conversion": ("The conversion rate was 2.22% in December 2024, down 0.64 percentage points from November 2024.",),
    "price": ("Revenue per unit of Books was $142.50 in December 2024, compared with $101.18 in November 2024.",),
    "nothing_unusual": (
        "Nothing unusual was found in December 2024; 31 days, 5 categories and 4 regions were checked.",
    ),
    "concentration": (
        "Books brought in 38.4% of December 2024 revenue, or $9,123.",
        "With $9,123, Books accounted for 38.4% of revenue in December 2024.",
    ),
    "share_shift": ("Books' share of revenue went up from 30.0% in November 2024 to 38.4% in December 2024.",),
    "best_day": (
        "Revenue on December 20, 2024 reached $47,460, the highest since January 1, 2023.",
        "No other day since January 1, 2023 has had more revenue than December 20, 2024, with $47,460.",
    ),
    "worst_month": ("December 2024 was the weakest month since January 1, 2023, with revenue totalling $347,460.",),
    "trend": ("Books revenue grew by 12.3% over December 2024, or $15.50 a day.",),
    "change_point": (
        "Daily revenue dropped 38.9% to $7,676 on December 1, 2024 and has remained at that level since.",
    ),
    "change_point_recent": ("Daily revenue stepped down by 38.9% to $7,676 on December 1, 2024.",),
    "anomaly_spike": (
        "Revenue on December 20, 2024 was $47,460, which is $28,155 above the expected $19,305.",
        "With revenue of $47,460, December 20, 2024 was 145.8% above what was expected.",
    ),
    "anomaly_dip": ("Revenue was $0.00 on December 20, 2024, compared to the $19,305 that was expected.",),
    "anomaly_missing_data": (
        "Revenue was $0.00 on December 20, 2024 instead of $19,305 as expected; data may be missing.",
    ),
    "forecast": (
        "Revenue from January 1 to 30, 2025 is forecast to be $647,489, up 10.8% from $584,198.",
        "Revenue is expected to grow by 10.8% to around $647,500 from January 1 to 30, 2025.",
        "The forecast for January 1 to 30, 2025 is $647,489, with a 95% interval of $604,603 to $735,107.",
    ),
    "correlation": ("Books and Sports move together, with a correlation of 0.62.",),
    "correlation_lag": ("After visits rise, average order value tends to fall one day later (correlation -0.41).",),
}

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "growth": (
        ("number", "Revenue gained $64,567 in December 2024, a rise of almost 7%."),
        ("number", "Revenue rose from about $1.07 million in November 2024 to about $1.23 million in December 2024."),
        ("direction", "December 2024 sales were 5.5% down on November 2024, at $1,234,568."),
        ("direction", "Revenue in December 2024 suffered a change of 5.5%, to $1,234,568."),
        ("cause", "Enjoying strong demand, revenue rose 5.5% to $1,234,568 in December 2024."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024, mostly due to November 2024."),
        ("role", "Revenue outperformed November 2024 by $1,234,568 in December 2024."),
        ("role", "The company earned $64,567 in December 2024."),
        ("base", "Revenue of $1,234,568 in December 2024 was 5.5% higher than any month before."),
        ("rank", "No month had higher revenue than December 2024, at $1,234,568."),
        ("degree", "Revenue surged 5.5% to $1,234,568 in December 2024."),
        ("date", "Revenue reached $1,234,568 by the end of November 2024."),
        ("segment", "Only Books rose 5.5% to $1,234,568 in December 2024."),
        ("unit", "Revenue managed 5.5 times November's in December 2024."),
    ),
    "driver": (
        ("number", "Books kept two thirds of November's revenue in December 2024, at $88,123."),
        ("number", "Books revenue was just over half of the November figure in December 2024."),
        ("direction", "Books enjoyed revenue of $88,123 in December 2024, up from $120,000."),
        ("role", "Books lost $31,877 in December 2024, of which $88,123 was revenue."),
        ("unit", "Books earned $88,123 per unit in December 2024."),
        ("segment", "Books, which fell to $88,123 in December 2024, was the only category to decline."),
    ),
    "driver_core": (
        ("role", "Books earned $88,123 in December 2024, of which $27,000 was in North."),
        ("role", "North accounted for $27,000 of Books revenue in December 2024."),
        ("segment", "Books accounted for $27,000 of the $31,877 decline in North revenue in December 2024."),
        ("number", "North accounted for $27,000 of the $38,177 decline in Books revenue in December 2024."),
        ("direction", "North accounted for $27,000 of the $31,877 increase in Books revenue in December 2024."),
    ),
    "growth_no_base": (
        ("number", "Revenue amounted to $521.30 in December 2024, with no earlier data to compare with."),
    ),
    "year_ago_season": (
        ("number", "December has brought in about three times an average month every year since January 2021."),
        ("date", "Every December since January 2020 has brought in 1.85 to 2.07 average months."),
        ("season", "Revenue was $347,460 in December 2024, which was 1.85 times an average month."),
        ("season", "Revenue came to 1.85 times an average month in December 2024."),
        ("direction", "Revenue was $347,460 in December 2024, 7.9% below December 2023."),
    ),
    "breakdown": (
        (
            "role",
            "Books revenue fell by $21,856 in December 2024, partly offset by a 20.9% rise in average order value.",
        ),
        (
            "direction",
            "Books revenue fell by $21,856 in December 2024, as a higher average order value accounted for "
            "$22,900 of the decline.",
        ),
        ("role", "The average order value of Books added $22,900 in December 2024."),
        ("number", "Fewer orders accounted for $29,200 of the decline in revenue of Books in December 2024."),
    ),
    "price": (
        ("role", "Revenue of Books rose by $13,243 in December 2024."),
        ("direction", "Revenue per unit of Books fell to $142.50 in December 2024, from $101.18."),
    ),
    "nothing_unusual": (
        ("number", "Nothing unusual was found in December 2024; 31 days, 4 categories and 5 regions were checked."),
        ("segment", "Nothing unusual was found in December 2024 in any of the regions, with 31 days checked."),
    ),
    "concentration": (
        ("role", "Revenue of Books was 38.4% in December 2024."),
        ("number", "Books brought in over two thirds of December 2024 revenue."),
    ),
    "best_day": (
        ("role", "No other day since January 1, 2023 has had more revenue than December 20, 2024, with $25,010."),
        ("date", "No day since January 10, 2023 had more revenue than December 20, 2024, with $47,460."),
        ("direction", "Revenue on December 20, 2024 was lower than on any day since January 1, 2023, at $47,460."),
    ),
    "anomaly_spike": (
        ("role", "The expected revenue for December 20, 2024 was $28,155, but the actual figure was $47,460."),
        ("number", "Revenue on December 20, 2024 was just over $40,000, above the $19,305 expected."),
    ),
    "forecast": (
        ("direction", "Revenue is forecast to fall to $647,489 from January 1 to 30, 2025."),
        ("number", "Revenue is likely to fall between $640,603 and $735,107 from January 1 to 30, 2025."),
        ("lasting", "Revenue is forecast at $647,489 from January 1 to 30, 2025, a level that will last."),
    ),
    "correlation": (("degree", "Books and Sports are weakly correlated (correlation 0.62)."),),
}
