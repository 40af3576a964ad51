"""What a claim allows to be said: parts of the vocabulary that need a claim of their kind."""

import re
from collections.abc import Sequence

from bi_server.analysis.insights import Claim

from .lexicon import NOUNS
from .tokens import Token
from .vocabulary import WORDS_OF_ALL

_PLAIN = frozenset(
    [
        *(part for words in WORDS_OF_ALL for part in words),
        "name",
        "period",
        "adverb",
        "number",
        "possessive",
        "denial",
        *",;:().-",
    ]
)
_LASTING = re.compile(r"\b(?:stayed|remained|lasting|lasted|since then|permanent\w*|for good)\b")
_GOES_ON = re.compile(r"\b(?:since|began|begins|data exists)\b")
_BECAUSE = re.compile(r"\b(?:because|explains?|explained|due to|as the)\b")
_PERHAPS = re.compile(r"\b(?:may|might|could|possibly|perhaps)\b")


_REASONED = frozenset(
    [
        "no_data",
        "no_data_at_all",
        "growth_no_base",
        "growth_cut_base",
        "growth_going_on",
        "day_going_on",
        "change_point_recent",
        "anomaly_missing_data",
        "anomaly_partial_data",
        "anomaly_duplicate_import",
    ]
)
"""Templates of which one half is why the other half is so."""

_BALANCE = ("owed", "explains", "outweighs", "outweighed_by")
"""What is said of the two parts of a change."""


def licences(claim: Claim, draft: str) -> frozenset[str]:
    """The parts that `claim` allows; `draft` is its own wording, which may say anything that it says."""
    roles = {fact.term.role for fact in claim.facts}
    nouns = {fact.term.noun for fact in claim.facts}
    up = claim.direction == "up"
    # `Books and Sports sales`: what correlates of segments is their revenue.
    parts_correlate = claim.type == "correlation" and not {*claim.names} & {*NOUNS}
    allowed = {
        "expected": bool(roles & {"expected", "forecast"}),
        "forecast": "forecast" in roles,
        "range": bool(roles & {"bound", "confidence"}),
        "contributes": len({fact.segment for fact in claim.facts}) > 1
        or claim.type in ("single_order", "single_customer"),
        "carries": claim.type in ("single_order", "single_customer"),
        "one_order": claim.type == "single_order",
        "spends": claim.type == "single_customer",
        "one_customer": claim.type in ("single_order", "single_customer"),
        **dict.fromkeys(("without", "would"), claim.type in ("single_order", "adjusted_change")),
        "mostly": len({fact.segment for fact in claim.facts}) > 1
        or claim.type == "breakdown"
        or bool(re.search(r"\b(?:mostly|most of)\b", draft)),
        "effect": any(fact.metric.endswith("_effect") for fact in claim.facts),
        **dict.fromkeys(("same_as",), claim.direction is None and claim.type == "growth" and "previous" in roles),
        "flat": claim.direction is None and claim.type == "growth" and "previous" in roles,
        "best": claim.type == "record" and up,
        "worst": claim.type == "record" and not up,
        "none_had": claim.type == "record",
        "record": claim.type == "record",
        "open_end": claim.template == "change_point_recent",
        "lasting": bool(_LASTING.search(draft)),
        "lasted_until": claim.template == "change_point_until",
        "since": bool(_GOES_ON.search(draft))
        or claim.template in ("change_point_recent", "ended_segment")
        or claim.type == "trend",
        "level_shift": claim.type == "change_point",
        "exact": "forecast" not in roles,
        **dict.fromkeys(_BALANCE, claim.type == "breakdown"),
        "because": bool(_BECAUSE.search(draft)),
        "adjusted": claim.template == "adjusted_change",
        "concentration": claim.find("herfindahl_index") is not None,
        "reason": claim.template in _REASONED,
        "perhaps": bool(_PERHAPS.search(draft)),
        "data": bool(re.search(r"\b(?:data|rows|imported)\b", draft)),
        "suspected": claim.template in ("anomaly_missing_data", "anomaly_partial_data", "anomaly_duplicate_import"),
        "checked": claim.type == "nothing_unusual",
        "calm": claim.type == "nothing_unusual",
        "season": claim.template == "year_ago_season",
        "offset": claim.type == "breakdown",
        "average_month": claim.template == "year_ago_season",
        "unusual": claim.type in ("anomaly", "data_problem"),
        "trend": claim.type == "trend",
        "relation": claim.type == "correlation",
        "partial": bool(re.search(r"\b(?:so far|going on)\b", draft)),
        "began": bool(re.search(r"\b(?:began|begins|first)\b", draft)),
        "ended": bool(re.search(r"\b(?:last sales|revenue since)\b", draft)),
        "left_out": claim.template == "day_going_on",
        "season_word": claim.template == "trend_seasonal",
        "season_aside": claim.template == "trend_seasonal",
        "negative": any(fact.value < 0 for fact in claim.facts if fact.term.role in ("current", "previous")),
        "costs": any(
            fact.value < 0
            for fact in claim.facts
            if fact.metric.endswith("_effect") or fact.segment != claim.facts[0].segment
        ),
        "lengths": claim.find("previous_days") is not None,
        "unusual_up": claim.type in ("anomaly", "data_problem") and up,
        "unusual_down": claim.type in ("anomaly", "data_problem") and claim.direction == "down",
        "spent": bool(nouns & {"average_order_value", "revenue_per_unit"}),
        "spenders": bool(nouns & {"average_order_value", "revenue_per_unit"}),
        "per_day": "slope" in roles or "daily_revenue" in nouns or claim.template.endswith("_day"),
        "share": "share" in nouns,
        # More than half is more than any other part.
        "largest": any(fact.metric == "share" and fact.value > 50 for fact in claim.facts),
        "revenue": bool(nouns & {"revenue", "daily_revenue", "share"})
        or claim.type in ("no_data", "nothing_unusual")
        or parts_correlate,
        **{noun: noun in nouns for noun in NOUNS if noun not in ("share", "revenue")},
    }
    return _PLAIN | {part for part, allows in allowed.items() if allows}


def licensed(tokens: Sequence[Token], allowed: frozenset[str], draft: Sequence[Token]) -> tuple[Token, ...]:
    """`tokens` with the parts that are allowed; a word of the draft is a word without a claim of its own at least."""
    own = {word for token in draft for word in (token.text, *token.text.split())}
    return tuple(
        Token(token.text, token.parts & allowed or _filler(token, own), token.quantity, token.period)
        for token in tokens
    )


def _filler(token: Token, own: set[str]) -> frozenset[str]:
    return frozenset({"filler"}) if token.text in own else frozenset()
