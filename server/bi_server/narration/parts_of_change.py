"""What is said of the parts of a change: which one it is owed to, and how much of it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from bi_server.analysis.insights import Claim, Fact

from .lexicon import NOUNS
from .sentences import Sentence, rule

NOUN_OF_EFFECT = {"orders_effect": "orders", "order_value_effect": "average_order_value"}
EFFECTS = {noun: effect for effect, noun in NOUN_OF_EFFECT.items()}
_ENDS = frozenset([",", ";", "(", "despite", "while", "although", "but"])
_WAYS = frozenset(["up", "more", "down", "less"])
OF_REVENUE = rule("^<article/name/possessive/period/of/in/number>*<revenue>(?!<in/of/period/name>*<up/down/change>)")
_FROM_ONE = rule(
    "^<up/down>?<filler/level/in/period/revenue/be/owed/article>*<from><article>*<more/less/up/down>*"
    "(<orders/average_order_value>)"
)


def objections(sentence: Sentence, claim: Claim, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """Why the sentence says something else of the parts of a change."""
    return [
        *_owed(sentence, claim),
        *_most(sentence),
        *_all(sentence, claim),
        *_came_from(sentence, claim, bound),
    ]


def _most(sentence: Sentence) -> list[str]:
    """`most of the revenue`, of what is most of a change."""
    return [
        f"says {sentence.tokens[i].text} of revenue"
        for i in sentence.positions("mostly")
        if sentence.tokens[i].text.endswith((" of", " of that")) and OF_REVENUE.search(sentence.right(i))
    ]


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
    found = []
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
