"""What is said of the one order, customer or incident that carries a change, or turns it around.

The change and the same change without a part are told apart by the clause: what would have been, or is without the
part, is the one; what was is the other. The figure of an order or of a customer has to be told as theirs.
"""

from itertools import pairwise

from bi_server.analysis.insights import Claim, Fact

from .roles import CHANGE_NOUNS, HEDGE, Kind, is_part_of_change
from .sentences import Sentence, rule
from .tokens import Token

TYPES = frozenset(["single_order", "single_customer", "adjusted_change"])

_ORDER_BEFORE = rule(
    rf"<one_order><article/name/possessive/of/from/by/in/at/period/filler/be/level/one_customer/,/(/)/:/-/{HEDGE}>*"
    "(?:<=with><revenue><of>)?$"
)
_ORDER_AFTER = rule(
    r"^(?:<article>*|<filler/be/level/contributes/,>*<=from/attributable_to/due_to/down_to/to/in/by><article/filler>*)"
    r"<one_order>|^<,/article/be/of>*<one_order>|^<(><one_order>|^<name><one_order>"
)
_OF_A_PART = rule(
    rf"(?:<revenue><of/in/from>|^)<name><possessive>?<revenue>?<in/period/be/filler>*<up/down><by/{HEDGE}>*$"
    rf"|<name><possessive><revenue><in/period/be/filler>*<up/down><by/{HEDGE}>*$"
)
_RISE_AFTER = rule(f"^<revenue/large/small>*<={CHANGE_NOUNS}>")
_RISE_OF_THEIRS = rule("^<up/down>?(?:<spends><up/down>|<up/down><in/of><article/possessive/name>*<spends>)")
_CAME_IN = rule("^<=that/which>?<filler>?<level>")
_RATHER = frozenset({"rather than", "instead of", "in place of", "as opposed to", "not"})
_TURNS = ("become", "becomes", "became", "turn", "turned", "turns", "flip", "flips", "flipped", "changes", "changed")
_SPLITS = frozenset(
    [*_RATHER, *_TURNS, ";", "but", "while", "whereas", "although", "though", "even though", "however", "yet", "whilst"]
)
_SUBJECT = frozenset({"be", "up", "down", "level"})
_NOUNS = frozenset(CHANGE_NOUNS.split("/"))


def with_one_meant(tokens: tuple[Token, ...], claim: Claim) -> tuple[Token, ...]:
    """`one order` and `one $5 order` as what they say, which is no number."""
    if claim.type not in TYPES:
        return tokens
    follow = (*tokens[1:], None)
    tokens = tuple(
        Token("without", frozenset({"without"})) if "number" in t.parts and t.text.lower().startswith("without") else t
        for t in tokens
    )
    return tuple(
        Token(token.text, frozenset({"article"}))
        if token.text.lower() == "one"
        and after is not None
        and after.parts & {"one_order", "one_customer", "number", "filler", "large"}
        else token
        for token, after in zip(tokens, follow, strict=True)
    )


def fits(sentence: Sentence, position: int, kind: Kind, fact: Fact, claim: Claim) -> bool:
    """Whether the number at `position`, said to be of `kind`, is told as `fact` has to be."""
    metric = fact.metric
    if metric == "order_revenue":
        return is_of_order(sentence, position)
    if is_of_order(sentence, position) and claim.type == "single_order":
        return False
    if metric in ("revenue", "expected_revenue"):
        instead = is_instead(sentence, position)
        came = kind == "level" or (kind == "base" and _CAME_IN.search(sentence.right(position)) is not None)
        return instead or came if metric == "revenue" else kind == "expected" and not instead
    if metric in ("customer_revenue", "previous_customer_revenue"):
        return kind == ("level" if metric == "customer_revenue" else "base") and _of_customer(sentence, position)
    if metric.startswith("customer_revenue_change"):
        return kind == "change" and (_moves_customer(sentence, position) or _of_customer(sentence, position))
    if fact.segment != claim.facts[0].segment and _OF_A_PART.search(sentence.left(position)):
        return False  # `revenue of Bern rose 2%`, of what the whole did
    kind = "change" if kind == "base" and is_instead(sentence, position) else kind
    if kind != "change" or (claim.type == "single_customer" and _moves_customer(sentence, position)):
        return False
    return is_hypothetical(sentence, position) == metric.endswith("_without")


def is_instead(sentence: Sentence, position: int) -> bool:
    """Whether a number stands behind `instead of` or `rather than`."""
    before = (t for t in reversed(sentence.tokens[:position]) if not t.parts & {"article", *HEDGE.split("/")})
    return next((token.text in _RATHER for token in before), False)


def is_of_order(sentence: Sentence, position: int) -> bool:
    """Whether a number is told as what the order brought: `an order of $5`, `$5 of the rise came from one order`."""
    quantity = sentence.tokens[position].quantity
    if quantity is None or quantity.format != "currency":
        return False
    left, right = sentence.left(position), sentence.right(position)
    if _ORDER_BEFORE.search(left):
        return True
    if _ORDER_AFTER.search(right):
        return True
    return is_part_of_change(sentence, position) and _OF_THE_CHANGE.search(right) is not None


_OF_THE_CHANGE = rule("^<=of_it>|^<of><article/period/possessive/name>*<number>")


