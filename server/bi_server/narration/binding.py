"""Which facts a number of a sentence can be: by value and unit, role, period, part of the business and noun."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bi_server.analysis.insights import Claim, Fact, Role
from bi_server.analysis.insights.vocabulary import TERMS

from .dates import Range
from .formats import SYMBOLS
from .lexicon import NOUNS
from .numbers import Quantity
from .particulars import is_effect, noun_of
from .parts_of_change import noun_of_part
from .roles import HEDGE, Kind, noun_of_change
from .sentences import Sentence, rule

MAX_RELATIVE_ERROR = 0.05
"""However few digits are given, the number must be this close."""

ABOUT, ABOUT_FRACTION, BEYOND, FRACTION = 0.04, 0.06, 0.1, 0.05
"""How far off `about` may be, also of a fraction, how far beyond its number `just over` is, and a bare fraction."""

OVER_FRACTION = 0.2
"""How far beyond a fraction its number may be where only `over` or `less than` is said."""

_ORDERS_AT = rule(
    rf"<number><orders><in/period>*<,>?<at/of/level>+<article/spent/{HEDGE}/of>*$|<orders>.*<spent><article/{HEDGE}>*$"
)
_PART_OF_NUMBER = rule(f"^<of><article/{HEDGE}>*<number>")
_JOINTLY = frozenset({"together", "jointly", "combined", "taken together", "collectively", "in total", "altogether"})
_WHOLE = frozenset({"net", "total", "overall"})

MIRRORED = {"just_over": "just_under", "just_under": "just_over", "over": "under", "under": "over"}
"""Hedges of a part that is left, as hedges of what is gone: just over half is less than half gone."""


def bases(claim: Claim) -> set[str]:
    """The metrics that a change of the claim is against."""
    return {fact.term.base for fact in claim.facts if fact.term.base}


_KINDS: dict[Role, Kind] = {
    "current": "level",
    "forecast": "level",
    "previous": "base",
    "record": "base",
    "expected": "expected",
    "change": "change",
    "slope": "slope",
    "bound": "bound",
    "confidence": "confidence",
    "duration": "duration",
    "index": "index",
}


def kind_of_fact(fact: Fact, claim: Claim) -> Kind:
    """What role a fact's number has to play."""
    kind = _KINDS[fact.term.role]
    return "base" if kind == "level" and fact.metric in bases(claim) else kind


def kinds_that_fit(said: Collection[Kind], claim: Claim) -> set[Kind]:
    """The kinds of facts that a number said to be of one of the kinds may be."""
    found = set(said)
    # What is expected of coming days is what a forecast claim is about.
    if "expected" in said and any(fact.term.role == "forecast" for fact in claim.facts):
        found.add("level")
    if "base" in said and claim.template == "growth_cut_base":
        found.add("level")  # `no earlier period to set against the $5`
    # `$5 against $9`, of what nothing but the expected is compared with
    if "base" in said and not any(_KINDS[fact.term.role] == "base" for fact in claim.facts):
        found.add("expected")
    return found


def is_value(stated: Quantity, hedge: str, fact: Fact, currency: str) -> bool:
    """Whether the number is the fact's, in its unit, within its rounding and its hedge."""
    if stated.format not in (fact.format, "any", "days"):
        return False
    if stated.format == "days" and fact.term.role != "duration":
        return False
    if hedge == "at_least" and fact.term.role == "forecast":
        return False
    if stated.currency and stated.currency.upper() not in (SYMBOLS.get(currency, currency), currency):
        return False
    size, value = abs(fact.value), stated.value
    # Binary fractions: 12.35 lies a hair beside the middle between 12.3 and 12.4.
    hair = 1e-9 * max(1.0, size)
    beyond = hair + (max(stated.step, BEYOND * value) if value < 10 else BEYOND * value)
    if hedge.startswith("just_") and not stated.fraction:
        beyond = min(beyond, hair + max(stated.step, _grain(value)))
    if stated.multiple and hedge in ("just_over", "over"):
        # More than doubled is less than tripled.
        return value + hair < size < value + 100
    if hedge in ("over", "under"):
        # Said without `just`; `over a third` lies below the next usual fraction.
        beyond = OVER_FRACTION * value if stated.fraction else beyond
        hedge = f"just_{hedge}"
    if hedge in ("just_over", "at_least"):
        return (value + hair < size if hedge == "just_over" else value - hair <= size) and size <= value + beyond
    if hedge == "just_under":
        return value - beyond <= size < value - hair
    allowed = min(stated.step / 2, MAX_RELATIVE_ERROR * size) if not stated.fraction else FRACTION * value
    if hedge == "about":
        near = ABOUT_FRACTION * size if stated.fraction else min(_grain(value), ABOUT * size)
        allowed = max(allowed, near)
    return abs(value - size) <= allowed + hair


def _grain(value: float) -> float:
    """The size of the last digit that is not zero, of a five five of it: 10,000 of $90,000, 5 of 25 %."""
    if value <= 0:
        return 0.0
    digits = f"{value:.12e}".partition("e")[0].replace(".", "").rstrip("0")
    last: float = 10.0 ** (math.floor(math.log10(value)) + 1 - len(digits))
    return 5 * last if digits.endswith("5") else last


def is_signed_right(stated: Quantity, direction: str, fact: Fact) -> bool:
    """Whether sign and the nearest direction agree with the fact's. A level below zero needs its minus."""
    if stated.sign:
        return fact.value == 0 or (fact.value < 0) == (stated.sign == "-")
    if fact.term.role in ("change", "slope"):
        if direction:
            return fact.value == 0 or (fact.value < 0) == (direction == "down")
        return fact.value >= 0
    return fact.value >= 0 or fact.term.role == "index"


