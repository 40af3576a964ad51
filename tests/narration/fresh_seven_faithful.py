"""A seventh batch of sentences written without a look at the grammar: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "growth": (
        "The business ended December 2024 with $1.23 million in revenue, a 5.5% step up from the prior month.",
        "Up from $1.17 million, revenue for December 2024 landed at $1.23 million.",
        "Sales improved in December 2024, increasing by about 5.5% versus November to $1,234,568.",
        "An additional $64,567 came in during December 2024 compared with November, taking revenue to $1,234,568.",
        "December 2024's revenue of $1,234,568 outpaced November's by 5.5%.",
        "In December 2024 we earned about $1.2 million, roughly one eighteenth more than the month before.",
        "Revenue in December 2024 exceeded that of November 2024 by around $65k, at $1.23m.",
    ),
    "longer": (
        "Although total revenue increased 1.3% to $506,500 in December 2024, revenue per day fell by 2.0%.",
        "Revenue was $6,500 higher in December 2024 than in November, at $506,500, but the daily average declined "
        "2.0%.",
    ),
    "from_zero": ("November 2024 had no revenue, while December 2024 brought in $512.30.",),
    "negative": ("Revenue was -$512.30 in December 2024, a drop of $2,012 from the $1,500 of November 2024.",),
    "driver": (
        "Books contributed $88,123 in December 2024, which is 26.6% below its November level of $120,000.",
        "November's $120,000 in Books sales became $88,123 in December 2024, a slide of 26.6%.",
        "Books had a weaker December 2024, with revenue down nearly $32,000 to $88,123.",
        "Compared with the prior month, Books revenue contracted by just over 26% in December 2024.",
        "In December 2024, Books took a 26.6% hit and finished at $88,123.",
        "Books generated about $88k in December 2024, versus $120k a month earlier.",
    ),
    "garden": (
        "Garden saw a twofold increase in revenue, from $100,000 in November 2024 to $200,000 in December 2024.",
        "December 2024 revenue for Garden was two times that of November 2024, at $200,000.",
        "Garden's revenue surged 100% month on month to $200,000 in December 2024.",
    ),
    "growth_none": ("Revenue did not change between November and December 2024, at $500.00 in both months.",),
    "growth_hardly": (
        "Revenue barely moved, coming to $500,000 in December 2024 after $500,001 in November.",
        "December 2024 was in line with November 2024, with revenue of about $500k.",
    ),
    "growth_no_base": (
        "Revenue totaled $512.30 in December 2024, but without earlier data it cannot be compared.",
        "In December 2024 the business took $512.30; no comparison is possible for lack of earlier data.",
    ),
    "growth_cut_base": (
        "Revenue for December 2024 is $512.30, with no full previous period to compare, since data starts only on "
        "December 20, 2024.",
    ),
    "growth_first_sales": (
        "Books came to $512.30 in December 2024 after sales got going on December 20, 2024.",
        "The first Books sales were recorded on December 20, 2024, and December 2024 revenue reached $512.30.",
    ),
    "growth_going_on": (
        "Revenue has come to $512.30 so far today, December 20, 2024, and the day is still in progress.",
        "December 20, 2024 is not finished; so far it has brought in $512.30.",
    ),
    "growth_ended": (
        "Nothing has been sold in Books since November 28, 2024, following $7,636 in November 2024.",
        "Books has been without revenue since November 28, 2024, having earned $7,636 in November.",
    ),
    "no_data": (
        "December 2024 lies outside the available data, which runs from January 1, 2023 to November 30, 2024.",
        "There is data from January 1, 2023 to November 30, 2024 (revenue of $10,000), but none for December 2024.",
    ),
    "no_data_at_all": ("With an empty store, there is no data to report for December 2024.",),
    "driver_core": (
        "Revenue of Books declined 26.6% to $88,123 in December 2024, chiefly because of North (-$27,000).",
        "Books brought in $31,877 less in December 2024 than in November, and $27,000 of that shortfall was in North.",
        "North was responsible for $27,000 of the $31,877 that Books lost in December 2024.",
    ),
    "north": (
        "North's revenue came down by 25% to $900.50 in December 2024, with Books making up $280.10 of the decline.",
        "Revenue in North was about a quarter lower in December 2024, at $900.50, largely due to Books (-$280.10).",
    ),
    "began_segment": (
        "Books started selling on December 20, 2024 and generated $88.50 over the month of December 2024.",
        "With sales starting on December 20, 2024, Books added $88.50 in December 2024.",
    ),
    "ended_segment": (
        "Books went from $88.50 in November 2024 to no revenue in December 2024; its final sale was on November 30, "
        "2024.",
        "There were no sales of Books in December 2024, whereas November 2024 had $88.50.",
    ),
    "year_ago": (
        "December 2024 was $25,440 ahead of December 2023, with revenue of $347,460.",
        "Against the same month a year ago, revenue gained 7.9%, reaching $347,460 in December 2024.",
        "Revenue for December 2024 was up almost 8% year on year.",
    ),
    "year_ago_season": (
        "Revenue came to $347,460 in December 2024, 7.9% more than the year before; December is usually worth about "
        "two average months.",
        "Every December since 2021 has earned between 1.85 and 2.07 times an average month, and December 2024 beat "
        "the last one by 7.9%.",
    ),
    "breakdown": (
        "Books revenue shrank by $21,856 in December 2024, as orders fell by a fifth to 1,437.",
        "A 20.9% drop in orders cost Books $22,900 in December 2024, only partly offset by a 1.8% higher average "
        "order value.",
        "There were 1,437 orders of Books in December 2024 against 1,817 in November 2024, while the average order "
        "value went from $54.41 to $55.36.",
    ),
    "conversion": (
        "The share of visits that converted declined to 2.22% in December 2024 from 2.86% in November 2024.",
        "Visits grew by 6.0% and orders shrank by 18.2% in December 2024, so the conversion rate dropped by 0.64 "
        "percentage points to 2.22%.",
        "December 2024's conversion rate of 2.22% was about two thirds of a point below November's 2.86%.",
    ),
    "price": (
        "A unit of Books earned $142.50 on average in December 2024, up by 40.8% from $101.18.",
        "Revenue per unit in Books went from $101.18 to $142.50 in December 2024, which lifted revenue by $13,243.",
    ),
    "order_value": (
        "Books customers spent $142.50 per order in December 2024, 40.8% more than in November.",
        "At $142.50, the average order value in Books was $41.32 above November's in December 2024.",
    ),
    "day_going_on": ("December 20, 2024 is left out because the day has not ended; revenue so far is $240.50.",),
    "nothing_unusual": (
        "All 31 days of December 2024 were checked across 5 categories and 4 regions without any unusual findings.",
        "Nothing stood out in December 2024 after a check of 31 days, 5 categories and 4 regions.",
    ),
    "concentration": (
        "Books is responsible for 38.4% of December 2024 revenue, or $9,123.",
        "More than a third of revenue in December 2024 ($9,123) was generated by Books.",
        "Books represents almost 40% of revenue in December 2024.",
    ),
    "share_shift": (
        "Books now accounts for 38.4% of revenue in December 2024, having been at 30.0% in November 2024.",
        "Books' slice of revenue widened from 30.0% to 38.4% in December 2024.",
        "An 8.4-point gain brought the share of Books to 38.4% of revenue in December 2024.",
    ),
    "best_day": (
        "No day since January 1, 2023 brought in more revenue than December 20, 2024, at $47,460.",
        "December 20, 2024 topped every day since January 1, 2023, with $47,460 in revenue.",
        "The $47,460 taken on December 20, 2024 broke the previous record of $25,010.",
    ),
    "worst_month": ("Since January 1, 2023 no month has had less revenue than December 2024, with $347,460.",),
    "trend": (
        "Revenue of Books climbed over the course of December 2024, ending the period 12.3% higher.",
        "Books gained an average of $15.50 in revenue per day in December 2024, a 12.3% upward trend.",
    ),
    "trend_seasonal": (
        "Excluding seasonality, Books revenue rose by 12.3% in December 2024.",
        "Seasonally adjusted, revenue of Books increased 12.3% over December 2024.",
    ),
    "change_point": (
        "Average daily revenue fell to $7,676 on December 1, 2024 from $12,568, and it has stayed at that level.",
        "From December 1, 2024 onward, daily revenue has been about $7.7k rather than $12.6k.",
    ),
    "change_point_until": (
        "Daily revenue was lower from December 1 to 31, 2024, at $7,676 instead of the former $12,568.",
    ),
    "change_point_recent": ("Daily revenue shifted from $12,568 to $7,676 on December 1, 2024, a decline of 38.9%.",),
    "anomaly_spike": (
        "Revenue jumped to $47,460 on December 20, 2024, more than double what was expected.",
        "With $47,460, December 20, 2024 came in $28,155 over the expected level.",
        "December 20, 2024 stands out: revenue of $47,460 was 145.8% higher than expected.",
    ),
    "anomaly_duplicate_import": (
        "On December 20, 2024 revenue came to $47,460, more than twice the $19,305 expected, which may point to rows "
        "imported twice.",
    ),
    "anomaly_level_shift": (
        "December 20, 2024 marked the beginning of a new level, with revenue of $47,460 against $19,305 expected.",
    ),
    "anomaly_dip": (
        "Revenue on December 20, 2024 was nil, $19,305 short of expectations, with Books in North down $15,000.",
        "The expected $19,305 did not materialize on December 20, 2024, when revenue was $0.00.",
    ),
    "anomaly_missing_data": (
        "There was no revenue on December 20, 2024 when $19,305 was expected, possibly due to missing data or a "
        "closure.",
    ),
    "anomaly_partial_data": (
        "Revenue was $0.00 on December 20, 2024 instead of the expected $19,305; some data might not have arrived.",
    ),
    "anomaly_holiday": (
        "There was no revenue on December 20, 2024 because it was Boxing Day; $19,305 would have been expected.",
    ),
    "forecast": (
        "For January 1 to 30, 2025, the model forecasts revenue of $647,489, an increase of 10.8%.",
        "Expect revenue of roughly $647k from January 1 to 30, 2025, most likely between $605k and $735k.",
        "Revenue is likely to grow 10.8% to around $650k in the 30 days from January 1 to 30, 2025.",
    ),
    "correlation": (
        "When revenue of Books goes up, Sports usually follows suit (correlation 0.62, January 1, 2023 to November 30, "
        "2024).",
        "Books and Sports moved in the same direction from January 1, 2023 to November 30, 2024, with a moderate "
        "correlation of 0.62.",
    ),
    "correlation_lag": (
        "A rise in visits tends to be followed by a drop in average order value one day later (correlation -0.41).",
        "Average order value moves opposite to visits with a delay of one day (correlation -0.41).",
    ),
}

REFUSED = {
    "In December 2024, Books took a 26.6% hit and finished at $88,123.": "`hit` is read as `reached`",
    "December 2024's conversion rate of 2.22% was about two thirds of a point below November's 2.86%.": "a part of a "
    "point is no figure",
    "At $142.50, the average order value in Books was $41.32 above November's in December 2024.": "computed: no fact",
    "The expected $19,305 did not materialize on December 20, 2024, when revenue was $0.00.": "denies",
}
"""Sentences of these that are refused, and why."""
