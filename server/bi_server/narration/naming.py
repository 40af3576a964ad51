"""Customers' names inside sentences: written so that they cannot be taken for part of the claim."""

import re
from functools import lru_cache

from bi_server.analysis.insights import Claim, Segment

from .formats import cleaned
from .tokens import tokens

_MEANING = frozenset(
    [
        "number",
        "period",
        "up",
        "down",
        "more",
        "less",
        "above",
        "below",
        "exceeds",
        "falls_short",
        "best",
        "worst",
        "expected",
    ]
)
"""Parts of the vocabulary that a name must not be taken for."""

_DENIAL = re.compile(r"\b(?:no|not|never|nothing|none|without)\b", re.IGNORECASE)
_PLAIN = re.compile(r"(?:(?:St|Ste|Sta|Dr|Mr|Mrs|Mt|Ft)\. )?[^\W\d_]+(?:(?: & |[ '-])[^\W\d_]+)*")


@lru_cache(maxsize=4096)  # names are few and asked for often
def shown(name: str) -> str:
    """`name` on one line of at most 40 characters; in quotation marks unless it is made of harmless words."""
    text = cleaned(name)
    harmless = _PLAIN.fullmatch(text) and not _DENIAL.search(text)
    words = (*tokens(text, ()), *tokens(text.lower(), ()))
    return text if harmless and not any(word.parts & _MEANING for word in words) else f"“{text}”"


def metric_title(name: str) -> str:
    """A metric's name in a sentence: `average_order_value` -> `average order value`; others as `shown`."""
    return name.replace("_", " ") if re.fullmatch(r"[a-z]+(?:_[a-z]+)*", name) else shown(name)


def segment_title(segment: Segment) -> str:
    """`Books`, `North`, `Books in North`, or empty for the whole business."""
    return " in ".join(map(shown, segment.by_dimension.values()))


def names_of(claim: Claim) -> list[str]:
    """Every name the claim may use, as shown, each once."""
    raw = [name for fact in claim.facts for name in fact.segment.by_dimension.values()]
    return list(dict.fromkeys([*(shown(name) for name in raw), *(metric_title(name) for name in claim.names)]))
