"""What is said of the parts of a change: which one it is owed to, and how much of it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bi_server.analysis.insights import Claim, Fact

from .lexicon import NOUNS
from .roles import A_CHANGE, HEDGE, is_part_of_change
from .sentences import Sentence, rule

NOUN_OF_EFFECT = {"orders_effect": "orders", "order_value_effect": "average_order_value"}
EFFECTS = {noun: effect for effect, noun in NOUN_OF_EFFECT.items()}
OTHER = frozenset({"other", "remaining"})
"""What is left of a change that has two parts: `the other $5`."""
_ENDS = frozenset([",", ";", "(", "despite", "while", "although", "but"])
_WAYS = frozenset(["up", "more", "down", "less"])
OF_REVENUE = rule(
    "^<be>?<article/name/possessive/period/of/in/number>*<revenue>(?!<in/of/period/name>*<up/down/change>)"
)
_FROM_ONE = rule(
    "^<up/down>?<filler/level/in/period/revenue/be/owed/article>*<from><article>*<more/less/up/down>*"
    "(<orders/average_order_value>)"
)


_BELONGS = "belongs_to/belong_to/belonging_to"
_NOUN_OF_PART = rule(
    rf"^<)>?(?:<more/less>?(?:<=of_it>|{A_CHANGE}<in/of/over/article/name/possessive/period/revenue>*)?<,>?<be/filler/level>*"
    rf"(?:<from/owed>|<={_BELONGS}/for>)|<up/down><from/owed/to/by>)<article/filler/small/large>*<number>?(?:<up/down/more/less>|<of/in>)*<article>*(<orders/average_order_value>)"
)
_BELONGS_TOO = rule("^<to><article/up/down/more/less>*(<orders/average_order_value>)")
_WHOLE_CHANGE = rule(
    rf"(?:<revenue>(?:<in/of><name/period>|<period/be/filler>)*<up/down>|<up/down>(?:<in><revenue>)?<of>)<by/article/{HEDGE}>*$"
)
"""`revenue rose $5 on more orders`, `a rise of $5 due to orders`"""
_PARTS_TO_TELL = rule(
    rf"<=for/add/adds/added/adding/account_for/accounts_for/accounting_for/worth/contributed/contributing/contribute><article/{HEDGE}>*$"
)


def noun_of_part(sentence: Sentence, position: int) -> str:
    """What moved revenue by the amount at `position`, where the words behind it tell: `$5 of it from fewer orders`."""
    quantity = sentence.tokens[position].quantity
    if quantity is None or quantity.format != "currency" or _WHOLE_CHANGE.search(sentence.left(position)):
        return ""
    belongs = any(
        t.text in _BELONGS.replace("_", " ").split("/") or ("owed" in t.parts and t.text.endswith(" to"))
        for t in sentence.tokens[:position]
    )
    match = _NOUN_OF_PART.search(sentence.right(position))
    match = match or (_BELONGS_TOO.search(sentence.right(position)) if belongs else None)
    if match is not None:
        return next(noun for noun in EFFECTS if noun in match[1].partition("=")[0].split("|"))
    return _noun_of_pair(sentence, position)


def _noun_of_pair(sentence: Sentence, position: int) -> str:
    """`orders and their value rose, adding $5 and $2`: each of what is named in its place."""
    amounts = [n for n in sentence.positions("number") if n in (position - 2, position, position + 2)]
    pair = next((n for n in amounts if n + 2 in amounts and "and" in sentence.tokens[n + 1].parts), None)
    if pair is None or not _PARTS_TO_TELL.search(sentence.left(pair)):
        return ""
    nouns = list(dict.fromkeys(noun for t in sentence.tokens[:pair] for noun in EFFECTS if noun in t.parts))
    return nouns[position > pair] if len(nouns) == 2 else ""


def objections(sentence: Sentence, claim: Claim, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """Why the sentence says something else of the parts of a change."""
    return [
        *_owed(sentence, claim),
        *_most(sentence, bound),
        *_most_from(sentence, claim),
        *_all(sentence, claim),
        *_came_from(sentence, claim, bound),
        *_against_it(sentence, claim, bound),
        *_of_days(sentence),
    ]


_MOVED = frozenset(["up", "down", "more", "less", "above", "below", "exceeds", "falls_short"])
_EARNED = rule("^<be>*<=earned/made/generated/brought_in/sold/taken_in/booked>")


def _most(sentence: Sentence, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """`most of the revenue`, of what is most of a change; `rose to $5, and most of it was earned` there as well."""
    levels = [n for n, facts in bound.items() if facts and not any(fact.term.role == "change" for fact in facts)]
    earned = [
        f"says {sentence.tokens[i].text} of revenue"
        for i in sentence.positions("mostly")
        if max((n for n in bound if n < i), default=-1) in levels and _EARNED.search(sentence.right(i))
    ]
    tokens = sentence.tokens
    first = min((i for i, token in enumerate(tokens) if token.parts & _MOVED), default=len(tokens))
    earned += [
        f"says {sentence.tokens[i].text} of revenue"  # `Home made $5, most of it in North`
        for i in sentence.positions("mostly")
        if sentence.tokens[i].text.endswith((" it", " that")) and levels and i < first
    ]
    return earned + [
        f"says {sentence.tokens[i].text} of revenue"
        for i in sentence.positions("mostly")
        if sentence.tokens[i].text.endswith((" of", " of that")) and OF_REVENUE.search(sentence.right(i))
    ]


_MOST_OF_ITSELF = rule("^<of>?<article/filler>*<orders/average_order_value>")


def _most_from(sentence: Sentence, claim: Claim) -> list[str]:
    """`most of the rise came from orders`, of what is less than half of it; `most orders`, which is no part of it."""
    found = []
    for i in sentence.positions("mostly") if claim.type == "breakdown" else ():
        end = next(
            (n for n in range(i, len(sentence.tokens)) if sentence.tokens[n].text in _ENDS), len(sentence.tokens)
        )
        order = (*sentence.tokens[i:end], *reversed(sentence.tokens[:i]))
        noun = next((noun for t in order for noun in EFFECTS if noun in t.parts), None)
        share = claim[EFFECTS[noun]].value / claim["revenue_change"].value if noun else 0.0
        itself = sentence.tokens[i].text.endswith(("most", " of")) and _MOST_OF_ITSELF.search(sentence.right(i))
        if share <= 0.5 or itself:
            found.append(f"says {sentence.tokens[i].text} of what is not most")
    return found


def _all(sentence: Sentence, claim: Claim) -> list[str]:
    """`all of the rise`, of what a part did not do alone; `nearly all`, of less than nine tenths."""
    whole = next((f for f in claim.facts if f.metric in ("revenue_change", "deviation")), None)
    parts = [f for f in claim.facts if f.metric == "order_revenue" or (whole and f.segment != whole.segment)]
    if whole is None or not (parts or claim.type == "single_customer"):
        return []
    share = parts[0].value / whole.value if parts and whole.value else 0.0
    return [
        f"says {token.text} of what is less"
        for token, after in pairwise(sentence.tokens)
        if token.text in ("all", "nearly all", "almost all", "the whole", "the entire")
        and after.parts & {"of", "number"}
        and share < 0.9
    ]


def _came_from(sentence: Sentence, claim: Claim, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """`the rise of $9 came from more orders`, of less than half of it; `nearly all`, of less than nine tenths."""
    if claim.type != "breakdown":
        return []
    largest = max(claim[effect].value / claim["revenue_change"].value for effect in EFFECTS.values())
    before = zip((None, *sentence.tokens), sentence.tokens, (*sentence.tokens[1:], None), strict=False)
    found = [
        "says all of what is less"
        for near, token, after in before
        if token.text == "all" and after and after.text.startswith("of") and not (near and "just_under" in near.parts)
        if not 0.995 <= largest <= 1.005
    ]
    for position, facts in bound.items():
        match = _FROM_ONE.search(sentence.right(position))
        if match is None or not any(fact.metric == "revenue_change" for fact in facts):
            continue
        noun = "orders" if "|orders|" in f"|{match[1]}" or match[1].startswith("orders|") else "average_order_value"
        share = claim[EFFECTS[noun]].value / claim["revenue_change"].value
        entirely = any(
            t.text in ("all", "nearly all", "almost all") for t in sentence.tokens[max(position - 4, 0) : position]
        )
        if share < (0.9 if entirely else 0.5):
            found.append(f"says {sentence.tokens[position].text} of what is not owed to it")
    return found


_DAYS_ALONE = rule("(?:^|<,>|<;>|<and>)<article>*<period>$")


def _of_days(sentence: Sentence) -> list[str]:
    """`February accounts for the drop`, which days do not."""
    return [
        f"says that days {sentence.tokens[i].text} it"
        for i in sentence.positions("contributes")
        if sentence.tokens[i].text.startswith(("account", "explain", "drove", "driv", "contribut"))
        and _DAYS_ALONE.search(sentence.left(i))
    ]


_MOVED_BY = rule(f"(?:<up/down/costs>|<=contributed/contributing/contributes>)<article/{HEDGE}>*$")


def _against_it(sentence: Sentence, claim: Claim, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """`$5 of the drop` and `the other $5`, of what worked against it."""
    if claim.type != "breakdown":
        return []
    found = []
    for n, facts in bound.items():
        shares = [f.value / claim["revenue_change"].value for f in facts if f.metric.endswith("_effect")]
        other = n > 0 and sentence.tokens[n - 1].text in OTHER
        # `of the $9 fall, prices added $5`
        moved = _MOVED_BY.search(sentence.left(n)) and not sentence.tokens[n + 1].text.startswith("of")
        quantity = sentence.tokens[n].quantity
        moved = moved or (quantity is not None and quantity.sign != "")  # `+$5 and -$2 of the $3 rise`
        if (other or (is_part_of_change(sentence, n) and not moved)) and not any(
            s > 0 and (s < 1 or not other) for s in shares
        ):
            found.append(f"says {sentence.tokens[n].text} of what it is no part of")
    return found


def _owed(sentence: Sentence, claim: Claim) -> list[str]:
    """`due to larger orders` and `outweighed fewer orders`, where it is the other of the two that did."""
    found, tokens = [], sentence.tokens
    for i in (i for part in ("owed", "explains", "outweighs", "outweighed_by") for i in sentence.positions(part)):
        parts, end = tokens[i].parts, next((n for n in range(i, len(tokens)) if tokens[n].text in _ENDS), len(tokens))
        of_revenue = "owed" not in parts or not any(t.parts & {*NOUNS} - {"revenue"} for t in tokens[:i])
        shares, right, ways = [], True, set()
        for token in tokens[:i] if "explains" in parts else tokens[i:end]:
            ways |= {part in ("up", "more") for part in token.parts & _WAYS}
            for noun in token.parts & {*NOUN_OF_EFFECT.values()}:
                effect = next(f.value for f in claim.facts if NOUN_OF_EFFECT.get(f.metric) == noun)
                shares.append(effect / claim["revenue_change"].value)
                right &= ways <= {next(f.value > 0 for f in claim.facts if f.metric == f"{noun}_change_percent")}
                ways = set()
        carries = max(shares, default=0.0) < 0 if "outweighs" in parts else min(shares, default=0.0) > 0
        if not (of_revenue and shares and carries and right) or (parts & {"owed", "explains"} and 2 * max(shares) < 1):
            found.append(f"says {tokens[i].text} of what it is not owed to")
    return found
