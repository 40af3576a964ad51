"""What a period of a sentence belongs to: a number, what is compared with, or all of it."""

from typing import Literal

from .lexicon import NOUNS
from .roles import HEDGE, INSIDE, is_ratio
from .sentences import Sentence, rule

Link = Literal["base", "either", "before", "after", "float"]
"""What a period belongs to: the days compared with, those or the claim's, the number before or after it, or all."""

_NOUN = "/".join(NOUNS)
_BASE_PERIOD = rule(
    rf"(?:(?:<against/exceeds/falls_short/above/below>|<=behind/ahead>)<in/at/be/level/article/filler/of/name/previous/possessive/{_NOUN}>*"
    rf"|<from><article/previous/{_NOUN}>*<of/in>?<article>*)$"
)
_OVER = rule(rf"<up/down/more/less/number><period>*<over><article/of/{_NOUN}>*$")
_ON = rule(rf"<up/down/more/less><of/by/article/{HEDGE}>*<number>?(?:<in>?<period>)?<=on><article/of/{_NOUN}>*$")
_SAME_AS = rule(
    "(?:<same_as>|<exact><=as>|<flat><filler/article/at/number/in/period>*<=as/that/with/to>|<=matched/matches/matching/equaled/equalled>"
    "|<=level_with/on_par_with/on_a_par_with/identical_to/equal_to/in_line_with/even_with/no_different_from/"
    "unchanged_from>)<in/of/article/filler/level/be>*$"
)
_TO_PERIOD = rule("<from><period><to><article>*$")
_BETWEEN_PERIODS = rule("<between>(?:<period><and><article>*)?$")
_NUMBER_AFTER = rule(
    rf"^<possessive>?(?:(?!<above/below>)<article/filler/of/level/at/be/name/possessive/per_day/period_word/best/worst/record/"
    rf"{HEDGE}/{_NOUN}>)*<number>"
)
_NUMBER_WORTH = rule(rf"^<,><=worth/valued_at><article/{HEDGE}>*<number>")
_NUMBER_IN_BRACKET = rule(rf"^<possessive>?<{_NOUN}/name>*<(><{HEDGE}>*<number>")
_NUMBER_WHEN = rule(
    rf"^<,>?(?:<=when/where>|<=which><=had/was/brought_in/saw/generated/earned/recorded/made>)<article/filler/name/of/in/level/at/be/possessive/per_day/{HEDGE}/{_NOUN}>*<number>"
)
_NUMBER_BEFORE = rule(
    rf"<number>(?:<spent/at/in/article/of/filler/level/be/name/per_day/possessive/expected/edge/best/worst/period_word/"
    rf"{_NOUN}>)*$"
)
_IF = rule("<number><=had/if/were><in/article>*$")
_NUMBER_OF_BRACKET = rule("<number><(>$")

_AS_IN = rule("<=as><in/of/article>*$")
_TIMES = rule("<number>(?:<article/of/possessive>*|<article/filler>*<=what><article/filler/level/name/be/in>*)$")
_OPENS = rule(r"(?:<;>|<=while/whereas/but>)$")
_TELLS = rule(rf"^<,/article/name/of/in/filler/period/level/be/per_day/possessive/{_NOUN}/{HEDGE}>*<number>")
_LEADS = rule("^<period/in/,/article>*$")
_BRACKET, _TOLD = rule(r"<(>$"), rule("^<:><number>")


def links_of_period(sentence: Sentence, position: int) -> list[tuple[Link, int]]:
    """What the period at `position` may belong to, the likeliest first, with the position of that number (-1: none)."""
    left, right = sentence.left(position), sentence.right(position)
    numbers = sentence.positions("number")
    period = sentence.tokens[position].period
    assert period is not None
    if period.adverb:
        return [("base", -1)]
    if _TO_PERIOD.search(left):
        return [("float", -1)]
    if _BETWEEN_PERIODS.search(left):
        return [("base" if "between" in sentence.tokens[position - 1].parts else "float", -1)]
    if _SAME_AS.search(left) or (sentence.positions("flat") and _AS_IN.search(left)):
        return [("base", -1)]
    after = next((n for n in numbers if n > position), -1)
    before = next((n for n in reversed(numbers) if n < position), -1)
    if before >= 0 and _NUMBER_OF_BRACKET.search(left) and not _TOLD.search(right):
        return [("before", before)]  # `$5 (May 1 to 3)`
    dated = period.first is not None and bool(period.first.day)
    opens = (not left or _OPENS.search(left) is not None) and bool(period.back) and _TELLS.search(right)
    told = _BRACKET.search(left) and _TOLD.search(right)
    close = _NUMBER_AFTER.search(right) or _NUMBER_WHEN.search(right) or (_NUMBER_WORTH.search(right) and dated)
    found: list[tuple[Link, int]] = []
    if after >= 0 and (opens or told or close or (_NUMBER_IN_BRACKET.search(right) and _is_sum(sentence, after))):
        found.append(("after", after))
        if right.startswith("possessive|"):
            return found  # `November's $5`
    if _ON.search(left) and dated:
        return [*found, ("either", -1)]
    own = period.first is None and not period.back  # `over the month`
    if any(rule.search(left) for rule in (_BASE_PERIOD, _OVER, _ON)) and not (own and _OVER.search(left)):
        found.append(("base", -1))
    multiple = sentence.tokens[before].quantity if before >= 0 else None
    if multiple is not None and (
        (multiple.multiple and (_TIMES.search(left) or _AS_IN.search(left)))
        or (_TIMES.search(left) and is_ratio(sentence, before))
    ):
        found.append(("base", -1))
    if before >= 0 and _NUMBER_BEFORE.search(left) and ("base", -1) not in found and not _IF.search(left):
        found.append(("before", before))
        earlier = next((n for n in reversed(numbers) if n < before), before)
        alone = len(sentence.positions("period")) == 1
        if alone and any(t.parts & {"against", "from"} for t in sentence.tokens[earlier + 1 : before]):
            found.append(("before", earlier))  # `$9 rather than $5 in May`
    if after >= 0 and _LEADS.search(left) and _TELLS.search(right):
        found += [("after", after), ("float", -1)]  # `A year earlier, in April 2024, revenue had been $5`
    return found or [("float", -1)]


def _is_sum(sentence: Sentence, position: int) -> bool:
    quantity = sentence.tokens[position].quantity
    return quantity is not None and quantity.format in ("currency", "number") and not quantity.sign


_COMPARES = rule(rf"^<level/be/in/at/{INSIDE}/forecast>*<number/period/expected/best/worst/began/ended/edge>")


def compares_with_nothing(sentence: Sentence) -> list[str]:
    """Words that compare (`than`, `relative to`), where neither days nor a figure follow."""
    return [sentence.tokens[i].text for i in sentence.positions("against") if not _COMPARES.search(sentence.right(i))]
