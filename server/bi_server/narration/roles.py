"""The small grammar: which roles a number may play by the words around it; where they are silent its value decides."""

import re
from typing import Literal

from .lexicon import NOUNS
from .sentences import Sentence, encoded, rule

Kind = Literal["level", "base", "expected", "change", "slope", "bound", "confidence", "index", "duration"]
"""What a number is in the sentence: where things stand, what they are compared with, what was expected, by how much
they differ, how fast they move, an end of a range, how sure it is, a correlation, or days."""

HEDGE = "about/just_over/just_under"
_AMBIGUOUS = frozenset(
    {"over", "more than", "above", "well above", "well over", "less than", "under", "below", "fewer than"}
)
_AT_LEAST = frozenset({"at least", "no less than", "not less than"})
_AFTERTHOUGHTS = frozenset({"or so", "or thereabouts", "give or take", "more or less"})
_NOUN = "/".join(NOUNS)
INSIDE = (
    f"merely/article/filler/{HEDGE}/previous/period/possessive/name/of/per_day/large/small/unusual/best/worst/{_NOUN}"
)
"""What may stand between a preposition and its number."""
CHANGE_NOUNS = (
    "increase/rise/growth/gain/jump/surge/improvement/uplift/boost/advance/climb/uptick/expansion/upswing/upturn/drop/fall/"
    "decline/decrease/loss/dip/slump/reduction/shortfall/plunge/slide/contraction/downturn/cut/setback/gap/deficit"
)

