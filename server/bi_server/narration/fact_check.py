"""Does a sentence say anything that its claim does not?

A sentence is read in tokens, of which each must stand in a closed vocabulary (`lexicon`, as far as `licences` allows it
for the claim) or be a name of the claim. Every number must be the value of a fact, in its unit (`binding`), that the
words around it do not make another: of another role (`roles`), noun, period, part of the business or direction.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bi_server.analysis.insights import Claim, Fact

from . import binding, carried, directions, mean_day, particulars, relation, said_periods, wording, zones
from .built_in import sentence as draft_of
from .directions import is_change
from .licences import licences, licensed
from .links import compares_with_nothing
from .naming import names_of, shown
from .phrasings import with_readings
from .reading import Reading
from .roles import HEDGE
from .said_numbers import facts_of_number
from .sentences import Sentence, rule
from .tokens import Token, normalized, tokens

MAX_LENGTH = 400
"""Characters; a sentence that a dashboard shows is shorter."""

MAX_FIGURES = 20
"""Numbers and periods; a sentence has five, and each takes its time to be read among the others."""

_MARKUP = re.compile(r"[<>`{}\[\]\\|*#]|https?:|www\.|\d/\d|\n")
_ORDER_ID = re.compile(r"[A-Za-z]+[-_#]\d{2,}|#?\d{2,}")
_TITLE = re.compile(r"“[A-Z][a-z]+(?: [A-Z][a-z]+)+”")
"""A name of several words, each with a capital: no part of a sentence, though one of them may mean something."""
_OF_DAYS = re.compile(r"\b(?:in|over|during|for) the period (?=(?:from|between) )|\bon the period (?=from )")
_NAMED_DAYS = re.compile(r"\b(?:in|over|during|for) the period (?=[A-Z][a-z]+ \d)")
_AGAINST_DAYS = re.compile(r"\b(with|than|against|to|versus|vs) the period (?=(?:from|between) )")
"""`in the period from May 1 to 3` are the days from May 1 to 3."""
_SECOND_SENTENCE = re.compile(r"[.!?]\s+[A-Z“\"]|[!?]\s*\S")


@lru_cache(maxsize=128)  # a claim is asked about for its own sentence and for each of the summary's
def _drafted(claim: Claim, currency: str) -> tuple[str, tuple[str, ...], frozenset[str], tuple[Token, ...]]:
    """The claim's own wording, the names it may use, the parts it allows, and that wording in tokens."""
    own, draft = tuple(names_of(claim)), normalized(draft_of(claim, currency))
    allowed = licences(binding.with_differences(claim), draft)
    return draft, own, allowed, tokens(draft, own, allowed)


def objections(text: str, claim: Claim, *, currency: str) -> tuple[str, ...]:
    """Why `text` may not stand for `claim`; empty when it may. Amounts are in `currency`, an ISO 4217 code."""
    text = _NAMED_DAYS.sub("from ", normalized(text.strip()))
    text = _AGAINST_DAYS.sub(r"\1 ", _OF_DAYS.sub("", text))
    if not text or len(text) > MAX_LENGTH:
        return (f"has {len(text)} characters",)
    draft, own, allowed, draft_tokens = _drafted(claim, currency)
    if text == draft:
        return ()  # made of the facts, number by number
    claim = binding.with_differences(claim)
    # Names of holidays come from a calendar; those of customers keep the marks that set them apart, but for an order's.
    bare = [shown(name) for name in claim.names if claim.template == "anomaly_holiday" or _ORDER_ID.fullmatch(name)]
    bare += [name for name in own if _TITLE.fullmatch(name)]
    read = with_readings(tokens(text, own, allowed, bare=bare), claim)
    said = Sentence(licensed(read, allowed, draft_tokens))
    strange = [token.text for token in said.tokens if not token.parts]
    if strange:
        return tuple(f"may not say {word}" for word in strange)
    outside = text
    for token in said.tokens:
        if "name" in token.parts:
            outside = outside.replace(normalized(token.text), "")
    for name in bare:
        outside = re.sub(rf"#?{re.escape(name.strip('“”'))}", "", outside)
    found = ["has markup"] if _MARKUP.search(outside) else []
    found += [f"names New {name}, which is another" for name in own if f"New {name}" in text]
    found += ["is more than one sentence"] if _SECOND_SENTENCE.search(outside) else []
    figures = len(said.positions("number")) + len(said.positions("period"))
    if not 0 < figures <= MAX_FIGURES:
        return (*found, f"gives {figures or 'no'} figures")
    return (*found, *_against_facts(Reading.of(claim, said, Sentence(draft_tokens), currency)))


_TELLS_OF_NO_BASE = frozenset(["correlation", "correlation_lag", "growth_no_base", "growth_cut_base"])
"""Templates of which a comparison needs no figure."""


def _against_facts(read: Reading) -> list[str]:
    """What the sentence says that the claim's facts do not."""
    claim, said = read.claim, read.said
    zone, shares, found = zones.zones(said, claim)
    periods = said_periods.periods(read)
    found += periods.objections
    bound: dict[int, list[Fact]] = {}
    for i in said.positions("number"):
        bound[i] = facts_of_number(read, i, zone[i], of_part=i in shares, periods=periods)
        text = said.tokens[i].text
        if not bound[i]:
            found.append(f"number {text} is no such fact")
    found += _parts_of_levels(said, zone, shares, bound)
    found += said_periods.wrongly_compared(read, periods.compared, bound)
    found += directions.objections(said, claim, bound)
    found += wording.degrees(said, claim)
    found += wording.needed(said, claim, bound)
    if claim.type not in carried.TYPES and claim.template not in _TELLS_OF_NO_BASE:
        found += [f"{word} compares with nothing" for word in compares_with_nothing(said)]
    found += particulars.objections(said, claim, bound)
    found += mean_day.objections(said, claim, bound)
    return found + relation.objections(said, claim) + carried.objections(said, claim)


_BROUGHT = rule(
    f"<=brought_in/bringing_in/took_in/taking_in/sold/selling/earned/earning/made/making/generating/generated><article/{HEDGE}>*$"
)


def _parts_of_levels(
    said: Sentence, zone: Sequence[zones.Zone], shares: frozenset[int], bound: Mapping[int, Sequence[Fact]]
) -> list[str]:
    """`of which $5 in North`, of a level, where it is a part of a change."""
    tokens = said.tokens
    found = [  # `brought in $5 of it`
        f"takes {tokens[n].text} for a part of a level"
        for n, facts in bound.items()
        if any(is_change(fact) for fact in facts) and _BROUGHT.search(said.left(n)) and tokens[n + 1].text == "of it"
    ]
    for position, facts in bound.items():
        if zone[position] is None or position not in shares or not facts:
            continue
        whole = max((n for n in bound if n < position), default=None)
        of_it = any(t.text == "of which" for t in tokens[max(position - 4, 0) : position])
        of_it |= any(t.text == "of it" for t in tokens[position + 1 : position + 2])
        if tokens[0].text == "of":
            whole, of_it = min(bound), min(bound) != position
        changes = any(is_change(fact) for n in bound if n <= (whole or 0) for fact in bound[n])
        if tokens[0].text == "of" and whole is not None:
            changes = any(is_change(fact) for fact in bound[whole])
        if of_it and whole is not None and not changes:
            found.append(f"takes {tokens[position].text} for a part of {tokens[whole].text}")
    return found
