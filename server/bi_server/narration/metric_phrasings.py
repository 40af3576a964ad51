"""Phrases of metrics that tell what a number counts: what is an order's or a unit's, a rate, or of which of several."""

from collections.abc import Sequence
from dataclasses import replace

from bi_server.analysis.insights import Claim

from .lexicon import NOUNS
from .tokens import Token

_AVERAGED = frozenset({"average", "averaged", "averages", "averaging", "on average", "averaged at"})
_BETWEEN = frozenset({"of", "in", "name", "article", "possessive", "be", "period", ",", "number", "about"})
_EACH = frozenset({"each", "every", "per", "a", "one", "a single", "the average"})
_SOLD = {
    "revenue_per_unit": ("unit", "units", "item", "items", "piece", "pieces"),
    "average_order_value": ("order", "purchase", "transaction", "basket"),
}


def with_several_metrics(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`tokens` of a claim of several metrics, each number beside what it counts."""
    return _with_revenue_meant(_with_conversions(_with_brackets_last(tokens, claim), claim), claim)


def with_units(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`tokens` with what an order or a unit brought read as the metric that it is."""
    return _with_additions(_with_each_unit(_with_average_orders(tokens, claim), claim), claim)


_OF_SEVERAL = frozenset({"breakdown", "conversion"})
"""Types of claims that tell of several metrics, each with its own level and change."""


def _with_brackets_last(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`orders (90, down 5%) took $9 off revenue` as `orders took $9 off revenue; orders: 90, down 5%`."""
    if claim.type not in _OF_SEVERAL:
        return tuple(tokens)
    main: list[Token] = []
    last: list[Token] = []
    at = 0
    while at < len(tokens):
        noun, end = main[-1:], _closing(tokens, at)
        inside = tokens[at + 1 : end]
        # A lone amount with its sign is what the noun before did to revenue.
        alone = inside[0].quantity if len(inside) == 1 else None
        effect = alone is not None and alone.currency and alone.sign
        if (
            end
            and noun
            and noun[0].parts & {*NOUNS}
            and not effect
            and not any(t.parts & {"period", *NOUNS} for t in inside)
        ):
            last += [Token(";", frozenset(";")), noun[0], Token(":", frozenset(":")), *inside]
            at = end
        else:
            main.append(tokens[at])
        at += 1
    full_stop = main[-1:] if last and main[-1].text == "." else []
    return (*main[: len(main) - len(full_stop)], *last, *full_stop)


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """Where the bracket that opens at a position is closed; 0: none opens there, or it is not closed."""
    if tokens[opening].text != "(":
        return 0
    return next((i for i in range(opening, len(tokens)) if tokens[i].text == ")"), 0)


def _with_revenue_meant(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`larger orders lifted it by $5, leaving it $9 lower`, of what parts do to revenue."""
    moves = frozenset({"up", "down", "costs"})
    near = zip((None, *tokens), tokens, strict=False)
    return tuple(
        Token("it", frozenset({"revenue"}))
        if claim.type == "breakdown"
        and token.text in ("it", "that")
        and before is not None
        and (before.parts & moves or before.text in ("leaving", "left"))
        else token
        for before, token in near
    )


def _with_conversions(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`5% of visits turned into orders` as the conversion rate, of a claim that has one."""
    found = list(tokens)
    into = [i for i, t in enumerate(found) if "orders" in t.parts and found[i - 1].text in ("into", "became", "become")]
    for i in into if claim.find("conversion_rate") is not None else ():
        visits = next((n for n in range(i, -1, -1) if "visits" in found[n].parts), 0)
        near = [t for t in found[max(visits - 3, 0) : visits] if "filler" not in t.parts and "article" not in t.parts]
        if near and near[-1].text == "of":
            for n in (visits, i):
                found[n] = replace(found[n], parts=frozenset({"conversion_rate"}))
    return tuple(found)


def _with_each_unit(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`each Books unit` and `per Books order`, of a claim that tells what a unit or an order brought."""
    metric = next((m for m in ("revenue_per_unit", "average_order_value") if claim.find(m) is not None), None)
    if metric is None:
        return tuple(tokens)
    found = list(tokens)
    for i, token in enumerate(found):
        if token.text not in _SOLD[metric]:
            continue
        each = next((at for at in range(i - 1, -1, -1) if not found[at].parts & {"name", "possessive", "of"}), i)
        if each < i and found[each].text in _EACH:
            found[each] = Token(found[each].text, frozenset({"filler"}))
            found[i] = Token(token.text, frozenset({metric}))
            for at in range(max(each - 2, 0), each):  # `the average revenue per Books unit`
                if found[at].text in ("average", "mean", "typical", "revenue", "price", "spend", "value"):
                    found[at] = Token(found[at].text, frozenset({"filler"}))
    return tuple(found)


def _with_additions(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`Books added $5`, of what has nothing before, as that it brought in so much."""
    if claim.find("revenue_of_first_day") is None:
        return tuple(tokens)
    return tuple(replace(t, parts=frozenset({"level"})) if t.text in ("added", "adding", "adds") else t for t in tokens)


def _with_average_orders(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`orders of Books averaged $5` and `the average Books order`, of a claim that has an average order value."""
    if claim.find("average_order_value") is None:
        return tuple(tokens)
    found = list(tokens)
    for i, token in enumerate(found):
        if token.text in ("ones", "baskets") and i and found[i - 1].text in ("larger", "bigger", "smaller"):
            found[i] = Token(token.text, frozenset({"average_order_value"}))
        if token.text.startswith(("at an average", "an average of", "averag")) and "spent" in token.parts:
            found[i] = replace(token, parts=token.parts | {"average_order_value"})
        if token.text in ("each", "apiece") and i and "number" in found[i - 1].parts:
            found[i] = Token(token.text, frozenset({"average_order_value"}))
        if token.text not in ("orders", "order"):
            continue
        if i and found[i - 1].text in ("larger", "bigger", "smaller"):  # not more of them
            found[i] = Token(token.text, frozenset({"average_order_value"}))
            continue
        before = next((at for at in range(i - 1, -1, -1) if not found[at].parts & {"name", "possessive"}), i)
        if before < i - 1 and found[before].text in ("average", "typical", "mean"):
            found[before] = Token(found[before].text, frozenset({"filler"}))
            found[i] = Token(token.text, frozenset({"average_order_value"}))
            continue
        rest = next((t for t in found[i + 1 :] if not t.parts & _BETWEEN), None)
        near = [t.text for t in found[i + 1 : i + 6]]
        if claim.find("orders") is None and "worth" in near and "be" in found[i + 1].parts:
            found[i] = Token(token.text, frozenset({"average_order_value"}))
            continue
        if rest is not None and rest.text in ("smaller", "larger", "bigger") and claim.find("orders") is None:
            found[i] = Token(token.text, frozenset({"average_order_value"}))
            continue
        if rest is not None and rest.text in _AVERAGED:
            found[i] = Token(token.text, frozenset({"average_order_value"}))
            at = found.index(rest, i)
            found[at] = replace(rest, parts=frozenset({"level"}))
    return tuple(found)
