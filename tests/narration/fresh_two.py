"""A second batch of sentences written without a look at the grammar, true and untrue."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "growth": (
        "Sales for the month of December 2024 amounted to $1,234,568, reflecting a 5.5% increase from the prior month.",
        "Turnover climbed from $1.17 million in November 2024 to $1.23 million in December 2024.",
        "December 2024 saw revenue of $1,234,568, a month-over-month rise of 5.5%.",
        "With $1,234,568 in December 2024, revenue was 5.5% ahead of the month before.",
        "Revenue in December 2024 outpaced November by $64,567, totalling $1,234,568.",
        "Between November and December 2024, revenue increased by about 5.5%, from $1,170,000 to $1,234,568.",
        "Total sales reached approximately $1.23 million in December 2024, compared to about $1.17 million in "
        "November.",
        "A 5.5% gain brought revenue to $1,234,568 in December 2024.",
        "For December 2024, the revenue figure was $1,234,568, slightly more than $64,000 above November.",
        "Revenue advanced five and a half percent to $1,234,568 over the course of December 2024.",
    ),
    "driver": (
        "Books revenue dropped by over 26% to $88,123 in December 2024.",
        "Income from Books shrank to $88,123 in December 2024, a reduction of $31,877 against November 2024.",
        "The category Books lost over a quarter of its revenue in December 2024, ending at $88,123.",
        "From November to December 2024, revenue of Books declined by $31,877, or 26.6%.",
        "Books took in $88,123 in December 2024, as opposed to $120,000 in November 2024.",
        "There was a notable decrease of 26.6% in Books revenue in December 2024 compared to the preceding month.",
        "Revenue for Books was $88,123 in December 2024, which represents a decline of 26.6% from the previous month's "
        "$120,000.",
        "Books saw its revenue fall by roughly 27% in December 2024.",
        "In December 2024, sales in Books came to $88,123, well below the $120,000 of a month earlier.",
    ),
    "garden": (
        "Garden doubled its revenue to $200,000 in December 2024.",
        "Garden sales jumped by $100,000 to $200,000 in December 2024, double the November figure.",
    ),
    "driver_core": (
        "Books fell 26.6% to $88,123 in December 2024, and most of that decline came from North (-$27,000).",
        "Of the $31,877 decline in Books revenue in December 2024, $27,000 came from North.",
        "Revenue of Books was $31,877 lower in December 2024 than in November 2024, with North alone down $27,000.",
    ),
    "north": (
        "Revenue in North fell by 25.0% to $900.50 in December 2024, with Books accounting for $280.10 of the decline.",
        "North generated $900.50 in December 2024, a quarter less than in November 2024, mainly due to Books "
        "(-$280.10).",
    ),
    "growth_none": (
        "There was no change in revenue from November to December 2024, with both at $500.00.",
        "Revenue stayed the same at $500.00 in December 2024 as in the month before.",
    ),
    "growth_hardly": (
        "Revenue in December 2024 was $500,000, practically identical to the $500,001 of the previous month.",
        "Revenue barely changed in December 2024, at $500,000 versus $500,001 in November 2024.",
    ),
    "growth_no_base": (
        "The business generated $512.30 in revenue in December 2024; no earlier figures are available for comparison.",
        "Revenue totaled $512.30 in December 2024, though there is no previous data to compare it with.",
    ),
    "growth_cut_base": (
        "Revenue was $512.30 in December 2024, but a comparison is not possible because data only starts on "
        "December 20, "
        "2024.",
    ),
    "growth_first_sales": (
        "Books brought in $512.30 in December 2024 after sales began on December 20, 2024.",
        "The first sales of Books came on December 20, 2024, with revenue totalling $512.30 in December 2024.",
    ),
    "growth_going_on": ("Revenue on December 20, 2024 amounts to $512.30 so far, as the day is still ongoing.",),
    "growth_ended": (
        "Books has not generated any revenue since November 28, 2024.",
        "Sales of Books stopped on November 28, 2024, after bringing in $7,636 in November 2024.",
    ),
    "no_data": (
        "Data is not available for December 2024, though it exists from January 1, 2023 to November 30, 2024.",
    ),
    "no_data_at_all": ("As the store is empty, no data is available for December 2024.",),
    "began_segment": (
        "Books started selling on December 20, 2024 and earned $88.50 by the end of December 2024.",
        "New in December 2024, Books brought in $88.50 after its sales began on December 20, 2024.",
    ),
    "ended_segment": (
        "Books had no sales in December 2024, compared with revenue of $88.50 in November 2024.",
        "The last sales of Books were on November 30, 2024, leaving it with no revenue in December 2024.",
    ),
    "year_ago": (
        "Revenue rose by 7.9% year on year, from $322,020 in December 2023 to $347,460 in December 2024.",
        "Compared with last year, revenue in December 2024 was up 7.9% at $347,460.",
        "December 2024 brought in $347,460, which is $25,440 above the same period last year.",
        "Annual growth in December revenue was 7.9%, reaching $347,460 in 2024.",
    ),
    "year_ago_season": (
        "December 2024 revenue was $347,460, up 7.9% from a year earlier; in each year since January 2021, "
        "December was "
        "worth 1.85 to 2.07 average months.",
        "Revenue reached $347,460 in December 2024, 7.9% above December 2023, in a month that brings in about twice as "
        "much as an average month every year.",
    ),
    "breakdown": (
        "Books revenue changed by -$21,856 in December 2024 compared with November 2024, with the number of orders "
        "accounting for -$22,900 and the average order value for +$1,044.",
        "In December 2024, Books had 1,437 orders, down 20.9% from November 2024, while the average order value "
        "rose 1.8% "
        "to $55.36.",
        "Orders for Books dropped from 1,817 in November 2024 to 1,437 in December 2024, which accounted for "
        "$22,900 of "
        "lost revenue.",
    ),
    "conversion": (
        "The conversion rate came in at 2.22% in December 2024, down from 2.86% a month earlier, with visits up "
        "6.0% and "
        "orders down 18.2%.",
        "Conversion dropped by 0.64 percentage points to 2.22% in December 2024.",
    ),
    "price": (
        "The price per unit of Books rose by 40.8% to $142.50 in December 2024, adding $13,243 to revenue.",
        "Revenue per unit for Books increased from $101.18 in November 2024 to $142.50 in December 2024, a rise of "
        "40.8%.",
    ),
    "day_going_on": ("Since December 20, 2024 is still going on, it was left out; revenue stands at $240.50 so far.",),
    "nothing_unusual": (
        "No anomalies were found in December 2024 after checking 31 days, 5 categories and 4 regions.",
        "In December 2024, 31 days, 5 categories and 4 regions were reviewed and nothing unusual was found.",
    ),
    "concentration": (
        "Books represents 38.4% of total revenue for December 2024, amounting to $9,123.",
        "More than a third of revenue in December 2024 came from Books, which earned $9,123.",
        "With a share of 38.4%, Books brought in $9,123 of revenue in December 2024.",
    ),
    "share_shift": (
        "Books' share of total revenue rose to 38.4% in December 2024, compared to 30.0% the month before.",
        "In December 2024, Books made up 38.4% of revenue, an increase of 8.4 percentage points over November 2024.",
    ),
    "best_day": (
        "December 20, 2024 recorded the highest daily revenue since January 1, 2023, at $47,460.",
        "At $47,460, revenue on December 20, 2024 was the highest of any day since January 1, 2023, beating the former "
        "best of $25,010.",
        "Revenue of $47,460 on December 20, 2024 topped the previous record of $25,010.",
    ),
    "worst_month": (
        "December 2024 was the month with the lowest revenue since January 1, 2023, at $347,460.",
        "Revenue came to just $347,460 in December 2024, the lowest monthly figure since January 1, 2023.",
    ),
    "trend": (
        "Books revenue trended higher in December 2024, increasing by 12.3% overall at a pace of $15.50 per day.",
        "Over December 2024, the trend in Books revenue was upward, with a gain of roughly 12%.",
    ),
    "trend_seasonal": (
        "Leaving the season of the year aside, Books revenue trended upward by 12.3% in December 2024.",
    ),
    "change_point": (
        "On December 1, 2024, daily revenue stepped down to $7,676 from $12,568, and it has stayed down since.",
        "Daily revenue fell by nearly 39% to $7,676 on December 1, 2024 and has not recovered since.",
    ),
    "change_point_recent": ("Daily revenue dropped from $12,568 to $7,676 on December 1, 2024, a decline of 38.9%.",),
    "anomaly_spike": (
        "Revenue on December 20, 2024 stood at $47,460, far above the expected level of $19,305.",
        "Revenue was $28,155 higher than expected on December 20, 2024, coming in at $47,460.",
        "We expected revenue of $19,305 on December 20, 2024, but it came in at $47,460.",
        "Actual revenue on December 20, 2024 was $47,460 versus an expected $19,305.",
    ),
    "anomaly_dip": (
        "Revenue fell to zero on December 20, 2024, well below the usual $19,305, with most of the shortfall in "
        "Books in "
        "North (-$15,000).",
        "There was no revenue on December 20, 2024, compared with the $19,305 expected.",
    ),
    "anomaly_duplicate_import": (
        "Revenue reached $47,460 on December 20, 2024, 145.8% more than the expected $19,305, possibly because "
        "rows were "
        "imported again.",
    ),
    "anomaly_holiday": (
        "Revenue was zero on December 20, 2024 against an expected $19,305, which is explained by the Boxing Day "
        "holiday.",
    ),
    "forecast": (
        "Revenue is projected to increase by 10.8% to $647,489 between January 1 and January 30, 2025.",
        "We expect revenue of roughly $647,500 for January 1 to 30, 2025, compared with $584,198 for December 2 to 31, "
        "2024.",
        "Revenue from January 1 to 30, 2025 is likely to fall between $604,603 and $735,107, with a central "
        "forecast of "
        "$647,489.",
        "A rise of just under 11% to $647,489 is forecast for January 1 to 30, 2025.",
    ),
    "correlation": (
        "There is a positive relationship between Books and Sports, with a correlation coefficient of 0.62.",
        "When Books revenue increases, Sports revenue tends to increase too (correlation 0.62).",
    ),
    "correlation_lag": (
        "An increase in visits tends to be followed by a decrease in average order value a day later (correlation "
        "-0.41).",
        "Visits and average order value show a negative correlation of -0.41, with average order value lagging by one "
        "day.",
    ),
}

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "growth": (
        ("number", "Turnover climbed from $1.07 million in November 2024 to $1.23 million in December 2024."),
        ("direction", "With $1,234,568 in December 2024, revenue was 5.5% behind the month before."),
        ("role", "Revenue in December 2024 outpaced November by $1,170,000, totalling $1,234,568."),
        ("date", "Between October and December 2024, revenue increased by about 5.5%, to $1,234,568."),
        ("unit", "Revenue advanced $5.5 to $1,234,568 over the course of December 2024."),
        ("points", "A 5.5 percentage point gain brought revenue to $1,234,568 in December 2024."),
        ("base", "Compared with last year, revenue rose 5.5% to $1,234,568 in December 2024."),
        ("segment", "Books revenue rose 5.5% to $1,234,568 in December 2024."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024 on strong demand."),
        ("cause", "Revenue rose 5.5% to $1,234,568 in December 2024 after the website relaunch."),
        ("cause", "Higher prices brought revenue to $1,234,568 in December 2024."),
        ("cause", "More orders brought revenue up 5.5% to $1,234,568 in December 2024."),
        ("goal", "Revenue of $1,234,568 in December 2024 was 5.5% above plan."),
        ("advice", "Revenue rose 5.5% to $1,234,568 in December 2024, so stock should be increased."),
        ("lasting", "Revenue rose 5.5% to $1,234,568 in December 2024 and has stayed at that level since."),
        ("rank", "Revenue rose 5.5% to $1,234,568 in December 2024, its highest level."),
        ("degree", "Revenue was dramatically higher in December 2024, at $1,234,568."),
        ("unit", "Daily revenue was $1,234,568 in December 2024."),
        ("role", "Revenue was $1,234,568 lower in December 2024."),
        ("role", "Revenue fell to $1,170,000 in November 2024, after $1,234,568."),
    ),
    "driver": (
        ("number", "Books revenue dropped by over 36% to $88,123 in December 2024."),
        ("number", "The category Books lost over half of its revenue in December 2024, ending at $88,123."),
        ("direction", "From November to December 2024, revenue of Books advanced by $31,877, or 26.6%."),
        ("role", "Books took in $120,000 in December 2024, as opposed to $88,123 in November 2024."),
        ("role", "From December to November 2024, revenue of Books declined by $31,877, or 26.6%."),
        ("segment", "The region Books lost $31,877 in December 2024."),
        ("cause", "Books lost $31,877 in December 2024, mainly due to lower prices."),
        ("role", "Revenue for Books was $88,123 in December 2024, 26.6% of the previous month's $120,000."),
    ),
    "driver_core": (
        ("role", "Of the $27,000 decline in Books revenue in December 2024, $31,877 came from North."),
        ("direction", "Books fell 26.6% to $88,123 in December 2024, although North rose by $27,000."),
        ("segment", "Books in North fell 26.6% to $88,123 in December 2024."),
    ),
    "north": (("segment", "Books fell by 25.0% to $900.50 in December 2024, mainly due to North (-$280.10)."),),
    "growth_hardly": (("direction", "Revenue rose to $500,000 in December 2024 from $500,001 in November 2024."),),
    "growth_cut_base": (("base", "Revenue was $512.30 in December 2024, more than in the prior period."),),
    "growth_ended": (
        ("cause", "Sales of Books stopped on November 28, 2024 because of low stock."),
        ("number", "Books has had no revenue since November 28, 2024, after $6,736 in November 2024."),
    ),
    "no_data": (("date", "Data is not available for December 2024, though it exists for January 2025."),),
    "year_ago": (
        ("base", "Revenue rose by 7.9% in December 2024 compared with November 2024, to $347,460."),
        ("number", "December 2024 brought in $347,460, which is $52,440 above the same period last year."),
    ),
    "year_ago_season": (
        (
            "season",
            "Revenue was $347,460 in December 2024, 7.9% above December 2023; in every month since January "
            "2021, "
            "December brought in 1.85 to 2.07 average months.",
        ),
        (
            "season",
            "Revenue was $347,460 in December 2024, 7.9% above December 2023; in every year since January 2021, "
            "November brought in 1.85 to 2.07 average months.",
        ),
        (
            "season",
            "Revenue was $347,460 in December 2024, 7.9% above December 2023; December 2024 brought in 2.07 "
            "average "
            "months.",
        ),
    ),
    "breakdown": (
        (
            "role",
            "Books revenue changed by -$21,856 in December 2024 compared with November 2024, with the number of "
            "orders accounting for +$1,044 and the average order value for -$22,900.",
        ),
        ("number", "Orders for Books dropped from 1,817 in November 2024 to 1,347 in December 2024."),
        ("cause", "Books revenue fell by $21,856 in December 2024 as customers ordered less often."),
        ("role", "Orders for Books fell by $22,900 in December 2024."),
    ),
    "conversion": (
        ("direction", "Conversion rose by 0.64 percentage points to 2.22% in December 2024."),
        ("role", "The conversion rate came in at 2.22% in December 2024, with visits down 18.2% and orders up 6.0%."),
    ),
    "price": (
        ("role", "The price per unit of Books rose by $13,243 to $142.50 in December 2024."),
        ("number", "Revenue per unit for Books increased from $111.18 in November 2024 to $142.50 in December 2024."),
    ),
    "nothing_unusual": (
        ("direction", "Anomalies were found in December 2024 in 5 categories and 4 regions."),
        ("date", "Nothing unusual was found in November 2024, with 31 days checked."),
    ),
    "concentration": (
        ("role", "Books earned $9,123 in December 2024, up 38.4%."),
        ("segment", "More than a third of revenue in December 2024 came from Garden, which earned $9,123."),
    ),
    "share_shift": (("role", "Revenue of Books rose to 38.4% in December 2024 from 30.0% in November 2024."),),
    "best_day": (
        ("role", "Revenue of $25,010 on December 20, 2024 topped the previous record of $47,460."),
        ("unit", "December 2024 was the best month since January 1, 2023, at $47,460."),
        ("unit", "No month since January 1, 2023 had higher revenue than December 20, 2024, at $47,460."),
    ),
    "trend": (
        ("direction", "Over December 2024, the trend in Books revenue was downward, with a loss of roughly 12%."),
    ),
    "change_point": (
        ("role", "On December 1, 2024, daily revenue stepped down to $12,568 from $7,676."),
        ("date", "Daily revenue fell by nearly 39% to $7,676 on December 10, 2024."),
        ("unit", "Weekly revenue fell by nearly 39% to $7,676 on December 1, 2024."),
    ),
    "change_point_recent": (("lasting", "Daily revenue dropped to $7,676 on December 1, 2024 and has stayed down."),),
    "anomaly_spike": (
        ("role", "We expected revenue of $47,460 on December 20, 2024, but it came in at $19,305."),
        ("role", "Revenue was $47,460 higher than expected on December 20, 2024."),
        ("direction", "Revenue was $28,155 lower than expected on December 20, 2024, coming in at $47,460."),
    ),
    "anomaly_holiday": (
        ("entity", "Revenue was zero on December 20, 2024, which is explained by the Christmas holiday."),
    ),
    "forecast": (
        ("role", "Revenue is likely to fall between $584,198 and $735,107 from January 1 to 30, 2025."),
        ("direction", "A fall of just under 11% to $647,489 is forecast for January 1 to 30, 2025."),
        ("date", "Revenue is projected to increase by 10.8% to $647,489 in February 2025."),
        ("lasting", "Revenue is forecast at $647,489 from January 1 to 30, 2025, and will continue to grow."),
    ),
    "correlation": (
        ("direction", "When Books revenue increases, Sports revenue tends to decrease (correlation 0.62)."),
    ),
    "correlation_lag": (("role", "Average order value leads visits by one day, with a correlation of -0.41."),),
}
