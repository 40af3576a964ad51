"""The wording that needs no model: one English sentence per claim, every number formatted from a fact."""

from collections.abc import Callable

from bi_server.analysis.insights import WHOLE, Claim, Fact, Segment

from .formats import day, during, level, written
from .naming import metric_title, segment_title, shown
from .order_wording import adjusted_change, customer_carries, order_carries, order_turns

MANIFOLD = 500
"""Percent; a larger change is told by its amounts, as its percentage says more about the base than about the change."""


def sentence(claim: Claim, currency: str) -> str:
    """`claim` in words. Amounts are in `currency`, an ISO 4217 code."""
    return _TEMPLATES[claim.template](claim, currency)


def _growth(claim: Claim, currency: str) -> str:
    now, before = claim["revenue"], claim["previous_revenue"]
    verb = "rose" if claim.direction == "up" else "fell"
    return (
        f"{_revenue(now)} {verb}{_by_percent(claim, currency)} to {level(now, currency)} {_when(now)}, "
        f"from {level(before, currency)} {_when(before)}{_for_its_length(claim, currency)}."
    )


def _growth_hardly(claim: Claim, currency: str) -> str:
    now, before = claim["revenue"], claim["previous_revenue"]
    about = f"{_revenue(now)} was {level(now, currency)} {_when(now)}, about the same as the {level(before, currency)}"
    return f"{about} {_when(before)}{_for_its_length(claim, currency)}."


def _growth_none(claim: Claim, currency: str) -> str:
    now, before = claim["revenue"], claim["previous_revenue"]
    same = f"{_revenue(now)} was {level(now, currency)} {_when(now)}, the same as {_when(before)}"
    return f"{same}{_for_its_length(claim, currency)}."


def _growth_no_base(claim: Claim, currency: str) -> str:
    now = claim["revenue"]
    return f"{_revenue(now)} was {level(now, currency)} {_when(now)}; no earlier data exists to compare with."


def _growth_cut_base(claim: Claim, currency: str) -> str:
    now, known = claim["revenue"], claim["known_revenue"]
    return (
        f"{_revenue(now)} was {level(now, currency)} {_when(now)}; the data begins on {day(known.start)}, "
        "so there is no whole period before it to compare with."
    )


def _growth_first_sales(claim: Claim, currency: str) -> str:
    now, first = claim["revenue"], claim["revenue_of_first_day"]
    return f"{_revenue(now)} was {level(now, currency)} {_when(now)}; sales began on {day(first.start)}."


def _growth_going_on(claim: Claim, currency: str) -> str:
    now = claim["revenue"]
    return f"{_revenue(now)} was {level(now, currency)} so far {_when(now)}, which is still going on."


def _growth_ended(claim: Claim, currency: str) -> str:
    before, last = claim["previous_revenue"], claim["revenue_since_last_sales"]
    ended = f"{segment_title(last.segment) or 'The selection'} has had no revenue since {day(last.start)}"
    return f"{ended}; it brought in {level(before, currency)} {_when(before)}." if before.value else f"{ended}."


def _no_data(claim: Claim, currency: str) -> str:
    asked, there = claim["revenue"], claim["available_revenue"]
    title = segment_title(asked.segment)
    of = f" of {title}" if title else ""
    return f"There is no data{of} {_when(asked)}; data exists {_when(there)} (revenue {level(there, currency)})."


def _no_data_at_all(claim: Claim, currency: str) -> str:
    del currency
    return f"There is no data {_when(claim['revenue'])}, as the store is empty."


def _driver(claim: Claim, currency: str) -> str:
    now, before, change = claim["revenue"], claim["previous_revenue"], claim["revenue_change"]
    rose = claim.direction == "up"
    core = next((f for f in claim.facts if f.metric == "revenue_change" and f.segment != now.segment), None)
    place = "" if core is None else f", mostly {_core_title(core, now)} ({written(core, currency, signed=True)})"
    return (
        f"{_revenue(now)} {'rose' if rose else 'fell'}{_by_percent(claim, currency)} to {level(now, currency)} "
        f"{_when(now)}, {written(change, currency)} {'more' if rose else 'less'} than {_when(before)}{place}"
        f"{_for_its_length(claim, currency)}."
    )


def _began_segment(claim: Claim, currency: str) -> str:
    now, first = claim["revenue"], claim["revenue_of_first_day"]
    came = f"{segment_title(now.segment)} brought in {level(now, currency)} {_when(now)}"
    return f"{came}; its sales began on {day(first.start)}."


