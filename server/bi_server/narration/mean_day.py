"""What a sentence says of the average day, and of how long the two ranges are, where their lengths differ."""

from collections.abc import Iterator, Mapping, Sequence

from bi_server.analysis.insights import Claim, Fact

from . import binding, dates
from .sentences import Sentence

_BREAKS = frozenset(
    [
        *",;:()-",
        "while",
        "but",
        "although",
        "though",
        "even though",
        "whereas",
        "and",
        "despite",
        "in spite of",
        "notwithstanding",
    ]
)


_DIFFER = frozenset(
    {"fewer", "less", "more", "shorter", "longer", "fewer than", "more than", "shorter than", "longer than"}
)


def objections(sentence: Sentence, claim: Claim, bound: Mapping[int, Sequence[Fact]]) -> list[str]:
    """Numbers of a day that are not told as such, totals that are, and lengths of the other range."""
    if claim.find("mean_day_change_percent") is None:
        return []
    every = [t.text for t in sentence.tokens if t.text in ("every day", "each day")]
    found = [f"says {text} of what is a mean" for text in every]
    for clause in _clauses(sentence):
        daily = any("per_day" in sentence.tokens[i].parts for i in clause)
        of_clause = [facts for i in clause if (facts := bound.get(i)) and not _is_length(sentence, i)]
        if not all(any(_is_daily(fact) in (daily, None) for fact in facts) for facts in of_clause):
            found.append("takes the average day for the whole" if daily else "takes the whole for the average day")
    return found + _lengths(sentence, claim)


def _is_length(sentence: Sentence, position: int) -> bool:
    quantity = sentence.tokens[position].quantity
    return quantity is not None and quantity.format == "days"


def _is_daily(fact: Fact) -> bool | None:
    """Whether a fact is of the average day; None of a length, which is of both."""
    return None if fact.term.role == "duration" else fact.term.noun == "daily_revenue"


def _clauses(sentence: Sentence) -> Iterator[list[int]]:
    clause: list[int] = []
    for i, token in enumerate(sentence.tokens):
        parts = {part for at in clause for part in sentence.tokens[at].parts}
        opens = "per_day" in parts and "number" not in parts  # `per day, it rose 5%`, `the average day (+5%)`
        if token.text in _BREAKS and not opens:
            yield clause
            clause = []
        clause.append(i)
    yield clause


def is_daily(sentence: Sentence, position: int) -> bool:
    """Whether what stands there is said of a day."""
    clause = next((clause for clause in _clauses(sentence) if position in clause), [])
    return any("per_day" in sentence.tokens[i].parts for i in clause)


def _lengths(sentence: Sentence, claim: Claim) -> list[str]:
    """`31 days against 30` has the claim's own days first; `30 days in November` says whose they are."""
    own, before = claim["days"].value, claim["previous_days"].value
    found, first = [], True
    for i in sentence.positions("number"):
        quantity = sentence.tokens[i].quantity
        if quantity is None or not (quantity.format == "days" or (not first and quantity.format == "number")):
            continue
        if any(t.text in _DIFFER for t in sentence.tokens[i + 1 : i + 2]):
            found += [] if quantity.value == abs(own - before) else [f"{sentence.tokens[i].text} is no difference"]
            continue
        against = any("against" in token.parts for token in sentence.tokens[max(i - 2, 0) : i])
        right = _length_nearby(sentence, claim, i) or (before if against else own if first else None)
        if right is not None and quantity.value != right:
            found.append(f"{sentence.tokens[i].text} is how long the other range is")
        first = False
    return found


def _length_nearby(sentence: Sentence, claim: Claim, position: int) -> float | None:
    """The length of the period right behind the number, else right before it."""
    pairs = binding.base_pairs(claim)
    for i in (position + 2, position - 2, position - 1):
        token = sentence.tokens[i] if 0 <= i < len(sentence.tokens) else None
        if i == position + 2 and not sentence.tokens[position + 1].parts & {"in", "of"}:
            continue  # `29 days against January's 31`
        if token is None or token.period is None:
            continue
        for start, end in dates.denoted(token.period, binding.ranges(claim.facts), pairs):
            return float((end - start).days + 1)
    return None
