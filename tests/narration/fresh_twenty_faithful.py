# ruff: noqa: RUF001 (dashes are written as people write them)
"""A twentieth batch, about a stationery shop in yen (JPY), written without a look at the checker: the faithful ones."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "weekend": (
        "Tokyo took ¥1,284,500 from November 2 to 4, 2024, 52.5% more than in the three days before.",
        "Over the three days of November 2–4, 2024, Tokyo's revenue rose by more than half to ¥1.28 million.",
        "Tokyo's revenue was up ¥442,200 from Saturday, November 2 to Monday, November 4, 2024.",
        "From ¥842,300 between October 30 and November 1, revenue in Tokyo jumped to ¥1,284,500 between November 2 "
        "and 4, 2024.",
        "Revenue in Tokyo surged 52.5% to ¥1.28M for 2–4 November 2024.",
        "In Tokyo, the three days from November 2, 2024 brought in about ¥440,000 more than the three before them.",
        "Tokyo earned just under ¥1.3 million from November 2 to 4, 2024 – up from around ¥840,000.",
    ),
    "day": (
        "Revenue on Friday, November 22, 2024 was ¥318,400, down 14.2% from Thursday.",
        "November 22, 2024 brought in ¥52,800 less than the day before.",
        "Day over day, revenue slid from ¥371,200 to ¥318,400 on November 22, 2024.",
        "Friday 22 November 2024 ended with ¥318k in revenue, after ¥371k on the 21st.",
        "With ¥318,400, Friday's revenue was about a seventh below Thursday's.",
        "A decrease of 14.22% from the previous day left November 22, 2024 at ¥318,400.",
        "Thursday had brought ¥371,200, while Friday, November 22, 2024, came to only ¥318,400.",
    ),
    "month": (
        "October 2024 revenue rose 2.2% to ¥14.26 million, but on an average day it was 1.1% lower than in September.",
        "Revenue grew by ¥310,000 to ¥14,260,000 in October 2024, which had 31 days against September's 30.",
        "Although October 2024 ended ¥310k above September, revenue per day was down 1.08%.",
        "At ¥14.26M, October 2024 was 2.22% ahead of September, thanks to its extra day: the mean day earned about "
        "1% less.",
        "October's revenue of ¥14,260,000 beat September's ¥13,950,000, yet daily revenue slipped by about 1%.",
        "With 31 days instead of 30, October 2024 earned 2.2% more than September.",
        "Revenue was up 2.2% month on month to ¥14.3 million.",
    ),
    "no_data": (
        "There is no data for March 2018; records run from April 1, 2019 to November 27, 2024.",
        "No revenue is on record for March 2018, as the data only begins on April 1, 2019.",
        "March 2018 lies before the first recorded day, April 1, 2019, so there are no figures for it.",
        "Data is available from April 1, 2019 through November 27, 2024 (¥742.6 million in all), but not for March "
        "2018.",
        "Nothing can be said about March 2018, because the records start in April 2019.",
        "For March 2018 no data exists, while the period from 1 April 2019 to 27 November 2024 accounts for "
        "¥742,600,000 in revenue.",
    ),
    "going_on": (
        "November 28, 2024 is still in progress and has brought in ¥41,800 so far.",
        "So far, ¥41,800 has been taken on November 28, 2024, a day that is not over.",
        "Revenue on 28 November 2024 stands at ¥41,800 up to now.",
        "With the day still under way, revenue for November 28, 2024 amounts to ¥41,800, too early for a comparison.",
        "As of now, November 28, 2024 has earned ¥41.8k.",
        "¥41,800 is what November 28, 2024 has yielded to date, and the day is not finished yet.",
    ),
    "kyoto": (
        "Notebooks in Kyoto nearly doubled, from ¥351,000 in September to ¥688,000 in October 2024.",
        "Kyoto's Notebooks revenue rose by ¥337,000 to ¥688,000 in October 2024.",
        "A boost came from Notebooks in Kyoto, up 96% month over month to ¥688k.",
        "Notebooks sold in Kyoto added ¥337k to October's revenue compared with September.",
        "In Kyoto, revenue from Notebooks climbed 96.01% to ¥688,000 in October 2024.",
        "At ¥688,000, October's revenue from Notebooks in Kyoto was almost twice that of September.",
    ),
    "sapporo": (
        "Sapporo's revenue dropped by a quarter to ¥1.05 million in October 2024.",
        "Sapporo weighed on October 2024, bringing in ¥356,000 less than in September.",
        "Revenue in Sapporo contracted from ¥1,402,000 to ¥1,046,000, a fall of 25.4%.",
        "Sapporo was down 25.39% month on month in October 2024, at ¥1,046,000.",
        "Just over ¥1 million was earned in Sapporo in October 2024, compared to ¥1.4 million the previous month.",
        "October 2024 cost Sapporo ¥356k in revenue against September.",
    ),
    "pens": (
        "Fountain Pens fell 17.4% to ¥4.12 million in October 2024, mainly in Osaka, where ¥702,000 was lost.",
        "Of the ¥865,000 that Fountain Pens lost against September, ¥702,000 was in Osaka.",
        "Osaka accounts for ¥702,000 of the ¥865,000 decline in Fountain Pens in October 2024.",
        "Fountain Pens earned ¥4,120,000 in October 2024, after ¥4,985,000 in September, with Osaka responsible for "
        "most of the drop.",
        "The bulk of the decline in Fountain Pens came from Osaka (–¥702k out of –¥865k).",
        "Revenue from Fountain Pens was ¥865k lower in October 2024, largely because Osaka brought in ¥702k less.",
    ),
    "year_ago": (
        "Osaka's September 2024 revenue was up 25.2% year over year, at ¥3.9 million.",
        "Osaka earned ¥3,905,000 in September 2024, a quarter more than in September 2023.",
        "In September 2024, Osaka brought in ¥787,000 more than a year earlier.",
        "Revenue in Osaka grew from ¥3.12M in September 2023 to ¥3.91M in September 2024.",
        "Compared with the same month last year, Osaka's revenue increased by ¥787k (+25.24%) to ¥3,905k.",
        "September 2023 had brought Osaka ¥3,118,000; twelve months later it was ¥3,905,000.",
    ),
    "split": (
        "Of the ¥283,680 decline, ¥218,655 is due to fewer orders and ¥65,025 to a lower average order value.",
        "Orders fell 9.5% to 412 in the week of November 11, 2024, and the average order value slipped 2.9% to ¥5,010.",
        "Revenue was down ¥284k week over week, mostly because there were fewer orders (412 after 455).",
        "Fewer orders (–9.45%) and slightly smaller ones (–2.91%) together cost ¥283,680 in revenue.",
        "412 orders were placed from November 11 to 17, 2024, 43 fewer than the week before, worth ¥5,010 each on "
        "average instead of ¥5,160.",
        "More than three quarters of the ¥283,680 drop comes from the number of orders, the rest from the average "
        "order value.",
        "A decline in order count explains about ¥219,000 of the roughly ¥284,000 that revenue lost.",
    ),
    "rate": (
        "The conversion rate fell from 2.05% to 1.86% in October 2024, as visits rose faster than orders.",
        "Conversion slipped 0.19 percentage points to 1.86%, even though orders were up 7.3%.",
        "In October 2024, 18.3% more visits led to just 7.3% more orders, lowering the conversion rate to 1.86%.",
        "1.86% of visits in October 2024 ended in an order, compared with 2.05% in September.",
        "Traffic grew by 18.3% but orders only by 7.3%, so conversion went down to 1.86%.",
        "With visits up by nearly a fifth, the conversion rate declined by 0.19 points in October 2024.",
    ),
    "price": (
        "A unit of Washi Tape brought in ¥385 on average in October 2024, 12.5% less than in September (¥440).",
        "Revenue per unit of Washi Tape fell by an eighth to ¥385, costing about ¥146,000 in revenue.",
        "Washi Tape's average price per unit dropped from ¥440 to ¥385, an effect of minus ¥146k.",
        "At ¥385 per unit, Washi Tape earned ¥55 less on each unit than in September.",
        "Lower revenue per unit, ¥385 versus ¥440, took ¥146,000 off Washi Tape's revenue in October 2024.",
        "In October 2024, Washi Tape was sold at an average of ¥385 a unit, down 12.5% month over month.",
    ),
    "shift": (
        "Fountain Pens' share of revenue shrank from 35.7% to 28.9% in October 2024.",
        "Fountain Pens accounted for 28.9% of October 2024's revenue, down from over a third in September.",
        "The share of Fountain Pens in revenue was 6.84 percentage points lower than in September, at 28.89%.",
        "Fountain Pens lost almost seven points of share month over month and now stands at 28.9% of revenue.",
        "Having made up 35.73% of revenue in September, Fountain Pens contributed 28.89% in October 2024.",
        "Fewer than three in ten yen came from Fountain Pens in October 2024, as its share slid by 6.8 pp.",
    ),
    "share": (
        "Tokyo generated 55.3% of revenue in the third quarter of 2024, or ¥23.18 million.",
        "More than half of Q3 2024 revenue, ¥23,180,000, was earned in Tokyo.",
        "Tokyo's ¥23.2M made up 55.3% of the revenue of Q3 2024.",
        "Revenue depends heavily on Tokyo, which brought in 55.3% of it from July to September 2024.",
        "In Q3 2024, 55.3% of revenue came from a single region, Tokyo.",
        "With a share of 55%, Tokyo accounted for over half of revenue in the third quarter of 2024.",
    ),
    "best": (
        "December 2023 was the best month on record, with revenue of ¥21.34 million.",
        "At ¥21,340,000, December 2023 surpassed the previous monthly record of ¥20,115,000.",
        "A new monthly high of ¥21.3M was reached in December 2023.",
        "No month before had earned as much as December 2023, when revenue came to ¥21,340,000.",
        "December 2023 set a record: ¥21.34M, beating the earlier best month by ¥1.2 million.",
        "The ¥20.1 million record for a month was broken in December 2023, with ¥21.3 million.",
    ),
    "recent": (
        "Since November 12, 2024, Notebooks has earned about ¥88,500 a day, up from ¥62,000, though it is too early to "
        "tell whether this will last.",
        "Notebooks' daily revenue stepped up 42.7% on November 12, 2024, to ¥88,500.",
        "From November 12, 2024 on, Notebooks has brought in ¥88.5k per day rather than ¥62k; whether the level holds "
        "remains to be seen.",
        "A recent step up: Notebooks moved from ¥62,000 to ¥88,500 a day on November 12, 2024.",
        "Daily revenue of Notebooks has been 43% higher since 12 November 2024.",
        "Notebooks went from roughly ¥62,000 to roughly ¥88,500 a day on November 12, 2024, but that is still recent.",
    ),
    "trend": (
        "Notebooks' revenue trended up by 27.8% from April 1 to September 30, 2024.",
        "From April through September 2024, daily revenue of Notebooks grew by about ¥72 a day.",
        "Notebooks was on an upward trend between April and September 2024, rising 27.8% over the six months.",
        "Revenue from Notebooks climbed by more than a quarter from April 1 to September 30, 2024.",
        "An upward trend of ¥72 per day lifted Notebooks by 27.8% in the half-year to September 30, 2024.",
        "Over April–September 2024, Notebooks gained nearly 28% in daily revenue.",
    ),
    "twice": (
        "Osaka shows ¥268,000 for November 7, 2024, about twice the expected ¥131,500; the data may have been imported "
        "twice.",
        "The records for Osaka on November 7, 2024 may be duplicated, as revenue is 103.8% above what was expected.",
        "Revenue of ¥268,000 in Osaka on Thursday, November 7, 2024 is roughly double the expected ¥131,500, which "
        "points to a duplicate import.",
        "A possible double import put Osaka's revenue on 7 November 2024 at ¥268k instead of an expected ¥131.5k.",
        "Osaka's November 7, 2024 figure, ¥136,500 more than expected, suggests that data was imported twice.",
        "With ¥268,000 on record against ¥131,500 expected, the November 7, 2024 data of Osaka looks doubled.",
    ),
    "order": (
        "A single order of ¥198,000 on November 20, 2024 makes up most of the ¥264,000 increase.",
        "Three quarters of the ¥264,000 gain came from one order, #88120, worth ¥198,000.",
        "Order #88120, placed on Wednesday, November 20, 2024, brought in ¥198,000 of the week's ¥264,000 increase.",
        "Revenue rose by ¥264k in the week of November 18, 2024, largely on the back of one ¥198k order.",
        "One large order (#88120, ¥198,000) accounts for the bulk of the ¥264,000 rise from November 18 to 24, 2024.",
        "The growth of ¥264,000 rests mainly on order #88120 of 20 November 2024, with revenue of ¥198,000.",
    ),
    "forecast": (
        "Revenue from November 28 to December 25, 2024 is forecast at ¥12.64 million, 2.9% below the 28 days before.",
        "For the next 28 days, ¥12,640,000 is expected, with a 90% range of ¥11,150,000 to ¥14,330,000.",
        "The four weeks from November 28, 2024 are forecast to bring in ¥12.6M, slightly less than the ¥13.0M of the "
        "four weeks before.",
        "We expect revenue of between ¥11.15 million and ¥14.33 million from November 28 to December 25, 2024, at 90% "
        "confidence.",
        "A slight decline of about 3%, to ¥12.64M, is projected for 28 November to 25 December 2024.",
        "Forecast revenue for November 28–December 25, 2024 is ¥12,640,000, compared with ¥13,020,000 from October 31 "
        "to November 27.",
    ),
}
