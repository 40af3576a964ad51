# ruff: noqa: RUF001 (dashes are written as people write them)
"""Faithful sentences about the claims of the bicycle-repair and rental chain, written without sight of the checker."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "summer": (
        "Revenue came to £287,640 in the third quarter of 2025, up 34.22% from £214,310 in the second.",
        (
            "Between July and September 2025 the business took in just under £288k, about £73k more than in the three "
            "months before."
        ),
        "Q3 2025 revenue rose by a little over a third on Q2, reaching roughly £288,000.",
        "With £287.6k in Q3 against £214.3k in Q2 2025, revenue grew by 34.2%.",
        "Revenue climbed £73,330 quarter over quarter, from £214,310 in Q2 to £287,640 in Q3 2025.",
        (
            "Compared with April through June, revenue for July through September 2025 was up more than 34 percent, "
            "at nearly £288,000."
        ),
        (
            "The third quarter of 2025 brought in £287,640 in revenue, which is £73.3k above the previous quarter's "
            "£214,310."
        ),
    ),
    "hardly": (
        "Revenue in Devon was practically flat in August 2025: £31,480, compared with £31,325 in July.",
        "Devon's August revenue barely moved, edging up by just £155 to £31,480.",
        "At £31.5k, Devon's revenue in August 2025 was almost exactly where it had been in July (£31.3k).",
        (
            "There was hardly any change in Devon from July to August 2025, with revenue up less than half a percent "
            "to about £31,500."
        ),
        "Devon took £31,480 in August, a mere 0.49% more than the £31,325 of the month before.",
        "Month over month, Devon's revenue held steady at around £31,000 in August 2025, £155 above July.",
        "Revenue in Devon hardly changed in August 2025, inching up 0.5% from the previous month.",
    ),
    "first": (
        (
            "E-Bike Hire in Cumbria recorded its first sales on 10 September 2025, taking £96 that day and £1,284 in "
            "the week of 8–14 September."
        ),
        (
            "Cumbria's first E-Bike Hire revenue came in on September 10, 2025; by the end of the week it had added "
            "up to £1,284."
        ),
        "The week from 8 to 14 September 2025 was the first with sales of E-Bike Hire in Cumbria, worth almost £1,300.",
        (
            "E-Bike Hire started selling in Cumbria on 10 September, with £96 on the first day and just under £1.3k "
            "for the week."
        ),
        (
            "There is no earlier revenue to compare with: E-Bike Hire in Cumbria made its first sales, £96, on "
            "September 10 and reached £1,284 for the week of September 8 to 14."
        ),
        (
            "E-Bike Hire brought in £1,284 in Cumbria in the week ending 14 September 2025, starting with a first day "
            "worth £96 on the 10th."
        ),
        (
            "Revenue of roughly £1,280 was recorded for E-Bike Hire in Cumbria between 8 and 14 September 2025, with "
            "the very first sales on the 10th."
        ),
    ),
    "going_on": (
        "So far on 2 October 2025, revenue stands at £1,312.50; the day isn't over yet.",
        (
            "Revenue for October 2, 2025 has reached just over £1.3k, but the day is still in progress, so no "
            "comparison can be made yet."
        ),
        "As 2 October is still under way, the £1,312.50 in revenue is only a partial figure.",
        "Thursday, 2 October 2025 isn't complete yet; about £1,300 has come in to date.",
        "The revenue of £1,312.50 for 2 October 2025 covers only part of the day.",
        "With the day still running, £1,312.50 has been taken on 2 October 2025 so far.",
        "Because October 2, 2025 hasn't finished, its revenue – £1,312.50 at this point – is not final.",
    ),
    "no_data": (
        "There is no data for February 2021; the available records run from 15 March 2021 to 1 October 2025.",
        "No revenue is on record for February 2021, as the data only starts on March 15, 2021.",
        (
            "February 2021 lies before the first available data, which begins on 15 March 2021 and covers £2,946,180 "
            "in revenue through 1 October 2025."
        ),
        (
            "We can't report revenue for February 2021: data is only available from 15 March 2021 until 1 October "
            "2025, nearly £2.95 million in total."
        ),
        (
            "The data covers 15 March 2021 to 1 October 2025, with about £2.9 million in revenue, so nothing is "
            "available for February 2021."
        ),
        (
            "Data for February 2021 isn't available. What we do have spans March 15, 2021 through October 1, 2025 and "
            "totals roughly £2.95M."
        ),
        (
            "For 1–28 February 2021 no data exists; revenue of some £2.95 million is on record from mid-March 2021 to "
            "the start of October 2025."
        ),
    ),
    "kayaks": (
        "Kayak Hire brought in £24,130 in August 2025, up £8,160 (51.1%) from July.",
        "Revenue from Kayak Hire jumped by just over half in August 2025, from about £16,000 to £24,130.",
        "At £24.1k, Kayak Hire revenue in August was £8,160 higher than the month before.",
        "Kayak Hire helped lift revenue in August 2025, adding roughly £8.2k compared with July.",
        "August saw Kayak Hire revenue grow 51% on July, reaching a little more than £24,000.",
        "From July to August 2025, Kayak Hire went from £15,970 to £24,130 in revenue, an increase of 51.1 percent.",
        "Kayak Hire earned around one and a half times as much in August 2025 as in July: £24,130 against £15,970.",
    ),
    "tours": (
        "Guided Tours in Devon fell from £7,000 in August to £4,375 in September 2025, a drop of 37.5%.",
        "Revenue from Guided Tours in Devon was down £2,625 in September, to just under £4.4k.",
        "Devon's Guided Tours weighed on revenue in September 2025, bringing in about £2,600 less than in August.",
        "In September 2025, Guided Tours revenue in Devon shrank by more than a third, from £7,000 to £4,375.",
        "Guided Tours in Devon took £4,375 in September, well over a third less than the £7,000 of August.",
        "With £4,375 in September after £7k in August 2025, Guided Tours in Devon lost 37.5% of its revenue.",
        "A decline of £2,625 month over month left Guided Tours revenue in Devon at £4,375 for September 2025.",
    ),
    "core": (
        (
            "Repairs revenue rose 17.46% to £34,650 in September 2025, with Cumbria accounting for £3,460 of the "
            "£5,150 increase."
        ),
        "Repairs gained £5,150 in September, and about two thirds of that came from Cumbria.",
        "Repairs grew from £29,500 in August to £34,650 in September 2025; £3,460 of the gain was in Cumbria.",
        (
            "September 2025 revenue from Repairs was up roughly 17.5% on August, to nearly £34.7k, driven mainly by "
            "Cumbria, where it rose by £3,460."
        ),
        "Most of the £5,150 rise in Repairs revenue in September came from Cumbria (+£3,460).",
        (
            "In Cumbria, Repairs brought in nearly £3.5k more in September 2025 than in August, the bulk of an "
            "overall rise of £5,150 for Repairs."
        ),
        (
            "Up more than a sixth on the month before, Repairs reached £34,650 in September 2025, with £3,460 of the "
            "additional £5,150 earned in Cumbria."
        ),
    ),
    "ended": (
        (
            "Tent Hire had no revenue in September 2025, after £5,620 in August; its last sales, worth £148, were on "
            "29 August."
        ),
        "Tent Hire's last sales were on August 29, 2025, leaving September without any revenue after £5,620 in August.",
        "Tent Hire revenue dropped to £0 in September 2025 from about £5.6k the month before.",
        "After bringing in £5,620 in August 2025, Tent Hire recorded no sales at all in September.",
        "The last day with Tent Hire sales was 29 August 2025 (£148), and revenue for September came to nothing.",
        "September 2025 passed without any Tent Hire revenue, compared with £5,620 in August.",
        "Tent Hire stopped selling: the final £148 came in on 29 August and no revenue followed in September 2025.",
    ),
    "season": (
        (
            "August 2025 revenue was £104,850, 12.55% more than in August 2024; August typically runs at 1.46 to 1.58 "
            "times an average month."
        ),
        (
            "At nearly £105k, revenue in August 2025 came in £11,690 above the same month a year earlier, and August "
            "is usually a strong month, with a seasonal index between 1.46 and 1.58."
        ),
        (
            "Year over year, revenue grew by about an eighth in August 2025, from £93,160 to £104,850, in a month "
            "that usually runs about one and a half times the average."
        ),
        (
            "Revenue rose from £93.2k in August 2024 to £104.9k in August 2025; between 2022 and 2024, the season "
            "index of the month was 1.46 to 1.58."
        ),
        (
            "Compared with August 2024, revenue was up about 12.5% to £104,850 in August 2025, with August normally a "
            "busy month at roughly 1.5 times the average."
        ),
        (
            "August is a seasonally strong month (index 1.46–1.58), and in 2025 it delivered £104,850, nearly £11,700 "
            "more than a year before."
        ),
        "Revenue in August 2025 beat August 2024 by £11,690 to reach £104,850.",
    ),
    "split": (
        (
            "Revenue fell by £16,080 in September 2025: orders dropped 8.28% to 1,972 and the average order value "
            "slipped 7.69% to £45.02."
        ),
        (
            "Fewer orders cost about £8,350 and smaller orders another £7,730, for a total decline of £16,080 in "
            "September."
        ),
        (
            "Both orders and order value were down in September 2025, with 1,972 orders against 2,150 in August and "
            "an average of £45.02 instead of £48.77."
        ),
        (
            "Of the £16.1k drop in revenue from August to September 2025, slightly more than half (£8.3k) is due to "
            "fewer orders and the rest to a lower average order value."
        ),
        (
            "Order volume decreased by 178 to 1,972 in September, while the average order was worth £45.02, £3.75 "
            "less than in August; together that took revenue down by £16,080."
        ),
        (
            "The average order was worth about £45 in September 2025, down from nearly £49, and the number of orders "
            "fell by roughly 8%, leaving revenue £16,080 lower."
        ),
        (
            "September's revenue decline of just over £16,000 splits almost evenly between fewer orders (−£8,347) and "
            "lower order values (−£7,733)."
        ),
    ),
    "price": (
        (
            "Helmets brought in £31.86 per unit in September 2025, up 16.07% from £27.45 in August, which added "
            "£1,543.50 to revenue."
        ),
        "Revenue per unit for Helmets rose by £4.41 to £31.86 in September.",
        (
            "The price effect on Helmets was worth roughly £1.5k in September 2025, as revenue per unit went from "
            "£27.45 to £31.86."
        ),
        "Each unit in Helmets earned about £32 in September 2025, compared with around £27 a month earlier.",
        (
            "Helmets' average revenue per unit increased by 16% month over month, contributing just over £1,540 in "
            "September 2025."
        ),
        "Higher revenue per unit in Helmets – £31.86 versus £27.45 in August – lifted September revenue by £1,543.50.",
        "In September 2025, Helmets sold at £31.86 per unit on average, nearly a sixth more than in August.",
    ),
    "shift": (
        (
            "Cumbria's share of revenue rose from 18.25% in August to 24.49% in September 2025, an increase of 6.24 "
            "percentage points."
        ),
        "Nearly a quarter of September revenue came from Cumbria, up from about 18% in August 2025.",
        "Cumbria made up 24.5% of revenue in September 2025, some six percentage points more than the month before.",
        "With 24.49% of revenue in September, Cumbria gained 6.2 points on August.",
        (
            "The share of revenue generated in Cumbria climbed by just over 6 percentage points between August and "
            "September 2025, to 24.49%."
        ),
        "Cumbria contributed less than a fifth of revenue in August 2025 but almost a quarter in September.",
        (
            "Cumbria's revenue share stood at 24.49% in September 2025, against 18.25% in August, with a Herfindahl "
            "index of 0.29."
        ),
    ),
    "best": (
        "16 August 2025 was the best day on record, with revenue of £7,468, ahead of the previous high of £6,905.",
        "Revenue hit a new daily record of almost £7.5k on August 16, 2025.",
        "The old daily record of £6,905 was beaten on 16 August 2025, when £7,468 came in.",
        "With £7,468 on Saturday, 16 August 2025, the business set a new single-day record, £563 above the old one.",
        "No earlier day since 15 March 2021 had brought in as much as the £7,468 of 16 August 2025.",
        "Daily revenue peaked at £7,468 on August 16, 2025, about 8% more than the previous record of £6,905.",
        "A record £7,468 was taken on 16 August 2025, topping the previous best day (£6,905) by £563.",
    ),
    "trend": (
        "Spare Parts revenue trended upward by 27.4% from 1 January to 30 September 2025, or about £0.34 per day.",
        "Between January and September 2025, revenue from Spare Parts followed a rising trend of just over 27%.",
        (
            "Spare Parts shows an upward trend over the first nine months of 2025: daily revenue grew by around 34p a "
            "day, 27.4% in total."
        ),
        "Over the period from January 1 to September 30, 2025, the trend in Spare Parts revenue was up 27.4 percent.",
        (
            "Spare Parts revenue trended up by more than a quarter between the start of January and the end of "
            "September 2025."
        ),
        (
            "Daily revenue in Spare Parts increased by an average of £0.34 each day between 1 January and 30 "
            "September 2025, adding up to a 27.4% rise."
        ),
        "The revenue trend for Spare Parts was upward over the first three quarters of 2025, at 27.4%.",
    ),
    "until": (
        "From 5 May to 22 June 2025, daily revenue in the Highlands averaged £455, down 28.91% from £640 before.",
        (
            "Highlands revenue dropped to a lower level on 5 May 2025, about £455 a day instead of £640, and stayed "
            "there until 22 June."
        ),
        "Between May 5 and June 22, 2025, the Highlands took in £185 less per day than before, an average of £455.",
        "In the Highlands, the daily level fell by nearly 29% on 5 May 2025 and remained lower through 22 June.",
        "The Highlands earned roughly £640 a day up to 4 May 2025; from the 5th until 22 June it was only £455.",
        "For seven weeks from 5 May 2025, Highlands revenue ran at £455 per day, close to 29% below the earlier £640.",
        (
            "Average daily revenue in the Highlands shifted down from £640 to £455 on May 5, 2025, a level that "
            "lasted until June 22."
        ),
    ),
    "spike": (
        "On 12 July 2025 the Highlands took £3,240, roughly three times the expected £1,065.",
        (
            "Revenue in the Highlands spiked to £3,240 on July 12, 2025, £2,175 above what was expected, with Kayak "
            "Hire accounting for £1,890 of the difference."
        ),
        "The Highlands had an unusually strong 12 July 2025: revenue was 204% higher than expected, at £3,240.",
        (
            "Instead of the expected £1,065 or so, £3,240 came in from the Highlands on 12 July 2025, mostly thanks "
            "to Kayak Hire (£1,890 above its expected level)."
        ),
        "A spike of nearly £2.2k over expectations was recorded in the Highlands on Saturday, 12 July 2025.",
        (
            "Kayak Hire contributed £1,890 to the £2,175 by which Highlands revenue exceeded expectations on July 12, "
            "2025."
        ),
        "Highlands revenue was more than triple its expected level on 12 July 2025, reaching £3,240 versus £1,065.",
    ),
    "holiday": (
        "On Good Friday, 18 April 2025, revenue came to only £310, compared with an expected £2,270.",
        "Revenue was 86% below expectations on 18 April 2025, which was Good Friday.",
        "Good Friday (April 18, 2025) brought in £310, or £1,960 less than expected.",
        "April 18, 2025 was Good Friday, and revenue dropped to £310 instead of the expected £2.3k.",
        "With £310 in revenue, Good Friday 2025 fell well short of the £2,270 expected for the day.",
        "Just £310 was taken on Good Friday, 18 April 2025, some 86% under the expected figure of nearly £2.3k.",
        "The dip on 18 April 2025 fell on Good Friday: revenue was £1,960 lower than expected, at £310.",
    ),
    "missing": (
        (
            "No revenue was recorded in Devon on 17 and 18 September 2025, although about £1,940 was expected; data "
            "may be missing."
        ),
        "Devon's data for September 17–18, 2025 appears to be missing: revenue shows £0 where £1,940 was expected.",
        (
            "On 17–18 September 2025, Devon reported zero revenue instead of the expected £1,940, which suggests "
            "missing data."
        ),
        "Devon shows £0 in revenue for two days, 17 and 18 September 2025, compared with nearly £2,000 expected.",
        "The figures for Devon look incomplete on 17–18 September: nothing was recorded against an expected £1.9k.",
        (
            "Expected revenue of £1,940 is absent from Devon's figures for September 17 and 18, 2025, leaving them "
            "100% below expectations."
        ),
        (
            "Devon had no recorded revenue on 17 and 18 September 2025, £1,940 short of what was expected, so data is "
            "probably missing."
        ),
    ),
    "partial": (
        "Data for 24 September 2025 looks incomplete: only £412 was recorded where £2,875 was expected.",
        "Revenue on September 24, 2025 was nearly 86% below expectations, at £412, which points to partial data.",
        (
            "Just £412 in revenue shows up for 24 September 2025, £2,463 less than expected, so part of the data may "
            "be missing."
        ),
        "The figures for 24 September 2025 are likely incomplete, with about £400 recorded against an expected £2.9k.",
        (
            "On Wednesday, 24 September 2025, recorded revenue reached £412, roughly a seventh of the £2,875 "
            "expected; some data seems to be missing."
        ),
        (
            "September 24, 2025 appears to have been only partly recorded: revenue came in at £412, or 85.67% under "
            "the expected level."
        ),
        (
            "Some of the revenue for 24 September 2025 is probably missing, as only £412 of the expected £2,875 has "
            "been recorded."
        ),
    ),
    "customer": (
        (
            "A single customer accounted for £3,860 of revenue in the week of 8–14 September 2025, up from £415 the "
            "week before, while total revenue rose by £4,690."
        ),
        (
            "Much of the £4,690 increase in the week of September 8 comes from one customer, who spent £3,860 after "
            "£415 a week earlier."
        ),
        (
            "One customer spent £3,445 more in the week of 8 to 14 September 2025 than in the previous week, making "
            "up nearly three quarters of the £4,690 rise in revenue."
        ),
        (
            "Revenue grew by nearly £4.7k in the week ending 14 September 2025, and about 73% of that growth came "
            "from just one customer."
        ),
        "The week's gain of £4,690 rests largely on one customer, whose spending went from £415 to £3,860.",
        (
            "From 8 to 14 September 2025, a single customer brought in almost £3.9k, over nine times the £415 of the "
            "previous week."
        ),
        "Of the additional £4,690 in revenue for September 8–14, roughly £3.4k is down to one customer.",
    ),
    "turned": (
        (
            "Revenue rose 6.9% in the week of 15–21 September 2025, but without a single order of £2,350 on 20 "
            "September it would have fallen by 4.06%."
        ),
        (
            "A single £2,350 order placed on September 20, 2025 turned what would have been a 4% decline into growth "
            "of 6.9% for the week."
        ),
        (
            "The £1,480 increase in the week of 15 to 21 September hinges on one order worth £2,350; leaving it out, "
            "revenue is down about 4%."
        ),
        "One order on 20 September 2025 (£2,350) is larger than the entire week's gain of £1,480.",
        (
            "Excluding one order of £2,350, revenue for the week ending 21 September 2025 would be down 4.06% rather "
            "than up 6.9%."
        ),
        "Revenue was up nearly 7% in the week of 15–21 September 2025, owing to a single order of £2,350 on the 20th.",
        (
            "Were it not for a £2,350 order on Saturday, 20 September 2025, the week's revenue would have dropped by "
            "roughly 4% instead of growing by £1,480."
        ),
    ),
    "forecast": (
        "Revenue is forecast at £71,300 for 2–31 October 2025, about 20% below the £89,150 of the 30 days before.",
        (
            "For the period from October 2 to October 31, 2025, we expect revenue of roughly £71k, with a 95% range "
            "of £62,400 to £81,500."
        ),
        (
            "The forecast for 2 to 31 October 2025 is £71,300, about a fifth less than the £89,150 earned between 2 "
            "September and 1 October."
        ),
        "Revenue is projected to decline by 20.02% to £71.3k over the 30 days from 2 October 2025.",
        "With 95% confidence, revenue between 2 and 31 October 2025 should land between £62.4k and £81.5k.",
        (
            "Expected revenue for 2–31 October 2025 comes to £71,300 (95% interval: £62,400–£81,500), down from "
            "£89,150 in the preceding 30 days."
        ),
        (
            "Over the next 30 days, to 31 October 2025, revenue is predicted to come in at around £71,300, nearly "
            "£18k lower than over the previous 30."
        ),
    ),
    "ahead": (
        "Repairs tends to follow E-Bike Hire with a delay of two days (correlation 0.62).",
        (
            "From April to September 2025, revenue from Repairs followed E-Bike Hire two days later, with a "
            "correlation of 0.62."
        ),
        "E-Bike Hire leads Repairs by 2 days: between 1 April and 30 September 2025 the correlation was 0.62.",
        "When E-Bike Hire goes up, Repairs tends to rise two days later; the correlation is 0.62.",
        (
            "There is a positive correlation of 0.62 between E-Bike Hire and Repairs two days afterwards, measured "
            "from April 1 to September 30, 2025."
        ),
        "Changes in E-Bike Hire were echoed in Repairs about two days later, with a correlation of just over 0.6.",
        (
            "With a lag of two days, Repairs moved in the same direction as E-Bike Hire between April and September "
            "2025 (correlation: 0.62), though this does not prove that one causes the other."
        ),
    ),
}