def noun_at(sentence: Sentence, position: int) -> str:
    """What the number counts: the noun right after it, else the last one before."""
    changed = noun_of_part(sentence, position) or noun_of_change(sentence, position)
    if changed and not (changed == "revenue" and is_effect(sentence, position)):
        return changed
    # What an effect moves is revenue; it counts for what moved it: `fewer orders cut revenue by $5`.
    counted = {*NOUNS} - ({"revenue"} if is_effect(sentence, position) else set())
    nouns = [
        (i, token.parts & counted)
        for i, token in enumerate(sentence.tokens)
        # `2.9% of visits, against 3.2%` counts no visits
        if token.parts & counted and not (i > 1 and i - 2 < position and _is_percent_of(sentence, i))
    ]
    of = any(t.text == "of" for t in sentence.tokens[position + 1 : position + 2])
    after = next(
        (n for i, n in nouns if i == position + 1 or (of and i == position + 2 and n & _COUNTED_BY_PERCENT)), None
    )
    near = sentence.tokens[max(position - 5, 0) : position]
    whole = (
        token.text in _WHOLE and (after.parts & {"up", "down"} or after.text == "change")
        for token, after in pairwise((*near, *near[-1:]))
    )
    jointly = next((i for i, of_it in enumerate(whole) if of_it or near[i].text in _JOINTLY), len(near))
    other = {*NOUNS} - {"revenue"}
    around = (*near[jointly:], *sentence.tokens[position + 1 : position + 3])
    if jointly < len(near) and not any(token.parts & other for token in around):
        return "revenue"  # `together adding $5`
    explains = [i for i in sentence.positions("explains") if i < position]
    part = _PART_OF_NUMBER.search(sentence.right(position))  # `fewer orders explain $5 of the drop of $9`
    if explains and not part and not any(n - {"revenue"} for i, n in nouns if explains[-1] < i < position):
        return "revenue"  # `fewer orders explain the drop of $5`
    if _ORDERS_AT.search(sentence.left(position)) and _is_money(sentence, position):
        return "average_order_value"  # `1,200 orders at an average of $5`
    before = [n for i, n in nouns if i < position]
    found = after or (before[-1] if before else None)
    return min(found) if found else ""


def _is_money(sentence: Sentence, position: int) -> bool:
    quantity = sentence.tokens[position].quantity
    return quantity is not None and quantity.format == "currency"


_COUNTED_BY_PERCENT = frozenset({"orders", "conversion_rate"})


def _is_percent_of(sentence: Sentence, position: int) -> bool:
    number, of = sentence.tokens[position - 2 : position]
    rate = number.quantity is not None and number.quantity.format == "percentage"
    return rate and of.text == "of" and not sentence.tokens[position].parts & _COUNTED_BY_PERCENT


def with_noun(found: Sequence[Fact], claim: Claim, noun: str) -> list[Fact]:
    """`found` without what is of another noun, where the claim has numbers of one unit for several."""
    if not noun:
        return list(found)
    return [
        fact
        for fact in found
        if fact.metric == "price_effect"  # `revenue per unit rose (+$5 of revenue)`
        or claim.type == "correlation"
        or noun_of(fact) in (noun, f"daily_{noun}")
        or (
            len({noun_of(other) for other in claim.facts if other.format == fact.format}) == 1
            # `revenue rose 5%` of what rose per unit
            and not (fact.term.role == "change" and noun in {other.term.noun for other in claim.facts})
        )
    ]


_DIFFERENCES = (
    ("revenue", "previous_record", "revenue_change"),
    ("daily_revenue_after", "daily_revenue_before", "daily_revenue_change"),
    ("customer_revenue", "previous_customer_revenue", "customer_revenue_change"),
    ("forecast_revenue", "revenue", "forecast_change"),
)
"""Two levels, and what their difference is."""


def with_differences(claim: Claim) -> Claim:
    """The claim with what every level differs by from an earlier one beside it: `36 fewer orders`, `8% above it`."""
    found: list[Fact] = []
    pairs = [(f.metric, f"previous_{f.metric}", f"{f.metric}_change") for f in claim.facts]
    for metric, base, change in (*pairs, *_DIFFERENCES):
        now, before = claim.find(metric), claim.find(base)
        if now is None or before is None or change not in TERMS or "ended" in claim.template:
            continue  # what ended did not fall by so much since its last day
        if claim.type == "record" and (now.value > before.value) != (claim.direction == "up"):
            continue
        difference = now.value - before.value
        if claim.find(change) is None:
            found.append(replace(now, metric=change, value=round(difference, 4)))
        percent = f"{change}_percent"
        if percent in TERMS and claim.find(percent) is None and before.value > 0:
            found.append(
                replace(now, metric=percent, value=round(difference / before.value * 100, 2), format="percentage")
            )
    order, whole = claim.find("order_revenue"), claim.find("revenue_change")
    if order is not None and whole is not None:
        found.append(replace(whole, metric="revenue_change_without", value=round(whole.value - order.value, 4)))
    return replace(claim, facts=(*claim.facts, *found))


def ranges(facts: Iterable[Fact]) -> frozenset[Range]:
    """The days of the facts."""
    return frozenset((fact.start, fact.end) for fact in facts)


def base_pairs(claim: Claim) -> list[tuple[Range, Range]]:
    """The days of every change, and those it is against; of levels, and the earlier ones beside them."""
    earlier = [fact for fact in claim.facts if kind_of_fact(fact, claim) == "base"]
    now = [fact for fact in claim.facts if kind_of_fact(fact, claim) == "level"]
    return [((a.start, a.end), (b.start, b.end)) for a in now for b in earlier if a.segment == b.segment]
