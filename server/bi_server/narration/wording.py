"""Words that need more than a licence: degrees, units, open ends, and what must be said beside a number."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bi_server.analysis.insights import Claim, Fact

from . import binding, carried, dates, relation
from .lexicon import NOUNS
from .sentences import Sentence, rule

Bound = Mapping[int, Sequence[Fact]]
"""From the position of a number to the facts that it can be."""

LARGE, SMALL = 10.0, 5.0
"""Percent from which a change may be called sharp, and up to which it may be called slight."""

_LAST = re.compile(r"=last (?:[,.;]\||and\||$)|=to \S*=(?:come|go) (?:[,.;]\||$)")
_ROSE_TO = rule("<up/down><to/by><number>")
_ONCE = re.compile(r"=one \S*=- \S*=(?:time|off) ")
_RETURNS = re.compile(
    r"(?<!\S)(?!\S*_not_)\S*=(?:com|cam|go|went|fall|fell|mov|return|revert|bounc)\S*_back |=return\S* \S*=to "
)
_KEEPS_MOVING = rule(
    "<be>(?:<=climbing/rising/growing/increasing/falling/dropping/declining/shrinking/sliding>)<in>?<=since/ever_since>"
)
_WITHOUT_BASE = frozenset(["growth_no_base", "growth_cut_base"])
_COMPARES = re.compile(r"=to_compare|=compar")
_DENIES = re.compile(
    r"[=_](?:no|not|nothing|none|never|without|lack\S*|missing|too|cannot|can't|un\S+|isn't|incomplete)[_ ]"
)
_OPEN = frozenset(["change_point", "change_point_recent", "growth_no_base", "growth_cut_base", "growth_ended"])
"""Of which `since` tells why, or what goes on to the end of the days."""

_UNIT_WORDS = {
    "day": ("day", "days"),
    "week": ("week", "weeks", "weekly"),
    "weekend": ("weekend", "weekends"),
    "month": ("month", "months", "monthly"),
    "quarter": ("quarter", "quarters", "quarterly"),
    "year": ("year", "years", "yearly", "annual", "annually"),
}


_STAYS = frozenset(["stayed", "remained", "held"])
_PLURALS = frozenset(f"{unit}s" for unit in _UNIT_WORDS)


def degrees(said: Sentence, claim: Claim) -> list[str]:
    """`sharply` and `slightly` where the change is not."""
    if claim.type == "correlation":
        return relation.strengths(said, claim)
    sizes = [abs(f.value) for f in claim.facts if f.term.role == "change" and f.format == "percentage"]
    for fact in claim.facts:
        base = claim.find(fact.term.base) if fact.format == "points" else None
        if base is not None and base.value:
            sizes.append(abs(fact.value / base.value) * 100)
    large, small = said.positions("large"), said.positions("small")
    large = sorted([*large, *(i for i, t in enumerate(said.tokens) if t.text in _BY_FAR)])
    large = [i for i in large if not any("one_order" in t.parts for t in said.tokens[i + 1 : i + 2])]  # `a large order`
    found = []
    if claim.type == "conversion" and large and binding.noun_at(said, large[0]) == "conversion_rate":
        sizes = sizes[-1:]  # what visits and orders did is no size of it
    if claim.type == "breakdown" and large:
        of = _moved(said, large[0])
        sizes = [abs(f.value) for f in claim.facts if f.term.noun == of and f.format == "percentage"] or sizes
    if large and not (sizes and max(sizes) >= LARGE):
        found.append(f"says {said.tokens[large[0]].text} of a change that is not")
    found += [f"says {said.tokens[i].text} of a change that is not" for i in _leaps(said)]
    limit = LARGE if small and "modest" in said.tokens[small[0]].parts else SMALL
    if small and not (sizes and min(sizes) <= limit):
        found.append(f"says {said.tokens[small[0]].text} of a change that is not")
    return found


_BY_FAR = frozenset(
    f"{far} {way}" for far in ("far", "way") for way in ("above", "below", "more", "less", "more than", "less than")
)
_LEAPS = ("jump", "leap", "surg", "soar", "plung", "plummet", "tumbl", "crash", "skyrocket")


def _leaps(said: Sentence) -> list[int]:
    """Where a strong verb tells a change of few percent."""
    near = {i: said.tokens[i + 1 : i + 4] for i, t in enumerate(said.tokens) if t.text.startswith(_LEAPS)}
    sizes = {i: [t.quantity for t in after if t.quantity is not None][:1] for i, after in near.items()}
    return [i for i, found in sizes.items() if any(q.format == "percentage" and q.value < SMALL for q in found)]


def _moved(said: Sentence, position: int) -> str:
    """What moved so much: `a much higher order value`, else the last noun before it."""
    order = (*said.tokens[position + 1 : position + 4], *reversed(said.tokens[:position]))
    return next((noun for token in order for noun in NOUNS if noun in token.parts), "")


def needed(said: Sentence, claim: Claim, bound: Bound) -> list[str]:
    """Words without which a bound number would say something else."""
    found = []
    facts = [fact for facts in bound.values() for fact in facts[:1]]
    metrics = {fact.metric: fact for fact in claim.facts}
    expected = any(
        f.term.base and metrics[f.term.base].term.role == "expected" for f in facts if f.term.base in metrics
    )
    odd = any(said.positions(part) for part in ("unusual", "unusual_up", "unusual_down"))
    levels = any(
        facts[0].term.role == "expected" and not carried.is_instead(said, n) for n, facts in bound.items() if facts
    )
    if (levels or (expected and not odd)) and not said.positions("expected"):
        found.append("does not say what was expected")
    moved = said.positions("up") or said.positions("down")  # `rose to $5 (range $4 to $6)` would have come to pass
    ahead = said.positions("forecast") or said.positions("expected") or (said.positions("range") and not moved)
    if any(f.term.role in ("forecast", "bound") or f.metric.startswith("forecast_") for f in facts) and not ahead:
        found.append("does not say that it is a forecast")
    found += _chances(said, bound)
    if any(f.term.noun == "daily_revenue" and f.term.role != "change" for f in facts) and not said.positions("per_day"):
        found.append("does not say that it is a day's")
    found += _of_a_day(said, claim, bound)
    orders = any(said.positions(part) for part in ("average_order_value", "orders", "spends", "spenders"))
    if any(f.metric.endswith("average_order_value") for f in facts) and not orders:
        found.append("does not say that it is an order's")
    if claim.template in ("growth_going_on", "day_going_on") and not {
        said.tokens[i].text for i in said.positions("partial")
    } - {"yet", "current", "today", "today's", "running"}:
        found.append("does not say that the day is going on")
    if any(a.text == "for" and b.text in _PLURALS for a, b in pairwise(said.tokens)):
        found.append("says how long without a number")
    if claim.template in _WITHOUT_BASE and _COMPARES.search(said.right(-1)) and not _DENIES.search(said.right(-1)):
        found.append("does not say that there is nothing to compare with")
    stays = [i for i, t in enumerate(said.tokens) if "lasted_until" in t.parts and t.text in _STAYS]
    if any(not {t.text for t in said.tokens[i:]} & {"until", "till", "through", "to"} for i in stays):
        found.append("says that something lasts")
    if claim.find("revenue_of_first_day") and any(
        a.text.startswith("ended") and "period" in b.parts for a, b in pairwise(said.tokens)
    ):
        found.append("says that sales ended")
    if claim.type == "change_point" and _RETURNS.search(said.right(-1)):
        found.append("says that it did not last")
    if claim.type == "change_point" and _KEEPS_MOVING.search(said.right(-1)):
        found.append("says that it goes on moving")
    if claim.template == "began_segment" and _ROSE_TO.search(said.right(-1)):
        found.append("says that it rose, of what began")
    found += _of_its_kind(said, claim)
    if _ONCE.search(said.right(-1)):
        found.append("says that it was once")
    if _LAST.search(said.right(-1)):
        found.append("says that something lasts")
    lasting = bool(said.positions("lasting")) or claim.type == "no_data" or claim.template in _OPEN
    found += [
        "says what something is worth"
        for i, token in enumerate(said.tokens)
        if token.text == "worth" and not any("number" in t.parts for t in said.tokens[i + 1 : i + 6])
    ]
    found += [] if lasting else [f"says {word} and no day" for word in _open_ends(said)]
    return found + _units(said, claim, bound)


_SPEEDS_UP = re.compile(r"(?:grow|increas|ris|climb|fall|declin|decreas|shrink)ing \S*=(?:pace|rate|speed) ")
_YET_TO = re.compile(r"=(?:has_|have_)?yet(?:_to| \S*=to)\S* ")
_FROM_TO = rule("<up/down><from><article>*<number><to><article>*<number>")
_FOR_DAYS = rule("<=for/within><article>*<number>")


def _of_its_kind(said: Sentence, claim: Claim) -> list[str]:
    """What a trend, a step and a record do not tell."""
    text, found = said.right(-1), []
    if claim.type == "trend" and _SPEEDS_UP.search(text):
        found.append("says that it speeds up or slows down")
    if claim.type == "trend" and _YET_TO.search(text):
        found.append("says what has not come")
    if claim.type == "record" and _FROM_TO.search(text):
        found.append("says that it moved from the former record")
    days = any(t.quantity is not None and t.quantity.format == "days" for t in said.tokens)
    if claim.template == "change_point" and days and _FOR_DAYS.search(text):
        found.append("says for how long it lasted")
    return found


def _of_a_day(said: Sentence, claim: Claim, bound: Bound) -> list[str]:
    """`$5 a day` of a sum, and `rose every day` of a mean."""
    found, tokens = [], said.tokens
    for i in bound:
        after = [token.text for token in tokens[i + 1 : i + 3]]
        if after and (after[0] == "daily" or (after[0] in ("a", "each", "every") and after[1:] == ["day"])):
            found.append(f"says {after[-1]} of {tokens[i].text}")  # where a mean day may be told it is one token
    for i in said.positions("per_day"):
        facts = bound.get(i - 1, ())
        if facts and not any(f.term.noun == "daily_revenue" or f.term.role == "slope" for f in facts):
            found.append(f"says {tokens[i].text} of {tokens[i - 1].text}")
        near = (*tokens[max(i - 2, 0) : i], *tokens[i + 1 : i + 3])
        every = claim.type in ("trend", "change_point") and tokens[i].text in ("every day", "each day")
        if every and not any("number" in token.parts for token in near):
            found.append(f"says {tokens[i].text} of what is a mean")
    return found


_CERTAIN = frozenset(["certain", "sure", "confident", "bound"])
_CHANCES = _CERTAIN | {"chance", "likelihood", "odds", "probability", "certainty", "confidence"}


def _chances(said: Sentence, bound: Bound) -> list[str]:
    """How likely it is to reach one figure, of which only a range of them is known; and what is said to be certain."""
    is_end = {
        n: fact.term.role == "bound" for n, facts in bound.items() for fact in facts[:1] if fact.format == "currency"
    }
    found = []
    for i in (i for i in said.positions("range") if said.tokens[i].text in _CHANCES):
        token, before, after = said.tokens[i], said.tokens[i - 1 : i], said.tokens[i + 1 : i + 2]
        near = [end for n, end in is_end.items() if n > i][:1]
        if not any(t.text in ("of", "that", "to") for t in after):
            near += [end for n, end in is_end.items() if n < i][-1:]
        certain = token.text not in _CERTAIN or any("number" in t.parts for t in before)
        if not (certain and any(near)):
            found.append(f"says {token.text} of what is not")
    ends = [n for n in is_end if is_end[n]]
    told = any("range" in t.parts and "between" not in t.parts for t in said.tokens)
    if ends and not told and any(t.text.startswith("will") for t in said.tokens[max(ends[0] - 4, 0) : ends[0]]):
        found.append("says will of a range")
    return found


def _open_ends(said: Sentence) -> list[str]:
    """`since` and `until` that no day follows."""
    tokens = said.tokens
    open_on = [  # `from December on`
        token.text
        for i, token in enumerate(tokens)
        if token.text == "on"
        and "period" in tokens[i - 1].parts
        and tokens[i + 1 : i + 2]
        and tokens[i + 1].text in ",.;:)"
    ]
    return open_on + [
        token.text
        for i, token in enumerate(tokens)
        if token.text in ("since", "ever since", "until", "till", "as of")
        and token.parts & {"edge", "since"}
        and not (i and tokens[i - 1].text in ("has", "have") and any("period" in t.parts for t in tokens[:i]))
        and not any(t.parts & {"period", "began"} or t.text == "then" for t in tokens[i + 1 : i + 4])
    ]


def _units(said: Sentence, claim: Claim, bound: Bound) -> list[str]:
    """`monthly` and the like of what is no month."""
    # On its first day it brought in what that brought in, not what the range did.
    told = binding.ranges(fact for fact in claim.facts if not fact.metric.endswith(("_of_first_day", "_of_last_day")))
    allowed = {unit for unit in _UNIT_WORDS if any(dates.is_whole(unit, days) for days in told)}
    allowed |= {"day"} if {f.term.role for f in claim.facts} & {"slope", "duration"} else set()
    allowed |= {"day"} if any(f.term.noun == "daily_revenue" for f in claim.facts) else set()
    allowed |= {claim.template.rpartition("_")[2]}
    on_it = any("on" in [t.text for t in said.tokens[max(i - 3, 0) : i]] for i in said.positions("period_word"))
    allowed |= {"day"} if said.positions("began") and not on_it else set()
    edges = {f.metric for facts in bound.values() for f in facts[:1] if f.metric.endswith(("_first_day", "_last_day"))}
    allowed |= {"day"} if edges or claim.type in ("no_data", "adjusted_change") or said.positions("ended") else set()
    words = [said.tokens[i].text for i in said.positions("period_word")]
    if claim.template == "year_ago_season":
        words = [word for word in words if word != "years"]
    return [f"speaks of a {unit}" for unit, forms in _UNIT_WORDS.items() if unit not in allowed and {*words} & {*forms}]
