"""Untrue sentences that lean on what the grammar allows: each group abuses one of its licences."""

import pytest

from .batches import BATCHES

_OF = {batch.name: batch for batch in BATCHES}
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

DENIALS: Group = {
    "twenty_one": {
        "no_data": (
            "No data is missing for February 2021; it goes back to March 15, 2021.",
            "There is no lack of data for February 2021.",
            "No revenue is on record for March 15, 2021 to October 1, 2025.",
            "Data is not available from March 15, 2021 to October 1, 2025.",
            "Revenue in February 2021 was not recorded as data starts on February 1, 2021.",
            "February 2021 has data, but none exists from March 15, 2021 to October 1, 2025.",
            "February 2021 lies after the first available data, which begins on March 15, 2021.",
        ),
        "going_on": (
            "October 2, 2025 is not going on any more; it has earned £1,312.50.",
            "October 2, 2025 is complete, with £1,312.50 so far.",
            "No revenue has come in so far on October 2, 2025.",
            "The £1,312.50 of October 2, 2025 so far is not comparable because sales are weak.",
            "Revenue of October 2, 2025 was not £1,312.50, as the day is still going on.",
        ),
        "missing": (
            "No data is missing for Devon on September 17-18, 2025, where £1,940 was expected.",
            "Devon had no revenue on September 17-18, 2025 rather than £1,940, because it lost customers.",
            "No data was recorded for Devon on September 17 and 18, 2025, so it earned nothing instead of £1,940.",
        ),
        "partial": (
            "All data has arrived for September 24, 2025: revenue was £412, £2,463 below expectations.",
            "Not all data has arrived for September 24, 2025, with revenue £2,463 below expectations.",
            "No revenue at all came in on September 24, 2025, perhaps because data is missing.",
        ),
        "first": (
            "E-Bike Hire in Cumbria had no revenue in the week of September 8 to 14, 2025.",
            "E-Bike Hire in Cumbria made no sales on September 10, 2025.",
            "E-Bike Hire in Cumbria brought in £1,284 from September 8 to 14, 2025 and no sales after it.",
        ),
    },
    "twenty_two": {
        "no_base": (
            "Revenue was $1,124,700 from January to March 2022; no data exists after it.",
            "No revenue came in from January to March 2022, as there is no data.",
        ),
        "cut_base": (
            "Revenue was $428,900 in February 2022; there is no data for January 2022.",
            "Revenue was $171,300 in February 2022, as the data starts on January 19, 2022.",
            "Revenue rose from $171,300 in January to $428,900 in February 2022, as January was not complete.",
        ),
        "recent": (
            "Planters fell to $2,565 a day on May 8, 2026, and it is clear that this lasts.",
            "Planters fell to $2,565 a day on May 8, 2026, and will stay there.",
            "Planters fell to $2,565 a day on May 8, 2026, and not for long.",
        ),
        "no_data_at_all": (
            "There is no data at all, but May 11-17, 2026 is available.",
            "There is data for May 11-17, 2026, but nothing else.",
        ),
        "gone": (
            "Orchids in Georgia has not earned $12,640 in March 2026.",
            "Orchids in Georgia has no further sales planned after March 28, 2026.",
        ),
    },
}

