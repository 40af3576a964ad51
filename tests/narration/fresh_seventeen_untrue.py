"""The untrue sentences of the seventeenth batch (bakeries, CHF), each with one thing made false."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "half": (
        ("date", "Revenue rose 8.4% to CHF 188,451 in May 2024."),
        ("unit", "Revenue rose 8.4% to EUR 188,451 from May 16 to 31, 2024."),
        (
            "date",
            "From May 16 to 31, 2024, revenue reached CHF 188,450.60, which is CHF 14,530.20 more than a year before.",
        ),
        ("role", "In the second half of May 2024, revenue grew to CHF 14,530."),
        ("goal", "Revenue from May 16 to 31, 2024 exceeded its goal by CHF 14,530, at CHF 188,451."),
    ),
    "quarter_to_date": (
        ("date", "Revenue for April 1 to June 9, 2024 was CHF 742,310, 7.9% below the first quarter."),
        ("date", "Revenue for the second quarter of 2024 closed at CHF 742,310, down 7.9%."),
        ("number", "April 1 to June 9, 2024 brought in CHF 68,340 less than January 22 to March 31."),
        ("forecast", "Quarter to date, as of June 9, 2024, revenue is down 7.9% and the quarter will end lower."),
    ),
    "year": (
        ("segment", "Total revenue grew by about a quarter to CHF 1.31 million in 2023."),
        ("rank", "Basel was the top region in 2023, growing by about a quarter to CHF 1.31 million."),
        ("unit", "In 2023, Basel earned CHF 1,312,800, up 266,300% on 2022."),
        ("role", "Year over year, Basel's revenue rose to CHF 1.05 million in 2023."),
    ),
    "february": (
        ("direction", "February 2024 revenue fell 4.4% to CHF 251,300, and the average day was 2.2% lower as well."),
        ("number", "February 2024 revenue fell 4.4% to CHF 251,300, with only 28 days against January's 31."),
        ("role", "Average daily revenue fell 4.4% in February 2024."),
    ),
    "from_zero": (
        ("role", "Hot Drinks in St. Gallen brought in CHF 4,375.50 in April 2024 and nothing in May."),
        ("segment", "Hot Drinks brought in CHF 4,375.50 in May 2024 across all regions, after no revenue in April."),
    ),
    "day": (
        ("date", "On May 10, 2024, Bern made CHF 3,285, which was CHF 821 less than on the same day a week earlier."),
        ("degree", "Bern's revenue fell by a quarter to CHF 3,284.70 on May 10, 2024."),
        (
            "cause",
            "After the holiday, Bern's customers stayed away and revenue fell 20% to CHF 3,284.70 on May 10, 2024.",
        ),
    ),
    "hardly": (
        (
            "number",
            "Bread brought in CHF 36,241 from May 20 to 26, 2024, about the same as the previous week's CHF 36,180.",
        ),
        ("degree", "Bread recorded a solid increase in the week of May 20, 2024, to CHF 36,214 from CHF 36,180."),
    ),
    "none": (("date", "Hot Drinks took CHF 12,600 on May 9, 2024, precisely the same as on May 8."),),
    "no_base": (("unit", "Q3 2021 generated CHF 1.69 billion in revenue and has no earlier quarter for comparison."),),
    "cut_base": (
        ("direction", "Revenue in 2022 doubled to CHF 3.9 million, with data beginning on July 1, 2021."),
        ("role", "2022 brought in CHF 1,957,300; for 2021, data is only available from July 1 onward."),
    ),
    "first": (
        ("role", "St. Gallen earned CHF 21,840 on its first day of sales, May 4, 2024."),
        ("invented name", "St. Moritz recorded its first sales on May 4, 2024, and generated CHF 21,840 in May."),
    ),
    "going_on": (("segment", "All categories together have made CHF 3,918.20 so far on June 10, 2024."),),
    "gone": (
        ("segment", "Cakes in Basel made no revenue in May 2024, versus CHF 7,290 in April."),
        ("date", "Revenue from Cakes in Bern was zero in May 2024, with no sales since April 8."),
        ("segment", "Bern made no revenue in May 2024, versus CHF 7,290 in April."),
    ),
    "no_data": (("role", "July 2024 brought in CHF 11.4 million; records end on June 9, 2024."),),
    "no_data_at_all": (("cause", "No revenue data could be found for 2023, as the bakeries were closed."),),
    "sandwiches": (
        ("metric", "Sandwiches units sold increased by 37% in May 2024."),
        ("role", "Sandwiches increased by CHF 68,940 in May 2024."),
        (
            "points-as-percent",
            "Sandwiches had a revenue increase of 37 percentage points in May 2024, reaching CHF 68,940.",
        ),
        ("advice", "Sandwiches increased by 37% to CHF 68,940 in May 2024, and it is worth expanding the range."),
    ),
    "lausanne": (
        ("degree", "Lausanne lost nearly half of its revenue from May 16 to 31, 2024, dropping to CHF 41,870."),
        ("role", "Lausanne fell by CHF 41,870 from May 16 to 31, 2024."),
        ("date", "Lausanne was down CHF 20,585 from May 16 to 31, 2024, compared with May 1 to 15."),
        ("lasting", "Lausanne keeps losing revenue, down 33% to CHF 41,870 from May 16 to 31, 2024."),
    ),
    "pair": (
        ("segment", "Croissants in Basel rose by 32.5% to CHF 30,418 from May 16 to 31, 2024."),
        ("segment", "Basel's revenue rose by 32.5% to CHF 30,418 from May 16 to 31, 2024."),
        ("number", "Basel sold CHF 4,758 more Bread from May 16 to 31, 2024 than from April 30 to May 15."),
    ),
    "croissants": (
        ("segment", "Croissants fell 40% to CHF 28,300 in May 2024, with CHF 15,220 of the decline in Bern."),
        ("degree", "Croissants lost three fifths of their revenue in May 2024, most of it in Lausanne."),
        ("role", "Lausanne accounted for CHF 18,850 of the CHF 15,220 decrease in Croissants in May 2024."),
        ("role", "Croissants in Lausanne fell to CHF 15,220 in May 2024."),
    ),
    "began": (
        ("number", "Hot Drinks in St. Gallen began to sell on May 7, 2024 and contributed CHF 9,165 in May."),
        ("segment", "Hot Drinks in Lausanne began to sell on May 7, 2024 and contributed CHF 9,615 in May."),
    ),
    "ended": (
        ("date", "Cakes had no revenue in May 2024 after their last sales on April 19."),
        ("role", "No Cakes were sold in May 2024; their last sales, CHF 33,480, date from April 29."),
    ),
    "year_ago": (
        ("date", "Compared to April, revenue grew by about a quarter to CHF 358,620 in May 2024."),
        ("role", "Revenue rose to CHF 287,450 in May 2024 from CHF 358,620 a year earlier."),
        ("number", "May 2024 revenue came in 28.4% above May 2023, at CHF 358,620."),
        ("metric", "May 2024 orders came in 24.8% above May 2023."),
    ),
    "season": (
        ("degree", "Revenue slumped year over year to CHF 429,300 in April 2024."),
        ("direction", "April 2024 exceeded April 2023 by CHF 2,600, with CHF 429,300."),
        ("role", "April 2024 earned 1.41 times an average month, with revenue of CHF 429,300."),
    ),
    "split": (
        (
            "direction",
            "From May 16 to 31, 2024, orders rose 7% to 14,820, while the average order value rose 16.5% to CHF 12.72.",
        ),
        (
            "role",
            "From May 16 to 31, 2024, more orders added CHF 27,716 and a lower average order value cost CHF 13,185.",
        ),
        ("metric", "The average price per unit was CHF 12.72 from May 16 to 31, 2024, up from CHF 10.91."),
        ("unit", "From May 16 to 31, 2024, the average order value rose by CHF 16.50 to CHF 12.72."),
    ),
    "rate": (
        ("points-as-percent", "Lausanne's conversion rate dropped by 2.06% to 9.5% in May 2024."),
        (
            "direction",
            "With visits to Lausanne down 2.9% and orders down 15.5% in May 2024, the conversion rate slid to 9.5%.",
        ),
        ("number", "In Lausanne, 9.5% of visits led to an order in May 2024, compared with 15.56% in April."),
    ),
    "price": (
        ("metric", "Sandwiches earned CHF 4.35 per order in May 2024, up 11.5% from CHF 3.90."),
        ("role", "Revenue per unit of Sandwiches rose by CHF 4.35 in May 2024."),
        ("cause", "A price increase in March took revenue per unit of Sandwiches to CHF 4.35 in May 2024, up 11.5%."),
    ),
    "value": (
        ("direction", "Average order value for Croissants was up 7.7% to CHF 7.80 in May 2024."),
        ("date", "The average Croissants order shrank from CHF 8.45 in May 2023 to CHF 7.80 in May 2024."),
    ),
    "share": (
        ("degree", "Bread made up more than half of revenue in May 2024."),
        ("role", "Bread grew by 44.8% in May 2024 to CHF 160,660."),
    ),
    "shift": (
        (
            "points-as-percent",
            "Basel contributed 40% of revenue from May 16 to 31, 2024, about 5.6% less than from April 30 to May 15.",
        ),
        ("role", "Two fifths of Basel's revenue was lost from May 16 to 31, 2024."),
        ("direction", "Basel's share of revenue rose from 40.1% to 45.6% between May 16 and 31, 2024."),
    ),
    "best_week": (
        ("segment", "The week of May 6, 2024 was the best on record for Cakes, with revenue of CHF 98,760."),
        ("number", "Weekly revenue reached a new high of CHF 98,670 from May 6 to 12, 2024."),
    ),
    "worst_month": (
        ("date", "January 2024 was the weakest month since July 1, 2021, with revenue of CHF 251,300."),
        ("metric", "Daily revenue hit a record low of CHF 251,300 in February 2024."),
    ),
    "trend": (
        ("direction", "Bread revenue showed an upward trend of 8.1% between December 2023 and May 2024."),
        ("unit", "From December 1, 2023 to May 31, 2024, Bread revenue fell by about CHF 2.45 per month."),
        ("forecast", "Bread revenue trended down 8.1% from December 2023 to May 2024 and is likely to continue."),
    ),
    "seasonal": (
        (
            "number",
            "Basel's revenue, adjusted for seasonality, trended upward by 24.6% from December 1, 2023 to May 31, 2024.",
        ),
    ),
    "step": (
        ("degree", "Lausanne's daily revenue dropped by a third to CHF 2,130 on March 25, 2024."),
        ("role", "Since March 25, 2024, Lausanne has made CHF 2,130 less a day than before."),
    ),
    "until": (
        ("lasting", "Cakes have made CHF 2,460 a day ever since February 12, 2024, up from CHF 1,640."),
        ("degree", "Daily Cakes revenue doubled to CHF 2,460 on February 12, 2024, a level that held until April 7."),
    ),
    "recent": (("date", "Daily revenue has risen 16.5% to CHF 12,870 since May 4, 2024."),),
    "spike": (
        ("segment", "May 11, 2024 brought in CHF 10,260 more than expected, CHF 7,905 of it from Bread."),
        ("role", "May 11, 2024 brought in CHF 10,260 more than the day before."),
        ("degree", "On May 11, 2024, revenue of CHF 21,640 was more than double the expected CHF 11,380."),
    ),
    "dip": (
        ("direction", "From May 22 to 23, 2024, Sandwiches exceeded the expected CHF 3,060 by CHF 1,785."),
        ("degree", "Sandwiches revenue on May 22 and 23, 2024 was less than a third of what was expected."),
    ),
    "level": (
        ("segment", "In the week of May 13, 2024, Bern brought in CHF 4,930 less than the expected CHF 20,870."),
    ),
    "holiday": (
        (
            "invented name",
            "Revenue was CHF 4,410 on May 9, 2024, which was Whit Monday, compared with CHF 11,620 expected.",
        ),
        ("role", "On Ascension Day, May 9, 2024, revenue was CHF 7,210, against an expected CHF 11,620."),
    ),
    "missing": (
        (
            "number",
            "From May 27 to 29, 2024 no revenue was recorded, while CHF 43,150 was expected; the data may be missing.",
        ),
    ),
    "partial": (
        (
            "segment",
            "The data of every region for May 14 and 15, 2024 may be partly missing, with CHF 940 of CHF 8,720 "
            "recorded.",
        ),
    ),
    "twice": (
        (
            "direction",
            "Bern's revenue of CHF 7,790 on May 3, 2024 is half the expected CHF 3,880 and may be incomplete.",
        ),
    ),
    "today": (("date", "Revenue in June 2024 has reached CHF 6,047.30 so far."),),
    "calm": (
        ("segment", "Bern showed nothing unusual across five categories in the 16 days from May 16 to 31, 2024."),
        ("number", "Basel showed nothing unusual across six categories in the 16 days from May 16 to 31, 2024."),
    ),
    "calm_days": (
        (
            "metric",
            "Nothing unusual happened with Bread in Basel in February 2024, and its revenue grew as in January.",
        ),
    ),
    "order": (
        (
            "direction",
            "One order of CHF 9,850, B-5521 from Festhalle Bern, accounts for most of the CHF 14,260 increase from "
            "May 16 to 31, 2024.",
        ),
        (
            "date",
            "Most of the CHF 14,260 decline from May 16 to 31, 2024 comes down to order B-5521 from Festhalle Bern "
            "on May 26.",
        ),
        (
            "role",
            "An order of CHF 14,260 by Festhalle Bern accounts for most of the CHF 9,850 decrease from May 16 to 31, "
            "2024.",
        ),
    ),
    "turned": (
        (
            "role",
            "Without order B-5608, revenue from May 16 to 31, 2024 would have risen 8.4% instead of falling 5.8%.",
        ),
        ("number", "Without order B-5608, worth CHF 26,400, revenue from May 16 to 31, 2024 would have fallen 5.8%."),
    ),
    "customer": (
        ("role", "Hotel Krone spent CHF 31,200 more from May 16 to 31, 2024 than from April 30 to May 15."),
        ("degree", "Hotel Krone alone accounts for all of the CHF 14,530 revenue growth from May 16 to 31, 2024."),
        ("invented name", "Hotel Post spent CHF 31,200 from May 16 to 31, 2024 after CHF 20,480."),
    ),
    "adjusted": (
        (
            "segment",
            "Had Lausanne made the expected CHF 3,880 on May 3, 2024, May revenue would be down 1.3% rather than up "
            "1.8%.",
        ),
        (
            "direction",
            "Revenue fell 1.8% in May 2024, but if Bern had brought in the expected CHF 3,880 on May 3, it would "
            "have fallen 1.3%.",
        ),
    ),
    "forecast": (
        ("role", "Revenue increased by 7.9% to CHF 171,500 from June 10 to 23, 2024."),
        ("role", "The forecast for June 10 to 23, 2024 is CHF 158,930, up from CHF 171,500 in the two weeks before."),
        ("number", "Between June 10 and 23, 2024, revenue is expected to lie between CHF 152,800 and CHF 194,200."),
        ("date", "Revenue is forecast to increase by 7.9% to CHF 171,500 from June 10 to 30, 2024."),
    ),
    "together": (
        (
            "correlation-sign",
            "Days with higher Hot Drinks revenue tended to have lower Croissants revenue (correlation of 0.68).",
        ),
        ("cause", "Croissants sell better because Hot Drinks do, with a correlation of 0.68."),
        ("segment", "Hot Drinks and Cakes moved together, with a correlation of 0.68."),
    ),
    "ahead": (
        ("correlation-sign", "Higher Cakes revenue tended to be followed by higher Bread revenue two days later."),
        ("role", "Cakes tended to decline 2 days after Bread rose."),
        ("number", "Bread moves opposite to Cakes with a lag of two weeks, at a correlation of -0.59."),
    ),
}
