"""Typed claims about a range, ranked, each with the facts it rests on.

`insights(briefing)` is the way in: generators propose candidates, `rank` keeps the important ones that chance does
not explain and that do not repeat each other. Wording them is the business of `bi_server.narration`.
"""

from .adjusted import adjusted_change
from .beginnings import beginnings
from .briefing import Briefing
from .claims import WHOLE, Candidate, Claim, Fact, LargeCustomer, LargeOrder, Segment
from .concentration import concentrations
from .headline import headline, nothing_unusual
from .incidents import gaps, going_on, incidents, outlook
from .measures import breakdown, conversion
from .movements import level_changes, relations, trends
from .prices import prices
from .ranking import rank
from .records import records
from .segments import drivers
from .single_customers import is_notable, single_customers
from .single_orders import least_order, single_orders, turned
from .vocabulary import Format, Role, Term
from .year_ago import year_ago

__all__ = [
    "WHOLE",
    "Briefing",
    "Candidate",
    "Claim",
    "Fact",
    "Format",
    "LargeCustomer",
    "LargeOrder",
    "Role",
    "Segment",
    "Term",
    "candidates",
    "insights",
    "is_notable",
    "least_order",
    "rank",
    "turned",
]


def insights(briefing: Briefing, *, limit: int = 8) -> tuple[Claim, ...]:
    """At most `limit` claims about the range, most important first; a range without data gets a single `no_data`."""
    found = [*candidates(briefing), *nothing_unusual(briefing)]
    return rank(found, briefing.money, limit=limit, money_decimals=briefing.money_decimals)


def candidates(briefing: Briefing) -> list[Candidate]:
    """Everything that might be worth saying, the headline first."""
    first = headline(briefing)
    if not briefing.is_over:
        return [first]
    born_or_gone = beginnings(briefing)
    segments = {candidate.segment for candidate in born_or_gone}
    moved = [candidate for candidate in drivers(briefing) if candidate.segment not in segments]
    others = [candidate for generate in _GENERATORS for candidate in generate(briefing)]
    return [first, *born_or_gone, *moved, *others]


_GENERATORS = (
    single_orders,
    single_customers,
    adjusted_change,
    year_ago,
    breakdown,
    conversion,
    prices,
    concentrations,
    records,
    trends,
    level_changes,
    gaps,
    incidents,
    going_on,
    relations,
    outlook,
)