def _ended_segment(claim: Claim, currency: str) -> str:
    now, before, last = claim["revenue"], claim["previous_revenue"], claim["revenue_of_last_day"]
    came = f"{segment_title(now.segment)} brought in no revenue {_when(now)}, after {level(before, currency)}"
    return f"{came} {_when(before)}; its last sales were on {day(last.start)}."


def _year_ago(claim: Claim, currency: str) -> str:
    now, before = claim["revenue"], claim["last_year_revenue"]
    change, percent = claim["last_year_revenue_change"], claim["last_year_revenue_change_percent"]
    size = percent if 0 < abs(percent.value) <= MANIFOLD else change
    side = "above" if claim.direction == "up" else "below"
    return (
        f"{_revenue(now)} was {level(now, currency)} {_when(now)}, {written(size, currency)} {side} the "
        f"{level(before, currency)} {_when(before)}{_season(claim, currency)}."
    )


def _season(claim: Claim, currency: str) -> str:
    low, high = claim.find("season_index_low"), claim.find("season_index_high")
    if low is None or high is None:
        return ""
    sizes = " to ".join(dict.fromkeys(written(index, currency) for index in (low, high)))
    month = f"{claim['revenue'].start:%B}"
    return f"; in every year since {low.start:%B %Y}, {month} brought in as much as {sizes} average months"


def _breakdown(claim: Claim, currency: str) -> str:
    orders, value, before = claim["orders"], claim["average_order_value"], claim["previous_orders"]
    parts = [
        f"{name} ({level(now, currency)}, {written(claim[f'{metric}_change_percent'], currency, signed=True)}) for "
        f"{written(claim[effect], currency, signed=True)}"
        for name, now, metric, effect in (
            ("the number of orders", orders, "orders", "orders_effect"),
            ("the average order value", value, "average_order_value", "order_value_effect"),
        )
    ]
    change = written(claim["revenue_change"], currency, signed=True)
    title = segment_title(orders.segment)
    of = f" of {title}" if title else ""
    return f"Revenue{of} changed by {change} {_when(orders)} compared with {_days(before)}: {parts[0]}, {parts[1]}."


def _conversion(claim: Claim, currency: str) -> str:
    now, before = claim["conversion_rate"], claim["previous_conversion_rate"]
    verb = "rose" if claim.direction == "up" else "fell"
    visits, orders = (claim[f"{metric}_change_percent"] for metric in ("visits", "orders"))
    title = segment_title(now.segment)
    return (
        f"The conversion rate{f' of {title}' if title else ''} {verb} from {_rate(before)} {_when(before)} to "
        f"{_rate(now)} {_when(now)} (visits {written(visits, currency, signed=True)}, "
        f"orders {written(orders, currency, signed=True)})."
    )


def _rate(fact: Fact) -> str:
    """Rates are small: two decimals."""
    return f"{fact.value:.2f}%"


def _price(what: str, metric: str, effect: str) -> Callable[[Claim, str], str]:
    def wording(claim: Claim, currency: str) -> str:
        now, before, percent = claim[metric], claim[f"previous_{metric}"], claim[f"{metric}_change_percent"]
        verb = "rose" if claim.direction == "up" else "fell"
        title = segment_title(now.segment)
        size = f" {written(percent, currency)}" if 0 < abs(percent.value) <= MANIFOLD else ""
        return (
            f"{what}{f' of {title}' if title else ''} {verb}{size} to {level(now, currency)} {_when(now)}, from "
            f"{level(before, currency)} {_when(before)} ({written(claim[effect], currency, signed=True)} of revenue)."
        )

    return wording


def _concentration(claim: Claim, currency: str) -> str:
    share, revenue = claim["share"], claim["revenue"]
    part, whole = _part_and_whole(claim)
    return f"{part} makes up {written(share, currency)} of revenue{whole} {_when(share)} ({level(revenue, currency)})."


def _share_shift(claim: Claim, currency: str) -> str:
    now, before = claim["share"], claim["previous_share"]
    part, whole = _part_and_whole(claim)
    verb = "rose" if claim.direction == "up" else "fell"
    return (
        f"The share of {part} in revenue{whole} {verb} from {written(before, currency)} {_when(before)} "
        f"to {written(now, currency)} {_when(now)}."
    )


