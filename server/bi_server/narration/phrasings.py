"""Phrases with other words inside, read as the one thing that they say."""

from collections.abc import Sequence
from dataclasses import replace

from bi_server.analysis.insights import Claim

from .carried import with_one_meant
from .denials import with_denials
from .metric_phrasings import with_several_metrics, with_units
from .parts_of_change import OTHER
from .tokens import Token

_MATCHED = frozenset(
    {
        "matched",
        "equalled",
        "equaled",
        "rivalled",
        "rivaled",
        "as much as",
        "come close to",
        "came close to",
        "exceeded",
        "surpassed",
        "topped",
        "beaten",
        "beat",
    }
)
_LOOKED = frozenset({"looked", "looks", "seemed", "seems", "appeared", "appears", "was", "is", "stood out as"})
_UNUSUAL = frozenset({"unusual", "out of the ordinary", "abnormal", "anomalous", "odd", "strange"})
_PART = frozenset({"it", "that", "that is", "this", "them", "these", "those", "the change", "the total"})


_TAKES = (
    "take",
    "takes",
    "took",
    "taken",
    "taking",
    "shave",
    "shaved",
    "shaving",
    "knock",
    "knocked",
    "cut",
    "cutting",
    "wipe",
    "wiped",
)


_GIVES = ("put", "puts", "putting", "gave", "give", "gives", "giving", "brought", "bringing", "won", "winning")


