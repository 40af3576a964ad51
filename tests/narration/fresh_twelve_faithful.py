"""A twelfth batch, about a bicycle shop, written without a look at the grammar: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "month": (
        "May 2025 revenue totaled CHF 84,310, a 17.3% improvement on April's CHF 71,905.",
        "Revenue advanced 17.3% month over month to CHF 84,310 in May 2025.",
        "Compared with April 2025, May revenue was up by CHF 12,405, landing at CHF 84,310.",
        "The shop took in CHF 84,310 in May 2025, having taken CHF 71,905 in April.",
        "In May 2025, revenue posted an increase of 17.3%, moving from CHF 71,905 to CHF 84,310.",
        "At CHF 84,310, May 2025 revenue stood 17.3% higher than in April 2025.",
    ),
    "partial": (
        "Revenue for the first 17 days of June 2025 came to CHF 41,220, 10.1% behind the same days of May.",
        "From June 1 to 17, 2025, revenue slipped 10.1% to CHF 41,220, versus CHF 45,871 from May 1 to 17.",
        "Between June 1 and June 17, 2025, revenue was CHF 4,651 lower than in the same stretch of May.",
        "Revenue between June 1 and 17, 2025 trailed that of May 1 to 17 by 10.1%, at CHF 41,220.",
    ),
    "year": (
        "Full-year 2024 revenue was CHF 812,400, down 6.2% from CHF 866,151 in 2023.",
        "Revenue contracted by 6.2% in 2024, ending at CHF 812,400.",
        "Annual revenue fell from CHF 866,151 in 2023 to CHF 812,400 in 2024.",
        "2024 saw revenue decline by CHF 53,751 to CHF 812,400.",
        "Over the whole of 2024, revenue receded by about 6% to CHF 812,400.",
    ),
    "february": (
        "Revenue fell 7.6% to CHF 52,010 in February 2025, though the average day improved by 2.3% as February had 28 "
        "days against 31.",
        "February 2025 revenue of CHF 52,010 was 7.6% below January's CHF 56,300, but per day it rose 2.3%.",
        "Despite a 7.6% drop in total revenue to CHF 52,010 in February 2025, average daily revenue was up 2.3%.",
    ),
    "first": (
        "E-Bikes earned CHF 18,640 in May 2025, with the first sales on May 12, 2025.",
        "E-Bikes generated revenue of CHF 18,640 in May 2025, having launched on May 12, 2025.",
        "Sales of E-Bikes started on May 12, 2025 and reached CHF 18,640 in May 2025.",
    ),
    "began": (
        "Cargo Bikes contributed CHF 9,410 in May 2025 after their first sales on May 6, 2025.",
        "New in May 2025: Cargo Bikes, on sale since May 6, 2025, brought in CHF 9,410.",
        "Cargo Bikes, which began selling on May 6, 2025, made CHF 9,410 in May 2025.",
    ),
    "ended": (
        "Repairs earned nothing in May 2025 after CHF 6,321 in April, with its last sales on April 24, 2025.",
        "There were no sales of Repairs in May 2025, compared with CHF 6,321 in April 2025; the last ones were "
        "on April "
        "24, 2025.",
        "Repairs dropped from CHF 6,321 in April 2025 to zero in May, having last sold on April 24, 2025.",
    ),
    "helmets": (
        "Helmets revenue grew by two fifths, from CHF 8,910 in April 2025 to CHF 12,480 in May.",
        "Helmets had a 40.1% gain in May 2025, taking revenue to CHF 12,480.",
        "In May 2025, Helmets sold CHF 3,570 more than in April, reaching CHF 12,480.",
        "Revenue from Helmets was 40.1% stronger in May 2025 than a month earlier.",
        "Helmets saw its revenue increase to CHF 12,480 in May 2025, up from CHF 8,910 the previous month.",
    ),
    "geneva": (
        "Geneva's revenue declined 28.6% to CHF 21,030 in May 2025, with Road Bikes accounting for CHF 6,930 of the "
        "drop.",
        "In May 2025, Geneva lost CHF 8,410 of revenue, CHF 6,930 of it in Road Bikes.",
        "Revenue in Geneva weakened by 28.6% to CHF 21,030 in May 2025, mainly in Road Bikes (-CHF 6,930).",
        "Geneva came in CHF 8,410 lower in May 2025 than in April 2025; most of that, CHF 6,930, was Road Bikes.",
    ),
    "year_ago": (
        "May 2025 revenue of CHF 84,310 was 6.7% ahead of May 2024's CHF 79,020.",
        "Compared with a year earlier, May 2025 revenue was up 6.7%, from CHF 79,020 to CHF 84,310.",
        "Year over year, revenue in May 2025 improved by CHF 5,290 to CHF 84,310.",
        "In May 2025 the shop made CHF 84,310, against CHF 79,020 in the same month last year.",
    ),
    "season": (
        "December 2024 revenue reached CHF 118,300, 7.6% above December 2023; since January 2021, December has brought "
        "1.62 to 1.71 times an average month every year.",
        "Revenue was CHF 118,300 in December 2024, up 7.6% on CHF 109,940 in December 2023, in a month that "
        "since January "
        "2021 has been worth between 1.62 and 1.71 average months.",
        "At CHF 118,300, December 2024 beat December 2023 by 7.6%.",
    ),
    "split": (
        "The CHF 12,405 rise in revenue in May 2025 over April splits into CHF 8,279 from more orders and CHF "
        "4,126 from "
        "a higher average order value.",
        "Revenue was up CHF 12,405 in May 2025 compared with April: orders grew 11.2% to 1,012 (+CHF 8,279) and "
        "the average "
        "order value 5.4% to CHF 83.31 (+CHF 4,126).",
        "In May 2025, orders climbed 11.2% to 1,012 and the average order value 5.4% to CHF 83.31, together adding CHF "
        "12,405 compared with April 2025.",
        "Two thirds of May 2025's CHF 12,405 revenue gain over April came from order volume.",
    ),
    "rate": (
        "The conversion rate improved from 2.41% in April 2025 to 2.74% in May 2025, as visits dipped 2.1% while "
        "orders "
        "rose 11.2%.",
        "Conversion went up by 0.33 percentage points to 2.74% in May 2025.",
        "In May 2025, 2.74% of visits converted into orders, up from 2.41% in April.",
        "Conversion rate edged up to 2.74% in May 2025 from 2.41% in April 2025, with 2.1% fewer visits and 11.2% more "
        "orders.",
    ),
    "price": (
        "Revenue per unit of Helmets went up 11.5% to CHF 61.20 in May 2025, worth CHF 1,190 in revenue.",
        "Helmets sold at an average of CHF 61.20 per unit in May 2025, compared with CHF 54.90 in April 2025.",
        "Each Helmets unit brought in CHF 61.20 in May 2025, CHF 6.30 more than in April.",
    ),
    "value": (
        "Road Bikes orders were worth CHF 1,204 on average in May 2025, 13.4% less than in April 2025.",
        "The average order value for Road Bikes came down 13.4% to CHF 1,204 in May 2025, reducing revenue by "
        "CHF 5,610.",
        "Average order value in Road Bikes shrank from CHF 1,391 in April 2025 to CHF 1,204 in May 2025.",
    ),
    "share": (
        "Road Bikes contributed 57.3% of total revenue in May 2025, or CHF 48,310.",
        "More than half of May 2025 revenue, 57.3%, was from Road Bikes.",
        "With CHF 48,310, Road Bikes represented 57.3% of revenue in May 2025.",
        "57.3% of all revenue in May 2025 came from Road Bikes.",
    ),
    "shift": (
        "Zurich's share of revenue widened by 6.7 percentage points to 47.9% in May 2025.",
        "Zurich accounted for 47.9% of revenue in May 2025, compared to 41.2% in April 2025.",
        "The share of revenue coming from Zurich increased from 41.2% in April to 47.9% in May 2025.",
    ),
    "worst": (
        "The week from April 14 to 20, 2025 was the weakest since January 1, 2022, at CHF 9,820; the previous "
        "low was CHF "
        "11,240.",
        "With revenue of CHF 9,820, April 14 to 20, 2025 was the lowest week since January 1, 2022, below the "
        "former low of "
        "CHF 11,240.",
        "Weekly revenue hit a new low of CHF 9,820 from April 14 to 20, 2025, undercutting the earlier low of "
        "CHF 11,240.",
    ),
    "trend": (
        "Revenue followed a downward trend from January 1 to May 31, 2025, losing 14.2% overall (CHF 3.10 per day).",
        "Between January 1 and May 31, 2025, revenue trended lower by 14.2%, about CHF 3 a day.",
        "Over the period from January 1 to May 31, 2025, revenue drifted down 14.2%.",
    ),
    "step": (
        "On May 19, 2025, the daily revenue of Road Bikes dropped to a lower level, from CHF 1,905 to CHF 1,421 "
        "(-25.4%).",
        "Road Bikes' daily revenue shifted down by 25.4% on May 19, 2025, from CHF 1,905 to CHF 1,421.",
        "From May 19, 2025, Road Bikes averaged CHF 1,421 a day, down from CHF 1,905 a day.",
    ),
    "until": (
        "Geneva's daily revenue moved up from CHF 610.00 to CHF 845.00 on March 3, 2025 and stayed there until "
        "April 20, 2025.",
        "Daily revenue of Geneva was elevated at CHF 845.00 from March 3 until April 20, 2025, 38.5% above the "
        "CHF 610.00 "
        "before.",
    ),
    "spike": (
        "Revenue spiked to CHF 9,870 on May 10, 2025, 217.9% above the expected CHF 3,105, mostly in E-Bikes "
        "(+CHF 5,410).",
        "On May 10, 2025, revenue of CHF 9,870 was more than triple the CHF 3,105 expected.",
        "May 10, 2025 brought CHF 9,870, CHF 6,765 more than expected, CHF 5,410 of it from E-Bikes.",
        "Revenue exceeded expectations by 217.9% on May 10, 2025, reaching CHF 9,870 instead of CHF 3,105.",
    ),
    "dip": (
        "Revenue on April 29, 2025 came to only CHF 640.00, 74.2% short of the expected CHF 2,480.",
        "On April 29, 2025, revenue plunged to CHF 640.00 when CHF 2,480 was expected.",
        "April 29, 2025 fell CHF 1,840 short of the expected CHF 2,480.",
    ),
    "missing": (
        "Revenue was just CHF 310.00 on May 21 and 22, 2025, 94.0% below the expected CHF 5,120, so some data "
        "may be missing.",
        "Some data may be missing: from May 21 to 22, 2025, revenue was CHF 310.00, whereas CHF 5,120 was expected.",
        "From May 21 to 22, 2025, recorded revenue was 94.0% lower than expected, which may point to missing data.",
    ),
    "twice": (
        "Revenue on May 14, 2025 was CHF 6,240, about double the CHF 3,080 expected; some rows may have been imported "
        "twice.",
        "At CHF 6,240, May 14, 2025 was 102.6% above the expected CHF 3,080, possibly due to duplicate rows.",
    ),
    "holiday": (
        "There was no revenue on April 18, 2025 (Good Friday), where CHF 2,390 was expected.",
        "Good Friday explains the absence of revenue on April 18, 2025, when CHF 2,390 was expected.",
        "On Good Friday, April 18, 2025, revenue was CHF 0.00 instead of the CHF 2,390 expected.",
    ),
    "today": (
        "June 18, 2025 is not over yet, so its CHF 1,140 is not counted.",
        "The running day, June 18, 2025, stands at CHF 1,140 so far and is excluded.",
    ),
    "calm": (
        "March 2025 was free of surprises: 31 days, 4 categories and 2 regions were checked.",
        "A check of 31 days, 4 categories and 2 regions turned up nothing unusual in March 2025.",
        "No unusual activity was found in March 2025 across 31 days, 4 categories and 2 regions.",
    ),
    "forecast": (
        "Revenue is projected to increase 8.8% to CHF 79,900 from June 18 to July 17, 2025, compared with CHF "
        "73,450 from May "
        "19 to June 17.",
        "For June 18 to July 17, 2025, revenue is forecast at CHF 79,900, most likely between CHF 68,300 and CHF "
        "94,100 (95% "
        "range).",
        "The forecast for June 18 to July 17, 2025 is CHF 79,900, 8.8% more than the CHF 73,450 of May 19 to "
        "June 17, 2025.",
        "With 95% confidence, revenue from June 18 to July 17, 2025 should land between CHF 68,300 and CHF 94,100.",
    ),
    "together": (
        "Zurich and Geneva moved in the same direction from January 1 to May 31, 2025, with a correlation of 0.58.",
        "From January 1 to May 31, 2025, Geneva tended to rise and fall along with Zurich (correlation 0.58).",
        "The correlation between Zurich and Geneva was 0.58 from January 1 to May 31, 2025, so they tend to move "
        "together.",
    ),
    "later": (
        "Orders tend to follow visits with a delay of 2 days (correlation 0.44, from January 1 to May 31, 2025).",
        "When visits go up, orders tend to go up two days later, with a correlation of 0.44 from January 1 to "
        "May 31, 2025.",
        "From January 1 to May 31, 2025, a move in visits tended to be followed by the same move in orders 2 "
        "days later "
        "(correlation 0.44).",
    ),
}
