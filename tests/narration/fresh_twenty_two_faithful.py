# ruff: noqa: RUF001 (dashes are written as people write them)
"""Faithful sentences about the claims of the online plant nursery, written without sight of the checker."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "april": (
        "Revenue reached $1,264,500 in April 2026, up 20.64% from $1,048,200 in March.",
        "April 2026 brought in about $1.26 million, roughly $216k more than March.",
        "Revenue grew by just over a fifth from March to April 2026, to $1.26M.",
        "At nearly $1.27 million, April 2026 revenue was $216,300 higher than the $1,048,200 seen in March.",
        "Month over month, revenue climbed 20.6% in April 2026, from $1.05M to $1.26M.",
        "Compared to March, April 2026 saw an additional $216.3k in revenue, for a total of $1,264,500.",
        "Revenue for April 1–30, 2026 came in at $1,264.5k, more than 20 percent above the month before.",
    ),
    "none": (
        "Bonsai revenue was unchanged at $1,340 in the week of May 4–10, 2026.",
        "Bonsai brought in exactly the same revenue in the week of May 4, 2026 as in the week before: $1,340.",
        (
            "There was no change in Bonsai revenue between the week of April 27 to May 3 and the week of May 4 to 10, "
            "2026, with $1,340 in each."
        ),
        "For the week ending May 10, 2026, Bonsai earned $1,340, just as it had the previous week.",
        "Week over week, Bonsai held at $1,340 in revenue for May 4 through May 10, 2026.",
        "With $1,340 in both weeks, Bonsai neither gained nor lost revenue from April 27–May 3 to May 4–10, 2026.",
        "Revenue from Bonsai stayed at $1,340 in the week of May 4–10, 2026, a change of 0%.",
    ),
    "no_base": (
        "Revenue for the first quarter of 2022 was $1,124,700; there is no earlier data to compare it with.",
        (
            "Q1 2022 revenue came to about $1.12 million, but a comparison with the previous quarter isn't possible "
            "because no data is available for it."
        ),
        "From January to March 2022, the nursery took in $1,124,700, with no prior period available for comparison.",
        (
            "In Q1 2022 revenue totaled just over $1.1M. Since there's no data for the period before, no growth rate "
            "can be given."
        ),
        (
            "$1.12M in revenue was recorded in the first three months of 2022, and no previous figures exist to "
            "measure that against."
        ),
        "No comparison is available for the first quarter of 2022, when revenue was $1,124,700.",
        (
            "Between January 1 and March 31, 2022, revenue amounted to nearly $1.125 million; the preceding quarter "
            "has no data."
        ),
    ),
    "cut_base": (
        (
            "Revenue in February 2022 was $428,900, but January can't be used for a full comparison because its data, "
            "$171,300, covers only January 19–31."
        ),
        (
            "February 2022 brought in nearly $429k; for the month before, revenue is known only from January 19 on, "
            "at $171,300."
        ),
        "A growth rate for February 2022 ($428,900) isn't shown, as the data for January 2022 starts on the 19th.",
        (
            "With $428.9k in February 2022 and only part of January on record ($171,300 from January 19 to 31), the "
            "two months can't be compared fairly."
        ),
        (
            "Only $171,300 for January 19 through 31, 2022 is known, so February's revenue of $428,900 has no "
            "complete month to compare with."
        ),
        (
            "Revenue came to about $429,000 in February 2022. January's figures are incomplete, covering just the "
            "19th to the 31st with $171.3k."
        ),
        (
            "Because January 2022 is only partly covered by the data, February's $428,900 cannot be put into relation "
            "to it."
        ),
    ),
    "gone": (
        "Orchids in Georgia had no revenue in April 2026, after $12,640 in March.",
        (
            "No Orchids were sold in Georgia from March 28, 2026 on, so April's revenue was zero, down from $12,640 "
            "in March."
        ),
        "Revenue from Orchids in Georgia dropped from about $12.6k in March 2026 to nothing in April.",
        "There were no sales of Orchids in Georgia from March 28 to April 30, 2026.",
        "Orchids in Georgia went from $12,640 in March to $0 in April 2026, with the last sales before March 28.",
        "No Orchids revenue came in from Georgia in April 2026; the month before, it had been just over $12,600.",
        (
            "Sales of Orchids in Georgia ended in late March 2026, leaving April with no revenue compared with "
            "$12,640 the month before."
        ),
    ),
    "no_data_at_all": (
        "There is no data at all, so revenue for May 11–17, 2026 can't be shown.",
        "No revenue data is available for the week of May 11 to 17, 2026, or for any other period.",
        "Nothing can be reported for May 11–17, 2026, because no data has been recorded at all.",
        "We have no data whatsoever, including for the week of May 11, 2026.",
        "Revenue for the week ending May 17, 2026 cannot be determined since there's no data.",
        "No data exists, which is why there are no revenue figures for May 11 through May 17, 2026.",
        "For the week of May 11–17, 2026 there is nothing to report: no data is available.",
    ),
    "began": (
        "Colorado recorded its first sales on April 9, 2026, and brought in $27,380 by the end of the month.",
        "Sales in Colorado began on April 9, 2026 with $1,145 on the first day, adding up to $27,380 for April.",
        "Colorado contributed $27,380 to April 2026 revenue, having made its first sales on the 9th.",
        "Colorado is new in April 2026: starting with $1,145 on April 9, it earned roughly $27.4k over the month.",
        "With its first $1,145 coming in on April 9, Colorado generated just over $27,000 in April 2026.",
        "April 2026 was the first month with revenue from Colorado, at nearly $27.4k.",
        (
            "The first revenue from Colorado, $1,145, was recorded on Thursday, April 9, 2026; the month's total was "
            "$27,380."
        ),
    ),
    "year_ago": (
        "Revenue was $1,264,500 in April 2026, down 9.01% from $1,389,700 in April 2025.",
        "Year over year, revenue fell by about 9% in April 2026, to $1.26 million.",
        "April 2026 came in $125,200 below April 2025, with revenue of $1,264,500.",
        "Compared with a year earlier, April 2026 revenue was roughly $125k lower at $1.26M.",
        "At $1.26M, revenue in April 2026 fell short of the $1.39M recorded in April 2025 by 9%.",
        "April revenue declined from nearly $1.4 million in 2025 to just under $1.27 million in 2026.",
        "The $1,264,500 earned in April 2026 was $125.2k less than in the same month of the previous year.",
    ),
    "rate": (
        (
            "Florida's conversion rate rose from 3.29% in March to 3.84% in April 2026, an increase of 0.55 "
            "percentage points."
        ),
        "In Florida, 3.84% of visits turned into orders in April 2026, up from 3.29% the month before.",
        (
            "Although visits in Florida fell 6.4% in April 2026, orders grew 9.25% as the conversion rate improved to "
            "3.84%."
        ),
        "Florida converted better in April 2026: the rate climbed by just over half a percentage point to 3.84%.",
        (
            "Florida had 6.4% fewer visits but about 9% more orders in April 2026, taking its conversion rate from "
            "3.29% to 3.84%."
        ),
        "The conversion rate in Florida went up 0.55 points month over month, to 3.84% in April 2026.",
        "April 2026 saw Florida's conversion rate reach roughly 3.8%, compared with 3.3% in March.",
    ),
    "share": (
        "Florida accounted for 41.8% of revenue in April 2026, or $528,600.",
        "More than two fifths of April 2026 revenue came from Florida, which brought in about $529k.",
        "In April 2026, $528,600 was earned in Florida, 41.8% of the total.",
        "Florida made up nearly 42% of revenue in April 2026, with a Herfindahl index of 0.31 overall.",
        "With $528.6k, Florida generated just under 42 percent of all revenue in April 2026.",
        "Revenue is fairly concentrated in Florida: in April 2026 it contributed 41.8%, a little under $530,000.",
        "About 42 cents of every dollar earned in April 2026 came from Florida.",
    ),
    "best": (
        "April 2025 was the best month on record, with revenue of $1,389,700, beating the previous high of $1,312,400.",
        "Revenue reached a monthly record of nearly $1.39 million in April 2025.",
        "At $1.39M, April 2025 surpassed the old monthly record of $1.31M by roughly $77k.",
        "The previous best month, at $1,312,400, was topped in April 2025, when $1,389,700 came in.",
        "April 2025 set a new monthly revenue record, almost 6% above the former one.",
        "No month since the data began in January 2022 had brought in more than the $1,389,700 of April 2025.",
        "A record $1,389,700 in revenue was earned in April 2025, $77,300 more than in the best month before it.",
    ),
    "worst": (
        "The week of January 5–11, 2026 was the weakest on record, with revenue of just $61,250.",
        (
            "Revenue fell to a new weekly low of $61,250 in the week ending January 11, 2026, below the previous low "
            "of $68,900."
        ),
        "At about $61k, the week of January 5, 2026 brought in less than any week before it.",
        "The old weekly low of $68,900 was undercut in the week of January 5 to 11, 2026, by $7,650.",
        "January 5–11, 2026 was the worst week so far: revenue came to $61,250, about 11% under the former low.",
        "With $61.3k, the week from January 5 through January 11, 2026 set a new record low for weekly revenue.",
        (
            "Weekly revenue hit a record low of just over $61,000 on January 5–11, 2026; the lowest before that was "
            "$68,900."
        ),
    ),
    "seasonal": (
        "Seasonally adjusted, Succulents revenue trended down 14.6% between November 1, 2025 and May 17, 2026.",
        (
            "With seasonal effects taken out, revenue from Succulents declined by about $1.85 per day from November "
            "2025 to mid-May 2026."
        ),
        (
            "Succulents shows a downward trend of 14.6% from November 1, 2025 to May 17, 2026, after adjusting for "
            "the season."
        ),
        (
            "Beyond the usual seasonal pattern, Succulents lost nearly 15% of its revenue between the start of "
            "November 2025 and May 17, 2026."
        ),
        (
            "From November 1, 2025 through May 17, 2026, the seasonally adjusted trend in Succulents revenue was "
            "negative, at −14.6%."
        ),
        (
            "Succulents revenue has been drifting lower since November 2025, down 14.6% by May 17, 2026 once the "
            "season is accounted for."
        ),
        (
            "Adjusted for seasonality, daily revenue from Succulents slipped by an average of $1.85 each day between "
            "November 1, 2025 and May 17, 2026."
        ),
    ),
    "step": (
        "Seeds moved to a higher level on February 23, 2026: daily revenue went from $1,860 to $2,745.",
        "Since February 23, 2026, Seeds has brought in about $2,745 a day, up from $1,860 before.",
        "Daily revenue from Seeds rose by 47.58% on February 23, 2026 and averaged $2,745 through May 17.",
        (
            "Seeds earned an average of nearly $2.75k per day from February 23 to May 17, 2026, almost half as much "
            "again as the earlier $1,860."
        ),
        "There was a step up in Seeds on February 23, 2026, from $1,860 to $2,745 in revenue per day.",
        "From late February 2026 on, Seeds revenue ran $885 a day higher than before, at $2,745.",
        (
            "The average daily revenue of Seeds stood at $2,745 between February 23 and May 17, 2026, compared with "
            "roughly $1,900 previously."
        ),
    ),
    "recent": (
        "Planters' daily revenue dropped by a quarter on May 8, 2026, from $3,420 to $2,565.",
        "Since May 8, 2026, Planters has been bringing in about $2,565 a day instead of $3,420.",
        (
            "Planters revenue fell to a lower level on May 8, 2026, averaging $2,565 per day through May 17; that is "
            "still recent, so it remains to be seen whether it lasts."
        ),
        "From May 8 to May 17, 2026, Planters earned $855 less per day than before.",
        "The daily level of Planters has been 25% lower since May 8, 2026, at roughly $2.6k.",
        "Planters averaged $3,420 a day until May 7, 2026 and $2,565 a day in the ten days that followed.",
        "A recent shift has taken Planters from $3,420 to $2,565 in daily revenue, starting May 8, 2026.",
    ),
    "dip": (
        "Georgia's revenue dipped to $1,430 on April 22, 2026, well below the expected $5,680.",
        "On April 22, 2026, Georgia took in $4,250 less than expected.",
        "Revenue in Georgia was nearly 75% below expectations on April 22, 2026, at $1,430.",
        (
            "Only about a quarter of the expected revenue came in from Georgia on Wednesday, April 22, 2026: $1,430 "
            "versus $5,680."
        ),
        (
            "Georgia had an unusually weak day on April 22, 2026, with revenue of just over $1.4k against an expected "
            "$5.7k."
        ),
        "April 22, 2026 was unusually low in Georgia, where revenue fell 74.82% short of the expected level.",
        "In Georgia, $1,430 was recorded on April 22, 2026, although $5,680 would have been expected.",
    ),
    "level": (
        (
            "Ferns revenue was unusually high in the week of April 13–19, 2026, at $58,900 compared with an expected "
            "$41,200."
        ),
        "From April 13 to April 19, 2026, Ferns brought in $17,700 more than expected.",
        "Ferns outperformed expectations by 43% in the week ending April 19, 2026, reaching $58.9k.",
        (
            "For the whole week of April 13, 2026, Ferns ran above its expected level: nearly $59,000 versus about "
            "$41,000."
        ),
        (
            "At $58,900, revenue from Ferns between April 13 and 19, 2026 exceeded the expected level by more than "
            "two fifths."
        ),
        "Ferns shifted to a higher level in the week of April 13 to 19, 2026, earning $17.7k above expectations.",
        "Instead of the $41,200 expected, $58,900 came in from Ferns during April 13–19, 2026.",
    ),
    "twice": (
        (
            "Revenue for May 6, 2026 shows $84,300, about twice the expected $41,750, so the data may have been "
            "imported twice."
        ),
        "On May 6, 2026, recorded revenue was more than double the expected level, which suggests a duplicate import.",
        (
            "The $84,300 recorded for May 6, 2026 is $42,550 above expectations; the day's data could have been "
            "loaded twice."
        ),
        "Data for May 6, 2026 looks duplicated: $84.3k was recorded where $41.75k was expected.",
        (
            "Revenue on Wednesday, May 6, 2026 came in roughly 102% over the expected figure, possibly because of a "
            "double import."
        ),
        "May 6, 2026 may contain duplicate data, with revenue of $84,300 against an expected $41,750.",
        (
            "At just over $84k, revenue for May 6, 2026 is suspiciously close to twice what was expected, pointing to "
            "data imported twice."
        ),
    ),
    "today": (
        "Vermont's revenue for May 18, 2026 is $9,260 so far; the day is not over yet.",
        "So far, $9,260 has come in from Vermont on May 18, 2026, and the day is still going on.",
        "May 18, 2026 is still in progress, so Vermont's $9,260 is not a final figure.",
        "The figure for Vermont on Monday, May 18, 2026, just under $9.3k, is incomplete because the day hasn't ended.",
        "As the day isn't finished, Vermont's revenue of $9,260 for May 18, 2026 covers only part of it.",
        "Vermont has taken in about $9,300 on May 18, 2026 to this point, with the day still running.",
        "Data for May 18, 2026 is still incomplete: Vermont stands at $9,260 so far.",
    ),
    "calm": (
        "Nothing unusual was found in December 2025 across 31 days, 6 categories and 5 regions.",
        "December 2025 was unremarkable: no anomalies turned up in any of the six categories or five regions.",
        "All 31 days of December 2025 were checked, and nothing out of the ordinary showed up.",
        "No unusual revenue was detected between December 1 and December 31, 2025, in six categories and five regions.",
        "Across six categories and five regions, December 2025 held no surprises.",
        "We looked at 31 days, six categories, and five regions for December 2025 and found nothing unusual.",
        "Revenue stayed within its normal range throughout December 2025, in all 6 categories and 5 regions.",
    ),
    "order": (
        (
            "A single order, #88214, accounted for $14,850 of the $22,300 increase in revenue in the week of May "
            "4–10, 2026."
        ),
        "About two thirds of the $22,300 rise in the week of May 4, 2026 came from one order (#88214) worth $14,850.",
        "Revenue was up $22.3k in the week ending May 10, 2026, and $14,850 of that is due to order #88214 on May 8.",
        "Order #88214, placed on May 8, 2026, brought in nearly $14.9k, well over half of the week's $22,300 gain.",
        "The week's growth of $22,300 rests largely on one order: #88214, for $14,850.",
        (
            "One order of $14,850 on Friday, May 8, 2026 (#88214) made up most of the $22,300 by which revenue rose "
            "from May 4 to 10."
        ),
        "Without order #88214 for $14,850, revenue in the week of May 4–10, 2026 would have risen by only $7,450.",
    ),
    "adjusted": (
        (
            "April 2026 revenue grew 20.64%, but allowing for the unusually low days of March 18–19, growth would be "
            "14.05%."
        ),
        (
            "The 20.64% increase in April 2026 is flattered by March 18 and 19, when only $7,900 was recorded instead "
            "of the expected $68,400; adjusted for this, it is 14.05%."
        ),
        "Adjusted for March 18–19, 2026, revenue growth in April comes to about 14% rather than nearly 21%.",
        (
            "If March 18 and 19, 2026 had brought in the expected $68,400 rather than $7,900, revenue would have "
            "grown by 14.05% in April."
        ),
        "Without the unusual days of March 18–19, 2026, April's revenue would be up 14.05% instead of 20.64%.",
        (
            "Revenue rose by a fifth in April 2026 as reported, or by roughly 14% once the low figures for March "
            "18–19 are corrected to their expected level."
        ),
        (
            "Because just $7.9k was recorded on March 18–19, 2026 against an expected $68.4k, April's growth of "
            "20.64% is overstated; a fairer figure is 14.05%."
        ),
    ),
    "relation": (
        (
            "Revenue from Succulents and Ferns tended to move in opposite directions between November 1, 2025 and May "
            "17, 2026 (correlation −0.41)."
        ),
        (
            "When Succulents goes up, Ferns tends to go down: their correlation was −0.41 from November 2025 to "
            "mid-May 2026."
        ),
        "Succulents and Ferns show a negative correlation of −0.41 from November 1, 2025 through May 17, 2026.",
        "There's a moderate inverse relationship between Succulents and Ferns, with a correlation of about −0.4.",
        (
            "With a correlation of −0.41, days with higher Succulents revenue tended to see lower Ferns revenue, and "
            "vice versa."
        ),
        "Ferns and Succulents were negatively correlated, at −0.41, with no time lag between them.",
        (
            "Between November 2025 and May 17, 2026, Succulents and Ferns moved against each other on the same day, "
            "with a correlation of −0.41."
        ),
    ),
}
