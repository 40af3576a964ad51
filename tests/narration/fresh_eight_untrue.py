"""The untrue sentences of the eighth batch, each with one thing made false."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "growth": (
        ("number", "We saw revenue rise to $1.23 million in December 2024, up 55% month over month."),
        ("number", "Revenue went up by a little over 6% in December 2024, to $1.23 million."),
        ("unit", "Total revenue hit $1.2 billion in December 2024, 5.5% above November."),
        ("date", "In comparison with the previous quarter, revenue in December 2024 was 5.5% higher."),
        ("direction", "In comparison with the previous month, revenue in December 2024 was 5.5% lower."),
        ("role", "The business made $1,170,000 in December 2024, $64,567 more than in November."),
        ("cause", "With more visitors, revenue rose 5.5% to $1,234,568 in December 2024."),
        ("cause", "Strong Garden sales lifted revenue 5.5% to $1,234,568 in December 2024."),
        ("lasting", "Revenue rose 5.5% to $1,234,568 in December 2024, continuing its climb."),
        ("segment", "Revenue in North rose 5.5% to $1,234,568 in December 2024."),
        ("goal", "Revenue rose 5.5% to $1,234,568 in December 2024, above target."),
        ("base", "Revenue rose 5.5% to $1,234,568 in December 2024, more than expected."),
    ),
    "longer": (
        ("number", "Revenue grew by 1.3% in December 2024, while the average day was 3.0% weaker."),
        ("role", "Revenue on an average day was $506,500 in December 2024, 1.3% above November's."),
    ),
    "driver": (
        ("number", "Revenue from Books decreased by more than half in December 2024, to about $88,000."),
        ("number", "Books made about $23k less in December 2024 than in November 2024."),
        ("unit", "Books fell short of its November 2024 orders by 26.6% in December 2024."),
        ("date", "Books made about $32k less in December 2024 than in October 2024."),
        ("direction", "A rise of $31,877 left Books with revenue of $88,123 in December 2024."),
        ("segment", "In December 2024, revenue from the Toys category dropped to $88,123, 26.6% lower."),
        ("segment", "Books in North dropped to $88,123 in December 2024, 26.6% lower than a month earlier."),
        ("cause", "Books lost $31,877 in December 2024 to Garden, ending at $88,123."),
        ("role", "Revenue of Books fell by $88,123 in December 2024."),
        ("advice", "Books revenue was $88,123 in December 2024, down 26.6%, and deserves a review."),
    ),
    "garden": (
        ("number", "Garden revenue quadrupled in December 2024, to $200,000."),
        ("role", "Garden grew by $200,000 in December 2024, a 100% increase."),
        ("unit", "Garden grew by 100 points in December 2024, to $200,000."),
    ),
    "growth_none": (("number", "With $500.00, December 2024 brought in double the revenue of November 2024."),),
    "growth_hardly": (("date", "Revenue in December 2024 was $500,000, almost identical to December 2023."),),
    "growth_no_base": (("date", "Revenue reached $512.30 in December 2023; there are no previous figures."),),
    "growth_first_sales": (
        ("number", "Books generated $512.30 in December 2024, having recorded its tenth sale on December 20, 2024."),
    ),
    "growth_going_on": (("role", "As of now, revenue for December 20, 2024 is down to $512.30."),),
    "growth_ended": (("segment", "There has been no Garden revenue since November 28, 2024."),),
    "no_data": (("date", "Data is missing from January 1, 2023 to November 30, 2024; December 2024 is available."),),
    "driver_core": (
        ("role", "North revenue was $27,000 in December 2024, with Books down 26.6% to $88,123."),
        ("segment", "Most of the 26.6% decline in Books in December 2024 came from West, which was down $27,000."),
        (
            "number",
            "Books revenue dropped by $31,877 in December 2024, with North accounting for $17,000 of the decline.",
        ),
        (
            "direction",
            "Books revenue was down 26.6% to $88,123 in December 2024, primarily in North, which rose $27,000.",
        ),
    ),
    "north": (("number", "In December 2024, North revenue decreased by a fifth to $900.50."),),
    "began_segment": (("date", "Books made $88.50 in December 2024, with the first sale on December 2, 2024."),),
    "ended_segment": (("number", "Books had little revenue in December 2024, compared with $88.50 in November 2024."),),
    "year_ago": (
        ("date", "Revenue in December 2024 was $347,460, an increase of 7.9% on November 2024."),
        ("number", "December 2024 outperformed December 2023 by 9.7%, with revenue of $347,460."),
        ("direction", "Compared with a year ago, December 2024 revenue fell by $25,440 to $347,460."),
    ),
    "year_ago_season": (
        ("season", "December 2024 was worth 1.85 average months, with revenue of $347,460."),
        ("number", "Since January 2021, every December has brought in 18.5 to 20.7 average months."),
    ),
    "breakdown": (
        ("role", "A lower average order value reduced Books revenue by $22,900 in December 2024."),
        ("number", "Books had 29.0% fewer orders (1,437) in December 2024."),
        ("direction", "Books had 20.9% more orders (1,437) in December 2024."),
        ("role", "Orders fell to 1,817 in Books in December 2024, from 1,437 in November."),
    ),
    "conversion": (
        ("unit", "In December 2024 the conversion rate was 2.22%, 0.64% lower than in November."),
        ("role", "With visits down 18.2% and orders up 6.0%, the conversion rate fell to 2.22% in December 2024."),
        ("direction", "Conversion went up from 2.86% to 2.22% in December 2024."),
        ("segment", "In December 2024 the conversion rate of North was 2.22%."),
    ),
    "price": (
        ("unit", "Books earned $142.50 per customer in December 2024, up from $101.18 the previous month."),
        ("role", "Revenue per unit of Books increased by $142.50 in December 2024."),
        ("number", "Revenue per unit of Books increased by a quarter to $142.50 in December 2024."),
    ),
    "order_value": (
        ("direction", "The average order value of Books fell 40.8% to $142.50 in December 2024."),
        ("role", "The average order value of Books was $13,243 in December 2024."),
    ),
    "nothing_unusual": (
        (
            "number",
            "In December 2024, 31 days, 15 categories and 4 regions were checked and nothing unusual was found.",
        ),
        ("role", "No unusual activity was seen in December 2024, and revenue was stable over the 31 days."),
    ),
    "concentration": (
        ("unit", "Books makes up 38.4 points of revenue in December 2024."),
        ("number", "Books makes up more than 40% of all revenue in December 2024."),
        ("role", "In December 2024, 38.4% of revenue was lost by Books."),
        ("segment", "Books in North makes up 38.4% of revenue in December 2024."),
    ),
    "share_shift": (
        ("unit", "Books accounted for 38.4% of revenue in December 2024, 8.4% more than in November."),
        ("role", "The revenue share of Books grew by 38.4 percentage points in December 2024."),
        ("date", "The revenue share of Books grew from 30.0% in October 2024 to 38.4% in December 2024."),
    ),
    "best_day": (
        ("rank", "December 20, 2024 saw the highest daily revenue in company history, at $47,460."),
        ("number", "Revenue reached a new high of $47,460 on December 20, 2024, three times the previous best."),
        ("direction", "December 20, 2024 was the worst day since January 1, 2023, with $47,460."),
    ),
    "trend": (
        ("unit", "In December 2024, Books revenue was trending up by about 15.5% every day."),
        ("direction", "Revenue of Books showed a downward trend in December 2024, of 12.3% over the month."),
        ("lasting", "The upward trend of Books revenue has held since December 2024, at 12.3%."),
    ),
    "change_point": (
        ("number", "Daily revenue dropped by 48.9% on December 1, 2024, to $7,676."),
        ("role", "Revenue in December 2024 was $7,676, down from $12,568."),
        ("forecast", "Daily revenue dropped to $7,676 on December 1, 2024 and will keep falling."),
    ),
    "change_point_until": (
        ("lasting", "Daily revenue fell from $12,568 to $7,676 on December 1, 2024 and has not recovered since."),
    ),
    "anomaly_spike": (
        ("role", "On December 20, 2024, revenue exceeded the expected $47,460 by $28,155."),
        ("number", "Revenue on December 20, 2024 was 45.8% more than the expected $19,305."),
        ("direction", "Revenue on December 20, 2024 was unusually low at $47,460."),
        ("cause", "Holiday shopping took revenue on December 20, 2024 to $47,460, above the expected $19,305."),
        ("date", "On December 20, 2023, revenue exceeded the expected $19,305 by $28,155."),
    ),
    "anomaly_duplicate_import": (
        ("certain", "Revenue on December 20, 2024 was $47,460, as rows were imported again."),
    ),
    "anomaly_dip": (
        ("segment", "Revenue was zero on December 20, 2024, with most of the gap in Books in South (-$15,000)."),
        ("role", "Revenue fell by $15,000 to zero on December 20, 2024, against the $19,305 expected."),
    ),
    "anomaly_missing_data": (
        ("cause", "On December 20, 2024 revenue was zero against an expected $19,305, perhaps due to a strike."),
    ),
    "anomaly_holiday": (("number", "Boxing Day explains why revenue was $19,305 on December 20, 2024."),),
    "forecast": (
        ("role", "Revenue reached $647,489 from January 1 to 30, 2025, up 10.8% from $584,198."),
        ("number", "Revenue is forecast to increase by about 15% to $647,489 from January 1 to 30, 2025."),
        ("date", "Revenue is expected to reach $647,489 by January 15, 2025."),
        ("role", "Revenue is expected to reach $735,107 from January 1 to 30, 2025."),
        ("unit", "Orders are expected to reach 647,489 from January 1 to 30, 2025."),
    ),
    "correlation": (
        ("direction", "There is a negative correlation of 0.62 between Books and Sports."),
        ("cause", "Sports rises because Books does (correlation 0.62)."),
    ),
    "correlation_lag": (
        ("number", "When visits go up, average order value tends to go down two days later (correlation -0.41)."),
        ("role", "When average order value goes up, visits tend to go down the next day (correlation -0.41)."),
    ),
}
