"""What a sentence says of days: which numbers they belong to, what compares with them, and if they are the claim's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bi_server.analysis.insights import Fact

from . import binding, carried, dates, zones
from .dates import Range
from .edges import is_edge
from .links import Link, links_of_period
from .reading import Reading
from .roles import HEDGE, Kind, hedged, kinds_of_number
from .sentences import rule
from .tokens import Token
from .whole_periods import TO

_NO_BASE = frozenset({"growth_no_base", "growth_cut_base", "growth_first_sales", "began_segment"})
_DENIALS = frozenset(
    [
        "only",
        "no",
        "there is no",
        "there was no",
        "none",
        "nothing",
        "without",
        "lack",
        "lacks",
        "lacking",
        "missing",
        "unavailable",
        "not available",
        "cannot be",
        "cannot be compared",
        "not possible",
        "could not be",
        "not complete",
        "incomplete",
        "absent",
        "outside",
        "for lack of",
        "empty",
    ]
)
"""Words that say that there is no earlier period."""


_ADVERBS = frozenset({"before", "beforehand", "previously", "earlier"})


@dataclass
class Periods:
    """What a sentence says of days.

    `links`: from the position of a number to the days that it is tied to. `compared`: days that something is compared
    with, by their position. `names_own_days`: whether the claim's own days are named. `objections`: to days that are
    not the claim's.
    """

    links: dict[int, frozenset[Range]] = field(default_factory=dict)
    compared: list[tuple[int, frozenset[Range]]] = field(default_factory=list)
    names_own_days: bool = False
    objections: list[str] = field(default_factory=list)


def periods(read: Reading) -> Periods:
    """What the sentence says of days."""
    found = Periods()
    own = read.own
    past: tuple[Kind, ...] = ("base", "duration", "confidence")
    current = binding.ranges(f for f in read.claim.facts if binding.kind_of_fact(f, read.claim) not in past) or own
    base = read.ranges("base")
    for position in read.said.positions("period"):
        token = read.said.tokens[position]
        assert token.period is not None
        denoted = read.denoted(token.period)
        if read.claim.type == "change_point" and token.period.first is not None and token.period.first.within:
            denoted = frozenset()  # `in late February` is about when it was that something changed
        if token.text == "before" and _BEFORE_IT.search(read.said.left(position)) and not _adjoins(read):
            found.objections.append("the period before is not what it compares with")
        as_drafted = read.is_drafted(position)
        if not as_drafted and _is_torn(read, position):
            found.objections.append(f"days from {token.text} are none of the facts'")
        if not denoted:
            edge = is_edge(read.said, position, read.claim, own, own - base)
            found.names_own_days |= edge
            if not (as_drafted or edge or _is_denied(read, position, token) or _at_once(read, token)):
                found.objections.append(f"date {token.text} is none of the facts'")
            continue
        found.names_own_days |= bool(denoted & read.ranges("level"))
        found.names_own_days |= token.text.startswith("before ") and bool(token.period.back)
        if _goes_on(read, position, denoted):
            found.objections.append(f"says since of {token.text}")
        if read.claim.type == "record" and token.text.lower().startswith(("before ", "before,")) and denoted & base:
            number = _of_the_earlier(read, position)
            found.links[number] = found.links.get(number, denoted) & denoted
            continue
        if _explains_the_last(read, position, denoted):
            continue
        link, number = _link(read, position, denoted)
        if _on_its_day(read, position):
            link, number = "after", next(n for n in read.said.positions("number") if n > position)
        if link not in ("before", "after") and _is_denied(read, position, token):
            continue
        if link == "before" and denoted & base and not denoted & current and _compares(read, position, number, current):
            found.compared.append((position, denoted))  # `a decline of 33% from April 30 to May 15`
        elif link in ("before", "after"):
            found.links[number] = found.links.get(number, denoted) & denoted
        elif as_drafted or _is_event(read, position, denoted):
            continue
        elif read.claim.type in carried.TYPES and (read.claim.facts[0].start, read.claim.facts[0].end) in denoted:
            continue  # the order's day
        elif link == "base" and read.claim.type != "no_data" and not (read.claim.type == "trend" and denoted & current):
            found.compared.append((position, denoted))
        elif link == "either" and not denoted & (base | current):
            found.objections.append(f"period {token.text} is none of the facts'")
        elif read.said.positions("flat") and denoted & base and _names(read, current):
            continue  # `a repeat of August`
        elif "ended" in read.claim.template and _nothing_since(read, position):
            continue
        elif link == "float" and not denoted & current and token.text not in _ADVERBS:
            found.objections.append(f"period {token.text} is not what the claim is about")
    found.objections += _stretched(read, current)
    found.objections += zones.periods_of_data(read.said, read.claim, own, read.pairs)
    return found


_BEFORE_IT = rule("<=the_period/period><merely/article>*$")


def _adjoins(read: Reading) -> bool:
    """Whether the claim's days follow on those that it compares with, or it compares with none."""
    if read.claim.template in _NO_BASE:
        return True
    ends = {end + timedelta(days=1) for _, end in read.ranges("base")}
    return any(start in ends for start, _ in read.own)


