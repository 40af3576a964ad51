"""A thirteenth batch, about a wine merchant, written without a look at the grammar: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "quarter": (
        "Revenue declined 14.4% to $1.48 million in Q3 2024, from $1.73 million in the second quarter.",
        "Third-quarter 2024 revenue came in at $1,482,300, which is 14.4% less than in the quarter before.",
        "Quarterly revenue dropped by $249,600 to $1,482,300 in Q3 2024.",
        "Revenue eased from $1.73M in Q2 2024 to $1.48M in Q3 2024, a decrease of 14.4%.",
        "In the third quarter of 2024, revenue was down roughly 14% quarter over quarter, at $1.48 million.",
        "Revenue in Q3 2024 was a little over 14% lower than in Q2 2024.",
    ),
    "to_date": (
        "Revenue so far this quarter, from October 1 to November 15, 2024, rose 18.2% to $903,410 from $764,200.",
        "From October 1 to November 15, 2024, revenue reached $903,410, beating July 1 to August 15 by 18.2%.",
        "Revenue of $903,410 between October 1 and November 15, 2024 was $139,210 higher than between July 1 and "
        "August 15.",
        "October 1 to November 15, 2024 produced revenue of $903,410, 18.2% over the $764,200 of July 1 to August 15.",
    ),
    "week": (
        "Red Wine revenue went up by about a tenth to $41,820 in the week of September 16, 2024.",
        "Red Wine brought in $41,820 from September 16 to 22, 2024, up 10.2% from the prior week's $37,950.",
        "Week over week, Red Wine revenue increased $3,870 to $41,820 from September 16 to 22, 2024.",
        "Sales of Red Wine from September 16 to 22, 2024 outpaced the previous week by 10.2%.",
    ),
    "hardly": (
        "Revenue was essentially flat in September 2024 at $498,700, compared with $498,350 in August.",
        "At $498,700, September 2024 revenue barely differed from August's $498,350.",
        "September 2024 revenue was nearly identical to August's: $498,700 versus $498,350.",
        "There was virtually no change in revenue in September 2024: $498,700 after $498,350 in August 2024.",
    ),
    "none": (
        "Spirits revenue held at $22,400 in September 2024, exactly as in August 2024.",
        "Spirits revenue was $22,400 in September 2024, no different from August 2024.",
        "Revenue of Spirits stayed at $22,400 in September 2024, equal to August 2024.",
    ),
    "no_base": (
        "Revenue for 2023 totaled $3.12 million; there is no earlier period to compare it with.",
        "In 2023, revenue came to $3,120,500, and no earlier data is available for a comparison.",
        "2023 revenue was $3.12 million, without prior data to measure it against.",
    ),
    "cut_base": (
        "Revenue was $498,700 in 2023; since the data starts on December 5, 2022, no full prior year is available for "
        "comparison.",
        "2023 revenue came to $498,700, but as data only begins on December 5, 2022, there is no complete "
        "earlier year to "
        "compare it to.",
    ),
    "going_on": (
        "Revenue stands at $8,420 so far on November 16, 2024, with the day still in progress.",
        "So far, November 16, 2024 has brought in $8,420, and the day is not yet over.",
    ),
    "gone": (
        "Maine has recorded no revenue since August 23, 2024, after bringing in $18,950 in August 2024.",
        "Maine has made no sales since August 23, 2024; in August 2024 it had earned $18,950.",
        "There has been no revenue from Maine since August 23, 2024, compared with $18,950 in August.",
    ),
    "texas": (
        "Texas lifted its revenue by 29.6% to $243,100 in September 2024.",
        "Revenue in Texas jumped from $187,600 in August 2024 to $243,100 in September, a gain of $55,500.",
        "In September 2024, Texas generated nearly 30% more revenue than in August 2024.",
        "Texas recorded $243,100 of revenue in September 2024, $55,500 above its August figure.",
        "Texas delivered revenue growth of 29.6% in September 2024.",
    ),
    "sparkling": (
        "Sparkling more than halved, going from $64,900 in August 2024 to $31,250 in September 2024.",
        "Sparkling revenue plummeted 51.8% to $31,250 in September 2024.",
        "Sparkling sold $33,650 less in September 2024 than in August 2024.",
        "In September 2024, Sparkling generated less than half of its August revenue, at $31,250.",
    ),
    "red": (
        "Red Wine revenue rose 21.0% to $201,300 in September 2024, with Texas contributing $29,700 of the increase.",
        "Red Wine gained $34,900 in September 2024 compared with August, of which $29,700 came from Texas.",
        "In September 2024, Red Wine earned $201,300, up 21.0%, and most of that rise ($29,700) was in Texas.",
        "Red Wine's revenue grew 21.0% in September 2024, led by Texas with +$29,700.",
    ),
    "year_ago": (
        "September 2024 revenue of $498,700 fell 11.1% short of September 2023's $561,200.",
        "Revenue in September 2024 was 11.1% lower than a year ago, at $498,700 versus $561,200.",
        "Against the same month of the previous year, revenue in September 2024 dropped $62,500 to $498,700.",
        "September 2024 brought $62,500 less than September 2023.",
    ),
    "split": (
        "Revenue was $249,600 lower in Q3 2024 than in Q2 2024: fewer orders took away $370,200, while a higher "
        "average order "
        "value gave back $120,600.",
        "The revenue drop of $249,600 in Q3 2024 combines a 20.6% decline in orders to 11,850 with a 7.8% "
        "increase in the "
        "average order value to $125.09.",
        "In Q3 2024, the number of orders fell 20.6% to 11,850 compared with Q2, whereas the average order value "
        "rose 7.8% to "
        "$125.09.",
        "A 7.8% higher average order value ($125.09) only partly made up for 20.6% fewer orders in Q3 2024.",
    ),
    "rate": (
        "Ohio's conversion rate declined from 3.62% in August 2024 to 3.05% in September 2024, with visits up "
        "14.9% and orders "
        "down 3.2%.",
        "Ohio converted 3.05% of visits in September 2024, 0.57 percentage points fewer than in August.",
        "In September 2024, conversion in Ohio slid by 0.57 percentage points to 3.05%.",
        "Although visits in Ohio grew 14.9%, orders fell 3.2% in September 2024, so conversion went from 3.62% "
        "to 3.05%.",
    ),
    "price": (
        "White Wine earned $12.40 per unit in September 2024, 12.1% less than the $14.10 of August.",
        "Revenue per unit for White Wine slipped to $12.40 in September 2024 from $14.10 in August 2024, "
        "lowering revenue by "
        "$9,300.",
        "The price per unit of White Wine was down 12.1% at $12.40 in September 2024.",
    ),
    "share": (
        "Texas was responsible for 48.7% of revenue in September 2024 ($243,100).",
        "Nearly half of September 2024's revenue (48.7%) was generated in Texas.",
        "Texas provided $243,100, or 48.7%, of revenue in September 2024.",
        "In September 2024, 48.7% of sales were made in Texas.",
    ),
    "shift": (
        "Red Wine's share of revenue fell 7.0 percentage points to 33.4% in September 2024.",
        "Red Wine made up a third of revenue in September 2024, down from 40.4% in August 2024.",
        "In September 2024, Red Wine's portion of revenue narrowed to 33.4% from 40.4% the month before.",
    ),
    "best": (
        "August 2024 set a new monthly record with revenue of $612,400, topping the previous best of $588,050 "
        "since June 1, "
        "2021.",
        "With $612,400, August 2024 became the best month since June 1, 2021.",
        "No month since June 1, 2021 brought more than August 2024's $612,400.",
        "Revenue peaked at $612,400 in August 2024, the highest month since June 1, 2021.",
    ),
    "trend": (
        "Adjusted for the season, revenue in Texas trended upward by 18.3% from January 1 to November 15, 2024.",
        "From January 1 to November 15, 2024, Texas revenue rose 18.3% on trend ($3.90 a day), seasonal effects "
        "excluded.",
        "Leaving the season of the year aside, Texas revenue grew 18.3% over January 1 to November 15, 2024.",
    ),
    "step": (
        "Daily revenue of White Wine jumped from $2,105 to $2,930 on August 12, 2024 and has remained at that "
        "level since.",
        "Since August 12, 2024, White Wine has been selling $2,930 a day, 39.2% more than the $2,105 before.",
        "White Wine stepped up to a daily $2,930 on August 12, 2024 and has stayed higher ever since.",
    ),
    "level": (
        "From September 2 to 8, 2024, Ohio's revenue was $21,300, 36.6% under the expected $33,600, marking the "
        "start of a new "
        "level.",
        "Ohio's revenue shifted to a new, lower level from September 2 to 8, 2024: $21,300 instead of the "
        "expected $33,600.",
    ),
    "spike": (
        "Revenue shot up to $64,200 on September 27, 2024, over three and a half times the expected $17,900.",
        "On September 27, 2024, revenue came to $64,200, $46,300 more than anticipated.",
        "September 27, 2024 stood out with revenue of $64,200 against an expected $17,900.",
        "Revenue on September 27, 2024 was unusually high at $64,200, 258.7% over the $17,900 expected.",
    ),
    "missing": (
        "Texas had no revenue from September 11 to 13, 2024 although $22,850 was expected; either data is "
        "missing or the "
        "business was closed.",
        "No revenue was recorded in Texas from September 11 to 13, 2024, against $22,850 expected, which may "
        "mean missing data "
        "or a closure.",
        "From September 11 to 13, 2024, Texas showed $0.00 where $22,850 was expected, so data could be missing "
        "or the business "
        "closed.",
    ),
    "twice": (
        "Revenue of $38,400 on September 19, 2024 was twice the expected $19,100, so rows may have been imported "
        "a second time.",
        "On September 19, 2024, revenue doubled the expected $19,100 to $38,400, which might be due to a "
        "repeated import.",
    ),
    "calm": (
        "In Q3 2024, nothing in Ohio looked unusual: 92 days and 4 categories were checked.",
        "Ohio showed no anomalies in Q3 2024 after a check of 92 days and 4 categories.",
        "Having checked 92 days and 4 categories, nothing unusual was found in Ohio in Q3 2024.",
    ),
    "forecast": (
        "Revenue is expected to decline 8.2% to $571,000 between November 16 and December 15, 2024.",
        "The model forecasts $571,000 of revenue from November 16 to December 15, 2024, with a 95% range of "
        "$489,000 to "
        "$668,000.",
        "From November 16 to December 15, 2024, revenue is predicted to be $571,000, down from $622,300 from "
        "October 17 to "
        "November 15.",
        "The forecast sees revenue falling 8.2% to $571,000 from November 16 to December 15, 2024 (95% range: "
        "$489,000 to "
        "$668,000).",
    ),
    "opposite": (
        "Red Wine and Sparkling tend to move in opposite directions (correlation -0.47, June 1 to November 15, 2024).",
        "When Red Wine rises, Sparkling tends to fall (correlation of -0.47 from June 1 to November 15, 2024).",
        "From June 1 to November 15, 2024, Sparkling usually moved against Red Wine, with a correlation of -0.47.",
    ),
}