_WHOSE = rf"(?:<in/of><article>*(?:<{_NOUN}/name/possessive/of/in/period>)+)?"
_OF_THE_TOTAL = rule(rf"^<filler>*(?:<of><article/filler>*(?:<{_NOUN}>|<=total>)|<article>*<share>)")
_EXPECTED_AFTER = rule(
    "^<article/filler/be>*<expected/forecast>(?!<up/down/more/less>)|^<,>?(?:<from/in><period>)?<,>?<=as_expected>"
)
_CONFIDENCE_AFTER = rule("^<article/filler/of/forecast>*(?:<range>|<=range_between>)|^<:><number><to/and/-><number>")
_CONFIDENCE_BEFORE = rule("<between><article>*<number><and><number><,>?<at/with>$")
_EXPECTED_FOR = rule(
    rf"<expected/forecast><article/filler/possessive/level/{_NOUN}>*<of/in><article>*<name>*<period>(?:<be/level>|<:>)<article/{HEDGE}>*$"
)
_EARNED = rule(
    rf"(?:<=earned/earning/earns/made/makes/making/brought_in/brings_in/bringing_in/generated/generates/sold/took/takes/was/is>|<,><=averaging>|<revenue>(?:<of/in><name/period>)*<=averaged/averages>|<=ending_at/ended_at/finishing_at/finished_at/closing_at/standing_at/stood_at>)(?:<article/filler/of/{HEDGE}>|<=average/mean>)*$"
)
_WHICH_IS = rule(f"<number><in/period>*<,><=which><be><article/{HEDGE}>*$")
_PER_DAY_BEFORE = rule(f"<per_day><up/down><of/be/,/:>*<article/{HEDGE}>*$")
_PER_DAY_AFTER = rule("^<more/less/up/down/above/below>?(?:<in/of><revenue>?)?<per_day>")
_SIZE_AFTER = rule(
    # `$5 rose to $9` is no size, `$5 over 31 days` neither
    r"^(?!<=up/down><from>|\S*=(?:grew|rose|fell|shrank|sank|\w+ed) <to/by/number>)"
    "(?:<(><number>)?<)>?<per_day>?<article/large/small/adverb/trend/unusual/possessive>*"
    "(?:<up/down/more/less/above/below>|<=ahead_of/short_of>)"
    "|^<by><=which><article/name/period/revenue>*<up/down/exceeds/falls_short>"
    "|^<=that/which>?<article>*(?:<name/revenue>|<=we>)<be>?<up/down>|^<of><revenue><be>?<=lost/gained/added>|^<in><=added/additional/extra><revenue>"
    "|^<=that/which><be/level/filler/in>*<above/below/more/less/over>"
    rf"|^<{_NOUN}><={CHANGE_NOUNS}>"
    "|^<=change/difference/deviation/swing>(?!<of><number>)|^<over><article/filler/be>*<expected>|^<article/name/revenue><=did>"
    "|^<be><=what><article/name/revenue>*<up/down/exceeds/falls_short>"
    r"|^(?!<over><article>*number\|=\S*day)<over><article/possessive/period>*<number>"
)
_MOVES_REVENUE = rule("^<up/down><article/name/possessive>*<revenue>")
A_CHANGE = (
    rf"<of><article/filler/large/small/name/possessive/period/period_word/{HEDGE}>*(?:<=additional/extra><number>|"
    rf"<number>?(?:(?:<by><=which>|<=that/which>)<article>*<name/revenue>)?<article/large/small/{_NOUN}>*"
    rf"(?:<up/down>|<=change/difference/shift/deviation>|<=extra>(?!<{_NOUN}>)))"
)
_PART_OF_CHANGE = rule(f"^<=of_it>|^{A_CHANGE}")
_OF_A_CHANGE = rule(f"^{A_CHANGE}[^;]*<,>[^;]*$")
"""`Of the $9 rise in May, `"""
_MOVES = rule(f"<from/to/costs><article/{HEDGE}>*$")
_CHANGE_OF_NOUN = rule(
    rf"^(?:<from/owed>)?<article/large/small>*(?:<up/down><in/of>|<=change/difference><in/of>|<more/less><in>?)<article/possessive>*((?:\S*\|)?(?:{'|'.join(NOUNS)})\|)"
)
_OF_WHICH = rule(
    f"<number><in/article/period/of/revenue/more/less/against/expected>*<,>?<=of_which><article/{HEDGE}>*$"
)
_FROM_A_PART = rule("^<filler/be/level>*<from/in><article>*<name>")
_PEAK = rule(rf"<=high/low/peak/high_point/low_point><of><article/{HEDGE}>*$")
_CHANGED = rule(rf"(?!<against>)<up/down/more/less/costs><merely/article/filler/of/by/large/small/{HEDGE}>*$")
_TOLD_CHANGE = rule(rf"<up/down>{_WHOSE}(?:<:>|<be><of>?|<level>)<article/{HEDGE}>*$")
_CHANGE_AMOUNTS = rule(
    r"(?:^|<article/large/small/possessive>)(?!\S*=(?:peak|high|low|spike) )"
    rf"<up/down>{_WHOSE}(?:<,><=which>)?<be/level/would><of>?<article/{HEDGE}>*$"
)
_COMPARED_LEVEL = rule(
    "<up/down/more/less/unusual><=level/figure/value/total/amount/sum/rate/average/price/count/reading/share/normal/base>"
    rf"(?:<of/at>|<,>)?<article/{HEDGE}>*$"
)
_COST = rule(rf"<costs><article/filler/name/possessive/{HEDGE}>*$")
_MOST_OF_CHANGE = rule(
    rf"(?:<mostly><of/article/large/small>*<up/down>|<article/large/small/possessive>(?:<{_NOUN}>?<={CHANGE_NOUNS}>){_WHOSE})<(>$"
)
_CHANGE_IN = rule(
    rf"<up/down><in/of><article>*(?:<{_NOUN}/name/possessive/of/in/per_day/period/,>)+<of/by><article/{HEDGE}>*$"
)
_CHANGE_OF = rule(
    rf"(?:<=change/a_change_of/changed/difference/shift/shifted/deviation/trend>(?:<in><revenue>)?|<trend>|<by>)<of/by/article/filler/{HEDGE}>*$"
)
_BRACKETED = rule("<number><per_day/in/period>*(?:<(>|<,>?<=or><article>*)$")
_AFTER_SLOPE = rule("<number><per_day/in/period>*<,>$")
_COMPARED_AFTER = rule("^(?:<against>|<over><period>|<=on><period>)")
_HAVING_BEEN = rule("^<=having_been><article>*<previous/best/worst/record/spent/average_order_value/revenue/level>")
_HAD_BEEN = rule(f"<=had><be><at/of/article/{HEDGE}>*$")
_RATIO_AFTER = rule("^<of>?<article/period/possessive/expected>*<number>|^<of><article>*<expected>")
_RATIO_OF_PERIOD = rule(
    r"^<of><article>*<period>(?:<possessive>(?!<revenue>)|<possessive>?<=figure/level/"
    r"total/value>|<,>|$|\.\||<name/in/revenue/possessive/be>*<=left/remained/remaining>)"
)
_BY = rule(rf"<by><article/{HEDGE}/large/small>*$")
_STANDS = rule(rf"<be/level/at/of/to/from/{_NOUN}><article/{HEDGE}>*$")
_COMPARED_IN_BRACKET = rule("^<against><article>*<number><)>")
_EXPECTED_BEFORE = rule(
    rf"(?:<expected><in/at/period/name>*<(><{HEDGE}>*|<expected/forecast>(?:(?!<=but/while/whereas>)<article/filler/level/of/be/to/possessive/{HEDGE}/{_NOUN}>)*|<forecast><at><article/{HEDGE}>*)$"
)
_EXPECTED_TO_BE = rule(f"<expected><to><be><article/{HEDGE}>*$")
_FROM = rule(rf"<from><{INSIDE}>*$")
_TO = rule(rf"<to><level/be>*<{INSIDE}>*$")
_AGAINST = rule(
    "(?:<against/exceeds/falls_short/above/below>(?!<=it/that/this/them><at>)|<up/down/more/less><period>*<over>)"
    rf"<level/be/in/at/{INSIDE}>*$|<up/down/more/less><period>*<=on><{INSIDE}>*$"
)
_PREVIOUS = rule(rf"<previous><article/per_day/period_word/best/worst/record/of/level/filler/be/at/{_NOUN}/{HEDGE}>*$")

