"""Which facts each number of a sentence can be."""

from dataclasses import replace

from bi_server.analysis.insights import Fact

from . import binding, carried, particulars, zones
from .dates import Range
from .directions import direction_at, is_change
from .parts_of_change import OF_REVENUE
from .reading import Reading
from .roles import HEDGE, Kind, hedged, is_part_of_change, is_ratio, kinds_of_number
from .said_periods import Periods
from .sentences import rule

_SILENT: frozenset[Kind] = frozenset({"level", "base", "expected", "change"})
"""What a number may be of which the words do not tell."""


def facts_of_number(read: Reading, position: int, zone: zones.Zone, *, of_part: bool, periods: Periods) -> list[Fact]:
    """The facts that the number at `position` can be; `of_part` tells whether its clause says what a part did."""
    stated = read.said.tokens[position].quantity
    assert stated is not None
    hedge = hedged(read.said, position)
    of_change = is_part_of_change(read.said, position)
    from_one = {"breakdown": _FROM_ONE, "single_order": _IS_ONE}.get(read.claim.type)
    of_change |= stated.fraction and from_one is not None and bool(from_one.search(read.said.right(position)))
    if stated.format == "percentage" and of_change:
        part = _part_of_change(read, position, zone)
        if part is not None:
            return [part[0]] if binding.is_value(stated, hedge, part[1], read.currency) else []
    if is_ratio(read.said, position):
        stated = replace(stated, value=100 - stated.value, sign="-")
        hedge = binding.MIRRORED.get(hedge, hedge)
    stated = particulars.times_an_average_month(stated, read.claim)
    slopes = any(fact.term.role == "slope" for fact in read.claim.facts)
    noun = binding.noun_at(read.said, position)
    said = kinds_of_number(read.said, position, slopes=slopes)
    if (
        said == {"level"}
        and stated.format == "percentage"
        and noun not in ("", "share", "conversion_rate", "revenue")
        and direction_at(read.said, position)
    ):
        said = {"change"}  # `visits fell by 28% but orders by 15%`, the second `by` left out
    if said == {"level"} and stated.format == "percentage" and _tells_growth(read, position):
        said = {"change"}  # `growth would be 14%`, of a claim without a percentage that something is at
    linked = periods.links.get(position)
    if stated.format == "days" and _is_length(read, stated.value, position):
        return [read.claim.facts[0]]
    kinds = binding.kinds_that_fit(said or _SILENT, read.claim)
    if "level" in kinds and "change" not in kinds and linked and not linked & read.ranges("level"):
        kinds = kinds - {"level"} | {"base"}  # `in November, $5`: the days say that it is what was before
    ended = read.claim.template in ("ended_segment", "growth_ended") and not _AFTER_LAST.search(
        read.said.left(position)
    )
    if ended and "level" in kinds:
        kinds |= {"base"}  # a level other than zero is what was before
    if stated.format == "number":
        kinds |= {"index", *(("duration",) if read.claim.find("previous_days") else ())}
    of_revenue = OF_REVENUE.search(read.said.right(position))
    shares = zone is not None and of_part and not of_revenue
    direction = direction_at(read.said, position)
    forecast = _FORECAST.search(read.said.right(position))
    actual = _ACTUAL.search(read.said.left(position))
    candidates = [
        fact
        for fact in read.claim.facts[read.claim.type == "no_data" :]
        if (zones.is_in(fact, zone, read.claim) or read.claim.type == "adjusted_change")
        and (
            read.claim.type not in carried.TYPES
            or any(carried.fits(read.said, position, kind, fact, read.claim) for kind in kinds)
        )
        and (
            read.claim.type in carried.TYPES
            or (fact.metric.endswith("_effect") and particulars.is_effect(read.said, position))
            or binding.kind_of_fact(fact, read.claim) in kinds
            or (fact.metric == "revenue_of_last_day" and "level" in kinds and read.said.positions("ended"))
            or (shares and kinds & {"level", "base"} and is_change(fact))
        )
        and not (forecast and fact.term.role not in ("expected", "forecast", "bound"))
        and not (actual and fact.term.role in ("expected", "forecast"))
        and binding.is_value(stated, hedge, fact, read.currency)
        and binding.is_signed_right(stated, direction, fact)
        and (linked is None or _is_of(fact, linked))
    ]
    found = binding.with_noun(candidates, read.claim, noun)
    if not found and noun != "revenue" and particulars.is_effect(read.said, position):
        return binding.with_noun(candidates, read.claim, "revenue")  # `fewer orders cut revenue by $5`
    left = read.said.left(position)
    of_whole = (_OF_THE.search(left) or _BY_WHICH.search(left)) and not _whose(read, position) & (zone or frozenset())
    if not found and zone is not None and of_whole:
        return facts_of_number(read, position, None, of_part=False, periods=periods)  # `North made $5 of the $9 rise`
    if not found and zone is None and _OF_NUMBER.search(read.said.right(position)):
        named = {token.text for token in read.said.tokens}
        parts = {frozenset(zones.names(f.segment) - zones.names(read.claim.facts[0].segment)) for f in read.claim.facts}
        for other in (other for other in parts if other and other <= named):  # `most of it, $5 of $9, came from North`
            return facts_of_number(read, position, other, of_part=True, periods=periods)
    return found