PUT_RIGHT: Group = {
    "twenty_two": {
        "adjusted": (
            "Once March 18-19, 2026 is corrected, April's growth is 20.64%, rather than 14.05%.",
            "April 2026 grew by 14.05%; adjusted for March 18-19 it would have been 20.64%.",
            "April's growth of 20.64% in 2026 is understated; a fairer figure is 14.05%.",
            "April's growth of 14.05% in 2026 is overstated; a fairer figure is 20.64%.",
            "April 2026 rose 20.64%, flattered by the busy days of March 18-19.",
            "April 2026 rose 20.64% because of March 18-19, when $7,900 came in instead of $68,400.",
            "April 2026 rose 20.64%; March 18-19 brought $68,400 instead of $7,900.",
            "Revenue fell 14.05% in April 2026 once March 18-19 is corrected.",
            "Revenue was 14.05% in April 2026 once March 18-19 is corrected.",
        ),
        "order": (
            "Without order #88214 for $14,850, revenue in the week of May 4-10, 2026 would have risen by $22,300.",
            "Without order #88214 for $14,850, revenue in the week of May 4-10, 2026 would have fallen by $7,450.",
            "Revenue rose by $7,450 in the week of May 4-10, 2026, thanks to order #88214.",
            "Order #88214 brought in $7,450 of the $22,300 rise in the week of May 4-10, 2026.",
        ),
    },
    "twenty_one": {
        "holiday": ("Instead of £310, £2,270 was taken on Good Friday, April 18, 2025.",),
        "missing": ("Devon took £1,940 rather than £0 on September 17-18, 2025; data may be missing.",),
        "turned": (
            "Revenue fell 4.1% from September 15 to 21, 2025; without the order of £2,350 it rose 6.9%.",
            "Revenue rose by £2,350 from September 15 to 21, 2025, with one order.",
        ),
    },
}

INDICES: Group = {
    "twenty_one": {
        "season": (
            "At £104,850, August 2025 was up £11,690 on a year earlier, with an index of 1.46 to 1.58 in August 2024.",
            "In August 2025 revenue was £104,850, with a seasonal index between 1.58 and 1.46.",
            "The index of revenue rose to 1.58 in August 2025.",
            "August 2025 brought £104,850, 1.5 times August 2024.",
            "Revenue of £104,850 in August 2025 was 1.46 to 1.58 times the average.",
            "Revenue over the years was £104,850, 12.55% more than in August 2024.",
        ),
    },
}

RECORDS: Group = {
    "twenty_two": {
        "best": (
            "Before April 1, 2025, the best month had $1,389,700, and April 2025 went higher with $1,312,400.",
            "April 2025 was the best month, at $1,312,400; before April 1, 2025, the best was $1,389,700.",
            "April 2025 was the best month, with $1,389,700 against $1,312,400 for the best after April 1, 2025.",
            "April 2025 was the best month, at $1,389,700; before March 1, 2025, the best was $1,312,400.",
            "April 2025 was the best month since February 2022, with $1,389,700.",
            "April 2025 was the best month, at $1,389,700; up to April 30, 2025, the best had been $1,312,400.",
        ),
        "worst": (
            "Before January 1, 2026, the weakest week had $61,250.",
            "January 5 to 11, 2026 was the weakest week at $68,900; before January 1, 2026, the weakest was $61,250.",
        ),
        "share": (
            "Seven in ten dollars of revenue in April 2026 came from Florida.",
            "Four in ten orders in April 2026 came from Florida.",
            "Florida made up five in four dollars of revenue in April 2026.",
        ),
        "seasonal": (
            "Succulents trended downward to 14.6% of its level from November 2025 to May 17, 2026, the season aside.",
            "With the season aside, revenue of Succulents was 14.6% from November 2025 to May 17, 2026.",
            "With the season aside, 14.6% is how much revenue of Succulents rose from November 2025 to May 17, 2026.",
        ),
    },
    "twenty_one": {
        "forecast": (
            "The forecast is £71,300 for October 2-31, 2025, between £62,400 and £81,500 at 85%.",
            "The forecast is £71,300 for October 2-31, 2025, between £62,400 and £71,300 at 95%.",
        ),
        "ended": (
            "Tent Hire has lost £5,620 since August 29, 2025.",
            "Tent Hire has brought in £148 since August 29, 2025.",
            "Tent Hire has had no sales since August 1, 2025.",
        ),
    },
}

GROUPS: dict[str, Group] = {
    "ratios": RATIOS,
    "parts": PARTS,
    "periods": PERIODS,
    "scales": SCALES,
    "denials": DENIALS,
    "put_right": PUT_RIGHT,
    "indices": INDICES,
    "records": RECORDS,
}


@pytest.mark.parametrize("group", GROUPS)
def test_a_licence_does_not_let_the_untrue_through(group: str) -> None:
    said = [(b, claim, text) for b, by in GROUPS[group].items() for claim, texts in by.items() for text in texts]
    assert [text for batch, claim, text in said if not _OF[batch].objections(claim, text)] == []
