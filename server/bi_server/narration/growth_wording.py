"""The built-in wording of what revenue did against an earlier period, and of periods without one."""

from bi_server.analysis.insights import Claim, Fact

from .formats import day, level, written
from .naming import segment_title, shown
from .wording_parts import MANIFOLD, by_percent, for_its_length, revenue_of, when


def growth(claim: Claim, currency: str) -> str:
    now, before = claim["revenue"], claim["previous_revenue"]
    verb = "rose" if claim.direction == "up" else "fell"
    return (
        f"{revenue_of(now)} {verb}{by_percent(claim, currency)} to {level(now, currency)} {when(now)}, "
        f"from {level(before, currency)} {when(before)}{for_its_length(claim, currency)}."
    )


def growth_hardly(claim: Claim, currency: str) -> str:
    now, before = claim["revenue"], claim["previous_revenue"]
    about = f"{revenue_of(now)} was {level(now, currency)} {when(now)}, about the same as the {level(before, currency)}"
    return f"{about} {when(before)}{for_its_length(claim, currency)}."


def growth_none(claim: Claim, currency: str) -> str:
    now, before = claim["revenue"], claim["previous_revenue"]
    same = f"{revenue_of(now)} was {level(now, currency)} {when(now)}, the same as {when(before)}"
    return f"{same}{for_its_length(claim, currency)}."


def growth_no_base(claim: Claim, currency: str) -> str:
    now, missing = claim["revenue"], claim.find("previous_revenue")
    why = "no earlier data exists" if missing is None else f"no data exists {when(missing)}"
    return f"{revenue_of(now)} was {level(now, currency)} {when(now)}; {why} to compare with."


def growth_cut_base(claim: Claim, currency: str) -> str:
    now, known = claim["revenue"], claim["known_revenue"]
    return (
        f"{revenue_of(now)} was {level(now, currency)} {when(now)}; the data begins on {day(known.start)}, "
        "so there is no whole period before it to compare with."
    )


def growth_first_sales(claim: Claim, currency: str) -> str:
    now, first = claim["revenue"], claim["revenue_of_first_day"]
    return f"{revenue_of(now)} was {level(now, currency)} {when(now)}; sales began on {day(first.start)}."


def growth_going_on(claim: Claim, currency: str) -> str:
    now = claim["revenue"]
    return f"{revenue_of(now)} was {level(now, currency)} so far {when(now)}, which is still going on."


def growth_ended(claim: Claim, currency: str) -> str:
    before, last = claim["previous_revenue"], claim["revenue_since_last_sales"]
    ended = f"{segment_title(last.segment) or 'The selection'} has had no revenue since {day(last.start)}"
    return f"{ended}; it brought in {level(before, currency)} {when(before)}." if before.value else f"{ended}."


def no_data(claim: Claim, currency: str) -> str:
    asked, there = claim["revenue"], claim["available_revenue"]
    title = segment_title(asked.segment)
    of = f" of {title}" if title else ""
    return f"There is no data{of} {when(asked)}; data exists {when(there)} (revenue {level(there, currency)})."


def no_data_at_all(claim: Claim, currency: str) -> str:
    del currency
    return f"There is no data {when(claim['revenue'])}, as the store is empty."


def driver(claim: Claim, currency: str) -> str:
    now, before, change = claim["revenue"], claim["previous_revenue"], claim["revenue_change"]
    rose = claim.direction == "up"
    core = next((f for f in claim.facts if f.metric == "revenue_change" and f.segment != now.segment), None)
    place = "" if core is None else f", mostly {_core_title(core, now)} ({written(core, currency, signed=True)})"
    return (
        f"{revenue_of(now)} {'rose' if rose else 'fell'}{by_percent(claim, currency)} to {level(now, currency)} "
        f"{when(now)}, {written(change, currency)} {'more' if rose else 'less'} than {when(before)}{place}"
        f"{for_its_length(claim, currency)}."
    )


def _core_title(core: Fact, whole: Fact) -> str:
    """The part of the pair that the segment itself does not say: `in North` within Books, `from Books` within North."""
    if core.category == whole.category:
        return f"in {shown(core.region or '')}"
    return f"from {shown(core.category or '')}" if core.region == whole.region else f"in {segment_title(core.segment)}"


def began_segment(claim: Claim, currency: str) -> str:
    now, first = claim["revenue"], claim["revenue_of_first_day"]
    came = f"{segment_title(now.segment)} brought in {level(now, currency)} {when(now)}"
    return f"{came}; its sales began on {day(first.start)}."


def ended_segment(claim: Claim, currency: str) -> str:
    now, before, last = claim["revenue"], claim["previous_revenue"], claim["revenue_of_last_day"]
    came = f"{segment_title(now.segment)} brought in no revenue {when(now)}, after {level(before, currency)}"
    return f"{came} {when(before)}; its last sales were on {day(last.start)}."


def year_ago(claim: Claim, currency: str) -> str:
    now, before = claim["revenue"], claim["last_year_revenue"]
    change, percent = claim["last_year_revenue_change"], claim["last_year_revenue_change_percent"]
    size = percent if 0 < abs(percent.value) <= MANIFOLD else change
    side = "above" if claim.direction == "up" else "below"
    return (
        f"{revenue_of(now)} was {level(now, currency)} {when(now)}, {written(size, currency)} {side} the "
        f"{level(before, currency)} {when(before)}{for_its_length(claim, currency)}{_season(claim, currency)}."
    )


def _season(claim: Claim, currency: str) -> str:
    low, high = claim.find("season_index_low"), claim.find("season_index_high")
    if low is None or high is None:
        return ""
    sizes = " to ".join(dict.fromkeys(written(index, currency) for index in (low, high)))
    month = f"{claim['revenue'].start:%B}"
    return f"; in every year since {low.start:%B %Y}, {month} brought in as much as {sizes} average months"
