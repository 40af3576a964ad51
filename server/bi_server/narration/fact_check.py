"""Does a sentence say anything that its claim does not?"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bi_server.analysis.insights import Claim, Fact

from .formats import SYMBOLS
from .naming import mentioned, names_of, without_names
from .reading import Day, Quantity, Reading, normalized, read

MAX_LENGTH = 400
"""Characters; a sentence that a dashboard shows is shorter."""

MAX_RELATIVE_ERROR = 0.05
"""However few digits are given, the number must be this close."""

_MARKUP = re.compile(r"[<>`{}\[\]\\|*#]|https?:|www\.|\d/\d")
_SECOND_SENTENCE = re.compile(r"[.!?;:]\s+[A-Z“\"]|[!?]\s*\S")
_METRICS = re.compile(
    r"\b(?:orders?|units?|customers?|visits?|visitors?|traffic|conversions?|profits?|margins?|costs?|refunds?|discounts?|prices?)\b",
    re.IGNORECASE,
)
_CHANGE = ("change", "deviation", "trend", "correlation")


def objections(text: str, claim: Claim, *, currency: str, known_names: Sequence[str] = ()) -> tuple[str, ...]:
    """Why `text` may not stand for `claim`; empty when it may.

    Every number must match a fact of the claim within the rounding it is written with (and within 5 %), in the
    fact's own unit and with its sign; every date must be one that a fact starts or ends on; a direction must be the
    claim's; the claim's segment must be named and no other of `known_names`. One sentence, no markup.
    """
    text = normalized(text.strip())
    if not text or len(text) > MAX_LENGTH:
        return (f"has {len(text)} characters",)
    own = names_of(claim)
    words = without_names(text, own)
    said = read(words)
    found = [f"cannot be read: {part}" for part in said.unreadable]
    found += _format_objections(words)
    found += [f"number {q.value:g} is no fact" for q in said.quantities if not _is_fact(q, claim, said, currency)]
    found += [f"date {day} is none of the facts'" for day in said.days if not _is_date(day, claim.facts)]
    found += [f"weekday {day} is none of the facts'" for day in said.weekdays if day not in _weekdays(claim)]
    found += _direction_objections(said, claim)
    found += [f"{name} is not what the claim is about" for name in mentioned(words, _others(known_names, own))]
    found += [f"{name} is not named" for name in _subject(claim) if name not in mentioned(text, own)]
    metrics = " ".join((*(fact.metric for fact in claim.facts), *claim.names)).replace("_", " ")
    found += [
        f"is not about {word}" for word in _METRICS.findall(words) if word.lower().removesuffix("s") not in metrics
    ]
    if not said.quantities and not said.days:
        found.append("gives no figure")
    return tuple(found)


def _format_objections(words: str) -> list[str]:
    found = []
    if _MARKUP.search(words) or "\n" in words:
        found.append("has markup")
    if _SECOND_SENTENCE.search(words):
        found.append("is more than one sentence")
    return found


def _is_fact(stated: Quantity, claim: Claim, said: Reading, currency: str) -> bool:
    if stated.currency and stated.currency.upper() not in (SYMBOLS.get(currency, currency), currency):
        return False
    if stated.unit:
        days = stated.value * (7 if stated.unit == "week" else 1)
        lengths = {(fact.end - fact.start).days + 1 for fact in claim.facts}
        return not stated.sign and days in lengths | {f.value for f in claim.facts if f.metric == "lag_days"}
    years = {day.year for fact in claim.facts for day in (fact.start, fact.end)}
    if stated.format == "number" and not stated.sign and stated.value in years:
        return True
    return any(_matches(stated, fact, said) for fact in claim.facts)


def _matches(stated: Quantity, fact: Fact, said: Reading) -> bool:
    if stated.format != fact.format and not (stated.format == "number" and fact.format == "currency"):
        return False
    # Binary fractions: 12.35 lies a hair beside the middle between 12.3 and 12.4.
    allowed = min(stated.tolerance, MAX_RELATIVE_ERROR * abs(fact.value)) + 1e-9 * max(1.0, abs(fact.value))
    if abs(stated.value - abs(fact.value)) > allowed:
        return False
    if stated.sign:
        return fact.value == 0 or (fact.value < 0) == (stated.sign == "-")
    # Without a minus, words must say that it went down; a level below zero needs its minus.
    is_change = any(word in fact.metric for word in _CHANGE)
    return fact.value >= 0 or (is_change and said.directions == {"down"})


def _is_date(stated: Day, facts: Iterable[Fact]) -> bool:
    return any(_fits(stated, edge) for fact in facts for edge in (fact.start, fact.end))


def _fits(stated: Day, edge: date) -> bool:
    return (
        stated.year in (None, edge.year)
        and stated.month in (None, edge.month)
        and stated.day in (None, edge.day)
        and stated.quarter in (None, (edge.month + 2) // 3)
    )


def _weekdays(claim: Claim) -> set[int]:
    return {fact.start.weekday() for fact in claim.facts if fact.start == fact.end}


def _direction_objections(said: Reading, claim: Claim) -> list[str]:
    found = []
    if said.directions - {claim.direction}:
        found.append(f"says {' and '.join(sorted(said.directions))} where the claim says {claim.direction}")
    if said.negated:
        found.append("says what did not happen")
    for first, second in zip(said.quantities, said.quantities[1:], strict=False):
        if (first.before, second.before) == ("from", "to") and claim.direction is not None:
            rises = second.value > first.value
            if first.format == second.format and rises != (claim.direction == "up"):
                found.append("goes from and to in the wrong order")
    return found


def _others(known: Sequence[str], own: Sequence[str]) -> list[str]:
    return [name for name in known if name not in own]


def _subject(claim: Claim) -> list[str]:
    """The names a sentence must give: those of the first fact's segment, and both sides of a correlation."""
    return names_of(
        Claim(
            claim.id,
            claim.type,
            claim.sentiment,
            claim.score,
            claim.p_value,
            claim.facts[:1],
            claim.template,
            names=claim.names if claim.type == "correlation" else (),
        )
    )
