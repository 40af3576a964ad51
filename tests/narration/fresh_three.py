"""A third batch of sentences written without a look at the grammar, true and untrue."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "growth": (
        "Revenue grew to $1,234,568 in December 2024, up $64,567 (5.5%) from the previous month.",
        "In December 2024, total sales hit $1.23 million, up from $1.17 million the previous month.",
        "December 2024 delivered $1,234,568 in revenue, outperforming November 2024 by 5.5%.",
        "Revenue for December 2024 was $1,234,568, representing growth of 5.5% compared with November 2024.",
        "We saw revenue increase by 5.5% in December 2024 to a total of $1,234,568.",
        "Our revenue stood at $1,234,568 at the end of December 2024, 5.5% higher than the month before.",
        "Revenue in November 2024 was $1,170,000, and it rose to $1,234,568 in December 2024.",
        "Takings were up 5.5 percent in December 2024 against November, at a little over $1.23 million.",
        "December 2024's total revenue exceeded that of November 2024 by $64,567.",
        "The month of December 2024 ended with $1,234,568 in revenue, or 5.5% more than November.",
    ),
    "driver": (
        "Books underperformed in December 2024, bringing in $31,877 less than in November 2024.",
        "Revenue for the Books category decreased by 26.6% in December 2024, dropping from $120,000 to $88,123.",
        "Books contributed only $88,123 in December 2024, compared with $120,000 in November 2024.",
        "A decline of $31,877 left Books revenue at $88,123 in December 2024.",
        "Books posted a 26.6% drop in sales for December 2024, at $88,123.",
        "Books lost nearly $32,000 in revenue in December 2024, falling to roughly $88,000.",
        "Sales from the Books segment totaled $88,123 in December 2024, a 26.6% decline month over month.",
        "In the 31 days of December 2024, Books earned $88,123, down from $120,000.",
        "Revenue from Books came down significantly in December 2024, from $120,000 to $88,123.",
    ),
    "garden": (
        "Garden revenue surged 100% in December 2024, from $100,000 to $200,000.",
        "Garden generated $200,000 in December 2024, two times the $100,000 of November 2024.",
    ),
    "driver_core": (
        "Revenue of Books declined 26.6% to $88,123 in December 2024, driven mainly by North, which lost $27,000.",
        "The $31,877 decline in Books revenue in December 2024 was concentrated in North (-$27,000).",
        "Books revenue fell to $88,123 in December 2024, with the bulk of the decline in North (-$27,000).",
        "Books lost $31,877 in December 2024, of which $27,000 was in North.",
    ),
    "north": (
        "North saw a 25.0% decline to $900.50 in December 2024, largely from Books, which was down $280.10.",
        "Revenue in the North region dropped by $299.75 in December 2024, mostly from Books (-$280.10).",
    ),
    "growth_none": (
        "Revenue was the same in December 2024 as in November 2024, at $500.00.",
        "At $500.00, December 2024 revenue showed no change from the month before.",
    ),
    "growth_hardly": (
        "Revenue was almost flat in December 2024, at $500,000 compared to $500,001 the month before.",
        "December 2024 revenue of $500,000 was nearly the same as November 2024's $500,001.",
    ),
    "growth_no_base": (
        "Revenue came in at $512.30 for December 2024, and there is no prior data to compare this with.",
        "In December 2024, revenue was $512.30, with no historical data available for comparison.",
    ),
    "growth_cut_base": (
        "December 2024 revenue was $512.30; the data only starts on December 20, 2024, so it cannot be compared "
        "with an "
        "earlier period.",
    ),
    "growth_first_sales": (
        "Books recorded revenue of $512.30 in December 2024, having begun selling on December 20, 2024.",
        "Revenue for Books was $512.30 in December 2024, with the first sales on December 20.",
    ),
    "growth_going_on": ("Revenue so far on December 20, 2024 is $512.30, and the day is not over yet.",),
    "growth_ended": (
        "Revenue for Books has been zero since November 28, 2024.",
        "Since November 28, 2024, Books has had no sales, compared with $7,636 in November 2024.",
    ),
    "no_data": (
        "There's no data for December 2024; data is available from January 1, 2023 through November 30, 2024.",
    ),
    "began_segment": (
        "Books launched its first sales on December 20, 2024, generating $88.50 in December 2024.",
        "Sales for Books began on December 20, 2024 and totaled $88.50 in December 2024.",
    ),
    "ended_segment": (
        "Books did not bring in any revenue in December 2024, after earning $88.50 in November 2024.",
        "Books went from $88.50 in November 2024 to zero revenue in December 2024, with its last sales on November 30, "
        "2024.",
    ),
    "year_ago": (
        "December 2024 revenue was $347,460, a 7.9% year-over-year increase from $322,020.",
        "Revenue of $347,460 in December 2024 beat the same month of the previous year by $25,440.",
        "Revenue was 7.9% higher in December 2024 than in December 2023, at $347,460.",
        "Versus December 2023, revenue grew by just under 8% to $347,460 in December 2024.",
    ),
    "year_ago_season": (
        "Revenue was 7.9% higher than in December 2023, at $347,460 in December 2024; each December since January "
        "2021 has "
        "brought in 1.85 to 2.07 times as much as an average month.",
        "Revenue of $347,460 in December 2024 was 7.9% above the $322,020 of December 2023, and in every year since "
        "January 2021 December has been worth 1.85 to 2.07 average months.",
    ),
    "breakdown": (
        "Revenue of Books decreased by $21,856 in December 2024 compared to November 2024, with a 20.9% drop in orders "
        "partly offset by a 1.8% rise in the average order value.",
        "Books had 20.9% fewer orders in December 2024 (1,437), while the average order value was 1.8% higher at "
        "$55.36.",
        "The decline of $21,856 in Books revenue in December 2024 came from fewer orders (-$22,900), with average "
        "order "
        "value contributing +$1,044.",
    ),
    "conversion": (
        "The conversion rate declined from 2.86% to 2.22% in December 2024, with visits increasing by 6.0% and orders "
        "decreasing by 18.2%.",
        "In December 2024 the conversion rate stood at 2.22%, compared with 2.86% in November 2024.",
    ),
    "price": (
        "Books revenue per unit was up 40.8% in December 2024, reaching $142.50 versus $101.18 the previous month.",
        "Revenue per unit of Books grew to $142.50 in December 2024, from $101.18.",
    ),
    "day_going_on": ("The day of December 20, 2024 is still in progress, with $240.50 so far, and is left out.",),
    "nothing_unusual": (
        "We checked 31 days, 5 categories and 4 regions in December 2024 and found nothing unusual.",
        "Nothing unusual was detected in December 2024, with 31 days, 5 categories and 4 regions checked.",
    ),
    "concentration": (
        "Books was responsible for 38.4% of total revenue in December 2024.",
        "Of all revenue in December 2024, 38.4% came from Books ($9,123).",
        "About 38% of sales in December 2024 were from Books.",
    ),
    "share_shift": (
        "The share of Books in total revenue grew from 30.0% to 38.4% in December 2024, a gain of 8.4 percentage "
        "points.",
        "Books increased its share of revenue to 38.4% in December 2024, up from 30.0% in November 2024.",
    ),
    "best_day": (
        "Revenue peaked at $47,460 on December 20, 2024, the strongest day since January 1, 2023.",
        "With revenue of $47,460, December 20, 2024 surpassed the previous best day, which had $25,010.",
        "The highest revenue for any day since January 1, 2023 was $47,460, on December 20, 2024.",
    ),
    "worst_month": (
        "December 2024 had the lowest monthly revenue since January 1, 2023, with $347,460.",
        "At $347,460, revenue in December 2024 was lower than in any month since January 1, 2023.",
    ),
    "trend": (
        "Revenue of Books showed an upward trend in December 2024, growing by $15.50 per day, or 12.3% over the "
        "period.",
        "Books revenue has been on the rise in December 2024, climbing 12.3% over the month.",
    ),
    "change_point": (
        "Daily revenue dropped by 38.9% on December 1, 2024, from $12,568 to $7,676, and has stayed at that lower "
        "level "
        "since.",
        "Starting on December 1, 2024, daily revenue fell to an average of $7,676, compared with $12,568 previously.",
    ),
    "change_point_until": (
        "From December 1 until December 31, 2024, daily revenue was 38.9% lower, at $7,676 instead of $12,568.",
    ),
    "change_point_recent": ("Daily revenue was $7,676 from December 1, 2024, down 38.9% from $12,568.",),
    "anomaly_spike": (
        "December 20, 2024 was an unusual day, with revenue of $47,460 against the expected $19,305.",
        "Revenue exceeded the expected $19,305 by $28,155 on December 20, 2024.",
        "Revenue for December 20, 2024 was almost two and a half times the expected amount, at $47,460.",
        "At $47,460, revenue on December 20, 2024 was 145.8% above expectations.",
    ),
    "anomaly_dip": (
        "Revenue was zero on December 20, 2024, when $19,305 was expected, with Books in North accounting for "
        "$15,000 of "
        "the shortfall.",
        "On December 20, 2024, revenue came in 100% below the expected $19,305.",
    ),
    "anomaly_missing_data": (
        "Revenue was zero on December 20, 2024 compared to an expected $19,305, suggesting that data may be missing.",
    ),
    "anomaly_level_shift": (
        "Revenue jumped to $47,460 on December 20, 2024, 145.8% above the expected $19,305, marking the start of a new "
        "level.",
    ),
    "forecast": (
        "Revenue is set to reach $647,489 for the period January 1 to 30, 2025, up 10.8% from $584,198.",
        "The outlook for January 1 to 30, 2025 is revenue of $647,489, with a 95% range from $604,603 to $735,107.",
        "Revenue is anticipated to grow 10.8% to $647,489 from January 1 to January 30, 2025.",
        "With 95% confidence, revenue from January 1 to 30, 2025 will be between $604,603 and $735,107.",
    ),
    "correlation": (
        "Books and Sports tend to move in the same direction (correlation of 0.62).",
        "Sports tends to rise and fall with Books, with a correlation of 0.62.",
    ),
    "correlation_lag": (
        "When visits go up, average order value tends to go down one day later (correlation -0.41).",
        "Average order value tends to decline a day after visits increase, with a correlation of -0.41.",
    ),
}

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "growth": (
        ("number", "Revenue grew to $1,234,568 in December 2024, up $46,567 (5.5%) from the previous month."),
        ("number", "Revenue grew six and a half percent to $1,234,568 in December 2024."),
        ("role", "Our revenue stood at $64,567 at the end of December 2024, 5.5% higher than the month before."),
        ("role", "Revenue in November 2024 was $1,234,568, and it rose to $1,170,000 in December 2024."),
        ("direction", "December 2024 delivered $1,234,568 in revenue, trailing November 2024 by 5.5%."),
        ("direction", "We saw revenue decrease by 5.5% in December 2024 to a total of $1,234,568."),
        ("date", "Revenue for December 2025 was $1,234,568, representing growth of 5.5%."),
        ("date", "Revenue on December 31, 2024 was $1,234,568, up 5.5%."),
        ("unit", "Takings were up 5.5 percent in December 2024, at a little over 1.23 million orders."),
        ("unit", "Revenue of €1,234,568 in December 2024 was 5.5% higher than the month before."),
        ("base", "December 2024's total revenue exceeded that of December 2023 by $64,567."),
        ("segment", "North brought in $1,234,568 in December 2024, up 5.5%."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024 with holiday shopping."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024 as customers increased."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024 following more visits."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024, reflecting an increase in orders."),
        ("rank", "December 2024 was the best month with revenue of $1,234,568."),
        ("goal", "Revenue exceeded expectations by 5.5% in December 2024, at $1,234,568."),
        ("forecast", "Revenue rose 5.5% to $1,234,568 in December 2024 and will rise next month."),
        ("lasting", "Revenue has risen 5.5% every month, to $1,234,568 in December 2024."),
        ("advice", "Revenue rose 5.5% in December 2024, a good time to invest."),
        ("degree", "Revenue saw a slight uptick of 5.5% to $1,234,568 in December 2024."),
        ("rank", "Revenue rose 5.5% in December 2024, more than in any other month."),
    ),
    "driver": (
        ("number", "Books lost nearly $23,000 in revenue in December 2024."),
        ("number", "Books revenue was just under half of November's in December 2024."),
        ("direction", "Books contributed an extra $31,877 in December 2024, reaching $88,123."),
        ("segment", "Books in North posted a 26.6% drop in sales for December 2024, at $88,123."),
        ("segment", "All categories fell 26.6% to $88,123 in December 2024."),
        ("date", "In the 30 days of December 2024, Books earned $88,123."),
        ("role", "A decline of $88,123 left Books revenue at $31,877 in December 2024."),
        ("role", "Books earned $120,000 in December 2024."),
        ("unit", "Books posted a drop of 26.6 orders in December 2024."),
        ("share", "Books contributed 26.6% of revenue in December 2024."),
        ("cause", "Fewer customers led to a 26.6% decline in Books in December 2024."),
    ),
    "driver_core": (
        (
            "direction",
            "Revenue of Books declined 26.6% in December 2024, driven mainly by North, which gained $27,000.",
        ),
        ("number", "Books lost $31,877 in December 2024, of which $17,000 was in North."),
        ("role", "Books lost $31,877 in December 2024, with North at $27,000."),
    ),
    "growth_first_sales": (("date", "Books had its first sales on December 10, 2024, with $512.30 in December 2024."),),
    "growth_ended": (("direction", "Books has had growing revenue since November 28, 2024."),),
    "year_ago": (
        ("direction", "December 2024 revenue of $347,460 was 7.9% below December 2023."),
        ("role", "December 2023 revenue was $347,460, and it rose to $322,020 in December 2024."),
        ("points", "Revenue was 7.9 points higher in December 2024 than in December 2023."),
    ),
    "year_ago_season": (
        (
            "season",
            "Revenue was $347,460 in December 2024; December brings in 1.85 to 2.07 times as much as "
            "November every "
            "year.",
        ),
        ("season", "December 2024 revenue of $347,460 was 1.85 to 2.07 times December 2023."),
    ),
    "breakdown": (
        ("direction", "Books had 20.9% more orders in December 2024 (1,437)."),
        ("role", "The average order value of Books was 20.9% higher in December 2024, at $55.36."),
        ("unit", "Books had orders of $1,437 in December 2024."),
    ),
    "conversion": (
        ("number", "In December 2024 the conversion rate stood at 2.62%, compared with 2.86% in November 2024."),
        ("direction", "The conversion rate declined to 2.22% in December 2024, with visits decreasing by 6.0%."),
    ),
    "price": (("direction", "Books revenue per unit was down 40.8% in December 2024, reaching $142.50."),),
    "nothing_unusual": (("number", "We checked 13 days in December 2024 and found nothing unusual."),),
    "concentration": (
        ("segment", "Books was responsible for 38.4% of North revenue in December 2024."),
        ("number", "About 48% of sales in December 2024 were from Books."),
    ),
    "best_day": (
        ("direction", "Revenue bottomed at $47,460 on December 20, 2024, the weakest day since January 1, 2023."),
        ("date", "Revenue peaked at $47,460 on December 21, 2024, the strongest day since January 1, 2023."),
    ),
    "worst_month": (
        ("direction", "At $347,460, revenue in December 2024 was higher than in any month since January 1, 2023."),
        ("role", "No month since January 1, 2023 had higher revenue than December 2024, at $347,460."),
    ),
    "trend": (("number", "Books revenue climbed 21.3% over December 2024."),),
    "change_point_until": (
        ("date", "From December 1 until December 13, 2024, daily revenue was 38.9% lower, at $7,676."),
    ),
    "anomaly_spike": (
        ("number", "Revenue for December 20, 2024 was almost four times the expected amount, at $47,460."),
        ("role", "Revenue exceeded the expected $28,155 by $19,305 on December 20, 2024."),
        ("cause", "December 20, 2024 was an unusual day because of a holiday, with revenue of $47,460."),
    ),
    "anomaly_dip": (
        (
            "segment",
            "Revenue was zero on December 20, 2024, with Books in South accounting for $15,000 of the shortfall.",
        ),
        ("number", "Revenue was zero on December 20, 2024, when $13,905 was expected."),
    ),
    "forecast": (
        ("number", "Revenue is set to reach $674,489 for the period January 1 to 30, 2025."),
        ("number", "With 99% confidence, revenue from January 1 to 30, 2025 will be between $604,603 and $735,107."),
        ("role", "Revenue was $647,489 from January 1 to January 30, 2025."),
        ("base", "Revenue is anticipated to grow 10.8% to $647,489 from January 1 to 30, 2025, against January 2024."),
    ),
    "correlation": (
        ("number", "Books and Sports tend to move in the same direction (correlation of 0.26)."),
        ("segment", "Books and Toys tend to move in the same direction (correlation of 0.62)."),
    ),
    "correlation_lag": (("number", "When visits go up, average order value tends to go down two days later (-0.41)."),),
}
