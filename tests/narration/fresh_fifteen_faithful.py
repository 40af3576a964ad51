"""A fifteenth batch, about furniture in euros (EUR), written without a look at the checker: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "year": (
        "Annual revenue fell 7.2% to €48.2 million in 2024, down from €51.9 million in 2023.",
        "The business generated €48.2 million in 2024, a decrease of €3.7 million from the year before.",
        "2024 ended with revenue of €48,216,500, roughly 7% lower than in 2023.",
        "Between 2023 and 2024, revenue contracted by €3,713,700, from €51,930,200 to €48,216,500.",
        "Revenue slipped below the previous year's €51.9 million, reaching €48.2 million in 2024.",
    ),
    "to_date": (
        "From January 1 to July 20, 2025, revenue totaled €27.4 million, 9% more than in the same period of 2024.",
        "Year to date through July 20, 2025, revenue is up €2.27 million to €27.38 million.",
        "Revenue between 1 January and 20 July 2025 amounted to €27,384,000, compared with €25,118,600 between 1 "
        "January and 20 July 2024.",
        "Year over year, revenue from January 1 to July 20, 2025 grew by 9%.",
    ),
    "quarter": (
        "In Île-de-France, revenue declined 18.9% to €1.87 million in the second quarter of 2025.",
        "Île-de-France revenue shrank by €436,500 to €1,874,300 in Q2 2025.",
        "Revenue from Île-de-France was €1.87 million in Q2 2025, nearly a fifth below the €2.31 million of Q1.",
    ),
    "doubled": (
        "Garden Furniture nearly doubled its revenue, from €1.99 million in Q1 2025 to €3.94 million in Q2.",
        "Revenue in Garden Furniture surged 98% quarter over quarter to €3.94 million in Q2 2025.",
        "Garden Furniture sold for €3,942,000 in the second quarter of 2025, almost twice the first-quarter amount "
        "of €1,988,500.",
        "With an increase of €1.95 million, Garden Furniture reached €3.94 million in Q2 2025.",
    ),
    "hardly": (
        "Revenue in Q2 2025 stayed virtually the same as in Q2 2024, at around €12.7 million.",
        "Second-quarter revenue hardly moved year over year: €12,706,400 in 2025 after €12,698,900 in 2024.",
        "Revenue remained stable at €12.71 million in Q2 2025, against €12.70 million in Q2 2024.",
    ),
    "none": (
        "Sofas in Île-de-France brought in exactly €640,000 in Q2 2025, just as in Q2 2024.",
        "Revenue from Sofas in Île-de-France did not change, standing at €640,000 in both Q2 2024 and Q2 2025.",
    ),
    "no_base": (
        "In 2019, revenue came in at €39.9 million, with no prior period on record for comparison.",
        "Revenue for 2019 was €39,870,000, and nothing earlier is available to compare it against.",
    ),
    "cut_base": (
        "Q2 2019 revenue was €10.1 million; a comparison with Q1 is not possible because the data starts only on "
        "February 11, 2019.",
        "Revenue reached €10,120,700 in the second quarter of 2019, while data for the previous quarter covers only "
        "February 11 to March 31.",
    ),
    "first": (
        "Catalonia made its first sales on May 19, 2025, worth €12,750, and earned €286,400 in Q2 2025.",
        "Catalonia, which first recorded sales on 19 May 2025, contributed €286,400 in the second quarter.",
        "Catalonia brought in €286,400 in Q2 2025 after starting on May 19 with €12,750.",
    ),
    "going_on": (
        "Bavaria has recorded €61,300 so far on July 21, 2025, and the day is still running.",
        "As July 21, 2025 is still ongoing, Bavaria's revenue stands at €61,300 for now.",
    ),
    "gone": (
        "Office Chairs had no revenue in Q2 2025, after €418,900 in the first quarter.",
        "There have been no sales of Office Chairs since March 14, 2025.",
        "Office Chairs went from €418,900 in Q1 2025 to zero in Q2, with nothing sold since March 14.",
    ),
    "no_data": (
        "For Q4 2018 there is no data; revenue is available only from February 11, 2019 to July 20, 2025.",
        "The fourth quarter of 2018 contains no data, since available records cover €296.45 million between February "
        "11, 2019 and July 20, 2025.",
    ),
    "no_data_at_all": (
        "No revenue data has been recorded for Q2 2025.",
        "Data for the second quarter of 2025 is not available.",
    ),
    "sofas": (
        "Sofas lost more than a fifth of their revenue in Q2 2025, ending at €4.11 million.",
        "Revenue from Sofas was down €1.11 million in the second quarter of 2025, at €4,105,700.",
        "Sofa revenue dropped 21.3% between Q1 and Q2 2025, from €5.22 million to €4.11 million.",
        "Sofas recorded a decline of €1,112,600 in Q2 2025 compared to the previous quarter.",
    ),
    "bavaria": (
        "Bavaria posted revenue of €3.66 million in June 2025, an improvement of 22.4% over May.",
        "June 2025 brought Bavaria €667,800 more revenue than May 2025.",
        "Bavaria's revenue advanced from €2.99 million to €3.66 million in June 2025, growing by more than a fifth.",
        "Month over month, Bavaria grew its revenue by 22% in June 2025.",
    ),
    "flanders": (
        "Flanders fell 23.4% to €2.22 million in Q2 2025, with Beds there down €561,300.",
        "Revenue in Flanders decreased by €678,000 in Q2 2025, and €561,300 of this loss came from Beds.",
        "Beds made up €561,300 of the €678,000 that Flanders lost in the second quarter of 2025.",
        "In Q2 2025, Flanders earned €2,216,000 versus €2,894,000 in Q1, most of the decrease being in Beds.",
    ),
    "beds": (
        "Beds grew by €325,200 to €1.54 million in June 2025, mainly in Bavaria, where they gained €298,000.",
        "Beds revenue was up 26.8% at €1,540,800 in June 2025, with Bavaria accounting for €298,000 of the growth.",
        "Of the additional €325,200 that Beds brought in during June 2025, €298,000 came from Bavaria.",
    ),
    "began": (
        "Garden Furniture in Catalonia started selling on April 28, 2025 and generated €734,600 in Q2 2025.",
        "Sales of Garden Furniture in Catalonia began on 28 April 2025 with €18,200 and totaled €734,600 in the "
        "quarter.",
        "Garden Furniture recorded its first sales in Catalonia on April 28, 2025, contributing €734,600 in Q2.",
    ),
    "ended": (
        "Dining Tables last sold on May 8, 2025, for €9,480, and have brought in nothing from May 9 to June 30.",
        "Dining Tables had no sales from May 9 to June 30, 2025, after earning €512,000 from March 17 to May 8.",
        "After their last sales on 8 May 2025, Dining Tables generated no revenue through June 30.",
    ),
    "year_ago": (
        "Q2 2025 revenue of €12.7 million was 11.5% short of the €14.4 million generated in Q2 2024.",
        "Compared to the same quarter last year, revenue was €1.65 million lower in Q2 2025.",
        "Year on year, revenue fell 11.5% in the second quarter of 2025, from €14,355,000 to €12,706,400.",
        "Revenue of €12,706,400 in Q2 2025 represents a year-over-year decline of €1,648,600.",
    ),
    "season": (
        "August 2024 brought in €2.61 million, 8.7% more than August 2023, although August usually yields only 0.58 "
        "to 0.66 times an average month.",
        "Revenue rose by €208,500 year over year to €2,610,500 in August 2024, a month with typically 0.58 to 0.66 "
        "times the average monthly revenue.",
        "August 2024 exceeded August 2023 by 8.7%, with revenue of €2.61 million versus €2.40 million.",
    ),
    "split": (
        "Fewer orders lowered Q2 2025 revenue by €1.87 million, while a higher average order value added €737,000.",
        "Orders dropped 13.2% from 11,215 to 9,740 in Q2 2025, but the average order value increased 5.7% to "
        "€1,304.56.",
        "Revenue declined by €1.14 million in Q2 2025, as 9,740 orders came in compared with 11,215 in Q1.",
        "The average order value rose from €1,234 to €1,305 in Q2 2025, offsetting €736,670 of the €1.87 million "
        "lost through fewer orders.",
    ),
    "both_down": (
        "In Flanders, fewer orders took €433,772 off revenue in Q2 2025, and a lower average order value another "
        "€244,228.",
        "Flanders received 1,905 orders in Q2 2025, down 15.7%, with their average value falling 9.2% to €1,163.",
        "Flanders lost €678,000 in Q2 2025, with both orders (down 15.7%) and average order value (down 9.2%) "
        "declining.",
    ),
    "rate": (
        "The conversion rate fell from 1.45% to 1.2% in Q2 2025, with 4.8% more visits but 13.2% fewer orders.",
        "In Q2 2025, only 1.2% of visits led to an order, compared with 1.45% in Q1.",
        "Conversion declined by a quarter of a percentage point to 1.2% in the second quarter of 2025.",
        "Visits increased 4.8% in Q2 2025 while orders decreased 13.2%, bringing the conversion rate down by 0.25 "
        "percentage points to 1.2%.",
    ),
    "price": (
        "Sofas brought in €1,184 per unit in Q2 2025, 11.8% less than the €1,342 of the previous quarter.",
        "The revenue per unit for Sofas decreased by 11.8% in Q2 2025, reducing revenue by €581,100.",
        "Average revenue per sofa unit went down from €1,342 to €1,184 in the second quarter of 2025.",
    ),
    "value": (
        "The average Beds order was worth €2,415 in June 2025, up 15.1% from May.",
        "Beds saw their average order value climb from €2,098 to €2,415 in June 2025, adding €192,960 in revenue.",
        "At €2,415, the average order value for Beds in June 2025 was 15% above that of May 2025.",
    ),
    "share": (
        "Bavaria contributed more than half of Q2 2025 revenue, with a share of 52.8%.",
        "Bavaria generated €6.71 million in Q2 2025, equal to 52.8% of all revenue.",
        "With a 52.8% share, Bavaria brought in €6,709,000 in the second quarter of 2025.",
    ),
    "shift": (
        "Sofas made up 32.3% of revenue in Q2 2025, down from 37.7% in Q1.",
        "The share of Sofas shrank by 5.4 percentage points to 32.3% in Q2 2025.",
        "Sofas accounted for just under a third of revenue in Q2 2025, compared with 37.7% the quarter before.",
    ),
    "best_month": (
        "June 2025 was the best month on record, with €5.38 million in revenue.",
        "Revenue hit a record €5.38 million in June 2025, topping the previous high of €5.10 million.",
        "June 2025 delivered the highest monthly revenue since records began on February 11, 2019, at €5,384,000.",
    ),
    "worst_week": (
        "The week of May 12, 2025 recorded the lowest weekly revenue yet, at €402,600.",
        "At €402,600, revenue from May 12 to 18, 2025 fell below the previous weekly low of €431,900.",
        "May 12 to 18, 2025 was the weakest week since February 11, 2019, bringing in €402,600.",
    ),
    "trend": (
        "Flanders revenue has been trending down since January 1, 2025, by 17.3% through June 30.",
        "From January to June 2025, revenue in Flanders followed a downward trend of 17.3%, or about €30 a day.",
        "Daily revenue in Flanders decreased by an average of €29.80 per day between January 1 and June 30, 2025.",
    ),
    "seasonal": (
        "Garden Furniture showed an upward trend of 31.5% in the first half of 2025, adjusted for seasonality.",
        "Seasonally adjusted, Garden Furniture revenue grew by about €50 per day from January 1 to June 30, 2025.",
        "Between January and June 2025, Garden Furniture revenue trended up by 31.5%.",
    ),
    "step": (
        "Sofas dropped to a lower level on April 22, 2025, from about €58,400 to €43,250 a day.",
        "Average daily revenue from Sofas has been 25.9% lower since April 22, 2025, at €43,250.",
        "Since 22 April 2025, Sofas have been earning around €43,250 per day instead of €58,400.",
    ),
    "until": (
        "From May 5 to June 15, 2025, Garden Furniture earned €35,700 a day, 63% above its earlier level of €21,900.",
        "Daily revenue for Garden Furniture rose from €21,900 to €35,700 on May 5, 2025 and stayed there until June "
        "15.",
        "Garden Furniture's daily revenue was up by 63% between May 5 and June 15, 2025, at €35,700.",
    ),
    "recent": (
        "Daily revenue has dropped by about a fifth since July 11, 2025, from €104,000 to €82,500.",
        "Since July 11, 2025, revenue has averaged €82,500 per day, 20.7% less than the earlier €104,000.",
    ),
    "spike": (
        "Office Chairs brought in €612,000 on June 3, 2025, more than four times the expected €148,500.",
        "Revenue from Office Chairs soared to €612,000 on 3 June 2025, exceeding expectations by €463,500.",
        "June 3, 2025 saw an exceptional €612,000 from Office Chairs, compared with €148,500 expected.",
    ),
    "dip": (
        "Revenue on May 14, 2025 was only €38,400, which is 72.8% under the expected €141,000.",
        "On May 14, 2025, revenue came in €102,600 lower than expected, with Bavaria accounting for €79,500 of the "
        "gap.",
        "Revenue dipped to €38,400 on May 14, 2025, just over a quarter of the expected €141,000.",
    ),
    "level": (
        "Sofas shifted to a lower level in the week of April 21, 2025, bringing in €301,000 rather than the expected "
        "€409,500.",
        "From April 21 to 27, 2025, Sofas came in 26.5% below expectations, at €301,000.",
        "Sofas earned €108,500 less than expected in the week from 21 to 27 April 2025.",
    ),
    "holiday": (
        "There was no revenue on Labour Day, May 1, 2025, compared with an expected €136,200.",
        "On Labour Day (May 1, 2025), revenue was €0, whereas €136,200 would otherwise have been expected.",
    ),
    "missing": (
        "Flanders shows no revenue from June 10 to 12, 2025, although €288,600 was expected, which may indicate "
        "missing data.",
        "Data for Flanders seems to be missing from June 10 to 12, 2025, when €288,600 was expected.",
    ),
    "partial": (
        "Only €17,900 of an expected €143,800 was recorded on June 24, 2025, so the data may be incomplete.",
        "Data for June 24, 2025 looks incomplete, with recorded revenue of €17,900, 87.6% below the expected €143,800.",
    ),
    "twice": (
        "Revenue on June 17, 2025 was €297,300, double the expected €147,900, and may have been imported twice.",
        "The data for June 17, 2025 may be duplicated: €297,300 was recorded against an expected €147,900.",
    ),
    "today": (
        "Revenue for July 21, 2025 stands at €61,300 so far, as the day has not ended.",
        "July 21, 2025 is still in progress; up to now it has brought in €61,300.",
    ),
    "calm": (
        "No unusual activity was detected in the 91 days of Q2 2025 across the four regions.",
        "Across 91 days and 4 regions, Q2 2025 showed nothing out of the ordinary.",
    ),
    "order": (
        "One order of €1.24 million on June 3, 2025 accounts for most of the €1.87 million increase in Q2.",
        "About two thirds of the €1.87 million revenue increase in Q2 2025 came from a single order of €1.24 million.",
        "A single €1,240,000 order placed on June 3, 2025 makes up the bulk of the €1,865,300 rise in the second "
        "quarter.",
    ),
    "turned": (
        "Without order SO-88412 from Hotel Miramar, worth €1.24 million, revenue in Q2 2025 would have fallen 6.7% "
        "instead of rising 3.4%.",
        "Q2 2025 revenue grew 3.4%, but it would have dropped 6.7% without the €1,240,000 order SO-88412 from Hotel "
        "Miramar.",
        "The 3.4% increase in Q2 2025 turns into a 6.7% decrease when order SO-88412 by Hotel Miramar is left out.",
    ),
    "customer": (
        "Hotel Miramar's purchases dropped from €884,000 to €95,000 in Q2 2025, making up most of the €1.14 million "
        "revenue decline.",
        "One customer, Hotel Miramar, accounts for most of the €1,135,700 decrease in Q2 2025, having spent €95,000 "
        "after €884,000 in Q1.",
    ),
    "adjusted": (
        "Had March 6, 2025 brought the expected €148,500 rather than €612,000, revenue in Q2 would have risen by 1% "
        "instead of falling 2.6%.",
        "Revenue in Q2 2025 fell 2.6%, but would be up 1% if March 6 had been at its expected €148,500.",
    ),
    "forecast": (
        "The forecast for July 21 to August 19, 2025 points to revenue of €3.12 million, 15.4% less than in the 30 "
        "days before.",
        "Revenue is projected to fall to €3.12 million between July 21 and August 19, 2025, from €3.68 million "
        "between June 21 and July 20.",
        "From July 21 to August 19, 2025, revenue is forecast at €3,118,000, likely between €2,705,000 and €3,560,000.",
        "With 95% confidence, revenue from July 21 to August 19, 2025 should fall between €2.71 million and €3.56 "
        "million.",
    ),
    "together": (
        "Garden Furniture and Beds moved in opposite directions in the first half of 2025, with a correlation of "
        "-0.52.",
        "On days when Garden Furniture sold more, Beds tended to sell less between January 1 and June 30, 2025.",
    ),
    "ahead": (
        "Orders tended to follow visits with a delay of seven days in the first half of 2025, with a correlation of "
        "0.71.",
        "From January 1 to June 30, 2025, days with more visits tended to be followed by more orders a week later.",
        "Visits and orders are correlated at 0.71, with orders trailing visits by 7 days.",
    ),
}
