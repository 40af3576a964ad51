"""Untrue sentences that lean on what may be denied, put right, ranked and related."""

from .abuses_of_figures import Group

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

KINDS: Group = {
    "twenty_one": {
        "ahead": (
            "From April to September 2025, revenue from E-Bike Hire followed Repairs two days later, correlation 0.62.",
            "There is a correlation of 0.62 between Repairs and E-Bike Hire two days afterwards.",
            "E-Bike Hire and Repairs move together without delay: no time lag, correlation 0.62.",
            "E-Bike Hire and Repairs move together on the same day, with a correlation of 0.62.",
            "Repairs led E-Bike Hire by two days (r = 0.62).",
            "E-Bike Hire echoes Repairs two days later (r = 0.62).",
            "E-Bike Hire moves and Repairs follows two days later (r = 0.62), which proves that one causes the other.",
        ),
        "holiday": (
            "Good Friday 2024 fell short of the £2,270 expected, with £310.",
            "With £310 in revenue, April 2024 fell short of the £2,270 expected for Good Friday 2025.",
        ),
        "shift": (
            "Cumbria's revenue share stood at 24.49% in September 2025, with a Herfindahl index of 0.39.",
            "Cumbria's revenue share stood at 24.49% in September 2025, 0.29 more than in August.",
            "Cumbria's index stood at 24.49 in September 2025.",
        ),
        "split": (
            "Fewer orders cost £8,350 and smaller orders £7,730 in September 2025, for a total decline of £8,350.",
            "Fewer orders cost revenue a total of £16,080 in September 2025.",
            "Orders fell by a total of £16,080 in September 2025.",
        ),
        "hardly": (
            "Devon's revenue rose by half a percentage point to £31,480 in August 2025.",
            "Devon's revenue rose by half to £31,480 in August 2025.",
            "Devon's revenue fell by half a percent to £31,480 in August 2025.",
        ),
        "trend": (
            "The revenue trend for Spare Parts was negative from January to September 2025, at 27.4%.",
            "The revenue of Spare Parts was 27.4% from January to September 2025, a positive trend.",
        ),
    },
    "twenty_two": {
        "share": (
            "Florida made up 42% of revenue in April 2026, with an index of 0.42.",
            "In April 2026, 41.8% of revenue came from a single category, Florida.",
        ),
        "calm": (
            "Revenue was unusual in December 2025, in all 6 categories and 5 regions.",
            "Revenue rose within its normal range throughout December 2025, in all 6 categories and 5 regions.",
        ),
        "best": ("April 2025 was the best month since the data began in March 2022, with $1,389,700.",),
    },
}
