"""Words of changes, shares, ranks, forecasts and relations that only some claims may say: see `licences`."""

WORDS_OF_KINDS: dict[str, str] = {
    "forecast": """
        probably, very likely, expecting, (should|will) (be|reach|come in at|come to|come out at|total|amount to|land
        at|stand at|bring in|generate|hit), (is|are)
        (likely|set|due|projected|forecast|expected|predicted|anticipated|estimated) (to|at), (the|our| this)
        forecast (is|calls|stands|puts), foresee~, envisage~, expected, (the|its|in the) (coming|upcoming|next), end~
        up, land~, should, anticipated, foreseen, estimated, central forecast, expectation, we expect, we anticipate,
        forecast~, projection, project~, outlook, likely, will, upcoming, next, points to, point to, pointing to, calls
        for, looking ahead, prediction, predict, predicts, predicting, anticipate, expects, will likely, set to, coming,
        would, could, most likely, point forecast, expected to, central estimate, model
    """,
    "range": """
        likely to fall in, (fall|falls|lie|lies|land|lands) within, chance, likelihood, odds, most probably,
        in all likelihood, margin, spread, corridor, interval estimate,
        plausible range, (upper|lower) (bound|limit|end), limits, sure, certain, confident, degree of certainty, low
        end, high end, range, ranges, ranging, interval, intervals, band, bounds, bound, confidence, certainty,
        prediction interval, confidence interval, confidence range, prediction range, probability, anywhere, somewhere,
        likely range, confidence level, level of confidence, uncertainty, probable range
    """,
    # One order, customer or incident that carries a change or turns it: see `carried`.
    "one_order": "order, purchase, transaction, refund, sale",
    "one_customer": """
        customer's, client's, buyer's, customer, client, buyer, shopper, purchaser, account, single, individual, (a|one)
        single, sole, placed, made, received, taken
    """,
    "spends": """
        spend, spends, spent, spending, purchases, business with us, placed, paid, bought, buying
    """,
    "carries": """
        owe~ (most|much|) to, owes most to, because, because of, thanks to, due to, owing to, as a result of, (the
        |)(main |chief |primary |biggest |sole | single |)(reason|reasons|cause) (that|why|for|is|was|behind), explain~,
        (hinge~|rest~|depend~|hang~|hung) on, trace~ (back |)to, (go~|went) back to, (lies|lay|is|was|were|are) behind,
        alone, main, largest
    """,
    "without": """
        take~ (away|out), leave~ aside,
        without, exclude~, leave~ out, aside, (set|setting|put|putting|leave|leaving|left) aside, remove~, minus,
        absent, apart from, except for, not counting, stripping out, stripped of, discounting, ignoring, disregarding,
        had it not been for, were it not for, if not for, but for, net of, taking out, taken out, omitting,
        adjusted, adjusting, allowing for, correcting for, corrected for, adjusted for
    """,
    # Of days that were not as expected, what they did to a change, and the change that they are put right for.
    "adjusted": """
        overstate~, understate~, flatter~, inflate~, exaggerate~, dampen~, depress~, distort~, mask~, unusual,
        unusually, exceptional, exceptionally, abnormal, abnormally, low, weak, poor, quiet, slow, high, strong, busy,
        once, because, correct~, put right, fair, fairer, comparable, as reported, reported, part of that, partly, in
        part, due to
    """,
    "would": "otherwise, not, would (have|have been|be|become|have become|), might have, if, had",
    # What a part did of a change.
    "contributes": """
        (can be|could be|is|was|are|were|be) (traced|attributed|ascribed|put down|credited) (back |)to, account~ for,
        accountable for, contribute~, make~ up, provide~, supplied, deliver~, add~, represent~, constitute~, responsible
        for, (was|is|were|are) behind, drive~, driven by, explain~, (attributable|attributed|owed|due|down) to, stem~,
        originate~, arise~, derive~, generate~, come~, traceable to, produce~, shoulder~, bear~, carry~, led by,
        concentrated in, part of (it|that|this), lie~, lay, fall~ on, occur~, happen~, take~ place, was made, were made,
        where
    """,
    "mostly": """
        (the |)(main|greater|larger|better|biggest|largest) part of, (the |)(main|greater|larger|better|biggest|largest)
        part, the main share of, attributable to, (mostly|mainly|largely|chiefly|primarily|principally|predominantly)
        (in|from|within|due to|because of|driven by|down to|on account of|owing to|as a result of|thanks to|attributable
        to|caused by|led by|on the back of), for the most part, the (vast|large|great|) (majority|bulk|lion's share), in
        the main, (most|much|nearly all|almost all) of (it|that|this|which|them), mostly, mainly, largely, chiefly,
        primarily, concentrated, most, bulk, majority, led by, predominantly, especially, particularly, the bulk of,
        most of, principally, the majority of, driven mostly by, driven mainly by, driven primarily by, driven largely
        by, concentrated in
    """,
    "effect": """
        price effect, net, net of, the net of, count~ for, the balance of, the net result of, another, a
        further, further, effect,
        effects, impact, an effect, the effect, net effect
    """,
    # `on a par with $5`
    "same_as": """
        (exactly|almost exactly|just|precisely|just about|nearly|almost|roughly) what, (just|exactly|much|the same) as
        (in|for|during|it was in|it did in|it had in|on), as it (was|did) (in|on), (on a par|on par|level|identical|
        even|equal|in line|comparable|similar|close|consistent) (with|to), (the|exactly the|) same as, no different
        (from|to|than), unchanged (from|on|against|versus), as good as, the (same|equal) of, a match for, little
        different (from|to), not different from, much like, matching, matched, matches, equalled, equaled, (barely|
        hardly|scarcely) (above|below|different from|changed from)
    """,
    "flat": """
        in each (month|week|day|period), did not change, (about|roughly|just|exactly|almost|nearly|) as (much|many),
        (next to|little|hardly any|barely any|scarcely any|no real|no|no significant|no material|virtually no|almost no|
        practically no) (no |)(change|difference|movement|variation), (little|hardly|barely|scarcely) (a|any)
        (difference|change), next to nothing, (hardly|barely|scarcely|little) (changed|moved|different|budged), (barely|
        hardly|scarcely|little) differ~( from|), differ~ (little|barely|hardly|scarcely) from, little different from,
        (barely|hardly) any different from, much the same, (barely|hardly|scarcely|little|largely|almost|virtually|
        practically|nearly|essentially|basically|broadly|effectively|more or less|roughly|just about) (changed|moved|
        unchanged|the same|flat|stable|level|identical|constant|steady), (on a par|on par|level|identical|even|equal|in
        line) (with|to), unchanged from, held (flat|level|firm|stable|steady), neither (up nor down|grew nor shrank|
        increased nor decreased), repeat~, equal~, did not (move|differ), static, flatlined, plateaued, alike, no
        different from, unchanged, flat, same, identical, matched, matching, matches, stable, stayed, stays, remained,
        remains, remaining, staying, steady, in line, constant, did not change, has not changed, equalled, holding
        steady, neither rose nor fell, neither (gained|rose|grew|won|increased) nor (lost|fell|shrank|declined|dropped),
        in each( case|), even
    """,
    "best": """
        all-time high, all-time (daily|weekly|monthly) high,
        the most, highest point, best-ever, most successful, top-performing, best-performing, peak, best,
        strongest, highest, top,
        record, records, high point, record-high, record high, greatest, biggest, largest, high
    """,
    "worst": """
        worst-performing, minimum, lowest point, worst, weakest, lowest, poorest, record low, record-low, low
        point, smallest,
        slowest, softest, low
    """,
    "record": """
        matched, equalled, equaled, rivalled, rivaled, come close to, came close to, (reached |)as much as, every
        (other| single|previous|prior|preceding|earlier|) (month|day|week), (any|all)
        (other|previous|prior|preceding|earlier|) (months|days|weeks|month|day|week), data, data since, data
        (going|reaching|dating) back to, any other, since (the |)(data|records) (begins|began|starts|started)( on|),
        (so|thus) far, seen, on file, to date, all, every other, in the data, recorded, since, of any, any, record,
        records, stretch, on record, seen since, tracked, set, new, making, breaking, broke, broken, mark, milestone,
        bar, surpassing
    """,
    "because": """
        why, attributed to, attributable to, accounts for, accounted for, (is|was|being) the (reason|explanation|cause),
        as it was, day off, down to, (in|with) observance of, observed, celebrated, explained by, because, explain~, due
        to, attributable, attributed, as a result of, owing to, reason, explanation, caused by, because of, thanks to,
        in line with, coincides with, coincided with, coinciding with, consistent with, as expected on, linked to,
        holiday, public holiday, bank holiday, caused, on account of
    """,
    "none_had": """
        never, no( single| other| earlier| previous| prior|) (day|week|month)
    """,
    "relation": """
        trail~, came before, come before, comes before, came after, comes after, run~ ahead, run~ behind, foreshadow~,
        vice, versa, led, echo~, no( time|) (lag|delay), (does|do|is) not (prove|mean|show|imply|proof) that
        (one|either|one of them|either of them) (causes|drives) the other, is not proof of a cause, coefficient of,
        links, linking, sometimes, frequently, commonly, afterwards, afterward, thereafter, later on, in response,
        mirror~, shadow~, track~, in the other direction, contrary, contrarily, in opposition, against each other,
        against one another, mutually, one day, sequence, before, first, ahead, follow~ suit, coincide~, next,
        subsequent, subsequently, the day after, alongside, on days when, on days, days when, days, day, tie~, tied to,
        went hand in hand, inclined, prone, likely, in lockstep, in concert, where, accordingly, in turn, respond~,
        tendency, weak, weakly, exhibit~, display~, share, move in step, strong, strongly, moderate, moderately,
        correlated with, rise and fall together, rise and fall, go up and down together, go up and down, moving
        together, in unison, unison, hand-in-hand, jointly, opposite directions, connection, connected, similar,
        changes, in the same way, paired, accompanied, accompanied by, by contrast, tend~, move~, movement, movements,
        together, in step, in tandem, tandem, hand in hand, relationship, relation, association, associated, related,
        correlation, correlate~, correlations, coefficient, link, linked, follow~, followed by, lead, leads, leading,
        precede~, lag, lags, lagging, later, after, way, direction, directions, same, same way, same direction,
        opposite, opposite way, inverse, inversely, negative, negatively, positive, positively, opposing, too, as well,
        likewise, whenever, if, when, then, usually, often, typically, each other, one another, along with, delay,
        behind, other, while, side by side, pair, counter, in parallel, parallel, similarly, generally, in sync, sync,
        goes, go, going
    """,
    "per_day": """
        (has|have) averaged, (has|have) been averaging, (each|every|a|per|one|an average|the average|a typical) day,
        (day's|days') (revenue|sales), (on an|an) average day, daily (level|average|rate|figure), revenue per day, sales
        per day, per-day basis, on a per-day basis, day on average, on a daily basis, a day on average, daily, average
        daily, day-to-day, average~, on average, per-day
    """,
    "offset": """
        offset~, recoup~, recover~, claw~ back, win~ back, won back, (partly|partially) (recouping|recovering), make~
        good, (only |)(partly|partially|in part|somewhat) (made up|make up|makes up|making up|compensate~|compensated|
        compensating) for, (partly|partially|in part|somewhat) (offset|compensated|balanced|cushioned|made up|countered)
        (by|for by), (was|were) (partly|partially) (offset|compensated) by, (partly|partially) (offset|compensated),
        offset in part by
    """,
    "exact": """
        exactly, precisely, to be exact, to be precise, actual, actually
    """,
    "concentration": """
        herfindahl, herfindahl index, (herfindahl-hirschman|concentration) index, index of concentration, index
    """,
    "largest": """
        (the|) (largest|biggest|highest|greatest) (share|part|contribution|proportion|portion)
    """,
    "outweighs": """
        outweigh~, more than (offset|made up for|compensated for|balanced|cancelled out)
    """,
    "outweighed_by": """
        outweighed by, more than (offset|made up for|compensated for|balanced) by
    """,
    "explains": """
        explain~, (is|are|was|were) behind
    """,
    "owed": """
        (mostly|mainly|largely|chiefly|primarily) (from|the result of|down to|through), (came|come|comes|coming)
        (mostly|mainly|largely|chiefly|primarily) (from|through), driven (mainly|mostly|largely|primarily|entirely) by,
        (mostly|mainly|largely|chiefly|primarily|entirely|) (because|because of|due to|owing to|thanks to|driven by|as a
        result of|on account of|attributable to|on the back of)
    """,
    "negative": """
        negative, (into|in) negative territory, below zero, (into|in) the red, minus
    """,
    "costs": """
        cost, costs, costing, take~ (away|off), subtract~, remove~, shave~ off, wipe~ out
    """,
    "spent": """
        led to, on each, per basket, each (was|is|were|being) worth,
        the average, an average, average, who bought, who buy, buying, placing, ordering, ordered, who ordered,
        shopping, paying, (at |)(an|the) average of, at an average, averag~, each time, on average, spend, spends,
        spent, spending, paid, pay, pays, placed, bought, buy
    """,
    "spenders": """
        customers, shoppers, buyers, customer, the average customer
    """,
}
