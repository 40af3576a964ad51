"""An eighth batch of sentences written without a look at the grammar: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "growth": (
        "December 2024 revenue came in at $1,234,568, which represents growth of 5.5% over November 2024.",
        "We saw revenue rise to $1.23 million in December 2024, up 5.5% month over month.",
        "Compared with November 2024, the business made $64,567 more in December 2024, for a total of $1,234,568.",
        "Revenue went up by a little over 5% in December 2024, from $1.17 million to $1.23 million.",
        "Total revenue hit $1.2 million in December 2024, surpassing November's $1.17 million by 5.5%.",
        "In comparison with the previous month, revenue in December 2024 was 5.5% higher.",
    ),
    "longer": (
        "Revenue grew by 1.3% to $506,500 in December 2024, even though the average day was 2.0% weaker (31 days "
        "compared with 30).",
        "While December 2024 revenue of $506,500 was 1.3% above November's, revenue on an average day was 2% lower.",
    ),
    "from_zero": ("After a November 2024 without sales, revenue reached $512.30 in December 2024.",),
    "negative": ("Revenue sank from $1,500 in November 2024 to -$512.30 in December 2024.",),
    "driver": (
        "Books revenue was $88,123 in December 2024, down over 26% from $120,000 in November.",
        "A decline of $31,877 left Books with revenue of $88,123 in December 2024.",
        "In December 2024, revenue from the Books category dropped to $88,123, 26.6% lower than a month earlier.",
        "Books fell short of its November 2024 revenue by 26.6% in December 2024, bringing in $88,123.",
        "Revenue from Books decreased by more than a quarter in December 2024, to about $88,000.",
        "Books made about $32k less in December 2024 than in November 2024.",
    ),
    "garden": (
        "Garden revenue doubled in December 2024, rising from $100,000 in November to $200,000.",
        "Revenue of Garden in December 2024 was $200,000, twice that of November 2024.",
        "Garden grew by $100,000 in December 2024, a 100% increase over the previous month.",
    ),
    "growth_none": (
        "Revenue stayed exactly the same in December 2024 as in November 2024, at $500.00.",
        "With $500.00, December 2024 brought in the same revenue as November 2024.",
    ),
    "growth_hardly": (
        "Revenue in December 2024 was $500,000, almost identical to the $500,001 recorded in November.",
        "There was practically no change in revenue in December 2024, which came to $500,000.",
    ),
    "growth_no_base": (
        "Revenue reached $512.30 in December 2024; there are no previous figures for comparison.",
        "December 2024 generated $512.30 in revenue, with no earlier period to compare against.",
    ),
    "growth_cut_base": (
        "With data beginning on December 20, 2024, the $512.30 earned in December 2024 cannot be compared with a whole "
        "earlier period.",
    ),
    "growth_first_sales": (
        "Books generated $512.30 in December 2024, having recorded its first sale on December 20, 2024.",
        "Sales of Books started on December 20, 2024, bringing in $512.30 in December 2024.",
    ),
    "growth_going_on": (
        "Today, December 20, 2024, revenue has so far reached $512.30, with the day still ongoing.",
        "As of now, revenue for December 20, 2024 stands at $512.30, but the day is not over.",
    ),
    "growth_ended": (
        "There has been no Books revenue since November 28, 2024, after it earned $7,636 in November 2024.",
        "Sales of Books have been at zero since November 28, 2024.",
    ),
    "no_data": (
        "Data is missing for December 2024; what is available covers January 1, 2023 to November 30, 2024.",
        "No data was found for December 2024, although data exists from January 1, 2023 to November 30, 2024.",
    ),
    "no_data_at_all": ("There is no data available for December 2024, because the store contains no data.",),
    "driver_core": (
        "Books revenue dropped by $31,877 to $88,123 in December 2024, with North alone accounting for $27,000 of the "
        "decline.",
        "Most of the 26.6% decline in Books in December 2024 came from North, which was down $27,000.",
        "Books revenue was down 26.6% to $88,123 in December 2024, primarily in North, where it fell by $27,000.",
    ),
    "north": (
        "In December 2024, North revenue decreased 25% to $900.50, mainly from Books, which lost $280.10.",
        "North took in $900.50 in December 2024, $299.75 less than in November, with Books behind $280.10 of the drop.",
    ),
    "began_segment": (
        "Books is new in December 2024: sales began on December 20, 2024 and came to $88.50.",
        "Books made $88.50 in December 2024, with the first sale on December 20, 2024.",
    ),
    "ended_segment": (
        "Books had zero revenue in December 2024, compared with $88.50 in November 2024, and last sold on November 30, "
        "2024.",
        "Revenue of Books ceased in December 2024 after $88.50 in November 2024; the final sales came on November 30, "
        "2024.",
    ),
    "year_ago": (
        "Revenue in December 2024 was $347,460, an increase of 7.9% on December 2023's $322,020.",
        "Compared with a year ago, December 2024 revenue rose by $25,440 to $347,460.",
        "December 2024 outperformed December 2023 by 7.9%, with revenue of $347,460.",
    ),
    "year_ago_season": (
        "Revenue of $347,460 in December 2024 was 7.9% above last December; since January 2021, every December has "
        "brought in 1.85 to 2.07 average months.",
        "December 2024 revenue was $347,460, up 7.9% from December 2023, and December has always been worth roughly "
        "two average months.",
    ),
    "breakdown": (
        "Revenue of Books declined by $21,856 in December 2024, with fewer orders accounting for -$22,900 and a "
        "higher average order value adding $1,044.",
        "Books had 20.9% fewer orders (1,437) in December 2024, while the average order value was 1.8% higher at "
        "$55.36.",
        "The drop in orders to 1,437 reduced Books revenue by $22,900 in December 2024, while order value added "
        "$1,044.",
    ),
    "conversion": (
        "In December 2024 the conversion rate was 2.22%, 0.64 percentage points lower than in November.",
        "Conversion went down from 2.86% to 2.22% in December 2024, with 6.0% more visits but 18.2% fewer orders.",
        "With visits up 6.0% and orders down 18.2%, the conversion rate fell to 2.22% in December 2024.",
    ),
    "price": (
        "Revenue per unit of Books increased by two fifths to $142.50 in December 2024, adding about $13,000 in "
        "revenue.",
        "Books earned $142.50 per unit in December 2024, up from $101.18 the previous month.",
    ),
    "order_value": (
        "In December 2024, the average Books order was $142.50, versus $101.18 in November.",
        "The average order value of Books grew 40.8% to $142.50 in December 2024, contributing $13,243 to revenue.",
    ),
    "day_going_on": (
        "Since December 20, 2024 is still in progress, it has been left out; it has brought in $240.50 so far.",
    ),
    "nothing_unusual": (
        "In December 2024, 31 days, 5 categories and 4 regions were checked and nothing unusual was detected.",
        "No unusual activity was seen in December 2024 among the 31 days, 5 categories and 4 regions checked.",
    ),
    "concentration": (
        "Books makes up nearly 40% of all revenue in December 2024, with $9,123.",
        "In December 2024, Books provided 38.4% of the revenue.",
        "Books took a 38.4% share of revenue in December 2024, amounting to $9,123.",
    ),
    "share_shift": (
        "The revenue share of Books grew from 30.0% in November 2024 to 38.4% in December 2024.",
        "Books accounted for 38.4% of revenue in December 2024, 8.4 percentage points more than in November.",
        "Books gained 8.4 percentage points of revenue share in December 2024, reaching 38.4%.",
    ),
    "best_day": (
        "December 20, 2024 saw the highest daily revenue since January 1, 2023, at $47,460.",
        "Revenue reached a new high of $47,460 on December 20, 2024, well above the previous best of $25,010.",
        "December 20, 2024 set a record with $47,460, the best day since January 1, 2023.",
    ),
    "worst_month": ("December 2024 had revenue of $347,460, the weakest month since January 1, 2023.",),
    "trend": (
        "Revenue of Books showed an upward trend in December 2024, increasing by 12.3% over the month.",
        "In December 2024, Books revenue was trending up by about $15.50 every day.",
    ),
    "trend_seasonal": (
        "Apart from the season of the year, revenue of Books trended up 12.3% in December 2024.",
        "Books revenue trended upward by 12.3% in December 2024 once seasonality is removed.",
    ),
    "change_point": (
        "Daily revenue dropped by 38.9% on December 1, 2024, to $7,676, and has remained lower ever since.",
        "On December 1, 2024 daily revenue stepped down to $7,676 from $12,568 and has not gone back up.",
    ),
    "change_point_until": (
        "Daily revenue fell from $12,568 to $7,676 on December 1, 2024 and stayed there until December 31, 2024.",
    ),
    "change_point_recent": ("On December 1, 2024, daily revenue decreased from $12,568 to $7,676, or by 38.9%.",),
    "anomaly_spike": (
        "Revenue on December 20, 2024 was unusually high at $47,460, 145.8% more than the expected $19,305.",
        "On December 20, 2024, revenue exceeded the expected $19,305 by $28,155.",
        "At $47,460, revenue on December 20, 2024 was far higher than the $19,305 expected.",
    ),
    "anomaly_duplicate_import": (
        "Revenue on December 20, 2024 was $47,460 rather than the expected $19,305, which suggests that rows may have "
        "been imported again.",
    ),
    "anomaly_level_shift": (
        "Revenue stepped up to $47,460 on December 20, 2024, 145.8% above the expected $19,305, starting a new level.",
    ),
    "anomaly_dip": (
        "There was no revenue on December 20, 2024, 100% below the $19,305 expected, and most of the gap was in Books "
        "in North (-$15,000).",
        "Revenue fell to zero on December 20, 2024, against the $19,305 expected.",
    ),
    "anomaly_missing_data": (
        "On December 20, 2024 revenue was zero against an expected $19,305, so data could be missing or the business "
        "might have been closed.",
    ),
    "anomaly_partial_data": (
        "Part of the data may be missing for December 20, 2024, when revenue was $0.00 rather than the $19,305 "
        "expected.",
    ),
    "anomaly_holiday": (
        "Boxing Day explains why revenue was $0.00 on December 20, 2024, $19,305 below the expected level.",
    ),
    "forecast": (
        "Revenue is expected to reach $647,489 from January 1 to 30, 2025, up 10.8% from $584,198.",
        "Between January 1 and 30, 2025, we forecast revenue of $647,489, within a 95% range of $604,603 to $735,107.",
        "Revenue is forecast to increase by about 11% to $647,489 in the period from January 1 to 30, 2025.",
    ),
    "correlation": (
        "Sports tends to move in step with Books (correlation of 0.62 from January 1, 2023 to November 30, 2024).",
        "There is a positive correlation of 0.62 between Books and Sports from January 1, 2023 to November 30, 2024.",
    ),
    "correlation_lag": (
        "When visits go up, average order value tends to go down the next day (correlation -0.41).",
        "There is a negative correlation of -0.41 between visits and average order value one day later.",
    ),
}

REFUSED: dict[str, str] = {}
"""Sentences of these that are refused, and why."""
