"""A sixteenth batch, about a toy shop in dollars (USD), written without a look at the checker: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "week": (
        "Revenue jumped 40% to $2,946.35 in the week of December 9, 2024.",
        "Weekly revenue increased from $2,104.60 to $2,946.35 between December 9 and 15, 2024, a gain of $841.75.",
        "The week from December 9 to 15, 2024 brought in $2,946, two fifths more than the week before.",
        "Compared with December 2 to 8, revenue from December 9 to 15, 2024 was up by $842.",
        "Revenue grew by two-fifths week over week, reaching $2,946 from December 9 to 15, 2024.",
    ),
    "day": (
        "Oregon more than doubled its revenue on December 14, 2024, taking in $187.25 after $92.40 the day before.",
        "On December 14, 2024, Oregon earned $94.85 more than on December 13.",
        "Day over day, revenue in Oregon rose 103% to $187.25 on December 14, 2024.",
        "Oregon's revenue climbed to $187 on December 14, 2024, just over twice the previous day's $92.",
    ),
    "weekend": (
        "From November 29 to December 1, 2024, revenue slipped 9.9% to $1,205.80.",
        "Revenue from November 29 to December 1, 2024 came to $1,205.80, down about a tenth from the three days "
        "before.",
        "Revenue was $133.10 lower from November 29 to December 1, 2024 than from November 26 to 28.",
    ),
    "month_to_date": (
        "Revenue for December 1 to 18, 2024 hit $6,480.90, up 53.8% from $4,215.30 for November 1 to 18.",
        "In the first 18 days of December 2024, revenue grew by more than half compared with the first 18 days of "
        "November.",
        "December 1 to 18, 2024 generated $2,265.60 more in revenue than November 1 to 18.",
        "So far in December 2024, through the 18th, revenue is 53.8% ahead of the same days of November.",
    ),
    "november": (
        "November 2024 revenue dipped 2.3% to $7,412.60, but the average day was 0.9% better than in October.",
        "Revenue eased to $7,412.60 in November 2024 from $7,590.15 in October, even though revenue per day rose 0.9%.",
        "With one day fewer than October, November 2024 earned $7,413, or 2.3% less, while daily revenue increased "
        "by 0.9%.",
    ),
    "hardly": (
        "Revenue in Utah was basically flat in November 2024: $1,642.50, up from $1,641.75 in October.",
        "Utah saw almost no change in November 2024, with revenue of $1,642.50 against $1,641.75 a month earlier.",
    ),
    "none": (
        "Model Trains made $89 in the week of December 9, 2024, the same as in the previous week.",
        "Revenue from Model Trains was unchanged at $89 from December 9 to 15, 2024.",
    ),
    "no_base": (
        "Revenue for the week of January 11, 2021 was $614.20, with no earlier week to compare it to.",
        "January 11 to 17, 2021 brought in $614.20, and there is no previous data for comparison.",
    ),
    "cut_base": (
        "From January 18 to 24, 2021, revenue was $702.45; as data starts on January 14, 2021, the week before is "
        "incomplete.",
        "The week of January 18, 2021 earned $702.45, but the previous week has data only from January 14 on.",
    ),
    "first": (
        "Plush Toys in Utah had their first sales on December 11, 2024, for $24.75, and made $148.50 in the week.",
        "Utah sold its first Plush Toys on December 11, 2024, and brought in $148.50 with them from December 9 to 15.",
        "Plush Toys first sold in Utah on December 11, 2024 and earned $148.50 that week.",
    ),
    "going_on": (
        "So far on December 19, 2024, revenue is $58.40, and the day is not over.",
        "December 19, 2024 is ongoing and has generated $58.40 up to now.",
    ),
    "gone": (
        "Model Trains brought in nothing in November 2024, down from $236.40 in October.",
        "Model Trains have not sold since October 22, 2024, leaving November without revenue.",
        "After $236.40 in October 2024, Model Trains recorded zero revenue in November.",
    ),
    "no_data": (
        "No data is available for January 4 to 10, 2021; the data covers January 14, 2021 to December 18, 2024 only.",
        "The week of January 4, 2021 has no data, as the $312,631 on record falls between January 14, 2021 and "
        "December 18, 2024.",
    ),
    "no_data_at_all": (
        "There is no data for the week of December 9, 2024.",
        "No revenue data is on record for December 9 to 15, 2024.",
    ),
    "games": (
        "Board Games sales rose 71% to $918.70 in the week of December 9, 2024.",
        "Board Games earned $382.50 more from December 9 to 15, 2024 than in the previous week.",
        "Revenue for Board Games went from $536.20 to $918.70 in the week of December 9, 2024.",
        "From December 9 to 15, 2024, Board Games revenue was up by 71.3% week over week, at $918.70.",
    ),
    "nevada": (
        "Nevada's revenue decreased by 30.4% to $212.90 in the week of December 9, 2024.",
        "Nevada brought in $92.75 less from December 9 to 15, 2024 than the week before.",
        "With $212.90 from December 9 to 15, 2024, Nevada fell about 30% short of the previous week's $305.65.",
    ),
    "pair": (
        "Board Games in Idaho lost just over half of their revenue in November 2024, falling to $61.50.",
        "Idaho's Board Games revenue fell from $128.25 in October to $61.50 in November 2024.",
        "Board Games revenue in Idaho was down 52% in November 2024, at $61.50.",
    ),
    "blocks": (
        "Building Blocks grew 58.8% to $744 in the week of December 9, 2024, with Oregon adding $231.20 of that.",
        "Building Blocks earned $275.60 more from December 9 to 15, 2024, mostly in Oregon, which gained $231.20.",
        "Oregon contributed $231.20 to the $275.60 increase in Building Blocks in the week of December 9, 2024.",
        "Building Blocks revenue went up from $468.40 to $744 between December 9 and 15, 2024, and $231.20 of the "
        "rise came from Oregon.",
    ),
    "began": (
        "Idaho made its first sales on November 8, 2024, and generated $396.60 in November.",
        "Idaho started with $17.99 on November 8, 2024 and brought in $396.60 over the month.",
        "Sales in Idaho began on November 8, 2024, adding $396.60 in revenue for the month.",
    ),
    "ended": (
        "Puzzles stopped selling after October 30, 2024, having earned $421.30 in October.",
        "Puzzles had no revenue in November 2024, compared with $421.30 in October, and last sold on October 30.",
        "The last sales of Puzzles came on October 30, 2024, at $32.50.",
    ),
    "year_ago": (
        "The week of December 9, 2024 earned $2,946.35, 11.2% less than the $3,318 of the week of December 11, 2023.",
        "Revenue from December 9 to 15, 2024 was $371.65 below that of December 11 to 17, 2023.",
        "Revenue dropped 11.2% from $3,318 in the same week of last year to $2,946.35 in the week of December 9, 2024.",
    ),
    "season": (
        "December 2024 brought in $12,845.60, 17.7% more than December 2023, in a month that usually makes 2.14 to "
        "2.36 times an average month.",
        "December usually earns more than twice an average month, and December 2024 came in at $12,845.60, up 17.7% "
        "on December 2023.",
        "Revenue rose by $1,929.40 year over year to $12,845.60 in December 2024.",
    ),
    "split": (
        "Revenue rose by $841.75 in the week of December 9, 2024, split evenly between more orders and a higher "
        "average order value, at about $421 each.",
        "In the week of December 9, 2024, 84 orders came in, up from 71, and the average order value rose to $35.08 "
        "from $29.64.",
        "Both the number of orders and their average value grew by 18.3% from December 9 to 15, 2024.",
        "More orders added $420.67 and a larger average order another $421.08 from December 9 to 15, 2024.",
    ),
    "rate": (
        "The conversion rate climbed from 5.2% to 6.41% in the week of December 9, 2024.",
        "Although visits fell 4%, orders rose 18.3% from December 9 to 15, 2024, lifting conversion to 6.41%.",
        "Conversion stood at 6.41% from December 9 to 15, 2024, 1.21 percentage points above the week before.",
        "From December 9 to 15, 2024, 6.4% of visits became orders, up from 5.2% a week earlier.",
    ),
    "price": (
        "Plush Toys sold at an average of $16.40 per unit in the week of December 9, 2024, down from $19.25.",
        "Revenue per unit of Plush Toys dropped 14.8% from December 9 to 15, 2024, costing $148.20 in revenue.",
        "Each Plush Toys unit earned $16.40 from December 9 to 15, 2024, 14.8% less than the week before.",
    ),
    "value": (
        "The average order of Building Blocks grew 31% to $48.60 in the week of December 9, 2024.",
        "Building Blocks orders were worth $48.60 on average from December 9 to 15, 2024, compared with $37.10 before.",
        "A higher average order value, $48.60 versus $37.10, added $160.60 to Building Blocks revenue in the week of "
        "December 9, 2024.",
    ),
    "share": (
        "Two thirds of revenue in the week of December 9, 2024 came from Oregon.",
        "Oregon was responsible for 66.7% of revenue from December 9 to 15, 2024, or $1,965.20.",
        "With $1,965, Oregon made up two-thirds of revenue in the week of December 9, 2024.",
    ),
    "shift": (
        "Board Games grew to 31.2% of revenue in the week of December 9, 2024, from 25.5% the week before.",
        "Board Games gained 5.7 percentage points of revenue share from December 9 to 15, 2024, reaching 31.2%.",
        "The revenue share of Board Games moved from about a quarter to 31% in the week of December 9, 2024.",
    ),
    "best_day": (
        "December 14, 2024 was the best day on record, bringing in $742.85.",
        "Daily revenue reached an all-time high of $742.85 on December 14, 2024, above the previous record of $688.10.",
        "At $742.85, revenue on December 14, 2024 set a new daily record since January 14, 2021.",
    ),
    "worst_week": (
        "The week of November 4, 2024 was the worst so far, with only $298.40 in revenue.",
        "November 4 to 10, 2024 marked a record low for weekly revenue at $298.40, under the previous low of $341.15.",
        "Revenue of $298.40 in the week of November 4, 2024 was lower than in any week since January 14, 2021.",
    ),
    "trend": (
        "Board Games revenue trended up by 44.7% between September 1 and December 15, 2024.",
        "From September 1 to December 15, 2024, daily revenue from Board Games grew by about $0.26 per day.",
        "Board Games have been on an upward trend of 44.7% since September 1, 2024, gaining 26 cents a day.",
    ),
    "seasonal": (
        "After adjusting for seasonality, revenue trended upward by 12.9% from September 1 to December 15, 2024.",
        "Revenue showed a rising trend from September 1 to December 15, 2024, up 12.9% or roughly $0.31 a day.",
    ),
    "step": (
        "Building Blocks has been at a higher level since November 21, 2024, with $68.30 a day compared to $41.60.",
        "On November 21, 2024, daily revenue of Building Blocks jumped 64% to $68.30.",
        "Building Blocks revenue rose to around $68 a day from November 21, 2024 onward, from around $42.",
    ),
    "until": (
        "Nevada's daily revenue fell to $36.40 on October 7, 2024 and stayed at that level until November 17.",
        "From October 7 to November 17, 2024, Nevada made $36.40 a day, 31% less than the $52.80 before.",
        "Between October 7 and November 17, 2024, Nevada was at a lower level of roughly $36 a day, against $53 "
        "earlier.",
    ),
    "recent": (
        "Revenue has averaged $318.50 a day since December 10, 2024, up by half from $212.",
        "Since December 10, 2024, daily revenue has been around $318.50, 50.2% above the previous $212.",
    ),
    "spike": (
        "Revenue on December 14, 2024 was $742.85, almost two and a half times the expected $305.",
        "December 14, 2024 exceeded its expected revenue by $437.85, and $361.40 of this came from Board Games.",
        "Revenue peaked at $742.85 on December 14, 2024, 143.6% higher than expected.",
        "On December 14, 2024, $742.85 came in where $305 was expected, with Board Games up $361.40.",
    ),
    "dip": (
        "Oregon made just $21.50 on December 11, 2024, compared with an expected $96.75.",
        "Revenue in Oregon was 77.8% below expectations on December 11, 2024.",
        "On December 11, 2024, Oregon earned $75.25 less than the expected $96.75.",
    ),
    "level": (
        "Building Blocks rose to a new level in the week of November 18, 2024, at $512.60 instead of the expected "
        "$318.90.",
        "Building Blocks brought in 60.7% more than expected from November 18 to 24, 2024.",
        "From November 18 to 24, 2024, Building Blocks outperformed expectations by $193.70, reaching $512.60.",
    ),
    "holiday": (
        "Thanksgiving on November 28, 2024 brought no revenue, against an expected $241.30.",
        "No revenue came in on Thanksgiving, November 28, 2024, a day that would otherwise be expected to make "
        "$241.30.",
    ),
    "missing": (
        "Oregon has no recorded revenue on December 5, 2024, though $188.60 was expected, possibly due to missing "
        "data.",
        "Oregon's data for December 5, 2024 may be missing: $0 was recorded and $188.60 expected.",
    ),
    "partial": (
        "Revenue for December 6 and 7, 2024 was only $14.95 of an expected $402.30, so some data may be missing.",
        "December 6 to 7, 2024 show just $14.95, 96.3% less than expected, which may mean the data is incomplete.",
    ),
    "twice": (
        "November 20, 2024 may contain duplicate data, with revenue of $431.20 at twice the expected $214.80.",
        "Possible double import: November 20, 2024 shows $431.20, about double the $214.80 expected.",
    ),
    "today": (
        "In Oregon, December 19, 2024 is still under way, with $58.40 so far.",
        "Oregon has earned $58.40 so far on December 19, 2024, which is not finished yet.",
    ),
    "calm": (
        "The week of December 9, 2024 was checked across 5 categories and 4 regions and showed nothing unusual.",
        "Nothing notable was found in the seven days from December 9 to 15, 2024 across five categories and four "
        "regions.",
    ),
    "order": (
        "Order #3307, worth $498 on December 14, 2024, accounts for most of the $841.75 increase in the week of "
        "December 9.",
        "More than half of the $841.75 increase from December 9 to 15, 2024 came from one order, #3307, at $498.",
        "A single order (#3307) of $498 made up the majority of the week's $841.75 rise.",
    ),
    "turned": (
        "Revenue rose 9.3% in the week of December 9, 2024, but without one $498 order it would have fallen 12.3%.",
        "If the $498 order of December 14, 2024 is excluded, the week's 9.3% increase becomes a 12.3% decrease.",
        "A single order of $498 on December 14, 2024 turned what would have been a 12.3% decline into a 9.3% gain.",
    ),
    "customer": (
        "One customer who spent $612.50 from December 9 to 15, 2024, up from $40, accounts for most of the $841.75 "
        "increase.",
        "Most of the $841.75 rise in the week of December 9, 2024 is from a single customer, whose revenue went from "
        "$40 to $612.50.",
    ),
    "adjusted": (
        "Revenue grew 40% in the week of December 9, 2024, but the increase would be 18.2% if December 6 and 7 had "
        "brought the expected $402.30.",
        "With the expected $402.30 instead of $14.95 on December 6 to 7, 2024, the 40% rise in the following week "
        "would have been 18.2%.",
    ),
    "forecast": (
        "Revenue is forecast at $2,480 for December 19 to 25, 2024, down 13.7% from the $2,872.40 of the seven days "
        "before.",
        "For December 19 to 25, 2024, the forecast is $2,480, most likely between $1,960 and $3,090.",
        "Forecast revenue for December 19 to 25, 2024 is $2,480, compared with $2,872.40 from December 12 to 18.",
        "From December 19 to 25, 2024, revenue is expected to decline by 13.7% to $2,480.",
    ),
    "together": (
        "Puzzles and Board Games tend to rise and fall together, with a correlation of 0.54 from September 1 to "
        "December 15, 2024.",
        "Revenue from Puzzles and Board Games moved in the same direction between September 1 and December 15, 2024 "
        "(correlation 0.54).",
    ),
    "ahead": (
        "Idaho tends to follow Oregon by one day, with a correlation of 0.66.",
        "When revenue in Oregon rises, Idaho's tends to rise the next day, at a correlation of 0.66.",
        "Between September 1 and December 15, 2024, Oregon's revenue moved one day ahead of Idaho's, with a "
        "correlation of 0.66.",
    ),
}