def _part_and_whole(claim: Claim) -> tuple[str, str]:
    """Whose share it is, and ` of North` where it is a share of that only."""
    part, index = claim["share"].segment, claim.find("herfindahl_index")
    whole = index.segment if index else WHOLE
    own = Segment(
        None if part.category == whole.category else part.category, None if part.region == whole.region else part.region
    )
    return segment_title(own), f" of {segment_title(whole)}" if whole != WHOLE else ""


def _record(title: str, former: str) -> Callable[[Claim, str], str]:
    def wording(claim: Claim, currency: str) -> str:
        record, previous = claim["revenue"], claim["previous_record"]
        place = f" of {segment_title(record.segment)}" if segment_title(record.segment) else ""
        return (
            f"Revenue{place} of {level(record, currency)} {_when(record)} makes it the {title} since "
            f"{day(previous.start)}; {former} had {level(previous, currency)}."
        )

    return wording


def _trend_seasonal(claim: Claim, currency: str) -> str:
    return f"{_trend(claim, currency).removesuffix('.')}, the season of the year aside."


def _trend(claim: Claim, currency: str) -> str:
    total, slope = claim["revenue_trend_percent"], claim["revenue_trend_per_day"]
    way = "upward" if claim.direction == "up" else "downward"
    return (
        f"{_revenue(total)} trended {way} {_when(total)}, by {written(total, currency)} over the period "
        f"({written(slope, currency)} a day)."
    )


def _change_point(claim: Claim, currency: str) -> str:
    after, before = claim["daily_revenue_after"], claim["daily_revenue_before"]
    percent = claim.find("level_change_percent")
    way = "up" if claim.direction == "up" else "down"
    size = "" if percent is None else f" ({written(percent, currency, signed=True)})"
    return (
        f"Daily {_revenue(after, 'revenue')} stepped {way} on {day(after.start)}, from {level(before, currency)} "
        f"to {level(after, currency)}{size}{_stay(claim, way)}."
    )


def _stay(claim: Claim, way: str) -> str:
    """How long the new level lasted: said as far as it was checked."""
    if claim.template == "change_point_until":
        return f", until {day(claim['daily_revenue_after'].end)}"
    return f", and has stayed {way} since" if claim.template == "change_point" else ""


def _anomaly(ending: str) -> Callable[[Claim, str], str]:
    def wording(claim: Claim, currency: str) -> str:
        came, expected = claim["revenue"], claim["expected_revenue"]
        percent, amount = claim.find("deviation_percent"), claim["deviation"]
        size = percent if percent and abs(percent.value) <= MANIFOLD else amount
        side = "above" if claim.direction == "up" else "below"
        cause = next((f for f in claim.facts if f.metric == "deviation" and f.segment != came.segment), None)
        causes = (
            ""
            if cause is None
            else f", mostly in {segment_title(cause.segment)} ({written(cause, currency, signed=True)})"
        )
        holiday = f" ({shown(claim.names[0])})" if claim.names else ""
        return (
            f"{_revenue(came)} was {level(came, currency)} {_when(came)}{holiday}, {written(size, currency)} {side} "
            f"the {level(expected, currency)} expected{causes}{ending}."
        )

    return wording


def _day_going_on(claim: Claim, currency: str) -> str:
    now = claim["revenue"]
    title = segment_title(now.segment)
    so_far = f"{title + ': ' if title else ''}{day(now.start)} is still going on and left out"
    return f"{so_far} ({level(now, currency)} so far)."


def _nothing_unusual(claim: Claim, currency: str) -> str:
    days, *parts = claim.facts
    title = segment_title(days.segment)
    checked = [f"{written(days, currency)} days"]
    checked += [f"{written(fact, currency)} {fact.metric}" for fact in parts]
    listed = " and ".join([", ".join(checked[:-1]), checked[-1]]) if len(checked) > 1 else checked[0]
    return f"Nothing unusual{f' in {title}' if title else ''} {_when(days)}: {listed} were checked."


def _forecast(claim: Claim, currency: str) -> str:
    ahead, past = claim["forecast_revenue"], claim["revenue"]
    lower, upper, sure = claim["forecast_lower"], claim["forecast_upper"], claim["forecast_level"]
    verb = "rise" if claim.direction == "up" else "fall"
    return (
        f"{_revenue(ahead)} is forecast to {verb} {written(claim['forecast_change_percent'], currency)} to "
        f"{level(ahead, currency)} {_when(ahead)}, from {level(past, currency)} {_when(past)} "
        f"({written(sure, currency)} range {level(lower, currency)} to {level(upper, currency)})."
    )


