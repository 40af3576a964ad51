"""Words without a claim of their own, whatever stands beside them: listed by part of speech, to be generous with.

Not here: what tells a cause, an advice, a forecast, a rank, a goal, that something lasts, returns or speeds up, a
quantifier (`every`, `only`), a negation, a judgement (`healthy`, `disappointing`), or any name.
"""

_DETERMINERS = """
    a, an, the, its, their, this, that, these, those, it, they, it's, that's, there's, all, total, just, such,
    altogether, combined total, grand total, respective, (a|the|) (full|whole|entire|overall|combined|aggregate), a
    (total|sum) of, an amount of
"""
_OF_A_NUMBER = """
    value, figure, figures, amount, amounts, level, number, numbers, size, sum, tally, count, reading, aggregate
"""

_PRONOUNS = """
    how (much|far|fast), itself, them, themselves, ones, one, ours, theirs, both, we, our, us, you, your, own, which,
    who, whom, whose, what, where, there, here, of which, in which, during which, for which, at which, it was, it is,
    was there, the latter, that of, those of
"""
_CONNECTIVES = """
    and yet, yet, as, but, but rather, so, so that, also, while, whilst, whereas, when, though, although, albeit, even,
    even though, even as, even with, despite, in spite of, notwithstanding, however, nonetheless, nevertheless, all the
    same, meanwhile, in the meantime, at the same time, same time, simultaneously, concurrently, then, now, by
    comparison, in comparison, by contrast, in contrast, conversely, on the other hand, on the one hand, instead,
    rather, or rather, otherwise, equally, moreover, furthermore, additionally, in addition, besides, as well, along
    with, together with, as well as, coupled with, for its part, for their part, in turn, thereby, thus, in doing so, in
    so doing, in the process, in this way, as such, being, having been, upon, via, towards, toward, onto, regarding,
    concerning, with regard to, with respect to, in respect of, in regard to, as for, as to, as regards, when it comes
    to, in the case of, in terms of, in terms, terms, terms of, in the form of, on the basis of, based on, according,
    against that, (looking|turning|shifting|moving|switching) (at|to)
"""
_ADVERBS = """
    especially, single, to the (krona|yen|dollar|euro|cent|pound|franc), on the face of it, directly, overall, evenly,
    per se, in essence, in reality, as far as, insofar as, (still| nevertheless) (manage~|made|earned|brought
    in|took|sold|reached), respectively, specifically, namely, notably, indeed, in fact, in effect, in practice, that is
    to say, i.e, i.e., viz, to wit, more precisely, more specifically, more exactly, in other words, put differently,
    put another way, stated differently, to put it differently, expressed differently, simply put, put simply, in short,
    in brief, briefly, in a nutshell, in sum, in summary, to sum up, summing up, summed up, all told, all in all, in
    all, in total, on the whole, as a whole, across the board, taken together, taken as a whole, taken separately,
    together, jointly, collectively, combined, separately, individually, independently, alone, on its own, by itself,
    between them, at that, in the end, at the end, in the final count, at the close, ultimately, eventually, finally,
    out, forth, along, apiece, proportionally, proportionately, correspondingly, relatively, comparatively, in
    percentage terms, in percentage, in relative terms, in proportional terms, in absolute terms, in
    (nominal|dollar|money| monetary|cash|value) terms, numerically, data-wise, money-wise, per, circa, quite, rather,
    fairly, pretty, very, altogether, even then, in question, under review, under consideration, concerned, involved, so
    to speak, as it were, as shown, as (recorded|reported|measured|noted|seen|indicated), as the (figures|numbers) show,
    on paper
"""
_TIME_ADVERBS = """
    over that time, over this time, in that time, during that time, during this time, in this time, at that time, at the
    time, at this time, meantime, that month, time, timeframe, time frame, calendar, over time, presently, on
    the way, along the way, as time went on
"""
_VERBS_OF_TELLING = """
    see~, witness~, experience~, undergo~, show~, display~, exhibit~, observe~, reflect~, represent~, constitute~,
    note~, notice~, report~, recorded, recording, measure~, indicate~, signal~, signify~, denote~, reveal~, imply~,
    confirm~, demonstrate~, illustrate~, highlight~, depict~, describe~, state~, express~, mark~, find~, spot~,
    identify~, document~, mean, means, meaning, meant, translate~, correspond~, equate~, equal, equals, equalling,
    equaling, equal to, equivalent, equivalent to, amount~, include~, involve~, entail~, encompass~, incorporate~,
    comprise~, (consist~|is composed|was composed|is made up|was made up) of, made up, accompany~, present~
"""
_VERBS_OF_HAPPENING = """
    materialize~, materialise~, emerge~, feature~, shape~ up, play~ out, pan~ out, fare~, perform~, behave~, pass~,
    happen~, occur~, take~ place, come~, go~, went on, arrive~, lay, lies, lying, run~, turn~, prove~, put~,
    push~, make~, made for, making for, takes, taking, brings, bringing, give~, get~, leave~, landed, move~, step~,
    start~, begin~, end~, close~, open~, finish~, conclude~, complete~, wrap~ up, span~, cover~, creep~, inch~, tick~,
    nudge~, edge~, result~, resulting in, do~, does, did, done, has, have, had, having, combine~, sum~, divide~, split~,
    (split~|divide~|break~ down|breaks down|broke down) into, compare~, compared against, differ~, change~, shift~,
    vary~, switch~, swing~, work~ out, let~, hover~, originate~, stem~, derive~, arise~, flow~, belong~ to, pertaining
    to, relate~ to, round~, standing, indicative
"""
_NOUNS = """
    breakdown, composition, make-up, mix, moment, phase, performance, result, results, outcome, outturn, basis,
    percentage, window, span, stretch, side, change, changes, a change of, difference, differences, shift, shifts, move,
    moves, movement, movements, swing, swings, variation, variance, step, steps, contrast, comparison, balance, the sum
    of, the rest of, overview, picture, story, summary, snapshot, view, glance, a glance at, a look at, finding,
    findings, fact, facts, detail, details, entire, full, whole, (the|a|our)
    (shop|store|firm|chain|group|enterprise), business, company, firm, organization, organisation, enterprise, retailer,
    merchant, (the|our) (nursery|bakery|pharmacy|gallery|salon|restaurant|team), (shop|store|company|business) wide,
    company-wide, business-wide, store-wide, shop-wide
"""

NEUTRAL: dict[str, str] = {
    "article": f"{_DETERMINERS}, {_OF_A_NUMBER}",
    "filler": ",".join(
        (
            _PRONOUNS,
            _CONNECTIVES,
            _ADVERBS,
            _TIME_ADVERBS,
            _VERBS_OF_TELLING,
            _VERBS_OF_HAPPENING,
            _NOUNS,
        )
    ),
    "be": "was, were, is, are, be, been, being",
}
