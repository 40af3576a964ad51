"""What a sentence says of days: which numbers they belong to, what compares with them, and if they are the claim's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bi_server.analysis.insights import Fact

from . import binding, carried, days_meant, zones
from .dates import Range
from .edges import is_edge
from .links import Link, links_of_period
from .reading import Reading
from .roles import Kind, hedged, kinds_of_number
from .sentences import rule

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
        denoted = read.denoted(token.period) or days_meant.of_that_year(read, token)
        if read.claim.type == "change_point" and token.period.first is not None and token.period.first.within:
            denoted = frozenset()  # `in late February` is about when it was that something changed
        if days_meant.is_not_just_before(read, position):
            found.objections.append("the period before is not what it compares with")
        as_drafted = read.is_drafted(position)
        if not as_drafted and days_meant.is_torn(read, position):
            found.objections.append(f"days from {token.text} are none of the facts'")
        if not denoted:
            edge = is_edge(read.said, position, read.claim, own, own - base)
            found.names_own_days |= edge
            meant = days_meant.is_denied(read, position, token) or days_meant.at_once(read, token)
            if not (as_drafted or edge or meant):
                found.objections.append(f"date {token.text} is none of the facts'")
            continue
        found.names_own_days |= bool(denoted & read.ranges("level"))
        found.names_own_days |= token.text.startswith("before ") and bool(token.period.back)
        if days_meant.goes_on(read, position, denoted):
            found.objections.append(f"says since of {token.text}")
        if read.claim.type == "record" and token.text.lower().startswith(("before ", "before,")) and denoted & base:
            number = _of_the_earlier(read, position)
            found.links[number] = found.links.get(number, denoted) & denoted
            continue
        if days_meant.explains_the_last(read, position, denoted):
            continue
        link, number = _link(read, position, denoted)
        if days_meant.on_its_day(read, position):
            link, number = "after", next(n for n in read.said.positions("number") if n > position)
        spoilt = (
            link == "float" and _MOVED_ON.search(read.said.left(position)) and _MOVED.search(read.said.right(position))
        )
        if (link == "either" or spoilt) and read.claim.type in carried.TYPES and not denoted & _of_changes(read):
            found.objections.append(f"days {token.text} are not those of the change")
        if link not in ("before", "after") and days_meant.is_denied(read, position, token):
            continue
        if link == "before" and denoted & base and not denoted & current and _compares(read, position, number, current):
            found.compared.append((position, denoted))  # `a decline of 33% from April 30 to May 15`
        elif link in ("before", "after"):
            found.links[number] = found.links.get(number, denoted) & denoted
        elif as_drafted or days_meant.is_event(read, position, denoted):
            continue
        elif read.claim.type in carried.TYPES and (read.claim.facts[0].start, read.claim.facts[0].end) in denoted:
            continue  # the order's day
        elif link == "base" and read.claim.type != "no_data" and not (read.claim.type == "trend" and denoted & current):
            found.compared.append((position, denoted))
        elif link == "either" and not denoted & (base | current):
            found.objections.append(f"period {token.text} is none of the facts'")
        elif read.said.positions("flat") and denoted & base and _names(read, current):
            continue  # `a repeat of August`
        elif "ended" in read.claim.template and days_meant.nothing_since(read, position):
            continue
        elif link == "float" and not denoted & current and token.text not in _ADVERBS:
            found.objections.append(f"period {token.text} is not what the claim is about")
    found.objections += _stretched(read, current)
    found.objections += zones.periods_of_data(read.said, read.claim, own, read.pairs)
    return found


def _of_the_earlier(read: Reading, position: int) -> int:
    """The number of a period before the record: `before May 1, the best was $5`, `$5 for the best before May 1`."""
    tokens, at = read.said.tokens, position + 1
    while at < len(tokens) and not tokens[at].parts & {"period", "number"}:
        at += 1
    if at < len(tokens) and "number" in tokens[at].parts:
        return at
    return next((n for n in range(position, -1, -1) if "number" in tokens[n].parts), -1)


def _link(read: Reading, position: int, denoted: frozenset[Range]) -> tuple[Link, int]:
    """What the period belongs to: the likeliest of what its words allow that the figures agree with."""
    links = links_of_period(read.said, position)
    link, number = next((link for link in links if _agrees(read, *link, denoted)), links[0])
    if link == "after" and _DATED.search(read.said.right(number)) and not _agrees(read, link, number, denoted):
        return "float", -1  # `the fall in May includes $5 on May 2`
    return link, number


def _agrees(read: Reading, link: Link, number: int, denoted: frozenset[Range]) -> bool:
    if link not in ("before", "after"):
        return bool(denoted & read.ranges("base")) if link == "base" else True
    quantity = read.said.tokens[number].quantity
    assert quantity is not None
    hedge = hedged(read.said, number)
    facts = (f for f in read.claim.facts if (f.start, f.end) in denoted)
    return any(binding.is_value(quantity, hedge, fact, read.currency) for fact in facts)


def _of_changes(read: Reading) -> frozenset[Range]:
    """The days of what changed, and of what is compared with them; not of the order or the incident."""
    return binding.ranges(f for f in read.claim.facts if f.term.role == "change") | read.ranges("base")


def _compares(read: Reading, position: int, number: int, current: frozenset[Range]) -> bool:
    """`a decline of 33% from April 30 to May 15`, where the claim's own days are named besides."""
    quantity, period = read.said.tokens[number].quantity, read.said.tokens[position].period
    moved = position > 1 and bool(read.said.tokens[number - 1].parts & {"up", "down"})
    percent = quantity is not None and (quantity.format in ("percentage", "points") or moved)
    spans = period is not None and period.first != period.last
    return (
        percent
        and spans
        and position == number + 1
        and _names(read, current)
        and "change" in kinds_of_number(read.said, number, slopes=False)
    )


_MOVED_ON, _MOVED = rule("<revenue>(?:<of><name>)?<in/from>?$"), rule("^<up/down><by>?<number>")
_DATED = rule("^<in><period>")


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
