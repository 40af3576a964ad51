# ruff: noqa: RUF001 (dashes are written as people write them)
"""An eighteenth batch, about a garden centre in pounds (GBP), written without a look at the checker: the faithful."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "month": (
        "April 2025 revenue came in at £184,620, up 21.5% on March's £151,940.",
        "Up by just over a fifth from March, revenue reached £184,620 in April 2025.",
        "Revenue climbed £32,680 (+21.51%) month over month, from £151,940 to £184,620.",
        "With takings of £184.6k, April 2025 was £32.7k ahead of March.",
        "We took roughly £185,000 in April – some £33,000 more than the month before.",
        "An increase of 21.5% lifted April's revenue to £184,620, compared with £151,940 in March 2025.",
        "Compared with March, when £151,940 was earned, April 2025 added £32,680.",
        "The month of April 2025 saw sales rise by more than 21% to £184,620.",
    ),
    "week": (
        "Kent's revenue slipped 11.5% to £12,480.50 in the week of 21 April 2025.",
        "Kent took £1,626.25 less in the week from April 21 to 27, 2025 than in the week before (£12,480.50 versus "
        "£14,106.75).",
        "In Kent, weekly revenue dropped from about £14,100 to about £12,500, a decline of roughly 12%.",
        "Down 11.53% week over week, Kent closed April 21–27, 2025 with £12,480.50 in revenue.",
        "A weaker week for Kent: £12.5k between Monday 21 April and Sunday 27 April 2025, against £14.1k the previous "
        "week.",
        "Kent lost just over £1,600 in revenue compared to the week of April 14, ending at £12,481.",
    ),
    "hardly": (
        "Devon's revenue was practically unchanged at £8,214.40 for April 21–27, 2025, after £8,220.90 the week "
        "before.",
        "Week over week, revenue in Devon barely moved: £8,214 versus £8,221.",
        "At £8,214.40, Devon's revenue held steady against the previous week, just £6.50 lower.",
        "Virtually flat: Devon earned about £8,200 in the week of 21 April 2025, as it did in the week before.",
        "Devon's weekly revenue edged down by a mere 0.08%, to £8,214.40.",
        "There was next to no change in Devon, where revenue stayed at roughly £8,200 from April 21 to 27, 2025.",
    ),
    "first": (
        "Pond Supplies brought in £2,340 in April 2025, its first sales dating from April 9.",
        "Pond Supplies sold for the first time on 9 April 2025, with £185 that day and £2,340 by the end of the month.",
        "Since making its first sales on April 9, Pond Supplies has earned £2,340 in April 2025, so there is no "
        "earlier month to compare it with.",
        "The first day of sales for Pond Supplies, April 9, 2025, yielded £185; revenue for April totals £2,340.",
        "New in April 2025: Pond Supplies, with £2.3k of revenue since its first sale on the 9th.",
        "Pond Supplies, which only began selling on April 9, contributed revenue of £2,340 in April 2025.",
    ),
    "furniture": (
        "Garden Furniture revenue jumped 52.6% to £61,350 in April 2025.",
        "Garden Furniture grew by more than half, from £40,215 in March to £61,350 in April 2025.",
        "Garden Furniture added £21,135 to April's revenue compared with March.",
        "Growth came from Garden Furniture, where revenue rose by £21.1k to £61.4k.",
        "With £61,350 in April 2025 – £21,135 more than in March – Garden Furniture pushed revenue up.",
        "Garden Furniture sales surged by just over 50% month on month, reaching roughly £61,000.",
        "In April 2025 Garden Furniture earned about one and a half times what it did in March (£61,350 vs £40,215).",
    ),
    "tools": (
        "Revenue from Tools fell by about a quarter, to £9,870 in April 2025.",
        "Tools held back April: its revenue was £3,370 lower than in March, at £9,870.",
        "Tools shrank 25.5% month over month, from £13,240 to £9,870.",
        "The Tools category lost £3,370 in revenue, dropping from £13.2k in March 2025 to £9.9k in April.",
        "A drag on April 2025 was Tools, down 25.45% to £9,870.",
        "Tools took just under £10,000 in April 2025, having taken £13,240 the month before.",
    ),
    "cornwall": (
        "Cornwall's revenue rose 45.1% to £27,460 in April 2025, mostly thanks to Garden Furniture, which added "
        "£5,940 there.",
        "Of the £8,530 that Cornwall gained over March, £5,940 came from Garden Furniture.",
        "Cornwall grew from £18,930 to £27,460, with Garden Furniture accounting for £5,940 of the increase.",
        "Garden Furniture made up most of Cornwall's £8.5k rise in April 2025, contributing £5.9k.",
        "Cornwall was up 45% month over month at £27,460, Garden Furniture alone bringing in £5,940 more.",
        "Cornwall's gain of £8,530, driven largely by Garden Furniture (+£5,940), took its revenue to £27,460.",
    ),
    "year_ago": (
        "April 2025 revenue of £184,620 was 9.3% lower than in April 2024.",
        "Year on year, revenue fell by £18,855, from £203,475 to £184,620.",
        "A year earlier, in April 2024, revenue had been £203,475; this April it was £184,620.",
        "Revenue was down 9.27% YoY to £184.6k in April 2025.",
        "April 2025 fell short of last April's £203,475 by just under £19,000.",
        "Against the same month last year, revenue declined by about 9%, landing at £184,620.",
    ),
    "split": (
        "The £32,680 increase in April 2025 splits into £14,990 from more orders and £17,690 from a higher average "
        "order value.",
        "Orders rose 9.4% to 3,077 and the average order value 11.1% to £60.00, together lifting revenue by £32,680.",
        "Revenue grew by £32.7k because customers placed more orders (3,077 versus 2,814) and spent more on each "
        "(£60.00 versus £53.99).",
        "Larger baskets contributed a little more than order volume did: £17,690 against £14,990 of the £32,680 "
        "revenue gain.",
        "AOV was up 11.1% to £60, order count up 9.35% to 3,077.",
        "In April 2025, 3,077 orders were placed, 263 more than in March, at an average of £60 each instead of £53.99.",
        "A higher average order value, at £60.00 after £53.99, accounts for about £17,700 of April's growth in "
        "revenue.",
    ),
    "rate": (
        "Devon's conversion rate improved from 2.41% to 2.64% in April 2025.",
        "Conversion in Devon went up 0.23 percentage points to 2.64%, with 2.1% more orders from 6.8% fewer visits.",
        "Although visits to Devon fell by 6.8%, orders rose by 2.1%, which put the conversion rate at 2.64% in April "
        "2025, after 2.41% in March.",
        "Devon converted 2.64% of visits in April 2025, up from 2.41% in March.",
        "With traffic down nearly 7% and orders up about 2%, Devon's conversion rate gained 0.23 pp.",
        "Fewer visits, more orders: Devon's conversion rate climbed to 2.64%.",
    ),
    "price": (
        "A unit of Shrubs brought in £18.95 on average in April 2025, 15.6% more than the £16.40 of March.",
        "Revenue per unit for Shrubs rose from £16.40 to £18.95, adding £2,870 to revenue.",
        "Shrubs sold at a higher average price in April 2025 – £18.95 per unit after £16.40 – which was worth about "
        "£2,900.",
        "The average revenue per unit of Shrubs was up 15.55% month over month, to £18.95.",
        "Each unit of Shrubs earned £2.55 more than in March, for an effect of £2,870 on revenue.",
        "In April 2025, Shrubs' revenue per unit increased by just under 16% to £18.95.",
    ),
    "share": (
        "Yorkshire accounted for 52.4% of revenue in April 2025, or £96,740.",
        "More than half of April's revenue (£96,740) came from Yorkshire.",
        "With £96.7k, Yorkshire generated just over half of all revenue in April 2025.",
        "52.4% of revenue in April 2025 was earned in Yorkshire.",
        "Revenue is concentrated in Yorkshire, whose £96,740 made up 52.4% of the total in April 2025.",
        "April 2025's revenue hung largely on Yorkshire: £96,740, a share of 52.4%.",
    ),
    "shift": (
        "Garden Furniture's share of revenue rose from 26.5% in March to 33.2% in April 2025.",
        "Garden Furniture made up a third of revenue in April 2025, up from roughly a quarter in March.",
        "The share of Garden Furniture grew by 6.8 percentage points to 33.2%.",
        "At 33.23% of revenue, Garden Furniture's share was 6.76 points higher in April 2025 than the month before.",
        "Garden Furniture gained nearly seven percentage points of revenue share, moving from 26.47% to 33.23%.",
        "Garden Furniture's contribution to revenue increased to 33.2% in April 2025 (March: 26.5%).",
    ),
    "best": (
        "Saturday, April 19, 2025 was the best day on record, with revenue of £11,385.40.",
        "At £11,385, April 19, 2025 beat the previous daily record of £10,962.",
        "A new daily high was set on 19 April 2025: £11,385.40, topping the old best of £10,962.15.",
        "Never before had a single day earned as much as Saturday 19 April 2025, which brought in £11.4k.",
        "The record for a single day now stands at £11,385.40, reached on April 19, 2025, £423 above the earlier one.",
        "Revenue hit an all-time daily high of about £11,400 on April 19, 2025.",
    ),
    "step": (
        "Since March 10, 2025, Compost has been earning about £445 a day, up from £310.",
        "Compost's daily revenue stepped up 43.6% on 10 March 2025, from £310 to £445.",
        "From March 10, 2025 on, a typical day brought Compost £445 instead of £310, and it has stayed at that level.",
        "A lasting step up: Compost's daily revenue moved from £310 to £445 on March 10, 2025 and has remained there.",
        "Daily revenue of Compost has been about 44% higher since March 10, 2025, at £445.",
        "Compost's revenue level rose by £135 a day, to £445, starting on March 10, 2025.",
    ),
    "dip": (
        "On Tuesday, April 8, 2025, Kent took only £412, where £1,790 was expected.",
        "Kent's revenue on April 8, 2025 was £1,378 (77%) below expectation.",
        "Kent had an unusually weak day on 8 April 2025: £412 against an expected £1,790.",
        "Revenue in Kent fell 77% short of what was expected on April 8, 2025, at £412.",
        "Instead of the £1,790 one would have expected, Kent brought in just £412 on April 8, 2025.",
        "On April 8, 2025, less than a quarter of the expected £1,790 was earned in Kent.",
    ),
    "spike": (
        "Revenue spiked to £11,385.40 on Saturday, April 19, 2025, 82.5% above the expected £6,240.",
        "April 19, 2025 beat expectations by £5,145, of which £3,610 was due to Garden Furniture.",
        "On April 19, 2025, revenue was £11,385 rather than the expected £6,240, mainly because of Garden Furniture, "
        "which was £3,610 above expectation.",
        "Saturday 19 April 2025 stood out: £11.4k came in, some £5.1k more than expected.",
        "An exceptional £11,385 was taken on April 19, 2025, against £6,240 expected for that day, with Garden "
        "Furniture explaining £3,610 of the difference.",
        "Garden Furniture contributed the bulk – £3,610 – of the £5,145 by which April 19, 2025 exceeded expectations.",
    ),
    "holiday": (
        "No revenue was recorded on Easter Sunday, April 20, 2025, when £4,380 would have been expected.",
        "On Easter Sunday (April 20, 2025) there was no revenue, against the £4,380 expected.",
        "Revenue on 20 April 2025, Easter Sunday, was zero rather than the expected £4,380.",
        "Easter Sunday 2025 brought in nothing, £4,380 below the level expected for April 20.",
        "April 20, 2025 fell on Easter Sunday, and sales were nil, 100% below expectation.",
        "With £0 in revenue on April 20, 2025, Easter Sunday came in £4,380 short of what was expected.",
    ),
    "forecast": (
        "Revenue for May 1–30, 2025 is forecast at £198,000, 7.3% above April's £184,620.",
        "For the 30 days from May 1, 2025, we expect revenue of about £198,000, most likely between £171,000 and "
        "£229,000 (95% interval).",
        "May 1 to 30, 2025 is expected to bring £198k, up roughly 7% from the £184.6k of the previous 30 days.",
        "The forecast for 1–30 May 2025 stands at £198,000, with a 95% range of £171,000 to £229,000.",
        "Over the next 30 days, revenue is projected to rise by about 7% to £198,000.",
        "Between £171k and £229k of revenue is predicted for May 1–30, 2025, with a central estimate of £198k.",
    ),
    "turned": (
        "Without a single order of £5,200 on April 24, 2025, revenue would have fallen 8.0% instead of rising 4.6%.",
        "One order worth £5,200, placed on Thursday, April 24, 2025, turned what would have been an 8% decline into "
        "a 4.6% increase.",
        "Revenue rose by £1,900 (4.6%) in the week of April 21, 2025, but only because of one £5,200 order; "
        "without it, it would be down 7.99%.",
        "Excluding the £5,200 order of 24 April 2025, the week's 4.6% growth would have been a drop of about 8%.",
        "The gain of 4.6% for April 21–27, 2025 rests on one order of £5,200, without which revenue would have "
        "declined by 8%.",
        "A single £5,200 order on April 24, 2025 is the reason that the week was up rather than down.",
    ),
}
