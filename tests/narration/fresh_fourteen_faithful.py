"""A fourteenth batch, about pharmacies in pounds (GBP), written without a look at the checker: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "quarter": (
        "Revenue rose 6.9% to £412,860 in Q1 2025, up from £386,216 in Q4 2024.",
        "In the first quarter of 2025, revenue climbed by £26,645 to £412,860.",
        "Q1 2025 closed with revenue of roughly £413,000, 6.9% ahead of the previous quarter.",
        "At £412,860, first-quarter 2025 revenue exceeded that of the fourth quarter of 2024 by about £26,600.",
        "Quarter over quarter, revenue increased by almost 7% in Q1 2025, moving from £386,216 to £412,860.",
    ),
    "march": (
        "Although total revenue in March 2025 rose 4.8% to £141,321, the average day brought in 5.3% less than in "
        "February.",
        "Revenue reached £141,321 in March 2025, £6,513 more than in February, while revenue on the average day fell "
        "5.3%.",
        "March 2025 revenue grew 4.8% from £134,808 to £141,321 over 31 days, compared with 28 days in February.",
        "With 31 days against February's 28, March 2025 took in £141,321, an increase of 4.8%, yet daily revenue was "
        "5.3% lower on average.",
    ),
    "week": (
        "Vitamins revenue fell 21% to £8,215 in the week of March 10, 2025, from £10,402 the week before.",
        "Vitamins took in £8,215 between 10 and 16 March 2025, just over a fifth less than in the preceding week.",
        "Week on week, sales of Vitamins dropped by £2,188 to £8,215 from March 10 to 16, 2025.",
        "From March 10 to 16, 2025, Vitamins generated £2,188 less revenue than from March 3 to 9.",
    ),
    "hardly": (
        "York's revenue was practically unchanged in April 2025, at £26,418 versus £26,402 in March.",
        "In York, revenue held steady at about £26,400 in both March and April 2025.",
        "April 2025 revenue in York came to £26,418, nearly the same as the £26,402 recorded in March 2025.",
    ),
    "none": (
        "First Aid revenue was £3,275 in April 2025, the same as in March.",
        "First Aid brought in £3,275 in April 2025, matching March 2025 exactly.",
    ),
    "no_base": (
        "Revenue in June 2022 was £91,440; there is no data from before to compare it with.",
        "June 2022 generated £91,440 in revenue, with no earlier figures available for comparison.",
    ),
    "cut_base": (
        "July 2022 brought in £98,112, but since records only start on June 9, 2022, June cannot serve as a full "
        "comparison.",
        "Revenue came to £98,112 in July 2022; data begins on 9 June 2022, so a complete prior month is not available.",
    ),
    "first": (
        "Sun Care in York recorded its first sales on March 6, 2025, and brought in £5,120 over the month.",
        "Sun Care in York generated £5,120 in March 2025, its first sales having come on March 6 with £86.20.",
        "With first sales of £86.20 on 6 March 2025, Sun Care in York went on to earn £5,120 that month.",
    ),
    "going_on": (
        "April 14, 2025 is still in progress, with revenue of £2,315 recorded so far.",
        "Revenue has reached £2,315 so far on April 14, 2025, which is not yet complete.",
    ),
    "gone": (
        "Baby Care in Bristol generated no revenue in March 2025, compared with £4,631 in February.",
        "Since February 19, 2025, Baby Care in Bristol has not recorded any revenue; in February it had brought in "
        "£4,631.",
        "Revenue from Baby Care in Bristol dropped to zero in March 2025, down from £4,631 the month before.",
    ),
    "no_data": (
        "There is no revenue data for 2021; records run from June 1, 2022 to April 13, 2025, with a total of £4.22 "
        "million.",
        "No data exists for 2021, as the available data covers June 1, 2022 through April 13, 2025.",
    ),
    "no_data_at_all": (
        "No data is available for April 2025.",
        "There is no revenue data for April 2025.",
    ),
    "skincare": (
        "Skincare revenue jumped by nearly a third to £31,842 in March 2025.",
        "Skincare sales grew 32.1% month over month, from £24,106 in February to £31,842 in March 2025.",
        "Skincare added £7,737 in revenue in March 2025, climbing to £31,842.",
        "In March 2025, Skincare earned £31,842, which is £7,737 more than in February 2025.",
    ),
    "cardiff": (
        "Cardiff saw revenue slide by about a quarter to £18,930 in March 2025.",
        "Revenue in Cardiff came in at £18,930 in March 2025, down £6,380 from February.",
        "Cardiff's revenue shrank 25.2% from £25,310 in February to £18,930 in March 2025.",
        "Cardiff's March 2025 revenue was £6,380 below the February figure of £25,310.",
    ),
    "pair": (
        "Sun Care revenue in York more than tripled to £5,120 in April 2025, from £1,688 in March.",
        "York's Sun Care sales surged 203% to £5,120 in April 2025.",
        "In York, Sun Care took £3,432 more in April 2025 than in March, reaching £5,120.",
    ),
    "leeds": (
        "Leeds increased its revenue by 15.9% to £52,311 in March 2025, with Skincare there contributing £5,980 of "
        "the gain.",
        "Revenue in Leeds rose by £7,191 to £52,311 in March 2025, of which £5,980 came from Skincare.",
        "Leeds grew from £45,121 in February to £52,311 in March 2025, and most of that increase came from Skincare "
        "in Leeds.",
        "Skincare accounted for £5,980 of the £7,191 rise in Leeds in March 2025.",
    ),
    "began": (
        "Sun Care recorded its first sales on March 11, 2025, and brought in £2,945 in March.",
        "Newly selling since March 11, 2025, Sun Care contributed £2,945 in March 2025.",
        "Sun Care began selling on 11 March 2025 with £38.90 on the first day and reached £2,945 for the month.",
    ),
    "ended": (
        "Baby Care has had no sales since February 26, 2025, after generating £9,872 in February.",
        "Baby Care earned nothing in March 2025, following £9,872 in February; its last sales were on February 26.",
        "The last Baby Care sales, worth £215, were on 26 February 2025, and March 2025 brought none.",
    ),
    "year_ago": (
        "Revenue in March 2025 was 10.5% higher than in March 2024, at £141,321.",
        "Year over year, March 2025 revenue increased by £13,415 to £141,321.",
        "Compared with March 2024, when revenue was £127,905, March 2025 brought in £13,415 more.",
        "March 2025 outperformed the same month of the previous year by 10.5%, with £141,321 against £127,905.",
    ),
    "season": (
        "July 2024 revenue of £104,200 was 5.1% below July 2023, in a month that usually brings only 0.68 to 0.74 "
        "times an average month.",
        "Revenue fell by £5,550 year over year to £104,200 in July 2024; July typically makes 0.68 to 0.74 times the "
        "revenue of an average month.",
        "At £104,200, July 2024 came in 5.1% under the £109,750 of July 2023.",
    ),
    "split": (
        "Revenue grew by £6,513 in March 2025: more orders added £16,949, while a lower average order value took "
        "away £10,436.",
        "Orders rose 13% to 6,204 in March 2025, whereas the average order value fell 7.3% to £22.78.",
        "The number of orders increased from 5,488 to 6,204 in March 2025, contributing £16,949, but smaller orders "
        "cost £10,436.",
        "In March 2025, 6,204 orders at an average of £22.78 compared with 5,488 orders at £24.56 in February.",
    ),
    "rate": (
        "The Skincare conversion rate improved from 3.78% in February to 4.26% in March 2025.",
        "Skincare converted 4.26% of visits in March 2025, up 0.48 percentage points, as orders rose 7.9% and visits "
        "fell 4.2%.",
        "In March 2025, conversion in Skincare went up by 0.48 percentage points to 4.26%.",
        "With 4.2% fewer visits and 7.9% more orders, the conversion rate of Skincare rose to 4.26% in March 2025.",
    ),
    "price": (
        "Revenue per unit in Skincare rose 12.5% to £14.85 in March 2025, which added £3,275 to revenue.",
        "Skincare earned £14.85 per unit sold in March 2025, up from £13.20 in February.",
        "Each Skincare unit brought in £14.85 on average in March 2025, an eighth more than in February 2025.",
    ),
    "value": (
        "The average order value of Vitamins slipped 14.2% to £21.40 in March 2025, lowering revenue by £1,260.",
        "Customers spent an average of £21.40 per Vitamins order in March 2025, compared with £24.95 in February.",
        "Vitamins orders averaged £21.40 in March 2025, down from £24.95, an effect of £1,260 less revenue.",
    ),
    "share": (
        "Prescriptions made up 61.4% of revenue in March 2025, at £86,700.",
        "Just over three fifths of March 2025 revenue came from Prescriptions, which brought in £86,700.",
        "With £86,700, Prescriptions accounted for about 61% of total revenue in March 2025.",
    ),
    "shift": (
        "Leeds increased its share of revenue from 33.5% in February to 37% in March 2025.",
        "Leeds accounted for 37% of revenue in March 2025, 3.6 percentage points more than in February 2025.",
        "The share of Leeds in total revenue grew by 3.55 percentage points to 37.02% in March 2025.",
    ),
    "best_week": (
        "The week of March 24, 2025 set a new record with revenue of £36,418, surpassing the previous best of £34,906.",
        "From March 24 to 30, 2025, revenue hit £36,418, the best week since records began on June 1, 2022.",
        "At £36,418, 24 to 30 March 2025 was the best week so far, beating the earlier record of £34,906.",
    ),
    "worst_day": (
        "March 2, 2025 was the weakest day on record, with revenue of just £412.",
        "Revenue dropped to a new low of £412 on March 2, 2025; the lowest day before had brought in £688.",
        "With £412, 2 March 2025 was the worst day yet, falling below the previous low of £688.",
    ),
    "trend": (
        "Skincare revenue trended upward by 22.6% from January 1 to April 13, 2025, or about £1.85 per day.",
        "Between January 1 and April 13, 2025, Skincare showed an upward trend of 22.6%.",
        "Daily Skincare revenue has been rising by roughly £1.85 a day between 1 January and 13 April 2025.",
    ),
    "seasonal": (
        "Adjusted for seasonal effects, Cardiff's revenue trended down 9.4% from January 1 to April 13, 2025.",
        "Cardiff shows a declining trend of 9.4% between January 1 and April 13, 2025, about £0.72 less each day.",
        "Cardiff revenue trended downward from January 1 to April 13, 2025, losing around £0.72 per day.",
    ),
    "step": (
        "Daily revenue in Leeds stepped up from £812 to £1,047 on February 17, 2025.",
        "Since February 17, 2025, Leeds has averaged £1,047 a day, 28.9% more than before.",
        "Leeds moved to a higher level on 17 February 2025, with daily revenue up from around £812 to around £1,047.",
    ),
    "until": (
        "Vitamins averaged £263 per day from January 20 to March 9, 2025, 23% below the earlier level of £341.",
        "Between January 20 and March 9, 2025, daily revenue of Vitamins was down 23%, at about £263 instead of £341.",
        "From 20 January until 9 March 2025, Vitamins revenue ran at a lower level of £262.50 a day, down from £341.",
    ),
    "recent": (
        "Since April 4, 2025, Skincare has been bringing in around £1,180 a day, up 23.6% from £955.",
        "Skincare's daily revenue rose from £955 to £1,180 on April 4, 2025, though it is too early to say whether "
        "the new level will last.",
    ),
    "spike": (
        "Revenue spiked to £11,941 on March 19, 2025, well over double the expected £4,615.",
        "On March 19, 2025, revenue was £7,326 above expectations, with Skincare alone accounting for £6,480 of that.",
        "Revenue of £11,941 on 19 March 2025 exceeded the expected level by 159%, mostly in Skincare.",
        "An unusual peak on March 19, 2025 brought in £11,941, compared with an expected £4,615.",
    ),
    "dip": (
        "Leeds took in only £1,120 on March 5, 2025, a quarter of the £4,480 expected.",
        "On March 5, 2025, revenue in Leeds fell 75% short of expectations, at £1,120.",
        "Leeds missed its expected revenue of £4,480 by £3,360 on March 5, 2025.",
    ),
    "level": (
        "Leeds moved to a higher level in the week of March 3, 2025, with £14,210 against an expected £11,050.",
        "From March 3 to 9, 2025, Leeds earned 28.6% more than expected, at £14,210.",
        "Revenue in Leeds shifted upward from 3 to 9 March 2025, coming in £3,160 above the expected £11,050.",
    ),
    "holiday": (
        "On Good Friday, April 18, 2025, revenue was £690, compared with £4,520 on a usual day.",
        "Good Friday brought in £690 on April 18, 2025, 84.7% less than expected otherwise.",
    ),
    "missing": (
        "No revenue was recorded on March 12 and 13, 2025, where £9,120 was expected, so data may be missing.",
        "Data appears to be missing for March 12 to 13, 2025: revenue was £0 instead of the expected £9,120.",
    ),
    "partial": (
        "Part of Bristol's data for March 26, 2025 may be missing, as only £385 of an expected £4,610 was recorded.",
        "Bristol shows just £385 on March 26, 2025, 91.7% below the expected £4,610, which suggests incomplete data.",
    ),
    "twice": (
        "March 20, 2025 may have been imported twice, since revenue of £9,345 was about double the expected £4,660.",
        "Revenue on 20 March 2025 was recorded as £9,345, twice the expected £4,660, which points to a duplicate "
        "import.",
    ),
    "today": (
        "April 14, 2025 is not over yet and stands at £1,870 so far.",
        "So far, £1,870 has come in on April 14, 2025, with the day still under way.",
    ),
    "calm": (
        "Nothing unusual was found in April 2025 across 30 days, six categories and four regions.",
        "All 30 days, 6 categories and 4 regions were checked for April 2025, and nothing stood out.",
    ),
    "order": (
        "A single order of £4,980 on March 21, 2025, RX-20871 from St Anne Hospice, makes up most of the £6,513 "
        "increase in March.",
        "Of March 2025's £6,513 revenue increase, £4,980 came from one order, RX-20871 by St Anne Hospice.",
        "Order RX-20871 from St Anne Hospice, worth £4,980, accounts for the majority of the revenue growth of "
        "£6,513 in March 2025.",
    ),
    "turned": (
        "Without a single order of £11,400 on February 12, 2025, revenue in March would have risen 6% rather than "
        "fallen 2.8%.",
        "Revenue fell 2.8% in March 2025, but leaving out one £11,400 order from February 12, it would have grown by "
        "6%.",
        "Excluding the £11,400 order of 12 February 2025, the 2.8% decline in March 2025 becomes a 6% increase.",
    ),
    "customer": (
        "Elmfield Care Home spent £7,940 in March 2025, up from £2,610 in February, an increase that makes up most "
        "of the £6,513 rise in revenue.",
        "Most of the £6,513 revenue gain in March 2025 came from one customer, Elmfield Care Home, whose purchases "
        "grew from £2,610 to £7,940.",
    ),
    "adjusted": (
        "Revenue fell 4.1% in March 2025, but had March 12 and 13 brought the expected £9,120, it would have risen "
        "2.5%.",
        "With the expected £9,120 on March 12 to 13, 2025 instead of nothing, March revenue would have been up 2.5% "
        "rather than down 4.1%.",
    ),
    "forecast": (
        "Revenue is forecast to rise 7.4% to £148,900 from April 14 to May 13, 2025.",
        "The forecast for April 14 to May 13, 2025 is £148,900, with a 95% range of £131,200 to £167,400.",
        "Over the 30 days from 14 April 2025, revenue is expected to reach £148,900, up from £138,640 in the 30 days "
        "before.",
        "Forecast revenue of £148,900 from April 14 to May 13, 2025 would be 7.4% above the £138,640 of March 15 to "
        "April 13.",
    ),
    "together": (
        "Vitamins and Skincare tended to move together on the same days from January 1 to April 13, 2025, with a "
        "correlation of 0.63.",
        "Between January 1 and April 13, 2025, Skincare revenue tended to be high on days when Vitamins revenue was "
        "high.",
    ),
    "ahead": (
        "First Aid tends to move in the opposite direction to Prescriptions four days later, with a correlation of "
        "-0.55.",
        "From January 1 to April 13, 2025, higher Prescriptions revenue tended to be followed four days later by "
        "lower First Aid revenue.",
        "When Prescriptions rise, First Aid tends to fall 4 days afterwards (correlation -0.55).",
    ),
}
