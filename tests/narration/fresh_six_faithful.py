"""The faithful sentences of the sixth batch, written without a look at the grammar."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "growth": (
        "December 2024 closed at $1.23 million in revenue, 5.5% ahead of November.",
        "Compared to November 2024, revenue climbed 5.5% to about $1.2 million in December 2024.",
        "Month on month, revenue was up 5.5% in December 2024, reaching $1,234,568.",
        "We took $1,234,568 in December 2024 versus $1,170,000 the month before, an increase of 5.5%.",
        "Revenue came in at just over $1.23 million in December 2024, an improvement of roughly $64.6k on November.",
        "From $1.17 million in November, revenue moved up to $1.23 million in December 2024, which is 5.5% higher.",
        "Revenue increased by five and a half percent in December 2024 to $1,234,568, up from $1,170,000.",
        "A 5.5% rise took revenue to $1,234,568 in the month of December 2024.",
    ),
    "longer": (
        "Revenue edged up 1.3% to $506,500 in December 2024, although the average day was down 2.0%.",
        "December 2024 brought in $506,500 against November's $500,000, but per day that is 2.0% less, as December "
        "has 31 days and November 30.",
        "Revenue rose 1.3% to $506,500 in December 2024; with 31 days compared to 30, the average day slipped 2.0%.",
        "At $506,500, revenue in December 2024 was 1.3% higher than in November, while the average day fell by 2%.",
    ),
    "from_zero": (
        "Revenue reached $512.30 in December 2024 after none in November 2024.",
        "December 2024 saw revenue of $512.30, up from zero the month before.",
        "Revenue went from nothing in November 2024 to $512 in December 2024.",
    ),
    "negative": (
        "Revenue turned negative in December 2024, at -$512.30, down from $1,500 in November 2024.",
        "Revenue dropped by $2,012 to -$512.30 in December 2024, compared with $1,500 in November.",
        "After $1,500 in November 2024, revenue fell below zero to -$512.30 in December 2024.",
    ),
    "driver": (
        "Books took in $88,123 in December 2024, over a quarter less than in November.",
        "Revenue of Books was down by roughly $32k in December 2024, from $120k to $88k.",
        "Books saw its revenue shrink 26.6% month over month to $88,123 in December 2024.",
        "At $88,123, December 2024 revenue from Books was $31,877 short of November's $120,000.",
        "Books declined from $120,000 in November 2024 to just above $88,000 in December 2024.",
        "Sales of Books were 26.6% lower in December 2024 than in November 2024, a decrease of $31,877.",
    ),
    "garden": (
        "Garden doubled its revenue in December 2024, going from $100,000 to $200,000.",
        "Garden brought in twice as much in December 2024 as in November 2024: $200,000.",
        "Revenue of Garden went up by one hundred percent in December 2024 to $200,000.",
        "With $200,000 in December 2024, Garden added $100,000 compared to November.",
        "In December 2024, Garden's revenue stood at $200k, double the $100k of November.",
    ),
    "growth_none": (
        "December 2024 revenue matched November's, at $500.",
        "Revenue held flat at $500.00 in December 2024 compared to November 2024.",
        "There was no change in revenue in December 2024: it was $500, just as in November 2024.",
    ),
    "growth_hardly": (
        "Revenue was virtually unchanged in December 2024, at $500,000 compared to $500,001 in November.",
        "At $500,000, December 2024 revenue was practically level with November 2024.",
        "Revenue stayed at around half a million dollars in December 2024, nearly identical to November.",
    ),
    "growth_no_base": (
        "December 2024 revenue was $512.30, and there is no prior data to compare it to.",
        "Revenue came to about $512 in December 2024; a comparison is not possible, as no earlier data exists.",
        "With no earlier data available for comparison, revenue in December 2024 was $512.30.",
    ),
    "growth_cut_base": (
        "Revenue came to $512.30 in December 2024; because the data only starts on December 20, 2024, no full earlier "
        "period is available for comparison.",
        "Data starts on 20 December 2024, so the $512.30 of revenue in December 2024 has no complete period to be "
        "compared with.",
        "December 2024 shows revenue of $512.30, with data available only from December 20, 2024 onward.",
    ),
    "growth_first_sales": (
        "Books earned $512.30 in December 2024, with its first sales on December 20, 2024.",
        "Books made its first sales on 20 December 2024 and brought in $512.30 during the month.",
        "Having started selling on December 20, 2024, Books generated $512 in December 2024.",
    ),
    "growth_going_on": (
        "So far on December 20, 2024, revenue stands at $512.30, and the day is not over yet.",
        "Revenue on December 20, 2024 has reached $512.30 up to now; the day is still in progress.",
        "The day is still underway: revenue for December 20, 2024 is $512.30 to date.",
    ),
    "growth_ended": (
        "Books last sold before November 28, 2024 and has brought in nothing since; in November 2024 its revenue was "
        "$7,636.",
        "Since 28 November 2024, no revenue has come from Books, which had made $7,636 in November 2024.",
        "Books has not generated any revenue since November 28, 2024, after about $7.6k in November 2024.",
    ),
    "no_data": (
        "No data is available for December 2024; the data on hand runs from January 1, 2023 through November 30, 2024, "
        "with revenue of $10,000.",
        "December 2024 has no data, while revenue of about $10k is recorded between January 1, 2023 and November 30, "
        "2024.",
        "We have no data for December 2024; what we have covers January 1, 2023 to November 30, 2024.",
    ),
    "no_data_at_all": (
        "The store is empty, so there is nothing to show for December 2024.",
        "No data is available for December 2024 since the store holds none.",
    ),
    "driver_core": (
        "Books fell by 26.6% to $88,123 in December 2024, with most of the drop ($27,000) in North.",
        "Revenue of Books dropped $31,877 in December 2024 to $88,123, $27,000 of it in North.",
        "Books was down 26.6% from November in December 2024, at $88,123, and North accounted for $27,000 of the "
        "decline.",
        "In December 2024, Books lost $31,877 compared with November; North alone was $27,000 lower.",
        "The decrease in Books to $88,123 in December 2024 was concentrated in North (-$27,000).",
    ),
    "north": (
        "North slipped by a quarter to $900.50 in December 2024, mainly in Books, which was down $280.10.",
        "Revenue in North declined 25.0% from November to $900.50 in December 2024, mostly in Books (-$280.10).",
        "North earned roughly $900 in December 2024, about $300 less than the month before, the bulk of it from Books.",
        "Of North's $299.75 decline in December 2024, $280.10 came from Books.",
    ),
    "began_segment": (
        "Books had its first sales on December 20, 2024 and took in $88.50 in December 2024.",
        "New in December 2024, Books contributed $88.50 after its sales started on December 20, 2024.",
        "Books began to sell on December 20, 2024, bringing in about $89 by the end of December 2024.",
    ),
    "ended_segment": (
        "Books sold nothing in December 2024, compared to $88.50 in November 2024; the last sale was on November 30, "
        "2024.",
        "After $88.50 in November 2024, Books generated no revenue at all in December 2024, its last sales having been "
        "on November 30, 2024.",
        "Books' revenue dropped to zero in December 2024 from $88.50 in November; it last sold on November 30, 2024.",
    ),
    "year_ago": (
        "Year on year, revenue grew 7.9% to $347,460 in December 2024.",
        "December 2024 brought in $347,460, about $25k more than the same month last year.",
        "Revenue was 7.9% higher in December 2024 than a year earlier, at $347,460 versus $322,020.",
        "Compared to the previous December, revenue rose by nearly 8% to $347k in December 2024.",
        "Revenue of $347,460 in December 2024 beat the $322,020 of December 2023 by 7.9%.",
    ),
    "year_ago_season": (
        "December 2024 revenue of $347,460 was 7.9% above December 2023; each December since 2021 has been worth 1.85 "
        "to 2.07 average months.",
        "At $347,460, December 2024 was up 7.9% on the year before, and December usually brings in about twice an "
        "average month.",
        "Revenue rose 7.9% year over year to $347,460 in December 2024; December has been between 1.85 and 2.07 times "
        "an average month every year since January 2021.",
        "December is typically worth around two average months, and December 2024 came in at $347,460, 7.9% more than "
        "in December 2023.",
    ),
    "breakdown": (
        "Books revenue fell $21,856 in December 2024 compared to November: fewer orders (1,437, down 20.9%) took away "
        "$22,900, while a higher average order value ($55.36, up 1.8%) added $1,044.",
        "Revenue of Books was $21,856 lower in December 2024 than in November 2024, with the number of orders "
        "accounting for -$22,900 and the average order value for +$1,044.",
        "The number of orders in Books dropped 20.9% to 1,437 in December 2024, costing $22,900 of revenue, while "
        "average order value edged up 1.8% to $55.36.",
        "Books received 1,437 orders in December 2024, about a fifth fewer than in November, which accounts for "
        "-$22,900 of the $21,856 decline in revenue.",
        "In December 2024, orders of Books decreased from 1,817 to 1,437, and the average order value rose slightly "
        "from $54.41 to $55.36.",
    ),
    "conversion": (
        "Conversion slipped to 2.22% in December 2024 from 2.86% in November, as visits rose 6.0% and orders fell "
        "18.2%.",
        "The conversion rate was 0.64 percentage points lower in December 2024 than in November 2024, at 2.22%.",
        "While visits were up 6.0%, orders were down 18.2% in December 2024, leaving the conversion rate at 2.22%, "
        "compared to 2.86% the month before.",
        "Orders decreased by 18.2% in December 2024 even though visits grew by 6.0%; the conversion rate declined "
        "from 2.86% to 2.22%.",
        "Just over 2.2% of visits converted in December 2024, down from almost 2.9% in November.",
    ),
    "price": (
        "Each unit of Books brought in $142.50 in December 2024, compared to $101.18 in November, adding $13,243 to "
        "revenue.",
        "Revenue per unit for Books climbed by about 41% to $142.50 in December 2024.",
        "Books' revenue per unit was $142.50 in December 2024, 40.8% higher than the month before, worth about $13k "
        "in revenue.",
        "From $101.18 in November 2024, revenue per unit of Books increased to $142.50 in December 2024.",
    ),
    "order_value": (
        "The average order in Books was worth $142.50 in December 2024, up 40.8% on November.",
        "Average order value for Books jumped from $101.18 to $142.50 in December 2024, which added $13,243 of "
        "revenue.",
        "In December 2024, customers of Books spent $142.50 per order on average, versus $101.18 in November 2024.",
        "Books orders averaged $142.50 in December 2024, more than two fifths above November's $101.18.",
    ),
    "day_going_on": (
        "December 20, 2024 is not complete yet and has been left out; it stands at $240.50 so far.",
        "As December 20, 2024 is still running, its $240.50 so far is excluded.",
        "The current day, December 20, 2024, is excluded because it is still in progress ($240.50 to date).",
    ),
    "nothing_unusual": (
        "We checked 31 days, five categories and four regions for December 2024 and found nothing unusual.",
        "December 2024 shows nothing out of the ordinary across 31 days, 5 categories and 4 regions.",
        "No anomalies were found in December 2024 after checking 31 days, 5 categories and 4 regions.",
        "Everything looked normal in December 2024: all 31 days, 5 categories and 4 regions were checked.",
    ),
    "concentration": (
        "Books accounts for over a third of revenue in December 2024, with $9,123.",
        "At about $9k, Books contributed 38.4% of total revenue in December 2024.",
        "Of all revenue in December 2024, 38.4% came from Books.",
        "Books generated $9,123 in December 2024, or 38.4% of the total.",
        "Nearly two fifths of December 2024 revenue was earned by Books ($9,123).",
    ),
    "share_shift": (
        "Books grew its share of revenue by 8.4 percentage points to 38.4% in December 2024.",
        "Books made up 38.4% of revenue in December 2024, compared to 30.0% in November 2024.",
        "The share of revenue from Books increased to 38.4% in December 2024, from 30% a month earlier.",
        "In December 2024, 38.4% of revenue came from Books, up 8.4 points from November.",
    ),
    "best_day": (
        "December 20, 2024 was the best day since January 1, 2023, with revenue of $47,460; the previous best was "
        "$25,010.",
        "Revenue hit $47,460 on 20 December 2024, the highest for any day since January 1, 2023.",
        "The strongest day since January 1, 2023 was December 20, 2024, at about $47.5k.",
        "With $47,460, December 20, 2024 set a new daily record since January 1, 2023, beating the former best of "
        "$25,010.",
    ),
    "worst_month": (
        "December 2024 was the weakest month for revenue since January 1, 2023, at $347,460.",
        "At $347,460, December 2024 had the lowest monthly revenue since January 2023.",
    ),
    "trend": (
        "Books showed a rising trend in December 2024: revenue gained 12.3% over the period, or about $15.50 per day.",
        "Over December 2024, revenue of Books trended up by about 12%, roughly $15.50 a day.",
        "Revenue of Books grew through December 2024, up 12.3% overall at $15.50 a day.",
        "The trend in Books revenue was upward in December 2024, by 12.3% from start to end.",
    ),
    "trend_seasonal": (
        "Leaving the season of the year aside, Books revenue trended upward by 12.3% in December 2024.",
        "After adjusting for the season, revenue of Books rose by 12.3% over December 2024, or $15.50 a day.",
        "Seasonal effects aside, Books was on an upward trend in December 2024, gaining $15.50 each day.",
    ),
    "change_point": (
        "On December 1, 2024, daily revenue dropped from $12,568 to $7,676 and has remained at the lower level since.",
        "Daily revenue has been lower since December 1, 2024, at $7,676 compared with $12,568 before.",
        "Since 1 December 2024, daily revenue has been at $7,676, 38.9% below the earlier level of $12,568.",
        "Daily revenue shifted down by almost 39% on December 1, 2024, to about $7.7k, and it has not recovered since.",
    ),
    "change_point_until": (
        "Between December 1 and December 31, 2024, daily revenue was down 38.9%, from $12,568 to $7,676.",
        "Daily revenue stepped down to $7,676 from December 1 until December 31, 2024, compared to $12,568 before.",
    ),
    "change_point_recent": (
        "Daily revenue moved to a lower level on December 1, 2024, from about $12.6k to about $7.7k.",
        "A drop of 38.9% brought daily revenue from $12,568 to $7,676 on December 1, 2024.",
    ),
    "anomaly_spike": (
        "Revenue on December 20, 2024 was almost two and a half times the expected $19,305, at $47,460.",
        "On December 20, 2024, revenue spiked to $47,460, well above the $19,305 that was expected.",
        "December 20, 2024 brought in $28,155 more than expected, for a total of $47,460.",
        "At $47,460, revenue on Dec 20, 2024 exceeded expectations of $19,305 by 145.8%.",
        "An unusually high $47,460 was recorded on December 20, 2024, compared to an expected $19,305.",
    ),
    "anomaly_duplicate_import": (
        "Revenue of $47,460 on December 20, 2024 was 145.8% above the expected $19,305, so rows may have been imported "
        "twice.",
        "Some rows may have been imported more than once: revenue on December 20, 2024 was $47,460, against an "
        "expected $19,305.",
        "A duplicate import may have lifted revenue to $47,460 on December 20, 2024, compared with $19,305 expected.",
    ),
    "anomaly_level_shift": (
        "A new level began on December 20, 2024, when revenue reached $47,460, 145.8% above the $19,305 expected.",
        "Revenue moved to a new level on December 20, 2024, at $47,460 compared with an expected $19,305.",
    ),
    "anomaly_dip": (
        "No revenue was recorded on December 20, 2024, although $19,305 was expected; Books in North was $15,000 below "
        "expectations.",
        "Revenue was zero on December 20, 2024, falling short of the expected $19,305, mostly in Books in North "
        "(-$15,000).",
        "On December 20, 2024, revenue dropped to $0, all of the expected $19,305 missing, $15,000 of it in Books in "
        "North.",
    ),
    "anomaly_missing_data": (
        "There was no revenue on December 20, 2024, against $19,305 expected; either data is missing or the business "
        "was closed.",
        "With $0.00 on December 20, 2024 instead of the expected $19,305, data may be missing or the business may have "
        "been closed.",
        "Data may be missing for December 20, 2024, or the business was closed: revenue was $0 rather than the "
        "$19,305 expected.",
    ),
    "anomaly_partial_data": (
        "Some of the data for December 20, 2024 may be missing, as revenue was $0.00 versus $19,305 expected.",
        "Revenue on December 20, 2024 was 100% below the expected $19,305, possibly because part of the data is "
        "missing.",
    ),
    "anomaly_holiday": (
        "Boxing Day explains the $0.00 of revenue on December 20, 2024, compared to the $19,305 expected.",
        "On December 20, 2024 (Boxing Day), there was no revenue, $19,305 below what was expected, which the holiday "
        "explains.",
        "Because of the Boxing Day holiday, revenue on December 20, 2024 was zero instead of the expected $19,305.",
    ),
    "forecast": (
        "We expect revenue of about $647k from January 1 to 30, 2025, 10.8% more than the $584k of December 2 to 31, "
        "2024.",
        "Revenue is projected at $647,489 for January 1 to 30, 2025, with a 95% range of $604,603 to $735,107.",
        "The forecast for the first 30 days of January 2025 is $647,489, up 10.8% on the $584,198 of December 2 to 31, "
        "2024.",
        "Between January 1 and January 30, 2025, revenue is predicted to increase by 10.8% to $647,489 (95% "
        "interval: $604,603 to $735,107).",
        "Revenue should land between $604,603 and $735,107 with 95% confidence in the period of January 1 to 30, 2025.",
    ),
    "correlation": (
        "Books and Sports tend to move together, with a correlation of 0.62 from January 1, 2023 to November 30, 2024.",
        "Between January 1, 2023 and November 30, 2024, Sports tended to rise when Books did (correlation 0.62).",
        "Books and Sports are positively correlated (0.62) from January 1, 2023 to November 30, 2024.",
    ),
    "correlation_lag": (
        "Average order value tends to fall a day after visits rise (correlation -0.41, January 1, 2023 to November 30, "
        "2024).",
        "Visits and average order value move in opposite directions, with a lag of one day (correlation -0.41, from "
        "January 1, 2023 to November 30, 2024).",
        "From January 1, 2023 to November 30, 2024, higher visits tended to be followed a day later by lower average "
        "order value, a correlation of -0.41.",
    ),
}

REFUSED = {
    "Books last sold before November 28, 2024 and has brought in nothing since; in November 2024 its revenue was "
    "$7,636.": "`before` a day is no period of the claim",
    "Revenue of Books dropped $31,877 in December 2024 to $88,123, $27,000 of it in North.": "`it` may be the $88,123",
    "On December 20, 2024, revenue dropped to $0, all of the expected $19,305 missing, $15,000 of it in Books in "
    "North.": "`missing` is kept for data",
}
"""Sentences of these that are refused, and why."""
