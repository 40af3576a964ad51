"""The range against the same days of the year before, and what its season usually brings."""

from calendar import monthrange
from datetime import date, timedelta

from .briefing import Briefing
from .claims import Candidate, fact, trend_of
from .headline import mean_day_facts

SEASONAL = 1.25
"""A calendar month has a season where it brought so many times an average month (or so little) in every year known."""

WEEK, FEW_DAYS = 7, 28
"""Days; the sum of fewer than four weeks is another where the weekdays are."""

YEAR_OF_WEEKS = timedelta(weeks=52)


def year_ago(briefing: Briefing) -> list[Candidate]:
    """Revenue against the same days of last year; nothing where that is what the range is compared with anyway."""
    b = briefing
    start, end = _days_before(b)
    if b.length > 366 or start == b.previous_start or start < b.first_day or b.has_gap(start, end):
        return []
    now, before = b.sum(), b.sum_between(start, end)
    change = round(now - before, b.money_decimals)
    direction = trend_of(change)
    if before <= 0 or direction is None:
        return []
    facts = [
        fact("revenue", b.scope, b.start, b.end, now, "currency"),
        fact("last_year_revenue", b.scope, start, end, before, "currency"),
        fact("last_year_revenue_change", b.scope, b.start, b.end, change, "currency"),
        fact("last_year_revenue_change_percent", b.scope, b.start, b.end, change / before * 100, "percentage"),
        *mean_day_facts(b.scope, (b.start, b.end), (start, end), now, before),
    ]
    template = "year_ago"
    indices = _season(b)
    if len(indices) > 1 and (min(indices) >= SEASONAL or max(indices) <= 1 / SEASONAL):
        known = date(b.start.year - len(indices), 1, 1), date(b.start.year - 1, 12, 31)
        facts.append(fact("season_index_low", b.scope, *known, min(indices), "number"))
        facts.append(fact("season_index_high", b.scope, *known, max(indices), "number"))
        template = "year_ago_season"
    return [
        Candidate("year_ago", template, b.scope, b.start, b.end, direction, abs(change), None, tuple(facts)),
    ]


def _season(b: Briefing) -> list[float]:
    """What the range's month brought, in average months of its year, in each whole year before, the last one first."""
    if (b.start.day, b.start.year, b.start.month) != (1, b.end.year, b.end.month) or not _is_month_end(b.end):
        return []
    indices = []
    for year in range(b.start.year - 1, b.first_day.year - 1, -1):
        whole = b.sum_between(date(year, 1, 1), date(year, 12, 31))
        if date(year, 1, 1) < b.first_day or whole <= 0:
            break
        last = date(year, b.end.month, monthrange(year, b.end.month)[1])
        indices.append(b.sum_between(last.replace(day=1), last) / (whole / 12))
    return indices


def _days_before(b: Briefing) -> tuple[date, date]:
    """The same days of the year before; the same weekdays of the same weeks where a few days are no month to date."""
    if b.length < FEW_DAYS and (b.start.day != 1 or b.length < WEEK):
        return b.start - YEAR_OF_WEEKS, b.end - YEAR_OF_WEEKS
    return _year_before(b.start), _year_before(b.end)


def _year_before(day: date) -> date:
    """The same day of the year before; month ends stay month ends."""
    if _is_month_end(day):
        return date(day.year - 1, day.month, monthrange(day.year - 1, day.month)[1])
    return day.replace(year=day.year - 1)


def _is_month_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
