"""Which way a word says that things went, and which facts say it."""

from bi_server.analysis.insights import Fact

from .tokens import Token

_DIRECTIONS = {"up": "up", "more": "up", "above": "up", "exceeds": "up"}
_LEADS = {"upward": "up", "uptrend": "up", "downward": "down", "downtrend": "down"}
_DIRECTIONS |= {"down": "down", "costs": "down", "less": "down", "below": "down", "falls_short": "down"}


def is_change(fact: Fact) -> bool:
    """Whether it says that something moved."""
    return fact.term.role == "change" and fact.value != 0


def is_whole_change(fact: Fact) -> bool:
    """Whether it is what something did, not its part in what revenue did."""
    return is_change(fact) and not fact.metric.endswith("_effect")


def direction_of(token: Token) -> str:
    """`up`, `down`, or empty for what says neither."""
    # `high` and `low` of a record are its rank.
    if token.parts & {"best", "worst", "mostly"}:
        return ""
    leads = next((word for word in token.text.split() if word in _LEADS), None)  # `on an upward path`
    if leads is not None:
        return _LEADS[leads]
    return next((_DIRECTIONS[part] for part in token.parts if part in _DIRECTIONS), "")
