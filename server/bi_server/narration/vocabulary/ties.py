"""What binds a number or a period to the sentence: prepositions, hedges, ends of ranges, periods before."""

_COMPARATIVE = (
    "(more|less|fewer|higher|lower|greater|better|larger|smaller|bigger|worse|stronger|weaker|richer|poorer|softer)"
)
_BARELY = (
    "(slightly|marginally|fractionally|barely|narrowly|only just|just|a little|a bit|a touch|a shade|a hair|a tad|"
    "a fraction|somewhat|a whisker|a notch|only slightly|only marginally|a mere fraction|ever so slightly|a trifle)"
)

TIES: dict[str, str] = {
    "from": "from, coming from, starting from a base of",
    "to": "become~, became, to, into",
    "by": "by, by a margin of, by some",
    "of": "of, for, worth, out of, valued at, to the tune of, a margin of, amounting to, totaling, equal to",
    "at": "at, with",
    "in": """
        over the whole of, for the whole of, for all of, in all of, for the full month of, on the day of, as recorded
        in, as of the end of, through the whole of, over the entire, (by|at) the (end|close) of, in the month of, for
        the month of, (in|for|during) the (days|period) (of|from|between), in, on, during, within, throughout, through,
        across, over the course of, in the course of, for the duration of, over the period (from|of), over the full, in
        the span of
    """,
    "over": "over",
    "and": "and, or, plus",
    "between": """
        (to |)(fall~|lie|lies|lying|land~|come~ in|end~ up|sit|sits|range~|move~) between, between, ranging (from|
        between), anywhere (from|between), somewhere between
    """,
    "against": f"""
        in relation to, (as|when|if|) (measured|set|held|weighed|judged) (up |)against, up against, alongside,
        (compare~|contrast~) (with|to|against), than, than that of, versus, vs, vs., against, (as|when|if) compared
        (with|to), in (comparison|contrast) (with|to), by comparison (with|to), relative to, after, rather than, instead
        of, as against, following, on top of, as opposed to, next to, set beside, beside, in place of, vis-a-vis,
        {_COMPARATIVE} than
    """,
    # Hedges of a number.
    "about": """
        just about, in the order of, on the order of, to the order of, of the order of, (somewhere|something) (around|
        near|like|close to|in the region of), near, practically, virtually, essentially, basically, give or take,
        nearly, almost, close to, about, around, roughly, approximately, some, circa, an estimated, broadly, in the
        (region|neighborhood|neighbourhood|vicinity|area|ballpark) of, more or less, effectively, approx, approx.,
        nearly all, or so, or thereabouts, as good as, roundly, round about, to the nearest, very nearly, very close to,
        pretty much, loosely, c.
    """,
    "just_over": f"""
        {_BARELY} (over|above|more than|higher than|in excess of|upwards of|north of|past|beyond), just past, at least,
        no less than, upwards of, over, more than, above, well over, well above, in excess of, not far above, north of,
        a little north of, not less than
    """,
    "just_under": f"""
        {_BARELY} (under|below|less than|lower than|short of|shy of|fewer than|south of), close on, nearing, nearly,
        almost, close to, shy of, approaching, not quite, under, less than, below, virtually, almost a, nearly a, fewer
        than, not far (off|short of|below|from), south of, very nearly, bordering on, verging on
    """,
    "edge": """
        as of, until, till, up until, starting, starting on, starting from, beginning, beginning on, beginning with,
        ending, ending on, effective, through, going back to, dating back to, from, running from, running to, stretching
        from
    """,
    # What is compared.
    "previous": """
        previous, prior, former, preceding, earlier, past, last, old, initial, initially, original, originally, at
        first, formerly, at the outset, a previous, an earlier
    """,
    "period_word": """
        period, periods, month, months, week, weeks, day, days, quarter, quarters, year, years, date, dates, monthly,
        weekly, quarterly, yearly, annual, annually, weekend, weekends
    """,
    "category_word": """
        category, categories, segment, department, line, product category, product line, product group, division,
        assortment
    """,
    "region_word": "region, regions, market, area, segment, territory, location, geography",
}
