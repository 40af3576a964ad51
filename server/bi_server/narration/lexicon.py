"""The closed vocabulary of what may be said about a claim, each word with its part in the grammar.

A word that stands neither here nor in the claim's own draft is refused, so causes, goals, ranks, advice and names that
no fact carries need no list of their own. A phrase of several words comes before its parts. To let the model
say more, add the word to its part; `roles` says what the parts mean beside a number, `licences` what a part needs.
"""

import re

_PARTS: dict[str, str] = {
    # Words without a claim of their own.
    "article": (
        "there's, it's, that's, figures, a, an, the, its, their, this, that, these, those, it, they, total, overall, "
        "all, value, figure, amount, level, number, size, altogether, just"
    ),
    "filler": (
        "in all, all told, as a whole, in comparison, by comparison, to be precise, ultimately, standing, indeed, in "
        "that time, upon, altogether, coming, actual, actually, alone, left, leaving, leave, occurred, occurring, "
        "happened, took place, taking place, though, although, even, equal to, translating, translates, translated, "
        "equating, equates, equated, sum, combined, collectively, resulting, resulting in, giving, given, marking, "
        "signaling, signifying, performance, results, basis, in percentage terms, in absolute terms, in percentage, "
        "window, span, spanning, covering, indicative, side, terms of, having been, itself, rounded, exactly, "
        "precisely, per, of which, in which, making for, made for, went on, turned, turning, proved, proving, ran, "
        "running, lay, lies, lying, mean, means, landed, arriving, arrived, compares, compared against, moving, what, "
        "being, it was, it is, which, who, where, there, here, when, while, whereas, but, so, also, both, "
        "respectively, as, has, have, had, having, went, going, goes, do, does, did, then, now, business, company, "
        "out, in total, meaning, i.e, that is, thereby, thus, equal, equals, equivalent, corresponding, corresponds, "
        "compared, comparing, against that, we, our, was there, during which, change, changed, changes, difference, "
        "differed, shift, shifted, shifting, shifts, moved, movement, step, stepped, ended, ending, ends, closed, "
        "closing, began, start, started, starting, starts, beginning, opened, course, whole, entire, full, calendar, "
        "time, same time, timeframe, overview, according, data-wise, in terms, terms, specifically, notably, namely, "
        "meanwhile, taking, bringing, takes, brings, put, puts, putting, pushing, mark, marks, marked, saw, seen, "
        "sees, seeing, experienced, experiencing, experiences, show, shows, showed, shown, showing, observed, "
        "reflecting, reflects, represents, represented, representing, found, noted, reported, comes, come, came, "
        "measured, indicates, indicating, indicated, indicate, result, outcome, set, sets, setting, making, makes, "
        "made"
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
        "with, comprised of, rang up, raked in, saw, tallied, reached, reaching, reaches, reach, hit, hits, hitting, "
        "totaled, totalled, totaling, totalling, totals, came in at, coming in at, came in, coming in, came to, "
        "coming to, comes to, comes in at, amounted to, amounting to, amounts to, brought in, bringing in, brings in, "
        "brought, generated, generating, generates, recorded, recording, registered, registering, posted, posting, "
        "achieved, achieving, earned, earning, took in, taking in, delivered, delivering, delivers, produced, "
        "producing, produces, stood at, standing at, stands at, stood, landed at, settled at, settling at, ended at, "
        "ending at, finishing at, closed at, made up, making up, makes up, make up, accounted for, accounting for, "
        "accounts for, account for, contributed, contributing, contributes, contribute, sold, selling, yielded, "
        "yielding, yields, booked, booking, garnered, garnering, comprised, comprises, comprising, constituted, "
        "constitutes, constituting, held, holding, holds, had a total of, sitting at, sat at, arrived at, arriving "
        "at, ran at, running at, logged, realized, pulled in, collected, took, captured, captures"
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
        "bettering, improved on, improving on, outdid, exceeded, exceeding, exceeds, surpassed, surpassing, "
        "surpasses, beat, beating, beats, topped, topping, tops, outpaced, outpacing, eclipsed, eclipsing, exceed, "
        "ahead of, in excess of, passed, passing"
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
        "increase, percentage increase, percentage rise, percentage gain, pushed up, trending up, enjoy, enjoyed, "
        "enjoying, enjoys, skyrocketed, skyrocketing, ramped up, inched up, nudged up, bumped up, bump, hike, "
        "escalated, escalating, upward movement, upward shift, upward move, strengthen, elevated, swelling, "
        "bolstered, up, upward, upwards, rise, rises, rising, risen, rose, grow, grows, growing, grown, grew, growth, "
        "increase, increases, increased, increasing, gain, gains, gained, gaining, climb, climbs, climbed, climbing, "
        "jump, jumps, jumped, jumping, surge, surges, surged, surging, soar, soars, soared, soaring, expand, expands, "
        "expanded, expanding, expansion, improve, improves, improved, improving, improvement, went up, going up, goes "
        "up, go up, gone up, add, adds, added, adding, advance, advances, advanced, advancing, spike, spikes, spiked, "
        "spiking, uptick, upturn, boost, boosted, lift, lifted, uplift, peaked, peak, peaking, picked up, picking up, "
        "moved up, moving up, stepped up, stepping up, upswing, rose up, leap, leapt, leaped, leaps, stronger, "
        "strengthened, strengthening, swelled, positive change, ticked up, edged up, high, shot up, going upward"
    ),
    "down": (
        "underperformed, underperforming, moved lower, went lower, trended lower, rate of decline, percentage "
        "decrease, percentage decline, percentage drop, percentage fall, pulled down, trending down, suffer, "
        "suffered, suffering, suffers, softened, softening, softer, cooled, cooling, trimmed, subsided, waned, "
        "eroded, nosedived, inched down, nudged down, downward movement, downward shift, downward move, dwindle, "
        "sagged, receding, ebbed, lessened, lessening, pullback, cut, cuts, down, downward, downwards, fall, falls, "
        "falling, fallen, fell, drop, drops, dropped, dropping, decline, declines, declined, declining, decrease, "
        "decreases, decreased, decreasing, lose, loses, lost, losing, loss, shrink, shrinks, shrank, shrunk, "
        "shrinking, slump, slumps, slumped, slumping, plunge, plunges, plunged, plunging, plummet, plummeted, "
        "plummeting, reduce, reduced, reducing, reduction, contract, contracted, contracting, contraction, dip, dips, "
        "dipped, dipping, slide, slid, sliding, slip, slips, slipped, slipping, sank, sink, sinking, sunk, went down, "
        "going down, goes down, go down, gone down, downturn, came down, coming down, moved down, moving down, "
        "stepped down, stepping down, tumble, tumbled, tumbling, weaker, weakened, weakening, shortfall, setback, "
        "deteriorated, worsened, narrowed, eased, easing, shed, shedding, low, negative change, ticked down, edged "
        "down, crashed, collapsed, dwindled, dwindling, diminished, retreated, receded, downswing, slowed"
    ),
    "more": "more, higher, greater, larger, bigger, extra, additional, better, more than, higher than, greater than",
    "less": "less, lower, fewer, smaller, short, behind, worse, less than, fewer than, lower than",
    # What is compared.
    "previous": "previous, prior, former, preceding, earlier, past, last",
    "expected": (
        "normally seen, usually seen, ordinarily, what was anticipated, what would be normal, the norm, would "
        "normally be expected, would normally have been expected, would usually be expected, what was expected, what "
        "would be expected, than expected, expected, expectations, expectation, anticipated, usual, usually, typical, "
        "typically, normal, normally, predicted, norm, would have been expected, would be expected, estimate, "
        "estimated, baseline, expect"
    ),
    "forecast": (
        "should, should be, anticipated, is anticipated to, foreseen, foresee, foresees, is projected to, are "
        "projected to, estimated, central forecast, expectation, we expect, we anticipate, forecast, forecasts, "
        "forecasted, projected, projection, project, projects, projecting, outlook, likely, will, upcoming, next, "
        "points to, point to, pointing to, calls for, looking ahead, prediction, predict, predicts, predicting, "
        "forecasting, anticipate, expects, will likely, is set to, are set to, set to, coming, is expected to, are "
        "expected to, would, could, most likely, point forecast, expected to, central estimate, model"
    ),
    "range": (
        "range, ranges, ranging, interval, intervals, band, bounds, bound, confidence, certainty, prediction "
        "interval, confidence interval, confidence range, prediction range, probability, anywhere, somewhere, likely "
        "range, confidence level, level of confidence, uncertainty, probable range"
    ),
    "mostly": (
        "mostly, mainly, largely, chiefly, primarily, concentrated, most, bulk, majority, led by, predominantly, "
        "especially, particularly, the bulk of, most of, principally, mostly due to, mainly due to, primarily due to, "
        "largely due to, chiefly due to, mostly because of, mainly because of, primarily because of, largely because "
        "of, the majority of, driven mostly by, driven mainly by, driven primarily by, driven largely by, mainly "
        "driven by, mostly driven by, primarily driven by, largely driven by, concentrated in"
    ),
    # What only some claims may say.
    "flat": (
        "on par with, on a par with, no different from, barely changed, hardly changed, little changed, barely moved, "
        "hardly moved, largely unchanged, almost unchanged, virtually unchanged, practically unchanged, nearly "
        "unchanged, essentially unchanged, unchanged, flat, same, identical, matched, matching, matches, no change, "
        "stable, level with, stayed, stays, remained, remains, remaining, staying, no difference, steady, in line, "
        "constant, did not change, has not changed, equaled, equalled, equal to, held steady, holding steady, neither "
        "rose nor fell, even"
    ),
    "best": (
        "best, strongest, highest, top, record, records, high point, all-time high, record-high, record high, "
        "greatest, biggest, largest, high"
    ),
    "worst": (
        "worst, weakest, lowest, poorest, record low, record-low, low point, all-time low, smallest, slowest, "
        "softest, low"
    ),
    "record": (
        "since, of any, any, record, records, stretch, on record, seen since, tracked, history, set, new, making, "
        "breaking, broke, broken, mark, milestone, bar, surpassing"
    ),
    "lasting": (
        "has stayed, has remained, have stayed, has held, has held steady, has since remained, has not changed since, "
        "stayed, remained, remains, staying, permanent, permanently, for good, lasting, has stayed there, held, since "
        "then, ever since, lasted, persisted, persists, sustained, stay, stays, continued, remain, there ever since, "
        "since, averaging, averaged, average, has averaged, new level, new"
    ),
    "level_shift": "level, levels, new, start",
    "because": (
        "explained by, because, explains, explained, explain, explaining, due to, attributable, attributed, as a "
        "result of, owing to, reason, explanation, caused by, because of, thanks to, in line with, coincides with, "
        "coincided with, coinciding with, consistent with, as expected on, linked to, holiday, public holiday, bank "
        "holiday, caused, on account of"
    ),
    "perhaps": (
        "may, might, possibly, perhaps, could, potentially, may have, might have, could have, suggests, suggesting, "
        "suggest, suspected, appears, seems, possible, probably, likely, indicating, hinting, appear, seem, "
        "suspicion, potential, it is possible"
    ),
    "data": (
        "though, information, covering, spanning, start, starts, starting, begins, beginning, not available, "
        "unavailable, cannot be compared, not possible, could not be, no longer, only, data, exists, exist, existed, "
        "available, compare, comparison, compared, basis, baseline, empty, missing, incomplete, imported, import, "
        "duplicate, duplicated, duplicates, duplication, rows, records, again, twice, before, earlier, prior, "
        "historical, history, found, recorded, because, since, so, contains, contain, store, exists for, yet, "
        "entries, doubled, double, been, loaded, gap, lost, dataset, spans, covers, runs, running, for comparison, "
        "with which, previous, system, stored"
    ),
    "none_had": "no day, no week, no month, no other day, no other week, no other month, no single day",
    "lasted_until": (
        "lasted until, lasting until, remained until, stayed until, stayed there until, remained there until, held "
        "until"
    ),
    "suspected": (
        "due to, because of, caused by, the result of, a result of, owing to, stem from, explained by, reflect, "
        "attributable to"
    ),
    "checked": (
        "after checking, after reviewing, after examining, checking, reviewing, examining, checked, examined, "
        "reviewed, looked at, check, checks, analyzed, analysed, scanned, review, analysis, categories, regions, "
        "found, days, detected, identified, observed, covered, covering, reveals, revealed, turned up"
    ),
    "calm": (
        "nothing unusual stood out, nothing unusual, nothing out of the ordinary, nothing abnormal, nothing stood "
        "out, nothing stands out, no anomalies, no unusual activity, no unusual days, no unusual movements, no "
        "unusual changes, no unusual patterns, nothing anomalous, nothing remarkable, no outliers, nothing notable, "
        "nothing unexpected, nothing atypical, no irregularities, no unusual events, no unusual results, nothing "
        "irregular"
    ),
    "season": (
        "every year, each year, each of the years, in every year, every, each, seasonal, seasonally, season, times, "
        "as much as, as much, since, always, typically, usually, regularly, tends to, would, the level of, the size "
        "of"
    ),
    "average_month": (
        "average month, average months, ordinary month, ordinary months, typical month, typical months, normal month, "
        "normal months, usual month, average month's, ordinary month's, typical month's, average month's revenue"
    ),
    "unusual": (
        "stood apart, notably, strikingly, much, significantly, unusual day, unusual, unusually, anomaly, anomalous, "
        "outlier, abnormal, abnormally, exceptional, exceptionally, deviated, deviation, deviating, deviates, "
        "deviate, off, far, well, out of line, surprisingly, surprising, unexpectedly, unexpected, atypical, "
        "atypically, stood out, stands out, standing out, departure, departed, sharply, way, irregular, notable, "
        "uncharacteristically, spike, dip"
    ),
    "trend": (
        "uptrend, downtrend, pointed, followed, sloped, sloping, drifted, drifting, headed, heading, gradient, "
        "trendline, trend line, over the span, from the start to the end, following, pattern, trend, trends, trended, "
        "trending, trajectory, slope, path, direction, course, over time, tendency, from start to end, start to "
        "finish, between the start and the end, pace, rate, moving, moved"
    ),
    "relation": (
        "tendency, weak, weakly, exhibit, exhibits, exhibited, display, displays, displayed, share, move in step, "
        "strong, strongly, moderate, moderately, correlated with, rise and fall together, rise and fall, go up and "
        "down together, go up and down, moving together, in unison, unison, hand-in-hand, jointly, opposite "
        "directions, connection, connected, similar, changes, in the same way, paired, accompanied, accompanied by, "
        "by contrast, tend, tends, tended, move, moves, moving, moved, movement, movements, together, in step, in "
        "tandem, tandem, hand in hand, relationship, relation, association, associated, related, correlation, "
        "correlated, correlates, correlate, correlations, coefficient, link, linked, follow, follows, following, "
        "followed, followed by, lead, leads, leading, precede, precedes, preceded, preceding, lag, lags, lagging, "
        "later, after, way, direction, directions, same, same way, same direction, opposite, opposite way, inverse, "
        "inversely, negative, negatively, positive, positively, opposing, too, as well, likewise, whenever, if, when, "
        "then, usually, often, typically, each other, one another, along with, delay, behind, other, while, side by "
        "side, pair, counter, in parallel, parallel, similarly, generally, in sync, sync, goes, go, going"
    ),
    "partial": (
        "a day that is, a day which is, so far, to date, still, going on, underway, under way, in progress, not yet "
        "over, not over yet, ongoing, until now, yet, not complete, incomplete, as it stands, unfinished"
    ),
    "began": (
        "begun, commenced, commencing, commence, got under way, started to sell, began selling, begun selling, first "
        "appeared, first sale, begin, begins, began, beginning, first, only, whole, started, starts, starting, "
        "started selling, first-time, newly, new, debut, debuted, initial, entered"
    ),
    "ended": (
        "came to an end, concluded, last sale, final sale, last, stopped, ceased, ended, ceased selling, dried up, "
        "final, latest, disappeared, vanished, halted, no longer, yet"
    ),
    "per_day": (
        "on a daily basis, a day on average, daily, per day, a day, each day, every day, average daily, daily "
        "average, day-to-day, averaged, averaging, average, on average, per-day"
    ),
    "large": (
        "sharply, sharp, significantly, significant, substantially, substantial, considerably, considerable, "
        "markedly, strongly, dramatically, dramatic, steeply, steep, notable, well, far, much, strong, greatly, "
        "major, large, big, hefty, noticeably, noticeable, clearly, clear, solid, heavily, skyrocketed, skyrocketing, "
        "soar, soared, soaring, surge, surged, surging, plunge, plunged, plunging, plummet, plummeted, plummeting, "
        "nosedived, collapsed, crashed, tumble, tumbled, tumbling, slumped, shot up"
    ),
    "small": (
        "edged up, edged down, inched up, inched down, nudged up, nudged down, ticked up, ticked down, slightly, "
        "slight, modestly, modest, marginally, marginal, a little, somewhat, a bit, small, minor, gently, mild, "
        "mildly"
    ),
    # `only $5`: see `particulars`.
    "merely": "only, merely, just",
    "offset": (
        "partly offset by, partially offset by, offset in part by, partly compensated by, partially compensated by"
    ),
    "modest": "modest, modestly, moderate, moderately",
    "period_word": (
        "period, periods, month, months, week, weeks, day, days, quarter, quarters, year, years, date, dates, "
        "monthly, weekly, quarterly, yearly, annual, annually"
    ),
    # Nouns of metrics, and of what segments are.
    "revenue": (
        "revenue, revenues, sales, turnover, takings, income, sales revenue, total revenue, total sales, sales figures"
    ),
    "orders": "orders, order count, order volume, number of orders, purchases",
    "units": "units, units sold, items sold, unit sales",
    "customers": "customers, buyers, number of customers, customer count",
    "visits": "visits, traffic, site traffic, visitors, number of visits",
    "average_order_value": (
        "mean order value, average order value, AOV, average order, order value, average basket, average value per "
        "order, average order size"
    ),
    "conversion_rate": "conversion rate, conversion, rate of conversion",
    "revenue_per_unit": (
        "average revenue per unit, average unit price, per unit, revenue per unit, price per unit, average price, "
        "unit price, revenue per unit sold, average price per unit, sales per unit"
    ),
    "share": "share, shares, proportion, portion, percentage share, revenue share, slice",
    "category_word": "category, categories, segment, department, line, product category, product line",
    "region_word": "region, regions, market, area, segment",
}

NOUNS = (
    "revenue",
    "orders",
    "units",
    "customers",
    "visits",
    "average_order_value",
    "conversion_rate",
    "revenue_per_unit",
    "share",
)
"""Parts that name what a number counts."""


def _lexicon() -> dict[str, frozenset[str]]:
    parts: dict[str, set[str]] = {}
    for part, words in _PARTS.items():
        for word in words.split(","):
            parts.setdefault(word.strip().lower(), set()).add(part)
    return {word: frozenset(found) for word, found in parts.items()}


LASTED_UNTIL = tuple(phrase.strip() for phrase in _PARTS["lasted_until"].split(","))

WORDS = _lexicon()
"""From a word or phrase, in lower case, to its parts."""

PHRASES = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        re.sub(r"\\?[ -]", "[ -]", re.escape(p)) for p in sorted(WORDS, key=len, reverse=True) if " " in p or "-" in p
    )
    + r")(?![\w-])",
    re.IGNORECASE,
)
"""Phrases of several words, the longest first."""
