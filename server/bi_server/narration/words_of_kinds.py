"""The words that only some claims may say, by their part in the grammar; `licences` tells which claims.

`climb~` stands for all forms of a regular verb.
"""

WORDS_OF_KINDS: dict[str, str] = {
    "expected": (
        "normally seen, usually seen, ordinarily, what was anticipated, what would be normal, the norm, would "
        "normally be expected, would normally have been expected, would usually be expected, what was expected, what "
        "would be expected, than expected, expected, expectations, expectation, anticipated, usual, usually, typical, "
        "typically, normal, normally, predicted, norm, would have been expected, would be expected, estimate, "
        "estimated, baseline, expect"
    ),
    "forecast": (
        "should, should be, anticipated, is anticipated to, foreseen, foresee, foresees, is projected to, are "
        "projected to, estimated, central forecast, expectation, we expect, we anticipate, forecast~, projection, "
        "project~, outlook, likely, will, upcoming, next, points to, point to, pointing to, calls for, looking ahead, "
        "prediction, predict, predicts, predicting, anticipate, expects, will likely, is set to, are set to, set to, "
        "coming, is expected to, are expected to, would, could, most likely, point forecast, expected to, central "
        "estimate, model"
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
        "permanent, permanently, for good, lasting, has stayed there, held, since then, ever since, lasted, "
        "persisted, persists, sustained, stay~, continued, remain~, there ever since, since, average~, has averaged, "
        "new level, new"
    ),
    "level_shift": "level, levels, new, start",
    "because": (
        "explained by, because, explain~, due to, attributable, attributed, as a result of, owing to, reason, "
        "explanation, caused by, because of, thanks to, in line with, coincides with, coincided with, coinciding "
        "with, consistent with, as expected on, linked to, holiday, public holiday, bank holiday, caused, on account "
        "of"
    ),
    "perhaps": (
        "may, might, possibly, perhaps, could, potentially, may have, might have, could have, suggests, suggesting, "
        "suggest, suspected, appears, seems, possible, probably, likely, indicating, hinting, appear, seem, "
        "suspicion, potential, it is possible"
    ),
    "data": (
        "though, information, covering, spanning, start, starts, starting, begins, beginning, not available, "
        "unavailable, cannot be compared, not possible, could not be, no longer, only, data, exist~, available, "
        "compare, comparison, compared, basis, baseline, empty, missing, incomplete, imported, import, duplicate~, "
        "duplication, rows, records, again, twice, before, earlier, prior, historical, history, found, recorded, "
        "because, since, so, contains, contain, store, exists for, yet, entries, doubled, double, been, loaded, gap, "
        "lost, dataset, spans, covers, runs, running, for comparison, with which, previous, system, stored"
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
        "after checking, after reviewing, after examining, examining, examined, looked at, check~, analyzed, "
        "analysed, scanned, review~, analysis, categories, regions, found, days, detected, identified, observed, "
        "covered, covering, reveals, revealed, turned up"
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
        "outlier, abnormal, abnormally, exceptional, exceptionally, deviation, deviate~, off, far, well, out of line, "
        "surprisingly, surprising, unexpectedly, unexpected, atypical, atypically, stood out, stands out, standing "
        "out, departure, departed, sharply, way, irregular, notable, uncharacteristically, spike, dip"
    ),
    "trend": (
        "uptrend, downtrend, pointed, followed, drifted, drifting, headed, heading, gradient, trendline, trend line, "
        "over the span, from the start to the end, following, pattern, trend~, trajectory, slope~, path, direction, "
        "course, over time, tendency, from start to end, start to finish, between the start and the end, pace, rate, "
        "moving, moved"
    ),
    "relation": (
        "tendency, weak, weakly, exhibit~, display~, share, move in step, strong, strongly, moderate, moderately, "
        "correlated with, rise and fall together, rise and fall, go up and down together, go up and down, moving "
        "together, in unison, unison, hand-in-hand, jointly, opposite directions, connection, connected, similar, "
        "changes, in the same way, paired, accompanied, accompanied by, by contrast, tend~, move~, movement, "
        "movements, together, in step, in tandem, tandem, hand in hand, relationship, relation, association, "
        "associated, related, correlation, correlate~, correlations, coefficient, link, linked, follow~, followed by, "
        "lead, leads, leading, precede~, lag, lags, lagging, later, after, way, direction, directions, same, same "
        "way, same direction, opposite, opposite way, inverse, inversely, negative, negatively, positive, positively, "
        "opposing, too, as well, likewise, whenever, if, when, then, usually, often, typically, each other, one "
        "another, along with, delay, behind, other, while, side by side, pair, counter, in parallel, parallel, "
        "similarly, generally, in sync, sync, goes, go, going"
    ),
    "partial": (
        "a day that is, a day which is, so far, to date, still, going on, underway, under way, in progress, not yet "
        "over, not over yet, ongoing, until now, yet, not complete, incomplete, as it stands, unfinished"
    ),
    "began": (
        "begun, commence~, got under way, started to sell, began selling, begun selling, first appeared, first sale, "
        "begin, begins, began, beginning, first, only, whole, started, starts, starting, started selling, first-time, "
        "newly, new, debut, debuted, initial, entered"
    ),
    "ended": (
        "came to an end, concluded, last sale, final sale, last, stopped, ceased, ended, ceased selling, dried up, "
        "final, latest, disappeared, vanished, halted, no longer, yet"
    ),
    "per_day": (
        "on a daily basis, a day on average, daily, per day, a day, each day, every day, average daily, daily "
        "average, day-to-day, average~, on average, per-day"
    ),
    "offset": (
        "partly offset by, partially offset by, offset in part by, partly compensated by, partially compensated by"
    ),
    # Nouns of metrics.
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
}
