# ruff: noqa: E501 (a sentence stands on a line)
# fmt: off
"""Sentences that a looser grammar would let through, each with the claim of `twenty_three_claims` that it is untrue of."""

_OF: dict[str, tuple[str, ...]] = {
    # The day before which the former record stood, and the record itself.
    "s7": (
        "December 2024 brought in $269,061, our best month since July 1, 2022, and the best one before December 1, 2024 was at $148,397.",
        "Before December 1, 2024 the best month had sales of $148,397, and December 2024 topped that with $269,061, the highest since July 1, 2022.",
        "Before November 3, 2024 the best month had sales of $269,061.",
        "Before November 3, 2024 the worst month had sales of $148,397, and December 2024 topped that with $269,061, the highest since July 1, 2022.",
        "The $269,061 that was the best month before November 3, 2024 compares with $148,397 in December 2024.",
        "The best month since November 3, 2024 had been at $148,397, and then December 2024 brought in $269,061.",
        "The best month since July 1, 2022 had been at $269,061, and then December 2024 brought in $148,397.",
        "December 2024 was the best month since July 1, 2022 with $269,061, after a best of $148,397 on November 3, 2024.",
        "December 2024 was the best month since July 1, 2022 with $269,061, after a best of $148,397 until November 3, 2024.",
        "December 2024 was the best month since July 1, 2022 with $269,061; until December 31, 2024, the best had been $148,397.",
        "December 2024 was the best month since July 1, 2022 with $269,061; by December 31, 2024, the best had been $148,397.",
    ),
    "s13": (
        "December 2024 set a record since July 1, 2022 with sales of $148,397, passing the earlier best month of $269,061.",
        "December 2024 was the best month of all time, ahead of the earlier best of $148,397, with revenue of $269,061.",
        "Of all time, December 2024 was the best month since July 1, 2022, with revenue of $269,061.",
    ),
    # What is told of days since the first sales, of which the first ones are not.
    "s6": (
        "Bikes has brought in $158,192 since its first sales on September 1, 2024.",
        "Bikes has brought in $158,192 since it began on September 1, 2024.",
        "Bikes brought in $158,192 between its first sales on September 1, 2024 and January 31, 2025.",
        "Bikes brought in $158,192 from the start of its sales on September 1, 2024 until January 31, 2025.",
        "Bikes brought in $158,192 in the days from its start on September 1, 2024 through January 31, 2025.",
        "Bikes, sold since September 2024, brought in $158,192 until January 31, 2025.",
    ),
    # What a prediction interval is no chance of.
    "s25": (
        "Revenue has a 95.0% probability of reaching $91,789 from December 1 to 30, 2023, within a range of $63,102 to $147,116.",
        "There is a 95.0% likelihood that revenue comes to $91,789 from December 1 to 30, 2023.",
        "With 95.0% confidence revenue will reach $91,789 from December 1 to 30, 2023.",
        "Revenue will reach $91,789 from December 1 to 30, 2023 with 95.0% confidence.",
        "Revenue is sure to reach $91,789 from December 1 to 30, 2023.",
        "Revenue from December 1 to 30, 2023 is bound to be between $63,102 and $147,116.",
        "We are certain of $91,789 in revenue from December 1 to 30, 2023.",
    ),
    # A part of a change as where it stands, and a part that is called as an article is.
    "s19": (
        "Revenue of Bikes fell 19.6% to $7,622 from January 25 to 31, 2025, with South down to about $1,454.",
        "Revenue of Bikes fell 19.6% to $7,622 from January 25 to 31, 2025, with South being down to $1,454.",
        "Revenue of Bikes fell 19.6% to $7,622 from January 25 to 31, 2025, with South falling to $1,454.",
        "Revenue of Bikes fell 19.6% to $7,622 from January 25 to 31, 2025, with South lower at $1,454.",
        "Revenue of Bikes fell 19.6% to $7,622 from January 25 to 31, 2025, with South at $1,454.",
    ),
    "s43": (
        "North was up 13.8% to $21,847 from August 25 to 31, 2024, mostly in A.",
        "North was up 13.8% to $21,847 from August 25 to 31, 2024, with $1,865 of the increase from A.",
        "A added $1,865 of the $2,642 that North gained from August 25 to 31, 2024.",
        "North was up 13.8% to $21,847 from August 25 to 31, 2024, which is mostly An.",
    ),
    # What stands below zero, and what would have stood in its place.
    "s38": (
        "Revenue of C changed by -$1,370 from April 8 to 10, 2024, against $2,198 expected.",
        "Revenue of C fell by $1,370 from April 8 to 10, 2024, with $2,198 expected.",
        "-$3,568 was the revenue of C from April 8 to 10, 2024, which is $1,370 less than expected.",
        "-$1,370 is what C fell short of the $2,198 expected from April 8 to 10, 2024.",
        "C was down -$1,370 from April 8 to 10, 2024 against $2,198 expected.",
        "-$2,198 was the revenue of C from April 8 to 10, 2024, against -$1,370 expected.",
        "C came in at minus $2,198 from April 8 to 10, 2024, far below the -$1,370 we expected.",
        "C came in at $2,198 minus $1,370 from April 8 to 10, 2024.",
        "Revenue of C from April 8 to 10, 2024: -$3,568 against $2,198 expected.",
    ),
    "s36": (
        "With the $2,198 that was expected of C from April 8 to 10, 2024 in place of $1,370, sales from May 2 to 31, 2024 would have been up 3.1%, while they were up 10.8%.",
        "With the $2,198 that was expected of C from April 8 to 10, 2024 in place of -$1,370, sales from May 2 to 31, 2024 would have been up 10.8%, while they were up 3.1%.",
        "With -$1,370 in place of the $2,198 that was expected of C from April 8 to 10, 2024, sales from May 2 to 31, 2024 would have been up 3.1%, while they were up 10.8%.",
        "C recorded -$1,370 from April 8 to 10, 2024; with the $2,198 expected, revenue would have gone up 10.8% from May 2 to 31, 2024 rather than the 3.1% it did.",
    ),
    "s29": (
        "With the expected $1.00 in place of the $8,022 from November 28 to 30, 2024, sales from November 24 to 30, 2024 would have been up 8.5%, while they were down 40.3%.",
    ),
    # Rates of visits.
    "s12": (
        "In December we turned 2.24% of visits into orders, compared with 3.57% in November 2024.",
        "In December we turned 3.57% of orders into visits, compared with 2.24% in November 2024.",
        "In December we turned 3.57% of orders into visits.",
        "In December we turned 3.57% more visits into orders, compared with 2.24% in November 2024.",
        "Of our visits, 34.2% turned into orders in December 2024, compared with 2.24% in November 2024.",
        "In December we turned 3.57% of visits into orders, compared with 2.24% in October 2024.",
        "In December we turned 3.57% of visits into orders, 1.33% more than in November 2024.",
        "In December 3.57% of visits, up 114.0%, turned into orders.",
        "In December we turned 3.57% of visits into orders, down from 2.24% in November 2024.",
    ),
    # What each of two did of a change.
    "s14": (
        "Most of the extra $151,261 in December 2024 came from the average order value, which rose 6.7% to $80.44.",
        "Most orders came in December 2024, when revenue rose $151,261.",
        "Most of the orders were placed in December 2024, when revenue rose $151,261.",
        "The average order value makes up most of the $151,261 rise in revenue in December 2024.",
        "Revenue rose $151,261 in December 2024, $12,439 of it from more orders and $138,822 from a higher average order value.",
        "Revenue rose $151,261 in December 2024, $138,822 of it from fewer orders.",
        "Revenue rose $151,261 in December 2024, $138,822 of it from more orders and the other $12,439 from a lower average order value.",
        "$12,439 of the $151,261 gain in December 2024 belongs to the number of orders, and $138,822 to the average order value.",
        "$151,261 of the $138,822 gain in December 2024 belongs to the number of orders.",
        "Against November 2024, orders went up 114.0% in December 2024 and the average order value rose 6.7%, from $75.37 to $80.44, adding $12,439 and $138,822 to revenue.",
        "Against November 2024, the average order value rose 6.7% in December 2024 and orders went up 114.0%, adding $138,822 and $12,439 to revenue.",
        "Revenue rose $138,822 in December 2024 from more orders.",
        "Revenue in December 2024 rose $138,822 from more orders.",
        "A rise of $138,822 in December 2024 is due to more orders.",
        "Revenue rose $151,261 in December 2024, $138,822 from more orders, the other $80.44 from the average order value.",
        "$138,822 belongs to the number of orders in December 2024.",
    ),
    "s16": (
        "Revenue fell $2,229 from January 25 to 31, 2025, $380.91 of it from the number of orders.",
        "$380.91 of the $2,229 drop from January 25 to 31, 2025 came from the number of orders, the other $2,610 from the average order value.",
        "Revenue fell $2,229 from January 25 to 31, 2025, $2,610 from the average order value, the other $380.91 from the number of orders.",
        "$2,610 more came from the average order value and $380.91 less from the number of orders, for a change in revenue of -$2,229 from January 25 to 31, 2025.",
        "Most of the $2,229 drop from January 25 to 31, 2025 came from the number of orders.",
    ),
    # Whose a part of a change is, and what it is a part of.
    "s22": (
        "$2,156 of the $1,780 that Bikes lost from January 25 to 31, 2025 compared with January 18 to 24, 2025 came from West.",
        "$1,780 of the $7,939 that Bikes lost from January 25 to 31, 2025 compared with January 18 to 24, 2025 came from West.",
        "$1,780 of the $2,156 that West lost from January 25 to 31, 2025 compared with January 18 to 24, 2025 came from Bikes.",
        "$1,780 of the $2,156 decline in West from January 25 to 31, 2025 compared with January 18 to 24, 2025 came from Bikes.",
        "$1,780 of West's $2,156 decline from January 25 to 31, 2025 compared with January 18 to 24, 2025 came from Bikes.",
        "$1,780 of the $2,156 that Bikes gained from January 25 to 31, 2025 compared with January 18 to 24, 2025 came from West.",
    ),
    "s31": (
        "Shop took in $27,312 from October 22 to November 20, 2024, which is $4,100 more than from September 22 to October 21, and about half of the extra came from Vases.",
        "Shop took in $27,312 from October 22 to November 20, 2024, which is $4,100 more than from September 22 to October 21, and about three quarters of the extra came from Cards.",
        "Shop took in $27,312 from October 22 to November 20, 2024, and about three quarters of that came from Vases.",
        "Shop took in $27,312 from October 22 to November 20, 2024, and Vases brought in $3,112 of it.",
    ),
    "s44": (
        "Revenue went down by $290.07 from November 19 to December 18, 2024, and about four fifths of that is the order of $172.33 on October 30, 2024.",
        "The order of $290.07 from October 30, 2024 accounts for most of the drop in sales from November 19 to December 18, 2024, which was $172.33.",
        "The order of $172.33 from October 30, 2024 accounts for most of sales from November 19 to December 18, 2024, which was $290.07.",
    ),
    "s35": ("$3,100 was the revenue in January 2025, with a change of $3,100 from December 2024.",),
}

NEAR_MISSES = {text: claim for claim, texts in _OF.items() for text in texts}
"""From the sentence to its claim."""
