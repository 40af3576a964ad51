"""Untrue sentences that lean on how figures, parts and days may be written."""

Group = dict[str, dict[str, tuple[str, ...]]]
"""From a batch to the names of its claims to sentences about them."""

RATIOS: Group = {
    "twenty_one": {
        "best": (
            "Daily revenue peaked at £7,468 on August 16, 2025, about 12% more than the previous record of £6,905.",
            "At £7,468, August 16, 2025 was 8.2% below the previous record.",
            "The previous record of £6,905 was beaten twice over on August 16, 2025, with £7,468.",
            "August 16, 2025 set a daily record of £7,468, twice the £6,905 before.",
        ),
        "customer": (
            "One customer brought in £3.9k in that week of September 2025, nine times the £4,690 before it.",
            "Revenue was nine times that of the previous week, thanks to one customer who spent £3,860 after £415.",
            "A single customer brought in £3,860 in the week of September 8, 2025, twelve times the £415 before.",
            "Revenue rose 830% from September 8 to 14, 2025, as one customer spent £3,860.",
        ),
    },
    "twenty_two": {
        "worst": (
            "January 5 to 11, 2026 was the weakest week, at $61,250, about 21% under the former low.",
            "January 5 to 11, 2026 was the weakest week, at $61,250, about 11% above the former low.",
        ),
        "gone": ("Orchids in Georgia has lost $12,640 since March 28, 2026.",),
    },
}

PARTS: Group = {
    "twenty_one": {
        "core": (
            "Repairs gained £5,150 in September, and about half of that came from Cumbria.",
            "Two thirds of the £5,150 increase in Cumbria in September 2025 was earned in Repairs.",
            "Two thirds of the £34,650 at Repairs in September 2025 was earned in Cumbria.",
            "£5,150 of the £5,150 rise in Repairs in September 2025 came from Cumbria.",
            "Repairs brought in £34,650 in September 2025, two thirds of it in Cumbria.",
            "Repairs gained £3,460 of the additional £5,150 earned in Cumbria in September 2025.",
            "Of the £34,650 of Repairs in September 2025, £3,460 was in Cumbria.",
        ),
        "customer": (
            "More than 80% of the £4,690 rise in the week of September 8, 2025 is down to a single customer.",
            "About 73% of revenue in the week of September 8, 2025 came from just one customer, who spent £3,860.",
            "Revenue grew by £4.7k in the week ending 14 September 2025, and a quarter of that came from one customer.",
            "One customer spent £3,860 in the week of September 8, 2025, about 73% of that more than the week before.",
        ),
        "split": (
            "Of the £16.1k drop in revenue in September 2025, more than half is due to a lower average order value.",
            "Of the £16,080 drop in September 2025, £7,733 is due to fewer orders.",
            "A third of the £16,080 drop in September 2025 is due to fewer orders.",
        ),
        "spike": (
            "About 67% of the £2,175 deviation in the Highlands on July 12, 2025 came from Kayak Hire.",
            "About 87% of the £3,240 in the Highlands on July 12, 2025 came from Kayak Hire.",
        ),
    },
    "twenty_two": {
        "order": (
            "Half of the week's $22,300 gain (May 4-10, 2026) stems from order #88214 of $14,850.",
            "Order #88214 brought in $14,850, two thirds of the revenue of the week of May 4-10, 2026.",
        ),
    },
}

PERIODS: Group = {
    "twenty_one": {
        "no_data": ("There is no data for February 2021; it is there from late March 2021 to October 1, 2025.",),
        "summer": (
            "Revenue rose 34.2% to £287,640 from July 1 to June 30, 2025.",
            "Revenue rose 34.2% to £287,640 between April 1 and September 30, 2025.",
            "Revenue rose 34.2% to £287,640 from mid-July to the end of September 2025.",
            "Revenue rose 34.2% to £287,640 from July 1 to mid-September 2025.",
            "Q3 2025 revenue was £287,640, up from £214,310 in the six months before.",
            "Q3 2025 revenue was £287,640, up from £214,310 in the previous half-year.",
            "Revenue reached £287,640 over the six months to September 2025.",
            "The half-year to September 30, 2025 brought in £287,640, up 34.2%.",
            "The first two quarters of 2025 brought in £287,640.",
        ),
        "until": (
            "Daily revenue in the Highlands was £455 from the 6th until 22 June 2025, down from £640.",
            "Daily revenue in the Highlands was £455 instead of £640 from early May to mid-June 2025.",
            "Daily revenue in the Highlands fell from £640 to £455 in late May 2025.",
        ),
        "forecast": (
            "Revenue is forecast at £71,300 from October 2 to 31, 2025, down from £89,150 in the 20 before.",
            "Revenue is forecast to fall to £71,300 in late October 2025.",
            "The forecast for 2 to 31 October 2025 is £71,300, after £89,150 between 2 October and 1 October.",
            "The forecast is £71,300 for October 2-31, 2025 (95% interval: £81,500-£62,400).",
            "The forecast is £71,300 for October 2-31, 2025 (95% interval: £62,400-£71,300).",
            "The forecast is £71,300 for October 2-31, 2025, after £62,400-£81,500 in the 30 days before.",
        ),
    },
    "twenty_two": {
        "seasonal": (
            "With the season aside, Succulents declined by about $1.85 per day from November 2025 to mid-April 2026.",
            "With the season aside, Succulents declined by 14.6% from late November 2025 to May 17, 2026.",
            "With the season aside, Succulents declined by 14.6% from the end of November 2025 to May 17, 2026.",
        ),
        "step": (
            "From early February 2026 on, Seeds revenue ran at $2,745 a day.",
            "From late March 2026 on, Seeds revenue ran at $2,745 a day.",
        ),
    },
}

SCALES: Group = {
    "twenty_two": {
        "april": (
            "Revenue grew from $1.05 million to 1.36 million in April 2026.",
            "Orders came to 1.26 million in April 2026, up 20.6%.",
            "Revenue rose by 20.6 thousand in April 2026, to $1.26 million.",
        ),
    },
}
