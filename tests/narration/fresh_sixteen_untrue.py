"""The untrue sentences of the sixteenth batch (toys, USD), each with one thing made false."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "week": (
        ("unit", "Revenue jumped by $40 to $2,946.35 in the week of December 9, 2024."),
        ("role", "Weekly revenue increased by $2,104.60 to $2,946.35 between December 9 and 15, 2024."),
        ("date", "Revenue grew by two-fifths month over month, reaching $2,946 from December 9 to 15, 2024."),
        ("degree", "The week from December 9 to 15, 2024 brought in $2,946, half as much again as the week before."),
        ("cause", "Holiday shoppers pushed revenue up 40% to $2,946.35 in the week of December 9, 2024."),
        ("metric", "Weekly profit increased by $841.75 to $2,946.35 in the week of December 9, 2024."),
    ),
    "day": (
        ("degree", "Oregon more than tripled its revenue on December 14, 2024, taking in $187.25."),
        ("date", "On December 14, 2024, Oregon earned $94.85 more than a week earlier."),
        ("segment", "Day over day, revenue in Nevada rose 103% to $187.25 on December 14, 2024."),
        ("number", "On December 14, 2024, Oregon earned $94.58 more than on December 13."),
    ),
    "weekend": (
        ("date", "From November 29 to December 1, 2024, revenue slipped 9.9% from the previous weekend to $1,205.80."),
        ("direction", "Revenue was $133.10 higher from November 29 to December 1, 2024 than from November 26 to 28."),
        ("role", "From November 29 to December 1, 2024, revenue slipped 9.9% to $1,338.90."),
    ),
    "month_to_date": (
        ("date", "Revenue for December 1 to 18, 2024 hit $6,480.90, up 53.8% from November as a whole."),
        ("forecast", "Revenue for December 1 to 18, 2024 hit $6,480.90, and the month should end near $11,000."),
        ("date", "December 2024 closed with revenue of $6,480.90, 53.8% more than November."),
    ),
    "november": (
        (
            "direction",
            "November 2024 revenue dipped 2.3% to $7,412.60, and the average day was also 0.9% worse than in October.",
        ),
        ("role", "Revenue eased to $7,590.15 in November 2024 from $7,412.60 in October."),
        ("points-as-percent", "November 2024 revenue dipped 2.3 percentage points to $7,412.60."),
    ),
    "hardly": (
        (
            "direction",
            "Utah weakened slightly in November 2024, with revenue of $1,641.75 against $1,642.50 a month earlier.",
        ),
    ),
    "none": (("segment", "Total revenue was unchanged at $89 from December 9 to 15, 2024."),),
    "no_base": (("date", "January 11 to 17, 2020 brought in $614.20, and there is no previous data for comparison."),),
    "cut_base": (
        (
            "direction",
            "From January 18 to 24, 2021, revenue more than doubled to $702.45; data starts on January 14, 2021.",
        ),
    ),
    "first": (
        ("segment", "Plush Toys had their first sales on December 11, 2024, for $24.75, in Idaho."),
        ("number", "Plush Toys first sold in Utah on December 11, 2024 and earned $184.50 that week."),
        ("role", "Plush Toys in Utah made $148.50 on their first day of sales, December 11, 2024."),
    ),
    "going_on": (("role", "December 19, 2024 ended at $58.40."),),
    "gone": (
        ("date", "Model Trains have not sold since October 2, 2024, leaving November without revenue."),
        (
            "cause",
            "Model Trains ran out of stock and brought in nothing in November 2024, down from $236.40 in October.",
        ),
    ),
    "no_data": (
        (
            "number",
            "No data is available for January 4 to 10, 2021; it covers January 14, 2021 to December 8, 2024 only.",
        ),
    ),
    "no_data_at_all": (("date", "There is no data for the week of December 2, 2024."),),
    "games": (
        ("role", "Board Games earned $918.70 more from December 9 to 15, 2024 than in the previous week."),
        ("rank", "Board Games led every other category with a 71% rise to $918.70 in the week of December 9, 2024."),
        ("invented name", "Card Games sales rose 71% to $918.70 in the week of December 9, 2024."),
        ("degree", "Board Games nearly doubled to $918.70 in the week of December 9, 2024."),
    ),
    "nevada": (
        ("role", "Nevada's revenue decreased by 30.4% to $305.65 in the week of December 9, 2024."),
        ("metric", "Nevada had 30.4% fewer orders from December 9 to 15, 2024 than the week before."),
        (
            "advice",
            "Nevada's revenue decreased by 30.4% to $212.90 in the week of December 9, 2024, which calls for a "
            "promotion.",
        ),
    ),
    "pair": (
        ("segment", "Board Games lost just over half of their revenue across all regions in November 2024."),
        ("degree", "Board Games in Idaho lost just under half of their revenue in November 2024, falling to $61.50."),
        ("segment", "Idaho's revenue fell from $128.25 in October to $61.50 in November 2024."),
    ),
    "blocks": (
        (
            "role",
            "Oregon contributed $275.60 to the $231.20 increase in Building Blocks in the week of December 9, 2024.",
        ),
        (
            "segment",
            "Building Blocks earned $275.60 more from December 9 to 15, 2024, mostly in Utah, which gained $231.20.",
        ),
        (
            "role",
            "Building Blocks grew to $744 in the week of December 9, 2024, and $231.20 of that total was sold in "
            "Oregon.",
        ),
    ),
    "began": (
        ("date", "Idaho made its first sales on November 18, 2024, and generated $396.60 in November."),
        ("role", "Idaho brought in $396.60 on November 8, 2024, its first day of sales."),
    ),
    "ended": (
        ("role", "The last sales of Puzzles came on October 30, 2024, at $421.30."),
        ("segment", "Model Trains had no revenue in November 2024, compared with $421.30 in October."),
    ),
    "year_ago": (
        ("date", "The week of December 9, 2024 earned $2,946.35, 11.2% less than the week before."),
        ("date", "Revenue from December 9 to 15, 2024 was $371.65 below that of December 9 to 15, 2023."),
        (
            "direction",
            "Revenue rose 11.2% from the same week of last year to $2,946.35 in the week of December 9, 2024.",
        ),
    ),
    "season": (
        (
            "degree",
            "December usually earns more than three times an average month, and December 2024 came in at $12,845.60.",
        ),
        ("role", "December 2024 made 2.14 to 2.36 times the revenue of December 2023."),
        ("unit", "Revenue rose by 1,929.40% year over year to $12,845.60 in December 2024."),
    ),
    "split": (
        (
            "role",
            "Nearly all of the $841.75 rise in the week of December 9, 2024 came from a higher average order value.",
        ),
        (
            "number",
            "In the week of December 9, 2024, 84 orders came in, up from 77, and the average order value rose to "
            "$35.08.",
        ),
        (
            "direction",
            "More orders added $420.67 from December 9 to 15, 2024, but a smaller average order took back $421.08.",
        ),
        ("metric", "In the week of December 9, 2024, 84 units were sold, up from 71."),
    ),
    "rate": (
        ("points-as-percent", "Conversion stood at 6.41% from December 9 to 15, 2024, 1.21% above the week before."),
        ("direction", "As visits rose 4% and orders 18.3% from December 9 to 15, 2024, conversion reached 6.41%."),
        ("metric", "From December 9 to 15, 2024, 6.4% of orders were returned, up from 5.2% a week earlier."),
    ),
    "price": (
        ("metric", "Plush Toys orders averaged $16.40 in the week of December 9, 2024, down from $19.25."),
        ("role", "Plush Toys sold at $148.20 less per unit in the week of December 9, 2024."),
    ),
    "value": (
        ("number", "The average order of Building Blocks grew 31% to $46.80 in the week of December 9, 2024."),
        (
            "segment",
            "Board Games orders were worth $48.60 on average from December 9 to 15, 2024, compared with $37.10 before.",
        ),
    ),
    "share": (
        ("degree", "Three quarters of revenue in the week of December 9, 2024 came from Oregon."),
        ("metric", "Two thirds of customers in the week of December 9, 2024 came from Oregon."),
    ),
    "shift": (
        ("role", "Board Games grew by 31.2% in the week of December 9, 2024."),
        (
            "direction",
            "Board Games lost 5.7 percentage points of revenue share from December 9 to 15, 2024, reaching 31.2%.",
        ),
    ),
    "best_day": (
        ("metric", "The week of December 14, 2024 was the best ever recorded, bringing in $742.85."),
        ("role", "At $688.10, revenue on December 14, 2024 set a new daily record."),
        ("segment", "Oregon had its best day ever on December 14, 2024, bringing in $742.85."),
    ),
    "worst_week": (("direction", "November 4 to 10, 2024 marked a record high for weekly revenue at $298.40."),),
    "trend": (
        ("role", "From September 1 to December 15, 2024, Board Games earned about $0.26 per day."),
        ("unit", "Board Games have been on an upward trend since September 1, 2024, gaining 26 dollars a day."),
    ),
    "seasonal": (("date", "Revenue showed a rising trend from September 1 to December 15, 2023, up 12.9%."),),
    "step": (
        ("role", "On November 21, 2024, daily revenue of Building Blocks jumped 64% to $41.60."),
        ("unit", "On November 21, 2024, weekly revenue of Building Blocks jumped 64% to $68.30."),
    ),
    "until": (
        ("lasting", "Nevada's daily revenue fell to $36.40 on October 7, 2024 and has not recovered since."),
        ("date", "From October 7 to November 27, 2024, Nevada made $36.40 a day, 31% less than the $52.80 before."),
    ),
    "recent": (
        ("degree", "Revenue has averaged $318.50 a day since December 10, 2024, double the earlier $212."),
        ("lasting", "Since December 10, 2024, daily revenue has settled permanently at around $318.50."),
    ),
    "spike": (
        ("role", "Revenue on December 14, 2024 was $437.85, compared with the expected $305."),
        ("degree", "Revenue on December 14, 2024 was $742.85, almost three times the expected $305."),
        (
            "segment",
            "December 14, 2024 exceeded its expected revenue by $437.85, and $361.40 of this came from Puzzles.",
        ),
    ),
    "dip": (("role", "Oregon was expected to make $21.50 on December 11, 2024, and made $96.75."),),
    "level": (("unit", "Building Blocks brought in $60.70 more than expected from November 18 to 24, 2024."),),
    "holiday": (
        ("invented name", "Black Friday on November 28, 2024 brought no revenue, against an expected $241.30."),
    ),
    "missing": (
        ("segment", "Idaho's data for December 5, 2024 may be missing: $0 was recorded and $188.60 expected."),
    ),
    "partial": (
        (
            "number",
            "December 6 to 7, 2024 show just $14.95, 69.3% less than expected, which may mean the data is incomplete.",
        ),
    ),
    "twice": (
        (
            "date",
            "November 28, 2024 may contain duplicate data, with revenue of $431.20 at twice the expected $214.80.",
        ),
    ),
    "today": (("segment", "Across all regions, December 19, 2024 has brought in $58.40 so far."),),
    "calm": (
        (
            "metric",
            "The week of December 9, 2024 was checked across 5 regions and 4 categories and showed nothing unusual.",
        ),
        ("date", "Nothing notable was found in the seven days from December 2 to 8, 2024."),
    ),
    "order": (
        ("invented name", "Order #3370, worth $498 on December 14, 2024, accounts for most of the $841.75 increase."),
        (
            "degree",
            "More than three quarters of the $841.75 increase from December 9 to 15, 2024 came from order #3307.",
        ),
        (
            "date",
            "Order #3307, worth $498 on December 4, 2024, accounts for most of the $841.75 increase in the week of "
            "December 9.",
        ),
    ),
    "turned": (
        (
            "direction",
            "Revenue rose 9.3% in the week of December 9, 2024, and without one $498 order it would have risen 12.3%.",
        ),
        ("role", "Revenue fell 12.3% in the week of December 9, 2024 despite a $498 order."),
    ),
    "customer": (
        ("role", "One customer spent $841.75 from December 9 to 15, 2024, up from $40."),
        ("cause", "A loyalty discount led one customer to spend $612.50 from December 9 to 15, 2024, up from $40."),
    ),
    "adjusted": (
        (
            "direction",
            "Revenue grew 40% in the week of December 9, 2024, but would have fallen 18.2% if December 6 and 7 had "
            "been as expected.",
        ),
    ),
    "forecast": (
        ("role", "The forecast for December 19 to 25, 2024 is at least $2,480 and at most $2,872.40."),
        ("number", "Revenue is forecast at $2,840 for December 19 to 25, 2024, down 13.7%."),
        (
            "cause",
            "With the holidays near, revenue is forecast to decline 13.7% to $2,480 for December 19 to 25, 2024.",
        ),
        ("direction", "From December 19 to 25, 2024, revenue is expected to grow by 13.7% to $2,480."),
    ),
    "together": (
        ("correlation-sign", "Puzzles tend to fall when Board Games rise, with a correlation of 0.54."),
        ("number", "Puzzles and Board Games tend to rise and fall together, with a correlation of 0.45."),
    ),
    "ahead": (
        ("role", "Oregon tends to follow Idaho by one day, with a correlation of 0.66."),
        ("date", "Idaho tends to follow Oregon by one week, with a correlation of 0.66."),
        ("unit", "Idaho follows Oregon the next day 66% of the time."),
    ),
}