_PREVIOUS_BEST = rule(
    "(?:<previous>|<=earlier>|<=had><be>)<article/period_word/revenue/per_day>*<best/worst/record><period_word>*<,>?<filler/level/be/at/of/article>*$"
)
_SAME = rule(rf"(?:<flat><filler/article>*<=as>|<same_as>)<{INSIDE}/in>*$")


_PART_OF = rule("<number><of><article>*$")
_PART_OF_FRACTION = rule(r"(?<!\S)number\|=\S*(?:third|quarter|half|fifth|tenth)s? <of><article>*$")
_AGAINST_NEXT = rule(rf"^<in/period>*<against><in/article/{HEDGE}>*<number>")


def hedged(sentence: Sentence, position: int) -> str:
    """`about`, `just_over`, `just_under`, `over` or `under` where the word before the number says so, else empty."""
    before = sentence.tokens[position - 1] if position else None
    if any(token.text in _AFTERTHOUGHTS for token in sentence.tokens[position + 1 : position + 2]):
        return "about"
    if before is None:
        return ""
    found = before.parts & {"about", "just_over", "just_under"}
    if before.text in _AT_LEAST:
        return "at_least"
    if before.text in _AMBIGUOUS:
        earlier = sentence.tokens[position - 2].parts if position > 1 else frozenset()
        money = sentence.tokens[position].quantity
        # `5% more than $2` compares, `more than $2` hedges; so does `an increase over $2`.
        if "number" in earlier or (before.text == "over" and earlier & {"up", "down"} and money and money.currency):
            return ""
        return "under" if "just_under" in found else "over"
    # `nearly` is both.
    return next((hedge for hedge in ("just_over", "just_under", "about") if hedge in found), "")


