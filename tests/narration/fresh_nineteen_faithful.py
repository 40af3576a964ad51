# ruff: noqa: RUF001 (dashes are written as people write them)
"""A nineteenth batch, about an outdoor outfitter in kronor (SEK), written without a look at the checker: faithful."""

FAITHFUL: dict[str, tuple[str, ...]] = {
    "half": (
        "Revenue for the first half of 2024 totalled SEK 38.4 million, 13.3% above the second half of 2023.",
        "H1 2024 closed at SEK 38,412,500, up SEK 4,507,300 on H2 2023.",
        "From SEK 33.9M in the second half of 2023, revenue grew to SEK 38.4M in the first half of 2024.",
        "The first six months of 2024 brought in SEK 38.4 million – about 4.5 million more than the six months before.",
        "Half-on-half growth of 13.29% took revenue to SEK 38,412,500 in January through June 2024.",
        "Revenue increased by just over an eighth to SEK 38.41 million in H1 2024.",
        "In the first half of 2024 we earned just over SEK 38 million, compared with just under 34 million in the "
        "half-year before.",
    ),
    "to_date": (
        "From August 1 to 18, 2024, Malmö's revenue was SEK 1,318,400, down 13.4% on July 1 to 18.",
        "Month to date, Malmö is SEK 204,500 behind the same days of July, at SEK 1.32 million.",
        "Malmö has taken SEK 1.32M so far in August 2024, versus SEK 1.52M in the first 18 days of July.",
        "A 13.43% decline left Malmö with SEK 1,318,400 in revenue for August 1–18, 2024.",
        "In Malmö, the first 18 days of August 2024 brought in about SEK 200,000 less than the first 18 days of July.",
        "Malmö's August revenue stood at SEK 1,318,400 as of the 18th; by July 18 it had been SEK 1,522,900.",
    ),
    "none": (
        "Camp Stoves earned exactly SEK 412,000 in July 2024, the same as in June.",
        "Revenue from Camp Stoves did not change from June to July 2024: SEK 412,000 in each month.",
        "No change for Camp Stoves – revenue stayed at SEK 412,000 month over month.",
        "At SEK 412,000, Camp Stoves' July 2024 revenue matched June's to the krona.",
        "Camp Stoves repeated June's SEK 412,000 in July 2024.",
        "With SEK 412k in both June and July 2024, Camp Stoves neither grew nor shrank.",
    ),
    "no_base": (
        "Revenue for May 2019 was SEK 731,400; there is no earlier data to compare it with.",
        "In May 2019, SEK 731,400 was earned, with no prior period on record for a comparison.",
        "May 2019 brought in SEK 731,400, and since no data exists for the month before, no change can be given.",
        "SEK 731.4k was taken in May 2019, for which no comparison is available.",
        "A month-over-month comparison is not possible for May 2019, which generated SEK 731,400 in revenue.",
        "The revenue of May 2019, about SEK 730,000, has nothing before it to be measured against.",
    ),
    "cut_base": (
        "June 2019 revenue came to SEK 2,118,300, but a comparison is not possible because the data for May only "
        "starts on the 14th (SEK 731,400).",
        "SEK 2.12 million was earned in June 2019; of the month before, only May 14 to 31 is on record, with "
        "SEK 731,400.",
        "Revenue was SEK 2,118,300 in June 2019, and as records only begin on May 14, 2019, the previous month is "
        "incomplete.",
        "With no data before May 14, 2019, June's revenue of SEK 2.1 million cannot be compared fairly with May's.",
        "June 2019: SEK 2,118,300 – not comparable with May, of which just the days from the 14th on (SEK 731,400) "
        "are known.",
        "For June 2019, revenue stands at SEK 2.1M, while the known part of May (14–31) accounts for SEK 0.73M.",
    ),
    "gone": (
        "Lapland had no revenue in July 2024, after SEK 286,300 in June.",
        "Lapland's revenue fell to zero in July 2024, with no sales since June 21.",
        "Sales in Lapland have ceased: June 2024 still brought SEK 286,300, July nothing.",
        "Nothing was sold in Lapland in July 2024, whereas SEK 286,300 had come in the month before.",
        "Since June 21, 2024 Lapland has not recorded any revenue.",
        "Lapland dropped from SEK 286.3k in June to nil in July 2024.",
    ),
    "began": (
        "Climbing Ropes, first sold on July 5, 2024, brought in SEK 348,900 in July.",
        "A new category, Climbing Ropes, added SEK 348,900 to July's revenue after its first sale on July 5, 2024.",
        "Climbing Ropes started selling on 5 July 2024 and reached SEK 349k by the end of the month.",
        "Sales of Climbing Ropes began on July 5, 2024 with SEK 12,450 on the first day, and came to SEK 348,900 in "
        "July.",
        "July 2024 saw the first revenue from Climbing Ropes: SEK 348,900, starting on the 5th.",
        "Climbing Ropes made its debut on July 5, 2024, earning SEK 12,450 that day.",
        "Just under SEK 350,000 came from Climbing Ropes in July 2024, which had no sales before July 5.",
    ),
    "ended": (
        "Snowshoes had no sales in July 2024, after SEK 164,700 in June.",
        "Snowshoes last sold on June 14, 2024, and revenue in July was zero.",
        "No more revenue from Snowshoes: the last sales, worth SEK 8,900, were made on June 14, 2024.",
        "Snowshoes, which earned SEK 164,700 in June 2024, brought in nothing in July.",
        "The last day with sales of Snowshoes was 14 June 2024; in July the category made no contribution, compared "
        "with SEK 165k a month earlier.",
        "July 2024 went without any revenue from Snowshoes, a loss of SEK 164,700 against June.",
    ),
    "season": (
        "July 2024 revenue of SEK 9.85 million was 12.4% higher than in July 2023; in past years, July brought "
        "between 1.58 and 1.74 times an average month.",
        "Year over year, July rose by SEK 1,085,000 to SEK 9,845,000.",
        "July is a strong month by season, at 1.6 to 1.7 times the monthly average from 2020 to 2023, and in 2024 it "
        "was up 12.39% on the year before.",
        "Compared with July 2023 (SEK 8.76M), revenue climbed SEK 1.09M to SEK 9.85M in July 2024.",
        "At SEK 9,845,000, July 2024 outdid last July's SEK 8,760,000 by about an eighth.",
        "Between 2020 and 2023, July has always earned more than one and a half times an average month, and July "
        "2024, with SEK 9.8 million, was 12% above July 2023.",
        "Revenue grew 12.4% YoY in July 2024, a month that typically brings 1.58 to 1.74 times as much as an average "
        "one.",
    ),
    "value": (
        "The average order of Tents was worth SEK 2,415 in July 2024, 10.3% more than in June.",
        "Tents' average order value rose from SEK 2,190 to SEK 2,415, adding about SEK 188,000 to revenue.",
        "AOV for Tents was up SEK 225 month over month, to SEK 2,415.",
        "Customers spent roughly a tenth more per order on Tents in July 2024 – SEK 2,415 versus SEK 2,190.",
        "A higher average order value, at SEK 2,415 after SEK 2,190 in June, was worth SEK 188k in extra revenue for "
        "Tents.",
        "With orders averaging SEK 2,415 in July 2024, Tents gained 10.27% in order value.",
    ),
    "worst": (
        "The week of January 8, 2024 was the weakest on record, with revenue of SEK 402,300.",
        "At SEK 402,300, January 8–14, 2024 fell below the previous weekly low of SEK 431,750.",
        "A new low for a week: SEK 402k from January 8 to 14, 2024, under the earlier low of SEK 432k.",
        "No week on record has brought in less than that of January 8 to 14, 2024, when revenue was SEK 402,300.",
        "Weekly revenue hit an all-time low of about SEK 400,000 in the week from Monday, January 8, 2024.",
        "The week beginning 8 January 2024 earned SEK 29,450 less than the worst week before it, ending up at "
        "SEK 402,300.",
    ),
    "trend": (
        "Apart from the season, Gothenburg's revenue trended down by 14.6% from January 1 to July 31, 2024.",
        "Gothenburg's daily revenue has been declining by about SEK 38 a day from January through July 2024, beyond "
        "what the season explains.",
        "Seasonally adjusted, revenue in Gothenburg declined 14.6% over the first seven months of 2024.",
        "The underlying trend in Gothenburg pointed downward between January and July 2024: minus 14.6%, or roughly "
        "SEK 38 per day.",
        "From January 1 to July 31, 2024, Gothenburg lost some 15% in daily revenue, with the season taken out.",
        "Gothenburg was on a downward trend of SEK 38.20 a day in January–July 2024, after allowing for the season.",
    ),
    "until": (
        "From April 29 to June 16, 2024, Kayaks earned about SEK 58,900 a day, up from SEK 41,200.",
        "Kayaks' daily revenue was 43% higher between April 29 and June 16, 2024, at SEK 58,900.",
        "For seven weeks, from 29 April to 16 June 2024, daily revenue of Kayaks ran at SEK 58.9k instead of "
        "SEK 41.2k.",
        "Kayaks stepped up from SEK 41,200 to SEK 58,900 a day on April 29, 2024, a level that lasted until June 16.",
        "A temporary rise of 42.96% in daily revenue for Kayaks, from SEK 41,200 to SEK 58,900, ended on June 16, "
        "2024.",
        "Until June 16, 2024, Kayaks held a higher level of SEK 58,900 a day, which it had reached on April 29.",
    ),
    "level": (
        "Uppsala earned SEK 198,400 in the week of July 15, 2024, 24.2% below the expected SEK 261,700.",
        "Revenue in Uppsala was SEK 63,300 lower than expected from July 15 to 21, 2024.",
        "From July 15 through July 21, 2024, Uppsala ran about a quarter below expectations, at SEK 198k.",
        "Uppsala fell short of the expected SEK 261,700 by SEK 63,300 in the week from 15 to 21 July 2024.",
        "Uppsala's revenue of SEK 198,400 for July 15–21, 2024 compares with an expected SEK 261,700.",
        "Instead of about SEK 262k, only SEK 198k was taken in Uppsala between July 15 and 21, 2024.",
    ),
    "missing": (
        "No revenue is recorded for July 9 and 10, 2024, where about SEK 634,000 was expected; data may be missing.",
        "Data appears to be missing for 9–10 July 2024: revenue shows zero against an expected SEK 634,000.",
        "July 9–10, 2024 shows SEK 0 instead of the expected SEK 634k, which suggests that records are missing.",
        "For two days, July 9 and 10, 2024, there is no revenue on record, although SEK 634,000 would have been "
        "expected.",
        "Revenue from Tuesday, July 9 to Wednesday, July 10, 2024 is nil – possibly a gap in the data, since "
        "SEK 634,000 was expected.",
        "Roughly SEK 630,000 of expected revenue is absent from the records of July 9 to 10, 2024.",
    ),
    "partial": (
        "Gothenburg shows only SEK 21,600 for July 23, 2024, where SEK 118,900 was expected, so part of the data may "
        "be missing.",
        "The data of July 23, 2024 looks incomplete for Gothenburg: SEK 21,600 against an expected SEK 118,900.",
        "On 23 July 2024, Gothenburg's recorded revenue was 81.8% below expectation, possibly because not all records "
        "have come in.",
        "With SEK 21.6k recorded instead of the expected SEK 118.9k, Gothenburg's figures for July 23, 2024 are "
        "probably incomplete.",
        "Less than a fifth of the expected SEK 118,900 is on record for Gothenburg on July 23, 2024.",
        "Gothenburg's revenue for Tuesday, July 23, 2024 is SEK 97,300 short of what was expected, and some records "
        "may be missing.",
    ),
    "today": (
        "August 19, 2024 is not over yet; so far, SEK 96,300 has come in.",
        "So far on August 19, 2024, revenue stands at SEK 96,300, with the day still going on.",
        "The current day, August 19, 2024, has brought in SEK 96.3k up to now.",
        "As August 19, 2024 is still in progress, its revenue of SEK 96,300 is not final.",
        "Revenue for 19 August 2024 is SEK 96,300 to date, an incomplete day.",
        "SEK 96,300 has been recorded for August 19, 2024, a day that is still under way.",
    ),
    "ahead": (
        "Tents' revenue tends to lead that of Camp Stoves by four days, with a correlation of 0.61.",
        "Movements in Tents were followed four days later by similar movements in Camp Stoves (correlation 0.61, "
        "February to July 2024).",
        "When Tents goes up, Camp Stoves tends to follow four days later.",
        "Camp Stoves follows Tents with a delay of 4 days; the correlation is 0.61.",
        "From February 1 to July 31, 2024, the revenue of Camp Stoves moved with that of Tents four days before "
        "(r = 0.61).",
        "There is a positive correlation of 0.61 between Tents and, four days later, Camp Stoves.",
    ),
    "adjusted": (
        "July 2024 revenue fell 2.7%, but would have risen 3.6% had July 9–10 brought the expected SEK 634,000.",
        "Without the gap of July 9 and 10, the 2.72% decline in July 2024 would have been a 3.55% increase.",
        "Had July 9 and 10, 2024 earned the SEK 634,000 that was expected, revenue would be up 3.55% rather than down "
        "2.72%.",
        "The drop of 2.7% in July 2024 turns into growth of about 3.6% once the expected SEK 634k is put in for "
        "July 9–10.",
        "Adjusted for July 9–10, which show no revenue instead of SEK 634,000, July 2024 would have grown by 3.55%.",
        "July 2024 was down 2.7%, though with the expected revenue on July 9 to 10 it would have been up 3.6%.",
    ),
    "customer": (
        "Most of the SEK 785,000 increase came from one customer, K-2041, who spent SEK 742,000 after SEK 118,000 the "
        "week before.",
        "Customer K-2041 raised spending from SEK 118,000 to SEK 742,000 in the week of July 22, 2024, out of a total "
        "gain of SEK 785,000.",
        "A single customer, K-2041, carried the growth of SEK 785,000, with orders of SEK 742k compared to SEK 118k.",
        "K-2041 alone accounts for most of the week's SEK 785,000 gain, having bought for SEK 742,000 between July 22 "
        "and 28, 2024.",
        "Revenue was up SEK 785k in the week of 22 July 2024, largely owing to customer K-2041, whose orders rose "
        "to SEK 742k from SEK 118k.",
        "One customer (K-2041) brought in SEK 742,000 from July 22 to 28, 2024, more than six times the SEK 118,000 "
        "of the previous week.",
    ),
}
