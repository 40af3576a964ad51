"""Ranges in words: `mtd`, `last_30_days`, `last_quarter`. "Now" is the last complete day of the data."""

import re
from datetime import date
from typing import NamedTuple

from bi_server.analysis.calendar_steps import MONTHS, next_unit, unit_start
from bi_server.analysis.periods import MAX_YEARS, Days, Granularity, add_months
from bi_server.errors import InvalidInput
from bi_server.semantic.calendar import Calendar

TO_DATE: dict[str, Granularity] = {"wtd": "week", "mtd": "month", "qtd": "quarter", "ytd": "year"}
MOST = {"day": 3652, "week": 521, "month": 120, "quarter": 40, "year": 10}  # in MAX_YEARS
KNOWN = (
    "today, yesterday, wtd, mtd, qtd, ytd, last_week, last_month, last_quarter, last_year, all, "
    "or last_N_days (weeks, months, quarters, years), such as last_30_days"
)

OFFERED = {
    "last_7_days": "Last 7 days",
    "last_30_days": "Last 30 days",
    "last_90_days": "Last 90 days",
    "last_12_months": "Last 12 months",
    "wtd": "Week to date",
    "mtd": "Month to date",
    "qtd": "Quarter to date",
    "ytd": "Year to date",
    "last_week": "Last week",
    "last_month": "Last month",
    "last_quarter": "Last quarter",
    "last_year": "Last year",
    "all": "All time",
}
"""Words that a date control offers, with their titles; `resolve` knows more."""

_LAST = re.compile(r"last_(?:(\d{1,4})_)?(day|week|month|quarter|year)(s?)", re.ASCII)


class Words(NamedTuple):
    """A range that was asked for in words; `to_date` is the calendar unit that goes on, where one does."""

    days: Days
    to_date: Granularity | None = None


def resolve(text: str, first: int, now: int, calendar: Calendar) -> Words:
    """The days of a word, for data that begins on `first`. Raises InvalidInput with all words.

    `last_30_days` ends now; weeks, months, quarters and years are whole ones before the one that goes on. `all` begins
    with the data, at most ten years ago.
    """
    word = text.strip().lower()
    if word in TO_DATE:
        return Words(Days(unit_start(now, TO_DATE[word], calendar), now), TO_DATE[word])
    if word in ("today", "yesterday"):
        day = now - (word == "yesterday")
        return Words(Days(day, day))
    if word == "all":
        oldest = add_months(date.fromordinal(now), -12 * MAX_YEARS).toordinal() + 1
        return Words(Days(min(max(first, oldest), now), now))
    match = _LAST.fullmatch(word)
    if match is None or (match[1] is None) != (match[3] == ""):
        raise InvalidInput.of("range", f"{text[:40]!r} is not known; use one of {KNOWN}")
    count, unit = int(match[1] or 1), match[2]
    if not 1 <= count <= MOST[unit]:
        raise InvalidInput.of("range", f"{text[:40]!r} is not 1 day to {MAX_YEARS} years; ask for a shorter range")
    if unit == "day":
        days = Days(now - count + 1, now)
    else:
        end = unit_start(now, unit, calendar) - 1  # type: ignore[arg-type]
        days = Days(_back(end + 1, unit, count), end)  # type: ignore[arg-type]
    return Words(days)


def _back(start: int, unit: Granularity, count: int) -> int:
    if unit == "week":
        return start - 7 * count
    return add_months(date.fromordinal(start), -MONTHS[unit] * count).toordinal()


def same_days_before(words: Words, calendar: Calendar) -> Days:
    """As many first days of the unit before as have elapsed of the one that goes on; all where it is shorter."""
    assert words.to_date is not None
    start = unit_start(words.days.start - 1, words.to_date, calendar)
    length = min(words.days.length, next_unit(start, words.to_date) - start)
    return Days(start, start + length - 1)