def _of_the_earlier(read: Reading, position: int) -> int:
    """The number of a period before the record: `before May 1, the best was $5`, `$5 for the best before May 1`."""
    tokens, at = read.said.tokens, position + 1
    while at < len(tokens) and not tokens[at].parts & {"period", "number"}:
        at += 1
    if at < len(tokens) and "number" in tokens[at].parts:
        return at
    return next((n for n in range(position, -1, -1) if "number" in tokens[n].parts), -1)


def _is_torn(read: Reading, position: int) -> bool:
    """`from May 2 to May 1`, of days that are no range of the claim: they would be one period if they were."""
    before, _, to, end = (
        *[None] * (position == 0),
        *read.said.tokens[max(position - 1, 0) : position + 3],
        None,
        None,
    )[:4]
    days = (read.said.tokens[position].period, end.period if end is not None else None)
    told = before is not None and before.text in ("from", "between") and to is not None and to.text in TO
    return told and all(day is not None and day.first is not None and day.first.day for day in days)


def _at_once(read: Reading, token: Token) -> bool:
    """`on the same day`, of two that move without a delay."""
    lag = read.claim.find("lag_days")
    return (
        read.claim.type == "correlation" and token.text.lower() == "the same day" and lag is not None and not lag.value
    )


def _nothing_since(read: Reading, position: int) -> bool:
    """`no sales since May 1`."""
    before = read.said.tokens[max(position - 8, 0) : position]
    sizes = [t.quantity.value for t in before if t.quantity is not None]
    denied = 0 in sizes or any(t.parts & {"denial", "ended"} for t in before)
    return bool(before) and before[-1].text == "since" and denied and not any(sizes)


def _link(read: Reading, position: int, denoted: frozenset[Range]) -> tuple[Link, int]:
    """What the period belongs to: the likeliest of what its words allow that the figures agree with."""
    links = links_of_period(read.said, position)
    return next((link for link in links if _agrees(read, *link, denoted)), links[0])


def _agrees(read: Reading, link: Link, number: int, denoted: frozenset[Range]) -> bool:
    if link not in ("before", "after"):
        return bool(denoted & read.ranges("base")) if link == "base" else True
    quantity = read.said.tokens[number].quantity
    assert quantity is not None
    hedge = hedged(read.said, number)
    facts = (f for f in read.claim.facts if (f.start, f.end) in denoted)
    return any(binding.is_value(quantity, hedge, fact, read.currency) for fact in facts)


_IN_BRACKET = rule("<period><,>?<(>$")


def _explains_the_last(read: Reading, position: int, denoted: frozenset[Range]) -> bool:
    """`the period before (May 1 to 3)`: the same days again."""
    if not _IN_BRACKET.search(read.said.left(position)) or not read.said.right(position).startswith(")|"):
        return False
    before = next(t.period for t in reversed(read.said.tokens[:position]) if t.period is not None)
    return bool(read.denoted(before) & denoted)