def is_hypothetical(sentence: Sentence, position: int) -> bool:
    """Whether a number is told as what would have been, or is without a part."""
    tokens = sentence.tokens
    what = next((i for i, (a, b) in enumerate(pairwise(tokens)) if a.text == "what" and "would" in b.parts), None)
    if what is not None:  # `turned what would have been a 2% fall into a 3% rise`
        into = next((i for i in range(what, len(tokens)) if "to" in tokens[i].parts), len(tokens))
        return what < position < into
    turns = next((i for i, t in enumerate(tokens) if t.text.startswith("turn")), len(tokens))
    end = next((i for i in range(turns, len(tokens)) if tokens[i].text == "into"), None)
    if end is not None and turns and "would" in tokens[turns - 1].parts:
        return position > end  # `the 2% fall would have turned into a 3% rise`
    if end is not None and not (sentence.positions("without") or any(map(_puts_right, tokens))):
        return turns < position < end  # `one order turned a 2% fall into a 3% rise`
    without = False  # as the clauses before leave it
    start = 0
    for i in range(len(tokens) + 1):
        at_end = i == len(tokens)
        becomes = not at_end and _becomes(tokens, start, i)
        splits = at_end or becomes or tokens[i].text in _SPLITS
        if not (splits or tokens[i].text in (",", "(", ":")):
            continue
        clause = tokens[start:i]
        own = any(t.parts & {"without", "would"} or _puts_right(t) for t in clause)
        if start <= position < i:
            return (own or without) and not becomes
        without = True if becomes else (without or own) if not splits else False
        start = i + 1
    return False


def _puts_right(token: Token) -> bool:
    """`once March 18 is corrected`, `a fairer figure`: what is told besides is told of the change put right."""
    return "adjusted" in token.parts and token.text.startswith(("once", "correct", "put right", "fair", "comparable"))


def _becomes(tokens: tuple[Token, ...], start: int, i: int) -> bool:
    """`the 2% fall becomes a 3% rise`, `would have been a 3% rise`: what was, and what it is without a part."""
    percent = any(t.quantity is not None and t.quantity.format == "percentage" for t in tokens[start:i])
    return tokens[i].text in _TURNS or (tokens[i].text.startswith("would") and percent)


def _of_customer(sentence: Sentence, position: int) -> bool:
    """Whether the last one named before the number is the customer, not the business's revenue."""
    tokens = sentence.tokens
    for i in range(position - 1, -1, -1):
        if tokens[i].parts & {"name", "one_customer"}:
            return True
        if "revenue" in tokens[i].parts and tokens[i + 1].parts & _SUBJECT and tokens[i + 1].text not in _NOUNS:
            return False
    return any(t.parts & {"name", "one_customer"} for t in tokens[position + 1 : position + 5])


def _moves_customer(sentence: Sentence, position: int) -> bool:
    """`Jane spent $5 more`, of what revenue did."""
    tokens = sentence.tokens
    if _RISE_AFTER.search(sentence.right(position)):
        return _RISE_OF_THEIRS.search(sentence.right(position)) is not None
    after = tokens[position + 1 : position + 2]
    if after and after[0].parts & {"more", "less"}:
        return True
    for i in range(position - 1, -1, -1):
        if "revenue" in tokens[i].parts:
            return False
        if "spends" in tokens[i].parts:
            return True
        if tokens[i].parts & {"name", "one_customer"}:
            moved = next((t for t in tokens[i + 1 : position] if t.parts & {"up", "down"}), None)
            return moved is not None and not any("mostly" in t.parts for t in tokens[i + 1 : position])
    return False


def objections(sentence: Sentence, claim: Claim) -> list[str]:
    """`refund` of an order, and `overstated` of an adjusted change, where it is the other way round."""
    order = claim.find("order_revenue")
    if claim.type == "adjusted_change":
        return _adjusted(sentence, claim)
    if order is None:
        return []
    said = [sentence.tokens[i].text for i in sentence.positions("one_order")]
    return [f"says {text}" for text in said if text.startswith("refund") == (order.value > 0)]


_TOO_HIGH = ("overst", "flatter", "inflat", "exaggerat", "boost", "swell", "swollen")
_TOO_LOW = ("underst", "depress", "dampen", "held back", "hold back", "mask")
_WEAK, _STRONG = ("low", "weak", "poor", "quiet", "slow", "bad"), ("high", "strong", "good", "busy")


_LOWER = rule("^<be>?<number><more/less>")
_THAN_IT_WAS = rule(
    "^<be>?<number><=higher_than/lower_than/more_than/less_than><=it_was/it_is/actual/reported/recorded>"
)
_RISE = rule("<up/down>(?:<in/of><revenue>)?(?:<in/period>|<from><period>)*$")


def _adjusted(sentence: Sentence, claim: Claim) -> list[str]:
    """What is said of the unusual days, and of what they did to the change."""
    lifted = claim["revenue_change_percent"].value > claim["revenue_change_percent_without"].value
    weak = claim["revenue"].value < claim["expected_revenue"].value
    found = []
    for i in sentence.positions("adjusted"):
        last = sentence.tokens[i].text.split()[-1]
        wrong = (_TOO_LOW if lifted else _TOO_HIGH, _STRONG if weak else _WEAK)
        found += [f"says {last}" for starts in wrong if last.startswith(starts)]
    if any(_THAN_IT_WAS.search(sentence.right(i)) for i in sentence.positions("would")):
        found.append("compares the change with what was")
    if any(_LOWER.search(sentence.right(i)) and _RISE.search(sentence.left(i)) for i in sentence.positions("would")):
        found.append("says higher or lower of a change")  # `the rise would have been 2% lower`
    told = any(t.text.split()[-1].startswith((*_TOO_HIGH, *_TOO_LOW)) for t in sentence.tokens)
    if not told and any(t.text == "because" for t in sentence.tokens):
        found.append("says because of what would have been so too")
    return found