def _correlation(claim: Claim, currency: str) -> str:
    first, second = (metric_title(name) for name in claim.names)
    strength, lag = claim["correlation"], claim["lag_days"]
    way = "the same way" if strength.value > 0 else "the opposite way"
    days = f"{written(lag, currency)} day{'' if lag.value == 1 else 's'}"
    later = f" {days} later" if lag.value else ""
    title = segment_title(strength.segment)
    when = f"In {title}, when" if title else "When"
    return (
        f"{when} {first} moves, {second} tends to move {way}{later} (correlation {level(strength, currency)}, "
        f"{_when(strength)})."
    )


def _revenue(fact: Fact, noun: str = "Revenue") -> str:
    title = segment_title(fact.segment)
    return f"{noun} of {title}" if title else noun


def _when(fact: Fact) -> str:
    return during(fact.start, fact.end)


def _days(fact: Fact) -> str:
    """The fact's days as a noun: `May 2024`, `March 5 to 9, 2024`."""
    return _when(fact).partition(" ")[2]


def _by_percent(claim: Claim, currency: str) -> str:
    percent = claim.find("revenue_change_percent")
    # Under half a hundredth of a percent, and where little grew manifold, the amounts say it better.
    return f" {written(percent, currency)}" if percent and 0 < abs(percent.value) <= MANIFOLD else ""


def _for_its_length(claim: Claim, currency: str) -> str:
    """What the mean day did, where the ranges differ in length by enough to matter."""
    mean_day = claim.find("mean_day_change_percent")
    if mean_day is None:
        return ""
    lengths = " against ".join(f"{written(claim[metric], currency)} days" for metric in ("days", "previous_days"))
    size = written(mean_day, currency, signed=True) if mean_day.value else "unchanged"
    return f" (average day {size}: {lengths})"


def _core_title(core: Fact, whole: Fact) -> str:
    """The part of the pair that the segment itself does not say: `in North` within Books, `from Books` within North."""
    if core.category == whole.category:
        return f"in {shown(core.region or '')}"
    return f"from {shown(core.category or '')}" if core.region == whole.region else f"in {segment_title(core.segment)}"


_TEMPLATES: dict[str, Callable[[Claim, str], str]] = {
    "growth": _growth,
    "growth_hardly": _growth_hardly,
    "growth_none": _growth_none,
    "growth_no_base": _growth_no_base,
    "growth_cut_base": _growth_cut_base,
    "growth_first_sales": _growth_first_sales,
    "growth_going_on": _growth_going_on,
    "growth_ended": _growth_ended,
    "no_data": _no_data,
    "no_data_at_all": _no_data_at_all,
    "driver": _driver,
    "driver_core": _driver,
    "began_segment": _began_segment,
    "ended_segment": _ended_segment,
    "year_ago": _year_ago,
    "year_ago_season": _year_ago,
    "breakdown": _breakdown,
    "conversion": _conversion,
    "price": _price("Revenue per unit", "revenue_per_unit", "price_effect"),
    "order_value": _price("The average order value", "average_order_value", "order_value_effect"),
    "concentration": _concentration,
    "share_shift": _share_shift,
    **{f"best_{unit}": _record(f"best {unit}", "the best before") for unit in ("day", "week", "month")},
    **{f"worst_{unit}": _record(f"weakest {unit}", "the weakest before") for unit in ("day", "week", "month")},
    "trend": _trend,
    "trend_seasonal": _trend_seasonal,
    **dict.fromkeys(("change_point", "change_point_until", "change_point_recent"), _change_point),
    "day_going_on": _day_going_on,
    "nothing_unusual": _nothing_unusual,
    "anomaly_spike": _anomaly(""),
    "anomaly_dip": _anomaly(""),
    "anomaly_level_shift": _anomaly(", the start of a new level"),
    "anomaly_missing_data": _anomaly("; data may be missing, or the business was closed"),
    "anomaly_partial_data": _anomaly("; part of the data may be missing"),
    "anomaly_duplicate_import": _anomaly("; rows may have been imported again"),
    "anomaly_holiday": _anomaly(", as the holiday explains"),
    "order_carries": order_carries,
    "order_turns": order_turns,
    "customer_carries": customer_carries,
    "adjusted_change": adjusted_change,
    "forecast": _forecast,
    "correlation": _correlation,
    "correlation_lag": _correlation,
}
