"""The untrue sentences of the fifteenth batch (furniture, EUR), each with one thing made false."""

UNTRUE: dict[str, tuple[tuple[str, str], ...]] = {
    "year": (
        ("unit", "Annual revenue fell 7.2% to €48.2 thousand in 2024, down from €51.9 thousand in 2023."),
        ("role", "2024 ended with revenue of €51,930,200, roughly 7% lower than in 2023."),
        ("points-as-percent", "Annual revenue fell 7.2 percentage points to €48.2 million in 2024."),
        ("number", "The business generated €48.2 million in 2024, a decrease of €3.1 million from the year before."),
        ("date", "Between 2022 and 2024, revenue contracted by €3,713,700 to €48,216,500."),
        ("judgement", "Annual revenue disappointed in 2024, falling 7.2% to €48.2 million."),
    ),
    "to_date": (
        ("date", "From January 1 to July 20, 2025, revenue totaled €27.4 million, 9% more than in all of 2024."),
        ("date", "Revenue in the first half of 2025 was €27.4 million, 9% more than a year earlier."),
        ("goal", "Year to date through July 20, 2025, revenue is €2.27 million above plan at €27.38 million."),
        ("role", "Revenue between 1 January and 20 July 2025 rose by €25,118,600 to €27,384,000."),
    ),
    "quarter": (
        ("direction", "Île-de-France revenue grew by €436,500 to €1,874,300 in Q2 2025."),
        ("segment", "In Catalonia, revenue declined 18.9% to €1.87 million in the second quarter of 2025."),
        ("segment", "Revenue was €1.87 million in Q2 2025, nearly a fifth below the €2.31 million of Q1."),
    ),
    "doubled": (
        (
            "degree",
            "Garden Furniture nearly tripled its revenue, from €1.99 million in Q1 2025 to €3.94 million in Q2.",
        ),
        ("cause", "Warm weather nearly doubled Garden Furniture revenue to €3.94 million in Q2 2025."),
        ("role", "Garden Furniture added €3.94 million in revenue in Q2 2025 compared with Q1."),
        ("number", "Revenue in Garden Furniture surged 89% quarter over quarter to €3.94 million in Q2 2025."),
    ),
    "hardly": (
        ("date", "Revenue in Q2 2025 stayed virtually the same as in Q1 2025, at around €12.7 million."),
        ("direction", "Revenue dropped to €12,698,900 in Q2 2025 from €12,706,400 in Q2 2024."),
    ),
    "none": (("segment", "Sofas brought in exactly €640,000 in Q2 2025 in every region, just as in Q2 2024."),),
    "no_base": (
        ("degree", "In 2019, revenue jumped to €39.9 million, with no prior period on record for comparison."),
    ),
    "cut_base": (
        (
            "role",
            "Q2 2019 revenue was €5.9 million; a comparison with Q1 is not possible, as data starts on February 11, "
            "2019.",
        ),
    ),
    "first": (
        ("role", "Catalonia made its first sales on May 19, 2025, worth €286,400."),
        ("date", "Catalonia brought in €286,400 in Q2 2025 after starting on April 19 with €12,750."),
    ),
    "going_on": (("date", "Bavaria has recorded €61,300 so far in July 2025, and the month is still running."),),
    "gone": (
        ("date", "There have been no sales of Office Chairs since May 14, 2025."),
        ("role", "Office Chairs went from zero in Q1 2025 to €418,900 in Q2."),
    ),
    "no_data": (
        ("date", "For Q4 2019 there is no data; revenue is available only from February 11, 2019 to July 20, 2025."),
    ),
    "no_data_at_all": (("role", "Nothing was sold in the second quarter of 2025, the worst result so far."),),
    "sofas": (
        ("degree", "Sofas lost more than a quarter of their revenue in Q2 2025, ending at €4.11 million."),
        ("role", "Revenue from Sofas was down to €1.11 million in the second quarter of 2025."),
        ("rank", "Sofas posted the steepest decline of all categories in Q2 2025, falling 21.3% to €4.11 million."),
        ("metric", "Sofa orders dropped 21.3% between Q1 and Q2 2025."),
    ),
    "bavaria": (
        ("date", "Bavaria posted revenue of €3.66 million in June 2025, an improvement of 22.4% over June 2024."),
        ("number", "June 2025 brought Bavaria €678,800 more revenue than May 2025."),
        ("forecast", "Bavaria's revenue advanced to €3.66 million in June 2025, and July should be stronger still."),
    ),
    "flanders": (
        ("role", "Flanders fell 23.4% to €561,300 in Q2 2025, with Beds down €678,000."),
        ("segment", "Revenue in Flanders decreased by €678,000 in Q2 2025, and €561,300 of this loss came from Sofas."),
        ("degree", "Beds made up nearly all of the €678,000 that Flanders lost in the second quarter of 2025."),
        ("direction", "Flanders fell 23.4% to €2.22 million in Q2 2025, although Beds there gained €561,300."),
    ),
    "beds": (
        (
            "segment",
            "Beds grew by €325,200 to €1.54 million in June 2025, mainly in Flanders, where they gained €298,000.",
        ),
        ("role", "Of the €1,540,800 that Beds brought in during June 2025, €298,000 came from Bavaria."),
    ),
    "began": (
        (
            "segment",
            "Garden Furniture started selling on April 28, 2025 in all regions and generated €734,600 in Q2 2025.",
        ),
        ("number", "Sales of Garden Furniture in Catalonia began on 28 April 2025 with €12,800."),
    ),
    "ended": (
        ("date", "Dining Tables had no sales from May 9 to June 30, 2025, after earning €512,000 in Q1 2025."),
        ("lasting", "Dining Tables last sold on May 8, 2025, and sales have ended for good."),
    ),
    "year_ago": (
        ("date", "Quarter over quarter, revenue fell 11.5% in the second quarter of 2025 to €12,706,400."),
        ("role", "Compared to the same quarter last year, revenue fell to €1.65 million in Q2 2025."),
        ("direction", "Q2 2025 revenue of €12.7 million was 11.5% above the €14.4 million generated in Q2 2024."),
    ),
    "season": (
        ("degree", "August usually yields more than an average month, and August 2024 brought in €2.61 million."),
        ("role", "August 2024 brought in 0.58 to 0.66 times an average month, at €2.61 million."),
        ("number", "August 2024 exceeded August 2023 by 6.8%, with revenue of €2.61 million."),
    ),
    "split": (
        ("role", "A lower average order value cut Q2 2025 revenue by €1.87 million, while more orders added €737,000."),
        ("metric", "Customers dropped 13.2% from 11,215 to 9,740 in Q2 2025."),
        (
            "number",
            "Orders dropped 13.2% from 11,215 to 9,740 in Q2 2025, but the average order value rose 7.5% to €1,304.56.",
        ),
        ("direction", "The average order value fell from €1,305 to €1,234 in Q2 2025."),
    ),
    "both_down": (
        (
            "direction",
            "In Flanders, fewer orders took €433,772 off revenue in Q2 2025, while a higher order value added "
            "€244,228.",
        ),
        ("segment", "In Bavaria, 1,905 orders came in during Q2 2025, down 15.7%."),
    ),
    "rate": (
        ("points-as-percent", "Conversion declined by 0.25% to 1.2% in the second quarter of 2025."),
        ("metric", "In Q2 2025, only 1.2% of visitors returned, compared with 1.45% in Q1."),
        ("role", "In Q2 2025, only 1.45% of visits led to an order, compared with 1.2% in Q1."),
        ("direction", "Visits decreased 4.8% in Q2 2025, and orders decreased 13.2%."),
    ),
    "price": (
        ("metric", "Sofas brought in €1,184 per order in Q2 2025, 11.8% less than the €1,342 of the previous quarter."),
        ("cause", "Discounts pushed revenue per unit for Sofas down 11.8% to €1,184 in Q2 2025."),
        ("direction", "The revenue per unit for Sofas decreased by 11.8% in Q2 2025, adding €581,100 to revenue."),
    ),
    "value": (
        ("unit", "The average Beds order was worth $2,415 in June 2025, up 15.1% from May."),
        ("role", "The average Beds order rose by €2,098 to €2,415 in June 2025."),
    ),
    "share": (
        ("degree", "Bavaria contributed almost two thirds of Q2 2025 revenue."),
        ("segment", "Bavaria accounts for 52.8% of Sofas revenue in Q2 2025."),
    ),
    "shift": (
        ("points-as-percent", "The share of Sofas shrank by 5.4% to 32.3% in Q2 2025."),
        ("metric", "Sofas revenue fell by 32.3% in Q2 2025."),
    ),
    "best_month": (
        ("date", "May 2025 was the best month on record, with €5.38 million in revenue."),
        ("role", "Revenue hit a record €5.10 million in June 2025."),
        ("forecast", "Revenue hit a record €5.38 million in June 2025, with another record to come."),
    ),
    "worst_week": (
        ("metric", "May 12, 2025 was the weakest day since February 11, 2019, bringing in €402,600."),
        ("direction", "At €402,600, revenue from May 12 to 18, 2025 stayed above the previous weekly low of €431,900."),
    ),
    "trend": (
        (
            "unit",
            "From January to June 2025, revenue in Flanders followed a downward trend of 17.3%, or about 30% a day.",
        ),
        ("metric", "Flanders earned €29.80 per day between January 1 and June 30, 2025."),
    ),
    "seasonal": (("segment", "Between January and June 2025, Office Chairs revenue trended up by 31.5%."),),
    "step": (
        ("role", "Sofas dropped by €43,250 a day on April 22, 2025."),
        ("advice", "Sofas have earned 25.9% less a day since April 22, 2025, so the range needs a refresh."),
    ),
    "until": (
        (
            "lasting",
            "Garden Furniture's daily revenue has been up by 63% since May 5, 2025, at €35,700, and remains there.",
        ),
        ("date", "From May 5 to June 30, 2025, Garden Furniture earned €35,700 a day, 63% above its earlier level."),
    ),
    "recent": (("lasting", "Daily revenue has dropped for good since July 11, 2025, from €104,000 to €82,500."),),
    "spike": (
        ("role", "Office Chairs brought in €463,500 on June 3, 2025, against an expected €148,500."),
        ("degree", "Office Chairs brought in €612,000 on June 3, 2025, nearly six times the expected €148,500."),
        ("cause", "A large contract lifted Office Chairs to €612,000 on June 3, 2025, against €148,500 expected."),
    ),
    "dip": (
        ("segment", "On May 14, 2025, revenue in Bavaria came in €102,600 lower than expected."),
        ("direction", "Revenue on May 14, 2025 was €38,400, which is 72.8% over the expected €141,000."),
    ),
    "level": (("role", "From April 21 to 27, 2025, Sofas came in 26.5% below the previous week, at €301,000."),),
    "holiday": (("date", "There was no revenue on Labour Day, May 11, 2025, compared with an expected €136,200."),),
    "missing": (("certainty", "Flanders sold nothing from June 10 to 12, 2025, a real loss of €288,600."),),
    "partial": (("role", "Only €143,800 of an expected €17,900 was recorded on June 24, 2025."),),
    "twice": (
        (
            "number",
            "Revenue on June 17, 2025 was €279,300, double the expected €147,900, and may have been imported twice.",
        ),
    ),
    "today": (("forecast", "July 21, 2025 is on pace for €122,600, with €61,300 so far."),),
    "calm": (
        ("number", "Across 19 days and 4 regions, Q2 2025 showed nothing out of the ordinary."),
        ("metric", "Across 91 days and 4 categories, Q2 2025 showed nothing out of the ordinary."),
    ),
    "order": (
        ("degree", "One order of €1.24 million on June 3, 2025 accounts for the whole €1.87 million increase in Q2."),
        (
            "invented name",
            "One order of €1.24 million by Hotel Miramar accounts for most of the €1.87 million increase in Q2 2025.",
        ),
        ("metric", "A single €1,240,000 order placed on June 3, 2025 makes up most of Q2's revenue."),
    ),
    "turned": (
        (
            "role",
            "Without order SO-88412 from Hotel Miramar, revenue in Q2 2025 would have risen 3.4% instead of falling "
            "6.7%.",
        ),
        (
            "invented name",
            "Q2 2025 revenue grew 3.4%, but it would have dropped 6.7% without order SO-88421 from Hotel Miramar.",
        ),
    ),
    "customer": (
        (
            "direction",
            "Hotel Miramar's purchases rose from €95,000 to €884,000 in Q2 2025, while revenue declined by €1.14 "
            "million.",
        ),
        (
            "cause",
            "Hotel Miramar switched to a competitor, which makes up most of the €1.14 million decline in Q2 2025.",
        ),
    ),
    "adjusted": (
        (
            "role",
            "Had March 6, 2025 brought the expected €612,000, revenue in Q2 would have risen by 1% instead of "
            "falling 2.6%.",
        ),
        ("date", "Revenue in Q2 2025 fell 2.6%, but would be up 1% if June 3 had been at its expected €148,500."),
    ),
    "forecast": (
        ("direction", "Revenue is projected to rise to €3.68 million between July 21 and August 19, 2025."),
        ("role", "Revenue fell to €3.12 million between July 21 and August 19, 2025."),
        (
            "number",
            "With 99% confidence, revenue from July 21 to August 19, 2025 should fall between €2.71 and €3.56 million.",
        ),
        ("role", "From July 21 to August 19, 2025, revenue is forecast to fall by €3,118,000."),
    ),
    "together": (
        (
            "correlation-sign",
            "On days when Garden Furniture sold more, Beds tended to sell more between January 1 and June 30, 2025.",
        ),
        ("unit", "Garden Furniture and Beds moved in opposite directions on 52% of days in the first half of 2025."),
    ),
    "ahead": (
        ("role", "Visits tended to follow orders with a delay of seven days in the first half of 2025."),
        (
            "correlation-sign",
            "More visits tended to be followed by fewer orders a week later in the first half of 2025.",
        ),
        ("cause", "More visits generate more orders 7 days later, with a correlation of 0.71."),
    ),
}
