"""The untrue sentences of the thirteenth batch, each with one thing made false."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "quarter": (
        ("number", "Revenue declined 14.4% to $1.84 million in Q3 2024."),
        ("direction", "Revenue climbed 14.4% to $1.48 million in Q3 2024."),
        ("unit", "Revenue declined 14.4% to $1.48 billion in Q3 2024."),
        ("date", "Revenue declined 14.4% to $1.48 million in Q3 2023."),
        ("cause", "Higher tariffs cut revenue 14.4% to $1.48 million in Q3 2024."),
        ("advice", "Revenue declined 14.4% in Q3 2024 and needs attention."),
        ("date", "Revenue was down 14.4% year over year in Q3 2024."),
    ),
    "to_date": (
        ("forecast", "Revenue this quarter rose 18.2% to $903,410 and is on course to beat Q3 2024."),
        ("date", "From October 1 to November 15, 2024, revenue beat Q3 2024 by 18.2%."),
        ("number", "From October 1 to November 15, 2024, revenue rose 8.2% to $903,410."),
        ("number", "Revenue rose to $764,200 from October 1 to November 15, 2024."),
    ),
    "week": (
        ("segment", "White Wine revenue went up by about a tenth to $41,820 in the week of September 16, 2024."),
        ("number", "Red Wine revenue increased $41,820 from September 16 to 22, 2024."),
        ("date", "Red Wine brought in $41,820 from September 16 to 22, 2024, up 10.2% from the prior month."),
        ("metric", "Red Wine orders went up 10.2% in the week of September 16, 2024."),
    ),
    "hardly": (
        ("direction", "Revenue slumped to $498,700 in September 2024 from $498,350 in August."),
        ("lasting", "Revenue remains flat after September 2024, at $498,700."),
        ("number", "Revenue was essentially flat in September 2024 at $489,700."),
    ),
    "none": (
        ("number", "Spirits revenue held at $24,200 in September 2024."),
        ("segment", "Revenue held at $22,400 in September 2024, exactly as in August 2024."),
    ),
    "no_base": (
        ("number", "Revenue for 2023 totaled $3.21 million; there is no earlier period to compare it with."),
        ("direction", "Revenue for 2023 grew to $3.12 million; there is no earlier period to compare it with."),
    ),
    "cut_base": (
        (
            "date",
            "Revenue was $498,700 in 2023; since the data starts on December 15, 2022, no full prior year is "
            "available.",
        ),
        ("number", "Revenue rose from $41,300 in 2022 to $498,700 in 2023."),
    ),
    "going_on": (
        ("certainty", "November 16, 2024 closed with revenue of $8,420."),
        ("forecast", "Revenue stands at $8,420 so far on November 16, 2024 and should double by the evening."),
    ),
    "gone": (
        ("date", "Maine has recorded no revenue since August 2, 2024."),
        ("cause", "Maine has recorded no revenue since August 23, 2024, when the store closed."),
        ("segment", "Texas has recorded no revenue since August 23, 2024."),
        ("number", "Maine has recorded no revenue since August 23, 2024, after bringing in $18,950 in July 2024."),
    ),
    "texas": (
        ("number", "Texas lifted its revenue by $243,100 in September 2024."),
        ("rank", "Texas led all regions in September 2024 with $243,100."),
        ("segment", "Red Wine in Texas lifted its revenue by 29.6% in September 2024."),
        ("number", "In September 2024, Texas generated nearly 40% more revenue than in August 2024."),
        ("cause", "A new distributor helped Texas to $243,100 in September 2024."),
        ("unit", "Texas delivered revenue growth of 29.6 points in September 2024."),
    ),
    "sparkling": (
        ("direction", "Sparkling more than doubled to $31,250 in September 2024."),
        ("number", "Sparkling lost less than half of its revenue in September 2024, at $31,250."),
        ("number", "Sparkling sold $31,250 less in September 2024 than in August 2024."),
        ("cause", "With summer over, Sparkling revenue plummeted 51.8% in September 2024."),
    ),
    "red": (
        ("number", "Red Wine gained $29,700 in September 2024 compared with August, of which $34,900 came from Texas."),
        ("segment", "Red Wine revenue rose 21.0% in September 2024, with Ohio contributing $29,700 of the increase."),
        ("direction", "Red Wine revenue rose 21.0% in September 2024, despite Texas losing $29,700."),
        ("number", "Red Wine in Texas earned $201,300 in September 2024."),
    ),
    "year_ago": (
        ("date", "September 2024 revenue of $498,700 fell 11.1% short of August 2024."),
        ("number", "September 2024 brought $561,200, $62,500 less than September 2023."),
        ("lasting", "Revenue in September 2024 was 11.1% lower than a year ago, as in every month of 2024."),
        ("unit", "Revenue in September 2024 was 11.1 percentage points lower than a year ago."),
    ),
    "split": (
        ("number", "In Q3 2024, the number of orders fell 7.8% to 11,850, and the average order value rose 20.6%."),
        (
            "direction",
            "In Q3 2024, the number of orders rose 20.6% to 11,850 and the average order value 7.8% to $125.09.",
        ),
        (
            "number",
            "Fewer orders took away $120,600 in Q3 2024, while a higher average order value gave back $370,200.",
        ),
        ("certainty", "A higher average order value more than made up for 20.6% fewer orders in Q3 2024."),
        ("metric", "In Q3 2024, the number of customers fell 20.6% to 11,850."),
    ),
    "rate": (
        ("unit", "In September 2024, conversion in Ohio slid by 0.57% to 3.05%."),
        ("number", "Ohio converted 3.62% of visits in September 2024."),
        ("segment", "The conversion rate declined from 3.62% in August 2024 to 3.05% in September 2024."),
        ("cause", "Slow pages pushed conversion in Ohio down to 3.05% in September 2024."),
        ("direction", "Conversion in Ohio went from 3.62% to 3.05% in September 2024, with visits down 14.9%."),
    ),
    "price": (
        ("number", "White Wine earned $14.10 per unit in September 2024, 12.1% less than in August."),
        (
            "direction",
            "Revenue per unit for White Wine slipped to $12.40 in September 2024, raising revenue by $9,300.",
        ),
        ("metric", "White Wine earned $12.40 per order in September 2024."),
        ("cause", "Discounts cut the price per unit of White Wine 12.1% to $12.40 in September 2024."),
    ),
    "share": (
        ("number", "Over half of September 2024's revenue was generated in Texas."),
        ("number", "Texas provided 48.7% more revenue in September 2024."),
        ("segment", "48.7% of Red Wine revenue in September 2024 was made in Texas."),
        ("date", "Texas was responsible for 48.7% of revenue in 2024."),
    ),
    "shift": (
        ("unit", "Red Wine's share of revenue fell 7.0% to 33.4% in September 2024."),
        ("number", "Red Wine made up two fifths of revenue in September 2024."),
        ("metric", "Red Wine revenue fell 7.0 percentage points in September 2024."),
    ),
    "best": (
        ("rank", "August 2024 was the second best month since June 1, 2021, with $612,400."),
        ("number", "August 2024 set a monthly record with $588,050, topping the previous best of $612,400."),
        ("date", "With $612,400, August 2024 became the best month since June 1, 2020."),
        ("lasting", "August 2024 was the best month since June 1, 2021, with $612,400, and began a new era."),
    ),
    "trend": (
        (
            "direction",
            "Adjusted for the season, revenue in Texas trended downward by 18.3% from January 1 to November 15, 2024.",
        ),
        ("date", "Leaving the season aside, Texas revenue grew 18.3% in 2024."),
        ("forecast", "Leaving the season aside, Texas revenue grows 18.3% a year."),
        ("number", "Texas revenue rose 18.3% on trend, $39 a day, from January 1 to November 15, 2024."),
    ),
    "step": (
        ("number", "Since August 12, 2024, White Wine has been selling $2,105 a day."),
        ("date", "White Wine stepped up to a daily $2,930 on August 22, 2024."),
        ("forecast", "White Wine stepped up to a daily $2,930 on August 12, 2024 and will remain there."),
        ("cause", "After a price cut, White Wine stepped up to a daily $2,930 on August 12, 2024."),
    ),
    "level": (
        ("direction", "Ohio's revenue from September 2 to 8, 2024 was 36.6% over the expected $33,600."),
        ("number", "Ohio's revenue from September 2 to 8, 2024 was $33,600 instead of the expected $21,300."),
    ),
    "spike": (
        ("number", "Revenue shot up to $64,200 on September 27, 2024, five times the expected $17,900."),
        ("name", "On Oktoberfest, September 27, 2024, revenue came to $64,200 against an expected $17,900."),
        ("number", "On September 27, 2024, revenue came to $46,300, more than the expected $17,900."),
        (
            "rank",
            "September 27, 2024 was the best day of the year with revenue of $64,200 against an expected $17,900.",
        ),
    ),
    "missing": (
        ("certainty", "The business in Texas was closed from September 11 to 13, 2024, where $22,850 was expected."),
        (
            "segment",
            "No revenue was recorded from September 11 to 13, 2024, against $22,850 expected; data may be missing.",
        ),
        ("date", "Texas had no revenue from September 11 to 14, 2024 although $22,850 was expected."),
        (
            "cause",
            "Texas had no revenue from September 11 to 13, 2024 although $22,850 was expected, owing to a hurricane.",
        ),
    ),
    "twice": (
        (
            "number",
            "Revenue of $19,100 on September 19, 2024 was twice the expected $38,400; rows may have been "
            "imported again.",
        ),
        ("certainty", "Revenue of $38,400 on September 19, 2024 was twice the expected $19,100, as demand soared."),
    ),
    "calm": (
        ("segment", "In Q3 2024, nothing looked unusual: 92 days and 4 categories were checked."),
        ("number", "Ohio showed no anomalies in Q3 2024 after a check of 92 days and 4 regions."),
        ("lasting", "Ohio showed no anomalies in Q3 2024 in 92 days and 4 categories, as usual."),
    ),
    "forecast": (
        ("direction", "Revenue is expected to grow 8.2% to $571,000 between November 16 and December 15, 2024."),
        ("certainty", "Revenue will fall to exactly $571,000 between November 16 and December 15, 2024."),
        ("number", "The model forecasts $622,300 of revenue from November 16 to December 15, 2024."),
        ("number", "The model forecasts at least $571,000 of revenue from November 16 to December 15, 2024."),
        ("date", "Revenue is expected to decline 8.2% to $571,000 in December 2024."),
    ),
    "opposite": (
        ("direction", "Red Wine and Sparkling tend to move together (correlation -0.47, June 1 to November 15, 2024)."),
        ("cause", "Red Wine takes sales away from Sparkling (correlation -0.47, June 1 to November 15, 2024)."),
        ("number", "When Red Wine rises, Sparkling tends to fall by 0.47 from June 1 to November 15, 2024."),
    ),
}