def kinds_of_number(sentence: Sentence, position: int, *, slopes: bool) -> set[Kind]:
    """What the words say that the number at `position` is: nothing if they are silent, several if its value must tell.

    `slopes` tells whether a day's number may be a speed.
    """
    quantity = sentence.tokens[position].quantity
    assert quantity is not None
    # `earned less than $5` compares with nothing
    compares = position > 1 and "number" in sentence.tokens[position - 2].parts
    own = position - (position > 0 and hedged(sentence, position).endswith(("over", "under")) and not compares)
    left, right = sentence.left(own), sentence.right(position)
    percent = quantity.format == "percentage"
    if quantity.format == "days":
        return {"duration"}
    if quantity.multiple or is_ratio(sentence, position):
        return {"change"}
    if position in _bounds(sentence):
        return {"bound"}
    if slopes and _PER_DAY_BEFORE.search(left):
        return {"slope"}
    if slopes and _PER_DAY_AFTER.search(right) and _WHICH_IS.search(left):
        return {"slope"}
    if slopes and _PER_DAY_AFTER.search(right) and not (_TO.search(left) or _EARNED.search(left)):
        return {"slope"}
    if quantity.sign == "+":
        return {"change"}  # no level is written with a plus
    peak = _PEAK.search(left)
    reached = _TO.search(left) and not _EXPECTED_TO_BE.search(left)
    tells: tuple[tuple[Kind, object], ...] = (
        ("base", any(r.search(left) for r in (_PREVIOUS_BEST, _FROM, _PREVIOUS, _SAME, _AGAINST))),
        ("base", _HAVING_BEEN.search(right) or _HAD_BEEN.search(left)),
        ("level", (_COMPARED_LEVEL.search(left) and not quantity.sign) or peak or reached),
        ("level", percent and _OF_THE_TOTAL.search(right)),
        ("level", not percent and not quantity.sign and _BEFORE_ITS_CHANGE.search(right)),
        ("confidence", percent and (_CONFIDENCE_AFTER.search(right) or _CONFIDENCE_BEFORE.search(left))),
        ("change", not peak and _CHANGED.search(left)),
        ("change", any(r.search(left) for r in (_CHANGE_AMOUNTS, _COST, _MOST_OF_CHANGE, _CHANGE_IN, _CHANGE_OF, _BY))),
        ("change", (percent or quantity.format == "points") and _TOLD_CHANGE.search(left)),
        ("change", _SIZE_AFTER.search(right) and not _MOVES_REVENUE.search(right)),
        ("change", is_part_of_change(sentence, position)),
        ("change", _PART_OF.search(left) and quantity.format == "currency"),
        ("base", _PART_OF_FRACTION.search(left)),
        ("expected", _EXPECTED_AFTER.search(right) or _EXPECTED_FOR.search(left)),
        ("expected", _EXPECTED_BEFORE.search(left) and not _COMPARED_IN_BRACKET.search(right)),
    )
    found = {kind for kind, match in tells if match}
    if quantity.sign and not _STANDS.search(left) and not _STANDS_AFTER.search(right):
        # Alone, `-$5` may be where something stands that refunds prevail in; `-$5 against $9` is.
        alone = quantity.format == "currency" and not found
        found |= {"level"} if alone and _AGAINST_NEXT.search(right) else {"change"}
        found |= {"level"} if alone else set()
    before = next((i for i in reversed(sentence.positions("number")) if i < position), None)
    if before is not None:
        kinds = kinds_of_number(sentence, before, slopes=slopes)
        bracket = quantity.format != "number" and not quantity.sign and _BRACKETED.search(left)
        pair = _AGAINST_NEXT.search(right)  # `fell 5% ($9 versus $10)`
        if (bracket and not pair) or (not percent and _OF_WHICH.search(left)):
            found |= {"change" if kind == "slope" else kind for kind in kinds}
        if percent and (
            (_COMPARED_AFTER.search(right) and "change" in kinds) or (slopes and _AFTER_SLOPE.search(left))
        ):
            found.add("change")
    if not found and (_LEVEL.search(left) or _STANDS_AFTER.search(right)):
        found.add("level")
    return found


