# ruff: noqa: RUF001 (dashes are written as people write them)
"""Untrue sentences about the claims of the online plant nursery, each with what is wrong in it."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "april": (
        ("number", "Revenue reached $1,246,500 in April 2026, up from $1,048,200 in March."),
        ("unit", "Revenue climbed by 20.64 percentage points in April 2026, to $1.26M."),
        ("role", "April 2026 revenue came to $1,048,200, after $1,264,500 in March."),
        ("base", "Year over year, revenue grew 20.64% in April 2026, to $1,264,500."),
        ("direction", "Revenue dropped by $216,300 from March to April 2026, to $1.26M."),
        ("cause", "An early spring rush pushed revenue up 20.64% to $1,264,500 in April 2026."),
        ("number", "Revenue grew by almost a third from March to April 2026, to $1.26 million."),
    ),
    "none": (
        ("number", "Bonsai revenue was unchanged at $1,430 in the week of May 4–10, 2026."),
        (
            "segment",
            "Orchids brought in exactly the same revenue in the week of May 4, 2026 as in the week before: $1,340.",
        ),
        (
            "base",
            "Bonsai earned $1,340 in the week of May 4–10, 2026, exactly as much as in the same week a year earlier.",
        ),
        ("direction", "Bonsai revenue edged up to $1,340 in the week of May 4–10, 2026."),
        ("period", "Bonsai revenue held at $1,340 in May 2026, just as in April."),
        ("forecast", "Bonsai stayed at $1,340 in the week of May 4–10, 2026 and should remain there next week."),
        ("goal", "Bonsai hit its weekly goal of $1,340 in the week of May 4–10, 2026."),
    ),
    "no_base": (
        (
            "number",
            "Revenue for the first quarter of 2022 was $1,142,700; there is no earlier data to compare it with.",
        ),
        (
            "period",
            "Revenue for the second quarter of 2022 was $1,124,700, with no prior period available for comparison.",
        ),
        ("direction", "Revenue rose to $1,124,700 in the first quarter of 2022."),
        ("opposite", "Q1 2022 revenue of $1,124,700 can be compared with the quarter before."),
        (
            "cause",
            "Since the nursery only opened in January 2022, its Q1 revenue of $1,124,700 has no earlier period to "
            "compare with.",
        ),
        ("rank", "The first quarter of 2022, at $1,124,700, was the weakest quarter so far."),
        (
            "unit",
            "Revenue averaged $1,124,700 per month in the first quarter of 2022, with no earlier data to compare "
            "it with.",
        ),
    ),
    "cut_base": (
        ("opposite", "February 2022 brought in $428,900; there is no data for January 2022."),
        ("opposite", "There is no data at all for January 2022, so February's $428,900 is not comparable."),
        ("number", "Revenue in February 2022 was $482,900; for January, only $171,300 from the 19th on is known."),
        ("role", "Revenue in February 2022 was $171,300, while January is only partly on record."),
        ("date", "February 2022 brought in $428,900; for the month before, revenue is known only from January 9 on."),
        ("direction", "Revenue more than doubled from January to February 2022, from $171,300 to $428,900."),
        ("opposite", "January 2022 is fully covered by the data, with $171,300 in revenue before February's $428,900."),
        ("base", "February 2022 brought in $428,900, but the same month of 2021 is only known in part, at $171,300."),
        ("role", "Data for February 2022 is incomplete, so its $428,900 can't be compared with January's $171,300."),
    ),
    "gone": (
        ("number", "Orchids in Georgia had no revenue in April 2026, after $16,240 in March."),
        ("segment", "Orchids in Florida had no revenue in April 2026, after $12,640 in March."),
        ("date", "Orchids in Georgia have had no sales since March 8, 2026."),
        ("role", "Orchids in Georgia earned $12,640 in April 2026, after nothing in March."),
        (
            "cause",
            "A supplier stopped delivering Orchids to Georgia in late March 2026, so April brought no revenue "
            "after $12,640 the month before.",
        ),
        (
            "lasting",
            "Orchids in Georgia brought in $12,640 in March 2026 and nothing in April, and sales there will not "
            "resume.",
        ),
        ("base", "Orchids in Georgia had no revenue in April 2026, compared with $12,640 in April 2025."),
    ),
    "no_data_at_all": (
        ("period", "There is no data for the week of May 11–17, 2026, but earlier weeks are available."),
        ("role", "The nursery sold nothing in the week of May 11–17, 2026, although its shop was open."),
        ("direction", "Revenue fell to zero in the week of May 11–17, 2026."),
        ("cause", "No data is available for May 11–17, 2026 because the import failed."),
        ("number", "Only $1,100 in revenue has been recorded for May 11–17, 2026."),
        ("advice", "No data is available for May 11–17, 2026; reload the sales file to fix this."),
        ("forecast", "There is no data for May 11–17, 2026 yet, but figures will arrive within a day."),
    ),
    "began": (
        (
            "number",
            "Colorado recorded its first sales on April 9, 2026, and brought in $23,780 by the end of the month.",
        ),
        ("date", "Sales in Colorado began on April 19, 2026 with $1,145 on the first day."),
        ("role", "Colorado took in $27,380 on its first day, April 9, 2026."),
        ("segment", "Vermont recorded its first sales on April 9, 2026, and brought in $27,380 over the month."),
        ("opposite", "Colorado made its last sales on April 9, 2026, after bringing in $27,380 over the month."),
        ("cause", "A new warehouse opened up Colorado on April 9, 2026, bringing in $27,380 over the month."),
        ("base", "Colorado's revenue grew to $27,380 in April 2026, up from $1,145 in March."),
    ),
    "year_ago": (
        ("number", "Revenue was $1,264,500 in April 2026, down 10.9% from April 2025."),
        ("base", "Revenue was $1,264,500 in April 2026, down 9.01% from March."),
        ("role", "Revenue in April 2026 was $1,389,700, compared with $1,264,500 a year earlier."),
        ("direction", "Year over year, revenue rose by $125,200 to $1,264,500 in April 2026."),
        ("unit", "Revenue fell by 9.01 percentage points year over year in April 2026, to $1.26 million."),
        ("cause", "A late frost kept April 2026 revenue 9.01% below April 2025, at $1,264,500."),
        ("period", "Compared with April 2024, revenue was down 9.01% to $1,264,500 in April 2026."),
    ),
    "rate": (
        ("unit", "Florida's conversion rate rose by 0.55% in April 2026, from 3.29% to 3.84%."),
        ("role", "Florida's conversion rate was 3.29% in April 2026, after 3.84% in March."),
        ("direction", "Visits in Florida grew 6.4% in April 2026, and the conversion rate improved to 3.84%."),
        ("number", "Florida's conversion rate climbed by nearly a full percentage point in April 2026, to 3.84%."),
        ("segment", "In Georgia, 3.84% of visits turned into orders in April 2026, up from 3.29% the month before."),
        ("cause", "A redesigned checkout lifted Florida's conversion rate from 3.29% to 3.84% in April 2026."),
        ("opposite", "Orders in Florida fell 9.25% in April 2026, although the conversion rate rose to 3.84%."),
    ),
    "share": (
        ("number", "Florida accounted for 48.1% of revenue in April 2026, or $528,600."),
        ("role", "Florida's revenue rose by 41.8% in April 2026, to $528,600."),
        ("segment", "Georgia accounted for 41.8% of revenue in April 2026, or $528,600."),
        ("number", "More than half of April 2026 revenue came from Florida, which brought in $528,600."),
        ("advice", "With 41.8% of April 2026 revenue coming from Florida, the nursery should build up other regions."),
        ("period", "Florida accounted for 41.8% of revenue in March 2026, or $528,600."),
        ("direction", "Florida's share of revenue increased to 41.8% in April 2026."),
    ),
    "best": (
        ("number", "April 2025 was the best month on record, with revenue of $1,398,700."),
        ("role", "Revenue reached a record $1,312,400 in April 2025, beating the previous high of $1,389,700."),
        ("date", "May 2025 was the best month on record, with revenue of $1,389,700."),
        ("opposite", "April 2025 was the weakest month on record, with revenue of $1,389,700."),
        ("unit", "A record $1,389,700 in revenue was earned in a single week of April 2025."),
        ("cause", "A Mother's Day campaign made April 2025 the best month on record, with revenue of $1,389,700."),
        ("number", "April 2025 set a new monthly record of $1,389,700, more than 10% above the former one."),
    ),
    "worst": (
        ("number", "The week of January 5–11, 2026 was the weakest on record, with revenue of just $62,150."),
        ("opposite", "The week of January 5–11, 2026 was the strongest on record, with revenue of $61,250."),
        (
            "role",
            "Revenue fell to a new weekly low of $68,900 in the week of January 5–11, 2026, below the previous "
            "low of $61,250.",
        ),
        ("date", "The week of January 15–21, 2026 was the weakest on record, with revenue of just $61,250."),
        ("period", "January 2026 was the weakest month on record, with revenue of just $61,250."),
        (
            "cause",
            "Freezing weather halted shipments in the week of January 5–11, 2026, when revenue sank to a record "
            "low of $61,250.",
        ),
        (
            "forecast",
            "After a record low of $61,250 in the week of January 5–11, 2026, revenue is bound to recover in spring.",
        ),
    ),
    "seasonal": (
        (
            "number",
            "Seasonally adjusted, Succulents revenue trended down 16.4% between November 1, 2025 and May 17, 2026.",
        ),
        (
            "direction",
            "Beyond the usual seasonal pattern, Succulents gained 14.6% between November 1, 2025 and May 17, 2026.",
        ),
        (
            "unit",
            "Seasonally adjusted, Succulents revenue shrank by 14.6% a month between November 2025 and May 17, 2026.",
        ),
        (
            "role",
            "Succulents brought in $1.85 per day from November 1, 2025 to May 17, 2026, after adjusting for the "
            "season.",
        ),
        ("opposite", "The 14.6% decline in Succulents from November 1, 2025 to May 17, 2026 is purely seasonal."),
        ("segment", "Seasonally adjusted, Seeds revenue trended down 14.6% between November 1, 2025 and May 17, 2026."),
        (
            "forecast",
            "Succulents will go on losing $1.85 per day after a seasonally adjusted decline of 14.6% up to May "
            "17, 2026.",
        ),
    ),
    "step": (
        ("number", "Seeds moved to a higher level on February 23, 2026: daily revenue went from $1,680 to $2,745."),
        ("role", "Daily revenue from Seeds went from $2,745 to $1,860 on February 23, 2026."),
        ("date", "Since March 23, 2026, Seeds has brought in $2,745 a day, up from $1,860 before."),
        ("unit", "Seeds has earned $2,745 per week since February 23, 2026, up from $1,860."),
        ("direction", "Seeds fell to a lower level of $2,745 a day on February 23, 2026."),
        ("cause", "A new line of vegetable packs lifted Seeds from $1,860 to $2,745 a day on February 23, 2026."),
        ("number", "Daily revenue from Seeds has nearly doubled since February 23, 2026, to $2,745."),
    ),
    "recent": (
        ("number", "Planters' daily revenue dropped by a quarter on May 8, 2026, from $3,420 to $2,655."),
        ("direction", "Planters' daily revenue has been 25% higher since May 8, 2026, at $2,565."),
        ("role", "Planters has been bringing in $3,420 a day since May 8, 2026, compared with $2,565 before."),
        ("date", "Planters has been bringing in $2,565 a day instead of $3,420 since May 18, 2026."),
        ("lasting", "Planters has settled permanently at $2,565 a day since May 8, 2026."),
        ("role", "Since May 8, 2026, Planters has earned $855 a day, 25% less than before."),
        ("advice", "With Planters down to $2,565 a day since May 8, 2026, a discount would be worth trying."),
    ),
    "dip": (
        ("number", "Georgia's revenue dipped to $1,340 on April 22, 2026, well below the expected $5,680."),
        ("role", "Georgia took in $5,680 on April 22, 2026, although only $1,430 was expected."),
        ("segment", "Vermont's revenue dipped to $1,430 on April 22, 2026, well below the expected $5,680."),
        ("date", "On April 2, 2026, Georgia took in $4,250 less than expected."),
        ("unit", "Georgia's revenue on April 22, 2026 was 74.82 percentage points below the expected level."),
        ("cause", "A storm cut Georgia's revenue to $1,430 on April 22, 2026, against an expected $5,680."),
        ("number", "Only about half of the expected revenue came in from Georgia on April 22, 2026."),
    ),
    "level": (
        (
            "number",
            "Ferns revenue was unusually high in the week of April 13–19, 2026, at $59,800 compared with an "
            "expected $41,200.",
        ),
        ("role", "Ferns brought in $41,200 in the week of April 13–19, 2026, although $58,900 was expected."),
        ("direction", "From April 13 to April 19, 2026, Ferns fell $17,700 short of expectations."),
        ("segment", "Succulents brought in $17,700 more than expected from April 13 to April 19, 2026."),
        ("period", "Ferns brought in $58,900 in April 2026, $17,700 more than expected."),
        (
            "lasting",
            "Ferns has been running at a higher level ever since the week of April 13–19, 2026, when it earned "
            "$58,900 instead of the expected $41,200.",
        ),
        ("cause", "A mention in a popular gardening show carried Ferns to $58,900 in the week of April 13–19, 2026."),
    ),
    "twice": (
        ("number", "Revenue for May 6, 2026 shows $83,400, about twice the expected $41,750."),
        ("role", "Expected revenue for May 6, 2026 was $84,300, about twice the $41,750 recorded."),
        ("date", "Data for May 16, 2026 looks duplicated: $84,300 was recorded where $41,750 was expected."),
        ("number", "On May 6, 2026, recorded revenue was nearly three times the expected level, at $84,300."),
        ("opposite", "Only half of the data for May 6, 2026 seems to have been imported, with revenue of $84,300."),
        ("cause", "A flash sale on May 6, 2026 brought in $84,300, about twice the expected $41,750."),
        ("direction", "Revenue on May 6, 2026 came in 101.92% under the expected level."),
    ),
    "today": (
        ("number", "Vermont's revenue for May 18, 2026 is $9,620 so far; the day is not over yet."),
        ("segment", "So far, $9,260 has come in from Florida on May 18, 2026, and the day is still going on."),
        ("opposite", "Vermont closed May 18, 2026 with revenue of $9,260."),
        ("date", "May 17, 2026 is still in progress, so Vermont's $9,260 is not a final figure."),
        ("direction", "Vermont's revenue has dropped to $9,260 on May 18, 2026, with the day still running."),
        (
            "forecast",
            "Vermont stands at $9,260 on May 18, 2026 and is heading for more than $15,000 by the end of the day.",
        ),
        ("period", "The month of May 2026 isn't over yet; Vermont's revenue for it is $9,260 so far."),
    ),
    "calm": (
        ("number", "Nothing unusual was found in December 2025 across 31 days, 8 categories and 5 regions."),
        (
            "opposite",
            "Several anomalies were found in the 31 days of December 2025, across 6 categories and 5 regions.",
        ),
        ("period", "Nothing unusual was found in January 2026 across 31 days, 6 categories and 5 regions."),
        ("role", "Nothing unusual was found in December 2025 across five categories and six regions."),
        (
            "direction",
            "Revenue rose slightly in December 2025, with nothing unusual across 6 categories and 5 regions.",
        ),
        (
            "cause",
            "Because demand was steady, nothing unusual was found in December 2025 across 6 categories and 5 regions.",
        ),
        ("goal", "Revenue met its plan in December 2025, with nothing unusual in 6 categories and 5 regions."),
    ),
    "order": (
        (
            "number",
            "A single order, #88214, accounted for $15,840 of the $22,300 increase in revenue in the week of May "
            "4–10, 2026.",
        ),
        (
            "name",
            "Order #88241 accounted for $14,850 of the $22,300 increase in revenue in the week of May 4–10, 2026.",
        ),
        ("role", "Order #88214 was worth $22,300 and made up most of the week's $14,850 gain for May 4–10, 2026."),
        ("number", "About a third of the $22,300 rise in the week of May 4, 2026 came from one order (#88214)."),
        ("date", "Order #88214, placed on May 5, 2026, brought in $14,850 of the week's $22,300 gain."),
        ("opposite", "Without order #88214 for $14,850, revenue in the week of May 4–10, 2026 would have fallen."),
        (
            "cause",
            "A landscaping company placed order #88214 for $14,850, most of the $22,300 gain in the week of May "
            "4–10, 2026.",
        ),
    ),
    "adjusted": (
        (
            "number",
            "April 2026 revenue grew 20.64%, but allowing for the incomplete days of March 18–19, growth would be "
            "15.04%.",
        ),
        ("role", "April 2026 revenue grew 14.05% as reported; adjusted for March 18–19, growth would be 20.64%."),
        (
            "role",
            "On March 18–19, 2026, $68,400 was recorded instead of the expected $7,900, which puts April's growth "
            "at 14.05% after adjustment.",
        ),
        ("direction", "Adjusted for March 18–19, 2026, April revenue would be down 14.05% instead of up 20.64%."),
        ("date", "April 2026 revenue grew 20.64%, or 14.05% once the low figures for March 28–29 are corrected."),
        ("unit", "Adjusting for March 18–19, 2026 lowers April's revenue growth by 14.05 percentage points."),
        ("cause", "A server outage on March 18–19, 2026 inflated April's growth to 20.64%; adjusted, it is 14.05%."),
    ),
    "relation": (
        (
            "opposite",
            "Succulents and Ferns tended to move in the same direction between November 1, 2025 and May 17, 2026.",
        ),
        (
            "number",
            "Succulents and Ferns show a negative correlation of −0.14 from November 1, 2025 through May 17, 2026.",
        ),
        (
            "segment",
            "Succulents and Seeds show a negative correlation of −0.41 from November 1, 2025 through May 17, 2026.",
        ),
        (
            "cause",
            "Customers who buy Succulents give up Ferns instead, so the two move in opposite directions "
            "(correlation −0.41).",
        ),
        ("period", "Succulents and Ferns show a negative correlation of −0.41 from January 1 through May 17, 2026."),
        ("lag", "Ferns tends to fall a week after Succulents rises (correlation −0.41)."),
        (
            "unit",
            "For every dollar gained in Succulents, Ferns lost 41 cents between November 1, 2025 and May 17, 2026.",
        ),
    ),
}