_AFTER_LAST = rule("<ended><filler/level/,/:/of/at/be/(>*$")
_OF_NUMBER = rule("^<of><article>*<number>")
_ACTUAL = rule(f"<=actual><article/revenue/{HEDGE}>*$")
_FORECAST = rule("^<=forecast/projected/predicted/anticipated><of/in>")
_BY_WHICH = rule("<by><=which><article/period/name/in>*<revenue>")
_OF_THE = rule("<of/mostly><article/name/possessive/period/more/large/small>*$")
_THEIRS = rule("^(?:<=that/which><article>*|<article/large/small/revenue>*<up/down><of/in/for><article>*)<name>")
_FROM_ONE = rule("^<filler/be>*<from/owed><article/up/down/more/less>*<orders/average_order_value>")
_IS_ONE = rule("^<filler/be/level/contributes>*<from/by/in>?<article/number>*<one_order>")
_FROM_ONE_OF = rule(r"^(?:(?!<[,;:]>)\S+ )*?(<orders/average_order_value>)")


_TO_IT = rule(f"<to><article/filler/{HEDGE}>*$")


def _tells_growth(read: Reading, position: int) -> bool:
    if _TO_IT.search(read.said.left(position)):
        return False
    before = (t.parts for t in reversed(read.said.tokens[:position]))
    told = frozenset({"up", "down", "trend", "adjusted"})
    near: frozenset[str] = next((parts for parts in before if parts & {*told, "revenue"}), frozenset())
    return read.claim.type in ("trend", "adjusted_change") and bool(near & told)


def _whose(read: Reading, position: int) -> set[str]:
    """Who is told to have had a change: `the $9 that Beds lost`, `a $9 fall in Beds`, `Beds' $9 fall`."""
    match, before = _THEIRS.search(read.said.right(position)), read.said.tokens[max(position - 2, 0) : position]
    behind = read.said.tokens[position + len(match[0].split())].text if match else ""
    return {behind, before[0].text if before and "possessive" in before[-1].parts else ""}


def _part_of_change(read: Reading, position: int, zone: zones.Zone) -> tuple[Fact, Fact] | None:
    """The part that `two thirds of the rise` is told of: as its fact, and as its percentage of the whole change."""
    claim = read.claim
    whole = next((f for f in claim.facts if f.metric in ("revenue_change", "deviation")), None)
    if claim.type == "single_order":
        part = claim.find("order_revenue") if read.said.positions("one_order") else None
    elif claim.type == "single_customer":
        part = claim.find("customer_revenue_change") if read.said.positions("one_customer") or claim.names else None
    elif claim.type == "breakdown":
        match = _FROM_ONE_OF.search(read.said.right(position))
        nouns = match[1] if match else ""
        part = claim.find("orders_effect" if "orders|" in nouns else "order_value_effect") if nouns else None
    else:
        part = next((f for f in claim.facts if zone is not None and is_change(f) and zones.is_in(f, zone, claim)), None)
    if whole is None or part is None or not whole.value:
        return None
    share = round(part.value / whole.value * 100, 2)
    return part, replace(part, value=share, format="percentage")


def _is_of(fact: Fact, linked: frozenset[Range]) -> bool:
    """Whether a fact is of the days that its number is tied to; an order's day lies in a month."""
    within = fact.metric == "order_revenue" and any(a <= fact.start and fact.end <= b for a, b in linked)
    return within or (fact.start, fact.end) in linked or fact.term.noun == "season_index"


def _is_length(read: Reading, days: float, position: int) -> bool:
    """Whether a number of days is how long a range is; not where it is said to be a delay."""
    after = read.said.tokens[position + 1 : position + 2]
    lengths = [fact.value for fact in read.claim.facts if fact.metric in ("days", "previous_days")]
    if len(lengths) == 2 and after and after[0].text.split()[0] in ("fewer", "less", "more", "shorter", "longer"):
        return days == abs(lengths[0] - lengths[1]) and (lengths[0] > lengths[1]) == (
            after[0].text.split()[0] in ("more", "longer")
        )
    delays = bool(after) and after[0].text in ("later", "after", "behind", "lag", "delay", "before")
    of, *period = [*read.said.tokens[position + 1 : position + 3], None][:2]
    if of is not None and of.parts & {"of", "in"} and period[0] is not None and period[0].period is not None:
        denoted = read.denoted(period[0].period)
        return any((end - start).days + 1 == days for start, end in denoted)
    return not delays and any((fact.end - fact.start).days + 1 == days for fact in read.claim.facts)
