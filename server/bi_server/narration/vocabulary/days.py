"""Words of what days are: expected, seasonal, going on, missing, first or last. Only some claims may say them."""

WORDS_OF_DAYS: dict[str, str] = {
    "expected": """
        one would (have expected|expect|normally expect|usually see), expect to see, would otherwise (be|have been)
        expected, would (normally|usually|typically|ordinarily) (be|have been) expected, might have been expected,
        (would|should) (be|have been|normally be|usually be|normally have been|usually have been|typically have been)
        (normal|usual|typical|expected|the norm|customary), (was|were|is|are) (normal|usual| typical|to be expected), in
        the ordinary course, (normally|usually|typically|ordinarily|otherwise) expected, expected otherwise, what it
        (normally|usually) is, as expected, usual for, the usual, would expect, would have expected,
        (what|than|as|that|) (was|is|had been|would be|would have been|would normally be|would normally have been|would
        usually be|would typically be|might be) (expected|anticipated|predicted), forecasted, projected, (the|its|their)
        (usual|normal|typical|expected) (level|range|value), forecast, normally seen, usually seen, ordinarily, what
        would be normal, the norm, than expected, expected, expectations, expectation, anticipated, usual, usually,
        typical, typically, normal, normally, predicted, norm, estimate, estimated, baseline, expect
    """,
    # That nobody knows yet whether it does.
    "open_end": """
        recent, still recent, remains to be seen, (is|are|) not (yet |)(known|clear|certain)( yet|), unclear, uncertain,
        an open question, (it is |is |)(still |)too (early|soon|recent) to (say|tell|know|judge), (whether|if) (it|this|
        that|the change|the drop|the fall|the rise|the (new |higher |lower |)level|) (lasts|holds|stays|persists|
        continues|remains|(will|is going to) (last|hold|stay|persist|continue|remain))( there|)
    """,
    # Why something is not known, or not final.
    "reason": "because, since, given that, seeing that, for the reason that, as a consequence, which is why",
    "lasting": """
        (has|have) not (gone|come|moved) back( up|down|), (has|have) not (risen|fallen|returned)( again|since|), (has|
        have) settled (at|on|into|), (has|have) not (recovered|bounced back|rebounded), not recovered, has yet to
        recover, without (recovering|a recovery), (has|have) not (risen|fallen|gone|come|dropped|climbed) back, has
        stayed, has remained, have stayed, has held, has held steady, has since remained, has not changed since,
        lasting, has stayed there, held, since then, ever since, lasted, persisted, persists, sustained, stay~,
        continued, remain~, there ever since, since, average~, has averaged, new level, new
    """,
    "level_shift": """
        level, levels, new, new level, start
    """,
    "perhaps": """
        (could|may|might) be that, partial, incomplete data, suspiciously, partly, partially, in part, looks,
        look, looking, seemed, looked,
        appeared, look~ like, (may|might|could) (not be complete|be incomplete|be absent|be missing|have been missing),
        either, whether, presumably, conceivably, maybe, can, might well, may well, could well, points to, pointing to,
        point to, hints at, hint at, suspect, suspicious, indicates, indicate, would suggest, a sign, sign of, signs of,
        apparently, seemingly, (is|are) likely, may, might, possibly, perhaps, could, potentially, may have, might have,
        could have, suggests, suggesting, suggest, suspected, appears, seems, possible, probably, likely, indicating,
        hinting, appear, seem, suspicion, potential, it is possible
    """,
    "data": """
        a closed (shop|store|business), set (it|this|them) against, known, the known part of, not comparable,
        no figures, nothing can be said
        about, (go~|goes|reach~) back( only|)
        to, dat~ from, dates from, dating from, first, partly, partially, only (partly|partially), (nothing|no
        figures|no data) (is|are|was|were) recorded, serve~, figures exist, (the |)first
        (year|quarter|month|week|period|day) (on record|in the data|with data|of data|recorded|that was recorded),
        repeated, second import, repeat import, double import, re-import, re-imported, double counting, counted twice,
        entered twice, loaded twice, without, for lack of, outside, lies outside, not covered, (nothing| none)
        (before|earlier), predates, before that, complete, comparable, on (hand|record|file), nothing to (show|
        report|display|compare), comparisons, (any|no) comparison, more than once, a second time, two times, repeatedly,
        reimported, double-counted, (were|was|been) (loaded|imported) (again|twice), (some|all) of, full, gaps, absent,
        absence, lacking, lacks, lack, possible, can be, cannot be, could be, be made, make, made, (enough|sufficient),
        whole, held, contain~, cover~, come in, came in, not (arrived|loaded|imported|complete), shut, closed, import~,
        though, information, spanning, start, starts, starting, begins, beginning, not available, unavailable, cannot be
        compared, not possible, could not be, no longer, only, data, exist~, available, compare, comparison, compared,
        basis, baseline, empty, missing, incomplete, duplicate~, duplication, rows, records, again, twice, before,
        earlier, prior, historical, history, found, recorded, because, since, so, store, exists for, yet, entries,
        doubled, double, been, loaded, gap, lost, dataset, spans, runs, running, for comparison, with which, previous,
        system, stored, determined, calculated, computed, whatsoever, at all
    """,
    "lasted_until": """
        stayed, remained, held, temporary, temporarily, for a time,
        last~ (until|till|through|to), (this|which|that) (lasted|held|stayed|continued) (until|till|through),
        (stayed|remained|held|kept|continued|stayed there|remained there) (at that level|at this level|there|up|down|
        lower|higher|at the new level|) (until|till|through), lasted until, lasting until
    """,
    "suspected": """
        closure, a closure, result from, results from, come from, (be|been) (behind|the cause|the reason), due to,
        because of, caused by, the result of, a result of, owing to, stem from, explained by, reflect, attributable to
    """,
    "checked": """
        any of the, in any of the, any of, among, amongst, (after|following|in|on|from) (a|the|our|) (check|review|
        inspection|analysis|examination|scan) of, (check|review|inspection|analysis|examination|scan), (are|were|have
        been|has been) (checked|reviewed|examined|analysed|analyzed|scanned), (across|in|over|for) all, all of, looking
        (across|through|over), inspect~, examine~, go~ (through|over), look~ (at|through|over|into), analyse~, analyze~,
        assess~, cover~, spanning, surfaced, appeared, came up, came to light, emerged, showed, flagged,
        report~, (we|was|were)
        (found|seen), after checking, after reviewing, after examining, check~, scanned, review~, categories, regions,
        found, days, detected, identified, observed, reveals, revealed, turned up
    """,
    "calm": """
        nothing( was| has been|) (found|detected|flagged), (was|were|looked|ran|is|are|stayed)
        (entirely|completely|all|) (normal|ordinary|as usual|uneventful| unremarkable|normal throughout), free of
        (surprises|outliers|irregularities|incidents|unusual days|anything unusual), no unusual
        (activity|finding|incident|movement|pattern|day|value|figure) (was|were) (found|seen|
        detected|observed|identified|noted), (turned|brought|threw) up nothing (unusual|out of the ordinary|remarkable|
        of note), nothing (looked|appeared|seemed|proved|turned out) unusual, (did not|never) (deviate|stand out), ran
        normally, (showed|shows|had) no (anomalies|irregularities|outliers|surprises|deviations|abnormalities|unusual
        days|unusual movements), all normal, without any unusual (finding|findings|results|values), no unusual (finding|
        findings), no notable (anomalies|findings|deviations), no (deviations|exceptions), with nothing unusual, nothing
        (happened|came up) (out of the ordinary|that was unusual), nothing (strange|odd|out of line|of note|special|
        irregular|extraordinary|stood out as unusual|exceptional|suspicious|to report|to flag|worth flagging|worth
        noting|surprising|unusual (happened|occurred|was found|was seen|was detected|turned up|came up|to report|to
        note|in)), no (anomaly|outlier|irregularity|abnormalities|abnormal days|surprises|unexpected movements|unusual
        (day|developments|values|figures|behavior|behaviour|events|trends|swings|variation|fluctuations|activity)),
        (everything|all) (was|looked|appeared|seemed|is|looks|appears) (normal|as usual|ordinary|in order|as expected),
        within the (normal|usual) range, (a|an) (normal|ordinary|uneventful|unremarkable) (month|day|period|week|year),
        business as usual, without (anomalies|anything unusual|any anomalies|surprises|any unusual (days|activity|
        events)), free of anomalies, did not (find|reveal|show|turn up) anything unusual, (found|saw|detected|see|shows|
        showed) nothing unusual, uneventful, unremarkable, nothing unusual stood out, nothing unusual, nothing out of
        the ordinary, nothing abnormal, nothing stood out, nothing stands out, no anomalies, no unusual days, no unusual
        movements, no unusual changes, no unusual patterns, nothing anomalous, nothing remarkable, no outliers, nothing
        notable, (nothing|no anomalies|no anomaly|no outliers|no irregularities|nothing unusual|nothing out of the
        ordinary) (showed|turned|came|popped) up, no unusual revenue( was|), (stayed|remained|kept|was|ran) (within|in)
        (the|its) (normal|usual|typical|ordinary) range, nothing unexpected, nothing atypical, no
        irregularities, no unusual results
    """,
    "season": """
        busy, (earlier|previous|recent|past) years, historically, in general, generally, as a rule, normally, on
        average, over the years, every time, (in |)(each| every) of the (past|last) years, seasonal
        (pattern|peak|strength), ranged from, ranging from, consistently, every year, each year, each of the years, in
        every year, every, each, seasonal, seasonally, season, times, as much as, as much, since, always, typically,
        usually, regularly, tends to, would, the level of, the size of, (seasonal|seasonality|season) (index|indices)(
        of the month|), index, indices
    """,
    "average_month": """
        the average, (an|the) average one,
        (an |the |)(average|ordinary|typical|normal|usual|mean) (month|months|month's) (of|of the year|revenue|takings|
        sales|level), monthly average, average monthly revenue, (a|the) monthly average, month on average, average for a
        month, monthly averages, average month, average months, ordinary month, ordinary months, typical month, typical
        months, normal month, normal months, usual month, average month's, ordinary month's, typical month's
    """,
    "unusual": """
        out of the ordinary, anomalously, remarkably, remarkable, strange, strangely, extraordinary, extraordinarily,
        uncommon, uncommonly, spike~, jump~, dip~, drop~, stand~ out, depart~, stray~, diverge~, a departure, marked,
        stood apart, notably, strikingly, much, significantly, unusual day, unusual, unusually, anomaly, anomalous,
        outlier, abnormal, abnormally, exceptional, exceptionally, deviation, deviate~, off, far, well, out of line,
        surprisingly, surprising, unexpectedly, unexpected, atypical, atypically, departure, sharply, way, irregular,
        notable, uncharacteristically
    """,
    "trend": """
        steadily, steady, slowly, progressively, incrementally, by degrees, bit by bit, over the months, consistently,
        (overall|general|linear) (trend|direction), on an (upward|downward) (trend|path|trajectory|slope), (start|
        beginning) to (end|finish), from the (first|start|beginning) to the (last|end), drift~, head~, gradually,
        gradual, at a (rate|pace) of, day by day, averaging, underlying, as time went on, uptrend, downtrend, pointed,
        followed, gradient, trendline, trend line, over the span, following, pattern, trend~, trajectory, slope~, path,
        direction, course, over time, tendency, from start to end, between the start and the end, pace, rate, moving,
        moved
    """,
    "partial": """
        data, figures, early, (too early|too soon) (for|to make) (a comparison|comparisons), part, part of, once,
        partly, partially, in part, continues, continuing, (the |)day (continues|goes on|is continuing), complete, thus
        far, up to now, up to this point, until this point, up until now, as of now, at the moment, at present,
        currently, current, the current day, today, today's, (is|was) not (over|finished|complete|done|closed)( yet|),
        not (yet |)(over|finished|complete|done|closed|ended|final), (|has )yet to (end|close|finish), still (running|
        open|in progress|going|going on|underway|under way|ongoing|incomplete), (not a|an) (full|complete|incomplete)
        day, (is|are) (only |still |just |)(a partial|no final) (figure|number|result|total), not (yet |)(a|the) final
        (figure|number|result|total), (is|are) not (yet |)final, (covers|covering|cover) (only |just |)part of (the
        day|it), (at|to) this point, (has|have) not (yet |)(finished|ended), partial, provisional, not yet,
        preliminary, running, a day that is, a day which is, so far, to date, still,
        going on, underway, under way, in progress, not over yet, ongoing, until now, yet, incomplete, as it stands,
        unfinished
    """,
    "began": """
        (for the |its |their |)first time, (its |their |)first (sales|sale|revenue) dat~ from, dating from, introduc~,
        introduced, there (is|was) no, to compare( it|) (with|against|to), still, launch~, launch date, went on sale,
        (was|were|is|are|being|having been|) (put |)on sale, came on the market, entered the (range|market), start of
        sales, new to the (range|shop|store), started up, kick~ off, available, opening, (get~|got) (going|started|under
        way|underway|off the ground), (started|began|begins|starts|begun| beginning|starting) (to sell|selling|sales|to
        bring in|to generate|generating|earning|to earn), first (sold| sales|recorded|generated|brought
        in|revenue|earned), appear~, onset, (its|the|their) start, (opening|maiden) sale, begun, commence~, first
        appeared, first sale, begin, begins, began, beginning, first, only, whole, started, starts, starting,
        first-time, newly, new, debut, debuted, initial, entered
    """,
    "ended": """
        follow~, thereafter, discontinu~ selling, sold nothing, went quiet, went silent, dropped out, no sales, fell
        silent, last (sales|sold|sale|revenue|orders| recorded), (its|the) (last|final) (sales|sale|revenue|orders),
        final sales, most recent (sale|sales), stop~ (selling|generating), stop~, cease~, end~, came to (a stop|an end|a
        halt|a standstill), dry~ up, inactive, silent, no further, there (has|have) been no, concluded, final sale,
        last, ceased selling, final, latest, disappeared, vanished, halted, no longer, yet
    """,
    "lengths": "shorter, longer",
    "since": """
        since, ever since, as of, onward, onwards
    """,
    "left_out": """
        (left|leaving|leave) (out|aside), exclude~, omitted, omitting, not (included|counted|considered), (set|put)
        aside, disregard~, ignored, skipped, therefore, hence, does not count, not part of, because, since
    """,
    "season_word": """
        season, seasonality, seasonal (effects|effect|patterns|pattern|swings|variation|influences|factors|movements),
        (effect|effects|influence) of the (season|time of year), season's (effect|influence), time of year
    """,
    "season_aside": """
        setting, after (adjusting|correcting|accounting|allowing|controlling) for, after
        (removing|excluding|stripping out|taking
        out), corrected, aside, (set|setting|leave|leaving|put|putting|taking|taken) aside, (adjust~|correct~|account~|
        control~|allow~) for, (adjusted|corrected|cleared|net|stripped|free|independent|irrespective|regardless) of,
        seasonally adjusted, adjusted, apart from, exclude~, removing, removed, taken out, stripped out, stripping out,
        not counting, beyond, other than, discounting, once, without
    """,
    "unusual_up": """
        (a |)(strong|busy|good) (day|week|weekend),
        (unusually|exceptionally|abnormally|surprisingly|remarkably|uncommonly|unexpectedly|extraordinarily) (high|
        strong|large)
    """,
    "unusual_down": """
        (a |)(poor|weak|slow|quiet|bad) (day|week|weekend),
        (unusually|exceptionally|abnormally|surprisingly|remarkably|uncommonly|unexpectedly|extraordinarily) (low|weak|
        small)
    """,
}