def _compares(read: Reading, position: int, number: int, current: frozenset[Range]) -> bool:
    """`a decline of 33% from April 30 to May 15`, where the claim's own days are named besides."""
    quantity, period = read.said.tokens[number].quantity, read.said.tokens[position].period
    percent = quantity is not None and quantity.format in ("percentage", "points")
    spans = period is not None and period.first != period.last
    return (
        percent
        and spans
        and position == number + 1
        and _names(read, current)
        and "change" in kinds_of_number(read.said, number, slopes=False)
    )


_AT_AFTER = rule(f"^<,><=at/worth><article/{HEDGE}>*<number>")


def _on_its_day(read: Reading, position: int) -> bool:
    """`first sales on May 7, at $5`: what that day brought in, not all of them."""
    period = read.said.tokens[position].period
    days = [read.claim.find(metric) for metric in ("revenue_of_first_day", "revenue_of_last_day")]
    its_own = any(day is not None and (day.start, day.end) in read.denoted(period) for day in days) if period else False
    return its_own and _AT_AFTER.search(read.said.right(position)) is not None


def _stretched(read: Reading, current: frozenset[Range]) -> list[str]:
    """`$5 since its first sales on May 7`, of what it brought in later: its own days have to be named."""
    first = read.claim.find("revenue_of_first_day")
    if first is None or first.start >= read.claim.facts[0].start or _names(read, current - {(first.start, first.end)}):
        return []
    return ["takes the days since the first sales for its own"] if _names(read, binding.ranges([first])) else []


def _names(read: Reading, days: frozenset[Range]) -> bool:
    """Whether the sentence has a period that is one of the days."""
    periods = (token.period for token in read.said.tokens if token.period is not None)
    return any(read.denoted(period) & days for period in periods)


def _goes_on(read: Reading, position: int, denoted: frozenset[Range]) -> bool:
    """Whether something is told since the claim's own days; `since December 20 is not over` tells nothing of it."""
    near = read.said.tokens[max(position - 1, 0) : position + 2]
    first = read.claim.facts[0]
    since = near[0].text in ("since", "ever since") and not any("be" in token.parts for token in near[2:])
    return since and (first.start, first.end) in denoted


def _is_denied(read: Reading, position: int, token: Token) -> bool:
    """Whether it is said that there is no earlier period, of a claim that says so."""
    assert token.period is not None
    first, own = token.period.first, read.claim.facts[0].start
    before = position > 0 and read.said.tokens[position - 1].text == "before"
    earlier = first is not None and first.day is None and first.fits(own if before else own - timedelta(days=1))
    unit, days = token.period.back, (read.claim.facts[0].start, read.claim.facts[0].end)
    other = unit in ("day", "week", "month", "quarter", "year") and not dates.is_whole(unit, days)
    if other or read.claim.template not in _NO_BASE or not (unit or earlier):
        return False
    tokens = read.said.tokens
    start = position + 1 + (tokens[position + 1 : position + 2] != () and tokens[position + 1].text == ",")
    end = next((i for i in range(start, len(tokens)) if tokens[i].text in ",;:."), len(tokens))
    near = tokens[max(position - 5, 0) : end]
    return any("denial" in t.parts or t.text.lower() in _DENIALS for t in near)


def _is_event(read: Reading, position: int, denoted: frozenset[Range]) -> bool:
    """Whether it is the day on which something is said to begin or to end."""
    near = read.said.tokens[:position]
    begins = any(t.parts & {"began", "ended"} or t.text.startswith(("begin", "start")) for t in near)
    return begins and any(start == end for start, end in denoted)


def wrongly_compared(
    read: Reading, compared: Sequence[tuple[int, frozenset[Range]]], bound: Mapping[int, Sequence[Fact]]
) -> list[str]:
    """Periods that are not the base of the change they stand by."""
    found = []
    for position, denoted in compared:
        near = [n for n in bound if n < position] or [n for n in bound if n > position]
        changes = [f for n in near[-1:] for f in bound[n] if f.term.base]
        real = binding.ranges(f for f in read.claim.facts if f.metric in {c.term.base for c in changes})
        if not denoted & (real or read.ranges("base")):
            found.append(f"{read.said.tokens[position].text} is not what the claim compares with")
    return found
