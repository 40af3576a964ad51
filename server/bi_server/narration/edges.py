"""Days that are told as the first or the last one of a claim's days: `since July 1`, `until September 30`."""

from bi_server.analysis.insights import Claim

from . import dates
from .dates import Range
from .lexicon import LASTED_UNTIL
from .sentences import Sentence

_STARTS = frozenset(
    [
        "since",
        "from",
        "starting",
        "starting on",
        "starting from",
        "beginning",
        "beginning on",
        "effective",
        "as of",
        "going back to",
        "dating back to",
        "between",
    ]
)
_BEGINS = ("start", "begin", "began", "commence")
_HAPPENS = frozenset(["on", "in", "", ","])
_ENDS = frozenset(
    [
        "until",
        "till",
        "to",
        "through",
        "ending",
        "ending on",
        "up until",
        "up to",
        "by",
        "and",
        "by the end of",
        "as of the end of",
    ]
)


def is_edge(
    sentence: Sentence, position: int, claim: Claim, ranges: frozenset[Range], levels: frozenset[Range]
) -> bool:
    """Whether the day at `position` is where one of the claim's `ranges` starts or ends, and is told as that.

    What changed for good did so at the edge of its `levels` only, not of the days before.
    """
    period = sentence.tokens[position].period
    if period is None or period.first is None:
        return False
    near = [token.text for token in sentence.tokens[max(position - 4, 0) : position] if "merely" not in token.parts]
    before, earlier = near[-1] if near else "", near[-2] if len(near) > 1 else ""
    after = sentence.tokens[position + 1].text if position + 1 < len(sentence.tokens) else ""
    compares = position > 1 and sentence.tokens[position - 2].parts & {"number", "up", "down", "more", "less"}
    if before == "from" and compares and period.first.day is None and after not in _ENDS:
        return False  # `up 5% from November`
    until = before in ("until", "till", "up until", "up to", "by") or (earlier, before) == ("up", "to")
    if claim.type == "record" and until and period.first.day is not None:  # the days the former one stood
        return any(period.first.fits(end) for _, end in ranges - levels)
    near_the_start = claim.type in ("record", "no_data") or claim.template in ("growth_cut_base", "growth_no_base")
    fits = dates.edges(period, levels if claim.type == "change_point" else ranges, loosely=near_the_start)
    told_first = any(t.text.startswith(("first", "earliest")) for t in sentence.tokens[max(position - 6, 0) : position])
    if near_the_start and told_first and any(period.first.fits(start) for start, _ in fits):
        return True  # `the first day with data is May 1`
    first = claim.find("revenue_of_first_day")
    if first is not None and (sentence.positions("began") or (-1,))[-1] in range(position - 3, position):
        return period.first.fits(first.start)  # sales began on that day, not with the range
    if first is not None and before.startswith(("start", "begin")):
        return period.first.fits(first.start)
    if before == "since" and "ended" in claim.template:
        last_day = claim.find("revenue_of_last_day") or claim.find("revenue_since_last_sales")
        return last_day is not None and period.first.fits(last_day.start)
    after_last = before == "after" and claim.template == "growth_ended"
    begins = before in ("on", "in") and earlier.split()[-1:] and earlier.split()[-1].startswith(_BEGINS)
    if begins and claim.template == "growth_cut_base":  # the data do, not the days of the claim
        fits -= {(claim.facts[0].start, claim.facts[0].end)}
    starts = (
        begins
        or after_last
        or before in _STARTS
        or before.endswith(("back to", "back only to", "from"))
        or before.startswith("since ")
        or after in ("onward", "onwards")
    )
    # A figure is of its days, not of their month; a step may be told by the month.
    happens = before in _HAPPENS and (
        claim.type == "change_point" or (claim.type in ("anomaly", "data_problem") and bool(period.first.day))
    )
    if before == "as of" and any(period.first.fits(end) for _, end in fits):
        return True
    if starts or happens:
        return any(period.first.fits(start) for start, _ in fits)
    stops = before if before.endswith(" on") else earlier if before == "on" else ""
    last = stops.startswith(("end", "stop", "close")) and claim.type == "no_data"
    # A new level ends with the last of its days, not with those that it was measured on.
    ends = {end for _, end in fits if claim.type != "change_point" or end == max(fact.end for fact in claim.facts)}
    return (last or before in (*_ENDS, *LASTED_UNTIL)) and any(period.first.fits(end) for end in ends)
