"""A seventeenth batch, about bakeries in francs (CHF), written without a look at the checker: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "half": (
        "Revenue rose 8.4% to CHF 188,451 from May 16 to 31, 2024.",
        "From May 16 to 31, 2024, revenue reached CHF 188,450.60, which is CHF 14,530.20 more than from April 30 to "
        "May 15.",
        "In the second half of May 2024, revenue grew by CHF 14,530 to CHF 188,451.",
        "Revenue between May 16 and May 31, 2024 stood at CHF 188,451, having been CHF 173,920 between April 30 and "
        "May 15.",
    ),
    "quarter_to_date": (
        "Revenue for April 1 to June 9, 2024 was CHF 742,310, 7.9% below the CHF 806,150 of January 22 to March 31.",
        "Quarter to date, as of June 9, 2024, revenue is down 7.9% at CHF 742,310.",
        "April 1 to June 9, 2024 brought in CHF 63,840 less than January 22 to March 31.",
        "From April 1 through June 9, 2024, revenue amounted to CHF 742,310, a drop of about 8% from the 70 days "
        "before.",
    ),
    "year": (
        "Basel grew its revenue by about a quarter to CHF 1.31 million in 2023.",
        "In 2023, Basel earned CHF 1,312,800, up CHF 266,300 on 2022.",
        "Year over year, Basel's revenue rose 25.5%, from CHF 1.05 million to CHF 1.31 million in 2023.",
        "2023 was up 25.5% on 2022 in Basel, where revenue came to CHF 1,312,800.",
    ),
    "february": (
        "February 2024 revenue fell 4.4% to CHF 251,300, but with only 29 days against January's 31, the average day "
        "was 2.2% higher.",
        "Revenue went down CHF 11,600 to CHF 251,300 in February 2024, while average daily revenue increased by 2.2%.",
        "Total revenue dropped 4.4% in February 2024 despite a 2.2% rise in revenue per day.",
    ),
    "from_zero": (
        "Hot Drinks in St. Gallen brought in CHF 4,375.50 in May 2024, after no revenue in April.",
        "In May 2024, Hot Drinks in St. Gallen earned CHF 4,376, up from zero in April 2024.",
    ),
    "day": (
        "Bern's revenue fell by a fifth to CHF 3,284.70 on May 10, 2024.",
        "On May 10, 2024, Bern made CHF 3,285, which was CHF 821 less than the day before.",
        "Revenue in Bern dropped 20% from CHF 4,105.90 on May 9, 2024 to CHF 3,284.70 on May 10.",
        "Compared with the previous day, Bern was down 20% on May 10, 2024.",
    ),
    "hardly": (
        "Bread revenue was nearly flat in the week of May 20, 2024, at CHF 36,214 compared with CHF 36,180 the week "
        "before.",
        "Bread brought in CHF 36,214 from May 20 to 26, 2024, about the same as the previous week's CHF 36,180.",
    ),
    "none": (
        "Hot Drinks took CHF 12,600 on May 10, 2024, precisely the same as on May 9.",
        "On May 10, 2024, revenue from Hot Drinks remained at CHF 12,600, identical to the day before.",
    ),
    "no_base": (
        "Q3 2021 generated CHF 1.69 million in revenue and has no earlier quarter for comparison.",
        "Revenue in the third quarter of 2021 totaled CHF 1,688,400; no previous data exists to compare it with.",
    ),
    "cut_base": (
        "Revenue in 2022 was CHF 3.9 million, but as the data begins on July 1, 2021, there is no full previous year "
        "to compare with.",
        "2022 brought in CHF 3,905,000; for 2021, data is only available from July 1 onward.",
    ),
    "first": (
        "St. Gallen recorded its first sales on May 4, 2024, and generated CHF 21,840 in May.",
        "St. Gallen started on May 4, 2024 with CHF 1,036.50 and ended the month with CHF 21,840.",
        "Starting with its first sales on May 4, 2024, St. Gallen brought in CHF 21,840 for the month.",
    ),
    "going_on": (
        "Cakes have made CHF 3,918.20 so far on June 10, 2024, a day still in progress.",
        "With June 10, 2024 not yet complete, Cakes revenue is at CHF 3,918 so far.",
    ),
    "gone": (
        "Cakes in Bern made no revenue in May 2024, versus CHF 7,290 in April.",
        "Bern has not sold any Cakes since April 18, 2024, so May brought no revenue after CHF 7,290 in April.",
        "Revenue from Cakes in Bern was zero in May 2024, with no sales since April 18.",
    ),
    "no_data": (
        "There is no data for July 2024; the available CHF 11.4 million covers July 1, 2021 to June 9, 2024.",
        "No data was found for July 2024, as records end on June 9, 2024.",
    ),
    "no_data_at_all": (
        "There is no data available for 2023.",
        "No revenue data could be found for 2023.",
    ),
    "sandwiches": (
        "Sandwiches increased by 37% to CHF 68,940 in May 2024.",
        "Revenue from Sandwiches was CHF 68,940 in May 2024, compared to CHF 50,310 in April, an uplift of CHF 18,630.",
        "May 2024 revenue from Sandwiches beat April's by CHF 18,630.",
        "Sandwiches had a revenue increase of 37% month over month, reaching CHF 68,940 in May 2024.",
    ),
    "lausanne": (
        "Lausanne lost nearly a third of its revenue from May 16 to 31, 2024, dropping to CHF 41,870.",
        "Revenue in Lausanne fell from CHF 62,455 to CHF 41,870 between May 16 and 31, 2024.",
        "Lausanne was down CHF 20,585 from May 16 to 31, 2024, a decline of 33% from April 30 to May 15.",
        "At CHF 41,870, Lausanne's revenue from May 16 to 31, 2024 was a third lower than in the 16 days before.",
    ),
    "pair": (
        "Bread in Basel rose by 32.5% to CHF 30,418 from May 16 to 31, 2024.",
        "Basel sold CHF 7,458 more Bread from May 16 to 31, 2024 than from April 30 to May 15.",
        "Bread revenue in Basel climbed to CHF 30,418 from May 16 to 31, 2024, almost a third above the previous CHF "
        "22,960.",
    ),
    "croissants": (
        "Croissants fell 40% to CHF 28,300 in May 2024, with CHF 15,220 of the decline in Lausanne.",
        "Croissants lost two fifths of their revenue in May 2024, most of it in Lausanne.",
        "In May 2024, Croissants revenue dropped by CHF 18,850 to CHF 28,300, and Lausanne made up CHF 15,220 of the "
        "loss.",
        "Lausanne accounted for CHF 15,220 of the CHF 18,850 decrease in Croissants in May 2024.",
    ),
    "began": (
        "Hot Drinks in St. Gallen began to sell on May 7, 2024 and contributed CHF 9,615 in May.",
        "St. Gallen recorded its first Hot Drinks sales on May 7, 2024, at CHF 118.40, and CHF 9,615 over the month.",
        "New sales of Hot Drinks in St. Gallen, starting May 7, 2024, added CHF 9,615 in May.",
    ),
    "ended": (
        "Cakes, which made CHF 33,480 in April 2024, had no revenue in May after their last sales on April 29.",
        "No Cakes were sold in May 2024; their last sales, CHF 1,205, date from April 29.",
        "Cakes brought in nothing in May 2024 after CHF 33,480 in April.",
    ),
    "year_ago": (
        "May 2024 revenue came in 24.8% above May 2023, at CHF 358,620 versus CHF 287,450.",
        "Revenue was CHF 71,170 higher in May 2024 than in May of the previous year.",
        "Compared to last May, revenue grew by about a quarter to CHF 358,620 in May 2024.",
        "Revenue rose to CHF 358,620 in May 2024 from CHF 287,450 a year earlier.",
    ),
    "season": (
        "April 2024 revenue was CHF 429,300, just 0.6% less than in April 2023, in a month that normally brings 1.27 "
        "to 1.41 times an average month.",
        "Revenue edged down 0.6% year over year to CHF 429,300 in April 2024.",
        "April 2024 fell CHF 2,600 short of April 2023, although April usually earns 1.27 to 1.41 times an average "
        "month.",
    ),
    "split": (
        "Revenue increased by CHF 14,530 from May 16 to 31, 2024, with a higher average order value adding CHF "
        "27,716 and fewer orders costing CHF 13,185.",
        "From May 16 to 31, 2024, orders declined 7% to 14,820, while the average order value rose 16.5% to CHF 12.72.",
        "Despite 7% fewer orders, revenue grew by CHF 14,530 from May 16 to 31, 2024, as the average order value "
        "went up 16.5%.",
        "The average order was worth CHF 12.72 from May 16 to 31, 2024, up from CHF 10.91, and orders numbered "
        "14,820 instead of 15,936.",
    ),
    "rate": (
        "Lausanne's conversion rate dropped by 2.06 percentage points to 9.5% in May 2024.",
        "In Lausanne, 9.5% of visits led to an order in May 2024, compared with 11.56% in April.",
        "While visits to Lausanne rose 2.9% in May 2024, orders fell 15.5%, so the conversion rate slid to 9.5%.",
        "Conversion in Lausanne went down from 11.56% in April to 9.5% in May 2024.",
    ),
    "price": (
        "Sandwiches earned CHF 4.35 per unit in May 2024, up 11.5% from CHF 3.90.",
        "A higher revenue per unit of CHF 4.35 added CHF 6,468 to Sandwiches revenue in May 2024.",
        "Revenue per sandwich unit increased by 11.5% in May 2024, from CHF 3.90 to CHF 4.35.",
    ),
    "value": (
        "The average Croissants order shrank from CHF 8.45 in April to CHF 7.80 in May 2024, which cost CHF 2,993.",
        "Average order value for Croissants was down 7.7% to CHF 7.80 in May 2024.",
        "Croissants orders were worth CHF 7.80 on average in May 2024, CHF 8.45 having been the average in April.",
    ),
    "share": (
        "Bread generated CHF 160,660 in May 2024, or 44.8% of revenue.",
        "Bread made up less than half of revenue in May 2024, at 44.8%.",
        "In May 2024, 44.8% of revenue was from Bread.",
    ),
    "shift": (
        "Basel's share of revenue fell from 45.6% to 40.1% between May 16 and 31, 2024.",
        "Basel contributed 40% of revenue from May 16 to 31, 2024, about 5.6 percentage points less than from April "
        "30 to May 15.",
        "Two fifths of revenue came from Basel from May 16 to 31, 2024, down from 45.6%.",
    ),
    "best_week": (
        "The week of May 6, 2024 was the best on record, with revenue of CHF 98,760.",
        "Weekly revenue reached a new high of CHF 98,760 from May 6 to 12, 2024, CHF 95,120 having been the previous "
        "record.",
        "With CHF 98,760, the week of May 6, 2024 beat every earlier week since July 1, 2021.",
    ),
    "worst_month": (
        "February 2024 was the weakest month since July 1, 2021, with revenue of CHF 251,300.",
        "Monthly revenue hit a record low of CHF 251,300 in February 2024, below the previous low of CHF 258,400.",
        "No month on record has brought in less than February 2024, at CHF 251,300.",
    ),
    "trend": (
        "Bread has trended downward from December 1, 2023 to May 31, 2024, by 8.1%.",
        "Bread revenue showed a downward trend of 8.1% between December 2023 and May 2024, around CHF 2.45 less each "
        "day.",
        "From December 1, 2023 to May 31, 2024, Bread revenue fell by about CHF 2.45 per day.",
    ),
    "seasonal": (
        "Basel's revenue, adjusted for seasonality, trended upward by 26.4% from December 1, 2023 to May 31, 2024.",
        "Basel gained about CHF 5.60 a day in revenue from December 2023 to May 2024, an upward trend of 26.4%.",
    ),
    "step": (
        "Lausanne's daily revenue dropped by a quarter to CHF 2,130 on March 25, 2024.",
        "Since March 25, 2024, Lausanne has made CHF 2,130 a day, compared with CHF 2,840 before.",
        "Lausanne has been running at a lower level of CHF 2,130 per day since March 25, 2024.",
    ),
    "until": (
        "Cakes made half as much again per day from February 12 to April 7, 2024, at CHF 2,460 instead of CHF 1,640.",
        "Daily Cakes revenue increased by 50% to CHF 2,460 on February 12, 2024, a level that held until April 7.",
        "From February 12 to April 7, 2024, Cakes earned CHF 2,460 a day, up from CHF 1,640.",
    ),
    "recent": (
        "Daily revenue has risen 16.5% to CHF 12,870 since May 24, 2024.",
        "Since May 24, 2024, an average day has brought in CHF 12,870, compared with CHF 11,050 before.",
    ),
    "spike": (
        "Revenue came to CHF 21,640 on May 11, 2024, 90.2% above the expected CHF 11,380.",
        "On May 11, 2024, revenue was nearly double the expected CHF 11,380, with Cakes contributing CHF 7,905 of "
        "the CHF 10,260 excess.",
        "May 11, 2024 brought in CHF 10,260 more than expected, CHF 7,905 of it from Cakes.",
    ),
    "dip": (
        "Sandwiches made only CHF 1,275 on May 22 and 23, 2024, 58.3% below expectations.",
        "From May 22 to 23, 2024, Sandwiches fell CHF 1,785 short of the expected CHF 3,060.",
        "Sandwiches revenue on May 22 and 23, 2024 was less than half of what was expected, at CHF 1,275.",
    ),
    "level": (
        "Lausanne slipped to a lower level from May 13 to 19, 2024, with CHF 15,940 against an expected CHF 20,870.",
        "Lausanne was 23.6% below expectations in the week of May 13, 2024.",
        "In the week of May 13, 2024, Lausanne brought in CHF 4,930 less than the expected CHF 20,870.",
    ),
    "holiday": (
        "Ascension Day on May 9, 2024 brought in CHF 4,410, 62.1% less than would otherwise be expected.",
        "On Ascension Day, May 9, 2024, revenue was CHF 7,210 below the expected CHF 11,620.",
        "Revenue was CHF 4,410 on May 9, 2024, which was Ascension Day, compared with CHF 11,620 expected.",
    ),
    "missing": (
        "From May 27 to 29, 2024 no revenue was recorded, while CHF 34,150 was expected; the data may be missing.",
        "Missing data is likely for May 27 to 29, 2024, which show zero revenue instead of the expected CHF 34,150.",
    ),
    "partial": (
        "Basel's data for May 14 and 15, 2024 may be partly missing, with CHF 940 recorded and CHF 8,720 expected.",
        "Basel recorded just CHF 940 of an expected CHF 8,720 on May 14 to 15, 2024, so records may be incomplete.",
    ),
    "twice": (
        "Bern's revenue of CHF 7,790 on May 3, 2024 is double the expected CHF 3,880 and may have been imported twice.",
        "Data for Bern on May 3, 2024 may have been imported twice, showing CHF 7,790 where CHF 3,880 was expected.",
    ),
    "today": (
        "Revenue on June 10, 2024 has reached CHF 6,047.30 so far, and the day continues.",
        "June 10, 2024 is only partly complete, with CHF 6,047 in revenue so far.",
    ),
    "calm": (
        "Basel showed nothing unusual across five categories in the 16 days from May 16 to 31, 2024.",
        "From May 16 to 31, 2024, nothing stood out in Basel in any of the 5 categories.",
    ),
    "calm_days": (
        "Bread in Basel showed nothing unusual over the 29 days of February 2024.",
        "Nothing unusual happened with Bread in Basel in February 2024, with all 29 days checked.",
    ),
    "order": (
        "One order of CHF 9,850, B-5521 from Festhalle Bern on May 6, 2024, accounts for most of the CHF 14,260 "
        "decrease from May 16 to 31.",
        "Most of the CHF 14,260 decline from May 16 to 31, 2024 comes down to one order, B-5521 from Festhalle Bern, "
        "worth CHF 9,850 on May 6.",
    ),
    "turned": (
        "Without order B-5608, worth CHF 24,600, revenue from May 16 to 31, 2024 would have fallen 5.8% instead of "
        "rising 8.4%.",
        "Revenue rose 8.4% from May 16 to 31, 2024, but leaving out order B-5608 of CHF 24,600, it would have "
        "declined 5.8%.",
        "Order B-5608, at CHF 24,600 on May 25, 2024, turned a decline of 5.8% into a gain of 8.4%.",
    ),
    "customer": (
        "Hotel Krone raised its spending from CHF 20,480 to CHF 31,200 from May 16 to 31, 2024, making up most of "
        "the CHF 14,530 increase.",
        "Hotel Krone spent CHF 31,200 from May 16 to 31, 2024 after CHF 20,480, accounting for most of the CHF "
        "14,530 revenue growth.",
    ),
    "adjusted": (
        "Revenue rose 1.8% in May 2024, but if Bern had brought in the expected CHF 3,880 on May 3, it would have "
        "fallen 1.3%.",
        "Had Bern made the expected CHF 3,880 instead of CHF 7,790 on May 3, 2024, May revenue would be down 1.3% "
        "rather than up 1.8%.",
    ),
    "forecast": (
        "Revenue is forecast to increase by 7.9% to CHF 171,500 from June 10 to 23, 2024.",
        "The forecast for June 10 to 23, 2024 is CHF 171,500, up from CHF 158,930 in the two weeks before.",
        "Between June 10 and 23, 2024, revenue is expected to be CHF 171,500, with a 95% interval from CHF 152,800 "
        "to CHF 192,400.",
        "Forecast revenue for June 10 to 23, 2024 stands at CHF 171,500, about 8% above May 27 to June 9.",
    ),
    "together": (
        "Hot Drinks and Croissants moved together between December 1, 2023 and May 31, 2024, with a correlation of "
        "0.68.",
        "Days with higher Hot Drinks revenue also tended to have higher Croissants revenue (correlation of 0.68).",
    ),
    "ahead": (
        "Higher Cakes revenue tended to be followed by lower Bread revenue two days later, with a correlation of "
        "-0.59.",
        "Bread moves opposite to Cakes with a lag of two days, at a correlation of -0.59.",
        "From December 1, 2023 to May 31, 2024, Bread tended to decline 2 days after Cakes rose.",
    ),
}