_LEVEL = rule(
    rf"(?:<be/level/at/of/to/{_NOUN}><{INSIDE}/in/:>*|<name/period><:><{HEDGE}>*|<began/ended/{_NOUN}><,><{HEDGE}>*)$"
)
_STANDS_AFTER = rule(rf"^(?:<be>?<level>|<of><{_NOUN}>|<=came/came_in/arrived>)")


_BEFORE_ITS_CHANGE = re.compile(
    rule(rf"^(?:<{_NOUN}>|<level/be>)*<,>?").pattern
    + rf"(?:number\|=[+-]\S+% |{rule('<up/down>').pattern}number\|=\S+% (?!{rule('<to>').pattern})"
    + rf"|number\|=\S+% {rule('<more/less/above/below>').pattern})"
)
"""`836 orders, 6.8% more than before`: what the change is of is what came of it."""


def direction_follows(sentence: Sentence, position: int) -> bool:
    """Whether the word that makes the number a change stands behind it: `5% more`."""
    right = sentence.right(position)
    return bool(_SIZE_AFTER.search(right) or _PART_OF_CHANGE.search(right))


def noun_of_change(sentence: Sentence, position: int) -> str:
    """The noun in `5% drop in orders` and `5% fewer orders`, else empty."""
    match = _CHANGE_OF_NOUN.search(sentence.right(position))
    return next((noun for noun in NOUNS if match and f"{noun}|" in match[1]), "")


def is_part_of_change(sentence: Sentence, position: int) -> bool:
    """Whether a number is what a part did of the whole's change: `$27,000 of the decline`."""
    return bool(
        _PART_OF_CHANGE.search(sentence.right(position))
        or (_OF_A_CHANGE.search(sentence.left(position)) and not _MOVES.search(sentence.left(position)))
    )


def is_ratio(sentence: Sentence, position: int) -> bool:
    """Whether a fraction is one of another number: `two thirds of November's $120k`."""
    quantity = sentence.tokens[position].quantity
    return (
        quantity is not None
        and quantity.fraction
        and not quantity.multiple
        and any(rule.search(sentence.right(position)) for rule in (_RATIO_AFTER, _RATIO_OF_PERIOD))
    )


_PAIR = rule("^(?:<to/and>|<=up_to>|<->)$")
_RANGE_BEFORE = rule(rf"<range/between><article/filler/of/from/at/be/:/,/(/name/{_NOUN}/{HEDGE}>*$")
_RANGE_AFTER = rule("^<)>?<,>?<at/be/article/filler>*<number>?<article>*<range>")
_CONFIDENT = rule("<number><range>(?:<of/be/:/from/between/article>)*$|<(><number><:>$")


def _bounds(sentence: Sentence) -> set[int]:
    """The numbers that are the ends of a stated range: `between 1 and 2`, `a 95% range of 1 to 2`."""
    found: set[int] = set()
    for position in sentence.positions("number"):
        pair = sentence.tokens[position + 1 : position + 3]
        if len(pair) < 2 or "number" not in pair[1].parts or not _PAIR.search(encoded(pair[:1])):
            continue
        low, high = sentence.tokens[position].quantity, pair[1].quantity
        if low is None or high is None or (low.value > high.value and not low.sign):
            continue
        if any(r.search(sentence.left(position)) for r in (_RANGE_BEFORE, _CONFIDENT)) or _RANGE_AFTER.search(
            sentence.right(position + 2)
        ):
            found |= {position, position + 2}
    return found
