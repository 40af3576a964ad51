"""What days of a sentence are, where no number lies in them: an event, what is denied, or the days just named."""

import re
from datetime import timedelta

from . import dates
from .dates import Range
from .reading import Reading
from .roles import HEDGE
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


_THE_PERIOD_BEFORE = re.compile(
    r"(?:the )?(?:period|range|timeframe) (?:before|earlier|prior)"
    r"|(?:the )?(?:previous|prior|preceding) (?:period|range)"
)
_BEFORE_IT = rule("<=the_period/period><merely/article>*$")


def is_not_just_before(read: Reading, position: int) -> bool:
    """`the period before`, of a claim whose days do not follow on those that it compares with."""
    text = read.said.tokens[position].text.lower()
    told = _THE_PERIOD_BEFORE.fullmatch(text) or (text == "before" and _BEFORE_IT.search(read.said.left(position)))
    if read.claim.template in _NO_BASE or not told:
        return False
    ends = {end + timedelta(days=1) for _, end in read.ranges("base")}
    return not any(start in ends for start, _ in read.own)


def is_torn(read: Reading, position: int) -> bool:
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


def at_once(read: Reading, token: Token) -> bool:
    """`on the same day`, of two that move without a delay."""
    lag = read.claim.find("lag_days")
    return (
        read.claim.type == "correlation" and token.text.lower() == "the same day" and lag is not None and not lag.value
    )


def nothing_since(read: Reading, position: int) -> bool:
    """`no sales since May 1`."""
    before = read.said.tokens[max(position - 8, 0) : position]
    sizes = [t.quantity.value for t in before if t.quantity is not None]
    denied = 0 in sizes or any(t.parts & {"denial", "ended"} for t in before)
    return bool(before) and before[-1].text == "since" and denied and not any(sizes)


_IN_BRACKET = rule("<period><article/merely>*<,>?<(>$")


def explains_the_last(read: Reading, position: int, denoted: frozenset[Range]) -> bool:
    """`the period before (May 1 to 3)`: the same days again."""
    if not _IN_BRACKET.search(read.said.left(position)) or not read.said.right(position).startswith(")|"):
        return False
    before = next(t.period for t in reversed(read.said.tokens[:position]) if t.period is not None)
    return bool(read.denoted(before) & denoted)


def of_that_year(read: Reading, token: Token) -> frozenset[Range]:
    """`March rose from $5 in 2023 to $9 in 2024`: the days of those years that are named without one."""
    year = token.period.first if token.period is not None and token.period.first == token.period.last else None
    periods = [t.period for t in read.said.tokens if t.period is not None]
    named = any(p.first is not None and p.first.month and p.last is not None and not p.last.year for p in periods)
    if year is None or year.month or year.quarter or not year.year or not named:
        return frozenset()
    a_year = dates.Period(back="year", same=True)
    pairs = [pair for pair in read.pairs if pair[1] in dates.denoted(a_year, read.own, [pair])]
    return frozenset(days for pair in pairs for days in pair if days[0].year == days[1].year == year.year)


_AT_AFTER = rule(f"^<,><=at/worth><article/{HEDGE}>*<number>")


def on_its_day(read: Reading, position: int) -> bool:
    """`first sales on May 7, at $5`: what that day brought in, not all of them."""
    period = read.said.tokens[position].period
    days = [read.claim.find(metric) for metric in ("revenue_of_first_day", "revenue_of_last_day")]
    its_own = any(day is not None and (day.start, day.end) in read.denoted(period) for day in days) if period else False
    return its_own and _AT_AFTER.search(read.said.right(position)) is not None


def goes_on(read: Reading, position: int, denoted: frozenset[Range]) -> bool:
    """Whether something is told since the claim's own days; `since December 20 is not over` tells nothing of it."""
    near = read.said.tokens[max(position - 1, 0) : position + 2]
    first = read.claim.facts[0]
    since = near[0].text in ("since", "ever since") and not any("be" in token.parts for token in near[2:])
    return since and (first.start, first.end) in denoted


def is_denied(read: Reading, position: int, token: Token) -> bool:
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


def is_event(read: Reading, position: int, denoted: frozenset[Range]) -> bool:
    """Whether it is the day on which something is said to begin or to end."""
    near = read.said.tokens[:position]
    begins = any(t.parts & {"began", "ended"} or t.text.startswith(("begin", "start")) for t in near)
    return begins and any(start == end for start, end in denoted)
