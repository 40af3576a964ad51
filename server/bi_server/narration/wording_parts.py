"""What built-in sentences have in common: whose revenue, of which days, and by how much."""

from bi_server.analysis.insights import Claim, Fact

from .formats import during, written
from .naming import segment_title

MANIFOLD = 500
"""Percent; a larger change is told by its amounts, as its percentage says more about the base than about the change."""


def revenue_of(fact: Fact, noun: str = "Revenue") -> str:
    title = segment_title(fact.segment)
    return f"{noun} of {title}" if title else noun


def when(fact: Fact) -> str:
    return during(fact.start, fact.end)


def days_of(fact: Fact) -> str:
    """The fact's days as a noun: `May 2024`, `March 5 to 9, 2024`."""
    return when(fact).partition(" ")[2]


def by_percent(claim: Claim, currency: str) -> str:
    percent = claim.find("revenue_change_percent")
    # Under half a hundredth of a percent, and where little grew manifold, the amounts say it better.
    return f" {written(percent, currency)}" if percent and 0 < abs(percent.value) <= MANIFOLD else ""


def for_its_length(claim: Claim, currency: str) -> str:
    """What the mean day did, where the ranges differ in length by enough to matter."""
    mean_day = claim.find("mean_day_change_percent")
    if mean_day is None:
        return ""
    lengths = " against ".join(days_long(claim[metric], currency) for metric in ("days", "previous_days"))
    size = written(mean_day, currency, signed=True) if mean_day.value else "unchanged"
    return f" (average day {size}: {lengths})"


def days_long(fact: Fact, currency: str) -> str:
    """`1 day`, `31 days`."""
    return f"{written(fact, currency)} day{'' if fact.value == 1 else 's'}"
