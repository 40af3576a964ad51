"""Sentences written without a look at the grammar, as a language model words findings: true ones and untrue ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "growth": (
        "Total revenue for December 2024 came in at $1,234,568, up 5.5% from $1,170,000 the month before.",
        "December 2024 closed with revenue of just over $1.23 million, an increase of 5.5% versus November.",
        "Revenue grew modestly to $1.23M in December 2024, roughly $64,600 more than in the prior month.",
        "In the month of December 2024, sales totalled $1,234,568, which represents a 5.5% increase over November "
        "2024.",
        "Revenue was up by nearly $65,000 in December 2024, rising from $1,170,000 to $1,234,568.",
        "The business posted revenue of $1,234,568 for December 2024, compared with $1,170,000 a month earlier.",
        "Overall sales saw a 5.5% uplift in December 2024, with the figure reaching $1,234,568.",
        "December's revenue of $1,234,568 was 5.5% higher than the $1,170,000 recorded in November.",
        "An additional $64,567 was earned in December 2024 relative to November, taking revenue to $1,234,568.",
    ),
    "driver": (
        "Books experienced a decline of 26.6% in December 2024, with revenue falling to $88,123.",
        "Revenue from Books was down by more than a quarter in December 2024, at $88,123.",
        "Sales of Books slid from $120,000 in November 2024 to just $88,123 in December 2024.",
        "The Books category earned $88,123 in December 2024, roughly $32,000 less than the previous month.",
        "Books suffered a sharp drop of 26.6%, from $120,000 to $88,123, in December 2024.",
        "At $88,123, Books revenue in December 2024 was just under three quarters of the November figure.",
        "Revenue of Books stood at $88.1K in December 2024, down 26.6 per cent month on month.",
        "In December 2024, Books generated $31,877 less revenue than it did in November 2024.",
    ),
    "garden": (
        "Revenue of Garden doubled in December 2024, going from $100,000 to $200,000.",
        "Garden revenue was twice as high in December 2024 as in November 2024, at $200,000.",
        "Garden enjoyed a 100% increase in revenue, reaching $200,000 in December 2024.",
    ),
    "driver_core": (
        "Revenue from Books declined by 26.6% to $88,123 in December 2024, with the North region responsible for "
        "$27,000 of the drop.",
        "Books revenue decreased by $31,877 in December 2024, primarily due to a $27,000 decline in North.",
        "Books brought in $88,123 in December 2024, $31,877 less than the month before, mostly because of North "
        "(-$27,000).",
    ),
    "growth_none": (
        "Revenue held steady at $500.00 in December 2024, unchanged from November 2024.",
        "December 2024 revenue was flat at $500.00 compared with the previous month.",
    ),
    "growth_hardly": (
        "Revenue remained virtually unchanged at $500,000 in December 2024 compared with the month before.",
        "At $500,000, revenue in December 2024 was essentially the same as in November 2024.",
    ),
    "growth_no_base": (
        "Revenue amounted to $512.30 in December 2024, but there is no earlier data to compare it against.",
        "December 2024 revenue stood at $512.30, with no prior period available for comparison.",
    ),
    "growth_cut_base": (
        "Revenue reached $512.30 in December 2024; since the data starts on December 20, 2024, no full prior period is "
        "available for comparison.",
    ),
    "growth_first_sales": (
        "Books generated $512.30 in December 2024, having made its first sales on December 20, 2024.",
        "Sales of Books started on December 20, 2024, and totaled $512.30 in December 2024.",
    ),
    "growth_going_on": ("So far on December 20, 2024, revenue has reached $512.30, with the day still in progress.",),
    "growth_ended": (
        "Books has recorded no revenue since November 28, 2024, after generating $7,636 in November 2024.",
        "There have been no sales of Books since November 28, 2024, following $7,636 in November 2024.",
    ),
    "no_data": (
        "There is no data available for December 2024; the available data covers January 1, 2023 to November 30, 2024.",
        "No data exists for December 2024, but data is available from January 1, 2023 to November 30, 2024, with total "
        "revenue of $10,000.",
    ),
    "began_segment": (
        "Books made its first sales on December 20, 2024 and contributed $88.50 in December 2024.",
        "After its first sale on December 20, 2024, Books earned $88.50 in December 2024.",
    ),
    "ended_segment": (
        "Books made no sales in December 2024, after $88.50 in November 2024, with its last sales on November 30, "
        "2024.",
        "Revenue from Books dropped to nothing in December 2024, compared to $88.50 in November 2024.",
    ),
    "year_ago": (
        "Revenue for December 2024 was $347,460, an increase of 7.9% on the same month last year.",
        "December 2024 revenue came to $347,460, $25,440 more than a year earlier.",
        "Year on year, revenue was up 7.9% in December 2024, at $347,460 versus $322,020 in December 2023.",
        "At $347,460, revenue in December 2024 exceeded the $322,020 of the same month a year ago by 7.9%.",
    ),
    "year_ago_season": (
        "Revenue in December 2024 was $347,460, 7.9% up on December 2023; every December since January 2021 has "
        "brought "
        "in between 1.85 and 2.07 times an average month.",
        "December 2024 revenue was 7.9% higher than the $322,020 of December 2023; December typically brings in 1.85 "
        "to 2.07 times as much as an average month.",
    ),
    "breakdown": (
        "Revenue of Books fell by $21,856 in December 2024 versus November 2024: fewer orders (1,437, down 20.9%) "
        "accounted for -$22,900, while a higher average order value ($55.36, up 1.8%) added $1,044.",
        "Books revenue declined by $21,856 in December 2024, as orders fell 20.9% to 1,437 while the average order "
        "value "
        "edged up 1.8% to $55.36.",
    ),
    "conversion": (
        "Conversion slipped to 2.22% in December 2024 from 2.86% in November 2024.",
        "The conversion rate was 2.22% in December 2024, 0.64 percentage points lower than in the previous month.",
        "While visits were up 6.0%, orders were down 18.2% in December 2024, and the conversion rate fell to 2.22%.",
    ),
    "price": (
        "Revenue per unit of Books climbed 40.8% in December 2024, from $101.18 to $142.50.",
        "The average revenue per unit for Books was $142.50 in December 2024, up from $101.18 in November 2024.",
        "Books earned $142.50 per unit in December 2024, 40.8% more than the month before.",
    ),
    "day_going_on": ("December 20, 2024 is not yet over and has been left out; revenue so far is $240.50.",),
    "nothing_unusual": (
        "Nothing out of the ordinary was found in December 2024 across 31 days, 5 categories and 4 regions.",
        "A check of 31 days, 5 categories and 4 regions in December 2024 found nothing unusual.",
    ),
    "concentration": (
        "Books accounted for over a third of revenue in December 2024, at 38.4%.",
        "Books contributed $9,123 in December 2024, equivalent to 38.4% of total revenue.",
        "Nearly two fifths of December 2024 revenue (38.4%) was generated by Books.",
    ),
    "share_shift": (
        "Books now accounts for 38.4% of revenue in December 2024, versus 30.0% in November 2024.",
        "Books grew its revenue share by 8.4 percentage points to 38.4% in December 2024.",
        "The share of revenue coming from Books increased from 30.0% to 38.4% between November and December 2024.",
    ),
    "best_day": (
        "No day since January 1, 2023 had higher revenue than December 20, 2024, at $47,460.",
        "December 20, 2024 was the best day for revenue since January 1, 2023, with $47,460 earned.",
        "Revenue hit a record $47,460 on December 20, 2024, well above the prior best of $25,010.",
    ),
    "worst_month": (
        "No month since January 1, 2023 had lower revenue than December 2024, at $347,460.",
        "Revenue of $347,460 in December 2024 was the weakest monthly result since January 1, 2023.",
    ),
    "trend": (
        "Revenue of Books rose steadily through December 2024, gaining about $15.50 a day.",
        "Throughout December 2024, Books revenue was on an upward trend, up 12.3% over the period.",
    ),
    "change_point": (
        "Average daily revenue dropped from $12,568 to $7,676 on December 1, 2024 and has remained lower since then.",
        "Since December 1, 2024, daily revenue has been 38.9% lower, at $7,676 compared with $12,568 before.",
    ),
    "change_point_until": (
        "Daily revenue fell 38.9% to $7,676 on December 1, 2024, a level that lasted until December 31, 2024.",
    ),
    "anomaly_spike": (
        "The expected revenue for December 20, 2024 was $19,305, but the actual figure was $47,460.",
        "Revenue on December 20, 2024 was more than double what was expected, at $47,460.",
        "Revenue surged to $47,460 on December 20, 2024, 145.8% higher than the expected $19,305.",
        "On December 20, 2024, revenue of $47,460 was recorded, $28,155 above what would normally be expected.",
    ),
    "anomaly_dip": (
        "No revenue was recorded on December 20, 2024, although $19,305 was expected, mostly in Books in North "
        "(-$15,000).",
        "Revenue dropped to zero on December 20, 2024, against an expectation of $19,305.",
    ),
    "anomaly_missing_data": (
        "Revenue was $0.00 on December 20, 2024, versus an expected $19,305, which may be due to missing data.",
    ),
    "forecast": (
        "Revenue is forecast to come in at $647,489 for January 1 to 30, 2025, up 10.8% from $584,198 between December "
        "2 and 31, 2024.",
        "For January 1-30, 2025, revenue is expected to be around $647,000, within a 95% range of $604,603 to "
        "$735,107.",
        "Revenue should rise by 10.8% to $647,489 in the period from January 1 to 30, 2025.",
        "The forecast points to revenue of $647,489 from January 1 to 30, 2025, a 10.8% increase.",
    ),
    "correlation": (
        "Books and Sports sales tend to rise and fall together, with a correlation of 0.62.",
        "Books and Sports show a positive correlation of 0.62 from January 1, 2023 to November 30, 2024.",
    ),
    "correlation_lag": (
        "Average order value tends to move in the opposite direction one day after visits change (correlation -0.41).",
        "Higher visits are typically followed by a lower average order value one day later (correlation -0.41).",
    ),
}

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "growth": (
        ("number", "Total revenue for December 2024 came in at $1,324,568, up 5.5% from $1,170,000 the month before."),
        ("number", "December 2024 closed with revenue of just over $1.33 million, an increase of 5.5%."),
        ("role", "Revenue was up by nearly $65,000 in December 2024, rising from $1,234,568 to $1,170,000."),
        ("direction", "Overall sales saw a 5.5% dip in December 2024, with the figure reaching $1,234,568."),
        ("date", "December's revenue of $1,234,568 was 5.5% higher than the $1,170,000 recorded in October."),
        ("base", "Revenue grew to $1.23M in December 2024, 5.5% more than in December 2023."),
        ("base", "Year on year, revenue rose 5.5% to $1,234,568 in December 2024."),
        ("cause", "A strong holiday season lifted revenue by 5.5% to $1,234,568 in December 2024."),
        ("degree", "Revenue skyrocketed by 5.5% to $1,234,568 in December 2024."),
        ("degree", "Revenue rose sharply by 5.5% to $1,234,568 in December 2024."),
        ("rank", "December 2024 was a record month with revenue of $1,234,568."),
        ("forecast", "Revenue rose 5.5% to $1,234,568 in December 2024 and this will last."),
        ("unit", "Revenue rose 5.5 points to $1,234,568 in December 2024."),
        ("entity", "Profit rose 5.5% to $1,234,568 in December 2024."),
    ),
    "driver": (
        ("number", "Books experienced a decline of 62.6% in December 2024, with revenue falling to $88,123."),
        ("number", "Revenue from Books was down by more than a third in December 2024, at $88,123."),
        ("direction", "Books enjoyed an increase of 26.6% in December 2024, with revenue at $88,123."),
        ("segment", "Sales of Toys slid from $120,000 in November 2024 to $88,123 in December 2024."),
        ("role", "Sales of Books amounted to $31,877 in December 2024, down 26.6%."),
        ("unit", "Books sold 31,877 fewer units in December 2024 than in November 2024."),
        ("cause", "Books lost $31,877 in December 2024 as customers turned to other products."),
        ("segment", "Books fell 26.6% to $88,123 in December 2024, worse than any other category."),
        ("degree", "Books revenue fell slightly by 26.6% to $88,123 in December 2024."),
        ("role", "Revenue of Books fell to 26.6% of November's in December 2024."),
    ),
    "garden": (
        ("number", "Revenue of Garden tripled in December 2024, to $200,000."),
        ("number", "Revenue of Garden rose 200% in December 2024, to $200,000."),
        ("direction", "Revenue of Garden halved in December 2024, going from $200,000 to $100,000."),
    ),
    "driver_core": (
        ("segment", "Revenue from Books declined by 26.6% to $88,123 in December 2024, with South responsible for it."),
        ("role", "Books revenue decreased by $27,000 in December 2024, mostly in North."),
        ("cause", "Books revenue decreased by $31,877 in December 2024, due to a store closure in North (-$27,000)."),
        ("role", "Books brought in $88,123 in December 2024, $31,877 of it in North."),
    ),
    "growth_none": (("direction", "Revenue rose to $500.00 in December 2024, up from November 2024."),),
    "growth_no_base": (("base", "Revenue amounted to $512.30 in December 2024, the same as the month before."),),
    "growth_ended": (
        ("forecast", "Books has recorded no revenue since November 28, 2024 and will not return."),
        ("date", "Books has recorded no revenue since November 18, 2024."),
    ),
    "no_data": (
        ("date", "There is no data available for November 2024."),
        ("role", "Revenue was zero in December 2024; data exists from January 1, 2023 to November 30, 2024."),
    ),
    "began_segment": (("date", "Books made its first sales on December 12, 2024 and contributed $88.50."),),
    "ended_segment": (("lasting", "Books made no sales in December 2024 and has been discontinued."),),
    "year_ago": (
        ("base", "Revenue for December 2024 was $347,460, an increase of 7.9% on the previous month."),
        ("direction", "Year on year, revenue was down 7.9% in December 2024, at $347,460."),
        ("role", "Revenue rose from $347,460 in December 2023 to $322,020 in December 2024."),
    ),
    "year_ago_season": (
        (
            "number",
            "Revenue in December 2024 was $347,460, 7.9% up on December 2023; every December since January 2021 "
            "has brought in between 2.85 and 3.07 times an average month.",
        ),
        (
            "direction",
            "Revenue in December 2024 was $347,460, 7.9% up on December 2023; December brings in less "
            "than an "
            "average month in every year.",
        ),
    ),
    "breakdown": (
        (
            "role",
            "Books revenue fell by $21,856 in December 2024, as orders fell 1.8% while the average order "
            "value rose "
            "20.9%.",
        ),
        ("direction", "Books revenue fell by $21,856 in December 2024, as orders rose 20.9% to 1,437."),
        ("unit", "Books revenue fell by $21,856 in December 2024, as orders fell 20.9% to $1,437."),
    ),
    "conversion": (
        ("points", "The conversion rate fell by 0.64% to 2.22% in December 2024."),
        ("direction", "The conversion rate fell to 2.22% in December 2024, as visits fell 6.0%."),
        ("role", "The conversion rate fell to 2.86% in December 2024 from 2.22% in November 2024."),
        ("cause", "The conversion rate fell to 2.22% in December 2024 because the website was slow."),
    ),
    "price": (
        ("role", "Books cost $101.18 per unit in December 2024, up from $142.50 in November 2024."),
        ("cause", "A price increase lifted revenue per unit of Books 40.8% to $142.50 in December 2024."),
        ("direction", "Revenue per unit of Books fell 40.8% to $142.50 in December 2024."),
    ),
    "nothing_unusual": (
        ("number", "Nothing unusual was found in December 2024 across 31 days, 15 categories and 4 regions."),
        ("role", "Nothing unusual was found in December 2024 across 31 days, 4 categories and 5 regions."),
        ("direction", "Revenue was unusual on 31 days in December 2024."),
    ),
    "concentration": (
        ("number", "Books accounted for over half of revenue in December 2024."),
        ("rank", "Books was the largest category in December 2024, with 38.4% of revenue."),
        ("direction", "Books' share rose to 38.4% of revenue in December 2024."),
    ),
    "share_shift": (
        ("points", "Books grew its revenue share by 8.4% to 38.4% in December 2024."),
        ("direction", "The share of Books fell from 38.4% to 30.0% in December 2024."),
    ),
    "best_day": (
        ("rank", "December 20, 2024 was the best day ever, with $47,460."),
        ("number", "No day since January 1, 2023 had higher revenue than December 20, 2024, at $57,460."),
        ("direction", "No day since January 1, 2023 had lower revenue than December 20, 2024, at $47,460."),
        ("role", "No day since January 1, 2023 had higher revenue than December 20, 2024, at $25,010."),
        ("date", "No day since January 1, 2024 had higher revenue than December 20, 2024, at $47,460."),
    ),
    "trend": (
        ("role", "Revenue of Books rose to $15.50 in December 2024."),
        ("forecast", "Revenue of Books rose by 12.3% in December 2024, and the trend will go on."),
    ),
    "change_point_until": (
        ("lasting", "Daily revenue fell 38.9% to $7,676 on December 1, 2024 and has stayed there since."),
    ),
    "anomaly_spike": (
        ("role", "The expected revenue for December 20, 2024 was $47,460, but the actual figure was $19,305."),
        ("number", "Revenue on December 20, 2024 was more than triple what was expected, at $47,460."),
        ("cause", "Revenue surged to $47,460 on December 20, 2024, 145.8% above the expected $19,305, due to a sale."),
        ("role", "Revenue surged by $47,460 on December 20, 2024, against an expected $19,305."),
    ),
    "anomaly_missing_data": (
        ("cause", "Revenue was $0.00 on December 20, 2024, versus an expected $19,305, because data is missing."),
    ),
    "forecast": (
        ("lasting", "Revenue is forecast to rise to $647,489 from January 1 to 30, 2025, and this will last."),
        ("role", "Revenue rose 10.8% to $647,489 from January 1 to 30, 2025."),
        ("number", "Revenue is expected to exceed $735,107 from January 1 to 30, 2025."),
        ("role", "Revenue is forecast at $604,603 from January 1 to 30, 2025."),
        ("cause", "Revenue is forecast to rise to $647,489 from January 1 to 30, 2025, as demand recovers."),
    ),
    "correlation": (
        ("cause", "Books sales drive Sports sales, with a correlation of 0.62."),
        ("unit", "Books and Sports tend to move together 62% of the time."),
    ),
    "correlation_lag": (
        ("direction", "Higher visits are followed by a higher average order value one day later (correlation -0.41)."),
        ("cause", "Higher visits cause a lower average order value one day later (correlation -0.41)."),
    ),
}
