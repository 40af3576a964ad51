"""Which way a word says that things went, and which facts say it."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from bi_server.analysis.insights import Claim, Fact

from . import carried
from .lexicon import NOUNS
from .mean_day import is_daily
from .roles import direction_follows, hedged
from .sentences import Sentence
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
    if token.parts & {"best", "worst", "mostly", "adjusted"}:
        return ""
    leads = next((word for word in token.text.split() if word in _LEADS), None)  # `on an upward path`
    if leads is not None:
        return _LEADS[leads]
    return next((_DIRECTIONS[part] for part in token.parts if part in _DIRECTIONS), "")


_OPPOSITE = {"up": "down", "down": "up"}
_NEXT = frozenset({";", "while", "whereas", "but", "although"})
_RATHER = frozenset({"rather than", "instead of", "not"})
_BEFORE_VERB = frozenset({"and", "article", "filler", "be", "name", "possessive", "of", "in", "period"})


def direction_at(said: Sentence, position: int) -> str:
    """The direction of the word that makes the number a change: right after it, else the last one before."""
    before, after = range(position - 1, -1, -1), range(position + 1, len(said.tokens))
    order = [*after, *before] if direction_follows(said, position) else [*before, *after]
    against = False  # `lowered revenue by $5, partly offset by $2`
    for i in order:
        if i < position and "offset" in said.tokens[i].parts:
            against = not against
        direction = "" if _is_hedge(said, i) else direction_of(said.tokens[i])
        if direction:
            return _OPPOSITE[direction] if against else direction
    return ""


def _is_hedge(said: Sentence, position: int) -> bool:
    following = position + 1
    return following < len(said.tokens) and "number" in said.tokens[following].parts and hedged(said, following) != ""


def _subjects(said: Sentence, position: int) -> set[str]:
    """The nouns that a word of direction stands right behind: `both orders and visits rose`."""
    tokens = said.tokens
    after = takewhile(lambda t: t.text != ";", tokens[position + 1 : position + 3])
    if any(t.parts & {*NOUNS} for t in after):
        return set()  # `higher prices lifted revenue`
    found: set[str] = set()
    for i in range(position - 1, -1, -1):
        if tokens[i].parts & {*NOUNS}:
            daily = is_daily(said, i)
            found |= {"daily_revenue"} if daily else tokens[i].parts & {*NOUNS}
        elif not (tokens[i].parts & _BEFORE_VERB and (found or "and" not in tokens[i].parts)):
            break
    return found


def objections(said: Sentence, claim: Claim, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """Directions that are neither the claim's nor those of what the sentence says them of."""
    if claim.type == "correlation":
        return []
    changes = {
        f.term.noun: "up" if f.value > 0 else "down"
        for f in claim.facts
        if is_whole_change(f) and not f.metric.endswith("_without")
    }
    allowed = {claim.direction} | {
        "up" if fact.value > 0 else "down" for facts in bound.values() for fact in facts if is_change(fact)
    }
    found = []
    ways = [
        i
        for i, token in enumerate(said.tokens)
        if direction_of(token)
        and not _is_hedge(said, i)
        and not (i and (_is_days(said, i - 1) or said.tokens[i - 1].text in _RATHER))  # `three days fewer`
    ]
    for i, end in zip(ways, [*ways[1:], len(said.tokens)], strict=False):
        way = direction_of(said.tokens[i])
        end = next((n for n in range(i, end) if said.tokens[n].text in _NEXT), end)
        of = [
            f.term.noun
            for n in bound
            if i < n < end
            for f in bound[n]
            if f.term.role != "change" and not _is_days(said, n)
        ]
        if claim.type == "breakdown" and i and "number" in said.tokens[i - 1].parts:
            of = []  # `$5 less and an average order of $9`
        if claim.type == "breakdown" and "revenue" in said.tokens[min(i + 1, len(said.tokens) - 1)].parts:
            of = []  # `fewer orders cut revenue by $5 and their value ($9, ...`
        right = changes.get(of[0]) if of and len(changes) > 1 else None
        compared = said.tokens[i + 1].parts & changes.keys() if i + 1 < len(said.tokens) else frozenset()
        if compared and said.tokens[i].parts & {"more", "less"}:  # `a lower average order value`
            right = changes[min(compared)]
        wrong = [noun for noun in _subjects(said, i) if noun in changes and changes[noun] != way]
        if wrong and len(changes) > 1:
            found.append(f"says {way} of {wrong[0]}")
        if i and "revenue" in said.tokens[i - 1].parts and claim.type not in carried.TYPES:
            right = changes.get(
                "daily_revenue" if is_daily(said, i) else "revenue", right
            )  # `revenue rose because orders ...`
        if way != right if right else way not in allowed:
            found.append(f"says {way} where the claim says {right or claim.direction}")
    return found


def _is_days(said: Sentence, position: int) -> bool:
    quantity = said.tokens[position].quantity
    return quantity is not None and quantity.format == "days"
