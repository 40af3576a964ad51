"""Sentences about claims: faithful ones, and the same with one thing made untrue.

A corruption fills a slot of a wording with something else, takes another word, or adds what no fact carries.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle
from typing import Any

from bi_server.analysis.insights import Claim, Fact
from bi_server.narration.formats import during, level, written
from bi_server.narration.naming import metric_title, segment_title, shown

from .additions import ADDED
from .paraphrases import ENDINGS, PATTERNS

Slots = dict[str, str]

_CHOICE = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")
_FLAT = (
    "growth_none",
    "growth_no_base",
    "concentration",
    "no_data",
    "no_data_at_all",
    "correlation",
    "correlation_lag",
)


@dataclass(frozen=True)
class Case:
    """A sentence about a claim; `category` is `faithful` or what is wrong with it."""

    category: str
    claim: Claim
    text: str


def filled(pattern: str, slots: Slots, up: bool) -> str:
    """The sentence; its first letter is made a capital."""
    text = _CHOICE.sub(lambda m: m[1 if up else 2], pattern).format_map(slots)
    return text[0].upper() + text[1:]


def slots_of(claim: Claim, currency: str = "USD") -> Slots:
    """All that a pattern may use, as text: `X` is the figure of a fact, `in_X` its days, `P_X` a bare period."""
    slots: Slots = {}
    for fact in claim.facts:
        if fact.metric in slots:
            slots["core"] = _core(fact, claim.facts[0])
            slots["core_change"] = written(fact, currency, signed=True)
            slots["core_size"] = written(fact, currency)
            continue
        slots[fact.metric] = level(fact, currency) if fact.term.role != "change" else written(fact, currency)
        slots[f"in_{fact.metric}"] = during(fact.start, fact.end)
        slots[f"P_{fact.metric}"] = during(fact.start, fact.end).removeprefix("in ").removeprefix("on ")
        slots[f"M_{fact.metric}"] = f"{fact.start:%B}"
        slots[f"start_{fact.metric}"] = f"{fact.start:%B} {fact.start.day}, {fact.start.year}"
        slots[f"about_{fact.metric}"] = _rounded(fact)
        slots[f"short_{fact.metric}"] = _short(fact)
    title = segment_title(claim.facts[0].segment)
    slots["seg"] = title
    slots["rev"] = f"revenue of {title}" if title else "revenue"
    slots["segrev"] = f"{title} revenue" if title else "total revenue"
    for position, name in enumerate(claim.names):
        slots[f"name{position}"] = metric_title(name) if claim.type == "correlation" else shown(name)
    return slots


def _core(core: Fact, whole: Fact) -> str:
    own = (whole.category, whole.region)
    return " in ".join(shown(n) for n in (core.category, core.region) if n is not None and n not in own)


def _short(fact: Fact) -> str:
    """`$1.23 million`, `$88.1k`, `27%`."""
    size = abs(fact.value)
    if fact.value < 0 and fact.term.role != "change":
        return level(fact, "USD")
    if fact.format == "currency":
        if size >= 1e6:
            return f"${size / 1e6:.2f} million"
        return f"${size / 1e3:.1f}k" if size >= 1e4 else f"${size:,.0f}"
    return f"{size:.0f}%" if fact.format == "percentage" and size >= 3 else written(fact, "USD")


def _rounded(fact: Fact) -> str:
    """With a hedge that fits: `just over 26%`, `nearly $90,000`, `about 38%`."""
    size = abs(fact.value)
    if size < 2:
        return f"about {written(fact, 'USD')}"
    step = 10.0 ** (len(str(int(size))) - 2) if size >= 10 else 1.0
    below = int(size / step) * step
    hedge, value = ("just over", below) if size - below <= step / 2 else ("nearly", below + step)
    if value == size or abs(value - size) > 0.04 * size:
        return f"about {written(fact, 'USD')}"
    text = f"${value:,.0f}" if fact.format == "currency" else f"{value:.0f}%" if fact.format == "percentage" else ""
    return f"{hedge} {text}" if text else written(fact, "USD")


NEGATED = (
    (r"\b(rose|increased|grew|climbed|gained|went up|jumped)\b", "did not rise"),
    (r"\b(fell|decreased|dropped|lost|declined|went down|shrank)\b", "did not fall"),
    (r"\bwas\b", "was not"),
    (r"\b(is)\b", "is not"),
    (r"\b(tend|tends) to\b", r"\1 not to"),
    (r"\b(reached|hit|generated|came in|accounts|made up|brought in|came to|saw)\b", "never \\1"),
)
UNITS = (
    (r"\$", "€"),
    (r" million", " billion"),
    (r"(\d)k\b", r"\1m"),
    (r"\$([\d,.]+)", r"\1 orders"),
    (r"(a|per) day\b", r"\1 week"),
    (r"(\d)%", r"\1"),
    (r"\$([\d,]+)", r"\1%"),
    (r"(\d)%", r"\1 basis points"),
)
BASES = (
    ("the month before", "the year before"),
    ("the previous month", "the previous week"),
    ("the prior month", "the same month last year"),
    ("month over month", "year over year"),
)
SWAPS: tuple[tuple[str, str], ...] = (
    ("revenue", "previous_revenue"),
    ("revenue", "revenue_change"),
    ("previous_revenue", "revenue_change"),
    ("revenue", "expected_revenue"),
    ("revenue", "deviation"),
    ("expected_revenue", "deviation"),
    ("share", "previous_share"),
    ("revenue", "previous_record"),
    ("daily_revenue_before", "daily_revenue_after"),
    ("forecast_revenue", "revenue"),
    ("forecast_revenue", "forecast_upper"),
    ("forecast_lower", "revenue"),
    ("forecast_change_percent", "forecast_level"),
    ("revenue", "available_revenue"),
    ("share", "share_change_points"),
    ("revenue", "last_year_revenue"),
    ("orders", "previous_orders"),
    ("average_order_value", "previous_average_order_value"),
    ("orders_change_percent", "average_order_value_change_percent"),
    ("orders_effect", "order_value_effect"),
    ("conversion_rate", "previous_conversion_rate"),
    ("visits_change_percent", "orders_change_percent"),
    ("revenue_per_unit", "previous_revenue_per_unit"),
    ("revenue_per_unit", "price_effect"),
    ("categories", "regions"),
)


def kind(claim: Claim) -> str:
    """Whose patterns a claim uses."""
    if claim.template.startswith("anomaly") or claim.type == "record":
        return "anomaly" if claim.type != "record" else f"record_{claim.template.rpartition('_')[2]}"
    if claim.template in ("change_point_until", "change_point_recent"):
        return "change_point_once"  # what did not stay is not told with "since"
    return "trend" if claim.type == "trend" else claim.template


def faithful(claims: list[Claim], patterns: dict[str, tuple[str, ...]] = PATTERNS) -> Iterator[Case]:
    """Every pattern of every claim."""
    for claim, pattern in _uses(claims, patterns):
        yield Case("faithful", claim, filled(pattern, _slots(claim), claim.direction == "up"))


def corrupted(
    claims: list[Claim],
    patterns: dict[str, tuple[str, ...]] = PATTERNS,
    added: dict[str, tuple[str, ...]] = ADDED,
) -> Iterator[Case]:
    """The same sentences, each made untrue in every way that applies to it."""
    turns = {category: cycle(endings) for category, endings in added.items()}
    for claim, pattern in _uses(claims, patterns):
        true = filled(pattern, _slots(claim), claim.direction == "up")
        for category, text in _untrue(claim, pattern, true):
            if text.lower() != true.lower():
                yield Case(category, claim, text)
        for category, endings in turns.items():
            ending = next(endings)
            if not _true_after_all(claim, category, ending):
                yield Case(category, claim, f"{true[:-1]}{ending}.")


def _uses(claims: list[Claim], patterns: dict[str, tuple[str, ...]]) -> Iterator[tuple[Claim, str]]:
    for claim in claims:
        endings = cycle(ENDINGS.get(claim.template, ("",)))
        for pattern in patterns[kind(claim)]:
            slots = _slots(claim)
            names = set(re.findall(r"\{(\w+)\}", _CHOICE.sub(r"\1", pattern)))
            if names <= slots.keys():
                ending = next(endings)
                if set(re.findall(r"\{(\w+)\}", ending)) <= slots.keys():
                    yield claim, f"{pattern[:-1]}{ending}."


def _slots(claim: Claim) -> Slots:
    slots = slots_of(claim)
    slots["of_seg"] = f"of {slots['seg']} " if slots["seg"] else ""
    slots["by_seg"] = f"by {slots['seg']} " if slots["seg"] else ""
    return slots


def _untrue(claim: Claim, pattern: str, true: str) -> Iterator[tuple[str, str]]:
    up = claim.direction == "up"

    def again(other: Claim) -> str:
        return filled(pattern, _slots(other), up)

    used = [f for f in claim.facts if re.search(rf"\{{(short_|about_)?{f.metric}\}}", pattern)]
    for position, fact in enumerate(used):
        factor = (1.13, 0.8, 1.3, 10.0)[(position + len(pattern)) % 4]
        yield "number", again(_changed(claim, fact, value=round(fact.value * factor, 2)))
    for fact in claim.facts:
        if re.search(rf"\{{(in|P|M|start)_{fact.metric}\}}", pattern):
            for shift in (_month_on, _year_back):
                yield "date", again(_changed(claim, fact, start=shift(fact.start), end=shift(fact.end)))
    if "|" in pattern and kind(claim) not in _FLAT:
        yield "direction", filled(pattern, _slots(claim), not up)
    for one, two in SWAPS:
        if claim.find(one) and claim.find(two):
            a, b = claim[one], claim[two]
            if abs(abs(a.value) - abs(b.value)) > 0.05 * max(abs(a.value), abs(b.value)):
                yield "role", again(_changed(_changed(claim, a, value=b.value), b, value=a.value))
            if (a.start, a.end) != (b.start, b.end):
                other = _changed(claim, a, start=b.start, end=b.end)
                yield "period", again(_changed(other, b, start=a.start, end=a.end))
    for before, after in UNITS:
        yield "unit", re.sub(before, after, true)
    yield "points", re.sub(r"(\d)%", r"\1 percentage points", true)
    yield "points", re.sub(r"(\d) percentage points", r"\1%", true)
    for verb, negation in NEGATED:
        yield "negation", re.sub(verb, negation, true, count=1, flags=re.IGNORECASE)
    title = segment_title(claim.facts[0].segment)
    if title:
        for other_title in ("Garden", "Toys", "West", "Books in South"):
            if other_title != title:
                yield "segment", true.replace(title, other_title)
        yield "segment", true.replace(f"revenue of {title}", "revenue").replace(f"{title} revenue", "total revenue")
    elif "{rev}" in pattern:
        yield "segment", true.replace("evenue", "evenue of Books", 1)
    core = _slots(claim).get("core")
    if core and title:
        yield "segment", true.replace(title, "\0").replace(core, title).replace("\0", core)
    for was, base in BASES:
        yield "base", re.sub(was, base, true, flags=re.IGNORECASE)
    for i, name in enumerate(claim.names):
        yield "entity", true.replace(name, "Prime Day" if i else "Labor Day").replace(metric_title(name), "Toys")
    if claim.template == "correlation":
        yield "direction", true.replace("together", "in opposite directions").replace("positive", "negative")
        yield "direction", true.replace("goes up as well", "goes down").replace("same direction", "opposite direction")
    if claim.template == "correlation_lag":
        yield "direction", true.replace("opposite", "same").replace("negatively", "positively")
        yield "direction", true.replace("to fall", "to rise").replace("a fall", "a rise")
        first, second = (metric_title(name) for name in claim.names)
        low = true[0].lower() + true[1:]
        yield "role", filled(low.replace(first, "\0").replace(second, first).replace("\0", second), {}, up)
        yield "number", true.replace("1 day", "3 days").replace("one day", "two days").replace("a day", "two days")


def _true_after_all(claim: Claim, category: str, ending: str) -> bool:
    return (
        (category == "lasting" and claim.template == "change_point")
        or (category == "base" and claim.type == "year_ago" and "year" in ending)
        or (category == "forecast" and claim.type == "forecast")
        or (ending == ", mainly from Garden" and claim.facts[0].category == "Garden")
    )


def _changed(claim: Claim, changed: Fact, **by: Any) -> Claim:
    """The claim with its first fact of that metric changed."""
    first = next(i for i, fact in enumerate(claim.facts) if fact.metric == changed.metric)
    facts = [replace(fact, **by) if i == first else fact for i, fact in enumerate(claim.facts)]
    return replace(claim, facts=tuple(facts))


def _month_on(day: date) -> date:
    year, month = divmod(day.year * 12 + day.month, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - date.resolution).day
    whole = (day + date.resolution).day == 1
    return date(year, month + 1, last if whole else min(day.day, last))


def _year_back(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
