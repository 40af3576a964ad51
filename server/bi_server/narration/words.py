"""The words that a sentence about any claim may have, by their part in the grammar.

`climb~` stands for all forms of a verb, `(just|barely) over` for each of the phrases.
"""

WORDS_OF_ALL: dict[str, str] = {
    # Words without a claim of their own.
    "article": (
        "there's, it's, that's, a, an, the, its, their, this, that, these, those, it, they, total, overall, all, "
        "value, figure, figures, amount, level, number, size, altogether, just"
    ),
    "filler": (
        "(split~|divide~|break~ down|breaks down|broke down) into, (consist~|is composed|was composed) of, combines, "
        "combine~, the sum of, together, jointly, taken together, between them, ones, so that, the rest of, for its "
        "part, in doing so, in the process, over that time, over this time, as such, one, in turn, on the whole, all "
        "in all, in the end, at that, across the board, in all, all told, as a whole, in comparison, by comparison, "
        "ultimately, standing, indeed, in that time, upon, altogether, alone, left, leaving, leave, occur~, happen~, "
        "take~ place, though, although, even, even though, even as, despite, in spite of, notwithstanding, however, "
        "nonetheless, nevertheless, equal to, translate~, equate~, sum, combined, collectively, result~, resulting "
        "in, giving, given, signal~, signify~, performance, basis, in percentage terms, in absolute terms, in "
        "percentage, window, span, spanning, covering, indicative, side, terms of, having been, itself, rounded, per, "
        "of which, in which, making for, made for, went on, turn~, prove~, run~, lay, lies, lying, mean, means, "
        "landed, arriving, arrived, compares, compared against, what, being, it was, it is, which, who, whose, where, "
        "there, here, when, while, whereas, but, so, also, both, respectively, as, has, have, had, having, go~, do, "
        "does, did, then, now, business, company, the (shop|store|firm), organization, organisation, out, in total, "
        "meaning, i.e, that is, thereby, thus, equal, equals, equivalent, correspond~, compared, comparing, against "
        "that, we, our, us, you, your, own, was there, during which, change~, difference, differ~, shift~, move~, "
        "movement, step~, ended, ending, ends, closed, closing, began, start~, beginning, opened, course, whole, "
        "entire, full, calendar, time, same time, timeframe, overview, according, data-wise, in terms, terms, "
        "specifically, notably, namely, meanwhile, taking, bringing, takes, brings, put~, push~, mark~, see~, "
        "experience~, show~, observe~, reflect~, represent~, found, note~, report~, come~, measure~, indicate~, "
        "outcome, set~, make~, reading, tally, count, (looking|turning) at, as for, with regard to, regarding, in "
        "(nominal|dollar|money|monetary) terms, that month, a change of, creep~, inch~, tick~, nudge~, edge~, "
        "respective, more precisely, in other words, or rather, put differently"
    ),
    "be": "was, were, is, are, be, been, being",
    "level": (
        "(come~|stand~|sit~|land~|settle~|end~|finish~|close~|arrive~|run~|average~|clock~|check~|weigh~|end~ "
        "up|come~ in|come~ out|clock~ in|check~ in|weigh~ in|wind~ up|wrap~ up|round~ out|close~ out|finish~ "
        "up|hover~) at, (come~|amount~|add~ up|run~|sum~|total~ up|come~ out|work~ out) to, work~ out at, "
        "(bring~|take~|pull~|draw~|rake~|ring~|turn~|come~) in, (rack~|chalk~|clock~|ring~|notch~) up, turn~ over, "
        "(settle~|land~|end~|close~|finish~) on, (end~ up|finish~|close~|end~) with, netted, netting, bank~, fetch~, "
        "returned, returning, score~, gather~, attain~, manage~, provide~, supplied, coming to a total of, notch~, "
        "grossed, grossing, finish~, receive~, secure~, responsible for, cover~, attract~, draw~, accumulate~, "
        "cleared, comprised of, see~, tally~, reach~, hit~, total~, totalled, totalling, bring~, generate~, recorded, "
        "recording, register~, post~, achieve~, earn~, deliver~, produce~, stand~, sit~, land~, make~ up, account~ "
        "for, contribute~, sell~, yield~, booked, booking, garner~, comprise~, constitute~, hold~, (have|has|had) a "
        "total of, log~, realize~, realise~, pull~, collect~, take~, capture~, pocket~, enter~, ended up, add~ up, "
        "make~, did, enjoy~ (revenue|sales) of"
    ),
    # What ties a number to the sentence.
    "from": "from, coming from",
    "to": "become~, to, into",
    "by": "by",
    "of": "of, for, worth, out of, valued at",
    "at": "at, with",
    "in": (
        "over the whole of, for the whole of, for all of, in all of, for the full month of, on the day of, as "
        "recorded in, as of the end of, through the whole of, over the entire, (by|at) the end of, in the month of, "
        "for the month of, in, on, during, within, throughout, through, across, over the course of, in the course of, "
        "for the duration of, in the period of, for the period of, in the period from, for the period from, over the "
        "period from, over the period of"
    ),
    "over": "over",
    "and": "and, or, plus",
    "between": (
        "(to |)(fall~|lie|lies|land~|come~ in|end~ up) between, between, ranging (from|between), anywhere "
        "(from|between)"
    ),
    "against": (
        "in relation to, (as|when|if|) (measured|set|held) (up |)against, up against, alongside, (compare~|contrast~) "
        "(with|to|against), than, versus, vs, against, (as|when|if) compared (with|to), in (comparison|contrast) "
        "(with|to), relative to, after, rather than, instead of, as against, following, on top of, as opposed to, "
        "next to, set beside, "
        "(more|less|fewer|higher|lower|greater|better|larger|smaller|bigger|worse|stronger|weaker) than"
    ),
    "exceeds": (
        "outperform~, outstrip~, overtake~, bettered, bettering, improve~ (on|upon), outdid, surpass~, beat~, topped, "
        "topping, tops, outpace~, eclipse~, exceed~, ahead of, in excess of, pass~, overshoot~"
    ),
    "falls_short": (
        "missed, trail~, lag~ behind, come~ up short of, fall~ short of, short of, undercut~, undershoot~, shy of"
    ),
    "above": "(well|far|way|just|slightly|comfortably|) above",
    "below": "(well|far|way|just|slightly|) below, under, beneath, well under",
    # Hedges of a number.
    "about": (
        "just about, in the order of, on the order of, (somewhere|something) (around|near|like), near, practically, "
        "virtually, essentially, basically, give or take, nearly, almost, close to, about, around, roughly, "
        "approximately, some, circa, an estimated, in the (region|neighborhood|neighbourhood|vicinity|area) of, more "
        "or less, effectively, approx, nearly all, or so, or thereabouts, as good as"
    ),
    "just_over": (
        "(slightly|marginally|fractionally|barely|narrowly|only just|just|a little|a bit|a touch|a shade|a hair|a "
        "tad|a fraction|somewhat) (over|above|more than|higher than|in excess of), just past, at least, upwards of, "
        "over, more than, above, well over, well above, in excess of, not far above, north of, a little north of"
    ),
    "just_under": (
        "(slightly|marginally|fractionally|barely|narrowly|only just|just|a little|a bit|a touch|a shade|a hair|a "
        "tad|a fraction|somewhat) (under|below|less than|lower than|short of|shy of|fewer than), close on, nearing, "
        "nearly, almost, close to, shy of, approaching, not quite, under, less than, below, virtually, almost a, "
        "nearly a, fewer than, not far (off|short of|below), south of"
    ),
    "edge": (
        "until, till, up until, starting, starting on, starting from, beginning, beginning on, ending, ending on, "
        "effective, through, going back to, dating back to, from"
    ),
    # Directions: verbs and nouns of a change, and comparatives.
    "up": (
        "(give~|gave) back, widen~, broaden~, (a|) (pickup|step up|pick-up), raise~, went up by, (come~|came) up, "
        "(go~|move~|trend~|tick~|edge~|inch~|nudge~|creep~|step~|pick~|ramp~|bump~|shoot~|push~|head~|drift~|climb~) "
        "(up|higher|upward|upwards), hike~, upped, heighten~, growth rate, rate of growth, rate of increase, "
        "percentage (increase|rise|gain), enjoy~, skyrocket~, bump, escalate~, upward (movement|shift|move), "
        "strengthen~, elevate~, swell~, bolster~, up, upward, upwards, rise~, grow~, growth, increase~, gain~, "
        "climb~, jump~, surge~, soar~, expand~, expansion, improve~, improvement, add~, advance~, spike~, uptick, "
        "upturn, boost~, lift~, uplift, peak~, upswing, leap~, leapt, stronger, positive change, high, up by, on the "
        "up"
    ),
    "down": (
        "took away, take~ away, gap, deficit, (fall~|drop~|tail~|taper~) (off|away), give~ up, (a|) step down, "
        "lowered, lowering, "
        "(go~|move~|trend~|tick~|edge~|inch~|nudge~|creep~|step~|come~|pull~|head~|drift~|slide~|slip~) "
        "(down|lower|downward|downwards), underperform~, rate of decline, percentage (decrease|decline|drop|fall), "
        "suffer~, soften~, softer, cool~, trim~, subside~, wane~, erode~, nosedive~, downward (movement|shift|move), "
        "dwindle~, sag~, ebb~, lessen~, pullback, cut~, down, downward, downwards, fall~, drop~, decline~, decrease~, "
        "lose~, loss, shrink~, slump~, plunge~, plummet~, reduce~, reduction, contract~, contraction, dip~, slide~, "
        "slip~, sink~, downturn, tumble~, weaker, slower, weaken~, shortfall, setback, deteriorate~, worsen~, "
        "narrow~, ease~, shed~, low, negative change, crash~, collapse~, diminish~, retreat~, recede~, downswing, "
        "slow~, down by"
    ),
    "more": (
        "more, higher, greater, larger, bigger, extra, additional, better, (more|higher|greater|larger|bigger|better) "
        "than"
    ),
    "less": "less, lower, fewer, smaller, short, behind, worse, (less|fewer|lower|smaller|worse) than",
    # What is compared.
    "previous": "previous, prior, former, preceding, earlier, past, last, old",
    # Degrees of a change: see `wording`.
    "large": (
        "sharply, sharp, significantly, significant, substantially, substantial, considerably, considerable, "
        "markedly, strongly, dramatically, dramatic, steeply, steep, notable, well, far, much, strong, greatly, "
        "major, large, big, hefty, noticeably, noticeable, clearly, clear, solid, heavily, skyrocket~, soar~, surge~, "
        "plunge~, plummet~, nosedive~, collapse~, crash~, tumble~, slump~, shoot~ up, leap~, leapt"
    ),
    "small": (
        "(edge~|inch~|nudge~|tick~|creep~) (up|down|higher|lower), slightly, slight, modestly, modest, marginally, "
        "marginal, a little, somewhat, a bit, small, minor, gently, mild, mildly, a touch, a tad, narrowly"
    ),
    # `only $5`: see `particulars`.
    "merely": "only, merely, mere, just",
    "modest": "modest, modestly, moderate, moderately",
    "period_word": (
        "period, periods, month, months, week, weeks, day, days, quarter, quarters, year, years, date, dates, "
        "monthly, weekly, quarterly, yearly, annual, annually"
    ),
    "category_word": "category, categories, segment, department, line, product category, product line",
    "region_word": "region, regions, market, area, segment",
}
