"""The untrue sentences of the twelfth batch, each with one thing made false."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "month": (
        ("direction", "May 2025 revenue totaled CHF 84,310, 17.3% behind April's CHF 71,905."),
        ("number", "Revenue advanced by CHF 84,310 in May 2025."),
        ("date", "Revenue advanced 17.3% year on year to CHF 84,310 in May 2025."),
        ("cause", "Warm weather took May 2025 revenue 17.3% higher to CHF 84,310."),
        ("unit", "Revenue advanced 17.3 percentage points to CHF 84,310 in May 2025."),
        ("rank", "May 2025 was the second best month of the year, with CHF 84,310."),
        ("segment", "Road Bikes revenue advanced 17.3% to CHF 84,310 in May 2025."),
    ),
    "partial": (
        ("date", "Revenue for June 2025 came to CHF 41,220, 10.1% behind May."),
        ("date", "Revenue for the first 16 days of June 2025 came to CHF 41,220."),
        ("forecast", "Revenue slipped 10.1% from June 1 to 17, 2025, and the month will end below May."),
        ("number", "Revenue slipped 41.2% from June 1 to 17, 2025."),
        ("cause", "Revenue slipped 10.1% from June 1 to 17, 2025 amid roadworks."),
    ),
    "year": (
        ("unit", "Revenue contracted by 812,400 orders in 2024."),
        ("direction", "Annual revenue rose from CHF 812,400 in 2023 to CHF 866,151 in 2024."),
        ("number", "Revenue contracted by over a sixth in 2024."),
        ("goal", "At CHF 812,400, 2024 revenue missed the plan."),
        ("lasting", "Revenue contracted by 6.2% in 2024, the second year in a row."),
    ),
    "february": (
        ("number", "Revenue fell 2.3% to CHF 52,010 in February 2025."),
        (
            "direction",
            "February 2025 revenue of CHF 52,010 was 7.6% below January's CHF 56,300, and per day it fell 2.3%.",
        ),
        ("number", "Revenue fell 7.6% in February 2025, which had 31 days against 28."),
    ),
    "first": (
        ("date", "E-Bikes earned CHF 18,640 in May 2025, with the first sales on May 21, 2025."),
        ("number", "E-Bikes earned CHF 18,640 on May 12, 2025."),
        ("segment", "Cargo Bikes earned CHF 18,640 in May 2025, with the first sales on May 12, 2025."),
    ),
    "began": (
        ("date", "Cargo Bikes contributed CHF 9,410 in June 2025."),
        ("number", "Cargo Bikes brought in CHF 9,410 more in May 2025 than in April."),
        ("cause", "Customers loved Cargo Bikes, which brought in CHF 9,410 in May 2025."),
        ("lasting", "Cargo Bikes will go on bringing in CHF 9,410 after May 2025."),
    ),
    "ended": (
        ("date", "Repairs earned nothing in May 2025, with its last sales on April 14, 2025."),
        ("number", "Repairs earned CHF 6,321 in May 2025."),
        ("cause", "Repairs earned nothing in May 2025 as the mechanic left."),
        ("lasting", "Repairs was discontinued for good on April 24, 2025."),
    ),
    "helmets": (
        ("number", "Helmets revenue grew by two thirds to CHF 12,480 in May 2025."),
        ("number", "Helmets sold CHF 12,480 more in May 2025 than in April."),
        ("metric", "Helmets sold 12,480 units in May 2025, up 40.1%."),
        ("segment", "Helmets in Zurich had a 40.1% gain in May 2025."),
        ("rank", "Helmets grew fastest of all in May 2025, by 40.1%."),
        ("cause", "A safety campaign gave Helmets a 40.1% gain in May 2025."),
    ),
    "geneva": (
        (
            "segment",
            "Road Bikes' revenue declined 28.6% to CHF 21,030 in May 2025, with Geneva accounting for CHF 6,930.",
        ),
        ("number", "In May 2025, Geneva lost CHF 6,930 of revenue, CHF 8,410 of it in Road Bikes."),
        ("direction", "Geneva's revenue declined 28.6% in May 2025, although Road Bikes gained CHF 6,930."),
        ("segment", "Zurich's revenue declined 28.6% to CHF 21,030 in May 2025."),
    ),
    "year_ago": (
        ("date", "May 2025 revenue of CHF 84,310 was 6.7% ahead of April 2025."),
        ("number", "Year over year, revenue in May 2025 improved by CHF 79,020."),
        ("direction", "May 2025 revenue of CHF 84,310 was 6.7% short of May 2024's CHF 79,020."),
        ("unit", "Year over year, revenue in May 2025 improved by 5,290 points."),
    ),
    "season": (
        ("number", "At CHF 118,300, December 2024 was 1.71 times December 2023."),
        (
            "date",
            "December 2024 reached CHF 118,300; since January 2019, December has brought 1.62 to 1.71 average months.",
        ),
        ("forecast", "December 2024 reached CHF 118,300, and December 2025 will again bring 1.71 average months."),
    ),
    "split": (
        (
            "number",
            "The CHF 12,405 rise in May 2025 splits into CHF 4,126 from more orders and CHF 8,279 from a higher "
            "average order value.",
        ),
        ("direction", "In May 2025, orders fell 11.2% to 1,012 and the average order value rose 5.4% to CHF 83.31."),
        ("number", "In May 2025, orders climbed 5.4% and the average order value 11.2%."),
        ("cause", "The spring sale brought 11.2% more orders in May 2025."),
        ("number", "Most of the rise in May 2025 (CHF 8,279) was owed to a higher average order value."),
    ),
    "rate": (
        ("unit", "Conversion went up by 0.33% to 2.74% in May 2025."),
        ("direction", "The conversion rate fell from 2.74% in April 2025 to 2.41% in May 2025."),
        ("number", "In May 2025, 2.41% of visits converted into orders."),
        ("cause", "A new checkout lifted conversion to 2.74% in May 2025."),
        ("direction", "Conversion edged up to 2.74% in May 2025, with 2.1% more visits and 11.2% more orders."),
    ),
    "price": (
        ("number", "Revenue per unit of Helmets went up 11.5% to CHF 54.90 in May 2025."),
        ("metric", "The average order value of Helmets went up 11.5% to CHF 61.20 in May 2025."),
        ("advice", "Revenue per unit of Helmets went up 11.5% to CHF 61.20 in May 2025, leaving room for more."),
    ),
    "value": (
        ("number", "Road Bikes orders were worth CHF 1,391 on average in May 2025, 13.4% less than in April 2025."),
        (
            "direction",
            "The average order value for Road Bikes came down 13.4% in May 2025, adding CHF 5,610 to revenue.",
        ),
        ("segment", "The average order value came down 13.4% to CHF 1,204 in May 2025."),
    ),
    "share": (
        ("number", "Road Bikes contributed more than three fifths of revenue in May 2025."),
        ("unit", "Road Bikes contributed CHF 57.30 of revenue in May 2025."),
        ("segment", "57.3% of Geneva's revenue in May 2025 came from Road Bikes."),
        ("metric", "57.3% of all orders in May 2025 were for Road Bikes."),
    ),
    "shift": (
        ("unit", "Zurich's share of revenue widened by 6.7% to 47.9% in May 2025."),
        ("direction", "Zurich's share of revenue shrank by 6.7 percentage points to 47.9% in May 2025."),
        ("number", "Zurich accounted for 41.2% of revenue in May 2025."),
        ("rank", "With 47.9% in May 2025, Zurich overtook Geneva."),
    ),
    "worst": (
        ("direction", "The week from April 14 to 20, 2025 was the best since January 1, 2022, at CHF 9,820."),
        ("date", "The week from April 14 to 20, 2025 was the weakest since January 1, 2020, at CHF 9,820."),
        ("number", "Weekly revenue hit a new low of CHF 11,240 from April 14 to 20, 2025."),
        ("rank", "The week from April 14 to 20, 2025 was the weakest ever, at CHF 9,820."),
    ),
    "trend": (
        ("direction", "Revenue followed an upward trend from January 1 to May 31, 2025, gaining 14.2% overall."),
        ("unit", "Between January 1 and May 31, 2025, revenue trended lower by 14.2%, about CHF 3 a week."),
        ("forecast", "Revenue has drifted down 14.2% from January 1 to May 31, 2025 and keeps falling."),
    ),
    "step": (
        ("lasting", "On May 19, 2025, the daily revenue of Road Bikes dropped to CHF 1,421 and has stayed there."),
        ("number", "On May 19, 2025, the daily revenue of Road Bikes dropped from CHF 1,421 to CHF 1,905."),
        ("date", "On May 29, 2025, the daily revenue of Road Bikes dropped from CHF 1,905 to CHF 1,421."),
        ("unit", "From May 19, 2025, Road Bikes took CHF 1,421 in total, down from CHF 1,905."),
    ),
    "until": (
        ("date", "Geneva's daily revenue moved up to CHF 845.00 on March 3, 2025 and stayed there until May 20, 2025."),
        ("lasting", "Geneva's daily revenue moved up to CHF 845.00 on March 3, 2025 and has stayed there since."),
    ),
    "spike": (
        ("number", "Revenue was expected to be CHF 9,870 on May 10, 2025, and CHF 3,105 came."),
        ("number", "On May 10, 2025, revenue of CHF 9,870 was more than four times the CHF 3,105 expected."),
        ("segment", "May 10, 2025 brought CHF 9,870, CHF 5,410 of it more than expected from Helmets."),
        ("cause", "A race in town lifted revenue to CHF 9,870 on May 10, 2025, 217.9% above the CHF 3,105 expected."),
        ("unit", "On May 10, 2025, revenue of CHF 9,870 was 217.9 percentage points above the CHF 3,105 expected."),
    ),
    "dip": (
        ("number", "Revenue on April 29, 2025 came to CHF 1,840, short of the expected CHF 2,480."),
        ("direction", "On April 29, 2025, revenue of CHF 640.00 exceeded the expected CHF 2,480 by 74.2%."),
        ("cause", "A power cut kept revenue at CHF 640.00 on April 29, 2025, where CHF 2,480 was expected."),
    ),
    "missing": (
        (
            "date",
            "Some data may be missing: from May 20 to 22, 2025, revenue was CHF 310.00, whereas CHF 5,120 was "
            "expected.",
        ),
        (
            "cause",
            "Revenue was CHF 310.00 on May 21 and 22, 2025, 94.0% below the expected CHF 5,120, as the till broke.",
        ),
        (
            "certainty",
            "Data is missing for May 21 to 22, 2025: revenue was CHF 310.00, whereas CHF 5,120 was expected.",
        ),
    ),
    "twice": (
        ("number", "Revenue on May 14, 2025 was CHF 6,240, about triple the CHF 3,080 expected."),
        (
            "certainty",
            "At CHF 6,240, May 14, 2025 was 102.6% above the expected CHF 3,080 because rows were imported twice.",
        ),
    ),
    "holiday": (
        ("name", "Easter Monday explains the absence of revenue on April 18, 2025, when CHF 2,390 was expected."),
        ("number", "On Good Friday, April 18, 2025, revenue was CHF 2,390."),
    ),
    "today": (
        ("number", "June 18, 2025 is over and brought CHF 1,140."),
        ("forecast", "June 18, 2025 is not over yet and will end above CHF 1,140."),
    ),
    "calm": (
        ("number", "A check of 31 days, 2 categories and 4 regions turned up nothing unusual in March 2025."),
        ("negation", "A check of 31 days, 4 categories and 2 regions turned up something unusual in March 2025."),
        ("forecast", "Nothing unusual is to be expected after March 2025, in which 31 days were checked."),
    ),
    "forecast": (
        ("number", "For June 18 to July 17, 2025, revenue is forecast at CHF 73,450."),
        ("direction", "Revenue is projected to decrease 8.8% to CHF 79,900 from June 18 to July 17, 2025."),
        ("certainty", "Revenue rose 8.8% to CHF 79,900 from June 18 to July 17, 2025."),
        (
            "number",
            "With 80% confidence, revenue from June 18 to July 17, 2025 should land between CHF 68,300 and CHF 94,100.",
        ),
        ("cause", "Summer tourism is projected to lift revenue 8.8% to CHF 79,900 from June 18 to July 17, 2025."),
    ),
    "together": (
        (
            "direction",
            "Zurich and Geneva moved in opposite directions from January 1 to May 31, 2025, with a correlation "
            "of 0.58.",
        ),
        ("cause", "Zurich drives Geneva (correlation 0.58, from January 1 to May 31, 2025)."),
        ("number", "Zurich and Geneva moved together from January 1 to May 31, 2025 on 58% of days."),
    ),
    "later": (
        (
            "number",
            "Orders tend to follow visits with a delay of 4 days (correlation 0.44, January 1 to May 31, 2025).",
        ),
        ("direction", "When visits go up, orders tend to go down two days later, with a correlation of 0.44."),
        (
            "role",
            "Visits tend to follow orders with a delay of 2 days (correlation 0.44, from January 1 to May 31, 2025).",
        ),
    ),
}
