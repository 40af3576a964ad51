"""The untrue sentences of the fourteenth batch (pharmacies, GBP), each with one thing made false."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "quarter": (
        ("number", "Revenue rose 9.6% to £412,860 in Q1 2025, up from £386,216 in Q4 2024."),
        ("date", "Year over year, revenue increased by almost 7% in Q1 2025, to £412,860."),
        ("role", "In the first quarter of 2025, revenue climbed by £386,216 to £412,860."),
        ("unit", "Q1 2025 closed with revenue of roughly €413,000, 6.9% ahead of the previous quarter."),
        ("cause", "A strong flu season lifted revenue 6.9% to £412,860 in Q1 2025."),
        ("lasting", "Revenue rose 6.9% to £412,860 in Q1 2025, continuing its climb."),
    ),
    "march": (
        (
            "direction",
            "In March 2025 total revenue rose 4.8% and the average day brought in 5.3% more than in February.",
        ),
        ("metric", "March 2025 revenue rose 5.3% to £141,321, while the average day fell 4.8%."),
        ("number", "March 2025 revenue grew 4.8% to £141,321 over 31 days, compared with 29 days in February."),
        ("metric", "Orders grew 4.8% in March 2025."),
    ),
    "week": (
        ("date", "Vitamins revenue fell 21% to £8,215 in the week of March 3, 2025."),
        (
            "degree",
            "Vitamins took in £8,215 between 10 and 16 March 2025, almost a third less than in the preceding week.",
        ),
        ("role", "Week on week, sales of Vitamins dropped to £2,188 from March 10 to 16, 2025."),
        ("segment", "Vitamins in Leeds took in £8,215 from March 10 to 16, 2025, 21% less than the week before."),
    ),
    "hardly": (
        ("degree", "York's revenue improved markedly in April 2025, to £26,418 from £26,402 in March."),
        ("segment", "Leeds' revenue was practically unchanged in April 2025, at £26,418."),
    ),
    "none": (("date", "First Aid revenue was £3,275 in April 2025, the same as in April 2024."),),
    "no_base": (
        ("direction", "Revenue in June 2022 fell to £91,440; there is no data from before to compare it with."),
    ),
    "cut_base": (
        (
            "date",
            "Revenue came to £98,112 in July 2022; data begins on 19 June 2022, so no full prior month is available.",
        ),
        ("role", "Revenue climbed by £64,871 to £98,112 in July 2022."),
    ),
    "first": (
        ("date", "Sun Care in York recorded its first sales on March 16, 2025, and brought in £5,120 over the month."),
        ("role", "Sun Care in York brought in £5,120 on March 6, 2025, its first day of sales."),
        ("segment", "Sun Care recorded its first sales on March 6, 2025, across all regions."),
    ),
    "going_on": (
        ("role", "April 14, 2025 brought in £2,315 in total."),
        ("forecast", "Revenue has reached £2,315 so far on April 14, 2025 and is set to pass £4,000 by closing time."),
    ),
    "gone": (
        ("segment", "Baby Care generated no revenue in any region in March 2025, compared with £4,631 in February."),
        ("lasting", "Baby Care in Bristol has recorded no revenue since February 19, 2025 and will not return."),
        (
            "date",
            "Revenue from Baby Care in Bristol dropped to zero in February 2025, down from £4,631 the month before.",
        ),
    ),
    "no_data": (
        ("date", "There is no revenue data for 2021; records run from June 1, 2021 to April 13, 2025."),
        ("role", "Revenue for 2021 was £4.22 million."),
    ),
    "no_data_at_all": (("cause", "No data is available for April 2025 because the import failed."),),
    "skincare": (
        ("points-as-percent", "Skincare sales grew by 32.1 percentage points in March 2025."),
        ("rank", "Skincare was the fastest-growing category in March 2025, up 32.1%."),
        ("role", "Skincare added £31,842 in revenue in March 2025."),
        ("direction", "Skincare earned £31,842 in March 2025, which is £7,737 less than in February 2025."),
    ),
    "cardiff": (
        ("role", "Cardiff's revenue shrank 25.2% to £25,310 in March 2025."),
        ("advice", "Cardiff's revenue shrank 25.2% to £18,930 in March 2025 and should be reviewed."),
        ("degree", "Cardiff saw revenue slide by about a third to £18,930 in March 2025."),
        ("invented name", "Cardiff and Swansea saw revenue slide by about a quarter to £18,930 in March 2025."),
    ),
    "pair": (
        ("degree", "Sun Care revenue in York more than quadrupled to £5,120 in April 2025."),
        ("segment", "Sun Care revenue in Cardiff more than tripled to £5,120 in April 2025."),
        ("unit", "York's Sun Care sales surged by £203 to £5,120 in April 2025."),
    ),
    "leeds": (
        ("role", "Revenue in Leeds rose by £5,980 to £52,311 in March 2025."),
        ("segment", "Leeds grew by £7,191 in March 2025, and £5,980 of that came from Vitamins."),
        ("degree", "Skincare accounted for all of the £7,191 rise in Leeds in March 2025."),
    ),
    "began": (
        ("date", "Sun Care recorded its first sales on March 1, 2025, and brought in £2,945 in March."),
        ("role", "Sun Care began selling on 11 March 2025 with £2,945 on the first day."),
    ),
    "ended": (
        ("date", "Baby Care has had no sales since February 6, 2025, after generating £9,872 in February."),
        ("cause", "Baby Care was discontinued and earned nothing in March 2025, following £9,872 in February."),
        ("number", "The last Baby Care sales, worth £251, were on 26 February 2025."),
    ),
    "year_ago": (
        ("date", "Revenue in March 2025 was 10.5% higher than in February 2025, at £141,321."),
        ("role", "March 2025 brought in £127,905, £13,415 more than March 2024."),
        ("goal", "March 2025 revenue beat its target by £13,415, reaching £141,321."),
    ),
    "season": (
        ("direction", "July 2024 revenue of £104,200 was 5.1% above July 2023."),
        ("metric", "Revenue fell to 0.68 times an average month in July 2024, at £104,200."),
        (
            "number",
            "July typically makes 0.68 to 0.84 times the revenue of an average month; July 2024 brought £104,200.",
        ),
    ),
    "split": (
        ("role", "Orders rose by 6,204 in March 2025, whereas the average order value fell 7.3% to £22.78."),
        (
            "direction",
            "In March 2025 more orders added £16,949 to revenue, and a higher average order value another £10,436.",
        ),
        ("metric", "Units sold increased from 5,488 to 6,204 in March 2025."),
        (
            "role",
            "In March 2025, 6,204 orders at an average of £24.56 compared with 5,488 orders at £22.78 in February.",
        ),
    ),
    "rate": (
        ("points-as-percent", "In March 2025, conversion in Skincare went up by 0.48% to 4.26%."),
        (
            "segment",
            "The conversion rate improved from 3.78% in February to 4.26% in March 2025 across all categories.",
        ),
        ("direction", "Skincare converted 4.26% of visits in March 2025, as both orders and visits rose."),
    ),
    "price": (
        ("metric", "The average order value in Skincare rose 12.5% to £14.85 in March 2025."),
        (
            "degree",
            "Each Skincare unit brought in £14.85 on average in March 2025, a quarter more than in February 2025.",
        ),
    ),
    "value": (
        (
            "direction",
            "The average order value of Vitamins slipped 14.2% to £21.40 in March 2025, adding £1,260 to revenue.",
        ),
        ("role", "Customers spent an average of £24.95 per Vitamins order in March 2025."),
    ),
    "share": (
        ("degree", "Nearly three quarters of March 2025 revenue came from Prescriptions."),
        ("metric", "Prescriptions accounted for about 61% of all orders in March 2025."),
    ),
    "shift": (
        ("points-as-percent", "The share of Leeds in total revenue grew by 3.55% to 37.02% in March 2025."),
        ("metric", "Revenue in Leeds grew by 37% in March 2025."),
    ),
    "best_week": (
        ("role", "The week of March 24, 2025 set a new record with revenue of £34,906."),
        (
            "rank",
            "From March 24 to 30, 2025, revenue hit £36,418, the second-best week since records began on June 1, 2022.",
        ),
        ("metric", "March 24, 2025 was the best day on record, with revenue of £36,418."),
    ),
    "worst_day": (
        ("direction", "March 2, 2025 was the strongest day on record, with revenue of £412."),
        ("date", "With £412, 20 March 2025 was the worst day yet, falling below the previous low of £688."),
    ),
    "trend": (
        ("unit", "Skincare revenue trended upward by £22.60 per day from January 1 to April 13, 2025."),
        ("forecast", "Skincare revenue trended upward by 22.6% from January 1 to April 13, 2025 and will keep rising."),
    ),
    "seasonal": (
        (
            "direction",
            "Adjusted for seasonal effects, Cardiff's revenue trended up 9.4% from January 1 to April 13, 2025.",
        ),
    ),
    "step": (
        ("role", "Daily revenue in Leeds stepped up by £1,047 on February 17, 2025."),
        ("date", "Since February 27, 2025, Leeds has averaged £1,047 a day, 28.9% more than before."),
    ),
    "until": (("lasting", "Since January 20, 2025, Vitamins has averaged only £263 per day, and it still does."),),
    "recent": (("role", "Since April 4, 2025, Skincare has been bringing in around £955 a day, up 23.6%."),),
    "spike": (
        ("role", "Revenue was expected to reach £11,941 on March 19, 2025, but came in at £4,615."),
        ("degree", "Revenue spiked to £11,941 on March 19, 2025, more than triple the expected £4,615."),
        (
            "segment",
            "On March 19, 2025, revenue was £7,326 above expectations, with Vitamins accounting for £6,480 of that.",
        ),
    ),
    "dip": (
        ("degree", "Leeds took in £1,120 on March 5, 2025, three quarters of the £4,480 expected."),
        ("cause", "Leeds took in only £1,120 on March 5, 2025 as its stores closed early, against £4,480 expected."),
    ),
    "level": (("role", "From March 3 to 9, 2025, Leeds earned 28.6% more than in the week before, at £14,210."),),
    "holiday": (
        ("invented name", "On Easter Monday, April 18, 2025, revenue was £690, compared with £4,520 expected."),
    ),
    "missing": (("date", "Data appears to be missing for March 12 to 15, 2025: revenue was £0 instead of £9,120."),),
    "partial": (("number", "Bristol shows just £385 on March 26, 2025, 99.7% below the expected £4,610."),),
    "twice": (
        ("number", "Revenue on 20 March 2025 was three times the expected £4,660, which points to a duplicate import."),
    ),
    "today": (("role", "April 14, 2025 ended with revenue of £1,870."),),
    "calm": (("number", "Nothing unusual was found in April 2025 across 30 days, four categories and six regions."),),
    "order": (
        (
            "role",
            "A single order of £6,513, RX-20871 from St Anne Hospice, makes up most of the £4,980 increase in March "
            "2025.",
        ),
        (
            "invented name",
            "Of March 2025's £6,513 revenue increase, £4,980 came from one order, RX-20871 by Elmfield Hospice.",
        ),
    ),
    "turned": (
        (
            "direction",
            "Revenue fell 2.8% in March 2025, and leaving out one £11,400 order from February 12, it would have "
            "fallen 6%.",
        ),
        ("date", "Excluding the £11,400 order of 12 March 2025, the 2.8% decline in March becomes a 6% increase."),
    ),
    "customer": (
        ("role", "Elmfield Care Home spent £7,940 more in March 2025 than in February."),
        (
            "number",
            "Most of the £6,513 revenue gain in March 2025 came from Elmfield Care Home, which went from £2,610 to "
            "£9,740.",
        ),
    ),
    "adjusted": (
        (
            "role",
            "Revenue rose 2.5% in March 2025, but would have fallen 4.1% with the expected £9,120 on March 12 to 13.",
        ),
    ),
    "forecast": (
        ("role", "Revenue rose 7.4% to £148,900 from April 14 to May 13, 2025."),
        ("number", "The forecast for April 14 to May 13, 2025 is £148,900, with a 95% range of £113,200 to £167,400."),
        ("date", "Revenue is forecast to rise 7.4% to £148,900 in May 2025."),
        ("certainty", "Revenue will certainly reach £148,900 from April 14 to May 13, 2025."),
    ),
    "together": (("cause", "Higher Vitamins revenue raised Skincare revenue from January 1 to April 13, 2025."),),
    "ahead": (
        ("correlation-sign", "When Prescriptions rise, First Aid tends to rise 4 days afterwards (correlation -0.55)."),
        ("role", "Higher First Aid revenue tended to be followed four days later by lower Prescriptions revenue."),
        ("number", "First Aid tends to move in the opposite direction to Prescriptions five days later."),
    ),
}
