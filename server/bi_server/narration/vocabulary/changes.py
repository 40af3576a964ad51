"""Which way something went, how far, and where it stands: verbs, nouns and comparatives, in all their forms."""

_WAYS = (
    "(be~|go~|move~|trend~|tick~|edge~|inch~|nudge~|creep~|step~|pick~|ramp~|bump~|shoot~|push~|head~|drift~|climb~|"
    "rocket~|jump~|leap~|notch~|pull~|swing~|turn~|shift~|run~|drive~)"
)
_DOWNS = (
    "(go~|move~|trend~|tick~|edge~|inch~|nudge~|creep~|step~|come~|pull~|head~|drift~|slide~|slip~|shift~|swing~|turn~|"
    "push~|drop~|fall~|sink~|bring~|spiral~)"
)

CHANGES: dict[str, str] = {
    "up": f"""
        excess, surplus, add~ back, (positive trend|trend was positive|trend is positive), up, upward,
        upwards, up by, on the up,
        (do~|did) (well|better), upward (movement|shift|move|swing|step|push|path), {_WAYS} (up|higher|upward|upwards),
        (come~|came) up, went up by, (give~|gave) back, rise~, grow~, growth, increase~, gain~, climb~, jump~, surge~,
        soar~, expand~, expansion, improve~, improvement, add~, addition, advance~, spike~, uptick, upturn, upswing,
        boost~, lift~, uplift~, peak~, leap~, leapt, raise~, hike~, upped, heighten~, elevate~, swell~, bolster~,
        strengthen~, escalate~, skyrocket~, enjoy~, widen~, broaden~, enlarge~, enlargement, augment~, amplify~,
        inflate~, multiply~, mount~, ascend~, ascent, rocket~, balloon~, mushroom~, snowball~, vault~, burgeon~, firm~
        up, firmed, build~ up, beef~ up, scale~ up, increment, (a|) (pickup|step
        up|pick-up|step-up|ramp-up|build-up|run-up|bump), growth rate, rate of (growth| increase), percentage
        (increase|rise|gain), positive (change|swing|movement|difference), stronger, high
    """,
    "down": f"""
        drag, drags, drag on, (hold~|held|weigh~|set~) back, weigh~ on, (do~|did) (worse|poorly),
        (get~|got) smaller, (negative trend|trend was negative|trend is negative), trend in revenue was negative, down,
        downward, downwards, down by, downward (movement|shift|move|swing|step|push|path), {_DOWNS} (down|lower|
        downward|downwards), (fall~|drop~|tail~|taper~|trail~|tumble~|slide~|slip~) (off|away), (fall~|drop~|
        ease~|slip~|slide~|pull~|scale~|dial~|cut~|come~) back, give~ up, (take~|took) away, (be|been|is|was|were) off(
        by|), (take~|took) a hit of, a hit of, fall~, drop~, decline~, decrease~, lose~, loss, shrink~, shrinkage,
        slump~, plunge~, plummet~, reduce~, reduction, contract~, contraction, dip~, slide~, slip~, sink~, dive~, dove,
        downturn, downswing, downtick, tumble~, weaken~, weaker, softer, soften~, slower, slow~, cool~, ease~, trim~,
        subside~, wane~, erode~, erosion, nosedive~, crash~, crater~, collapse~, dwindle~, diminish~, sag~, ebb~,
        lessen~, recede~, retreat~, narrow~, shed~, cut~, pare~, slash~, shave~, fade~, deflate~, depress~,
        deterioration, deteriorate~, worsen~, lowered, lowering, underperform~, suffer~, abate~, curtail~, compress~,
        dent~, wilt~, droop~, regress~, forfeit~, evaporate~, melt~ away, crumble~, shortfall, setback, pullback,
        drop-off, fall-off, falloff, gap, deficit, (a|) step down, descend~, descent, rate of (decline|decrease),
        percentage (decrease|decline|drop|fall), negative (change|swing|movement|difference), low
    """,
    "more": """
        more, higher, greater, larger, bigger, extra, additional, better, (more|higher|greater|larger|bigger|better|
        stronger|richer) than
    """,
    "less": """
        less, lower, fewer, smaller, short, shy, behind, worse, (less|fewer|lower|smaller|worse|weaker|softer|poorer)
        than
    """,
    "above": "(well|far|way|just|slightly|comfortably|) above",
    "below": "(well|far|way|just|slightly|comfortably|) (below|under), beneath, underneath",
    "exceeds": """
        outperform~, outstrip~, overtake~, bettered, bettering, improve~ (on|upon), outdo~, outdid, surpass~, beat~,
        top~, outpace~, eclipse~, exceed~, ahead of, in excess of, overshoot~, outshine~, outshone, outgrow~,
        outgrew, trump~, upstage~, overhaul~
    """,
    "falls_short": """
        missed, trail~, lag~ behind, come~ up short of, fall~ (short|shy) of, (stop~|run~|end~|finish~) short of, short
        of, undercut~, undershoot~, shy of
    """,
    # Degrees of a change: see `wording`.
    "large": """
        sharply, sharp, significantly, significant, substantially, substantial, considerably, considerable, markedly,
        strongly, dramatically, dramatic, steeply, steep, notable, well, far, much, strong, greatly, major, large, big,
        hefty, noticeably, noticeable, clearly, clear, solid, heavily, heavy, appreciably, appreciable, materially,
        material, vastly, vast, hugely, huge, massively, massive, enormously, enormous, drastically, drastic,
        decisively, decisive, deeply, deep, severely, severe, radically, radical, immensely, immense, meaningfully,
        meaningful, measurably, measurable, pronounced, pronouncedly, decidedly, distinctly, distinct, visibly, visible,
        sizeable, sizable, abruptly, abrupt, strikingly, striking, great, by a (wide|large|big|clear) margin, by far, a
        (great|good) deal, a lot, comfortably, skyrocket~, rocket~, soar~, surge~, plunge~, plummet~, nosedive~,
        collapse~, crash~, crater~, tumble~, slump~, shoot~ up, leap~, leapt, balloon~, mushroom~, vault~, multiply~,
        snowball~, slash~, evaporate~, crumble~
    """,
    "small": """
        (edge~|inch~|nudge~|tick~|creep~) (up|down|higher|lower), slightly, slight, modestly, modest, marginally,
        marginal, fractionally, fractional, minimally, minimal, negligibly, negligible, a little, little, somewhat, a
        bit, small, minor, tiny, gently, gentle, mild, mildly, a touch, a tad, a shade, a hair, a fraction, a notch,
        narrowly, narrow, by a (small|slim|narrow|thin) margin, (only|just) just, faintly, faint
    """,
    "modest": "modest, modestly, moderate, moderately",
    # Where things stand.
    "level": """
        (come~|stand~|sit~|land~|settle~|end~|finish~|close~|arrive~|run~|average~|clock~|check~|weigh~|end~ up|come~
        in|come~ out|clock~ in|check~ in|weigh~ in|wind~ up|wrap~ up|round~ out|close~ out|finish~ up|hover~|rest~|top~
        out|bottom~ out|level~ out|max~ out|show~ up|conclude~|open~|start~|begin~|turn~ out|work~ out|print~) at,
        (come~|amount~|add~ up|run~|sum~|sum~ up|total~ up|come~ out|work~ out|tot~ up|mount~ up|equate~|round~) to,
        (bring~|take~|pull~|draw~|rake~|ring~|turn~|come~|haul~|reel~|cash~|call~) in, (rack~|chalk~|clock~|ring~|
        notch~|run~|pile~|tot~|put~|round~|make~|build~) up, turn~ over, put~ on the books, (settle~|land~|end~|close~|
        finish~) on, (end~ up|finish~|close~|end~|conclude~|wrap~ up) with, netted, netting, grossed, grossing, bank~,
        fetch~, (returned|returning) (revenue|sales) of, score~, gather~, attain~, manage~, provide~, supplied, coming
        to a total of, notch~, finish~, receive~, secure~, responsible for, cover~, attract~, draw~, accumulate~,
        amass~, accrue~, cleared, comprised of, see~, tally~, reach~, hit~, total~, totalled, totalling, bring~,
        generate~, recorded, recording, register~, post~, achieve~, earn~, deliver~, produce~, stand~, sit~, land~,
        account~ for, contribute~, sell~, yield~, booked, booking, garner~, comprise~, constitute~, hold~, (have|has|
        had) a total of, log~, realize~, realise~, pull~, collect~, take~, capture~, pocket~, enter~, ended up, add~ up,
        make~, did, enjoy~ (revenue|sales) of, command~, claim~, obtain~, reap~, put~ in, submit~, rest~, numbered,
        numbering, (bring~|carry~|take~|get~) (home|revenue) to, show~ a total of
    """,
    # `only $5`: see `particulars`.
    "merely": "only, merely, mere, just, simply",
}