def _with_split_verbs(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`took $5 off revenue` as `cost $5`, and `put $5 back` as `added $5`."""
    found = list(tokens)
    for i, token in enumerate(found):
        off = next(
            (at for at in range(i + 2, min(i + 5, len(found))) if found[at].text in ("off", "away", "out of")), None
        )
        if token.text in _TAKES and off is not None and any("number" in t.parts for t in found[i:off]):
            found[i] = Token(token.text, frozenset({"costs"}))
            found[off] = Token(found[off].text, frozenset({"filler"}))
        back = next((at for at in range(i + 2, min(i + 4, len(found))) if found[at].text == "back"), None)
        if token.text in _GIVES and back is not None and "number" in found[back - 1].parts:
            found[i] = Token("added", frozenset({"up"}))
            found[back] = Token("back", frozenset({"filler"}))
    return tuple(found)


_SIGNS = {"negative": frozenset({"down"}), "positive": frozenset({"up"})}


def with_readings(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """The tokens of a sentence about `claim`, such phrases read."""
    tokens = _with_the_other(_with_falls(_with_contrasts(with_several_metrics(tokens, claim))), claim)
    tokens = with_denials(tokens, claim)
    if claim.type == "trend":  # `the trend was negative`
        tokens = [Token(t.text, _SIGNS[t.text]) if t.text in _SIGNS else t for t in tokens]
    plain = _with_calm(_with_parts_of_it(_with_denied_comparison(_with_split_verbs(tokens)), claim), claim)
    return with_one_meant(with_units(plain, claim), claim)


def _with_contrasts(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`$5, not the $9 expected` as `rather than`."""
    near = zip((None, *tokens), tokens, (*tokens[1:], None), strict=False)
    return tuple(
        Token(token.text, frozenset({"against"}))
        if token.text == "not" and before and before.text == "," and after and after.parts & {"article", "number"}
        else token
        for before, token, after in near
    )


def _with_falls(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`down to $5` as a level, which `down to fewer orders` is not; `$5 up to $9` as `$5 to $9`."""
    found = []
    near = zip((None, *tokens), tokens, (*tokens[1:], None), strict=False)
    tokens = [
        token
        for before, token, after in near
        if not (token.text == "up" and before and "number" in before.parts and after and after.text == "to")
    ]
    for token, after in zip(tokens, (*tokens[1:], None), strict=True):
        level = after is not None and after.parts & {"number", "about", "just_over", "just_under"}
        if token.text == "down to" and level and after is not None and after.text != "one":
            found.append(Token("down", frozenset({"down"})))
            token = Token("to", frozenset({"to"}))
        found.append(token)
    return tuple(found)


def _with_the_other(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`the other $5`, of a change that has two parts."""
    return tuple(
        replace(token, parts=frozenset({"article"}))
        if claim.type == "breakdown" and token.text in OTHER and after is not None and "number" in after.parts
        else token
        for token, after in zip(tokens, (*tokens[1:], None), strict=True)
    )


def _with_parts_of_it(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """The `of it` of `$5 of it in North` as one, of a claim that has a part."""
    found = list(tokens)
    if len({fact.segment for fact in claim.facts}) < 2 and claim.type not in _OF_ONE:
        return tuple(found)
    for i in range(1, len(found) - 2):
        number, of, it, after = found[i - 1 : i + 3]
        if (
            "number" in number.parts
            and of.text == "of"
            and it.text in _PART
            and (it.text == "that is" or not after.parts & _NAMED)
        ):
            found[i : i + 2] = [Token("of it", frozenset({"filler"}))]
            break
    return tuple(found)


_OF_ONE = frozenset({"single_order", "single_customer", "breakdown"})
_NAMED = frozenset(
    {"article", "up", "down", "more", "less", "period", "period_word", "number", "revenue", "orders", "trend"}
)
"""What makes `of that` a part of its noun: `of that growth`."""


def _with_calm(tokens: Sequence[Token], claim: Claim) -> tuple[Token, ...]:
    """`nothing in Ohio looked unusual` as the one thing that it says."""
    found = list(tokens)
    if claim.type != "nothing_unusual":
        return tuple(found)
    for i, token in enumerate(found):
        odd = next((at for at in range(i + 1, min(i + 12, len(found))) if found[at].text in _UNUSUAL), None)
        if token.text.lower() in ("none", "no", "none of") and odd is not None:
            found[i], found[odd] = Token(token.text, frozenset({"calm"})), Token("unusual", frozenset({"filler"}))
        rest = [at for at in range(i + 1, min(i + 7, len(found))) if not found[at].parts & {"in", "of", "name"}]
        texts = [found[at].text for at in rest[:2]]
        if token.text.lower() == "nothing" and len(texts) == 2 and texts[0] in _LOOKED and texts[1] in _UNUSUAL:
            found[i] = Token("nothing", frozenset({"calm"}))
            found[rest[0]] = found[rest[1]] = Token("unusual", frozenset({"filler"}))
    return tuple(found)


def _with_denied_comparison(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`no day had higher revenue than` and `lower than in any month` as what they say: a record."""
    found = list(tokens)
    of_any = next((i for i, t in enumerate(found) if t.text.startswith(("any", "every"))), -1)
    if not any("none_had" in token.parts for token in found[:6]):
        # `lower than in any month since`
        near = [i for i in range(max(of_any - 3, 0), of_any) if found[i].parts & {"more", "less"}]
        if near and any(t.text == "since" or (t.period and t.period.back) for t in found[of_any:]):
            for i in range(near[0], of_any):
                part = "best" if "more" in found[i].parts else "worst" if "less" in found[i].parts else "filler"
                found[i] = Token(found[i].text, frozenset({part}))
        return tuple(found)
    matched = next((i for i, t in enumerate(found) if t.text in _MATCHED), -1)
    if matched >= 0:  # `no month has matched it`
        found[matched : matched + 1] = [
            Token(found[matched].text, frozenset({"best"})),
            Token("as", frozenset({"filler"})),
        ]
        return tuple(found)
    more = next((i for i, t in enumerate(found) if t.parts & {"more", "less"}), -1)
    than = next((i for i, t in enumerate(found) if i >= more >= 0 and t.text.endswith("than")), -1)
    if than < 0:
        return tuple(Token(t.text, t.parts - {"none_had"}) if "none_had" in t.parts else t for t in found)
    rank = "best" if "more" in found[more].parts else "worst"
    found[than] = Token("than", frozenset({"filler"}))
    found[more] = Token(found[more].text, frozenset({rank}))
    return tuple(found)
