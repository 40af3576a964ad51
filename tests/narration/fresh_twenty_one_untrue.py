# ruff: noqa: RUF001 (dashes are written as people write them)
"""Untrue sentences about the claims of the bicycle-repair and outdoor rental chain, each with what is wrong in it."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "summer": (
        ("number", "Revenue came to £278,640 in the third quarter of 2025, up 34.22% from £214,310 in the second."),
        ("base", "Year over year, revenue was up 34.22% in the third quarter of 2025, to £287,640."),
        ("role", "Q3 2025 revenue totalled £73,330, up 34.22% on the previous quarter."),
        ("direction", "Revenue fell by just over a third in Q3 2025, to about £288,000."),
        (
            "period",
            "Between June and August 2025 the business took in £287,640, about £73k more than in the three months "
            "before.",
        ),
        ("cause", "Warm summer weather pushed Q3 2025 revenue up by 34.22% to £287,640."),
        ("unit", "Revenue rose by 34.22 percentage points in Q3 2025, to nearly £288k."),
    ),
    "hardly": (
        ("number", "Devon's August revenue barely moved, edging up by just £515 to £31,480."),
        ("direction", "Devon's revenue slipped by 0.49% in August 2025, to £31,480."),
        ("segment", "Revenue in Cornwall was practically flat in August 2025, at £31,480 after £31,325 in July."),
        ("opposite", "Devon's revenue changed markedly in August 2025, climbing to £31,480 from £31,325 in July."),
        ("role", "At £31,325, Devon's revenue in August 2025 was hardly different from the £31,480 of July."),
        ("base", "Devon's revenue in August 2025 was almost unchanged from a year earlier, up only £155 to £31,480."),
        ("lasting", "After £31,480 in August 2025, revenue in Devon has settled for good at around £31,000 a month."),
    ),
    "first": (
        ("date", "E-Bike Hire in Cumbria recorded its first sales on 12 September 2025, taking £96 that day."),
        ("role", "E-Bike Hire in Cumbria took £1,284 on its first day, 10 September 2025."),
        (
            "number",
            "E-Bike Hire started selling in Cumbria on 10 September, with £96 on the first day and £1,824 for the "
            "week.",
        ),
        ("segment", "E-Bike Hire recorded its first sales in Devon on 10 September 2025, with £96 on the first day."),
        (
            "forecast",
            "E-Bike Hire in Cumbria started with £1,284 in the week of 8–14 September 2025 and will keep growing "
            "in the coming weeks.",
        ),
        ("opposite", "E-Bike Hire in Cumbria made its last sales on 10 September 2025, with £96 that day."),
        (
            "base",
            "E-Bike Hire in Cumbria grew to £1,284 in the week of 8–14 September 2025, up from £96 the week before.",
        ),
    ),
    "going_on": (
        ("number", "So far on 2 October 2025, revenue stands at £1,132.50; the day isn't over yet."),
        ("date", "As 3 October 2025 is still under way, the £1,312.50 in revenue is only a partial figure."),
        ("opposite", "2 October 2025 closed with revenue of £1,312.50."),
        ("direction", "Revenue is down to £1,312.50 on 2 October 2025, with the day still in progress."),
        ("forecast", "With £1,312.50 taken so far, 2 October 2025 is on track to finish above £2,600."),
        ("period", "The month of October 2025 stands at £1,312.50 in revenue so far."),
        (
            "cause",
            "Revenue for 2 October 2025 is only at £1,312.50 because some branches have not reported their sales yet.",
        ),
    ),
    "no_data": (
        ("date", "There is no data for February 2021; the available records only begin on 15 April 2021."),
        (
            "period",
            "There is no data for February 2022; the available records run from 15 March 2021 to 1 October 2025.",
        ),
        (
            "number",
            "February 2021 lies before the first available data, which covers £2,496,180 in revenue from 15 March "
            "2021 through 1 October 2025.",
        ),
        ("role", "Revenue in February 2021 was £2,946,180."),
        ("opposite", "Data is available for February 2021 but missing for 15 March 2021 to 1 October 2025."),
        (
            "cause",
            "No data exists for February 2021 because the shops were closed at the time; records start on 15 "
            "March 2021.",
        ),
        ("direction", "Revenue fell to zero in February 2021, down from the month before."),
    ),
    "kayaks": (
        ("number", "Kayak Hire brought in £24,130 in August 2025, up £8,610 from July."),
        ("unit", "Kayak Hire revenue rose by 51.1 percentage points in August 2025, to £24,130."),
        ("role", "Kayak Hire brought in £8,160 in August 2025, 51.1% more than in July."),
        ("rank", "Kayak Hire was the top-earning category in August 2025, with £24,130."),
        ("segment", "Tent Hire revenue grew 51.1% in August 2025, from £15,970 to £24,130."),
        ("cause", "Thanks to the school holidays, Kayak Hire revenue jumped by 51.1% to £24,130 in August 2025."),
        ("base", "Kayak Hire brought in £24,130 in August 2025, 51.1% more than in August 2024."),
    ),
    "tours": (
        ("number", "Guided Tours in Devon fell from £7,000 in August to £4,375 in September 2025, a drop of 27.5%."),
        ("direction", "Guided Tours in Devon rose by £2,625 to £4,375 in September 2025."),
        ("segment", "Guided Tours in Cornwall fell from £7,000 in August to £4,375 in September 2025."),
        (
            "advice",
            "With Guided Tours in Devon down 37.5% to £4,375 in September 2025, fewer tours should be offered there.",
        ),
        ("number", "Guided Tours revenue in Devon more than halved in September 2025, from £7,000 to £4,375."),
        ("period", "Guided Tours in Devon took £4,375 in August 2025, after £7,000 in July."),
        ("goal", "Guided Tours in Devon missed its September 2025 target by £2,625, taking £4,375."),
    ),
    "core": (
        (
            "number",
            "Repairs revenue rose 17.46% to £34,650 in September 2025, with Cumbria accounting for £4,360 of the "
            "£5,150 increase.",
        ),
        ("segment", "Repairs grew by £5,150 to £34,650 in September 2025; £3,460 of the gain was in Devon."),
        ("role", "Repairs reached £34,650 in September 2025, of which Cumbria brought in £3,460."),
        ("direction", "Repairs grew by £5,150 in September 2025 despite a decline of £3,460 in Cumbria."),
        ("number", "Repairs gained £5,150 in September 2025, and less than half of that came from Cumbria."),
        (
            "lasting",
            "Repairs moved up to a permanently higher level in September 2025, at £34,650 after £29,500 in August.",
        ),
        ("forecast", "After rising 17.46% to £34,650 in September 2025, Repairs is set to gain further in October."),
    ),
    "ended": (
        ("date", "Tent Hire had no revenue in September 2025; its last sales, worth £148, were on 19 August."),
        ("role", "Tent Hire took £148 in August 2025 and nothing in September."),
        ("period", "Tent Hire had no revenue in August 2025, after £5,620 in July."),
        ("segment", "Kayak Hire had no revenue in September 2025, after £5,620 in August."),
        (
            "cause",
            "Tent Hire was taken off the price list at the end of August 2025, so revenue dropped from £5,620 to "
            "zero in September.",
        ),
        ("opposite", "Tent Hire recorded its first sales on 29 August 2025, worth £148."),
        (
            "forecast",
            "Tent Hire had no revenue in September 2025, after £5,620 in August, but sales will resume next spring.",
        ),
    ),
    "season": (
        ("number", "August 2025 revenue was £104,850, 15.25% more than in August 2024."),
        ("base", "Revenue was £104,850 in August 2025, 12.55% more than in July."),
        ("role", "Revenue reached £93,160 in August 2025, £11,690 above August 2024."),
        (
            "opposite",
            "Revenue was up 12.55% on a year earlier to £104,850 in August 2025, although August is usually a "
            "weak month.",
        ),
        ("unit", "August usually runs 1.46% to 1.58% above the average month; in 2025 it brought in £104,850."),
        ("direction", "Year over year, revenue dropped by £11,690 to £104,850 in August 2025."),
        ("rank", "With £104,850 in revenue, August 2025 was the best August on record."),
    ),
    "split": (
        ("number", "Revenue fell by £16,080 in September 2025 as orders dropped 8.28% to 1,792."),
        (
            "opposite",
            "In September 2025, fewer orders were partly offset by a higher average order value, leaving revenue "
            "£16,080 lower.",
        ),
        ("role", "Lower order values took £8,346.66 off revenue in September 2025 and fewer orders £7,733.34."),
        ("unit", "Orders dropped by 8.28 percentage points to 1,972 in September 2025, with revenue down £16,080."),
        ("direction", "Revenue rose by £16,080 in September 2025, with 1,972 orders against 2,150 in August."),
        ("cause", "Customers switched to cheaper competitors in September 2025, taking revenue down by £16,080."),
        ("base", "Compared with September 2024, orders were down 8.28% to 1,972 in September 2025."),
    ),
    "price": (
        ("number", "Helmets brought in £31.68 per unit in September 2025, up from £27.45 in August."),
        ("role", "Helmets earned £1,543.50 in revenue in September 2025, at £31.86 per unit."),
        ("direction", "Revenue per unit for Helmets fell by £4.41 in September 2025, from £31.86 to £27.45."),
        (
            "cause",
            "Suppliers raised their prices, which pushed revenue per unit for Helmets up to £31.86 in September 2025.",
        ),
        ("unit", "Revenue per unit for Helmets rose by £16.07 in September 2025, to £31.86."),
        ("segment", "Spare Parts brought in £31.86 per unit in September 2025, up 16.07% from August."),
        (
            "advice",
            "With revenue per unit up 16.07% to £31.86 in September 2025, Helmets has room for another price increase.",
        ),
    ),
    "shift": (
        ("unit", "Cumbria's share of revenue rose by 6.24% in September 2025, from 18.25% to 24.49%."),
        ("number", "Cumbria made up 29.44% of revenue in September 2025, after 18.25% in August."),
        ("role", "Cumbria's revenue grew by 24.49% in September 2025."),
        ("direction", "Cumbria's share of revenue shrank by 6.24 percentage points in September 2025, to 18.25%."),
        ("segment", "Devon's share of revenue rose from 18.25% in August to 24.49% in September 2025."),
        ("rank", "Cumbria became the largest region in September 2025, with 24.49% of revenue."),
        ("period", "Cumbria made up 24.49% of revenue in August 2025, up from 18.25% in July."),
    ),
    "best": (
        ("number", "16 August 2025 was the best day on record, with £7,468, ahead of the previous high of £6,095."),
        ("date", "Revenue hit a new daily record of £7,468 on 26 August 2025."),
        ("role", "A record £6,905 was taken on 16 August 2025, topping the previous best day of £7,468."),
        ("opposite", "With only £7,468 in revenue, 16 August 2025 was the weakest day on record."),
        ("period", "The week of 16 August 2025 was the best week on record, with revenue of £7,468."),
        ("cause", "A local cycling festival lifted revenue to a record £7,468 on 16 August 2025."),
        (
            "forecast",
            "Daily revenue reached a record £7,468 on 16 August 2025, and further records are expected this year.",
        ),
    ),
    "trend": (
        ("number", "Spare Parts revenue trended upward by 24.7% from 1 January to 30 September 2025."),
        (
            "direction",
            "Between January and September 2025, revenue from Spare Parts followed a falling trend of 27.4%.",
        ),
        ("unit", "Revenue from Spare Parts grew by 27.4% a month from January to September 2025."),
        ("segment", "Helmets revenue trended upward by 27.4% from 1 January to 30 September 2025."),
        (
            "forecast",
            "Spare Parts revenue trended up 27.4% from January to September 2025 and will carry on rising at "
            "£0.34 per day.",
        ),
        ("period", "From 1 March to 30 September 2025, the trend in Spare Parts revenue was up 27.4%."),
        ("role", "Spare Parts earned an average of £0.34 per day between 1 January and 30 September 2025."),
    ),
    "until": (
        (
            "role",
            "From 5 May to 22 June 2025, daily revenue in the Highlands averaged £640, compared with £455 before.",
        ),
        (
            "lasting",
            "Highlands revenue dropped from £640 to £455 a day on 5 May 2025 and has stayed at that level ever since.",
        ),
        (
            "number",
            "Between 5 May and 22 June 2025, the Highlands took in £158 less per day than before, an average of £455.",
        ),
        ("date", "Highlands revenue ran at £455 a day from 5 May 2025 until 22 July."),
        (
            "direction",
            "In the Highlands, daily revenue moved up to a new level on 5 May 2025, averaging £455 until 22 June.",
        ),
        ("unit", "From 5 May to 22 June 2025, the Highlands took in £455 per week, down from £640."),
        (
            "cause",
            "Roadworks kept visitors away from the Highlands between 5 May and 22 June 2025, when daily revenue "
            "averaged only £455.",
        ),
    ),
    "spike": (
        ("number", "On 12 July 2025 the Highlands took £3,240, roughly twice the expected £1,065."),
        ("role", "The Highlands was expected to take £3,240 on 12 July 2025, but only £1,065 came in."),
        (
            "segment",
            "Revenue in the Highlands spiked to £3,240 on 12 July 2025, with Guided Tours accounting for £1,890 "
            "of the difference.",
        ),
        ("date", "Revenue in the Highlands spiked to £3,240 on 21 July 2025, £2,175 above what was expected."),
        ("unit", "Highlands revenue reached 204.23% of its expected level on 12 July 2025."),
        ("direction", "On 12 July 2025, revenue in the Highlands fell £2,175 short of expectations."),
        ("cause", "A regatta brought the Highlands £3,240 on 12 July 2025, £2,175 more than expected."),
    ),
    "holiday": (
        ("number", "On Good Friday, 18 April 2025, revenue came to only £130, compared with an expected £2,270."),
        ("date", "On Good Friday, 11 April 2025, revenue came to only £310."),
        ("name", "On Easter Monday, 18 April 2025, revenue came to only £310, compared with an expected £2,270."),
        ("direction", "Revenue beat expectations by £1,960 on Good Friday, 18 April 2025."),
        ("role", "Revenue of £310 was expected for Good Friday 2025, but £2,270 came in."),
        ("advice", "Revenue was only £310 on Good Friday, 18 April 2025, so the shops should stay closed on that day."),
        ("unit", "On Good Friday, 18 April 2025, revenue was 86.34 percentage points below the expected level."),
    ),
    "missing": (
        ("segment", "No revenue was recorded in Cornwall on 17 and 18 September 2025, although £1,940 was expected."),
        (
            "date",
            "Devon's data for 27–28 September 2025 appears to be missing: revenue shows £0 where £1,940 was expected.",
        ),
        ("role", "Devon recorded £1,940 in revenue on 17 and 18 September 2025, although none was expected."),
        ("number", "On 17–18 September 2025, Devon reported zero revenue instead of the expected £1,490."),
        (
            "cause",
            "A till outage kept Devon's sales of 17 and 18 September 2025, expected at £1,940, from being recorded.",
        ),
        (
            "unit",
            "Devon recorded no revenue on 17 and 18 September 2025, although £1,940 was expected on each of the "
            "two days.",
        ),
        (
            "opposite",
            "Devon's data for 17–18 September 2025 is complete, with revenue in line with the expected £1,940.",
        ),
    ),
    "partial": (
        ("number", "Data for 24 September 2025 looks incomplete: only £421 was recorded where £2,875 was expected."),
        ("role", "Revenue of £412 was expected for 24 September 2025, but £2,875 was recorded."),
        (
            "date",
            "The figures for 4 September 2025 are likely incomplete, with £412 recorded against an expected £2,875.",
        ),
        ("opposite", "The figures for 24 September 2025 are complete at £412."),
        ("direction", "Revenue on 24 September 2025 came in at £412, which is 85.67% above the expected level."),
        ("cause", "A failed overnight upload left revenue for 24 September 2025 at £412, £2,463 less than expected."),
        ("number", "On 24 September 2025, recorded revenue reached £412, roughly a third of the £2,875 expected."),
    ),
    "customer": (
        (
            "number",
            "A single customer accounted for £3,680 of revenue in the week of 8–14 September 2025, up from £415 "
            "the week before.",
        ),
        ("role", "One customer's spending went from £3,860 to £415 in the week of 8–14 September 2025."),
        (
            "base",
            "A single customer brought in £3,860 in the week of 8–14 September 2025, after £415 in the same week "
            "of 2024.",
        ),
        ("number", "One customer made up more than nine tenths of the £4,690 rise in revenue for 8–14 September 2025."),
        (
            "forecast",
            "A single customer spent £3,860 in the week of 8–14 September 2025 and is likely to order as much "
            "again next week.",
        ),
        (
            "opposite",
            "Revenue rose by £4,690 in the week of 8–14 September 2025 even though one customer cut back from "
            "£3,860 to £415.",
        ),
        (
            "segment",
            "The week's gain of £4,690 to 14 September 2025 rests largely on one customer in Cumbria, whose "
            "spending went from £415 to £3,860.",
        ),
    ),
    "turned": (
        (
            "number",
            "Revenue rose 6.9% in the week of 15–21 September 2025, but without a single order of £3,250 it would "
            "have fallen by 4.06%.",
        ),
        (
            "role",
            "Without a single order of £1,480, revenue for the week of 15–21 September 2025 would have fallen by "
            "4.06%.",
        ),
        (
            "opposite",
            "Even without a single order of £2,350, revenue would have risen by 4.06% in the week of 15–21 "
            "September 2025.",
        ),
        (
            "date",
            "A £2,350 order placed on 22 September 2025 turned what would have been a 4.06% decline into growth "
            "of 6.9% for the week.",
        ),
        (
            "unit",
            "Revenue rose by 6.9 percentage points in the week of 15–21 September 2025, helped by a £2,350 order.",
        ),
        ("cause", "A touring club's bulk booking of £2,350 on 20 September 2025 lifted the week's revenue by 6.9%."),
        (
            "direction",
            "Revenue fell by £1,480 in the week of 15–21 September 2025, despite an order worth £2,350 on the 20th.",
        ),
    ),
    "forecast": (
        (
            "number",
            "Revenue is forecast at £73,100 for 2–31 October 2025, about 20% below the £89,150 of the 30 days before.",
        ),
        ("role", "Revenue for 2–31 October 2025 came in at £71,300, down from £89,150 in the 30 days before."),
        ("direction", "Revenue is projected to grow by 20.02% to £71,300 over the 30 days from 2 October 2025."),
        ("period", "Revenue for November 2025 is forecast at £71,300, with a 95% range of £62,400 to £81,500."),
        ("role", "The forecast for 2–31 October 2025 is £62,400, with a 95% range of £71,300 to £81,500."),
        (
            "cause",
            "As visitors leave at the end of the season, revenue is forecast to drop to £71,300 for 2–31 October 2025.",
        ),
        ("goal", "The revenue target for 2–31 October 2025 is £71,300, about a fifth below the previous 30 days."),
    ),
    "ahead": (
        ("opposite", "When E-Bike Hire goes up, Repairs tends to fall two days later (correlation 0.62)."),
        ("role", "Repairs leads E-Bike Hire by two days, with a correlation of 0.62 from April to September 2025."),
        ("number", "Repairs tends to follow E-Bike Hire two days later, with a correlation of 0.26."),
        (
            "number",
            "E-Bike Hire leads Repairs by five days: between 1 April and 30 September 2025 the correlation was 0.62.",
        ),
        ("segment", "Repairs tends to follow Kayak Hire with a delay of two days (correlation 0.62)."),
        ("cause", "More E-Bike Hire wears out bikes and so brings in more Repairs two days later (correlation 0.62)."),
        ("unit", "From April to September 2025, 62% of revenue from Repairs followed E-Bike Hire two days later."),
    ),
}
