"""The words that a sentence about any claim may have, by their part in the grammar.

`climb~` stands for all forms of a regular verb.
"""

WORDS_OF_ALL: dict[str, str] = {
    # Words without a claim of their own.
    "article": (
        "there's, it's, that's, figures, a, an, the, its, their, this, that, these, those, it, they, total, overall, "
        "all, value, figure, amount, level, number, size, altogether, just"
    ),
    "filler": (
        "in all, all told, as a whole, in comparison, by comparison, to be precise, ultimately, standing, indeed, in "
        "that time, upon, altogether, coming, actual, actually, alone, left, leaving, leave, occurred, occurring, "
        "happened, took place, taking place, though, although, even, equal to, translating, translates, translated, "
        "equating, equates, equated, sum, combined, collectively, resulting, resulting in, giving, given, signaling, "
        "signifying, performance, results, basis, in percentage terms, in absolute terms, in percentage, window, "
        "span, spanning, covering, indicative, side, terms of, having been, itself, rounded, exactly, precisely, per, "
        "of which, in which, making for, made for, went on, turned, turning, proved, proving, ran, running, lay, "
        "lies, lying, mean, means, landed, arriving, arrived, compares, compared against, moving, what, being, it "
        "was, it is, which, who, where, there, here, when, while, whereas, but, so, also, both, respectively, as, "
        "has, have, had, having, went, going, goes, do, does, did, then, now, business, company, out, in total, "
        "meaning, i.e, that is, thereby, thus, equal, equals, equivalent, corresponding, corresponds, compared, "
        "comparing, against that, we, our, was there, during which, change~, difference, differed, shift~, moved, "
        "movement, step, stepped, ended, ending, ends, closed, closing, began, start~, beginning, opened, course, "
        "whole, entire, full, calendar, time, same time, timeframe, overview, according, data-wise, in terms, terms, "
        "specifically, notably, namely, meanwhile, taking, bringing, takes, brings, put, puts, putting, pushing, "
        "mark~, saw, seen, sees, seeing, experienced, experiencing, experiences, show~, shown, observed, reflecting, "
        "reflects, represents, represented, representing, found, noted, reported, comes, come, came, measured, "
        "indicate~, result, outcome, set, sets, setting, making, makes, made"
    ),
    "be": "was, were, is, are, be, been, being",
    "level": (
        "finished at, wrapped up at, ran to, added up to, adding up to, adds up to, summed to, worked out at, worked "
        "out to, weighed in at, netted, netting, banked, fetched, drew in, returned, clocked up, racked up, chalked "
        "up, scored, gathered, attained, managed, provided, providing, settled on, rounded out at, turned over, "
        "coming to a total of, ended on, closed on, closed out at, totals up to, clocked in at, clocking in at, came "
        "out at, came out to, coming out at, turned in, notched, notching, grossed, rang in, sits at, sitting, sat, "
        "did, checked in at, wound up at, finished, landed on, received, receiving, secured, made, ended up at, ended "
        "up with, ended up, responsible for, covered, attracted, drew, accumulated, cleared, finished with, closed "
        "with, comprised of, rang up, raked in, saw, tallied, reach~, hit, hits, hitting, totaled, totalled, "
        "totaling, totalling, totals, came in at, coming in at, came in, coming in, came to, coming to, comes to, "
        "comes in at, amounted to, amounting to, amounts to, brought in, bringing in, brings in, brought, generated, "
        "generating, generates, recorded, recording, registered, registering, posted, posting, achieved, achieving, "
        "earned, earning, took in, taking in, delivered, delivering, delivers, produced, producing, produces, stood "
        "at, standing at, stands at, stood, landed at, settled at, settling at, ended at, ending at, finishing at, "
        "closed at, made up, making up, makes up, make up, accounted for, accounting for, accounts for, account for, "
        "contribute~, sold, selling, yielded, yielding, yields, booked, booking, garnered, garnering, comprised, "
        "comprises, comprising, constituted, constitutes, constituting, held, holding, holds, had a total of, sitting "
        "at, sat at, arrived at, arriving at, ran at, running at, logged, realized, pulled in, collected, took, "
        "captured, captures"
    ),
    # What ties a number to the sentence.
    "from": "from, coming from",
    "to": "to, into",
    "by": "by",
    "of": "of, for, worth",
    "at": "at, with",
    "in": (
        "over the whole of, for the whole of, for all of, in all of, for the full month of, on the day of, as "
        "recorded in, as of the end of, through the whole of, over the entire, by the end of, in the month of, for "
        "the month of, in, on, during, within, throughout, through, across, over the course of, in the course of, for "
        "the duration of"
    ),
    "over": "over",
    "and": "and, or, plus",
    "between": (
        "to fall between, fall between, falls between, to lie between, lie between, lies between, between, ranging "
        "from, anywhere from, ranging between, anywhere between"
    ),
    "against": (
        "in relation to, as measured against, when measured against, up against, alongside, compares with, compares "
        "to, comparing with, compared against, than, versus, vs, against, compared with, compared to, comparing to, "
        "when compared with, when compared to, in comparison with, in comparison to, as compared with, as compared "
        "to, relative to, after, rather than, instead of, as against, in contrast to, in contrast with, following, on "
        "top of, as opposed to, when set against, set against, measured against, next to, more than, less than, fewer "
        "than, higher than, lower than, greater than"
    ),
    "exceeds": (
        "outperformed, outperforming, outperforms, outstripped, outstripping, overtook, overtaking, bettered, "
        "bettering, improved on, improving on, outdid, surpassed, surpassing, surpasses, beat, beating, beats, "
        "topped, topping, tops, outpaced, outpacing, eclipsed, eclipsing, exceed~, ahead of, in excess of, passed, "
        "passing"
    ),
    "falls_short": (
        "trailed, trailing, trails, lagged behind, lagging behind, came up short of, fell short of, falling short of, "
        "falls short of, short of, undercut, undercutting, undershot, undershooting, fall short of"
    ),
    "above": "above, well above, far above, way above, just above, slightly above",
    "below": "below, under, beneath, well below, far below, way below, just below, slightly below",
    # Hedges of a number.
    "about": (
        "just about, in the order of, on the order of, somewhere around, somewhere near, near, practically, "
        "virtually, essentially, basically, nearly, almost, close to, about, around, roughly, approximately, some, "
        "circa, an estimated, in the region of, in the neighborhood of, more or less"
    ),
    "just_over": (
        "fractionally over, fractionally above, marginally over, marginally above, marginally more than, a touch "
        "over, a touch above, a shade over, a shade above, slightly in excess of, just past, a little above, just "
        "over, slightly over, a little over, slightly more than, a little more than, just above, slightly above, just "
        "more than, at least, upwards of, a bit over, a bit more than, over, more than, above, well over, well above, "
        "in excess of, not far above, north of"
    ),
    "just_under": (
        "fractionally under, fractionally below, marginally under, marginally below, marginally less than, a touch "
        "under, a touch below, a shade under, a shade below, a little below, just short of, slightly short of, close "
        "on, nearing, nearly, almost, just under, close to, just below, slightly under, slightly less than, a little "
        "under, a little less than, just shy of, shy of, approaching, slightly below, just less than, not quite, "
        "under, less than, below, a bit under, a bit less than, virtually, almost a, fewer than"
    ),
    "edge": (
        "since, until, till, as of, onward, onwards, up until, starting, starting on, starting from, beginning, "
        "beginning on, ending, ending on, effective, through, going back to, dating back to, from"
    ),
    # Directions: verbs and nouns of a change, and comparatives.
    "up": (
        "hiked, upped, heightened, went higher, moved higher, trended higher, growth rate, rate of growth, rate of "
        "increase, percentage increase, percentage rise, percentage gain, pushed up, trending up, enjoy~, "
        "skyrocketed, skyrocketing, ramped up, inched up, nudged up, bumped up, bump, hike, escalated, escalating, "
        "upward movement, upward shift, upward move, strengthen~, elevated, swelling, bolstered, up, upward, upwards, "
        "rise, rises, rising, risen, rose, grow, grows, growing, grown, grew, growth, increase~, gain~, climb~, "
        "jump~, surge~, soar~, expand~, expansion, improve~, improvement, went up, going up, goes up, go up, gone up, "
        "add~, advance~, spike~, uptick, upturn, boost, boosted, lift, lifted, uplift, peak~, picked up, picking up, "
        "moved up, moving up, stepped up, stepping up, upswing, rose up, leap~, leapt, stronger, swelled, positive "
        "change, ticked up, edged up, high, shot up, going upward"
    ),
    "down": (
        "underperformed, underperforming, moved lower, went lower, trended lower, rate of decline, percentage "
        "decrease, percentage decline, percentage drop, percentage fall, pulled down, trending down, suffer~, "
        "softened, softening, softer, cooled, cooling, trimmed, subsided, waned, eroded, nosedived, inched down, "
        "nudged down, downward movement, downward shift, downward move, dwindle~, sagged, receding, ebbed, lessened, "
        "lessening, pullback, cut, cuts, down, downward, downwards, fall, falls, falling, fallen, fell, drop~, "
        "decline~, decrease~, lose, loses, lost, losing, loss, shrink, shrinks, shrank, shrunk, shrinking, slump~, "
        "plunge~, plummet~, reduce~, reduction, contract~, contraction, dip~, slide, slid, sliding, slip~, sank, "
        "sink, sinking, sunk, went down, going down, goes down, go down, gone down, downturn, came down, coming down, "
        "moved down, moving down, stepped down, stepping down, tumble~, weaker, weakened, weakening, shortfall, "
        "setback, deteriorated, worsened, narrowed, eased, easing, shed, shedding, low, negative change, ticked down, "
        "edged down, crashed, collapsed, diminished, retreated, receded, downswing, slowed"
    ),
    "more": "more, higher, greater, larger, bigger, extra, additional, better, more than, higher than, greater than",
    "less": "less, lower, fewer, smaller, short, behind, worse, less than, fewer than, lower than",
    # What is compared.
    "previous": "previous, prior, former, preceding, earlier, past, last",
    # Degrees of a change: see `wording`.
    "large": (
        "sharply, sharp, significantly, significant, substantially, substantial, considerably, considerable, "
        "markedly, strongly, dramatically, dramatic, steeply, steep, notable, well, far, much, strong, greatly, "
        "major, large, big, hefty, noticeably, noticeable, clearly, clear, solid, heavily, skyrocketed, skyrocketing, "
        "soar~, surge~, plunge~, plummet~, nosedived, collapsed, crashed, tumble~, slumped, shot up"
    ),
    "small": (
        "edged up, edged down, inched up, inched down, nudged up, nudged down, ticked up, ticked down, slightly, "
        "slight, modestly, modest, marginally, marginal, a little, somewhat, a bit, small, minor, gently, mild, "
        "mildly"
    ),
    # `only $5`: see `particulars`.
    "merely": "only, merely, just",
    "modest": "modest, modestly, moderate, moderately",
    "period_word": (
        "period, periods, month, months, week, weeks, day, days, quarter, quarters, year, years, date, dates, "
        "monthly, weekly, quarterly, yearly, annual, annually"
    ),
    "category_word": "category, categories, segment, department, line, product category, product line",
    "region_word": "region, regions, market, area, segment",
}
