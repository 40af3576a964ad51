"""The built-in wording of what a series of days did: records, trends, steps, odd days, forecasts, correlation."""

from collections.abc import Callable
from datetime import timedelta

from bi_server.analysis.insights import Claim

from .formats import day, level, written
from .naming import metric_title, segment_title, shown
from .wording_parts import MANIFOLD, days_long, revenue_of, when


def record(title: str, former: str) -> Callable[[Claim, str], str]:
    def wording(claim: Claim, currency: str) -> str:
        best, previous = claim["revenue"], claim["previous_record"]
        place = f" of {segment_title(best.segment)}" if segment_title(best.segment) else ""
        range_starts = previous.end + timedelta(days=1)  # other days of the range may have been as good
        before = former if range_starts == best.start else f"{former} {day(range_starts)}"
        return (
            f"Revenue{place} of {level(best, currency)} {when(best)} makes it the {title} since "
            f"{day(previous.start)}; {before} had {level(previous, currency)}."
        )

    return wording


def trend_seasonal(claim: Claim, currency: str) -> str:
    return f"{trend(claim, currency).removesuffix('.')}, the season of the year aside."


def trend(claim: Claim, currency: str) -> str:
    total, slope = claim["revenue_trend_percent"], claim["revenue_trend_per_day"]
    way = "upward" if claim.direction == "up" else "downward"
    return (
        f"{revenue_of(total)} trended {way} {when(total)}, by {written(total, currency)} over the period "
        f"({written(slope, currency)} a day)."
    )


def change_point(claim: Claim, currency: str) -> str:
    after, before = claim["daily_revenue_after"], claim["daily_revenue_before"]
    percent = claim.find("level_change_percent")
    way = "up" if claim.direction == "up" else "down"
    size = "" if percent is None else f" ({written(percent, currency, signed=True)})"
    return (
        f"Daily {revenue_of(after, 'revenue')} stepped {way} on {day(after.start)}, from {level(before, currency)} "
        f"to {level(after, currency)}{size}{_stay(claim, way)}."
    )


def _stay(claim: Claim, way: str) -> str:
    """How long the new level lasted: said as far as it was checked."""
    if claim.template == "change_point_until":
        return f", until {day(max(fact.end for fact in claim.facts))}"
    return f", and has stayed {way} since" if claim.template == "change_point" else ""


def anomaly(ending: str) -> Callable[[Claim, str], str]:
    def wording(claim: Claim, currency: str) -> str:
        came = claim["revenue"]
        if claim.find("expected_revenue") is None:
            return f"{revenue_of(came)} was {level(came, currency)} {when(came)}{ending}."
        expected = claim["expected_revenue"]
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
            f"{revenue_of(came)} was {level(came, currency)} {when(came)}{holiday}, {written(size, currency)} {side} "
            f"the {level(expected, currency)} expected{causes}{ending}."
        )

    return wording


def day_going_on(claim: Claim, currency: str) -> str:
    now = claim["revenue"]
    title = segment_title(now.segment)
    so_far = f"{title + ': ' if title else ''}{day(now.start)} is still going on and left out"
    return f"{so_far} ({level(now, currency)} so far)."


def nothing_unusual(claim: Claim, currency: str) -> str:
    days, *parts = claim.facts
    title = segment_title(days.segment)
    checked = [days_long(days, currency)]
    checked += [f"{written(fact, currency)} {fact.metric}" for fact in parts]
    listed = " and ".join([", ".join(checked[:-1]), checked[-1]]) if len(checked) > 1 else checked[0]
    were = "was" if listed == "1 day" else "were"
    return f"Nothing unusual{f' in {title}' if title else ''} {when(days)}: {listed} {were} checked."


def forecast(claim: Claim, currency: str) -> str:
    ahead, past = claim["forecast_revenue"], claim["revenue"]
    lower, upper, sure = claim["forecast_lower"], claim["forecast_upper"], claim["forecast_level"]
    verb = "rise" if claim.direction == "up" else "fall"
    return (
        f"{revenue_of(ahead)} is forecast to {verb} {written(claim['forecast_change_percent'], currency)} to "
        f"{level(ahead, currency)} {when(ahead)}, from {level(past, currency)} {when(past)} "
        f"({written(sure, currency)} range {level(lower, currency)} to {level(upper, currency)})."
    )


def correlation(claim: Claim, currency: str) -> str:
    first, second = (metric_title(name) for name in claim.names)
    strength, lag = claim["correlation"], claim["lag_days"]
    way = "the same way" if strength.value > 0 else "the opposite way"
    later = f" {days_long(lag, currency)} later" if lag.value else ""
    title = segment_title(strength.segment)
    opening = f"In {title}, when" if title else "When"
    return (
        f"{opening} {first} moves, {second} tends to move {way}{later} (correlation {level(strength, currency)}, "
        f"{when(strength)})."
    )
