"""What single kinds of claims say: parts of a change, the season of a month, and what was checked."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bi_server.analysis.insights import Claim, Fact

from . import parts_of_change, suspicions
from .numbers import Quantity
from .parts_of_change import EFFECTS, NOUN_OF_EFFECT
from .roles import HEDGE
from .sentences import Sentence, rule

_EFFECT = rule(
    "(?:<=for/counted_for/counting_for/counts_for/accounted_for/accounting_for/accounts_for/account_for/makes_up/make_up/making_up/responsible_for/add/adds/added/adding/adding_back/added_back/adds_back/contributed/contributing/worth/offsetting/recouping/recovering/gave_back/giving_back/took_away/taking_away/bringing/brought/meant/means/meaning>|<costs/explains>)"
    rf"<article/filler/name/possessive/more/effect/{HEDGE}>*$"
    rf"|<up/down><article/name/possessive/period>*<revenue><by><article/filler/{HEDGE}>*$|<effect><of/be><article/{HEDGE}>*$"
)
_EFFECT_TOO = rule(
    rf"(?:<up>|<costs>)<article/{HEDGE}>*<number><in/period/filler/revenue/of>*<,>?<and><article/up/down/more/less>*<orders/average_order_value><{HEDGE}/effect>*$"
)
_EFFECT_IN_BRACKETS = rule("<orders/average_order_value><(>$")
_MORE_REVENUE = rule("^<more/less><in/of>?<revenue>")
_DRAG = rule("^<=drag/hit/dent/boost/lift/uplift><of/in/to/=on>?(?:<=on>|<to>)?<article>*<revenue>")
_A_GAIN = rule(f"<up/down><of><article/{HEDGE}>*$")
_OF_ANOTHER = rule(
    "^<of><article/period/possessive/name>*<up/down><in/of><article/possessive>*<orders/average_order_value>"
)
_IN_ORDERS = rule("^<in><article>*<orders>")
_BRACKET = rule("<(>$")
_OF_THE_WHOLE_BEFORE = rule("^<of><article/filler>*(?:<revenue>|<=total>)")
_OF_REVENUE = rule("^<of/in><revenue>")
_OF_THE_WHOLE = rule("^<,>?<of><article/filler/period/possessive>*(?:<revenue>|<=total/whole>)")
_AN_AVERAGE_MONTH = rule(
    rf"^(?:<to/and/-><article/{HEDGE}>*<number>)?(?:<=as_much_as/as_much/as/of/that>|<article/level>|<revenue><of>)*"
    "<average_month>"
)
_INDEX = rule(
    rf"(?<!\S)\S*=\S*ind(?:ex|ices)\S* "
    rf"(?:<article/of/in/at/be/between/(/:/level/filler/period/range/{HEDGE}>|<number><to/and/->)*$"
)
_LOOSE = frozenset(
    [
        "almost",
        "nearly",
        "practically",
        "virtually",
        "not quite",
        "essentially",
        "basically",
        "effectively",
        "as good as",
    ]
)
_MOVED = frozenset({"up", "down", "more", "less", "costs"})
_OF_A_RATE = ("visits_change_percent", "orders_change_percent")
_BASES = ("previous", "expected", "record")
_COUNTED = {"categories": ("categories", "product categories"), "regions": ("regions",)}


def times_an_average_month(stated: Quantity, claim: Claim) -> Quantity:
    """`2.1 times an average month` as 2.1, of a claim that has such figures."""
    if claim.template != "year_ago_season" or not stated.multiple:
        return stated
    times = 1 + (stated.value if stated.sign == "+" else -stated.value) / 100
    return Quantity(times, stated.step / 100, "number", fraction=stated.fraction)


def is_effect(sentence: Sentence, position: int) -> bool:
    """Whether a number is said to be a part of a change: `lower prices accounted for -$100`."""
    quantity = sentence.tokens[position].quantity
    signed = quantity is not None and quantity.sign != "" and bool(_OF_REVENUE.search(sentence.right(position)))
    left = sentence.left(position)
    if parts_of_change.noun_of_part(sentence, position):
        return True
    if quantity is not None and quantity.format == "currency" and quantity.sign and _BRACKET.search(left):
        return True  # `orders grew 5% to 90 (+$400)`
    if any(rule.search(sentence.right(position)) for rule in (_MORE_REVENUE, _DRAG)):
        return True
    if any("revenue_per_unit" in token.parts for token in sentence.tokens) and _A_GAIN.search(left):
        return True  # `revenue per unit rose, a gain of $5 in revenue`
    return signed or bool(_EFFECT.search(left) or _EFFECT_TOO.search(left) or _EFFECT_IN_BRACKETS.search(left))


def objections(sentence: Sentence, claim: Claim, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """Why the sentence says something else of effects, of a season or of what was checked."""
    found = []
    moved = any(t.parts & _MOVED or (t.quantity is not None and t.quantity.sign) for t in sentence.tokens)
    for position, facts in bound.items():
        fact = next(iter(facts), None)
        if fact is None:
            continue
        text = sentence.tokens[position].text
        quantity = sentence.tokens[position].quantity
        amount = quantity is not None and quantity.format == "currency"
        of_other = amount and fact.metric.endswith("_effect") and _OF_ANOTHER.search(sentence.right(position))
        of_other = of_other or (amount and claim.type == "breakdown" and _IN_ORDERS.search(sentence.right(position)))
        as_part = is_effect(sentence, position) and (moved or sentence.positions("effect"))
        if of_other or (fact.metric.endswith("_effect") and amount and not as_part):
            found.append(f"{text} is not told as a part of the change")
        if fact.term.noun == "season_index" and _of_one_year(sentence, position):
            found.append(f"{text} is of no single year")
        told = _AN_AVERAGE_MONTH.search(sentence.right(position)) or _INDEX.search(sentence.left(position))
        if fact.term.noun == "season_index" and not told:
            found.append(f"{text} is not told as average months")
        if fact.metric == "herfindahl_index" and not any(
            "concentration" in t.parts for t in sentence.tokens[max(position - 4, 0) : position]
        ):
            found.append(f"{text} is not told as an index")
        following = sentence.tokens[position + 1] if position + 1 < len(sentence.tokens) else None
        counted = {noun for f in facts for noun in _COUNTED.get(f.metric, ())}
        if counted and (following is None or following.text not in counted):
            found.append(f"{text} is no number of what was checked")
        if (
            fact.metric.endswith("_effect")
            and following is not None
            and following.text.startswith(("per ", "each", "a unit"))
        ):
            found.append(f"{text} is of them all")
        if following is not None and "spenders" in following.parts:
            found.append(f"{text} is no number of {following.text}")
    for i in sentence.positions("offset"):
        by = next((facts[0] for n, facts in bound.items() if n > i and facts), None)
        # `an order value that partly made up for fewer orders` names the larger part second.
        larger = sentence.tokens[i].text.endswith(" for")
        text = sentence.tokens[i].text
        if text.startswith("offset") and "by" not in text:  # `which offset fewer orders`, `offsetting $5 of the loss`
            larger = "number" not in sentence.tokens[min(i + 1, len(sentence.tokens) - 1)].parts
        by = by if by is None or by.metric.endswith("_effect") else claim.find(EFFECTS.get(by.term.noun, "")) or by
        if by is None or ((by.value > 0) == (claim.direction == "up")) != larger:
            found.append(f"says {sentence.tokens[i].text} of what does not")
    for i in sentence.positions("merely"):
        plain = sentence.tokens[i].parts & ({"article", "data", "began"} | ({"merely"} if _hardly(claim) else set()))
        near = [facts[0] for n, facts in bound.items() if i < n <= i + 2 and facts]
        lower = any(_is_lower(fact, claim) for fact in near)
        plain |= frozenset(
            p
            for t in sentence.tokens[i + 1 : i + 2]
            for p in t.parts & {"offset", "small", "flat", "partial", "carries"}
        )
        if not plain and not lower:
            found.append(f"says {sentence.tokens[i].text}")
    for i in sentence.positions("about") + sentence.positions("just_under"):
        after = sentence.tokens[i + 1 : i + 2]
        if sentence.tokens[i].text in _LOOSE and any(t.parts & {"began", "ended", "calm", "lasting"} for t in after):
            found.append(f"says {sentence.tokens[i].text} of what is all or nothing")
    found += parts_of_change.objections(sentence, claim, bound) + _season(sentence, claim, bound)
    found += _share(sentence, bound) + _season_aside(sentence)
    if sentence.positions("spenders") and not sentence.positions("spent"):
        found.append("does not say what customers spent")
    return [
        *found,
        *_every(sentence, claim),
        *_calm(sentence, claim),
        *suspicions.objections(sentence, claim),
        *_rank(sentence, claim),
    ]


def _hardly(claim: Claim) -> bool:
    """Whether any size of its change may be told as a small one."""
    return claim.template == "growth_hardly"


def _every(sentence: Sentence, claim: Claim) -> list[str]:
    """`every month had more`, of one that had more than every other."""
    if claim.type != "record":
        return []
    tokens = sentence.tokens
    compared = ("than", "in", "of", "against", "exceeds", "falls_short", "above", "below", "same_as")
    ever = ["says all time of what is known since a day"] if ("all", "time") in pairwise(t.text for t in tokens) else []
    ever += [f"says {t.text} of one" for t in tokens if t.text.startswith("total") and "revenue" in t.parts]
    ever += [f"says {t.text} of a record" for t in tokens if {"typical", "average", "usual"} & {*t.text.split()}]
    return ever + [
        f"says {token.text} of one"
        for before, token in zip((None, *tokens), tokens, strict=False)
        if token.text.startswith("every")
        and not (before is not None and (before.parts & {*compared} or before.text.endswith("than")))
    ]


def _is_lower(fact: Fact, claim: Claim) -> bool:
    """Whether a figure is the lower of two, or a fall: `from only $5`."""
    if claim.type == "adjusted_change":
        less = 0 < fact.value < claim["revenue_change_percent"].value  # `would have grown only 2%`
        weak = fact.metric == "revenue" and fact.value < claim["expected_revenue"].value
        return weak or (fact.metric.endswith("_without") and less)
    if claim.type == "conversion" and fact.metric in _OF_A_RATE:  # `visits rose 9% and orders only 5%`
        sizes = sorted(f.value for f in claim.facts if f.metric in _OF_A_RATE)
        return fact.value < 0 or fact.value < sizes[-1]
    if fact.term.role == "change":
        return fact.value < 0
    if fact.term.noun == "season_index":
        return fact.value < 1
    return (fact.term.role in _BASES) == (claim.direction == "up")


def noun_of(fact: Fact) -> str:
    """What a fact counts; of an effect, what had it."""
    return NOUN_OF_EFFECT.get(fact.metric, fact.term.noun)


def _season(sentence: Sentence, claim: Claim, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """`every` that is of no year or month of the year; a season without its figures."""
    if claim.template != "year_ago_season":
        return []
    found = []
    for i in sentence.positions("season"):
        token, following = sentence.tokens[i], sentence.tokens[i + 1 : i + 2]
        if i and token.text == "always" and sentence.tokens[i - 1].text == "as":
            found.append("says as always")
        every_month = bool(following) and following[0].period is not None and following[0].period.first is not None
        if token.text in ("every", "each") and not every_month:
            found.append(f"says {token.text} of what is none")
    sizes = [fact.value for facts in bound.values() for fact in facts[:1] if fact.term.noun == "season_index"]
    if sizes != sorted(sizes):
        found.append("tells the higher end of a range first")
    if not sizes and (sentence.positions("average_month") or sentence.positions("season")):
        found.append("tells of a season without its figures")
    return found


def _season_aside(sentence: Sentence) -> list[str]:
    """A season that is not set aside."""
    named = sentence.positions("season_word")
    return (
        [f"tells of the {sentence.tokens[named[0]].text}"] if named and not sentence.positions("season_aside") else []
    )


def _of_one_year(sentence: Sentence, position: int) -> bool:
    """Whether the period before or after the number, in its clause, has a year."""
    tokens = sentence.tokens
    for way in (range(position - 1, -1, -1), range(position + 1, len(tokens))):
        for i in way:
            if tokens[i].text in (",", ";", ":", "since") and tokens[min(i + 1, len(tokens) - 1)].text != "which":
                break
            period = tokens[i].period
            if period is not None and (i == 0 or tokens[i - 1].text != "since"):
                if period.first is None:
                    usual = period.unit == "month" and not period.back and sentence.positions("season")
                    return not usual
                if period.first.year is not None and (period.last is None or period.first.year == period.last.year):
                    return True
                break
    return False


def _share(sentence: Sentence, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """A share that is not told as one."""
    shares = [n for n, facts in bound.items() for f in facts[:1] if f.term.noun == "share"]
    told = (
        sentence.positions("share")
        or sentence.positions("largest")
        or any(_OF_THE_WHOLE.search(sentence.right(n)) for n, facts in bound.items() if facts)
        or any(_OF_THE_WHOLE.search(sentence.right(n)) or _OF_THE_WHOLE_BEFORE.search(sentence.left(n)) for n in shares)
    )
    return ["does not say that it is a share"] if shares and not told else []


def _rank(sentence: Sentence, claim: Claim) -> list[str]:
    """`no month had more` of a day, `the best Friday`."""
    unit = claim.template.rpartition("_")[2]
    ranks = (*sentence.positions("best"), *sentence.positions("worst"))
    for i in (i for i in ranks if not sentence.tokens[i].text.endswith("than")):
        after = (t for t in sentence.tokens[i + 1 : i + 2] if not t.text.startswith("before "))
        following = [token.period for token in after if token.period is not None]
        if any(period.first is not None or period.weekday is not None for period in following):
            return [f"ranks it among {sentence.tokens[i + 1].text}"]
    said = [sentence.tokens[i].text for i in sentence.positions("none_had")]
    return [f"says {text} of a {unit}" for text in said if not text.endswith((unit, "never"))]


def _calm(sentence: Sentence, claim: Claim) -> list[str]:
    counted = {text for texts in _COUNTED.values() for text in texts}
    for i, token in enumerate(sentence.tokens):
        if claim.type == "nothing_unusual" and token.text in counted:
            before = sentence.tokens[i - 1].parts if i else frozenset()
            if "number" not in before:
                return [f"does not say how many {token.text}"]
    calm = claim.type != "nothing_unusual" or sentence.positions("calm")
    return [] if calm else ["does not say that nothing was unusual"]
