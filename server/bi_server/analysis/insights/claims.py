"""Claims about a range and the facts they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from .vocabulary import TERMS, Format, Term

Sentiment = Literal["positive", "negative", "neutral"]
Trend = Literal["up", "down"]
ClaimType = Literal[
    "adjusted_change",
    "anomaly",
    "breakdown",
    "change_point",
    "concentration",
    "conversion",
    "correlation",
    "data_problem",
    "detractor",
    "driver",
    "forecast",
    "growth",
    "no_data",
    "nothing_unusual",
    "price",
    "record",
    "single_customer",
    "single_order",
    "trend",
    "year_ago",
]

DECIMALS: dict[Format, int] = {"currency": 2, "percentage": 2, "points": 2, "number": 4}
"""How exactly figures go out, as everywhere in the answers; amounts in the decimals of their currency."""


@dataclass(frozen=True, order=True)
class Segment:
    """A part of the business; None means all categories (or regions). `further` are (dimension, name) of others."""

    category: str | None = None
    region: str | None = None
    further: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, names: Mapping[str, str]) -> "Segment":
        """The part that has these names, by dimension."""
        further = ((dimension, name) for dimension, name in names.items() if dimension not in ("category", "region"))
        return cls(names.get("category"), names.get("region"), tuple(further))

    def contains(self, other: "Segment") -> bool:
        """Whether `other` is this segment or a part of it."""
        is_wider = self.category in (None, other.category) and self.region in (None, other.region)
        return is_wider and set(self.further) <= set(other.further)

    def within(self, scope: "Segment") -> "Segment":
        """This segment, narrowed by the filter of the request."""
        return Segment(self.category or scope.category, self.region or scope.region, self.further or scope.further)

    @property
    def by_dimension(self) -> dict[str, str]:
        """Its names, as they read in a sentence: `Books`, `Online` in `North`."""
        named = (("category", self.category), *self.further, ("region", self.region))
        return {dimension: name for dimension, name in named if name is not None}

    def __str__(self) -> str:
        return "&".join(f"{dimension}={name}" for dimension, name in self.by_dimension.items()) or "all"


WHOLE = Segment()
"""The whole business, or all that the request was filtered to."""


@dataclass(frozen=True)
class Fact:
    """A figure: what it is, of which part of the business, over which days (both included).

    `value` is in the currency's unit, in percent, in percentage points, or plain, as `format` says; in a claim it is
    rounded.
    """

    metric: str
    category: str | None
    region: str | None
    start: date
    end: date
    value: float
    format: Format
    further: tuple[tuple[str, str], ...] = ()  # as of a Segment

    @property
    def segment(self) -> Segment:
        """The part of the business."""
        return Segment(self.category, self.region, self.further)

    def within(self, selection: Segment) -> "Fact":
        """The fact with the names of `selection` where it has none of its own."""
        part = self.segment.within(selection)
        return replace(self, category=part.category, region=part.region, further=part.further)

    def rounded(self, money_decimals: int) -> "Fact":
        """The fact as it goes out; never minus zero."""
        decimals = money_decimals if self.format == "currency" else DECIMALS[self.format]
        if self.term.role == "slope":  # yens of a day may well be less than one
            decimals = max(decimals, DECIMALS[self.format])
        return replace(self, value=round(self.value, decimals) + 0.0)

    @property
    def term(self) -> Term:
        """What the metric means."""
        return TERMS[self.metric]


@dataclass(frozen=True)
class LargeOrder:
    """What one order brought (negative: took back) within the selection, in the currency's unit.

    The ids are None where they are not recorded or may not be shown.
    """

    day: date
    revenue: float
    order_id: str | None = None
    customer_id: str | None = None


@dataclass(frozen=True)
class LargeCustomer:
    """What all orders of one customer brought in the range and in the compared one, in the currency's unit.

    The id is None where it may not be shown.
    """

    revenue: float
    previous: float
    customer_id: str | None = None

    @property
    def change(self) -> float:
        """Of the customer's revenue."""
        return self.revenue - self.previous


def fact(metric: str, segment: Segment, start: date, end: date, value: float, format_: Format) -> Fact:
    """A Fact of `segment`."""
    return Fact(metric, segment.category, segment.region, start, end, float(value), format_, segment.further)


@dataclass(frozen=True)
class Claim:
    """One ranked statement.

    `score` is its importance from 0 to 1. `p_value` is adjusted for all candidates of the answer; None for a plain
    fact. `direction` is which way it says things went (None: neither). `template` names the built-in wording; `names`
    are the words it uses besides the segments of the facts: the metrics of a correlation, the holiday of an anomaly.
    """

    id: str
    type: ClaimType
    sentiment: Sentiment
    score: float
    p_value: float | None
    facts: tuple[Fact, ...]
    template: str
    direction: Trend | None = None
    names: tuple[str, ...] = ()

    def within(self, selection: Segment) -> "Claim":
        """The claim with `selection` as what its facts are of, where they are of all categories (or regions)."""
        return replace(self, facts=tuple(fact.within(selection) for fact in self.facts))

    def find(self, metric: str) -> Fact | None:
        """The first fact of that metric."""
        return next((f for f in self.facts if f.metric == metric), None)

    def __getitem__(self, metric: str) -> Fact:
        """The first fact of that metric, which must be there."""
        found = self.find(metric)
        if found is None:
            raise KeyError(metric)
        return found


@dataclass(frozen=True)
class Candidate:
    """What might be worth saying, before the candidates are weighed against each other.

    `money` is what it was about, in the currency's unit, unsigned; `p_value` is the candidate's own (None: a plain
    fact). `core` is the pair of a category and a region that makes up most of it. `sentiment` is given where it
    does not follow from the direction. `is_told` is False of what was tested like the others but is too small to be
    told: it only counts among the tests. `is_plain`: where chance explains it, it is told as a plain fact.
    """

    type: ClaimType
    template: str
    segment: Segment
    start: date
    end: date
    direction: Trend | None
    money: float
    p_value: float | None
    facts: tuple[Fact, ...]
    core: Segment | None = None
    names: tuple[str, ...] = ()
    sentiment: Sentiment | None = None
    is_told: bool = True
    is_plain: bool = False

    @property
    def id(self) -> str:
        """Stable within equal answers: `driver:category=Books`, `anomaly:all:2024-03-05`."""
        named = ":".join((self.type, str(self.segment), *self.names))
        return named if self.type not in _DATED else f"{named}:{self.start.isoformat()}"


_DATED = ("anomaly", "change_point", "data_problem", "record")


def trend_of(difference: float) -> Trend | None:
    """Up, down, or None for no difference."""
    if difference == 0:
        return None
    return "up" if difference > 0 else "down"
